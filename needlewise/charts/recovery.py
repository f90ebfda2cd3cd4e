"""Recovery day by day: one strip an option, one measure a picture, all on one axis."""

from __future__ import annotations

from typing import Any

from needlewise.charts.base import Picture, plotly_figure, plotly_layout, plotly_trace
from needlewise.charts.day_axis import STRIP, day_ticks, strip_note, zero_day_marks
from needlewise.charts.palette import Mode, colour, pale
from needlewise.decision.concern.page import ConcernPage
from needlewise.decision.shared.recovery import LineName, line_names, named
from needlewise.words import join_list, say


def measure_drawn(group: str) -> LineName:
    """What the picture of one visit draws: the days it shows for skin, the days of soreness for pain."""
    return "shows" if group == "skin" else "sore"


def recovery(page: ConcernPage, mode: Mode) -> Picture:
    """One strip per option: solid until the usual day, pale until the longest reported.

    The table below it holds every measure and milestone, each in a column of its own.
    """
    group = page.concern.group
    measure = measure_drawn(group)
    treated = [row for row in page.options if row.role != "nothing"]
    found = [(row.treatment, named(row.recovery, measure)) for row in treated]
    lines = [(treatment, item.days, item.figure) for treatment, item in found if item is not None and item.days]
    drawn = {treatment.treatment_id for treatment, _, _ in lines}
    missing = [row.treatment.name for row in treated if row.treatment.treatment_id not in drawn]
    note = say(f"downtime-none-{group}", names=join_list(missing)) if missing else ""
    head = (say("column-option"), *(say(f"recovery-{name}") for name in line_names(group)))
    told = [row for row in treated if any(item.figure.refs for item in row.recovery)]
    rows = tuple(
        (
            row.treatment.name,
            *(" · ".join(part for part in (item.figure.text, item.figure.note) if part) for item in row.recovery),
        )
        for row in told
    )
    refs = tuple(tuple(dict.fromkeys(ref for item in row.recovery for ref in item.figure.refs)) for row in told)
    if not lines:
        return Picture(None, "", head, rows, refs, note)
    alt = say(
        "downtime-alt",
        title=say(f"downtime-title-{group}"),
        list="; ".join(f"{treatment.name}: {figure.text}" for treatment, _, figure in lines),
    )
    lines.reverse()
    # A line of which only a ceiling is known has no usual day to draw solid.
    usual = [0.0 if days.ceiling else days.typical for _, days, _ in lines]
    more = [days.high - solid for (_, days, _), solid in zip(lines, usual, strict=True)]
    families = [treatment.family for treatment, _, _ in lines]
    longest = max(1.0, *(days.high for _, days, _ in lines))
    ticks, tick_names = day_ticks(longest)
    places = list(range(len(lines)))
    traces: list[dict[str, Any]] = [
        plotly_trace(
            "bar",
            y=places,
            x=lengths,
            orientation="h",
            width=0.34,
            marker={"color": [ink(family, mode) for family in families], "line": {"width": 0}},
        )
        for lengths, ink in ((usual, colour), (more, pale))
    ]
    traces += zero_day_marks(
        [(place, treatment.family) for place, (treatment, days, _) in zip(places, lines, strict=True) if not days.high],
        mode,
    )
    layout = plotly_layout(
        mode,
        STRIP * len(lines) + 44,
        barmode="stack",
        margin={"l": 22, "r": 12, "t": 8, "b": 34},
        xaxis={"tickvals": ticks, "ticktext": tick_names, "tickangle": 0, "range": [-longest * 0.025, longest * 1.06]},
        yaxis={"showticklabels": False, "range": [-0.5, len(lines) - 0.1]},
    )
    layout["annotations"] = [
        strip_note(f"<b>{treatment.short_name}</b>  {figure.text}", place, mode)
        for place, (treatment, _, figure) in zip(places, lines, strict=True)
    ]
    return Picture(plotly_figure(traces, layout), alt, head, rows, refs, note)
