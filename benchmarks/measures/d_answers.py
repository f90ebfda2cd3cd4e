"""What one answer costs the server on Compare, Right for me? and What matters to me, beside another concern on Explore.

One user drives the pages over the websocket, as in `b_load.py`; the kinds of answers take turns. What is measured is
the
server's processor time: it is free of the waits that `b_load.py` tells of. An answer is not given again until others
were,
so no page lives from messages that its browser still holds; options are ever such as nobody asked for together before.
A page's ratio is that of its dearest kind of answer.
"""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass
from itertools import chain, combinations, cycle, islice
from statistics import median

from benchmarks.client import CONCERN_KEY, Answer, PageFaultError, Tab
from benchmarks.measures import Bench
from benchmarks.measures.d_priorities import CONCERN, OPTIONS, PICKED
from benchmarks.results import Figure, Outcome, Ratio
from benchmarks.servers import Server
from needlewise.decision.compare.choice import MOST, TOPICS
from needlewise.evidence.reading.load import load
from needlewise.words import say

WARM_UP = 21
"""Answers of each kind before the clock starts, so that what depends on the evidence only is kept already."""
ANSWERS = 54
"""Answers of one kind in a row: enough for the clock of processor time, which ticks a hundred times a second."""
TURNS = 5
GOAL = 1.5
"""An answer takes at most this many times the processor time of another concern on Explore."""

Step = tuple[str, Answer]


@dataclass(frozen=True)
class Kind:
    """One kind of answer: the way there in a fresh tab, and the answers, given one after another."""

    page: str
    what: str
    ready: Callable[[Tab], Awaitable[object]]
    steps: Sequence[Step]


def _names(option_ids: Sequence[str]) -> tuple[str, ...]:
    return tuple(load().treatments[name].name for name in option_ids)


async def _open(tab: Tab, path: str) -> None:
    await tab.load(path, {CONCERN_KEY: (load().concerns[CONCERN].name,), "options": _names(OPTIONS)})


async def _explore(tab: Tab) -> None:
    await _open(tab, "")


async def _compare(tab: Tab) -> None:
    await _open(tab, "compare")


async def _compare_told(tab: Tab) -> None:
    """Compare after the skin type was told on Right for me?: the row on skin tone is another one."""
    await _open(tab, "suitability")
    await tab.answer("suitability_skin", (tab.widget("suitability_skin").options[4],))
    await tab.go("compare")


_SCOPE = "suitability_scope_mine"


async def _suitability_mine(tab: Tab) -> None:
    """The options compared; the address names some."""
    await _open(tab, "suitability")
    await tab.answer("suitability_skin", (tab.widget("suitability_skin").options[4],))


async def _suitability(tab: Tab) -> None:
    """All options of the concern."""
    await _suitability_mine(tab)
    await tab.answer(_SCOPE, (tab.widget(_SCOPE).options[1],))


async def _suitability_all(tab: Tab) -> None:
    await _suitability_mine(tab)
    await tab.answer(_SCOPE, (tab.widget(_SCOPE).options[2],))


async def _pick(tab: Tab, names: Sequence[str]) -> None:
    await _open(tab, "priorities")
    for place in range(len(names)):
        await tab.answer(f"priorities_picked_{CONCERN}", _criteria(names[: place + 1]))


async def _priorities(tab: Tab) -> None:
    await _pick(tab, PICKED)
    for name in PICKED[1:]:
        await tab.answer(f"priorities_give_{name}", None)


async def _no_points(tab: Tab) -> None:
    await _pick(tab, PICKED)


async def _own(tab: Tab) -> None:
    """One of the six is the person's own, with a score for each option."""
    mine = (*PICKED[:-1], "own")
    await _pick(tab, mine)
    for name in mine[1:]:
        await tab.answer(f"priorities_give_{name}", None)
    for option in OPTIONS:
        await tab.answer(f"priorities_own_{option}_{CONCERN}", ("5",))


def _criteria(names: Sequence[str]) -> tuple[str, ...]:
    return tuple(say(f"priorities-name-{name}", group=load().concerns[CONCERN].group) for name in names)


def _ticks(names: Sequence[str]) -> list[tuple[str, ...]]:
    """Every set of one to three of these conditions."""
    labels = [say(f"condition-{name}") for name in names]
    return list(chain.from_iterable(combinations(labels, count) for count in (1, 2, 3)))


def every_kind() -> list[Kind]:
    """Every kind of answer that is measured, another concern on Explore first."""
    evidence = load()
    concerns: list[Step] = [(CONCERN_KEY, (concern.name,)) for concern in evidence.concerns.values()]
    ids = [option.treatment_id for option in evidence.options(CONCERN)]
    options: list[Step] = [("options", _names(chosen)) for chosen in combinations(ids, MOST)]
    # A step without a common factor with their number: two in a row share few options.
    options = [options[place * 277 % len(options)] for place in range(len(options))]
    topics: list[Step] = [("compare_first", (say(f"compare-topic-{topic}"),)) for topic in TOPICS]
    tones: list[Step] = [("compare_skin", (say(f"skin-short-{tone}"),)) for tone in range(7)]
    skin: list[Step] = [("suitability_skin", (say(f"suitability-skin-{tone}"),)) for tone in range(7)]
    medicines = ("anticoagulants", "isotretinoin", "immunosuppression", "photosensitivity")
    ticks: list[Step] = [("suitability_skin_medicines", labels) for labels in _ticks(medicines)]
    all_ticks: list[Step] = [("suitability_all_medicines", labels) for labels in _ticks(medicines)]
    points: list[Step] = [(f"priorities_points_certainty_{CONCERN}", float(value)) for value in range(0, 101, 5)]
    picks: list[Step] = [
        (f"priorities_picked_{CONCERN}", _criteria(chosen)) for chosen in combinations(PICKED, len(PICKED) - 1)
    ]
    scores: list[Step] = [(f"priorities_own_microneedling_{CONCERN}", (str(score),)) for score in range(11)]
    moves: list[Step] = [(f"priorities_{way}_improvement", None) for way in ("down", "up")]
    return [
        Kind("Explore", "another concern", _explore, concerns),
        Kind("Compare", "other options", _compare, options[::2]),
        Kind("Compare", "another first question", _compare, topics),
        Kind("Compare", "other options, skin type told", _compare_told, options[1::2]),
        Kind("Compare", "another skin type", _compare, tones),
        Kind("Right for me?", "another skin type", _suitability, skin),
        Kind("Right for me?", "one tick, the options compared", _suitability_mine, ticks),
        Kind("Right for me?", "one tick", _suitability, ticks),
        Kind("Right for me?", "one tick, all options shown", _suitability_all, all_ticks),
        Kind("What matters to me", "another number", _priorities, points),
        Kind("What matters to me", "another thing that matters", _priorities, picks),
        Kind("What matters to me", "another order", _priorities, moves),
        Kind("What matters to me", "another order, no points given", _no_points, moves),
        Kind("What matters to me", "another score of one's own", _own, scores),
        Kind("What matters to me", "other options", _priorities, options),
    ]


async def _give(tab: Tab, steps: Sequence[Step]) -> None:
    before = ""
    for key, answer in steps:
        run = await tab.answer(key, answer)
        if run.digest == before:
            raise PageFaultError(f"an answer to {key} changed nothing on the page")
        before = run.digest


async def _drive(server: Server, kinds: Sequence[Kind], answers: int, turns: int) -> list[float]:
    """Return the median processor time of one answer of each kind, milliseconds."""
    async with AsyncExitStack() as stack:
        tabs = [await stack.enter_async_context(Tab(server.port)) for _ in kinds]
        taken: list[list[float]] = [[] for _ in kinds]
        endless = [cycle(kind.steps) for kind in kinds]
        for tab, kind, steps in zip(tabs, kinds, endless, strict=True):
            await kind.ready(tab)
            await _give(tab, list(islice(steps, WARM_UP)))
        for _ in range(turns):
            for tab, steps, times in zip(tabs, endless, taken, strict=True):
                now = list(islice(steps, answers))
                before = server.processor_time()
                await _give(tab, now)
                times.append((server.processor_time() - before) / answers * 1000)
    return [median(times) for times in taken]


def measure(bench: Bench) -> Outcome:
    """Give every kind of answer in turns and compare each page's dearest with Explore."""
    kinds = every_kind()
    turns = 1 if bench.quick else TURNS
    taken = asyncio.run(_drive(bench.app, kinds, ANSWERS, turns))
    explore = taken[0]
    dearest: dict[str, float] = {}
    for kind, time in zip(kinds, taken, strict=True):
        dearest[kind.page] = max(time, dearest.get(kind.page, 0.0))
    return Outcome(
        figures=[
            Figure(f"processor time of an answer, {kind.page}: {kind.what}", "ms", bench.app.name, time, 2)
            for kind, time in zip(kinds, taken, strict=True)
        ],
        ratios=[
            Ratio(f"one answer, {page} / another concern on Explore", time / explore, GOAL, "at most")
            for page, time in dearest.items()
            if page != kinds[0].page
        ],
    )
