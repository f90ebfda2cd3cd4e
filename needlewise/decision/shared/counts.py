"""How often treatments were studied for a concern."""

from __future__ import annotations

from needlewise.evidence.model.store import Evidence
from needlewise.evidence.rules.headline import is_eligible


def controlled_findings(evidence: Evidence, concern_id: str) -> dict[str, int]:
    """How many controlled findings of a concern each treatment takes part in, on either side."""
    counts: dict[str, int] = {}
    for effect in evidence.of(concern_id).effects:
        if is_eligible(evidence, effect):
            for name in (effect.treatment_id, effect.comparator_id):
                counts[name] = counts.get(name, 0) + 1
    return counts
