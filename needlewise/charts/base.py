"""What every picture shares: the figure with its text twin, the layout and the Plotly settings."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import plotly.graph_objects as go

from needlewise.charts.palette import HAIRLINE, INK, QUIET, Mode

_FONT = "Inter, system-ui, sans-serif"


ROW = 42


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


def plotly_layout(mode: Mode, height: int, **extra: object) -> dict[str, Any]:
    """The layout all pictures share, as plain values; `extra` adds to it or replaces a part."""
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


def plotly_trace(kind: str, **parts: object) -> dict[str, Any]:
    """One trace as plain values."""
    return {"type": kind, **parts}


def plotly_figure(traces: list[dict[str, Any]], layout: dict[str, Any]) -> go.Figure:
    """A figure without Plotly's default template and without its checks."""
    # The default template adds about 4 kB to every figure and brings colours of its own. Plotly's check of every
    # property
    # takes several times as long as all the rest, and Compare draws figures for options nobody asked for before.
    return go.Figure(data=traces, layout={"template": {}, **layout}, _validate=False)
