"""From no dots to four."""

from __future__ import annotations

import streamlit as st
from markupsafe import Markup

from needlewise.evidence.model.store import Evidence
from needlewise.evidence.rules.certainty import LEVELS
from needlewise.ui.components.certainty import dots


def draw(_: Evidence) -> None:
    """Each number of dots that a finding can have; the words beside them belong to the source cards."""
    st.html(Markup(" · ").join(dots(filled) for filled in range(len(LEVELS) + 1)))
