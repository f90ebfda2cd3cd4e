"""What may be compared: how many options, which stand there first, and the topics a comparison may start with."""

from __future__ import annotations

from typing import Literal

from needlewise.decision.shared.option_order import alternatives_in_order
from needlewise.evidence.model.store import Evidence

Topic = Literal["what", "works", "visits", "recovery", "comfort", "harms", "cost"]


TOPICS: tuple[Topic, ...] = ("what", "works", "visits", "recovery", "comfort", "harms", "cost")


FEWEST, MOST = 2, 4


def first_choice(evidence: Evidence, concern_id: str) -> tuple[str, ...]:
    """The options shown before anyone has chosen: needling, the first alternative, doing nothing.

    Three, so that one of a person's own finds room without taking any away. Which alternative is the first is told by
    `alternatives_in_order`.
    """
    rivals = alternatives_in_order(evidence, concern_id)[:1]
    return tuple(
        option.treatment_id
        for option in evidence.options(concern_id)
        if option.role != "alternative" or option.treatment_id in rivals
    )
