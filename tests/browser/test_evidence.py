"""The Evidence and About pages in a real browser: the disbeliever's path, the keyboard, narrow screens, axe."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from urllib.parse import unquote_plus

import pytest
from playwright.sync_api import Page, expect

from needlewise.evidence.reading.load import load
from needlewise.ui.components.source_cards import shelves
from tests.browser.conftest import axe_faults, becomes, none_of, resize, settled, switch_theme, too_wide, visit

PARTS = ("brochure", "map", "findings", "sources")


def opens(part: str) -> str:
    """The figures whose first row is a finding or a harm with this in its name."""
    rows: dict[str, Iterable[str]] = {"effects": load().effects, "risks": load().risks}
    names = [shelves.code(f"{table}:{name}") for table, held in rows.items() for name in held if part in name]
    assert names
    return ", ".join(f'a.nw-fig[href$="#{name}"]' for name in names)


def test_the_disbeliever_finds_the_review_the_series_and_how_sure(server: str, window: Page) -> None:
    """From the promises: one tap opens the review, one tap the series that contradicts it.

    The certainty stands beside.
    """
    page = visit(window, f"{server}/evidence?concern=skin_texture")
    row = page.locator("#promise-all_skin_types .nw-judged.nw-mine")
    card = page.locator("[popover]:popover-open")
    row.locator(opens("cfco2needling2026.4")).first.click()
    expect(card.locator('a[href*="10.1007/s10103-026-04905-5"]').first).to_be_visible()
    expect(card.locator("li").first).to_contain_text("3")
    page.keyboard.press("Escape")
    expect(card).to_have_count(0)
    series = row.locator(".nw-against").locator(opens("mnasian_25196684")).first
    expect(series).to_contain_text("14 of 100")
    series.click()
    expect(card.locator("a").first).to_be_visible()
    expect(row.locator(".nw-cert").first).to_be_visible()


def test_a_bubble_leads_to_its_findings_with_the_keyboard(server: str, window: Page) -> None:
    """Focus a bubble, press Enter, and stand among the findings of that concern and option."""
    page = visit(window, f"{server}/evidence?concern=acne_scars&evidence_part=map")
    page.locator(".nw-map-row.nw-mine a", has_text="CO2 laser").first.press("Enter")
    expect(page.locator("#root .nw-findings")).to_be_visible()
    settled(page)
    becomes(page, lambda: "concern=Acne scars" in unquote_plus(page.url), wanted=True)
    assert "evidence_treatment=CO2 laser" in unquote_plus(page.url)
    heads = page.locator(".nw-findings tbody th").all_inner_texts()
    assert heads
    assert all("CO2 laser" in head or "Combination" in head for head in heads)


def test_a_choice_stands_in_the_address_and_survives_a_reload(server: str, window: Page) -> None:
    """Ids become labels once; the second page of a view is a link like any other."""
    page = visit(
        window, f"{server}/evidence?evidence_part=findings&evidence_scope=any&evidence_order=people&evidence_page=2"
    )
    line = page.locator(".nw-count-line")
    expect(line).to_contain_text("Page 2 of")
    first = line.inner_text()
    page.reload()
    settled(page)
    expect(line).to_have_text(first)


def test_the_view_and_the_tables_can_be_taken_along(server: str, window: Page) -> None:
    """The file of the view holds as many lines as the page says."""
    page = visit(window, f"{server}/evidence?concern=hair_thinning&evidence_part=findings")
    total = int(page.locator(".nw-count-line").inner_text().split()[0])
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Download these findings (CSV)").click()
    text = waiting.value.path().read_text(encoding="utf-8")
    assert len(list(csv.DictReader(io.StringIO(text)))) == total
    answer = page.request.get(f"{server}/data/datapackage.json")
    assert answer.ok
    assert all(page.request.get(f"{server}/data/{resource['path']}").ok for resource in answer.json()["resources"])


def test_a_place_on_about_can_be_jumped_to(server: str, window: Page) -> None:
    """The list on top leads down to the checklist."""
    page = visit(window, f"{server}/about")
    there = "node => Math.abs(node.getBoundingClientRect().top) < innerHeight"
    assert not page.locator("#ipdas").evaluate(there)
    page.locator('.nw-toc a[href="#ipdas"]').click()
    becomes(page, lambda: page.locator("#ipdas").evaluate(there), wanted=True)


@pytest.mark.parametrize("path", [*(f"evidence?concern=acne_scars&evidence_part={part}" for part in PARTS), "about"])
def test_every_part_fits_and_axe_finds_no_violation(server: str, window: Page, path: str) -> None:
    """No sideways scroll from a phone to a wall.

    All rules hold, unfolded, on a phone by day and on a laptop by night.
    """
    page = visit(window, f"{server}/{path}", width=360)
    found = {"360": too_wide(page)}
    resize(page, 1920, 900)
    found["1920"] = too_wide(page)
    page.evaluate("document.querySelectorAll('.stMain details').forEach(fold => fold.open = true)")
    resize(page, 360, 900)
    found["360 light"] = axe_faults(page)
    resize(page, 1280, 900)
    switch_theme(page, "dark")
    found["1280 dark"] = axe_faults(page)
    none_of(found)
