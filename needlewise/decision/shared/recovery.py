"""What an option's recovery comes to: each measure and milestone under its own name, the same on every page.

Vocabulary
    days off    days until work and normal life
    it shows    days until redness, swelling, crusts, peeling and bruises are gone
    sore        days of soreness, of those who are sore at all

Days off and days it shows are two measures; they never share a bar, a sum or a heading.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from needlewise.decision.shared.figure import Figure
from needlewise.decision.shared.phrases import basis_note, days_text, span_days
from needlewise.evidence.model.rows import Concern
from needlewise.evidence.model.store import Evidence
from needlewise.evidence.model.vocabulary import Milestone
from needlewise.evidence.rules.ranges import Range
from needlewise.evidence.rules.recovery import SoreShare, elsewhere, milestone, sore_share, visible
from needlewise.evidence.sentences.statements import in_sentence, of_100
from needlewise.words import number, say, thousands

LineName = Literal["off", "shows", "sore", "makeup", "exercise", "sun", "settled"]

_LINES: dict[str, tuple[LineName, ...]] = {
    "skin": ("off", "shows", "makeup", "exercise", "sun", "settled"),
    "pain": ("sore", "off", "exercise"),
}
_MILESTONES: dict[LineName, Milestone] = {
    "off": "back_to_work",
    "sore": "soreness_gone",
    "makeup": "makeup_ok",
    "exercise": "exercise_ok",
    "sun": "sun_ok",
    "settled": "fully_settled",
}


@dataclass(frozen=True)
class RecoveryLine:
    """One measure or milestone after one visit of one option.

    `days` is None where no source gives a day at this place on the body; `figure` says so in words, with what is known
    of another place.
    """

    name: LineName
    days: Range | None
    figure: Figure


def line_names(group: str) -> tuple[LineName, ...]:
    """The lines of a group of concerns, in their order: the measure that the table of options opens with first."""
    return _LINES[group]


def recovery_lines(evidence: Evidence, concern: Concern, treatment_id: str) -> tuple[RecoveryLine, ...]:
    """Every line of one option, in the order of `line_names`."""
    return _told_apart(tuple(_line(evidence, concern, treatment_id, name) for name in line_names(concern.group)))


def _told_apart(lines: tuple[RecoveryLine, ...]) -> tuple[RecoveryLine, ...]:
    """Where the days off are longer than the days it shows, because other sources tell them, that is said."""
    off, shows = named(lines, "off"), named(lines, "shows")
    if off is None or shows is None or off.days is None or shows.days is None:
        return lines
    if off.days.typical <= shows.days.typical:
        return lines
    note = " · ".join(part for part in (off.figure.note, say(f"recovery-apart-{off.days.basis}")) if part)
    told = replace(off, figure=replace(off.figure, note=note))
    return tuple(told if item is off else item for item in lines)


def _line(evidence: Evidence, concern: Concern, treatment_id: str, name: LineName) -> RecoveryLine:
    if name == "shows":
        found = visible(evidence, treatment_id, concern.concern_id)
    else:
        found = milestone(evidence, treatment_id, _MILESTONES[name], concern.concern_id)
    if found is None:
        return RecoveryLine(name, None, _not_known(evidence, concern, treatment_id, name))
    notes, refs = [basis_note(found)], found.refs
    if name == "sore" and found.high:
        share = sore_share(evidence, found, concern.concern_id)
        notes.insert(0, share_words(share))
        refs += () if share is None else share.refs
    return RecoveryLine(
        name, found, Figure(days_words(found), " · ".join(note for note in notes if note), refs, "downtime")
    )


def days_words(found: Range) -> str:
    """Usual to longest reported; `within 7 days` where only the longest is known."""
    return say("compare-within", days=days_text(found.high, found.high)) if found.ceiling else span_days(found)


def _not_known(evidence: Evidence, concern: Concern, treatment_id: str, name: LineName) -> Figure:
    if name == "shows":
        return Figure(say("cell-unknown"), known=False)
    other = elsewhere(evidence, treatment_id, _MILESTONES[name], concern.concern_id)
    if other is None:
        return Figure(say("cell-unknown"), known=False)
    note = say("recovery-elsewhere", site=other.site, days=days_words(other.days))
    return Figure(say("cell-unknown"), note, other.days.refs, "downtime", known=False)


def share_words(share: SoreShare | None) -> str:
    """How many people are sore at all, with how many were asked; that nobody counted it where nobody did."""
    if share is None:
        return say("sore-share-unknown")
    if len(share.rows) > 1:
        low, typical, high = of_100(share.low), of_100(share.typical), of_100(share.high)
        return say("sore-share-many", low=low, typical=typical, high=high, studies=len(share.rows))
    (row,) = share.rows
    if share.few and row.events is not None:
        return say("sore-share-few", events=number(row.events), people=thousands(row.n or 0))
    return say("sore-share-asked", rate=of_100(share.typical), people=thousands(row.n or 0))


def named(lines: tuple[RecoveryLine, ...], name: LineName) -> RecoveryLine | None:
    """The line of this name; None where the group of concerns has none."""
    return next((item for item in lines if item.name == name), None)


def line_text(lines: tuple[RecoveryLine, ...], name: LineName) -> str:
    """`shows for 3, up to 7 days`, for the note of another figure; empty where it is not known."""
    found = named(lines, name)
    if found is None or found.days is None:
        return ""
    return say(f"recovery-in-note-{name}", days=in_sentence(found.figure.text))
