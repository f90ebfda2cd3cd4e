"""Which counts of people may be drawn, and the one that stands for a concern.

A picture of people looks as firm as its study is not: so it shows 100 people only where at least 100 were counted,
else the people themselves, and nobody where lots were not drawn or hardly anyone was counted.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from needlewise.evidence.model.rows import Concern, Effect
from needlewise.evidence.model.store import Evidence
from needlewise.evidence.rules.certainty import RANDOMISED, rate
from needlewise.evidence.rules.headline import NOTHING, is_eligible

# How a count is drawn: as people of 100, as the people counted, or not at all.
Drawn = Literal["hundred", "people", ""]

# A picture of 100 people needs as many: what it is, and no threshold that a study gives.
_HUNDRED = 100


def counts_people(evidence: Evidence, effect: Effect) -> bool:
    """True for a finding that may speak and gives the share of people on both sides, for something people come for."""
    return (
        effect.measure == "proportion"
        and effect.shares_of is None
        and effect.estimate is not None
        and effect.comparator_estimate is not None
        and evidence.outcomes[effect.outcome].role == "benefit"
        and is_eligible(evidence, effect)
    )


def is_randomised(evidence: Evidence, effect: Effect) -> bool:
    """True where lots were drawn, and the sides were not merely each set beside their own start."""
    return evidence.sources[effect.source_id].design in RANDOMISED and effect.between_group_test != "no"


def people_counted(evidence: Evidence, effect: Effect) -> int | None:
    """The people of a finding on both sides together; None where only those of a whole review are known."""
    if effect.people is not None:
        return effect.people
    counted = evidence.people_counts.get(effect.effect_id)
    return counted.people + counted.comparator_people if counted is not None and counted.checked else None


def drawn(evidence: Evidence, effect: Effect) -> Drawn:
    """How the people of one finding are drawn.

    Not at all where lots were not drawn, where fewer than `thresholds:people_very_few` were counted or nobody knows how
    many, and where fewer than 100 were counted and it is not known how many on each side.
    """
    people = people_counted(evidence, effect)
    if not is_randomised(evidence, effect) or people is None or people < evidence.threshold("people_very_few"):
        return ""
    if people >= _HUNDRED:
        return "hundred"
    counted = evidence.people_counts.get(effect.effect_id)
    return "people" if counted is not None and counted.checked else ""


def yardstick(evidence: Evidence, concern: Concern, effects: Iterable[Effect]) -> Effect | None:
    """The one count of people that stands for a concern, so that "how many were not better" has one answer.

    Lots must have been drawn; satisfaction is another measure. Then in this order: the concern's needling is one of the
    sides; it can be drawn; what matters most to people; against a dummy, nothing or usual care before a rival; surer;
    more people; the id, so that chance never decides.
    """

    def place(effect: Effect) -> tuple[object, ...]:
        sides = (effect.treatment_id, effect.comparator_id)
        outcomes = concern.outcomes
        return (
            concern.needling_id not in sides,
            not drawn(evidence, effect),
            outcomes.index(effect.outcome) if effect.outcome in outcomes else len(outcomes),
            NOTHING.index(effect.comparator_id) if effect.comparator_id in NOTHING else len(NOTHING),
            -rate(evidence, effect).dots,
            -(people_counted(evidence, effect) or 0),
            effect.effect_id,
        )

    found = [
        effect
        for effect in effects
        if effect.outcome != "satisfaction" and counts_people(evidence, effect) and is_randomised(evidence, effect)
    ]
    return min(found, key=place, default=None)
