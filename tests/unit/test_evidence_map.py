"""The evidence map: every pair has a cell, bubbles grow with people, and blanks are kept apart."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from needlewise.charts import evidence_map as pictures
from needlewise.decision import evidence_map
from needlewise.decision.explore import build
from needlewise.evidence.load import Evidence
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


@pytest.mark.parametrize("group", ["pain", "skin"])
def test_the_map_says_what_explore_says(evidence: Evidence, group: evidence_map.Group) -> None:
    """Where a finding speaks, it is the finding of the options table."""
    found = evidence_map.build(evidence, group)
    for row in found.cells:
        options = {
            option.treatment.treatment_id: option for option in build(evidence, row[0].concern.concern_id).options
        }
        for cell in row:
            option = options.get(cell.treatment.treatment_id)
            if option is None or option.role == "needling":
                continue
            if cell.state == "speaks" and option.rating is not None and set(cell.refs) == set(option.effect.refs):
                assert cell.rating == option.rating
            if cell.state == "none":
                assert option.blank == "not_studied"


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
                assert bool(bubble.mark) == (bubble.cell.state == "speaks")
                assert (bubble.diameter == 0) == (bubble.cell.state == "none")
