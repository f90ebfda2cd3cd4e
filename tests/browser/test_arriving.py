"""Where a person stands after a step: at the top of what was opened, at the place that was asked for, or back where they were."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from needlewise.evidence.reading.load import load
from needlewise.words import say
from tests.browser.conftest import becomes, new_window, none_of, settled, visit

# How many times slower than this machine's processor.
SLOW = 4
_SCROLLED = "document.querySelector('[data-testid=stMain]').scrollTop"
_SCROLL = "far => document.querySelector('[data-testid=stMain]').scrollTo(0, far)"


def _top(page: Page) -> None:
    """The page is finished and stands at its top."""
    settled(page)
    becomes(page, lambda: page.evaluate(_SCROLLED), 0)


def _about(page: Page, noun: str) -> None:
    expect(page.locator("#root .nw-eyebrow").first).to_contain_text(noun)


@pytest.fixture
def phone(browser: Browser, server: str) -> Iterator[Page]:
    """A slow phone with an empty history, on the home page."""
    page = new_window(browser, touch=True)
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOW})
    yield visit(page, server, width=360, height=740)
    page.context.close()


def test_back_from_a_concern_leads_to_where_it_was_picked(phone: Page) -> None:
    """One step for each concern picked, and forward again; nothing is asked of the site before."""
    page = phone
    page.get_by_role("radio", name="Stretch marks").tap()
    _about(page, "stretch marks")
    _top(page)
    page.locator(".nw-fold summary").tap()
    page.get_by_role("radio", name="Thinning hair").tap()
    _about(page, "thinning hair")
    _top(page)
    page.evaluate(_SCROLL, 3000)
    page.go_back()
    _about(page, "stretch marks")
    _top(page)
    page.go_back()
    expect(page.locator("#root .nw-asking h1")).to_be_visible()
    expect(page.get_by_role("radio", name="Stretch marks")).to_have_attribute("aria-checked", "false")
    _top(page)
    page.go_forward()
    _about(page, "stretch marks")
    _top(page)
    assert parse_qs(urlsplit(page.url).query) == {"concern": ["Stretch marks"]}


def test_a_page_opened_from_the_middle_of_another_begins_at_its_top(phone: Page) -> None:
    """By a question of the home page, a way on, the menu and the picker; and at the asked place where one is asked for."""
    page = phone
    page.get_by_role("link", name=load().asked["scars"].question, exact=True).tap()
    _about(page, "acne scars")
    _top(page)
    page.locator(".nw-onward a").filter(has_text=say("onward-compare")).tap()
    expect(page.locator(".nw-compare")).to_be_visible()
    _top(page)
    page.evaluate(_SCROLL, 2000)
    page.get_by_test_id("stExpandSidebarButton").tap()
    page.get_by_test_id("stSidebarNavLink").filter(has_text=say("nav-suitability")).tap()
    expect(page.locator("#skin-tone")).to_be_visible()
    _top(page)
    page.locator(".nw-fold summary").tap()
    page.get_by_role("radio", name="Fine lines").tap()
    expect(page.locator(".nw-fold summary")).to_contain_text("Fine lines")
    _top(page)


_JUMP_LINKS = "#root a.nw-jump[href^='#']"
# The heading a jump leads to: what a finger meets there, and how far down the window it stands.
_LANDED = """link => {
  const goal = document.querySelector(link.hash);
  const { left, top } = goal.getBoundingClientRect();
  const met = document.elementFromPoint(left + 4, top + 6);
  return !goal.contains(met) && !met?.contains(goal) ? `covered by ${met?.outerHTML.slice(0, 80)}`
    : top > innerHeight / 2 ? `${Math.round(top)} px down` : "";
}"""
_AT_END = "() => { const main = document.querySelector('[data-testid=stMain]'); return main.scrollTop + main.clientHeight >= main.scrollHeight - 2; }"


@pytest.mark.parametrize("width", [360, 1280])
def test_a_jump_lands_with_its_heading_clear(window: Page, server: str, width: int) -> None:
    """On every page that has jumps: nothing lies over the heading, and it stands in the upper half of the window."""
    found: dict[str, list[str]] = {}
    for path in ("?concern=acne_scars", "suitability?concern=acne_scars", "about", "evidence"):
        page = visit(window, f"{server}/{path}", width=width, height=740)
        page.emulate_media(reduced_motion="reduce")
        if path.startswith("suitability"):
            page.get_by_text(say("suitability-skin-5")).first.click()
            expect(page.locator(".nw-least")).to_be_visible()
            settled(page)
        for link in page.locator(_JUMP_LINKS).filter(visible=True).all():
            link.click()
            page.wait_for_timeout(100)
            fault = link.evaluate(_LANDED)
            if fault and not (fault.endswith("down") and page.evaluate(_AT_END)):
                found.setdefault(path, []).append(f"{link.text_content()}: {fault}")
    page.emulate_media(reduced_motion="no-preference")
    none_of(found)
