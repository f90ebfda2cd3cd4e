"""The version of the evidence that a link, a paper or a calendar names: what was said then is told first."""

from __future__ import annotations

import streamlit as st

from needlewise.evidence.model.store import Evidence
from needlewise.ui.state import options
from needlewise.ui.state.keys import OPTIONS, VERSION

# An address can hold anything; a note repeats no more than this of it.
_LONGEST = 20


def asked_version() -> str:
    """The version the address names; empty where it names none."""
    return str(st.query_params.get(VERSION, ""))[:_LONGEST]


def options_in_address(evidence: Evidence, concern_id: str) -> tuple[str, ...]:
    """The options the address names, those of the concern only; empty where it names none."""
    named = st.query_params.get_all(OPTIONS)
    return tuple(sorted(options.known_options(evidence, concern_id, named)[0])) if named else ()
