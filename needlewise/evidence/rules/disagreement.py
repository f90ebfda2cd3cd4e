"""When studies disagree: they point in opposite directions, or their intervals do not overlap. P values do not count.

Only findings about the same people, time and comparator can disagree; one significant and one not is no disagreement.
Two pools of which one found a difference and one none, and nothing shows that they agree, only differ: their
difference is told, and makes the finding less sure (`differs`).
"""

from __future__ import annotations

from needlewise.evidence.model.rows import Effect
from needlewise.evidence.model.store import Evidence
from needlewise.evidence.rules.precision import interval
from needlewise.evidence.rules.window import is_pooled, window

_OPPOSITE = {"treatment": "comparator", "comparator": "treatment"}


def disagrees(evidence: Evidence, first: Effect, other: Effect) -> bool:
    """True when another source found something that cannot be true together with the first finding.

    Same outcome, comparator, part of the people, other care and stretch of time (an unknown time can be any). One
    trial does not make a pool of studies disagree: it may be one of them.
    """
    return (
        other.source_id != first.source_id
        and other.outcome == first.outcome
        and other.comparator_id == first.comparator_id
        and (other.subgroup, other.add_on_to) == (first.subgroup, first.add_on_to)
        and same_time(evidence, first, other)
        and (is_pooled(evidence, other) or not is_pooled(evidence, first))
        and contradict(evidence, first, other)
    )


def contradict(evidence: Evidence, first: Effect, other: Effect) -> bool:
    """True when two findings point in opposite directions, or their intervals have no value in common."""
    return other.favours == _OPPOSITE.get(first.favours or "") or _apart(evidence, first, other)


def differs(evidence: Evidence, first: Effect, other: Effect) -> bool:
    """True when two findings that answer one question came out differently, and nothing shows that they agree.

    They contradict each other; or one found a difference and the other none, unless both print an interval and these
    have a value in common: then one may only be the more precise.
    """
    if contradict(evidence, first, other):
        return True
    mine, theirs = interval(evidence, first), interval(evidence, other)
    known = mine is not None and theirs is not None and mine.unit == theirs.unit and first.better == other.better
    return other.favours != first.favours and not known


def same_time(evidence: Evidence, first: Effect, other: Effect) -> bool:
    """True unless both times are known and lie in different stretches."""
    return len({window(evidence, first), window(evidence, other)} - {"unknown"}) <= 1


def _apart(evidence: Evidence, first: Effect, other: Effect) -> bool:
    """True when both have an interval in one unit, and no value lies in both.

    Two scales of one outcome may count in different directions: then they cannot be compared.
    """
    mine, theirs = interval(evidence, first), interval(evidence, other)
    if mine is None or theirs is None or mine.unit != theirs.unit or first.better != other.better:
        return False
    return not mine.overlaps(theirs)
