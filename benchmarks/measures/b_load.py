"""Interactions a second, latency, processor time and bytes under one user and under twenty.

Processor time stands beside the rates because a small page spends most of each interaction waiting, not working: under
`streamlit run` the listening socket does not turn off Nagle's algorithm, so small messages wait for the other side's
delayed acknowledgement, about 40 ms. The processor time is free of such waits.

The pages take turns, so that a slow minute of the machine meets all of them; a page's figure is the median of its
turns.
"""

import asyncio
from dataclasses import dataclass
from statistics import median

from benchmarks.load import WARM_UP, Load, LoadResult, drive, warm
from benchmarks.measures import Bench
from benchmarks.results import Figure, Outcome, Ratio
from benchmarks.servers import Server

ONE = Load(users=1, interactions=108, seconds=15)
TWENTY = Load(users=20, interactions=54, seconds=20)
TURNS = 3
BARE_GOAL = 0.5
"""The app keeps at least this share of the bare page's interactions a second."""
NAIVE_GOAL = 10.0
"""The app serves at least this many times the naive page's interactions a second."""
BUSY = 0.9
"""Share of a core above which the load generator may itself be what limits."""


@dataclass(frozen=True)
class _Turn:
    """One page driven once."""

    result: LoadResult
    work: float
    """The server's processor time for one interaction, milliseconds."""


def _turn(server: Server, load: Load) -> _Turn:
    before = server.processor_time()
    result = asyncio.run(drive(server.port, load))
    runs = result.interactions + load.users * (WARM_UP + 1)
    return _Turn(result, (server.processor_time() - before) / runs * 1000)


def _turns(bench: Bench, load: Load, turns: int) -> dict[str, list[_Turn]]:
    taken: dict[str, list[_Turn]] = {server.name: [] for server in bench.pages}
    for _ in range(turns):
        for server in bench.pages:
            taken[server.name].append(_turn(server, load))
    return taken


def _figures(load: Load, taken: dict[str, list[_Turn]]) -> list[Figure]:
    crowd = "1 user" if load.users == 1 else f"{load.users} users"
    figures: list[Figure] = []
    for page, turns in taken.items():
        results = [turn.result for turn in turns]
        figures += [
            Figure(f"{crowd}: interactions", "per second", page, median(result.rate for result in results)),
            Figure(f"{crowd}: median interaction", "ms", page, median(result.p50 for result in results)),
            Figure(f"{crowd}: 95th percentile", "ms", page, median(result.p95 for result in results)),
            Figure(f"{crowd}: received for an interaction", "kB", page, results[0].bytes_each / 1000),
            Figure(f"{crowd}: processor time of an interaction", "ms", page, median(turn.work for turn in turns), 2),
        ]
    return figures


def measure(bench: Bench) -> Outcome:
    """Drive the three pages in turns and compare the rates at twenty users."""
    for server in bench.pages:
        asyncio.run(warm(server.port))
    turns = 1 if bench.quick else TURNS
    one, twenty = _turns(bench, ONE, 1), _turns(bench, TWENTY, turns)
    rate = {page: median(turn.result.rate for turn in taken) for page, taken in twenty.items()}
    busiest = max(turn.result.client_busy for taken in twenty.values() for turn in taken)
    remarks = [f"the load generator used at most {busiest:.0%} of a core"]
    if busiest > BUSY:
        remarks.append("so a faster load generator might have measured more")
    return Outcome(
        figures=[*_figures(ONE, one), *_figures(TWENTY, twenty)],
        ratios=[
            Ratio("interactions at 20 users, app / bare", rate["app"] / rate["bare"], BARE_GOAL, "at least"),
            Ratio("interactions at 20 users, app / naive", rate["app"] / rate["naive"], NAIVE_GOAL, "at least"),
        ],
        remarks=remarks,
    )
