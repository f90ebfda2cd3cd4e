"""`python -m needlewise.evidence check [FOLDER]`: print every fault and exit 1, or one line and exit 0.

`python -m needlewise.evidence count [FOLDER]`: print the counts that `data/README.md` holds, ready to be put there.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from needlewise import DATA_FOLDER
from needlewise.evidence.counts import all_counts
from needlewise.evidence.load import check
from needlewise.evidence.rows import TABLES


def main(arguments: list[str] | None = None) -> int:
    """Run the command; returns the exit code."""
    parser = argparse.ArgumentParser(prog="python -m needlewise.evidence", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    for name, told in (("check", "check a folder of tables"), ("count", "print the counts that its README.md holds")):
        command = commands.add_parser(name, help=told)
        command.add_argument("folder", nargs="?", type=Path, default=DATA_FOLDER)
    asked = parser.parse_args(arguments)
    folder: Path = asked.folder
    evidence, faults = check(folder)
    if evidence is None:
        for fault in faults:
            sys.stdout.write(f"{fault}\n")
        sys.stdout.write(f"{len(faults)} fault{'s' if len(faults) != 1 else ''} in {folder}\n")
        return 1
    if asked.command == "count":
        sys.stdout.write("\n\n".join(all_counts(evidence)) + "\n")
        return 0
    sys.stdout.write(f"{len(TABLES)} tables, {evidence.row_count} rows, no faults\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
