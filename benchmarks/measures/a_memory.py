"""Memory that one more open session costs the server.

It comes first, while the servers are fresh: after the load, memory that was freed but kept would hide the cost.
"""

import asyncio
from contextlib import AsyncExitStack

from benchmarks.load import Load, drive, hold, warm
from benchmarks.measures import Bench
from benchmarks.results import Figure, Outcome
from benchmarks.servers import Server

FIRST = 10
"""Sessions opened before the first reading, so that imports, caches and thread pools are not counted."""


async def _per_session(server: Server, extra: int) -> tuple[float, float]:
    """Return the resident memory before (MB) and the memory of each of `extra` further sessions (MB)."""
    await warm(server.port)
    await drive(server.port, Load(users=FIRST, interactions=2, seconds=20))
    async with AsyncExitStack() as stack:
        await hold(stack, server.port, FIRST)
        before = server.memory()
        await hold(stack, server.port, extra)
        after = server.memory()
    return before, (after - before) / extra


def measure(bench: Bench) -> Outcome:
    """Measure the three pages one after another."""
    extra = 10 if bench.quick else 60
    figures: list[Figure] = []
    for server in bench.pages:
        before, each = asyncio.run(_per_session(server, extra))
        figures.append(Figure(f"memory with {FIRST} sessions", "MB", server.name, before, 0))
        figures.append(Figure("memory of one more session", "MB", server.name, each, 2))
    return Outcome(figures, ratios=())
