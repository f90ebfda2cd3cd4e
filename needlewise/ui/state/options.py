"""The two to four options in force, kept from page to page for one concern."""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st

from needlewise.caching import shared
from needlewise.decision.compare.choice import FEWEST, MOST, first_choice
from needlewise.decision.shared.option_order import option_order
from needlewise.evidence.model.store import Evidence
from needlewise.evidence.reading.load import load
from needlewise.ui.state.concern import NOTE_LENGTH
from needlewise.ui.state.keys import (
    OPTIONS,
    OPTIONS_AGAIN,
    OPTIONS_KEPT,
    OPTIONS_NOTE,
    OPTIONS_OF,
    OPTIONS_SHOWN,
    OPTIONS_SWAP,
    OPTIONS_WAITING,
)
from needlewise.words import say


@dataclass(frozen=True)
class _Options:
    """The options of a concern with their labels, those of the first choice, and all in the order of the picker."""

    names: dict[str, str]
    usual: tuple[str, ...]
    offered: tuple[str, ...]


def _options_of(evidence: Evidence, concern_id: str) -> _Options:
    names = {
        option.treatment_id: evidence.treatments[option.treatment_id].name for option in evidence.options(concern_id)
    }
    return _Options(names, first_choice(evidence, concern_id), option_order(evidence, concern_id).all_ids)


# Every run asks for these several times, and each walks whole tables.
@shared(size=lambda: len(load().concerns))
def _kept_options(concern_id: str) -> _Options:
    return _options_of(load(), concern_id)


def _of(evidence: Evidence, concern_id: str) -> _Options:
    return _kept_options(concern_id) if evidence is load() else _options_of(evidence, concern_id)


def option_labels(evidence: Evidence, concern_id: str) -> dict[str, str]:
    """Option ids of a concern and their labels: needling first, doing nothing last."""
    return _of(evidence, concern_id).names


def usual_options(evidence: Evidence, concern_id: str) -> tuple[str, ...]:
    """The options of a concern shown before anyone has chosen."""
    return _of(evidence, concern_id).usual


def offered_options(evidence: Evidence, concern_id: str) -> tuple[str, ...]:
    """The option ids as the picker offers them: those that stand first, then the others by kind."""
    return _of(evidence, concern_id).offered


def known_options(evidence: Evidence, concern_id: str, values: list[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The option ids behind the values of an address (`a,b,c`, repeated ids or labels), and the parts nobody knows.

    No more than four ids come back, in the order of the picker, each once.
    """
    names = option_labels(evidence, concern_id)
    by_label = {name: option_id for option_id, name in names.items()}
    parts = [part for value in values for part in ([value] if value in by_label else value.split(","))]
    found = dict.fromkeys(by_label.get(part.strip(), part.strip()) for part in parts if part.strip())
    chosen = [part for part in found if part in names][:MOST]
    return tuple(name for name in names if name in chosen), tuple(part for part in found if part not in names)


def at_least_two(evidence: Evidence, concern_id: str, chosen: tuple[str, ...]) -> tuple[str, ...]:
    """At least two options: the missing ones come from the first choice."""
    for option_id in usual_options(evidence, concern_id):
        if len(chosen) >= FEWEST:
            break
        if option_id not in chosen:
            chosen = (*chosen, option_id)
    return tuple(name for name in option_labels(evidence, concern_id) if name in chosen)


def canonical_options(evidence: Evidence, concern_id: str, values: list[str]) -> list[str]:
    """The labels for an address; nothing when no part is known, the values themselves when all are labels."""
    names = option_labels(evidence, concern_id)
    if FEWEST <= len(values) <= MOST and set(values) <= set(names.values()):
        return values
    chosen, unknown = known_options(evidence, concern_id, values)
    # Options of another concern are simply not on this page; only names that nothing here has deserve a note.
    everywhere = {*evidence.treatments, *(treatment.name for treatment in evidence.treatments.values())}
    strange = ", ".join(part for part in unknown if part not in everywhere)
    if strange:
        st.session_state[OPTIONS_NOTE] = say("options-unknown", value=strange[:NOTE_LENGTH])
    return [names[name] for name in at_least_two(evidence, concern_id, chosen)] if chosen else []


def pick_options(evidence: Evidence, concern_id: str) -> None:
    """Draw the picker of two to four options.

    The choice stands in the address and goes along to every page with this picker.
    """
    names = option_labels(evidence, concern_id)
    first = usual_options(evidence, concern_id)
    concern_before, shown_before = st.session_state.get(OPTIONS_SHOWN, (concern_id, ()))
    keep, again = st.session_state.pop(OPTIONS_KEPT, None), st.session_state.pop(OPTIONS_AGAIN, False)
    if keep and (again or OPTIONS not in st.session_state):
        st.session_state[OPTIONS] = keep
    held = st.session_state.get(OPTIONS)
    kept, _ = known_options(evidence, concern_id, held or [])
    if held is not None and concern_before != concern_id and not (keep and again):
        untouched = tuple(shown_before) == usual_options(evidence, concern_before)
        st.session_state[OPTIONS] = list(first if untouched or len(kept) < FEWEST else kept)
    elif held is not None and not FEWEST <= len(held) <= MOST:
        st.session_state[OPTIONS] = list(at_least_two(evidence, concern_id, kept))
    chosen = st.pills(
        say("options-pick-label", fewest=FEWEST, most=MOST),
        list(offered_options(evidence, concern_id)),
        format_func=names.__getitem__,
        selection_mode="multi",
        default=list(first),
        key=OPTIONS,
        bind="query-params",
        on_change=_hold_options,
    )
    if keep and not again and set(chosen) != set(keep):
        # In the run of a Back step an address without options wins over the session; one run later it does not.
        st.session_state[OPTIONS_KEPT], st.session_state[OPTIONS_AGAIN] = keep, True
        st.rerun()
    if not FEWEST <= len(chosen) <= MOST:
        # An address of another concern or an older step left too few or too many; the next run puts it right.
        st.rerun()
    shown = tuple(name for name in names if name in chosen)
    st.session_state[OPTIONS_SHOWN] = (concern_id, shown)
    st.session_state[OPTIONS_OF] = st.session_state.get(OPTIONS_OF, {}) | {concern_id: shown}


def options_of(evidence: Evidence, concern_id: str) -> tuple[str, ...]:
    """The options that a concern was left with; the usual ones of a concern whose options nobody has seen yet."""
    held: tuple[str, ...] | None = st.session_state.get(OPTIONS_OF, {}).get(concern_id)
    if held is None:
        return usual_options(evidence, concern_id)
    chosen, _ = known_options(evidence, concern_id, list(held))
    return at_least_two(evidence, concern_id, chosen)


def bring_back(concern_id: str) -> None:
    """Before a concern comes back into view: its picker is to stand as it was left."""
    st.session_state[OPTIONS_KEPT] = list(options_of(load(), concern_id))
    st.session_state[OPTIONS_AGAIN] = True


def forget_options_note() -> None:
    """Take back what was said about the last tap."""
    st.session_state.pop(OPTIONS_NOTE, None)
    st.session_state.pop(OPTIONS_WAITING, None)


def _hold_options() -> None:
    """Keep two to four options: the last but one taken away is put back with a note, a fifth waits for a place."""
    forget_options_note()
    chosen = st.session_state[OPTIONS]
    if FEWEST <= len(chosen) <= MOST:
        return
    _, shown = st.session_state.get(OPTIONS_SHOWN, ("", ()))
    waiting = next((name for name in chosen if name not in shown), None)
    if len(chosen) < FEWEST or waiting is None:
        st.session_state[OPTIONS_NOTE] = say("options-too-few")
    else:
        st.session_state[OPTIONS_WAITING] = waiting
        name = load().treatments[waiting].mid_sentence
        st.session_state[OPTIONS_NOTE] = say("options-too-many", name=name)
    if shown:
        st.session_state[OPTIONS] = list(shown)


def pick_swap(evidence: Evidence, concern_id: str) -> None:
    """Where a fifth option waits: draw the four on the page, for one of them to make room."""
    if OPTIONS_WAITING not in st.session_state:
        return
    names = option_labels(evidence, concern_id)
    st.pills(
        st.session_state[OPTIONS_NOTE],
        list(options(evidence, concern_id)),
        format_func=names.__getitem__,
        key=OPTIONS_SWAP,
        on_change=_swap_options,
        label_visibility="collapsed",
    )


def _swap_options() -> None:
    """The waiting option takes the place of the one that was tapped."""
    leaving, waiting = st.session_state[OPTIONS_SWAP], st.session_state.get(OPTIONS_WAITING)
    forget_options_note()
    _, shown = st.session_state.get(OPTIONS_SHOWN, ("", ()))
    if leaving in shown and waiting:
        st.session_state[OPTIONS] = [waiting if name == leaving else name for name in shown]


def options(evidence: Evidence, concern_id: str) -> tuple[str, ...]:
    """The two to four option ids on the page, in the order of the picker; call after `pick_options`."""
    chosen, _ = known_options(
        evidence, concern_id, list(st.session_state.get(OPTIONS) or usual_options(evidence, concern_id))
    )
    return at_least_two(evidence, concern_id, chosen)


def options_note() -> str | None:
    """What to say quietly under the picker of options: an unknown name in the address, or why a tap was put back."""
    value: str | None = st.session_state.get(OPTIONS_NOTE)
    return value


def options_compared(evidence: Evidence, concern_id: str) -> tuple[str, ...]:
    """The options a person chose for this concern on another page; empty while those of the first choice stand."""
    concern_before, shown = st.session_state.get(OPTIONS_SHOWN, ("", ()))
    if concern_before != concern_id or tuple(shown) == usual_options(evidence, concern_id):
        return ()
    return tuple(shown)


def labels_compared(evidence: Evidence, concern_id: str | None) -> list[str]:
    """The labels of `options_compared`, as an address holds them; none while nobody has picked a concern."""
    if concern_id is None:
        return []
    names = option_labels(evidence, concern_id)
    return [names[name] for name in options_compared(evidence, concern_id)]


def recall_options(evidence: Evidence, concern_id: str) -> None:
    """Before the picker in the room: options chosen for this concern come back after pages without that picker."""
    concern_before, shown = st.session_state.get(OPTIONS_SHOWN, ("", ()))
    if OPTIONS in st.session_state or OPTIONS in st.query_params or concern_before != concern_id:
        return
    kept, _ = known_options(evidence, concern_id, list(shown))
    if kept != usual_options(evidence, concern_id) and len(kept) >= FEWEST:
        st.session_state[OPTIONS] = list(kept)
