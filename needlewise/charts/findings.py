"""What the studies found: effects with their intervals around a line of no difference."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any, get_args

import plotly.graph_objects as go

from needlewise.charts.base import Picture, plotly_figure, plotly_layout, plotly_trace
from needlewise.charts.palette import HAIRLINE, INK, PAPER, QUIET, SYMBOL, Mode, colour
from needlewise.decision.concern.page import ConcernPage
from needlewise.decision.shared.charted import Finding, Panel
from needlewise.words import join_list, number, say

_RATIOS = ("ratio", "odds")


# What a phone has room for beside the number at the end of the line.
_LINE_CHARACTERS = 39
# And each of two sides in half the width of a line, in smaller letters.
_SIDE_CHARACTERS = 25


def findings(page: ConcernPage, mode: Mode) -> Picture:
    """Differences with their ranges around a line of no difference, one panel for each unit.

    Right is better for the first.
    """
    head = tuple(say(f"column-{name}") for name in ("first", "second", "outcome", "found", "time", "people"))
    rows = tuple((row.first, row.second, row.outcome, row.found, row.time, row.people) for row in page.all_findings)
    refs = tuple((row.ref,) for row in page.all_findings)
    missing = page.left_out
    why = (("range", missing.no_range), ("line", missing.no_line), ("behind", missing.behind))
    reasons = "; ".join(say(f"findings-why-{name}", count=count) for name, count in why if count)
    note = say("findings-left-out", drawn=len(page.findings), count=missing.count, why=reasons) if reasons else ""
    if not page.findings:
        return Picture(None, "", head, rows, refs, " ".join(part for part in (say("findings-none"), note) if part))
    # Longer than a message may be: the list stands behind it.
    told = "; ".join(f"{_label(item)}: {_range_words(item)}" for item in page.findings)
    alt = f"{say('findings-alt')} {told}."
    return Picture(_forest(page.findings, mode), alt, head, rows, refs, note)


# One mark for each way a finding points, told apart by shape; as on the evidence map.
DIRECTION_MARKS = {"better": "▲", "same": "○", "worse": "▼"}


@dataclass(frozen=True)
class DirectionLine:
    """One comparison whose findings have no line: its name, one mark for each finding, and the same in words."""

    name: str
    marks: str
    words: str
    refs: tuple[str, ...]


def directions(page: ConcernPage) -> tuple[DirectionLine, ...]:
    """Which way the findings point that are not drawn: none is lost because it has no range."""
    lines = []
    for found in page.left_out.directions:
        ways = (("better", found.better), ("same", found.same), ("worse", found.worse))
        marks = "".join(DIRECTION_MARKS[way] * count for way, count in ways)
        told = [
            say(f"findings-way-{way}", count=count, first=found.first, second=found.second)
            for way, count in ways
            if count
        ]
        name = say(
            "findings-pair-satisfied" if found.satisfied else "findings-pair", first=found.first, second=found.second
        )
        lines.append(DirectionLine(name, marks, join_list(told), found.refs))
    return tuple(lines)


def _label(item: Finding) -> str:
    time = item.effect.time_words or say("shares-time-unknown")
    null = [say("found-neither")] if item.effect.favours == "neither" else []
    subgroup = [item.effect.subgroup] if item.effect.subgroup else []
    parts = [say(f"outcome-{item.outcome}"), *subgroup, time, *null, item.face]
    return say("findings-row", first=item.first, second=item.second, what=", ".join(parts))


def _range_words(item: Finding) -> str:
    return f"{number(item.estimate)} ({number(item.low)} – {number(item.high)})"


def _wrap(text: str, characters: int = _LINE_CHARACTERS) -> str:
    lines: list[str] = [""]
    for word in text.split():
        if len(lines[-1]) + len(word) + 1 > characters and lines[-1]:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return "<br>".join(lines)


# Heights in pixels: the words above a panel, one line of a label, the strip a range is drawn in, the axis below; and
# the room between the hairline above a finding and its label.
_PANEL_HEAD, _LABEL_LINE, _MARK, _SIDE_LINE, _PANEL_FOOT = 36, 18, 30, 18, 46


_GAP = 6


def _forest(items: tuple[Finding, ...], mode: Mode) -> go.Figure:
    """Panels below one another.

    The y axis of a panel counts pixels downwards, so that each label has the room its lines need.
    """
    panels = [(name, [item for item in items if item.panel == name]) for name in get_args(Panel)]
    panels = [(name, found) for name, found in panels if found]
    labels = {item.effect.effect_id: _wrap(_label(item)) for item in items}
    bodies = [
        sum(
            _GAP
            + _LABEL_LINE * _lines(labels[item.effect.effect_id])
            + _MARK
            + _SIDE_LINE * max(map(_lines, _sides(item)))
            for item in found
        )
        for _, found in panels
    ]
    total = sum(body + _PANEL_HEAD + _PANEL_FOOT for body in bodies)
    layout = plotly_layout(mode, total, margin={"l": 8, "r": 8, "t": 0, "b": 0})
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
            y += _LABEL_LINE * _lines(words)
            middle = y + _MARK * 0.42
            axis = {"xaxis": f"x{suffix}", "yaxis": f"y{suffix}"}
            ends = [_inside(item.low, low, high, name), _inside(item.high, low, high, name)]
            traces.append(
                plotly_trace(
                    "scatter", x=ends, y=[middle, middle], mode="lines", line={"width": 3, "color": ink}, **axis
                )
            )
            marker = {"size": 12, "symbol": SYMBOL[item.family], "color": ink}
            traces.append(plotly_trace("scatter", x=[item.estimate], y=[middle], mode="markers", marker=marker, **axis))
            y += _MARK
            sides = _sides(item)
            for side, text in zip(("left", "right"), sides, strict=True):
                named = _note(text, 0 if side == "left" else 1, y - 4, side, QUIET[mode], 12) | {"align": side}
                layout["annotations"].append(named | {"yref": f"y{suffix}", "bgcolor": PAPER[mode], "borderpad": 0})
            y += _SIDE_LINE * max(map(_lines, sides))
        end = {"type": "line", **axes, "xref": "paper", "x0": 0, "x1": 1, "y0": body, "y1": body, "layer": "below"}
        layout["shapes"].append({**end, "line": {"width": 1, "color": QUIET[mode]}})
        top += _PANEL_HEAD + body + _PANEL_FOOT
    return plotly_figure(traces, layout)


def _sides(item: Finding) -> tuple[str, str]:
    """What each side of the line stands for, whole, in as many lines as half the width needs."""
    sides = say("findings-worse", name=item.second), say("findings-better", name=item.first)
    return _wrap(sides[0], _SIDE_CHARACTERS), _wrap(sides[1], _SIDE_CHARACTERS)


def _lines(text: str) -> int:
    """How many lines wrapped text takes."""
    return text.count("<br>") + 1


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
    """Ends of the axis: as far both ways, wide enough for every range (log10 for ratios, at most 16 times)."""
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
