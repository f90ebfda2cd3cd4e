"""The answers for other machines: the same values that the pages draw, as plain data for JSON.

`FORMAT` is the version of this form: it grows by one whenever a name goes or changes its meaning, not when one is
added. Nothing here is about a visitor.
"""

from __future__ import annotations

from typing import Any

from needlewise import __version__
from needlewise.decision.concern.build import build_concern_page
from needlewise.decision.concern.option_lines import OptionLine, options_table
from needlewise.decision.shared.figure import Figure
from needlewise.evidence.model.store import Evidence
from needlewise.evidence.rules.certainty import Rating
from needlewise.evidence.rules.versions import in_force, not_released
from needlewise.evidence.sentences.statements import Statement, why

FORMAT = 1

Plain = dict[str, Any]


def concern_index(evidence: Evidence) -> Plain:
    """Every concern with its name and the address of its answer."""
    return {
        "format": FORMAT,
        **_versions(evidence),
        "concerns": [
            {"id": name, "name": concern.name, "group": concern.group, "address": address(name)}
            for name, concern in evidence.concerns.items()
        ],
    }


def _versions(evidence: Evidence) -> Plain:
    """Of the program, and of the evidence: its last released version, and how many rows changed after it."""
    return {
        "version": __version__,
        "evidence_version": in_force(evidence).version,
        "evidence_released": in_force(evidence).day.isoformat(),
        "changes_not_released": len(not_released(evidence)),
    }


def address(concern_id: str) -> str:
    """Where the answer of a concern stands."""
    return f"/api/concerns/{concern_id}.json"


def concern_answer(evidence: Evidence, concern_id: str) -> Plain:
    """All that is said first of a concern and of each of its options, with the ids of its sources.

    Raises:
        KeyError: for an unknown concern.
    """
    page = build_concern_page(evidence, concern_id)
    table = options_table(evidence, page)
    lines = (*table.first, *(line for group in table.groups for line in group.lines))
    refs = [ref for part in page.answer for ref in part.refs]
    refs += [*page.pause.refs, *(ref for line in lines for ref in _refs(line))]
    sources = dict.fromkeys(name for ref in refs for name in evidence.source_ids(ref))
    return {
        "format": FORMAT,
        **_versions(evidence),
        "id": concern_id,
        "name": page.concern.name,
        "needling": page.needling.treatment_id,
        "answer": [_told(evidence, part) for part in page.answer],
        "certainty": _rating(evidence, page.rating),
        "before_you_decide": _told(evidence, page.pause),
        "options": [_option(evidence, line) for line in lines],
        "promises": [
            {"id": one.claim.claim_id, "name": one.name, "verdict": one.claim.verdict} for one in page.verdicts
        ],
        "sources": [
            {"id": name, "title": source.title, "year": source.year, "link": source.link}
            for name, source in ((name, evidence.sources[name]) for name in sources)
        ],
    }


def _option(evidence: Evidence, line: OptionLine) -> Plain:
    row = line.row
    return {
        "id": row.treatment.treatment_id,
        "name": row.treatment.name,
        "role": row.role,
        "effect": _told(evidence, row.effect) | {"figures": row.effect_figures},
        "certainty": _rating(evidence, row.rating),
        "also_found": [_told(evidence, said) | {"certainty": _rating(evidence, said.rating)} for said in row.also],
        "visits": _told(evidence, row.visits),
        "days": _told(evidence, row.days),
        "days_whole_course": _told(evidence, row.course_days),
        "discomfort": _told(evidence, row.discomfort),
        "main_harm": _told(evidence, row.harm),
        "guidelines": _told(evidence, line.advice),
        "regulators": [_told(evidence, told) for told in line.allowed],
    }


def _told(evidence: Evidence, part: Statement | Figure) -> Plain:
    """A sentence or a figure: its words, its note, whether it is known, its rows and their sources."""
    note = part.figures if isinstance(part, Statement) else part.note
    sources = dict.fromkeys(name for ref in part.refs for name in evidence.source_ids(ref))
    known = True if isinstance(part, Statement) else part.known
    return {"text": part.text, "note": note, "known": known, "rows": list(part.refs), "sources": list(sources)}


def _rating(evidence: Evidence, rating: Rating | None) -> Plain | None:
    """The level, who rated it and why; nothing where there was nothing to rate."""
    return None if rating is None else {"level": rating.level, "by": rating.by, "why": why(evidence, rating)}


def _refs(line: OptionLine) -> tuple[str, ...]:
    row = line.row
    figures = (row.effect, row.visits, row.days, row.course_days, row.discomfort, row.harm, line.advice, *line.allowed)
    found = [ref for figure in figures for ref in figure.refs]
    return (*found, *(ref for said in row.also for ref in said.refs))
