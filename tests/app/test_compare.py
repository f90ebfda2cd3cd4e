"""Compare, without a browser: every concern, hostile addresses, and what the page must hold."""

from __future__ import annotations

from typing import Any

import pytest
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import ButtonGroup

from needlewise import ROOT
from needlewise.decision.compare.choice import first_choice
from needlewise.evidence.model.store import Evidence
from needlewise.evidence.reading.load import load
from needlewise.ui.views.compare import view as drawing
from needlewise.words import say
from tests.builders import compare
from tests.page_reader import block

FRAME = ROOT / "needlewise" / "ui" / "frame.py"
PAGE = str(ROOT / "pages" / "compare.py")


def _open(**address: str | list[str]) -> AppTest:
    app = AppTest.from_file(FRAME, default_timeout=60)
    app.run()
    for name, value in address.items():
        app.query_params[name] = value
    return app.switch_page(PAGE).run()


def _html(app: AppTest) -> str:
    return "".join(element.proto.body for element in app.get("html"))


def _shown(app: AppTest) -> list[str]:
    """The option ids of the table's first row, in order."""
    page = block(_html(app))
    row = next(node for node in page.walk() if node.tag == "tr" and node.attributes.get("data-question"))
    return [node.attributes["data-option"] for node in row.walk() if node.tag == "td"]


def test_every_concern_opens_on_its_first_choice(evidence: Evidence, concern_id: str):
    """No exception, the stated options, and as many questions as the comparison has."""
    app = _open(concern=concern_id)
    assert not app.exception
    assert _shown(app) == list(first_choice(evidence, concern_id))
    expected = compare(evidence, concern_id, first_choice(evidence, concern_id))
    html = _html(app)
    for question in expected.questions:
        assert f'data-question="{question.name}"' in html
    for chart in app.get("plotly_chart"):
        assert len(chart.proto.alt) > 40


JOURNEY = ["microneedling", "fractional_co2_laser", "superficial_peel"]


@pytest.mark.parametrize(
    "options", [",".join(JOURNEY), JOURNEY, list(reversed(JOURNEY)), [",".join(JOURNEY[:2]), JOURNEY[2]]]
)
def test_options_in_the_address_are_understood_in_every_form(options: str | list[str]):
    """`a,b,c`, repeated, mixed and in any order: the same three columns."""
    app = _open(concern="acne_scars", options=options)
    assert not app.exception
    assert _shown(app) == ["microneedling", "fractional_co2_laser", "superficial_peel"]
    assert say("options-unknown", value="")[:20] not in _html(app)


@pytest.mark.parametrize(
    "value",
    [
        "nonsense",
        "<script>alert(1)</script>",
        "x" * 5000,
        "microneedling,<b>bold</b>",
        ",,,",
        "",
        "a\x00b",
        "../../etc/passwd",
    ],
)
def test_unknown_options_are_dropped_with_a_quiet_note(value: str):
    """Never an error, never their markup; at least two options stand there."""
    app = _open(concern="acne_scars", options=value)
    assert not app.exception
    html = _html(app)
    assert "<script" not in html
    assert "<b>bold" not in html
    assert len(_shown(app)) >= 2
    if value.strip(", "):
        assert "We do not know the option" in html


def test_more_than_four_and_fewer_than_two_are_mended():
    """Four at most, two at least."""
    many = ",".join(option.treatment_id for option in load().options("acne_scars"))
    assert len(_shown(_open(concern="acne_scars", options=many))) == 4
    assert _shown(_open(concern="acne_scars", options="superficial_peel")) == ["microneedling", "superficial_peel"]


def test_options_of_another_concern_are_left_out_without_a_fuss(evidence: Evidence):
    """A link made for skin opens on pain with pain's own options."""
    app = _open(concern="neck_pain", options=",".join(JOURNEY))
    assert not app.exception
    assert _shown(app) == list(first_choice(evidence, "neck_pain"))
    assert "We do not know the option" not in _html(app)


def _group(app: AppTest, key: str) -> ButtonGroup[Any]:
    return next(widget for widget in app.button_group if widget.key == key)


FOUR = [*JOURNEY, "no_treatment"]


def test_a_fifth_option_asks_whose_place_it_takes():
    """The picker keeps to four; one tap on the one that goes, and the fifth stands in its place."""
    app = _open(concern="acne_scars", options=",".join(FOUR))
    _group(app, "options").set_value([*FOUR, "subcision"]).run()
    assert not app.exception
    assert _shown(app) == FOUR
    assert say("options-too-many", name="subcision") in _html(app)
    assert list(_group(app, "options_swap").options) == [load().treatments[name].name for name in FOUR]
    _group(app, "options_swap").set_value("superficial_peel").run()
    assert not app.exception
    assert _shown(app) == ["microneedling", "fractional_co2_laser", "subcision", "no_treatment"]
    assert "options_swap" not in {widget.key for widget in app.button_group}


def test_a_waiting_option_is_forgotten_with_the_next_tap():
    """Taking one away by hand answers the question: nothing waits any more."""
    app = _open(concern="acne_scars", options=",".join(FOUR))
    _group(app, "options").set_value([*FOUR, "subcision"]).run()
    _group(app, "options").set_value(JOURNEY).run()
    assert not app.exception
    assert _shown(app) == JOURNEY
    assert say("options-too-many", name="subcision") not in _html(app)


def test_a_skin_tone_told_here_counts_everywhere():
    """The figures for dark marks follow it, in short and in the table, and Right for me? knows it too."""
    app = _open(concern="acne_scars", options=",".join(JOURNEY))
    assert say("glance-about-marks-untold") in _html(app)
    _group(app, "compare_skin").set_value(6).run()
    assert not app.exception
    page = block(_html(app))
    line = next(node for node in page.walk() if node.attributes.get("data-line") == "marks")
    assert say("glance-about-marks-told") in line.text
    peel = next(node for node in line.walk() if node.attributes.get("data-option") == "superficial_peel")
    assert say("glance-types-yes", types="III–VI") in peel.text
    app.switch_page(str(ROOT / "pages" / "suitability.py")).run()
    assert say("suitability-told-skin", types="VI") in _html(app)


def test_pain_is_not_asked_for_a_skin_tone():
    """Skin tone changes nothing there."""
    app = _open(concern="low_back_pain")
    assert "compare_skin" not in {widget.key for widget in app.button_group}


def test_what_comes_first_can_be_chosen():
    """The rows of the chosen topic move to the top."""
    app = _open(concern="acne_scars")
    picker = next(widget for widget in app.button_group if widget.key == "compare_first")
    picker.set_value("harms").run()
    assert not app.exception
    page = block(_html(app))
    first = next(node for node in page.walk() if node.tag == "tr" and node.attributes.get("data-question"))
    assert first.attributes["data-question"] == "harms"


def test_options_without_any_picture_are_compared_all_the_same():
    """Nobody reports days of recovery or visits for these: the table stands alone."""
    names = ["subcision", "dermal_filler", "topical_retinoid", "no_treatment"]
    app = _open(concern="acne_scars", options=",".join(names))
    assert not app.exception
    assert _shown(app) == names


def test_the_row_on_skin_tone_follows_what_was_told_on_the_other_page():
    """Not told, the row asks; told, it does not. What is kept of an option holds the row for every skin type."""
    app = _open(concern="acne_scars", options=",".join(JOURNEY))
    assert say("compare-skin-ask") in block(_html(app)).text
    app.session_state["suitability_skin"] = 5
    app.run()
    assert not app.exception
    assert say("compare-skin-ask") not in block(_html(app)).text
    assert set(drawing._column("acne_scars", "microneedling").skin) == {None, 1, 2, 3, 4, 5, 6}


@pytest.mark.parametrize("skin_type", [None, 2, 5])
def test_what_is_put_together_from_single_options_is_what_the_comparison_says(
    evidence: Evidence, skin_type: int | None
):
    """Every difference and every figure of the table, for a set of options nobody asked for before."""
    names = ("rf_microneedling", "picosecond_laser", "superficial_peel", "no_treatment")
    page = block(drawing._composed("acne_scars", names, "works", skin_type))
    rows = [node for node in page.walk() if node.attributes.get("data-question")]
    found = compare(evidence, "acne_scars", names, skin_type, "works")
    assert [row.attributes["data-question"] for row in rows] == [question.name for question in found.questions]
    for row, question in zip(rows, found.questions, strict=True):
        assert question.difference in row.text
        for cell in question.cells:
            for figure in cell.figures:
                assert figure.text.rstrip(".").lower() in row.text.lower()
