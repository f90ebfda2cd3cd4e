"""Draws what a page says while no concern is picked: what needling is, and the questions that people ask most.

Nothing is taken as chosen. The picker stands between the two parts; it is the same on every page.
"""

from __future__ import annotations

import functools
from dataclasses import dataclass
from pathlib import Path

import streamlit as st
from markupsafe import Markup

from needlewise.evidence.reading.load import load
from needlewise.ui.components.page_link import asked_address
from needlewise.ui.templates import macro
from needlewise.words import say

_CSS = Path(__file__).with_name("style.css")
_PAGE = "views/asking/page.html"
_HOME = "explore"


@dataclass(frozen=True)
class Way:
    """One question in words, and the address of its answer."""

    text: str
    address: str


@functools.cache
def ways() -> tuple[Way, ...]:
    """The questions of the home page whose page there is."""
    return tuple(Way(row.question, asked_address(row)) for row in load().asked.values() if row.at_home)


@functools.cache
def stylesheet() -> str:
    """The styles of what stands here."""
    return _CSS.read_text(encoding="utf-8")


@functools.cache
def opening(name: str) -> Markup:
    """Above the picker: on the home page what needling is, on another that it needs a concern first."""
    home = name == _HOME
    title = say("asking-title" if home else "asking-title-page")
    return macro(_PAGE, "opening", title, "" if home else say("asking-first", page=say(f"nav-{name}")))


@functools.cache
def below(name: str, *, early: bool = False) -> Markup:
    """Below the picker: the questions asked most, on the home page; nothing on another. `early` for the first HTML."""
    return macro(_PAGE, "most_asked", ways(), early) if name == _HOME else Markup()


def draw_opening(name: str) -> None:
    """Draw what stands above the picker."""
    st.html(_CSS)
    st.html(opening(name))


def draw_below(name: str) -> None:
    """Draw what stands below the picker."""
    if words := below(name):
        st.html(words)
