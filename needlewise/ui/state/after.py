"""Which treatment a person had: in the address, as any option is; nothing about health."""

from __future__ import annotations

import functools

import streamlit as st

from needlewise.evidence.model.store import Evidence
from needlewise.evidence.reading.load import load
from needlewise.ui.state.keys import TREATMENT
from needlewise.words import say


@functools.cache
def names() -> dict[str, str]:
    """Every treatment a person may have had, by id, with the name it is picked by, in the order of the alphabet."""
    evidence = load()
    listed = {row.treatment_id for row in evidence.concern_options.values()}
    found = {
        row.treatment_id: row.name
        for row in evidence.treatments.values()
        if not row.is_group and row.family != "nothing" and (row.treatment_id in listed or row.needling)
    }
    return dict(sorted(found.items(), key=lambda item: item[1]))


def label_of(value: str) -> str:
    """The name behind an id, for the address; the value itself where it is none."""
    return names().get(value, value)


def picked() -> str | None:
    """The id of the treatment picked, also before its list is drawn; None without one."""
    value = st.session_state.get(TREATMENT) or st.query_params.get(TREATMENT)
    return next((name for name, label in names().items() if value in (name, label)), None)


def pick_treatment(evidence: Evidence) -> str | None:
    """Draw the list of treatments; returns the id picked, None before one is."""
    label = st.selectbox(
        say("after-pick"),
        list(names().values()),
        index=None,
        placeholder=say("after-pick-placeholder"),
        key=TREATMENT,
        bind="query-params",
    )
    found = next((name for name, text in names().items() if text == label), None)
    return found if found in evidence.treatments else None
