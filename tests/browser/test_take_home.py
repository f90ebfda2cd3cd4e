"""The journey's end in a real browser: choose, write, take the PDF, scan the code, and leave nothing for the next client."""

from __future__ import annotations

import base64
import io
import re
from pathlib import Path

import zxingcpp
from PIL import Image
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from tests.browser.conftest import settled, too_wide, visit

OWN = "How long have <b>you</b> done #this?"


def _text(path: Path) -> str:
    return re.sub(r"\s+", "", "".join(page.extract_text() for page in PdfReader(path).pages))


def _download(page: Page) -> Path:
    with page.expect_download() as waiting:
        page.locator(".st-key-take_home_pdf button").click()
    assert re.fullmatch(r"needlewise-[a-z-]+-\d{4}-\d\d-\d\d\.pdf", waiting.value.suggested_filename)
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


def test_the_code_opens_the_same_comparison(server: str, window: Page):
    """Decoded from the screen, opened afresh as a phone would: the same concern and options, and nothing told."""
    page = visit(window, f"{server}/take_home?concern=acne_scars&options=microneedling,superficial_peel")
    source = page.locator("img.nw-qr").get_attribute("src")
    assert source is not None
    (found,) = zxingcpp.read_barcodes(Image.open(io.BytesIO(base64.b64decode(source.partition(",")[2]))))
    assert str(found.text) == f"{server}/compare?concern=acne_scars&options=microneedling,superficial_peel"
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
