"""When results show and how long they last."""

from __future__ import annotations

from needlewise.decision.shared.figure import Figure
from needlewise.decision.shared.phrases import weeks_text
from needlewise.evidence.model.rows import Protocol
from needlewise.evidence.rules.course import Course
from needlewise.words import say


def results_figure(found: Course | None) -> Figure:
    """When results show (weeks as days, weeks or months), with how long they last as its note."""
    if found is None or (found.weeks_to_result is None and not found.followed):
        return Figure(say("figure-unknown"), say("figure-unknown-why"), known=False, rule="results")
    last = lasting(found)
    if found.weeks_to_result is None:
        return Figure(say("figure-unknown"), last.text, last.refs, "results", known=False)
    when = found.weeks_to_result
    return Figure(weeks_text(when.low, when.high), last.text, (*when.refs, *last.refs), "results")


def lasting(found: Course) -> Figure:
    """Whether the result was still there: what the longest follow-up that says so found, and one that found otherwise.

    Only where none says so, how long people were followed at all.
    """

    def words(row: Protocol) -> str:
        weeks = row.followed_weeks or 0
        if not weeks and row.lasting is None:
            return say("figure-followed-to-end")
        when = weeks_text(weeks, weeks) if weeks else say("figure-followed-end")
        return say(f"figure-followed-{row.lasting or 'unknown'}", time=when)

    if not found.followed:
        return Figure(say("figure-followed-none"), rule="results", known=False)
    told = [row for row in found.followed if row.lasting] or [found.followed[0]]
    first = told[0]
    other = next((row for row in told if row.lasting != first.lasting), None)
    text, shown = words(first), [first]
    if other is not None:
        text, shown = say("figure-followed-other", first=text, other=words(other)), [first, other]
    return Figure(text, refs=tuple(f"protocols:{row.protocol_id}" for row in shown), rule="results")
