"""What a caution means for someone: not now, ask first, go ahead; which source decides, and when a wait is over."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from needlewise.decision.suitability import Cautions, Ground, Statement, advise_from
from needlewise.decision.told import Answers, Detail, in_force
from needlewise.evidence.model.advice import Situation
from needlewise.evidence.model.rows import Condition
from tests.builders import make_evidence

TODAY = date(2026, 6, 1)
_TREATMENT = next(row for row in make_evidence().treatments.values() if row.family == "needling")


_CONDITION = Condition.model_validate(
    {
        "condition_id": "made",
        "group": "skin",
        "skin_type_from": "",
        "age_below": "",
        "near_lungs": "",
        "needles_only": "",
        "concern_ids": "",
    }
)


def _says(
    advice: str,
    wait: int | None = None,
    *,
    after: int | None = None,
    ground: Ground = "leaflet",
    places: bool = False,
    around: bool = False,
) -> Statement:
    """One made statement."""
    return Statement(
        advice, f"{advice} {ground} {wait}.", "cautions:made", "", ground, True, False, frozenset(), places, wait, after,
        around,
    )  # fmt: skip


def _answer(rows: list[Statement], days_ago: int | None) -> str:
    known = Cautions(_TREATMENT, {"made": tuple(rows)}, {}, {"made": _CONDITION}, 4, listed=True)
    day = None if days_ago is None else TODAY - timedelta(days=days_ago)
    told = Answers(1, conditions=("made",), details=(Detail("made", day=day),))
    return advise_from(known, told, skin=False, today=TODAY).answer


ANSWERS: list[tuple[str, list[Statement], int | None, str]] = [
    ("to avoid it: not now", [_says("avoid")], None, "not_now"),
    ("to ask: ask first", [_says("ask_first")], None, "ask_first"),
    ("a wait, and the day is not told: not now", [_says("delay", 14)], None, "not_now"),
    ("a wait that is not over: not now", [_says("delay", 14)], 13, "not_now"),
    ("a wait that ends today: go ahead", [_says("delay", 14)], 14, "go_ahead"),
    ("two waits, the shorter over: not now", [_says("delay", 14), _says("delay", 42)], 20, "not_now"),
    ("a wait without a number, and no other: not now", [_says("delay")], 500, "not_now"),
    ("a wait without a number, every other over: ask first", [_says("delay"), _says("delay", 14)], 20, "ask_first"),
    (
        "a clinic says avoid, a guideline says ask: the stricter is not silenced",
        [_says("avoid"), _says("ask_first", ground="guideline")],
        None,
        "not_now",
    ),
    (
        "a study that left people out closes nothing by itself",
        [_says("avoid", ground="trial_exclusion")],
        None,
        "ask_first",
    ),
    ("a wait that a study asked for stays a wait", [_says("delay", ground="trial_exclusion")], None, "not_now"),
    ("days to keep away afterwards: ask first", [_says("delay", after=14)], None, "ask_first"),
    ("left out around each visit: ask first", [_says("delay", 7, after=7, around=True)], None, "ask_first"),
    ("what holds in one place decides nothing", [_says("avoid", places=True), _says("ask_first")], None, "ask_first"),
    ("no need to wait: go ahead", [_says("ok")], None, "go_ahead"),
    ("nothing is known: no study or guidance found", [], None, "unknown"),
]


@pytest.mark.parametrize(("rows", "days_ago", "found"), [row[1:] for row in ANSWERS], ids=[row[0] for row in ANSWERS])
def test_what_a_caution_means_for_someone(rows: list[Statement], days_ago: int | None, found: str):
    """The most careful source decides, whatever ground it stands on; the milder ones are told beside it."""
    assert _answer(rows, days_ago) == found


def test_the_stricter_and_the_milder_are_both_told():
    """The stricter first, each with its ground."""
    rows = [_says("ask_first", ground="guideline"), _says("avoid")]
    known = Cautions(_TREATMENT, {"made": tuple(rows)}, {}, {"made": _CONDITION}, 4, listed=True)
    (reason,) = advise_from(known, Answers(1, conditions=("made",)), skin=False).reasons
    words = reason.words.lower()
    assert words.index("avoid leaflet") < words.index("ask_first guideline")


_MADE = {
    row.situation_id: row
    for row in (
        Situation.model_validate(
            {
                "situation_id": name,
                "condition": "made",
                "kind": kind,
                "within": within,
                "asks": asks,
                "from_number": low,
                "below_number": below,
            }
        )
        for name, kind, within, asks, low, below in (
            ("now", "choice", "", "", "", ""),
            ("stopped", "choice", "", "days", "", ""),
            ("under_180", "span", "stopped", "", "0", "180"),
            ("from_180", "span", "stopped", "", "180", ""),
        )
    )
}

IN_FORCE: list[tuple[str, Detail, set[str]]] = [
    ("nothing told: everything holds", Detail("made"), {"now", "stopped", "under_180", "from_180"}),
    ("a choice without spans: only that", Detail("made", ("now",)), {"now"}),
    ("a choice without its day: all its spans", Detail("made", ("stopped",)), {"stopped", "under_180", "from_180"}),
    (
        "the last day of a span is in it",
        Detail("made", ("stopped",), date(2025, 12, 2)),
        {"stopped", "under_180"},
    ),
    ("the day after it is not", Detail("made", ("stopped",), date(2025, 12, 1)), {"stopped", "from_180"}),
]


@pytest.mark.parametrize(("told", "found"), [row[1:] for row in IN_FORCE], ids=[row[0] for row in IN_FORCE])
def test_what_was_not_told_is_not_taken_for_the_easier_side(told: Detail, found: set[str]):
    """Choices, days and weeks that a person leaves open all count."""
    assert in_force(_MADE, told, TODAY) == found
    assert in_force(_MADE, replace(told, condition="other"), TODAY) == set()
