"""The two pictures of What matters to me: each option's fit with its spread, and its places in 100 tries."""

from __future__ import annotations

from typing import Any

import plotly.graph_objects as go

from needlewise.charts.palette import INK, PAPER, QUIET, SYMBOL, Mode, colour, contrast, mix
from needlewise.charts.pictures import Picture, _layout
from needlewise.decision.priorities import OptionFit, Result
from needlewise.words import round_half_up, say

_STRIP = 58
_FOOT = 40
_SHOWN = 3
# A share narrower than this (of 100) has no room for its number inside.
_ROOM = 7
_NUMBER = 13


def whole(value: float) -> str:
    """A fit or a count of tries as people write it: whole, and `<1` for few that are not none."""
    return "<1" if 0 < value < 0.5 else f"{round_half_up(value):.0f}"


def shown_places(item: OptionFit) -> tuple[float, ...]:
    """First, second, third, and all later places together; fewer where there are fewer options."""
    found = item.fit.places
    return found if len(found) <= _SHOWN else (*found[:_SHOWN], sum(found[_SHOWN:]))


def place_names(count: int) -> tuple[str, ...]:
    """The names of the places shown for a number of options."""
    names = tuple(str(place + 1) for place in range(min(count, _SHOWN)))
    return names if count <= _SHOWN else (*names, "later")


def _trace(kind: str, **parts: object) -> dict[str, Any]:
    return {"type": kind, **parts}


def _figure(traces: list[dict[str, Any]], layout: dict[str, Any]) -> go.Figure:
    # Redrawn after every answer, and checking each property takes longer than everything else on the page together.
    return go.Figure(data=traces, layout={"template": {}, **layout}, _validate=False)


def _title(text: str, row: float, ink: str) -> dict[str, Any]:
    return {
        "text": text,
        "xref": "x",
        "x": 0,
        "xanchor": "left",
        "y": row + 0.2,
        "yanchor": "bottom",
        "showarrow": False,
        "font": {"size": 13.5, "color": ink},
    }


def fits(result: Result, mode: Mode) -> Picture:
    """A dot for the overall fit and a bar for the middle 80 of 100 tries, one strip per option, highest first."""
    lines = list(reversed(result.fits))
    head = (say("column-option"), say("priorities-column-fit"), say("priorities-column-range"))
    rows = tuple(
        (item.treatment.name, whole(item.fit.mean), f"{whole(item.fit.low)}–{whole(item.fit.high)}")
        for item in result.fits
    )
    traces: list[Any] = []
    for row, item in enumerate(lines):
        ink = colour(item.treatment.family, mode)
        bar = {"width": 9, "color": mix(PAPER[mode], ink, 0.42)}
        traces.append(
            _trace("scatter", y=[row, row], x=[item.fit.low, item.fit.high], mode="lines", line=bar, cliponaxis=False)
        )
        mark = {"size": 15, "color": ink, "symbol": SYMBOL[item.treatment.family]}
        traces.append(_trace("scatter", y=[row], x=[item.fit.mean], mode="markers", marker=mark, cliponaxis=False))
    layout = _layout(
        mode,
        _STRIP * len(lines) + _FOOT,
        margin={"l": 12, "r": 12, "t": 6, "b": 34},
        xaxis={"range": [-1, 101], "tickvals": [0, 25, 50, 75, 100], "tickangle": 0},
        yaxis={"showticklabels": False, "range": [-0.45, len(lines) - 0.15]},
    )
    words = [
        say("priorities-fits-label", fit=whole(item.fit.mean), low=whole(item.fit.low), high=whole(item.fit.high))
        for item in lines
    ]
    layout["annotations"] = [
        _title(f"<b>{item.treatment.short_name}</b>  {text}", row, INK[mode])
        for row, (item, text) in enumerate(zip(lines, words, strict=True))
    ]
    alt = say(
        "priorities-fits-alt",
        list="; ".join(f"{item.treatment.name}: {text}" for item, text in zip(lines, words, strict=True)),
    )
    return Picture(_figure(traces, layout), alt, head, rows, tuple(() for _ in rows))


def places(result: Result, mode: Mode) -> Picture:
    """A strip of 100 tries per option: first darkest, then second, third, and later places palest."""
    lines = list(reversed(result.fits))
    names = place_names(len(lines))
    head = (say("column-option"), *(say(f"priorities-column-place-{name}") for name in names))
    rows = tuple((item.treatment.name, *(whole(part) for part in shown_places(item))) for item in result.fits)
    traces: list[Any] = []
    notes: list[dict[str, Any]] = []
    for row, item in enumerate(lines):
        start = 0.0
        for strength, share in zip((1.0, 0.55, 0.28, 0.1), shown_places(item), strict=False):
            fill = mix(PAPER[mode], colour(item.treatment.family, mode), strength)
            edge = {"color": colour(item.treatment.family, mode), "width": 1}
            traces.append(
                _trace(
                    "bar",
                    y=[row],
                    x=[share],
                    base=[start],
                    orientation="h",
                    width=0.42,
                    marker={"color": fill, "line": edge},
                )
            )
            if share >= _ROOM:
                ink = max((PAPER[mode], INK[mode]), key=lambda code: contrast(code, fill))
                middle = start + share / 2
                notes.append(
                    {
                        "text": whole(share),
                        "x": middle,
                        "y": row,
                        "showarrow": False,
                        "font": {"size": _NUMBER, "color": ink},
                    }
                )
            start += share
        said = say("priorities-place-first", count=whole(item.fit.places[0]))
        notes.append(_title(f"<b>{item.treatment.short_name}</b>  {said}", row + 0.03, INK[mode]))
    layout = _layout(
        mode,
        (_STRIP + 6) * len(lines) + _FOOT,
        barmode="overlay",
        margin={"l": 12, "r": 12, "t": 6, "b": 34},
        xaxis={
            "range": [-1, 101],
            "tickvals": [0, 25, 50, 75, 100],
            "tickangle": 0,
            "tickfont": {"size": 13, "color": QUIET[mode]},
        },
        yaxis={"showticklabels": False, "range": [-0.4, len(lines) - 0.1]},
    )
    layout["annotations"] = notes
    listed = "; ".join(
        f"{row[0]}: "
        + ", ".join(
            say("priorities-place-count", place=say(f"priorities-place-{name}"), count=part)
            for name, part in zip(names, row[1:], strict=True)
        )
        for row in rows
    )
    return Picture(
        _figure(traces, layout), say("priorities-places-alt", list=listed), head, rows, tuple(() for _ in rows)
    )
