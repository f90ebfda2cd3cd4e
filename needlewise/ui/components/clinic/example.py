"""What a clinic's settings add; with the settings of `clinic.example.toml` when started by `make examples`."""

from __future__ import annotations

import streamlit as st

from needlewise.clinic.settings import current
from needlewise.evidence.model.store import Evidence
from needlewise.evidence.rules.course import course
from needlewise.ui.components import clinic

_CONCERN = "acne_scars"


def draw(evidence: Evidence) -> None:
    """Top and foot, what stands above a table, and what stands beside an option it offers and one it does not."""
    if not current().is_set:
        # Without a clinic none of it is drawn.
        return
    notes = [
        clinic.beside(_CONCERN, option.treatment_id, course(evidence, _CONCERN, option.treatment_id))
        for option in evidence.of(_CONCERN).options
    ]
    usual = next((said for said in notes if said.usual), notes[0])
    not_here = next((said for said in notes if said.not_offered), notes[0])
    st.html(clinic.header())
    st.html(clinic.lead() + clinic.note(usual.usual, usual.fee, usual.course_cost) + clinic.mark(not_here))
    st.html(clinic.about() + clinic.footer())
