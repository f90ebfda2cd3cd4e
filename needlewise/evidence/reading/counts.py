"""The counts that `data/README.md` holds about the tables, as Markdown: `python -m needlewise count` prints them."""

from __future__ import annotations

from needlewise.evidence.model.record import Change
from needlewise.evidence.model.rows import TABLES
from needlewise.evidence.model.store import Evidence
from needlewise.words import join_list

# Tables whose rows say whether someone read them a second time.
_REREAD = tuple(name for name, model in TABLES.items() if "reread" in model.model_fields)


_CHECKED = tuple(name for name, model in TABLES.items() if "checked" in model.model_fields)


def second_reading(evidence: Evidence) -> str:
    """How many rows of each table were read a second time, and where."""
    lines = [
        "| table | rows | read again in the source | read again in our summary | not yet read again |",
        "|---|---:|---:|---:|---:|",
    ]
    for name in _REREAD:
        found = [row.reread for row in getattr(evidence, name).values()]
        counts = (len(found), found.count("yes"), found.count("summary"), found.count(None))
        lines.append(f"| {name} | {' | '.join(str(count) for count in counts)} |")
    return "\n".join(lines)


def unchecked(evidence: Evidence) -> str:
    """How many rows of each table nobody has read against its source."""
    counts = {name: sum(not row.checked for row in getattr(evidence, name).values()) for name in _CHECKED}
    found = [f"{count} in `{name}`" for name, count in counts.items() if count]
    return f"Rows not checked even once: {join_list(found) or 'none'}."


def _cells(changes: list[Change]) -> int:
    """Cells that were changed: a line may name several new columns of one row."""
    return sum(len(change.column.split(";")) for change in changes)


def corrections(evidence: Evidence) -> str:
    """How many cells and rows of each table were changed after gathering, the most changed table first."""
    changes = list(evidence.changes.values())
    found = {name: [change for change in changes if change.table == name] for name in {row.table for row in changes}}
    touched = {name: len({change.row_id for change in lines}) for name, lines in found.items()}
    lines = ["| table | mends | rows touched |", "|---|---:|---:|"]
    lines += [
        f"| {name} | {_cells(found[name])} | {touched[name]} |"
        for name in sorted(found, key=lambda name: (-_cells(found[name]), name))
    ]
    lines.append(f"| all | {_cells(changes)} | {sum(touched.values())} |")
    return "\n".join(lines)


def all_counts(evidence: Evidence) -> tuple[str, ...]:
    """Each count, as it stands in `data/README.md`."""
    return second_reading(evidence), unchecked(evidence), corrections(evidence)
