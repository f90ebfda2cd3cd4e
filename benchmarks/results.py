"""What a measurement hands back, and how a run is printed and written into README.md."""

import platform
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.metadata import version
from os import cpu_count
from pathlib import Path
from typing import Literal

README = Path(__file__).resolve().parent / "README.md"
START, END = "<!-- results: start -->", "<!-- results: end -->"


@dataclass(frozen=True)
class Figure:
    """One measured number of one page."""

    what: str
    unit: str
    page: str
    value: float
    digits: int = 1


@dataclass(frozen=True)
class Ratio:
    """Two measured numbers set against each other, with the goal it is held to."""

    what: str
    value: float
    goal: float
    sense: Literal["at least", "at most"]

    @property
    def is_met(self) -> bool:
        """Whether the goal is reached."""
        return self.value >= self.goal if self.sense == "at least" else self.value <= self.goal


@dataclass(frozen=True)
class Outcome:
    """Everything one measurement found."""

    figures: Sequence[Figure]
    ratios: Sequence[Ratio]
    remarks: Sequence[str] = ()


def _processor() -> str:
    cpuinfo = Path("/proc/cpuinfo")
    if cpuinfo.exists():
        for line in cpuinfo.read_text(encoding="utf-8").splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    return platform.processor() or platform.machine()


def machine() -> str:
    """Return one line naming the machine, the versions and the time of the run."""
    return (
        f"{_processor()}, {cpu_count()} cores, {platform.system()}; Python {platform.python_version()}, "
        f"Streamlit {version('streamlit')}; {datetime.now(UTC):%Y-%m-%d %H:%M} UTC"
    )


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> list[str]:
    widths = [max(len(row[column]) for row in (head, *rows)) for column in range(len(head))]

    def line(cells: Sequence[str]) -> str:
        first, *rest = (
            cell.ljust(width) if at == 0 else cell.rjust(width)
            for at, (cell, width) in enumerate(zip(cells, widths, strict=True))
        )
        return f"| {' | '.join((first, *rest))} |"

    rule = ["-" * widths[0], *("-" * (width - 1) + ":" for width in widths[1:])]
    return [line(head), line(rule), *(line(row) for row in rows)]


def render(outcomes: Sequence[Outcome]) -> str:
    """Return the run as Markdown: machine, figures a page, ratios beside their goals, remarks."""
    figures = [figure for outcome in outcomes for figure in outcome.figures]
    ratios = [ratio for outcome in outcomes for ratio in outcome.ratios]
    pages = list(dict.fromkeys(figure.page for figure in figures))
    cells: dict[str, dict[str, str]] = {}
    for figure in figures:
        row = cells.setdefault(f"{figure.what} ({figure.unit})", {})
        row[figure.page] = f"{figure.value:,.{figure.digits}f}"
    rows = [[what, *(row.get(page, "") for page in pages)] for what, row in cells.items()]
    goals = [[r.what, f"{r.value:.2f}", f"{r.sense} {r.goal:g}", "met" if r.is_met else "not met"] for r in ratios]
    remarks = [f"- {remark}" for outcome in outcomes for remark in outcome.remarks]
    parts = [[machine()], _table(["measured", *pages], rows), _table(["ratio", "value", "goal", ""], goals), remarks]
    return "\n\n".join("\n".join(part) for part in parts if part)


def write_readme(text: str) -> None:
    """Put `text` between the two marks in README.md; raises ValueError when a mark is missing."""
    page = README.read_text(encoding="utf-8")
    before, start, rest = page.partition(START)
    _, end, after = rest.partition(END)
    if not start or not end:
        raise ValueError(f"{README} lacks {START} or {END}")
    README.write_text(f"{before}{start}\n\n{text}\n\n{end}{after}", encoding="utf-8")
