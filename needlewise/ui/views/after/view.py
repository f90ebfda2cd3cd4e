"""Draws After: which treatment, then what is normal, when to ring and when it cannot wait."""

from __future__ import annotations

from pathlib import Path

import streamlit as st
from markupsafe import Markup

from needlewise.decision.after_signs import afterwards, has_signs
from needlewise.decision.shared.worked import how_to_know
from needlewise.evidence.model.rows import Treatment
from needlewise.evidence.model.store import Evidence
from needlewise.evidence.reading.load import load
from needlewise.ui.components import clinic
from needlewise.ui.components.after import STYLE
from needlewise.ui.components.source_cards import SourceCards
from needlewise.ui.state import after as after_state
from needlewise.ui.templates import macro
from needlewise.words import say

_CSS = (STYLE, Path(__file__).with_name("style.css"))
_PAGE = "views/after/page.html"
_FAMILIES = ("needling", "laser", "peel", "energy", "medicine", "movement")


def draw(concern_id: str | None) -> None:
    """Draw the page; `concern_id` is None where nobody picked a concern."""
    for style in _CSS:
        st.html(style)
    evidence = load()
    hero = st.container()
    picked = after_state.pick_treatment(evidence)
    if picked is None:
        hero.html(macro(_PAGE, "ask") + clinic.phone())
        st.html(choices(evidence, concern_id))
        return
    treatment = evidence.treatments[picked]
    hero.html(macro(_PAGE, "hero", treatment) + clinic.phone())
    st.html(signs(evidence, treatment, concern_id))


def opening(concern_id: str, treatment_id: str | None) -> Markup:
    """What is told after a treatment, or the question which; what is served before any script has run."""
    evidence, concern = load(), concern_id or None
    if treatment_id is None:
        return macro(_PAGE, "ask") + clinic.phone() + choices(evidence, concern, early=True)
    treatment = evidence.treatments[treatment_id]
    return macro(_PAGE, "hero", treatment) + clinic.phone() + signs(evidence, treatment, concern)


def stylesheet() -> str:
    """The styles of what stands here."""
    return "".join(style.read_text(encoding="utf-8") for style in _CSS)


def choices(evidence: Evidence, concern_id: str | None, *, early: bool = False) -> Markup:
    """A link for each treatment with a list of its own: the options of the concern first, then family by family."""
    mine = (
        []
        if concern_id is None
        else [evidence.treatments[row.treatment_id] for row in evidence.options(concern_id) if row.role != "nothing"]
    )
    groups: list[tuple[str, list[Treatment]]] = []
    if mine:
        groups.append((evidence.concerns[concern_id or ""].name, mine))
    listed = [evidence.treatments[name] for name in after_state.names() if has_signs(evidence, name)]
    for family in _FAMILIES:
        found = [treatment for treatment in listed if treatment.family == family]
        groups.append((say("after-family", family=family), found))
    return macro(_PAGE, "choices", groups, concern_id or "", early)


def signs(evidence: Evidence, treatment: Treatment, concern_id: str | None) -> Markup:
    """Everything told after one treatment: what cannot wait first, what is normal last."""
    found = afterwards(evidence, treatment.treatment_id)
    cards = SourceCards(evidence)
    known = () if concern_id is None else how_to_know(evidence, concern_id, treatment.treatment_id)
    return macro(_PAGE, "signs", treatment, found, cards) + macro(_PAGE, "more", found, known, cards)
