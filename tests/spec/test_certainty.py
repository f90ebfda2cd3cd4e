"""How sure the studies are: the source's own rating, or ours with every reason named."""

from __future__ import annotations

import pytest

from needlewise.evidence.model.vocabulary import Certainty
from needlewise.evidence.rules.certainty import LEVELS, rate
from tests.builders import Cell, make_effect, make_evidence, unclear

# What is changed in a review of 500 people, the level, and every reason in order.
RATINGS: list[tuple[str, dict[str, Cell], Certainty, tuple[str, ...]]] = [
    ("a large review", {}, "moderate", ("bias_unjudged",)),
    ("a large trial", {"source_id": "a_trial"}, "moderate", ("bias_unjudged",)),
    ("a large network", {"source_id": "a_network"}, "moderate", ("bias_unjudged",)),
    ("a cohort", {"source_id": "a_cohort"}, "low", ("not_randomised",)),
    ("a guideline that does not rate", {"source_id": "a_guideline"}, "low", ("not_randomised",)),
    ("enough people", {"n_people": 400}, "moderate", ("bias_unjudged",)),
    ("one too few", {"n_people": 399}, "low", ("bias_unjudged", "few_people")),
    ("few people", {"n_people": 50}, "low", ("bias_unjudged", "few_people")),
    ("very few people", {"n_people": 49}, "very_low", ("bias_unjudged", "very_few_people")),
    ("people unknown", {"n_people": None}, "low", ("bias_unjudged", "people_unknown")),
    (
        "fewer people in the finding than in the review",
        {"n_people_finding": 49},
        "very_low",
        ("bias_unjudged", "very_few_people"),
    ),
    ("only the review's people known", {"counts_of": "whole_review"}, "low", ("bias_unjudged", "people_unknown")),
    ("a range that touches no effect", {"ci_high": 0}, "low", ("bias_unjudged", "crosses_no_effect")),
    ("a mix of comparators", {"comparator_id": "mixed_comparators"}, "low", ("bias_unjudged", "mixed_comparators")),
    ("other people", {"direct": False, "indirect_why": "students"}, "low", ("bias_unjudged", "indirect")),
    (
        "two reasons, two levels",
        {"n_people": 100, "direct": False, "indirect_why": "students"},
        "very_low",
        ("bias_unjudged", "few_people", "indirect"),
    ),
    (
        "never below very low, and every reason still named",
        {"source_id": "a_cohort", "n_people": 10, "ci_high": 0, "comparator_id": "mixed_comparators"},
        "very_low",
        ("not_randomised", "very_few_people", "crosses_no_effect", "mixed_comparators"),
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
    over: dict[str, Cell], level: Certainty, reasons: tuple[str, ...]
):
    """Start at moderate for groups made by chance, at low for others, and take off one level for each reason."""
    rating = rate(make_evidence(), make_effect(**over))
    assert (rating.level, rating.by, rating.reasons) == (level, "ours", reasons)


def test_findings_that_disagree_lower_our_rating_by_one_level():
    """The reason is named with the others."""
    rating = rate(make_evidence(), make_effect(), disagreement=True)
    assert (rating.level, rating.reasons) == ("low", ("bias_unjudged", "disagreement"))


def test_a_ratio_is_unclear_around_one_not_around_nought():
    """0.8 to 1.2 crosses no effect; 1.1 to 1.4 does not."""
    evidence = make_evidence()
    across = unclear(measure="RR", estimate=1, ci_low=0.8, ci_high=1.2, better="higher")
    clear = make_effect(measure="RR", estimate=1.2, ci_low=1.1, ci_high=1.4, better="higher")
    assert "crosses_no_effect" in rate(evidence, across).reasons
    assert "crosses_no_effect" not in rate(evidence, clear).reasons


@pytest.mark.parametrize("level", LEVELS, ids=[f"rated {level.replace('_', ' ')} by its authors" for level in LEVELS])
@pytest.mark.parametrize("disagreement", [False, True], ids=["nothing speaks against it", "another finding disagrees"])
def test_the_rating_of_the_source_wins(level: Certainty, disagreement: bool):  # noqa: FBT001
    """Whoever disagrees, and however few the people, the authors' GRADE rating stands, without reasons of ours."""
    rating = rate(make_evidence(), make_effect(certainty_reported=level, n_people=10), disagreement=disagreement)
    assert (rating.level, rating.by, rating.reasons) == (level, "source", ())


def test_dots_count_from_one_to_four():
    """Very low is one dot and high is four; there is no nought."""
    evidence = make_evidence()
    dots = [rate(evidence, make_effect(certainty_reported=level)).dots for level in LEVELS]
    assert dots == [1, 2, 3, 4]


def test_our_own_rating_is_never_high():
    """We read summaries, so the top of the scale is for those who judged the trials."""
    evidence = make_evidence()
    assert rate(evidence, make_effect(n_people=100_000)).level == "moderate"
