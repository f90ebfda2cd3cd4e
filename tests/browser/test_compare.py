"""Compare as a visitor meets it: by link, by tap, by keyboard, on a phone and on a wall."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import axe_faults, becomes, none_of, resize, settled, too_wide, visit

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
    """A tap writes the address, Back undoes it, another page and back keeps it, a reload keeps it."""
    page = visit(window, f"{server}/compare?{JOURNEY}")
    page.get_by_role("button", name="Subcision").click()
    expect(page.locator("td[data-option=subcision]").first).to_be_visible()
    becomes(page, lambda: len(parse_qs(urlsplit(page.url).query)["options"]), 4)
    settled(page)
    page.go_back()
    expect(page.locator("td[data-option=subcision]")).to_have_count(0)
    settled(page)
    page.get_by_role("link", name="Explore").first.click()
    expect(page.locator("#root .nw-bigs").first).to_be_visible()
    settled(page)
    page.get_by_role("link", name="Compare").first.click()
    _compares(page, THREE)
    settled(page)
    page.reload()
    settled(page)
    _compares(page, THREE)


def test_a_fifth_option_is_refused_in_words(window: Page, server: str) -> None:
    """Four at most, said quietly; the four stay."""
    page = visit(window, f"{server}/compare?{JOURNEY},no_treatment")
    page.get_by_role("button", name="Subcision").click()
    expect(page.get_by_text("Four at most")).to_be_visible()
    settled(page)
    assert len(_columns(page)) == 4


def test_a_figure_opens_its_source_by_keyboard(window: Page, server: str) -> None:
    """Focus, Enter, read, Escape."""
    page = visit(window, f"{server}/compare?{JOURNEY}")
    page.locator("tr[data-question=visits] button.nw-fig").first.press("Enter")
    card = page.locator(".nw-card:popover-open")
    expect(card).to_be_visible()
    expect(card.locator("a[href]").first).to_be_visible()
    page.keyboard.press("Escape")
    expect(card).to_have_count(0)


def test_it_prints_without_the_pickers(window: Page, server: str) -> None:
    """On paper: the table and no buttons to choose with."""
    page = visit(window, f"{server}/compare?{JOURNEY}")
    expect(page.locator(".st-key-options")).to_be_visible()
    page.emulate_media(media="print")
    expect(page.locator(".st-key-options")).to_be_hidden()
    expect(page.locator(".nw-compare")).to_be_visible()
