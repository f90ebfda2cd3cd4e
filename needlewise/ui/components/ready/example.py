"""A question of the check, answered rightly and not, and what the four questions on being ready come to."""

from __future__ import annotations

import streamlit as st
from markupsafe import Markup

from needlewise.decision.concern.build import build_concern_page
from needlewise.decision.ready.check import check_questions
from needlewise.evidence.model.store import Evidence
from needlewise.ui.components.ready import STYLE, answered, head, sure
from needlewise.ui.components.source_cards import SourceCards


def draw(evidence: Evidence) -> None:
    """Microneedling and a laser for acne scars."""
    st.html(STYLE)
    cards = SourceCards(evidence)
    page = build_concern_page(evidence, "acne_scars")
    first = check_questions(page, ("microneedling", "fractional_co2_laser"))[0]
    drawn = [head(cards), answered(first, first.right, cards), answered(first, "", cards)]
    drawn += [sure(("yes",) * 4), sure(("yes", "no", "yes", "yes"))]
    st.html(Markup().join(drawn))
