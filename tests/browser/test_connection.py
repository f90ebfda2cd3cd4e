"""A connection that breaks for longer than the server remembers a session.

Nothing is lost without a word, no press is dead.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect
from pypdf import PdfReader

from needlewise.decision.consult_room import SCREENS
from needlewise.words import say
from tests.browser.conftest import ORIGINS, becomes, new_tab, running_server, settled
from tests.browser.network import Line, line_to

# Two minutes in use.
_REMEMBERED_SECONDS = 1


@pytest.fixture(scope="module")
def forgetful(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A server that forgets a session a second after its connection broke."""
    log = tmp_path_factory.mktemp("forgetful") / "log.txt"
    with running_server(log, f"--server.disconnectedSessionTTL={_REMEMBERED_SECONDS}") as address:
        yield address


@pytest.fixture(scope="module")
def one_line(forgetful: str) -> Iterator[Line]:
    """The line between the browser and that server; one address, so that the product's files stay in the cache."""
    with line_to(forgetful) as made:
        ORIGINS.append(made.address)
        yield made
        ORIGINS.remove(made.address)


@pytest.fixture
def line(one_line: Line) -> Line:
    """That line, whole."""
    one_line.mend()
    return one_line


@pytest.fixture
def tablet(browser: Browser) -> Iterator[Page]:
    """A window with an empty history."""
    page = new_tab(browser, touch=True)
    page.set_viewport_size({"width": 820, "height": 1180})
    yield page
    page.close()


_STATE = "() => document.querySelector('[data-testid=stApp]').dataset.testConnectionState"


def _cut(page: Page, line: Line) -> None:
    line.cut()
    becomes(page, lambda: page.evaluate(_STATE) != "CONNECTED", wanted=True)


def _mend(page: Page, line: Line) -> None:
    line.mend()
    becomes(page, lambda: page.evaluate(_STATE), "CONNECTED")


def _break(page: Page, line: Line) -> None:
    """Cut the line until the session is forgotten."""
    _cut(page, line)
    page.wait_for_timeout(1_500 * _REMEMBERED_SECONDS)
    _mend(page, line)


def _open(page: Page, address: str) -> None:
    page.goto(address)
    settled(page)


def _at(page: Page, place: int) -> None:
    expect(page.locator(".nw-place strong")).to_have_text(say("room-position", place=place, all=len(SCREENS)))


def _confirm_new_client(page: Page) -> None:
    page.get_by_role("button", name=say("room-new"), exact=True).tap()
    page.get_by_role("button", name=say("room-new-yes")).tap()


def _clean(page: Page, line: Line) -> None:
    """A fresh start with nothing of the last client behind it."""
    page.wait_for_url(f"{line.address}/?view=room")
    settled(page)
    expect(page.locator("#root h1")).to_have_text(say("room-ask-title"))
    entries = "navigation.entries().map(entry => entry.url)"
    becomes(page, lambda: {urlsplit(url)[2:4] for url in page.evaluate(entries)}, {("/", "view=room")})
    assert page.locator(".st-key-concern [aria-checked=true]").count() == 0


def _consult(page: Page, line: Line) -> None:
    """Client A: a concern, three screens."""
    _open(page, f"{line.address}/?concern=acne_scars&view=room")
    for place in (2, 3):
        page.get_by_role("button", name=say("room-next"), exact=True).tap()
        _at(page, place)
        settled(page)


def test_new_client_clears_at_the_first_press_after_the_session_was_forgotten(tablet: Page, line: Line) -> None:
    """The connection is back, the session is not: one confirmation, and nothing of client A is left."""
    _consult(tablet, line)
    _break(tablet, line)
    _confirm_new_client(tablet)
    _clean(tablet, line)


def test_new_client_clears_without_a_connection(tablet: Page, line: Line) -> None:
    """Nothing of client A is seen from the press on; the next client starts when the connection is back."""
    _consult(tablet, line)
    _cut(tablet, line)
    expect(tablet.get_by_text(say("connection-away"))).to_be_visible()
    _confirm_new_client(tablet)
    expect(tablet.get_by_text(say("room-cleared-offline"))).to_be_visible()
    expect(tablet.locator("#root")).to_be_hidden()
    assert "acne" not in tablet.url.lower()
    line.mend()
    _clean(tablet, line)


def test_new_client_clears_when_the_line_is_dead_and_nobody_knows_yet(tablet: Page, line: Line) -> None:
    """A tablet that just woke still believes in its connection: what is sent goes nowhere."""
    _consult(tablet, line)
    line.stall()
    assert tablet.evaluate(_STATE) == "CONNECTED"
    _confirm_new_client(tablet)
    expect(tablet.locator("html")).to_have_css("visibility", "hidden")
    line.cut()
    line.mend()
    _clean(tablet, line)


def test_the_first_press_after_the_session_was_forgotten_counts(tablet: Page, line: Line) -> None:
    """Next goes on by one screen, not by none and not by two."""
    _consult(tablet, line)
    _break(tablet, line)
    tablet.get_by_role("button", name=say("room-next"), exact=True).tap()
    _at(tablet, 4)
    settled(tablet)
    tablet.get_by_role("button", name=say("room-back"), exact=True).tap()
    _at(tablet, 3)


def test_a_press_into_a_dead_line_counts_once_the_session_is_a_new_one(tablet: Page, line: Line) -> None:
    """Pressed before anybody knew that the line was dead."""
    _consult(tablet, line)
    line.stall()
    tablet.get_by_role("button", name=say("room-next"), exact=True).tap()
    _break(tablet, line)
    _at(tablet, 4)


def test_what_was_told_elsewhere_is_gone_and_that_is_said(tablet: Page, line: Line) -> None:
    """An answer on another page goes with the session.

    What this page shows stays and goes into the PDF at the first press.
    """
    page = tablet
    _open(page, f"{line.address}/suitability?concern=acne_scars")
    page.get_by_role("button", name=say("condition-diabetes")).first.tap()
    expect(page.locator("p.nw-lead[role=status]", has_text=say("condition-diabetes"))).to_be_visible()
    settled(page)
    page.get_by_role("link", name="Take it home").tap()
    expect(page.locator(".nw-paper")).to_contain_text(say("condition-diabetes"))
    settled(page)
    page.locator(".st-key-take_home_note textarea").fill("Ring on Monday")
    page.keyboard.press("Tab")
    expect(page.locator(".nw-paper")).to_contain_text("Ring on Monday")
    settled(page)
    lost = page.get_by_text(say("connection-lost"))
    expect(lost).to_be_hidden()
    _break(page, line)
    expect(lost).to_be_visible()
    expect(page.locator(".nw-paper")).not_to_contain_text(say("condition-diabetes"))
    expect(page.locator(".nw-paper")).to_contain_text("Ring on Monday")
    assert (
        page.evaluate("Object.keys({...localStorage, ...sessionStorage}).filter(key => !key.startsWith('stActive'))")
        == []
    )
    with page.expect_download() as waiting:
        page.locator(".st-key-take_home_pdf button").tap()
    assert waiting.value.suggested_filename.startswith("needlewise-20")
    text = re.sub(r"\s+", "", "".join(sheet.extract_text() for sheet in PdfReader(waiting.value.path()).pages))
    assert "RingonMonday" in text
    assert "acnescars" in text
    page.get_by_role("button", name=say("connection-seen")).tap()
    expect(lost).to_be_hidden()


def test_a_skin_tone_told_on_compare_is_gone_and_that_is_said(tablet: Page, line: Line) -> None:
    """An answer that runs a part of the page only counts as told too."""
    page = tablet
    _open(page, f"{line.address}/compare?concern=acne_scars")
    name = say("skin-short-5")
    tone = page.locator(".st-key-compare_skin").get_by_role("radio", name=name, exact=True)
    tone.or_(page.locator(".st-key-compare_skin").get_by_role("button", name=name, exact=True)).tap()
    chosen = page.locator(".st-key-compare_skin :is([aria-checked=true], [aria-pressed=true], [data-selected=true])")
    expect(chosen).to_have_count(1)
    settled(page)
    _break(page, line)
    expect(page.get_by_text(say("connection-lost"))).to_be_visible()
    expect(chosen).to_have_count(0)


def test_nothing_is_said_where_nothing_was_lost(tablet: Page, line: Line) -> None:
    """Nothing was told, so a new session is no loss."""
    page = tablet
    _open(page, f"{line.address}/take_home?concern=acne_scars")
    before = page.locator("#nw-session").get_attribute("data-session") or ""
    _break(page, line)
    expect(page.locator("#nw-session")).not_to_have_attribute("data-session", before)
    settled(page)
    expect(page.get_by_text(say("connection-lost"))).to_be_hidden()


def test_a_short_break_loses_nothing(browser: Browser, server: str) -> None:
    """Within two minutes the session is still there, with all that was told."""
    page = new_tab(browser)
    with line_to(server) as line:
        _open(page, f"{line.address}/suitability?concern=acne_scars")
        page.get_by_role("button", name=say("condition-diabetes")).first.click()
        expect(page.locator("p.nw-lead[role=status]", has_text=say("condition-diabetes"))).to_be_visible()
        settled(page)
        page.get_by_role("link", name="Take it home").click()
        expect(page.locator(".nw-paper")).to_contain_text(say("condition-diabetes"))
        settled(page)
        mark = page.locator("#nw-session")
        session, run = (mark.get_attribute(f"data-{name}") or "" for name in ("session", "run"))
        _cut(page, line)
        _mend(page, line)
        expect(mark).not_to_have_attribute("data-run", run)
        settled(page)
        assert mark.get_attribute("data-session") == session
        expect(page.locator(".nw-paper")).to_contain_text(say("condition-diabetes"))
        expect(page.get_by_text(say("connection-lost"))).to_be_hidden()
        page.close()
