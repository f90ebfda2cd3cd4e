"""Decision values in, pictures out. Each picture is a Plotly figure with its text twin: an alt text and a table.

All are static: no hover, no zoom, no mode bar. Controls elsewhere choose what is drawn, never how.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any, get_args

import plotly.graph_objects as go

from needlewise.charts.palette import HAIRLINE, INK, PAPER, QUIET, SYMBOL, Mode, colour, pale
from needlewise.decision.explore import Explore, Finding, Panel, basis_note, days_text, interval_text, span_days
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


def _layout(mode: Mode, height: int, **extra: object) -> dict[str, Any]:
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


def _trace(kind: str, **parts: object) -> dict[str, Any]:
    return {"type": kind, **parts}


def _figure(traces: list[dict[str, Any]], layout: dict[str, Any]) -> go.Figure:
    # The default template adds about 4 kB to every figure and brings colours of its own. Plotly's check of every property
    # takes several times as long as all the rest, and Compare draws figures for options nobody asked for before.
    return go.Figure(data=traces, layout={"template": {}, **layout}, _validate=False)


def _day_ticks(longest: float) -> tuple[list[float], list[str]]:
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


def recovery(page: Explore, mode: Mode) -> Picture:
    """One strip per option: solid until the usual day, pale until the longest, a diamond for the other milestone."""
    group = page.concern.group
    lines = list(reversed(page.timelines))
    drawn = {line.treatment.treatment_id for line in page.timelines}
    missing = [
        row.treatment.name for row in page.options if row.treatment.treatment_id not in drawn and row.role != "nothing"
    ]
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
    traces: list[dict[str, Any]] = [
        _trace(
            "bar",
            y=places,
            x=usual,
            orientation="h",
            width=0.34,
            marker={"color": [colour(f, mode) for f in families], "line": {"width": 0}},
        ),
        _trace(
            "bar",
            y=places,
            x=more,
            orientation="h",
            width=0.34,
            marker={"color": [pale(f, mode) for f in families], "line": {"width": 0}},
        ),
        *_noughts(
            [(place, line.treatment.family) for place, line in zip(places, lines, strict=True) if not line.days.high],
            mode,
        ),
        _trace(
            "scatter",
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
        _strip_note(f"<b>{name}</b>  {span_days(line.days)}", place, mode)
        for place, name, line in zip(places, names, lines, strict=True)
    ]
    alt = say("downtime-alt", list="; ".join(f"{row[0]}: {row[1]}" for row in rows))
    return Picture(_figure(traces, layout), alt, head, rows, refs, note)


def sessions(page: Explore, mode: Mode) -> Picture:
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
    notes = [say("sessions-home", names=listed(home))] if home else []
    notes += [say("sessions-missing", names=listed(missing))] if missing else []
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
            _trace(
                "scatter",
                y=[name, name],
                x=[visits.low, visits.high],
                mode="lines",
                line={"width": 4, "color": pale(row.treatment.family, mode, 0.45)},
            )
        )
        traces.append(
            _trace(
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
    layout = _layout(
        mode,
        _ROW * len(drawn) + 56,
        xaxis={
            "range": [-longest * 0.03, longest * 1.06],
            "nticks": 7,
            "title": {"text": say("column-visits"), "font": {"size": 13, "color": QUIET[mode]}},
        },
        yaxis={"range": [-0.6, len(drawn) - 0.35]},
        margin={"l": 8, "r": 12, "t": 14, "b": 44},
    )
    alt = say("sessions-alt", list="; ".join(f"{row[0]}: {row[1]} ({row[2]})" for row in rows))
    return Picture(_figure(traces, layout), alt, head, tuple(rows), tuple(refs), " ".join(notes))


def whole_course(page: Explore, mode: Mode) -> Picture:
    """One bar per option: as many blocks as visits, each block as long as the days after one visit."""
    group = page.concern.group
    known = [
        row
        for row in page.options
        if row.whole is not None and row.course is not None and row.course.visits is not None
    ]
    missing = [row.treatment.name for row in page.options if row not in known and row.role != "nothing"]
    note = say("course-missing", names=listed(missing)) if missing else ""
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
        _trace(
            "bar",
            y=places,
            x=[whole.typical for _, _, whole in bars],
            orientation="h",
            width=0.36,
            marker={"color": [colour(row.treatment.family, mode) for row, _, _ in bars], "line": {"width": 0}},
        ),
        _trace("scatter", x=gaps_x, y=gaps_y, mode="lines", line={"color": PAPER[mode], "width": 2}),
        *_noughts(
            [
                (place, row.treatment.family)
                for place, (row, _, whole) in zip(places, bars, strict=True)
                if not whole.typical
            ],
            mode,
        ),
    ]
    ticks, tick_names = _day_ticks(longest)
    layout = _layout(
        mode,
        _STRIP * len(bars) + 44,
        margin={"l": 22, "r": 12, "t": 8, "b": 34},
        xaxis={"tickvals": ticks, "ticktext": tick_names, "tickangle": 0, "range": [-longest * 0.025, longest * 1.06]},
        yaxis={"showticklabels": False, "range": [-0.5, len(bars) - 0.1]},
    )
    layout["annotations"] = [
        _strip_note(f"<b>{row.treatment.short_name}</b>  {_course_words(visits, whole.typical)}", place, mode)
        for place, (row, visits, whole) in zip(places, bars, strict=True)
    ]
    alt = say(
        "course-alt", list="; ".join(f"{row[0]}: {row[1]} {say('column-visits').lower()}, {row[2]}" for row in rows)
    )
    return Picture(_figure(traces, layout), alt, head, rows, refs, note)


def _course_words(visits: float, days: float) -> str:
    return say("course-label", visits=number(visits), count=round(visits), days=days_text(days, days))


def _noughts(strips: list[tuple[int, str]], mode: Mode) -> list[Any]:
    """A thin upright at day 0 for each strip of no length, so that none looks forgotten."""
    return [
        _trace(
            "scatter",
            x=[0, 0],
            y=[place - 0.17, place + 0.17],
            mode="lines",
            cliponaxis=False,
            line={"width": 4, "color": colour(family, mode)},
        )
        for place, family in strips
    ]


def _strip_note(text: str, place: int, mode: Mode) -> dict[str, Any]:
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


_RATIOS = ("ratio", "odds")
# What a phone has room for beside the number at the end of the line.
_LINE_CHARACTERS = 39


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
    parts = [say(f"outcome-{item.outcome}"), *([item.effect.subgroup] if item.effect.subgroup else []), time]
    return say("findings-row", first=item.first, second=item.second, what=", ".join(parts))


def _range_words(item: Finding) -> str:
    return f"{number(item.estimate)} ({number(item.low)} – {number(item.high)})"


def _wrap(text: str) -> str:
    lines: list[str] = [""]
    for word in text.split():
        if len(lines[-1]) + len(word) + 1 > _LINE_CHARACTERS and lines[-1]:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return "<br>".join(lines)


# Heights in pixels: the words above a panel, one line of a label, the strip a range is drawn in, the axis below; and
# the room between the hairline above a finding and its label.
_PANEL_HEAD, _LABEL_LINE, _MARK, _PANEL_FOOT = 58, 18, 30, 46
_GAP = 6


def _forest(items: tuple[Finding, ...], mode: Mode) -> go.Figure:
    """Panels below one another. The y axis of a panel counts pixels downwards, so that each label has the room its lines need."""
    panels = [(name, [item for item in items if item.panel == name]) for name in get_args(Panel)]
    panels = [(name, found) for name, found in panels if found]
    labels = {item.effect.effect_id: _wrap(_label(item)) for item in items}
    bodies = [
        sum(_GAP + _LABEL_LINE * (labels[item.effect.effect_id].count("<br>") + 1) + _MARK for item in found)
        for _, found in panels
    ]
    total = sum(body + _PANEL_HEAD + _PANEL_FOOT for body in bodies)
    layout = _layout(mode, total, margin={"l": 8, "r": 8, "t": 0, "b": 0})
    layout["annotations"], layout["shapes"] = [], []
    traces: list[dict[str, Any]] = []
    top = 0
    for place, ((name, found), body) in enumerate(zip(panels, bodies, strict=True), 1):
        suffix = "" if place == 1 else str(place)
        low, high = _limits(name, found)
        layout[f"xaxis{suffix}"] = {
            **layout["xaxis"],
            "anchor": f"y{suffix}",
            "type": "log" if name in _RATIOS else "linear",
            "range": [low, high],
            "nticks": 6,
            # Each finding ends in its number, so that the axis needs no lines through the words.
            "showgrid": False,
            **(
                {"tickvals": [0.25, 0.5, 1, 2, 4, 8], "ticktext": ["¼", "½", "1", "2", "4", "8"]}
                if name in _RATIOS
                else {}
            ),
        }
        layout[f"yaxis{suffix}"] = {
            **layout["yaxis"],
            "anchor": f"x{suffix}",
            "domain": [1 - (top + _PANEL_HEAD + body) / total, 1 - (top + _PANEL_HEAD) / total],
            "range": [body, 0],
            "showticklabels": False,
            "automargin": False,
        }
        zero = 1 if name in _RATIOS else 0
        axes = {"xref": f"x{suffix}", "yref": f"y{suffix}"}
        line = {"dash": "dash", "width": 1.5, "color": INK[mode]}
        layout["shapes"].append(
            {"type": "line", **axes, "x0": zero, "x1": zero, "y0": 0, "y1": body, "line": line, "layer": "below"}
        )
        layout["annotations"] += [
            _note(f"<b>{say(f'findings-panel-{name}')}</b>", 0, 1 - (top + 6) / total, "left", INK[mode], 15),
            _note(say("findings-worse"), 0, 1 - (top + 32) / total, "left", QUIET[mode], 13),
            _note(say("findings-better"), 1, 1 - (top + 32) / total, "right", QUIET[mode], 13),
        ]
        y = 0
        for item in found:
            hair = {"type": "line", **axes, "xref": "paper", "x0": 0, "x1": 1, "y0": y, "y1": y, "layer": "below"}
            layout["shapes"].append({**hair, "line": {"width": 1, "color": HAIRLINE[mode]}})
            y += _GAP
            words, ink = labels[item.effect.effect_id], colour(item.family, mode)
            layout["annotations"].append(
                {
                    "text": words,
                    "xref": "paper",
                    "x": 0,
                    "xanchor": "left",
                    "align": "left",
                    "yref": f"y{suffix}",
                    "y": y,
                    "yanchor": "top",
                    "showarrow": False,
                    "bgcolor": PAPER[mode],
                    "borderpad": 1,
                    "font": {"size": 13.5, "color": INK[mode]},
                }
            )
            said = {"text": f"<b>{number(item.estimate)}</b>", "xref": "paper", "x": 1, "xanchor": "right"}
            said |= {"yref": f"y{suffix}", "y": y - 3, "yanchor": "top", "showarrow": False, "borderpad": 0}
            layout["annotations"].append({**said, "font": {"size": 16, "color": INK[mode]}})
            y += _LABEL_LINE * (words.count("<br>") + 1)
            middle = y + _MARK * 0.42
            axis = {"xaxis": f"x{suffix}", "yaxis": f"y{suffix}"}
            ends = [_inside(item.low, low, high, name), _inside(item.high, low, high, name)]
            traces.append(
                _trace("scatter", x=ends, y=[middle, middle], mode="lines", line={"width": 3, "color": ink}, **axis)
            )
            marker = {"size": 12, "symbol": SYMBOL[item.family], "color": ink}
            traces.append(_trace("scatter", x=[item.estimate], y=[middle], mode="markers", marker=marker, **axis))
            y += _MARK
        end = {"type": "line", **axes, "xref": "paper", "x0": 0, "x1": 1, "y0": body, "y1": body, "layer": "below"}
        layout["shapes"].append({**end, "line": {"width": 1, "color": QUIET[mode]}})
        top += _PANEL_HEAD + body + _PANEL_FOOT
    return _figure(traces, layout)


def _note(text: str, x: float, y: float, side: str, ink: str, size: float) -> dict[str, Any]:
    return {
        "text": text,
        "xref": "paper",
        "yref": "paper",
        "x": x,
        "y": y,
        "xanchor": side,
        "yanchor": "top",
        "showarrow": False,
        "font": {"size": size, "color": ink},
    }


def _limits(panel: str, items: list[Finding]) -> tuple[float, float]:
    """Ends of the axis: the same distance both ways, wide enough for every range (log10 for ratios, at most 16 times)."""
    if panel in _RATIOS:
        far = max(abs(math.log10(value)) for item in items for value in (item.low, item.high) if value > 0)
        far = min(max(far * 1.08, math.log10(2.2)), math.log10(16))
        return -far, far
    far = max(abs(value) for item in items for value in (item.low, item.high)) * 1.08
    return -far, far


def _inside(value: float, low: float, high: float, panel: str) -> float:
    """Keep a range's end on the axis, so that a very wide one runs to the edge instead of off the picture."""
    if panel in _RATIOS:
        low, high = 10**low, 10**high
    return min(max(value, low), high)
