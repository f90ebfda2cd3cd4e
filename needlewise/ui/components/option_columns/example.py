"""Two options, two questions."""

from __future__ import annotations

import streamlit as st

from needlewise.evidence.model.store import Evidence
from needlewise.ui.components.option_columns import STYLE, narrow_name
from needlewise.ui.templates import macro

_OPTIONS = ("microneedling", "superficial_peel")


def draw(evidence: Evidence) -> None:
    """What happens and who does it, in the words of the tables."""
    treatments = [evidence.treatments[name] for name in _OPTIONS]
    named = [(treatment, narrow_name(treatment)) for treatment in treatments]
    st.html(STYLE)
    heads = [macro("components/option_columns/template.html", "option_head", treatment) for treatment in treatments]
    st.html(macro("components/option_columns/example.html", "example", named, heads))
