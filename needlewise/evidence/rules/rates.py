"""How often each harm of a treatment happens, and over a whole course."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from needlewise.evidence.model.rows import Risk
from needlewise.evidence.model.store import Evidence
from needlewise.evidence.rules.ranges import Range


@dataclass(frozen=True)
class Rate:
    """How often one harm happened, per 100.

    The lowest and highest rate among the studies, and the people behind them.
    """

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


def over_visits(low: float, high: float, most_visits: float) -> tuple[float, float]:
    """A rate per visit, of 100, as people of 100 over a whole course.

    At least the rate, at most the rate times the visits.

    At least, if it is the same people each time; at most, if it is others each time (docs/priorities.md, Harm). Never
    more
    than 100.
    """
    return low, min(100.0, high * max(1.0, most_visits))


def over_course(found: Rate, visits: Range) -> tuple[float, float]:
    """A rate per visit as people of 100 over a whole course of some visits; see `over_visits`."""
    return over_visits(found.low, found.high, visits.high)


def can_happen(evidence: Evidence, concern_id: str, harm: str) -> bool:
    """Whether a harm can come of treating a concern at all.

    A collapsed lung only where a needle comes near the lungs.
    """
    return evidence.concerns[concern_id].near_lungs or not evidence.harms[harm].near_lungs


def tone_harms(evidence: Evidence) -> tuple[str, ...]:
    """The harms whose rate depends on the skin tone (dark marks, pale marks), in the order of `harms.csv`."""
    return tuple(row.harm_id for row in evidence.harms.values() if row.skin_tone)


def rates(evidence: Evidence, treatment_id: str, concern_id: str) -> tuple[Rate, ...]:
    """The rates of each harm of a treatment, most frequent first.

    Only real rates of this very treatment, checked, no repeats, no worst-case ceilings; weak sources only where nothing
    better exists. Rates from people who were asked are never mixed with what practitioners wrote down (asking finds
    many
    times more): the asked ones speak where there are any. Then studies of this concern (or of people in general) before
    studies of other concerns or of several at once, which are named in `elsewhere`; sums of all harms are not
    borrowed. A
    harm that cannot come of treating this concern has no rate. Rates per person and per session are never mixed either:
    the one with more rows speaks, per person on a tie.
    """
    return rates_among(evidence, evidence.about(treatment_id).risks, concern_id)


def rates_among(evidence: Evidence, risks: Iterable[Risk], concern_id: str) -> tuple[Rate, ...]:
    """As `rates`, from some rows of one treatment only."""
    rows = [
        row
        for row in risks
        if row.relation == "absolute"
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
