"""Swing weights and rank acceptability: how ranges and a person's points become fits and places. Numbers only.

Every criterion is a straight line from 0 (the worst on the table) to 1 (the other end). A fit is the sum of those
values,
each times its share of the points. Because the values are ranges, the sum is made many times with values drawn from
them
(SMAA: Lahdelma and Salminen, Operations Research 2001;49:444, and Tervonen and Lahdelma, doi
10.1016/j.ejor.2005.12.037);
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
class RankChange:
    """The smallest change of one criterion's points (0 to 100) that puts another option on top."""

    criterion: str
    now: float
    then: float
    overtaker: str


@dataclass(frozen=True)
class Solution:
    """What points say: each option's fit, the smallest change that turns the order, each criterion's mean share."""

    fits: tuple[Fit, ...]
    change: RankChange | None
    shares: tuple[float, ...]


# Six criteria times thirteen options, the most one page can ask for, twice over: 160 x 80 kB.
@functools.lru_cache(maxsize=160)
def _stream(*names: str) -> Floats:
    """The same `DRAWS` numbers between 0 and 1 for the same names, always."""
    seed = np.random.SeedSequence([SEED, *(zlib.crc32(name.encode()) for name in names)])
    found = np.random.Generator(np.random.PCG64(seed)).random(DRAWS)
    found.setflags(write=False)
    return found


def drawn(values: Values, row: int, column: int) -> Floats:
    """The value of one option (row) on one criterion (column), drawn `DRAWS` times from its range.

    One number where it is exact.

    Triangular between low and high with its top at the peak; every value alike where there is no peak. With the peak
    held, pulling in an end never widens any distance between two percentiles of a triangle, nor of a sum with others.
    """
    low, peak, high = (float(part[row, column]) for part in (values.low, values.peak, values.high))
    if low == high:
        return np.array([low])
    return _between(low, peak, high, _stream(values.options[row], values.criteria[column]))


def _between(low: float, peak: float, high: float, chance: Floats) -> Floats:
    """Where a range is at each chance (0 to 1): the inverse of its distribution."""
    along = chance * (high - low)
    if math.isnan(peak):
        return low + along
    rising = low + np.sqrt(along * (peak - low))
    falling = high - np.sqrt((high - low - along) * (high - peak))
    return np.where(along < peak - low, rising, falling)


def _points(points: Sequence[float | None]) -> Floats:
    """Points as they count: criteria x 1 when all are given, else criteria x draws.

    `points` are in the person's own order, what matters most first. The first counts 100 unless it has points of its
    own. A missing number is drawn: every number alike that keeps the person's order between its neighbours (the weight
    space of SMAA, held to the order).
    """
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
            for at, chance in enumerate(_falling([_stream("points", str(at)) for at in range(place, run)]), place):
                filled[at] = low + (high - low) * chance
    return filled


def _falling(columns: list[Floats]) -> list[Floats]:
    """The columns with every draw put in order, the largest first.

    Comparing whole columns is quicker than 10,000 short sorts.
    """
    for end in range(len(columns) - 1, 0, -1):
        for at in range(end):
            upper, lower = columns[at], columns[at + 1]
            columns[at], columns[at + 1] = np.maximum(upper, lower), np.minimum(upper, lower)
    return columns


def _shares(filled: Floats) -> Floats:
    """Each criterion's share of all points: criteria x 1 when all points are given, else criteria x draws.

    Raises:
        ValueError: when there is no criterion, or all points are zero.
    """
    if not filled.size or not filled.max():
        raise ValueError("no criterion has points")
    share: Floats = filled / filled.sum(axis=0)
    return share


def places(scores: Floats) -> Floats:
    """Rank acceptability: options x places, of 100 draws. Options that tie share the places they tie for."""
    count, draws = scores.shape
    above = np.zeros((count, draws), dtype=np.uint8)
    level = np.ones((count, draws), dtype=np.uint8)
    tied = False
    for one in range(count):
        for other in range(one + 1, count):
            behind = scores[one] < scores[other]
            ahead = scores[one] > scores[other]
            above[one] += behind
            above[other] += ahead
            same = draws - np.count_nonzero(behind) - np.count_nonzero(ahead)
            if same:
                tied = True
                equal = scores[one] == scores[other]
                level[one] += equal
                level[other] += equal
    if not tied:
        counted: Floats = np.stack([np.bincount(row, minlength=count) for row in above]) * (100 / draws)
        return counted
    found = np.empty((count, count))
    for place in range(count):
        found[:, place] = np.where((above <= place) & (place < above + level), 1 / level, 0).mean(axis=1)
    return 100 * found


def _percentiles(scores: Floats) -> tuple[Floats, Floats]:
    """The two ends of `SPREAD`, straight between the two draws beside each: numpy's way, but sorted once only."""
    ordered = np.sort(scores, axis=1)
    ends = []
    for percent in SPREAD:
        place = percent / 100 * (scores.shape[1] - 1)
        below = math.floor(place)
        first, second = ordered[:, below], ordered[:, min(below + 1, scores.shape[1] - 1)]
        ends.append(first + (second - first) * (place - below))
    return ends[0], ends[1]


def _fits(values: Values, share: Floats) -> tuple[Fit, ...]:
    """Every option's fit, in the order given."""
    scores = np.zeros((len(values.options), DRAWS))
    # One option and one criterion at a time: columns this short stay in the processor's own memory.
    for row in range(len(values.options)):
        for column in range(len(values.criteria)):
            scores[row] += share[column] * drawn(values, row, column)
    # Rounded so that two sums that are equal on paper are equal here, and tie.
    scores = np.round(100 * scores, 9)
    low, high = _percentiles(scores)
    mean = 100 * values.middle @ share.mean(axis=1)
    ranked = places(scores)
    return tuple(
        Fit(option, float(mean[row]), float(low[row]), float(high[row]), tuple(float(part) for part in ranked[row]))
        for row, option in enumerate(values.options)
    )


def solve(values: Values, points: Sequence[float | None]) -> Solution:
    """All that follows from the points. They follow `values.criteria`, what matters most first.

    Raises:
        ValueError: when there is no criterion, or all points are zero.
    """
    filled = _points(points)
    share = _shares(filled)
    middle = share.mean(axis=1)
    shares = tuple(float(part) for part in middle)
    return Solution(_fits(values, share), _change(values, middle, filled.mean(axis=1)), shares)


def _change(values: Values, share: Floats, raw: Floats) -> RankChange | None:
    """The smallest change, from each criterion's mean share and mean points.

    The overall fits are straight lines in the points p of one criterion, so the crossing is exact: the leader's lead is
    D + (p' - p) d with d the difference of the two options' values on that criterion, and is zero at p' = p - D / d.
    Whole points, the first beyond the crossing. Missing points stand at the mean of what was drawn for them.
    """
    middle = values.middle
    # In proportion to the shares, so that the leader is the one the fits find; in points, so that a person can read it.
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
    return RankChange(criterion, float(now[values.criteria.index(criterion)]), then, option)
