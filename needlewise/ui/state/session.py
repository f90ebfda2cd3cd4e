"""The session as a whole: what is made once a session, and forgetting everything for the next client."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from typing import TypeVar

import streamlit as st
from streamlit.errors import StreamlitAPIException

from needlewise.ui.state.keys import ALL_FORGOTTEN, CONNECTION_RUN, ONCE, outliving, told


def forget_everything() -> None:
    """Take every choice, answer and parameter out of the session and the address, for the next client.

    A parameter that a widget is bound to cannot be deleted here: Streamlit drops it at the end of a run without the
        widget.
    """
    kept = {name: st.session_state[name] for name in outliving(map(str, st.session_state))}
    # Cleared as a whole, so that Streamlit's own copies of what widgets hold go too.
    st.session_state.clear()
    for name, value in kept.items():
        st.session_state[name] = value
    for name in list(st.query_params):
        with contextlib.suppress(StreamlitAPIException):
            del st.query_params[name]
    st.session_state[ALL_FORGOTTEN] = True


def forgotten() -> bool:
    """True in the one run after everything was cleared, in which no widget may be drawn; leaves nothing behind."""
    return bool(st.session_state.pop(ALL_FORGOTTEN, False))


_KeptT = TypeVar("_KeptT")


def once_per_session(name: str, make: Callable[[], _KeptT]) -> _KeptT:
    """What `make` returns, made once a session and kept under a name of `keys.ONCE`; nothing of the visitor's."""
    key = ONCE[name]
    if key not in st.session_state:
        st.session_state[key] = make()
    value: _KeptT = st.session_state[key]
    return value


def count_run() -> int:
    """The number of this run in its session, from 1; to be asked once in a run."""
    run: int = st.session_state.get(CONNECTION_RUN, 0) + 1
    st.session_state[CONNECTION_RUN] = run
    return run


def untouched() -> bool:
    """True while this is the plain start: nothing stands in the address, nothing was told."""
    return not st.query_params and not told_anything()


def told_anything() -> bool:
    """True while the session holds an answer about a person, what matters to them, or words of their own."""
    # A skin tone that a person is not sure of is 0, and told.
    return any(st.session_state[name] not in (None, "", (), []) for name in told(map(str, st.session_state)))
