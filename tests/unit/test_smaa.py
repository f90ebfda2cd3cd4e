"""Swing weights and rank acceptability: cases worked out by hand, and what must hold whatever the numbers."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from needlewise.decision.priorities.smaa import (
    DRAWS,
    Fit,
    Floats,
    RankChange,
    Values,
    _points,
    _shares,
    drawn,
    places,
    solve,
)

NO_PEAK = math.nan
Range = tuple[float, float, float]


def table(cells: dict[str, list[Range]]) -> Values:
    """Options with (low, peak, high) on each criterion."""
    numbers = np.array(list(cells.values()), dtype=float)
    criteria = tuple(f"c{place}" for place in range(numbers.shape[1]))
    return Values(tuple(cells), criteria, numbers[..., 0], numbers[..., 1], numbers[..., 2])


def exact(*row: float) -> list[Range]:
    """Values known exactly."""
    return [(value, value, value) for value in row]


def fit(values: Values, points: Sequence[float | None]) -> tuple[Fit, ...]:
    """Every option's fit, in the order given."""
    return solve(values, points).fits


def change(values: Values, points: Sequence[float | None]) -> RankChange | None:
    """The smallest change that puts another option on top."""
    return solve(values, points).change


def weights(points: Sequence[float | None]) -> Floats:
    """Each criterion's share of all points, in every draw."""
    return _shares(_points(points))


def test_two_options_by_hand():
    """Points 100 and 40 are shares 100/140 and 40/140; A has all of the first, B all of the second."""
    first, second = fit(table({"A": exact(1, 0), "B": exact(0, 1)}), (100, 40))
    assert first.mean == pytest.approx(100 * 100 / 140)
    assert second.mean == pytest.approx(100 * 40 / 140)
    assert (first.low, first.high) == pytest.approx((first.mean, first.mean)), "exact numbers have no spread"
    assert (first.places, second.places) == ((100, 0), (0, 100))


def test_three_criteria_by_hand():
    """50/100 x 1 + 30/100 x 0.5 + 20/100 x 0 = 0.65."""
    (only, _) = fit(table({"A": exact(1, 0.5, 0), "B": exact(0, 0, 0)}), (50, 30, 20))
    assert only.mean == pytest.approx(65)


def test_an_even_range_against_a_known_value():
    """Anything from 0 to 1 beats 0.25 in three draws of four, with a mean of a half and 80 of 100 draws in 10 to 90."""
    wide, known = fit(table({"A": [(0, NO_PEAK, 1)], "B": exact(0.25)}), (100,))
    assert wide.places[0] == pytest.approx(75, abs=1.5)
    assert known.places[0] == pytest.approx(25, abs=1.5)
    assert wide.mean == pytest.approx(50)
    assert (wide.low, wide.high) == pytest.approx((10, 90), abs=1.5)


@pytest.mark.parametrize(
    ("span", "mean", "tenth"),
    [
        # Triangle from 0 to 1 with its top at 0: F(x) = 1 - (1 - x)^2, so a tenth lies below 1 - sqrt(0.9).
        ((0, 0, 1), 1 / 3, 1 - math.sqrt(0.9)),
        # Top in the middle: F(x) = 2 x^2 up to a half, so a tenth lies below sqrt(0.05).
        ((0, 0.5, 1), 1 / 2, math.sqrt(0.05)),
        # Top at 1: F(x) = x^2.
        ((0, 1, 1), 2 / 3, math.sqrt(0.1)),
    ],
)
def test_a_triangle_is_drawn_as_a_triangle(span: Range, mean: float, tenth: float):
    """The mean is a third of the three corners; the tenth percentile follows from the triangle's area."""
    numbers = table({"A": [span], "B": exact(0)})
    found = drawn(numbers, 0, 0)
    assert numbers.middle[0, 0] == pytest.approx(mean)
    assert found.mean() == pytest.approx(mean, abs=0.01)
    assert np.percentile(found, 10) == pytest.approx(tenth, abs=0.01)


def test_ties_share_their_places():
    """Two options that are the same are first in half of the draws each, and second in the other half."""
    found = fit(table({"A": exact(1), "B": exact(1), "C": exact(0)}), (100,))
    assert [item.places for item in found] == [(50, 50, 0), (50, 50, 0), (0, 0, 100)]


@pytest.mark.parametrize(
    ("points", "shares"),
    [
        ((100,), [1]),
        ((100, 50), [2 / 3, 1 / 3]),
        ((100, 50, 50), [0.5, 0.25, 0.25]),
        ((100, 0), [1, 0]),
        # The first counts 100 before it has points of its own.
        ((None, 100), [0.5, 0.5]),
    ],
)
def test_points_become_shares(points: tuple[float | None, ...], shares: list[float]):
    """Points are divided by their sum."""
    assert weights(points)[:, 0] == pytest.approx(shares)


def test_missing_points_are_drawn_below_the_first():
    """The second is any number u from 0 to 100: its share is u / (100 + u), on average 1 - ln 2."""
    found = weights((None, None))
    assert found.shape == (2, DRAWS)
    assert found[1].mean() == pytest.approx(1 - math.log(2), abs=0.01)


def test_missing_points_keep_the_persons_order():
    """Between 80 and 20 the two missing numbers stay between them, the upper one above the lower."""
    found = weights((100, 80, None, None, 20)) * 1.0
    points = found / found[0] * 100
    assert (points[1] >= points[2] - 1e-9).all()
    assert (points[2] >= points[3]).all()
    assert (points[3] >= points[4] - 1e-9).all()


@pytest.mark.parametrize("points", [(), (0,), (0, 0), (0, None)])
def test_nothing_to_weigh_is_refused(points: tuple[float | None, ...]):
    """Without a point there is no sum."""
    with pytest.raises(ValueError, match="no criterion has points"):
        weights(points)


def test_what_would_change_the_order_by_hand():
    """A leads B by 100 - 40 = 60; both are level when the first counts 40, so 39 is the first whole number beyond.

    Raising the second from 40 to above 100 is not possible, so only the first can change the order.
    """
    found = change(table({"A": exact(1, 0), "B": exact(0, 1)}), (100, 40))
    assert found is not None
    assert (found.criterion, found.now, found.then, found.overtaker) == ("c0", 100, 39, "B")


def test_the_smallest_change_is_told():
    """Level at 70 for the second (+30) or at 57.1 for the first (-42.9): the second needs less."""
    # A: 100 x 0.7 = 70 + 0; B: 0 + 40 x 1 = 40. Level when the second counts 70, or the first 40 / 0.7.
    found = change(table({"A": exact(0.7, 0), "B": exact(0, 1)}), (100, 40))
    assert found is not None
    assert (found.criterion, found.then) == ("c1", 71)


def test_no_change_for_an_option_ahead_on_everything():
    """What is ahead on every criterion stays on top whatever the points."""
    assert change(table({"A": exact(1, 1), "B": exact(0, 0)}), (100, 40)) is None


def test_the_change_does_change_the_order():
    """Weighed again with the changed points, the named option is on top."""
    numbers = table({"A": exact(0.9, 0.2, 0.5), "B": exact(0.3, 0.9, 0.4), "C": exact(0.5, 0.6, 0.6)})
    points = [100.0, 60.0, 30.0]
    found = change(numbers, points)
    assert found is not None
    points[numbers.criteria.index(found.criterion)] = found.then
    assert max(fit(numbers, points), key=lambda item: item.mean).option == found.overtaker


unit = st.floats(0, 1, allow_subnormal=False).map(lambda value: round(value, 3))
ranges = (
    st.tuples(unit, unit, unit)
    .map(lambda three: (min(three), sorted(three)[1], max(three)))
    .flatmap(lambda three: st.sampled_from([three, (three[0], NO_PEAK, three[2])]))
)
NAMES = ("needling", "laser", "peel", "nothing", "cream")


@st.composite
def tables(draw: st.DrawFn, fewest: int = 2) -> Values:
    """Two to five options on one to four criteria."""
    count, width = draw(st.integers(fewest, 5)), draw(st.integers(1, 4))
    return table({name: [draw(ranges) for _ in range(width)] for name in NAMES[:count]})


Draw = Callable[[st.SearchStrategy[Any]], Any]


def some_points(values: Values, draw: Draw) -> list[float | None]:
    """Points for every criterion, some of them missing; the first at least 1."""
    rest = [draw(st.one_of(st.none(), st.integers(0, 100).map(float))) for _ in values.criteria[1:]]
    return [float(draw(st.integers(1, 100))), *rest]


few = settings(max_examples=40, deadline=None)


@few
@given(st.data(), tables())
def test_permuting_options_permutes_results(data: st.DataObject, values: Values):
    """The order in which options stand changes nothing."""
    points = some_points(values, data.draw)
    order = data.draw(st.permutations(range(len(values.options))))
    turned = Values(
        tuple(values.options[at] for at in order),
        values.criteria,
        values.low[order],
        values.peak[order],
        values.high[order],
    )
    before = {item.option: item for item in fit(values, points)}
    for item in fit(turned, points):
        assert item == before[item.option]


@few
@given(st.data(), tables())
def test_a_dominated_option_never_comes_first(data: st.DataObject, values: Values):
    """An option whose every range ends before another's begins is behind it in every draw."""
    points = [float(data.draw(st.integers(1, 100))) for _ in values.criteria]
    # The last option is pushed below the first: squeezed into 0 to 0.4, the first into 0.5 to 1.
    low, peak, high = values.low.copy(), values.peak.copy(), values.high.copy()
    for part in (low, peak, high):
        part[0], part[-1] = 0.5 + part[0] / 2, part[-1] * 0.4
    found = fit(replace(values, low=low, peak=peak, high=high), points)
    assert found[-1].places[0] == 0
    assert found[-1].mean < found[0].mean


@few
@given(st.data(), tables())
def test_weights_are_scale_free(data: st.DataObject, values: Values):
    """Ten times the points is the same answer."""
    points = [float(data.draw(st.integers(1, 100))) for _ in values.criteria]
    for one, other in zip(fit(values, points), fit(values, [10 * value for value in points]), strict=True):
        assert other.places == pytest.approx(one.places)
        assert (other.mean, other.low, other.high) == pytest.approx((one.mean, one.low, one.high))


@few
@given(st.data(), tables())
def test_narrower_inputs_never_widen_the_spread(data: st.DataObject, values: Values):
    """Ends pulled in towards the same peak: exactly so for one criterion, within the noise of the draws for a sum."""
    share = data.draw(unit)
    peak = np.where(np.isnan(values.peak), (values.low + values.high) / 2, values.peak)
    wide = replace(values, peak=peak)
    narrow = replace(
        values, peak=peak, low=peak - (peak - values.low) * share, high=peak + (values.high - peak) * share
    )
    points = [float(data.draw(st.integers(1, 100))) for _ in values.criteria]
    noise = 1e-6 if len(values.criteria) == 1 else 1.0
    for before, after in zip(fit(wide, points), fit(narrow, points), strict=True):
        assert after.high - after.low <= before.high - before.low + noise


@few
@given(tables())
def test_missing_evidence_is_never_narrower_than_known(values: Values):
    """An option that takes the whole range of a criterion has a spread at least as wide as any range inside it."""
    points = [100.0] * len(values.criteria)
    whole = replace(
        values, low=np.zeros_like(values.low), high=np.ones_like(values.high), peak=np.full_like(values.peak, NO_PEAK)
    )
    for known, missing in zip(fit(values, points), fit(whole, points), strict=True):
        assert known.high - known.low <= missing.high - missing.low + 1.0
        assert missing.mean == pytest.approx(50), "in the middle, never at nought"


@few
@given(st.data(), tables())
def test_every_try_gives_every_place_once(data: st.DataObject, values: Values):
    """Places of one option, and options of one place, add up to 100."""
    found = np.array([item.places for item in fit(values, some_points(values, data.draw))])
    assert found.sum(axis=0) == pytest.approx(np.full(len(values.options), 100))
    assert found.sum(axis=1) == pytest.approx(np.full(len(values.options), 100))


def test_the_same_question_gives_the_same_answer():
    """The seed is fixed, and one option more leaves the draws of the others alone."""
    two = table({"A": [(0, 0.3, 1)], "B": [(0.2, NO_PEAK, 0.8)]})
    three = table({"A": [(0, 0.3, 1)], "B": [(0.2, NO_PEAK, 0.8)], "C": [(0, 0.5, 1)]})
    assert fit(two, (100,)) == fit(two, (100,))
    for row in range(len(two.options)):
        assert (drawn(two, row, 0) == drawn(three, row, 0)).all()


def test_what_is_exact_is_not_drawn():
    """A range of one number stays that number, and has no spread."""
    assert drawn(table({"A": exact(0.4)}), 0, 0).tolist() == [0.4]


def test_the_spread_is_that_of_numpy():
    """The middle 80 of 100, straight between two draws: the same as numpy's own percentiles."""
    numbers = table({"A": [(0, 0.3, 1), (0.2, NO_PEAK, 0.9)], "B": exact(0.5, 0.5)})
    first = fit(numbers, (100, 50))[0]
    scores = 100 * (drawn(numbers, 0, 0) * 2 / 3 + drawn(numbers, 0, 1) / 3)
    assert (first.low, first.high) == pytest.approx(tuple(np.percentile(scores, (10, 90))))


def test_places_with_and_without_ties_by_hand():
    """Draw by draw: 3 2 1, then 2 2 1 (a tie for first), then 1 1 1 (a tie for all)."""
    clear, tied, level = [[3.0], [2.0], [1.0]], [[2.0], [2.0], [1.0]], [[1.0], [1.0], [1.0]]
    assert places(np.array(clear)).tolist() == [[100, 0, 0], [0, 100, 0], [0, 0, 100]]
    assert places(np.array(tied)).tolist() == [[50, 50, 0], [50, 50, 0], [0, 0, 100]]
    assert places(np.array(level)) == pytest.approx(np.full((3, 3), 100 / 3))
    both = places(np.hstack([np.array(clear), np.array(tied)]))
    assert both.tolist() == [[75, 25, 0], [25, 75, 0], [0, 0, 100]]


def test_places_of_one_draw_by_hand():
    """3 before 2 before 1."""
    assert places(np.array([[1.0], [3.0], [2.0]])).tolist() == [[0, 0, 100], [100, 0, 0], [0, 100, 0]]
