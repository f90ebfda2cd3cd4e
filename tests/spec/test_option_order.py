"""Which options stand first, on made rows; and on the real ones that every option stands somewhere, once."""

from __future__ import annotations

from dataclasses import replace

import pytest

from needlewise.decision.compare.choice import first_choice
from needlewise.decision.shared.guidelines import guideline_figures, guideline_line
from needlewise.decision.shared.option_order import alternatives_in_order, option_order
from needlewise.evidence.model.rows import Effect
from needlewise.evidence.model.store import Evidence
from needlewise.words import say
from tests.builders import against, make_effect, make_evidence, make_recommendation, unclear

CONCERN = "low_back_pain"


def _finding(treatment_id: str, people: int | None, **over: str | float | bool | None) -> Effect:
    """A comparison of one option with sham; rated by its source where `certainty_reported` says so."""
    return make_effect(effect_id=f"{treatment_id}.{people}", treatment_id=treatment_id, n_people=people, **over)


def _worse(treatment_id: str, people: int, **over: str | float | bool | None) -> Effect:
    return against(effect_id=f"{treatment_id}.{people}", treatment_id=treatment_id, n_people=people, **over)


def _unclear(treatment_id: str, people: int, **over: str | float | bool | None) -> Effect:
    return unclear(effect_id=f"{treatment_id}.{people}", treatment_id=treatment_id, n_people=people, **over)


def _made(*effects: Effect, advice: tuple[dict[str, str | bool | int], ...] = ()) -> Evidence:
    rows = [make_recommendation(guideline_id=f"g{place}", **cells) for place, cells in enumerate(advice)]
    return replace(make_evidence(effects), guidelines={row.guideline_id: row for row in rows})


SURE = _finding("massage", 60, certainty_reported="moderate")
LARGE = _finding("tens", 900, certainty_reported="very_low")
FIRST = [
    ("no guideline: the surest finding", (SURE, LARGE), (), "massage"),
    (
        "as sure: the most people",
        (_finding("massage", 450), _finding("tens", 900)),
        (),
        "tens",
    ),
    ("a guideline goes before any study", (SURE, LARGE), ({"treatment_id": "heat"},), "heat"),
    (
        "a row that was not checked never speaks",
        (SURE, LARGE),
        ({"treatment_id": "heat", "checked": False},),
        "massage",
    ),
    (
        "that it may be used is not the first line",
        (SURE,),
        ({"treatment_id": "heat", "recommendation": "weak_for"},),
        "massage",
    ),
    (
        "advised against by another body: not the first line",
        (SURE,),
        ({"treatment_id": "heat"}, {"treatment_id": "heat", "body": "Other", "recommendation": "against"}),
        "massage",
    ),
    (
        "the one that most bodies recommend",
        (SURE,),
        ({"treatment_id": "massage"}, {"treatment_id": "heat"}, {"treatment_id": "heat", "body": "Other"}),
        "heat",
    ),
    (
        "of two that one body recommends, the surer",
        (SURE,),
        ({"treatment_id": "heat"}, {"treatment_id": "massage"}),
        "massage",
    ),
    (
        "a guideline for everyone goes before one for a part",
        (SURE,),
        ({"treatment_id": "massage", "part": "men"}, {"treatment_id": "heat"}),
        "heat",
    ),
    (
        "a finding against the option makes it no surer",
        (_worse("massage", 60, certainty_reported="high"), _finding("tens", 450)),
        (),
        "tens",
    ),
    (
        "no clear difference makes it no surer",
        (_unclear("massage", 60, certainty_reported="high"), _finding("tens", 450)),
        (),
        "tens",
    ),
    (
        "better at first and worse later makes it no surer",
        (
            _finding("massage", 900, certainty_reported="high"),
            _worse("massage", 901, certainty_reported="high", weeks=60, time_words="at a year"),
            _finding("tens", 450),
        ),
        (),
        "tens",
    ),
    (
        "a finding in a part of the people makes it no surer",
        (_finding("massage", 60, certainty_reported="high", subgroup="new back pain"), _finding("tens", 450)),
        (),
        "tens",
    ),
    ("very low certainty everywhere: the most people", (_finding("massage", 30), LARGE), (), "tens"),
    (
        "the needling is no alternative, whoever recommends it",
        (SURE,),
        ({"treatment_id": "dry_needling"},),
        "massage",
    ),
    (
        "another concern's guideline says nothing here",
        (SURE,),
        ({"treatment_id": "heat", "concern_id": "neck_pain"},),
        "massage",
    ),
]


@pytest.mark.parametrize(("effects", "advice", "first"), [case[1:] for case in FIRST], ids=[case[0] for case in FIRST])
def test_the_first_alternative(
    effects: tuple[Effect, ...], advice: tuple[dict[str, str | bool | int], ...], first: str
) -> None:
    """The first line of a guideline, else the surest finding with the most people."""
    made = _made(*effects, advice=advice)
    assert alternatives_in_order(made, CONCERN)[0] == first
    assert first_choice(made, CONCERN) == ("dry_needling", first, "no_treatment")


def test_many_rows_do_not_bring_an_option_forward() -> None:
    """Five findings of 60 people stand behind one of 500."""
    many = [
        make_effect(effect_id=f"m{place}", treatment_id="massage", outcome=outcome, n_people=60)
        for place, outcome in enumerate(("pain", "disability", "pain", "disability", "pain"))
    ]
    made = _made(*many, _finding("tens", 500))
    assert alternatives_in_order(made, CONCERN)[:2] == ("tens", "massage")


def test_the_others_follow_by_people_then_by_how_sure() -> None:
    """After the first one; a finding on either side counts, and unknown people count as none."""
    made = _made(
        SURE,
        LARGE,
        make_effect(effect_id="other.side", comparator_id="acupuncture", n_people=700),
        _finding("heat", None),
        _finding("exercise_therapy", 700, certainty_reported="high"),
        advice=({"treatment_id": "massage"},),
    )
    assert alternatives_in_order(made, CONCERN)[:5] == ("massage", "tens", "exercise_therapy", "acupuncture", "heat")


def test_first_stand_needling_alternatives_and_nothing_in_the_room_there_is() -> None:
    """Six lines: needling, four alternatives, doing nothing; the rest by kind."""
    made = _made(SURE, LARGE)
    order = option_order(made, CONCERN)
    assert len(order.first) == made.threshold("options_first")
    assert order.first[:2] == ("dry_needling", "massage")
    assert order.first[-1] == "no_treatment"
    for group in order.groups:
        assert {made.treatments[name].kind for name in group.option_ids} == {group.kind}


def test_every_option_stands_somewhere_once(evidence: Evidence, concern_id: str) -> None:
    """None is hidden, none shown twice, and the fold counts what is behind it."""
    order = option_order(evidence, concern_id)
    names = [option.treatment_id for option in evidence.options(concern_id)]
    assert sorted(order.all_ids) == sorted(names)
    assert order.count_behind == len(names) - len(order.first)
    assert len(order.first) == min(evidence.threshold("options_first"), len(names))
    assert first_choice(evidence, concern_id)[1] == order.first[1]


ADVICE = [
    ("nobody", (), say("advice-none")),
    ("one", ({},), "Society (2020) recommends it."),
    ("two alike", ({}, {"body": "Other", "year": 2022}), "Other (2022) and Society (2020) recommend it."),
    (
        "two apart, both for it",
        ({"recommendation": "weak_for"}, {"body": "Other"}),
        "Other (2020) recommends it; Society (2020) says it may be used.",
    ),
    (
        "they disagree",
        ({}, {"body": "Other", "recommendation": "weak_against"}),
        "Guidelines disagree: Society (2020) recommends it; Other (2020) leans against it.",
    ),
    (
        "not named is told, and is no vote",
        ({}, {"body": "Other", "recommendation": "not_mentioned"}),
        "Society (2020) recommends it; Other (2020) does not name it.",
    ),
    ("without a year", ({"year": ""},), "Society (year not stated) recommends it."),
    ("not checked", ({"checked": False},), say("advice-none")),
]


@pytest.mark.parametrize(("advice", "text"), [case[1:] for case in ADVICE], ids=[case[0] for case in ADVICE])
def test_what_guidelines_say(advice: tuple[dict[str, str | bool | int], ...], text: str) -> None:
    """In one line, with a row behind it wherever a body speaks."""
    made = _made(advice=tuple({"treatment_id": "heat", **cells} for cells in advice))
    line = guideline_line(made, CONCERN, "heat")
    assert line.text == text
    assert line.known == bool(line.refs)


def test_each_body_speaks_for_itself_where_there_is_room() -> None:
    """With what it adds."""
    made = _made(advice=({"treatment_id": "heat", "words": "Only with exercise."},))
    (figure,) = guideline_figures(made, CONCERN, "heat")
    assert (figure.text, figure.note, figure.refs) == (
        "Society (2020) recommends it.",
        "Only with exercise.",
        ("guidelines:g0",),
    )
