"""What a take-home costs: milliseconds to make the PDF and its size, usual and with every part filled.

Timed in this process, fonts and template read, another name each time so that nothing is made from memory.
"""

import time
from dataclasses import replace
from datetime import UTC, date, datetime
from statistics import median

from benchmarks.measures import Bench
from benchmarks.results import Figure, Outcome, Ratio
from needlewise.decision.compare.choice import first_choice
from needlewise.decision.concern.build import build_concern_page
from needlewise.decision.plan import build as plan_build
from needlewise.decision.plan import model as plan_model
from needlewise.decision.suitability import advise
from needlewise.decision.told import Answers
from needlewise.evidence.reading.load import load
from needlewise.handout import build as handout_build
from needlewise.handout import model as paper
from needlewise.handout import pdf

CONCERN = "acne_scars"
TURNS = 15
MILLISECONDS, KILOBYTES = 300.0, 300.0
"""Goals: no longer and no larger."""


def _handouts() -> dict[str, paper.Handout]:
    evidence, today = load(), date(2026, 11, 22)
    page, names = build_concern_page(evidence, CONCERN), first_choice(evidence, CONCERN)
    told = Answers(5, conditions=("anticoagulants", "diabetes"))
    wishes = plan_model.Wishes(today, date(2027, 6, 12))
    found = paper.Found(
        plan_build.build(evidence, CONCERN, names, wishes, today),
        None,
        tuple(advise(evidence, name, told, skin=True) for name in names),
        5,
    )
    words = paper.Wanted(own="How long have you done this? " * 12, note="We talked about sun and make-up. " * 14)
    link = f"https://clinic.example/compare?concern={CONCERN}&options={','.join(names)}"
    return {
        "usual": handout_build.build(evidence, page, names, paper.Wanted(), paper.Found(), paper.Issue(today, link)),
        "every part": handout_build.build(evidence, page, names, words, found, paper.Issue(today, link)),
    }


def measure(bench: Bench) -> Outcome:
    """Make each take-home over and over, on A4."""
    turns = 3 if bench.quick else TURNS
    figures, slowest, largest = [], 0.0, 0.0
    for name, handout in _handouts().items():
        times, sizes = [], []
        for turn in range(turns + 2):
            start = time.perf_counter()
            made = pdf.make(replace(handout, name=f"Client {turn}"), "a4", datetime.now(UTC))
            times.append((time.perf_counter() - start) * 1000)
            sizes.append(len(made) / 1000)
        # The first two read the fonts and fill the layout engine's own memory.
        taken, size = median(times[2:]), max(sizes)
        figures += [
            Figure(f"take-home PDF, {name}", "ms", "app", taken),
            Figure(f"take-home PDF, {name}", "kB", "app", size),
        ]
        slowest, largest = max(slowest, taken), max(largest, size)
    return Outcome(
        figures=figures,
        ratios=[
            Ratio("take-home PDF: time / 300 ms", slowest / MILLISECONDS, 1.0, "at most"),
            Ratio("take-home PDF: size / 300 kB", largest / KILOBYTES, 1.0, "at most"),
        ],
    )
