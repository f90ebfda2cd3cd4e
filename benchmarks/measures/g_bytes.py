"""What one interaction sends to a browser: another concern on Explore, for every concern, and every kind of answer.

As the messages are, and as they are sent: the websocket is compressed. No browser holds any of them already: an answer
is not given again until others were.
"""

import asyncio
from collections.abc import Sequence
from itertools import islice

from benchmarks.client import Run, Tab
from benchmarks.measures import Bench
from benchmarks.measures.d_answers import Kind, every_kind
from benchmarks.results import Figure, Outcome, Ratio
from benchmarks.servers import Server

ANSWERS = 18
"""Of each kind; on Explore every concern once."""
GOALS = {"Explore": 60.0, "Compare": 30.0, "Right for me?": 30.0, "What matters to me": 30.0}
"""At most so many kB for the heaviest interaction of a page, as sent."""


async def _heaviest(server: Server, kind: Kind) -> tuple[float, float]:
    """The most that one answer of a kind sent, in kB: as it is, and compressed."""
    async with Tab(server.port, weighs=True) as tab:
        await kind.ready(tab)
        runs: list[Run] = [await tab.answer(*step) for step in islice(kind.steps, ANSWERS)]
    # The first may be the concern that is there already, which sends little.
    return max(run.bytes_received for run in runs) / 1000, max(run.bytes_compressed for run in runs) / 1000


async def _all(server: Server, kinds: Sequence[Kind]) -> list[tuple[float, float]]:
    return [await _heaviest(server, kind) for kind in kinds]


def measure(bench: Bench) -> Outcome:
    """Weigh every kind of answer; a page's figure is that of its heaviest."""
    kinds = every_kind()
    weighed = asyncio.run(_all(bench.app, kinds))
    plain: dict[str, float] = {}
    sent: dict[str, float] = {}
    for kind, (as_is, compressed) in zip(kinds, weighed, strict=True):
        plain[kind.page] = max(as_is, plain.get(kind.page, 0.0))
        sent[kind.page] = max(compressed, sent.get(kind.page, 0.0))
    figures = [Figure(f"heaviest interaction, {page}", "kB", "app", value) for page, value in plain.items()]
    figures += [Figure(f"heaviest interaction, {page}, as sent", "kB", "app", value) for page, value in sent.items()]
    ratios = [
        Ratio(f"heaviest interaction as sent, {page} / {goal:g} kB", sent[page] / goal, 1.0, "at most")
        for page, goal in GOALS.items()
    ]
    return Outcome(figures=figures, ratios=ratios)
