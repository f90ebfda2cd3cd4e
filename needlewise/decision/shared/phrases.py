"""Days, weeks and spacing in words, the same on every page."""

from __future__ import annotations

import re
from collections.abc import Sequence

from needlewise.evidence.model.rows import Treatment
from needlewise.evidence.rules.ranges import Range
from needlewise.words import join_list, number, round_half_up, say, span

# Skin types 1 to 6 as Fitzpatrick numbered them.
ROMAN = ("I", "II", "III", "IV", "V", "VI")


def skin_types(low: int, high: int) -> str:
    """`II–IV`, or `III` where both are the same. Types run from 1 to 6."""
    first, last = ROMAN[low - 1], ROMAN[high - 1]
    return first if first == last else f"{first}–{last}"


def names_at_start(treatments: Sequence[Treatment]) -> str:
    """`Microneedling, CO2 laser and a light peel`: options as they read at the start of a sentence."""
    first, *others = treatments
    return join_list([first.name, *(treatment.mid_sentence for treatment in others)])


def sentences_of(text: str) -> list[str]:
    """A text as its sentences. A full stop inside a number or an abbreviation ends nothing."""
    return re.split(r"(?<=[a-z0-9)%]\.) (?=[A-Z])", text)


def first_sentences(text: str, count: int) -> str:
    """The first sentences of a text."""
    return " ".join(sentences_of(text)[:count])


def basis_note(found: Range) -> str:
    """The words that say a figure rests on clinic sheets or on one source only, or holds for the first visits only.

    Empty where none of this is so.
    """
    parts = (
        say("basis-first-visits") if found.once else "",
        say(f"basis-one-{found.basis}") if found.single else say("basis-clinics") if found.basis == "clinics" else "",
    )
    return " · ".join(part for part in parts if part)


def days_text(low: float, high: float) -> str:
    """`1–3 days`, `0 days`, `under a day`: whole days from one day on."""
    if 0 < high < 1:
        return say("figure-less-than-day")
    low, high = round_half_up(low), round_half_up(high)
    return say("figure-days", number=span(low, high), count=1 if low == high == 1 else 2)


def _time(weeks: float) -> tuple[float, str]:
    """A length of time in the unit people would use: days below two weeks, weeks below eight, months from then on."""
    if weeks < 2:
        return round_half_up(weeks * 7), "days"
    return (round_half_up(weeks), "weeks") if weeks < 8 else (round_half_up(weeks * 12 / 52), "months")


def weeks_text(low: float, high: float) -> str:
    """A length of time given in weeks: `3–6 months`, `10 days to 3 months`. A month is 52/12 weeks."""
    (first, unit), (last, other) = _time(low), _time(high)
    if unit == other:
        return say(f"figure-{unit}", number=span(first, last), count=1 if first == last == 1 else 2)
    one, two = (
        say(f"figure-{name}", number=number(value), count=1 if value == 1 else 2)
        for value, name in ((first, unit), (last, other))
    )
    return say("figure-from-to", low=one, high=two)


def span_days(days: Range) -> str:
    """Usual to longest: `3, up to 7 days`; one figure where both are the same."""
    typical, high = round_half_up(days.typical), round_half_up(days.high)
    if typical == high or 0 < days.high < 1:
        return days_text(days.typical, days.high if days.high < 1 else days.typical)
    first = number(typical) if typical else say("days-none")
    return say("days-up-to", typical=first, high=number(high), count=int(high))


def interval_text(found: Range | None) -> str:
    """How far apart visits are: days below two weeks, weeks beyond."""
    if found is None:
        return say("interval-unknown")
    if found.typical < 2:
        days = round_half_up(found.typical * 7)
        return say("interval-days", days=say("figure-days", number=number(days), count=int(days)))
    weeks = found.typical
    return say("interval-weeks", weeks=say("figure-weeks", number=number(weeks), count=1 if weeks == 1 else 2))
