"""What matters to me in a real browser: with a keyboard, on a phone, in both themes, and nothing of it in the address."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from needlewise.words import say

OPTIONS = "microneedling,fractional_co2_laser,superficial_peel"
PICKS = ("priorities-name-downtime", "priorities-name-certainty")


def settle(page: Page) -> None:
    """Wait until the script has finished."""
    page.wait_for_selector('[data-testid=stApp][data-test-script-state="notRunning"]')
    page.wait_for_timeout(300)


def opened(browser: Browser, server: str, width: int = 1280, scheme: str = "light") -> Page:
    """The page for acne scars, three options."""
    page = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme, has_touch=True).new_page()  # type: ignore[arg-type]
    page.goto(f"{server}/priorities?concern=acne_scars&options={OPTIONS}")
    page.get_by_role("heading", name=say("priorities-open")).wait_for(timeout=60_000)
    settle(page)
    return page


def pick(page: Page) -> None:
    """Little downtime first, certainty second."""
    for message in PICKS:
        page.get_by_role("button", name=say(message, group="skin"), exact=True).click()
        settle(page)


def test_little_downtime_first_certainty_second_on_a_phone(browser: Browser, server: str):
    """Five taps (50 points, twice five more) give the fit worked out by hand: 100 and 60 points, needling 89.6 of 100."""
    page = opened(browser, server, width=360)
    pick(page)
    page.get_by_role("button", name=say("priorities-give")).tap()
    settle(page)
    for _ in range(2):
        page.get_by_role("button", name="Increment").tap()
        settle(page)
    expect(page.get_by_role("heading", level=1)).to_have_text(say("priorities-answer", first="Microneedling", fit="90"))
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth") <= 360
    page.context.close()


def test_with_the_keyboard_only(browser: Browser, server: str):
    """Pick, reorder and give points without a mouse; the focus stays where it was."""
    page = opened(browser, server)
    for message in PICKS:
        button = page.get_by_role("button", name=say(message, group="skin"), exact=True)
        button.focus()
        page.keyboard.press("Enter")
        settle(page)
    up = page.get_by_role("button", name=say("priorities-up", name=say("priorities-name-certainty")))
    up.focus()
    page.keyboard.press("Enter")
    settle(page)
    page.get_by_role("button", name=say("priorities-give")).focus()
    page.keyboard.press("Enter")
    settle(page)
    field = page.get_by_role(
        "spinbutton", name=say("priorities-points", name=say("priorities-name-downtime", group="skin"))
    )
    field.focus()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Enter")
    settle(page)
    expect(field).to_have_value("55")
    assert page.evaluate("document.activeElement.getAttribute('aria-label')") == field.get_attribute("aria-label")
    page.context.close()


def test_answers_never_stand_in_the_address(browser: Browser, server: str):
    """Only the concern and the options do."""
    page = opened(browser, server)
    pick(page)
    assert "priorities_" not in page.url
    assert "downtime" not in page.url
    names = {part.partition("=")[0] for part in page.url.partition("?")[2].split("&")}
    assert names <= {"concern", "options"}
    page.context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1920])
def test_axe_finds_nothing(browser: Browser, server: str, width: int, scheme: str):
    """No violation before and after answering, in both themes."""
    page = opened(browser, server, width, scheme)
    for step in (lambda: None, lambda: pick(page)):
        step()
        page.mouse.move(0, 0)
        page.wait_for_timeout(500)
        found = Axe().run(page).response["violations"]
        assert [(item["id"], item["nodes"][0]["target"]) for item in found] == []
    page.context.close()
