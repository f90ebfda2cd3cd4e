"""`make load`: visitors as they come to a public page, through one replica and through three.

Bounded, and on loopback only. Unlike `make bench`, which asks how dear one answer is, visitors here read and think
between two taps. Times are those of this machine while it also makes the visitors, so a figure stands with its load.
"""

import argparse
import asyncio
import os
import random
import sys
import tempfile
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine, Iterator
from contextlib import AbstractContextManager, AsyncExitStack, asynccontextmanager, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter

import streamlit

from benchmarks.client import PageFaultError, Tab
from benchmarks.cluster import Replica, cluster, replicas

RESULTS = Path(__file__).with_name("load.md")
CONCERNS = ("acne_scars", "low_back_pain", "stretch_marks", "neck_pain")
_FAULTS = (PageFaultError, OSError, TimeoutError)
# Reading takes from 5 to 35 seconds, 20 in the mean: quick beside real readers, so that the figure is on the safe side.
THINK = (5.0, 35.0)
"""Seconds between two taps of one visitor."""


@dataclass(frozen=True)
class Size:
    """How large a run is."""

    visitors: int
    seconds: float
    passing: int
    """Sessions that come and go, for the memory over time."""
    papers: int


WHOLE = Size(visitors=200, seconds=150, passing=2_000, papers=20)
SHORT = Size(visitors=200, seconds=40, passing=300, papers=20)


@dataclass
class Told:
    """What visitors met: seconds of each answer, and what went wrong."""

    seconds: list[float] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    async def time(self, answer: Awaitable[object]) -> None:
        """Wait for an answer and note how long it took."""
        started = perf_counter()
        await answer
        self.seconds.append(perf_counter() - started)

    def p95(self) -> float:
        """The time within which 95 of 100 answers came, in milliseconds."""
        return 1000 * quantiles(self.seconds, n=100, method="inclusive")[94]

    def median(self) -> float:
        """The median, in milliseconds."""
        return 1000 * median(self.seconds)


@dataclass(frozen=True)
class Line:
    """One measured thing."""

    what: str
    value: str


class Place:
    """Where visitors go: one replica, or Caddy before several."""

    def __init__(self, port: int, served: list[Replica], *, secure: bool) -> None:
        self._port, self._secure, self.served = port, secure, served

    def tab(self) -> Tab:
        """A new visitor's tab."""
        return Tab(self._port, secure=self._secure)

    def memory(self) -> float:
        """Resident memory of all replicas, in MB."""
        return sum(replica.memory() for replica in self.served)


@contextmanager
def one(folder: Path) -> Iterator[Place]:
    """One replica, asked without a proxy."""
    with replicas(1, folder) as made:
        yield Place(made[0].port, made, secure=False)


@contextmanager
def cold(folder: Path) -> Iterator[Place]:
    """One replica that answers, but has not warmed up yet."""
    with replicas(1, folder, warm=False) as made:
        yield Place(made[0].port, made, secure=False)


@contextmanager
def three(folder: Path) -> Iterator[Place]:
    """Three replicas behind Caddy, over TLS."""
    with cluster(3, folder) as made:
        yield Place(made.https_port, made.replicas, secure=True)


@asynccontextmanager
async def _visitor(place: Place, told: Told) -> AsyncIterator[Tab]:
    """A tab; what goes wrong in it is one error, told in words."""
    try:
        async with place.tab() as tab:
            yield tab
    except _FAULTS as fault:
        told.errors.append(f"{type(fault).__name__}: {fault}"[:200])


async def _read_and_tap(place: Place, told: Told, chance: random.Random, until: float) -> None:
    """One visitor: opens a page, thinks, chooses another concern or opens another page, thinks."""
    await asyncio.sleep(chance.uniform(0, THINK[1]))
    async with _visitor(place, told) as tab:
        await told.time(tab.load("", {"concern": (chance.choice(CONCERNS),)}))
        while True:
            await asyncio.sleep(chance.uniform(*THINK))
            if perf_counter() > until:
                return
            if chance.random() < 0.6:
                await told.time(tab.choose(chance.choice(tab.picker.options)))
            else:
                await told.time(tab.go(chance.choice(("compare", "suitability", "plan", "priorities"))))


async def think(place: Place, size: Size) -> list[Line]:
    """Visitors who read: how long answers take, what fails, and what they cost in memory."""
    told, before = Told(), place.memory()
    most = before
    until = perf_counter() + THINK[1] + size.seconds
    crowd = [
        asyncio.ensure_future(_read_and_tap(place, told, random.Random(number), until))  # noqa: S311 -- no secret
        for number in range(size.visitors)
    ]
    while not all(visitor.done() for visitor in crowd):
        await asyncio.sleep(1)
        most = max(most, place.memory())
    await asyncio.gather(*crowd)
    return [
        Line("visitors", f"{size.visitors}"),
        Line("answers", f"{len(told.seconds)}"),
        Line("errors", _errors(told)),
        Line("answer, median (ms)", f"{told.median():.0f}"),
        Line("answer, 95th percentile (ms)", f"{told.p95():.0f}"),
        Line("memory before / most / after (MB)", f"{before:.0f} / {most:.0f} / {place.memory():.0f}"),
    ]


async def burst(place: Place, size: Size) -> list[Line]:
    """Everyone opens the first page at the same moment, on a server that has not warmed up."""
    told = Told()

    async def come(number: int) -> None:
        async with _visitor(place, told) as tab:
            await told.time(tab.load("", {"concern": (CONCERNS[number % len(CONCERNS)],)}))
            await asyncio.sleep(0)

    started = perf_counter()
    await asyncio.gather(*(come(number) for number in range(size.visitors)))
    return [
        Line("visitors at once", f"{size.visitors}"),
        Line("errors", _errors(told)),
        Line("first page, median (s)", f"{told.median() / 1000:.1f}"),
        Line("first page, 95th percentile (s)", f"{told.p95() / 1000:.1f}"),
        Line("all served after (s)", f"{perf_counter() - started:.1f}"),
        Line("memory (MB)", f"{place.memory():.0f}"),
    ]


_AT_ONCE = 10
_WARM = 0.25


async def passing(place: Place, size: Size) -> list[Line]:
    """Sessions that come, look at three things and go: memory must not grow with how many there were."""
    told, gate = Told(), asyncio.Semaphore(_AT_ONCE)
    seen: list[float] = []

    async def pass_by(number: int) -> None:
        async with gate, _visitor(place, told) as tab:
            await told.time(tab.load("", {"concern": (CONCERNS[number % len(CONCERNS)],)}))
            await told.time(tab.go("compare"))
            await told.time(tab.go("suitability"))
        if number % max(1, size.passing // 40) == 0:
            seen.append(place.memory())

    await asyncio.gather(*(pass_by(number) for number in range(size.passing)))
    warm = seen[int(len(seen) * _WARM) :]
    first, last = median(warm[: len(warm) // 4]), median(warm[-len(warm) // 4 :])
    return [
        Line("sessions, ten at once", f"{size.passing}"),
        Line("errors", _errors(told)),
        Line("answer, 95th percentile (ms)", f"{told.p95():.0f}"),
        Line("memory after a quarter of them / at the end (MB)", f"{first:.0f} / {last:.0f}"),
        Line("grown by", f"{100 * (last / first - 1):+.1f} % (at most 5 %)"),
    ]


async def papers(place: Place, size: Size) -> list[Line]:
    """So many PDFs asked for at the same moment, and one visitor who chooses concerns meanwhile."""
    told, beside = Told(), Told()
    async with AsyncExitStack() as stack:
        tabs = [await stack.enter_async_context(place.tab()) for _ in range(size.papers)]
        reader = await stack.enter_async_context(place.tab())
        for number, tab in enumerate(tabs):
            await tab.load("take_home", {"concern": (CONCERNS[number % len(CONCERNS)],)})
        await reader.load("", {"concern": (CONCERNS[0],)})
        made = asyncio.gather(*(told.time(tab.answer("take_home_pdf", None)) for tab in tabs))
        for label in reader.picker.options * 5:
            if made.done():
                break
            await beside.time(reader.choose(label))
        await made
    return [
        Line("PDFs at once", f"{size.papers}"),
        Line("errors", _errors(told)),
        Line("PDF, median / slowest (s)", f"{told.median() / 1000:.1f} / {max(told.seconds):.1f}"),
        Line("another visitor's answer meanwhile, slowest (ms)", f"{1000 * max(beside.seconds, default=0):.0f}"),
    ]


Where = Callable[[Path], AbstractContextManager[Place]]
What = Callable[[Place, Size], Coroutine[None, None, list[Line]]]


def _errors(told: Told) -> str:
    return f"{len(told.errors)}" + (f" ({told.errors[0]})" if told.errors else "")


MEASURES: dict[str, tuple[str, Where, What]] = {
    "think-1": ("Visitors who read, one replica", one, think),
    "think-3": ("Visitors who read, three replicas behind Caddy", three, think),
    "passing": ("Sessions that come and go, one replica", one, passing),
    "papers": ("PDFs at once, one replica", one, papers),
    "burst": ("Everyone at once on a cold server, one replica", cold, burst),
}


def measure(name: str, size: Size) -> str:
    """One part, as a table of Markdown."""
    title, where, what = MEASURES[name]
    with tempfile.TemporaryDirectory(prefix="needlewise-load-") as folder:
        before = os.getloadavg()[0]
        with where(Path(folder)) as place:
            lines = asyncio.run(what(place, size))
    table = "\n".join(f"| {line.what} | {line.value} |" for line in lines)
    return f"### {title}\n\nLoad of the machine before: {before:.1f}.\n\n| measured | |\n| --- | ---: |\n{table}\n"


def main() -> int:
    """Measure, print, and write `load.md` when all was measured whole."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.crowd", description=__doc__)
    parser.add_argument("--short", action="store_true", help="a few minutes; writes nothing")
    parser.add_argument(
        "--only", nargs="*", default=[], choices=list(MEASURES), help="these parts only; writes nothing"
    )
    asked = parser.parse_args()
    size = SHORT if asked.short else WHOLE
    told = []
    for name in asked.only or MEASURES:
        sys.stderr.write(f"measuring {name} ...\n")
        told.append(measure(name, size))
        sys.stdout.write(f"{told[-1]}\n")
        sys.stdout.flush()
    if not asked.short and not asked.only:
        RESULTS.write_text(_document(told), encoding="utf-8")
    return int(any("| errors | 0 |" not in part for part in told))


def _document(told: list[str]) -> str:
    machine = f"{os.cpu_count()} cores, which also make the visitors and run Caddy"
    python = ".".join(str(part) for part in sys.version_info[:3])
    day = f"{datetime.now(UTC):%Y-%m-%d %H:%M} UTC"
    head = f"{machine}; Python {python}, Streamlit {streamlit.__version__}; {day}. Written by `make load`."
    return f"# Under a crowd\n\n{head}\n\n" + "\n".join(told)


if __name__ == "__main__":
    sys.exit(main())
