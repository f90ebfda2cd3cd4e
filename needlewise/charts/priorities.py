"""The two pictures of What matters to me: each option's fit with its spread, and its places in 100 tries.

They are strips of HTML, not Plotly figures: they change with every answer, so they are drawn for one person at a time and
can never be kept, and two figures would cost more than the rest of the page together.
"""

from __future__ import annotations

import functools
from dataclasses import dataclass
from html import escape

from needlewise.charts.palette import INK, PAPER, Mode, colour, contrast, mix
from needlewise.decision.priorities.fit import FitResult, OptionFit
from needlewise.words import round_half_up, say

_SHOWN = 3
# From first, the darkest, to all later places, the palest.
_STRENGTHS = (1.0, 0.55, 0.28, 0.1)
_SPREAD = 0.42
# A share narrower than this (of 100) has no room for its number inside.
_ROOM = 7


@dataclass(frozen=True)
class Strips:
    """A picture in HTML and the same numbers in words.

    Attributes:
        html: one strip per option over a scale from 0 to 100; named by `alt` for those who do not see it.
        alt: one text that says what the picture shows.
        head, rows: the table twin.
    """

    html: str
    alt: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def whole(value: float) -> str:
    """A fit or a count of tries as people write it: whole, and `<1` for few that are not none."""
    return "<1" if 0 < value < 0.5 else f"{round_half_up(value):.0f}"


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
def _fit_head() -> tuple[str, ...]:
    return say("column-option"), say("priorities-column-fit"), say("priorities-column-range")


@functools.cache
def _fill(family: str, mode: Mode, strength: float) -> tuple[str, str]:
    """The family's colour laid on the paper, and the ink that reads best on it, as #RRGGBB."""
    fill = mix(PAPER[mode], colour(family, mode), strength)
    return fill, max((PAPER[mode], INK[mode]), key=lambda code: contrast(code, fill))


def _strips(strips: str, alt: str) -> str:
    marks = "".join(f'<span style="left:{at}%">{at}</span>' for at in (0, 25, 50, 75, 100))
    return f'<div class="nw-strips" role="img" aria-label="{escape(alt)}"><div>{strips}</div><p>{marks}</p></div>'


def _named(item: OptionFit, words: str) -> str:
    return f"<p><span><b>{escape(item.treatment.short_name)}</b> {escape(words)}</span></p>"


def fits(result: FitResult, mode: Mode) -> Strips:
    """A mark for the overall fit and a bar for the middle 80 of 100 tries, one strip per option, highest first."""
    rows, strips, told = [], [], []
    for item in result.fits:
        low, high, mean = whole(item.fit.low), whole(item.fit.high), whole(item.fit.mean)
        words = say("priorities-fits-label", fit=mean, low=low, high=high)
        pale, _ = _fill(item.treatment.family, mode, _SPREAD)
        rows.append((item.treatment.name, mean, f"{low}–{high}"))
        told.append(f"{item.treatment.name}: {words}")
        strips.append(
            f'{_named(item, words)}<div class="nw-lane"><span style="left:{item.fit.low:.1f}%;right:{100 - item.fit.high:.1f}%;background:{pale}"></span>'
            f'<i class="nw-{escape(item.treatment.family)}" style="left:{item.fit.mean:.1f}%;background:{colour(item.treatment.family, mode)}"></i></div>'
        )
    alt = say("priorities-fits-alt", list="; ".join(told))
    return Strips(_strips("".join(strips), alt), alt, _fit_head(), tuple(rows))


def places(result: FitResult, mode: Mode) -> Strips:
    """A strip of 100 tries per option: first darkest, then second, third, and later places palest."""
    head, words = _place_words(len(result.fits))
    rows, strips, told = [], [], []
    for item in result.fits:
        shares = shown_places(item)
        counts = tuple(whole(share) for share in shares)
        rows.append((item.treatment.name, *counts))
        parts = (
            say("priorities-place-count", place=place, count=count) for place, count in zip(words, counts, strict=True)
        )
        told.append(f"{item.treatment.name}: {', '.join(parts)}")
        edge = colour(item.treatment.family, mode)
        bars = ""
        for strength, share, count in zip(_STRENGTHS, shares, counts, strict=False):
            if not share:
                continue
            fill, ink = _fill(item.treatment.family, mode, strength)
            number = count if share >= _ROOM else ""
            bars += (
                f'<span style="width:{share:.2f}%;background:{fill};color:{ink};border-color:{edge}">{number}</span>'
            )
        said = _named(item, say("priorities-place-first", count=counts[0]))
        strips.append(f'{said}<div class="nw-shares">{bars}</div>')
    alt = say("priorities-places-alt", list="; ".join(told))
    return Strips(_strips("".join(strips), alt), alt, head, tuple(rows))
