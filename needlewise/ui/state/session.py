"""The session as a whole: what is made once a session, and forgetting everything for the next client."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from typing import TypeVar

import streamlit as st
from streamlit.errors import StreamlitAPIException

from needlewise.decision.suitability import Answers
from needlewise.ui.state.suitability import answers
from needlewise.ui.state.take_home import TAKE_HOME

_FORGOTTEN = "all_forgotten"
_RUN = "connection_run"


def forget_everything() -> None:
    """Take every choice, answer and parameter out of the session and the address, for the next client.

    A parameter that a widget is bound to cannot be deleted here: Streamlit drops it at the end of a run without the widget.
    """
    st.session_state.clear()
    for name in list(st.query_params):
        with contextlib.suppress(StreamlitAPIException):
            del st.query_params[name]
    st.session_state[_FORGOTTEN] = True


def forgotten() -> bool:
    """True in the one run after everything was cleared, in which no widget may be drawn; leaves nothing behind."""
    return bool(st.session_state.pop(_FORGOTTEN, False))


_KeptT = TypeVar("_KeptT")


def once_per_session(name: str, make: Callable[[], _KeptT]) -> _KeptT:
    """What `make` returns, made once a session and kept under a name of its own; nothing of the visitor's."""
    key = f"kept_{name}"
    if key not in st.session_state:
        st.session_state[key] = make()
    value: _KeptT = st.session_state[key]
    return value


def count_run() -> int:
    """The number of this run in its session, from 1; to be asked once in a run."""
    run: int = st.session_state.get(_RUN, 0) + 1
    st.session_state[_RUN] = run
    return run


def told_anything() -> bool:
    """True while the session holds an answer about a person, what matters to them, or words of their own."""
    words = any(st.session_state.get(f"{TAKE_HOME}{field}") for field in ("name", "own", "note"))
    weighed = any(
        value
        for name, value in st.session_state.items()
        if str(name).startswith(("priorities_order_", "priorities_own_"))
    )
    return words or weighed or answers() != Answers()
