"""A finding seen from the other side says the same thing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from needlewise.evidence.model.rows import Effect
from needlewise.evidence.rules.headline import with_arms_swapped
from tests.builders import make_effect, shares

_SIDES = st.sampled_from(["treatment", "comparator", "neither"])
_DIFFERENCES = st.floats(-100, 100, allow_nan=False).map(lambda value: round(value, 3))
_RATIOS = st.floats(0.05, 20, allow_nan=False).map(lambda value: round(value, 3))


def _effect(measure: str, values: list[float], favours: str) -> Effect:
    low, estimate, high = sorted(values)
    update = {"measure": measure, "ci_low": low, "estimate": estimate, "ci_high": high, "favours": favours}
    return make_effect().model_copy(update=update)


@given(st.sampled_from(["SMD", "MD"]), st.lists(_DIFFERENCES, min_size=3, max_size=3), _SIDES)
def test_turning_a_difference_twice_gives_it_back(measure: str, values: list[float], favours: str):
    """Nothing is lost and the interval still holds its estimate on the way."""
    effect = _effect(measure, values, favours)
    once = with_arms_swapped(effect)
    assert with_arms_swapped(once) == effect
    assert once.ci_low is not None
    assert once.estimate is not None
    assert once.ci_high is not None
    assert once.ci_low <= once.estimate <= once.ci_high
    assert (once.treatment_id, once.comparator_id) == (effect.comparator_id, effect.treatment_id)


@given(st.sampled_from(["RR", "OR"]), st.lists(_RATIOS, min_size=3, max_size=3), _SIDES)
def test_turning_a_ratio_twice_gives_it_back(measure: str, values: list[float], favours: str):
    """Ratios are inverted, not negated: twice as likely becomes half as likely."""
    effect = _effect(measure, values, favours)
    once, twice = with_arms_swapped(effect), with_arms_swapped(with_arms_swapped(effect))
    for name in ("estimate", "ci_low", "ci_high"):
        assert getattr(once, name) > 0
        assert getattr(twice, name) == pytest.approx(getattr(effect, name))
    assert once.ci_low is not None
    assert once.ci_high is not None
    assert once.ci_low <= (once.estimate or 0) <= once.ci_high
    assert twice.favours == effect.favours


@given(st.floats(0, 100), st.floats(0, 100), _SIDES)
def test_turning_shares_swaps_the_two_groups(first: float, second: float, favours: str):
    """60 of 100 against 40 of 100 becomes 40 against 60."""
    effect = shares().model_copy(update={"estimate": first, "comparator_estimate": second, "favours": favours})
    once = with_arms_swapped(effect)
    assert (once.estimate, once.comparator_estimate) == (second, first)
    assert with_arms_swapped(once) == effect


FAVOURED = [("treatment", "comparator"), ("comparator", "treatment"), ("neither", "neither")]


@pytest.mark.parametrize(
    ("favours", "expected"), FAVOURED, ids=[f"{before} becomes {after}" for before, after in FAVOURED]
)
def test_the_favoured_side_is_swapped(favours: str, expected: str):
    """Neither stays neither."""
    assert with_arms_swapped(make_effect().model_copy(update={"favours": favours})).favours == expected


def test_a_ratio_of_nought_cannot_be_inverted():
    """No event in one group: the turned ratio is left out, never infinite."""
    effect = make_effect().model_copy(update={"measure": "RR", "estimate": 0.0, "ci_low": 0.0, "ci_high": 0.5})
    once = with_arms_swapped(effect)
    assert once.estimate is None
    assert once.ci_high is None
    assert once.ci_low == 2
