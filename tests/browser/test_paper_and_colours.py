"""A page printed from the browser, and a page in colours that the reader's system sets."""

from __future__ import annotations

import io
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect
from pypdf import PdfReader

from needlewise.words import say
from tests.browser.conftest import draw_pictures, new_tab, settled, visit

# A4 less 12 mm on each side, in pixels of a style sheet.
_PAPER_WIDTH = 703
_MARGIN = {"top": "12mm", "bottom": "12mm", "left": "12mm", "right": "12mm"}


def _printed(page: Page) -> PdfReader:
    page.emulate_media(media="print")
    return PdfReader(io.BytesIO(page.pdf(format="A4", print_background=False, margin=_MARGIN)))  # type: ignore[arg-type]


@pytest.mark.parametrize("path", ["", "compare", "plan", "take_home"])
def test_no_sheet_is_empty_and_one_line_names_the_page_made_for_paper(window: Page, server: str, path: str) -> None:
    """Every sheet says something, and the foot tells where the PDF is."""
    page = visit(window, f"{server}/{path}?concern=acne_scars")
    expect(page.get_by_text(say("on-paper"))).to_be_hidden()
    sheets = [sheet.extract_text() for sheet in _printed(page).pages]
    assert min(len(sheet.split()) for sheet in sheets) > 10
    assert "Get the PDF" in " ".join(" ".join(sheets).split())


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_paper_is_light_and_every_picture_whole(window: Page, server: str, scheme: str) -> None:
    """Whatever the theme; the longest bar ends on the sheet."""
    page = visit(window, f"{server}/?concern=acne_scars", scheme=scheme)
    draw_pictures(page)
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.set_viewport_size({"width": _PAPER_WIDTH, "height": 1000})
    page.emulate_media(media="print", color_scheme=scheme)  # type: ignore[arg-type]
    papers = page.evaluate(
        "['html', 'body', '.stApp', '.stMain'].map(name => getComputedStyle(document.querySelector(name)).backgroundColor)"
    )
    assert set(papers) == {"rgb(255, 255, 255)"}
    # The ink of the answer, and of a figure.
    inks = page.evaluate(
        """['#root h1.nw-answer', '#root .nw-bigs'].map(name =>
          getComputedStyle(document.querySelector(name)).color.match(/[\\d.]+/g).slice(0, 3).map(Number))"""
    )
    assert all(max(ink) < 110 for ink in inks), inks
    charts = page.locator("[data-testid=stPlotlyChart]")
    assert charts.count() > 2
    over = page.evaluate(
        """() => [...document.querySelectorAll('[data-testid=stPlotlyChart] .main-svg')].filter(drawn => {
          const box = drawn.getBoundingClientRect();
          return !drawn.getAttribute('viewBox') || box.right > innerWidth + 1 || box.width < 100;
        }).length"""
    )
    assert over == 0
    # What follows a picture stands below it, not on it.
    covered = page.evaluate(
        """() => [...document.querySelectorAll('[data-testid=stPlotlyChart]')].filter(chart => {
          const box = chart.querySelector('.main-svg').getBoundingClientRect();
          const next = chart.closest('.stElementContainer')?.nextElementSibling?.getBoundingClientRect();
          return next && next.height > 0 && next.top < box.bottom - 2 && next.left < box.right;
        }).length"""
    )
    assert covered == 0


@pytest.fixture
def forced(browser: Browser) -> Iterator[Page]:
    """A window whose system sets the colours: white on black."""
    page = new_tab(browser)
    page.emulate_media(forced_colors="active", color_scheme="dark")
    yield page
    page.close()


def _shown(page: Page, selector: str) -> bytes:
    place = page.locator(selector).first
    place.scroll_into_view_if_needed()
    return place.screenshot(animations="disabled")


def test_what_a_mark_tells_is_seen_in_the_systems_colours(forced: Page, server: str) -> None:
    """Filled dots differ from hollow ones, and marks of people who got there from those who did not."""
    forced.goto(f"{server}/?concern=acne_scars")
    settled(forced)
    filled, hollow = (
        forced.locator(f"#root .nw-dots i{kind}").first.evaluate("dot => getComputedStyle(dot).backgroundColor")
        for kind in (".on", ":not(.on)")
    )
    assert filled == "rgb(255, 255, 255)"
    assert hollow in ("rgba(0, 0, 0, 0)", "rgb(0, 0, 0)")
    marks = forced.locator("#root .nw-marks .nw-full").first
    assert marks.evaluate("full => getComputedStyle(full).forcedColorAdjust") == "none"
    assert "rgb(255, 255, 255)" in marks.evaluate("full => getComputedStyle(full).backgroundImage")
    assert len(set(_shown(forced, "#root .nw-marks"))) > 1
    chosen = forced.locator(".st-key-concern button:is([aria-checked=true], [data-selected=true])").first
    assert chosen.evaluate("pill => getComputedStyle(pill).outlineStyle") == "solid"


def test_the_focus_stays_where_the_pdf_was_asked_for(window: Page, server: str) -> None:
    """By key and by mouse: the next Tab goes on from there."""
    page = visit(window, f"{server}/take_home?concern=acne_scars")
    button = page.locator(".st-key-take_home_pdf button")
    button.focus()
    with page.expect_download():
        page.keyboard.press("Enter")
    settled(page)
    expect(button).to_be_focused()
    with page.expect_download():
        button.click()
    settled(page)
    expect(button).to_be_focused()
