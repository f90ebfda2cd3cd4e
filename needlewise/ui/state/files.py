"""Files made from what a person typed or chose: a press that is a run of its own, and a file fetched from that run.

Streamlit's download button fetches what was made ready in the run before the press. Whoever types and presses at once
is
then ahead of that run: the file lacks the words, or is gone. Here the press is a plain button. A browser sends what a
field holds when the field is left, so before the press, and both over one connection in that order: the run that
the press starts knows every word. It makes the file, and page.js takes it. Only the number of presses is kept, and only
until the browser has taken the file.
"""

from __future__ import annotations

import time
from collections.abc import Callable

import streamlit as st

from needlewise.ui.state.keys import FILE_ASKED, FILE_LINK, FILE_PAGE, FILE_PRESSES, FILE_TIMES, FILE_WAIT
from needlewise.words import say

# A person takes a paper once or twice. A file costs a part of a second of a core, so one visit cannot ask without end.
MOST_A_MINUTE = 10
_MINUTE = 60.0


def ask(label: str, key: str, *, icon: str | None = None, disabled: bool = False) -> None:
    """Draw the button that asks for a file."""
    st.button(label, key=key, icon=icon, disabled=disabled, on_click=_asked, args=(key,))
    if st.session_state.get(FILE_WAIT) == key:
        st.caption(say("files-wait"))


def hand_out(key: str, make: Callable[[], bytes | str], *, file_name: str, mime: str) -> None:
    """Make the file asked for with the button `key`, and draw, out of sight, what page.js takes it from; else nothing.

    It stays wanted until the browser says that it has it: a run cut short by the next one would otherwise lose it.
    """
    press = st.session_state.get(FILE_ASKED + key)
    if press is None:
        return
    st.download_button(
        file_name,
        make(),
        file_name=file_name,
        mime=mime,
        key=f"{FILE_LINK}{press}",
        on_click=_taken,
        args=(key, press),
    )


def _asked(key: str) -> None:
    now = time.monotonic()
    times = [at for at in st.session_state.get(FILE_TIMES, ()) if now - at < _MINUTE]
    st.session_state.pop(FILE_WAIT, None)
    if len(times) >= MOST_A_MINUTE:
        st.session_state[FILE_WAIT] = key
        return
    st.session_state[FILE_TIMES] = (*times, now)
    press = st.session_state.get(FILE_PRESSES, 0) + 1
    st.session_state[FILE_PRESSES] = press
    st.session_state[FILE_ASKED + key] = press


def _taken(key: str, press: int) -> None:
    if st.session_state.get(FILE_ASKED + key) == press:
        del st.session_state[FILE_ASKED + key]


def only_of(page: str) -> None:
    """Drop what was asked for on another page and not taken: it shall not arrive when that page is opened again."""
    if st.session_state.get(FILE_PAGE) == page:
        return
    st.session_state[FILE_PAGE] = page
    for name in [name for name in map(str, st.session_state) if name.startswith(FILE_ASKED)]:
        del st.session_state[name]
