"""Days of recovery after one visit: until one milestone, until nothing shows, until normal life; and over a course.

Days off and days it shows are two measures with two names; they are never added and never stand in for each other.
"""

from __future__ import annotations

import statistics
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from needlewise.evidence.model.rows import Recovery, Risk
from needlewise.evidence.model.store import Evidence
from needlewise.evidence.model.vocabulary import Milestone
from needlewise.evidence.rules.ranges import Basis, Range, combine, middle, strongest, weakest
from needlewise.words import round_half_up

_RECOVERY_ORDER: tuple[tuple[Basis, tuple[str, ...]], ...] = (
    ("studies", ("measured",)),
    ("advice", ("advice",)),
    ("clinics", ("weak",)),
)


def milestone(evidence: Evidence, treatment_id: str, name: Milestone, concern_id: str) -> Range | None:
    """Days from treatment until one milestone, at the place this concern is about; None when no source gives a day.

    Rows that hold for the first visits only speak where no row holds for every visit.
    """
    return _combined(row for row in _rows(evidence, treatment_id, name) if _holds(row, concern_id))


@dataclass(frozen=True)
class Elsewhere:
    """Days that are only known for another place on the body, and the place in the words of the table."""

    days: Range
    site: str


def elsewhere(evidence: Evidence, treatment_id: str, name: Milestone, concern_id: str) -> Elsewhere | None:
    """What is known of a milestone for another place on the body, where nothing is known for this one.

    It is told beside "not known", and it never enters a sum.
    """
    rows = _rows(evidence, treatment_id, name)
    if any(_holds(row, concern_id) for row in rows):
        return None
    found = _combined(rows)
    if found is None:
        return None
    sites = dict.fromkeys(evidence.recovery[ref.partition(":")[2]].site for ref in found.refs)
    return Elsewhere(found, "; ".join(sites))


def _rows(evidence: Evidence, treatment_id: str, name: Milestone) -> list[Recovery]:
    return [
        row
        for row in evidence.about(treatment_id).recovery_until(name)
        if row.direct and not row.duplicate_of and row.checked and row.has_days
    ]


def _holds(row: Recovery, concern_id: str) -> bool:
    """Whether a row's place on the body is that of the concern; a row without a place holds anywhere."""
    return not row.concern_ids or concern_id in row.concern_ids


def _combined(found_rows: Iterable[Recovery]) -> Range | None:
    rows = list(found_rows)
    every = [row for row in rows if not row.first_visits_only]
    basis, found = strongest(every or rows, _RECOVERY_ORDER)
    # A row that names only a ceiling ("gone within 7 days") widens the range but has no typical day of its own,
    # so it decides the typical value only when nothing else does.
    with_typical = [row for row in found if row.day_typical is not None or row.day_low is not None]
    triples = [(row.day_low, row.day_typical, row.day_high, f"recovery:{row.recovery_id}") for row in found]
    result = combine(triples, basis, whole=False)
    if result is None:
        return None
    typical = result.typical
    if with_typical:
        typical = float(statistics.median(middle(row.day_low, row.day_typical, row.day_high) for row in with_typical))
    low, typical, high = (_whole_days(days) for days in (result.low, typical, result.high))
    single = len({name for row in found for name in row.source_ids}) == 1
    return Range(low, typical, high, basis, result.refs, ceiling=not with_typical, once=not every, single=single)


def _whole_days(days: float) -> float:
    """Whole days from one day on, as they are shown, so that visits x days make the days in all beside them."""
    return days if days < 1 else round_half_up(days)


@dataclass(frozen=True)
class Downtime:
    """Days after each visit, and what they are.

    `back_to_work` are days off: until work and normal life. `soreness` are days of those who are sore; `share` is how
    many are, None where nobody counted it at the place of the concern.
    """

    days: Range
    counted: Literal["back_to_work", "soreness"]
    share: SoreShare | None = None


@dataclass(frozen=True)
class SoreShare:
    """How many people of 100 are sore at all after a visit.

    Attributes:
        low, typical, high: the lowest, the middle and the highest of the studies, people of 100.
        rows: the risks that count it.
        few: True where it rests on one study of fewer people than `thresholds:people_very_few`.
    """

    low: float
    typical: float
    high: float
    rows: tuple[Risk, ...]
    few: bool

    @property
    def refs(self) -> tuple[str, ...]:
        """The rows behind it, as `table:row_id`."""
        return tuple(f"risks:{row.risk_id}" for row in self.rows)

    @property
    def people(self) -> int:
        """All that were asked."""
        return sum(row.n or 0 for row in self.rows)


def sore_share(evidence: Evidence, days: Range, concern_id: str) -> SoreShare | None:
    """How many people are sore at all, by the risks that the rows of these days name; None where none was counted here.

    A share counted at one place on the body says nothing of another (`share_concern_ids`); a share of nobody knows how
    many is not told alone; beside a counted one it is, so that the lowest does not speak for all.
    """
    rows = [evidence.recovery[ref.partition(":")[2]] for ref in days.refs]
    names = dict.fromkeys(
        name
        for row in rows
        if not row.share_concern_ids or concern_id in row.share_concern_ids
        for name in row.share_refs
    )
    risks = tuple(risk for risk in map(evidence.risks.__getitem__, names) if risk.checked)
    shares = [risk.per_100 for risk in risks if risk.per_100 is not None]
    if not shares or not any(risk.n for risk in risks):
        return None
    few = len(risks) == 1 and (risks[0].n or 0) < evidence.threshold("people_very_few")
    return SoreShare(min(shares), float(statistics.median(shares)), max(shares), risks, few)


def over_course(visits: Range, after: Downtime) -> Range | None:
    """Days over a whole course, end by end; None where they would be a sum of unlike things.

    Days off: visits x days after each. Sore days: visits x days of the sore x the share who are sore, so days of the
    average person; without that share there is no sum, unless nobody is sore at all.
    """
    whole = visits.times(after.days)
    if after.counted == "back_to_work" or after.days.high == 0:
        return whole
    if after.share is None:
        return None
    low, typical, high = (
        days * share / 100
        for days, share in (
            (whole.low, after.share.low),
            (whole.typical, after.share.typical),
            (whole.high, after.share.high),
        )
    )
    return Range(low, typical, high, whole.basis, (*whole.refs, *after.share.refs), once=whole.once)


def visible(evidence: Evidence, treatment_id: str, concern_id: str) -> Range | None:
    """Days a treatment still shows on the skin.

    Until redness, swelling, crusts, peeling and bruises are all gone (`milestones.csv`).

    The sign that usually goes last need not be the one that can last longest, so each end is the latest of its kind
    among
    the signs. Signs that only clinics describe count only when nothing better is known. One known only as a ceiling
    ("gone within a week") has no usual day; it counts for the longest day, and for all when nothing else is known.
    """
    shown = [step.milestone_id for step in evidence.milestones.values() if step.shows]
    signs = [found for name in shown if (found := milestone(evidence, treatment_id, name, concern_id)) is not None]
    signs = [found for found in signs if found.basis != "clinics"] or signs
    if not signs:
        return None
    usual = [found for found in signs if not found.ceiling] or signs
    refs = tuple(dict.fromkeys(ref for found in signs for ref in found.refs))
    sources = {name for ref in refs for name in evidence.source_ids(ref)}
    return Range(
        max(found.low for found in usual),
        max(found.typical for found in usual),
        max(found.high for found in signs),
        weakest(found.basis for found in signs),
        refs,
        ceiling=all(found.ceiling for found in signs),
        single=len(sources) == 1,
    )


def downtime(evidence: Evidence, treatment_id: str, group: str, concern_id: str) -> Downtime | None:
    """Days after one visit: the same question for every option of a concern.

    Skin: days off, until work and normal life (`back_to_work`). The days it shows are another measure, and never stand
    in for them. Pain: days of soreness. That is not time off work, and the screen says so.
    """
    if group == "pain":
        sore = milestone(evidence, treatment_id, "soreness_gone", concern_id)
        return None if sore is None else Downtime(sore, "soreness", sore_share(evidence, sore, concern_id))
    work = milestone(evidence, treatment_id, "back_to_work", concern_id)
    return None if work is None else Downtime(work, "back_to_work")


def lexicon_word(evidence: Evidence, days: float) -> Literal["none", "minimal", "moderate", "significant"]:
    """The downtime word for days to normal life, after the Aesthetic Society's lexicon for energy-based therapies.

    Limits in days from `thresholds.csv`: under 1 `essentially none`, up to 3 `minimal`, up to 7 `moderate`, beyond
    `significant`.
    """
    if days < evidence.threshold("downtime_minimal"):
        return "none"
    if days <= evidence.threshold("downtime_moderate"):
        return "minimal"
    return "moderate" if days <= evidence.threshold("downtime_significant") else "significant"
