"""People of 100 on both sides of one finding."""

from __future__ import annotations

import streamlit as st

from needlewise.evidence.model.store import Evidence
from needlewise.evidence.sentences.statements import figures
from needlewise.ui.components.people import marks


def draw(evidence: Evidence) -> None:
    """The first finding in the tables with people on both sides."""
    finding, share, other = next(
        (row, row.estimate, row.comparator_estimate)
        for row in evidence.effects.values()
        if row.measure == "proportion" and row.estimate and row.comparator_estimate
    )
    words = figures(evidence, finding)
    st.html(marks(round(share), 100, evidence.treatments[finding.treatment_id].family, words))
    st.html(marks(round(other), 100, "nothing", words))
    counted = next(iter(evidence.people_counts.values()))
    told = evidence.effects[counted.effect_id]
    st.html(marks(counted.events, counted.people, evidence.treatments[told.treatment_id].family, words))
