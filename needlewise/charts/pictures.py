"""Decision values in, pictures out. Each picture is a Plotly figure with its text twin: an alt text and a table.

All are static: no hover, no zoom, no mode bar. Controls elsewhere choose what is drawn, never how.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

import plotly.graph_objects as go

from needlewise.charts.palette import HAIRLINE, INK, PAPER, QUIET, SYMBOL, Mode, colour, pale
from needlewise.decision.explore import Explore, Finding, OptionRow, basis_note, days_text, interval_text, span_days
from needlewise.words import listed, number, say, span

_FONT = "Inter, system-ui, sans-serif"
_ROW = 42
_STRIP = 54
CONFIG = {"displayModeBar": False, "staticPlot": True, "responsive": True}


@dataclass(frozen=True)
class Picture:
    """A figure and the same numbers in words.

    Attributes:
        figure: the Plotly figure; None when there is nothing to draw.
        alt: one text that says what the picture shows.
        head, rows: the table twin; each row ends with the row references it rests on, `;`-separated.
        note: what could not be drawn, and why; empty when all could.
    """

    figure: go.Figure | None
    alt: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    refs: tuple[tuple[str, ...], ...]
    note: str = ""


def _layout(mode: Mode, height: int, **extra: Any) -> dict[str, Any]:
    axis = {
        "showgrid": True,
        "gridcolor": HAIRLINE[mode],
        "zeroline": False,
        "showline": False,
        "fixedrange": True,
        "ticks": "",
        "tickfont": {"size": 13, "color": QUIET[mode]},
        "title": {"font": {"size": 13, "color": QUIET[mode]}},
    }
    base: dict[str, Any] = {
        "height": height,
        "margin": {"l": 8, "r": 12, "t": 8, "b": 34},
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "font": {"family": _FONT, "size": 14, "color": INK[mode]},
        "showlegend": False,
        "hovermode": False,
        "dragmode": False,
        "xaxis": axis,
        "yaxis": {**axis, "showgrid": False, "automargin": True, "tickfont": {"size": 14, "color": INK[mode]}},
    }
    for key, value in extra.items():
        base[key] = {**base.get(key, {}), **value} if isinstance(value, dict) else value
    return base


def _figure(traces: list[Any], layout: dict[str, Any]) -> go.Figure:
    # The default template adds about 4 kB to every figure and brings colours of its own.
    return go.Figure(data=traces, layout=go.Layout(template=go.layout.Template(), **layout))


def _day_ticks(longest: float) -> tuple[list[float], list[str]]:
    """At most five ticks that do not meet on a phone: days up to ten, whole weeks beyond."""
    if longest <= 10:
        days = [day for day in (0, 1, 3, 5, 7, 10) if day <= longest]
        return [float(day) for day in days], [say("downtime-axis-day", day=number(day)) if day == 0 else number(day) for day in days]
    step = next(step for step in (1, 2, 4, 8, 13, 26, 52) if longest / 7 / step <= 4.2)
    weeks = range(step, int(longest / 7) + 1, step)
    return [0.0, *(week * 7.0 for week in weeks)], [say("downtime-axis-day", day="0"), *(say("downtime-axis-week", weeks=week) for week in weeks)]


def recovery(page: Explore, mode: Mode) -> Picture:
    """One strip per option: solid until the usual day, pale until the longest, a diamond for the other milestone."""
    group = page.concern.group
    lines = list(reversed(page.timelines))
    drawn = {line.treatment.treatment_id for line in page.timelines}
    missing = [row.treatment.name for row in page.options if row.treatment.treatment_id not in drawn and row.role != "nothing"]
    note = say("downtime-none", names=listed(missing)) if missing else ""
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
    ticks, tick_names = _day_ticks(longest)
    places = list(range(len(lines)))
    traces: list[Any] = [
        go.Bar(y=places, x=usual, orientation="h", width=0.34, marker={"color": [colour(f, mode) for f in families], "line": {"width": 0}}),
        go.Bar(y=places, x=more, orientation="h", width=0.34, marker={"color": [pale(f, mode) for f in families], "line": {"width": 0}}),
        go.Scatter(
            y=[place for place, line in zip(places, lines, strict=True) if line.marker],
            x=[line.marker.typical for line in lines if line.marker],
            mode="markers",
            cliponaxis=False,
            marker={"symbol": "diamond", "size": 12, "color": PAPER[mode], "line": {"width": 2, "color": INK[mode]}},
        ),
    ]
    layout = _layout(
        mode,
        _STRIP * len(lines) + 44,
        barmode="stack",
        margin={"l": 22, "r": 12, "t": 8, "b": 34},
        xaxis={"tickvals": ticks, "ticktext": tick_names, "tickangle": 0, "range": [-longest * 0.025, longest * 1.06]},
        yaxis={"showticklabels": False, "range": [-0.5, len(lines) - 0.1]},
    )
    layout["annotations"] = [
        {
            "text": f"<b>{name}</b>  {span_days(line.days)}",
            "xref": "x",
            "x": 0,
            "xanchor": "left",
            "y": place + 0.2,
            "yanchor": "bottom",
            "showarrow": False,
            "font": {"size": 13.5, "color": INK[mode]},
        }
        for place, name, line in zip(places, names, lines, strict=True)
    ]
    alt = say("downtime-alt", list="; ".join(f"{row[0]}: {row[1]}" for row in rows))
    return Picture(_figure(traces, layout), alt, head, rows, refs, note)


def sessions(page: Explore, mode: Mode) -> Picture:
    """A dot for the usual number of visits and a line from the fewest to the most, one line per option."""
    known = [row for row in page.options if row.course is not None and row.course.visits is not None]
    home = [row.treatment.name for row in page.options if row.course is not None and row.course.visits is None and row.course.home_sessions is not None]
    missing = [row.treatment.name for row in page.options if row.role != "nothing" and row not in known and row.treatment.name not in home]
    notes = [say("sessions-home", names=listed(home))] if home else []
    notes += [say("sessions-missing", names=listed(missing))] if missing else []
    head = (say("column-option"), say("column-visits"), say("column-range"), say("column-interval"))
    rows, refs, drawn = [], [], []
    for row in known:
        assert row.course is not None and row.course.visits is not None  # narrowed above
        visits, apart = row.course.visits, row.course.interval_weeks
        rows.append((row.treatment.name, number(visits.typical), span(visits.low, visits.high), interval_text(apart)))
        refs.append(row.course.visit_refs)
        drawn.append((row, visits))
    if not drawn:
        return Picture(None, "", head, tuple(rows), tuple(refs), " ".join(notes))
    drawn.reverse()
    traces: list[Any] = []
    for row, visits in drawn:
        name, ink = row.treatment.short_name, colour(row.treatment.family, mode)
        traces.append(go.Scatter(y=[name, name], x=[visits.low, visits.high], mode="lines", line={"width": 4, "color": pale(row.treatment.family, mode, 0.45)}))
        traces.append(
            go.Scatter(
                y=[name],
                x=[visits.typical],
                mode="markers+text",
                text=[f"<b>{number(visits.typical)}</b>"],
                textposition="top center",
                cliponaxis=False,
                textfont={"size": 14, "color": INK[mode]},
                marker={"size": 13, "color": ink, "symbol": SYMBOL[row.treatment.family]},
            )
        )
    longest = max(visits.high for _, visits in drawn)
    layout = _layout(
        mode,
        _ROW * len(drawn) + 56,
        xaxis={"range": [-longest * 0.03, longest * 1.06], "nticks": 7, "title": {"text": say("column-visits")}},
        yaxis={"range": [-0.6, len(drawn) - 0.35]},
        margin={"l": 8, "r": 12, "t": 14, "b": 44},
    )
    alt = say("sessions-alt", list="; ".join(f"{row[0]}: {row[1]} ({row[2]})" for row in rows))
    return Picture(_figure(traces, layout), alt, head, tuple(rows), tuple(refs), " ".join(notes))


def whole_course(page: Explore, mode: Mode) -> Picture:
    """Days in all against visits: bottom left is the least trouble. Doing nothing stands at nought and nought."""
    group = page.concern.group
    known: list[tuple[OptionRow, float, float]] = []
    for row in page.options:
        if row.role == "nothing":
            known.append((row, 0, 0))
        elif row.whole is not None and row.course is not None and row.course.visits is not None:
            known.append((row, row.course.visits.typical, row.whole.typical))
    missing = [row.treatment.name for row in page.options if row not in [item[0] for item in known]]
    note = say("course-missing", names=listed(missing)) if missing else ""
    head = (say("column-option"), say("column-visits"), say(f"column-course-{group}"), say("column-range"))
    rows = tuple(
        (row.treatment.name, number(x), days_text(y, y), say("not-given") if row.whole is None else span(row.whole.low, row.whole.high))
        for row, x, y in known
    )
    refs = tuple(row.course_days.refs for row, _, _ in known)
    if len(known) < 2:
        return Picture(None, "", head, rows, refs, note)
    traces: list[Any] = []
    most_x, most_y = max(x for _, x, _ in known) or 1, max(y for _, _, y in known) or 1
    for row, x, y, side in _spread_labels(known, most_x, most_y):
        traces.append(
            go.Scatter(
                x=[x],
                y=[y],
                mode="markers+text",
                text=[row.treatment.short_name],
                textposition=side,
                cliponaxis=False,
                textfont={"size": 13, "color": INK[mode]},
                marker={"size": 14, "color": colour(row.treatment.family, mode), "symbol": SYMBOL[row.treatment.family]},
            )
        )
    layout = _layout(
        mode,
        380,
        xaxis={"range": [-most_x * 0.08, most_x * 1.2], "title": {"text": say("course-x")}, "nticks": 7},
        yaxis={"range": [-most_y * 0.1, most_y * 1.14], "showgrid": True, "title": {"text": say(f"course-y-{group}")}, "tickfont": {"size": 13, "color": QUIET[mode]}, "nticks": 6},
        margin={"l": 8, "r": 16, "t": 12, "b": 46},
    )
    alt = say("course-alt", list="; ".join(f"{row[0]}: {row[1]}, {row[2]}" for row in rows))
    return Picture(_figure(traces, layout), alt, head, rows, refs, note)


def _spread_labels(
    known: list[tuple[OptionRow, float, float]], most_x: float, most_y: float
) -> list[tuple[OptionRow, float, float, str]]:
    """A side for each label so that labels do not lie on one another; dots that share a place stand side by side in words."""
    placed: list[tuple[OptionRow, float, float, str]] = []
    boxes = [(x / most_x - 0.025, x / most_x + 0.025, y / most_y - 0.03, y / most_y + 0.03) for _, x, y in known]
    for row, x, y in sorted(known, key=lambda item: (-item[2], item[1])):
        width = 0.022 * len(row.treatment.short_name)
        fx, fy = x / most_x, y / most_y
        for side, dx, dy in (
            ("middle right", 0.035, 0.0),
            ("middle left", -0.035 - width, 0.0),
            ("top center", -width / 2, 0.08),
            ("bottom center", -width / 2, -0.08),
            ("top right", 0.026, 0.075),
            ("bottom right", 0.026, -0.075),
            ("top left", -0.026 - width, 0.075),
            ("bottom left", -0.026 - width, -0.075),
        ):
            box = (fx + dx, fx + dx + width, fy + dy - 0.035, fy + dy + 0.035)
            clash = any(box[0] < b[1] and b[0] < box[1] and box[2] < b[3] and b[2] < box[3] for b in boxes)
            if not clash and box[0] > -0.1 and box[1] < 1.22:
                break
        else:
            side, box = "middle right", (fx, fx + width, fy, fy)
        boxes.append(box)
        placed.append((row, x, y, side))
    return placed


_PANELS = ("points", "smd", "ratio")
_LINE_CHARACTERS = 46
_FINDING_ROW = 64


def findings(page: Explore, mode: Mode) -> Picture:
    """Differences with their ranges around a line of no difference, one panel for each unit. Right is better for the first."""
    head = tuple(say(f"column-{name}") for name in ("first", "second", "outcome", "found", "time", "people"))
    rows = tuple((row.first, row.second, row.outcome, row.found, row.time, row.people) for row in page.all_findings)
    refs = tuple((row.ref,) for row in page.all_findings)
    if not page.findings:
        return Picture(None, "", head, rows, refs, say("findings-none"))
    alt = say("findings-alt", list="; ".join(f"{_label(item)}: {_range_words(item)}" for item in page.findings))
    return Picture(_forest(page.findings, mode), alt, head, rows, refs)


def _label(item: Finding) -> str:
    time = item.effect.time_words or say("shares-time-unknown")
    what = say(f"outcome-{item.outcome}") + (f" ({item.effect.subgroup})" if item.effect.subgroup else "")
    return say("findings-row", first=item.first, second=item.second, outcome=what, time=time)


def _range_words(item: Finding) -> str:
    return f"{number(item.estimate)} ({number(item.low)} – {number(item.high)})"


def _wrap(text: str) -> str:
    lines: list[str] = [""]
    for word in text.split():
        if len(lines[-1]) + len(word) + 1 > _LINE_CHARACTERS and lines[-1]:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return "<br>".join(lines)


def _forest(items: tuple[Finding, ...], mode: Mode) -> go.Figure:
    panels = [(name, [item for item in items if item.panel == name]) for name in _PANELS]
    panels = [(name, found) for name, found in panels if found]
    head = 54
    heights = [head + _FINDING_ROW * len(found) + 40 for _, found in panels]
    total = sum(heights)
    layout = _layout(mode, total, margin={"l": 8, "r": 8, "t": 0, "b": 4})
    layout["annotations"], layout["shapes"] = [], []
    traces: list[Any] = []
    top = 1.0
    for place, ((name, found), height) in enumerate(zip(panels, heights, strict=True), 1):
        bottom = top - height / total
        suffix = "" if place == 1 else str(place)
        low, high = _limits(name, found)
        layout[f"xaxis{suffix}"] = {
            **layout["xaxis"],
            "anchor": f"y{suffix}",
            "type": "log" if name == "ratio" else "linear",
            "range": [low, high],
            "nticks": 6,
            **({"tickvals": [0.25, 0.5, 1, 2, 4, 8], "ticktext": ["¼", "½", "1", "2", "4", "8"]} if name == "ratio" else {}),
        }
        layout[f"yaxis{suffix}"] = {
            **layout["yaxis"],
            "anchor": f"x{suffix}",
            "domain": [max(bottom + 34 / total, 0), top - head / total],
            "range": [-0.6, len(found) - 0.25],
            "showticklabels": False,
            "automargin": False,
        }
        zero = 1 if name == "ratio" else 0
        layout["shapes"].append(
            {"type": "line", "xref": f"x{suffix}", "yref": f"y{suffix}", "x0": zero, "x1": zero, "y0": -0.6, "y1": len(found) - 0.25, "line": {"dash": "dash", "width": 1.5, "color": INK[mode]}, "layer": "below"}
        )
        layout["annotations"] += [
            _note(f"<b>{say(f'findings-panel-{name}')}</b>", 0, top - 4 / total, "left", INK[mode], 14),
            _note(say("findings-worse"), 0, top - 28 / total, "left", QUIET[mode], 12),
            _note(say("findings-better"), 1, top - 28 / total, "right", QUIET[mode], 12),
        ]
        for row, item in enumerate(reversed(found)):
            ink = colour(item.family, mode)
            traces.append(go.Scatter(x=[_inside(item.low, low, high, name), _inside(item.high, low, high, name)], y=[row, row], xaxis=f"x{suffix}", yaxis=f"y{suffix}", mode="lines", line={"width": 3, "color": ink}))
            traces.append(go.Scatter(x=[item.estimate], y=[row], xaxis=f"x{suffix}", yaxis=f"y{suffix}", mode="markers", cliponaxis=True, marker={"size": 12, "symbol": SYMBOL[item.family], "color": ink}))
            layout["annotations"].append(
                {"text": _wrap(_label(item)), "xref": "paper", "x": 0, "xanchor": "left", "align": "left", "yref": f"y{suffix}", "y": row + 0.16, "yanchor": "bottom", "showarrow": False, "bgcolor": PAPER[mode], "borderpad": 1, "font": {"size": 12.5, "color": INK[mode]}}
            )
        top = bottom
    return _figure(traces, layout)


def _note(text: str, x: float, y: float, side: str, ink: str, size: float) -> dict[str, Any]:
    return {"text": text, "xref": "paper", "yref": "paper", "x": x, "y": y, "xanchor": side, "yanchor": "top", "showarrow": False, "font": {"size": size, "color": ink}}


def _limits(panel: str, items: list[Finding]) -> tuple[float, float]:
    """Ends of the axis: the same distance both ways, wide enough for every range (log10 for ratios, at most 16 times)."""
    if panel == "ratio":
        far = max(abs(math.log10(value)) for item in items for value in (item.low, item.high) if value > 0)
        far = min(max(far * 1.08, math.log10(2.2)), math.log10(16))
        return -far, far
    far = max(abs(value) for item in items for value in (item.low, item.high)) * 1.08
    return -far, far


def _inside(value: float, low: float, high: float, panel: str) -> float:
    """Keep a range's end on the axis, so that a very wide one runs to the edge instead of off the picture."""
    if panel == "ratio":
        low, high = 10**low, 10**high
    return min(max(value, low), high)
