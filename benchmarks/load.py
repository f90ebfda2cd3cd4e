"""The load: a number of simulated users, each going through every concern in turn as fast as answers come.

It runs in the harness's process, which serves nothing: every server under test is a process of its own.
"""

import asyncio
from contextlib import AsyncExitStack
from dataclasses import dataclass
from itertools import islice
from statistics import quantiles
from time import perf_counter, process_time

from benchmarks.client import PageFaultError, Run, Tab

WARM_UP = 3
"""Interactions of each user before the clock starts."""


@dataclass(frozen=True)
class Load:
    """How hard one page is driven."""

    users: int
    interactions: int
    """Interactions of each user."""
    seconds: float
    """No interaction is started later than this many seconds after the first."""


@dataclass(frozen=True)
class LoadResult:
    """What one page did under one load."""

    interactions: int
    rate: float
    """Interactions a second, all users together."""
    p50: float
    """Median interaction, milliseconds."""
    p95: float
    """95th percentile, milliseconds."""
    bytes_each: float
    """Bytes received on the websocket for one interaction."""
    client_busy: float
    """Share of one core that the load generator itself used, 0 to 1: near 1 means that it, not the page, was slow."""


async def options_of(port: int) -> tuple[str, ...]:
    """Return the labels of the concern picker on the page at `port`."""
    async with Tab(port) as tab:
        await tab.load()
        return tab.picker.options


async def warm(port: int) -> None:
    """Go through every concern once, so that caches are full.

    Raises PageFaultError when choices do not change the page: a page that ignores its picker would look fast.
    """
    async with Tab(port) as tab:
        await tab.load()
        options = tab.picker.options
        drawn = {(await tab.choose(label)).digest for label in options}
        if len(drawn) < len(options):
            raise PageFaultError(f"{len(options)} choices drew only {len(drawn)} different pages")


async def _use(tab: Tab, first: int, interactions: int, deadline: float) -> list[Run]:
    options = tab.picker.options
    runs: list[Run] = []
    for step in range(interactions):
        if perf_counter() > deadline:
            break
        runs.append(await tab.choose(options[(first + step) % len(options)]))
    return runs


async def drive(port: int, load: Load) -> LoadResult:
    """Drive the page at loopback `port` and return what was measured."""
    async with AsyncExitStack() as stack:
        tabs = [await stack.enter_async_context(Tab(port)) for _ in range(load.users)]
        await asyncio.gather(*(tab.load() for tab in tabs))
        no_deadline = float("inf")
        await asyncio.gather(*(_use(tab, user, WARM_UP, no_deadline) for user, tab in enumerate(tabs)))
        busy, started = process_time(), perf_counter()
        deadline = started + load.seconds
        done = await asyncio.gather(
            *(_use(tab, user + WARM_UP, load.interactions, deadline) for user, tab in enumerate(tabs))
        )
        elapsed, busy = perf_counter() - started, process_time() - busy
    runs = [run for user_runs in done for run in user_runs]
    percentiles = quantiles((run.seconds * 1000 for run in runs), n=100, method="inclusive")
    return LoadResult(
        interactions=len(runs),
        rate=len(runs) / elapsed,
        p50=percentiles[49],
        p95=percentiles[94],
        bytes_each=sum(run.bytes_received for run in runs) / len(runs),
        client_busy=busy / elapsed,
    )


async def hold(stack: AsyncExitStack, port: int, sessions: int) -> None:
    """Open `sessions` tabs, two interactions each, one after another; they stay open until `stack` closes."""
    for user in range(sessions):
        tab = await stack.enter_async_context(Tab(port))
        await tab.load()
        options = tab.picker.options
        for label in islice(options, user % len(options), None, max(1, len(options) // 2)):
            await tab.choose(label)
