"""Time to work out courses on real dates for one concern: 20,000 for each of five options, on one core.

It needs no server and no browser. The calendar is the hard case: one weekday only, days kept free, an event. Numpy's
work
here is single-threaded, and the processor time is what is measured.
"""

from datetime import date, timedelta
from statistics import median
from time import process_time

from benchmarks.measures import Bench
from benchmarks.results import Figure, Outcome, Ratio
from needlewise.decision.plan.model import Figures, Span, Wishes
from needlewise.decision.plan.simulation import DRAWS, first_free, simulate
from needlewise.evidence.rules.ranges import Range

OPTIONS = 5
TURNS = 21
WEIGHT = 4.0
GOAL = 50.0
"""Milliseconds of one core for all five options."""
SPREAD = 0.01
"""Each turn moves every figure a little, so that no turn finds its values in a cache."""


def _range(low: float, typical: float, high: float) -> Range:
    return Range(low, typical, high, "studies", ())


def _turn(turn: int) -> float:
    """Return the processor time in milliseconds of one calendar and its five options."""
    start = date(2026, 12, 1)
    free_days = Span(start + timedelta(days=60), start + timedelta(days=74))
    wishes = Wishes(start, start + timedelta(days=193), (free_days,), (4,))
    began = process_time()
    for option in range(OPTIONS):
        more = turn * SPREAD + option
        figures = Figures(
            visits=_range(3, 4, 6 + option),
            apart=_range(14, 28 + more, 42 + more),
            marked=_range(1, 3 + more, 14 + more),
            weeks=_range(8, 17 + more, 26 + more),
            weight=WEIGHT,
        )
        courses = simulate(first_free(wishes, 14), figures)
        if len(courses.ready) != DRAWS:
            raise RuntimeError(f"{len(courses.ready)} courses instead of {DRAWS}")
    return (process_time() - began) * 1000


def measure(bench: Bench) -> Outcome:
    """Take the median of several turns after one that fills the orders of the drawn slices."""
    turns = [_turn(turn) for turn in range(1 + (3 if bench.quick else TURNS))][1:]
    took = median(turns)
    return Outcome(
        figures=[Figure(f"{DRAWS:,} courses on dates for each of {OPTIONS} options", "ms of one core", "app", took)],
        ratios=[Ratio(f"courses for {OPTIONS} options, ms of one core", took, GOAL, "at most")],
    )
