"""A finding's interval, held against the smallest difference that matters."""

from __future__ import annotations

import pytest

from needlewise.evidence.model.rows import Effect
from needlewise.evidence.rules.precision import interval
from tests.builders import make_effect, make_evidence, points, shares, unclear

RATIO = {"measure": "RR", "better": "higher"}

# The finding, how many limits of what matters it holds, whether it lies inside them, whether it is very wide.
INTERVALS: list[tuple[str, Effect, int, bool, bool]] = [
    ("a standardised difference around 0.5", make_effect(estimate=-0.5, ci_low=-0.8, ci_high=-0.2), 1, False, False),
    ("beyond 0.5", make_effect(estimate=-0.9, ci_low=-1.2, ci_high=-0.6), 0, False, False),
    ("inside 0.5", unclear(estimate=-0.1, ci_low=-0.5, ci_high=0.5), 0, True, False),
    ("around both", unclear(estimate=0, ci_low=-0.6, ci_high=0.6), 2, False, True),
    ("pain: inside 10 points", points(estimate=-3, ci_low=-9, ci_high=-1), 0, True, False),
    ("pain: around 10 points", points(estimate=-8, ci_low=-14, ci_high=-2), 1, False, False),
    ("pain on a scale of 10", points(scale_points=10, estimate=-2, ci_low=-3, ci_high=-1.1), 0, False, False),
    ("a ratio inside", unclear(**RATIO, estimate=1, ci_low=0.85, ci_high=1.2), 0, True, False),
    ("a ratio around 1.25", make_effect(**RATIO, estimate=1.3, ci_low=1.1, ci_high=1.5), 1, False, False),
    ("a ratio far off, but very wide", make_effect(**RATIO, estimate=13, ci_low=1.9, ci_high=90), 0, False, True),
    ("no scale: around nought", unclear(measure="MD", estimate=-1, ci_low=-4, ci_high=2), 1, False, False),
    ("no scale: off nought", make_effect(measure="MD", estimate=-3, ci_low=-4, ci_high=-2), 0, False, False),
]


@pytest.mark.parametrize(
    ("effect", "open_", "inside", "wide"), [row[1:] for row in INTERVALS], ids=[row[0] for row in INTERVALS]
)
def test_an_interval_is_held_against_what_matters(effect: Effect, open_: int, inside: bool, wide: bool):  # noqa: FBT001
    """10 points of 100 for pain, 0.5 standard deviations, a ratio of 1.25 or 0.8; nought where no source says."""
    found = interval(make_evidence(), effect)
    assert found is not None
    assert (found.verdicts_open, found.is_inside, found.is_very_wide) == (open_, inside, wide)


@pytest.mark.parametrize(
    "effect", [shares(), make_effect(ci_low=None, ci_high=None)], ids=["shares of people", "no interval printed"]
)
def test_no_interval_for_shares_or_without_one(effect: Effect):
    """Two shares have no interval of their difference."""
    assert interval(make_evidence(), effect) is None
