"""What may be compared: how many options, which stand there first, and the topics a comparison may start with."""

from __future__ import annotations

from typing import Literal

from needlewise.decision.shared.counts import controlled_findings
from needlewise.evidence.model.store import Evidence
from needlewise.evidence.rules.headline import is_eligible

Topic = Literal["what", "works", "visits", "recovery", "comfort", "harms", "cost"]


TOPICS: tuple[Topic, ...] = ("what", "works", "visits", "recovery", "comfort", "harms", "cost")


FEWEST, MOST = 2, 4


_RIVALS_FIRST = 1


def first_choice(evidence: Evidence, concern_id: str) -> tuple[str, ...]:
    """The options shown before anyone has chosen.

    Needling, the alternative with the most controlled findings, doing nothing.

    Three, so that one of a person's own finds room without taking any away. Of alternatives with as many findings, the
    one with more people in them.
    """
    options = evidence.options(concern_id)
    counts = controlled_findings(evidence, concern_id)
    rivals = [option.treatment_id for option in options if option.role == "alternative"]
    people = {
        name: sum(
            effect.people or 0
            for effect in evidence.of(concern_id).effects
            if name in (effect.treatment_id, effect.comparator_id) and is_eligible(evidence, effect)
        )
        for name in rivals
    }
    most = sorted(rivals, key=lambda name: (-counts.get(name, 0), -people[name], name))[:_RIVALS_FIRST]
    return tuple(
        option.treatment_id for option in options if option.role != "alternative" or option.treatment_id in most
    )
