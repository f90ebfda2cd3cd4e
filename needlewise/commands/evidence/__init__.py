"""Keep the evidence: add a study, undo it, see what is due, compare two versions, read again, release a version."""

from __future__ import annotations

import argparse
from typing import Protocol

from needlewise.commands.evidence import add, diff, read, release, review, undo


class _Part(Protocol):
    """What a module of this package offers. The first line of its docstring is its help."""

    __doc__: str | None

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        """Name what it may be given."""

    def run(self, asked: argparse.Namespace) -> int:
        """Do it; returns the exit code."""


_PARTS: dict[str, _Part] = {
    "add": add,
    "undo": undo,
    "review": review,
    "diff": diff,
    "read": read,
    "release": release,
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What is to be done with the evidence."""
    parts = parser.add_subparsers(dest="evidence_part", required=True)
    for name, module in _PARTS.items():
        told = (module.__doc__ or "").splitlines()[0]
        module.add_arguments(parts.add_parser(name, help=told, description=told))


def run(asked: argparse.Namespace) -> int:
    """Do the part that is named."""
    return _PARTS[asked.evidence_part].run(asked)
