"""What must stand beside a comparison of two options, and on what ground findings may be weighed against each other."""

from __future__ import annotations

import pytest

from needlewise.evidence.model.rows import Effect
from needlewise.evidence.model.store import Evidence
from needlewise.evidence.rules.bases import base, can_be_weighed
from needlewise.evidence.rules.headline import best_head_to_head, head_to_head
from needlewise.evidence.rules.main_outcome import main_outcome
from needlewise.evidence.rules.second_voice import rival_voices, second_voice
from needlewise.evidence.sentences.beside import rival_turn, turn
from needlewise.evidence.sentences.statements import statement
from tests.builders import Cell, against, make_effect, make_evidence, make_source, unclear

RIVAL: dict[str, Cell] = {"comparator_id": "massage", "n_people": 500}
OTHER: dict[str, Cell] = {"effect_id": "other"}
WORDS: dict[str, Cell] = {"measure": "qualitative", "estimate": None, "ci_low": None, "ci_high": None}

# Beside a pool in which needling eased pain more than massage at 4 weeks: another finding of the two, and its voice.
BESIDE: list[tuple[str, Effect, list[str]]] = [
    ("another outcome came out equal", unclear(**RIVAL, **OTHER, outcome="disability"), ["outcome"]),
    ("another outcome came out the other way", against(**RIVAL, **OTHER, outcome="disability"), ["outcome"]),
    ("another outcome came out alike", make_effect(**RIVAL, **OTHER, outcome="disability"), []),
    ("a part of the people came out differently", against(**RIVAL, **OTHER, subgroup="new back pain"), ["part"]),
    ("another pool, a year later", unclear(**RIVAL, **OTHER, source_id="another_review", weeks=60), ["study"]),
    ("the same source by another measure", unclear(**RIVAL, **OTHER), ["measure"]),
    ("an older trial, which the pool may hold", unclear(**RIVAL, **OTHER, source_id="a_trial", weeks=60), []),
    ("a trial newer than the pool", unclear(**RIVAL, **OTHER, source_id="a_new_trial", weeks=60), ["study"]),
    (
        "written the other way round",
        make_effect(**OTHER, n_people=500, treatment_id="massage", comparator_id="dry_needling", outcome="disability"),
        ["outcome"],
    ),
    ("sides never tested", against(**RIVAL, **OTHER, outcome="disability", between_group_test="no"), []),
    ("a row nobody checked", against(**RIVAL, **OTHER, outcome="disability", checked=False), []),
    ("against a dummy: another question", against(**OTHER, outcome="disability"), []),
]


@pytest.mark.parametrize(("other", "kinds"), [row[1:] for row in BESIDE], ids=[row[0] for row in BESIDE])
def test_what_stands_beside_two_options_against_each_other(other: Effect, kinds: list[str]):
    """A study, a part, a time or an outcome in which the pair came out differently is never left out."""
    sources = [make_source(source_id="a_new_trial", design="rct", year=2099)]
    evidence = make_evidence([make_effect(**RIVAL), other], sources=sources)
    voices = rival_voices(evidence, "low_back_pain", "dry_needling", "massage")
    assert [voice.kind for voice in voices] == kinds


def test_both_sides_tell_the_same():
    """What needling's line says of massage, the line of massage says of needling, turned."""
    rows = [make_effect(**RIVAL), against(**RIVAL, **OTHER, outcome="disability")]
    evidence = make_evidence(rows)
    (mine,) = rival_voices(evidence, "low_back_pain", "dry_needling", "massage")
    (theirs,) = rival_voices(evidence, "low_back_pain", "massage", "dry_needling")
    assert (mine.line.effect.favours, theirs.line.effect.favours) == ("comparator", "treatment")
    assert rival_turn(evidence, "low_back_pain", "dry_needling", "massage") == (
        "It came out differently for daily activities."
    )


def test_an_option_known_beside_another_only_tells_it_too():
    """Its own line speaks of the rival, so what turns there stands beside it."""
    rows = [make_effect(**RIVAL), against(**RIVAL, **OTHER, outcome="disability")]
    evidence = make_evidence(rows)
    assert [voice.kind for voice in second_voice(evidence, "low_back_pain", "massage")] == ["outcome"]
    assert turn(evidence, "low_back_pain", "massage") == "It came out differently for daily activities."


def test_seen_from_the_other_side_it_is_what_the_source_says_it_was():
    """2% of a cream is not any cream: the words of the comparator follow it to the front."""
    row = make_effect(comparator_id="massage", comparator_words="five minutes of massage")
    line = head_to_head(make_evidence([row]), "low_back_pain", "massage", "dry_needling")
    assert line is not None
    said = statement(make_evidence([row]), line)
    assert said.text.startswith("Five minutes of massage may ease pain moderately less than dry needling")


GROUNDS: list[tuple[str, dict[str, Cell], str]] = [
    ("pretend needles", {}, "sham"),
    ("pretend needles, both sides with exercise", {"add_on_to": "exercise_therapy"}, "sham"),
    ("doing nothing", {"comparator_id": "no_treatment"}, "no_treatment"),
    ("home exercise alone", {"comparator_id": "no_treatment", "add_on_to": "exercise_therapy"}, "added"),
    ("usual care", {"comparator_id": "usual_care"}, "usual_care"),
    ("another option", {"comparator_id": "massage"}, "rival"),
]


@pytest.mark.parametrize(
    ("over", "ground"), [row[1:] for row in GROUNDS], ids=[f"{row[0]}: {row[2]}" for row in GROUNDS]
)
def test_what_a_finding_was_held_against(over: dict[str, Cell], ground: str):
    """The ground of a finding; care that was added to makes one only where nothing stood in for the treatment."""
    assert base(make_effect(**over)) == ground


@pytest.mark.parametrize(
    ("one", "other", "may"),
    [
        ({}, {"add_on_to": "exercise_therapy"}, True),
        ({}, {"comparator_id": "no_treatment"}, False),
        ({}, {"comparator_id": "no_treatment", "add_on_to": "exercise_therapy"}, False),
        ({"comparator_id": "massage"}, {"comparator_id": "massage"}, False),
    ],
    ids=[
        "pretend needles and pretend needles",
        "pretend needles and doing nothing",
        "pretend needles and home exercise alone",
        "a rival and a rival",
    ],
)
def test_only_findings_on_one_ground_may_be_weighed(one: dict[str, Cell], other: dict[str, Cell], may: bool):  # noqa: FBT001
    """A gain over nothing holds what a dummy would also have given."""
    assert can_be_weighed(make_effect(**one), make_effect(**other)) is may


MAIN: dict[str, Cell] = {"source_id": "a_trial", "effect_id": "main", "outcome": "disability", "main_outcome": True}

# A trial with less pain beside its own main outcome: how that came out, and what is said with the pain.
MAINS: list[tuple[str, Effect, str]] = [
    ("no clear difference", unclear(**MAIN), "but no clear difference in daily activities"),
    ("worse", against(**MAIN), "but it came out worse for daily activities"),
    ("better too", make_effect(**MAIN), ""),
    ("not the main outcome", unclear(**(MAIN | {"main_outcome": False})), ""),
    ("of another trial", unclear(**(MAIN | {"source_id": "another_review"})), ""),
    ("against something else", unclear(**(MAIN | {"comparator_id": "usual_care"})), ""),
]


@pytest.mark.parametrize(("main", "words"), [row[1:] for row in MAINS], ids=[row[0] for row in MAINS])
def test_another_outcome_is_never_told_without_the_main_one(main: Effect, words: str):
    """What a study set out to measure is said wherever another of its outcomes came out differently."""
    pain = make_effect(source_id="a_trial", comparator_id="massage")
    main = main if main.comparator_id == "usual_care" else main.model_copy(update={"comparator_id": "massage"})
    evidence = make_evidence([pain, main])
    line = head_to_head(evidence, "low_back_pain", "dry_needling", "massage")
    assert line is not None
    assert line.effect == pain
    assert (main_outcome(evidence, pain) is not None) is bool(words)
    assert words in statement(evidence, line).text


def test_the_pretend_treatment_is_told_beside_an_open_gain():
    """Added to exercise it helped, against pretend needles it did not: both stand there."""
    usual: dict[str, Cell] = {"add_on_to": "exercise_therapy", "n_people": 90}
    rows = [
        unclear(**usual, comparator_id="no_treatment"),
        make_effect(**usual, effect_id="open", outcome="disability", comparator_id="no_treatment"),
        unclear(**usual, effect_id="blind", outcome="disability"),
    ]
    voices = second_voice(make_evidence(rows), "low_back_pain", "dry_needling")
    assert [(voice.kind, voice.line.effect.effect_id) for voice in voices] == [
        ("outcome", "open"),
        ("blinded", "blind"),
    ]


def test_a_surer_comparison_speaks_before_a_few_people(evidence: Evidence):
    """Three-in-one cream: the pool against hydroquinone, not 29 people against a laser."""
    line = best_head_to_head(evidence, evidence.concerns["uneven_tone"], "triple_cream")
    assert line is not None
    assert line.effect.effect_id == "uneven_tone.topical_care.rajaratnam2010.1"
