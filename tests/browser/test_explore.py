"""Explore as a visitor meets it."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Page, Request, expect

from needlewise.decision.explore import build
from needlewise.evidence.load import load
from tests.browser.conftest import (
    axe_faults,
    becomes,
    new_window,
    none_of,
    resize,
    running_server,
    settled,
    too_wide,
    visit,
)

EVIDENCE = load()
SIZES = {"phone": (360, 740), "laptop": (1280, 800)}


def _about(page: Page, concern: str) -> None:
    """Wait until the page is about a concern and finished."""
    expect(page.locator("#root .nw-eyebrow")).to_contain_text(concern)
    settled(page)


def test_a_deep_link_works_on_a_freshly_started_server(window: Page, tmp_path: Path) -> None:
    """The very first visitor may come by a saved link and gets the whole page of that concern."""
    with running_server(tmp_path / "log.txt") as address:
        page = visit(window, f"{address}/?concern=stretch_marks")
        _about(page, "stretch marks")
        expect(page.locator("h1.nw-answer")).to_be_visible()
        assert page.get_by_text("Page not found").count() == 0


@pytest.mark.parametrize("group", ["pain", "skin"])
def test_every_concern_shows_its_answer_and_every_option(window: Page, server: str, group: str) -> None:
    """Picked one after the other on a phone: the answer and one row for each option, and nothing runs off the side."""
    page = visit(window, server, width=360, height=740)
    found: dict[str, list[str]] = {}
    for concern in EVIDENCE.concerns.values():
        if concern.group != group:
            continue
        view = build(EVIDENCE, concern.concern_id)
        picked = page.get_by_role("radio", name=concern.name, exact=True)
        if not picked.is_visible():
            page.locator(".nw-fold summary").click()
        picked.click()
        _about(page, concern.noun)
        expect(page.locator("h1.nw-answer")).to_contain_text(view.answer[0].text)
        expect(page.locator("tr[data-option]")).to_have_count(len(view.options))
        expect(page.locator("[data-testid=stException]")).to_have_count(0)
        found[concern.concern_id] = too_wide(page)
    none_of(found)


def test_choosing_a_concern_writes_the_address_and_back_and_reload_keep_it(window: Page, server: str) -> None:
    """The address names the choice at once; leaving and coming back, and reloading, keep it."""
    page = visit(window, server)
    page.get_by_role("radio", name="Knee pain").click()
    _about(page, "knee pain")
    page.get_by_role("radio", name="Fine lines").click()
    _about(page, "fine lines")
    becomes(page, lambda: parse_qs(urlsplit(page.url).query), {"concern": ["Fine lines"]})
    page.goto(f"{server}/api/health")
    page.go_back()
    _about(page, "fine lines")
    page.reload()
    _about(page, "fine lines")


@pytest.mark.parametrize("value", ["no_such_thing", "%3Cscript%3Ealert(1)%3C/script%3E", "a" * 3000])
def test_an_unknown_concern_falls_back_with_a_quiet_note(window: Page, server: str, value: str) -> None:
    """A broken link still opens a page, says what happened, and runs nothing that was in it."""
    page = visit(window, f"{server}/?concern={value}")
    expect(page.locator(".nw-quiet")).to_contain_text("We do not know the concern")
    expect(page.locator(".nw-eyebrow")).to_contain_text("back pain")
    assert page.locator("[data-testid=stException]").count() == 0


def test_a_figure_opens_its_source_by_tap_and_by_keyboard(window: Page, server: str) -> None:
    """One tap or Enter opens the card with a title, a link and what it rests on; Escape closes it."""
    page = visit(window, f"{server}/?concern=acne_scars", width=360, height=740)
    figure = page.locator("button.nw-big").first
    card = page.locator(f"#{figure.get_attribute('popovertarget')}")
    figure.click()
    expect(card).to_be_visible()
    expect(card.locator("a[href^=http]").first).to_be_visible()
    expect(card).to_contain_text("from a study")
    page.keyboard.press("Escape")
    expect(card).to_be_hidden()
    figure.press("Enter")
    expect(card).to_be_visible()


def test_a_phone_folds_the_picker_once_a_concern_is_chosen(window: Page, server: str) -> None:
    """Without a choice all concerns are in sight; after one the answer comes first, and the fold opens the picker again."""
    page = visit(window, server, width=360, height=740)
    expect(page.get_by_role("radio", name="Thinning hair")).to_be_visible()
    page.get_by_role("radio", name="Thinning hair").click()
    _about(page, "thinning hair")
    expect(page.get_by_role("radio", name="Back pain")).to_be_hidden()
    page.locator(".nw-fold summary").click()
    expect(page.get_by_role("radio", name="Back pain")).to_be_visible()


def test_the_picker_works_with_the_keyboard_alone(window: Page, server: str) -> None:
    """The arrow keys walk through the picker, and Enter changes the concern."""
    page = visit(window, server)
    page.get_by_role("radio", name="Back pain").press("ArrowRight")
    expect(page.get_by_role("radio", name="Neck pain")).to_be_focused()
    page.keyboard.press("Enter")
    _about(page, "neck pain")


def test_no_request_leaves_the_machine(browser: Browser, server: str) -> None:
    """Fonts, pictures and code all come from this server; nothing is told to anyone else."""
    page = new_window(browser)
    asked: list[str] = []

    def note(request: Request) -> None:
        asked.append(request.url)

    page.context.on("request", note)
    visit(page, f"{server}/?concern=acne_scars")
    page.get_by_role("radio", name="Back pain").click()
    _about(page, "back pain")
    others = [url for url in asked if not url.startswith((server, "data:", "blob:"))]
    assert asked
    assert others == []
    cookies = page.context.cookies()
    assert cookies == [cookie for cookie in cookies if cookie["name"].startswith("_streamlit")]
    page.context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("concern_id", ["low_back_pain", "acne_scars"])
def test_axe_finds_no_violation(window: Page, server: str, concern_id: str, scheme: str) -> None:
    """The accessibility rules that a machine can check all hold, in both sizes and themes, with everything unfolded."""
    page = visit(window, f"{server}/?concern={concern_id}", scheme=scheme)
    page.evaluate("document.querySelectorAll('details').forEach(fold => fold.open = true)")
    found: dict[str, list[str]] = {}
    for size, (width, height) in SIZES.items():
        resize(page, width, height)
        found[size] = axe_faults(page)
    none_of(found)


def test_on_a_phone_long_text_is_folded_and_compare_is_near(window: Page, server: str) -> None:
    """Explanations open with a tap on a phone; on a wide screen and on paper they stand open. Compare is one tap away."""
    page = visit(window, f"{server}/?concern=acne_scars", width=360, height=740)
    why = page.locator(".nw-verdict details p").first
    expect(why).to_be_hidden()
    page.locator(".nw-verdict summary").first.click()
    expect(why).to_be_visible()
    page.reload()
    settled(page)
    page.emulate_media(media="print")
    expect(why).to_be_visible()
    page.emulate_media(media="screen")
    expect(why).to_be_hidden()
    resize(page, 1280, 800)
    expect(why).to_be_visible()
    expect(page.locator(".nw-verdict summary").first).to_be_hidden()
    page.locator("a.nw-go-on").first.click()
    expect(page.locator(".nw-compare")).to_be_visible()
    settled(page)
    assert parse_qs(urlsplit(page.url).query) == {"concern": ["Acne scars"]}
