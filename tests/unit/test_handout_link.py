"""The link and the code hold ids and nothing else, and a phone reads the code."""

from __future__ import annotations

import io
from urllib.parse import parse_qs, urlsplit

import pytest
import zxingcpp
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from needlewise.decision.compare.choice import first_choice
from needlewise.evidence.reading.load import load
from needlewise.handout.link import _code, address, picture, runs


def _read(image: Image.Image) -> str:
    (found,) = zxingcpp.read_barcodes(image)
    return str(found.text)


@pytest.mark.parametrize(
    ("base", "expected"),
    [
        (
            "https://a.example/take_home",
            "https://a.example/compare?concern=acne_scars&options=microneedling,no_treatment",
        ),
        ("https://a.example/", "https://a.example/compare?concern=acne_scars&options=microneedling,no_treatment"),
        ("https://a.example", "https://a.example/compare?concern=acne_scars&options=microneedling,no_treatment"),
        (
            "http://10.0.0.5:8501/take_home",
            "http://10.0.0.5:8501/compare?concern=acne_scars&options=microneedling,no_treatment",
        ),
        (
            "https://a.example/tools/needling/take_home",
            "https://a.example/tools/needling/compare?concern=acne_scars&options=microneedling,no_treatment",
        ),
    ],
)
def test_the_link_leads_to_the_comparison_where_the_product_is_served(base: str, expected: str):
    """Host and folder stay; the page becomes the comparison, with ids."""
    assert address(base, "acne_scars", ("microneedling", "no_treatment")) == expected


def test_nothing_of_the_visitors_own_address_comes_along():
    """Dates, a name and password, a fragment or a health answer in the address of the page never reach the paper."""
    base = "https://anna:secret@a.example/take_home?plan_event=2027-06-12&suitability_skin=5#diabetes"
    link = address(base, "acne_scars", ("microneedling",))
    assert link == "https://a.example/compare?concern=acne_scars&options=microneedling"


@given(st.text(max_size=60), st.text(max_size=30))
def test_whatever_the_ids_hold_the_link_has_two_parameters(concern: str, option: str):
    """Anything odd in an id is quoted, so it cannot add a parameter."""
    found = parse_qs(urlsplit(address("https://a.example/x", concern, (option,))).query, keep_blank_values=True)
    assert set(found) == {"concern", "options"}
    assert found["concern"] == [concern]


def test_a_scanner_reads_the_code_of_every_concern(concern_id: str):
    """The picture decodes to the very link, at level M or better."""
    link = address("https://clinic.example/needlewise/take_home", concern_id, first_choice(load(), concern_id))
    assert _read(Image.open(io.BytesIO(picture(link)))) == link
    assert _code(link).error in ("M", "Q", "H")


def test_the_code_drawn_on_paper_is_the_same_code():
    """The dark runs, painted one by one, decode to the link too, with four light modules all round."""
    link = address("https://a.example/x", "low_back_pain", first_choice(load(), "low_back_pain"))
    size, dark = runs(link)
    image = Image.new("L", (size, size), 255)
    for x, y, length in dark:
        assert x >= 4
        assert x + length <= size - 4
        assert 4 <= y < size - 4
        image.paste(0, (x, y, x + length, y + 1))
    assert _read(image.resize((size * 6, size * 6), Image.Resampling.NEAREST)) == link


@settings(max_examples=15)
@given(st.integers(0, 100))
def test_a_stained_code_still_reads(place: int):
    """A stain over a twentieth of the code's width, anywhere on the data, does not matter."""
    link = address("https://a.example/x", "acne_scars", first_choice(load(), "acne_scars"))
    image = Image.open(io.BytesIO(picture(link))).convert("L")
    side = image.width // 20
    left = image.width // 3 + place * image.width // 400
    image.paste(128, (left, image.width // 2, left + side, image.width // 2 + side))
    assert _read(image) == link
