"""The check of what was understood: in the session only, never in the address, a file or the paper."""

from __future__ import annotations

import zlib

import streamlit as st

from needlewise.ui.state.keys import READY_ASKED, READY_SURE
from needlewise.words import say


def pick_answer(concern_id: str, place: int, text: str, choices: tuple[str, ...]) -> str | None:
    """Draw one question; returns what was picked, None before."""
    # The options are part of the key: with other ones it is another question.
    key = f"{READY_ASKED}{concern_id}_{place}_{zlib.crc32(repr((text, choices)).encode())}"
    return st.radio(text, choices, index=None, key=key)


def pick_sure(name: str) -> str | None:
    """Draw one of the four questions on being ready; returns `yes` or `no`, None before."""
    names = {"yes": say("ready-yes"), "no": say("ready-no")}
    found: str | None = st.pills(
        say(f"ready-sure-ask-{name}"), list(names), format_func=names.__getitem__, key=f"{READY_SURE}{name}"
    )
    return found
