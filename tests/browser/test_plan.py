"""The Plan page as a visitor meets it."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from icalendar import Calendar
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import open_page, settled

# Dates move with the calendar, so that this file holds next year too.
START = date.today() + timedelta(days=9)  # noqa: DTZ011 -- nine days away, no zone matters
EVENT = START + timedelta(days=193)
LINK = f"/plan?concern=stretch_marks&options=microneedling,fractional_co2_laser&plan_start={START}&plan_event={EVENT}&plan_days=Fri"


def first_row(page: Page) -> str:
    """What the table says of microneedling."""
    return page.locator("tr[data-option=microneedling][data-verdict]").inner_text()


def test_a_link_brings_the_plan_back_and_a_choice_goes_into_the_address(browser: Browser, server: str) -> None:
    """Another number of visits changes the page and the address; that address opened anew is the same page."""
    page = open_page(browser, f"{server}{LINK}")
    before = first_row(page)
    page.get_by_text("Days to keep free").click()
    visits = page.get_by_role("spinbutton", name="Microneedling: visits")
    visits.fill("8")
    visits.press("Enter")
    expect(page.locator("tr[data-option=microneedling][data-verdict]")).to_contain_text("More visits than any study")
    settled(page)
    query = parse_qs(urlsplit(page.url).query)
    assert query["plan_visits_stretch_marks_microneedling"] == ["8"]
    assert query["plan_event"] == [EVENT.isoformat()]
    assert set(query) <= {
        "concern",
        "options",
        "plan_start",
        "plan_event",
        "plan_days",
        "plan_visits_stretch_marks_microneedling",
    }
    assert first_row(page) != before
    again = open_page(browser, page.url)
    assert first_row(again) == first_row(page)
    again.context.close()
    page.context.close()


def test_a_day_typed_as_kept_free_moves_the_visits(browser: Browser, server: str) -> None:
    """A stretch over the first Friday moves the first visit behind it, and a stripe is promised in words."""
    page = open_page(browser, f"{server}{LINK}")
    page.get_by_text("Days to keep free").click()
    field = page.locator(".st-key-plan_away input")
    field.click()
    field.press_sequentially(f"{START}/{START + timedelta(days=20)}")
    expect(page.get_by_role("option").first).to_be_visible()
    field.press("Enter")
    expect(page.get_by_text("one stretch of days kept free")).to_be_visible()
    settled(page)
    assert parse_qs(urlsplit(page.url).query)["plan_away"] == [f"{START}/{START + timedelta(days=20)}"]
    expect(page.get_by_text("Grey stripes are days you keep free.")).to_be_visible()
    page.context.close()


def test_the_calendar_file_holds_the_visits_on_the_page(browser: Browser, server: str, tmp_path: Path) -> None:
    """As many entries as visits in the list, on Fridays."""
    page = open_page(browser, f"{server}{LINK}")
    page.get_by_text("Show these dates as a list").click()
    listed = page.locator(".nw-plan-list article").first.locator("ol li").count()
    with page.expect_download() as download:
        page.get_by_role("button", name="Microneedling (.ics)").click()
    target = tmp_path / download.value.suggested_filename
    download.value.save_as(target)
    assert target.name == "needlewise-microneedling.ics"
    visits = [event for event in Calendar.from_ical(target.read_bytes()).walk("VEVENT") if "visit" in event["SUMMARY"]]
    assert len(visits) == listed
    assert {event["DTSTART"].dt.weekday() for event in visits} == {4}
    page.context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("width", "height"), [(360, 740), (1280, 800), (1920, 1080)])
def test_the_page_fits_and_has_no_accessibility_faults(
    browser: Browser, server: str, width: int, height: int, scheme: str
) -> None:
    """No sideways scroll, no axe violation, with everything unfolded."""
    page = open_page(browser, f"{server}{LINK}", width=width, height=height, scheme=scheme)
    for summary in page.locator("details.nw-twin > summary, details.nw-plan-after > summary").all():
        summary.click()
    page.get_by_text("Days to keep free").click()
    assert page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth <= innerWidth")
    found = Axe().run(page)
    assert [f"{item['id']}: {item['nodes'][0]['html'][:120]}" for item in found.response["violations"]] == []
    page.context.close()


def test_the_keyboard_reaches_the_dates_the_sources_and_the_files(browser: Browser, server: str) -> None:
    """Tab from the top passes the event field, a figure and a file button; Enter opens a figure's sources."""
    page = open_page(browser, f"{server}{LINK}")
    seen = set()
    for _ in range(150):
        page.keyboard.press("Tab")
        kind = page.evaluate(
            "(() => { const e = document.activeElement; return e.closest('.st-key-plan_event') ? 'event' : e.matches('button.nw-fig') ? 'figure'"
            " : e.closest('[data-testid=stDownloadButton]') ? 'file' : ''; })()"
        )
        if kind == "figure" and "figure" not in seen:
            page.keyboard.press("Enter")
            expect(page.locator(".nw-card:popover-open")).to_be_visible()
            page.keyboard.press("Escape")
        seen.add(kind)
    assert {"event", "figure", "file"} <= seen
    page.context.close()
