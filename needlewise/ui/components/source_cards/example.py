"""Figures that open their sources, known and unknown, and every certainty."""

from __future__ import annotations

import streamlit as st
from markupsafe import Markup

from needlewise.evidence.model.store import Evidence
from needlewise.evidence.rules.certainty import LEVELS, rate
from needlewise.ui import built
from needlewise.ui.components.source_cards import SourceCards


def draw(evidence: Evidence) -> None:
    """The figures of one concern, one that no source gives, one finding of each certainty, and no finding at all."""
    cards = SourceCards(evidence)
    page = built.page("acne_scars")
    shown = [page.visits, page.downtime, page.whole_course, page.results]
    shown += [row.visits for row in page.options if not row.visits.known][:1]
    st.html(Markup(" · ").join(cards.figure(figure) for figure in shown))
    rated = {rate(evidence, effect).level: effect for effect in evidence.effects.values()}
    sure = [
        cards.certainty(rate(evidence, rated[level]), (f"effects:{rated[level].effect_id}",))
        for level in LEVELS
        if level in rated
    ]
    st.html(Markup(" · ").join([*sure, cards.certainty(None, ())]))
