"""The calendar strips: every option on one time axis, with its dates as the text twin."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import plotly.graph_objects as go

from needlewise.charts.base import Picture, plotly_figure, plotly_layout
from needlewise.charts.findings import _note
from needlewise.charts.palette import HAIRLINE, INK, PAPER, QUIET, SYMBOL, Mode, colour, mix, pale
from needlewise.decision.plan.model import ChanceDates, OptionPlan, Plan
from needlewise.decision.plan.words import reason
from needlewise.words import dates, join_list, say

# Height of a strip and of what stands above and below all of them, in pixels.
_STRIP, _TOP, _BOTTOM = 92, 30, 44
# How strongly the bar is inked while at least 90, 50, 10 and fewer than 10 of 100 are still marked.
_SHADES = (1.0, 0.62, 0.36, 0.17)
_MOST_TICKS = 6
# Months in a year; visits from which the marks must be smaller to stay apart.
_YEAR, _MANY = 12, 13
# Share of the picture's width that the words beside a band need on a phone.
_LABEL_ROOM = 0.34


def _ticks(start: date, days: int, locale: str) -> tuple[list[int], list[str], list[int]]:
    """Labelled firsts of months (at most six), their labels with the year where it changes, and all other firsts."""
    firsts: list[date] = []
    when = start.replace(day=1)
    while (when - start).days <= days:
        if when >= start:
            firsts.append(when)
        when = (when + timedelta(days=32)).replace(day=1)
    steps = (1, 2, 3, 4, 6, 12, 24, 36, 60)
    step = next((size for size in steps if len(firsts) <= size * _MOST_TICKS), steps[-1])
    # Counting from January keeps the labels on the same months whatever the start.
    chosen = (
        [first for first in firsts if (first.year * 12 + first.month - 1) % step == 0]
        if step <= _YEAR
        else firsts[::step]
    )
    labels, year = [], 0
    for first in chosen:
        name = dates.month(first, locale)
        labels.append(f"{name}<br>{first.year}" if first.year != year else name)
        year = first.year
    return (
        [(first - start).days for first in chosen],
        labels,
        [(first - start).days for first in firsts if first not in chosen],
    )


def option_dates(plan: Plan, option: OptionPlan, locale: str) -> str:
    """One option's dates in words, as a screen reader says them and as the list begins."""
    if option.kind == "nothing":
        return say("plan-nothing")
    parts = [dates.day(step.day, locale) for step in option.steps]
    text = (
        f"{say('plan-list-visits')}: {join_list(parts)}"
        if parts
        else say("plan-home")
        if option.kind == "home"
        else reason(plan, option)
    )
    if option.shown is not None and option.shown.early is not None:
        ends = [
            dates.day(when, locale)
            for when in dict.fromkeys((option.shown.early, option.shown.late or option.shown.early))
        ]
        text += f"; {say('plan-strip-result')} {' – '.join(ends)}"
    return text


def calendar(plan: Plan, mode: Mode, locale: str) -> Picture:
    """A strip per option with dates: visits, the bar of recovery below each, the result window.

    Stripes for days kept free and a line for the event.
    """
    start = plan.wishes.start
    drawn = [option for option in plan.options if option.steps or option.result is not None]
    head = (say("column-option"), say("plan-list-visits"))
    rows = tuple((option.treatment.name, option_dates(plan, option, locale)) for option in plan.options)
    refs = tuple(option.refs for option in plan.options)
    if not drawn:
        return Picture(None, "", head, rows, refs, say("plan-strip-empty"))
    ends = [(option.result.last - start).days for option in drawn if option.result is not None]
    ends += [
        ((option.steps[-1].clear_at_latest or option.steps[-1].day) - start).days for option in drawn if option.steps
    ]
    ends += [
        (when - start).days
        for option in drawn
        for when in (option.shown.late if option.shown else None,)
        if when is not None
    ]
    if plan.wishes.event is not None:
        ends.append((plan.wishes.event - start).days)
    longest = max(14, *ends)
    height = _STRIP * len(drawn) + _TOP + _BOTTOM
    ticks, names, others = _ticks(start, longest, locale)
    layout = plotly_layout(
        mode,
        height,
        margin={"l": 6, "r": 10, "t": _TOP, "b": _BOTTOM},
        xaxis={
            "tickvals": ticks,
            "ticktext": names,
            "range": [-longest * 0.02, longest * 1.03],
            "minor": {"tickvals": others, "showgrid": True, "gridcolor": mix(PAPER[mode], HAIRLINE[mode], 0.5)},
        },
        yaxis={"range": [0, len(drawn)], "showticklabels": False, "automargin": False},
    )
    layout["shapes"], layout["annotations"] = [], []
    _free_days(plan, mode, longest, layout)
    traces: list[Any] = []
    for place, option in enumerate(reversed(drawn)):
        traces += _strip(option, start, float(place), mode, layout)
    alt = say(
        "plan-strip-alt", list="; ".join(say("plan-strip-alt-option", name=name, dates=text) for name, text in rows)
    )
    if plan.wishes.event is not None:
        _event(plan.wishes.event, start, longest, mode, layout, locale)
        alt += f"; {say('plan-strip-event', day=dates.day(plan.wishes.event, locale))}"
    return Picture(plotly_figure(traces, layout), alt, head, rows, refs)


def _box(x0: float, x1: float, y0: float, y1: float, fill: str, line: str | None = None) -> dict[str, Any]:
    # A box of a day or two is thinner than a pixel on a phone; its own edge keeps it on the screen.
    return {
        "type": "rect",
        "x0": x0,
        "x1": x1,
        "y0": y0,
        "y1": y1,
        "fillcolor": fill,
        "line": {"width": 1, "color": line or fill},
        "layer": "below",
    }


def _free_days(plan: Plan, mode: Mode, longest: int, layout: dict[str, Any]) -> None:
    """Grey stripes through all strips, where they lie on the picture."""
    fill = mix(PAPER[mode], QUIET[mode], 0.24)
    for span in plan.wishes.away:
        first, last = ((when - plan.wishes.start).days for when in (span.first, span.last))
        if last >= 0 and first <= longest:
            layout["shapes"].append({**_box(max(first, 0), min(last + 1, longest), 0, 1, fill), "yref": "paper"})


def _event(event: date, start: date, longest: int, mode: Mode, layout: dict[str, Any], locale: str) -> None:
    day = (event - start).days
    layout["shapes"].append(
        {
            "type": "line",
            "x0": day,
            "x1": day,
            "yref": "paper",
            "y0": 0,
            "y1": 1,
            "line": {"width": 2, "dash": "dot", "color": INK[mode]},
        }
    )
    side = "left" if day < longest * 0.3 else "right" if day > longest * 0.7 else "center"
    layout["annotations"].append(
        {
            "text": f"<b>{say('plan-strip-event', day=dates.day(event, locale))}</b>",
            "x": day,
            "xanchor": side,
            "yref": "paper",
            "y": 1,
            "yanchor": "bottom",
            "showarrow": False,
            "font": {"size": 13, "color": INK[mode]},
        }
    )


def _strip(option: OptionPlan, start: date, floor: float, mode: Mode, layout: dict[str, Any]) -> list[Any]:
    """The marks of one option between `floor` and `floor` + 1; its name stands on top of the strip."""
    family = option.treatment.family
    ink = colour(family, mode)
    name = {
        **_note(f"<b>{option.treatment.short_name}</b>", 0, 0, "left", INK[mode], 14),
        "yref": "y",
        "y": floor + 0.98,
        # The line of an event soon after the start must not strike the name out.
        "bgcolor": PAPER[mode],
    }
    layout["annotations"].append(name)
    layout["shapes"].append(
        {
            "type": "line",
            "xref": "paper",
            "x0": 0,
            "x1": 1,
            "y0": floor,
            "y1": floor,
            "line": {"width": 1, "color": HAIRLINE[mode]},
            "layer": "below",
        }
    )
    days = [(step.day - start).days for step in option.steps]
    traces: list[Any] = []
    if days:
        traces.append(
            go.Scatter(
                x=[days[0], days[-1]],
                y=[floor + 0.6] * 2,
                mode="lines",
                line={"width": 1.5, "color": pale(family, mode, 0.5)},
            )
        )
        traces.append(
            go.Scatter(
                x=days,
                y=[floor + 0.6] * len(days),
                mode="markers",
                cliponaxis=False,
                marker={"size": 10 if len(days) < _MANY else 7, "symbol": SYMBOL[family], "color": ink},
            )
        )
    for day in days:
        begin = 0.0
        for end, strength in zip(option.shades, _SHADES, strict=False):
            if end > begin:
                layout["shapes"].append(
                    _box(day + begin, day + end, floor + 0.36, floor + 0.48, pale(family, mode, strength))
                )
                begin = end
    if option.shown is not None and option.shown.early is not None:
        traces += _window(option, option.shown, option.shown.early, start, floor, mode, layout)
    return traces


def _window(
    option: OptionPlan, shown: ChanceDates, early: date, start: date, floor: float, mode: Mode, layout: dict[str, Any]
) -> list[Any]:
    """The band from the date that 10 of 100 courses reach to that of 90, with a line at the usual date."""
    family = option.treatment.family
    first = (early - start).days
    last = first if shown.late is None else (shown.late - start).days
    layout["shapes"].append(_box(first, last, floor + 0.1, floor + 0.26, pale(family, mode, 0.2), colour(family, mode)))
    layout["annotations"].append(_window_label(first, last, floor, mode, layout["xaxis"]["range"][1]))
    if option.result is None:
        return []
    usual = (option.result.usual - start).days
    return [
        go.Scatter(
            x=[usual, usual],
            y=[floor + 0.07, floor + 0.29],
            mode="lines",
            line={"width": 3, "color": colour(family, mode)},
        )
    ]


def _window_label(first: int, last: int, floor: float, mode: Mode, end: float) -> dict[str, Any]:
    """The band's name beside it, on the side with room: in front, else behind, else on top of it."""
    x, side, y, stands = first, "right", 0.18, "middle"
    if first < end * _LABEL_ROOM:
        x, side = last, "left"
        if last > end * (1 - _LABEL_ROOM):
            x, side, y, stands = first, "left", 0.24, "bottom"
    gap = 0 if stands == "bottom" else 6 if side == "left" else -6
    return {
        "text": say("plan-strip-result"),
        "x": x,
        "xanchor": side,
        "xshift": gap,
        "y": floor + y,
        "yanchor": stands,
        "showarrow": False,
        "bgcolor": PAPER[mode],
        "borderpad": 1,
        "font": {"size": 12, "color": QUIET[mode]},
    }
