"""What is typed into the search: in the session only, for it may tell of someone's health."""

from __future__ import annotations

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from needlewise.decision.search import MOST_TEXT
from needlewise.ui.state.keys import SEARCH_GO, SEARCH_OPEN, SEARCH_TEXT
from needlewise.words import say


def window() -> DeltaGenerator | None:
    """Draw the button that opens the search; returns the place to draw it in while it is open, else None."""
    place = st.popover(say("search-go"), key=SEARCH_OPEN, on_change="rerun")
    return place if place.open else None


def typed() -> str:
    """Draw the field and its button; returns what was asked for. Nothing is sent before Enter or the button."""
    form = st.form("search", border=False, enter_to_submit=True)
    with form, st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
        text = st.text_input(
            say("search-label"), key=SEARCH_TEXT, max_chars=MOST_TEXT, placeholder=say("search-placeholder")
        )
        st.form_submit_button(say("search-go"), key=SEARCH_GO)
    return text or ""
