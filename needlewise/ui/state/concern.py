"""The concern in force: the picker on top of every page, and what an address or a label names."""

from __future__ import annotations

import streamlit as st

from needlewise.evidence.model.store import Evidence
from needlewise.ui.state.keys import CONCERN, CONCERN_NOTE
from needlewise.words import say

DEFAULT_CONCERN = "low_back_pain"


# Labels that once stood on a button, and the id they mean. Add the old label here whenever a name changes.
RETIRED_LABELS: dict[str, str] = {}


# A pasted address can hold anything; the note repeats no more than this of it.
NOTE_LENGTH = 40


def labels(evidence: Evidence) -> dict[str, str]:
    """Concern ids and the labels on their buttons, in the order of the picker: pain before skin."""
    in_order = sorted(evidence.concerns.values(), key=lambda concern: concern.group)
    return {concern.concern_id: concern.name for concern in in_order}


def known_concern(evidence: Evidence, value: str) -> str | None:
    """The concern id behind an id, a current label or a retired one; None for anything else."""
    names = labels(evidence)
    if value in names:
        return value
    by_label = {name: concern_id for concern_id, name in names.items()} | RETIRED_LABELS
    return by_label.get(value)


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
    label = current_label(evidence)
    return next(concern_id for concern_id, name in labels(evidence).items() if name == label)


def current_label(evidence: Evidence) -> str:
    """The label of the concern in force, also before the picker has been drawn for the first time."""
    names = labels(evidence)
    label: str | None = st.session_state.get(CONCERN) or st.query_params.get(CONCERN)
    return label if label is not None and label in names.values() else names[DEFAULT_CONCERN]


def _forget_note() -> None:
    st.session_state.pop(CONCERN_NOTE, None)


def unknown_concern() -> str | None:
    """What the address asked for, when nothing here has that name."""
    value: str | None = st.session_state.get(CONCERN_NOTE)
    return value


def is_chosen() -> bool:
    """True when the address names a concern: the picker can then stay folded on a phone."""
    return CONCERN in st.query_params
