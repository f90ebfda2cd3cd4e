"""What a page needs to come back from a lost connection, together with connection.js.

After two minutes without a connection (`server.disconnectedSessionTTL`) Streamlit drops a session. The browser then gets
a new one, which has run nothing yet: it knows no button, so the first press is lost, and nothing of what was told.
"""

from __future__ import annotations

import secrets
from html import escape

import streamlit as st

from needlewise.ui.state import session as session_state
from needlewise.words import say

_RUN = "connection_run"


def watch() -> None:
    """Draw, out of sight, the button that wakes a new session, and the mark by which connection.js knows one from another.

    The mark says which session drew the page, in which run, and whether it holds anything told: never what.
    """
    st.button(say("connection-wake"), key="connection_wake")
    session = session_state.once_per_session("session", lambda: secrets.token_hex(8))
    run = st.session_state[_RUN] = st.session_state.get(_RUN, 0) + 1
    told = "1" if session_state.told_anything() else ""
    st.html(
        f'<div id="nw-session" data-session="{session}" data-run="{run}" data-told="{told}"></div>'
        f'<div class="nw-lost" role="status"><p class="nw-away-text">{escape(say("connection-away"))}</p><p class="nw-lost-text">{escape(say("connection-lost"))}</p>'
        f'<button type="button" class="nw-lost-seen">{escape(say("connection-seen"))}</button></div>'
    )
