"""List what is due: the next search, old or weak or unread rows that are shown, doubtful addresses, retractions."""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path

from needlewise import DATA_FOLDER
from needlewise.commands.evidence.shared import read_folder, say_line, shown_rows, snapshots
from needlewise.evidence.keeping.due import due, read_retracted


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """How old is old, a list of retracted publications, how much to print, the folder."""
    parser.add_argument("--years", type=int, default=10, help="a shown source older than this is listed (default: 10)")
    parser.add_argument("--retracted", type=Path, help="a file with DOIs or PubMed numbers of retracted publications")
    parser.add_argument("--all", action="store_true", help="every row, not the first five of each kind")
    parser.add_argument("--folder", type=Path, default=DATA_FOLDER, help="a folder of tables (default: ours)")


def run(asked: argparse.Namespace) -> int:
    """Print the list; nothing is fetched."""
    evidence = read_folder(asked.folder)
    if evidence is None:
        return 1
    marks = read_retracted(asked.retracted.read_text(encoding="utf-8")) if asked.retracted else ()
    today = date.today()  # noqa: DTZ011  the day of whoever asks
    for kind in due(evidence, shown_rows(snapshots(evidence)), today, years=asked.years, retracted=marks):
        say_line(f"{kind.kind}: {len(kind.items)}")
        shown = kind.items if asked.all else kind.items[:5]
        for item in shown:
            say_line(f"  {item}")
        if len(shown) < len(kind.items):
            say_line(f"  … and {len(kind.items) - len(shown)} more (--all)")
    return 0
