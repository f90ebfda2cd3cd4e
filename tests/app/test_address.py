"""What may stand in the address: an id, a label, or anything at all. The page is always right, and never alarmed."""

from __future__ import annotations

import itertools
from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

from needlewise import ROOT
from needlewise.decision.suitability import questions
from needlewise.evidence.model.store import Evidence
from needlewise.ui.page_registry import PAGES
from needlewise.ui.state import concern as concern_state
from needlewise.words import say

Opener = Callable[..., AppTest]


def _html(app: AppTest) -> str:
    return "".join(element.proto.body for element in app.get("html"))


def _note(app: AppTest) -> str:
    """The quiet note under the name; empty when there is none."""
    html = _html(app)
    # Others have that role too: what is said of a lost connection, out of sight, stands on every page.
    return html.partition('class="nw-quiet" role="status">')[2].partition("</p>")[0]


def _asks(app: AppTest) -> bool:
    """True where the page asks for the concern and takes none as picked."""
    picked = next(widget for widget in app.button_group if widget.key == "concern").value
    return say("asking-what-needling-is") in _html(app) and not picked and "concern" not in app.query_params


def test_without_an_address_the_page_asks(open_page: Opener):
    """No parameter, no note, no parameter made up, and no concern taken as picked."""
    app = open_page()
    assert not app.exception
    assert _asks(app)
    assert _note(app) == ""


def test_an_id_is_exchanged_for_todays_label(evidence: Evidence, open_page: Opener):
    """Our own links carry ids, which outlive wording."""
    for concern in evidence.concerns.values():
        app = open_page(concern.concern_id)
        assert not app.exception
        assert app.session_state["concern"] == concern.name
        assert app.query_params.get("concern") in (concern.name, [concern.name])
        assert _note(app) == ""


def test_a_label_is_understood(evidence: Evidence, open_page: Opener):
    """What the picker itself writes."""
    app = open_page(evidence.concerns["acne_scars"].name)
    assert app.session_state["concern"] == evidence.concerns["acne_scars"].name
    assert _note(app) == ""


def test_retired_labels_lead_to_concerns_that_exist(evidence: Evidence):
    """Every label that ever stood on a button still resolves, and none hides a label of today."""
    labels = concern_state.labels(evidence)
    assert len(set(labels.values())) == len(labels)
    for label, concern_id in concern_state.RETIRED_LABELS.items():
        assert concern_id in labels
        assert label not in labels.values()
        assert concern_state.known_concern(evidence, label) == concern_id


def test_other_parameters_survive_the_exchange(open_page: Opener):
    """A redirect to the label keeps what else the address says."""
    app = open_page("acne_scars", room="1")
    assert not app.exception
    assert app.query_params["room"] in ("1", ["1"])


HOSTILE = {
    "an unknown id": "sore_thumb",
    "another case": "ACNE_SCARS",
    "markup": "<script>alert(1)</script>",
    "a way out of an attribute": '"><img src=x onerror=alert(1)>',
    "a template": "{$name} {{7*7}} ${7*7}",
    "ten thousand characters": "x" * 10_000,
    "other scripts": "背中の痛み ظهر 🙂 \u202e",
    "a path": "../../../etc/passwd",
    "a query": "' OR 1=1; DROP TABLE concerns; --",
    "blanks": "   ",
    "control characters": "a\x00b\r\nc",
}


@pytest.mark.parametrize("value", HOSTILE.values(), ids=HOSTILE)
def test_anything_else_is_asked_about_with_a_quiet_note(open_page: Opener, value: str):
    """No concern is taken, one note of bounded length, and nothing of the value that could run."""
    app = open_page(value)
    assert not app.exception
    assert _asks(app)
    note = _note(app)
    assert 0 < len(note) < 500
    html = _html(app).lower()
    for alarm in ("<script", "<img", "onerror=alert(1)>", "drop table concerns; --</", "x" * 60):
        assert alarm not in html


def test_an_empty_value_is_no_value(open_page: Opener):
    """`?concern=` names nothing: the page asks."""
    app = open_page("")
    assert not app.exception
    assert _asks(app)


@pytest.mark.parametrize("name", [page.name for page in PAGES])
def test_no_page_takes_a_concern_as_picked(open_page: Opener, name: str):
    """Every page opens without one: it asks, or says what holds for all concerns, and names none as the visitor's."""
    app = open_page().switch_page(str(ROOT / "pages" / f"{name}.py")).run()
    assert not app.exception
    assert not next(widget for widget in app.button_group if widget.key == "concern").value
    asks = say("asking-what-needling-is") in _html(app)
    assert asks == next(page for page in PAGES if page.name == name).asks_concern
    if asks:
        assert "data-option=" not in _html(app)


def test_right_for_me_is_never_shorter_for_a_concern_nobody_picked(evidence: Evidence, open_page: Opener):
    """Without a concern everything is asked and every option answered, tablets for acne among them."""
    app = open_page().switch_page(str(ROOT / "pages" / "suitability.py")).run()
    offered = {
        option for widget in app.button_group if widget.key.startswith("suitability_all_") for option in widget.options
    }
    every = tuple({option.treatment_id for option in evidence.concern_options.values()})
    asked = itertools.chain.from_iterable(questions(evidence, every).values())
    assert offered == {say(f"condition-{name}") for name in asked}
    for option in every:
        assert f'data-option="{option}"' in _html(app)


def test_markup_is_shown_as_text(open_page: Opener):
    """Escaped, so that a reader sees what was asked for."""
    assert "&lt;script&gt;" in _note(open_page("<script>alert(1)</script>"))


def test_a_concern_named_twice_does_no_harm(evidence: Evidence, open_page: Opener):
    """Repeated parameters: the page runs and shows one of the two."""
    app = open_page(["acne_scars", "neck_pain"])
    assert not app.exception
    assert app.session_state["concern"] in {evidence.concerns[name].name for name in ("acne_scars", "neck_pain")}


def test_unknown_parameters_are_left_alone(open_page: Opener):
    """Somebody else's tracking words break nothing."""
    app = open_page(utm_source="<b>x</b>", concern_id="1")
    assert not app.exception
    assert "<b>x</b>" not in _html(app)


def test_picking_a_concern_clears_the_note(evidence: Evidence, open_page: Opener):
    """The note is about the address, not about the visitor."""
    app = open_page("sore_thumb")
    assert _note(app)
    picker = next(widget for widget in app.button_group if widget.key == "concern")
    label = evidence.concerns["neck_pain"].name
    picker.set_value(label).run()
    assert not app.exception
    assert _note(app) == ""
    assert app.session_state["concern"] == label


def test_an_address_with_ids_is_followed_inside_a_visit(evidence: Evidence, open_page: Opener):
    """Back, forward or a link of ours while pickers are in use: they take what the address says, as labels."""
    app = open_page("acne_scars").switch_page(str(ROOT / "pages" / "compare.py")).run()
    first, second = (option.treatment_id for option in evidence.options("neck_pain")[-2:])
    app.query_params["concern"] = "neck_pain"
    app = app.run()
    assert not app.exception
    assert app.session_state["concern"] == evidence.concerns["neck_pain"].name
    app.query_params["options"] = f"{first},{second}"
    app = app.run()
    assert not app.exception
    assert set(app.session_state["options"]) == {first, second}
    app = app.switch_page(str(ROOT / "pages" / "evidence.py")).run()
    app.query_params["evidence_part"] = "sources"
    app = app.run()
    assert not app.exception
    assert app.session_state["evidence_part"] == say("evidence-part-sources")


def test_the_search_leads_on_from_the_first_page_and_leaves_nothing_in_the_address(open_page: Opener):
    """A brand typed and sent: a link to where it stands; the words stay in the session."""
    app = open_page()
    field = next(field for field in app.text_input if field.key == "search_text")
    field.set_value("Morpheus8")
    app = next(button for button in app.button if button.key == "search_go").click().run()
    assert not app.exception
    assert "options=microneedling,rf_microneedling,no_treatment" in _html(app)
    assert "orpheus" not in str(dict(app.query_params))


def test_a_concern_that_is_not_here_gets_an_honest_answer(open_page: Opener):
    """It says so, what is near, and what to do; nothing is picked."""
    app = open_page()
    next(field for field in app.text_input if field.key == "search_text").set_value("hip pain")
    app = next(button for button in app.button if button.key == "search_go").click().run()
    html = _html(app)
    assert say("search-near", name="hip pain") in html
    assert say("search-do") in html
    assert _asks(app)


def test_the_search_tells_what_cannot_wait_first_and_leaves_nothing_in_the_address(open_page: Opener):
    """An emergency typed as a question: what to do comes first, a concern is not offered in its place."""
    app = open_page()
    next(field for field in app.text_input if field.key == "search_text").set_value("chest pain after dry needling")
    app = next(button for button in app.button if button.key == "search_go").click().run()
    assert not app.exception
    found = next(part.proto.body for part in app.get("html") if 'class="nw-found"' in part.proto.body)
    first = found.partition("</h2>")[0]
    assert "nw-found-urgent" in first
    assert first.endswith(say("after-title-emergency"))
    assert "concern=" not in found
    assert "chest" not in str(dict(app.query_params))
