"""The commands: `needlewise serve | check | count | clinic-check | warm | evidence`.

`python -m needlewise ...` is the same in a checkout.
"""

from __future__ import annotations

import argparse
from typing import Protocol

from needlewise import __version__
from needlewise.commands import check, clinic_check, count, evidence, serve, warm


class Command(Protocol):
    """What a module of `needlewise/commands/` offers. The first line of its docstring is its help."""

    __doc__: str | None

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        """Name what the command may be given."""

    def run(self, asked: argparse.Namespace) -> int:
        """Do it; returns the exit code."""


COMMANDS: dict[str, Command] = {
    "serve": serve,
    "check": check,
    "count": count,
    "clinic-check": clinic_check,
    "warm": warm,
    "evidence": evidence,
}


def main(arguments: list[str] | None = None) -> int:
    """Run the command that is named; returns the exit code."""
    parser = argparse.ArgumentParser(
        prog="needlewise", description="What needling can do, next to the alternatives, with a source for every number."
    )
    parser.add_argument("--version", action="version", version=f"Needlewise {__version__}")
    commands = parser.add_subparsers(dest="command", required=True)
    for name, module in COMMANDS.items():
        told = (module.__doc__ or "").splitlines()[0]
        module.add_arguments(commands.add_parser(name, help=told, description=told))
    asked = parser.parse_args(arguments)
    return COMMANDS[asked.command].run(asked)


if __name__ == "__main__":
    raise SystemExit(main())
