"""A plan as plain frozen values: what a person asks for and the most of it, and what stands on the calendar."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from needlewise.evidence.model.rows import Aftercare, Concern, Treatment
from needlewise.evidence.model.vocabulary import Milestone, Role
from needlewise.evidence.rules.course import Course
from needlewise.evidence.rules.ranges import Range
from needlewise.evidence.rules.recovery import Downtime

MOST_VISITS = 60


MOST_APART = 365


MOST_SPANS = 40


Gap = Literal["visits", "spacing", "recovery", "result", "length"]


Warned = Literal[
    "more_visits", "fewer_visits", "closer", "farther", "single", "clinic_recovery", "one_recovery", "one_result"
]


Kind = Literal["visits", "home", "nothing", "unplanned", "impossible"]


# How many of 100 worked-out courses are ready, in bands; the bounds stand in `thresholds.csv`.
Band = Literal["fits", "likely", "even", "unlikely", "no"]


BANDS: tuple[Band, ...] = ("fits", "likely", "even", "unlikely", "no")


Verdict = Literal["fits", "likely", "even", "unlikely", "no", "unknown", "none"]


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
class Begun:
    """A course that has begun.

    Attributes:
        visits: how many visits there were, one at least.
        last: the day of the last of them.
    """

    visits: int
    last: date


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
        begun: courses that have begun, by treatment id.
        packages: prices of a whole course paid ahead, in the visitor's own money, by treatment id.
    """

    start: date
    event: date | None = None
    away: tuple[Span, ...] = ()
    weekdays: tuple[int, ...] = ()
    own: tuple[tuple[str, Numbers], ...] = ()
    vary: bool = True
    begun: tuple[tuple[str, Begun], ...] = ()
    packages: tuple[tuple[str, float], ...] = ()

    def had(self, treatment_id: str) -> Begun | None:
        """The visits of an option that there were already; None before the first."""
        return dict(self.begun).get(treatment_id)

    def paid(self, treatment_id: str) -> float | None:
        """The price of a whole course paid ahead; None without one."""
        return dict(self.packages).get(treatment_id)

    def numbers(self, treatment_id: str) -> Numbers:
        """The visitor's own numbers for an option."""
        return dict(self.own).get(treatment_id, Numbers())


@dataclass(frozen=True)
class ChanceDates:
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
class Stop:
    """What it means to have no further visit.

    Attributes:
        visits: the visits there were.
        studied: how they stand to the studies' own number: `fewer` than any, `within`, or `unknown`.
        ready: of 100 courses with just these visits, how many are ready by the event; None without one, or not known.
    """

    visits: int
    studied: Literal["fewer", "within", "unknown"]
    ready: int | None


@dataclass(frozen=True)
class Pause:
    """The longest stretch between two visits, where it is longer than any study had.

    Attributes:
        after: the visit before it.
        days: how long it is.
        studied: the longest of the studies, in days.
    """

    after: int
    days: int
    studied: int


@dataclass(frozen=True)
class Review:
    """When to look whether it worked, and then to go on, stop or change.

    Attributes:
        day: when studies usually looked; None where none says.
        after: visits that are done by then.
        count: visits of the whole course.
    """

    day: date | None
    after: int
    count: int


@dataclass(frozen=True)
class ResultWindow:
    """The result window: first visit plus the weeks of the studies, plus the days the course is longer than studied."""

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
        had: the visits there were before the plan begins; None before the first.
        first: the day of the first visit, also where it is past and worked out from the last.
        stop: what it means to stop now; None before the first visit.
        pause: a stretch between visits longer than studied; None without one.
        in_time: visits whose longest marks end before the event; None without an event or visits.
        review: when to look whether it worked; None without visits.
        same_weeks: names of options that rest on the same weeks to a result.
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
    result: ResultWindow | None
    done: ChanceDates | None
    healed: ChanceDates | None
    shown: ChanceDates | None
    ready: ChanceDates | None
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
    had: Begun | None = None
    first: date | None = None
    stop: Stop | None = None
    pause: Pause | None = None
    in_time: int | None = None
    review: Review | None = None
    same_weeks: tuple[str, ...] = ()

    @property
    def count(self) -> int:
        """Visits of the whole course, those that there were already among them."""
        return len(self.steps) + (0 if self.had is None else self.had.visits)

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
