"""How big a difference is, in words, at each threshold and on both sides of it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from needlewise.evidence.model.vocabulary import Outcome
from needlewise.evidence.rules.size import noticeable_difference, points_of_100, size
from tests.builders import make_effect, make_evidence, points, shares

STANDARD_UNITS: list[tuple[float, str]] = [
    (0, "hardly"),
    (0.19, "hardly"),
    (0.2, "little"),
    (0.49, "little"),
    (0.5, "moderate"),
    (0.79, "moderate"),
    (0.8, "large"),
    (2.5, "large"),
]


@pytest.mark.parametrize(
    ("smd", "word"), STANDARD_UNITS, ids=[f"{smd:g} standard units: {word}" for smd, word in STANDARD_UNITS]
)
def test_standard_units_open_the_next_word_at_cohens_limits(smd: float, word: str):
    """Cohen's 0.2, 0.5 and 0.8 each open the next word, whichever way the difference points."""
    evidence = make_evidence()
    better = make_effect(estimate=-smd, ci_low=None, ci_high=None)
    worse = make_effect(estimate=smd, ci_low=None, ci_high=None, favours="comparator")
    assert size(evidence, better) == word
    assert size(evidence, worse) == word


POINTS: list[tuple[Outcome, float, str]] = [
    ("pain", 9.9, "little"),
    ("pain", 10, "noticeable"),
    ("pain", 19.9, "noticeable"),
    ("pain", 20, "large"),
    ("disability", 9.9, "little"),
    ("disability", 10, "noticeable"),
    ("disability", 20, "large"),
]


@pytest.mark.parametrize(
    ("outcome", "difference", "word"),
    POINTS,
    ids=[f"{outcome}, {difference:g} points of 100: {word}" for outcome, difference, word in POINTS],
)
def test_points_of_100_are_measured_against_what_people_notice(outcome: Outcome, difference: float, word: str):
    """Published between-group differences have the middle value 10 for both.

    From there people notice, from twice that it is large.

    Pain: 9, 10, 10, 10, 15. Disability: 8.7, 10, 10.
    """
    evidence = make_evidence()
    assert noticeable_difference(evidence, outcome) == 10
    assert size(evidence, points(outcome=outcome, estimate=-difference, ci_low=None, ci_high=None)) == word


SCALES: list[tuple[float, float, float]] = [(100, -12, -12), (10, -1.2, -12), (24, -2.4, -10), (50, 5, 10)]


@pytest.mark.parametrize(
    ("scale_points", "estimate", "expected"),
    SCALES,
    ids=[f"{estimate:g} on a scale of {points:g} is {of_100:g} of 100" for points, estimate, of_100 in SCALES],
)
def test_any_scale_becomes_points_of_100(scale_points: float, estimate: float, expected: float):
    """1.2 of 10 is 12 of 100; 2.4 of 24 is 10 of 100."""
    favours = "treatment" if estimate < 0 else "comparator"
    effect = points(scale_points=scale_points, estimate=estimate, ci_low=None, ci_high=None, favours=favours)
    assert points_of_100(effect) == pytest.approx(expected)


def test_what_has_no_word_is_unknown():
    """Shares, ratios, scales of unknown length, direction alone and figures without a comparison group get no size word."""
    evidence = make_evidence()
    for effect in (
        shares(),
        make_effect(measure="RR", estimate=0.5, ci_low=0.3, ci_high=0.8),
        points(scale_points=None),
        points(outcome="wrinkles"),
        make_effect(kind="arm_means", estimate=None, ci_low=None, ci_high=None),
        make_effect(kind="before_after", comparator_id="baseline"),
        make_effect(kind="recommendation"),
    ):
        assert size(evidence, effect) == "unknown"


def test_only_differences_between_groups_decide_what_people_notice():
    """A change within one person is another question; an outcome nobody published on has no limit."""
    evidence = make_evidence()
    assert noticeable_difference(evidence, "wrinkles") is None
    within = [row.per_100 for row in evidence.mcid.values() if row.outcome == "pain" and row.applies == "within"]
    assert within, "the table still holds rows that must not be used here"


@given(st.floats(-3, 3, allow_nan=False), st.floats(-3, 3, allow_nan=False))
def test_a_bigger_difference_never_gets_a_smaller_word(first: float, second: float):
    """The words keep the order of the numbers."""
    evidence = make_evidence()
    order = ("hardly", "little", "moderate", "large")
    words = [
        size(evidence, make_effect().model_copy(update={"estimate": value, "ci_low": None, "ci_high": None}))
        for value in sorted((first, second), key=abs)
    ]
    assert order.index(words[0]) <= order.index(words[1])
