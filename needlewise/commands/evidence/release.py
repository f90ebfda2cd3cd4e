"""Release a version: stamp its changes, write its row, and keep it whole as one file ready to be deposited."""

from __future__ import annotations

import argparse
import sys
from datetime import date
from pathlib import Path

from needlewise import DATA_FOLDER
from needlewise.commands.check import sound_evidence
from needlewise.decision.memory.release import members
from needlewise.evidence.keeping.archive import write
from needlewise.evidence.keeping.tables import add_row, read_cells, rewrite, stamp_changes
from needlewise.evidence.model.rows import TABLES
from needlewise.evidence.model.store import Evidence
from needlewise.evidence.reading import archive
from needlewise.evidence.rules.versions import in_force

# What the evidence records of itself is not mended.
_OF_ITSELF = ("changes", "releases", "makers", "readings", "searches")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The version, one sentence about it, the day, the folder."""
    parser.add_argument("version", help="the new version, such as 0.3.0")
    parser.add_argument("what", help="what it is, in one sentence")
    parser.add_argument("--day", type=date.fromisoformat, default=None, help="its day (default: today)")
    parser.add_argument("--folder", type=Path, default=DATA_FOLDER, help="a folder of tables (default: ours)")


def run(asked: argparse.Namespace) -> int:
    """Write the version, or nothing where the tables have faults or the version exists."""
    folder: Path = asked.folder
    day = asked.day or date.today()  # noqa: DTZ011  the day of whoever releases it
    target = archive.path(asked.version, folder)
    if target.exists():
        sys.stdout.write(f"{target} exists: a released version never changes\n")
        return 1
    sound = sound_evidence(folder)
    if sound is None:
        return 1
    _warn(folder, sound)
    before = {name: read_cells(folder, name) for name in ("changes", "releases")}
    count = stamp_changes(folder, asked.version)
    row = {"version": asked.version, "released": day.isoformat(), "what": asked.what}
    add_row(folder, "releases", row | {"fingerprint": archive.fingerprint(folder)})
    evidence = sound_evidence(folder)
    if evidence is None:
        for name, rows in before.items():
            rewrite(folder, name, rows)
        return 1
    release = evidence.releases[asked.version]
    write(target, members(evidence, release, folder), day)
    sys.stdout.write(f"Version {asked.version}: {count} changes, {target} ({target.stat().st_size // 1024} kB)\n")
    return 0


def _warn(folder: Path, evidence: Evidence) -> None:
    """Name the rows that hold something else than in the version in force, and of which no line of changes tells."""
    version = in_force(evidence).version
    unsaid = [
        f"{table}:{row_id}"
        for table in TABLES
        if table not in _OF_ITSELF
        for row_id in sorted(archive.changed_rows(version, table, folder))
        if all(change.version for change in evidence.changed(f"{table}:{row_id}"))
    ]
    if unsaid:
        first = ", ".join(unsaid[:5])
        sys.stdout.write(f"{len(unsaid)} rows changed since {version} without a line in changes.csv: {first}, …\n")
