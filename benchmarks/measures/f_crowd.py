"""A crowd on a server just started: everyone opens the first page at the same moment, and stays.

The app and the bare page are started anew for it, in turns, each alone. Neither has had a visitor; the app says by
itself when
it is ready, and nobody comes before that. A tab that is not answered within the client's limit fails the run.
"""

import asyncio
import resource
import tempfile
from collections.abc import Callable
from contextlib import AbstractContextManager, AsyncExitStack
from dataclasses import dataclass
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter

from benchmarks.client import Tab
from benchmarks.load import options_of
from benchmarks.measures import Bench
from benchmarks.results import Figure, Outcome, Ratio
from benchmarks.servers import Server, serve_app, serve_bare

CROWD, TURNS = 200, 3
HANDLES = 8192
"""Open files a server may have, where the machine allows it: a session takes about four."""
TIME_GOAL, MEMORY_GOAL = 3.0, 350.0
"""The slow end waits at most this many times as long as on the bare page; megabytes of the server at its fullest."""


@dataclass(frozen=True)
class _Met:
    """What the crowd met."""

    p50: float
    p95: float
    """Seconds from opening the connection until the page was drawn: the median, and what 95 of 100 did not exceed."""
    memory: float
    peak: float
    """Resident memory of the server with everyone there, and the most it ever was, MB."""


async def _come(stack: AsyncExitStack, port: int) -> float:
    started = perf_counter()
    tab = await stack.enter_async_context(Tab(port))
    await tab.load()
    return perf_counter() - started


async def _all_at_once(server: Server, crowd: int) -> _Met:
    async with AsyncExitStack() as stack:
        waits = await asyncio.gather(*(_come(stack, server.port) for _ in range(crowd)))
        percentiles = quantiles(waits, n=100, method="inclusive")
        return _Met(percentiles[49], percentiles[94], server.memory(), server.peak_memory())


def _turn(serve: Callable[[Path], AbstractContextManager[Server]], crowd: int) -> _Met:
    with tempfile.TemporaryDirectory(prefix="needlewise-crowd-") as scratch, serve(Path(scratch)) as server:
        return asyncio.run(_all_at_once(server, crowd))


def measure(bench: Bench) -> Outcome:
    """Let the crowd come to a fresh app and a fresh bare page in turns."""
    # What is started from here inherits it.
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(
        resource.RLIMIT_NOFILE, (HANDLES if most == resource.RLIM_INFINITY else min(HANDLES, most), most)
    )
    crowd, turns = (40, 1) if bench.quick else (CROWD, TURNS)
    options = asyncio.run(options_of(bench.app.port))
    subjects: dict[str, Callable[[Path], AbstractContextManager[Server]]] = {
        bench.app.name: lambda scratch: serve_app(bench.script, scratch),
        bench.bare.name: lambda scratch: serve_bare(options, scratch),
    }
    met: dict[str, list[_Met]] = {name: [] for name in subjects}
    for _ in range(turns):
        for name, serve in subjects.items():
            met[name].append(_turn(serve, crowd))
    who = f"{crowd} visitors at once on a server just started"
    figures: list[Figure] = []
    for name, crowds in met.items():
        figures += [
            Figure(f"{who}: median first page", "ms", name, median(one.p50 for one in crowds) * 1000, 0),
            Figure(f"{who}: 95th percentile", "ms", name, median(one.p95 for one in crowds) * 1000, 0),
            Figure(f"{who}: memory", "MB", name, max(one.memory for one in crowds), 0),
            Figure(f"{who}: memory at its fullest", "MB", name, max(one.peak for one in crowds), 0),
        ]
    app, bare = met[bench.app.name], met[bench.bare.name]
    # Each turn is its own pair: a slow minute of the machine meets both pages of it.
    slower = median(one.p95 / other.p95 for one, other in zip(app, bare, strict=True))
    fullest = max(one.peak for one in app)
    return Outcome(
        figures=figures,
        ratios=[
            Ratio("95th percentile of the crowd's first page, app / bare", slower, TIME_GOAL, "at most"),
            Ratio(f"memory with the crowd / {MEMORY_GOAL:g} MB", fullest / MEMORY_GOAL, 1.0, "at most"),
        ],
    )
