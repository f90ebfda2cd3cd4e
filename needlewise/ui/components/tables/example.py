"""The numbers of a picture as a table, and the same as cards on a phone."""

from __future__ import annotations

import streamlit as st
from markupsafe import Markup

from needlewise.charts.sessions import sessions
from needlewise.evidence.model.store import Evidence
from needlewise.ui import built
from needlewise.ui.components.tables import cards_table, chip, table


def draw(evidence: Evidence) -> None:
    """Visits of each option for one concern, and the colour and shape of every family."""
    picture = sessions(built.page("acne_scars"), "light")
    st.html(table(picture.head, picture.rows, caption=picture.alt))
    st.html(cards_table(picture.head, picture.rows, caption=picture.alt))
    families = dict.fromkeys(treatment.family for treatment in evidence.treatments.values())
    st.html(Markup().join(chip(family) for family in families))
