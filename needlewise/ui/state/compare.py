"""What a comparison starts with."""

from __future__ import annotations

import streamlit as st

from needlewise.decision.compare.choice import TOPICS, Topic
from needlewise.ui.state.keys import COMPARE_FIRST
from needlewise.words import say


def pick_first(names: dict[Topic, str]) -> Topic:
    """Draw the choice of what a comparison starts with. It stands in the address."""
    label = say("compare-first-label")
    return st.pills(
        label,
        list(names),
        format_func=names.__getitem__,
        default=TOPICS[0],
        required=True,
        key=COMPARE_FIRST,
        bind="query-params",
    )
