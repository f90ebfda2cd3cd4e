"""Visits: a dot an option with its range."""

from __future__ import annotations

from typing import Any

from needlewise.charts.base import ROW, Picture, plotly_figure, plotly_layout, plotly_trace
from needlewise.charts.palette import INK, QUIET, SYMBOL, Mode, colour, pale
from needlewise.decision.concern.page import ConcernPage
from needlewise.decision.shared.phrases import interval_text
from needlewise.words import join_list, number, say, span


def sessions(page: ConcernPage, mode: Mode) -> Picture:
    """A dot for the usual number of visits and a line from the fewest to the most, one line per option."""
    known = [row for row in page.options if row.course is not None and row.course.visits is not None]
    home = [
        row.treatment.name
        for row in page.options
        if row.course is not None and row.course.visits is None and row.course.home_sessions is not None
    ]
    missing = [
        row.treatment.name
        for row in page.options
        if row.role != "nothing" and row not in known and row.treatment.name not in home
    ]
    notes = [say("sessions-home", names=join_list(home))] if home else []
    notes += [say("sessions-missing", names=join_list(missing))] if missing else []
    head = (say("column-option"), say("column-visits"), say("column-range"), say("column-interval"))
    drawn = [
        (row, row.course, row.course.visits)
        for row in known
        if row.course is not None and row.course.visits is not None
    ]
    rows = [
        (row.treatment.name, number(visits.typical), span(visits.low, visits.high), interval_text(usual.interval_weeks))
        for row, usual, visits in drawn
    ]
    refs = [usual.visit_refs for _, usual, _ in drawn]
    if not drawn:
        return Picture(None, "", head, tuple(rows), tuple(refs), " ".join(notes))
    drawn.reverse()
    traces: list[dict[str, Any]] = []
    for row, _, visits in drawn:
        name, ink = row.treatment.short_name, colour(row.treatment.family, mode)
        traces.append(
            plotly_trace(
                "scatter",
                y=[name, name],
                x=[visits.low, visits.high],
                mode="lines",
                line={"width": 4, "color": pale(row.treatment.family, mode, 0.45)},
            )
        )
        traces.append(
            plotly_trace(
                "scatter",
                y=[name],
                x=[visits.typical],
                mode="markers+text",
                text=[f"<b>{number(visits.typical)}</b>"],
                textposition="top center",
                cliponaxis=False,
                textfont={"size": 15, "color": INK[mode]},
                marker={"size": 13, "color": ink, "symbol": SYMBOL[row.treatment.family]},
            )
        )
    longest = max(visits.high for _, _, visits in drawn)
    layout = plotly_layout(
        mode,
        ROW * len(drawn) + 56,
        xaxis={
            "range": [-longest * 0.03, longest * 1.06],
            "nticks": 7,
            "title": {"text": say("column-visits"), "font": {"size": 13, "color": QUIET[mode]}},
        },
        yaxis={"range": [-0.6, len(drawn) - 0.35]},
        margin={"l": 8, "r": 12, "t": 14, "b": 44},
    )
    alt = say("sessions-alt", list="; ".join(f"{row[0]}: {row[1]} ({row[2]})" for row in rows))
    return Picture(plotly_figure(traces, layout), alt, head, tuple(rows), tuple(refs), " ".join(notes))
