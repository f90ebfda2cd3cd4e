"""Whether an option is ready by the event.

Its chances, the verdict, the latest start, and the first event that would fit.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from needlewise.decision.plan.model import BANDS, Band, Chance, Figures, Verdict
from needlewise.decision.plan.planned import Known, Planned
from needlewise.decision.plan.simulation import (
    Courses,
    Days,
    Past,
    dates_reached,
    draw,
    first_event_that_fits,
    fits_event,
    ready_of_100,
    walk,
)


@dataclass(frozen=True)
class Outcome:
    """How one option stands to the event; each part as in `OptionPlan`."""

    chance: Chance | None
    verdict: Verdict
    fits_from: date | None = None
    start_by: date | None = None


def judge(known: Known, planned: Planned) -> Outcome:
    """How an option stands to the event; `none` where there is no event, or nothing that could be ready."""
    wishes, kind, courses = known.wishes, planned.kind, planned.courses
    if wishes.event is None or kind == "nothing":
        return Outcome(None, "none")
    if courses is None or planned.free is None or planned.figures is None:
        return Outcome(None, "no" if kind == "impossible" else "unknown")
    event = (wishes.event - wishes.start).days
    ready = ready_of_100(courses.ready, event)
    chance = Chance(
        ready_of_100(courses.done, event) if kind == "visits" else None,
        None if courses.healed is None else ready_of_100(courses.healed, event),
        None if courses.shown is None else ready_of_100(courses.shown, event),
        ready if planned.complete else None,
    )
    verdict: Verdict = band(ready, known.bands)
    if not planned.complete and verdict != "no":
        # Whatever is not known could only make it later.
        verdict = "unknown"
    if verdict == "fits":
        # Nothing is left to start once all visits are done.
        latest = _latest_start(known, planned.free, planned.figures, event, planned.past) if planned.days else None
        return Outcome(chance, verdict, start_by=latest)
    late = planned.complete and verdict != "unknown"
    return Outcome(chance, verdict, fits_from=_fits_from(known, planned, courses, planned.figures) if late else None)


def band(ready: int, bands: tuple[float, float, float, float]) -> Band:
    """The band that so many of 100 courses ready in time lie in."""
    return next((name for name, least in zip(BANDS, bands, strict=False) if ready >= least), "no")


def _fits_from(known: Known, planned: Planned, courses: Courses, figures: Figures) -> date | None:
    """The first event that would fit; an event moves nothing that is done at home."""
    if planned.kind == "home":
        return dates_reached(courses.ready, known.wishes.start).late
    left = len(planned.days)
    least = known.bands[0]
    return first_event_that_fits(known.wishes, known.clear, left, known.apart or 1, draw(figures), least, planned.past)


def _latest_start(known: Known, free: Days, figures: Figures, event: int, past: Past | None) -> date:
    """Halves the time until the event until the last start is found with which enough courses are ready."""
    drawn = draw(figures)
    low, high = 0, event
    while low < high:
        middle = (low + high + 1) // 2
        if fits_event(walk(free, drawn, middle, past).ready, event, known.bands[0]):
            low = middle
        else:
            high = middle - 1
    return known.wishes.start + timedelta(days=low)
