"""What several parts of the command need: the snapshots of a version, of a folder or of today, and two columns."""

from __future__ import annotations

import sys
import textwrap
from pathlib import Path

from needlewise import DATA_FOLDER
from needlewise.decision.memory.snapshot import Snapshot, from_json, take
from needlewise.evidence.model.store import Evidence
from needlewise.evidence.reading import archive
from needlewise.evidence.reading.load import check

NOW = "now"
_COLUMN = 54


def say_line(text: str = "") -> None:
    """One line on the terminal."""
    sys.stdout.write(f"{text}\n")


def read_folder(folder: Path) -> Evidence | None:
    """The tables of a folder, or None with the faults told."""
    evidence, faults = check(folder)
    if evidence is None:
        for fault in faults[:20]:
            say_line(str(fault))
        say_line(f"{len(faults)} fault{'s' if len(faults) != 1 else ''} in {folder}")
    return evidence


def snapshots(evidence: Evidence) -> dict[str, Snapshot]:
    """What is said of every concern."""
    return {name: take(evidence, name) for name in evidence.concerns}


def snapshots_of(name: str, folder: Path = DATA_FOLDER) -> dict[str, Snapshot] | None:
    """The snapshots of a version, of the tables as they stand (`now`), or of another folder; None with faults."""
    if name != NOW and archive.path(name, folder).is_file():
        found = {concern: archive.answers(name, concern, folder) for concern in archive.concerns(name, folder)}
        return {concern: from_json(kept) for concern, kept in found.items() if kept is not None}
    place = folder if name == NOW else Path(name)
    evidence = read_folder(place)
    return None if evidence is None else snapshots(evidence)


def side_by_side(before: str, now: str) -> list[str]:
    """Two texts as two columns."""
    left, right = (textwrap.wrap(text, _COLUMN) or [""] for text in (before, now))
    lines = max(len(left), len(right))
    left += [""] * (lines - len(left))
    right += [""] * (lines - len(right))
    return [f"  {first:<{_COLUMN}} | {second}".rstrip() for first, second in zip(left, right, strict=True)]


def shown_rows(found: dict[str, Snapshot]) -> list[str]:
    """The rows behind all that is said."""
    refs = (ref for snapshot in found.values() for line in snapshot.lines for ref in line.refs)
    return list(dict.fromkeys(refs))
