"""Tell which sentences on which pages change between two versions, and why."""

from __future__ import annotations

import argparse
from pathlib import Path

from needlewise import DATA_FOLDER
from needlewise.commands.evidence.shared import NOW, read_folder, say_line, side_by_side, snapshots_of
from needlewise.decision.memory.differences import (
    WEIGHTY,
    Difference,
    compare,
    line_words,
    pages,
    place_words,
    reasons,
)
from needlewise.decision.memory.snapshot import Snapshot
from needlewise.evidence.model.record import Release
from needlewise.evidence.model.store import Evidence


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Two versions."""
    parser.add_argument("before", help="a version that releases.csv names, or a folder of tables")
    parser.add_argument("after", nargs="?", default=NOW, help="another, or `now`: the tables as they stand (default)")
    parser.add_argument("--concern", help="one concern only")
    parser.add_argument("--words", action="store_true", help="also lines that only say the same in other words")
    parser.add_argument("--folder", type=Path, default=DATA_FOLDER, help="a folder of tables (default: ours)")


def run(asked: argparse.Namespace) -> int:
    """Print the lines that differ; exit 0 when both could be read."""
    before, after = (snapshots_of(name, asked.folder) for name in (asked.before, asked.after))
    evidence = read_folder(asked.folder)
    if before is None or after is None or evidence is None:
        return 1
    since = evidence.releases.get(asked.before)
    count = 0
    for concern_id in [asked.concern] if asked.concern else list(dict.fromkeys((*before, *after))):
        if concern_id not in before or concern_id not in after:
            say_line(f"{concern_id}: only in {asked.before if concern_id in before else asked.after}")
            continue
        found = [item for item in compare(before[concern_id], after[concern_id]) if asked.words or item.kind in WEIGHTY]
        count += len(found)
        tell(found, after[concern_id], evidence, since)
    say_line(f"{count} line{'' if count == 1 else 's'} differ{'s' if count == 1 else ''}.")
    return 0


def tell(found: list[Difference], now: Snapshot, evidence: Evidence | None, since: Release | None) -> None:
    """Print the differences of one concern, each with its pages, both texts side by side, and why."""
    if found:
        say_line(f"\n{now.name}")
    for item in found:
        what = f"{item.name}: {place_words(item)}" if item.name else place_words(item)
        say_line(f"\n- {what} [{item.kind}] on {pages(item)}")
        for line in side_by_side(line_words(item.before), line_words(item.now)):
            say_line(line)
        if evidence is not None and since is not None:
            for why in reasons(evidence, since, item):
                say_line(f"  {why}")
