"""The step from what a source printed to what the screen says, for every figure that is converted."""

from __future__ import annotations

from needlewise.evidence.model import rows as r
from needlewise.evidence.model.row import Row
from needlewise.evidence.rules.size import points_of_100
from needlewise.words import number, say

# A scale that runs from 0 to 100 needs no step.
_WHOLE = 100


def step_words(row: Row) -> str:
    """How a row's figure becomes the one on the screen; empty where it is shown as printed."""
    if isinstance(row, r.Effect):
        return _points(row)
    if isinstance(row, r.Risk):
        return _rate(row)
    return ""


def _points(row: r.Effect) -> str:
    points = points_of_100(row)
    if row.estimate is None:
        return ""
    if points is None or row.scale_points is None:
        # Known standardised differences get a word of size, never points: that would need a spread nobody gave.
        return say("step-smd") if row.measure == "SMD" and row.kind == "controlled" else ""
    if row.scale_points == _WHOLE:
        return ""
    return say(
        "step-points",
        estimate=number(abs(row.estimate)),
        scale=number(row.scale_points),
        points=number(abs(points)),
    )


def _rate(row: r.Risk) -> str:
    if row.relation != "absolute" or row.events is None or not row.n or row.per_100 is None:
        return ""
    return say("step-rate", events=str(row.events), n=f"{row.n:,}", rate=number(row.per_100))


def course_days_words(visits: float, days: float, product: float, share: float | None, *, once: bool) -> str:
    """How visits and days after each become days over a course; `share` is how many of 100 are sore at all."""
    values = {"visits": number(visits), "days": number(days), "product": number(product)}
    if share is not None:
        return say("step-days-share", once="yes" if once else "no", share=number(share), **values)
    return say("step-days-once" if once else "step-days", **values)
