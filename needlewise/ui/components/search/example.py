"""What an emergency, a question, a brand, a slip and a name that is not here give."""

from __future__ import annotations

import streamlit as st

from needlewise.decision.asked import find
from needlewise.evidence.model.store import Evidence
from needlewise.ui.components.search import answer


def draw(evidence: Evidence) -> None:
    """Five searches."""
    for text in ("chest pain after dry needling", "makeup after needling", "exosomes", "plantar fascitis", "hip pain"):
        st.html(answer(text, find(evidence, text)))
