"""The second concern: held beside the first, in the address as `also`, and the switch between the two.

Nothing is added up over both. The one in view is the concern of every page; the other waits with its own options.
"""

from __future__ import annotations

import streamlit as st

from needlewise.evidence.model.store import Evidence
from needlewise.ui.state.concern import concern, known_concern, labels
from needlewise.ui.state.keys import (
    ALSO,
    ALSO_AGAIN,
    ALSO_DROP,
    ALSO_HELD,
    ALSO_KEPT,
    ALSO_OPEN,
    ALSO_OPEN_HELD,
    ALSO_SHOWN,
    CONCERN,
)
from needlewise.ui.state.options import bring_back
from needlewise.words import say


def second(evidence: Evidence) -> str | None:
    """The id of the concern held beside the one in view, also before its picker is drawn; None without one."""
    label = st.session_state.get(ALSO_KEPT)
    label = label or (st.session_state[ALSO] if ALSO in st.session_state else st.query_params.get(ALSO))
    first, found = concern(evidence), known_concern(evidence, label) if label else None
    return None if first is None or found == first else found


def window_key(*, held: bool) -> str:
    """The key of the window that the list stands in: another one once a second is held, so that a choice closes it.

    Left open, it would cover the switch between the two.
    """
    return ALSO_OPEN_HELD if held else ALSO_OPEN


def pick_second(evidence: Evidence) -> None:
    """Draw the list for a second concern, and what takes it away again. The choice stands in the address."""
    names = labels(evidence)
    keep, again = st.session_state.pop(ALSO_KEPT, None), st.session_state.pop(ALSO_AGAIN, False)
    if keep:
        st.session_state[ALSO] = keep
    label = st.selectbox(
        say("also-pick"),
        list(names.values()),
        index=None,
        placeholder=say("also-placeholder"),
        key=ALSO,
        bind="query-params",
        on_change=_never_the_same,
    )
    if keep and not again and label != keep:
        # In the run of a Back step the address wins over the session; one run later it does not.
        st.session_state[ALSO_KEPT], st.session_state[ALSO_AGAIN] = keep, True
        st.rerun()
    st.session_state[ALSO_HELD] = label
    if second(evidence) is not None:
        st.button(say("also-drop"), key=ALSO_DROP, on_click=_drop)


def pick_between(evidence: Evidence) -> None:
    """Draw the switch between the two concerns, the one in view chosen; they keep their places when it moves."""
    names = labels(evidence)
    first, other = concern(evidence), second(evidence)
    if first is None or other is None:
        return
    st.session_state[ALSO_SHOWN] = first
    st.pills(
        say("also-switch"),
        [name for name in names if name in (first, other)],
        format_func=names.__getitem__,
        required=True,
        key=ALSO_SHOWN,
        on_change=_switched,
        args=(names[first], names[other], other),
    )


def swap(first: str, other: str, other_id: str) -> None:
    """Bring the second concern into view, with the options that it was left with; the first waits. Both are labels."""
    st.session_state[CONCERN], st.session_state[ALSO] = other, first
    bring_back(other_id)


def _switched(first: str, other: str, other_id: str) -> None:
    if st.session_state[ALSO_SHOWN] == other_id:
        swap(first, other, other_id)


def _never_the_same() -> None:
    if st.session_state[ALSO] == st.session_state.get(CONCERN):
        st.session_state[ALSO] = None


def _drop() -> None:
    st.session_state[ALSO] = None
