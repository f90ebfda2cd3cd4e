"""Answers about health: in the session only, never bound to the address, and no cache is keyed by them."""

from __future__ import annotations

import functools
from datetime import date

import streamlit as st

from needlewise.decision.told import MOST_WEEKS, Answers, Detail, of_age
from needlewise.evidence.model.advice import Situation
from needlewise.evidence.model.vocabulary import DARK_SKIN
from needlewise.evidence.reading.load import load
from needlewise.ui.state.keys import (
    AGE,
    CHECKLIST,
    CONDITIONS,
    LAST_TOLD,
    SCOPE,
    SITUATION_CHOICE,
    SITUATION_DAY,
    SITUATION_WEEK,
    SKIN,
    SKIN_SHORT,
    SKIN_TOLD_HERE,
    of_owner,
)
from needlewise.words import say

NOT_SURE = 0


def pick_skin(names: dict[int, str]) -> None:
    """Draw the picker of skin tones, `NOT_SURE` last; tapping the chosen one again takes it back."""
    st.pills(
        say("suitability-skin-label"),
        list(names),
        format_func=names.__getitem__,
        key=SKIN,
        persist_state="session",
        label_visibility="collapsed",
        width="stretch",
        on_change=_skin_told_here,
    )


def _skin_told_here() -> None:
    st.session_state[SKIN_TOLD_HERE] = True
    st.session_state[LAST_TOLD] = DARK_SKIN


def skin_told_elsewhere() -> bool:
    """True while the skin tone in force was told on another page: its list may then stay folded on a phone."""
    return st.session_state.get(SKIN) is not None and not st.session_state.get(SKIN_TOLD_HERE)


def skin_type() -> int | None:
    """The skin type told, 1 to 6; None when not told or not sure."""
    return st.session_state.get(SKIN) or None


def pick_conditions(group: str, names: dict[str, str], *, part: str) -> None:
    """Draw one group of the checklist.

    What is ticked is held for the session, whichever part of the list is on screen.
    """
    held, key = st.session_state.get(CONDITIONS, ()), f"{CHECKLIST[part]}{group}"
    ticked = st.pills(
        say(f"suitability-group-{group}"),
        list(names),
        format_func=names.__getitem__,
        selection_mode="multi",
        default=[name for name in names if name in held],
        key=key,
        on_change=_hold_conditions,
        args=(key, tuple(names)),
        width="stretch",
    )
    _hold(tuple(names), ticked)


def _hold_conditions(key: str, names: tuple[str, ...]) -> None:
    """Held before anything is drawn: a quick tap on a link may replace the run that would draw the checklist."""
    _hold(names, st.session_state[key])


def last_told() -> str:
    """The condition ticked last, while it is ticked; `DARK_SKIN` where the skin tone was told later.

    Empty before anything was.
    """
    last = st.session_state.get(LAST_TOLD, "")
    return last if last == DARK_SKIN or last in st.session_state.get(CONDITIONS, ()) else ""


def _hold(names: tuple[str, ...], ticked: list[str]) -> None:
    held = st.session_state.get(CONDITIONS, ())
    new = [name for name in ticked if name not in held]
    if new:
        st.session_state[LAST_TOLD] = new[-1]
    st.session_state[CONDITIONS] = (*(name for name in held if name not in names), *ticked)


def pick_age(names: dict[int, str]) -> None:
    """Draw the age bands: the age below which each lies, `NOT_YOUNG` for the oldest; a second tap takes it back."""
    st.pills(
        say("suitability-age-label"),
        list(names),
        format_func=names.__getitem__,
        key=AGE,
        persist_state="session",
        label_visibility="collapsed",
        width="stretch",
    )


def conditions_ticked() -> tuple[str, ...]:
    """The conditions ticked, in the order in which they were."""
    return tuple(st.session_state.get(CONDITIONS, ()))


def pick_detail(condition: str, offered: tuple[Situation, ...], today: date) -> None:
    """Draw what decides more than the tick: the choices where there are several, and the day or the week they ask for.

    Of a medicine one choice holds, it is taken or was stopped; of others several may.
    """
    held = tuple(row.situation_id for row in offered)
    if len(offered) > 1:
        held = _pick_choices(condition, offered)
    asked = [row for row in offered if row.situation_id in held and row.asks in ("days", "weeks")]
    if not asked:
        return
    if asked[0].asks == "weeks":
        st.number_input(
            say("situation-week"),
            min_value=1,
            max_value=MOST_WEEKS,
            value=None,
            step=1,
            key=f"{SITUATION_WEEK}{condition}",
            help=say("situation-week-help"),
            persist_state="session",
        )
        return
    st.date_input(
        say(f"situation-day-{asked[0].situation_id}"),
        value=None,
        min_value=date(today.year - _YEARS_BACK, 1, 1),
        max_value=today,
        format="YYYY-MM-DD",
        key=f"{SITUATION_DAY}{condition}",
        help=say("situation-day-help"),
        persist_state="session",
    )


def _pick_choices(condition: str, offered: tuple[Situation, ...]) -> tuple[str, ...]:
    names = {row.situation_id: say(f"situation-{row.situation_id}") for row in offered}
    label, key = say(f"condition-{condition}"), f"{SITUATION_CHOICE}{condition}"
    if any(row.asks == "days" for row in offered) != all(row.asks == "days" for row in offered):
        one = st.pills(label, list(names), format_func=names.__getitem__, key=key, persist_state="session")
        return (one,) if one else ()
    many = st.pills(
        label,
        list(names),
        format_func=names.__getitem__,
        selection_mode="multi",
        key=key,
        persist_state="session",
    )
    return tuple(many)


# How far back a day can be told.
_YEARS_BACK = 10


def _details() -> tuple[Detail, ...]:
    """What was told of the conditions ticked; what was told of one that is not ticked any more does not count."""
    found = []
    for name in conditions_ticked():
        held = st.session_state.get(f"{SITUATION_CHOICE}{name}") or ()
        detail = Detail(
            name,
            (held,) if isinstance(held, str) else tuple(held),
            st.session_state.get(f"{SITUATION_DAY}{name}"),
            st.session_state.get(f"{SITUATION_WEEK}{name}"),
        )
        if detail != Detail(name):
            found.append(detail)
    return tuple(found)


# The oldest band, for which no caution counts.
NOT_YOUNG = 0


def answers() -> Answers:
    """All that was told on this page."""
    told, below = st.session_state.get(SKIN), st.session_state.get(AGE)
    conditions = (*conditions_ticked(), *of_age(load(), below or None))
    return Answers(told or None, told == NOT_SURE and told is not None, conditions, _details())


def forget_answers() -> None:
    """Take every answer of this page out of the session."""
    for key in of_owner(map(str, st.session_state), "suitability"):
        del st.session_state[key]


def _scope_key(names: dict[str, str]) -> str:
    # Whoever has chosen options since is shown those at first, whatever stood there before.
    return f"{SCOPE}{next(iter(names))}"


def pick_scope(names: dict[str, str]) -> None:
    """Draw the choice between the options compared, those of the concern and all options; the first stands at first."""
    st.pills(
        say("suitability-scope-label"),
        list(names),
        format_func=names.__getitem__,
        default=next(iter(names)),
        required=True,
        key=_scope_key(names),
        persist_state="session",
    )


def scope_picked(names: dict[str, str]) -> str:
    """The id of that choice, also before it is drawn: it decides what is asked above it."""
    return st.session_state.get(_scope_key(names)) or next(iter(names))


@functools.cache
def _short_tones() -> dict[int, str]:
    return {tone: say(f"skin-short-{tone}") for tone in (*range(1, 7), NOT_SURE)}


def pick_skin_short(place: str, label: str, *, labelled: bool) -> None:
    """Draw the picker of skin tones with short names.

    What is tapped counts on every page, as if told on Right for me?.
    """
    key, names = SKIN_SHORT[place], _short_tones()
    st.session_state[key] = st.session_state.get(SKIN)
    st.pills(
        label,
        list(names),
        format_func=names.__getitem__,
        key=key,
        on_change=_skin_picked,
        args=(key,),
        label_visibility="visible" if labelled else "collapsed",
        width="stretch",
    )


def _skin_picked(key: str) -> None:
    st.session_state[SKIN] = st.session_state[key]
    st.session_state[LAST_TOLD] = DARK_SKIN
    st.session_state.pop(SKIN_TOLD_HERE, None)
