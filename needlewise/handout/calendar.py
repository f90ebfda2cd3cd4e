"""One option's plan as a calendar file (iCalendar, RFC 5545): each visit a tentative entry, aftercare as its note.

Entries are whole days, which have no time zone and so no daylight saving to get wrong. Where the visitor names a time
they are entries in the visitor's zone, whose rules travel in the file. An entry keeps its UID when the plan changes, so
reading a newer file in moves the entries instead of doubling them; SEQUENCE and LAST-MODIFIED say which file is newer,
and what a newer plan no longer has is cancelled. UIDs are hashes of a token that is drawn for one plan: nobody reads a
concern out of one, and no two people share one.
"""

from __future__ import annotations

import math
import uuid
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event

from needlewise import __version__
from needlewise.clinic.settings import NO_CLINIC, Clinic
from needlewise.clinic.windows import WindowDays, window_days
from needlewise.decision.after_signs import afterwards
from needlewise.decision.plan.build import rests_on
from needlewise.decision.plan.course_lines import course_lines
from needlewise.decision.plan.model import OptionPlan, Plan, ResultWindow, Visit
from needlewise.decision.plan.words import arithmetic, verdict_sentence, visit_text
from needlewise.decision.suitability import Advice
from needlewise.evidence.model.store import Evidence
from needlewise.evidence.rules.versions import in_force, version_words
from needlewise.handout import told
from needlewise.words import dates, number, say

_NAMESPACE = uuid.uuid5(uuid.NAMESPACE_URL, "https://needlewise.invalid/plan")
# A visit whose length no source gives still needs an end when it has a time.
_LENGTH_UNKNOWN = 60


# SEQUENCE counts seconds from here, so that each newer file has the higher one without anything being kept.
_SEQUENCE_FROM = datetime(2026, 1, 1, tzinfo=UTC)


@dataclass(frozen=True)
class Entry:
    """One entry of a file: its name within the plan, and its first day."""

    name: str
    day: date


@dataclass(frozen=True)
class _Writer:
    """What all entries of one file share."""

    token: str
    concern_id: str
    treatment_id: str
    stamp: datetime

    def event(self, entry: str, summary: str, status: str = "TENTATIVE") -> Event:
        """An entry with all that tells it from others and from older ones."""
        event = Event()
        name = f"{self.token}/{self.concern_id}/{self.treatment_id}/{entry}"
        event.add("uid", f"{uuid.uuid5(_NAMESPACE, name)}@needlewise")
        event.add("dtstamp", self.stamp)
        event.add("last-modified", self.stamp)
        event.add("sequence", max(int((self.stamp - _SEQUENCE_FROM).total_seconds()), 0))
        event.add("summary", summary)
        event.add("status", status)
        return event


@dataclass(frozen=True)
class Issued:
    """What ties a file to the others of its plan, and who hands it out.

    Attributes:
        token: of the plan, from `new_token`; every file of the plan has the same.
        before: what earlier files of the plan held; what this one no longer has is cancelled.
        clinic: whose telephone and own rules stand in it.
        link: where what has changed since can be seen; it stands in every note, with the version, where it is given.
        advice: what a person told means for the option: what speaks against a visit, what to leave out around it.
        beside: what to know of a second concern treated in the same weeks; it stands in every visit's note.
    """

    token: str
    before: tuple[Entry, ...] = ()
    clinic: Clinic = NO_CLINIC
    link: str = ""
    advice: Advice | None = None
    beside: tuple[str, ...] = ()


def new_token() -> str:
    """A token for one plan: drawn by chance, made from nothing about a person."""
    return uuid.uuid4().hex


def entries(
    plan: Plan, option: OptionPlan, clinic: Clinic = NO_CLINIC, advice: Advice | None = None
) -> tuple[Entry, ...]:
    """What the file of an option holds, so that a later, shorter one can cancel what it no longer has."""
    found = [Entry(f"visit-{step.number}", step.day) for step in option.steps]
    found += [
        Entry(f"window-{step.number}-{window.name}", window.first)
        for step in option.steps
        for window in window_days(clinic, option.treatment.treatment_id, step.day, dates.FALLBACK)
    ]
    found += [
        Entry(f"pause-{step.number}-{place}", pause.first)
        for step in option.steps
        for place, pause in enumerate(told.pauses(advice, step.day, dates.FALLBACK), 1)
    ]
    if option.review is not None and option.review.day is not None and option.review.day >= plan.today:
        found.append(Entry("review", option.review.day))
    if option.result is not None:
        found.append(Entry("result", option.result.usual))
    return tuple(found)


def calendar_file(
    evidence: Evidence,
    plan: Plan,
    option: OptionPlan,
    made: datetime,
    issued: Issued,
    *,
    at: time | None = None,
    locale: str = dates.FALLBACK,
) -> bytes:
    """The file of one option, UTF-8 with CRLF line ends.

    Args:
        evidence: where the titles of the sources come from.
        plan: the page's plan.
        option: one of its options with planned visits.
        made: when the file is made, with its zone; it stands in each entry as DTSTAMP, in UTC.
        issued: what ties it to other files of the plan, and who hands it out.
        at: usual time of a visit with its zone (`time(9, tzinfo=ZoneInfo("Europe/Zurich"))`); None makes whole-day
            entries.
        locale: language setting for the dates in the notes; English in place of one that is written from right to left.

    Raises:
        ValueError: when the option has no planned visits, or `made` or `at` has no zone.
    """
    if not option.steps:
        raise ValueError("a calendar file needs planned visits")
    if made.tzinfo is None or (at is not None and at.tzinfo is None):
        raise ValueError("a time needs a zone")
    # A calendar shows these lines as plain text, without the marks that set a date apart on the page.
    locale = dates.where(dates.reads_left_to_right, locale)
    calendar = Calendar()
    calendar.add("prodid", f"-//Needlewise//Needlewise {__version__}//EN")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", say("plan-ics-title", treatment=option.treatment.name))
    stamp = made.astimezone(ZoneInfo("UTC")).replace(microsecond=0)
    clinic = issued.clinic
    write = _Writer(issued.token, plan.concern.concern_id, option.treatment.treatment_id, stamp)
    version = _version(evidence, issued.link, locale)
    for step in option.steps:
        lines = (
            *told.stop_notes(issued.advice, locale),
            *issued.beside,
            *notes(evidence, plan, option, step, locale, clinic),
            *version,
        )
        calendar.add_component(_visit(write, step, option, at, lines))
        for window in window_days(clinic, option.treatment.treatment_id, step.day, locale):
            calendar.add_component(_window(write, step, window, clinic))
        for place, pause in enumerate(told.pauses(issued.advice, step.day, locale), 1):
            calendar.add_component(_pause(write, step, place, pause))
    held = entries(plan, option, clinic, issued.advice)
    for line in course_lines(evidence, plan, option, locale):
        if line.about == "review" and any(entry.name == "review" for entry in held):
            calendar.add_component(_review(write, option, line.text))
    if option.result is not None:
        calendar.add_component(_result(write, plan, option, option.result, locale))
    for entry in issued.before:
        if entry.name not in {now.name for now in held}:
            calendar.add_component(_cancelled(write, option, entry))
    if at is not None:
        # A month on each side of the visits, so that every change of the clocks between them is in.
        month = timedelta(days=31)
        calendar.add_missing_timezones(option.steps[0].day - month, option.steps[-1].day + month)
    text: bytes = calendar.to_ical()
    return text


def _version(evidence: Evidence, link: str, locale: str) -> tuple[str, ...]:
    """Which version the entry was made from, and where to see what has changed since."""
    if not link:
        return ()
    return (say("plan-ics-version", version=version_words(in_force(evidence), locale)), link)


def _visit(write: _Writer, step: Visit, option: OptionPlan, at: time | None, lines: tuple[str, ...]) -> Event:
    summary = say("plan-ics-visit", treatment=option.treatment.name, number=step.number, count=option.count)
    event = write.event(f"visit-{step.number}", summary)
    if at is None:
        _whole_days(event, step.day)
    else:
        begins = datetime.combine(step.day, at)
        minutes = _LENGTH_UNKNOWN if option.chair is None else math.ceil(option.chair.visit.high)
        event.add("dtstart", begins)
        event.add("duration", timedelta(minutes=minutes))
    event.add("transp", "TRANSPARENT" if at is None else "OPAQUE")
    event.add("description", "\n".join(lines))
    return event


def _window(write: _Writer, step: Visit, window: WindowDays, clinic: Clinic) -> Event:
    what = say(f"clinic-window-{window.name}")
    event = write.event(f"window-{step.number}-{window.name}", say("clinic-window-title", what=what, name=clinic.name))
    _whole_days(event, window.first, window.last)
    event.add("transp", "TRANSPARENT")
    event.add("description", f"{window.text} {say('plan-ics-rule', name=clinic.name)}")
    return event


def _review(write: _Writer, option: OptionPlan, text: str) -> Event:
    """The day to look whether it worked, and then to go on, stop or change."""
    review = option.review
    if review is None or review.day is None:
        raise ValueError("a review needs a day")
    event = write.event("review", say("plan-ics-review", treatment=option.treatment.name))
    _whole_days(event, review.day)
    event.add("transp", "TRANSPARENT")
    event.add("description", f"{text}\n{say('plan-ics-disclaimer')}")
    return event


def _cancelled(write: _Writer, option: OptionPlan, entry: Entry) -> Event:
    """An entry of an earlier file that this plan no longer has."""
    event = write.event(entry.name, say("plan-ics-cancelled", treatment=option.treatment.name), "CANCELLED")
    _whole_days(event, entry.day)
    event.add("transp", "TRANSPARENT")
    return event


def _result(write: _Writer, plan: Plan, option: OptionPlan, found: ResultWindow, locale: str) -> Event:
    event = write.event("result", say("plan-ics-result", treatment=option.treatment.name))
    _whole_days(event, found.usual)
    event.add("transp", "TRANSPARENT")
    window = {"from": dates.day(found.first, locale), "to": dates.day(found.last, locale)}
    lines = (
        say("plan-ics-result-note", **window),
        *arithmetic(plan, option, locale),
        verdict_sentence(plan, option, locale),
        say("plan-ics-disclaimer"),
    )
    event.add("description", "\n".join(line for line in lines if line))
    return event


def _pause(write: _Writer, step: Visit, place: int, pause: told.PauseDays) -> Event:
    """What to leave out around a visit: whole days from the first without it to the last."""
    event = write.event(f"pause-{step.number}-{place}", pause.title)
    _whole_days(event, pause.first, pause.last)
    event.add("transp", "TRANSPARENT")
    event.add("description", f"{pause.text}\n{say('plan-ics-disclaimer')}")
    return event


def _whole_days(event: Event, first: date, last: date | None = None) -> None:
    event.add("dtstart", first)
    # The end of a whole-day entry is the day after (RFC 5545, 3.6.1).
    event.add("dtend", (last or first) + timedelta(days=1))


def notes(
    evidence: Evidence,
    plan: Plan,
    option: OptionPlan,
    step: Visit,
    locale: str = dates.FALLBACK,
    clinic: Clinic = NO_CLINIC,
) -> tuple[str, ...]:
    """The lines of a visit's note: what it is, recovery, when to act, what to do afterwards, whose words these are."""
    group = plan.concern.group
    lines = [say("plan-ics-booked")]
    if step.usually_clear is None or step.clear_at_latest is None:
        lines.append(say(f"plan-ics-clear-unknown-{group}"))
    else:
        lines.append(
            say(
                f"plan-ics-clear-{group}",
                usual=dates.day(step.usually_clear, locale),
                longest=dates.day(step.clear_at_latest, locale),
            )
        )
        if option.marked is not None and option.marked.basis == "clinics":
            lines.append(say("plan-warned-clinic_recovery"))
    if option.chair is not None:
        lines.append(visit_text(option.chair))
    lines += _signs(evidence, plan, option, step, locale, clinic)
    used: list[str] = (
        [] if option.marked is None else [source for ref in option.marked.refs for source in evidence.source_ids(ref)]
    )
    if option.aftercare:
        lines.append(say("plan-ics-care"))
    for row in option.aftercare:
        weak = rests_on(evidence, row.source_ids) == "clinics"
        instruction = f"{row.instruction} ({say('basis-clinics')})" if weak else row.instruction
        if row.until_day is None:
            lines.append(say("plan-ics-care-line", instruction=instruction))
        else:
            until = dates.day(step.day + timedelta(days=math.ceil(row.until_day)), locale)
            lines.append(say("plan-ics-care-until", instruction=instruction, day=until))
        used += row.source_ids
    if used:
        lines.append(
            say("plan-ics-sources", sources="; ".join(_source(evidence, name) for name in dict.fromkeys(used)))
        )
    lines.append(say("plan-ics-disclaimer"))
    return tuple(lines)


def _signs(evidence: Evidence, plan: Plan, option: OptionPlan, step: Visit, locale: str, clinic: Clinic) -> list[str]:
    """The signs that cannot wait, on the dates after this visit, and whom to ring."""
    found = afterwards(evidence, option.treatment.treatment_id, plan.concern.concern_id).urgent
    lines = [say("plan-ics-ring", name=clinic.name, phone=clinic.contact.phone)] if clinic.contact.phone else []
    if found:
        lines.append(say("plan-ics-signs"))
        lines += [
            say("plan-ics-signs-line", action=say(f"after-title-{sign.action}"), sign=sign.line(step.day, locale))
            for sign in found
        ]
        lines.append(say("plan-ics-signs-all"))
    return lines


def _source(evidence: Evidence, source_id: str) -> str:
    source = evidence.sources[source_id]
    year = f" ({number(source.year)})" if source.year else ""
    return f"{source.title}{year}, {source.link}"
