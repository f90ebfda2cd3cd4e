"""Draws the Plan page from one `Plan` value.

The answer, which options fit, the calendar strips, totals, aftercare and the files.

What is drawn depends on dates that a visitor chose, so nothing here is kept in a cache that visitors share.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time
from pathlib import Path

import streamlit as st
from markupsafe import Markup

from needlewise.charts import base
from needlewise.charts import plan as strips
from needlewise.charts.palette import Mode
from needlewise.clinic import settings
from needlewise.clinic.windows import window_days
from needlewise.decision.after_signs import afterwards
from needlewise.decision.case import Case
from needlewise.decision.plan.build import build
from needlewise.decision.plan.course_lines import course_lines
from needlewise.decision.plan.model import OptionPlan, Plan, Wishes
from needlewise.decision.plan.tables import after_visits, options_table, totals_table
from needlewise.decision.plan.together import together
from needlewise.decision.plan.words import (
    answer_lines,
    arithmetic,
    free_days,
    set_aside,
    used_sentence,
    visit_lines,
    waiting_lines,
)
from needlewise.decision.shared.rules import told_on
from needlewise.decision.shared.warned import warned_options
from needlewise.evidence.reading.load import load
from needlewise.evidence.rules.versions import in_force
from needlewise.handout.calendar import Issued, calendar_file, entries
from needlewise.handout.link import address
from needlewise.ui.components import stops
from needlewise.ui.components.after import STYLE as AFTER_STYLE
from needlewise.ui.components.after import urgent
from needlewise.ui.components.clinic import note as own
from needlewise.ui.components.source_cards import SourceCards
from needlewise.ui.state import address as address_state
from needlewise.ui.state import case as case_state
from needlewise.ui.state import files, visitor
from needlewise.ui.state import plan as plan_state
from needlewise.ui.templates import macro
from needlewise.words import say
from needlewise.words.dates import FALLBACK, weekday

_CSS = Path(__file__).with_name("style.css")


_PAGE = "views/plan/page.html"


def draw(concern_id: str, option_ids: tuple[str, ...], mode: Mode) -> None:
    """Draw the inputs, then all of the page for what they say."""
    st.html(_CSS)
    st.html(AFTER_STYLE)
    evidence, now, locale = load(), visitor.today(), visitor.locale()
    wishes = plan_state.pick_plan(evidence, concern_id, option_ids, now)
    case = case_state.current(evidence)
    waits = case.not_before(evidence)
    stops.draw(evidence, case, locale)
    plan = build(evidence, concern_id, option_ids, wishes, now, waits)
    options = macro(_PAGE, "options", options_table(plan, locale), SourceCards(evidence))
    waiting = {stop.treatment.treatment_id: stop.earliest for stop in case.stops(evidence) if stop.until is None}
    other = _second(case, wishes)
    both = Markup() if other is None else _both(plan, other, locale)
    st.html(_answer(plan, wishes, waiting, locale) + options + both + _course(plan, locale))
    if wishes.event is not None and plan_state.pick_all():
        st.html(_every_option(case, wishes, locale))
    _strips(plan, mode, locale)
    totals = macro(_PAGE, "totals", totals_table(plan, locale), SourceCards(evidence))
    st.html(totals + _warned(plan) + _after(plan, locale))
    _files(plan, other, case, locale)
    st.html(macro(_PAGE, "rules", told_on(evidence, "plan"), SourceCards(evidence)))


def _second(case: Case, wishes: Wishes) -> Plan | None:
    """The second concern by the same days, with its own numbers and waits; None without one."""
    if case.also is None:
        return None
    mine, evidence = plan_state.with_own(wishes, case.also.concern_id), load()
    name, options = case.also.concern_id, case.also.option_ids
    return build(evidence, name, options, mine, case.today, case.also.not_before(evidence))


def _both(plan: Plan, other: Plan, locale: str) -> Markup:
    """The second concern's dates, and what nobody has studied: nothing is taken as agreed for one day."""
    found = options_table(other, locale)
    return macro(_PAGE, "both", other.concern.noun, together(plan, other, locale), found, SourceCards(load()))


def opening(concern_id: str, option_ids: tuple[str, ...], today: date) -> Markup:
    """The options by the day where nobody has said when: what is served before any script has run."""
    plan = build(load(), concern_id, option_ids, Wishes(today), today)
    lines = answer_lines(plan, FALLBACK)
    answer = macro(_PAGE, "answer", plan, [], lines, used_sentence(plan, FALLBACK))
    return answer + macro(_PAGE, "options", options_table(plan, FALLBACK), SourceCards(load()))


def stylesheet() -> str:
    """The styles of what stands here."""
    return "".join(style.read_text(encoding="utf-8") for style in (_CSS, AFTER_STYLE))


def _answer(plan: Plan, asked: Wishes, waiting: Mapping[str, date | None], locale: str) -> Markup:
    """What could not be used, and the answer; `waiting` are the options that wait, by id, each with its first day."""
    notes = plan_state.address_notes()
    if plan_state.away_note():
        notes.append(say("plan-note-away", value=plan_state.away_note() or ""))
    notes += set_aside(plan, asked, locale)
    lines = waiting_lines(plan, waiting, answer_lines(plan, locale), locale)
    return macro(_PAGE, "answer", plan, notes, lines, used_sentence(plan, locale))


def _course(plan: Plan, locale: str) -> Markup:
    """Go on, stop or change: what the dates alone do not say, for each option with visits."""
    cards = SourceCards(load())
    told = [(option, course_lines(load(), plan, option, locale), _own_rules(option, locale)) for option in plan.options]
    return macro(_PAGE, "course", [item for item in told if item[1]], cards)


def _own_rules(option: OptionPlan, locale: str) -> Markup:
    """The clinic's own rules around the next visit, marked as its own."""
    clinic = settings.current()
    if not option.steps:
        return Markup()
    return own(*(item.text for item in window_days(clinic, option.treatment.treatment_id, option.steps[0].day, locale)))


def _warned(plan: Plan) -> Markup:
    """What authorities warn of: a date is no reason to read past it."""
    evidence = load()
    told = warned_options(evidence, [option.treatment.treatment_id for option in plan.options])
    return macro(_PAGE, "warned", told, SourceCards(evidence))


def _every_option(case: Case, wishes: Wishes, locale: str) -> Markup:
    """Every option of the concern by the day, counted in the same way, in the order of the page."""
    evidence = load()
    names = tuple(row.treatment_id for row in evidence.options(case.concern_id))
    waits = replace(case, option_ids=names).not_before(evidence)
    plan = build(evidence, case.concern_id, names, wishes, case.today, waits)
    return macro(_PAGE, "every_option", options_table(plan, locale), SourceCards(evidence))


def _strips(plan: Plan, mode: Mode, locale: str) -> None:
    group = plan.concern.group
    picture = strips.calendar(plan, mode, locale)
    lead = say("plan-strip-lead", group=group) + (f" {say('plan-strip-lead-free')}" if plan.wishes.away else "")
    text = lead if picture.figure is not None else picture.note
    st.html(macro(_PAGE, "head", say("plan-strip-title"), text))
    if picture.figure is not None:
        st.plotly_chart(
            picture.figure,
            width="stretch",
            theme=None,
            config=base.CONFIG,
            alt=picture.alt,
            key=f"plan-strip-{plan.concern.concern_id}",
        )
    st.html(_list(plan, locale))


def _list(plan: Plan, locale: str) -> Markup:
    """The text twin: every date of every option, with the arithmetic that a person can check."""
    event = "" if plan.wishes.event is None else weekday(plan.wishes.event, locale)
    lists = [(option, arithmetic(plan, option, locale), visit_lines(plan, option, locale)) for option in plan.options]
    return macro(_PAGE, "dates", event, free_days(plan, locale), lists, SourceCards(load()))


def _after(plan: Plan, locale: str) -> Markup:
    """What follows the last visit of each option, when to act, and the advice for the days after a visit."""
    cards = SourceCards(load())
    ready = []
    for option in after_visits(load(), plan, locale):
        rows = [(row.milestone, macro(_PAGE, "total", row.days, cards), row.last) for row in option.rows]
        found = afterwards(load(), option.option.treatment.treatment_id, plan.concern.concern_id)
        signs = urgent(found, plan.concern.concern_id, cards)
        ready.append(macro(_PAGE, "after_option", option, rows, signs, cards))
    return macro(_PAGE, "after", ready, cards)


@dataclass(frozen=True)
class _Offered:
    """One option with visits, of one of the concerns held; `of_two` where there are two."""

    plan: Plan
    option: OptionPlan
    case: Case
    of_two: bool

    @property
    def key(self) -> str:
        """Of its button; an option may stand in both concerns."""
        name = self.option.treatment.treatment_id
        first = f"{self.plan.concern.concern_id}-" if self.of_two else ""
        return f"plan-file-{first}{name}"

    @property
    def label(self) -> str:
        """On its button; the concern is named where there are two."""
        name, concern = self.option.treatment.short_name, self.plan.concern.name
        if self.of_two:
            return say("plan-file-button-of", treatment=name, concern=concern)
        return say("plan-file-button", treatment=name)

    @property
    def file_name(self) -> str:
        """The treatment, with the concern where there are two."""
        parts = [self.option.treatment.treatment_id, *([self.plan.concern.concern_id] if self.of_two else [])]
        return say("plan-file-name", treatment="-".join(parts).replace("_", "-"))


def _files(plan: Plan, other: Plan | None, case: Case, locale: str) -> None:
    """A calendar file for each option with visits, of both concerns where there are two; a word about the address."""
    plans = (plan,) if other is None else (plan, other)
    offered = [
        _Offered(each, option, held, other is not None)
        for each, held in zip(plans, case.each, strict=False)
        for option in each.options
        if option.steps
    ]
    st.html(macro(_PAGE, "files", bool(offered)))
    if not offered:
        return
    if case.is_told:
        st.html(macro(_PAGE, "quiet", say("plan-file-told")))
    at = plan_state.pick_time()
    if note := " ".join(plan_state.time_notes()):
        st.html(macro(_PAGE, "quiet", note))
    at = None if at is None else at.replace(tzinfo=visitor.zone())
    with st.container(horizontal=True):
        for one in offered:
            files.ask(one.label, one.key, icon=":material/event:")
    evidence, here = load(), address_state.page_address()
    beside = () if other is None else together(plan, other, locale)
    advised = {
        (held.concern_id, item.treatment.treatment_id): item for held in case.each for item in held.advice(evidence)
    }
    for one in offered:
        concern_id, name = one.plan.concern.concern_id, one.option.treatment.treatment_id
        link = address(here, concern_id, (name,), in_force(evidence).version)
        issued = functools.partial(
            Issued, clinic=settings.current(), link=link, advice=advised.get((concern_id, name)), beside=beside
        )
        files.hand_out(
            one.key,
            functools.partial(_file, one, at, locale, issued),
            file_name=one.file_name,
            mime="text/calendar",
        )


def _file(one: _Offered, at: time | None, locale: str, issued: Callable[..., Issued]) -> bytes:
    """The calendar file of one option; what it holds is remembered, so that a shorter one can cancel the rest."""
    ready = issued(plan_state.token())
    held = entries(one.plan, one.option, ready.clinic, ready.advice)
    before = plan_state.handed(one.plan.concern.concern_id, one.option.treatment.treatment_id, held)
    made = datetime.now(UTC)
    return calendar_file(load(), one.plan, one.option, made, replace(ready, before=before), at=at, locale=locale)
