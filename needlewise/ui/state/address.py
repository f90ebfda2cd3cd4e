"""The address: ids exchanged for today's labels by one redirect, and what goes along to the next page."""

from __future__ import annotations

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from needlewise.evidence.model.store import Evidence
from needlewise.ui.page_registry import PAGES_WITH_OPTIONS
from needlewise.ui.state import after
from needlewise.ui.state import evidence as menus
from needlewise.ui.state.concern import NOTE_LENGTH, current_label, known_concern, labels
from needlewise.ui.state.keys import (
    ADDRESS_SEEDED,
    ALSO,
    ALSO_HELD,
    ALSO_KEPT,
    CONCERN,
    CONCERN_NOTE,
    OPTIONS,
    OPTIONS_KEPT,
    OPTIONS_SHOWN,
    PAGE_SHOWN,
    TREATMENT,
)
from needlewise.ui.state.options import (
    at_least_two,
    canonical_options,
    forget_options_note,
    known_options,
    usual_options,
)
from needlewise.ui.state.second import second


def canonical_address(evidence: Evidence, page: StreamlitPage) -> None:
    """Exchange ids in the address for labels (one redirect), and remember unknown values for a quiet note."""
    given = {key: st.query_params.get_all(key) for key in st.query_params}
    wanted = dict(given)
    opened = st.session_state.get(PAGE_SHOWN) != page.url_path
    if opened:
        # A note about a tap stays behind with the page it was made on.
        forget_options_note()
        st.session_state[PAGE_SHOWN] = page.url_path
    if CONCERN in given:
        value = given[CONCERN][-1]
        concern_id = known_concern(evidence, value)
        if not value:
            # The picker would take an empty parameter for "nothing chosen": go on without it.
            del wanted[CONCERN]
        elif concern_id is None:
            st.session_state[CONCERN_NOTE] = value[:NOTE_LENGTH]
            del st.query_params[CONCERN], given[CONCERN], wanted[CONCERN]
        else:
            wanted[CONCERN] = [labels(evidence)[concern_id]]
    if ALSO in given:
        _second(evidence, given, wanted)
    elif opened and st.session_state.get(ALSO_HELD):
        # Only an address that names a second concern, or a hand, changes it.
        st.session_state[ALSO_KEPT] = st.session_state[ALSO_HELD]
    if OPTIONS in given:
        named = _named(evidence, wanted)
        if named is not None:
            wanted[OPTIONS] = canonical_options(evidence, named, given[OPTIONS])
    if TREATMENT in given:
        wanted[TREATMENT] = [after.label_of(given[TREATMENT][-1])]
    if any(key in menus.KEYS for key in given):
        names = menus.menus()
        wanted |= {key: [names[key].get(values[-1], values[-1])] for key, values in given.items() if key in names}
    _keep_options(evidence, page, wanted, opened=opened)
    if wanted == given:
        st.session_state.pop(ADDRESS_SEEDED, None)
        return
    if CONCERN not in st.session_state and OPTIONS not in st.session_state:
        st.switch_page(page, query_params={key: values for key, values in wanted.items() if values})
    _seed(evidence, given, wanted)


def _second(evidence: Evidence, given: dict[str, list[str]], wanted: dict[str, list[str]]) -> None:
    """The second concern of an address as its label; an unknown one, or the first once more, goes.

    Without a first it is the first.
    """
    value = given[ALSO][-1]
    also_id, first = known_concern(evidence, value), _named(evidence, wanted)
    if also_id is not None and first is None:
        wanted[CONCERN] = [labels(evidence)[also_id]]
    if also_id is None or first is None or also_id == first:
        if also_id is None and value:
            st.session_state[CONCERN_NOTE] = value[:NOTE_LENGTH]
        del st.query_params[ALSO], given[ALSO], wanted[ALSO]
    else:
        wanted[ALSO] = [labels(evidence)[also_id]]


def _seed(evidence: Evidence, given: dict[str, list[str]], wanted: dict[str, list[str]]) -> None:
    """Back or forward to an address with ids: a parameter in use cannot be set, so the widgets are, one run later.

    In the run of a Back step the address would win over what is set here.
    """
    if st.session_state.get(ADDRESS_SEEDED) != given:
        st.session_state[ADDRESS_SEEDED] = given
        st.rerun()
    if CONCERN in wanted:
        st.session_state[CONCERN] = wanted[CONCERN][0]
    for key, values in wanted.items():
        if (key in menus.KEYS or key in (TREATMENT, ALSO)) and values != given[key]:
            st.session_state[key] = values[0]
    if wanted.get(OPTIONS):
        concern_id = _named(evidence, {})
        if concern_id is not None:
            st.session_state[OPTIONS] = list(known_options(evidence, concern_id, wanted[OPTIONS])[0])


def _keep_options(evidence: Evidence, page: StreamlitPage, wanted: dict[str, list[str]], *, opened: bool) -> None:
    """Keep the options of a concern from page to page, also where the address just opened says nothing of them.

    Only an address that names options changes them.
    """
    concern_id = _named(evidence, wanted)
    if concern_id is None:
        return
    if OPTIONS in wanted:
        named, _ = known_options(evidence, concern_id, wanted[OPTIONS])
        if page.url_path not in PAGES_WITH_OPTIONS and named:
            # No picker here: what the address says would be lost on the way to the next page.
            st.session_state[OPTIONS_SHOWN] = (concern_id, at_least_two(evidence, concern_id, named))
        return
    concern_before, shown = st.session_state.get(OPTIONS_SHOWN, ("", ()))
    if not opened or page.url_path not in PAGES_WITH_OPTIONS or concern_before != concern_id:
        return
    if tuple(shown) != usual_options(evidence, concern_id):
        st.session_state[OPTIONS_KEPT] = list(shown)


def _named(evidence: Evidence, wanted: dict[str, list[str]]) -> str | None:
    """The concern that the address asks for, else the one picked; None without either."""
    label = wanted[CONCERN][0] if CONCERN in wanted else current_label(evidence)
    return None if label is None else known_concern(evidence, label)


def in_address(*keys: str) -> bool:
    """True when the address holds any of these choices."""
    return any(key in st.query_params for key in keys)


def parameters_for(evidence: Evidence, path: str) -> dict[str, list[str]]:
    """The parameters of a link out of the room: the concerns, and on pages with that picker the options."""
    label = current_label(evidence)
    if label is None:
        return {}
    found = {CONCERN: [label]}
    if (other := second(evidence)) is not None:
        found[ALSO] = [labels(evidence)[other]]
    if path in PAGES_WITH_OPTIONS and st.session_state.get(OPTIONS):
        names = {treatment_id: treatment.name for treatment_id, treatment in evidence.treatments.items()}
        found[OPTIONS] = [names[option_id] for option_id in st.session_state[OPTIONS]]
    return found


def page_address() -> str:
    """The address of the page as the visitor's browser sees it."""
    return st.context.url or ""
