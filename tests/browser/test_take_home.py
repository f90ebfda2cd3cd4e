"""The journey's end in a real browser: choose, write, take the PDF, scan the code, and leave nothing for the next client."""

from __future__ import annotations

import base64
import io
import re
from pathlib import Path

import zxingcpp
from PIL import Image
from playwright.sync_api import Browser, Page, expect
from pypdf import PdfReader

from tests.browser.conftest import open_page, settled

OWN = "How long have <b>you</b> done #this?"


def _text(path: Path) -> str:
    return re.sub(r"\s+", "", "".join(page.extract_text() for page in PdfReader(path).pages))


def _download(page: Page) -> Path:
    with page.expect_download() as waiting:
        page.locator(".st-key-take_home_pdf button").click()
    assert re.fullmatch(r"needlewise-[a-z-]+-\d{4}-\d\d-\d\d\.pdf", waiting.value.suggested_filename)
    return waiting.value.path()


def test_a_visitor_takes_the_pdf(server: str, browser: Browser):
    """What was written and ticked stands in the file; what was told about health stands in no address."""
    page = open_page(browser, f"{server}/suitability?concern=acne_scars")
    page.get_by_role("button", name="Diabetes").first.click()
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
    page.context.close()


def test_the_code_opens_the_same_comparison(server: str, browser: Browser):
    """Decoded from the screen, opened afresh as a phone would: the same concern and options, and nothing told."""
    page = open_page(browser, f"{server}/take_home?concern=acne_scars&options=microneedling,superficial_peel")
    source = page.locator("img.nw-qr").get_attribute("src")
    assert source is not None
    (found,) = zxingcpp.read_barcodes(Image.open(io.BytesIO(base64.b64decode(source.partition(",")[2]))))
    assert str(found.text) == f"{server}/compare?concern=acne_scars&options=microneedling,superficial_peel"
    shot = Image.open(io.BytesIO(page.locator("img.nw-qr").screenshot()))
    assert [str(code.text) for code in zxingcpp.read_barcodes(shot)] == [str(found.text)]
    page.context.close()
    phone = open_page(browser, str(found.text), width=390, height=800)
    heads = phone.locator(".nw-compare thead th").all_inner_texts()
    assert any("Microneedling" in head for head in heads)
    assert len(heads) == 3
    phone.context.close()


def test_the_code_reads_in_the_dark_too(server: str, browser: Browser):
    """Black on white in both themes."""
    page = open_page(browser, f"{server}/take_home?concern=acne_scars", scheme="dark")
    shot = Image.open(io.BytesIO(page.locator("img.nw-qr").screenshot()))
    assert len(zxingcpp.read_barcodes(shot)) == 1
    page.context.close()


def test_it_fits_a_phone(server: str, browser: Browser):
    """No sideways scroll at 360 px."""
    page = open_page(browser, f"{server}/take_home?concern=low_back_pain", width=360, height=740)
    assert page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth") <= 360
    page.context.close()
