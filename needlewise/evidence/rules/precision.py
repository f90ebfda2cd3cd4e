"""How wide a finding's interval is, held against the smallest difference that matters, not against nought.

Pain and disability on a scale of known length: the middle of the published smallest differences between groups
(`mcid.csv`), in points of 100. Standardised differences: `smd_matters`. Ratios: `ratio_matters` and its inverse. A
difference on a scale of unknown length has no smallest difference; its interval is held against nought.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from needlewise.evidence.model.rows import Effect
from needlewise.evidence.model.store import Evidence
from needlewise.evidence.rules.size import is_believable, noticeable_difference


@dataclass(frozen=True)
class Interval:
    """An interval around no difference (nought), in a unit in which `matters` is the smallest difference that matters.

    Points of 100, standard deviations or logarithms of a ratio, named by `unit`: only intervals of one unit may be
    compared. `matters` is None where no source says what matters.
    """

    low: float
    high: float
    matters: float | None
    unit: str

    @property
    def is_inside(self) -> bool:
        """True when every value in it is smaller than what matters: little or no difference."""
        return self.matters is not None and -self.matters <= self.low and self.high <= self.matters

    @property
    def verdicts_open(self) -> int:
        """How many limits lie strictly inside it: 0 tells, 1 leaves open whether it matters, 2 leaves all open.

        Without a smallest difference: 1 where it holds nought, else 0.
        """
        limits = (0.0,) if self.matters is None else (-self.matters, self.matters)
        return sum(self.low < limit < self.high for limit in limits)

    @property
    def is_very_wide(self) -> bool:
        """True when it is wider than all that does not matter: too few people, or events, to be precise."""
        return self.matters is not None and self.high - self.low > 2 * self.matters

    def overlaps(self, other: Interval) -> bool:
        """True when some value lies in both."""
        return self.low <= other.high and other.low <= self.high


def interval(evidence: Evidence, effect: Effect) -> Interval | None:
    """The interval of a controlled difference or ratio.

    None where none was printed, for shares of people, and where the size is not believable.
    """
    if effect.kind != "controlled" or effect.ci_low is None or effect.ci_high is None:
        return None
    if not is_believable(evidence, effect):
        return None
    if effect.measure == "SMD":
        return Interval(effect.ci_low, effect.ci_high, evidence.threshold("smd_matters"), "SMD")
    if effect.measure in ("RR", "OR") and effect.ci_low > 0:
        limit = math.log(evidence.threshold("ratio_matters"))
        return Interval(math.log(effect.ci_low), math.log(effect.ci_high), limit, effect.measure)
    if effect.measure != "MD":
        return None
    if effect.scale_points is None:
        return Interval(effect.ci_low, effect.ci_high, None, f"MD {effect.scale}")
    scale = 100 / effect.scale_points
    return Interval(
        effect.ci_low * scale, effect.ci_high * scale, noticeable_difference(evidence, effect.outcome), "points"
    )
