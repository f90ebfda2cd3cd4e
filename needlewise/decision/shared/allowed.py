"""What regulators allow an option for, from which age, and what the law asks of who gives it."""

from __future__ import annotations

from needlewise.decision.shared.figure import Figure
from needlewise.evidence.model.store import Evidence
from needlewise.evidence.sentences.rows import when
from needlewise.words import say


def regulator_rules(evidence: Evidence, treatment_id: str) -> tuple[Figure, ...]:
    """What regulators allow a treatment for, from which age, and what the law asks of who gives it.

    Of this very treatment only: what is allowed for one inside it is not allowed for it. Authorised uses first, then
    newest first. Rows nobody has checked stay out. Empty where the search found none, which is no leave.
    """
    rows = [row for row in evidence.about(treatment_id).regulator if row.kind in ("authorised", "rule") and row.checked]
    newest = sorted(rows, key=lambda row: row.date, reverse=True)
    return tuple(
        Figure(
            say(f"regulator-{row.kind}", country=say(f"country-{row.country}"), date=when(row.date), status=row.status),
            refs=(f"regulator:{row.status_id}",),
            rule="stated",
        )
        for row in sorted(newest, key=lambda row: row.kind)
    )
