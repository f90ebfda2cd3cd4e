"""Check a folder of tables: print every fault and exit 1, or one line and exit 0."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from needlewise import DATA_FOLDER
from needlewise.evidence.model.rows import TABLES
from needlewise.evidence.model.store import Evidence
from needlewise.evidence.reading.load import check as check_folder


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The folder; the product's own if none is named."""
    parser.add_argument("folder", nargs="?", type=Path, default=DATA_FOLDER, help="a folder of tables (default: ours)")


def sound_evidence(folder: Path) -> Evidence | None:
    """The evidence of a folder; None when it has faults, which are then printed."""
    evidence, faults = check_folder(folder)
    if evidence is None:
        for fault in faults:
            sys.stdout.write(f"{fault}\n")
        sys.stdout.write(f"{len(faults)} fault{'s' if len(faults) != 1 else ''} in {folder}\n")
    return evidence


def run(asked: argparse.Namespace) -> int:
    """Print the faults, or how many tables and rows have none."""
    evidence = sound_evidence(asked.folder)
    if evidence is None:
        return 1
    sys.stdout.write(f"{len(TABLES)} tables, {evidence.row_count} rows, no faults\n")
    return 0
