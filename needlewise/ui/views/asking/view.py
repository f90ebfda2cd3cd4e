"""Draws what a page says while no concern is picked: what needling is, and the questions that people ask most.

Nothing is taken as chosen. The picker stands between the two parts; it is the same on every page.
"""

from __future__ import annotations

import functools
from dataclasses import dataclass
from pathlib import Path

import streamlit as st
from markupsafe import Markup

from needlewise.ui.components.page_link import address_of
from needlewise.ui.page_registry import PAGES
from needlewise.ui.templates import macro
from needlewise.words import say

_CSS = Path(__file__).with_name("style.css")
_PAGE = "views/asking/page.html"
_HOME = "explore"


@dataclass(frozen=True)
class Asked:
    """One question that people ask: its message, and what answers it: a page, what it is opened for, a place on it."""

    name: str
    page: str
    concern_id: str = ""
    option_ids: tuple[str, ...] = ()
    place: str = ""


_LASER = ("microneedling", "fractional_co2_laser", "no_treatment")
# The questions asked most in public forums that one place answers by itself, each with that place.
MOST_ASKED = (
    Asked("after", "after"),
    Asked("pregnant", "suitability"),
    Asked("back", "explore", "low_back_pain"),
    Asked("scars", "explore", "acne_scars"),
    Asked("laser", "compare", "acne_scars", _LASER),
    Asked("promises", "evidence"),
    Asked("visits", "explore", "stretch_marks", place="figures"),
    Asked("work", "compare", "acne_scars", _LASER, "line-days"),
    Asked("hurts", "compare", "acne_scars", _LASER, "line-hurts"),
    Asked("better", "explore", "acne_scars", place="shares"),
    Asked("isotretinoin", "suitability", "acne_scars", place="checklist"),
    Asked("brown", "suitability", "acne_scars", place="skin-tone"),
    Asked("knots", "compare", "muscle_knots", ("dry_needling", "exercise_therapy", "no_treatment")),
    Asked("nothing", "explore", "tennis_elbow", place="option-no_treatment"),
    Asked("last", "evidence", "fine_lines", place="promise-long_lasting"),
    Asked("cream", "evidence", "fine_lines", place="promise-product_absorption"),
    Asked("blood", "evidence", "muscle_knots", place="promise-blood_flow"),
    Asked("date", "plan", "stretch_marks"),
)


@dataclass(frozen=True)
class Way:
    """One question in words, and the address of its answer."""

    text: str
    address: str


@functools.cache
def ways() -> tuple[Way, ...]:
    """The questions whose page there is."""
    paths = {page.name: page.path for page in PAGES}
    return tuple(
        Way(
            say(f"asking-most-{one.name}"),
            address_of(paths[one.page], one.concern_id, one.option_ids) + (f"#{one.place}" if one.place else ""),
        )
        for one in MOST_ASKED
        if one.page in paths
    )


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
