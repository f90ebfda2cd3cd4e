"""The Plan page as a visitor meets it."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from icalendar import Calendar
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import axe_faults, becomes, none_of, open_page, resize, settled, still, too_wide, visit
from tests.browser.network import Line

# Dates move with the calendar, so that this file holds next year too.
START = date.today() + timedelta(days=9)  # noqa: DTZ011 -- nine days away, no zone matters
EVENT = START + timedelta(days=193)
LINK = f"/plan?concern=stretch_marks&options=microneedling,fractional_co2_laser&plan_start={START}&plan_event={EVENT}&plan_days=Fri"
SIZES = ((360, 740), (1280, 800), (1920, 1080))


def first_row(page: Page) -> str:
    """What the table says of microneedling."""
    return page.locator("tr[data-option=microneedling][data-verdict]").inner_text()


def asked(page: Page) -> dict[str, list[str]]:
    """What stands in the address."""
    return parse_qs(urlsplit(page.url).query)


def test_a_link_brings_the_plan_back_and_a_choice_goes_into_the_address(window: Page, server: str) -> None:
    """Another number of visits changes the page and the address; that address opened anew is the same page."""
    page = visit(window, f"{server}{LINK}")
    before = first_row(page)
    page.get_by_text("Days to keep free").click()
    visits = page.get_by_role("spinbutton", name="Microneedling: visits")
    visits.fill("8")
    visits.press("Enter")
    expect(page.locator("tr[data-option=microneedling][data-verdict]")).to_contain_text("More visits than any study")
    settled(page)
    becomes(page, lambda: asked(page).get("plan_visits_stretch_marks_microneedling"), ["8"])
    query = asked(page)
    assert query["plan_event"] == [EVENT.isoformat()]
    assert set(query) <= {
        "concern",
        "options",
        "plan_start",
        "plan_event",
        "plan_days",
        "plan_visits_stretch_marks_microneedling",
    }
    after = first_row(page)
    assert after != before
    visit(page, page.url)
    becomes(page, lambda: first_row(page), after)


def test_a_day_typed_as_kept_free_moves_the_visits(window: Page, server: str) -> None:
    """A stretch over the first Friday moves the first visit behind it, and a stripe is promised in words."""
    page = visit(window, f"{server}{LINK}")
    stretch = f"{START}/{START + timedelta(days=20)}"
    page.get_by_text("Days to keep free").click()
    field = page.locator(".st-key-plan_away input")
    expect(field).to_be_visible()
    still(page)
    field.press_sequentially(stretch)
    # Enter takes what the list offers once that is marked, and nothing before.
    expect(page.get_by_role("option", name=stretch)).to_have_attribute("data-focused", "true")
    field.press("Enter")
    expect(page.get_by_text("one stretch of days kept free")).to_be_visible()
    settled(page)
    becomes(page, lambda: asked(page).get("plan_away"), [stretch])
    expect(page.get_by_text("Grey stripes are days you keep free.")).to_be_visible()


def test_the_calendar_file_holds_the_visits_on_the_page(window: Page, server: str, tmp_path: Path) -> None:
    """As many entries as visits in the list, on Fridays."""
    page = visit(window, f"{server}{LINK}")
    page.get_by_text("Show these dates as a list").click()
    course = page.locator(".nw-plan-list:not(.nw-course) article").first
    expect(course).to_be_visible()
    listed = course.locator("ol li").count()
    with page.expect_download() as download:
        page.get_by_role("button", name="Microneedling (.ics)").click()
    target = tmp_path / download.value.suggested_filename
    download.value.save_as(target)
    assert target.name == "needlewise-microneedling.ics"
    visits = [event for event in Calendar.from_ical(target.read_bytes()).walk("VEVENT") if "visit" in event["SUMMARY"]]
    assert len(visits) == listed
    assert {event["DTSTART"].dt.weekday() for event in visits} == {4}


@pytest.mark.parametrize("delay", [0, 0.2])
@pytest.mark.parametrize("how", ["tap", "60"])
def test_a_time_typed_a_moment_ago_is_in_the_calendar_file(browser: Browser, slow_line: Line, how: str, delay: float):
    """One press, one file, with the hour."""
    slow_line.delay = 0
    page = open_page(browser, f"{slow_line.address}{LINK}", touch=how == "tap")
    slow_line.delay = delay / 2
    button = page.get_by_role("button", name="Microneedling (.ics)")
    button.scroll_into_view_if_needed()
    page.locator(".st-key-plan_time [role=spinbutton]").first.focus()
    page.keyboard.type("0940")
    with page.expect_download() as download:
        button.tap() if how == "tap" else button.click(delay=int(how))
    found = Calendar.from_ical(download.value.path().read_bytes())
    visits = [event for event in found.walk("VEVENT") if "visit" in event["SUMMARY"]]
    assert visits
    assert {f"{event['DTSTART'].dt:%H:%M}" for event in visits} == {"09:40"}
    page.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_page_fits_and_has_no_accessibility_faults(window: Page, server: str, scheme: str) -> None:
    """In every size no sideways scroll, no axe violation, with everything unfolded."""
    page = visit(window, f"{server}{LINK}", scheme=scheme)
    for summary in page.locator("details.nw-twin > summary, details.nw-plan-after > summary").all():
        summary.click()
    page.get_by_text("Days to keep free").click()
    expect(page.locator(".st-key-plan_away input")).to_be_visible()
    found: dict[str, list[str]] = {}
    for width, height in SIZES:
        resize(page, width, height)
        found[f"{width} px"] = too_wide(page) + axe_faults(page)
    none_of(found)


# What the focused element is part of.
_KIND = """() => { const at = document.activeElement; return at.closest('.st-key-plan_event') ? 'event'
  : at.matches('a.nw-fig') ? 'figure' : at.closest('[class*=st-key-plan-file-]') ? 'file' : ''; }"""


def test_the_keyboard_reaches_the_dates_the_sources_and_the_files(window: Page, server: str) -> None:
    """Tab from the top passes the event field, a figure and a file button; Enter opens a figure's sources."""
    page = visit(window, f"{server}{LINK}")
    seen: set[str] = set()
    for _ in range(150):
        page.keyboard.press("Tab")
        kind = page.evaluate(_KIND)
        if kind == "figure" and "figure" not in seen:
            page.keyboard.press("Enter")
            expect(page.locator(".nw-card:popover-open")).to_be_visible()
            page.keyboard.press("Escape")
            expect(page.locator(".nw-card:popover-open")).to_have_count(0)
        seen.add(kind)
        if {"event", "figure", "file"} <= seen:
            return
    pytest.fail(f"reached only {sorted(seen)}")


# For each text with dates that are set apart: where each date stands on its line, and whether its year stands left of
# its day.
_DATES = """() => {
  const walker = document.createTreeWalker(document.querySelector('.stApp'), NodeFilter.SHOW_TEXT), found = [];
  const left = (node, from, to) => { const range = document.createRange(); range.setStart(node, from); range.setEnd(node, to);
    return range.getBoundingClientRect(); };
  while (walker.nextNode()) {
    const node = walker.currentNode, places = [...node.data.matchAll(/\\u2068([^\\u2069]+)\\u2069/g)];
    if (!places.length || !node.parentElement.checkVisibility()) continue;
    found.push(places.map(place => {
      const text = place[1], day = place.index + 1 + text.search(/[0-9]/), year = place.index + 1 + text.search(/[0-9]{4}/);
      const first = left(node, day, day + 1), last = left(node, year, year + 4);
      return { text, line: Math.round(first.top), year_line: Math.round(last.top), day: first.left, year: last.left };
    }));
  }
  return found;
}"""


@pytest.mark.parametrize("language", ["ar", "he", "fa"])
def test_dates_read_in_order_from_right_to_left(browser: Browser, server: str, language: str) -> None:
    """Each date runs from right to left as its readers expect, and the dates of one English sentence keep their order."""
    context = browser.new_context(locale=language)
    page = visit(context.new_page(), f"{server}/plan?concern=stretch_marks&options=microneedling", width=1920)
    page.get_by_text("Show these dates as a list").click()
    expect(page.locator(".nw-plan-list article").first).to_be_visible()
    sentences = page.evaluate(_DATES)
    context.close()
    assert sum(len(places) > 1 for places in sentences) >= 2
    for places in sentences:
        for date_found in places:
            if date_found["line"] == date_found["year_line"]:
                assert date_found["year"] < date_found["day"], date_found
        for before, after in pairwise(places):
            if before["line"] == after["line"]:
                assert before["day"] < after["day"], places
