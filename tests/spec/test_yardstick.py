"""People counted: what may be drawn, and the one count that stands for a concern."""

from __future__ import annotations

from dataclasses import replace

import pytest

from needlewise.evidence.model.rows import Effect, PeopleCount
from needlewise.evidence.model.store import Evidence
from needlewise.evidence.rules.yardstick import drawn, yardstick
from tests.builders import Cell, make_evidence, make_source, shares


def _counted(*effects: Effect, sides: bool = True) -> Evidence:
    """These findings; the people on each side are known unless `sides` is False."""
    cells = {"events": "12", "people": "25", "comparator_events": "10", "comparator_people": "25", "note": ""}
    counts = {
        effect.effect_id: PeopleCount.model_validate({"effect_id": effect.effect_id, "checked": "yes"} | cells)
        for effect in effects
    }
    evidence = make_evidence(effects, sources=[make_source(source_id="no_lots", design="cohort")])
    return replace(evidence, people_counts=counts if sides else {})


DRAWN: list[tuple[str, dict[str, Cell], bool, str]] = [
    ("100 people or more are drawn as 100", {"n_people": 100}, False, "hundred"),
    ("fewer are drawn as themselves", {"n_people": 60}, True, "people"),
    ("fewer are not drawn where the people on each side are not known", {"n_people": 60}, False, ""),
    ("very few are not drawn", {"n_people": 40}, True, ""),
    ("nobody is drawn where no lots were drawn", {"n_people": 500, "source_id": "no_lots"}, True, ""),
    ("nobody is drawn where the sides were not tested", {"n_people": 500, "between_group_test": "no"}, True, ""),
]


@pytest.mark.parametrize(("over", "sides", "expected"), [row[1:] for row in DRAWN], ids=[row[0] for row in DRAWN])
def test_a_picture_shows_no_more_people_than_were_counted(over: dict[str, Cell], *, sides: bool, expected: str):
    """A block of 100 for 25 people looks like 100."""
    effect = shares(**over)
    assert drawn(_counted(effect, sides=sides), effect) == expected


def _of(**over: Cell) -> Effect:
    return shares(**({"n_people": 120} | over))


CHOSEN: list[tuple[str, list[Effect], str | None]] = [
    (
        "needling in it before any other",
        [_of(effect_id="a", treatment_id="massage", n_people=900), _of(effect_id="b")],
        "b",
    ),
    (
        "what matters most to people first",
        [_of(effect_id="a", outcome="improvement", n_people=900), _of(effect_id="b", outcome="pain")],
        "b",
    ),
    ("more people", [_of(effect_id="a"), _of(effect_id="b", n_people=300)], "b"),
    ("one that can be drawn", [_of(effect_id="a", n_people=40), _of(effect_id="b")], "b"),
    ("no lots drawn: never", [_of(effect_id="a", source_id="no_lots")], None),
    ("satisfied is another measure", [_of(effect_id="a", outcome="satisfaction")], None),
]


@pytest.mark.parametrize(("effects", "expected"), [row[1:] for row in CHOSEN], ids=[row[0] for row in CHOSEN])
def test_one_count_stands_for_a_concern(effects: list[Effect], expected: str | None):
    """So that "how many were not better" has one answer on every page."""
    evidence = _counted(*effects)
    found = yardstick(evidence, evidence.concerns["low_back_pain"], effects)
    assert (None if found is None else found.effect_id) == expected
