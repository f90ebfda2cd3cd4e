"""Recovery day by day: one strip an option, all on one axis."""

from __future__ import annotations

from typing import Any

from needlewise.charts.base import Picture, plotly_figure, plotly_layout, plotly_trace
from needlewise.charts.day_axis import STRIP, day_ticks, strip_note, zero_day_marks
from needlewise.charts.palette import INK, PAPER, Mode, colour, pale
from needlewise.decision.concern.page import ConcernPage
from needlewise.decision.shared.phrases import basis_note, days_text, span_days
from needlewise.words import join_list, say


def recovery(page: ConcernPage, mode: Mode) -> Picture:
    """One strip per option: solid until the usual day, pale until the longest, a diamond for the other milestone."""
    group = page.concern.group
    lines = list(reversed(page.timelines))
    drawn = {line.treatment.treatment_id for line in page.timelines}
    missing = [
        row.treatment.name for row in page.options if row.treatment.treatment_id not in drawn and row.role != "nothing"
    ]
    note = say("downtime-none", names=join_list(missing)) if missing else ""
    head = (say("column-option"), say(f"column-shown-{group}"), say(f"marker-{group}"))
    rows = tuple(
        (
            line.treatment.name,
            " · ".join(part for part in (span_days(line.days), basis_note(line.days)) if part),
            days_text(line.marker.typical, line.marker.typical) if line.marker else say("cell-unknown"),
        )
        for line in page.timelines
    )
    refs = tuple(line.refs for line in page.timelines)
    if not lines:
        return Picture(None, "", head, rows, refs, note)
    names = [line.treatment.short_name for line in lines]
    usual = [line.days.typical for line in lines]
    more = [line.days.high - line.days.typical for line in lines]
    families = [line.treatment.family for line in lines]
    longest = max(1.0, *(line.days.high for line in lines), *(line.marker.typical for line in lines if line.marker))
    ticks, tick_names = day_ticks(longest)
    places = list(range(len(lines)))
    traces: list[dict[str, Any]] = [
        plotly_trace(
            "bar",
            y=places,
            x=usual,
            orientation="h",
            width=0.34,
            marker={"color": [colour(f, mode) for f in families], "line": {"width": 0}},
        ),
        plotly_trace(
            "bar",
            y=places,
            x=more,
            orientation="h",
            width=0.34,
            marker={"color": [pale(f, mode) for f in families], "line": {"width": 0}},
        ),
        *zero_day_marks(
            [(place, line.treatment.family) for place, line in zip(places, lines, strict=True) if not line.days.high],
            mode,
        ),
        plotly_trace(
            "scatter",
            y=[place for place, line in zip(places, lines, strict=True) if line.marker],
            x=[line.marker.typical for line in lines if line.marker],
            mode="markers",
            cliponaxis=False,
            marker={"symbol": "diamond", "size": 12, "color": PAPER[mode], "line": {"width": 2, "color": INK[mode]}},
        ),
    ]
    layout = plotly_layout(
        mode,
        STRIP * len(lines) + 44,
        barmode="stack",
        margin={"l": 22, "r": 12, "t": 8, "b": 34},
        xaxis={"tickvals": ticks, "ticktext": tick_names, "tickangle": 0, "range": [-longest * 0.025, longest * 1.06]},
        yaxis={"showticklabels": False, "range": [-0.5, len(lines) - 0.1]},
    )
    layout["annotations"] = [
        strip_note(f"<b>{name}</b>  {span_days(line.days)}", place, mode)
        for place, name, line in zip(places, names, lines, strict=True)
    ]
    alt = say("downtime-alt", list="; ".join(f"{row[0]}: {row[1]}" for row in rows))
    return Picture(plotly_figure(traces, layout), alt, head, rows, refs, note)
