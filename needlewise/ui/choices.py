"""The only module that reads the address and the session.

`bind="query-params"` writes a widget's label into the address. Links must outlive wording, so our own links carry ids:
a known id (or a label this product once used) is exchanged for today's label by one redirect before the picker is drawn.
"""

from __future__ import annotations

import contextlib
import functools
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, tzinfo
from typing import TypeVar
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import streamlit as st
from streamlit.errors import StreamlitAPIException
from streamlit.navigation.page import StreamlitPage

from needlewise.caching import shared
from needlewise.charts.palette import Mode
from needlewise.clinic import settings
from needlewise.decision.compare import FEWEST, MOST, TOPICS, Topic, first_choice
from needlewise.decision.plan import MOST_APART, MOST_SPANS, MOST_VISITS, Numbers, Span, Wishes, is_home, usual_numbers
from needlewise.decision.room import ScreenId
from needlewise.decision.smaa import TOP
from needlewise.decision.suitability import Answers
from needlewise.evidence.course import course
from needlewise.evidence.load import load
from needlewise.evidence.store import Evidence
from needlewise.evidence.vocabulary import DARK_SKIN
from needlewise.ui import menus
from needlewise.words import say
from needlewise.words.dates import known_locale

CONCERN = "concern"
DEFAULT_CONCERN = "low_back_pain"
OPTIONS = "options"
_NOTE = "unknown_concern"
_OPTIONS_NOTE = "options_note"
_SEEDED = "address_seeded"
_OPTIONS_SHOWN = "options_shown"
_PAGE_SHOWN = "page_shown"
_OPTIONS_KEPT = "options_kept"
_OPTIONS_AGAIN = "options_kept_again"
_OPTIONS_WAITING = "options_waiting"
_OPTIONS_SWAP = "options_swap"
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
    opened = st.session_state.get(_PAGE_SHOWN) != page.url_path
    if opened:
        # A note about a tap stays behind with the page it was made on.
        _forget_options_note()
        st.session_state[_PAGE_SHOWN] = page.url_path
    if CONCERN in given:
        value = given[CONCERN][-1]
        concern_id = known_concern(evidence, value)
        if not value:
            # The picker would take an empty parameter for "nothing chosen": go on without it.
            del wanted[CONCERN]
        elif concern_id is None:
            st.session_state[_NOTE] = value[:_NOTE_LENGTH]
            del st.query_params[CONCERN], given[CONCERN], wanted[CONCERN]
        else:
            wanted[CONCERN] = [labels(evidence)[concern_id]]
    if OPTIONS in given:
        label = wanted[CONCERN][0] if CONCERN in wanted else current_label(evidence)
        wanted[OPTIONS] = _canonical_options(
            evidence, known_concern(evidence, label) or DEFAULT_CONCERN, given[OPTIONS]
        )
    if any(key.startswith(menus.PREFIX) for key in given):
        names = menus.menus()
        wanted |= {key: [names[key].get(values[-1], values[-1])] for key, values in given.items() if key in names}
    _keep_options(evidence, page, wanted, opened=opened)
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
    for key, values in wanted.items():
        if key.startswith(menus.PREFIX) and values != given[key]:
            st.session_state[key] = values[0]
    if wanted.get(OPTIONS):
        concern_id = known_concern(evidence, current_label(evidence)) or DEFAULT_CONCERN
        st.session_state[OPTIONS] = list(known_options(evidence, concern_id, wanted[OPTIONS])[0])


def _keep_options(evidence: Evidence, page: StreamlitPage, wanted: dict[str, list[str]], *, opened: bool) -> None:
    """Keep the options of a concern from page to page, also where the address of the page just opened says nothing of them.

    Only an address that names options changes them.
    """
    label = wanted[CONCERN][0] if CONCERN in wanted else current_label(evidence)
    concern_id = known_concern(evidence, label) or DEFAULT_CONCERN
    if OPTIONS in wanted:
        named, _ = known_options(evidence, concern_id, wanted[OPTIONS])
        if page.url_path not in _WITH_OPTIONS and named:
            # No picker here: what the address says would be lost on the way to the next page.
            st.session_state[_OPTIONS_SHOWN] = (concern_id, _filled(evidence, concern_id, named))
        return
    concern_before, shown = st.session_state.get(_OPTIONS_SHOWN, ("", ()))
    if not opened or page.url_path not in _WITH_OPTIONS or concern_before != concern_id:
        return
    if tuple(shown) != usual_options(evidence, concern_id):
        st.session_state[_OPTIONS_KEPT] = list(shown)


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


def _options_of(evidence: Evidence, concern_id: str) -> tuple[dict[str, str], tuple[str, ...]]:
    names = {
        option.treatment_id: evidence.treatments[option.treatment_id].name for option in evidence.options(concern_id)
    }
    return names, first_choice(evidence, concern_id)


# Every run asks for these several times, and each walks whole tables.
@shared(size=lambda: len(load().concerns))
def _kept_options(concern_id: str) -> tuple[dict[str, str], tuple[str, ...]]:
    return _options_of(load(), concern_id)


def option_labels(evidence: Evidence, concern_id: str) -> dict[str, str]:
    """Option ids of a concern and their labels: needling first, doing nothing last."""
    return (_kept_options(concern_id) if evidence is load() else _options_of(evidence, concern_id))[0]


def usual_options(evidence: Evidence, concern_id: str) -> tuple[str, ...]:
    """The options of a concern shown before anyone has chosen."""
    return (_kept_options(concern_id) if evidence is load() else _options_of(evidence, concern_id))[1]


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
    for option_id in usual_options(evidence, concern_id):
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
    first = usual_options(evidence, concern_id)
    concern_before, shown_before = st.session_state.get(_OPTIONS_SHOWN, (concern_id, ()))
    keep, again = st.session_state.pop(_OPTIONS_KEPT, None), st.session_state.pop(_OPTIONS_AGAIN, False)
    if keep and (again or OPTIONS not in st.session_state):
        st.session_state[OPTIONS] = keep
    held = st.session_state.get(OPTIONS)
    kept, _ = known_options(evidence, concern_id, held or [])
    if held is not None and concern_before != concern_id:
        untouched = tuple(shown_before) == usual_options(evidence, concern_before)
        st.session_state[OPTIONS] = list(first if untouched or len(kept) < FEWEST else kept)
    elif held is not None and not FEWEST <= len(held) <= MOST:
        st.session_state[OPTIONS] = list(_filled(evidence, concern_id, kept))
    chosen = st.pills(
        say("options-pick-label", fewest=FEWEST, most=MOST),
        list(names),
        format_func=names.__getitem__,
        selection_mode="multi",
        default=list(first),
        key=OPTIONS,
        bind="query-params",
        on_change=_hold_options,
    )
    if keep and not again and set(chosen) != set(keep):
        # In the run of a Back step an address without options wins over the session; one run later it does not.
        st.session_state[_OPTIONS_KEPT], st.session_state[_OPTIONS_AGAIN] = keep, True
        st.rerun()
    if not FEWEST <= len(chosen) <= MOST:
        # An address of another concern or an older step left too few or too many; the next run puts it right.
        st.rerun()
    st.session_state[_OPTIONS_SHOWN] = (concern_id, tuple(name for name in names if name in chosen))


def _forget_options_note() -> None:
    st.session_state.pop(_OPTIONS_NOTE, None)
    st.session_state.pop(_OPTIONS_WAITING, None)


def _hold_options() -> None:
    """Keep two to four options: the last but one taken away is put back with a note, a fifth waits for a place."""
    _forget_options_note()
    chosen = st.session_state[OPTIONS]
    if FEWEST <= len(chosen) <= MOST:
        return
    _, shown = st.session_state.get(_OPTIONS_SHOWN, ("", ()))
    waiting = next((name for name in chosen if name not in shown), None)
    if len(chosen) < FEWEST or waiting is None:
        st.session_state[_OPTIONS_NOTE] = say("options-too-few")
    else:
        st.session_state[_OPTIONS_WAITING] = waiting
        name = load().treatments[waiting].mid_sentence
        st.session_state[_OPTIONS_NOTE] = say("options-too-many", name=name)
    if shown:
        st.session_state[OPTIONS] = list(shown)


def pick_swap(evidence: Evidence, concern_id: str) -> None:
    """Where a fifth option waits: draw the four on the page, for one of them to make room."""
    if _OPTIONS_WAITING not in st.session_state:
        return
    names = option_labels(evidence, concern_id)
    st.pills(
        st.session_state[_OPTIONS_NOTE],
        list(options(evidence, concern_id)),
        format_func=names.__getitem__,
        key=_OPTIONS_SWAP,
        on_change=_swap_options,
        label_visibility="collapsed",
    )


def _swap_options() -> None:
    """The waiting option takes the place of the one that was tapped."""
    leaving, waiting = st.session_state[_OPTIONS_SWAP], st.session_state.get(_OPTIONS_WAITING)
    _forget_options_note()
    _, shown = st.session_state.get(_OPTIONS_SHOWN, ("", ()))
    if leaving in shown and waiting:
        st.session_state[OPTIONS] = [waiting if name == leaving else name for name in shown]


def options(evidence: Evidence, concern_id: str) -> tuple[str, ...]:
    """The two to four option ids on the page, in the order of the picker; call after `pick_options`."""
    chosen, _ = known_options(
        evidence, concern_id, list(st.session_state.get(OPTIONS) or usual_options(evidence, concern_id))
    )
    return _filled(evidence, concern_id, chosen)


def options_note() -> str | None:
    """What to say quietly under the picker of options: an unknown name in the address, or why a tap was put back."""
    value: str | None = st.session_state.get(_OPTIONS_NOTE)
    return value


# The Plan page. Every choice is a bound widget with the prefix `plan_`, so a link brings the plan back.
_PLAN = "plan_"
_AWAY, _AWAY_PICKED, _AWAY_NOTE = f"{_PLAN}away", "plan_pick", "plan_away_note"
_PLAN_SAID = "plan_said"
_WEEKDAYS = tuple(range(7))
_EARLIEST = date(2020, 1, 1)
_YEARS_AHEAD = 9


def zone() -> tzinfo:
    """The visitor's time zone, UTC when the browser does not tell."""
    try:
        return ZoneInfo(st.context.timezone or "UTC")
    except (ZoneInfoNotFoundError, ValueError):
        return UTC


def today() -> date:
    """Today where the visitor is."""
    return datetime.now(zone()).date()


def locale() -> str:
    """The visitor's language setting, for the names of months and days; where a clinic names its languages, one of those."""
    return settings.current().date_language(known_locale(st.context.locale))


def pick_plan(evidence: Evidence, concern_id: str, option_ids: tuple[str, ...], now: date) -> Wishes:
    """Draw the plan's inputs and return what they say. Anything unreadable in the address is left out with a quiet note."""
    group = evidence.concerns[concern_id].group
    latest = now + timedelta(days=_YEARS_AHEAD * 365)
    left, right = st.columns(2)
    with left:
        # The calendar must accept a day that has passed since a link was saved; the plan then says so.
        start = st.date_input(
            say("plan-start"),
            value=None,
            min_value=_EARLIEST,
            max_value=latest,
            format="YYYY-MM-DD",
            key=f"{_PLAN}start",
            bind="query-params",
            help=say("plan-start-help"),
        )
    with right:
        event = st.date_input(
            say("plan-event"),
            value=None,
            min_value=_EARLIEST,
            max_value=latest,
            format="YYYY-MM-DD",
            key=f"{_PLAN}event",
            bind="query-params",
            help=say("plan-event-help"),
        )
    with st.expander(say("plan-more")):
        left, right = st.columns(2)
        with left:
            st.date_input(
                say("plan-away-pick" if group == "skin" else "plan-away-pick-pain"),
                value=[],
                min_value=now,
                max_value=latest,
                format="YYYY-MM-DD",
                key=_AWAY_PICKED,
                help=say("plan-away-pick-help"),
                on_change=_keep_away,
            )
            texts = st.multiselect(
                say("plan-away"),
                [],
                accept_new_options=True,
                max_selections=MOST_SPANS,
                placeholder=say("plan-away-placeholder"),
                key=_AWAY,
                bind="query-params",
                help=say("plan-away-help"),
            )
        with right:
            names = {day: say(f"plan-weekday-{day}") for day in _WEEKDAYS}
            weekdays = st.pills(
                say("plan-weekdays"),
                _WEEKDAYS,
                default=[day for day in _WEEKDAYS if day in settings.current().opening_days],
                format_func=names.__getitem__,
                selection_mode="multi",
                key=f"{_PLAN}days",
                bind="query-params",
                help=say("plan-weekdays-help"),
            )
        own, vary = _pick_numbers(evidence, concern_id, option_ids)
    spans = {text: read_span(text) for text in texts}
    unread = [text for text, span in spans.items() if span is None]
    if unread:
        st.session_state[_AWAY_NOTE] = unread[0][:_NOTE_LENGTH]
    else:
        st.session_state.pop(_AWAY_NOTE, None)
    wishes = Wishes(
        start or now,
        event,
        tuple(sorted({span for span in spans.values() if span})),
        tuple(sorted(weekdays)),
        own,
        vary,
    )
    # Widgets of a page that is not on screen may be gone; the take-home needs what they said.
    st.session_state[_PLAN_SAID] = (concern_id, wishes, wishes != Wishes(now, vary=vary))
    return wishes


def plan_said(concern_id: str) -> Wishes | None:
    """What was asked for on the Plan page; None when nothing was. Own numbers hold for their concern only."""
    concern_before, wishes, asked = st.session_state.get(_PLAN_SAID, (concern_id, None, False))
    if wishes is None or not asked:
        return None
    found: Wishes = wishes if concern_before == concern_id else replace(wishes, own=())
    return found


def _pick_numbers(
    evidence: Evidence, concern_id: str, option_ids: tuple[str, ...]
) -> tuple[tuple[tuple[str, Numbers], ...], bool]:
    """Visits and days between them for each option with visits, filled in with the usual ones."""
    own: list[tuple[str, Numbers]] = []
    wanted = [
        name
        for name in option_ids
        if evidence.treatments[name].family != "nothing" and not is_home(evidence, concern_id, name)
    ]
    if wanted:
        st.markdown(say("plan-numbers-lead"))
    for name in wanted:
        usual = usual_numbers(course(evidence, concern_id, name))
        title = evidence.treatments[name].short_name
        left, right = st.columns(2)
        with left:
            visits = _whole_number(
                say("plan-visits", treatment=title), usual.visits, MOST_VISITS, f"{_PLAN}visits_{concern_id}_{name}"
            )
        with right:
            apart = _whole_number(
                say("plan-apart", treatment=title), usual.apart, MOST_APART, f"{_PLAN}apart_{concern_id}_{name}"
            )
        changed = Numbers(visits if visits != usual.visits else None, apart if apart != usual.apart else None)
        if changed != Numbers():
            own.append((name, changed))
    return tuple(own), st.toggle(
        say("plan-vary"), value=True, key=f"{_PLAN}vary", bind="query-params", help=say("plan-vary-help")
    )


def _whole_number(label: str, usual: int | None, most: int, key: str) -> int | None:
    value = st.number_input(label, min_value=1, max_value=most, value=usual, step=1, key=key, bind="query-params")
    return None if value is None else int(value)


def _keep_away() -> None:
    """Once both ends are picked, put the days into the list that stands in the address."""
    picked = st.session_state[_AWAY_PICKED]
    if len(picked) < len(("first", "last")):
        return
    first, last = picked
    text = first.isoformat() if first == last else f"{first.isoformat()}/{last.isoformat()}"
    held = st.session_state.get(_AWAY) or []
    if text not in held and len(held) < MOST_SPANS:
        st.session_state[_AWAY] = [*held, text]
    st.session_state[_AWAY_PICKED] = ()


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
    value: str | None = st.session_state.get(_AWAY_NOTE)
    return value


# What matters to me. The answers live in the session only: no widget here is bound to the address.


def _priority(concern_id: str, name: str) -> str:
    return f"priorities_{name}_{concern_id}"


def pick_criteria(concern_id: str, names: dict[str, str], most: int) -> tuple[str, ...]:
    """Draw the picker of what may matter; returns the ids picked in the person's own order, a new one last."""
    key, order_key = _priority(concern_id, "picked"), _priority(concern_id, "order")
    picked = st.pills(
        say("priorities-pick-label"),
        list(names),
        format_func=names.__getitem__,
        selection_mode="multi",
        key=key,
        persist_state="session",
        on_change=_hold_criteria,
        args=(key, most),
        label_visibility="collapsed",
    )
    order = [name for name in st.session_state.get(order_key, ()) if name in picked]
    order += [name for name in picked if name not in order]
    st.session_state[order_key] = order
    return tuple(order)


def _hold_criteria(key: str, most: int) -> None:
    """Keep no more than `most`: the one picked last is put back with a note."""
    order = st.session_state.get(key.replace("_picked_", "_order_"), [])
    picked = st.session_state[key]
    st.session_state[f"{key}_full"] = len(picked) > most
    if len(picked) > most:
        st.session_state[key] = [name for name in picked if name in order][:most]


def criteria_full(concern_id: str) -> bool:
    """True when the last pick was one too many."""
    return bool(st.session_state.get(f"{_priority(concern_id, 'picked')}_full"))


def move_criterion(concern_id: str, criterion_id: str, step: int) -> None:
    """Put one criterion a place up (-1) or down (+1)."""
    order = list(st.session_state[_priority(concern_id, "order")])
    place = order.index(criterion_id)
    order.insert(min(max(place + step, 0), len(order) - 1), order.pop(place))
    st.session_state[_priority(concern_id, "order")] = order


def pick_points(concern_id: str, criterion_id: str, name: str, ends: tuple[float, float], middle: int) -> float | None:
    """Draw the points of one criterion, 0 to 100; None until the person gives some. Remembers between which ends.

    An empty number field has no working + and -, so a button stands in its place; it starts at `middle`.
    """
    key = _priority(concern_id, f"points_{criterion_id}")
    if not st.session_state.get(f"{key}_given"):
        # The name is for those who hear the button; the style hides what is small in it.
        whose = name.replace("[", r"\[").replace("]", r"\]")
        st.button(
            f"{say('priorities-give')} :small[“{whose}”]",
            key=f"priorities_give_{criterion_id}",
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
    key = _priority(concern_id, f"points_{criterion_id}")
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
    given: tuple[float, float] = st.session_state.get(f"{_priority(concern_id, f'points_{criterion_id}')}_ends", ends)
    return given != ends


def pick_own(concern_id: str, option_names: dict[str, str]) -> tuple[str, dict[str, float | None]]:
    """Draw the name of a person's own criterion and a score, 0 to 10, for each option; None while empty."""
    name = st.text_input(
        say("priorities-own-name"),
        key=_priority(concern_id, "own_name"),
        max_chars=40,
        placeholder=say("priorities-own-example"),
        persist_state="session",
    )
    shown = (name or "").strip() or say("priorities-name-own")
    scores = {
        option_id: st.pills(
            option, list(range(11)), key=_priority(concern_id, f"own_{option_id}"), persist_state="session"
        )
        for option_id, option in option_names.items()
    }
    return shown, {option_id: None if score is None else float(score) for option_id, score in scores.items()}


def pick_pill(label: str, key: str, names: dict[str, str]) -> str:
    """Draw a row of pills bound to the address; returns the id picked. The first is picked at the start."""
    first = next(iter(names.values()))
    label_picked = st.pills(label, list(names.values()), default=first, required=True, key=key, bind="query-params")
    return _id_of(names, label_picked or first)


def pick_one(label: str, key: str, names: dict[str, str], *, resets: str = "") -> str:
    """Draw a list bound to the address; returns the id picked. `resets` is the key of a pager that goes back to page 1."""
    label_picked = st.selectbox(
        label, list(names.values()), key=key, bind="query-params", on_change=_first_page, args=(resets,)
    )
    return _id_of(names, label_picked)


def pick_page(key: str, pages: int) -> int:
    """Draw a pager bound to the address; returns the page picked, 1 at the start."""
    return st.pagination(pages, key=key, bind="query-params") if pages > 1 else 1


def page_picked(key: str) -> int:
    """The page a pager stands on, before it is drawn."""
    value = st.session_state.get(key) or st.query_params.get(key) or 1
    try:
        return max(1, int(value))
    except ValueError:
        return 1


def in_address(*keys: str) -> bool:
    """True when the address holds any of these choices."""
    return any(key in st.query_params for key in keys)


def _id_of(names: dict[str, str], label: str) -> str:
    return next(name for name, text in names.items() if text == label)


def _first_page(key: str) -> None:
    if key in st.session_state:
        st.session_state[key] = 1


# Right for me?. Health answers: in the session only, never bound to the address, and no cache is keyed by them.

_SKIN, _SKIN_HERE = "suitability_skin", "suitability_skin_here"
_HELD, _LAST = "suitability_held", "suitability_last"
_FIRST = "compare_first"
_SCOPE = "suitability_scope"
NOT_SURE = 0


def pick_skin(names: dict[int, str]) -> None:
    """Draw the picker of skin tones, `NOT_SURE` last; tapping the chosen one again takes it back."""
    st.pills(
        say("suitability-skin-label"),
        list(names),
        format_func=names.__getitem__,
        key=_SKIN,
        persist_state="session",
        label_visibility="collapsed",
        width="stretch",
        on_change=_skin_told_here,
    )


def _skin_told_here() -> None:
    st.session_state[_SKIN_HERE] = True
    st.session_state[_LAST] = DARK_SKIN


def skin_told_elsewhere() -> bool:
    """True while the skin tone in force was told on another page: its list may then stay folded on a phone."""
    return st.session_state.get(_SKIN) is not None and not st.session_state.get(_SKIN_HERE)


def skin_type() -> int | None:
    """The skin type told, 1 to 6; None when not told or not sure."""
    return st.session_state.get(_SKIN) or None


def pick_conditions(group: str, names: dict[str, str], *, part: str) -> None:
    """Draw one group of the checklist. What is ticked is held for the session, whichever part of the list is on screen."""
    held, key = st.session_state.get(_HELD, ()), f"suitability_{part}_{group}"
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
    """Held before anything is drawn: a quick tap on a link may take the place of the run that would draw the checklist."""
    _hold(names, st.session_state[key])


def last_told() -> str:
    """The condition ticked last, while it is ticked; `DARK_SKIN` where the skin tone was told later; empty before anything was."""
    last = st.session_state.get(_LAST, "")
    return last if last == DARK_SKIN or last in st.session_state.get(_HELD, ()) else ""


def _hold(names: tuple[str, ...], ticked: list[str]) -> None:
    held = st.session_state.get(_HELD, ())
    new = [name for name in ticked if name not in held]
    if new:
        st.session_state[_LAST] = new[-1]
    st.session_state[_HELD] = (*(name for name in held if name not in names), *ticked)


def answers() -> Answers:
    """All that was told on this page."""
    told = st.session_state.get(_SKIN)
    return Answers(told or None, told == NOT_SURE and told is not None, tuple(st.session_state.get(_HELD, ())))


def forget_answers() -> None:
    """Take every answer of this page out of the session."""
    for key in [name for name in st.session_state if str(name).startswith("suitability_")]:
        del st.session_state[key]


def options_compared(evidence: Evidence, concern_id: str) -> tuple[str, ...]:
    """The options a person chose for this concern on another page; empty while those of the first choice stand."""
    concern_before, shown = st.session_state.get(_OPTIONS_SHOWN, ("", ()))
    if concern_before != concern_id or tuple(shown) == usual_options(evidence, concern_id):
        return ()
    return tuple(shown)


def _scope_key(names: dict[str, str]) -> str:
    # Whoever has chosen options since is shown those at first, whatever stood there before.
    return f"{_SCOPE}_{next(iter(names))}"


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


def pick_first(names: dict[Topic, str]) -> Topic:
    """Draw the choice of what a comparison starts with. It stands in the address."""
    label = say("compare-first-label")
    return st.pills(
        label,
        list(names),
        format_func=names.__getitem__,
        default=TOPICS[0],
        required=True,
        key=_FIRST,
        bind="query-params",
    )


# In the room. The view and the screen stand in the address as ids; that a consult is going on is held for the session.

VIEW, ROOM, SCREEN = "view", "room", "screen"
_CONSULT = "consult_going_on"
_FORGOTTEN = "all_forgotten"
_PILLS = "room_screen"


def in_room() -> bool:
    """True when the address asks for the room; from then on a consult is going on."""
    if st.query_params.get(VIEW) != ROOM:
        return False
    st.session_state[_CONSULT] = True
    return True


def consult() -> bool:
    """True once the room was entered, also after leaving it, until everything is cleared for a new client."""
    return bool(st.session_state.get(_CONSULT))


def enter_room() -> None:
    """Put the room into the address; the page stays."""
    st.query_params[VIEW] = ROOM


def show_screen(screen_id: str) -> None:
    """Put a screen into the address."""
    st.query_params[SCREEN] = screen_id


def screen(known: tuple[ScreenId, ...], first: ScreenId) -> ScreenId:
    """The screen in the address; `first` when it names none that is known."""
    asked = st.query_params.get(SCREEN)
    return next((name for name in known if name == asked), first)


def pick_screen(names: dict[ScreenId, str], at: ScreenId) -> None:
    """Draw the screens as a row of pills, the one shown chosen."""
    st.session_state[_PILLS] = at
    st.pills(
        say("room-screens"),
        list(names),
        format_func=names.__getitem__,
        required=True,
        key=_PILLS,
        on_change=_screen_picked,
        label_visibility="collapsed",
    )


def _screen_picked() -> None:
    show_screen(st.session_state[_PILLS])


@functools.cache
def _short_tones() -> dict[int, str]:
    return {tone: say(f"skin-short-{tone}") for tone in (*range(1, 7), NOT_SURE)}


def pick_skin_short(place: str, label: str, *, labelled: bool) -> None:
    """Draw the picker of skin tones with short names; what is tapped counts on every page, as if told on Right for me?."""
    key, names = f"{place}_skin", _short_tones()
    st.session_state[key] = st.session_state.get(_SKIN)
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
    st.session_state[_SKIN] = st.session_state[key]
    st.session_state[_LAST] = DARK_SKIN
    st.session_state.pop(_SKIN_HERE, None)


def recall_options(evidence: Evidence, concern_id: str) -> None:
    """Before the picker in the room: options chosen earlier for this concern come back after pages without that picker."""
    concern_before, shown = st.session_state.get(_OPTIONS_SHOWN, ("", ()))
    if OPTIONS in st.session_state or OPTIONS in st.query_params or concern_before != concern_id:
        return
    kept, _ = known_options(evidence, concern_id, list(shown))
    if kept != usual_options(evidence, concern_id) and len(kept) >= FEWEST:
        st.session_state[OPTIONS] = list(kept)


# The addresses of the pages that have the picker of options.
_WITH_OPTIONS = ("compare", "plan", "priorities", "take_home")


def going_along(evidence: Evidence, path: str) -> dict[str, list[str]]:
    """The parameters of a link out of the room: the concern, and on pages with that picker the options."""
    found = {CONCERN: [current_label(evidence)]}
    if path in _WITH_OPTIONS and st.session_state.get(OPTIONS):
        names = {treatment_id: treatment.name for treatment_id, treatment in evidence.treatments.items()}
        found[OPTIONS] = [names[option_id] for option_id in st.session_state[OPTIONS]]
    return found


def criteria_said(concern_id: str) -> tuple[tuple[str, float | None], ...]:
    """What a person picked as mattering for a concern, in their order, with its points where they gave any; the first counts 100."""
    order = st.session_state.get(_priority(concern_id, "order"), ())
    given = [st.session_state.get(_priority(concern_id, f"points_{name}")) for name in order]
    return tuple(zip(order, [TOP, *given[1:]], strict=True)) if order else ()


def own_said(concern_id: str, option_ids: tuple[str, ...]) -> tuple[str, dict[str, float | None]]:
    """The name of a person's own criterion and its scores, as given on What matters to me."""
    name = (st.session_state.get(_priority(concern_id, "own_name")) or "").strip() or say("priorities-name-own")
    scores = {option_id: st.session_state.get(_priority(concern_id, f"own_{option_id}")) for option_id in option_ids}
    return name, {option_id: None if score is None else float(score) for option_id, score in scores.items()}


# Take home. What goes in and what a person writes: in the session only.

_TAKE_HOME = "take_home_"


def pick_part(part: str, label: str, *, empty: bool) -> bool:
    """Draw one checkbox of what goes in, on at first; one for a part with nothing in it cannot be ticked."""
    if empty:
        st.checkbox(label, value=False, key=f"{_TAKE_HOME}empty_{part}", disabled=True)
        return False
    return st.checkbox(label, value=True, key=f"{_TAKE_HOME}part_{part}", persist_state="session")


def write_name(most: int) -> str:
    """Draw the field for a name to print."""
    return (
        st.text_input(
            say("take_home-name"),
            key=f"{_TAKE_HOME}name",
            max_chars=most,
            help=say("take_home-name-help"),
            persist_state="session",
        )
        or ""
    )


def write_words(field: str, most: int) -> str:
    """Draw a field for own questions (`own`) or a note (`note`)."""
    words = st.text_area(
        say(f"take_home-{field}"),
        key=f"{_TAKE_HOME}{field}",
        max_chars=most,
        height=130,
        placeholder=say(f"take_home-{field}-placeholder"),
        persist_state="session",
    )
    return words or ""


def pick_paper(names: dict[str, str]) -> str:
    """Draw the choice of paper; US Letter at first where people use it."""
    first = "us-letter" if (st.context.locale or "").upper().endswith(_LETTER_COUNTRIES) else "a4"
    label = say("take_home-paper")
    return str(
        st.pills(
            label,
            list(names),
            format_func=names.__getitem__,
            default=first,
            required=True,
            key=f"{_TAKE_HOME}paper",
            persist_state="session",
        )
    )


# Countries whose offices print on US Letter (CLDR supplemental data, paperSize), at the end of a browser's language.
_LETTER_COUNTRIES = tuple(
    f"-{land}" for land in ("BZ", "CA", "CL", "CO", "CR", "GT", "MX", "NI", "PA", "PH", "PR", "SV", "US", "VE")
)


def page_address() -> str:
    """The address of the page as the visitor's browser sees it."""
    return st.context.url or ""


def forget_everything() -> None:
    """Take every choice, answer and parameter out of the session and the address, for the next client.

    A parameter that a widget is bound to cannot be deleted here: Streamlit drops it at the end of a run without the widget.
    """
    st.session_state.clear()
    for name in list(st.query_params):
        with contextlib.suppress(StreamlitAPIException):
            del st.query_params[name]
    st.session_state[_FORGOTTEN] = True


def forgotten() -> bool:
    """True in the one run after everything was cleared, in which no widget may be drawn; leaves nothing behind."""
    return bool(st.session_state.pop(_FORGOTTEN, False))


_KeptT = TypeVar("_KeptT")


def kept(name: str, make: Callable[[], _KeptT]) -> _KeptT:
    """What `make` returns, made once a session and kept under a name of its own; nothing of the visitor's."""
    key = f"kept_{name}"
    if key not in st.session_state:
        st.session_state[key] = make()
    value: _KeptT = st.session_state[key]
    return value


def told_anything() -> bool:
    """True while the session holds an answer about a person, what matters to them, or words of their own."""
    words = any(st.session_state.get(f"{_TAKE_HOME}{field}") for field in ("name", "own", "note"))
    weighed = any(
        value
        for name, value in st.session_state.items()
        if str(name).startswith(("priorities_order_", "priorities_own_"))
    )
    return words or weighed or answers() != Answers()
