"""Compare as a visitor meets it: by link, by tap, by keyboard, on a phone and on a wall."""

from __future__ import annotations

from itertools import pairwise
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from needlewise.decision.shared.option_order import option_order
from needlewise.evidence.reading.load import load
from needlewise.words import say
from tests.browser.conftest import axe_faults, becomes, none_of, open_page, resize, settled, too_wide, visit

JOURNEY = "concern=acne_scars&options=microneedling,fractional_co2_laser,superficial_peel"
THREE = ["microneedling", "fractional_co2_laser", "superficial_peel"]
SIZES = {"phone": (360, 740), "laptop": (1280, 800), "wall": (1920, 1080)}


def _columns(page: Page) -> list[str]:
    """The option ids of the first question."""
    return list(
        page.locator("tr[data-question]")
        .first.locator("td")
        .evaluate_all("cells => cells.map(cell => cell.dataset.option)")
    )


def _compares(page: Page, options: list[str]) -> None:
    """Wait until the table has these columns."""
    expect(page.locator(".nw-compare")).to_be_visible()
    becomes(page, lambda: _columns(page), options)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_journey_of_the_three_acne_options_is_readable_and_accessible(
    window: Page, server: str, scheme: str
) -> None:
    """Three options by link, in every size: no sideways scroll, no violation that axe knows."""
    page = visit(window, f"{server}/compare?{JOURNEY}", scheme=scheme)
    _compares(page, THREE)
    found: dict[str, list[str]] = {}
    for size, (width, height) in SIZES.items():
        resize(page, width, height)
        found[size] = too_wide(page) + axe_faults(page)
    none_of(found)


def test_choices_stand_in_the_address_and_go_along(window: Page, server: str) -> None:
    """A tap writes the address; another page, Back and a reload keep what it chose."""
    page = visit(window, f"{server}/compare?{JOURNEY}")
    page.locator(".nw-pick summary").click()
    page.get_by_role("button", name="Subcision").click()
    expect(page.locator("td[data-option=subcision]").first).to_be_visible()
    becomes(page, lambda: len(parse_qs(urlsplit(page.url).query)["options"]), 4)
    settled(page)
    four = [*THREE[:2], "subcision", THREE[2]]
    page.get_by_role("link", name="Explore").first.click()
    expect(page.locator("#root .nw-bigs").first).to_be_visible()
    settled(page)
    page.get_by_role("link", name="Compare").first.click()
    _compares(page, four)
    settled(page)
    page.get_by_role("link", name="Explore").first.click()
    expect(page.locator("#root .nw-bigs").first).to_be_visible()
    settled(page)
    page.go_back()
    _compares(page, four)
    settled(page)
    page.reload()
    settled(page)
    _compares(page, four)


def test_a_fifth_option_takes_the_place_of_another_by_keyboard(window: Page, server: str) -> None:
    """Four at most, said in words; one of the four makes room, and the focus is not lost on the way."""
    page = visit(window, f"{server}/compare?{JOURNEY},no_treatment")
    page.locator(".nw-pick summary").press("Enter")
    page.get_by_role("button", name="Subcision").press("Enter")
    note = page.locator(".st-key-options_note")
    expect(note.get_by_role("status")).to_have_text(say("options-too-many", name="subcision"))
    settled(page)
    assert _columns(page) == [*THREE, "no_treatment"]
    note.get_by_role("radio", name="Light peel").press("Enter")
    _compares(page, ["microneedling", "fractional_co2_laser", "subcision", "no_treatment"])
    expect(note).to_have_count(0)


def test_of_many_options_the_first_ones_and_the_chosen_show_until_the_fold_opens(window: Page, server: str) -> None:
    """On a wide screen; by key, and a chosen one never waits behind the fold."""
    page = visit(window, f"{server}/compare?concern=acne_scars&options=microneedling,subcision")
    chips = page.locator(".st-key-options button")
    order = option_order(load(), "acne_scars")
    shown = [load().treatments[name].name for name in (*order.first, "subcision")]
    becomes(page, lambda: [chip.inner_text() for chip in chips.all() if chip.is_visible()], shown)
    fold = page.locator(".nw-pick summary")
    expect(fold).to_have_text(say("options-more", count=len(order.all_ids)), use_inner_text=True)
    fold.press("Enter")
    expect(chips.last).to_be_visible()
    assert sum(chip.is_visible() for chip in chips.all()) == len(order.all_ids)


def test_a_refusal_is_seen_on_a_phone(browser: Browser, server: str) -> None:
    """Why a tap was put back stands in the window, however long the list of options is; on the next page it is gone."""
    page = open_page(browser, f"{server}/compare?{JOURNEY},no_treatment", width=360, height=640, touch=True)
    page.locator(".nw-pick summary").tap()
    page.get_by_role("button", name="Erbium laser").tap()
    note = page.locator(".st-key-options_note")
    expect(note).to_be_in_viewport(ratio=1)
    page.get_by_role("button", name=say("nav-menu")).tap()
    page.get_by_test_id("stSidebarNavLink").filter(has_text=say("nav-priorities")).tap()
    expect(page.get_by_role("heading", name=say("priorities-open"))).to_be_visible()
    settled(page)
    expect(note).to_have_count(0)
    page.close()


def test_back_keeps_the_options_and_goes_back_a_whole_page(browser: Browser, server: str) -> None:
    """Compare, What matters to me, Right for me?, Compare, and all the way back: no step without the chosen options."""
    page = open_page(browser, f"{server}/compare?concern=acne_scars")
    page.locator(".nw-pick summary").click()
    page.get_by_role("button", name="Subcision").click()
    expect(page.locator("td[data-option=subcision]").first).to_be_visible()
    page.get_by_role("button", name="Doing nothing").click()
    expect(page.locator("td[data-option=no_treatment]")).to_have_count(0)
    settled(page)
    chosen = _columns(page)
    heading = page.get_by_role("heading", level=1)
    ways = (("priorities", say("priorities-open")), ("suitability", say("suitability-title")))
    for name, title in ways:
        page.get_by_role("link", name=say(f"nav-{name}"), exact=True).first.click()
        expect(heading).to_have_text(title)
        settled(page)
    page.get_by_role("link", name=say("nav-compare"), exact=True).first.click()
    _compares(page, chosen)
    settled(page)
    for name, title in reversed(ways):
        page.go_back()
        expect(heading).to_have_text(title)
        settled(page)
        assert urlsplit(page.url).path == f"/{name}"
    becomes(page, lambda: len(parse_qs(urlsplit(page.url).query).get("options", [])), len(chosen))
    page.go_back()
    _compares(page, chosen)
    page.close()


def test_a_link_that_names_options_wins_over_those_kept(browser: Browser, server: str) -> None:
    """From Compare to the question about skin tone and back by the menu: the options, and the answer, come along."""
    page = open_page(browser, f"{server}/compare?{JOURNEY},subcision")
    # Options chosen by hand, not by the link.
    page.get_by_role("button", name="Subcision").click()
    _compares(page, THREE)
    settled(page)
    page.get_by_role("link", name=say("compare-skin-ask")).click()
    expect(page.locator("#root .nw-lead", has_text=say("suitability-skin-lead"))).to_be_visible()
    expect(page.locator("#skin-tone")).to_be_focused()
    expect(page.locator("#skin-tone")).to_be_in_viewport()
    settled(page)
    page.get_by_text("V · Brown").first.click()
    expect(page.locator("p.nw-lead[role=status]", has_text="skin type V")).to_be_visible()
    settled(page)
    page.get_by_role("link", name=say("nav-compare"), exact=True).first.click()
    _compares(page, THREE)
    expect(page.get_by_role("link", name=say("compare-skin-ask"))).to_have_count(0)
    page.close()


def test_options_that_came_by_a_link_stand_in_every_next_address(window: Page, server: str) -> None:
    """What the QR code opens, then page after page by the menu: a reload anywhere shows the same comparison."""
    page = visit(window, f"{server}/compare?concern=acne_scars&options=microneedling,no_treatment")
    labels = [load().treatments[name].name for name in ("microneedling", "no_treatment")]
    for name in ("plan", "suitability", "priorities", "evidence", "take_home", "compare"):
        page.locator(f"[data-testid=stTopNavLink][href$='/{name}']").first.click()
        page.wait_for_url(f"**/{name}?**")
        becomes(page, lambda: parse_qs(urlsplit(page.url).query).get("options"), labels)
        settled(page)
    page.reload()
    settled(page)
    assert _columns(page) == ["microneedling", "no_treatment"]
    # Another concern has options of its own.
    page.get_by_text("Stretch marks", exact=True).first.click()
    becomes(page, lambda: parse_qs(urlsplit(page.url).query).get("concern"), ["Stretch marks"])


def test_the_menu_of_a_phone_closes_behind_a_choice(browser: Browser, server: str) -> None:
    """It says what it is, its rows are as high as a finger, and the next key press is on the page."""
    page = open_page(browser, f"{server}/compare?{JOURNEY}", width=360, touch=True)
    menu = page.get_by_role("button", name=say("nav-menu"))
    menu.press("Enter")
    row = page.get_by_test_id("stSidebarNavLink").filter(has_text=say("nav-plan"))
    expect(row).to_be_in_viewport()
    assert (row.bounding_box() or {})["height"] >= 44
    row.press("Enter")
    expect(row).not_to_be_in_viewport()
    expect(page.get_by_test_id("stMain")).to_be_focused()
    becomes(page, lambda: urlsplit(page.url).path, "/plan")
    page.close()


def test_a_source_card_closes_when_the_focus_leaves_it(window: Page, server: str) -> None:
    """Tab after its last button goes on with the page, not with what the card covers."""
    page = visit(window, f"{server}/compare?{JOURNEY}")
    figure = page.locator("tr[data-question=visits] a.nw-fig").first
    figure.press("Enter")
    card = page.locator(".nw-card:popover-open")
    card.locator(".nw-close").focus()
    page.keyboard.press("Tab")
    expect(card).to_have_count(0)
    assert page.evaluate("() => document.activeElement.checkVisibility()")


def test_a_figure_opens_its_source_by_keyboard(window: Page, server: str) -> None:
    """Focus, Enter, read, Escape."""
    page = visit(window, f"{server}/compare?{JOURNEY}")
    page.locator("tr[data-question=visits] a.nw-fig").first.press("Enter")
    card = page.locator(".nw-card:popover-open")
    expect(card).to_be_visible()
    expect(card.locator("a[href]").first).to_be_visible()
    # The keys that scroll belong to the card, and Escape gives the focus back.
    expect(card).to_be_focused()
    page.keyboard.press("Escape")
    expect(card).to_have_count(0)
    expect(page.locator("tr[data-question=visits] a.nw-fig").first).to_be_focused()


def test_it_prints_without_the_pickers(window: Page, server: str) -> None:
    """On paper: the table and no buttons to choose with."""
    page = visit(window, f"{server}/compare?{JOURNEY}")
    expect(page.locator(".st-key-options")).to_be_visible()
    page.emulate_media(media="print")
    expect(page.locator(".st-key-options")).to_be_hidden()
    expect(page.locator(".nw-compare")).to_be_visible()


def test_the_rows_of_all_questions_stand_below_each_other(window: Page, server: str) -> None:
    """On a laptop every question has a row of its own, wherever it stands in the order; none lies on another."""
    page = visit(window, f"{server}/compare?concern=acne_scars&options=microneedling,fractional_co2_laser", width=1280)
    boxes = [row.bounding_box() for row in page.locator("tr[data-question]").all()]
    ends = [(box["y"], box["y"] + box["height"]) for box in boxes if box is not None]
    assert len(ends) > 15
    assert all(first[1] <= second[0] + 1 for first, second in pairwise(ends))
