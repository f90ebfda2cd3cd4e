"""What guidelines say of one option for one concern. A row that was not checked against its source never speaks."""

from __future__ import annotations

from needlewise.decision.shared.figure import Figure
from needlewise.evidence.model.advice import Recommendation
from needlewise.evidence.model.store import Evidence
from needlewise.words import join_list, say, sentence

# From the strongest yes to the strongest no; what does not name the option comes last.
STRENGTHS = ("for", "weak_for", "neutral", "weak_against", "against", "not_mentioned")


def recommendations(evidence: Evidence, concern_id: str, treatment_id: str) -> tuple[Recommendation, ...]:
    """The checked rows about one option, the strongest yes first; of equals the newest first."""
    rows = [
        row
        for row in evidence.guidelines.values()
        if row.concern_id == concern_id and row.treatment_id == treatment_id and row.checked
    ]
    return tuple(sorted(rows, key=lambda row: (STRENGTHS.index(row.recommendation), -(row.year or 0), row.body)))


def guidelines_disagree(rows: tuple[Recommendation, ...]) -> bool:
    """One body is for it, another against it."""
    said = {row.recommendation for row in rows}
    return bool(said & {"for", "weak_for"}) and bool(said & {"weak_against", "against"})


def guideline_line(evidence: Evidence, concern_id: str, treatment_id: str) -> Figure:
    """In one line who recommends an option and who does not, with the rows behind it.

    Where none was found that is said, and no more: there may be one.
    """
    rows = recommendations(evidence, concern_id, treatment_id)
    if not rows:
        return Figure(say("advice-none"), known=False)
    parts = []
    for strength in STRENGTHS:
        bodies = [_body(row) for row in rows if row.recommendation == strength]
        if bodies:
            parts.append(say(f"advice-{strength}", bodies=join_list(bodies), count=len(bodies)))
    text = "; ".join(parts)
    if guidelines_disagree(rows):
        text = say("advice-disagree", text=text)
    return Figure(sentence(text), refs=_refs(rows), rule="stated")


def guideline_figures(evidence: Evidence, concern_id: str, treatment_id: str) -> tuple[Figure, ...]:
    """One figure a body: who recommends it how strongly, with what it adds as a note."""
    rows = recommendations(evidence, concern_id, treatment_id)
    if not rows:
        return (Figure(say("advice-none"), known=False),)
    return tuple(
        Figure(
            sentence(say(f"advice-{row.recommendation}", bodies=_body(row), count=1)),
            row.words,
            _refs((row,)),
            "stated",
        )
        for row in rows
    )


def _body(row: Recommendation) -> str:
    return say("advice-body", body=row.body, year=str(row.year) if row.year else say("row-year-none"))


def _refs(rows: tuple[Recommendation, ...]) -> tuple[str, ...]:
    return tuple(f"guidelines:{row.guideline_id}" for row in rows)
