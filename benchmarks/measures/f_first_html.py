"""What the first HTML costs the server: the start page with the answer in it, beside a page that has none.

Anyone may ask for `/`, and every visitor and every link preview does, so it must not cost much more than an empty page.
"""

import http.client
from statistics import median
from urllib.parse import urlencode

from benchmarks.client import CONCERN_KEY
from benchmarks.measures import Bench
from benchmarks.results import Figure, Outcome, Ratio
from benchmarks.servers import Server

START, OTHER = f"/?{urlencode({CONCERN_KEY: 'acne_scars'})}", "/about"
ANSWERS, TURNS = 100, 3
GOAL = 5.0
"""The start page costs at most this many times the processor time of a page without an answer in it."""


def _cost(server: Server, path: str, answers: int) -> tuple[float, float]:
    """Processor time of one answer in milliseconds, and its size in kB; visitors ask one after another."""
    size = 0
    before = server.processor_time()
    for _ in range(answers):
        # A connection each: in a kept one each answer would wait 40 ms for an acknowledgement (see `b_load.py`).
        connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=60)
        try:
            connection.request("GET", path, headers={"Accept-Encoding": "gzip"})
            answer = connection.getresponse()
            size = len(answer.read())
            if answer.status != 200:
                raise RuntimeError(f"{path} was answered with {answer.status}")
        finally:
            connection.close()
    return (server.processor_time() - before) / answers * 1000, size / 1000


def measure(bench: Bench) -> Outcome:
    """Ask for both in turns; the first round warms them."""
    answers, turns = (50, 2) if bench.quick else (ANSWERS, TURNS)
    taken: dict[str, list[tuple[float, float]]] = {START: [], OTHER: []}
    for _ in range(1 + turns):
        for path, costs in taken.items():
            costs.append(_cost(bench.app, path, answers))
    start, other = (median(cost for cost, _ in costs[1:]) for costs in taken.values())
    figures = []
    for path, cost in ((START, start), (OTHER, other)):
        figures.append(Figure(f"GET {path}, processor time", "ms", bench.app.name, cost, 2))
        figures.append(Figure(f"GET {path}, compressed", "kB", bench.app.name, taken[path][-1][1]))
    return Outcome(figures, [Ratio(f"processor time, GET {START} / GET {OTHER}", start / other, GOAL, "at most")])
