"""Right for me? as a visitor meets it, and what a stranger could find out afterwards: nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Request, expect

from needlewise.words import say
from tests.browser.conftest import (
    axe_faults,
    none_of,
    open_page,
    settled,
    switch_theme,
    too_wide,
    visit,
)

SIZES = {"phone": (360, 740), "laptop": (1280, 800)}
TRACES = ("isotretinoin", "diabetes", "suitability_", "brown", "skin=")


def _tell(page: Page) -> None:
    """Type V and isotretinoin, as a person would."""
    page.get_by_text("V · Brown").first.click()
    expect(page.locator("p.nw-lead[role=status]", has_text="skin type V")).to_be_visible()
    settled(page)
    page.get_by_text("Isotretinoin tablets").first.click()
    expect(page.locator("p.nw-lead[role=status]", has_text="Isotretinoin")).to_be_visible()
    settled(page)


@pytest.mark.parametrize("size", SIZES)
def test_it_is_readable_and_accessible_with_answers_given(window: Page, server: str, size: str) -> None:
    """Signs first, then answers; in both themes no sideways scroll, no violation that axe knows."""
    width, height = SIZES[size]
    page = visit(window, f"{server}/suitability?concern=acne_scars", width=width, height=height)
    signs, tones = page.locator(".nw-first"), page.locator(".st-key-suitability_skin")
    assert (signs.bounding_box() or {})["y"] < (tones.bounding_box() or {})["y"]
    _tell(page)
    expect(page.locator("article[data-option=microneedling]")).to_have_attribute("data-answer", "not_now")
    expect(page.locator("article[data-option=microneedling]")).to_contain_text("Isotretinoin")
    found: dict[str, list[str]] = {}
    for scheme in ("light", "dark"):
        switch_theme(page, scheme)
        found[scheme] = too_wide(page) + axe_faults(page)
    none_of(found)


def test_no_answer_stands_in_an_address_a_request_a_log_or_the_browser(
    browser: Browser, server: str, server_log: Path
) -> None:
    """Every request of the visit, the server's own output and what the browser keeps are searched for the answers."""
    page = open_page(browser, f"{server}/suitability?concern=acne_scars")
    asked: list[str] = []

    def note(request: Request) -> None:
        asked.append(request.url)

    page.on("request", note)
    _tell(page)
    addresses = [page.url]
    page.get_by_role("link", name="Compare").first.click()
    expect(page.locator(".nw-compare")).to_be_visible()
    settled(page)
    addresses.append(page.url)
    expect(page.locator("tr[data-question=skin]")).to_contain_text("yours among them")
    page.get_by_role("link", name="Right for me?").first.click()
    expect(page.locator("p.nw-lead[role=status]", has_text="Isotretinoin")).to_be_visible()
    settled(page)
    addresses.append(page.url)
    kept = page.evaluate("JSON.stringify([{...localStorage}, {...sessionStorage}, document.cookie])")
    page.close()
    said = server_log.read_text(encoding="utf-8")
    assert said
    text = " ".join([*addresses, *asked, kept, said]).lower()
    for trace in TRACES:
        assert trace not in text


def test_the_next_visitor_sees_nothing_of_the_last(window: Page, browser: Browser, server: str) -> None:
    """Another session, and a reload of the same one, start empty."""
    page = visit(window, f"{server}/suitability?concern=acne_scars")
    _tell(page)
    other = open_page(browser, f"{server}/suitability?concern=acne_scars")
    expect(other.locator("p.nw-lead[role=status]", has_text="You have told nothing yet")).to_be_visible()
    other.close()
    page.reload()
    settled(page)
    expect(page.locator("p.nw-lead[role=status]", has_text="You have told nothing yet")).to_be_visible()


def test_answers_can_be_given_and_cleared_by_keyboard(window: Page, server: str) -> None:
    """Space ticks, Enter clears."""
    page = visit(window, f"{server}/suitability?concern=low_back_pain")
    page.get_by_role("button", name="Diabetes").press("Space")
    expect(page.locator("p.nw-lead[role=status]", has_text="Diabetes")).to_be_visible()
    settled(page)
    page.get_by_role("button", name="Clear my answers").press("Enter")
    expect(page.locator("p.nw-lead[role=status]", has_text="You have told nothing yet")).to_be_visible()


# The element itself, or a part of it, is what a finger meets in its middle and near its edges.
_UNCOVERED = """part => {
  const { left, right, top, bottom } = part.getBoundingClientRect();
  const meets = (x, y) => part.contains(document.elementFromPoint(x, y));
  return [0.1, 0.5, 0.9].every(share => meets((left + right) / 2, top + share * (bottom - top)));
}"""


def test_a_tick_is_answered_right_below_it_and_nothing_lies_over_anything(browser: Browser, server: str) -> None:
    """On a phone: the answer to a tick follows its group, within one swipe, and the answer to a tone lies bare."""
    page = open_page(browser, f"{server}/suitability?concern=acne_scars", width=360, height=640, touch=True)
    near, least = page.locator(".nw-near"), page.locator(".nw-least")
    expect(near).to_have_count(0)
    page.get_by_text(say("suitability-skin-5")).tap()
    expect(least).to_be_visible()
    settled(page)
    least.scroll_into_view_if_needed()
    assert least.evaluate(_UNCOVERED)
    chip = page.get_by_text("Isotretinoin tablets").first
    chip.tap()
    expect(near).to_contain_text("not now")
    settled(page)
    below = (near.bounding_box() or {})["y"] - (chip.bounding_box() or {})["y"]
    assert 0 < below < 640 - 90
    near.scroll_into_view_if_needed()
    assert near.evaluate(_UNCOVERED)
    for question in page.locator("[class*=st-key-suitability_] button").all():
        question.scroll_into_view_if_needed()
        assert question.evaluate(_UNCOVERED), question.text_content()
    page.get_by_role("link", name=say("suitability-near-link")).tap()
    expect(page.get_by_role("heading", name=say("suitability-results-title"))).to_be_in_viewport(ratio=1)
    expect(page.locator(".nw-by-answer")).to_contain_text(say("suitability-not_now"))
    assert too_wide(page) == []
    page.close()


def test_a_skin_tone_told_on_compare_is_not_asked_again_on_a_phone(browser: Browser, server: str) -> None:
    """It stands there alone, with a way to change it; once it is changed here, the whole list stays."""
    page = open_page(browser, f"{server}/compare?concern=acne_scars", width=360, height=740, touch=True)
    page.get_by_text(say("skin-short-6")).tap()
    expect(page.locator(".nw-glance tr[data-line=marks]")).to_contain_text(say("glance-about-marks-told"))
    settled(page)
    page.get_by_test_id("stMain").get_by_role("link", name=say("onward-suitability")).first.tap()
    expect(page.locator("p.nw-lead[role=status]", has_text="skin type VI")).to_be_visible()
    settled(page)
    tones = page.locator(".st-key-suitability_skin").get_by_role("radio")
    expect(tones.filter(visible=True)).to_have_count(1)
    page.get_by_text(say("suitability-skin-change")).tap()
    expect(tones.filter(visible=True)).to_have_count(7)
    page.get_by_text(say("suitability-skin-5")).tap()
    expect(page.locator("p.nw-lead[role=status]", has_text="skin type V ")).to_be_visible()
    settled(page)
    expect(tones.filter(visible=True)).to_have_count(7)
    page.close()


def test_a_number_typed_and_a_link_tapped_at_once_both_count(browser: Browser, server: str) -> None:
    """On a phone the tap that leaves the field is the tap on the link: the next page is whole and knows the number."""
    page = open_page(browser, f"{server}/suitability?concern=acne_scars", width=360, height=740, touch=True)
    page.locator(".st-key-suitability_skin_pregnancy button").first.tap()
    page.locator(".st-key-suitability_choice_pregnancy button").first.tap()
    week = page.locator(".st-key-suitability_week_pregnancy input")
    expect(week).to_be_visible()
    settled(page)
    week.fill("30")
    page.locator(".nw-onward a").filter(has_text=say("onward-compare")).tap()
    expect(page.locator(".nw-stops")).to_contain_text(say("situation-told-week", week=30))
    expect(page.locator(".nw-compare")).to_be_visible()
    page.close()
