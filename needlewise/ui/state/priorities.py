"""What matters to a person: the answers live in the session only; no widget here is bound to the address."""

from __future__ import annotations

import streamlit as st

from needlewise.decision.case import Priorities
from needlewise.decision.priorities.smaa import TOP
from needlewise.ui.state.keys import CRITERIA_GIVE, CRITERIA_ORDER, CRITERIA_OWN, CRITERIA_PICKED, CRITERIA_POINTS
from needlewise.words import say


def _points_key(concern_id: str, criterion_id: str) -> str:
    return f"{CRITERIA_POINTS}{criterion_id}_{concern_id}"


def _own_key(concern_id: str, field: str) -> str:
    return f"{CRITERIA_OWN}{field}_{concern_id}"


def pick_criteria(concern_id: str, names: dict[str, str], most: int) -> tuple[str, ...]:
    """Draw the picker of what may matter; returns the ids picked in the person's own order, a new one last."""
    key, order_key = f"{CRITERIA_PICKED}{concern_id}", f"{CRITERIA_ORDER}{concern_id}"
    picked = st.pills(
        say("priorities-pick-label"),
        list(names),
        format_func=names.__getitem__,
        selection_mode="multi",
        key=key,
        persist_state="session",
        on_change=_hold_criteria,
        args=(concern_id, most),
        label_visibility="collapsed",
    )
    order = [name for name in st.session_state.get(order_key, ()) if name in picked]
    order += [name for name in picked if name not in order]
    st.session_state[order_key] = order
    return tuple(order)


def _hold_criteria(concern_id: str, most: int) -> None:
    """Keep no more than `most`: the one picked last is put back with a note."""
    key, order = f"{CRITERIA_PICKED}{concern_id}", st.session_state.get(f"{CRITERIA_ORDER}{concern_id}", [])
    picked = st.session_state[key]
    st.session_state[f"{key}_full"] = len(picked) > most
    if len(picked) > most:
        st.session_state[key] = [name for name in picked if name in order][:most]


def criteria_full(concern_id: str) -> bool:
    """True when the last pick was one too many."""
    return bool(st.session_state.get(f"{CRITERIA_PICKED}{concern_id}_full"))


def move_criterion(concern_id: str, criterion_id: str, step: int) -> None:
    """Put one criterion a place up (-1) or down (+1)."""
    order = list(st.session_state[f"{CRITERIA_ORDER}{concern_id}"])
    place = order.index(criterion_id)
    order.insert(min(max(place + step, 0), len(order) - 1), order.pop(place))
    st.session_state[f"{CRITERIA_ORDER}{concern_id}"] = order


def pick_points(concern_id: str, criterion_id: str, name: str, ends: tuple[float, float], middle: int) -> float | None:
    """Draw the points of one criterion, 0 to 100; None until the person gives some. Remembers between which ends.

    An empty number field has no working + and -, so a button stands in its place; it starts at `middle`.
    """
    key = _points_key(concern_id, criterion_id)
    if not st.session_state.get(f"{key}_given"):
        # The name is for those who hear the button; the style hides what is small in it.
        whose = name.replace("[", r"\[").replace("]", r"\]")
        st.button(
            f"{say('priorities-give')} :small[“{whose}”]",
            key=f"{CRITERIA_GIVE}{criterion_id}",
            on_click=_give_points,
            args=(key, middle, ends),
            width=220,
        )
        return None
    points = st.number_input(
        say("priorities-points", name=name),
        min_value=0,
        max_value=100,
        value=None,
        step=5,
        key=key,
        label_visibility="collapsed",
        persist_state="session",
        on_change=_hold_ends,
        args=(f"{key}_ends", ends),
        width=220,
    )
    # An emptied field takes the points back; the button returns with the next run.
    st.session_state[f"{key}_given"] = points is not None
    return points


def points_kept(concern_id: str, criterion_id: str) -> float | None:
    """The points typed for a criterion that now stands on top, where it counts 100; they return when it moves down."""
    key = _points_key(concern_id, criterion_id)
    points: float | None = st.session_state.get(key) if st.session_state.get(f"{key}_given") else None
    return points


def _give_points(key: str, middle: int, ends: tuple[float, float]) -> None:
    st.session_state[key] = middle
    st.session_state[f"{key}_given"] = True
    _hold_ends(f"{key}_ends", ends)


def _hold_ends(key: str, ends: tuple[float, float]) -> None:
    st.session_state[key] = ends


def points_for_other_ends(concern_id: str, criterion_id: str, ends: tuple[float, float]) -> bool:
    """True when points were given for a step that has since become another one, because the options changed."""
    given: tuple[float, float] = st.session_state.get(f"{_points_key(concern_id, criterion_id)}_ends", ends)
    return given != ends


def pick_own(concern_id: str, option_names: dict[str, str]) -> tuple[str, dict[str, float | None]]:
    """Draw the name of a person's own criterion and a score, 0 to 10, for each option; None while empty."""
    name = st.text_input(
        say("priorities-own-name"),
        key=_own_key(concern_id, "name"),
        max_chars=40,
        placeholder=say("priorities-own-example"),
        persist_state="session",
    )
    shown = (name or "").strip() or say("priorities-name-own")
    scores = {
        option_id: st.pills(option, list(range(11)), key=_own_key(concern_id, option_id), persist_state="session")
        for option_id, option in option_names.items()
    }
    return shown, {option_id: None if score is None else float(score) for option_id, score in scores.items()}


def criteria_said(concern_id: str) -> tuple[tuple[str, float | None], ...]:
    """What a person picked as mattering for a concern, in their order, with its points where they gave any.

    The first counts 100.
    """
    order = st.session_state.get(f"{CRITERIA_ORDER}{concern_id}", ())
    given = [st.session_state.get(_points_key(concern_id, name)) for name in order]
    return tuple(zip(order, [TOP, *given[1:]], strict=True)) if order else ()


def own_said(concern_id: str, option_ids: tuple[str, ...]) -> tuple[str, dict[str, float | None]]:
    """The name of a person's own criterion and its scores, as given on What matters to me."""
    name = (st.session_state.get(_own_key(concern_id, "name")) or "").strip() or say("priorities-name-own")
    scores = {option_id: st.session_state.get(_own_key(concern_id, option_id)) for option_id in option_ids}
    return name, {option_id: None if score is None else float(score) for option_id, score in scores.items()}


def priorities_said(concern_id: str, option_ids: tuple[str, ...]) -> Priorities:
    """All that a person said matters, with their own scores for these options."""
    name, scores = own_said(concern_id, option_ids)
    return Priorities(criteria_said(concern_id), name, tuple(scores.items()))
