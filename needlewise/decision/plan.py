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

import functools
import math
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from needlewise.evidence.course import Course, appointment, course
from needlewise.evidence.ranges import Basis, Range
from needlewise.evidence.recovery import Downtime, downtime, milestone, visible
from needlewise.evidence.rows import Aftercare, Concern, Treatment
from needlewise.evidence.store import Evidence
from needlewise.evidence.vocabulary import Milestone, Role
from needlewise.words import round_half_up

Floats = NDArray[np.float64]
Days = NDArray[np.int64]

DRAWS = 20_000
_SEED = 1959
# Cells of the table that turns a share into a value; finer changes no date.
_GRID = 1024
# Ten years of days are looked at. What does not fit in there is said to be impossible.
HORIZON = 3653
# The three dates that are told, and with them the words: fits = at least 9 of 10 courses, with luck = at least 1 of 10.
SHARES = (0.1, 0.5, 0.9)
# What the table writes where nothing is numbed, or nothing is known of it.
_NO_NUMBING = ("", "none", "not found")
MOST_VISITS = 60
MOST_APART = 365
MOST_SPANS = 40

Gap = Literal["visits", "spacing", "recovery", "result", "length"]
Warned = Literal[
    "more_visits", "fewer_visits", "closer", "farther", "single", "clinic_recovery", "one_recovery", "one_result"
]
Kind = Literal["visits", "home", "nothing", "unplanned", "impossible"]
Verdict = Literal["fits", "luck", "no", "unknown", "none"]


@dataclass(frozen=True, order=True)
class Span:
    """Days from `first` to `last`, both included."""

    first: date
    last: date


@dataclass(frozen=True)
class Numbers:
    """The visitor's own numbers for one option; None keeps what the studies used.

    Attributes:
        visits: how many visits.
        apart: days from one visit to the next, at least.
    """

    visits: int | None = None
    apart: int | None = None


@dataclass(frozen=True)
class Wishes:
    """What the visitor asked for.

    Attributes:
        start: the first day that may be a visit.
        event: the day to be ready for; None without one.
        away: days on which the visitor cannot be marked.
        weekdays: weekdays that suit, 0 = Monday; empty means any.
        own: own numbers, by treatment id.
        vary: True lets numbers that were left alone vary as in the studies.
    """

    start: date
    event: date | None = None
    away: tuple[Span, ...] = ()
    weekdays: tuple[int, ...] = ()
    own: tuple[tuple[str, Numbers], ...] = ()
    vary: bool = True

    def numbers(self, treatment_id: str) -> Numbers:
        """The visitor's own numbers for an option."""
        return dict(self.own).get(treatment_id, Numbers())


@dataclass(frozen=True)
class Dates:
    """A date as 1 in 10, half, and 9 in 10 of the drawn courses reach it. None: not within ten years."""

    early: date | None
    even: date | None
    late: date | None


@dataclass(frozen=True)
class Chance:
    """Of 100 drawn courses, how many reach each point by the event; None where the evidence has a gap."""

    done: int | None
    healed: int | None
    shown: int | None
    ready: int | None


@dataclass(frozen=True)
class Visit:
    """One planned visit, and when its marks are usually gone and at the latest; None where no source says."""

    number: int
    day: date
    usually_clear: date | None
    clear_at_latest: date | None


@dataclass(frozen=True)
class After:
    """One milestone after a visit, in days and as dates after the last planned visit (usual, longest)."""

    milestone: Milestone
    days: Range
    usual: date | None
    longest: date | None


@dataclass(frozen=True)
class Result:
    """The planned result window: first visit plus the weeks of the studies, with the days the course is longer than studied."""

    first: date
    usual: date
    last: date
    weeks: Range
    later_by: int


@dataclass(frozen=True)
class Chair:
    """Time in the chair.

    Attributes:
        visit: minutes of one visit.
        whole: minutes of all planned visits together.
        known: `least` or `most` when the source gives only that end.
        mixed: True when clinics and stronger sources stand behind the row, which does not say whose the minutes are.
        numbing: how it is numbed; empty when it is not, or not known.
    """

    visit: Range
    whole: Range
    known: Literal["both", "least", "most"]
    mixed: bool
    numbing: str


@dataclass(frozen=True)
class OptionPlan:
    """One option on the calendar.

    Attributes:
        kind: `visits` planned; `home` no visits; `nothing` doing nothing; `unplanned` a gap forbids dates;
            `impossible` the calendar leaves no days.
        gaps: what no source gives.
        warned: what the reader should know about the numbers used.
        visits, apart: planned visits and days between them; None where unknown.
        usual_apart: usual days between visits; None where no source says.
        marked: days of marks or soreness after one visit.
        shades: days after a visit at which 90, 50 and 10 of 100 are still marked, and the longest; empty when unknown.
        figures: what was drawn; None when nothing was.
        steps: the planned visits.
        fits_from: the first day such that it and every later one would fit as the event; None when it fits, when there
            is no such day within ten years, or when it cannot be known.
        start_by: the latest start that still fits the event; None when it does not fit or there is no event.
        chair: time in the chair; None when no source that was checked gives minutes.
        days_off: days off in all (skin) or sore days in all (pain).
        sun: dates until which to keep out of the sun, usual and longest (skin).
    """

    treatment: Treatment
    role: Role
    kind: Kind
    gaps: tuple[Gap, ...]
    warned: tuple[Warned, ...]
    course: Course | None
    visits: int | None
    apart: int | None
    usual_visits: int | None
    usual_apart: int | None
    marked: Range | None
    shades: tuple[float, ...]
    figures: Figures | None
    steps: tuple[Visit, ...]
    result: Result | None
    done: Dates | None
    healed: Dates | None
    shown: Dates | None
    ready: Dates | None
    chance: Chance | None
    verdict: Verdict
    fits_from: date | None
    start_by: date | None
    chair: Chair | None
    downtime: Downtime | None
    days_off: Range | None
    sun: After | None
    after: tuple[After, ...]
    aftercare: tuple[Aftercare, ...]

    @property
    def refs(self) -> tuple[str, ...]:
        """Every row that the dates rest on."""
        found = self.course
        ranges = [self.marked]
        if found is not None:
            ranges += [found.visits, found.interval_weeks, found.weeks_to_result]
        return tuple(dict.fromkeys(ref for part in ranges if part is not None for ref in part.refs))


@dataclass(frozen=True)
class Plan:
    """All of the page: the wishes as they could be used, what had to be set aside, and one plan per option."""

    concern: Concern
    wishes: Wishes
    today: date
    start_was_past: bool
    past_event: date | None
    options: tuple[OptionPlan, ...]


def rule_values(evidence: Evidence) -> dict[str, float]:
    """What the words of the rule `plan-rule-chance` name: the weight of the usual figure, and that of all three together."""
    weight = evidence.threshold("pert_weight")
    return {"weight": weight, "whole": weight + 2}


def quantiles(found: Range, shares: Floats, weight: float) -> Floats:
    """The values below which the given shares (0 to 1, rising) of a PERT distribution lie.

    PERT between low a and high b with most likely value m and weight w is
    a + (b - a) x Beta(1 + w(m - a)/(b - a), 1 + w(b - m)/(b - a)), so its mean is (a + wm + b) / (w + 2). The typical figure
    of the studies is taken as the most likely one. A figure without a spread stays what it is. The weight, 4 in the source
    (Malcolm, Roseboom, Clark, Fazar 1959), is `thresholds:pert_weight`.
    """
    width = found.high - found.low
    if width <= 0:
        return np.full(shares.shape, float(found.typical))
    mode = (found.typical - found.low) / width
    middles = (np.arange(_GRID) + 0.5) / _GRID
    density = middles ** (weight * mode) * (1 - middles) ** (weight * (1 - mode))
    below = np.concatenate(([0.0], np.cumsum(density)))
    values: Floats = found.low + width * np.interp(shares * below[-1], below, np.linspace(0, 1, _GRID + 1))
    return values


@functools.lru_cache(maxsize=4)
def _orders(draws: int) -> NDArray[np.int32]:
    """Four orders of the slices 0 .. draws - 1, one a figure; the same on every machine and in every run."""
    random = np.random.default_rng(_SEED)
    return np.stack([random.permutation(draws) for _ in range(4)]).astype(np.int32)


@functools.lru_cache(maxsize=4)
def _slices(draws: int) -> Floats:
    return (np.arange(draws) + 0.5) / draws


@functools.lru_cache(maxsize=256)
def _sorted_values(low: float, typical: float, high: float, weight: float, draws: int) -> Floats:
    return quantiles(Range(low, typical, high, "studies", ()), _slices(draws), weight)


def _drawn(found: Range, weight: float, place: int, draws: int) -> Floats:
    """`draws` values of a figure: each of its equal slices once, in the order kept for that place."""
    drawn: Floats = _sorted_values(found.low, found.typical, found.high, weight, draws)[_orders(draws)[place]]
    return drawn


def first_free(wishes: Wishes, clear_days: int) -> Days:
    """For each day after the start, 0 to ten years, the first allowed day from then on; `HORIZON` where there is none.

    Args:
        wishes: the calendar.
        clear_days: whole days a visit may mark, its own day included (0 for none); none of them may be a day to keep free.
    """
    days = np.arange(HORIZON)
    allowed = np.ones(HORIZON, dtype=bool)
    if wishes.weekdays:
        allowed = np.isin((days + wishes.start.weekday()) % 7, wishes.weekdays)
    spans = [*wishes.away, *([Span(wishes.event, wishes.event)] if wishes.event else [])]
    for span in spans:
        first = (span.first - wishes.start).days - max(clear_days - 1, 0)
        last = (span.last - wishes.start).days
        if last >= 0:
            allowed[max(first, 0) : last + 1] = False
    free = np.where(allowed, days, HORIZON)
    return np.append(np.minimum.accumulate(free[::-1])[::-1], HORIZON)


def visit_days(free: Days, visits: int, apart: int, start: int = 0) -> tuple[int, ...]:
    """Days of the visits, counted from the start; fewer than asked for when the calendar runs out."""
    found: list[int] = []
    day = start
    for _ in range(visits):
        day = int(free[min(day, HORIZON)])
        if day >= HORIZON:
            break
        found.append(day)
        day += apart
    return tuple(found)


@dataclass(frozen=True)
class Figures:
    """What is drawn for one option: each a range; visits and days apart without a spread are fixed.

    Attributes:
        visits: number of visits.
        apart: days between visits.
        marked: days of marks after a visit; None when not known.
        weeks: weeks from the first visit to a result; None when not known.
        weight: of the most likely value in the distribution of each, `thresholds:pert_weight`.
        studied_visits, studied_apart: what the studied course had; None means as drawn.
    """

    visits: Range
    apart: Range
    marked: Range | None
    weeks: Range | None
    weight: float
    studied_visits: int | None = None
    studied_apart: int | None = None


@dataclass(frozen=True)
class Courses:
    """Drawn courses as days after the start; `HORIZON` or more is never. None where not known."""

    done: Days
    healed: Days | None
    shown: Days | None

    @property
    def ready(self) -> Days:
        """The day by which everything known has happened."""
        latest = self.done
        for part in (self.healed, self.shown):
            if part is not None:
                latest = np.maximum(latest, part)
        return latest


@dataclass(frozen=True)
class Drawn:
    """The figures of drawn courses, before any calendar: whole visits and days; None where not known.

    Attributes:
        visits: visits of each course, at least one.
        apart: days between visits, at least one.
        heals: days of marks after the last visit.
        shows: days from the first visit to a result, in a course as long as the studied one.
        studied: days from the first to the last visit of the studied course.
    """

    visits: Days
    apart: Days
    heals: Days | None
    shows: Days | None
    studied: Days


def draw(figures: Figures, draws: int = DRAWS) -> Drawn:
    """Draw every figure; the calendar comes in `walk`."""
    visits = np.maximum(_whole(_drawn(figures.visits, figures.weight, 0, draws)), 1)
    apart = np.maximum(_whole(_drawn(figures.apart, figures.weight, 1, draws)), 1)
    studied_visits = visits if figures.studied_visits is None else np.full_like(visits, figures.studied_visits)
    studied_apart = apart if figures.studied_apart is None else np.full_like(apart, figures.studied_apart)
    return Drawn(
        visits,
        apart,
        None if figures.marked is None else np.ceil(_drawn(figures.marked, figures.weight, 2, draws)).astype(np.int64),
        None if figures.weeks is None else _whole(7 * _drawn(figures.weeks, figures.weight, 3, draws)),
        (studied_visits - 1) * studied_apart,
    )


def walk(free: Days, drawn: Drawn, start: int = 0) -> Courses:
    """Put drawn courses on a calendar; they begin `start` days after its start."""
    first = int(free[min(start, HORIZON)])
    # Few different spacings occur, so each is walked once and the drawn courses look their last visit up.
    fewest = int(drawn.apart.min())
    spacings = np.arange(fewest, int(drawn.apart.max()) + 1)
    day = np.full(spacings.shape, first)
    last = [day]
    for _ in range(1, int(drawn.visits.max())):
        day = free[np.minimum(day + spacings, HORIZON)]
        last.append(day)
    done = np.stack(last)[drawn.visits - 1, drawn.apart - fewest]
    never = done >= HORIZON
    healed = shown = None
    if drawn.heals is not None:
        healed = done + drawn.heals
        healed[never] = HORIZON
    if drawn.shows is not None:
        longer = np.maximum(done - first - drawn.studied, 0)
        shown = np.maximum(first + drawn.shows + longer, done)
        shown[never] = HORIZON
    return Courses(done, healed, shown)


def simulate(free: Days, figures: Figures, start: int = 0, draws: int = DRAWS) -> Courses:
    """Draw courses that begin `start` days after the start of the calendar."""
    return walk(free, draw(figures, draws), start)


def first_event_that_fits(wishes: Wishes, clear_days: int, visits: int, apart: int, drawn: Drawn) -> date | None:
    """The first day such that it, and every later one, would fit as the event; None when there is none within ten years.

    An event is a day to keep free, so each candidate has a calendar of its own and can push visits behind itself. Without
    an event 90 of 100 courses are ready on some day; no event before that day can fit. An event that comes so late that it
    touches neither the visits of those courses nor the planned ones changes nothing, so every event from there on fits.
    Between the two, each day is tried, the last first, until one does not fit.

    Args:
        wishes: the calendar; its own event plays no part.
        clear_days: whole days a visit may mark, as in `first_free`.
        visits: how many visits are planned, which must find days as well.
        apart: days between them.
        drawn: the courses.
    """

    def calendar(event: date | None) -> Days:
        return first_free(Wishes(wishes.start, event, wishes.away, wishes.weekdays), clear_days)

    free = calendar(None)
    courses = walk(free, drawn)
    ready = courses.ready
    planned = visit_days(free, visits, apart)
    # Courses are counted from 1, places in an order from 0.
    earliest = int(np.sort(ready)[math.ceil(SHARES[2] * len(ready)) - 1])
    if earliest >= HORIZON or len(planned) < visits:
        return None
    last_visit = max(int(courses.done[ready <= earliest].max()), planned[-1])
    found = max(earliest, last_visit + max(clear_days, 1))
    while found > earliest:
        event = wishes.start + timedelta(days=found - 1)
        free = calendar(event)
        if len(visit_days(free, visits, apart)) < visits or not _fits(walk(free, drawn).ready, found - 1):
            break
        found -= 1
    return wishes.start + timedelta(days=found)


def _whole(values: Floats) -> Days:
    """Halves up, as people round by hand."""
    return np.floor(values + 0.5).astype(np.int64)


def _at(values: Days, start: date) -> Dates:
    """The dates that 1 in 10, half and 9 in 10 reach: the smallest day by which that share is there."""
    reached = np.cumsum(np.bincount(np.minimum(values, HORIZON), minlength=HORIZON + 1))
    found = np.searchsorted(reached, [math.ceil(share * len(values)) for share in SHARES])
    early, even, late = (None if day >= HORIZON else start + timedelta(days=int(day)) for day in found)
    return Dates(early, even, late)


def _of_100(values: Days, event: int) -> int:
    """Of 100 courses, how many are there by the event. Rounded down, so that 90 means 90 and not nearly."""
    return int(100 * np.count_nonzero(values <= event) / len(values) + 1e-9)


def _fits(ready: Days, event: int) -> bool:
    """At least 90 of 100 courses are ready by the event."""
    return _of_100(ready, event) >= 100 * SHARES[2]


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
        ready = _at(courses.ready, start) if courses is not None and complete else None
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
            done=None if with_visits is None else _at(with_visits.done, start),
            healed=None if with_visits is None or with_visits.healed is None else _at(with_visits.healed, start),
            shown=None if courses is None or courses.shown is None else _at(courses.shown, start),
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
        known = _of_100(courses.ready, event)
        chance = Chance(
            _of_100(courses.done, event) if kind == "visits" else None,
            None if courses.healed is None else _of_100(courses.healed, event),
            None if courses.shown is None else _of_100(courses.shown, event),
            known if complete else None,
        )
        verdict: Verdict = "fits" if _fits(courses.ready, event) else "luck"
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
            return _at(courses.ready, self.wishes.start).late
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
            if _fits(walk(free, drawn, middle).ready, event):
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

    def _result(self, planned: tuple[int, ...], figures: Figures | None, kind: Kind) -> Result | None:
        if figures is None or figures.weeks is None:
            return None
        first, last = planned[0], planned[-1]
        studied = ((self.usual.visits or 1) - 1) * (self.usual.apart or 0) if kind == "visits" else 0
        later = max(last - first - studied, 0)
        low, usual, high = (
            self.wishes.start + timedelta(days=max(first + int(round_half_up(7 * weeks)) + later, last))
            for weeks in (figures.weeks.low, figures.weeks.typical, figures.weeks.high)
        )
        return Result(low, usual, high, figures.weeks, later)

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
