"""The Evidence and About pages in a real browser: the disbeliever's path, the keyboard, narrow screens, axe."""

from __future__ import annotations

import csv
import io
from urllib.parse import unquote_plus

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from tests.browser.conftest import open_page, settled

PARTS = ("brochure", "map", "findings", "sources")


def test_the_disbeliever_finds_the_review_the_series_and_how_sure(server: str, browser: Browser) -> None:
    """From the promises: one tap opens the review, one tap the series that contradicts it; the certainty stands beside."""
    page = open_page(browser, f"{server}/evidence?concern=skin_texture")
    row = page.locator("#promise-all_skin_types .nw-judged.nw-mine")
    review = row.locator('[data-refs*="cfco2needling2026.4"].nw-fig').first
    review.click()
    card = page.locator("[popover]:popover-open")
    assert "10.1007/s10103-026-04905-5" in card.inner_html()
    assert "3" in card.locator("li").first.inner_text()
    page.keyboard.press("Escape")
    row.locator('.nw-against [data-refs*="mnasian_25196684"].nw-fig').first.click()
    assert "14 of 100" in row.locator('.nw-against [data-refs*="mnasian_25196684"].nw-fig').first.inner_text()
    assert page.locator("[popover]:popover-open a").count()
    assert row.locator(".nw-cert").count()
    page.context.close()


def test_a_bubble_leads_to_its_findings_with_the_keyboard(server: str, browser: Browser) -> None:
    """Focus a bubble, press Enter, and stand among the findings of that concern and option."""
    page = open_page(browser, f"{server}/evidence?concern=acne_scars&evidence_part=map")
    bubble = page.locator(".nw-map-row.nw-mine a", has_text="CO2 laser").first
    bubble.focus()
    page.keyboard.press("Enter")
    page.wait_for_selector(".nw-findings")
    settled(page)
    address = unquote_plus(page.url)
    assert "concern=Acne scars" in address
    assert "evidence_treatment=CO2 laser" in address
    heads = page.locator(".nw-findings tbody th").all_inner_texts()
    assert heads
    assert all("CO2 laser" in head or "Combination" in head for head in heads)
    page.context.close()


def test_a_choice_stands_in_the_address_and_survives_a_reload(server: str, browser: Browser) -> None:
    """Ids become labels once; the second page of a view is a link like any other."""
    page = open_page(
        browser, f"{server}/evidence?evidence_part=findings&evidence_scope=any&evidence_order=people&evidence_page=2"
    )
    first = page.locator(".nw-count-line").inner_text()
    assert "Page 2 of" in first
    page.reload()
    settled(page)
    assert page.locator(".nw-count-line").inner_text() == first
    page.context.close()


def test_the_view_and_the_tables_can_be_taken_along(server: str, browser: Browser) -> None:
    """The file of the view holds as many lines as the page says."""
    page = open_page(browser, f"{server}/evidence?concern=hair_thinning&evidence_part=findings")
    total = int(page.locator(".nw-count-line").inner_text().split()[0])
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Download these findings (CSV)").click()
    text = waiting.value.path().read_text(encoding="utf-8")
    assert len(list(csv.DictReader(io.StringIO(text)))) == total
    answer = page.request.get(f"{server}/data/datapackage.json")
    assert answer.ok
    assert all(page.request.get(f"{server}/data/{resource['path']}").ok for resource in answer.json()["resources"])
    page.context.close()


@pytest.mark.parametrize("path", [*(f"evidence?concern=acne_scars&evidence_part={part}" for part in PARTS), "about"])
@pytest.mark.parametrize("width", [360, 1920])
def test_no_page_scrolls_sideways(server: str, browser: Browser, path: str, width: int) -> None:
    """From a phone to a wall."""
    page = open_page(browser, f"{server}/{path}", width=width)
    assert page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth") <= width
    page.context.close()


def test_a_place_on_about_can_be_jumped_to(server: str, browser: Browser) -> None:
    """The list on top leads down to the checklist."""
    page: Page = open_page(browser, f"{server}/about")
    page.locator('.nw-toc a[href="#ipdas"]').click()
    page.wait_for_timeout(500)
    assert page.locator("#ipdas").evaluate("node => Math.abs(node.getBoundingClientRect().top) < innerHeight")
    page.context.close()


@pytest.mark.parametrize("path", [*(f"evidence?concern=acne_scars&evidence_part={part}" for part in PARTS), "about"])
@pytest.mark.parametrize(("width", "scheme"), [(360, "light"), (1280, "dark")])
def test_axe_finds_no_violation(server: str, browser: Browser, path: str, width: int, scheme: str) -> None:
    """Every part of the page, on a phone by day and on a laptop by night."""
    page = open_page(browser, f"{server}/{path}", width=width, scheme=scheme)
    page.evaluate("document.querySelectorAll('.stMain details').forEach(fold => fold.open = true)")
    results = Axe().run(page)
    assert not results.violations_count, results.generate_report()
    page.context.close()
