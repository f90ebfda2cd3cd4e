"""One option's plan as a calendar file (iCalendar, RFC 5545): each visit a tentative entry, aftercare as its note.

Entries are whole days, which have no time zone and so no daylight saving to get wrong. Where the visitor names a time
they
are entries in the visitor's zone, whose rules travel in the file. An entry keeps its UID when the plan changes, so
reading
a newer file in moves the entries instead of doubling them. UIDs are hashes: nobody reads a concern out of one.
"""

from __future__ import annotations

import math
import uuid
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event

from needlewise import __version__
from needlewise.decision.plan.build import rests_on
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


def _uid(plan: Plan, option: OptionPlan, entry: str) -> str:
    return f"{uuid.uuid5(_NAMESPACE, f'{plan.concern.concern_id}/{option.treatment.treatment_id}/{entry}')}@needlewise"


def calendar_file(  # noqa: PLR0913 -- each is another thing that a note tells
    evidence: Evidence,
    plan: Plan,
    option: OptionPlan,
    made: datetime,
    *,
    at: time | None = None,
    locale: str = dates.FALLBACK,
    link: str = "",
    advice: Advice | None = None,
) -> bytes:
    """The file of one option, UTF-8 with CRLF line ends.

    Args:
        evidence: where the titles of the sources come from.
        plan: the page's plan.
        option: one of its options with planned visits.
        made: when the file is made, with its zone; it stands in each entry as DTSTAMP, in UTC.
        at: usual time of a visit with its zone (`time(9, tzinfo=ZoneInfo("Europe/Zurich"))`); None makes whole-day
            entries.
        link: where what has changed since can be seen; it stands in every note, with the version, where it is given.
        advice: what a person told means for the option: what speaks against it, and what to leave out around a visit.
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
    for step in option.steps:
        calendar.add_component(
            _visit(
                step,
                option,
                _uid(plan, option, f"visit-{step.number}"),
                stamp,
                at,
                (
                    *told.stop_notes(advice, locale),
                    *notes(evidence, plan, option, step, locale),
                    *_version(evidence, link, locale),
                ),
            )
        )
        for place, pause in enumerate(told.pauses(advice, step.day, locale), 1):
            calendar.add_component(_pause(pause, _uid(plan, option, f"pause-{step.number}-{place}"), stamp))
    if option.result is not None:
        calendar.add_component(_result(plan, option, option.result, stamp, locale))
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


def _visit(
    step: Visit, option: OptionPlan, uid: str, stamp: datetime, at: time | None, lines: tuple[str, ...]
) -> Event:
    event = Event()
    event.add("uid", uid)
    event.add("dtstamp", stamp)
    event.add(
        "summary", say("plan-ics-visit", treatment=option.treatment.name, number=step.number, count=len(option.steps))
    )
    if at is None:
        _whole_day(event, step.day)
    else:
        begins = datetime.combine(step.day, at)
        minutes = _LENGTH_UNKNOWN if option.chair is None else math.ceil(option.chair.visit.high)
        event.add("dtstart", begins)
        event.add("duration", timedelta(minutes=minutes))
    event.add("status", "TENTATIVE")
    event.add("transp", "TRANSPARENT" if at is None else "OPAQUE")
    event.add("description", "\n".join(lines))
    return event


def _result(plan: Plan, option: OptionPlan, found: ResultWindow, stamp: datetime, locale: str) -> Event:
    event = Event()
    event.add("uid", _uid(plan, option, "result"))
    event.add("dtstamp", stamp)
    event.add("summary", say("plan-ics-result", treatment=option.treatment.name))
    _whole_day(event, found.usual)
    event.add("status", "TENTATIVE")
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


def _pause(pause: told.PauseDays, uid: str, stamp: datetime) -> Event:
    """What to leave out around a visit: whole days from the first without it to the last."""
    event = Event()
    event.add("uid", uid)
    event.add("dtstamp", stamp)
    event.add("summary", pause.title)
    event.add("dtstart", pause.first)
    event.add("dtend", pause.again)
    event.add("status", "TENTATIVE")
    event.add("transp", "TRANSPARENT")
    event.add("description", f"{pause.text}\n{say('plan-ics-disclaimer')}")
    return event


def _whole_day(event: Event, day: date) -> None:
    event.add("dtstart", day)
    # The end of a whole-day entry is the day after (RFC 5545, 3.6.1).
    event.add("dtend", day + timedelta(days=1))


def notes(
    evidence: Evidence, plan: Plan, option: OptionPlan, step: Visit, locale: str = dates.FALLBACK
) -> tuple[str, ...]:
    """The lines of a visit's note: what it is, recovery, what to do afterwards, and whose words these are."""
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


def _source(evidence: Evidence, source_id: str) -> str:
    source = evidence.sources[source_id]
    year = f" ({number(source.year)})" if source.year else ""
    return f"{source.title}{year}, {source.link}"
