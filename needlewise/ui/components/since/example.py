"""What has changed since the first version, for two options of one concern; and a version that nobody knows."""

from __future__ import annotations

import streamlit as st

from needlewise.evidence.model.store import Evidence
from needlewise.ui.components.since import note


def draw(evidence: Evidence) -> None:
    """The first version in the tables, and one that is in none."""
    first = next(iter(evidence.releases))
    concern_id = next(iter(evidence.concerns))
    options = tuple(option.treatment_id for option in evidence.options(concern_id)[:2])
    st.html(note(evidence, first, concern_id, options))
    st.html(note(evidence, "9.9.9", concern_id, options))
