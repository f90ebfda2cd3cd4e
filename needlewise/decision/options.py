"""What several pages need to know of a concern's options."""

from __future__ import annotations

from needlewise.evidence.headline import can_speak
from needlewise.evidence.store import Evidence


def controlled_findings(evidence: Evidence, concern_id: str) -> dict[str, int]:
    """How many controlled findings of a concern each treatment takes part in, as the one tested or the one tested against."""
    counts: dict[str, int] = {}
    for effect in evidence.of(concern_id).effects:
        if can_speak(evidence, effect):
            for name in (effect.treatment_id, effect.comparator_id):
                counts[name] = counts.get(name, 0) + 1
    return counts
