"""What someone told that says to leave an option for now, on every page where that option stands."""

from __future__ import annotations

from pathlib import Path

import streamlit as st
from markupsafe import Markup

from needlewise.decision.case import Case
from needlewise.decision.suitability_words import ask_lines, stop_lines, stop_names
from needlewise.evidence.model.store import Evidence
from needlewise.ui.components.page_link import page_link
from needlewise.ui.templates import macro

STYLE = Path(__file__).with_name("style.css")
_TEMPLATE = "components/stops/template.html"


def stops(evidence: Evidence, case: Case, locale: str) -> Markup:
    """The options to leave for now, until when, because of what and whose rule that is; then those to ask about first.

    Empty where there are none.

    Made anew each time: nothing drawn from answers is kept.
    """
    advice = case.advice(evidence)
    lines = (*stop_lines(advice, locale), *ask_lines(advice, locale))
    if not lines:
        return Markup()
    return macro(_TEMPLATE, "stops", lines, page_link("suitability", evidence.concerns[case.concern_id]))


def on_wall(evidence: Evidence, case: Case, locale: str) -> Markup:
    """The same for a screen that others may see: the options and the day, and not why."""
    lines = stop_names(case.advice(evidence), locale)
    return macro(_TEMPLATE, "on_wall", lines) if lines else Markup()


def draw(evidence: Evidence, case: Case, locale: str) -> None:
    """Draw them, or nothing."""
    if drawn := stops(evidence, case, locale):
        st.html(STYLE)
        st.html(drawn)
