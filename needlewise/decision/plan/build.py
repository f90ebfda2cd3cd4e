"""A course on real dates: visits on allowed days, recovery after each, when results were seen, and how sure each date is.

Vocabulary
    wishes      what the visitor asked for: start, event, days not to be marked, weekdays, numbers of their own
    marked      red, swollen, crusted or peeling (skin concerns) or still sore (pain concerns)
    done        the day of the last visit
    healed      the first day on which the last visit no longer marks
    shown       the day by which studies had measured a result
    ready       done, healed and shown

How it is worked out. Dates are whole days; clocks, and so daylight saving, play no part.

1. A day is allowed when its weekday suits, it is not one of the days to keep free, and the longest recovery the studies saw
   after a visit on it touches no such day. The event counts as a day to keep free.
2. The first visit is on the first allowed day, each further one on the first allowed day at least the spacing later.
3. Results count from the first visit, as the studies count. Where the calendar or the visitor's own numbers make the course
   longer than the studied one, the result comes later by as many days; never before the last visit.
4. Each figure of the studies is a PERT distribution between its low and high with its typical value as the most likely one
   (`quantiles`). 20,000 courses are drawn with a fixed seed, each of equal weight, by Latin hypercube: every figure goes once
   through each of its 20,000 equal slices, in an order that has nothing to do with the other figures' orders.

5. The first event that fits is looked for in a calendar of its own for each candidate (`first_event_that_fits`), because
   an event is itself a day to keep free.

Later starts never end earlier and more visits never end earlier, in each single drawn course, because every step above
only ever moves with its input.
"""

from __future__ import annotations

import math
from datetime import date, timedelta

import numpy as np

from needlewise.decision.plan.model import (
    After,
    Chair,
    Chance,
    Figures,
    Gap,
    Kind,
    Numbers,
    OptionPlan,
    Plan,
    ResultWindow,
    Verdict,
    Visit,
    Warned,
    Wishes,
)
from needlewise.decision.plan.simulation import (
    HORIZON,
    SHARES,
    Courses,
    Days,
    dates_reached,
    draw,
    first_event_that_fits,
    first_free,
    fits_event,
    quantiles,
    ready_of_100,
    simulate,
    visit_days,
    walk,
)
from needlewise.evidence.model.rows import Concern
from needlewise.evidence.model.store import Evidence
from needlewise.evidence.model.vocabulary import Role
from needlewise.evidence.rules.course import Course, appointment, course
from needlewise.evidence.rules.ranges import Basis, Range
from needlewise.evidence.rules.recovery import downtime, milestone, visible
from needlewise.words import round_half_up

# What the table writes where nothing is numbed, or nothing is known of it.
_NO_NUMBING = ("", "none", "not found")


def rule_values(evidence: Evidence) -> dict[str, float]:
    """What the words of the rule `plan-rule-chance` name: the weight of the usual figure, and that of all three together."""
    weight = evidence.threshold("pert_weight")
    return {"weight": weight, "whole": weight + 2}


def _fixed(value: float) -> Range:
    return Range(value, value, value, "studies", ())


def _in_days(weeks: Range) -> Range:
    return Range(weeks.low * 7, weeks.typical * 7, weeks.high * 7, weeks.basis, weeks.refs)


def usual_numbers(found: Course | None) -> Numbers:
    """The usual number of visits and whole days between them; None where no source says, or where nothing is spaced."""
    if found is None or found.visits is None or found.visits.typical < 1:
        return Numbers()
    visits = int(found.visits.typical)
    apart = None if found.interval_weeks is None else max(1, int(round_half_up(7 * found.interval_weeks.typical)))
    return Numbers(visits, apart)


def marked_days(evidence: Evidence, treatment_id: str, group: str) -> Range | None:
    """Days each visit marks: for pain as long as it is sore, for skin as long as it shows; None where only the first visits do."""
    found = milestone(evidence, treatment_id, "soreness_gone") if group == "pain" else visible(evidence, treatment_id)
    return None if found is None or found.once else found


def rests_on(evidence: Evidence, source_ids: tuple[str, ...]) -> Basis:
    """What a row without a basis of its own rests on: `clinics` when every source is weak, as in the rest of the product."""
    sources = [evidence.sources[source_id] for source_id in source_ids]
    if all(source.is_weak for source in sources):
        return "clinics"
    return "studies" if all(source.basis == "study" for source in sources) else "advice"


def is_home(evidence: Evidence, concern_id: str, treatment_id: str) -> bool:
    """True when sources describe it as something done at home, so that there are no visits to plan."""
    rows = evidence.of(concern_id).protocols_of(treatment_id)
    return any(row.home_based for row in rows if not row.duplicate_of)


def build(evidence: Evidence, concern_id: str, treatment_ids: tuple[str, ...], wishes: Wishes, today: date) -> Plan:
    """The plans of some options of a concern. Pure: `today` is an argument.

    A start in the past is moved to today; an event before today is set aside and named.

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
    )
    options = tuple(_option(evidence, concern, name, roles[name], usable) for name in treatment_ids if name in roles)
    return Plan(concern, usable, today, wishes.start < today, past_event, options)


def _option(
    evidence: Evidence,
    concern: Concern,
    treatment_id: str,
    role: Role,
    wishes: Wishes,
) -> OptionPlan:
    return _Builder(evidence, concern, treatment_id, role, wishes).build()


class _Builder:
    """Puts one option's plan together, part by part."""

    def __init__(
        self,
        evidence: Evidence,
        concern: Concern,
        treatment_id: str,
        role: Role,
        wishes: Wishes,
    ) -> None:
        self.evidence, self.concern, self.wishes, self.role = evidence, concern, wishes, role
        self.weight = evidence.threshold("pert_weight")
        self.treatment = evidence.treatments[treatment_id]
        self.course = course(evidence, concern.concern_id, treatment_id)
        self.usual = usual_numbers(self.course)
        self.own = wishes.numbers(treatment_id)
        self.weeks = None if self.course is None else self.course.weeks_to_result
        self.home = (
            role != "nothing"
            and self.own.visits is None
            and self.usual.visits is None
            and is_home(evidence, concern.concern_id, treatment_id)
        )
        self.marked = None if self.home or role == "nothing" else marked_days(evidence, treatment_id, concern.group)
        self.visits = self.own.visits or self.usual.visits
        self.apart = self.own.apart or self.usual.apart
        self.gaps: list[Gap] = []
        self.warned: list[Warned] = []

    def build(self) -> OptionPlan:
        if self.role == "nothing":
            return self._plan("nothing")
        if self.weeks is None:
            self.gaps.append("result")
        if self.home:
            return self._at_home()
        if self.marked is None:
            self.gaps.append("recovery")
        if self.visits is None:
            self.gaps.insert(0, "visits")
            return self._plan("unplanned")
        if self.visits > 1 and self.apart is None:
            self.gaps.insert(0, "spacing")
            return self._plan("unplanned")
        return self._with_visits(self.visits)

    def _at_home(self) -> OptionPlan:
        """No visits: only the result has a date, counted from the first day of use."""
        if self.weeks is None:
            return self._plan("home")
        figures = Figures(_fixed(1), _fixed(1), None, self.weeks, self.weight)
        every_day = np.append(np.arange(HORIZON), HORIZON)
        courses = simulate(every_day, figures)
        return self._plan("home", every_day, courses, figures, (0,))

    def _with_visits(self, visits: int) -> OptionPlan:
        found = self.course
        free = first_free(self.wishes, self._clear)
        planned = visit_days(free, visits, self.apart or 1)
        if len(planned) < visits:
            return self._plan("impossible")
        varies = self.wishes.vary and found is not None
        visits_range, apart_range = _fixed(visits), _fixed(self.apart or 1)
        if found is not None and found.visits is not None:
            self._warn(visits, found.visits, "fewer_visits", "more_visits")
            if varies and self.own.visits is None:
                visits_range = found.visits
        if found is not None and found.interval_weeks is not None and self.apart is not None and visits > 1:
            days = _in_days(found.interval_weeks)
            if self.own.apart is not None:
                self._warn(
                    self.apart,
                    Range(math.floor(days.low), days.typical, math.ceil(days.high), days.basis, days.refs),
                    "closer",
                    "farther",
                )
            if varies and self.own.apart is None:
                apart_range = days
        elif varies and self.own.visits is None and self.apart is None and visits_range.high > 1:
            # One visit is usual and nothing says how far apart further ones would be: one is what can be counted.
            visits_range = _fixed(visits)
            self.warned.append("single")
        weeks = self.weeks
        studied_visits = None if visits_range.low < visits_range.high or self.own.visits is None else self.usual.visits
        studied_apart = None if apart_range.low < apart_range.high or self.own.apart is None else self.usual.apart
        if (self.own.visits is not None and self.usual.visits is None) or (
            self.own.apart is not None and self.usual.apart is None and (self.usual.visits or visits) > 1
        ):
            # Without the studied course nobody can say how much longer this one is.
            weeks = None
            if self.weeks is not None:
                self.gaps.append("length")
        figures = Figures(visits_range, apart_range, self.marked, weeks, self.weight, studied_visits, studied_apart)
        return self._plan("visits", free, simulate(free, figures), figures, planned)

    def _warn(self, value: float, studied: Range, below: Warned, above: Warned) -> None:
        if value < studied.low:
            self.warned.append(below)
        elif value > studied.high:
            self.warned.append(above)

    def _plan(
        self,
        kind: Kind,
        free: Days | None = None,
        courses: Courses | None = None,
        figures: Figures | None = None,
        planned: tuple[int, ...] = (),
    ) -> OptionPlan:
        start = self.wishes.start
        if kind in ("visits", "home"):
            if kind == "visits" and self.marked is not None:
                if self.marked.basis == "clinics":
                    self.warned.append("clinic_recovery")
                if self.marked.low == self.marked.high > 0:
                    self.warned.append("one_recovery")
            if figures is not None and figures.weeks is not None and figures.weeks.low == figures.weeks.high:
                self.warned.append("one_result")
        complete = courses is not None and courses.shown is not None and (kind == "home" or courses.healed is not None)
        chance, verdict, start_by, fits_from = self._judge(kind, free, courses, figures, complete=complete)
        with_visits = courses if kind == "visits" else None
        ready = dates_reached(courses.ready, start) if courses is not None and complete else None
        last = start + timedelta(days=planned[-1]) if planned and kind == "visits" else None
        after = self._after(last)
        name = self.treatment.treatment_id
        time_out = downtime(self.evidence, name, self.concern.group) if kind != "nothing" else None
        count = (
            None
            if self.visits is None or kind in ("home", "nothing")
            else Range(self.visits, self.visits, self.visits, "studies", ())
        )
        return OptionPlan(
            treatment=self.treatment,
            role=self.role,
            kind=kind,
            gaps=tuple(self.gaps),
            warned=tuple(self.warned),
            course=self.course,
            visits=self.visits if kind not in ("home", "nothing") else None,
            apart=self.apart if kind not in ("home", "nothing") else None,
            usual_visits=self.usual.visits,
            usual_apart=self.usual.apart,
            marked=self.marked,
            shades=()
            if self.marked is None
            else (*(float(value) for value in quantiles(self.marked, np.array(SHARES), self.weight)), self.marked.high),
            figures=figures,
            steps=self._steps(planned) if kind == "visits" else (),
            result=self._result(planned, figures, kind) if planned else None,
            done=None if with_visits is None else dates_reached(with_visits.done, start),
            healed=None
            if with_visits is None or with_visits.healed is None
            else dates_reached(with_visits.healed, start),
            shown=None if courses is None or courses.shown is None else dates_reached(courses.shown, start),
            ready=ready,
            chance=chance,
            verdict=verdict,
            fits_from=fits_from,
            start_by=start_by,
            chair=None if count is None else self._chair(count),
            downtime=time_out,
            days_off=None if count is None or time_out is None else time_out.days.times(count),
            sun=next((item for item in after if item.milestone == "sun_ok"), None),
            after=after,
            aftercare=tuple(row for row in self.evidence.about(name).aftercare if row.checked),
        )

    def _judge(
        self, kind: Kind, free: Days | None, courses: Courses | None, figures: Figures | None, *, complete: bool
    ) -> tuple[Chance | None, Verdict, date | None, date | None]:
        """Chances by the event, the verdict, the latest start that still fits, and the first event that would fit."""
        if self.wishes.event is None or kind == "nothing":
            return None, "none", None, None
        if courses is None or free is None or figures is None:
            return None, "no" if kind == "impossible" else "unknown", None, None
        event = (self.wishes.event - self.wishes.start).days
        known = ready_of_100(courses.ready, event)
        chance = Chance(
            ready_of_100(courses.done, event) if kind == "visits" else None,
            None if courses.healed is None else ready_of_100(courses.healed, event),
            None if courses.shown is None else ready_of_100(courses.shown, event),
            known if complete else None,
        )
        verdict: Verdict = "fits" if fits_event(courses.ready, event) else "luck"
        if known < 100 * SHARES[0]:
            # Whatever is not known could only make it later.
            verdict = "no"
        elif not complete:
            verdict = "unknown"
        start_by = self._latest_start(free, figures, event) if verdict == "fits" else None
        fits_from = self._fits_from(kind, courses, figures) if complete and verdict in ("luck", "no") else None
        return chance, verdict, start_by, fits_from

    def _fits_from(self, kind: Kind, courses: Courses, figures: Figures) -> date | None:
        """The first event that would fit; an event moves nothing that is done at home."""
        if kind == "home":
            return dates_reached(courses.ready, self.wishes.start).late
        return first_event_that_fits(self.wishes, self._clear, self.visits or 1, self.apart or 1, draw(figures))

    @property
    def _clear(self) -> int:
        """Whole days a visit may mark, 0 where not known."""
        return 0 if self.marked is None else math.ceil(self.marked.high)

    def _latest_start(self, free: Days, figures: Figures, event: int) -> date:
        """Halves the time until the event until the last start is found with which 90 of 100 courses are ready."""
        drawn = draw(figures)
        low, high = 0, event
        while low < high:
            middle = (low + high + 1) // 2
            if fits_event(walk(free, drawn, middle).ready, event):
                low = middle
            else:
                high = middle - 1
        return self.wishes.start + timedelta(days=low)

    def _steps(self, planned: tuple[int, ...]) -> tuple[Visit, ...]:
        steps = []
        for number, offset in enumerate(planned, 1):
            day = self.wishes.start + timedelta(days=offset)
            usual = longest = None
            if self.marked is not None:
                usual = day + timedelta(days=math.ceil(self.marked.typical))
                longest = day + timedelta(days=math.ceil(self.marked.high))
            steps.append(Visit(number, day, usual, longest))
        return tuple(steps)

    def _result(self, planned: tuple[int, ...], figures: Figures | None, kind: Kind) -> ResultWindow | None:
        if figures is None or figures.weeks is None:
            return None
        first, last = planned[0], planned[-1]
        studied = ((self.usual.visits or 1) - 1) * (self.usual.apart or 0) if kind == "visits" else 0
        later = max(last - first - studied, 0)
        low, usual, high = (
            self.wishes.start + timedelta(days=max(first + int(round_half_up(7 * weeks)) + later, last))
            for weeks in (figures.weeks.low, figures.weeks.typical, figures.weeks.high)
        )
        return ResultWindow(low, usual, high, figures.weeks, later)

    def _after(self, last: date | None) -> tuple[After, ...]:
        """Every milestone a source gives, in days and counted from the last planned visit."""
        group = self.concern.group
        names = [step.milestone_id for step in self.evidence.milestones.values() if group in step.told_for]
        if self.home or self.role == "nothing":
            return ()
        found = []
        for name in names:
            days = milestone(self.evidence, self.treatment.treatment_id, name)
            if days is not None and not days.once:
                usual, longest = (
                    None if last is None else last + timedelta(days=math.ceil(value))
                    for value in (days.typical, days.high)
                )
                found.append(After(name, days, usual, longest))
        return tuple(found)

    def _chair(self, count: Range) -> Chair | None:
        """Rows that were not checked are left out, as with findings."""
        row = appointment(self.evidence, self.treatment.treatment_id)
        if row is None:
            return None
        low, high = row.minutes_low, row.minutes_high
        known = [value for value in (low, high) if value is not None]
        if not known:
            return None
        visit = Range(
            min(known),
            sum(known) / len(known),
            max(known),
            rests_on(self.evidence, row.source_ids),
            (f"appointment:{row.treatment_id}",),
        )
        return Chair(
            visit,
            visit.times(count),
            "least" if high is None else "most" if low is None else "both",
            visit.basis != "clinics" and any(self.evidence.sources[name].is_weak for name in row.source_ids),
            "" if row.anaesthesia in _NO_NUMBING else row.anaesthesia,
        )
