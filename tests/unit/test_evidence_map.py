"""The evidence map: every pair has a cell, bubbles grow with people, and blanks are kept apart."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from needlewise.charts import evidence_map as pictures
from needlewise.decision import evidence_map
from needlewise.decision.concern.build import build_concern_page
from needlewise.evidence.model.rows import Effect
from needlewise.evidence.model.store import Evidence
from needlewise.words import say
from tests.builders import make_effect, make_evidence


@pytest.mark.parametrize("group", ["pain", "skin"])
def test_every_pair_of_the_group_has_a_cell(evidence: Evidence, group: evidence_map.Group) -> None:
    """Every concern is a row, every option of its page a column, and doing nothing is no column."""
    found = evidence_map.build(evidence, group)
    assert {concern.concern_id for concern in found.concerns} == {
        c.concern_id for c in evidence.concerns.values() if c.group == group
    }
    names = [treatment.treatment_id for treatment in found.treatments]
    assert len(names) == len(set(names))
    for option in evidence.concern_options.values():
        if evidence.concerns[option.concern_id].group == group and option.role != "nothing":
            assert option.treatment_id in names
    assert all(len(row) == len(names) for row in found.cells)


# What Explore writes where no finding speaks, and the kind of cell it is on the map.
ONLY_OTHER = say("cell-only-other", kinds="").rstrip(" .")
BLANKS = {
    ONLY_OTHER: "indirect",
    say("cell-only-before-after"): "before_after",
    say("cell-no-study"): "none",
}


def test_each_cell_says_what_explore_says(evidence: Evidence, concern_id: str) -> None:
    """Cell by cell: the same finding, the same certainty, the same direction, and the same kind of blank."""
    group = evidence.concerns[concern_id].group
    row = next(row for row in evidence_map.build(evidence, group).cells if row[0].concern.concern_id == concern_id)
    cells = {cell.treatment.treatment_id: cell for cell in row}
    options = [option for option in build_concern_page(evidence, concern_id).options if option.role != "nothing"]
    assert options
    for option in options:
        cell = cells[option.treatment.treatment_id]
        if not option.effect.known:
            said = option.effect.text
            assert cell.state == BLANKS[ONLY_OTHER if said.startswith(ONLY_OTHER) else said]
            continue
        assert cell.state == "speaks", option.effect.text
        assert cell.refs == option.effect.refs
        assert cell.rating == option.rating
        kind = {"no_clear": "no_clear", "same": "same", "untested": "untested", "worse": "worse"}.get(
            str(cell.direction), ""
        )
        if kind == "worse" and option.rating is not None and option.rating.level in ("very_low", "not_rated"):
            # "We are not sure whether" or "is reported to" carry no label that is surer than they are.
            kind = ""
        if option.blank == "depends":
            # The map keeps the mark of the part that speaks, and its words tell both.
            assert say("turn-depends", text="").strip() in cell.words
            continue
        assert kind == option.blank


def test_four_kinds_of_cell() -> None:
    """A comparison speaks; a pool of comparators cannot; before and after is named; nothing is nothing."""
    rows = [
        make_effect(),
        make_effect(effect_id="e2", treatment_id="massage", comparator_id="mixed_comparators"),
        make_effect(
            effect_id="e3", treatment_id="acupuncture", comparator_id="baseline", kind="before_after", favours=None
        ),
    ]
    found = evidence_map.build(make_evidence(rows), "pain")
    row = next(row for row in found.cells if row[0].concern.concern_id == "low_back_pain")
    states = {cell.treatment.treatment_id: cell.state for cell in row}
    assert states["dry_needling"] == "speaks"
    assert states["massage"] == "indirect"
    assert states["acupuncture"] == "before_after"
    assert states["exercise_therapy"] == "none"


def test_without_a_test_against_nothing_another_option_speaks() -> None:
    """Against needling first, however few people it had; else against the option with the most people."""
    over = {"treatment_id": "massage"}
    rival = make_effect(comparator_id="acupuncture", **over)
    needling = make_effect(effect_id="e2", comparator_id="dry_needling", n_people=20, **over)
    smaller = make_effect(effect_id="e3", comparator_id="exercise_therapy", n_people=30, **over)

    def cell(*rows: Effect) -> evidence_map.MapCell:
        found = evidence_map.build(make_evidence(rows), "pain")
        return next(
            cell
            for row in found.cells
            for cell in row
            if (cell.concern.concern_id, cell.treatment.treatment_id) == ("low_back_pain", "massage")
        )

    assert cell(smaller, rival, needling).refs == ("effects:e2",)
    assert cell(smaller, rival).refs == ("effects:e1",)
    assert cell(smaller, rival).state == "speaks"


def test_people_are_those_of_the_largest_source_and_never_added() -> None:
    """Reviews share trials: 500 and 300 are 500."""
    rows = [make_effect(n_people=500), make_effect(effect_id="e2", source_id="another_review", n_people=300)]
    found = evidence_map.build(make_evidence(rows), "pain")
    cell = next(cell for row in found.cells for cell in row if cell.findings)
    assert (cell.people, cell.findings) == (500, 2)


@given(st.integers(1, 5000), st.integers(1, 5000))
def test_the_area_of_a_bubble_follows_the_people(first: int, second: int) -> None:
    """Twice the people, twice the area, within the rounding of a pixel and between the two ends."""
    small, large = sorted((first, second))
    assert pictures.diameter(small) <= pictures.diameter(large)
    for people in (first, second):
        size = pictures.diameter(people)
        assert pictures.SMALLEST <= size <= pictures.LARGEST
        exact = pictures.LARGEST * math.sqrt(people / pictures.MOST_PEOPLE)
        if pictures.SMALLEST < exact < pictures.LARGEST:
            assert abs(size - exact) <= 0.5


def test_each_bubble_says_all_of_it_in_words(evidence: Evidence) -> None:
    """The concern, the option, and how sure or what kind of blank; the marks differ from one another."""
    assert len(set(pictures.MARKS.values())) == len(pictures.MARKS)
    for group in ("pain", "skin"):
        for row in pictures.draw(evidence_map.build(evidence, group)):
            for bubble in row:
                assert bubble.cell.concern.name in bubble.words
                assert bubble.cell.treatment.name in bubble.words
                assert bubble.label
                assert bool(bubble.mark) == bool(bubble.against) == (bubble.cell.state == "speaks")
                assert (bubble.diameter == 0) == (bubble.cell.state == "none")
