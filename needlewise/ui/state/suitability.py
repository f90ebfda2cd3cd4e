"""Answers about health: in the session only, never bound to the address, and no cache is keyed by them."""

from __future__ import annotations

import functools

import streamlit as st

from needlewise.decision.suitability import Answers
from needlewise.evidence.model.vocabulary import DARK_SKIN
from needlewise.ui.state.keys import (
    CHECKLIST,
    CONDITIONS,
    LAST_TOLD,
    SCOPE,
    SKIN,
    SKIN_SHORT,
    SKIN_TOLD_HERE,
    of_owner,
)
from needlewise.words import say

NOT_SURE = 0


def pick_skin(names: dict[int, str]) -> None:
    """Draw the picker of skin tones, `NOT_SURE` last; tapping the chosen one again takes it back."""
    st.pills(
        say("suitability-skin-label"),
        list(names),
        format_func=names.__getitem__,
        key=SKIN,
        persist_state="session",
        label_visibility="collapsed",
        width="stretch",
        on_change=_skin_told_here,
    )


def _skin_told_here() -> None:
    st.session_state[SKIN_TOLD_HERE] = True
    st.session_state[LAST_TOLD] = DARK_SKIN


def skin_told_elsewhere() -> bool:
    """True while the skin tone in force was told on another page: its list may then stay folded on a phone."""
    return st.session_state.get(SKIN) is not None and not st.session_state.get(SKIN_TOLD_HERE)


def skin_type() -> int | None:
    """The skin type told, 1 to 6; None when not told or not sure."""
    return st.session_state.get(SKIN) or None


def pick_conditions(group: str, names: dict[str, str], *, part: str) -> None:
    """Draw one group of the checklist.

    What is ticked is held for the session, whichever part of the list is on screen.
    """
    held, key = st.session_state.get(CONDITIONS, ()), f"{CHECKLIST[part]}{group}"
    ticked = st.pills(
        say(f"suitability-group-{group}"),
        list(names),
        format_func=names.__getitem__,
        selection_mode="multi",
        default=[name for name in names if name in held],
        key=key,
        on_change=_hold_conditions,
        args=(key, tuple(names)),
        width="stretch",
    )
    _hold(tuple(names), ticked)


def _hold_conditions(key: str, names: tuple[str, ...]) -> None:
    """Held before anything is drawn: a quick tap on a link may replace the run that would draw the checklist."""
    _hold(names, st.session_state[key])


def last_told() -> str:
    """The condition ticked last, while it is ticked; `DARK_SKIN` where the skin tone was told later.

    Empty before anything was.
    """
    last = st.session_state.get(LAST_TOLD, "")
    return last if last == DARK_SKIN or last in st.session_state.get(CONDITIONS, ()) else ""


def _hold(names: tuple[str, ...], ticked: list[str]) -> None:
    held = st.session_state.get(CONDITIONS, ())
    new = [name for name in ticked if name not in held]
    if new:
        st.session_state[LAST_TOLD] = new[-1]
    st.session_state[CONDITIONS] = (*(name for name in held if name not in names), *ticked)


def answers() -> Answers:
    """All that was told on this page."""
    told = st.session_state.get(SKIN)
    return Answers(told or None, told == NOT_SURE and told is not None, tuple(st.session_state.get(CONDITIONS, ())))


def forget_answers() -> None:
    """Take every answer of this page out of the session."""
    for key in of_owner(map(str, st.session_state), "suitability"):
        del st.session_state[key]


def _scope_key(names: dict[str, str]) -> str:
    # Whoever has chosen options since is shown those at first, whatever stood there before.
    return f"{SCOPE}{next(iter(names))}"


def pick_scope(names: dict[str, str]) -> None:
    """Draw the choice between the options compared, those of the concern and all options; the first stands at first."""
    st.pills(
        say("suitability-scope-label"),
        list(names),
        format_func=names.__getitem__,
        default=next(iter(names)),
        required=True,
        key=_scope_key(names),
        persist_state="session",
    )


def scope_picked(names: dict[str, str]) -> str:
    """The id of that choice, also before it is drawn: it decides what is asked above it."""
    return st.session_state.get(_scope_key(names)) or next(iter(names))


@functools.cache
def _short_tones() -> dict[int, str]:
    return {tone: say(f"skin-short-{tone}") for tone in (*range(1, 7), NOT_SURE)}


def pick_skin_short(place: str, label: str, *, labelled: bool) -> None:
    """Draw the picker of skin tones with short names.

    What is tapped counts on every page, as if told on Right for me?.
    """
    key, names = SKIN_SHORT[place], _short_tones()
    st.session_state[key] = st.session_state.get(SKIN)
    st.pills(
        label,
        list(names),
        format_func=names.__getitem__,
        key=key,
        on_change=_skin_picked,
        args=(key,),
        label_visibility="visible" if labelled else "collapsed",
        width="stretch",
    )


def _skin_picked(key: str) -> None:
    st.session_state[SKIN] = st.session_state[key]
    st.session_state[LAST_TOLD] = DARK_SKIN
    st.session_state.pop(SKIN_TOLD_HERE, None)
