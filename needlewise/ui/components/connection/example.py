"""The note after a lost connection: out of sight until `connection.js` says that it is lost."""

from __future__ import annotations

import streamlit as st

from needlewise.evidence.model.store import Evidence
from needlewise.ui.components import connection


def draw(_: Evidence) -> None:
    """As on every page."""
    st.html(connection.watch())
