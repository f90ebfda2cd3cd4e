"""The journey's end in a real browser.

Choose, write, take the PDF, scan the code, and leave nothing for the next client.
"""

from __future__ import annotations

import base64
import io
import re
from functools import partial
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image
from playwright.sync_api import Browser, Page, expect
from pypdf import PdfReader

from needlewise.evidence.reading.load import load
from needlewise.evidence.rules.versions import in_force
from needlewise.words import say
from tests.browser.conftest import becomes, open_page, settled, too_wide, visit
from tests.browser.network import Line

OWN = "How long have <b>you</b> done #this?"


def _text(path: Path) -> str:
    return re.sub(r"\s+", "", "".join(page.extract_text() for page in PdfReader(path).pages))


def _download(page: Page) -> Path:
    with page.expect_download() as waiting:
        page.locator(".st-key-take_home_pdf button").click()
    assert re.fullmatch(r"needlewise-\d{4}-\d\d-\d\d\.pdf", waiting.value.suggested_filename)
    return waiting.value.path()


def test_a_visitor_takes_the_pdf(server: str, window: Page):
    """What was written and ticked stands in the file; what was told about health stands in no address."""
    page = visit(window, f"{server}/suitability?concern=acne_scars")
    page.get_by_role("button", name="Diabetes").first.click()
    expect(page.locator("p.nw-lead[role=status]", has_text="Diabetes")).to_be_visible()
    settled(page)
    page.get_by_role("link", name="Take it home").click()
    expect(page.locator(".nw-paper")).to_be_visible()
    settled(page)
    page.locator(".st-key-take_home_own textarea").fill(OWN)
    page.locator(".st-key-take_home_own textarea").press("Control+Enter")
    expect(page.locator(".nw-paper")).to_contain_text(OWN)
    settled(page)
    text = _text(_download(page))
    assert re.sub(r"\s+", "", OWN) in text
    assert "Diabetes" in text
    assert "diabetes" not in page.url.lower()


_BUTTON = ".st-key-take_home_pdf button"
_FOCUSED = "() => Boolean(document.activeElement.closest('.st-key-take_home_pdf'))"
_FIELDS = (".st-key-take_home_name input", ".st-key-take_home_own textarea", ".st-key-take_home_note textarea")


def _press(page: Page, how: str) -> None:
    """Press Get the PDF at once: `tap`, `keys`, or a mouse button held for so many milliseconds."""
    if how == "tap":
        page.locator(_BUTTON).tap()
    elif how == "keys":
        # Any field but the last is left backwards too far away; the paper stands between the last one and the button.
        page.keyboard.press("Tab")
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
    else:
        page.locator(_BUTTON).click(delay=int(how))


@pytest.mark.parametrize("delay", [0, 0.2])
@pytest.mark.parametrize("how", ["tap", "0", "60", "200", "keys"])
def test_what_was_typed_a_moment_ago_is_in_the_pdf(browser: Browser, slow_line: Line, how: str, delay: float) -> None:
    """By finger, mouse and key, near the server and far away: one press, one file, every word; the focus stays."""
    slow_line.delay = 0
    page = open_page(browser, f"{slow_line.address}/take_home?concern=acne_scars", touch=how == "tap")
    slow_line.delay = delay / 2
    for place, field in enumerate(_FIELDS if how != "keys" else _FIELDS[-1:]):
        words = f"word{place}of{how}"
        page.locator(_BUTTON).scroll_into_view_if_needed()
        page.locator(field).focus()
        page.keyboard.insert_text(words)
        with page.expect_download() as waiting:
            _press(page, how)
        assert words in _text(waiting.value.path())
        settled(page)
        becomes(page, partial(page.evaluate, _FOCUSED), wanted=True)
    page.close()


def test_a_note_that_comes_as_the_button_is_pressed_moves_nothing_away(browser: Browser, server: str) -> None:
    """Signs that cannot be printed are told above the button, which then stands lower than the finger that is on it."""
    page = open_page(browser, f"{server}/take_home?concern=acne_scars")
    page.locator(_BUTTON).scroll_into_view_if_needed()
    page.locator(_FIELDS[2]).focus()
    page.keyboard.insert_text("\u5f20 seen")
    with page.expect_download() as waiting:
        page.locator(_BUTTON).hover()
        page.mouse.down()
        expect(page.get_by_text(say("take_home-characters-lost"))).to_be_visible()
        settled(page)
        page.mouse.up()
    assert "seen" in _text(waiting.value.path())
    page.close()


def test_one_press_is_one_file(browser: Browser, server: str) -> None:
    """What the page does afterwards hands out no second one."""
    page = open_page(browser, f"{server}/take_home?concern=acne_scars")
    got: list[str] = []
    page.on("download", lambda download: got.append(download.suggested_filename))
    _download(page)
    for words in ("one", "two"):
        page.locator(_FIELDS[0]).fill(words)
        page.keyboard.press("Enter")
        expect(page.locator(".nw-paper")).to_contain_text(f"For {words}")
        settled(page)
    assert len(got) == 1
    _download(page)
    assert len(got) == 2
    page.close()


def test_the_code_opens_the_same_comparison(server: str, window: Page):
    """Decoded from the screen, opened afresh as a phone would: the same concern and options, and nothing told."""
    page = visit(window, f"{server}/take_home?concern=acne_scars&options=microneedling,superficial_peel")
    source = page.locator("img.nw-qr").get_attribute("src")
    assert source is not None
    (found,) = zxingcpp.read_barcodes(Image.open(io.BytesIO(base64.b64decode(source.partition(",")[2]))))
    held = f"{server}/compare?concern=acne_scars&options=microneedling,superficial_peel"
    assert str(found.text) == f"{held}&version={in_force(load()).version}"
    shot = Image.open(io.BytesIO(page.locator("img.nw-qr").screenshot()))
    assert [str(code.text) for code in zxingcpp.read_barcodes(shot)] == [str(found.text)]
    heads = visit(window, str(found.text), width=390, height=800).locator(".nw-compare thead th")
    expect(heads).to_have_count(3)
    expect(heads.filter(has_text="Microneedling")).to_have_count(1)


def test_the_code_reads_in_the_dark_too(server: str, window: Page):
    """Black on white in both themes."""
    page = visit(window, f"{server}/take_home?concern=acne_scars", scheme="dark")
    shot = Image.open(io.BytesIO(page.locator("img.nw-qr").screenshot()))
    assert len(zxingcpp.read_barcodes(shot)) == 1


def test_it_fits_a_phone(server: str, window: Page):
    """No sideways scroll at 360 px."""
    page = visit(window, f"{server}/take_home?concern=low_back_pain", width=360, height=740)
    assert too_wide(page) == []
