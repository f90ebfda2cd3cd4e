"""What may come after dry needling of the neck, in short."""

from __future__ import annotations

import streamlit as st

from needlewise.decision.after_signs import afterwards
from needlewise.evidence.model.store import Evidence
from needlewise.ui.components.after import STYLE, urgent
from needlewise.ui.components.source_cards import SourceCards


def draw(evidence: Evidence) -> None:
    """The signs that cannot wait."""
    st.html(STYLE)
    cards = SourceCards(evidence)
    st.html(urgent(afterwards(evidence, "dry_needling", "neck_pain"), "neck_pain", cards))
