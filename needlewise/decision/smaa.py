"""Swing weights and rank acceptability: how ranges and a person's points become fits and places. Numbers only.

Every criterion is a straight line from 0 (the worst on the table) to 1 (the other end). A fit is the sum of those values,
each times its share of the points. Because the values are ranges, the sum is made many times with values drawn from them
(SMAA: Lahdelma and Salminen, Operations Research 2001;49:444, and Tervonen and Lahdelma, doi 10.1016/j.ejor.2005.12.037);
counting how often an option comes first, second, third gives its rank acceptability.

Draws come from a fixed seed and from the names of option and criterion, never from their order: the same question gives
the same answer in every session, and one option more or less leaves the draws of the others alone.
"""

from __future__ import annotations

import functools
import math
import zlib
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

DRAWS = 10_000
SEED = 2026
TOP = 100.0
"""Points of the step that matters most (swing weighting)."""
SPREAD = (10.0, 90.0)
"""The fit's spread: the middle 80 of 100 draws."""


@dataclass(frozen=True)
class Values:
    """What every option is worth on every criterion, 0 (worst on the table) to 1 (the other end).

    Attributes:
        options, criteria: their names; rows and columns of the arrays.
        low, high: ends of the range.
        peak: the value drawn most often; `nan` where no value is more likely than another.
    """

    options: tuple[str, ...]
    criteria: tuple[str, ...]
    low: Floats
    peak: Floats
    high: Floats

    @property
    def middle(self) -> Floats:
        """The mean of each range: a third of low, peak and high, or half-way where there is no peak."""
        half = (self.low + self.high) / 2
        return np.where(np.isnan(self.peak), half, (self.low + np.nan_to_num(self.peak) + self.high) / 3)


@dataclass(frozen=True)
class Fit:
    """How one option fits.

    Attributes:
        mean: overall fit, 0 to 100: the mean of all draws, worked out exactly from the ranges.
        low, high: the ends between which the middle 80 of 100 draws lie.
        places: of 100 draws, in how many it comes first, second, ... last.
    """

    option: str
    mean: float
    low: float
    high: float
    places: tuple[float, ...]


@dataclass(frozen=True)
class Change:
    """The smallest change of one criterion's points (0 to 100) that puts another option on top."""

    criterion: str
    now: float
    then: float
    overtaker: str


# Six criteria times thirteen options, the most one page can ask for, twice over: 160 x 80 kB.
@functools.lru_cache(maxsize=160)
def _stream(*names: str) -> Floats:
    """The same `DRAWS` numbers between 0 and 1 for the same names, always."""
    seed = np.random.SeedSequence([SEED, *(zlib.crc32(name.encode()) for name in names)])
    found = np.random.Generator(np.random.PCG64(seed)).random(DRAWS)
    found.setflags(write=False)
    return found


def drawn(values: Values) -> Floats:
    """Values drawn from their ranges: options x criteria x draws.

    Triangular between low and high with its top at the peak; every value alike where there is no peak. With the peak
    held, pulling in an end never widens any distance between two percentiles of a triangle, nor of a sum with others.
    """
    found = np.empty((len(values.options), len(values.criteria), DRAWS))
    for row, option in enumerate(values.options):
        for column, criterion in enumerate(values.criteria):
            low, peak, high = (float(part[row, column]) for part in (values.low, values.peak, values.high))
            found[row, column] = low if low == high else _between(low, peak, high, _stream(option, criterion))
    return found


def _between(low: float, peak: float, high: float, chance: Floats) -> Floats:
    """Where a range is at each chance (0 to 1): the inverse of its distribution."""
    along = chance * (high - low)
    if math.isnan(peak):
        return low + along
    rising = low + np.sqrt(along * (peak - low))
    falling = high - np.sqrt((high - low - along) * (high - peak))
    return np.where(along < peak - low, rising, falling)


def _points(points: Sequence[float | None]) -> Floats:
    """Points as they count: criteria x 1 when all are given, else criteria x draws. See `weights`."""
    given = [TOP if place == 0 and value is None else value for place, value in enumerate(points)]
    filled = np.empty((len(given), DRAWS if None in given else 1))
    above = TOP
    for place, value in enumerate(given):
        if value is not None:
            filled[place] = above = value
        elif given[place - 1] is not None:
            # The first of a run of missing numbers fills the whole run.
            run = next((at for at in range(place, len(given)) if given[at] is not None), len(given))
            below = (given[run] or 0.0) if run < len(given) else 0.0
            low, high = sorted((above, below))
            chance = np.stack([_stream("points", str(at)) for at in range(place, run)])
            filled[place:run] = low + (high - low) * -np.sort(-chance, axis=0)
    return filled


def weights(points: Sequence[float | None]) -> Floats:
    """Each criterion's share of all points: criteria x 1 when all points are given, else criteria x draws.

    `points` are in the person's own order, what matters most first. The first counts 100 unless it has points of its
    own. A missing number is drawn: every number alike that keeps the person's order between its neighbours (the weight
    space of SMAA, held to the order).

    Raises:
        ValueError: when there is no criterion, or all points are nought.
    """
    filled = _points(points)
    if not filled.size or not filled.max():
        raise ValueError("no criterion has points")
    share: Floats = filled / filled.sum(axis=0)
    return share


def places(scores: Floats) -> Floats:
    """Rank acceptability: options x places, of 100 draws. Options that tie share the places they tie for."""
    count = scores.shape[0]
    above = (scores[:, None, :] < scores[None, :, :]).sum(axis=1)
    level = (scores[:, None, :] == scores[None, :, :]).sum(axis=1)
    share = 1 / level
    found = np.empty((count, count))
    for place in range(count):
        found[:, place] = np.where((above <= place) & (place < above + level), share, 0).mean(axis=1)
    return 100 * found


def fit(values: Values, points: Sequence[float | None]) -> tuple[Fit, ...]:
    """Every option's fit, in the order given. `points` follow `values.criteria`, what matters most first.

    Raises:
        ValueError: see `weights`.
    """
    share = weights(points)
    # Rounded so that two sums that are equal on paper are equal here, and tie.
    scores = np.round(100 * (drawn(values) * share[None, :, :]).sum(axis=1), 9)
    low, high = np.percentile(scores, SPREAD, axis=1)
    mean = 100 * values.middle @ share.mean(axis=1)
    ranked = places(scores)
    return tuple(
        Fit(option, float(mean[row]), float(low[row]), float(high[row]), tuple(float(part) for part in ranked[row]))
        for row, option in enumerate(values.options)
    )


def change(values: Values, points: Sequence[float | None]) -> Change | None:
    """The smallest change of one criterion's points that puts another option on top; None when none between 0 and 100 does.

    The overall fits are straight lines in the points p of one criterion, so the crossing is exact: the leader's lead is
    D + (p' - p) d with d the difference of the two options' values on that criterion, and is nought at p' = p - D / d.
    Whole points, the first beyond the crossing. Missing points stand at the mean of what was drawn for them.
    """
    middle = values.middle
    share, raw = weights(points).mean(axis=1), _points(points).mean(axis=1)
    # In proportion to the shares, so that the leader is the one `fit` finds; in points, so that a person can read it.
    largest = int(np.argmax(share))
    now = share * raw[largest] / share[largest]
    total = middle @ now
    leader = int(np.argmax(total))
    found: list[tuple[float, float, str, str, float]] = []
    for column, criterion in enumerate(values.criteria):
        for other, option in enumerate(values.options):
            lead, step = float(total[leader] - total[other]), float(middle[leader, column] - middle[other, column])
            if other == leader or step == 0:
                continue
            crossing = now[column] - lead / step
            then = np.ceil(crossing - 1e-9) - 1 if step > 0 else np.floor(crossing + 1e-9) + 1
            if 0 <= then <= TOP:
                found.append((abs(then - now[column]), abs(crossing - now[column]), criterion, option, float(then)))
    if not found:
        return None
    _, _, criterion, option, then = min(found)
    return Change(criterion, float(now[values.criteria.index(criterion)]), then, option)
