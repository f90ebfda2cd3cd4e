"""What tables ten times as long cost a tap on Explore, in this process, without a browser.

What is worked out once for everyone is kept, as on a server that is warm; what remains is what every run asks of the
tables. The same page is run with the tables as they are and with every row of the long ones ten times, in turns.
"""

import time
from dataclasses import fields, replace
from statistics import median
from typing import Any

from streamlit.testing.v1 import AppTest

from benchmarks.client import CONCERN_KEY
from benchmarks.measures import Bench
from benchmarks.results import Figure, Outcome, Ratio
from benchmarks.servers import ROOT
from needlewise.evidence.model.store import Evidence
from needlewise.evidence.reading import load as reading
from needlewise.evidence.reading.load import load

TIMES = 10
LONG = 100
"""Rows from which on a table is one of those that grow with the evidence; concerns and treatments are few."""
GOAL = 1.2
"""A tap with tables ten times as long takes at most this many times as long."""
RERUNS = 41


def _tables(evidence: Evidence) -> dict[str, dict[str, Any]]:
    held = {field.name: getattr(evidence, field.name) for field in fields(evidence) if field.init}
    return {name: table for name, table in held.items() if isinstance(table, dict) and len(table) >= LONG}


def _many() -> Evidence:
    longer = {
        name: {f"{row_id}#{copy}": row for copy in range(1, TIMES) for row_id, row in table.items()}
        for name, table in _tables(load()).items()
    }
    # The rows themselves stand first, under their own ids.
    return replace(load(), **{name: _tables(load())[name] | rows for name, rows in longer.items()})


def _tap(app: AppTest, evidence: Evidence, label: str) -> float:
    """Processor time in milliseconds of one tap on another concern."""
    usual = reading.loaded
    reading.loaded = lambda _: (evidence, ())  # type: ignore[assignment]
    try:
        start = time.process_time()
        app.pills(key=CONCERN_KEY).set_value(label).run()
        taken = (time.process_time() - start) * 1000
    finally:
        reading.loaded = usual
    if app.exception:
        raise RuntimeError(app.exception[0].message)
    return taken


def measure(bench: Bench) -> Outcome:
    """Tap in turns with the two, each concern after the other."""
    plain, many = load(), _many()
    labels = [concern.name for concern in plain.concerns.values()]
    app = AppTest.from_file(str(ROOT / "needlewise" / "ui" / "frame.py"), default_timeout=120)
    app.query_params[CONCERN_KEY] = labels[0]
    app.run()
    seen: dict[str, list[float]] = {"plain": [], "many": []}
    for label in labels:
        _tap(app, plain, label)
    for turn in range(9 if bench.quick else RERUNS):
        # Both meet the same concern, each after another one.
        here, before = labels[turn % len(labels)], labels[(turn + 1) % len(labels)]
        for name, evidence in (("plain", plain), ("many", many)):
            _tap(app, evidence, before)
            seen[name].append(_tap(app, evidence, here))
    once, often = median(seen["plain"]), median(seen["many"])

    def rows(evidence: Evidence) -> str:
        return f"{sum(map(len, _tables(evidence).values())):,}"

    return Outcome(
        figures=[
            Figure(f"a tap on Explore with {rows(plain)} rows in the long tables", "ms", bench.app.name, once, 1),
            Figure(f"a tap on Explore with {rows(many)} rows in the long tables", "ms", bench.app.name, often, 1),
        ],
        ratios=[Ratio("a tap on Explore, tables ten times as long / as they are", often / once, GOAL, "at most")],
    )
