"""Take back the last step of `evidence add` or `evidence read`, if nothing was changed since."""

from __future__ import annotations

import argparse
from pathlib import Path

from needlewise import DATA_FOLDER
from needlewise.commands.evidence.shared import say_line
from needlewise.evidence.keeping.undo import step_back


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The folder."""
    parser.add_argument("--folder", type=Path, default=DATA_FOLDER, help="a folder of tables (default: ours)")


def run(asked: argparse.Namespace) -> int:
    """Put the files back as they stood."""
    try:
        told = step_back(asked.folder)
    except LookupError as error:
        say_line(f"Not undone: {error.args[0]}")
        return 1
    say_line(f"Undone: {told}")
    return 0
