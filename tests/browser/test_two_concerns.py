"""Two concerns in a real browser: added by hand, kept through menu, links and Back, switched, and in the room."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import Page, expect

from needlewise.evidence.reading.load import load
from tests.browser.conftest import becomes, settled, too_wide, visit

FIRST, SECOND = (load().concerns[name].name for name in ("acne_scars", "uneven_tone"))


def _named(page: Page) -> tuple[str, str]:
    """Both concerns as the address has them."""
    given = parse_qs(urlsplit(page.url).query)
    return given.get("concern", [""])[0], given.get("also", [""])[0]


def test_a_second_concern_is_added_and_stays(window: Page, server: str) -> None:
    """By its list on Explore; then through a link of the page, the menu, the switch and four steps Back."""
    page = visit(window, f"{server}/?concern=acne_scars")
    page.locator(".st-key-also_open button").click()
    page.locator(".st-key-also input").fill(SECOND)
    page.keyboard.press("Enter")
    becomes(page, lambda: _named(page), (FIRST, SECOND))
    page.keyboard.press("Escape")
    settled(page)
    page.locator("a.nw-go[href*='/compare']").first.click()
    page.wait_for_url("**/compare?**")
    becomes(page, lambda: _named(page), (FIRST, SECOND))
    settled(page)
    page.get_by_test_id("stTopNavLink").filter(has_text="Plan").click()
    page.wait_for_url("**/plan?**")
    becomes(page, lambda: _named(page), (FIRST, SECOND))
    settled(page)
    page.locator(".st-key-also_shown button", has_text=SECOND).click()
    becomes(page, lambda: _named(page), (SECOND, FIRST))
    settled(page)
    page.go_back()
    becomes(page, lambda: _named(page), (FIRST, SECOND))
    settled(page)
    page.go_back()
    page.wait_for_url("**/compare?**")
    becomes(page, lambda: _named(page), (FIRST, SECOND))
    expect(page.locator(".st-key-also_shown")).to_be_visible()


def test_the_switch_and_the_way_to_it_fit_a_phone(window: Page, server: str) -> None:
    """Nothing runs off the side, and each is large enough for a thumb."""
    page = visit(window, f"{server}/compare?concern=acne_scars&also=uneven_tone", width=360, height=740)
    assert too_wide(page) == []
    for key in ("also_open", "also_shown"):
        for button in page.locator(f".st-key-{key} button").all():
            box = button.bounding_box()
            assert box is not None
            assert box["height"] >= 44
            assert box["x"] + box["width"] <= 360
