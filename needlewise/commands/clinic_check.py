"""Check a clinic's settings file: print every fault and exit 1, or what was read and exit 0."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from needlewise.clinic.settings import WEEKDAYS, Clinic, check
from needlewise.evidence.reading.load import load
from needlewise.words import join_list


def summary(clinic: Clinic) -> str:
    """What the file says, so that an owner sees what was understood."""
    parts = [
        f"offers {len(clinic.offered)} treatments" if clinic.offered else "does not say what it offers",
        f"{len(clinic.fees.visit)} fees in {clinic.fees.currency}" if clinic.fees else "no fees",
        f"{len(clinic.usual)} usual courses",
        f"open {join_list([WEEKDAYS[day] for day in sorted(clinic.opening_days)])}"
        if clinic.opening_days
        else "no opening days",
        f"may be shown on {join_list(clinic.embed_on)}" if clinic.embed_on else "shown on no other website",
    ]
    return f"{clinic.name}: {'; '.join(parts)}. No faults."


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The settings file."""
    parser.add_argument("file", type=Path, help="a settings file, such as clinic.toml")


def run(asked: argparse.Namespace) -> int:
    """Print the faults by field, or what was understood."""
    path: Path = asked.file
    clinic, faults = check(path, load())
    if clinic is None:
        for fault in faults:
            sys.stdout.write(f"{fault}\n")
        sys.stdout.write(f"{len(faults)} fault{'s' if len(faults) != 1 else ''} in {path}\n")
        return 1
    sys.stdout.write(f"{summary(clinic)}\n")
    return 0
