"""The pictures of a page: drawn for the concern on the screen once they are wanted, not before."""

from __future__ import annotations

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from needlewise.ui.state.keys import PICTURES_DRAW, PICTURES_OF, PICTURES_PLACE
from needlewise.words import say


def place() -> DeltaGenerator:
    """Where the pictures of the page stand, drawn or still waiting."""
    return st.container(key=PICTURES_PLACE)


def wanted(concern_id: str) -> bool:
    """True once the pictures of this concern were asked for; another concern asks anew."""
    return st.session_state.get(PICTURES_OF) == concern_id


def ask(concern_id: str) -> None:
    """Draw the button that draws them. page.js presses it once a picture comes near, and keeps it out of sight."""
    st.button(say("pictures-draw"), key=PICTURES_DRAW, on_click=_want, args=(concern_id,))


def _want(concern_id: str) -> None:
    st.session_state[PICTURES_OF] = concern_id
