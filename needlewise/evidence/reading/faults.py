"""What is wrong in the tables, told by file, line and column; all faults together are one error."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Fault:
    """One thing wrong in one cell (or one file): where it is, what stands there, what is expected."""

    file: str
    line: int
    column: str
    value: str
    expected: str

    def __str__(self) -> str:
        place = f"{self.file}, line {self.line}" if self.line else self.file
        column = f", column {self.column}" if self.column else ""
        value = self.value if len(self.value) <= 60 else self.value[:57] + "..."
        return f"{place}{column}: found {value!r}: {self.expected}"


class EvidenceError(Exception):
    """The tables hold faults; `faults` lists them all, in file and line order."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(sorted(set(faults)))
        super().__init__("\n".join(str(fault) for fault in self.faults))
