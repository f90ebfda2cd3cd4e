"""The whole course: days off in all beside visits."""

from __future__ import annotations

from typing import Any

from needlewise.charts.base import Picture, plotly_figure, plotly_layout, plotly_trace
from needlewise.charts.day_axis import STRIP, day_ticks, strip_note, zero_day_marks
from needlewise.charts.palette import PAPER, Mode, colour
from needlewise.decision.concern.page import ConcernPage
from needlewise.decision.shared.phrases import days_text
from needlewise.words import join_list, number, say


def whole_course(page: ConcernPage, mode: Mode) -> Picture:
    """One bar per option: as many blocks as visits, each block as long as the days after one visit."""
    group = page.concern.group
    known = [
        row
        for row in page.options
        if row.whole is not None and row.course is not None and row.course.visits is not None
    ]
    missing = [row.treatment.name for row in page.options if row not in known and row.role != "nothing"]
    note = say(f"course-missing-{group}", names=join_list(missing)) if missing else ""
    head = (say("column-option"), say("column-visits"), say(f"column-course-{group}"), say("column-range"))
    bars = [
        (row, row.course.visits.typical, row.whole) for row in known if row.course and row.course.visits and row.whole
    ]
    rows = tuple(
        (row.treatment.name, number(visits), days_text(whole.typical, whole.typical), days_text(whole.low, whole.high))
        for row, visits, whole in bars
    )
    refs = tuple(row.course_days.refs for row, _, _ in bars)
    if not bars:
        return Picture(None, "", head, rows, refs, note)
    bars.reverse()
    places = list(range(len(bars)))
    longest = max(1.0, *(whole.typical for _, _, whole in bars))
    gaps_x: list[float | None] = []
    gaps_y: list[float | None] = []
    for place, (_, visits, whole) in zip(places, bars, strict=True):
        for visit in range(1, round(visits)):
            gaps_x += [whole.typical * visit / visits] * 2 + [None]
            gaps_y += [place - 0.2, place + 0.2, None]
    traces: list[dict[str, Any]] = [
        plotly_trace(
            "bar",
            y=places,
            x=[whole.typical for _, _, whole in bars],
            orientation="h",
            width=0.36,
            marker={"color": [colour(row.treatment.family, mode) for row, _, _ in bars], "line": {"width": 0}},
        ),
        plotly_trace("scatter", x=gaps_x, y=gaps_y, mode="lines", line={"color": PAPER[mode], "width": 2}),
        *zero_day_marks(
            [
                (place, row.treatment.family)
                for place, (row, _, whole) in zip(places, bars, strict=True)
                if not whole.typical
            ],
            mode,
        ),
    ]
    ticks, tick_names = day_ticks(longest)
    layout = plotly_layout(
        mode,
        STRIP * len(bars) + 44,
        margin={"l": 22, "r": 12, "t": 8, "b": 34},
        xaxis={"tickvals": ticks, "ticktext": tick_names, "tickangle": 0, "range": [-longest * 0.025, longest * 1.06]},
        yaxis={"showticklabels": False, "range": [-0.5, len(bars) - 0.1]},
    )
    layout["annotations"] = [
        strip_note(f"<b>{row.treatment.short_name}</b>  {_course_words(visits, whole.typical)}", place, mode)
        for place, (row, visits, whole) in zip(places, bars, strict=True)
    ]
    told = (
        f"{name}: {say('row-visits', value=visits, count=bar[1])}, {days}"
        for (name, visits, days, _), bar in zip(rows, reversed(bars), strict=True)
    )
    alt = say(f"course-alt-{group}", list="; ".join(told))
    return Picture(plotly_figure(traces, layout), alt, head, rows, refs, note)


def _course_words(visits: float, days: float) -> str:
    return say("course-label", visits=number(visits), count=round(visits), days=days_text(days, days))
