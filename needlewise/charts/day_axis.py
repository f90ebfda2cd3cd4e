"""What the pictures that run along days share: ticks, the words above a strip, an upright for no days at all."""

from __future__ import annotations

from typing import Any

from needlewise.charts.base import plotly_trace
from needlewise.charts.palette import INK, PAPER, Mode, colour
from needlewise.words import number, say

STRIP = 54


def day_ticks(longest: float) -> tuple[list[float], list[str]]:
    """At most five ticks that do not meet on a phone: days up to ten, whole weeks beyond."""
    if longest <= 10:
        days = [day for day in (0, 1, 3, 5, 7, 10) if day <= longest]
        return [float(day) for day in days], [
            say("downtime-axis-day", day=number(day)) if day == 0 else number(day) for day in days
        ]
    step = next(step for step in (1, 2, 4, 8, 13, 26, 52) if longest / 7 / step <= 4.2)
    weeks = range(step, int(longest / 7) + 1, step)
    return [0.0, *(week * 7.0 for week in weeks)], [
        say("downtime-axis-day", day="0"),
        *(say("downtime-axis-week", weeks=week) for week in weeks),
    ]


def zero_day_marks(strips: list[tuple[int, str]], mode: Mode) -> list[Any]:
    """A thin upright at day 0 for each strip of no length, so that none looks forgotten."""
    return [
        plotly_trace(
            "scatter",
            x=[0, 0],
            y=[place - 0.17, place + 0.17],
            mode="lines",
            cliponaxis=False,
            line={"width": 4, "color": colour(family, mode)},
        )
        for place, family in strips
    ]


def strip_note(text: str, place: int, mode: Mode) -> dict[str, Any]:
    """The words above one strip, at its left end: they never meet the next strip, however narrow the screen."""
    return {
        "text": text,
        "xref": "x",
        "x": 0,
        "xanchor": "left",
        "y": place + 0.2,
        "yanchor": "bottom",
        "showarrow": False,
        "font": {"size": 15, "color": INK[mode]},
        # Gridlines end at the words.
        "bgcolor": PAPER[mode],
        "borderpad": 0,
    }
