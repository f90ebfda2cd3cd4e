"""What one answer on What matters to me costs: the draws alone, and a whole rerun beside a rerun of Explore.

The draws are timed in this process, on four options and six criteria, the most the page weighs. The reruns are timed with
Streamlit's own test client, which runs the script without a browser or a network: the same client for both pages, in turns.
"""

import time
from collections.abc import Callable
from functools import partial
from statistics import median

from streamlit.testing.v1 import AppTest

from benchmarks.measures import Bench
from benchmarks.results import Figure, Outcome, Ratio
from benchmarks.servers import ROOT
from needlewise.decision import priorities as decision
from needlewise.evidence.load import load

CONCERN = "acne_scars"
OPTIONS = ("microneedling", "fractional_co2_laser", "superficial_peel", "no_treatment")
PICKED = ("downtime", "certainty", "improvement", "visits", "harm", "comfort")
FRAME = ROOT / "needlewise" / "ui" / "frame.py"
TURNS = 20
GOAL = 1.5
"""A rerun after one answer takes at most this many times as long as a rerun of Explore."""


def _milliseconds(step: Callable[[], object]) -> float:
    start = time.perf_counter()
    step()
    return (time.perf_counter() - start) * 1000


def _draws(turns: int) -> float:
    """Return the median time of one weighing, milliseconds; the points change every time."""
    table = decision.board(decision.measure(load(), CONCERN), OPTIONS)
    said = [[(name, 100.0 - place * (turn % 17)) for place, name in enumerate(PICKED)] for turn in range(turns + 1)]
    # The first fills the cache of draws.
    return median([_milliseconds(partial(decision.weigh, table, points)) for points in said][1:])


def _explore() -> AppTest:
    page = AppTest.from_file(FRAME, default_timeout=60)
    page.query_params["concern"] = CONCERN
    return page.run()


def _priorities() -> AppTest:
    page = _explore().switch_page(str(ROOT / "pages" / "priorities.py")).run()
    page = page.pills(key=f"priorities_picked_{CONCERN}").set_value(list(PICKED)).run()
    return page.button(key="priorities_give_certainty").click().run()


def _reruns(turns: int) -> tuple[float, float]:
    """Return the median rerun of Explore (another concern) and of this page (another number), milliseconds."""
    explore, priorities = _explore(), _priorities()
    names = [load().concerns[name].name for name in ("acne_scars", "stretch_marks")]
    times: tuple[list[float], list[float]] = ([], [])
    for turn in range(turns + 2):
        picker = explore.pills(key="concern").set_value(names[turn % 2])
        times[0].append(_milliseconds(picker.run))
        points = priorities.number_input(key=f"priorities_points_certainty_{CONCERN}").set_value(40 + turn % 2 * 5)
        times[1].append(_milliseconds(points.run))
    if explore.exception or priorities.exception:
        raise RuntimeError("a page shows an exception")
    # The first two runs fill the caches.
    return median(times[0][2:]), median(times[1][2:])


def measure(bench: Bench) -> Outcome:
    """Time the draws, and one answer on this page beside one on Explore."""
    turns = 4 if bench.quick else TURNS
    draws = _draws(turns)
    explore, priorities = _reruns(turns)
    return Outcome(
        figures=[
            Figure("priorities: 10,000 draws weighed", "ms", "app", draws),
            Figure("rerun without a browser: Explore", "ms", "app", explore),
            Figure("rerun without a browser: What matters to me", "ms", "app", priorities),
        ],
        ratios=[Ratio("rerun after one answer, What matters to me / Explore", priorities / explore, GOAL, "at most")],
    )
