"""How several rows become one figure: sessions, spacing, time to result, days of recovery, rates of harm.

One rule everywhere: the strongest basis that has a figure speaks alone; typical is the middle of the typical values,
and the range runs from the lowest low to the highest high. Where only clinic sheets exist the figure is kept and
called "typical clinic advice". A row that nobody has checked against its source never speaks: without another, the
figure is not known.
"""

from __future__ import annotations

import statistics
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal, TypeVar

from needlewise.evidence.load import Evidence
from needlewise.evidence.rows import Appointment, Cost, Milestone, Protocol, Recovery, Risk
from needlewise.words import round_half_up

Basis = Literal["studies", "advice", "clinics"]


@dataclass(frozen=True)
class Range:
    """A typical value between a low and a high, what it rests on, and the rows it came from (`table:row_id`).

    `ceiling` marks a figure of which only the highest value is known ("gone within a week"). `once` marks days that come
    only at the start of a course, not after every visit.
    """

    low: float
    typical: float
    high: float
    basis: Basis
    refs: tuple[str, ...]
    ceiling: bool = False
    once: bool = False

    def times(self, other: Range) -> Range:
        """Both multiplied, end by end (sessions x days). The weaker basis of the two is kept.

        Days that come only at the start of a course (`once`) are counted once, however many visits there are.
        """
        strength: tuple[Basis, ...] = ("studies", "advice", "clinics")
        basis = max(self.basis, other.basis, key=strength.index)
        refs = (*self.refs, *other.refs)
        for days in (self, other):
            if days.once:
                return Range(days.low, days.typical, days.high, basis, refs, once=True)
        return Range(self.low * other.low, self.typical * other.typical, self.high * other.high, basis, refs)


@dataclass(frozen=True)
class Course:
    """A usual course: visits (a number of them), weeks between visits, weeks until results show, and how long they were followed.

    Attributes:
        visits: visits to a practitioner; None when no source gives a number.
        home_sessions: sessions done at home (exercise, creams); None when there are none.
        interval_weeks: weeks between visits.
        weeks_to_result: weeks from the first visit until results were measured.
        followed: the protocol rows with the longest follow-up after the last visit, longest first.
    """

    visits: Range | None
    home_sessions: Range | None
    interval_weeks: Range | None
    weeks_to_result: Range | None
    followed: tuple[Protocol, ...]

    @property
    def visit_refs(self) -> tuple[str, ...]:
        """The rows behind the number of visits and their spacing, each once."""
        found = [part for part in (self.visits, self.interval_weeks) if part is not None]
        return tuple(dict.fromkeys(ref for part in found for ref in part.refs))


def _middle(low: float | None, typical: float | None, high: float | None) -> float:
    if typical is not None:
        return typical
    known = [value for value in (low, high) if value is not None]
    return sum(known) / len(known)


def _combine(
    triples: Sequence[tuple[float | None, float | None, float | None, str]], basis: Basis, *, whole: bool
) -> Range | None:
    """Middle of the typical values (midpoint of a row's range where it names none), lowest low, highest high."""
    known = [triple for triple in triples if any(value is not None for value in triple[:3])]
    if not known:
        return None
    typical = float(statistics.median(_middle(*triple[:3]) for triple in known))
    values = [value for triple in known for value in triple[:3] if value is not None]
    if whole:
        typical = round_half_up(typical)
    return Range(min([*values, typical]), typical, max([*values, typical]), basis, tuple(triple[3] for triple in known))


_RowT = TypeVar("_RowT", Protocol, Recovery)


def _strongest(rows: Iterable[_RowT], order: Sequence[tuple[Basis, tuple[str, ...]]]) -> tuple[Basis, list[_RowT]]:
    rows = list(rows)
    for basis, kinds in order:
        found = [row for row in rows if row.basis in kinds]
        if found:
            return basis, found
    return order[-1][0], []


_PROTOCOL_ORDER: tuple[tuple[Basis, tuple[str, ...]], ...] = (
    ("studies", ("trial_protocols", "guideline", "consensus")),
    ("advice", ("patient_information",)),
)
_RECOVERY_ORDER: tuple[tuple[Basis, tuple[str, ...]], ...] = (
    ("studies", ("measured",)),
    ("advice", ("advice",)),
    ("clinics", ("weak",)),
)


def _protocol_range(rows: Iterable[Protocol], part: str, *, whole: bool) -> Range | None:
    with_figure = [
        row
        for row in rows
        if any(getattr(row, f"{part}{end}", None) is not None for end in ("_low", "_typical", "_high"))
    ]
    singles = [row for row in with_figure if row.kind == "single"]
    basis, found = _strongest(singles or with_figure, _PROTOCOL_ORDER)
    triples = [
        (
            getattr(row, f"{part}_low"),
            getattr(row, f"{part}_typical", None),
            getattr(row, f"{part}_high"),
            f"protocols:{row.protocol_id}",
        )
        for row in found
    ]
    return _combine(triples, basis, whole=whole)


def course(evidence: Evidence, concern_id: str, treatment_id: str) -> Course | None:
    """The usual course of one treatment for one concern; None when no source describes one.

    Rows that repeat another and rows nobody has checked are left out. Our own summary rows are used only where no single source gives the figure,
    so that no trial counts twice. Home sessions are kept apart from visits.
    """
    rows = [
        row
        for row in evidence.protocols.values()
        if row.concern_id == concern_id and row.treatment_id == treatment_id and not row.duplicate_of and row.checked
    ]
    if not rows:
        return None
    clinic = [row for row in rows if not row.home_based]
    home = [row for row in rows if row.home_based]
    followed = sorted(
        (row for row in rows if row.followed_weeks is not None),
        key=lambda row: (-(row.followed_weeks or 0), row.protocol_id),
    )
    return Course(
        visits=_protocol_range(clinic, "sessions", whole=True),
        home_sessions=_protocol_range(home, "sessions", whole=True),
        interval_weeks=_protocol_range(clinic, "interval_weeks", whole=False),
        weeks_to_result=_protocol_range(rows, "weeks_to_result", whole=False),
        followed=tuple(followed),
    )


def milestone(evidence: Evidence, treatment_id: str, name: Milestone) -> Range | None:
    """Days from treatment until one milestone; None when no source gives a day.

    Rows that hold for the first visits only speak where no row holds for every visit.
    """
    rows = [
        row
        for row in evidence.recovery.values()
        if row.treatment_id == treatment_id
        and row.milestone == name
        and row.direct
        and not row.duplicate_of
        and row.checked
        and row.has_days
    ]
    every = [row for row in rows if not row.first_visits_only]
    basis, found = _strongest(every or rows, _RECOVERY_ORDER)
    # A row that names only a ceiling ("gone within 7 days") widens the range but has no typical day of its own,
    # so it decides the typical value only when nothing else does.
    with_typical = [row for row in found if row.day_typical is not None or row.day_low is not None]
    triples = [(row.day_low, row.day_typical, row.day_high, f"recovery:{row.recovery_id}") for row in found]
    result = _combine(triples, basis, whole=False)
    if result is None:
        return None
    typical = result.typical
    if with_typical:
        typical = float(statistics.median(_middle(row.day_low, row.day_typical, row.day_high) for row in with_typical))
    low, typical, high = (_whole_days(days) for days in (result.low, typical, result.high))
    return Range(low, typical, high, basis, result.refs, ceiling=not with_typical, once=not every)


def _whole_days(days: float) -> float:
    """Whole days from one day on, as they are shown, so that visits x days on the screen make the days in all beside them."""
    return days if days < 1 else round_half_up(days)


@dataclass(frozen=True)
class Downtime:
    """Days each visit takes out of normal life, and what was counted: `back_to_work`, `visible` or `soreness`."""

    days: Range
    counted: Literal["back_to_work", "visible", "soreness"]


def visible(evidence: Evidence, treatment_id: str) -> Range | None:
    """Days a treatment still shows on the skin: until redness, swelling, crusts and peeling are all gone (`milestones.csv`).

    The sign that usually goes last need not be the one that can last longest, so each end is the latest of its kind among
    the signs. Signs that only clinics describe count only when nothing better is known. One known only as a ceiling
    ("gone within a week") has no usual day; it counts for the longest day, and for all when nothing else is known.
    """
    shown = [step.milestone_id for step in evidence.milestones.values() if step.shows]
    signs = [found for name in shown if (found := milestone(evidence, treatment_id, name)) is not None]
    signs = [found for found in signs if found.basis != "clinics"] or signs
    if not signs:
        return None
    usual = [found for found in signs if not found.ceiling] or signs
    strength: tuple[Basis, ...] = ("studies", "advice", "clinics")
    return Range(
        max(found.low for found in usual),
        max(found.typical for found in usual),
        max(found.high for found in signs),
        max((found.basis for found in signs), key=strength.index),
        tuple(dict.fromkeys(ref for found in signs for ref in found.refs)),
        ceiling=all(found.ceiling for found in signs),
    )


def downtime(evidence: Evidence, treatment_id: str, group: str) -> Downtime | None:
    """Days of downtime after one visit: the same question for every option of a concern.

    Skin: days until back to normal life (`back_to_work`), marked where only clinics say so; where no source names a
    day, the days it shows. Pain: days of soreness. That is not time off work, and the screen says so.
    """
    if group == "pain":
        sore = milestone(evidence, treatment_id, "soreness_gone")
        return None if sore is None else Downtime(sore, "soreness")
    work = milestone(evidence, treatment_id, "back_to_work")
    if work is not None:
        return Downtime(work, "back_to_work")
    shown = visible(evidence, treatment_id)
    return None if shown is None else Downtime(shown, "visible")


def appointment(evidence: Evidence, treatment_id: str) -> Appointment | None:
    """What one visit is like; None when no source says, or when nobody has checked what it says."""
    row = evidence.appointment.get(treatment_id)
    return row if row is not None and row.checked else None


def fees(evidence: Evidence, treatment_id: str) -> tuple[Cost, ...]:
    """Published fees of a treatment that give an amount and were checked; most rest on a single article and say so."""
    return tuple(
        row for row in evidence.costs.values() if row.treatment_id == treatment_id and row.checked and row.amounts
    )


def lexicon_word(evidence: Evidence, days: float) -> Literal["none", "minimal", "moderate", "significant"]:
    """The downtime word for a number of days to normal life (lexicon of the Aesthetic Society's energy-based therapies committee).

    Limits in days from `thresholds.csv`: under 1 `essentially none`, up to 3 `minimal`, up to 7 `moderate`, beyond `significant`.
    """
    if days < evidence.threshold("downtime_minimal"):
        return "none"
    if days <= evidence.threshold("downtime_moderate"):
        return "minimal"
    return "moderate" if days <= evidence.threshold("downtime_significant") else "significant"


@dataclass(frozen=True)
class Rate:
    """How often one harm happened, per 100: the lowest and highest rate among the studies, and the people behind them."""

    harm: str
    low: float
    high: float
    per: Literal["person", "session", "unknown"]
    people: int | None
    rows: tuple[Risk, ...]
    elsewhere: tuple[str, ...] = ()
    """The concerns it was seen in, where no study was of the concern asked about or of people in general."""

    @property
    def refs(self) -> tuple[str, ...]:
        """The rows the rate was made from, as `table:row_id`."""
        return tuple(f"risks:{row.risk_id}" for row in self.rows)


def over_course(found: Rate, visits: Range) -> tuple[float, float]:
    """A rate per visit as people of 100 over a whole course: at least the rate, at most the rate times the visits.

    At least, if it is the same people each time; at most, if it is others each time (docs/priorities.md, Harm). Never more
    than 100.
    """
    return found.low, min(100.0, found.high * max(1.0, visits.high))


def can_happen(evidence: Evidence, concern_id: str, harm: str) -> bool:
    """Whether a harm can come of treating a concern at all: a collapsed lung only where a needle comes near the lungs."""
    return evidence.concerns[concern_id].near_lungs or not evidence.harms[harm].near_lungs


def tone_harms(evidence: Evidence) -> tuple[str, ...]:
    """The harms whose rate depends on the skin tone (dark marks, pale marks), in the order of `harms.csv`."""
    return tuple(row.harm_id for row in evidence.harms.values() if row.skin_tone)


def rates(evidence: Evidence, treatment_id: str, concern_id: str) -> tuple[Rate, ...]:
    """The rates of each harm of a treatment, most frequent first.

    Only real rates of this very treatment, checked, no repeats, no worst-case ceilings; weak sources only where nothing
    better exists. Rates from people who were asked are never mixed with what practitioners wrote down (asking finds many times
    more): the asked ones speak where there are any. Then studies of this concern (or of people in general) before
    studies of other concerns or of several at once, which are named in `elsewhere`; sums of all harms are not borrowed. A harm that cannot come of treating this concern has no rate. Rates per person and per session are never mixed either: the one with more rows speaks, per
    person on a tie.
    """
    rows = [
        row
        for row in evidence.risks.values()
        if row.treatment_id == treatment_id
        and row.relation == "absolute"
        and row.per_100 is not None
        and row.direct
        and not row.duplicate_of
        and row.checked
        and can_happen(evidence, concern_id, row.harm)
    ]
    found: list[Rate] = []
    for harm in dict.fromkeys(row.harm for row in rows):
        mine = [row for row in rows if row.harm == harm]
        mine = [row for row in mine if not row.weak] or mine
        mine = [row for row in mine if row.how_asked == "asked"] or mine
        own = [row for row in mine if row.concern_id in ("", concern_id) and not row.mixed_group]
        # What it counts depends on what was treated or on what else was asked, so it is never borrowed.
        if not own and evidence.harms[harm].own_concern:
            continue
        mine = own or mine
        chosen = max(([row for row in mine if row.per == unit] for unit in ("person", "session", "unknown")), key=len)
        values = [row.per_100 for row in chosen if row.per_100 is not None]
        people = sum(row.n for row in chosen if row.n is not None)
        elsewhere = () if own else tuple(dict.fromkeys(row.concern_id for row in chosen))
        found.append(Rate(harm, min(values), max(values), chosen[0].per, people or None, tuple(chosen), elsewhere))
    return tuple(sorted(found, key=lambda rate: (-rate.high, rate.harm)))
