"""Right for me?, without a browser: every concern, every answer, and no trace of an answer outside the session."""

from __future__ import annotations

import builtins
import inspect
import logging
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from needlewise import ROOT
from needlewise.decision import suitability_words
from needlewise.decision.compare.choice import first_choice
from needlewise.decision.suitability import SKIN_UNTOLD, advise
from needlewise.decision.told import Answers, Detail
from needlewise.evidence.model.store import Evidence
from needlewise.evidence.reading.load import load
from needlewise.evidence.sentences.statements import in_sentence
from needlewise.ui.views.compare import view as comparing
from needlewise.ui.views.suitability import view as drawing
from needlewise.words import say
from tests.page_reader import block

FRAME = ROOT / "needlewise" / "ui" / "frame.py"
PAGE = str(ROOT / "pages" / "suitability.py")


def _open(concern: str = "acne_scars") -> AppTest:
    app = AppTest.from_file(FRAME, default_timeout=60)
    app.run()
    app.query_params["concern"] = concern
    return app.switch_page(PAGE).run()


def _html(app: AppTest) -> str:
    return "".join(element.proto.body for element in app.get("html"))


def _answers(app: AppTest) -> dict[str, str]:
    page = block(_html(app))
    return {
        node.attributes["data-option"]: node.attributes["data-answer"]
        for node in page.walk()
        if node.attributes.get("data-answer")
    }


def _tick(app: AppTest, key: str, value: object) -> AppTest:
    picker = next(widget for widget in app.button_group if widget.key == key)
    return picker.set_value(value).run()


def test_signs_that_need_a_doctor_stand_first(evidence: Evidence, concern_id: str):
    """Before the skin tone, the checklist and any answer; every sign of the concern is there."""
    app = _open(concern_id)
    assert not app.exception
    html = _html(app)
    page = block(html)
    text = page.text
    for flag in evidence.red_flags.values():
        if flag.concern_id == concern_id:
            assert flag.sign in text
    assert html.index("nw-first") < html.index('id="results"')
    skin = evidence.concerns[concern_id].group == "skin"
    assert any(widget.key == "suitability_skin" for widget in app.button_group) == skin
    assert set(_answers(app)) == {option.treatment_id for option in evidence.options(concern_id)}


def test_the_page_answers_as_the_rules_do(evidence: Evidence):
    """Type V, isotretinoin: each option stands in the group the rules give it."""
    app = _tick(_tick(_open(), "suitability_skin", 5), "suitability_skin_medicines", ["isotretinoin"])
    assert not app.exception
    told = Answers(5, conditions=("isotretinoin",))
    expected = {
        option.treatment_id: advise(
            evidence, option.treatment_id, told, skin=True, concern=evidence.concerns["acne_scars"]
        ).answer
        for option in evidence.options("acne_scars")
    }
    assert _answers(app) == expected
    text = "".join(element.proto.body for element in app.get("html"))
    by_answer = text.partition('class="nw-by-answer"')[2].partition("</div>")[0]
    for treatment_id, answer in expected.items():
        treatment = evidence.treatments[treatment_id]
        named = treatment.name in by_answer or treatment.mid_sentence in by_answer
        assert named == (answer in ("not_now", "ask_first")), treatment_id
    near = text.partition('class="nw-near"')[2].partition("</p>")[0]
    # Beside the questions stands what was told last and what it alone means.
    given = [
        next((reason.answer for reason in advice.reasons if reason.condition == "isotretinoin"), "unknown")
        for option in evidence.options("acne_scars")
        if option.role != "nothing"
        for advice in [advise(evidence, option.treatment_id, told, skin=True)]
    ]
    assert "Isotretinoin tablets for acne: " in near
    assert say("suitability-near-not_now", count=given.count("not_now")) in near


def _compared(*options: str) -> AppTest:
    """Right for me?, opened from a comparison of these options."""
    app = AppTest.from_file(FRAME, default_timeout=60)
    app.run()
    app.query_params["concern"] = "acne_scars"
    app.query_params["options"] = ",".join(options)
    return app.switch_page(str(ROOT / "pages" / "compare.py")).run().switch_page(PAGE).run()


def test_the_options_compared_are_answered_first():
    """Three chosen on Compare: three answers here, by name beside the questions, and a way back.

    The others are one tap away.
    """
    three = ("microneedling", "fractional_co2_laser", "superficial_peel")
    app = _tick(_compared(*three), "suitability_skin_medicines", ["isotretinoin"])
    assert not app.exception
    assert set(_answers(app)) == set(three)
    names = "microneedling, CO2 laser and a light peel"
    asked = in_sentence(say("suitability-near-names-not_now", names=names))
    assert say("suitability-near-of", condition="Isotretinoin tablets for acne", list=asked) in _html(app)
    app = _tick(app, "suitability_skin", 1)
    assert f"{say('suitability-skin-label')}: " in _html(app).partition('class="nw-near"')[2].partition("</p>")[0]
    app = _tick(app, "suitability_skin_medicines", [])
    assert "Isotretinoin" not in _html(app).partition('class="nw-near"')[2].partition("</p>")[0]
    app = _tick(app, "suitability_skin_medicines", ["isotretinoin"])
    assert "/compare?concern=Acne+scars&amp;options=Microneedling&amp;options=" in _html(app)
    app = _tick(app, "suitability_scope_mine", "concern")
    assert set(_answers(app)) == {option.treatment_id for option in load().options("acne_scars")}
    assert "/compare?concern=Acne+scars&amp;options=Microneedling&amp;options=" not in _html(app)


def test_the_first_choice_of_a_page_is_nobodys_choice():
    """Whoever looked at Compare and changed nothing is answered for all options of the concern."""
    app = _compared(*first_choice(load(), "acne_scars"))
    assert set(_answers(app)) == {option.treatment_id for option in load().options("acne_scars")}


def test_all_options_can_be_shown(evidence: Evidence):
    """Every option of every concern, each once."""
    app = _tick(_open(), "suitability_scope_concern", "all")
    assert not app.exception
    assert set(_answers(app)) == {option.treatment_id for option in evidence.concern_options.values()}


def test_nothing_is_answered_that_was_not_asked():
    """On a pain concern, all options bring the questions and the skin tone of the skin options with them."""
    app = _open("low_back_pain")
    asked = {widget.key for widget in app.button_group}
    assert "suitability_skin" not in asked
    app = _tick(app, "suitability_scope_concern", "all")
    assert "suitability_skin" in {widget.key for widget in app.button_group}
    assert _answers(app)["fractional_co2_laser"] != "go_ahead"
    app = _tick(_tick(app, "suitability_skin", 1), "suitability_all_medicines", ["isotretinoin"])
    assert _answers(app)["fractional_co2_laser"] != "go_ahead"
    app = _tick(app, "suitability_scope_concern", "concern")
    assert "suitability_skin" not in {widget.key for widget in app.button_group}
    assert not app.exception


def test_answers_survive_another_page_and_another_concern_and_can_be_cleared():
    """They live as long as the session, and go at once when asked to."""
    app = _tick(_tick(_open(), "suitability_skin", 6), "suitability_skin_illness", ["diabetes"])
    before = _answers(app)
    assert "You have told nothing yet" not in _html(app)
    app.switch_page(str(ROOT / "pages" / "compare.py")).run()
    app.switch_page(PAGE).run()
    assert _answers(app) == before
    clear = next(button for button in app.button if button.key == "suitability_clear")
    clear.click().run()
    assert not app.exception
    assert "You have told nothing yet" in _html(app)
    assert "diabetes" not in app.session_state["suitability_held"]


def test_no_answer_reaches_an_address_a_log_a_file_or_a_shared_cache(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
):
    """Everything that could carry an answer out of the session is watched while one is given."""
    app = _open()
    written: list[str] = []
    plain = builtins.open

    def watched(file: object, mode: str = "r", *args: object, **others: object) -> object:
        if set(mode) & set("wax+"):
            written.append(str(file))
        return plain(file, mode, *args, **others)  # type: ignore[call-overload]

    monkeypatch.setattr(builtins, "open", watched)
    monkeypatch.setattr(Path, "write_text", lambda self, *_, **__: written.append(str(self)))
    monkeypatch.setattr(Path, "write_bytes", lambda self, *_, **__: written.append(str(self)))
    with caplog.at_level(logging.DEBUG):
        app = _tick(app, "suitability_skin", 6)
        app = _tick(app, "suitability_skin_illness", ["diabetes", "epilepsy"])
        app = (
            _tick(app, "suitability_pain_illness", [])
            if any(w.key == "suitability_pain_illness" for w in app.button_group)
            else app
        )
        address = dict(app.query_params)
        app.switch_page(str(ROOT / "pages" / "compare.py")).run()
        address |= dict(app.query_params)
        app = _tick(app, "compare_skin", 5)
        address |= dict(app.query_params)
    assert not app.exception
    assert set(address) <= {"concern", "options", "compare_first"}
    told = str(address).lower() + caplog.text.lower()
    for trace in ("diabetes", "epilepsy", "suitability", "skin type"):
        assert trace not in told
    assert written == []
    # What is kept of the page is asked for by concern, by option or by group of concerns, never by an answer.
    assert set(inspect.unwrap(drawing._opening).__annotations__) == {"concern_ids", "return"}
    for kept, keys in (
        (drawing._heads, set()),
        (drawing._checklist, {"group", "concern_id"}),
        (drawing._checklist_of, {"concern_ids"}),
        (drawing._options_of_group, {"group"}),
        (drawing._kept, {"treatment_id"}),
        (drawing._marks, {"concern_id", "option_ids"}),
        (comparing._column, {"concern_id", "option_id"}),
    ):
        assert set(kept.__wrapped__.__annotations__) - {"return"} == keys
    drawn = (drawing.draw, drawing._results, drawing._drawn, drawing._line, drawing._marks_of)
    for function in (*drawn, suitability_words.told_words, suitability_words.in_brief, suitability_words.by_answer):
        assert not hasattr(function, "clear")
        assert not hasattr(function, "cache_clear")


def test_what_is_kept_of_an_option_is_the_same_whoever_asked():
    """One person ticks one condition: all that speaks against the option is kept, not what they told."""
    drawing._kept.cache_clear()
    _tick(_open(), "suitability_skin_medicines", ["isotretinoin"])
    kept = drawing._kept("microneedling")
    tables = (load().cautions, load().dated_cautions)
    conditions = {row.condition for rows in tables for row in rows.values() if row.treatment_id == "microneedling"}
    assert {reason.condition for reason in kept.lines} == {*conditions, SKIN_UNTOLD}
    assert set(drawing._marks("acne_scars", ("microneedling", "superficial_peel"))) == {None, 1, 2, 3, 4, 5, 6}


def test_not_being_sure_counts_darker_skin_in():
    """Saying so is an answer: cautions for darker skin are told."""
    app = _tick(_open(), "suitability_skin", 0)
    assert not app.exception
    assert "not sure of your skin tone" in block(_html(app)).text
    assert _answers(app)["microneedling"] == "ask_first"


def test_on_its_own_page_the_day_is_told_above():
    """Not "on Right for me?", where the reader stands; of tablets taken now there is no day to tell."""
    app = _tick(_open(), "suitability_skin_medicines", ["isotretinoin"])
    assert not app.exception
    html = _html(app)
    assert "6 months after the last tablet" in html
    assert say("suitability-wait-tell-here") in html
    assert say("suitability-wait-tell") not in html


def test_every_wait_says_after_what(evidence: Evidence):
    """For every option and every condition that may have to wait; where no day can be told none is asked for."""
    waits = set()
    for treatment_id in evidence.treatments:
        for condition in evidence.conditions:
            for reason in advise(evidence, treatment_id, Answers(1, conditions=(condition,)), skin=False).reasons:
                if reason.wait_days:
                    assert suitability_words.longest_wait(reason) in suitability_words.wait_words(reason, here=True)
                    waits.add(reason.condition)
    assert len(waits) >= 5
    now = Answers(1, conditions=("isotretinoin",), details=(Detail("isotretinoin", ("iso_now",)),))
    (reason, *_) = advise(evidence, "microneedling", now, skin=False).reasons
    assert suitability_words.wait_words(reason, here=True) == suitability_words.longest_wait(reason)
