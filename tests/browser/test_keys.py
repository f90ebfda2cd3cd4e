"""With the keyboard alone: nothing hidden is a stop, what opens has the focus, tables and rows of choices are one stop."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from needlewise.evidence.reading.load import load
from needlewise.words import say
from tests.browser.conftest import axe_faults, becomes, settled, visit

PHONE = (360, 740)
MENU = "[data-testid=stExpandSidebarButton]"
SIDE = "[data-testid=stSidebar]"
EVIDENCE = load()


def _stops(page: Page, most: int) -> list[str]:
    """What the next presses of Tab stop at, by its words."""
    found: list[str] = []
    for _ in range(most):
        page.keyboard.press("Tab")
        found.append(page.evaluate("document.activeElement.innerText.trim()"))
    return found


def test_the_menu_of_a_phone_by_key(server: str, window: Page) -> None:
    """Closed, its links are no stops. Opened, the first link has the focus; Escape closes it; a reload finds it closed."""
    page = visit(window, f"{server}/?concern=acne_scars", width=PHONE[0], height=PHONE[1])
    assert say("nav-about") not in _stops(page, 6)
    menu = page.locator(MENU)
    menu.focus()
    menu.press("Enter")
    expect(page.locator(SIDE).get_by_role("link").first).to_be_focused()
    page.keyboard.press("Escape")
    expect(menu).to_be_focused()
    menu.press("Enter")
    expect(page.locator(SIDE).get_by_role("link").first).to_be_focused()
    page.reload()
    settled(page)
    expect(page.locator(SIDE)).to_have_attribute("data-collapsed", "true")


_OPENERS = """() => [...document.querySelectorAll('#root a:is(.nw-src, .nw-fig, .nw-big, .nw-cert)')].map(link => [
  link.textContent.replace(/\\s+/g, ' ').trim(), link.ariaLabel,
  `${link.getAttribute('href')} ${link.dataset.rows ?? ''} ${link.dataset.rule ?? ''}`])"""


def test_every_link_to_sources_tells_what_it_opens(server: str, window: Page) -> None:
    """After the words that are seen comes what they belong to; links with one name open the same."""
    for path in ("?concern=acne_scars", "compare?concern=low_back_pain", "suitability?concern=acne_scars", "evidence"):
        page = visit(window, f"{server}/{path}")
        page.wait_for_function(
            "() => !document.querySelector('#root a:is(.nw-src, .nw-fig, .nw-big, .nw-cert):not([aria-label])')"
        )
        found = page.evaluate(_OPENERS)
        assert len(found) > 10, path
        opens: dict[str, str] = {}
        for seen, name, rows in found:
            assert name.startswith(seen), path
            assert name not in {say("sources-mark"), ""}, path
            assert opens.setdefault(name, rows) == rows, f"{path}: {name}"


def test_tab_enters_the_concerns_at_the_chosen_one(server: str, window: Page) -> None:
    """From before the row, one press."""
    page = visit(window, f"{server}/?concern=acne_scars")
    page.get_by_role("button", name=say("room-enter")).focus()
    name = EVIDENCE.concerns["acne_scars"].name
    becomes(
        page, lambda: name in _stops(page, 1) or page.evaluate("document.activeElement.innerText") == name, wanted=True
    )
    expect(page.get_by_role("radio", name=name)).to_be_focused()


def test_a_table_of_figures_is_one_stop(server: str, window: Page) -> None:
    """Arrows, Home and End go through its figures, also after a card was open; what is behind a fold is left out."""
    page = visit(window, f"{server}/?concern=acne_scars")
    table = page.locator("#root table.nw-options")
    stops = table.locator("a:is(.nw-fig, .nw-src, .nw-cert)")
    assert stops.count() > 20
    assert stops.and_(page.locator("[tabindex='0']")).count() == 1
    stops.first.focus()
    page.keyboard.press("ArrowRight")
    expect(stops.nth(1)).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#nw-card:popover-open")).to_have_count(1)
    page.keyboard.press("Escape")
    expect(stops.nth(1)).to_be_focused()
    page.keyboard.press("End")
    assert page.evaluate("document.activeElement.checkVisibility()")
    assert page.evaluate("document.activeElement.closest('.nw-behind') === null")
    page.keyboard.press("Home")
    expect(stops.first).to_be_focused()
    assert stops.and_(page.locator("[tabindex='0']")).count() == 1


def test_what_opens_in_the_room_has_the_focus(server: str, window: Page) -> None:
    """The choice of concern and options, and the question before all is cleared; and both are without fault in the dark."""
    page = visit(window, f"{server}/compare?concern=acne_scars&view=room", width=1180, height=820, scheme="dark")
    opener = page.get_by_test_id("stPopoverButton")
    opener.focus()
    opener.press("Enter")
    body = page.get_by_test_id("stPopoverBody")
    expect(body).to_be_visible()
    becomes(page, lambda: body.evaluate("box => box.contains(document.activeElement)"), wanted=True)
    assert not axe_faults(page)
    page.keyboard.press("Escape")
    expect(body).to_have_count(0)
    ask = page.get_by_role("button", name=say("room-new"), exact=True)
    ask.focus()
    ask.press("Enter")
    expect(page.get_by_role("button", name=say("room-new-yes"))).to_be_focused()
    assert not axe_faults(page)


def test_what_has_the_focus_is_never_under_the_rooms_bar(server: str, window: Page) -> None:
    """On a phone, and in a window as low as one zoomed four times."""
    for width, height in ((360, 740), (320, 256)):
        page = visit(window, f"{server}/compare?concern=acne_scars&view=room&screen=5", width=width, height=height)
        for _ in range(40):
            page.keyboard.press("Tab")
            covered = page.evaluate(
                """() => {
                  const now = document.activeElement, bar = document.querySelector('.st-key-room_way');
                  if (now === document.body || now.id === 'stMain' || bar.contains(now)) return '';
                  const box = now.getBoundingClientRect(), edge = bar.getBoundingClientRect();
                  if (getComputedStyle(bar).position !== 'fixed') return '';
                  return box.bottom > edge.top + 1 && box.top < edge.bottom ? now.innerText : '';
                }"""
            )
            assert not covered, f"{width} px: {covered}"


# What a patient reader takes for each of the three; a page of a national site should need fewer.
MOST_KEYS = 40


class Keys:
    """A keyboard that counts."""

    def __init__(self, page: Page) -> None:
        """Nothing pressed yet."""
        self.page = page
        self.count = 0

    def press(self, key: str) -> None:
        """One key."""
        self.page.keyboard.press(key)
        self.count += 1

    def to(self, words: str) -> None:
        """Tab until what has the focus begins with these words or lies in a row of choices that holds them."""
        here = """words => {
          const now = document.activeElement;
          return [now, ...(now.closest('[role=radiogroup], [role=toolbar]')?.querySelectorAll('button') ?? [])]
            .some(one => (one.innerText || '').replace(/^download\\s+/, '').trim().startsWith(words));
        }"""
        while not self.page.evaluate(here, words):
            self.press("Tab")
            assert self.count <= MOST_KEYS, f"{words} is {self.count} keys away"

    def along(self, words: str) -> None:
        """With arrows to one of a row of choices."""
        while not self.page.evaluate("words => document.activeElement.innerText.trim() === words", words):
            self.press("ArrowRight")
            assert self.count <= MOST_KEYS, f"{words} is {self.count} keys away"


def test_three_options_are_compared_with_forty_keys(server: str, window: Page) -> None:
    """Another laser beside needling and nothing: in at most forty keys, with the way past the menu."""
    page = visit(window, f"{server}/compare?concern=acne_scars&options=microneedling,no_treatment")
    keys = Keys(page)
    keys.press("Tab")
    keys.press("Enter")
    name = EVIDENCE.treatments["fractional_co2_laser"].name
    keys.to(name)
    keys.along(name)
    keys.press("Enter")
    expect(page.locator("#root table").first).to_contain_text(EVIDENCE.treatments["fractional_co2_laser"].short_name)
    assert keys.count <= MOST_KEYS


def test_what_to_ask_about_and_the_paper_take_forty_keys_each(server: str, window: Page) -> None:
    """From Compare to the answers on one's own health, and from the paper's page to the file."""
    page = visit(window, f"{server}/compare?concern=acne_scars")
    keys = Keys(page)
    keys.press("Tab")
    keys.press("Enter")
    keys.to(say("onward-suitability"))
    keys.press("Enter")
    expect(page.get_by_role("heading", name=say("suitability-title"))).to_be_visible()
    settled(page)
    assert keys.count <= MOST_KEYS
    page = visit(window, f"{server}/take_home?concern=acne_scars")
    keys = Keys(page)
    keys.press("Tab")
    keys.press("Enter")
    with page.expect_download():
        keys.to(say("take_home-download"))
        keys.press("Enter")
    assert keys.count <= MOST_KEYS
