"""Draws the Plan page from one `Plan` value: the answer, which options fit, the calendar strips, totals, aftercare and the files.

What is drawn depends on dates that a visitor chose, so nothing here is kept in a cache that visitors share.
"""

from __future__ import annotations

import functools
from collections.abc import Callable
from datetime import UTC, datetime
from html import escape
from pathlib import Path
from typing import Literal

import streamlit as st

from needlewise.charts import base
from needlewise.charts import plan as strips
from needlewise.charts.palette import Mode
from needlewise.decision.plan.build import build, rests_on, rule_values
from needlewise.decision.plan.model import After, ChanceDates, OptionPlan, Plan, Wishes
from needlewise.decision.plan.words import (
    answer_sentence,
    arithmetic,
    chair_basis,
    chair_text,
    open_sentences,
    reason,
    used_sentence,
    warnings,
)
from needlewise.decision.shared.phrases import basis_note, days_text, span_days
from needlewise.evidence.model.rows import Aftercare
from needlewise.evidence.reading.load import load
from needlewise.evidence.rules.ranges import Range
from needlewise.handout.calendar import calendar_file
from needlewise.ui.components.source_cards import SourceCards
from needlewise.ui.components.tables import chip, table
from needlewise.ui.state import files, visitor
from needlewise.ui.state import plan as plan_state
from needlewise.words import number, say, sentence
from needlewise.words.dates import day, weekday

_CSS = Path(__file__).with_name("style.css")


_SHAPE = "pert_weight"


RULES = ("visits", "marked", "result", "chance", "words")


def draw(concern_id: str, option_ids: tuple[str, ...], mode: Mode) -> None:
    """Draw the inputs, then all of the page for what they say."""
    st.html(_CSS)
    evidence, now, locale = load(), visitor.today(), visitor.locale()
    wishes = plan_state.pick_plan(evidence, concern_id, option_ids, now)
    plan = build(evidence, concern_id, option_ids, wishes, now)
    st.html(_answer(plan, wishes, locale) + _options(plan, locale))
    _strips(plan, mode, locale)
    st.html(_totals(plan, locale) + _afterwards(plan, locale))
    _files(plan, locale)
    st.html(_rules())


def _answer(plan: Plan, asked: Wishes, locale: str) -> str:
    notes = plan_state.address_notes()
    if plan_state.away_note():
        notes.append(say("plan-note-away", value=plan_state.away_note() or ""))
    if plan.start_was_past:
        notes.append(say("plan-note-past-start"))
    if plan.past_event is not None:
        notes.append(say("plan-note-past-event", day=weekday(plan.past_event, locale)))
    if plan.wishes.event is not None and plan.wishes.event < plan.wishes.start and asked.start >= plan.today:
        notes.append(say("plan-note-event-before"))
    quiet = "".join(f"<p>{escape(note)}</p>" for note in notes)
    if quiet:
        quiet = f'<div class="nw-plan-notes nw-quiet" role="status">{quiet}</div>'
    group = plan.concern.group
    more = []
    if plan.wishes.event is not None:
        first = answer_sentence(plan, locale)
        more.append(f"{escape(say('plan-answer-means', group=group))} {escape(say('plan-answer-caution'))}")
    else:
        sentences = open_sentences(plan, locale)
        first = sentences[0]
        more += [escape(" ".join(sentences[1:])), escape(say("plan-answer-caution"))]
    link = f'<a class="nw-plan-link" href="./?concern={escape(plan.concern.concern_id)}" target="_self">{escape(say("plan-caution-link"))}</a>'
    paragraphs = "".join(f'<p class="nw-more">{text}</p>' for text in more if text)
    return (
        f'{quiet}<section class="nw-hero nw-plan-hero" aria-live="polite"><p class="nw-eyebrow">{escape(say("plan-eyebrow", noun=plan.concern.noun))}</p>'
        f'<h1 class="nw-answer">{escape(first)}</h1><p class="nw-figures">{escape(used_sentence(plan, locale))}</p>{paragraphs}<p class="nw-more">{link}</p></section>'
    )


def _options(plan: Plan, locale: str) -> str:
    sheet = SourceCards(load(), "p")
    group, with_event = plan.concern.group, plan.wishes.event is not None
    heads = [
        say("column-option"),
        say("plan-column-done"),
        say(f"plan-column-healed-{group}"),
        say("plan-column-shown"),
    ]
    if with_event:
        heads.insert(1, say("plan-column-verdict"))
    else:
        heads.append(say("plan-column-ready"))
    head = "".join(f'<th scope="col" role="columnheader">{escape(text)}</th>' for text in heads)
    body = "".join(_option_row(plan, option, heads, sheet, locale) for option in plan.options)
    title = say("plan-table-title" if with_event else "plan-table-title-open")
    return (
        f'<h2 class="nw-h2">{escape(title)}</h2><p class="nw-lead">{escape(say("plan-table-lead"))}</p>'
        f'<table class="nw-options" role="table"><caption class="nw-hidden">{escape(title)}</caption>'
        f'<thead role="rowgroup"><tr role="row">{head}</tr></thead><tbody role="rowgroup">{body}</tbody></table>{sheet.render()}'
    )


def _option_row(plan: Plan, option: OptionPlan, heads: list[str], sheet: SourceCards, locale: str) -> str:
    def cell(content: str, css: str = "") -> str:
        label = next(labels)
        return f'<td role="cell" class="{css}"><span class="nw-label" aria-hidden="true">{escape(label)}</span><span class="nw-cell">{content}</span></td>'

    labels = iter(heads[1:])
    cells = cell(_verdict(plan, option, locale), "nw-ready") if plan.wishes.event is not None else ""
    chance, course = option.chance, option.course
    visits = () if course is None or course.visits is None else course.visits.refs
    apart = () if course is None or course.interval_weeks is None else course.interval_weeks.refs
    weeks = () if course is None or course.weeks_to_result is None else course.weeks_to_result.refs
    marked = () if option.marked is None else option.marked.refs
    columns: tuple[
        tuple[ChanceDates | None, int | None, tuple[str, ...], Literal["done", "healed", "shown", "ready"]], ...
    ] = (
        (option.done, chance.done if chance else None, (*visits, *apart), "done"),
        (option.healed, chance.healed if chance else None, (*visits, *apart, *marked), "healed"),
        (option.shown, chance.shown if chance else None, (*visits, *apart, *weeks), "shown"),
        (option.ready, None, option.refs, "ready"),
    )
    for dates_found, share, refs, part in columns[: -1 if plan.wishes.event else None]:
        if dates_found is None:
            cells += cell(f'<span class="nw-unknown">{escape(_blank(plan, option, part))}</span>')
        else:
            # Without an event there is no cell for the verdict, so what to know about the numbers stands with the first date.
            extra = (
                warnings(plan, option)
                if plan.wishes.event is None and (part == "done" or (part == "shown" and option.kind == "home"))
                else []
            )
            cells += cell(
                _when(dates_found, share, tuple(dict.fromkeys(refs)), sheet, locale)
                + "".join(f'<span class="nw-note">{escape(line)}</span>' for line in extra)
            )
    return (
        f'<tr role="row" data-option="{escape(option.treatment.treatment_id)}" data-verdict="{option.verdict}">'
        f'<th scope="row" role="rowheader">{chip(option.treatment.family)}{escape(option.treatment.name)}</th>{cells}</tr>'
    )


def _when(found: ChanceDates, share: int | None, refs: tuple[str, ...], sheet: SourceCards, locale: str) -> str:
    """The date that half of the courses reach, the dates of 10 and 90 of 100, and how many are there by the event."""
    if found.even is None:
        return f'<span class="nw-unknown">{escape(say("plan-late-unknown"))}</span>'
    notes = []
    if found.early == found.late:
        notes.append(say("plan-all-same"))
    else:
        early, late = (
            say("plan-late-unknown") if when is None else day(when, locale) for when in (found.early, found.late)
        )
        notes += [say("plan-early", day=early), say("plan-late", day=late)]
    if share is not None:
        notes.append(say("plan-by-then", yes=share, no=100 - share))
    lines = "".join(f'<span class="nw-note">{escape(note)}</span>' for note in notes)
    return f'<span class="nw-when">{sheet.button(day(found.even, locale), refs, "plan")}{lines}</span>'


def _blank(plan: Plan, option: OptionPlan, part: Literal["done", "healed", "shown", "ready"]) -> str:
    """Why a date is missing; an option without visits says so instead."""
    if option.kind == "nothing":
        return say("plan-nothing")
    if option.kind == "impossible":
        return reason(plan, option) if part == "done" else say("cell-unknown")
    if option.kind == "home" and part in ("done", "healed"):
        return say("plan-home") if part == "done" else say("plan-no-visits")
    if part == "done" and option.gaps:
        return reason(plan, option)
    wanted = {"healed": ("recovery",), "shown": ("result", "length")}.get(part, ())
    gap = next((gap for gap in option.gaps if gap in wanted), None)
    return say("cell-unknown") if gap is None else say(f"plan-gap-{gap}", group=plan.concern.group)


def _verdict(plan: Plan, option: OptionPlan, locale: str) -> str:
    css = {"unknown": "open", "none": "open"}.get(option.verdict, option.verdict)
    lines = []
    if option.chance is not None and option.chance.ready is not None:
        ready = option.chance.ready
        lines.append(say("plan-of-100", yes=ready, no=100 - ready))
    elif option.verdict == "no" and option.kind != "impossible":
        lines.append(say("plan-known-late"))
    if option.fits_from is not None:
        lines.append(say("plan-fits-from", day=weekday(option.fits_from, locale)))
        if option.ready is not None and (option.ready.late is None or option.fits_from < option.ready.late):
            lines.append(say("plan-fits-sooner"))
    elif option.verdict in ("luck", "no") and option.ready is not None:
        lines.append(say("plan-fits-never"))
    if option.start_by is not None:
        lines.append(say("plan-start-by", day=weekday(option.start_by, locale)))
    if option.verdict == "none":
        lines.append(plan.concern.nothing)
    if option.verdict == "unknown":
        lines += [say(f"plan-gap-{gap}", group=plan.concern.group) for gap in option.gaps]
    lines += warnings(plan, option)
    notes = "".join(f'<span class="nw-note">{escape(line)}</span>' for line in lines)
    return f'<span class="nw-word nw-{css}">{escape(say(f"plan-verdict-{option.verdict}"))}</span>{notes}'


def _strips(plan: Plan, mode: Mode, locale: str) -> None:
    group = plan.concern.group
    picture = strips.calendar(plan, mode, locale)
    lead = say("plan-strip-lead", group=group) + (f" {say('plan-strip-lead-free')}" if plan.wishes.away else "")
    text = lead if picture.figure is not None else picture.note
    st.html(f'<h2 class="nw-h2">{escape(say("plan-strip-title"))}</h2><p class="nw-lead">{escape(text)}</p>')
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


def _list(plan: Plan, locale: str) -> str:
    """The text twin: every date of every option, with the arithmetic that a person can check."""
    sheet = SourceCards(load(), "pl")
    parts = []
    if plan.wishes.event is not None:
        parts.append(
            f"<p><strong>{escape(say('plan-list-event'))}:</strong> {escape(weekday(plan.wishes.event, locale))}</p>"
        )
    if plan.wishes.away:
        spans = [
            weekday(item.first, locale)
            if item.first == item.last
            else f"{weekday(item.first, locale)} – {weekday(item.last, locale)}"
            for item in plan.wishes.away
        ]
        parts.append(f"<p><strong>{escape(say('plan-list-free'))}:</strong> {escape('; '.join(spans))}</p>")
    articles = "".join(
        f"<article><h3>{chip(option.treatment.family)}{escape(option.treatment.name)}</h3>{_option_list(plan, option, sheet, locale)}</article>"
        for option in plan.options
    )
    return f'<details class="nw-twin"><summary>{escape(say("plan-twin"))}</summary>{"".join(parts)}<div class="nw-plan-list">{articles}</div>{sheet.render()}</details>'


def _option_list(plan: Plan, option: OptionPlan, sheet: SourceCards, locale: str) -> str:
    group = plan.concern.group
    lines = [escape(line) for line in arithmetic(plan, option, locale)]
    visits = ""
    if option.steps:
        items = []
        for step in option.steps:
            clear = "none"
            if step.usually_clear is not None and step.clear_at_latest is not None:
                one = step.usually_clear == step.clear_at_latest
                clear = say(
                    f"plan-list-clear-{'one-' if one else ''}{group}",
                    usual=day(step.usually_clear, locale),
                    longest=day(step.clear_at_latest, locale),
                )
            items.append(f"<li>{escape(say('plan-list-visit', day=weekday(step.day, locale), clear=clear))}</li>")
        visits = f"<ol>{''.join(items)}</ol>"
    opener = sheet.button(say("open-sources"), option.refs, "plan", css="nw-src") if option.refs else ""
    paragraphs = "".join(f"<p>{line}</p>" for line in lines[1:])
    return f"<p>{lines[0]}</p>{visits}{paragraphs}<p>{opener}</p>"


def _totals(plan: Plan, locale: str) -> str:
    group, sheet = plan.concern.group, SourceCards(load(), "pt")
    heads = [say("column-option"), say("plan-column-visits"), say("plan-column-chair"), say(f"plan-column-off-{group}")]
    if group == "skin":
        heads.append(say("plan-column-sun"))
    head = "".join(f'<th scope="col" role="columnheader">{escape(text)}</th>' for text in heads)
    body = "".join(_total_row(option, heads, sheet, locale) for option in plan.options)
    return (
        f'<h2 class="nw-h2">{escape(say("plan-totals-title"))}</h2><p class="nw-lead">{escape(say(f"plan-totals-lead-{group}"))}</p>'
        f'<table class="nw-options" role="table"><caption class="nw-hidden">{escape(say("plan-totals-title"))}</caption>'
        f'<thead role="rowgroup"><tr role="row">{head}</tr></thead><tbody role="rowgroup">{body}</tbody></table>{sheet.render()}'
    )


def _total_row(option: OptionPlan, heads: list[str], sheet: SourceCards, locale: str) -> str:
    def cell(content: str, note: str = "") -> str:
        below = f'<span class="nw-note">{escape(note)}</span>' if note else ""
        label = next(labels)
        return f'<td role="cell"><span class="nw-label" aria-hidden="true">{escape(label)}</span><span class="nw-cell">{content}{below}</span></td>'

    labels = iter(heads[1:])
    unknown = f'<span class="nw-unknown">{escape(say("cell-unknown"))}</span>'
    none = {"home": say("plan-home"), "nothing": say("cell-none")}.get(option.kind)
    course = option.course
    if none is not None:
        cells = "".join(cell(f'<span class="nw-plain">{escape(none)}</span>') for _ in heads[1:])
    else:
        refs = () if course is None or course.visits is None else course.visits.refs
        spread = (
            ""
            if course is None or course.visits is None or course.visits.low == course.visits.high
            else say(
                "figure-range",
                low=number(course.visits.low),
                high=number(course.visits.high),
                basis=course.visits.basis,
            )
        )
        cells = cell(
            unknown if option.visits is None else sheet.button(number(option.visits), refs, "sessions"), spread
        )
        chair = option.chair
        cells += (
            cell(unknown, say("plan-chair-unknown"))
            if chair is None
            else cell(
                sheet.button(chair_text(chair), chair.whole.refs, "plan_chair"),
                " · ".join(part for part in (chair.numbing, chair_basis(chair)) if part),
            )
        )
        off = option.days_off
        if off is None:
            cells += cell(unknown)
        else:
            note = "" if off.low == off.high else say("figure-range-days", low=number(off.low), high=number(off.high))
            counted = option.downtime is not None and option.downtime.counted == "visible"
            shows = say("figure-counted-visible") if counted else ""
            cells += cell(
                sheet.button(days_text(off.typical, off.typical), tuple(dict.fromkeys(off.refs)), "course"),
                " · ".join(part for part in (note, shows, basis_note(off)) if part),
            )
        if len(heads) > len(("option", "visits", "chair", "off")):
            cells += _sun(option.sun, cell, unknown, sheet, locale)
    return f'<tr role="row" data-option="{escape(option.treatment.treatment_id)}"><th scope="row" role="rowheader">{chip(option.treatment.family)}{escape(option.treatment.name)}</th>{cells}</tr>'


def _sun(found: After | None, cell: Callable[[str, str], str], unknown: str, sheet: SourceCards, locale: str) -> str:
    if found is None:
        return cell(unknown, "")
    notes = [basis_note(found.days)]
    if found.usual is None or found.longest is None:
        words = say("plan-sun-no-date", days=_span(found.days))
    else:
        words = day(found.usual, locale)
        if found.longest != found.usual:
            notes.insert(0, say("plan-sun-longest", longest=day(found.longest, locale)))
    return cell(sheet.button(words, found.days.refs, "plan_sun"), " · ".join(note for note in notes if note))


def _afterwards(plan: Plan, locale: str) -> str:
    sheet = SourceCards(load(), "pa")
    blocks = "".join(_after_block(option, sheet, locale) for option in plan.options if option.role != "nothing")
    return f'<h2 class="nw-h2">{escape(say("plan-after-title"))}</h2><p class="nw-lead">{escape(say("plan-after-lead"))}</p>{blocks}{sheet.render()}'


def _after_block(option: OptionPlan, sheet: SourceCards, locale: str) -> str:
    if option.after:
        head = (say("plan-column-milestone"), say("plan-column-days"), say("plan-column-last"))
        rows = [
            (
                escape(sentence(say(f"milestone-{item.milestone}")).rstrip(".")),
                sheet.button(_span(item.days), item.days.refs, "stated")
                + (f'<span class="nw-note">{escape(basis_note(item.days))}</span>' if basis_note(item.days) else ""),
                escape(_last(item, locale)),
            )
            for item in option.after
        ]
        content: str = table(head, rows, caption=f"{say('plan-after-title')}: {option.treatment.name}")
    else:
        content = f"<p>{escape(say('plan-after-none'))}</p>"
    care = "".join(_care(row, sheet) for row in option.aftercare)
    care = f"<ul>{care}</ul>" if care else f"<p>{escape(say('plan-care-none'))}</p>"
    return (
        f'<details class="nw-plan-after"><summary>{chip(option.treatment.family)}{escape(option.treatment.name)}</summary>{content}'
        f"<h3>{escape(say('plan-care-title'))}</h3>{care}</details>"
    )


def _care(row: Aftercare, sheet: SourceCards) -> str:
    text = (
        row.instruction
        if row.until_day is None
        else say("plan-care-until", instruction=row.instruction, days=int(row.until_day))
    )
    weak = say("basis-clinics") if rests_on(load(), row.source_ids) == "clinics" else ""
    note = f'<span class="nw-note">{escape(weak)}</span>' if weak else ""
    return f"<li>{escape(text)} {sheet.button(say('sources-mark'), (f'aftercare:{row.aftercare_id}',), 'stated', css='nw-src')}{note}</li>"


def _span(days: Range) -> str:
    """Usual to longest; `within 7 days` where only the longest is known."""
    return say("compare-within", days=days_text(days.high, days.high)) if days.ceiling else span_days(days)


def _last(item: After, locale: str) -> str:
    if item.usual is None or item.longest is None:
        return say("cell-unknown")
    if item.days.ceiling:
        return say("plan-last-within", longest=day(item.longest, locale))
    if item.usual == item.longest:
        return day(item.usual, locale)
    return say("plan-last-span", usual=day(item.usual, locale), longest=day(item.longest, locale))


def _files(plan: Plan, locale: str) -> None:
    """A calendar file for each option with visits, and a word about the address."""
    with_visits = [option for option in plan.options if option.steps]
    lead = f'<p class="nw-lead">{escape(say("plan-file-lead"))}</p>' if with_visits else ""
    st.html(
        f'<h2 class="nw-h2">{escape(say("plan-file-title"))}</h2>{lead}<p class="nw-lead">{escape(say("plan-link-lead"))}</p>'
    )
    if not with_visits:
        return
    at = plan_state.pick_time()
    if note := " ".join(plan_state.time_notes()):
        st.html(f'<p class="nw-quiet" role="status">{escape(note)}</p>')
    at = None if at is None else at.replace(tzinfo=visitor.zone())
    with st.container(horizontal=True):
        for option in with_visits:
            name = option.treatment.treatment_id
            files.ask(
                say("plan-file-button", treatment=option.treatment.short_name),
                f"plan-file-{name}",
                icon=":material/event:",
            )
    for option in with_visits:
        name = option.treatment.treatment_id
        files.hand_out(
            f"plan-file-{name}",
            functools.partial(calendar_file, load(), plan, option, datetime.now(UTC), at=at, locale=locale),
            file_name=say("plan-file-name", treatment=name.replace("_", "-")),
            mime="text/calendar",
        )


def _rules() -> str:
    sheet = SourceCards(load(), "pr")
    source = sheet.button(say("sources-mark"), (f"thresholds:{_SHAPE}",), "stated", css="nw-src")
    values = rule_values(load())
    items = "".join(
        f"<h3>{escape(say(f'plan-rule-{rule}.title'))}</h3><p>{escape(say(f'plan-rule-{rule}', **values))} {source if rule == 'chance' else ''}</p>"
        for rule in RULES
    )
    return f'<details class="nw-twin nw-rules"><summary>{escape(say("plan-rules-title"))}</summary>{items}</details>{sheet.render()}'
