"""How a person can tell that a treatment worked, and when to ask whether to go on: the same on every page."""

from __future__ import annotations

from needlewise.decision.shared.figure import Figure
from needlewise.decision.shared.phrases import weeks_text
from needlewise.evidence.model.advice import Recommendation
from needlewise.evidence.model.store import Evidence
from needlewise.evidence.rules.course import course
from needlewise.words import number, say, span


def how_to_know(evidence: Evidence, concern_id: str, treatment_id: str) -> tuple[Figure, ...]:
    """When studies looked, what to compare on that day, and when to stop or change.

    Raises:
        KeyError: for an unknown concern or treatment.
    """
    found = course(evidence, concern_id, treatment_id)
    weeks = None if found is None else found.weeks_to_result
    when = (
        Figure(say("worked-when-none"), known=False)
        if weeks is None
        else Figure(say("worked-when", time=weeks_text(weeks.low, weeks.high)), refs=weeks.refs, rule="results")
    )
    return (when, _to_compare(evidence, concern_id), review_figure(evidence, concern_id, treatment_id))


def _to_compare(evidence: Evidence, concern_id: str) -> Figure:
    """What to write down or photograph; for pain with the change that matters to one person (`mcid.csv`)."""
    concern = evidence.concerns[concern_id]
    if concern.group == "skin":
        return Figure(say("worked-skin"))
    if concern.outcomes[0] != "pain":
        return Figure(say("worked-body"))
    rows = [
        row
        for row in evidence.smallest_differences("pain")
        if row.applies == "within"
        and row.scale == "pain_0_10"
        and row.difference is not None
        and row.per_100 is not None
    ]
    points = [row.difference for row in rows if row.difference is not None]
    refs = tuple(f"mcid:{row.difference_id}" for row in rows)
    return (
        Figure(say("worked-pain", points=span(min(points), max(points))), refs=refs)
        if rows
        else Figure(say("worked-body"))
    )


def review_rule(evidence: Evidence, concern_id: str, treatment_id: str) -> Recommendation | None:
    """The checked guideline that says after how many visits to change the plan; None where none does."""
    for row in evidence.guidelines.values():
        if (
            row.concern_id == concern_id
            and row.treatment_id == treatment_id
            and row.checked
            and row.review_visits_high is not None
        ):
            return row
    return None


def review_figure(evidence: Evidence, concern_id: str, treatment_id: str) -> Figure:
    """When to stop or change: from a guideline, or that no source says."""
    rule = review_rule(evidence, concern_id, treatment_id)
    if rule is None or rule.review_visits_low is None or rule.review_visits_high is None:
        return Figure(say("worked-review-none"), known=False)
    low, high = number(rule.review_visits_low), number(rule.review_visits_high)
    return Figure(say("worked-review", body=rule.body, low=low, high=high), refs=(f"guidelines:{rule.guideline_id}",))
