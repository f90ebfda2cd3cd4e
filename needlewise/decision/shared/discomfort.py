"""Pain during a visit in words: a typical score on its scale, with how many studies and people stand behind it."""

from __future__ import annotations

from needlewise.decision.shared.figure import Figure
from needlewise.evidence.model.store import Evidence
from needlewise.evidence.rules.course import appointment
from needlewise.evidence.rules.pain import PainDuring, pain_during
from needlewise.words import number, say, span, thousands

# What the table writes where nothing is numbed, or nothing is known of it.
_NO_NUMBING = ("", "none", "not found")


def discomfort_figure(evidence: Evidence, treatment_id: str, concern_id: str) -> Figure:
    """`about 1.9 of 10`, with the studies, people and numbing below it; that no score was found where none was."""
    visit = appointment(evidence, treatment_id)
    numbing = "" if visit is None or visit.anaesthesia in _NO_NUMBING else visit.anaesthesia
    refs = () if visit is None else (f"appointment:{treatment_id}",)
    found = pain_during(evidence, treatment_id, concern_id)
    if found is None:
        return Figure(say("cell-no-score"), numbing, refs, "discomfort", known=False)
    if found.typical is None:
        text = say("cell-score", score=span(found.low, found.high))
    elif len(found.rows) == 1:
        text = say("cell-score", score=number(found.typical))
    else:
        text = say("cell-score-about", score=number(found.typical))
    notes = (pain_studies(found), numbing)
    return Figure(text, " · ".join(note for note in notes if note), (*found.refs, *refs), "discomfort")


def pain_studies(found: PainDuring) -> str:
    """`2 studies, 48 people: 1.5 to 2.2`; what is not given is said to be so."""
    counts = say("pain-review") if found.studies is None else say("answer-studies", studies=found.studies)
    if found.people:
        asked = say("answer-people", people=thousands(found.people), count=found.people)
    elif found.visits:
        asked = say("pain-visits", visits=thousands(found.visits))
    else:
        asked = say("pain-people-unknown")
    text = f"{counts}, {asked}"
    if found.typical is not None and found.low != found.high:
        text = say("pain-spread", text=text, low=number(found.low), high=number(found.high))
    elif found.typical is None:
        text = say("pain-no-middle", text=text)
    return say("pain-elsewhere", text=text, site="; ".join(found.sites)) if found.sites else text
