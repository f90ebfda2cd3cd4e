"""What may come after a treatment: what is normal, when to ring, when to see a doctor, when it is an emergency.

One list for every page, the calendar and the paper. A sign stands with the days in which it was seen; where the days or
the advice are ours, no day is given and the line says whose advice it is. Rows nobody has checked are told too: to
leave a danger out is the less careful side, and each of them is marked as ours or as ours in part.

Vocabulary
    sign     what a person may notice, where, when, what to do, and how far the source goes
    part     a treatment inside the one that was given (microneedling inside microneedling with plasma)
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from needlewise.evidence.model.advice import AfterSign as Row
from needlewise.evidence.model.store import Evidence
from needlewise.words import number, say, sentence
from needlewise.words.dates import day as day_words

Action = Literal["emergency", "see_doctor", "ring_clinic", "normal"]


# The most urgent first, in every place.
ACTIONS: tuple[Action, ...] = ("emergency", "see_doctor", "ring_clinic", "normal")


# Words by which a sign names its place itself.
_PLACES = {
    "joint": ("joint", "shoulder"),
    "face": ("face", "eye", "brow"),
    "scar": ("scar",),
    "neck": ("neck",),
}


@dataclass(frozen=True)
class Sign:
    """One thing a person may notice after a treatment.

    Attributes:
        text: the sign, as a sentence; where on the body it counts comes first, where that matters.
        action: what to do.
        first, last: days after the treatment (0 is its day); None where no source gives that end.
        ours: `no` where what to do and when stand in the source, else `partly` or `ours`.
        part: the treatment inside this one that the source speaks of, as it reads in a sentence; empty for itself.
        refs: the row behind it.
    """

    text: str
    action: Action
    first: float | None
    last: float | None
    ours: Literal["no", "partly", "ours"]
    part: str
    refs: tuple[str, ...]

    @property
    def when(self) -> str:
        """The days in words (`from day 4 on`); empty where no source gives one."""
        if self.first is None and self.last is None:
            return ""
        first, last = math.floor(self.first or 0), None if self.last is None else math.ceil(self.last)
        if last is None:
            return say("after-from", day=first, ends=self._ends)
        return say("after-between", first=first, last=last, more=self._more)

    def on_dates(self, treated: date, locale: str) -> str:
        """The same as dates after a treatment on a day; empty where no source gives a day."""
        if self.first is None and self.last is None:
            return ""
        first = day_words(treated + timedelta(days=math.floor(self.first or 0)), locale)
        if self.last is None:
            return say("after-from-date", day=first, ends=self._ends)
        last = day_words(treated + timedelta(days=math.ceil(self.last)), locale)
        return say(
            "after-between-dates", first=first, last=last, same="yes" if first == last else "no", more=self._more
        )

    @property
    def _more(self) -> str:
        """An emergency was seen so far; that it comes later is not ruled out."""
        return "yes" if self.action == "emergency" else "no"

    @property
    def _ends(self) -> str:
        """What is normal has an end, which the source does not give."""
        return "unknown" if self.action == "normal" else "open"

    @property
    def whose(self) -> str:
        """Whose advice it is, where the source does not say all of it; and which part it was said of."""
        told = [say("after-part", name=self.part)] if self.part else []
        return " ".join([*told, *([] if self.ours == "no" else [say(f"after-whose-{self.ours}")])])

    def line(self, treated: date | None = None, locale: str = "en-GB") -> str:
        """The sign with its days in one line, for the paper and the calendar."""
        when = self.when if treated is None else self.on_dates(treated, locale)
        own = say("after-own-short") if self.ours == "ours" else ""
        notes = "; ".join(note for note in (when, own) if note)
        return say("after-line", sign=self.text, notes=notes) if notes else f"{self.text}."


@dataclass(frozen=True)
class Group:
    """The signs that ask for the same thing."""

    action: Action
    title: str
    signs: tuple[Sign, ...]


@dataclass(frozen=True)
class Afterwards:
    """What may come after one treatment, in groups, the most urgent first.

    Attributes:
        groups: empty where no source was found.
        lie_down: how to keep from fainting, with its row; None for what is no needle, or where no source says.
        breathing: what a collapsed lung means for a breathing machine, with its rows; None away from the lungs.
    """

    treatment_id: str
    groups: tuple[Group, ...]
    lie_down: tuple[str, tuple[str, ...]] | None
    breathing: tuple[str, tuple[str, ...]] | None

    @property
    def signs(self) -> tuple[Sign, ...]:
        """All signs, the most urgent first."""
        return tuple(sign for group in self.groups for sign in group.signs)

    @property
    def urgent(self) -> tuple[Sign, ...]:
        """Those that cannot wait for the clinic."""
        return tuple(sign for sign in self.signs if sign.action in ("emergency", "see_doctor"))

    @property
    def any_ours(self) -> bool:
        """True when a line is our own advice, wholly or in part."""
        return any(sign.ours != "no" for sign in self.signs)


def afterwards(evidence: Evidence, treatment_id: str, concern_id: str | None = None) -> Afterwards:
    """The list of one treatment; with a concern only what can come at its part of the body.

    Rows of the treatments inside it come along (microneedling inside microneedling with plasma), each once.

    Raises:
        KeyError: for an unknown treatment or concern.
    """
    rows = _rows(evidence, treatment_id, concern_id)
    found = [_sign(evidence, row, treatment_id) for row in rows]
    groups = tuple(
        Group(action, say(f"after-title-{action}"), tuple(sign for sign in found if sign.action == action))
        for action in ACTIONS
    )
    near = any(row.site == "near_lungs" for row in rows)
    return Afterwards(
        treatment_id,
        tuple(group for group in groups if group.signs),
        _told(evidence, treatment_id, "needle_phobia"),
        _told(evidence, "dry_needling", "cpap") if near else None,
    )


def has_signs(evidence: Evidence, treatment_id: str) -> bool:
    """True where at least one sign is told of a treatment."""
    return any(evidence.about(name).after_signs for name in _names(evidence, treatment_id))


def _names(evidence: Evidence, treatment_id: str) -> tuple[str, ...]:
    return (treatment_id, *evidence.treatments[treatment_id].contains)


def _rows(evidence: Evidence, treatment_id: str, concern_id: str | None) -> list[Row]:
    found: dict[tuple[str, str], Row] = {}
    for name in _names(evidence, treatment_id):
        for row in evidence.about(name).after_signs:
            if concern_id is None or _can_come(evidence, row, concern_id):
                found.setdefault((row.site, row.sign), row)
    # By the first day, so that what comes first is read first; what has no day stands last.
    return sorted(found.values(), key=lambda row: math.inf if row.when_low_days is None else row.when_low_days)


def _can_come(evidence: Evidence, row: Row, concern_id: str) -> bool:
    """True when a treatment for this concern may be given where the row counts."""
    concern = evidence.concerns[concern_id]
    if row.site == "near_lungs":
        return concern.near_lungs
    return row.site == "any" or row.site in concern.after_sites


def _sign(evidence: Evidence, row: Row, treatment_id: str) -> Sign:
    named = any(word in row.sign.lower() for word in _PLACES.get(row.site, ()))
    where = "" if row.site == "any" or named else say(f"after-site-{row.site}")
    text = sentence(row.sign).rstrip(".")
    # What is ours stands without a day: no source gives it. A collapsed lung keeps its days, which are seen in others.
    dated = row.basis != "ours" or row.site == "near_lungs"
    return Sign(
        text=say("after-where", where=where, sign=text[:1].lower() + text[1:]) if where else text,
        action=row.action,
        first=row.when_low_days if dated else None,
        last=row.when_high_days if dated else None,
        ours="no" if row.basis == "source" else row.basis,
        part="" if row.treatment_id == treatment_id else evidence.treatments[row.treatment_id].mid_sentence,
        refs=(f"after_signs:{row.after_id}",),
    )


def _told(evidence: Evidence, treatment_id: str, condition: str) -> tuple[str, tuple[str, ...]] | None:
    """The checked advice for one condition, with its row; dated advice before the older list."""
    for table, rows in (("dated_cautions", evidence.dated_cautions), ("cautions", evidence.cautions)):
        for row in rows.values():
            told_of = _names(evidence, treatment_id)
            if row.condition == condition and row.treatment_id in told_of and row.checked and row.advice == "ask_first":
                return sentence(row.reason), (f"{table}:{row.caution_id}",)
    return None


def count_words(count: int) -> str:
    """How many more signs there are than stand here."""
    return say("after-more", count=count, number=number(count))
