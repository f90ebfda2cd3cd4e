"""The tables of a plan, ready to be drawn.

Which options fit, what a course takes in all, and what follows the last visit.

Every cell holds its words, the rows it rests on and what stands below it, so that a page only has to put them in
their place.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from needlewise.decision.plan.build import rests_on
from needlewise.decision.plan.model import After, Chair, ChanceDates, OptionPlan, Plan, Verdict
from needlewise.decision.plan.words import chair_basis, chair_text, reason, warnings
from needlewise.decision.shared.options import course_days_figure
from needlewise.decision.shared.phrases import basis_note, days_text, span_days
from needlewise.evidence.model.rows import Aftercare
from needlewise.evidence.model.store import Evidence
from needlewise.evidence.rules.ranges import Range
from needlewise.words import number, say, sentence
from needlewise.words.dates import day, weekday

_Part = Literal["done", "healed", "shown", "ready"]


@dataclass(frozen=True)
class PlanCell:
    """One cell.

    Attributes:
        text: a date, an amount, or why there is none.
        kind: a `figure` opens its sources; an `unknown` says that nobody can tell; `words` say that there is nothing
            to tell.
        refs, rule: what a figure rests on, and the rule that made it.
        notes: lines that belong to the figure.
        warned: lines on what to know about the numbers of the whole option.
    """

    text: str
    kind: Literal["figure", "unknown", "words"]
    refs: tuple[str, ...] = ()
    rule: str = "plan"
    notes: tuple[str, ...] = ()
    warned: tuple[str, ...] = ()


@dataclass(frozen=True)
class VerdictWords:
    """Whether an option is ready by the event, and what stands below that."""

    verdict: Verdict
    text: str
    notes: tuple[str, ...]


@dataclass(frozen=True)
class PlanRow:
    """One option; `verdict` is None where there is no event."""

    option: OptionPlan
    verdict: VerdictWords | None
    cells: tuple[PlanCell, ...]


@dataclass(frozen=True)
class PlanTable:
    """A table of options. `heads` names every column, that of the options and that of the verdict among them."""

    title: str
    lead: str
    heads: tuple[str, ...]
    rows: tuple[PlanRow, ...]


@dataclass(frozen=True)
class AfterRow:
    """One milestone: its name, the days until it, and its dates after the last visit."""

    milestone: str
    days: PlanCell
    last: str


@dataclass(frozen=True)
class CareLine:
    """One piece of advice, what it rests on, and a word where that is weak."""

    text: str
    refs: tuple[str, ...]
    basis: str


@dataclass(frozen=True)
class AfterVisits:
    """What follows the last visit of one option."""

    option: OptionPlan
    heads: tuple[str, ...]
    rows: tuple[AfterRow, ...]
    care: tuple[CareLine, ...]


def options_table(plan: Plan, locale: str) -> PlanTable:
    """When each option is done, healed and shown, with the usual numbers and as a range.

    With an event the verdict in front, else when all three are reached.
    """
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
    rows = tuple(
        PlanRow(option, _verdict(plan, option, locale) if with_event else None, _dates(plan, option, locale))
        for option in plan.options
    )
    title = say("plan-table-title" if with_event else "plan-table-title-open")
    return PlanTable(title, say("plan-table-lead"), tuple(heads), rows)


def _verdict(plan: Plan, option: OptionPlan, locale: str) -> VerdictWords:
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
    elif option.verdict in ("likely", "even", "unlikely", "no") and option.ready is not None:
        lines.append(say("plan-fits-never"))
    if option.start_by is not None:
        by = "plan-start-by" if option.had is None else "plan-start-by-next"
        lines.append(say(by, day=weekday(option.start_by, locale)))
    if option.verdict == "none":
        lines.append(plan.concern.nothing)
    if option.verdict == "unknown":
        lines += [say(f"plan-gap-{gap}", group=plan.concern.group) for gap in option.gaps]
    return VerdictWords(option.verdict, say(f"plan-verdict-{option.verdict}"), (*lines, *warnings(plan, option)))


def _dates(plan: Plan, option: OptionPlan, locale: str) -> tuple[PlanCell, ...]:
    chance, course = option.chance, option.course
    visits = () if course is None or course.visits is None else course.visits.refs
    apart = () if course is None or course.interval_weeks is None else course.interval_weeks.refs
    weeks = () if course is None or course.weeks_to_result is None else course.weeks_to_result.refs
    marked = () if option.marked is None else option.marked.refs
    columns: tuple[tuple[ChanceDates | None, int | None, tuple[str, ...], _Part], ...] = (
        (option.done, chance.done if chance else None, (*visits, *apart), "done"),
        (option.healed, chance.healed if chance else None, (*visits, *apart, *marked), "healed"),
        (option.shown, chance.shown if chance else None, (*visits, *apart, *weeks), "shown"),
        (option.ready, None, option.refs, "ready"),
    )
    cells = []
    for dates, share, refs, part in columns[: -1 if plan.wishes.event else None]:
        if dates is None:
            cells.append(PlanCell(_blank(plan, option, part), "unknown"))
            continue
        # Without an event there is no cell for the verdict, so what to know about the numbers stands with the first
        # date.
        first = part == "done" or (part == "shown" and option.kind == "home")
        warned = warnings(plan, option) if plan.wishes.event is None and first else []
        cells.append(_when(usual_date(option, part), dates, share, tuple(dict.fromkeys(refs)), tuple(warned), locale))
    return tuple(cells)


def usual_date(option: OptionPlan, part: _Part) -> date | None:
    """The date with the usual numbers, as the strips and the calendar file have it; None where it has none."""
    last = option.steps[-1] if option.steps else None
    done = last.day if last is not None else None if option.had is None else option.had.last
    days = None if option.marked is None else timedelta(days=math.ceil(option.marked.typical))
    healed = None if done is None or days is None else done + days
    shown = None if option.result is None else option.result.usual
    if part == "ready":
        known = [day for day in (done, healed, shown) if day is not None]
        return max(known, default=None)
    return {"done": done, "healed": healed, "shown": shown}[part]


def _when(
    usual: date | None,
    dates: ChanceDates,
    share: int | None,
    refs: tuple[str, ...],
    warned: tuple[str, ...],
    locale: str,
) -> PlanCell:
    """The date with the usual numbers, the dates of 10 and 90 of 100, and how many are there by the event."""
    if usual is None:
        return PlanCell(say("plan-late-unknown"), "unknown", warned=warned)
    notes = []
    if dates.early == dates.late == usual:
        notes.append(say("plan-all-same"))
    else:
        early, late = (
            say("plan-late-unknown") if when is None else day(when, locale) for when in (dates.early, dates.late)
        )
        notes += [say("plan-early", day=early), say("plan-late", day=late)]
    if share is not None:
        notes.append(say("plan-by-then", yes=share, no=100 - share))
    return PlanCell(day(usual, locale), "figure", refs, "plan", tuple(notes), warned)


def _blank(plan: Plan, option: OptionPlan, part: _Part) -> str:
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


def totals_table(plan: Plan, locale: str) -> PlanTable:
    """Visits, time in the chair and days off in all; for skin also until when to keep out of the sun."""
    group = plan.concern.group
    heads = [say("column-option"), say("plan-column-visits"), say("plan-column-chair"), say(f"plan-column-off-{group}")]
    if group == "skin":
        heads.append(say("plan-column-sun"))
    rows = tuple(PlanRow(option, None, _totals(option, len(heads) - 1, locale)) for option in plan.options)
    return PlanTable(say("plan-totals-title"), say(f"plan-totals-lead-{group}"), tuple(heads), rows)


def _totals(option: OptionPlan, columns: int, locale: str) -> tuple[PlanCell, ...]:
    if option.kind in ("home", "nothing"):
        return (PlanCell(say("plan-home" if option.kind == "home" else "cell-none"), "words"),) * columns
    cells = (_visits(option), _chair(option.chair), _days_off(option), _sun(option.sun, locale))
    return cells[:columns]


def _unknown(*notes: str) -> PlanCell:
    return PlanCell(say("cell-unknown"), "unknown", notes=notes)


def _figure(text: str, refs: tuple[str, ...], rule: str, *notes: str) -> PlanCell:
    """A figure with its notes in one line; empty ones are left out."""
    line = " · ".join(note for note in notes if note)
    return PlanCell(text, "figure", refs, rule, (line,) if line else ())


def _visits(option: OptionPlan) -> PlanCell:
    studied = None if option.course is None else option.course.visits
    spread = (
        ""
        if studied is None or studied.low == studied.high
        else say("figure-range", low=number(studied.low), high=number(studied.high), basis=studied.basis)
    )
    if option.visits is None:
        return _unknown(*([spread] if spread else []))
    return _figure(number(option.visits), () if studied is None else studied.refs, "sessions", spread)


def _chair(chair: Chair | None) -> PlanCell:
    if chair is None:
        return _unknown(say("plan-chair-unknown"))
    return _figure(chair_text(chair), chair.whole.refs, "plan_chair", chair.numbing, chair_basis(chair))


def _days_off(option: OptionPlan) -> PlanCell:
    found = course_days_figure(option.days_off, option.downtime)
    if not found.known:
        return _unknown(*([found.note] if found.note else []))
    return _figure(found.text, found.refs, "course", found.note)


def _sun(sun: After | None, locale: str) -> PlanCell:
    if sun is None:
        return _unknown()
    if sun.usual is None or sun.longest is None:
        text, until = say("plan-sun-no-date", days=_span(sun.days)), ""
    else:
        text = day(sun.usual, locale)
        until = say("plan-sun-longest", longest=day(sun.longest, locale)) if sun.longest != sun.usual else ""
    return _figure(text, sun.days.refs, "plan_sun", until, basis_note(sun.days))


def after_visits(evidence: Evidence, plan: Plan, locale: str) -> tuple[AfterVisits, ...]:
    """For each treatment the milestones after the last visit, and the advice for the days after one."""
    heads = (say("plan-column-milestone"), say("plan-column-days"), say("plan-column-last"))
    return tuple(
        AfterVisits(
            option,
            heads,
            tuple(_after(item, locale) for item in option.after),
            tuple(_care(evidence, row) for row in option.aftercare),
        )
        for option in plan.options
        if option.role != "nothing"
    )


def _after(item: After, locale: str) -> AfterRow:
    name = sentence(say(f"milestone-{item.milestone}")).rstrip(".")
    return AfterRow(
        name, _figure(_span(item.days), item.days.refs, "stated", basis_note(item.days)), _last(item, locale)
    )


def _care(evidence: Evidence, row: Aftercare) -> CareLine:
    text = (
        row.instruction
        if row.until_day is None
        else say("plan-care-until", instruction=row.instruction, days=int(row.until_day))
    )
    weak = say("basis-clinics") if rests_on(evidence, row.source_ids) == "clinics" else ""
    return CareLine(text, (f"aftercare:{row.aftercare_id}",), weak)


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
