"""How several rows become one range.

One rule everywhere: the strongest basis that has a figure speaks alone; typical is the middle of the typical values,
and the range runs from the lowest low to the highest high. Where only clinic sheets exist the figure is kept and
called "typical clinic advice". A row that nobody has checked against its source never speaks: without another, the
figure is not known.
"""

from __future__ import annotations

import statistics
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal, TypeVar

from needlewise.evidence.model.rows import Protocol, Recovery
from needlewise.words import round_half_up

Basis = Literal["studies", "advice", "clinics"]


# The strongest first.
BASES: tuple[Basis, ...] = ("studies", "advice", "clinics")


def weakest(bases: Iterable[Basis]) -> Basis:
    """The weakest of some bases: a figure made of several is no better than the worst of them."""
    return max(bases, key=BASES.index)


@dataclass(frozen=True)
class Range:
    """A typical value between a low and a high, what it rests on, and the rows it came from (`table:row_id`).

    `ceiling` marks a figure of which only the highest value is known ("gone within a week"). `once` marks days that
    come
    only at the start of a course, not after every visit. `single` marks days that rest on one source only.
    """

    low: float
    typical: float
    high: float
    basis: Basis
    refs: tuple[str, ...]
    ceiling: bool = False
    once: bool = False
    single: bool = False

    def times(self, other: Range) -> Range:
        """Both multiplied, end by end (sessions x days). The weaker basis of the two is kept.

        Days that come only at the start of a course (`once`) are counted once, however many visits there are.
        """
        basis = weakest((self.basis, other.basis))
        refs = (*self.refs, *other.refs)
        for days in (self, other):
            if days.once:
                return Range(days.low, days.typical, days.high, basis, refs, once=True)
        return Range(self.low * other.low, self.typical * other.typical, self.high * other.high, basis, refs)


def middle(low: float | None, typical: float | None, high: float | None) -> float:
    """The typical value; without one, the middle of the ends that are known."""
    if typical is not None:
        return typical
    known = [value for value in (low, high) if value is not None]
    return sum(known) / len(known)


def combine(
    triples: Sequence[tuple[float | None, float | None, float | None, str]], basis: Basis, *, whole: bool
) -> Range | None:
    """Middle of the typical values (midpoint of a row's range where it names none), lowest low, highest high."""
    known = [triple for triple in triples if any(value is not None for value in triple[:3])]
    if not known:
        return None
    typical = float(statistics.median(middle(*triple[:3]) for triple in known))
    values = [value for triple in known for value in triple[:3] if value is not None]
    if whole:
        typical = round_half_up(typical)
    return Range(min([*values, typical]), typical, max([*values, typical]), basis, tuple(triple[3] for triple in known))


_RowT = TypeVar("_RowT", Protocol, Recovery)


def strongest(rows: Iterable[_RowT], order: Sequence[tuple[Basis, tuple[str, ...]]]) -> tuple[Basis, list[_RowT]]:
    """The rows of the strongest basis that has any, and that basis."""
    rows = list(rows)
    for basis, kinds in order:
        found = [row for row in rows if row.basis in kinds]
        if found:
            return basis, found
    return order[-1][0], []
