"""What was changed in the rows behind a concern, or in one row, in plain words and by day: from the list of changes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from needlewise.decision.memory.differences import BOOKKEEPING
from needlewise.evidence.model.record import Change
from needlewise.evidence.model.store import Evidence
from needlewise.words import dates, say

# What a column is to a reader, by its name or the beginning of it. What is not here is told as "how it is noted down".
_MEANS = (
    ("row", ("effect_id", "protocol_id", "recovery_id", "risk_id")),
    ("size", ("estimate", "ci_", "comparator_estimate", "measure", "scale", "finding", "spread")),
    ("direction", ("favours", "better")),
    ("compared", ("comparator_id", "comparator_words", "add_on_to", "treatment_id")),
    ("people", ("n_people", "n_studies", "counts_of", "subgroup", "population", "mixed_group", "fitz_")),
    ("certainty", ("certainty_reported", "i2", "direct", "indirect_why", "between_group_test", "follow_up")),
    ("time", ("weeks", "timepoint", "time_words", "window", "beyond_short", "followed_weeks")),
    ("visits", ("sessions", "interval_weeks")),
    ("days", ("day_", "milestone", "until_day", "first_visits_only")),
    ("rate", ("per_100", "events", "relation", "how_asked", "seriousness", "harm", "comparator_per_100")),
    ("speaks", ("kind", "duplicate_of", "superseded_by", "weak", "checked")),
    ("advice", ("advice", "action", "condition", "reason", "recommendation", "verdict", "status", "sign", "pause")),
)
# Nothing that is read on a page changes with these alone.
_QUIET = "noted"


@dataclass(frozen=True)
class Mend:
    """One change in words: which row, what of it, how it was and is, and why; `quiet` when no answer can hang on it."""

    ref: str
    subject: str
    what: str
    old: str
    new: str
    why: str
    reader: str
    quiet: bool


@dataclass(frozen=True)
class Day:
    """The changes of one day, those that an answer can hang on, and how many others there were."""

    day: date
    version: str
    mends: tuple[Mend, ...]
    others: int


def of_concern(evidence: Evidence, concern_id: str) -> tuple[Day, ...]:
    """What was changed in the rows of a concern and of its options, the newest day first."""
    rows = _rows_of(evidence, concern_id)
    return _by_day(evidence, (change for ref in rows for change in evidence.changed(ref)))


def of_row(evidence: Evidence, ref: str) -> tuple[Day, ...]:
    """What was changed in one row, the newest day first."""
    return _by_day(evidence, evidence.changed(ref))


def last_changed(evidence: Evidence, concern_id: str) -> date | None:
    """The day something in the rows of a concern was last changed; None where nothing ever was."""
    rows = _rows_of(evidence, concern_id)
    return max((change.day for ref in rows for change in evidence.changed(ref)), default=None)


def _rows_of(evidence: Evidence, concern_id: str) -> frozenset[str]:
    """The rows a concern's answers can rest on: its own, and those of its options."""
    options = {option.treatment_id for option in evidence.options(concern_id)}
    own = ("effects", "protocols", "red_flags", "natural_course", "guidelines")
    shared = ("recovery", "risks", "cautions", "appointment", "aftercare", "regulator", "after_signs", "treatments")
    found = {f"concerns:{concern_id}"}
    for table in own:
        rows = getattr(evidence, table)
        found |= {f"{table}:{row_id}" for row_id, row in rows.items() if row.concern_id == concern_id}
    for table in shared:
        for row_id, row in getattr(evidence, table).items():
            if row.treatment_id in options and getattr(row, "concern_id", "") in ("", concern_id):
                found.add(f"{table}:{row_id}")
    return frozenset(found)


def _by_day(evidence: Evidence, changes: Iterable[Change]) -> tuple[Day, ...]:
    ordered = sorted(changes, key=lambda change: change.change_id)
    ordered.sort(key=lambda change: change.day, reverse=True)
    days = []
    for day, group in groupby(ordered, key=lambda change: change.day):
        lines = list(group)
        mends = [mend(evidence, change) for change in lines]
        told = tuple(item for item in mends if not item.quiet)
        days.append(Day(day, lines[-1].version, told, len(mends) - len(told)))
    return tuple(days)


def mend(evidence: Evidence, change: Change) -> Mend:
    """One change in words."""
    what = next((name for name, starts in _MEANS if change.column.startswith(starts)), _QUIET)
    quiet = what == _QUIET or change.why.startswith(BOOKKEEPING) or ";" in change.column
    return Mend(
        change.ref,
        _subject(evidence, change),
        say(f"column-means-{what}"),
        _cell(evidence, change.old),
        _cell(evidence, change.new),
        change.why,
        say(f"reader-{change.reader}"),
        quiet,
    )


def _subject(evidence: Evidence, change: Change) -> str:
    """The treatment, and what was measured; the table and the row where it has neither."""
    row = evidence.find(change.ref)
    name = getattr(row, "treatment_id", "")
    parts = [evidence.treatments[name].name] if name in evidence.treatments else []
    parts += [text for column in ("outcome_label", "harm_label", "sign") if (text := getattr(row, column, ""))]
    return ": ".join(parts) or change.ref


def _cell(evidence: Evidence, text: str) -> str:
    """What a cell says: the name of a treatment, words in place of a code, `nothing` for a blank."""
    if not text:
        return say("cell-blank")
    if text in evidence.treatments:
        return evidence.treatments[text].mid_sentence
    return text.replace("_", " ") if text.replace("_", "").isalpha() and text.islower() else text


def headline(evidence: Evidence, concern_id: str) -> str:
    """`Last changed on 1 Dec 2026`; that nothing was ever changed."""
    day = last_changed(evidence, concern_id)
    return say("changes-never") if day is None else say("changes-last", date=dates.day(day))
