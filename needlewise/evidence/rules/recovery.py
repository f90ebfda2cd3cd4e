"""Days of recovery after one visit: until one milestone, until nothing shows, until normal life.

And the word for them.
"""

from __future__ import annotations

import statistics
from dataclasses import dataclass
from typing import Literal

from needlewise.evidence.model.store import Evidence
from needlewise.evidence.model.vocabulary import Milestone
from needlewise.evidence.rules.ranges import Basis, Range, combine, middle, strongest, weakest
from needlewise.words import round_half_up

_RECOVERY_ORDER: tuple[tuple[Basis, tuple[str, ...]], ...] = (
    ("studies", ("measured",)),
    ("advice", ("advice",)),
    ("clinics", ("weak",)),
)


def milestone(evidence: Evidence, treatment_id: str, name: Milestone) -> Range | None:
    """Days from treatment until one milestone; None when no source gives a day.

    Rows that hold for the first visits only speak where no row holds for every visit.
    """
    rows = [
        row
        for row in evidence.about(treatment_id).recovery_until(name)
        if row.direct and not row.duplicate_of and row.checked and row.has_days
    ]
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
    return Range(low, typical, high, basis, result.refs, ceiling=not with_typical, once=not every)


def _whole_days(days: float) -> float:
    """Whole days from one day on, as they are shown, so that visits x days make the days in all beside them."""
    return days if days < 1 else round_half_up(days)


@dataclass(frozen=True)
class Downtime:
    """Days each visit takes out of normal life, and what was counted: `back_to_work`, `visible` or `soreness`."""

    days: Range
    counted: Literal["back_to_work", "visible", "soreness"]


def visible(evidence: Evidence, treatment_id: str) -> Range | None:
    """Days a treatment still shows on the skin.

    Until redness, swelling, crusts and peeling are all gone (`milestones.csv`).

    The sign that usually goes last need not be the one that can last longest, so each end is the latest of its kind
    among
    the signs. Signs that only clinics describe count only when nothing better is known. One known only as a ceiling
    ("gone within a week") has no usual day; it counts for the longest day, and for all when nothing else is known.
    """
    shown = [step.milestone_id for step in evidence.milestones.values() if step.shows]
    signs = [found for name in shown if (found := milestone(evidence, treatment_id, name)) is not None]
    signs = [found for found in signs if found.basis != "clinics"] or signs
    if not signs:
        return None
    usual = [found for found in signs if not found.ceiling] or signs
    return Range(
        max(found.low for found in usual),
        max(found.typical for found in usual),
        max(found.high for found in signs),
        weakest(found.basis for found in signs),
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
