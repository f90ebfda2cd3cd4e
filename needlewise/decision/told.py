"""What a person told of their health, as frozen values, and which situations that puts them in.

Nothing here remembers an answer. Days are dates of the calendar, weeks those of a pregnancy.

Vocabulary
    condition   something true of a person that may matter (blood thinners, a pacemaker)
    detail      what decides more than the condition itself: which of its choices, since which day, in which week
    situation   a row of `situations`: a choice, a span of days or weeks within one, or a place that is never asked
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from needlewise.evidence.model.advice import Situation
from needlewise.evidence.model.store import Evidence
from needlewise.evidence.rules.waits import wait_ends

# The most weeks of a pregnancy that can be told; a limit of the field, no figure.
MOST_WEEKS = 42


@dataclass(frozen=True)
class Detail:
    """What was told of one condition beside its tick; empty and None where nothing was.

    Attributes:
        condition: the condition ticked.
        choices: ids of `situations`.
        day: the day it was: the last tablet, the last sun, the injection, the operation.
        week: the week of pregnancy, from 1.
    """

    condition: str
    choices: tuple[str, ...] = ()
    day: date | None = None
    week: int | None = None


@dataclass(frozen=True)
class Answers:
    """What a person told: skin type 1 to 6 (None: not told), whether they are unsure of it, the conditions ticked.

    `details` holds what was told of some of the conditions; the age stands among the conditions ("under 18").
    """

    skin_type: int | None = None
    unsure: bool = False
    conditions: tuple[str, ...] = ()
    details: tuple[Detail, ...] = ()

    @property
    def untold(self) -> bool:
        """True when nothing was said of skin tone."""
        return self.skin_type is None and not self.unsure

    def maybe_dark(self, dark_from: int) -> bool:
        """True when the cautions for darker skin count: nobody's skin is taken for light before they say so.

        `dark_from` is the lightest type that the studies call darker skin.
        """
        return self.skin_type is None or self.skin_type >= dark_from

    def detail(self, condition: str) -> Detail:
        """What was told of a condition; an empty detail where nothing was."""
        return next((detail for detail in self.details if detail.condition == condition), Detail(condition))


def choices(situations: Iterable[Situation], condition: str) -> tuple[Situation, ...]:
    """What a person can say of a condition, in the order of the table."""
    return tuple(row for row in situations if row.condition == condition and row.kind == "choice")


def in_force(situations: Mapping[str, Situation], detail: Detail, today: date | None) -> frozenset[str]:
    """The situations that a detail puts a person in.

    What was not told is not taken for the easier side: without a choice every choice holds, without a day or a week
    every span of it.
    """
    mine = [row for row in situations.values() if row.condition == detail.condition]
    offered = choices(mine, detail.condition)
    held = [row for row in offered if row.situation_id in detail.choices] or offered
    found = {row.situation_id for row in held}
    for choice in held:
        for span in mine:
            if span.within == choice.situation_id and _within(choice, span, detail, today):
                found.add(span.situation_id)
    return frozenset(found)


def _within(choice: Situation, span: Situation, detail: Detail, today: date | None) -> bool:
    """True when the day or the week told lies in a span, and where neither was told.

    Weeks of pregnancy are counted as told; since a day, months by the calendar, as every wait.
    """
    low, below = int(span.from_number or 0), span.below_number
    if choice.asks == "weeks" and detail.week is not None:
        return low <= detail.week and (below is None or detail.week < below)
    if choice.asks == "days" and detail.day is not None and today is not None:
        now = max(today, detail.day)
        return wait_ends(detail.day, low) <= now and (below is None or now < wait_ends(detail.day, int(below)))
    return True


def ages(evidence: Evidence) -> tuple[int, ...]:
    """The ages in years below which a caution counts, youngest first."""
    return tuple(sorted({row.age_below for row in evidence.conditions.values() if row.age_below is not None}))


def of_age(evidence: Evidence, below: int | None) -> tuple[str, ...]:
    """The conditions that hold for someone younger than `below`; none for None, the oldest band."""
    if below is None:
        return ()
    rows = evidence.conditions.values()
    return tuple(row.condition_id for row in rows if row.age_below is not None and row.age_below >= below)
