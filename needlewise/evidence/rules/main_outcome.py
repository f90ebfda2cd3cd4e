"""What a study set out to measure: its main outcome must be told where another of its outcomes came out differently."""

from __future__ import annotations

from needlewise.evidence.model.rows import Effect
from needlewise.evidence.model.store import Evidence
from needlewise.evidence.rules.headline import with_arms_swapped


def main_outcome(evidence: Evidence, effect: Effect) -> Effect | None:
    """The main outcome of the same study and comparison, where it came out differently from this one.

    Seen from the same side. None where this is the main outcome, where the source names none, or where both came out
    alike.
    """
    if effect.main_outcome:
        return None
    rows = []
    for row in evidence.main_outcomes(effect):
        seen = row if row.treatment_id == effect.treatment_id else with_arms_swapped(row)
        if seen.favours == effect.favours:
            return None
        rows.append(seen)
    return max(rows, key=lambda row: (row.weeks == effect.weeks, row.weeks or 0, row.effect_id), default=None)
