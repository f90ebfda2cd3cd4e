"""Compare as a visitor meets it: by link, by tap, by keyboard, on a phone and on a wall."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import open_page, settled

JOURNEY = "concern=acne_scars&options=microneedling,fractional_co2_laser,superficial_peel"
SIZES = {"phone": (360, 740), "laptop": (1280, 800), "wall": (1920, 1080)}


def _columns(page: Page) -> list[str]:
    """The option ids of the first question."""
    return (
        page.locator("tr[data-question]")
        .first.locator("td")
        .evaluate_all("cells => cells.map(cell => cell.dataset.option)")
    )


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", SIZES)
def test_the_journey_of_the_three_acne_options_is_readable_and_accessible(
    browser: Browser, server: str, size: str, scheme: str
) -> None:
    """Three options by link: no sideways scroll, no violation that axe knows."""
    width, height = SIZES[size]
    page = open_page(browser, f"{server}/compare?{JOURNEY}", width=width, height=height, scheme=scheme)
    expect(page.locator(".nw-compare")).to_be_visible()
    assert _columns(page) == ["microneedling", "fractional_co2_laser", "superficial_peel"]
    assert page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth <= innerWidth")
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
    page.context.close()


def test_choices_stand_in_the_address_and_go_along(browser: Browser, server: str) -> None:
    """A tap writes the address, Back undoes it, another page and back keeps it, a reload keeps it."""
    page = open_page(browser, f"{server}/compare?{JOURNEY}")
    page.get_by_role("button", name="Subcision").click()
    expect(page.locator("td[data-option=subcision]").first).to_be_visible()
    assert len(parse_qs(urlsplit(page.url).query)["options"]) == 4
    page.go_back()
    expect(page.locator("td[data-option=subcision]")).to_have_count(0)
    page.get_by_role("link", name="Explore").first.click()
    settled(page)
    page.get_by_role("link", name="Compare").first.click()
    expect(page.locator(".nw-compare")).to_be_visible()
    settled(page)
    assert _columns(page) == ["microneedling", "fractional_co2_laser", "superficial_peel"]
    page.reload()
    settled(page)
    assert _columns(page) == ["microneedling", "fractional_co2_laser", "superficial_peel"]
    page.context.close()


def test_a_fifth_option_is_refused_in_words(browser: Browser, server: str) -> None:
    """Four at most, said quietly; the four stay."""
    page = open_page(browser, f"{server}/compare?{JOURNEY},no_treatment")
    page.get_by_role("button", name="Subcision").click()
    expect(page.get_by_text("Four at most")).to_be_visible()
    assert len(_columns(page)) == 4
    page.context.close()


def test_a_figure_opens_its_source_by_keyboard(browser: Browser, server: str) -> None:
    """Focus, Enter, read, Escape."""
    page = open_page(browser, f"{server}/compare?{JOURNEY}")
    figure = page.locator("tr[data-question=visits] button.nw-fig").first
    figure.focus()
    page.keyboard.press("Enter")
    card = page.locator(".nw-card:popover-open")
    expect(card).to_be_visible()
    assert card.locator("a").first.get_attribute("href")
    page.keyboard.press("Escape")
    expect(card).to_have_count(0)
    page.context.close()


def test_it_prints_without_the_pickers(browser: Browser, server: str) -> None:
    """On paper: the table and no buttons to choose with."""
    page = open_page(browser, f"{server}/compare?{JOURNEY}")
    page.emulate_media(media="print")
    expect(page.locator(".st-key-options")).to_be_hidden()
    expect(page.locator(".nw-compare")).to_be_visible()
    page.context.close()
