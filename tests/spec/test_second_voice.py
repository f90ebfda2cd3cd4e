"""What must stand beside the finding that speaks, and in which order."""

from __future__ import annotations

import pytest

from needlewise.evidence.model.store import Evidence
from needlewise.evidence.rules.second_voice import second_voice
from tests.builders import Cell, against, make_effect, make_evidence, unclear

FIRST: dict[str, Cell] = {"effect_id": "first"}
FAVOURS: dict[str, dict[str, Cell]] = {
    "worse": {"estimate": 0.5, "ci_low": 0.2, "ci_high": 0.8, "favours": "comparator"},
    "same": {"estimate": -0.1, "ci_low": -0.4, "ci_high": 0.2, "favours": "neither"},
    "better": {},
}

# People followed without a comparison group, of whom some saw it come back.
BACK: dict[str, Cell] = {
    "kind": "before_after",
    "comparator_id": "baseline",
    "outcome": "recurrence",
    "measure": "proportion",
    "estimate": 40,
    "ci_low": None,
    "ci_high": None,
    "event_words": "had the pain come back",
    "favours": None,
    "between_group_test": "",
    "reread": "yes",
}

# Beside a headline against sham at 4 weeks that favours the treatment: one other row, how it came out, its voice.
VOICES: list[tuple[str, dict[str, Cell], str, list[str]]] = [
    ("worse in another outcome", {"outcome": "disability"}, "worse", ["worse"]),
    ("worse against nothing", {"comparator_id": "no_treatment", "weeks": 60}, "worse", ["worse"]),
    ("worse where other care was added", {"add_on_to": "exercise_therapy", "weeks": 26}, "worse", ["worse"]),
    ("worse in another study much later", {"source_id": "another_review", "weeks": 60}, "worse", ["worse"]),
    ("gone in another study much later", {"source_id": "another_review", "weeks": 60}, "same", ["later"]),
    ("gone later, against nothing", {"comparator_id": "no_treatment", "weeks": 60}, "same", ["later"]),
    ("no gain right after, a gain later", {"source_id": "another_review", "window": "right_after"}, "same", []),
    ("better against nothing", {"comparator_id": "no_treatment"}, "better", ["nothing"]),
    ("no gain in another outcome", {"outcome": "disability"}, "same", ["outcome"]),
    ("as good in another outcome", {"outcome": "disability"}, "better", []),
    ("the same pool in one treatment", {"treatment_id": "needling_any"}, "same", ["pool"]),
    ("a pool that agrees", {"treatment_id": "needling_any"}, "better", []),
    (
        "two studies against a mix",
        {"comparator_id": "mixed_comparators", "n_studies": 2, "reread": "yes"},
        "better",
        ["mix"],
    ),
    ("a mix read only once", {"comparator_id": "mixed_comparators", "n_studies": 2}, "better", []),
    ("one study against a mix", {"comparator_id": "mixed_comparators", "n_studies": 1, "reread": "yes"}, "better", []),
    (
        "against a mix of other people",
        {"comparator_id": "mixed_comparators", "direct": False, "indirect_why": "x"},
        "better",
        [],
    ),
    ("against another treatment", {"comparator_id": "massage"}, "worse", []),
    ("sides never tested", {"outcome": "disability", "between_group_test": "no"}, "worse", []),
    ("came back, followed without a comparison group", {**BACK}, "better", ["back"]),
    ("came back, read only once", {**BACK, "reread": ""}, "better", []),
    ("stayed away, followed without a comparison group", {**BACK, "better": "higher"}, "better", []),
    ("a row nobody checked", {"outcome": "disability", "checked": False}, "worse", []),
]


@pytest.mark.parametrize(("over", "way", "kinds"), [row[1:] for row in VOICES], ids=[row[0] for row in VOICES])
def test_what_stands_beside_the_headline(over: dict[str, Cell], way: str, kinds: list[str]):
    """Worse, later and gone, otherwise in a pool, a part or an outcome, against nothing, against a mix."""
    cells: dict[str, Cell] = {"effect_id": "other", "n_people": 90}
    evidence = make_evidence([make_effect(**FIRST), make_effect(**(cells | FAVOURS[way] | over))])
    voices = second_voice(evidence, "low_back_pain", "dry_needling")
    assert [voice.kind for voice in voices] == kinds
    assert all(voice.line.refs == ("effects:other",) for voice in voices)


def test_a_warning_stands_before_the_mix():
    """Worse first, then later, then otherwise, then nothing, then the mix."""
    rows = [
        make_effect(**FIRST),
        make_effect(effect_id="mix", comparator_id="mixed_comparators", n_studies=5, reread="yes", n_people=9000),
        make_effect(effect_id="none", comparator_id="no_treatment"),
        unclear(effect_id="pool", treatment_id="needling_any"),
        unclear(effect_id="later", source_id="another_review", weeks=60),
        against(effect_id="worse", outcome="disability"),
    ]
    voices = second_voice(make_evidence(rows), "low_back_pain", "dry_needling")
    assert [voice.line.effect.effect_id for voice in voices] == ["worse", "later", "pool", "none", "mix"]


def test_what_the_headline_tells_itself_is_not_told_twice():
    """The same study at another time stands in the headline already."""
    rows = [make_effect(**FIRST), against(effect_id="late", weeks=60, time_words="at a year")]
    assert second_voice(make_evidence(rows), "low_back_pain", "dry_needling") == ()


def test_the_other_part_of_the_people_is_told():
    """Where parts contradict each other, the least favourable speaks and the other stands beside it."""
    rows = [
        make_effect(effect_id="new", subgroup="new back pain", estimate=-1.2, ci_low=-1.5, ci_high=-0.9),
        unclear(effect_id="old", subgroup="lasting back pain"),
    ]
    (voice,) = second_voice(make_evidence(rows), "low_back_pain", "dry_needling")
    assert (voice.kind, voice.line.effect.effect_id) == ("part", "new")


def test_a_mix_speaks_where_nothing_cleaner_was_found():
    """No headline, but the joint result is told, named as such."""
    rows = [make_effect(effect_id="mix", comparator_id="mixed_comparators", n_studies=5, reread="yes")]
    (voice,) = second_voice(make_evidence(rows), "low_back_pain", "dry_needling")
    assert (voice.kind, voice.line.effect.effect_id) == ("mix", "mix")


@pytest.mark.parametrize(
    ("late", "kinds"),
    [
        ({"favours": "neither"}, ["faded"]),
        ({"favours": "comparator"}, ["faded"]),
        ({"favours": "treatment"}, []),
        ({"favours": "neither", "source_id": "another_review"}, []),
        ({"favours": "neither", "weeks": 2}, []),
        ({"favours": "neither", "subgroup": "new back pain"}, []),
    ],
    ids=["not clear later", "worse later", "still there later", "another source", "an earlier look", "other people"],
)
def test_a_gain_that_faded_without_a_comparison_group_is_told(late: dict[str, Cell], kinds: list[str]):
    """The same source had it at an earlier look, in the same people, and no longer at a later one."""
    alone = {**BACK, "outcome": "pain", "event_words": "", "measure": "qualitative", "estimate": None}
    rows = [
        make_effect(**FIRST),
        make_effect(**(alone | {"effect_id": "early", "favours": "treatment"})),
        make_effect(**(alone | {"effect_id": "late", "weeks": 26, "time_words": "at 6 months"} | late)),
    ]
    voices = second_voice(make_evidence(rows), "low_back_pain", "dry_needling")
    assert [voice.kind for voice in voices] == kinds


# Beside an open headline that favours the treatment: another row on the same pain, and the voice it has.
NO_CARE: dict[str, Cell] = {"comparator_id": "no_treatment"}
OPEN: list[tuple[str, dict[str, Cell], list[str]]] = [
    ("no gain in another study on top of other care", NO_CARE | {"add_on_to": "exercise_therapy"}, ["study"]),
    ("no gain in the same study on top of other care", NO_CARE | {"add_on_to": "massage", "source_id": "a_review"}, []),
    ("no gain in other people", NO_CARE | {"add_on_to": "exercise_therapy", "subgroup": "someone"}, []),
]


@pytest.mark.parametrize(("other", "expected"), [row[1:] for row in OPEN], ids=[row[0] for row in OPEN])
def test_beside_an_open_comparison_stands_the_study_that_saw_no_gain(other: dict[str, Cell], expected: list[str]):
    """It answers another question, so it does not contradict; it is never left out."""
    row = {"effect_id": "other", "source_id": "another_review"} | other
    evidence = make_evidence([make_effect(effect_id="first", comparator_id="usual_care"), unclear(**row)])
    assert [voice.kind for voice in second_voice(evidence, "low_back_pain", "dry_needling")] == expected


def test_the_trial_that_saw_no_gain_in_frozen_shoulder_is_told(evidence: Evidence):
    """Twenty people stand beside the 140 whose trial printed no figures."""
    voices = second_voice(evidence, "frozen_shoulder", "dry_needling")
    assert [(voice.kind, voice.line.effect.effect_id) for voice in voices] == [
        ("study", "frozen_shoulder.dry_needling.hazar2014.2")
    ]


def test_added_to_usual_care_is_told_beside_a_dummy(evidence: Evidence):
    """Acupuncture for headache: what 1,472 people had with usual care stands beside what a dummy showed."""
    told = [voice.line.effect.effect_id for voice in second_voice(evidence, "tension_headache", "acupuncture")]
    assert "tension_headache.acupuncture.linde2016tth.1" in told
