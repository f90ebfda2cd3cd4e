"""How each kind of figure on Explore is made, in words, with the rows that its numbers come from."""

from __future__ import annotations

from needlewise.decision.shared.figure import Figure
from needlewise.evidence.model.store import Evidence
from needlewise.words import number, say

RULES = ("headline", "certainty", "size", "sessions", "downtime", "course", "results", "rates", "discomfort")


def rule_texts(evidence: Evidence) -> tuple[tuple[str, Figure], ...]:
    """Title and paragraph of each rule; one without numbers of its own has no rows behind it."""
    behind = {
        "headline": _thresholds(evidence, "weeks_"),
        "certainty": _thresholds(evidence, "people_"),
        "size": (
            *_thresholds(evidence, "smd_"),
            *(
                f"mcid:{row.difference_id}"
                for row in evidence.mcid.values()
                if row.applies == "between" and row.outcome
            ),
        ),
        "downtime": _thresholds(evidence, "downtime_"),
    }
    values = {name: number(row.value) for name, row in evidence.thresholds.items()}
    return tuple(
        (say(f"rule-{rule}.title"), Figure(say(f"rule-{rule}", **values), refs=behind.get(rule, ()))) for rule in RULES
    )


def _thresholds(evidence: Evidence, start: str) -> tuple[str, ...]:
    return tuple(f"thresholds:{name}" for name in evidence.thresholds if name.startswith(start))
