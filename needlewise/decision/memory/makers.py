"""Who made this, from the table of makers: what is given, and what is not given or not done, said as such."""

from __future__ import annotations

from dataclasses import dataclass

from needlewise.evidence.model.record import Maker, Reading
from needlewise.evidence.model.store import Evidence
from needlewise.words import capital, dates, join_list, number, say

# What a reader may want to know of whoever did a part.
FIELDS = ("who", "training", "interests", "funding")


@dataclass(frozen=True)
class Part:
    """One part of the work: what each field says, `known` False where nothing is given, and what was not done."""

    name: str
    fields: tuple[tuple[str, bool], ...]
    not_done: str


def parts(evidence: Evidence) -> tuple[Part, ...]:
    """Every part of the work, in the order of the table."""
    return tuple(
        Part(
            row.part,
            tuple((getattr(row, name) or _blank(row, name), bool(getattr(row, name))) for name in FIELDS),
            row.not_done,
        )
        for row in evidence.makers.values()
    )


def _blank(row: Maker, field: str) -> str:
    """What stands where nothing is given: that no one did it, or that it is not given."""
    return say("makers-nobody") if field == "who" and row.not_done else say("makers-not-given")


def in_short(evidence: Evidence) -> str:
    """For paper: which of training, interests and funding are not given anywhere, and which parts no one did."""
    missing = [
        say(f"makers-{name}").lower()
        for name in FIELDS[1:]
        if not any(getattr(row, name) for row in evidence.makers.values())
    ]
    told = [capital(say("makers-missing", names=join_list(missing)))] if missing else []
    return " ".join([*told, *(row.not_done for row in evidence.makers.values() if not row.who and row.not_done)])


def reading_words(row: Reading) -> str:
    """One second reading: when, what the reader was, and how many rows and cells agreed."""
    told = say(
        "reading-row",
        date=dates.day(row.day),
        reader=say(f"reader-{row.reader}"),
        rows=row.rows,
        same=row.rows_same,
        share=number(round(100 * row.rows_same / row.rows)),
    )
    cells = "" if row.cells is None else say("reading-cells", cells=row.cells, same=row.cells_same or 0)
    kappa = "" if row.kappa is None else say("reading-kappa", kappa=f"{row.kappa:.2f}")
    return " ".join(part for part in (told, cells, kappa, row.note) if part)
