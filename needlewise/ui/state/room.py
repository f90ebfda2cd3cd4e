"""The consult room: view and screen stand in the address as ids; that a consult is going on is held for the session."""

from __future__ import annotations

import streamlit as st

from needlewise.decision.consult_room import ScreenId
from needlewise.ui.state.keys import CONSULT, ROOM_LEFT, ROOM_SCREEN, ROOM_SEEN, SCREEN, VIEW
from needlewise.words import say

ROOM = "room"


def in_room() -> bool:
    """True when the address asks for the room; from then on a consult is going on."""
    if st.query_params.get(VIEW) != ROOM:
        return False
    st.session_state[CONSULT] = True
    return True


def consult() -> bool:
    """True once the room was entered, also after leaving it, until everything is cleared for a new client."""
    return bool(st.session_state.get(CONSULT))


def enter_room() -> None:
    """Put the room into the address, at the screen that was left if one was; the page stays."""
    st.query_params[VIEW] = ROOM
    if ROOM_LEFT in st.session_state:
        st.query_params[SCREEN] = st.session_state[ROOM_LEFT]


def hold_screen(screen_id: ScreenId) -> None:
    """Remember the screen on show, for whoever leaves the room and comes back, and that it was."""
    st.session_state[ROOM_LEFT] = screen_id
    st.session_state[ROOM_SEEN] = tuple(dict.fromkeys((*st.session_state.get(ROOM_SEEN, ()), screen_id)))


def screens_skipped(known: tuple[ScreenId, ...]) -> tuple[ScreenId, ...]:
    """The screens that were not on show in this consult; none where the room was never entered."""
    seen: tuple[ScreenId, ...] = st.session_state.get(ROOM_SEEN, ())
    return tuple(name for name in known if name not in seen) if seen else ()


def screen_left(known: tuple[ScreenId, ...]) -> ScreenId | None:
    """The screen that was on show when the room was left; None before it was entered."""
    held = st.session_state.get(ROOM_LEFT)
    return next((name for name in known if name == held), None)


def show_screen(screen_id: str) -> None:
    """Put a screen into the address."""
    st.query_params[SCREEN] = screen_id


def screen(known: tuple[ScreenId, ...], first: ScreenId) -> ScreenId:
    """The screen in the address; `first` when it names none that is known."""
    asked = st.query_params.get(SCREEN)
    return next((name for name in known if name == asked), first)


def pick_screen(names: dict[ScreenId, str], at: ScreenId) -> None:
    """Draw the screens as a row of pills, the one shown chosen."""
    st.session_state[ROOM_SCREEN] = at
    st.pills(
        say("room-screens"),
        list(names),
        format_func=names.__getitem__,
        required=True,
        key=ROOM_SCREEN,
        on_change=_screen_picked,
        label_visibility="collapsed",
    )


def _screen_picked() -> None:
    show_screen(st.session_state[ROOM_SCREEN])
