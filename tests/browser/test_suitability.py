"""Right for me? as a visitor meets it, and what a stranger could find out afterwards: nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, Request, expect

from tests.browser.conftest import open_page, running_server, settled

SIZES = {"phone": (360, 740), "laptop": (1280, 800)}
TRACES = ("isotretinoin", "diabetes", "suitability_", "brown", "skin=")


def _tell(page: Page) -> None:
    """Type V and isotretinoin, as a person would."""
    page.get_by_text("V · Brown").first.click()
    expect(page.locator("p[role=status]", has_text="skin type V")).to_be_visible()
    page.get_by_text("Isotretinoin tablets").first.click()
    expect(page.locator("p[role=status]", has_text="Isotretinoin")).to_be_visible()
    settled(page)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", SIZES)
def test_it_is_readable_and_accessible_with_answers_given(
    browser: Browser, server: str, size: str, scheme: str
) -> None:
    """Signs first, then answers; no sideways scroll, no violation that axe knows."""
    width, height = SIZES[size]
    page = open_page(browser, f"{server}/suitability?concern=acne_scars", width=width, height=height, scheme=scheme)
    signs, tones = page.locator(".nw-first"), page.locator(".st-key-suitability_skin")
    assert (signs.bounding_box() or {})["y"] < (tones.bounding_box() or {})["y"]
    _tell(page)
    expect(page.locator("article[data-option=microneedling]")).to_have_attribute("data-answer", "ask_first")
    expect(page.locator("article[data-option=microneedling]")).to_contain_text("Isotretinoin")
    assert page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth <= innerWidth")
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
    page.context.close()


def test_no_answer_stands_in_an_address_a_request_a_log_or_the_browser(browser: Browser, tmp_path: Path) -> None:
    """Every request of the visit, the server's own output and what the browser keeps are searched for the answers."""
    log = tmp_path / "log.txt"
    with running_server(log) as address:
        page = open_page(browser, f"{address}/suitability?concern=acne_scars")
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
        expect(page.locator("p[role=status]", has_text="Isotretinoin")).to_be_visible()
        addresses.append(page.url)
        kept = page.evaluate("JSON.stringify([{...localStorage}, {...sessionStorage}, document.cookie])")
        page.context.close()
        text = " ".join([*addresses, *asked, kept, log.read_text()]).lower()
        for trace in TRACES:
            assert trace not in text


def test_the_next_visitor_sees_nothing_of_the_last(browser: Browser, server: str) -> None:
    """Another session, and a reload of the same one, start empty."""
    page = open_page(browser, f"{server}/suitability?concern=acne_scars")
    _tell(page)
    other = open_page(browser, f"{server}/suitability?concern=acne_scars")
    expect(other.locator("p[role=status]", has_text="You have told nothing yet")).to_be_visible()
    other.context.close()
    page.reload()
    settled(page)
    expect(page.locator("p[role=status]", has_text="You have told nothing yet")).to_be_visible()
    page.context.close()


def test_answers_can_be_given_and_cleared_by_keyboard(browser: Browser, server: str) -> None:
    """Space ticks, Enter clears."""
    page = open_page(browser, f"{server}/suitability?concern=low_back_pain")
    page.get_by_role("button", name="Diabetes").focus()
    page.keyboard.press("Space")
    expect(page.locator("p[role=status]", has_text="Diabetes")).to_be_visible()
    page.get_by_role("button", name="Clear my answers").focus()
    page.keyboard.press("Enter")
    expect(page.locator("p[role=status]", has_text="You have told nothing yet")).to_be_visible()
    page.context.close()
