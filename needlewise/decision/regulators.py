"""What regulators said of a treatment, or of a treatment inside it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from needlewise.evidence.model.store import Evidence
from needlewise.evidence.sentences.rows import when


@dataclass(frozen=True)
class RegulatorWarning:
    """One warning of a regulator, as it stands in `regulator.csv`.

    Attributes:
        text: what was said, as a plain sentence.
        in_short: the danger it names, in a few words.
        kind: a warning in force, or a report or draft of an authority.
        country: country code of the regulator.
        when: the day, month or year in words, as far as it is known; "date not stated" otherwise.
        year: the year, four digits; empty where it is not stated.
        part: the treatment inside this one that it was said of, as it reads inside a sentence; empty for the treatment
            itself.
        refs: the row, as `table:row_id`, for the source card.
    """

    text: str
    in_short: str
    kind: Literal["warning", "report"]
    country: str
    when: str
    year: str
    part: str
    refs: tuple[str, ...]


def regulator_warnings(evidence: Evidence, treatment_id: str) -> tuple[RegulatorWarning, ...]:
    """What regulators warn of about a treatment and the treatments inside it (microneedling inside RF microneedling).

    Its own warnings first, then newest first. Rows nobody has checked stay out. Empty where the search found none,
    which is
    no all-clear.
    """
    names = (treatment_id, *evidence.treatments[treatment_id].contains)
    rows = [
        row
        for name in names
        for row in evidence.about(name).regulator
        if row.kind in ("warning", "report") and row.checked
    ]
    newest = sorted(rows, key=lambda row: row.date, reverse=True)
    return tuple(
        RegulatorWarning(
            row.status,
            row.in_short,
            "warning" if row.kind == "warning" else "report",
            row.country,
            when(row.date),
            row.date[:4],
            "" if row.treatment_id == treatment_id else evidence.treatments[row.treatment_id].mid_sentence,
            (f"regulator:{row.status_id}",),
        )
        for row in sorted(newest, key=lambda row: names.index(row.treatment_id))
    )
