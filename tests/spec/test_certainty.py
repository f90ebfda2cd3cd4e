"""How sure the studies are: the source's own rating, or ours with every reason named."""

from __future__ import annotations

import pytest

from needlewise.evidence.model.store import Evidence
from needlewise.evidence.model.vocabulary import Certainty, Level
from needlewise.evidence.rules.certainty import LEVELS, rate
from needlewise.evidence.rules.precision import interval
from needlewise.evidence.rules.size import is_believable, size
from tests.builders import Cell, make_effect, make_evidence

# What is changed in a review of 500 people, the level, and every reason in order.
NO_RANGE: dict[str, Cell] = {"ci_low": None, "ci_high": None}
WORDS: dict[str, Cell] = {"measure": "qualitative", "estimate": None, **NO_RANGE}
# The usual row has a standardised difference of -0.5 (-0.8 to -0.2), which holds 0.5; here one that tells.
TELLS: dict[str, Cell] = {"estimate": -0.3, "ci_low": -0.45, "ci_high": -0.15}
RATINGS: list[tuple[str, dict[str, Cell], Level, tuple[str, ...]]] = [
    ("a large review with a range that tells", TELLS, "moderate", ("bias_unjudged",)),
    ("a large trial", TELLS | {"source_id": "a_trial"}, "moderate", ("bias_unjudged",)),
    ("a large network", TELLS | {"source_id": "a_network"}, "moderate", ("bias_unjudged",)),
    ("a cohort", TELLS | {"source_id": "a_cohort"}, "low", ("not_randomised",)),
    ("a guideline that does not rate", TELLS | {"source_id": "a_guideline"}, "low", ("not_randomised",)),
    ("a review of mostly randomised studies", TELLS | {"randomised": "most"}, "moderate", ("bias_unjudged",)),
    ("a review of few randomised studies", TELLS | {"randomised": "few"}, "low", ("few_randomised",)),
    (
        "a dummy and no treatment counted together",
        TELLS | {"dummy_pooled": True},
        "low",
        ("bias_unjudged", "mixed_comparators"),
    ),
    # Risk of bias
    ("a fifth lost", TELLS | {"follow_up_lost_percent": 20}, "low", ("bias_unjudged", "many_lost")),
    ("fewer lost", TELLS | {"follow_up_lost_percent": 19}, "moderate", ("bias_unjudged",)),
    ("sides never tested against each other", {"between_group_test": "no"}, "very_low", ("untested",)),
    # Inconsistency
    ("pooled studies that differ", TELLS | {"i2": 75}, "low", ("bias_unjudged", "studies_differ")),
    ("pooled studies that differ less", TELLS | {"i2": 74}, "moderate", ("bias_unjudged",)),
    # Imprecision, by the number of people.
    ("enough people", TELLS | {"n_people": 400}, "moderate", ("bias_unjudged",)),
    ("one too few", TELLS | {"n_people": 399}, "low", ("bias_unjudged", "few_people")),
    ("few people", TELLS | {"n_people": 50}, "low", ("bias_unjudged", "few_people")),
    ("very few people", TELLS | {"n_people": 49}, "very_low", ("bias_unjudged", "very_few_people")),
    (
        "fewer people in the finding than in the review",
        TELLS | {"n_people_finding": 49},
        "very_low",
        ("bias_unjudged", "very_few_people"),
    ),
    ("people unknown, but a range that tells", TELLS | {"n_people": None}, "moderate", ("bias_unjudged",)),
    # Imprecision: the range
    ("a range around one limit", {}, "low", ("bias_unjudged", "range_open")),
    (
        "a range around both limits",
        {"estimate": 0, "ci_low": -0.6, "ci_high": 0.6, "favours": "neither"},
        "very_low",
        ("bias_unjudged", "range_wide"),
    ),
    (
        "a range inside both limits, around nought",
        {"estimate": -0.1, "ci_low": -0.4, "ci_high": 0.2, "favours": "neither"},
        "moderate",
        ("bias_unjudged",),
    ),
    (
        "a very wide range, though far off",
        {"measure": "RR", "estimate": 13, "ci_low": 1.9, "ci_high": 90, "better": "higher", "n_people": None},
        "low",
        ("bias_unjudged", "range_wide"),
    ),
    (
        "few people and an open range are one domain",
        {"n_people": 84},
        "low",
        ("bias_unjudged", "few_people", "range_open"),
    ),
    # Low at most
    ("words only", WORDS, "low", ("bias_unjudged", "size_unknown")),
    ("words only and few people", WORDS | {"n_people": 399}, "low", ("bias_unjudged", "few_people", "size_unknown")),
    (
        "words only, people unknown",
        WORDS | {"n_people": None},
        "not_rated",
        ("people_unknown",),
    ),
    ("a size without a range", NO_RANGE, "low", ("bias_unjudged", "range_unknown")),
    (
        "only the review's people known, and no range",
        NO_RANGE | {"counts_of": "whole_review"},
        "not_rated",
        ("people_unknown",),
    ),
    (
        "people and range unknown, and people not put into groups by chance",
        NO_RANGE | {"n_people": None, "source_id": "a_cohort"},
        "not_rated",
        ("people_unknown",),
    ),
    (
        "people and range unknown, and the rest alone brings it to very low",
        NO_RANGE | {"n_people": None, "source_id": "a_cohort", "follow_up_lost_percent": 20},
        "very_low",
        ("not_randomised", "many_lost", "range_unknown"),
    ),
    (
        "a whole review of very few people",
        WORDS | {"counts_of": "whole_review", "n_people": 40},
        "very_low",
        ("bias_unjudged", "very_few_people", "size_unknown"),
    ),
    # Not reviewed
    ("a preprint", TELLS | {"source_id": "a_preprint"}, "low", ("bias_unjudged", "not_reviewed")),
    # Indirectness
    (
        "a mix of comparators",
        TELLS | {"comparator_id": "mixed_comparators"},
        "low",
        ("bias_unjudged", "mixed_comparators"),
    ),
    ("other people", TELLS | {"direct": False, "indirect_why": "students"}, "low", ("bias_unjudged", "indirect")),
    (
        "never below very low, and every reason still named",
        {"source_id": "a_cohort", "n_people": 10, "comparator_id": "mixed_comparators"},
        "very_low",
        ("not_randomised", "very_few_people", "range_open", "mixed_comparators"),
    ),
    ("before and after", {"kind": "before_after", "comparator_id": "baseline"}, "very_low", ("no_control",)),
    ("natural course", {"kind": "natural_course", "comparator_id": "none_reported"}, "very_low", ("no_control",)),
    ("advice", {"kind": "recommendation"}, "very_low", ("no_control",)),
    (
        "a rank",
        {"kind": "rank", "measure": "rank", "estimate": 90, "ci_low": None, "ci_high": None},
        "very_low",
        ("no_control",),
    ),
]


@pytest.mark.parametrize(
    ("over", "level", "reasons"),
    [row[1:] for row in RATINGS],
    ids=[f"{name}: {level} ({', '.join(reasons)})".replace("_", " ") for name, _, level, reasons in RATINGS],
)
def test_our_own_rating_takes_off_one_level_for_each_reason(
    over: dict[str, Cell], level: Level, reasons: tuple[str, ...]
):
    """Start at moderate for groups made by chance, at low for others, and take off one level for each reason."""
    rating = rate(make_evidence(), make_effect(**over))
    assert (rating.level, rating.by, rating.reasons) == (level, "ours", reasons)


def test_findings_that_disagree_lower_our_rating_by_one_level():
    """The reason is named with the others; pooled studies that differ and a contradiction are one domain."""
    rating = rate(make_evidence(), make_effect(**TELLS), disagreement=True)
    assert (rating.level, rating.reasons) == ("low", ("bias_unjudged", "disagreement"))
    both = rate(make_evidence(), make_effect(**TELLS, i2=90), disagreement=True)
    assert (both.level, both.reasons) == ("low", ("bias_unjudged", "studies_differ", "disagreement"))


@pytest.mark.parametrize("level", LEVELS, ids=[f"rated {level.replace('_', ' ')} by its authors" for level in LEVELS])
def test_the_rating_of_the_source_wins(level: Certainty):
    """However few the people, the authors' GRADE rating stands, without reasons of ours."""
    rating = rate(make_evidence(), make_effect(certainty_reported=level, n_people=10))
    assert (rating.level, rating.by, rating.reasons) == (level, "source", ())


@pytest.mark.parametrize(
    ("rated", "told"),
    [("high", "moderate"), ("moderate", "low"), ("low", "very_low"), ("very_low", "very_low")],
    ids=["high becomes moderate", "moderate becomes low", "low becomes very low", "very low stays"],
)
def test_what_others_found_takes_a_level_off_the_rating_of_the_source(rated: Certainty, told: Certainty):
    """Authors judge their own body of evidence; that another source contradicts it they could not know."""
    rating = rate(make_evidence(), make_effect(certainty_reported=rated), disagreement=True)
    assert (rating.level, rating.by) == (told, "source")
    assert rating.reasons == (() if rated == "very_low" else ("disagreement",))


@pytest.mark.parametrize(
    ("over", "told"),
    [
        ({"estimate": 2.9, "ci_low": 2.5, "ci_high": 3.3}, True),
        ({"estimate": 15.82, "ci_low": 12.3, "ci_high": 19.3}, False),
        ({"estimate": -3.1, "ci_low": -4, "ci_high": -2.2, "better": "lower"}, False),
        ({"measure": "MD", "estimate": 15.82, "ci_low": 12, "ci_high": 19}, True),
    ],
    ids=[
        "a standardised difference of 2.9",
        "a standardised difference of 15.8",
        "of 3.1, downward",
        "a plain difference of 15.8",
    ],
)
def test_a_size_that_cannot_be_is_not_told(over: dict[str, Cell], told: bool):  # noqa: FBT001
    """Direction only, one level less sure, no range; and the same for the parts of that source."""
    usual: dict[str, Cell] = {"better": "higher", "favours": "treatment", "n_people": 900}
    wild = make_effect(**(usual | {"effect_id": "wild"} | over))
    part = make_effect(**(usual | {"effect_id": "part", "estimate": 0.64, "ci_low": 0.55, "ci_high": 0.92}))
    evidence = make_evidence([wild, part])
    for effect in (wild, part) if over.get("better") != "lower" else (wild,):
        assert is_believable(evidence, effect) is told
        assert ("not_believable" in rate(evidence, effect).reasons) is not told
        if not told:
            assert size(evidence, effect) == "unknown"
            assert interval(evidence, effect) is None


def test_trials_that_the_source_calls_weak_cost_a_level():
    """It was read in the source, so it is no gap of ours."""
    assert rate(make_evidence(), make_effect(**TELLS, bias_stated=True)).reasons == ("bias_unjudged", "bias_stated")


def test_the_width_that_comes_of_differing_studies_is_not_counted_twice():
    """A range wholly beyond what matters, wide for the studies differ: one level for that, none for the width."""
    wide: dict[str, Cell] = {"estimate": -1.3, "ci_low": -1.9, "ci_high": -0.7, "n_people": 900}
    assert rate(make_evidence(), make_effect(**wide, i2=88)).level == "low"
    assert rate(make_evidence(), make_effect(**wide)).reasons == ("bias_unjudged", "range_wide")


def test_dots_count_from_one_to_four():
    """Very low is one dot and high is four; there is no nought."""
    evidence = make_evidence()
    dots = [rate(evidence, make_effect(certainty_reported=level)).dots for level in LEVELS]
    assert dots == [1, 2, 3, 4]


def test_our_own_rating_is_never_high():
    """We read summaries, so the top of the scale is for those who judged the trials."""
    evidence = make_evidence()
    assert rate(evidence, make_effect(**TELLS, n_people=100_000)).level == "moderate"


# Real rows: the mark that lowers each, and no more than `may`.
REAL: list[tuple[str, str]] = [
    ("acne_scars.prp_microneedling.kang2022.2", "few_randomised"),
    ("plantar_heel_pain.prp_injection.prpheel_josr2020.1", "bias_stated"),
    ("surgical_scars.pulsed_dye_laser.yenyuwadee2024.1", "mixed_comparators"),
    ("surgical_scars.low_level_laser.yenyuwadee2024.1", "mixed_comparators"),
    ("surgical_scars.botulinum_toxin.botox_scar16.1", "mixed_comparators"),
]


@pytest.mark.parametrize(("effect_id", "reason"), REAL, ids=[row[0] for row in REAL])
def test_real_pools_of_weak_or_unlike_trials_are_low(evidence: Evidence, effect_id: str, reason: str):
    """None of them says `probably`."""
    found = rate(evidence, evidence.effects[effect_id])
    assert found.level == "low"
    assert reason in found.reasons
