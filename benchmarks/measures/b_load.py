"""Interactions a second, latency and bytes under one user and under twenty.

The pages take turns, so that a slow minute of the machine meets all of them; a page's figure is the median of its turns.
"""

import asyncio
from statistics import median

from benchmarks.load import Load, LoadResult, drive, warm
from benchmarks.measures import Bench
from benchmarks.results import Figure, Outcome, Ratio

ONE = Load(users=1, interactions=108, seconds=15)
TWENTY = Load(users=20, interactions=54, seconds=20)
TURNS = 3
BARE_GOAL = 0.5
"""The app keeps at least this share of the bare page's interactions a second."""
NAIVE_GOAL = 10.0
"""The app serves at least this many times the naive page's interactions a second."""
BUSY = 0.9
"""Share of a core above which the load generator may itself be what limits."""


def _turns(bench: Bench, load: Load, turns: int) -> dict[str, list[LoadResult]]:
    results: dict[str, list[LoadResult]] = {server.name: [] for server in bench.pages}
    for _ in range(turns):
        for server in bench.pages:
            results[server.name].append(asyncio.run(drive(server.port, load)))
    return results


def _figures(load: Load, results: dict[str, list[LoadResult]]) -> list[Figure]:
    crowd = "1 user" if load.users == 1 else f"{load.users} users"
    figures: list[Figure] = []
    for page, turns in results.items():
        figures += [
            Figure(f"{crowd}: interactions", "per second", page, median(turn.rate for turn in turns)),
            Figure(f"{crowd}: median interaction", "ms", page, median(turn.p50 for turn in turns)),
            Figure(f"{crowd}: 95th percentile", "ms", page, median(turn.p95 for turn in turns)),
            Figure(f"{crowd}: received for an interaction", "kB", page, turns[0].bytes_each / 1000),
        ]
    return figures


def measure(bench: Bench) -> Outcome:
    """Drive the three pages in turns and compare the rates at twenty users."""
    for server in bench.pages:
        asyncio.run(warm(server.port))
    turns = 1 if bench.quick else TURNS
    one, twenty = _turns(bench, ONE, 1), _turns(bench, TWENTY, turns)
    rate = {page: median(result.rate for result in results) for page, results in twenty.items()}
    busiest = max(result.client_busy for results in twenty.values() for result in results)
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
