"""Which finding speaks. Each table reads: of these two rows, the first speaks, because of this one difference."""

from __future__ import annotations

import pytest

from needlewise.evidence.rules.headline import (
    choose_headline,
    head_to_head,
    headline,
    headline_against_control,
    is_eligible,
)
from needlewise.evidence.sentences.statements import statement
from tests.builders import Cell, against, make_effect, make_evidence, shares, spoken, unclear

NOTHING_DONE: dict[str, Cell] = {"comparator_id": "no_treatment"}

# A row of words: no size, no interval.
BARE: dict[str, Cell] = {"measure": "qualitative", "estimate": None, "ci_low": None, "ci_high": None}

# The row that speaks, the row that does not, and the reason. Ids are given so that the id alone would choose the other.
CHOICES: list[tuple[str, dict[str, Cell], dict[str, Cell]]] = [
    ("alone, not added to other care", {}, {"add_on_to": "exercise_therapy"}),
    ("tested between the sides, not each beside itself", {}, {"between_group_test": "no"}),
    ("the whole concern, not a part of it", {}, {"subgroup": "new back pain"}),
    ("weeks later, not right after", {"window": "short"}, {"window": "right_after", "weeks": None}),
    ("pain: the first weeks, not half a year on", {"weeks": 12}, {"weeks": 26}),
    ("pain: half a year, not years on", {"weeks": 26}, {"weeks": 60}),
    ("surer, however few the people", {"certainty_reported": "high", "n_people": 20}, {"n_people": 900}),
    ("surer, however bare the row", {"certainty_reported": "moderate", **BARE}, {"i2": 90}),
    (
        "rated, however low, not one that could not be rated",
        {"certainty_reported": "very_low", "n_people": 60},
        {**BARE, "n_people": None},
    ),
    ("two studies together, not one", {"n_studies": 2}, {"n_studies": 1}),
    ("two of this comparison, not one of a big review", {"n_studies": 2}, {"n_studies": 30, "n_studies_finding": 1}),
    ("a review, not a trial", {"source_id": "a_review"}, {"source_id": "a_trial"}),
    ("a network of reviews ranks as a review", {"source_id": "a_network"}, {"source_id": "a_trial"}),
    ("by chance, not a cohort", {"source_id": "a_trial"}, {"source_id": "a_cohort"}),
    ("more people", {"n_people": 900}, {"n_people": 899}),
    ("newer", {"source_id": "a_newer_review"}, {"source_id": "a_review"}),
]


@pytest.mark.parametrize(("speaks", "silent"), [row[1:] for row in CHOICES], ids=[row[0] for row in CHOICES])
def test_of_two_rows_that_differ_in_one_thing_the_better_one_speaks(speaks: dict[str, Cell], silent: dict[str, Cell]):
    """Each step of the rule decides by itself, whatever the order of the rows and their ids."""
    first, second = make_effect(effect_id="z", **speaks), make_effect(effect_id="a", **silent)
    for rows in ((first, second), (second, first)):
        evidence = make_evidence(rows)
        assert spoken(headline(evidence, "low_back_pain", "dry_needling", "sham", "pain")) == "z"


# Each row beats the next by an earlier step, though it loses on every later one.
ORDER: list[dict[str, Cell]] = [
    {"effect_id": "e9", "window": "long", "source_id": "a_series", "n_people": 10},
    {"effect_id": "e8", "subgroup": "new back pain", "source_id": "a_trial", "n_people": 20},
    {"effect_id": "e7", "add_on_to": "exercise_therapy", "source_id": "a_trial", "certainty_reported": "high"},
    {"effect_id": "e6", "add_on_to": "exercise_therapy", "n_people": 900},
    {"effect_id": "e5", "add_on_to": "exercise_therapy", "n_people": 9000, "source_id": "a_trial"},
    {"effect_id": "e4", "add_on_to": "exercise_therapy", "subgroup": "new back pain", "n_people": 90000},
]


def test_an_earlier_step_outweighs_every_later_one():
    """A small series of everyone, treated alone, speaks before a large rated review of an addition."""
    rows = [make_effect(**row) for row in ORDER]
    expected = [row.effect_id for row in rows]
    found = []
    while rows:
        line = choose_headline(make_evidence(rows), rows)
        assert line is not None
        found.append(line.effect.effect_id)
        rows.remove(line.effect)
    assert found == expected


def test_a_part_of_the_people_that_turns_the_answer_speaks():
    """A gain only in new pain: the least favourable part speaks, not the part where it went well."""
    rows = [
        make_effect(effect_id="new", subgroup="new back pain", n_people=900, estimate=-1.2, ci_low=-1.5, ci_high=-0.9),
        unclear(effect_id="old", subgroup="lasting back pain", n_people=90),
    ]
    assert spoken(choose_headline(make_evidence(rows), rows)) == "old"


def test_parts_that_may_be_alike_turn_nothing():
    """One clear and one not, with ranges that overlap, is no difference between the parts."""
    rows = [
        make_effect(effect_id="new", subgroup="new back pain", n_people=900),
        unclear(effect_id="old", subgroup="lasting back pain", n_people=90),
    ]
    assert spoken(choose_headline(make_evidence(rows), rows)) == "new"


def test_rows_alike_in_everything_are_told_apart_by_their_id():
    """The choice never changes by chance."""
    rows = [make_effect(effect_id=name) for name in ("c", "a", "b")]
    assert spoken(choose_headline(make_evidence(rows), rows)) == "a"


def test_nothing_compared_means_nobody_speaks():
    """No row, no headline: not a made-up one."""
    evidence = make_evidence([make_effect(outcome="disability")])
    assert headline(evidence, "low_back_pain", "dry_needling", "sham", "pain") is None
    assert headline(evidence, "neck_pain", "dry_needling", "sham", "disability") is None
    assert headline(evidence, "low_back_pain", "dry_needling", "usual_care", "disability") is None
    assert choose_headline(evidence, []) is None


NEVER: list[tuple[str, dict[str, Cell]]] = [
    ("before and after", {"kind": "before_after", "comparator_id": "baseline"}),
    ("a place in a network", {"kind": "rank", "measure": "rank", "estimate": 80, "ci_low": None, "ci_high": None}),
    ("a guideline's advice", {"kind": "recommendation"}),
    ("natural course", {"kind": "natural_course", "comparator_id": "none_reported"}),
    ("a repeat of another row", {"duplicate_of": "e2"}),
    ("a row that a newer source replaced", {"superseded_by": "a_newer_review"}),
    ("a pool of comparators", {"comparator_id": "mixed_comparators"}),
    ("a pool of treatments", {"treatment_id": "laser_any"}),
    ("other people or another treatment", {"direct": False, "indirect_why": "cadavers"}),
    ("a row nobody checked", {"checked": False}),
    ("a clinic's own sheet", {"source_id": "a_clinic_sheet"}),
    ("a maker's own trial", {"source_id": "a_maker"}),
    ("a consumer page", {"source_id": "a_consumer_page"}),
    ("a news report", {"source_id": "a_news_report"}),
]


@pytest.mark.parametrize("over", [row[1] for row in NEVER], ids=[row[0] for row in NEVER])
def test_some_rows_may_never_speak(over: dict[str, Cell]):
    """Not even when nothing else was found."""
    row = make_effect(**over)
    evidence = make_evidence([row])
    assert not is_eligible(evidence, row)
    assert headline(evidence, row.concern_id, row.treatment_id, row.comparator_id, row.outcome) is None


def test_the_plain_row_those_were_made_from_may_speak():
    """So that each reason above is the only one."""
    assert is_eligible(make_evidence(), make_effect())


def test_each_source_disagrees_once():
    """Three lines of one review are one voice."""
    rows = [
        make_effect(effect_id="first"),
        against(effect_id="b1", source_id="another_review", n_people=90),
        against(effect_id="b2", source_id="another_review", n_people=80),
        against(effect_id="c", source_id="a_third_review", n_people=70),
    ]
    line = choose_headline(make_evidence(rows), rows)
    assert line is not None
    assert [effect.effect_id for effect in line.conflicting] == ["b1", "c"]


ELSEWHEN: list[tuple[str, dict[str, Cell], bool]] = [
    ("the same study, much later, another side", {}, True),
    ("another study", {"source_id": "another_review"}, False),
    ("the same stretch of time, at another week", {"weeks": 6}, True),
    ("the same week", {"weeks": 4}, False),
    ("a time nobody named", {"weeks": None, "time_words": ""}, False),
    ("a part of the people", {"subgroup": "new back pain"}, False),
    ("the same side", {"estimate": -0.5, "ci_low": -0.8, "ci_high": -0.2, "favours": "treatment"}, False),
]


@pytest.mark.parametrize(
    ("name", "cells", "told"),
    ELSEWHEN,
    ids=[f"{name}: {'both times are told' if told else 'it is not told as a course'}" for name, _, told in ELSEWHEN],
)
def test_a_study_that_changed_its_answer_tells_both_times(name: str, cells: dict[str, Cell], told: bool):  # noqa: FBT001
    """A gain at four weeks that is gone at half a year: the first speaks, and what came of it stands beside it."""
    late: dict[str, Cell] = {"effect_id": "late", "n_people": 90, "weeks": 26, "time_words": "at 6 months"}
    rows = [make_effect(effect_id="first"), unclear(**(late | cells))]
    line = choose_headline(make_evidence(rows), rows)
    assert line is not None, name
    assert [effect.effect_id for effect in line.at_other_times] == (["late"] if told else [])
    assert ("effects:late" in line.refs) is (told or line.studies_disagree)
    said = statement(make_evidence(rows), line).text
    assert ("(there was no clear difference at 6 months" in said) is told


HELPS: list[tuple[str, list[dict[str, Cell]], str]] = [
    (
        "sham before nothing before usual care",
        [
            {"effect_id": "care", "comparator_id": "usual_care", "n_people": 9000},
            {"effect_id": "none", "comparator_id": "no_treatment", "n_people": 9000},
            {"effect_id": "sham", "n_people": 10},
        ],
        "sham",
    ),
    (
        "nothing before usual care",
        [{"effect_id": "care", "comparator_id": "usual_care"}, {"effect_id": "none", "comparator_id": "no_treatment"}],
        "none",
    ),
    (
        "the outcome people come for before the comparator",
        [{"effect_id": "activities", "outcome": "disability"}, {"effect_id": "pain", "comparator_id": "usual_care"}],
        "pain",
    ),
    (
        "plain for a lesser outcome before an addition for the first",
        [{"effect_id": "added", "add_on_to": "exercise_therapy"}, {"effect_id": "plain", "outcome": "disability"}],
        "plain",
    ),
    (
        "sham for a part of the people before nothing for everyone",
        [{"effect_id": "none", "comparator_id": "no_treatment"}, {"effect_id": "part", "subgroup": "new back pain"}],
        "part",
    ),
    (
        "very weak and right after gives way to whatever came later",
        [
            {"effect_id": "now", "n_people": 10, "window": "right_after"},
            {"effect_id": "added", "add_on_to": "exercise_therapy", "outcome": "disability"},
        ],
        "added",
    ),
    (
        "very weak and right after speaks where there is nothing else",
        [{"effect_id": "now", "n_people": 10, "window": "right_after"}],
        "now",
    ),
    (
        "for a part of the people alone before added to other care for everyone",
        [{"effect_id": "added", "add_on_to": "exercise_therapy"}, {"effect_id": "part", "subgroup": "new back pain"}],
        "part",
    ),
    (
        "very low in one part gives way to a surer one that came out differently in another",
        [
            {"effect_id": "weak", "subgroup": "new back pain", "certainty_reported": "very_low", "favours": "neither"},
            {"effect_id": "sure", "subgroup": "lasting back pain", "certainty_reported": "moderate", **NOTHING_DONE},
        ],
        "sure",
    ),
    (
        "very low in one part speaks where the surer one came out alike",
        [
            {"effect_id": "weak", "subgroup": "new back pain", "certainty_reported": "very_low"},
            {"effect_id": "sure", "subgroup": "lasting back pain", "certainty_reported": "moderate", **NOTHING_DONE},
        ],
        "weak",
    ),
    ("never against another active treatment", [{"effect_id": "rival", "comparator_id": "massage"}], ""),
]


@pytest.mark.parametrize(("rows", "expected"), [row[1:] for row in HELPS], ids=[row[0] for row in HELPS])
def test_a_dummy_answers_first_whether_it_helps_at_all(rows: list[dict[str, Cell]], expected: str):
    """A dummy answers first, then nothing, then usual care; another treatment never does."""
    evidence = make_evidence(make_effect(**row) for row in rows)
    assert (spoken(headline_against_control(evidence, "low_back_pain", "dry_needling")) or "") == expected


def test_head_to_head_is_seen_from_the_first_whichever_way_it_was_written():
    """Massage against dry needling, read from dry needling's side, is turned round."""
    row = against(treatment_id="massage", comparator_id="dry_needling")
    line = head_to_head(make_evidence([row]), "low_back_pain", "dry_needling", "massage")
    assert line is not None
    assert (line.effect.treatment_id, line.effect.comparator_id) == ("dry_needling", "massage")
    assert (line.effect.estimate, line.effect.ci_low, line.effect.ci_high) == (-0.5, -0.8, -0.2)
    assert line.effect.favours == "treatment"


def test_both_directions_of_a_pair_compete_by_the_same_rule():
    """A large review written the other way round beats a small trial written this way round."""
    rows = [
        make_effect(effect_id="this", comparator_id="massage", source_id="a_trial"),
        make_effect(effect_id="that", treatment_id="massage", comparator_id="dry_needling"),
    ]
    line = head_to_head(make_evidence(rows), "low_back_pain", "dry_needling", "massage")
    assert line is not None
    assert (line.effect.effect_id, line.effect.favours) == ("that", "comparator")
    assert not line.studies_disagree


def test_head_to_head_takes_the_first_outcome_that_was_compared():
    """Pain comes before daily activities for back pain, and a pair never compared gives nothing."""
    rows = [
        make_effect(effect_id="d", comparator_id="massage", outcome="disability"),
        make_effect(effect_id="p", comparator_id="massage", source_id="a_trial"),
    ]
    evidence = make_evidence(rows)
    assert spoken(head_to_head(evidence, "low_back_pain", "dry_needling", "massage")) == "p"
    assert head_to_head(evidence, "low_back_pain", "dry_needling", "tens") is None
    assert head_to_head(evidence, "neck_pain", "dry_needling", "massage") is None


@pytest.mark.parametrize(
    "weak", [{"certainty_reported": "very_low"}, {**BARE, "n_people": None}], ids=["very low", "not rated"]
)
def test_head_to_head_a_weak_first_outcome_gives_way_to_a_surer_one(weak: dict[str, Cell]):
    """Pain comes first for back pain, but not with a finding nobody could rate."""
    rows = [
        make_effect(effect_id="pain", comparator_id="massage", **weak),
        make_effect(effect_id="activities", comparator_id="massage", outcome="disability"),
    ]
    line = head_to_head(make_evidence(rows), "low_back_pain", "dry_needling", "massage")
    assert spoken(line) == "activities"


def test_shares_of_people_count_as_a_size():
    """Two shares are a size; one share alone is not."""
    assert shares().has_size
    assert not shares(comparator_estimate=None).has_size
