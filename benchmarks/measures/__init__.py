"""The registry of measurements.

A module in this folder with a function `measure(bench: Bench) -> Outcome` is a measurement; a new file is all it takes
to add one. They run in the order of the modules' names.
"""

import importlib
import pkgutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks.results import Outcome
from benchmarks.servers import Server


@dataclass(frozen=True)
class Bench:
    """What a measurement is given: the three running pages and how thorough to be."""

    app: Server
    bare: Server
    naive: Server
    script: Path
    """The app's own script, for a measurement that starts it anew."""
    quick: bool
    """True for a try-out whose figures mean little."""

    @property
    def pages(self) -> tuple[Server, Server, Server]:
        """The three pages, the app first."""
        return self.app, self.bare, self.naive


def registered() -> Iterator[tuple[str, Callable[[Bench], Outcome]]]:
    """Yield each measurement's name and function."""
    for module in sorted(pkgutil.iter_modules(__path__), key=lambda found: found.name):
        yield module.name, importlib.import_module(f"{__name__}.{module.name}").measure
