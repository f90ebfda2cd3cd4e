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
    sides = {effect.treatment_id, effect.comparator_id}
    rows = [
        row if row.treatment_id == effect.treatment_id else with_arms_swapped(row)
        for row in evidence.of(effect.concern_id).effects
        if row.main_outcome
        and row.source_id == effect.source_id
        and {row.treatment_id, row.comparator_id} == sides
        and (row.add_on_to, row.subgroup) == (effect.add_on_to, effect.subgroup)
        and row.checked
        and not row.is_set_aside
    ]
    if not rows or any(row.favours == effect.favours for row in rows):
        return None
    return max(rows, key=lambda row: (row.weeks == effect.weeks, row.weeks or 0, row.effect_id))
