"""Options side by side: which ones to begin with, what the cells say, and when two really differ."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from needlewise.decision.compare.choice import FEWEST, MOST, TOPICS, first_choice
from needlewise.decision.compare.questions import difference
from needlewise.decision.shared.options import option_row
from needlewise.evidence.model.store import Evidence
from needlewise.evidence.reading.load import load
from needlewise.evidence.rules.ranges import Range
from needlewise.words import say
from tests.builders import compare, make_effect, make_evidence

EVIDENCE = load()
JOURNEY = ("microneedling", "fractional_co2_laser", "superficial_peel")


def test_the_first_choice_is_needling_one_alternative_and_doing_nothing(evidence: Evidence, concern_id: str):
    """Which alternative is told in `test_option_order.py`."""
    chosen = first_choice(evidence, concern_id)
    roles = {option.treatment_id: option.role for option in evidence.options(concern_id)}
    assert [roles[name] for name in chosen] == ["needling", "alternative", "nothing"]
    assert FEWEST <= len(chosen) <= MOST


def test_a_change_inside_one_group_names_no_side_it_was_compared_with():
    """Its certainty is told, very low, and of nothing else: there was no other side."""
    made = make_evidence(
        [make_effect(treatment_id="massage", comparator_id="baseline", kind="before_after", favours=None)]
    )
    page = compare(made, "low_back_pain", ("dry_needling", "massage", "no_treatment"))
    sure = next(question for question in page.questions if question.name == "sure")
    cell = sure.cells[1]
    assert cell.rating is not None
    assert cell.rating.level == "very_low"
    assert [figure.note for figure in cell.figures] == [""]


def _range(low: float, typical: float, high: float) -> Range:
    return Range(low, typical, high, "studies", ())


@pytest.mark.parametrize(
    ("known", "says"),
    [
        ([], ""),
        ([("A", _range(1, 2, 3))], ""),
        # 3 < 4: A's longest is shorter than B's shortest.
        ([("A", _range(1, 2, 3)), ("B", _range(4, 6, 9))], "do not overlap"),
        # They only touch: B is never the shorter one.
        ([("A", _range(1, 2, 4)), ("B", _range(4, 6, 9))], "do not overlap"),
        ([("A", _range(1, 2, 5)), ("B", _range(4, 6, 9))], "the other way round"),
        ([("A", _range(1, 2, 9)), ("B", _range(2, 2, 2))], "The same"),
        # Nothing overlaps, but B is one figure and D is clinic advice.
        ([("A", _range(1, 2, 3)), ("B", _range(8, 8, 8))], "The real gap is not known"),
        ([("A", _range(1, 2, 3)), ("D", Range(6, 8, 9, "clinics", ()))], "The real gap is not known"),
        # Both of two equals are named.
        ([("A", _range(1, 2, 3)), ("B", _range(1, 2, 3)), ("C", _range(5, 6, 7))], "lowest with A and B"),
    ],
)
def test_two_options_differ_only_when_their_ranges_do_not_overlap(known: list[tuple[str, Range]], says: str):
    """Rules as a table: the words follow from the ends of the ranges."""
    text = difference(known)
    assert says in text if says else text == ""


@given(st.lists(st.tuples(st.floats(0, 9), st.floats(0, 9), st.floats(0, 9)), min_size=2, max_size=4))
def test_the_order_of_options_never_changes_whether_they_differ(triples: list[tuple[float, float, float]]):
    """Permuting the columns leaves the kind of difference as it is."""
    known = [(str(place), _range(*sorted(triple))) for place, triple in enumerate(triples)]
    turned = list(reversed(known))
    kinds = {
        phrase: phrase in difference(known) for phrase in ("do not overlap", "other way round", "not known", "The same")
    }
    assert kinds == {phrase: phrase in difference(turned) for phrase in kinds}


def test_every_question_has_one_cell_an_option_and_every_figure_a_source_or_says_it_is_unknown(concern_id: str):
    """Doing nothing included; a cell without rows behind it never holds a digit of its own."""
    options = EVIDENCE.options(concern_id)
    names = tuple(option.treatment_id for option in options)
    for four in (
        itertools.batched(names, MOST)
        if hasattr(itertools, "batched")
        else [names[i : i + MOST] for i in range(0, len(names), MOST)]
    ):
        found = compare(EVIDENCE, concern_id, tuple(four))
        for question in found.questions:
            assert len(question.cells) == len(four)
            for cell, row in zip(question.cells, found.options, strict=True):
                assert cell.figures or cell.people
                for figure in cell.figures:
                    for ref in figure.refs:
                        EVIDENCE.find(ref)
                    if row.role != "nothing" and not figure.refs:
                        assert not any(letter.isdigit() for letter in figure.text), (question.name, figure.text)


def test_the_questions_of_the_topic_cared_about_come_first():
    """Only the order changes: the same questions, the chosen topic on top, the others as before."""
    usual = compare(EVIDENCE, "acne_scars", JOURNEY)
    for topic in TOPICS:
        found = compare(EVIDENCE, "acne_scars", JOURNEY, first=topic)
        assert found.questions[0].topic == topic
        assert {question.name for question in found.questions} == {question.name for question in usual.questions}
        rest = [question.name for question in found.questions if question.topic != topic]
        assert rest == [question.name for question in usual.questions if question.topic != topic]


def test_people_of_one_trial_stand_on_both_sides():
    """The block of 100 and the figure beside it are the two groups of the same row."""
    found = compare(EVIDENCE, "acne_scars", JOURNEY)
    (people,) = [question for question in found.questions if question.name == "people"]
    for cell, row in zip(people.cells, found.options, strict=True):
        if cell.people is None:
            continue
        effect = EVIDENCE.effects[cell.people.ref.removeprefix("effects:")]
        pair = {effect.treatment_id: effect.estimate, effect.comparator_id: effect.comparator_estimate}
        assert cell.people.share.percent == pair.pop(row.treatment.treatment_id)
        assert [cell.people.other.percent] == list(pair.values())


def test_every_pair_of_treatments_is_told_once():
    """Three treatments make three pairs; doing nothing is told in the table, not here."""
    assert len(compare(EVIDENCE, "acne_scars", JOURNEY).pairs) == 3
    assert len(compare(EVIDENCE, "acne_scars", (*JOURNEY, "no_treatment")).pairs) == 3


def test_no_option_is_praised():
    """No winner, no star, no best: the words of the page hold none of them."""
    found = compare(EVIDENCE, "acne_scars", (*JOURNEY, "no_treatment"))
    for question in found.questions:
        assert "best" not in question.difference.lower()


def test_a_count_of_people_is_told_against_a_dummy_where_one_was_counted():
    """Acupuncture for back pain: 44 of 100 with pretend needles, not only the 27 with usual care."""
    found = compare(EVIDENCE, "low_back_pain", ("acupuncture", "exercise_therapy"))
    people = next(question for question in found.questions if question.name == "people").cells[0].people
    assert people is not None
    assert EVIDENCE.effects[people.ref.removeprefix("effects:")].comparator_id == "sham"


def test_each_rating_says_what_was_compared(concern_id: str):
    """Two ratings can be set side by side only when they are about the same comparison."""
    names = tuple(option.treatment_id for option in EVIDENCE.options(concern_id))[:MOST]
    found = compare(EVIDENCE, concern_id, names)
    for cell in next(question for question in found.questions if question.name == "sure").cells:
        speaks = cell.rating is not None and "no_control" not in cell.rating.reasons
        assert bool(cell.figures[0].note) == speaks


@pytest.mark.parametrize("concern_id", tuple(load().concerns))
def test_a_label_says_what_its_sentence_says(concern_id: str):
    """Never "no clear difference" over "we cannot tell", nor over "little or no difference"."""
    evidence = load()
    concern = evidence.concerns[concern_id]
    for option in evidence.options(concern_id):
        row = option_row(evidence, concern, option.treatment_id, option.role)
        if row.blank in ("no_clear", "same", "untested"):
            text = row.effect.text.lower()
            assert ("cannot tell" in text) is (row.blank == "untested"), text
            assert ("little or no difference" in text) is (row.blank == "same"), text
            assert say(f"compare-blank-{row.blank}")
