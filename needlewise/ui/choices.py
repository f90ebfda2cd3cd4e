"""The only module that reads the address and the session.

`bind="query-params"` writes a widget's label into the address. Links must outlive wording, so our own links carry ids:
a known id (or a label this product once used) is exchanged for today's label by one redirect before the picker is drawn.
"""

from __future__ import annotations

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from needlewise.charts.palette import Mode
from needlewise.decision.compare import FEWEST, MOST, first_choice
from needlewise.evidence.load import Evidence
from needlewise.words import say

CONCERN = "concern"
DEFAULT_CONCERN = "low_back_pain"
OPTIONS = "options"
_NOTE = "unknown_concern"
_OPTIONS_NOTE = "options_note"
_SEEDED = "address_seeded"
_OPTIONS_SHOWN = "options_shown"
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
    """Exchange ids in the address for labels (one redirect), and remember unknown values for a quiet note."""
    given = {key: st.query_params.get_all(key) for key in st.query_params}
    wanted = dict(given)
    if CONCERN in given:
        value = given[CONCERN][-1]
        concern_id = known_concern(evidence, value)
        if concern_id is None:
            st.session_state[_NOTE] = value[:_NOTE_LENGTH]
            del st.query_params[CONCERN], given[CONCERN], wanted[CONCERN]
        else:
            wanted[CONCERN] = [labels(evidence)[concern_id]]
    if OPTIONS in given:
        label = wanted[CONCERN][0] if CONCERN in wanted else current_label(evidence)
        wanted[OPTIONS] = _canonical_options(evidence, known_concern(evidence, label) or DEFAULT_CONCERN, given[OPTIONS])
    if wanted == given:
        st.session_state.pop(_SEEDED, None)
        return
    if CONCERN not in st.session_state and OPTIONS not in st.session_state:
        st.switch_page(page, query_params={key: values for key, values in wanted.items() if values})
    _seed(evidence, given, wanted)


def _seed(evidence: Evidence, given: dict[str, list[str]], wanted: dict[str, list[str]]) -> None:
    """Back or forward to an address with ids: a parameter in use cannot be set, so the widgets are, one run later.

    In the run of a Back step the address would win over what is set here.
    """
    if st.session_state.get(_SEEDED) != given:
        st.session_state[_SEEDED] = given
        st.rerun()
    if CONCERN in wanted:
        st.session_state[CONCERN] = wanted[CONCERN][0]
    if wanted.get(OPTIONS):
        concern_id = known_concern(evidence, current_label(evidence)) or DEFAULT_CONCERN
        st.session_state[OPTIONS] = list(known_options(evidence, concern_id, wanted[OPTIONS])[0])


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


def current_label(evidence: Evidence) -> str:
    """The label of the concern in force, also before the picker has been drawn for the first time."""
    names = labels(evidence)
    label = st.session_state.get(CONCERN) or st.query_params.get(CONCERN)
    return label if label in names.values() else names[DEFAULT_CONCERN]


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


def option_labels(evidence: Evidence, concern_id: str) -> dict[str, str]:
    """Option ids of a concern and their labels: needling first, doing nothing last."""
    return {option.treatment_id: evidence.treatments[option.treatment_id].name for option in evidence.options(concern_id)}


def known_options(evidence: Evidence, concern_id: str, values: list[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The option ids behind the values of an address (`a,b,c`, repeated ids or labels), and the parts nothing here has the name of.

    No more than four ids come back, in the order of the picker, each once.
    """
    names = option_labels(evidence, concern_id)
    by_label = {name: option_id for option_id, name in names.items()}
    parts = [part for value in values for part in ([value] if value in by_label else value.split(","))]
    found = dict.fromkeys(by_label.get(part.strip(), part.strip()) for part in parts if part.strip())
    chosen = [part for part in found if part in names][:MOST]
    return tuple(name for name in names if name in chosen), tuple(part for part in found if part not in names)


def _filled(evidence: Evidence, concern_id: str, chosen: tuple[str, ...]) -> tuple[str, ...]:
    """At least two options: the missing ones come from the first choice."""
    for option_id in first_choice(evidence, concern_id):
        if len(chosen) >= FEWEST:
            break
        if option_id not in chosen:
            chosen = (*chosen, option_id)
    return tuple(name for name in option_labels(evidence, concern_id) if name in chosen)


def _canonical_options(evidence: Evidence, concern_id: str, values: list[str]) -> list[str]:
    """The labels for an address; nothing when no part of it is known, and the values themselves when all are labels already."""
    names = option_labels(evidence, concern_id)
    if FEWEST <= len(values) <= MOST and set(values) <= set(names.values()):
        return values
    chosen, unknown = known_options(evidence, concern_id, values)
    # Options of another concern are simply not on this page; only names that nothing here has deserve a note.
    everywhere = {*evidence.treatments, *(treatment.name for treatment in evidence.treatments.values())}
    strange = ", ".join(part for part in unknown if part not in everywhere)
    if strange:
        st.session_state[_OPTIONS_NOTE] = say("options-unknown", value=strange[:_NOTE_LENGTH])
    return [names[name] for name in _filled(evidence, concern_id, chosen)] if chosen else []


def pick_options(evidence: Evidence, concern_id: str) -> None:
    """Draw the picker of two to four options. The choice stands in the address and goes along to every page with this picker."""
    names = option_labels(evidence, concern_id)
    first = first_choice(evidence, concern_id)
    concern_before, shown_before = st.session_state.get(_OPTIONS_SHOWN, (concern_id, ()))
    held = st.session_state.get(OPTIONS)
    if held is not None and concern_before != concern_id:
        kept, _ = known_options(evidence, concern_id, held)
        untouched = tuple(shown_before) == first_choice(evidence, concern_before)
        st.session_state[OPTIONS] = list(first if untouched or len(kept) < FEWEST else kept)
    st.pills(
        say("options-pick-label", fewest=FEWEST, most=MOST),
        list(names),
        format_func=names.__getitem__,
        selection_mode="multi",
        default=list(first),
        key=OPTIONS,
        bind="query-params",
        on_change=_hold_options,
    )
    if len(st.session_state[OPTIONS]) < FEWEST:
        st.session_state[_OPTIONS_SHOWN] = (concern_id, _filled(evidence, concern_id, tuple(st.session_state[OPTIONS])))
    else:
        st.session_state[_OPTIONS_SHOWN] = (concern_id, tuple(name for name in names if name in st.session_state[OPTIONS]))


def _hold_options() -> None:
    """Keep two to four options: a fifth, or the last but one taken away, is put back with a note."""
    st.session_state.pop(_OPTIONS_NOTE, None)
    chosen = st.session_state[OPTIONS]
    if FEWEST <= len(chosen) <= MOST:
        return
    st.session_state[_OPTIONS_NOTE] = say("options-too-many" if len(chosen) > MOST else "options-too-few", fewest=FEWEST, most=MOST)
    _, shown = st.session_state.get(_OPTIONS_SHOWN, ("", ()))
    if shown:
        st.session_state[OPTIONS] = list(shown)


def options(evidence: Evidence, concern_id: str) -> tuple[str, ...]:
    """The two to four option ids on the page, in the order of the picker; call after `pick_options`."""
    chosen, _ = known_options(evidence, concern_id, list(st.session_state.get(OPTIONS) or first_choice(evidence, concern_id)))
    return _filled(evidence, concern_id, chosen)


def options_note() -> str | None:
    """What to say quietly under the picker of options: an unknown name in the address, or why a tap was put back."""
    value: str | None = st.session_state.get(_OPTIONS_NOTE)
    return value


def options_link(option_ids: tuple[str, ...]) -> str:
    """The ids as they stand in our own links: `a,b,c`."""
    return ",".join(option_ids)
