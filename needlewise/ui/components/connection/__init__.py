"""What a page needs to come back from a lost connection, together with connection.js.

After two minutes without a connection (`server.disconnectedSessionTTL`) Streamlit drops a session. The browser then
gets
a new one, which has run nothing yet: it knows no button, so the first press is lost, and nothing of what was told.
"""

from __future__ import annotations

import json
import secrets
from collections.abc import Sequence

import streamlit as st
from markupsafe import Markup

from needlewise.ui.state import session as session_state
from needlewise.ui.templates import macro
from needlewise.words import say


def watch(options: Sequence[str] = ()) -> Markup:
    """Draw, out of sight, the button that wakes a new session; returns the mark that tells sessions apart.

    The mark says which session drew the page, in which run, and whether it holds anything told: never what. And the
    labels of the options compared, for page.js to keep them in the address: so they outlast the session.
    """
    st.button(say("connection-wake"), key="connection_wake")
    session = session_state.once_per_session("session", lambda: secrets.token_hex(8))
    run, told = session_state.count_run(), session_state.told_anything()
    return macro("components/connection/template.html", "watch", session, run, told, json.dumps(options))
