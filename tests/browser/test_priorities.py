"""What matters to me in a real browser.

With a keyboard, on a phone, in both themes, and nothing of it in the address.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page, expect

from needlewise.words import say
from tests.browser.conftest import axe_faults, becomes, none_of, open_page, resize, settled, too_wide, visit

ADDRESS = "priorities?concern=acne_scars&options=microneedling,fractional_co2_laser,superficial_peel"
DOWNTIME = say("priorities-name-downtime", group="skin")
CERTAINTY = say("priorities-name-certainty")


def begun(page: Page) -> Page:
    """The page is there, and nothing has been answered."""
    expect(page.get_by_role("heading", name=say("priorities-open"))).to_be_visible()
    return page


def ordered(page: Page, *names: str) -> None:
    """Wait until these matter, in this order."""
    expect(page.locator(".nw-step strong")).to_have_text(list(names))
    settled(page)


def pick(page: Page, act: Callable[[str], None] | None = None) -> None:
    """Little downtime first, certainty second; by a click where nothing else is said."""

    def click(name: str) -> None:
        page.get_by_role("button", name=name, exact=True).click()

    (act or click)(DOWNTIME)
    ordered(page, DOWNTIME)
    (act or click)(CERTAINTY)
    ordered(page, DOWNTIME, CERTAINTY)


def test_little_downtime_first_certainty_second_on_a_phone(browser: Browser, server: str):
    """Five taps (50 points, twice five more) give the fit worked out by hand.

    100 and 60 points, needling 89.6 of 100.
    """
    page = begun(open_page(browser, f"{server}/{ADDRESS}", width=360, touch=True))
    pick(page)
    page.get_by_role("button", name=say("priorities-give")).tap()
    points = page.get_by_role("spinbutton", name=say("priorities-points", name=CERTAINTY))
    for value in (50, 55, 60):
        expect(points).to_have_value(str(value))
        settled(page)
        if value < 60:
            page.get_by_role("button", name="Increment").tap()
    expect(page.get_by_role("heading", level=1)).to_have_text(say("priorities-answer", first="Microneedling", fit="90"))
    assert too_wide(page) == []
    page.close()


def test_with_the_keyboard_only(window: Page, server: str):
    """Pick, reorder and give points without a mouse; the focus stays where it was."""
    page = begun(visit(window, f"{server}/{ADDRESS}"))
    pick(page, lambda name: page.get_by_role("button", name=name, exact=True).press("Enter"))
    page.get_by_role("button", name=say("priorities-up", name=CERTAINTY)).press("Enter")
    ordered(page, CERTAINTY, DOWNTIME)
    page.get_by_role("button", name=say("priorities-give")).press("Enter")
    field = page.get_by_role("spinbutton", name=say("priorities-points", name=DOWNTIME))
    expect(field).to_have_value("50")
    settled(page)
    answer = page.locator("section.nw-hero")
    at_fifty = answer.inner_text()
    field.press("ArrowUp")
    page.keyboard.press("Enter")
    becomes(page, lambda: answer.inner_text() != at_fifty, wanted=True)
    settled(page)
    expect(field).to_have_value("55")
    expect(field).to_be_focused()


def test_answers_never_stand_in_the_address(window: Page, server: str):
    """Only the concern and the options do."""
    page = begun(visit(window, f"{server}/{ADDRESS}"))
    pick(page)
    assert "priorities_" not in page.url
    assert "downtime" not in page.url
    names = {part.partition("=")[0] for part in page.url.partition("?")[2].split("&")}
    assert names <= {"concern", "options"}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(window: Page, server: str, scheme: str):
    """No violation before and after answering, on a phone and on a wall."""
    page = begun(visit(window, f"{server}/{ADDRESS}", scheme=scheme))
    found: dict[str, list[str]] = {}
    for when in ("before", "after"):
        if when == "after":
            pick(page)
        page.mouse.move(0, 0)
        for width in (360, 1920):
            resize(page, width, 900)
            found[f"{when} answering, {width} px"] = axe_faults(page)
    none_of(found)


def test_the_focus_follows_what_was_pressed(window: Page, server: str):
    """Enter on "Give points" leads into the field, Enter on an arrow stays with the step that moved."""
    page = begun(visit(window, f"{server}/{ADDRESS}"))
    pick(page)
    page.get_by_role("button", name=say("priorities-give")).press("Enter")
    points = page.get_by_role("spinbutton", name=say("priorities-points", name=CERTAINTY))
    expect(points).to_be_focused()
    points.fill("30")
    points.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text("of 100")
    settled(page)
    page.get_by_role("button", name=say("priorities-up", name=CERTAINTY)).press("Enter")
    ordered(page, CERTAINTY, DOWNTIME)
    expect(page.get_by_text(say("priorities-points-kept", name=CERTAINTY, points="30"))).to_be_visible()
    down = page.get_by_role("button", name=say("priorities-down", name=CERTAINTY))
    expect(down).to_be_focused()
    page.keyboard.press("Enter")
    ordered(page, DOWNTIME, CERTAINTY)
    expect(points).to_have_value("30")


def test_the_answer_is_beside_the_question_on_a_phone(browser: Browser, server: str):
    """While chips are tapped, the answer in short stays in the window; its link leads to the whole one."""
    page = begun(open_page(browser, f"{server}/{ADDRESS}", width=360, height=640, touch=True))
    pick(page)
    page.get_by_role("button", name=DOWNTIME, exact=True).scroll_into_view_if_needed()
    expect(page.locator(".nw-near")).to_be_in_viewport(ratio=1)
    page.get_by_role("link", name=say("priorities-near-link")).tap()
    expect(page.get_by_role("heading", level=1)).to_be_in_viewport(ratio=1)
    expect(page.locator("#answer")).to_be_focused()
    assert "#" not in page.url
    page.close()
