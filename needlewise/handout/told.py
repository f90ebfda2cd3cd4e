"""What a person told, as a calendar file says it: what speaks against a visit, and what to leave out around it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from needlewise.decision.suitability import Advice
from needlewise.decision.suitability_words import stop_lines, told_of, wait_words
from needlewise.words import dates, say


@dataclass(frozen=True)
class PauseDays:
    """Something to leave out around one visit: from the `first` day without it to the `last`.

    The longest that sources ask for on each side; the text says the shortest too, and that it is to be asked.
    """

    title: str
    text: str
    first: date
    last: date


def stop_notes(advice: Advice | None, locale: str) -> tuple[str, ...]:
    """Why a visit is not to be had now, or from which day, or what to ask first; the first lines of its note."""
    if advice is None:
        return ()
    if advice.told.answer == "ask_first":
        asked = (reason for reason in advice.told.reasons if reason.answer == "ask_first")
        return tuple(say("plan-ics-ask", name=told_of(reason, locale), text=reason.words) for reason in asked)
    return tuple(
        say("plan-ics-stop", text=line.why)
        if advice.told.until is None
        else say("plan-ics-not-before", day=dates.day(advice.told.until, locale), text=line.why)
        for line in stop_lines((advice,), locale)
    )


def pauses(advice: Advice | None, visit: date, locale: str) -> tuple[PauseDays, ...]:
    """What to leave out around a visit, by what was told."""
    found = []
    for reason in () if advice is None else advice.told.reasons:
        if reason.pause is None:
            continue
        name = told_of(reason, locale)
        found.append(
            PauseDays(
                say("plan-ics-pause-title", name=name),
                wait_words(reason, locale),
                visit - timedelta(days=reason.pause.before[1]),
                visit + timedelta(days=reason.pause.after[1]),
            )
        )
    return tuple(found)
