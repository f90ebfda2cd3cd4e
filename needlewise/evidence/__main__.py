"""`python -m needlewise.evidence check [FOLDER]`: print every fault and exit 1, or one line and exit 0."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from needlewise import DATA_FOLDER
from needlewise.evidence.load import check
from needlewise.evidence.rows import TABLES


def main(arguments: list[str] | None = None) -> int:
    """Run the command; returns the exit code."""
    parser = argparse.ArgumentParser(prog="python -m needlewise.evidence", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    checker = commands.add_parser("check", help="check a folder of tables")
    checker.add_argument("folder", nargs="?", type=Path, default=DATA_FOLDER)
    folder: Path = parser.parse_args(arguments).folder
    evidence, faults = check(folder)
    if evidence is None:
        for fault in faults:
            sys.stdout.write(f"{fault}\n")
        sys.stdout.write(f"{len(faults)} fault{'s' if len(faults) != 1 else ''} in {folder}\n")
        return 1
    sys.stdout.write(f"{len(TABLES)} tables, {evidence.row_count} rows, no faults\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
