"""Draws the choice of two to four options, the same on every page that has it."""

from __future__ import annotations

import functools

import streamlit as st
from markupsafe import Markup

from needlewise.decision.shared.nothing import nothing_left_out
from needlewise.evidence.model.store import Evidence
from needlewise.ui.components.source_cards import SourceCards
from needlewise.ui.state import options as options_state
from needlewise.ui.templates import macro

_TEMPLATE = "components/option_picker/template.html"
# With more options than this the picker folds on a wide screen too.
_MANY = 10


def pick(evidence: Evidence, concern_id: str, *, folds: bool = True) -> tuple[str, ...]:
    """Draw the picker, and below it why a tap was put back; returns the ids on the page, in the order of the picker.

    On a phone only the chosen options show until the fold is opened; elsewhere, of many, also those that stand first. A
    fifth option is not refused: it asks whose
    place it takes.
    """
    if folds:
        st.html(_fold(len(options_state.offered_options(evidence, concern_id))))
    options_state.pick_options(evidence, concern_id)
    # Its own place, empty or not: were one put in, what follows would be drawn anew and an open fold would close.
    held, note = st.empty(), options_state.options_note()
    if note:
        with held.container(key="options_note"):
            st.html(macro(_TEMPLATE, "note", note))
            options_state.pick_swap(evidence, concern_id)
    chosen = options_state.options(evidence, concern_id)
    # Its own place, empty or not, for the same reason.
    place = st.empty()
    left_out = nothing_left_out(evidence.concerns[concern_id], (evidence.treatments[name] for name in chosen))
    if left_out is not None:
        cards = SourceCards(evidence)
        place.html(macro(_TEMPLATE, "nothing", left_out, cards))
    return chosen


@functools.cache
def _fold(count: int) -> Markup:
    """Always the same words for one concern: were the fold drawn anew it would close after each tap."""
    return macro(_TEMPLATE, "fold", count, count > _MANY)
