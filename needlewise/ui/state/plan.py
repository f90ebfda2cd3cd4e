"""What is asked of Plan: choices are bound widgets with the prefix `plan_`, so a link brings the plan back.

What tells of a person (visits there were, money paid) stays in the session.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, time, timedelta

import streamlit as st

from needlewise.clinic import settings
from needlewise.decision.plan.build import is_home, usual_numbers
from needlewise.decision.plan.model import MOST_APART, MOST_SPANS, MOST_VISITS, Begun, Numbers, Span, Wishes
from needlewise.evidence.model.store import Evidence
from needlewise.evidence.rules.course import course
from needlewise.handout.calendar import Entry, new_token
from needlewise.ui.state.concern import NOTE_LENGTH
from needlewise.ui.state.keys import (
    PLAN_ALL,
    PLAN_APART,
    PLAN_AWAY,
    PLAN_AWAY_NOTE,
    PLAN_AWAY_PICKED,
    PLAN_DAYS,
    PLAN_EVENT,
    PLAN_HAD,
    PLAN_HANDED,
    PLAN_LAST,
    PLAN_OWN,
    PLAN_PRICE,
    PLAN_SAID,
    PLAN_START,
    PLAN_TIME,
    PLAN_TOKEN,
    PLAN_UNUSED,
    PLAN_VARY,
    PLAN_VISITS,
)
from needlewise.words import number, say

_WEEKDAYS = tuple(range(7))


_EARLIEST = date(2020, 1, 1)


_YEARS_AHEAD = 9


_TOKEN = re.compile(r"[0-9a-f]{32}")


# Those that say when the address gives them what they cannot take; days away have a note of their own.
_FIELDS = (PLAN_START, PLAN_EVENT, PLAN_DAYS, PLAN_VARY, PLAN_VISITS, PLAN_APART)


def pick_plan(evidence: Evidence, concern_id: str, option_ids: tuple[str, ...], now: date) -> Wishes:
    """Draw the plan's inputs and return what they say.

    Anything unreadable in the address is left out with a quiet note.
    """
    latest = now + timedelta(days=_YEARS_AHEAD * 365)
    given = _from_address(_FIELDS)
    left, right = st.columns(2)
    with left:
        start = _pick_day(PLAN_START, say("plan-start"), say("plan-start-help"), latest)
    with right:
        event = _pick_day(PLAN_EVENT, say("plan-event"), say("plan-event-help"), latest)
    with st.expander(say("plan-more")):
        left, right = st.columns(2)
        with left:
            away = _pick_away(evidence.concerns[concern_id].group, now, latest)
        with right:
            weekdays = _pick_weekdays()
        own, vary = _pick_numbers(evidence, concern_id, option_ids)
    with st.expander(say("plan-begun-title")):
        begun, packages = _pick_begun(evidence, concern_id, option_ids, now)
    _hold_unused(given)
    wishes = Wishes(start or now, event, away, weekdays, own, vary, begun, packages)
    # Widgets of a page that is not on screen may be gone; the take-home needs what they said.
    st.session_state[PLAN_SAID] = (concern_id, wishes, wishes != Wishes(now, vary=vary))
    if own or begun or packages or concern_id in st.session_state.get(PLAN_OWN, {}):
        st.session_state[PLAN_OWN] = st.session_state.get(PLAN_OWN, {}) | {concern_id: (own, begun, packages)}
    return wishes


def _pick_day(key: str, label: str, explanation: str, latest: date) -> date | None:
    # The calendar must accept a day that has passed since a link was saved; the plan then says so.
    return st.date_input(
        label,
        value=None,
        min_value=_EARLIEST,
        max_value=latest,
        format="YYYY-MM-DD",
        key=key,
        bind="query-params",
        help=explanation,
    )


def _pick_away(group: str, now: date, latest: date) -> tuple[Span, ...]:
    """Days away: a calendar to pick them in, and the list of them that stands in the address and can be typed into."""
    st.date_input(
        say("plan-away-pick" if group == "skin" else "plan-away-pick-pain"),
        value=[],
        min_value=now,
        max_value=latest,
        format="YYYY-MM-DD",
        key=PLAN_AWAY_PICKED,
        help=say("plan-away-pick-help"),
        on_change=_keep_away,
    )
    texts = st.multiselect(
        say("plan-away"),
        [],
        accept_new_options=True,
        max_selections=MOST_SPANS,
        placeholder=say("plan-away-placeholder"),
        key=PLAN_AWAY,
        bind="query-params",
        help=say("plan-away-help"),
    )
    spans = {text: read_span(text) for text in texts}
    unread = [text for text, span in spans.items() if span is None]
    if unread:
        st.session_state[PLAN_AWAY_NOTE] = unread[0][:NOTE_LENGTH]
    else:
        st.session_state.pop(PLAN_AWAY_NOTE, None)
    return tuple(sorted({span for span in spans.values() if span}))


def _pick_weekdays() -> tuple[int, ...]:
    names = {day: say(f"plan-weekday-{day}") for day in _WEEKDAYS}
    return tuple(
        sorted(
            st.pills(
                say("plan-weekdays"),
                _WEEKDAYS,
                default=[day for day in _WEEKDAYS if day in settings.current().opening_days],
                format_func=names.__getitem__,
                selection_mode="multi",
                key=PLAN_DAYS,
                bind="query-params",
                help=say("plan-weekdays-help"),
            )
        )
    )


def plan_said(concern_id: str) -> Wishes | None:
    """What was asked for on the Plan page; None when nothing was. Own numbers hold for their concern only."""
    concern_before, wishes, asked = st.session_state.get(PLAN_SAID, (concern_id, None, False))
    if wishes is None or not asked:
        return None
    found: Wishes = wishes if concern_before == concern_id else with_own(wishes, concern_id)
    return found


def with_own(wishes: Wishes, concern_id: str) -> Wishes:
    """The same wishes for another concern, with what was said of that one's options."""
    own, begun, packages = st.session_state.get(PLAN_OWN, {}).get(concern_id, ((), (), ()))
    return replace(wishes, own=own, begun=begun, packages=packages)


def _pick_begun(
    evidence: Evidence, concern_id: str, option_ids: tuple[str, ...], now: date
) -> tuple[tuple[tuple[str, Begun], ...], tuple[tuple[str, float], ...]]:
    """Visits there were and prices paid ahead, for each option with visits."""
    st.markdown(say("plan-begun-lead"))
    begun: list[tuple[str, Begun]] = []
    packages: list[tuple[str, float]] = []
    for name in _with_visits(evidence, concern_id, option_ids):
        title = evidence.treatments[name].short_name
        left, middle, right = st.columns(3)
        with left:
            had = st.number_input(
                say("plan-had", treatment=title),
                min_value=0,
                max_value=MOST_VISITS,
                value=None,
                step=1,
                key=f"{PLAN_HAD}{concern_id}_{name}",
                persist_state="session",
            )
        with middle:
            last = st.date_input(
                say("plan-last", treatment=title),
                value=None,
                min_value=_EARLIEST,
                max_value=now,
                format="YYYY-MM-DD",
                key=f"{PLAN_LAST}{concern_id}_{name}",
                persist_state="session",
            )
        with right:
            price = st.number_input(
                say("plan-price", treatment=title),
                min_value=0.0,
                value=None,
                step=10.0,
                key=f"{PLAN_PRICE}{concern_id}_{name}",
                persist_state="session",
            )
        if had and last is not None:
            begun.append((name, Begun(int(had), last)))
        elif had:
            st.markdown(say("plan-note-begun"))
        if price:
            packages.append((name, float(price)))
    return tuple(begun), tuple(packages)


def pick_all() -> bool:
    """Draw the switch that shows every option of the concern by the day; True while it is on."""
    return st.toggle(say("plan-all-toggle"), value=False, key=PLAN_ALL, bind="query-params")


def _with_visits(evidence: Evidence, concern_id: str, option_ids: tuple[str, ...]) -> list[str]:
    """The options that have visits, so that numbers of them can be asked for."""
    return [
        name
        for name in option_ids
        if evidence.treatments[name].family != "nothing" and not is_home(evidence, concern_id, name)
    ]


def _pick_numbers(
    evidence: Evidence, concern_id: str, option_ids: tuple[str, ...]
) -> tuple[tuple[tuple[str, Numbers], ...], bool]:
    """Visits and days between them for each option with visits, filled in with the usual ones."""
    own: list[tuple[str, Numbers]] = []
    wanted = _with_visits(evidence, concern_id, option_ids)
    if wanted:
        st.markdown(say("plan-numbers-lead"))
    for name in wanted:
        usual = usual_numbers(course(evidence, concern_id, name))
        title = evidence.treatments[name].short_name
        left, right = st.columns(2)
        with left:
            visits = _whole_number(
                say("plan-visits", treatment=title), usual.visits, MOST_VISITS, f"{PLAN_VISITS}{concern_id}_{name}"
            )
        with right:
            apart = _whole_number(
                say("plan-apart", treatment=title), usual.apart, MOST_APART, f"{PLAN_APART}{concern_id}_{name}"
            )
        changed = Numbers(visits if visits != usual.visits else None, apart if apart != usual.apart else None)
        if changed != Numbers():
            own.append((name, changed))
    return tuple(own), st.toggle(
        say("plan-vary"), value=True, key=PLAN_VARY, bind="query-params", help=say("plan-vary-help")
    )


def _whole_number(label: str, usual: int | None, most: int, key: str) -> int | None:
    value = st.number_input(label, min_value=1, max_value=most, value=usual, step=1, key=key, bind="query-params")
    return None if value is None else int(value)


def _keep_away() -> None:
    """Once both ends are picked, put the days into the list that stands in the address."""
    picked = st.session_state[PLAN_AWAY_PICKED]
    if len(picked) < len(("first", "last")):
        return
    first, last = picked
    text = first.isoformat() if first == last else f"{first.isoformat()}/{last.isoformat()}"
    held = st.session_state.get(PLAN_AWAY) or []
    if text not in held and len(held) < MOST_SPANS:
        st.session_state[PLAN_AWAY] = [*held, text]
    st.session_state[PLAN_AWAY_PICKED] = ()


def read_span(text: str) -> Span | None:
    """The days behind `2027-03-01` or `2027-03-01/2027-03-05` (ISO 8601), either way round; None for anything else."""
    parts = [part.strip() for part in text.split("/")]
    try:
        ends = sorted(date.fromisoformat(part) for part in parts)
    except ValueError:
        return None
    return Span(ends[0], ends[-1]) if len(ends) <= len(("first", "last")) else None


def away_note() -> str | None:
    """A piece of the list of days that could not be read; None when all could."""
    value: str | None = st.session_state.get(PLAN_AWAY_NOTE)
    return value


def pick_time() -> time | None:
    """Draw the time of day for the calendar files; None until one is picked."""
    given = _from_address((PLAN_TIME,))
    at = st.time_input(
        say("plan-file-time"),
        value=None,
        key=PLAN_TIME,
        bind="query-params",
        help=say("plan-file-time-help"),
        width=220,
    )
    _hold_unused(given)
    return at


def token() -> str:
    """The token of this plan's calendar files: that of the address, where a saved link brings one, else a new one.

    It goes into the address with the first file, so that a file made from the saved link later moves the same entries.
    """
    given = str(st.query_params.get(PLAN_TOKEN, ""))
    held: str | None = st.session_state.get(PLAN_TOKEN)
    found = given if _TOKEN.fullmatch(given) else held or new_token()
    st.session_state[PLAN_TOKEN] = found
    if given != found:
        st.query_params[PLAN_TOKEN] = found
    return found


def handed(concern_id: str, treatment_id: str, now: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """What earlier files of an option held; what this one holds is remembered beside it."""
    key = f"{PLAN_HANDED}{concern_id}_{treatment_id}"
    before: tuple[Entry, ...] = st.session_state.get(key, ())
    names = {entry.name for entry in now}
    st.session_state[key] = (*now, *(entry for entry in before if entry.name not in names))
    return before


def address_notes() -> list[str]:
    """A sentence for each value in the address that a field of the plan could not take."""
    return _unused(_FIELDS)


def time_notes() -> list[str]:
    """A sentence for a time of day in the address that is none."""
    return _unused((PLAN_TIME,))


def _from_address(fields: tuple[str, ...]) -> dict[str, list[str]]:
    """What the address gives to fields that are drawn for the first time.

    Later the fields themselves are what counts.
    """
    return {
        name: st.query_params.get_all(name)
        for name in st.query_params
        if name.startswith(fields) and name not in st.session_state
    }


def _hold_unused(given: dict[str, list[str]]) -> None:
    """Remember what a field could not take, and what it holds instead: the note goes once the field is changed."""
    held: dict[str, tuple[str, object]] = st.session_state.setdefault(PLAN_UNUSED, {})
    for name, texts in given.items():
        value = st.session_state.get(name)
        for text in texts:
            if not _taken(text, value):
                held[name] = (text, value)


def _taken(text: str, value: object) -> bool:
    """True when a field holds what the address said."""
    if isinstance(value, list | tuple):
        return any(text == say(f"plan-weekday-{item}") for item in value)
    if isinstance(value, bool):
        return text.lower() == str(value).lower()
    if isinstance(value, int | float):
        return text == number(value)
    return value is not None


def _unused(fields: tuple[str, ...]) -> list[str]:
    held: dict[str, tuple[str, object]] = st.session_state.get(PLAN_UNUSED, {})
    return [
        say("plan-note-address", value=text[:NOTE_LENGTH])
        for name, (text, value) in held.items()
        if name.startswith(fields) and st.session_state.get(name) == value
    ]
