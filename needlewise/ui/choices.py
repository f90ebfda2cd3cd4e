"""The only module that reads the address and the session.

`bind="query-params"` writes a widget's label into the address. Links must outlive wording, so our own links carry ids:
a known id (or a label this product once used) is exchanged for today's label by one redirect before the picker is drawn.
"""

from __future__ import annotations

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from needlewise.charts.palette import Mode
from needlewise.evidence.load import Evidence
from needlewise.words import say

CONCERN = "concern"
DEFAULT_CONCERN = "low_back_pain"
_NOTE = "unknown_concern"
# Labels that once stood on a button, and the id they mean. Add the old label here whenever a name changes.
RETIRED_LABELS: dict[str, str] = {}
# A pasted address can hold anything; the note repeats no more than this of it.
_NOTE_LENGTH = 40


def labels(evidence: Evidence) -> dict[str, str]:
    """Concern ids and the labels on their buttons, in the order of the picker."""
    return {concern.concern_id: concern.name for concern in evidence.concerns.values()}


def known_concern(evidence: Evidence, value: str) -> str | None:
    """The concern id behind an id, a current label or a retired one; None for anything else."""
    names = labels(evidence)
    if value in names:
        return value
    by_label = {name: concern_id for concern_id, name in names.items()} | RETIRED_LABELS
    return by_label.get(value)


def canonical_address(evidence: Evidence, page: StreamlitPage) -> None:
    """Exchange an id in the address for its label (a redirect), and remember an unknown value for one quiet note."""
    value = st.query_params.get(CONCERN)
    if value is None:
        return
    concern_id = known_concern(evidence, value)
    if concern_id is None:
        st.session_state[_NOTE] = value[:_NOTE_LENGTH]
        del st.query_params[CONCERN]
        return
    label = labels(evidence)[concern_id]
    if value != label:
        others = {key: st.query_params.get_all(key) for key in st.query_params if key != CONCERN}
        st.switch_page(page, query_params={**others, CONCERN: label})


def pick_concern(evidence: Evidence) -> None:
    """Draw the picker. The choice stands in the address and survives Back and reload."""
    names = labels(evidence)
    st.pills(
        say("picker-label"),
        list(names.values()),
        default=names[DEFAULT_CONCERN],
        required=True,
        key=CONCERN,
        bind="query-params",
        on_change=_forget_note,
    )


def concern(evidence: Evidence) -> str:
    """The id of the concern picked on top of the page."""
    label = st.session_state[CONCERN]
    return next(concern_id for concern_id, name in labels(evidence).items() if name == label)


def _forget_note() -> None:
    st.session_state.pop(_NOTE, None)


def unknown_concern() -> str | None:
    """What the address asked for, when nothing here has that name."""
    value: str | None = st.session_state.get(_NOTE)
    return value


def is_chosen() -> bool:
    """True when the address names a concern: the picker can then stay folded on a phone."""
    return CONCERN in st.query_params


def mode() -> Mode:
    """The theme in force in the visitor's browser."""
    return "dark" if st.context.theme.type == "dark" else "light"
