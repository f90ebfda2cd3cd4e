"""The check of what was understood: from the person's own options, with answers that stand in the tables."""

from __future__ import annotations

from needlewise.decision.compare.choice import first_choice
from needlewise.decision.concern.build import build_concern_page
from needlewise.decision.ready.check import MOST_ASKED, SURE, SURE_SOURCE, check_questions
from needlewise.evidence.model.store import Evidence


def test_each_concern_has_questions_with_one_right_answer(evidence: Evidence, concern_id: str):
    """Four at least, six at most; each has rows behind it, or says that nobody knows."""
    page = build_concern_page(evidence, concern_id)
    found = check_questions(page, first_choice(evidence, concern_id))
    assert 4 <= len(found) <= MOST_ASKED
    assert found[0].asked == "nothing"
    for question in found:
        assert question.choices.count(question.right) == 1
        assert len(set(question.choices)) == len(question.choices) >= 2
        assert question.why
        for ref in question.refs:
            assert evidence.find(ref) is not None
    assert len({question.text for question in found}) == len(found)


def test_wrong_answers_are_true_of_another_option(evidence: Evidence):
    """No figure is made up: each choice of a figure stands in the table of options."""
    page = build_concern_page(evidence, "acne_scars")
    ids = ("microneedling", "fractional_co2_laser", "superficial_peel", "no_treatment")
    rows = [row for row in page.options if row.treatment.treatment_id in ids]
    asked = {question.asked: question for question in check_questions(page, ids)}
    assert set(asked["visits"].choices) <= {row.visits.text for row in rows}
    assert asked["visits"].right == next(row.visits.text for row in rows if row.role == "needling")
    assert {"visits", "days", "sure", "nothing"} <= set(asked)


def test_doing_nothing_is_always_asked_about(evidence: Evidence):
    """Also where it is not among the options; the answer is what the page says of it."""
    page = build_concern_page(evidence, "low_back_pain")
    first = check_questions(page, ("dry_needling", "exercise_therapy"))[0]
    assert first.why == page.concern.nothing
    assert first.refs
    assert first.right == "Studies followed people without it"


def test_the_four_questions_on_being_ready_have_a_source(evidence: Evidence):
    """The SURE test, as published."""
    assert len(SURE) == 4
    assert "SURE" in evidence.sources[SURE_SOURCE[0].partition(":")[2]].title
