"""A consult as it is played on a tablet and on a wall, and the next client who finds nothing of the last."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import partial
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from needlewise.decision.consult_room import SCREENS
from needlewise.evidence.reading.load import load
from needlewise.words import say
from tests.browser.conftest import (
    axe_faults,
    becomes,
    new_tab,
    new_window,
    none_of,
    resize,
    settled,
    still,
    too_wide,
    visit,
)

EVIDENCE = load()
UPRIGHT, LANDSCAPE, WALL = (820, 1180), (1180, 820), (1920, 1080)
ROOM = "?concern=acne_scars&view=room"
# WCAG AAA for text of any size, and what a washed-out projector needs.
CONTRAST = 7.0
BODY_PIXELS = 28


@pytest.fixture
def tablet(browser: Browser) -> Iterator[Page]:
    """An upright tablet: touch, no keyboard."""
    page = new_tab(browser, touch=True)
    page.set_viewport_size({"width": UPRIGHT[0], "height": UPRIGHT[1]})
    yield page
    page.close()


@pytest.fixture
def clocked(browser: Browser) -> Iterator[Page]:
    """The same tablet with a clock that a test can turn; a clock is of a whole window."""
    page = new_window(browser, touch=True)
    page.set_viewport_size({"width": UPRIGHT[0], "height": UPRIGHT[1]})
    page.clock.install()
    yield page
    page.context.close()


def _at(page: Page, place: int) -> None:
    """Wait until a screen is shown, by its number."""
    expect(page.locator(".nw-place strong")).to_have_text(say("room-position", place=place, all=len(SCREENS)))
    settled(page)


def _tap(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).or_(page.get_by_role("radio", name=name, exact=True)).tap()


def _chosen(page: Page, concern: str) -> None:
    """Wait until the page is about a concern and finished, and the address says so."""
    expect(page.locator("#root .nw-eyebrow").first).to_contain_text(concern)
    settled(page)


def _open_questions(page: Page) -> None:
    """By the link on the screen of harms, to the page of answers."""
    page.get_by_role("link", name=say("room-open-suitability")).tap()
    expect(page.get_by_role("heading", name=say("suitability-title"))).to_be_visible()
    settled(page)


def _addressed(page: Page, part: str) -> None:
    """Wait until the address holds this."""
    becomes(page, lambda: part in page.url, wanted=True)


def _entries(page: Page) -> list[str]:
    """The addresses of this window that Back and Forward can reach."""
    return list(page.evaluate("navigation.entries().map(entry => entry.url)"))


def _storage(page: Page) -> dict[str, str]:
    return dict(page.evaluate("({...localStorage, ...sessionStorage})"))


def _clean(page: Page, server: str, *, in_room: bool = False) -> None:
    """A fresh start: no trace in the address, the window's history or its stores, no choice, no answer, no clock.

    Whoever pressed New client in the room is still there, and it asks for the next client's concern.
    """
    query = "view=room" if in_room else ""
    page.wait_for_url(f"{server}/{'?' if query else ''}{query}")
    expect(page.locator("#root h1")).to_have_text(say("room-ask-title" if in_room else "asking-title"))
    settled(page)
    assert page.locator(".st-key-concern [aria-checked=true]").count() == 0
    becomes(page, lambda: {(urlsplit(entry).path, urlsplit(entry).query) for entry in _entries(page)}, {("/", query)})
    # Streamlit keeps which theme was chosen, and nothing else is kept.
    becomes(page, lambda: [name for name in _storage(page) if not name.startswith("stActiveTheme")], [])
    assert "acne" not in json.dumps(_storage(page)).lower()
    if not in_room:
        expect(page.locator("#nw-idle")).to_have_count(0)


def _nothing_told(page: Page) -> None:
    """On the page of answers none is chosen."""
    page.get_by_role("link", name=say("nav-suitability")).first.click()
    expect(page.get_by_role("heading", name=say("suitability-title"))).to_be_visible()
    settled(page)
    page.get_by_role("radio", name="Acne scars").click()
    expect(page.locator(".st-key-suitability_skin")).to_be_visible()
    settled(page)
    expect(page.get_by_text(say("suitability-ticked-none"))).to_be_visible()
    chosen = ".st-key-suitability_skin :is([aria-checked=true], [aria-pressed=true], [data-selected=true])"
    assert page.locator(chosen).count() == 0


def test_a_whole_consult_on_a_tablet_by_touch_alone(tablet: Page, server: str) -> None:
    """From the first page through all screens, an answer and a sum of what matters, to the next client's clean start."""
    page = tablet
    page.goto(server)
    settled(page)
    page.get_by_role("radio", name="Acne scars").tap()
    _chosen(page, "acne scars")
    _tap(page, say("room-enter"))
    for place in range(1, 5):
        _at(page, place)
        expect(page.locator("h1")).to_have_count(1)
        assert page.locator(".nw-aside[open]").count() == 0
        _tap(page, say("room-next"))
    _at(page, 5)
    page.get_by_role("button", name=say("skin-short-5")).or_(page.get_by_role("radio", name=say("skin-short-5"))).tap()
    expect(page.get_by_text(say("room-skin-told", type="V"))).to_be_visible()
    settled(page)
    _open_questions(page)
    _addressed(page, "concern=Acne")
    page.get_by_role("button", name=say("condition-herpes_history")).tap()
    expect(page.locator("p.nw-lead[role=status]", has_text=say("condition-herpes_history"))).to_be_visible()
    settled(page)
    _tap(page, say("room-back-to", place=5))
    _at(page, 5)
    page.locator(".nw-aside summary").tap()
    expect(page.locator(".nw-aside")).to_contain_text(say("condition-herpes_history"))
    page.get_by_role("radio", name=say("room-pill", place=7, name=say("room-name-home"))).tap()
    _at(page, 7)
    _addressed(page, "screen=home")
    assert "skin" not in page.url.partition("?")[2]
    assert "herpes" not in page.url
    _tap(page, say("room-new"))
    expect(page.get_by_text(say("room-new-ask"))).to_be_visible()
    still(page)
    _tap(page, say("room-new-yes"))
    _clean(page, server, in_room=True)
    page.go_back()
    _clean(page, server, in_room=True)
    page.go_forward()
    _clean(page, server, in_room=True)
    page.get_by_role("radio", name="Neck pain").tap()
    _at(page, 1)
    page.get_by_role("link", name=say("room-leave")).tap()
    _nothing_told(page)


def test_another_tap_than_the_confirmation_keeps_everything(tablet: Page, server: str) -> None:
    """New client asks once; a tap beside the question takes it back."""
    page = tablet
    page.goto(f"{server}/{ROOM}")
    _at(page, 1)
    _tap(page, say("room-new"))
    expect(page.get_by_text(say("room-new-ask"))).to_be_visible()
    settled(page)
    still(page)

    def asked_after_a_tap() -> bool:
        page.touchscreen.tap(400, 700)
        page.wait_for_timeout(200)
        return page.get_by_text(say("room-new-ask")).is_visible()

    # A tap in the moment the question opens is not yet listened to; a person's next one is.
    becomes(page, asked_after_a_tap, wanted=False)
    settled(page)
    assert "view=room" in page.url


def _stop_the_clock(page: Page) -> None:
    """From now on time passes only where a test lets it pass, and the last touch is now."""
    page.clock.pause_at(page.evaluate("Date.now()") / 1000 + 1)
    page.keyboard.press("Shift")


def test_nobody_there_warns_then_clears(clocked: Page, server: str) -> None:
    """After nine and a half minutes untouched a warning; Still here takes it away; without it everything is cleared."""
    page = clocked
    page.goto(f"{server}/{ROOM}&screen=works")
    _at(page, 4)
    warning = page.locator("#nw-idle")
    _stop_the_clock(page)
    page.clock.run_for(2_000)
    expect(warning).to_be_hidden()
    page.clock.run_for(560_000)
    expect(warning).to_be_hidden()
    page.clock.run_for(10_000)
    expect(warning).to_be_visible()
    expect(warning).to_contain_text(say("room-idle-text"))
    assert 20 <= int(page.locator(".nw-left").inner_text()) <= 30
    _tap(page, say("room-idle-stay"))
    expect(warning).to_be_hidden()
    page.clock.run_for(560_000)
    expect(warning).to_be_hidden()
    page.clock.run_for(15_000)
    expect(warning).to_be_visible()
    page.clock.run_for(27_000)
    page.clock.resume()
    _clean(page, server)
    page.go_back()
    _clean(page, server)
    _nothing_told(page)


def test_the_clock_runs_on_the_other_pages_of_a_consult_too(clocked: Page, server: str) -> None:
    """Left for the questions and then left alone, the answers are cleared as well."""
    page = clocked
    page.goto(f"{server}/{ROOM}&screen=harms")
    _at(page, 5)
    page.get_by_role("button", name=say("skin-short-6")).or_(page.get_by_role("radio", name=say("skin-short-6"))).tap()
    expect(page.get_by_text(say("room-skin-told", type="VI"))).to_be_visible()
    settled(page)
    _open_questions(page)
    page.clock.run_for(2_000)
    page.clock.run_for(605_000)
    page.clock.resume()
    _clean(page, server)
    _nothing_told(page)


def test_a_tablet_that_slept_is_cleared_when_it_wakes(clocked: Page, server: str) -> None:
    """The time counts while the screen is off: whoever wakes it hours later sees nothing of the last client."""
    page = clocked
    page.goto(f"{server}/{ROOM}&screen=works")
    _at(page, 4)
    page.clock.run_for(2_000)
    page.clock.fast_forward(3 * 3_600_000)
    page.clock.run_for(2_000)
    page.clock.resume()
    _clean(page, server)


def test_an_ordinary_visitor_is_never_timed_out(browser: Browser, server: str) -> None:
    """At home nothing is cleared, however long a page stays open."""
    page = new_window(browser)
    page.clock.install()
    page.goto(f"{server}/?concern=acne_scars")
    settled(page)
    page.clock.fast_forward(3_600_000)
    page.clock.run_for(3_000)
    # Clearing would have hidden the page at once.
    expect(page.locator("html")).to_have_css("visibility", "visible")
    expect(page.locator("#root .nw-eyebrow")).to_contain_text("acne scars")
    assert "concern=Acne" in page.url
    page.context.close()


def test_arrow_keys_and_a_presenters_clicker_turn_the_screens(window: Page, server: str) -> None:
    """Right and PageDown go on, Left and PageUp go back; the ends stay where they are."""
    page = visit(window, f"{server}/{ROOM}")
    _at(page, 1)
    for key, place in (
        ("ArrowRight", 2),
        ("PageDown", 3),
        ("PageUp", 2),
        ("ArrowLeft", 1),
        ("ArrowLeft", 1),
        ("PageDown", 2),
    ):
        page.keyboard.press(key)
        _at(page, place)


def test_the_screen_stands_in_the_address_and_back_steps_back(window: Page, server: str) -> None:
    """A reload shows the same screen, Back the one before, and leaving goes to the page the room was opened from."""
    page = visit(window, f"{server}/compare{ROOM}")
    _at(page, 4)
    page.get_by_role("button", name=say("room-next"), exact=True).click()
    _at(page, 5)
    _addressed(page, "screen=harms")
    page.reload()
    _at(page, 5)
    page.go_back()
    _at(page, 4)
    page.get_by_role("link", name=say("room-leave")).click()
    expect(page.locator(".nw-compare")).to_be_visible()
    settled(page)
    becomes(page, lambda: (urlsplit(page.url).path, "view" in page.url, "Acne" in page.url), ("/compare", False, True))


def test_options_chosen_in_the_room_come_back_to_it(tablet: Page, server: str) -> None:
    """Chosen by touch, carried to the questions and back."""
    page = tablet
    page.goto(f"{server}/{ROOM}&options=microneedling,superficial_peel")
    _at(page, 1)
    names = page.locator(".nw-told article")
    expect(names).to_have_count(2)
    page.get_by_role("radio", name=say("room-pill", place=5, name=say("room-name-harms"))).tap()
    _at(page, 5)
    _open_questions(page)
    _tap(page, say("room-back-to", place=5))
    _at(page, 5)
    expect(names).to_have_count(2)
    becomes(
        page,
        lambda: [article.get_attribute("data-option") for article in names.all()],
        ["microneedling", "superficial_peel"],
    )


# Every visible text with its size, and the contrast of its computed colours; colours are mixed over each other as
# drawn.
_TEXTS = """() => {
  const canvas = document.createElement('canvas').getContext('2d', {willReadFrequently: true});
  const rgba = colour => { canvas.clearRect(0, 0, 1, 1); canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1);
    const [r, g, b, a] = canvas.getImageData(0, 0, 1, 1).data; return [r, g, b, a / 255]; };
  const over = (top, below) => [0, 1, 2].map(i => top[i] * top[3] + below[i] * (1 - top[3]));
  const light = c => { const [r, g, b] = c.map(v => { v /= 255; return v <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4; });
    return .2126 * r + .7152 * g + .0722 * b; };
  const behind = node => { const layers = [];
    for (let at = node; at; at = at.parentElement) layers.unshift(rgba(getComputedStyle(at).backgroundColor));
    return layers.reduce((below, top) => over(top, below), [255, 255, 255]); };
  const found = []; const walk = document.createTreeWalker(document.querySelector('.stMain'), NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const text = walk.currentNode.textContent.trim(); const node = walk.currentNode.parentElement;
    if (!text || !node.checkVisibility({visibilityProperty: true, opacityProperty: true}) || node.closest('style, .nw-hidden, [data-testid=stIconMaterial]')) continue;
    const box = document.createRange(); box.selectNodeContents(walk.currentNode);
    const place = box.getBoundingClientRect(); if (place.width < 2 || place.height < 2) continue;
    const paper = behind(node); const ink = over(rgba(getComputedStyle(node).color), paper);
    const [a, b] = [light(ink), light(paper)].sort((x, y) => y - x);
    found.push([text.slice(0, 40), parseFloat(getComputedStyle(node).fontSize), (a + .05) / (b + .05)]);
  }
  return found; }"""


def _each_screen(page: Page) -> Iterator[str]:
    """Turn from screen to screen with the keyboard, everything unfolded on each."""
    for place, screen in enumerate(SCREENS, 1):
        if place > 1:
            page.keyboard.press("ArrowRight")
        _at(page, place)
        page.evaluate("document.querySelectorAll('details').forEach(fold => fold.open = true)")
        yield screen


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_wall_is_readable_at_three_metres_in_washed_out_colours(window: Page, server: str, scheme: str) -> None:
    """On every screen every text is 28 px or more with a contrast of 7 to 1 or more, side note and foot included."""
    page = visit(window, f"{server}/{ROOM}", width=WALL[0], height=WALL[1], scheme=scheme)
    found: dict[str, list[str]] = {}
    for screen in _each_screen(page):
        still(page)
        texts = page.evaluate(_TEXTS)
        assert len(texts) > 10
        found[screen] = [
            f"{text!r}: {size:g} px, {contrast:.2f} to 1"
            for text, size, contrast in texts
            if contrast < CONTRAST or size < BODY_PIXELS
        ]
    assert list(found) == list(SCREENS)
    none_of(found)


_HEIGHTS = "() => [...document.querySelectorAll('.nw-told h2')].map(name => name.getClientRects()[0].height)"
_HIDDEN = "() => { const main = document.querySelector('[data-testid=stMain]'); return main.scrollHeight - main.clientHeight; }"


def _card_count(page: Page) -> int:
    return len(page.evaluate(_HEIGHTS))


def test_the_wall_uses_the_room_it_has(window: Page, server: str) -> None:
    """The names of two options are larger than those of four, and all of either stands in the window."""
    tall = {}
    for options in ("microneedling,superficial_peel", "microneedling,superficial_peel,fractional_co2_laser,subcision"):
        page = visit(
            window, f"{server}/{ROOM}&screen=visit&options={options}", width=WALL[0], height=WALL[1], scheme="light"
        )
        _at(page, SCREENS.index("visit") + 1)
        count = len(options.split(","))
        becomes(page, partial(_card_count, page), count)
        becomes(page, partial(page.evaluate, _HIDDEN), 0)
        tall[count] = page.evaluate(_HEIGHTS)[0]
    assert tall[2] > tall[4]


@pytest.mark.parametrize("concern_id", ["acne_scars", "neck_pain"])
def test_no_screen_scrolls_on_wall_laptop_or_level_tablet(window: Page, server: str, concern_id: str) -> None:
    """What is below the edge is not said: of the usual options all of every screen stands in the window."""
    found: dict[str, list[str]] = {}
    page = visit(window, f"{server}/?concern={concern_id}&view=room")
    for place, screen in enumerate(SCREENS, 1):
        _at(page, place)
        for width, height in (WALL, (1280, 720), (1024, 768)):
            resize(page, width, height)
            still(page)
            over = int(page.evaluate(_HIDDEN))
            found[f"{screen}, {width} x {height}"] = [f"{over} px below the edge"] if over > 0 else []
        if place < len(SCREENS):
            page.get_by_role("button", name=say("room-next"), exact=True).click()
    none_of(found)


@pytest.mark.parametrize("concern_id", ["acne_scars", "low_back_pain"])
def test_a_tablet_shows_every_screen_with_large_buttons_in_reach(window: Page, server: str, concern_id: str) -> None:
    """Nothing runs off the side, and Next stands in the window, large enough for a thumb; on a phone as well."""
    page = visit(window, f"{server}/?concern={concern_id}&view=room")
    found: dict[str, list[str]] = {}
    for place in range(1, len(SCREENS) + 1):
        _at(page, place)
        button = page.get_by_role("button", name=say("room-next"), exact=True)
        for size, (width, height) in {"upright": UPRIGHT, "landscape": LANDSCAPE, "phone": (360, 740)}.items():
            resize(page, width, height)
            faults = too_wide(page)
            box = button.bounding_box()
            assert box is not None
            if box["height"] < 44 or box["width"] < 72 or box["y"] + box["height"] > height:
                faults.append(f"Next is out of reach or small: {box}")
            found[f"screen {place}, {size}"] = faults
        if place < len(SCREENS):
            button.click()
    none_of(found)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_violation_in_the_room(window: Page, server: str, scheme: str) -> None:
    """The accessibility rules that a machine can check hold on every screen, with the side note unfolded."""
    page = visit(window, f"{server}/{ROOM}", width=UPRIGHT[0], height=UPRIGHT[1], scheme=scheme)
    found = {screen: axe_faults(page) for screen in _each_screen(page)}
    assert list(found) == list(SCREENS)
    none_of(found)
