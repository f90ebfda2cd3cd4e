"""What the draws of What matters to me cost: four options and six criteria, the most the page weighs, in this process.

What a whole answer on that page costs stands in `d_answers.py`.
"""

import time
from statistics import median

from benchmarks.measures import Bench
from benchmarks.results import Figure, Outcome
from needlewise.decision.priorities import criteria, fit
from needlewise.evidence.reading.load import load

CONCERN = "acne_scars"
OPTIONS = ("microneedling", "fractional_co2_laser", "superficial_peel", "no_treatment")
PICKED = ("downtime", "certainty", "improvement", "visits", "harm", "comfort")
TURNS = 20


def _draws(*, given: bool, turns: int) -> float:
    """Return the median time of one weighing, milliseconds; `given`: all points are, else none but the first's."""
    table = criteria.board(criteria.measure(load(), CONCERN), OPTIONS)
    times = []
    for turn in range(turns + 1):
        said = [
            (name, 100.0 - place * (turn % 17) if given or not place else None) for place, name in enumerate(PICKED)
        ]
        start = time.perf_counter()
        fit.weigh(table, said)
        times.append((time.perf_counter() - start) * 1000)
    # The first fills the cache of draws.
    return median(times[1:])


def measure(bench: Bench) -> Outcome:
    """Time the draws with all points given and with none."""
    turns = 4 if bench.quick else TURNS
    return Outcome(
        figures=[
            Figure("priorities: 10,000 draws weighed", "ms", "app", _draws(given=True, turns=turns)),
            Figure("priorities: 10,000 draws weighed, points drawn too", "ms", "app", _draws(given=False, turns=turns)),
        ],
        ratios=(),
    )
