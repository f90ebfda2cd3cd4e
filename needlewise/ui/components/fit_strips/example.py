"""Three options weighed on two things, in both pictures."""

from __future__ import annotations

import streamlit as st

from needlewise.charts.priorities import fits, places
from needlewise.decision.priorities.criteria import board, measure
from needlewise.decision.priorities.fit import weigh
from needlewise.evidence.model.store import Evidence
from needlewise.ui.components.fit_strips import STYLE, fit_strips, place_strips
from needlewise.ui.state import visitor


def draw(evidence: Evidence) -> None:
    """Little downtime first, with points; being sure it works second, without any, so that its points are drawn."""
    options = ("microneedling", "fractional_co2_laser", "superficial_peel")
    result = weigh(board(measure(evidence, "acne_scars"), options), (("downtime", 100.0), ("certainty", None)))
    if result is not None:
        st.html(STYLE)
        st.html(fit_strips(fits(result, visitor.mode())))
        st.html(place_strips(places(result, visitor.mode())))
