"""How big a difference is, in words, from stated thresholds.

Pain and disability on a known scale are measured against the smallest difference between groups that people notice
(`mcid.csv`, rows that apply between groups, put on a 0-100 scale; the middle value of the published ones is used).
Standardised differences use the conventional bands (`thresholds.csv`: `smd_small`, `smd_medium`, `smd_large`).
Shares of people need no word: both numbers are shown.
"""

from __future__ import annotations

import statistics
from typing import Literal

from needlewise.evidence.model.rows import Effect
from needlewise.evidence.model.store import Evidence
from needlewise.evidence.model.vocabulary import Outcome

SizeWord = Literal["hardly", "little", "noticeable", "moderate", "large", "unknown"]


def noticeable_difference(evidence: Evidence, outcome: Outcome) -> float | None:
    """Points of 100 that people notice between groups for this outcome; None when no source states one."""
    values = [
        row.per_100
        for row in evidence.smallest_differences(outcome)
        if row.applies == "between" and row.per_100 is not None
    ]
    return float(statistics.median(values)) if values else None


def points_of_100(effect: Effect) -> float | None:
    """A mean difference as points on a 0-100 scale (our conversion); None when the scale's length is unknown."""
    if effect.kind != "controlled" or effect.measure != "MD" or effect.estimate is None or effect.scale_points is None:
        return None
    return 100 * effect.estimate / effect.scale_points


def is_below_own_limit(evidence: Evidence, effect: Effect) -> bool:
    """True where the authors call this very difference too small to matter (`mcid.csv`, `applies` = `own`).

    Where they name the limit, points of 100 are held against it; where they say only that it was below, that is told.
    """
    points = points_of_100(effect)
    return effect.favours in ("treatment", "comparator") and any(
        row.per_100 is None or (points is not None and abs(points) < row.per_100)
        for row in evidence.smallest_differences(effect.outcome)
        if row.applies == "own" and effect.source_id in row.source_ids
    )


def size(evidence: Evidence, effect: Effect) -> SizeWord:
    """The size of a controlled finding.

    Points of a pain or disability scale: below the noticeable difference, or the authors' own, `little`; up to twice it
    `noticeable`; beyond `large`. Standardised: below 0.2 `hardly`, 0.5 `little`, 0.8 `moderate`, else `large`. Anything
    else `unknown`.
    """
    if effect.kind != "controlled" or effect.estimate is None:
        return "unknown"
    points = points_of_100(effect)
    noticeable = noticeable_difference(evidence, effect.outcome)
    if points is not None and noticeable is not None:
        if abs(points) < noticeable or is_below_own_limit(evidence, effect):
            return "little"
        return "noticeable" if abs(points) < 2 * noticeable else "large"
    if effect.measure == "SMD":
        value = abs(effect.estimate)
        if value < evidence.threshold("smd_small"):
            return "hardly"
        if value < evidence.threshold("smd_medium"):
            return "little"
        return "moderate" if value < evidence.threshold("smd_large") else "large"
    return "unknown"
