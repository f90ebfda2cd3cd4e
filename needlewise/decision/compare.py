"""Two to four options of one concern side by side, in the order of the questions people ask."""

from __future__ import annotations

from needlewise.evidence.headline import can_speak
from needlewise.evidence.load import Evidence

FEWEST, MOST = 2, 4
_RIVALS_FIRST = 2


def controlled_findings(evidence: Evidence, concern_id: str) -> dict[str, int]:
    """How many controlled findings of a concern each treatment takes part in, as the one tested or the one tested against."""
    counts: dict[str, int] = {}
    for effect in evidence.effects.values():
        if effect.concern_id == concern_id and can_speak(evidence, effect):
            for name in (effect.treatment_id, effect.comparator_id):
                counts[name] = counts.get(name, 0) + 1
    return counts


def first_choice(evidence: Evidence, concern_id: str) -> tuple[str, ...]:
    """The options shown before anyone has chosen: needling, the two alternatives with the most controlled findings, doing nothing."""
    options = evidence.options(concern_id)
    counts = controlled_findings(evidence, concern_id)
    rivals = [option.treatment_id for option in options if option.role == "alternative"]
    most = sorted(rivals, key=lambda name: (-counts.get(name, 0), name))[:_RIVALS_FIRST]
    return tuple(option.treatment_id for option in options if option.role != "alternative" or option.treatment_id in most)
