"""The two pictures of What matters to me as values: each option's fit with its spread, and its places in 100 tries.

They become strips of HTML, not Plotly figures: they change with every answer, so they are drawn for one person at a
    time and
can never be kept, and two figures would cost more than the rest of the page together.
"""

from __future__ import annotations

import functools
from dataclasses import dataclass
from typing import Generic, TypeVar

from needlewise.charts.palette import INK, PAPER, Mode, colour, contrast, mix
from needlewise.decision.priorities.fit import FitResult, OptionFit
from needlewise.decision.priorities.words import fit_table, whole
from needlewise.words import say

_SHOWN = 3
# From first, the darkest, to all later places, the palest.
_STRENGTHS = (1.0, 0.55, 0.28, 0.1)
_SPREAD = 0.42
# A share narrower than this (of 100) has no room for its number inside.
_ROOM = 7


@dataclass(frozen=True)
class FitStrip:
    """One option's fit: a mark on a bar, over a scale from 0 to 100.

    Attributes:
        name, family: of the treatment.
        words: the same numbers, beside the name.
        low, mean, high: of 100.
        bar_colour, mark_colour: as #RRGGBB.
    """

    name: str
    family: str
    words: str
    low: float
    mean: float
    high: float
    bar_colour: str
    mark_colour: str


@dataclass(frozen=True)
class PlacePart:
    """One part of a strip of places: how many of 100 tries, the number where it fits, and its colours as #RRGGBB."""

    share: float
    number: str
    fill: str
    ink: str


@dataclass(frozen=True)
class PlaceStrip:
    """One option's 100 tries: name, words beside it, colour of the parts' edges, and the parts from first to later."""

    name: str
    words: str
    edge: str
    parts: tuple[PlacePart, ...]


StripT = TypeVar("StripT", FitStrip, PlaceStrip)


@dataclass(frozen=True)
class Strips(Generic[StripT]):
    """A picture and the same numbers in words.

    Attributes:
        strips: one per option, highest fit first.
        alt: one text that says what the picture shows, for those who do not see it.
        head, rows: the table twin.
    """

    strips: tuple[StripT, ...]
    alt: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def shown_places(item: OptionFit) -> tuple[float, ...]:
    """First, second, third, and all later places together; fewer where there are fewer options."""
    found = item.fit.places
    return found if len(found) <= _SHOWN else (*found[:_SHOWN], sum(found[_SHOWN:]))


def place_names(count: int) -> tuple[str, ...]:
    """The names of the places shown for a number of options."""
    names = tuple(str(place + 1) for place in range(min(count, _SHOWN)))
    return names if count <= _SHOWN else (*names, "later")


@functools.cache
def _place_words(count: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The head of the table of places, and the places as they are called in a sentence."""
    names = place_names(count)
    head = (say("column-option"), *(say(f"priorities-column-place-{name}") for name in names))
    return head, tuple(say(f"priorities-place-{name}") for name in names)


@functools.cache
def _fill(family: str, mode: Mode, strength: float) -> tuple[str, str]:
    """The family's colour laid on the paper, and the ink that reads best on it, as #RRGGBB."""
    fill = mix(PAPER[mode], colour(family, mode), strength)
    return fill, max((PAPER[mode], INK[mode]), key=lambda code: contrast(code, fill))


def fits(result: FitResult, mode: Mode) -> Strips[FitStrip]:
    """A mark for the overall fit and a bar for the middle 80 of 100 tries, one strip per option, highest first."""
    strips, told = [], []
    for item in result.fits:
        family, fit = item.treatment.family, item.fit
        words = say("priorities-fits-label", fit=whole(fit.mean), low=whole(fit.low), high=whole(fit.high))
        told.append(f"{item.treatment.name}: {words}")
        pale, _ = _fill(family, mode, _SPREAD)
        strips.append(
            FitStrip(item.treatment.short_name, family, words, fit.low, fit.mean, fit.high, pale, colour(family, mode))
        )
    table = fit_table(result)
    return Strips(tuple(strips), say("priorities-fits-alt", list="; ".join(told)), table.head, table.rows)


def places(result: FitResult, mode: Mode) -> Strips[PlaceStrip]:
    """A strip of 100 tries per option: first darkest, then second, third, and later places palest."""
    head, names = _place_words(len(result.fits))
    rows, strips, told = [], [], []
    for item in result.fits:
        family, shares = item.treatment.family, shown_places(item)
        counts = tuple(whole(share) for share in shares)
        rows.append((item.treatment.name, *counts))
        placed = (
            say("priorities-place-count", place=place, count=count) for place, count in zip(names, counts, strict=True)
        )
        told.append(f"{item.treatment.name}: {', '.join(placed)}")
        parts = tuple(
            PlacePart(share, count if share >= _ROOM else "", *_fill(family, mode, strength))
            for strength, share, count in zip(_STRENGTHS, shares, counts, strict=False)
            if share
        )
        words = say("priorities-place-first", count=counts[0])
        strips.append(PlaceStrip(item.treatment.short_name, words, colour(family, mode), parts))
    return Strips(tuple(strips), say("priorities-places-alt", list="; ".join(told)), head, tuple(rows))
