"""How sure the studies are about one finding: the source's own GRADE rating, otherwise ours, always saying which.

Our rating follows the domains of GRADE (Guyatt and others, BMJ 2008; doi 10.1136/bmj.39489.470347.AD) as far as an
abstract allows. It starts one level below the top for randomised evidence, because the risk of bias of the single
trials could not be judged from the pages read, and goes down one level for each reason found.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from needlewise.evidence.model.rows import Effect
from needlewise.evidence.model.store import Evidence
from needlewise.evidence.model.vocabulary import Certainty

LEVELS: tuple[Certainty, ...] = ("very_low", "low", "moderate", "high")


Reason = Literal[
    "bias_unjudged",
    "not_randomised",
    "no_control",
    "few_people",
    "very_few_people",
    "people_unknown",
    "crosses_no_effect",
    "mixed_comparators",
    "indirect",
    "disagreement",
    "size_unknown",
]


RANDOMISED = ("systematic_review", "network_meta_analysis", "rct")


@dataclass(frozen=True)
class Rating:
    """A certainty level, who gave it (`source` = the study's own GRADE rating, `ours`), and why it was lowered."""

    level: Certainty
    by: Literal["source", "ours"]
    reasons: tuple[Reason, ...] = ()

    @property
    def dots(self) -> int:
        """1 (very low) to 4 (high)."""
        return LEVELS.index(self.level) + 1


def rate(evidence: Evidence, effect: Effect, *, disagreement: bool = False) -> Rating:
    """The certainty of one finding.

    Rule, in this order:
        1. the source states a GRADE rating: that one, whoever disagrees with it;
        2. no control group (before_after, rank, natural_course, recommendation): very low;
        3. otherwise start at moderate for randomised evidence and at low for any other comparison, and go down one
           level for each of: fewer people than the usual 400 or an unknown number (two levels below 50); an interval
           that crosses no effect; a pool of mixed comparators; indirect evidence; findings that disagree.
           Never below very low.

    The 400 and 50 come from `thresholds.csv` (`people_enough`, `people_very_few`).
    """
    if effect.certainty_reported is not None:
        return Rating(effect.certainty_reported, "source")
    if effect.kind in ("before_after", "rank", "natural_course", "recommendation"):
        return Rating("very_low", "ours", ("no_control",))
    reasons: list[Reason] = []
    if evidence.sources[effect.source_id].design in RANDOMISED:
        level = LEVELS.index("moderate")
        reasons.append("bias_unjudged")
    else:
        level = LEVELS.index("low")
        reasons.append("not_randomised")
    people = effect.people
    if people is None:
        level -= 1
        reasons.append("people_unknown")
    elif people < evidence.threshold("people_very_few"):
        level -= 2
        reasons.append("very_few_people")
    elif people < evidence.threshold("people_enough"):
        level -= 1
        reasons.append("few_people")
    if effect.crosses_no_effect:
        level -= 1
        reasons.append("crosses_no_effect")
    if evidence.treatments[effect.comparator_id].is_group:
        level -= 1
        reasons.append("mixed_comparators")
    if not effect.direct:
        level -= 1
        reasons.append("indirect")
    if disagreement:
        level -= 1
        reasons.append("disagreement")
    return Rating(LEVELS[max(level, 0)], "ours", tuple(reasons))
