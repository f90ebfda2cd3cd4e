"""How often each harm of a treatment happens: who was counted, in what unit, and how sure that is.

Vocabulary
    count   a number of people, visits or other things; it never goes anywhere without its unit
    cohort  one group of people who were counted; whatever was written of them, they are counted once
    rate    all cohorts that speak for one harm of one treatment in one unit
"""

from __future__ import annotations

import math
import statistics
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from needlewise.evidence.model.rows import Risk
from needlewise.evidence.model.store import Evidence
from needlewise.evidence.model.vocabulary import Unit
from needlewise.evidence.rules.certainty import LEVELS, Rating, Reason

# From three cohorts on a middle is told: of two, the middle is a figure that nobody counted.
MIDDLE_FROM = 3

# 95 of 100 intervals (Wilson score; Wilson, Journal of the American Statistical Association 1927;22:209).
_Z = 1.96


@dataclass(frozen=True)
class Count:
    """A number of what was counted. Two counts of different things cannot be added."""

    amount: int
    unit: Unit

    def __add__(self, other: Count) -> Count:
        """The sum.

        Raises:
            ValueError: for counts of different things.
        """
        if other.unit != self.unit:
            raise ValueError(f"{self.unit} and {other.unit} cannot be added")
        return Count(self.amount + other.amount, self.unit)


def counted(row: Risk) -> int:
    """How many were counted; nought where nobody knows.

    As printed, else worked out where the source prints both how many had it and how many of 100 that is.
    """
    return row.n or (round(row.events * 100 / row.per_100) if row.events and row.per_100 else 0)


@dataclass(frozen=True)
class Cohort:
    """One group that was counted. `row` speaks; `others` tell of the same people at another time or of a part."""

    row: Risk
    others: tuple[Risk, ...] = ()

    @property
    def per_100(self) -> float:
        """Its rate of 100."""
        return self.row.per_100 or 0.0

    @property
    def total(self) -> Count:
        """How many were counted."""
        return Count(counted(self.row), self.row.per)

    @property
    def worked_out(self) -> bool:
        """True where the source does not print how many were counted: `counted` follows from what it prints."""
        return not self.row.n

    @property
    def events(self) -> int | None:
        """How many had it: as printed, else the only whole number that gives the printed rate; None without one."""
        if self.row.events is not None or not self.row.n:
            return self.row.events
        half = 0.5 if self.per_100 == round(self.per_100) else 0.05
        low, high = ((self.per_100 + end * half) * self.row.n / 100 for end in (-1, 1))
        fits = range(max(math.ceil(low), 0), min(math.floor(high), self.row.n) + 1)
        return fits[0] if len(fits) == 1 else None


@dataclass(frozen=True)
class Rate:
    """How often one harm happened, of 100, in one unit. One cohort each, from the lowest rate to the highest."""

    harm: str
    unit: Unit
    cohorts: tuple[Cohort, ...]
    elsewhere: tuple[str, ...] = ()
    """The concerns it was seen in, where no study was of the concern asked about or of people in general."""
    unsized: tuple[Risk, ...] = ()
    """Rows that would rank with these but do not say of how many, with more than would fit what was counted.

    They are told beside it, so that the lowest rate never speaks alone.
    """

    @cached_property
    def low(self) -> float:
        """The lowest rate."""
        return min(cohort.per_100 for cohort in self.cohorts)

    @cached_property
    def high(self) -> float:
        """The highest rate."""
        return max(cohort.per_100 for cohort in self.cohorts)

    @cached_property
    def middle(self) -> float | None:
        """The median of the cohorts, each counted alike; None below three."""
        if len(self.cohorts) < MIDDLE_FROM:
            return None
        return statistics.median(cohort.per_100 for cohort in self.cohorts)

    @cached_property
    def total(self) -> Count:
        """How many were counted in all cohorts."""
        first, *others = (cohort.total for cohort in self.cohorts)
        return sum(others, first)

    @property
    def rows(self) -> tuple[Risk, ...]:
        """The rows that speak, one a cohort."""
        return tuple(cohort.row for cohort in self.cohorts)

    @property
    def refs(self) -> tuple[str, ...]:
        """The rows that speak and those of the same people, as `table:row_id`."""
        rows = [row for cohort in self.cohorts for row in (cohort.row, *cohort.others)]
        return tuple(f"risks:{row.risk_id}" for row in (*rows, *self.unsized))

    def is_few(self, evidence: Evidence) -> bool:
        """True where so few were counted that they are told themselves, not of 100 (`people_very_few`)."""
        return self.total.amount < evidence.threshold("people_very_few")


def wilson(events: float, people: int) -> tuple[float, float]:
    """The 95 of 100 interval of a rate, per 100: seen in nobody of twenty is not the same as never."""
    share, extra = events / people, _Z**2 / people
    centre = (share + extra / 2) / (1 + extra)
    half = _Z * math.sqrt(share * (1 - share) / people + extra / (4 * people)) / (1 + extra)
    return max(0.0, 100 * (centre - half)), min(100.0, 100 * (centre + half))


def nought_ceiling(evidence: Evidence, count: Count) -> float:
    """The highest rate, of 100, that would still fit when none of so many had it.

    With that rate, seeing none has a chance of `nought_chance` percent (exact: 1 - chance ** (1/n); roughly 3 of n).
    """
    chance = evidence.threshold("nought_chance") / 100
    return 100 * (1 - math.pow(chance, 1 / count.amount))


def rate_range(found: Rate) -> tuple[float, float]:
    """Of 100, the range of a rate: from the lowest to the highest study where there are three or more.

    With fewer, the range that would still fit what was counted: the source's own interval, else Wilson's. Shares told
    beside it widen it.
    """
    shares = [row.per_100 or 0.0 for row in found.unsized]
    if found.middle is not None:
        return min([found.low, *shares]), max([found.high, *shares])
    ends = [_would_fit(cohort) for cohort in found.cohorts]
    return min([low for low, _ in ends] + shares), max([high for _, high in ends] + shares)


def _would_fit(cohort: Cohort) -> tuple[float, float]:
    row = cohort.row
    if row.per_100_low is not None and row.per_100_high is not None:
        return row.per_100_low, row.per_100_high
    events = cohort.events
    people = cohort.total.amount
    return wilson(cohort.per_100 * people / 100 if events is None else events, people)


def can_happen(evidence: Evidence, concern_id: str, harm: str) -> bool:
    """Whether a harm can come of treating a concern at all.

    A collapsed lung only where a needle comes near the lungs.
    """
    return evidence.concerns[concern_id].near_lungs or not evidence.harms[harm].near_lungs


def is_of_site(evidence: Evidence, concern_id: str, row: Risk) -> bool:
    """Whether a harm was seen where the concern is; thinner skin at the elbow is no harm of the shoulder.

    An infection may come wherever the skin is pierced, a collapsed lung wherever a needle comes near the lungs
    (`can_happen`): those are told whichever place the case was of (`harms.anywhere`).
    """
    if not row.site or evidence.harms[row.harm].anywhere:
        return True
    return row.site in evidence.concerns[concern_id].sites


def tone_harms(evidence: Evidence) -> tuple[str, ...]:
    """The harms whose rate depends on the skin tone (dark marks, pale marks), in the order of `harms.csv`."""
    return tuple(row.harm_id for row in evidence.harms.values() if row.skin_tone)


# From the way that finds most to the way that finds fewest.
_HOW_ASKED = ("asked", "unknown", "recorded")

# People before visits before whatever else was counted.
_UNITS: tuple[Unit, ...] = ("person", "session", "syringe", "keloid", "unknown")


def rates(evidence: Evidence, treatment_id: str, concern_id: str) -> tuple[Rate, ...]:
    """The rates of each harm of a treatment, in the order of `harms.csv`: what matters most first.

    Only real rates of this very treatment, of this part of the body (`concerns.sites`), checked, no repeats, no
    worst-case ceilings, and only where the source says how many were counted (see `uncounted`); weak sources only
    where nothing better exists. Rates from people who were asked are never mixed with what practitioners wrote down
    (asking finds many times more): the asked ones speak where there are any, and what was written down of people in
    general steps back behind a study of this very concern that was not. Then studies of this concern (or of people
    in general) before studies of other concerns or of several at once, which are named in `elsewhere`; sums of all
    harms are not borrowed. Shares of nobody knows how many that would rank with them and that the counted ones
    cannot explain stand beside them (`unsized`). A harm that cannot come of treating this concern has no rate.
    People and visits are two rates, people first. The same people are counted once (`one_per_cohort`).
    """
    return rates_among(evidence, evidence.about(treatment_id).risks, concern_id)


def rates_among(evidence: Evidence, risks: Iterable[Risk], concern_id: str) -> tuple[Rate, ...]:
    """As `rates`, from some rows of one treatment only."""
    may_speak = [row for row in risks if _may_speak(evidence, row, concern_id)]
    printed = {row.cohort for row in may_speak if row.n and row.cohort}
    rows = [row for row in may_speak if row.n or (counted(row) and row.cohort not in printed)]
    shares = [row for row in may_speak if not counted(row) and row.per_100]
    found: list[Rate] = []
    for harm, mine, own in _nearest(evidence, rows, concern_id):
        for unit in _UNITS:
            speak = [row for row in mine if row.per == unit]
            if own and any(row.concern_id and row.how_asked != "recorded" for row in speak):
                speak = [row for row in speak if row.concern_id or row.how_asked != "recorded"]
            if speak:
                elsewhere = () if own else tuple(dict.fromkeys(row.concern_id for row in speak))
                rate = Rate(harm, unit, one_per_cohort(speak), elsewhere)
                most = rate_range(rate)[1]
                beside = [row for row in shares if row.harm == harm and _ranks_with(row, speak, concern_id)]
                found.append(replace(rate, unsized=tuple(row for row in beside if (row.per_100 or 0.0) > most)))
    return tuple(found)


def _ranks_with(row: Risk, speak: Sequence[Risk], concern_id: str) -> bool:
    """Whether a share would speak with these rows if it said of how many; never of people they counted already."""

    def near(one: Risk) -> bool:
        return one.concern_id in ("", concern_id) and not one.mixed_group

    return bool(
        row.per == speak[0].per
        and (not row.weak or any(one.weak for one in speak))
        and _HOW_ASKED.index(row.how_asked) <= min(_HOW_ASKED.index(one.how_asked) for one in speak)
        and near(row) == near(speak[0])
        and not (row.cohort and row.cohort in {one.cohort for one in speak})
    )


def uncounted(evidence: Evidence, treatment_id: str, concern_id: str) -> tuple[Risk, ...]:
    """The rows that give a share of 100 but not of how many.

    A share of an unknown number is no rate: the harm is told as reported, without the share, unless a rate it would
    rank with has it beside itself (`Rate.unsized`). Where the share is
    nought there is nothing to report.
    """
    risks = evidence.about(treatment_id).risks
    rows = [row for row in risks if not counted(row) and row.per_100 and _may_speak(evidence, row, concern_id)]
    return tuple(row for _, mine, _ in _nearest(evidence, rows, concern_id) for row in mine)


def _may_speak(evidence: Evidence, row: Risk, concern_id: str) -> bool:
    return bool(
        row.relation == "absolute"
        and row.per_100 is not None
        and row.direct
        and not row.duplicate_of
        and row.checked
        and can_happen(evidence, concern_id, row.harm)
        and is_of_site(evidence, concern_id, row)
    )


def _nearest(
    evidence: Evidence, rows: Sequence[Risk], concern_id: str
) -> Iterator[tuple[str, Sequence[Risk], Sequence[Risk]]]:
    """Each harm with the rows that stand for it, and which of them are of this concern or of people in general."""
    named = {row.harm for row in rows}
    for harm in (name for name in evidence.harms if name in named):
        mine = [row for row in rows if row.harm == harm]
        if evidence.harms[harm].own_concern:
            mine = [row for row in mine if row.concern_id in ("", concern_id) and not row.mixed_group]
        mine = [row for row in mine if not row.weak] or mine
        mine = [row for row in mine if row.how_asked == "asked"] or mine
        own = [row for row in mine if row.concern_id in ("", concern_id) and not row.mixed_group]
        # What it counts depends on what was treated or on what else was asked, so it is never borrowed.
        if own or not evidence.harms[harm].own_concern:
            yield harm, own or mine, own


def one_per_cohort(rows: Sequence[Risk]) -> tuple[Cohort, ...]:
    """Each group of people once, from the lowest rate to the highest.

    Of several rows of one group (at two times, of two kinds of the harm) the highest speaks. A row without a cohort is
    its own.
    """
    groups: dict[str, list[Risk]] = {}
    for row in rows:
        groups.setdefault(row.cohort or row.risk_id, []).append(row)
    cohorts = []
    for mine in groups.values():
        first = max(mine, key=lambda row: row.per_100 or 0.0)
        cohorts.append(Cohort(first, tuple(row for row in mine if row is not first)))
    return tuple(sorted(cohorts, key=lambda cohort: cohort.per_100))


def rate_certainty(evidence: Evidence, found: Rate) -> Rating:
    """How sure a rate is. Our rule, after GRADE's domains: moderate at most, for only summaries were read.

    One level down for each: fewer than `people_enough` counted (two where fewer than `people_very_few`); the lowest
    and the highest cohort so far apart that their intervals (Wilson) do not overlap; written down by practitioners
    instead of asked; seen only in people treated for something else.
    """
    lost, reasons = 0, list[Reason](("bias_unjudged",))
    if found.is_few(evidence):
        lost, reasons = 2, [*reasons, "very_few_people"]
    elif found.total.amount < evidence.threshold("people_enough"):
        lost, reasons = 1, [*reasons, "few_people"]
    (fewest, of), (most, of_most) = ((end.per_100, end.total.amount) for end in (found.cohorts[0], found.cohorts[-1]))
    if wilson(most / 100 * of_most, of_most)[0] > wilson(fewest / 100 * of, of)[1]:
        lost, reasons = lost + 1, [*reasons, "rates_differ"]
    if all(row.how_asked == "recorded" for row in found.rows):
        lost, reasons = lost + 1, [*reasons, "not_asked"]
    if found.elsewhere:
        lost, reasons = lost + 1, [*reasons, "indirect"]
    level = max(LEVELS.index("moderate") - lost, 0)
    return Rating(LEVELS[level], "ours", tuple(reasons))
