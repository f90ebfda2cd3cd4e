"""What a brand, a slip and a name that is not here give."""

from __future__ import annotations

import streamlit as st

from needlewise.decision.search import search
from needlewise.evidence.model.store import Evidence
from needlewise.ui.components.search import answer


def draw(evidence: Evidence) -> None:
    """Three searches."""
    for text in ("exosomes", "plantar fascitis", "hip pain"):
        st.html(answer(text, search(evidence, text)))
