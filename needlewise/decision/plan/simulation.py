"""Courses drawn at random from the studies' ranges and walked through a calendar."""

from __future__ import annotations

import functools
import math
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
from numpy.typing import NDArray

from needlewise.decision.plan.model import ChanceDates, Figures, Span, Wishes
from needlewise.evidence.rules.ranges import Range

Floats = NDArray[np.float64]


Days = NDArray[np.int64]


DRAWS = 20_000


_SEED = 1959


# Cells of the table that turns a share into a value; finer changes no date.
_GRID = 1024


# Ten years of days are looked at. What does not fit in there is said to be impossible.
HORIZON = 3653


# The three dates that are told.
SHARES = (0.1, 0.5, 0.9)


def quantiles(found: Range, shares: Floats, weight: float) -> Floats:
    """The values below which the given shares (0 to 1, rising) of a PERT distribution lie.

    PERT between low a and high b with most likely value m and weight w is
    a + (b - a) x Beta(1 + w(m - a)/(b - a), 1 + w(b - m)/(b - a)), so its mean is (a + wm + b) / (w + 2). The typical
    figure
    of the studies is taken as the most likely one. A figure without a spread stays what it is. The weight, 4 in the
    source
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
        clear_days: whole days a visit may mark, its own day included (0 for none); none of them may be a day to keep
            free.
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
    day = max(start, 0)
    for _ in range(visits):
        day = int(free[min(day, HORIZON)])
        if day >= HORIZON:
            break
        found.append(day)
        day += apart
    return tuple(found)


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
class Past:
    """A course that has begun, in days after the start of the calendar (below 0 is before it).

    Attributes:
        visits: visits there were.
        first, last: their first and last day.
    """

    visits: int
    first: int
    last: int


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
    visits = np.maximum(whole_days(_drawn(figures.visits, figures.weight, 0, draws)), 1)
    apart = np.maximum(whole_days(_drawn(figures.apart, figures.weight, 1, draws)), 1)
    studied_visits = visits if figures.studied_visits is None else np.full_like(visits, figures.studied_visits)
    studied_apart = apart if figures.studied_apart is None else np.full_like(apart, figures.studied_apart)
    return Drawn(
        visits,
        apart,
        None if figures.marked is None else np.ceil(_drawn(figures.marked, figures.weight, 2, draws)).astype(np.int64),
        None if figures.weeks is None else whole_days(7 * _drawn(figures.weeks, figures.weight, 3, draws)),
        (studied_visits - 1) * studied_apart,
    )


def walk(free: Days, drawn: Drawn, start: int = 0, past: Past | None = None) -> Courses:
    """Put drawn courses on a calendar; they begin, or go on, `start` days after its start at the earliest."""
    # Few different spacings occur, so each is walked once and the drawn courses look their last visit up.
    fewest = int(drawn.apart.min())
    spacings = np.arange(fewest, int(drawn.apart.max()) + 1)
    had = 0 if past is None else past.visits
    most = int(drawn.visits.max()) - had
    if past is None:
        first = int(free[min(start, HORIZON)])
        last = [np.full(spacings.shape, first)]
    else:
        first = past.first
        last = [np.full(spacings.shape, past.last)]
        if most > 0:
            last.append(free[np.clip(past.last + spacings, start, HORIZON)])
    while len(last) < (most if past is None else most + 1):
        last.append(free[np.minimum(last[-1] + spacings, HORIZON)])
    # Of a course with fewer visits than there were, the last visit is the last there was.
    place = drawn.visits - 1 if past is None else np.maximum(drawn.visits - had, 0)
    done = np.stack(last)[place, drawn.apart - fewest]
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


def simulate(free: Days, figures: Figures, start: int = 0, draws: int = DRAWS, past: Past | None = None) -> Courses:
    """Draw courses that begin, or go on, `start` days after the start of the calendar."""
    return walk(free, draw(figures, draws), start, past)


def first_event_that_fits(
    wishes: Wishes, clear_days: int, visits: int, apart: int, drawn: Drawn, least: float, past: Past | None = None
) -> date | None:
    """The first day such that it, and every later one, would fit as the event.

    None when there is none within ten years.

    An event is a day to keep free, so each candidate has a calendar of its own and can push visits behind itself.
    Without
    an event so many of 100 courses are ready on some day; no event before that day can fit. An event that comes so late
    that it
    touches neither the visits of those courses nor the planned ones changes nothing, so every event from there on fits.
    Between the two, each day is tried, the last first, until one does not fit.

    Args:
        wishes: the calendar; its own event plays no part.
        clear_days: whole days a visit may mark, as in `first_free`.
        visits: how many visits are planned, which must find days as well.
        apart: days between them.
        drawn: the courses.
        least: of 100 courses, how many must be ready (`thresholds:plan_fits`).
        past: the visits there were already; `visits` are those to come.
    """
    begin = 0 if past is None else past.last + apart

    def calendar(event: date | None) -> Days:
        return first_free(Wishes(wishes.start, event, wishes.away, wishes.weekdays), clear_days)

    free = calendar(None)
    courses = walk(free, drawn, 0, past)
    ready = courses.ready
    planned = visit_days(free, visits, apart, begin)
    # Courses are counted from 1, places in an order from 0.
    earliest = max(int(np.sort(ready)[math.ceil(least / 100 * len(ready)) - 1]), 0)
    if earliest >= HORIZON or len(planned) < visits:
        return None
    last_visit = max(int(courses.done[ready <= earliest].max()), *planned[-1:], 0)
    found = max(earliest, last_visit + max(clear_days, 1))
    while found > earliest:
        event = wishes.start + timedelta(days=found - 1)
        free = calendar(event)
        if len(visit_days(free, visits, apart, begin)) < visits:
            break
        if not fits_event(walk(free, drawn, 0, past).ready, found - 1, least):
            break
        found -= 1
    return wishes.start + timedelta(days=found)


def whole_days(values: Floats) -> Days:
    """Halves up, as people round by hand."""
    return np.floor(values + 0.5).astype(np.int64)


def dates_reached(values: Days, start: date) -> ChanceDates:
    """The dates that 1 in 10, half and 9 in 10 reach: the smallest day by which that share is there."""
    # A course that has begun may have been done before the calendar starts.
    before = min(int(values.min()), 0)
    reached = np.cumsum(np.bincount(np.minimum(values, HORIZON) - before, minlength=HORIZON + 1 - before))
    found = np.searchsorted(reached, [math.ceil(share * len(values)) for share in SHARES]) + before
    early, even, late = (None if day >= HORIZON else start + timedelta(days=int(day)) for day in found)
    return ChanceDates(early, even, late)


def ready_of_100(values: Days, event: int) -> int:
    """Of 100 courses, how many are there by the event. Rounded down, so that 90 means 90 and not nearly."""
    return int(100 * np.count_nonzero(values <= event) / len(values) + 1e-9)


def fits_event(ready: Days, event: int, least: float) -> bool:
    """At least so many of 100 courses are ready by the event."""
    return ready_of_100(ready, event) >= least
