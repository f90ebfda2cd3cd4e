"""Print the counts that `data/README.md` and `docs/method.md` hold, ready to be put there."""

from __future__ import annotations

import argparse
import sys

from needlewise.commands.check import add_arguments, sound_evidence
from needlewise.decision.method_counts import method_table
from needlewise.evidence.reading.counts import all_counts

__all__ = ["add_arguments", "run"]


def run(asked: argparse.Namespace) -> int:
    """Print the counts, or the faults of a folder that has any."""
    evidence = sound_evidence(asked.folder)
    if evidence is None:
        return 1
    sys.stdout.write("\n\n".join((*all_counts(evidence), method_table(evidence))) + "\n")
    return 0
