"""How the options fit what a person said matters.

Values on each criterion, their weights, and the places that follow.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from needlewise.decision.priorities.criteria import Board, CriterionId, money
from needlewise.decision.priorities.smaa import Fit, RankChange, Values, solve
from needlewise.evidence.model.rows import Treatment
from needlewise.words import number, say


@dataclass(frozen=True)
class OptionFit:
    """How one option fits what a person said."""

    treatment: Treatment
    fit: Fit


@dataclass(frozen=True)
class FitResult:
    """Fits, highest first, and the smallest change of points that would put another option on top.

    `shares` is what each criterion counts of 100 points in all; a mean while points are still drawn.
    """

    fits: tuple[OptionFit, ...]
    change: RankChange | None
    overtaker: Treatment | None
    shares: Mapping[str, float]


def values(found: Board, criterion_ids: Sequence[str]) -> Values:
    """The chosen criteria as numbers, in the person's order."""
    chosen = [found.criterion(name) for name in criterion_ids]
    ends = [
        [
            sorted((criterion.value(item.low), criterion.value(item.high)))
            for criterion in chosen
            for item in (criterion.measures[row],)
        ]
        for row in range(len(found.options))
    ]
    peaks = [
        [
            math.nan if item.peak is None else criterion.value(item.peak)
            for criterion in chosen
            for item in (criterion.measures[row],)
        ]
        for row in range(len(found.options))
    ]
    both = np.array(ends, dtype=float)
    names = tuple(treatment.treatment_id for treatment in found.options)
    return Values(names, tuple(criterion_ids), both[:, :, 0], np.array(peaks, dtype=float), both[:, :, 1])


def weigh(found: Board, said: Sequence[tuple[str, float | None]]) -> FitResult | None:
    """How the options fit what a person said.

    Criteria with their points, what matters most first, a missing number as None.

    Criteria that cannot tell the options apart are left out. None when nothing is left to weigh.
    """
    usable = [(name, points) for name, points in said if found.criterion(name).askable]
    if len(found.options) == 1 or not usable or all(points == 0 for _, points in usable):
        return None
    numbers = values(found, [name for name, _ in usable])
    points = [value for _, value in usable]
    by_id = {treatment.treatment_id: treatment for treatment in found.options}
    solved = solve(numbers, points)
    fits = sorted(solved.fits, key=lambda item: (-item.mean, item.option))
    return FitResult(
        tuple(OptionFit(by_id[item.option], item) for item in fits),
        solved.change,
        None if solved.change is None else by_id[solved.change.overtaker],
        {name: 100 * share for name, share in zip(numbers.criteria, solved.shares, strict=True)},
    )


def amount(found: Board, name: CriterionId, value: float) -> str:
    """One end of a criterion's range in words: `12 visits`, `3 days off`, `much better`."""
    if name == "improvement":
        # Ends that lie between two words take the outer one.
        return say(f"priorities-step-{math.floor(value) if value == found.criterion(name).worst else math.ceil(value)}")
    if name == "certainty":
        return say(f"priorities-dots-{round(value)}")
    if name == "cost":
        return money(value, value, found.currency)
    shown = number(value) if value < 1 else number(round(value))
    return say(f"priorities-amount-{name}", value=shown, count=value, group=found.concern.group)
