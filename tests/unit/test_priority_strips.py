"""The two pictures of What matters to me: the strips, the words and the table say the same numbers."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from needlewise.charts.palette import FAMILY, Mode, contrast
from needlewise.charts.priorities import _STRENGTHS, _fill, fits, places
from needlewise.decision.priorities.criteria import board, measure
from needlewise.decision.priorities.fit import FitResult, OptionFit, weigh
from needlewise.decision.priorities.smaa import Fit
from needlewise.decision.priorities.words import whole
from needlewise.evidence.model.rows import Treatment
from needlewise.evidence.reading.load import load
from needlewise.ui.components.fit_strips import fit_strips, place_strips
from tests.page_reader import Node, block

OPTIONS = ("microneedling", "fractional_co2_laser", "superficial_peel", "no_treatment")
SAID = (("downtime", 100.0), ("certainty", 60.0), ("visits", None))


@pytest.fixture(scope="module")
def result() -> FitResult:
    """Four options weighed on three criteria."""
    found = weigh(board(measure(load(), "acne_scars"), OPTIONS), SAID)
    assert found is not None
    return found


def _styles(page: Node, tag: str, name: str) -> list[dict[str, str]]:
    """The inline styles of the marks inside the lanes of a picture."""
    return [
        dict(part.split(":", 1) for part in node.attributes["style"].split(";"))
        for lane in page.walk()
        if lane.attributes.get("class") == name
        for node in lane.walk()
        if node.tag == tag and "style" in node.attributes
    ]


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_marks_stand_where_the_table_says(result: FitResult, mode: Mode):
    """One lane an option, highest first: the mark at the fit, the bar from the low end to the high."""
    picture = fits(result, mode)
    page = block(fit_strips(picture))
    marks, bars = _styles(page, "i", "nw-lane"), _styles(page, "span", "nw-lane")
    assert len(marks) == len(bars) == len(picture.rows) == len(OPTIONS)
    for mark, bar, item, row in zip(marks, bars, result.fits, picture.rows, strict=True):
        assert mark["left"] == f"{item.fit.mean:.1f}%"
        assert (bar["left"], bar["right"]) == (f"{item.fit.low:.1f}%", f"{100 - item.fit.high:.1f}%")
        assert row == (item.treatment.name, whole(item.fit.mean), f"{whole(item.fit.low)}–{whole(item.fit.high)}")
    assert [row[1] for row in picture.rows] == sorted((row[1] for row in picture.rows), key=int, reverse=True)


def test_shares_fill_the_strip_and_nothing_is_drawn_for_nought(result: FitResult):
    """The parts of a strip add up to 100; a place never taken has no part and no border."""
    picture = places(result, "light")
    parts = [
        node
        for node in block(place_strips(picture)).walk()
        if node.tag == "span" and node.attributes.get("style", "").startswith("width")
    ]
    widths = [float(part.attributes["style"].removeprefix("width:").partition("%")[0]) for part in parts]
    assert sum(widths) == pytest.approx(100 * len(OPTIONS), abs=0.1)
    assert all(widths)
    for part, width in zip(parts, widths, strict=True):
        assert bool(part.text) == (width >= 7), "a number stands only where it has room"


@pytest.mark.parametrize(("make", "draw"), [(fits, fit_strips), (places, place_strips)])
def test_a_picture_is_one_image_with_the_words_of_its_table(result: FitResult, make: Any, draw: Any):  # noqa: ANN401  one of two kinds of strips
    """Every number of the table is in the text for those who do not see the picture."""
    picture = make(result, "light")
    (image,) = [node for node in block(draw(picture)).walk() if node.attributes.get("role") == "img"]
    assert image.attributes["aria-label"] == picture.alt
    for row in picture.rows:
        told = picture.alt.partition(f"{row[0]}: ")[2].partition(";")[0]
        for cell in row[1:]:
            for number in cell.split("–"):
                assert number in told


def test_more_than_three_places_stand_together_and_names_are_escaped(result: FitResult):
    """Fourth and later are one part; a name is never markup."""
    treatment = replace_name(result.fits[0], "<b>A & B</b>")
    odd = replace(result, fits=(replace(result.fits[0], treatment=treatment), *result.fits[1:]))
    for drawn in (fit_strips(fits(odd, "light")), place_strips(places(odd, "dark"))):
        assert "<b>A & B</b>" not in drawn
        assert "&lt;b&gt;A &amp; B&lt;/b&gt;" in drawn
    five = OptionFit(treatment, Fit("x", 50, 40, 60, (10, 20, 30, 25, 15)))
    row = places(replace(result, fits=(five, five, five, five, five)), "light").rows[0]
    assert row[1:] == ("10", "20", "30", "40")


def replace_name(item: OptionFit, name: str) -> Treatment:
    """The option under another name."""
    return item.treatment.model_copy(update={"name": name, "short_name": name})


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_numbers_on_the_strips_can_be_read(mode: Mode):
    """Text on every strength of every family has 4.5:1 (WCAG 2.2, 1.4.3)."""
    for family in FAMILY:
        for strength in _STRENGTHS:
            assert contrast(*_fill(family, mode, strength)) >= 4.5, (family, strength)
