"""A picture with how to read it above, and below it what could not be drawn and the same numbers as a table.

Each row of the table opens the sources of its numbers. A view whose parts come one after the other calls
`chart_with_table`; a view that keeps its HTML, or has a list of its own below the figure, calls the parts.
"""

from __future__ import annotations

import streamlit as st
from markupsafe import Markup

from needlewise.charts.base import CONFIG, Picture
from needlewise.ui.components.source_cards import SourceCards
from needlewise.ui.templates import macro
from needlewise.words import say

_TEMPLATE = "components/chart_with_table/template.html"


def chart_with_table(picture: Picture, cards: SourceCards, *, key: str, title: str, lead: str) -> None:
    """Draw all of a picture; nothing at all where there is neither a figure nor a reason why not."""
    if picture.figure is None and not picture.note:
        return
    st.html(heading(picture, title=title, lead=lead))
    figure(picture, key=key)
    below = number_table(picture, cards, title=title, summary=say("table-twin"))
    if below:
        st.html(below)


def heading(picture: Picture, *, title: str, lead: str, anchor: str = "", fold: str = "") -> Markup:
    """The title, and how to read the figure; without a figure, why there is none.

    `anchor` is the name that links on the page jump to. `fold` is what opens the figure on a phone: a figure cannot
    stand inside a fold, so the stylesheet hides it while the fold is closed.
    """
    drawn = picture.figure is not None
    return macro(_TEMPLATE, "heading", title, anchor, fold if drawn else "", lead if drawn else picture.note)


def figure(picture: Picture, *, key: str) -> None:
    """Draw the figure by itself, where there is one. `key` must be the only one of its kind on the page."""
    if picture.figure is not None:
        st.plotly_chart(picture.figure, width="stretch", theme=None, config=CONFIG, alt=picture.alt, key=key)


def number_table(picture: Picture, cards: SourceCards, *, title: str, summary: str, css: str = "") -> Markup:
    """What the figure could not show, and its numbers as a table behind `summary`; empty where there is neither."""
    rows = [
        [*row, cards.link(say("sources-mark"), refs, "stated")]
        for row, refs in zip(picture.rows, picture.refs, strict=True)
    ]
    note = picture.note if picture.figure is not None else ""
    head = (*picture.head, say("column-source"))
    return macro(_TEMPLATE, "number_table", note, head, rows, title, summary, css)
