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


def is_believable(evidence: Evidence, effect: Effect) -> bool:
    """False where the source prints a standardised difference that no treatment can have (`smd_believable`).

    What was wrong there may be wrong in its parts too: no size is told of that source for this outcome and these two
    sides, only the direction.
    """
    return evidence.largest_smd(effect) <= evidence.threshold("smd_believable")


def size(evidence: Evidence, effect: Effect) -> SizeWord:
    """The size of a controlled finding; `unknown` where it is not believable.

    Points of a pain or disability scale: below the noticeable difference, or the authors' own, `little`; up to twice it
    `noticeable`; beyond `large`. Standardised: below 0.2 `hardly`, 0.5 `little`, 0.8 `moderate`, else `large`. Anything
    else `unknown`.
    """
    if effect.kind != "controlled" or effect.estimate is None or not is_believable(evidence, effect):
        return "unknown"
    return _word(evidence, effect, effect.estimate)


def size_range(evidence: Evidence, effect: Effect) -> tuple[SizeWord, SizeWord] | None:
    """The size at the near and at the far end of an interval that lies on one side of no difference; else None."""
    if size(evidence, effect) == "unknown" or effect.ci_low is None or effect.ci_high is None:
        return None
    if effect.ci_low * effect.ci_high <= 0:
        return None
    near, far = sorted((effect.ci_low, effect.ci_high), key=abs)
    return _word(evidence, effect, near), _word(evidence, effect, far)


def _word(evidence: Evidence, effect: Effect, estimate: float) -> SizeWord:
    points = points_of_100(effect.model_copy(update={"estimate": estimate}))
    noticeable = noticeable_difference(evidence, effect.outcome)
    if points is not None and noticeable is not None:
        if abs(points) < noticeable or is_below_own_limit(evidence, effect):
            return "little"
        return "noticeable" if abs(points) < 2 * noticeable else "large"
    if effect.measure == "SMD":
        value = abs(estimate)
        if value < evidence.threshold("smd_small"):
            return "hardly"
        if value < evidence.threshold("smd_medium"):
            return "little"
        return "moderate" if value < evidence.threshold("smd_large") else "large"
    return "unknown"
