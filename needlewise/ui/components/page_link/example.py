"""Ways on from an answer."""

from __future__ import annotations

import streamlit as st

from needlewise.evidence.model.store import Evidence
from needlewise.ui.components.page_link import page_link, page_links
from needlewise.ui.page_registry import next_steps


def draw(evidence: Evidence) -> None:
    """The next steps from Explore. They lead to pages of the product, which are not served beside the examples."""
    concern = evidence.concerns["low_back_pain"]
    st.html(page_links(page_link(page, concern) for page in next_steps("explore")))
