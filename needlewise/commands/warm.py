"""Work out, step by step, what a server does when it warms up; exit 1 if the tables have faults."""

from __future__ import annotations

import argparse
import sys

from needlewise import DATA_FOLDER
from needlewise.commands.check import sound_evidence


def add_arguments(_: argparse.ArgumentParser) -> None:
    """Nothing: what is warmed is what would be served."""


def run(_: argparse.Namespace) -> int:
    """Print how many steps there are, each of them done, or the faults of the tables.

    What a step raises is shown as it is.

    A server that runs already is not touched: it warms itself.
    """
    if sound_evidence(DATA_FOLDER) is None:
        return 1
    # The other commands are quick because they do without them.
    from streamlit import logger  # noqa: PLC0415

    # Without a server it would warn of each thing it keeps that it does so in memory.
    logger.set_log_level("ERROR")
    from needlewise.server import warming  # noqa: PLC0415

    count = 0
    for step in warming.shared_by_all():
        step()
        count += 1
    sys.stdout.write(f"{count} steps, all done\n")
    return 0
