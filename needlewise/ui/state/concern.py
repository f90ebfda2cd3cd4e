"""The concern in force: the picker on top of every page, and what an address or a label names."""

from __future__ import annotations

import streamlit as st

from needlewise.evidence.model.store import Evidence
from needlewise.ui.state.keys import ALSO, CONCERN, CONCERN_NOTE, OPTIONS_AGAIN, OPTIONS_KEPT
from needlewise.words import say

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
    """Draw the picker, with nothing chosen at first.

    The choice stands in the address and survives Back and reload.
    """
    names, before = labels(evidence), concern(evidence)
    st.pills(
        say("picker-label"),
        list(names.values()),
        required=True,
        key=CONCERN,
        bind="query-params",
        on_change=_picked,
    )
    if before is not None and concern(evidence) is None:
        # Back to an address without one: only now is it gone, and what was drawn above still holds the old one.
        st.rerun()


def concern(evidence: Evidence) -> str | None:
    """The id of the concern picked on top of the page; None while nobody has picked one: then the page asks."""
    label = current_label(evidence)
    return next((concern_id for concern_id, name in labels(evidence).items() if name == label), None)


def chosen(evidence: Evidence) -> str:
    """The id of the concern picked, on a page that is drawn only once there is one.

    Raises:
        LookupError: while nobody has picked one.
    """
    found = concern(evidence)
    if found is None:
        raise LookupError("no concern is picked")
    return found


def current_label(evidence: Evidence) -> str | None:
    """The label of the concern in force, also before the picker has been drawn for the first time; None without one."""
    label: str | None = st.session_state.get(CONCERN) or st.query_params.get(CONCERN)
    return label if label in labels(evidence).values() else None


def _picked() -> None:
    """What was said of an unknown name goes, and what waited for another concern; the second is never the first."""
    for name in (CONCERN_NOTE, OPTIONS_KEPT, OPTIONS_AGAIN):
        st.session_state.pop(name, None)
    if ALSO in st.session_state and st.session_state[ALSO] == st.session_state[CONCERN]:
        st.session_state[ALSO] = None


def unknown_concern() -> str | None:
    """What the address asked for, when nothing here has that name."""
    value: str | None = st.session_state.get(CONCERN_NOTE)
    return value
