"""What a hundred times the findings costs one rerun of the Evidence page, in this process, without a browser.

The same page is run with the findings as they are and with each of them a hundred times; the two take turns.
"""

import time
from dataclasses import replace
from statistics import median

from streamlit.testing.v1 import AppTest

from benchmarks.measures import Bench
from benchmarks.results import Figure, Outcome, Ratio
from benchmarks.servers import ROOT
from needlewise.decision.findings import Findings
from needlewise.evidence.reading.load import load
from needlewise.ui.state import evidence as menus

TIMES = 100
GOAL = 1.2
"""A rerun with a hundred times the rows takes at most this many times as long."""
RERUNS = 31
ORDERS = ("Most people", "Newest")


def _many() -> Findings:
    rows = load().effects
    # The rows keep their ids, so that the source cards of the page are those of the real evidence.
    copies = {f"{name}#{copy}": effect for copy in range(TIMES) for name, effect in rows.items()}
    return Findings(replace(load(), effects=copies))


def _page() -> AppTest:
    app = AppTest.from_file(str(ROOT / "needlewise" / "ui" / "frame.py"), default_timeout=120)
    app.query_params["evidence_part"] = "All findings"
    app.run()
    app.switch_page(str(ROOT / "pages" / "evidence.py")).run()
    return app


def _rerun(app: AppTest, findings: Findings, turn: int) -> float:
    """Milliseconds of one rerun after the order was changed."""
    menus.all_findings = lambda: findings  # type: ignore[assignment]
    box = next(box for box in app.selectbox if box.key == "evidence_order")
    start = time.perf_counter()
    box.set_value(ORDERS[turn % len(ORDERS)]).run()
    taken = (time.perf_counter() - start) * 1000
    if app.exception:
        raise RuntimeError(app.exception[0].message)
    return taken


def measure(bench: Bench) -> Outcome:
    """Run the page in turns with the two tables and compare the medians."""
    usual = menus.all_findings
    plain, many = usual(), _many()
    app = _page()
    seen: dict[str, list[float]] = {"plain": [], "many": []}
    try:
        for turn in range(5 if bench.quick else RERUNS):
            seen["plain"].append(_rerun(app, plain, turn))
            seen["many"].append(_rerun(app, many, turn + 1))
    finally:
        menus.all_findings = usual
    once, often = median(seen["plain"][1:]), median(seen["many"][1:])
    return Outcome(
        figures=[
            Figure(f"all findings, a rerun with {len(plain.effects):,} rows", "ms", bench.app.name, once, 1),
            Figure(f"all findings, a rerun with {len(many.effects):,} rows", "ms", bench.app.name, often, 1),
        ],
        ratios=[Ratio(f"rerun of all findings, {TIMES} times the rows / as they are", often / once, GOAL, "at most")],
    )
