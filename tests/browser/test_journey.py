"""The whole way of a newcomer on a phone: compare three options on dark skin, learn what to ask about, see what fits.

Each test also counts the taps. The numbers are limits, not targets: a step more is a reason to look at the way again.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from playwright.sync_api import Browser, Locator, Page, expect

from needlewise.words import say
from tests.browser.conftest import becomes, open_page, settled, too_wide

# Two to the comparison, three for the options, one for the skin tone; three for the tablet; four for what matters.
MOST_TAPS = 13
DOWNTIME = say("priorities-name-downtime", group="skin")
CERTAINTY = say("priorities-name-certainty")


@dataclass
class Finger:
    """Taps what can be seen, after scrolling to it, and counts."""

    page: Page
    taps: int = 0

    def tap(self, goal: Locator) -> None:
        """One tap."""
        goal.scroll_into_view_if_needed()
        goal.tap()
        self.taps += 1


def _way(page: Page, name: str) -> Locator:
    """A way on that stands on the page itself, not in the menu."""
    return page.get_by_test_id("stMain").get_by_role("link", name=say(f"onward-{name}")).first


def _compares(finger: Finger) -> None:
    """From the first page to microneedling, the first alternative and a light peel on dark brown skin, in short."""
    page = finger.page
    finger.tap(page.get_by_role("radio", name="Acne scars"))
    expect(page.locator("#root .nw-eyebrow").first).to_contain_text("acne scars")
    settled(page)
    finger.tap(_way(page, "compare"))
    expect(page.locator(".nw-glance")).to_be_visible()
    settled(page)
    becomes(page, lambda: page.evaluate("document.querySelector('[data-testid=stMain]').scrollTop"), 0)
    finger.tap(page.locator(".nw-pick summary"))
    finger.tap(page.get_by_role("button", name="Light peel", exact=True))
    expect(page.locator(".nw-glance td[data-option=superficial_peel]").first).to_be_visible()
    settled(page)
    finger.tap(page.get_by_role("button", name="Doing nothing", exact=True))
    expect(page.locator(".nw-glance td[data-option=no_treatment]")).to_have_count(0)
    settled(page)
    finger.tap(page.get_by_text(say("skin-short-6")))
    expect(page.locator(".nw-glance tr[data-line=marks]")).to_contain_text(say("glance-about-marks-told"))
    settled(page)
    # Every figure in short opens its sources; only the place of needling beside itself has none.
    figures = page.locator(".nw-glance td .nw-fig:not(.nw-unknown)")
    assert figures.evaluate_all("all => all.filter(one => one.tagName !== 'A').map(one => one.textContent)") == [
        say("glance-no-cell")
    ]
    assert too_wide(page) == []


def _asks(finger: Finger) -> None:
    """Which of the three to ask about because of cold sores, by name, and why."""
    page = finger.page
    finger.tap(_way(page, "suitability"))
    expect(page.get_by_role("heading", level=1)).to_have_text(say("suitability-title"))
    settled(page)
    finger.tap(page.get_by_text("Cold sores").first)
    near = page.locator(".nw-near")
    expect(near).to_contain_text(re.compile("Cold sores.*ask first: microneedling.* a light peel"))
    settled(page)
    finger.tap(page.get_by_role("link", name=say("suitability-near-link")))
    reason = page.locator("article[data-option=superficial_peel] li").filter(has_text="Cold sores")
    expect(reason.get_by_role("link", name=say("sources-mark")).first).to_be_visible()
    assert too_wide(page) == []


def _weighs(finger: Finger) -> None:
    """Little downtime first, certainty second: which fits, and the figures it rests on."""
    page = finger.page
    finger.tap(_way(page, "priorities"))
    expect(page.get_by_role("heading", level=1)).to_have_text(say("priorities-open"))
    settled(page)
    expect(page.locator("#root .nw-eyebrow").first).to_contain_text("acne scars")
    chosen = page.locator(".nw-step strong")
    finger.tap(page.get_by_role("button", name=DOWNTIME, exact=True))
    expect(chosen).to_have_text([DOWNTIME])
    settled(page)
    finger.tap(page.get_by_role("button", name=CERTAINTY, exact=True))
    expect(chosen).to_have_text([DOWNTIME, CERTAINTY])
    expect(page.locator(".nw-near")).to_contain_text("Microneedling")
    expect(page.locator(".nw-near")).to_be_in_viewport(ratio=1)
    finger.tap(page.get_by_role("link", name=say("priorities-near-link")))
    both = (re.compile(r"microneedling: 4 days"), re.compile(r"a light peel: 0 days"))
    why = page.locator("#root .nw-hero .nw-more").filter(has_text=both[0]).filter(has_text=both[1])
    expect(why).to_contain_text(DOWNTIME)
    expect(why).to_be_in_viewport(ratio=1)
    expect(page.locator(".nw-near")).to_be_hidden()
    assert too_wide(page) == []


def test_a_newcomer_on_a_phone_compares_asks_and_weighs(browser: Browser, server: str) -> None:
    """From the first page by touch alone, without the menu: each answer stands in the window where it was asked for."""
    finger = Finger(open_page(browser, server, width=360, height=740, touch=True))
    _compares(finger)
    _asks(finger)
    _weighs(finger)
    assert finger.taps <= MOST_TAPS
    for word in ("cold_sores", "skin", "downtime"):
        assert word not in finger.page.url.lower()
    finger.page.close()


def test_the_short_answer_makes_room_for_the_whole_one(browser: Browser, server: str) -> None:
    """Beside the questions it stays at the lower edge; where the whole answer is seen it is not said twice."""
    page = open_page(browser, f"{server}/priorities?concern=acne_scars", width=360, height=740, touch=True)
    chip = page.get_by_role("button", name=DOWNTIME, exact=True)
    chip.tap()
    near = page.locator(".nw-near")
    expect(near).to_be_in_viewport(ratio=1)
    settled(page)
    page.get_by_role("heading", level=1).scroll_into_view_if_needed()
    expect(near).to_be_hidden()
    chip.scroll_into_view_if_needed()
    page.mouse.wheel(0, 300)
    expect(near).to_be_visible()
    page.close()
