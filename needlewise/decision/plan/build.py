"""A course on real dates: visits on allowed days, recovery after each, when results show, how sure each date is.

Vocabulary
    wishes      what the visitor asked for: start, event, days not to be marked, weekdays, numbers of their own
    marked      red, swollen, crusted or peeling (skin concerns) or still sore (pain concerns)
    done        the day of the last visit
    healed      the first day on which the last visit no longer marks
    shown       the day by which studies had measured a result
    ready       done, healed and shown

How it is worked out. Dates are whole days; clocks, and so daylight saving, play no part.

1. A day is allowed when its weekday suits, it is not one of the days to keep free, and the longest recovery the
studies saw
   after a visit on it touches no such day. The event counts as a day to keep free.
2. The first visit is on the first allowed day, each further one on the first allowed day at least the spacing later.
3. Results count from the first visit, as the studies count. Where the calendar or the visitor's own numbers make the
course
   longer than the studied one, the result comes later by as many days; never before the last visit.
4. Each figure of the studies is a PERT distribution between its low and high with its typical value as the most
likely one
   (`quantiles`). 20,000 courses are drawn with a fixed seed, each of equal weight, by Latin hypercube: every figure
   goes once
   through each of its 20,000 equal slices, in an order that has nothing to do with the other figures' orders.

5. The first event that fits is looked for in a calendar of its own for each candidate (`first_event_that_fits`),
because
   an event is itself a day to keep free.

Later starts never end earlier and more visits never end earlier, in each single drawn course, because every step above
only ever moves with its input.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import numpy as np

from needlewise.decision.plan.model import (
    After,
    Chair,
    Numbers,
    OptionPlan,
    Pause,
    Plan,
    ResultWindow,
    Review,
    Stop,
    Visit,
    Wishes,
)
from needlewise.decision.plan.outcome import judge
from needlewise.decision.plan.planned import Known, Planned, plan_option
from needlewise.decision.plan.simulation import SHARES, dates_reached, quantiles, ready_of_100, simulate
from needlewise.evidence.model.rows import Concern
from needlewise.evidence.model.store import Evidence
from needlewise.evidence.model.vocabulary import Role
from needlewise.evidence.rules.course import Course, appointment, course
from needlewise.evidence.rules.ranges import Basis, Range
from needlewise.evidence.rules.recovery import downtime, milestone, over_course, visible
from needlewise.words import round_half_up

# What the table writes where nothing is numbed, or nothing is known of it.
_NO_NUMBING = ("", "none", "not found")


def usual_numbers(found: Course | None) -> Numbers:
    """The usual number of visits and whole days between them; None where no source says, or where nothing is spaced."""
    if found is None or found.visits is None or found.visits.typical < 1:
        return Numbers()
    visits = int(found.visits.typical)
    apart = None if found.interval_weeks is None else max(1, int(round_half_up(7 * found.interval_weeks.typical)))
    return Numbers(visits, apart)


def marked_days(evidence: Evidence, concern: Concern, treatment_id: str) -> Range | None:
    """Days each visit marks: for pain as long as it is sore, for skin as long as it shows.

    None where only the first visits do.
    """
    name = concern.concern_id
    if concern.group == "pain":
        found = milestone(evidence, treatment_id, "soreness_gone", name)
    else:
        found = visible(evidence, treatment_id, name)
    return None if found is None or found.once else found


def rests_on(evidence: Evidence, source_ids: tuple[str, ...]) -> Basis:
    """What a row without a basis of its own rests on.

    `clinics` when every source is weak, as in the rest of the product.
    """
    sources = [evidence.sources[source_id] for source_id in source_ids]
    if all(source.is_weak for source in sources):
        return "clinics"
    return "studies" if all(source.basis == "study" for source in sources) else "advice"


def is_home(evidence: Evidence, concern_id: str, treatment_id: str) -> bool:
    """True when sources describe it as something done at home, so that there are no visits to plan."""
    rows = evidence.of(concern_id).protocols_of(treatment_id)
    return any(row.home_based for row in rows if not row.duplicate_of)


def build(
    evidence: Evidence,
    concern_id: str,
    treatment_ids: tuple[str, ...],
    wishes: Wishes,
    today: date,
    not_before: Mapping[str, date] | None = None,
) -> Plan:
    """The plans of some options of a concern. Pure: `today` is an argument.

    A start in the past is moved to today; an event before today is set aside and named. `not_before` is, by option, the
    first day that nothing a person told speaks against: its visits begin then at the earliest.

    Raises:
        KeyError: for an unknown concern.
    """
    concern = evidence.concerns[concern_id]
    roles = {option.treatment_id: option.role for option in evidence.options(concern_id)}
    past_event = wishes.event if wishes.event is not None and wishes.event < today else None
    usable = Wishes(
        max(wishes.start, today),
        None if past_event else wishes.event,
        wishes.away,
        wishes.weekdays,
        wishes.own,
        wishes.vary,
        # A visit to come is none that there was.
        tuple((name, begun) for name, begun in wishes.begun if begun.last <= today),
        wishes.packages,
    )
    waits = not_before or {}
    options = tuple(
        _option(evidence, concern, name, roles[name], _from_day(usable, waits.get(name)))
        for name in treatment_ids
        if name in roles
    )
    return Plan(concern, usable, today, wishes.start < today, past_event, _with_same_weeks(options))


def _from_day(wishes: Wishes, day: date | None) -> Wishes:
    """The same wishes, begun no earlier than a day."""
    return wishes if day is None or day <= wishes.start else replace(wishes, start=day)


def _with_same_weeks(options: tuple[OptionPlan, ...]) -> tuple[OptionPlan, ...]:
    """Each option with the names of those that rest on the very same weeks to a result."""

    def weeks(option: OptionPlan) -> tuple[float, float, float] | None:
        found = None if option.figures is None else option.figures.weeks
        return None if found is None else (found.low, found.typical, found.high)

    return tuple(
        replace(
            option,
            same_weeks=tuple(
                other.treatment.mid_sentence
                for other in options
                if other is not option and weeks(option) is not None and weeks(other) == weeks(option)
            ),
        )
        for option in options
    )


def _option(evidence: Evidence, concern: Concern, treatment_id: str, role: Role, wishes: Wishes) -> OptionPlan:
    """One option: what is known of it, what stands on the calendar, how that meets the event."""
    known = _known(evidence, concern, treatment_id, role, wishes)
    planned = plan_option(known)
    outcome = judge(known, planned)
    kind, start, courses = planned.kind, wishes.start, planned.courses
    counted = kind not in ("home", "nothing")
    with_visits = courses if kind == "visits" else None
    after = _after(evidence, concern, known, planned)
    time_out = downtime(evidence, treatment_id, concern.group, concern.concern_id) if kind != "nothing" else None
    count = (
        None if known.visits is None or not counted else Range(known.visits, known.visits, known.visits, "studies", ())
    )
    return OptionPlan(
        treatment=known.treatment,
        role=role,
        kind=kind,
        gaps=planned.gaps,
        warned=planned.warned,
        course=known.course,
        visits=known.visits if counted else None,
        apart=known.apart if counted else None,
        usual_visits=known.usual.visits,
        usual_apart=known.usual.apart,
        marked=known.marked,
        shades=_shades(known.marked, known.weight),
        figures=planned.figures,
        steps=_steps(known, planned),
        result=_result(known, planned),
        done=None if with_visits is None else dates_reached(with_visits.done, start),
        healed=None if with_visits is None or with_visits.healed is None else dates_reached(with_visits.healed, start),
        shown=None if courses is None or courses.shown is None else dates_reached(courses.shown, start),
        ready=None if courses is None or not planned.complete else dates_reached(courses.ready, start),
        chance=outcome.chance,
        verdict=outcome.verdict,
        fits_from=outcome.fits_from,
        start_by=outcome.start_by,
        chair=None if count is None else _chair(evidence, treatment_id, count),
        downtime=time_out,
        days_off=None if count is None or time_out is None else over_course(count, time_out),
        sun=next((item for item in after if item.milestone == "sun_ok"), None),
        after=after,
        aftercare=tuple(row for row in evidence.about(treatment_id).aftercare if row.checked),
        had=wishes.had(treatment_id) if planned.past is not None else None,
        first=None if planned.ends is None or kind != "visits" else start + timedelta(days=planned.ends[0]),
        stop=_stop(known, planned),
        pause=_pause(known, planned),
        in_time=None
        if wishes.event is None or kind != "visits"
        else sum(start + timedelta(days=day) < wishes.event for day in planned.days),
        review=_review(known, planned),
    )


def _stop(known: Known, planned: Planned) -> Stop | None:
    """No further visit: how the visits there were stand to the studies', and whether the event is met with them."""
    past, figures, wishes = planned.past, planned.figures, known.wishes
    if past is None or figures is None or planned.free is None or not planned.days:
        return None
    studied = None if known.course is None else known.course.visits
    ready = None
    if wishes.event is not None and planned.complete:
        fixed = replace(figures, visits=Range(past.visits, past.visits, past.visits, "studies", ()))
        courses = simulate(planned.free, fixed, past=past)
        ready = ready_of_100(courses.ready, (wishes.event - wishes.start).days)
    return Stop(
        past.visits, "unknown" if studied is None else "fewer" if past.visits < studied.low else "within", ready
    )


def _pause(known: Known, planned: Planned) -> Pause | None:
    """The longest stretch between two visits, where no study we found left so long a one."""
    studied = None if known.course is None else known.course.interval_weeks
    past = planned.past
    days = (*([] if past is None else [past.last]), *planned.days)
    if studied is None or len(days) < 2:
        return None
    before = 0 if past is None else past.visits - 1
    longest, after = max((later - earlier, before + place) for place, (earlier, later) in enumerate(pairwise(days), 1))
    most = math.ceil(7 * studied.high)
    return Pause(after, longest, most) if longest > max(most, known.apart or 0) else None


def _review(known: Known, planned: Planned) -> Review | None:
    """The first time studies looked; where that is the day of the first visit, the usual time."""
    if planned.kind != "visits" or planned.ends is None:
        return None
    had = 0 if planned.past is None else planned.past.visits
    count = had + len(planned.days)
    if known.weeks is None:
        return Review(None, 0, count)
    weeks = known.weeks.low if known.weeks.low >= 1 else known.weeks.typical
    first, _ = planned.ends
    look = first + int(round_half_up(7 * weeks))
    done = sum(day <= look for day in planned.days) + had
    return Review(known.wishes.start + timedelta(days=look), done, count)


def _known(evidence: Evidence, concern: Concern, treatment_id: str, role: Role, wishes: Wishes) -> Known:
    """What the evidence says of one option, beside what the visitor asked for."""
    studied = course(evidence, concern.concern_id, treatment_id)
    usual, own = usual_numbers(studied), wishes.numbers(treatment_id)
    unset = own.visits is None and usual.visits is None
    home = role != "nothing" and unset and is_home(evidence, concern.concern_id, treatment_id)
    return Known(
        evidence.treatments[treatment_id],
        role,
        wishes,
        studied,
        usual,
        own,
        home,
        None if home or role == "nothing" else marked_days(evidence, concern, treatment_id),
        evidence.threshold("pert_weight"),
        (
            evidence.threshold("plan_fits"),
            evidence.threshold("plan_likely"),
            evidence.threshold("plan_even"),
            evidence.threshold("plan_unlikely"),
        ),
    )


def _shades(marked: Range | None, weight: float) -> tuple[float, ...]:
    """Days after a visit at which 90, 50 and 10 of 100 are still marked, and the longest."""
    if marked is None:
        return ()
    return (*(float(value) for value in quantiles(marked, np.array(SHARES), weight)), marked.high)


def _steps(known: Known, planned: Planned) -> tuple[Visit, ...]:
    """The planned visits with the days on which each still marks."""
    if planned.kind != "visits":
        return ()
    marked, steps = known.marked, []
    had = 0 if planned.past is None else planned.past.visits
    for number, offset in enumerate(planned.days, had + 1):
        day = known.wishes.start + timedelta(days=offset)
        usual, longest = (
            (None, None)
            if marked is None
            else (day + timedelta(days=math.ceil(marked.typical)), day + timedelta(days=math.ceil(marked.high)))
        )
        steps.append(Visit(number, day, usual, longest))
    return tuple(steps)


def _result(known: Known, planned: Planned) -> ResultWindow | None:
    """When studies would have seen a result of the planned course."""
    figures = planned.figures
    if figures is None or figures.weeks is None or planned.ends is None:
        return None
    first, last = planned.ends
    studied = ((known.usual.visits or 1) - 1) * (known.usual.apart or 0) if planned.kind == "visits" else 0
    later = max(last - first - studied, 0)
    low, usual, high = (
        known.wishes.start + timedelta(days=max(first + int(round_half_up(7 * weeks)) + later, last))
        for weeks in (figures.weeks.low, figures.weeks.typical, figures.weeks.high)
    )
    return ResultWindow(low, usual, high, figures.weeks, later)


def _after(evidence: Evidence, concern: Concern, known: Known, planned: Planned) -> tuple[After, ...]:
    """Every milestone a source gives, in days and counted from the last planned visit."""
    if known.home or known.role == "nothing":
        return ()
    last = None if planned.ends is None else known.wishes.start + timedelta(days=planned.ends[1])
    names = [step.milestone_id for step in evidence.milestones.values() if concern.group in step.told_for]
    milestones = ((name, milestone(evidence, known.treatment.treatment_id, name, concern.concern_id)) for name in names)
    return tuple(
        After(
            name,
            days,
            None if last is None else last + timedelta(days=math.ceil(days.typical)),
            None if last is None else last + timedelta(days=math.ceil(days.high)),
        )
        for name, days in milestones
        if days is not None and not days.once
    )


def _chair(evidence: Evidence, treatment_id: str, count: Range) -> Chair | None:
    """Rows that were not checked are left out, as with findings."""
    row = appointment(evidence, treatment_id)
    if row is None:
        return None
    low, high = row.minutes_low, row.minutes_high
    minutes = [value for value in (low, high) if value is not None]
    if not minutes:
        return None
    visit = Range(
        min(minutes),
        sum(minutes) / len(minutes),
        max(minutes),
        rests_on(evidence, row.source_ids),
        (f"appointment:{row.treatment_id}",),
    )
    return Chair(
        visit,
        visit.times(count),
        "least" if high is None else "most" if low is None else "both",
        visit.basis != "clinics" and any(evidence.sources[name].is_weak for name in row.source_ids),
        "" if row.anaesthesia in _NO_NUMBING else row.anaesthesia,
    )
