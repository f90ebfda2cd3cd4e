"""What stands on the calendar for one option: its visits, the figures that are drawn, and what no source gives.

Every function here takes frozen values and returns one; none reads the evidence.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from needlewise.decision.plan.model import Figures, Gap, Kind, Numbers, Warned, Wishes
from needlewise.decision.plan.simulation import HORIZON, Courses, Days, Past, first_free, simulate, visit_days
from needlewise.evidence.model.rows import Treatment
from needlewise.evidence.model.vocabulary import Role
from needlewise.evidence.rules.course import Course
from needlewise.evidence.rules.ranges import Range


@dataclass(frozen=True)
class Known:
    """What the evidence says of one option, and what the visitor asked for.

    Attributes:
        usual: the usual numbers of the studied course; `own` are the visitor's.
        home: True when it is done at home and the visitor set no visits.
        marked: days each visit marks; None where no source says, and where there are no visits.
        weight: of the most likely value of each figure, `thresholds:pert_weight`.
        bands: of 100 courses, from how many up the first four bands of `BANDS` begin (`thresholds:plan_…`).
    """

    treatment: Treatment
    role: Role
    wishes: Wishes
    course: Course | None
    usual: Numbers
    own: Numbers
    home: bool
    marked: Range | None
    weight: float
    bands: tuple[float, float, float, float]

    @property
    def past(self) -> Past | None:
        """The visits there were already, in days after the start; the first is worked out from the last."""
        had = self.wishes.had(self.treatment.treatment_id)
        if had is None or self.home or self.role == "nothing":
            return None
        last = (had.last - self.wishes.start).days
        return Past(had.visits, last - (had.visits - 1) * (self.apart or 0), last)

    @property
    def visits(self) -> int | None:
        """Visits to plan."""
        return self.own.visits or self.usual.visits

    @property
    def apart(self) -> int | None:
        """Days between them."""
        return self.own.apart or self.usual.apart

    @property
    def weeks(self) -> Range | None:
        """Weeks to a result."""
        return None if self.course is None else self.course.weeks_to_result

    @property
    def clear(self) -> int:
        """Whole days a visit may mark, 0 where not known."""
        return 0 if self.marked is None else math.ceil(self.marked.high)


@dataclass(frozen=True)
class Planned:
    """One option on the calendar.

    Attributes:
        kind, gaps, warned: as in `OptionPlan`.
        days: of the visits to come, counted from the start; the first day of use for what is done at home; empty
            without dates, and where there were as many visits already.
        past: the visits there were already; None before the first.
        free, courses, figures: the calendar, the drawn courses and what they were drawn from; None where nothing was
            drawn.
    """

    kind: Kind
    gaps: tuple[Gap, ...] = ()
    warned: tuple[Warned, ...] = ()
    days: tuple[int, ...] = ()
    free: Days | None = None
    courses: Courses | None = None
    figures: Figures | None = None
    past: Past | None = None

    @property
    def ends(self) -> tuple[int, int] | None:
        """The first and the last visit of the whole course; None without dates."""
        if self.past is not None and self.kind == "visits":
            return self.past.first, self.days[-1] if self.days else self.past.last
        return (self.days[0], self.days[-1]) if self.days else None

    @property
    def complete(self) -> bool:
        """True when all that makes an option ready is known."""
        if self.courses is None or self.courses.shown is None:
            return False
        return self.kind == "home" or self.courses.healed is not None


def plan_option(known: Known) -> Planned:
    """Put one option on the calendar, as far as its figures go."""
    if known.role == "nothing":
        return Planned("nothing")
    unseen: tuple[Gap, ...] = () if known.weeks is not None else ("result",)
    if known.home:
        return _at_home(known, unseen)
    gaps: tuple[Gap, ...] = unseen if known.marked is not None else (*unseen, "recovery")
    if known.visits is None:
        return Planned("unplanned", ("visits", *gaps))
    if known.visits > 1 and known.apart is None:
        return Planned("unplanned", ("spacing", *gaps))
    return _with_visits(known, known.visits, gaps)


def _at_home(known: Known, gaps: tuple[Gap, ...]) -> Planned:
    """No visits: only the result has a date, counted from the first day of use."""
    if known.weeks is None:
        return Planned("home", gaps)
    figures = Figures(_fixed(1), _fixed(1), None, known.weeks, known.weight)
    every_day = np.append(np.arange(HORIZON), HORIZON)
    return Planned("home", gaps, _one_result(figures), (0,), every_day, simulate(every_day, figures), figures)


def _with_visits(known: Known, visits: int, gaps: tuple[Gap, ...]) -> Planned:
    free = first_free(known.wishes, known.clear)
    past = known.past
    left = visits if past is None else max(visits - past.visits, 0)
    days = visit_days(free, left, known.apart or 1, 0 if past is None else past.last + (known.apart or 1))
    if len(days) < left:
        return Planned("impossible", gaps)
    visits_range, apart_range, warned = _numbers_drawn(known, visits)
    studied = _studied_length_known(known, visits)
    figures = Figures(
        visits_range,
        apart_range,
        known.marked,
        known.weeks if studied else None,
        known.weight,
        None if visits_range.low < visits_range.high or known.own.visits is None else known.usual.visits,
        None if apart_range.low < apart_range.high or known.own.apart is None else known.usual.apart,
    )
    if known.weeks is not None and not studied:
        gaps = (*gaps, "length")
    warned = (*warned, *_weak_recovery(known.marked), *_one_result(figures))
    return Planned("visits", gaps, warned, days, free, simulate(free, figures, past=past), figures, past)


def _numbers_drawn(known: Known, visits: int) -> tuple[Range, Range, tuple[Warned, ...]]:
    """Visits and the days between them as they are drawn, and what to know about the visitor's own numbers."""
    studied, varies = known.course, known.wishes.vary and known.course is not None
    visits_range, apart_range = _fixed(visits), _fixed(known.apart or 1)
    warned: tuple[Warned, ...] = ()
    if studied is not None and studied.visits is not None:
        warned = _outside(visits, studied.visits, "fewer_visits", "more_visits")
        if varies and known.own.visits is None:
            visits_range = studied.visits
    if studied is not None and studied.interval_weeks is not None and known.apart is not None and visits > 1:
        days = _in_days(studied.interval_weeks)
        if known.own.apart is not None:
            whole = Range(math.floor(days.low), days.typical, math.ceil(days.high), days.basis, days.refs)
            warned = (*warned, *_outside(known.apart, whole, "closer", "farther"))
        elif varies:
            apart_range = days
    elif varies and known.own.visits is None and known.apart is None and visits_range.high > 1:
        # One visit is usual and nothing says how far apart further ones would be: one is what can be counted.
        visits_range, warned = _fixed(visits), (*warned, "single")
    return visits_range, apart_range, warned


def _studied_length_known(known: Known, visits: int) -> bool:
    """False when own numbers stand where no usual ones do.

    Nobody can say how much longer than the studied course this one is.
    """
    if known.own.visits is not None and known.usual.visits is None:
        return False
    return known.own.apart is None or known.usual.apart is not None or (known.usual.visits or visits) <= 1


def _outside(value: float, studied: Range, below: Warned, above: Warned) -> tuple[Warned, ...]:
    """Which side of the studied range a number lies on, if on any."""
    if value < studied.low:
        return (below,)
    return (above,) if value > studied.high else ()


def _weak_recovery(marked: Range | None) -> tuple[Warned, ...]:
    """That the days of marks rest on clinics, or on one figure only."""
    if marked is None:
        return ()
    clinics: tuple[Warned, ...] = ("clinic_recovery",) if marked.basis == "clinics" else ()
    return (*clinics, "one_recovery") if marked.low == marked.high > 0 else clinics


def _one_result(figures: Figures) -> tuple[Warned, ...]:
    """That the weeks to a result are one figure only."""
    return ("one_result",) if figures.weeks is not None and figures.weeks.low == figures.weeks.high else ()


def _fixed(value: float) -> Range:
    return Range(value, value, value, "studies", ())


def _in_days(weeks: Range) -> Range:
    return Range(weeks.low * 7, weeks.typical * 7, weeks.high * 7, weeks.basis, weeks.refs)
