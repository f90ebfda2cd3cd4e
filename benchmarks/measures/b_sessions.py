"""What an interaction costs while many others have the page open: with 1 session, and with 200 of which one is used.

Everyone has the page drawn, and one user goes through every concern. What is measured is the server's processor time:
the wait for others who tap at the same moment is in `b_load.py`.
"""

import asyncio
from contextlib import AsyncExitStack
from statistics import median

from benchmarks.client import Tab
from benchmarks.load import Load, drive, warm
from benchmarks.measures import Bench
from benchmarks.results import Figure, Outcome, Ratio
from benchmarks.servers import Server

SESSIONS = 200
ONE = Load(users=1, interactions=108, seconds=20)
TURNS = 3
GOAL = 1.2
"""With 200 sessions open an interaction takes at most this many times the processor time it takes alone."""


async def _used(server: Server, idle: int, turns: int) -> float:
    """The median processor time of one interaction, milliseconds, while `idle` other tabs are open."""
    async with AsyncExitStack() as stack:
        for _ in range(idle):
            tab = await stack.enter_async_context(Tab(server.port))
            await tab.load()
        times = []
        for _ in range(turns):
            before = server.processor_time()
            result = await drive(server.port, ONE)
            times.append((server.processor_time() - before) / result.interactions * 1000)
        return median(times)


def measure(bench: Bench) -> Outcome:
    """One user alone, then with the others there."""
    asyncio.run(warm(bench.app.port))
    idle, turns = (20, 1) if bench.quick else (SESSIONS - 1, TURNS)
    alone = asyncio.run(_used(bench.app, 0, turns))
    among = asyncio.run(_used(bench.app, idle, turns))
    what = "processor time of an interaction with"
    return Outcome(
        figures=[
            Figure(f"{what} 1 session open", "ms", bench.app.name, alone, 2),
            Figure(f"{what} {idle + 1} sessions open", "ms", bench.app.name, among, 2),
        ],
        ratios=[Ratio(f"{what} {idle + 1} sessions open / 1", among / alone, GOAL, "at most")],
    )
