"""Small evidence made in a test: one row at a time, with sensible cells unless the test says otherwise.

Cells go through the same checks as those of `data/`, so a test cannot rest on a row the product would refuse.
Sources are named after what they are (`a_review`, `another_trial`, `a_clinic_sheet`), so that a table of rows reads
aloud.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TypeVar

from needlewise.decision.compare.choice import Topic
from needlewise.decision.compare.comparison import Comparison, arrange
from needlewise.decision.concern.build import build_concern_page
from needlewise.evidence.model import rows as r
from needlewise.evidence.model.advice import Recommendation
from needlewise.evidence.model.row import Row
from needlewise.evidence.model.store import Evidence
from needlewise.evidence.reading.load import load
from needlewise.evidence.rules.headline import Headline
from needlewise.evidence.rules.rates import Cohort, Rate

Cell = str | float | bool | None
_RowT = TypeVar("_RowT", bound=Row)


def _cell(value: Cell) -> str:
    """A value as it would stand in a CSV file."""
    if value is None or value is False:
        return ""
    if value is True:
        return "yes"
    return value if isinstance(value, str) else f"{value:.6f}".rstrip("0").rstrip(".")


def _row(model: type[_RowT], usual: dict[str, Cell], over: dict[str, Cell]) -> _RowT:
    unknown = set(over) - set(model.model_fields)
    if unknown:
        raise TypeError(f"{model.__name__} has no {', '.join(sorted(unknown))}")
    cells = dict.fromkeys(model.model_fields, "") | {name: _cell(value) for name, value in (usual | over).items()}
    return model.model_validate(cells)


def make_source(**over: Cell) -> r.Source:
    """A source: a review of 2020 unless said otherwise."""
    usual: dict[str, Cell] = {
        "source_id": "a_review",
        "title": "A study",
        "year": 2020,
        "design": "systematic_review",
        "url": "https://example.org/",
        "basis": "study",
    }
    return _row(r.Source, usual, over)


SOURCES = {
    source.source_id: source
    for source in (
        make_source(source_id="a_review"),
        make_source(source_id="another_review"),
        make_source(source_id="a_third_review"),
        make_source(source_id="a_newer_review", year=2024),
        make_source(source_id="a_network", design="network_meta_analysis"),
        make_source(source_id="a_guideline", design="guideline", basis="guideline"),
        make_source(source_id="a_trial", design="rct"),
        make_source(source_id="another_trial", design="rct"),
        make_source(source_id="a_cohort", design="cohort"),
        make_source(source_id="a_series", design="case_series"),
        make_source(source_id="an_overview", design="narrative_review"),
        make_source(source_id="a_clinic_sheet", design="patient_information", basis="clinic"),
        make_source(source_id="a_preprint", basis="preprint"),
        make_source(source_id="a_maker", design="rct", basis="manufacturer"),
        make_source(source_id="a_consumer_page", design="systematic_review", basis="consumer"),
        make_source(source_id="a_news_report", design="systematic_review", basis="news"),
    )
}


def make_effect(**over: Cell) -> r.Effect:
    """One finding: a review of 500 people in which dry needling eased back pain more than sham needling."""
    usual: dict[str, Cell] = {
        "effect_id": "e1",
        "concern_id": "low_back_pain",
        "treatment_id": "dry_needling",
        "comparator_id": "sham",
        "comparator_words": "",
        "outcome": "pain",
        "outcome_label": "Pain",
        "measure": "SMD",
        "estimate": -0.5,
        "ci_low": -0.8,
        "ci_high": -0.2,
        "better": "lower",
        "favours": "treatment",
        "weeks": 4,
        "time_words": "at 4 weeks",
        "kind": "controlled",
        "direct": True,
        "n_people": 500,
        "counts_of": "finding",
        "source_id": "a_review",
        "locator": "Table 1",
        "checked": True,
    }
    return _row(r.Effect, usual, over)


def points(**over: Cell) -> r.Effect:
    """A finding on a scale of 100 points."""
    usual: dict[str, Cell] = {"measure": "MD", "scale_points": 100, "estimate": -12, "ci_low": -16, "ci_high": -8}
    return make_effect(**(usual | over))


def shares(**over: Cell) -> r.Effect:
    """A finding as shares of people: 60 of 100 got better, against 40 of 100."""
    usual: dict[str, Cell] = {
        "outcome": "improvement",
        "measure": "proportion",
        "better": "higher",
        "estimate": 60,
        "comparator_estimate": 40,
        "ci_low": None,
        "ci_high": None,
        "event_words": "got better",
    }
    return make_effect(**(usual | over))


def unclear(**over: Cell) -> r.Effect:
    """A finding whose range crosses no effect."""
    usual: dict[str, Cell] = {"estimate": -0.1, "ci_low": -0.4, "ci_high": 0.2, "favours": "neither"}
    return make_effect(**(usual | over))


def against(**over: Cell) -> r.Effect:
    """A finding in favour of the comparator."""
    usual: dict[str, Cell] = {"estimate": 0.5, "ci_low": 0.2, "ci_high": 0.8, "favours": "comparator"}
    return make_effect(**(usual | over))


def make_recommendation(**over: Cell) -> Recommendation:
    """A society that recommended dry needling for back pain in 2020."""
    usual: dict[str, Cell] = {
        "guideline_id": "g1",
        "concern_id": "low_back_pain",
        "treatment_id": "dry_needling",
        "body": "Society",
        "year": 2020,
        "recommendation": "for",
        "words": "Comes first.",
        "source_ids": "a_guideline",
        "checked": True,
    }
    return _row(Recommendation, usual, over)


def make_protocol(**over: Cell) -> r.Protocol:
    """A trial that gave six sessions of dry needling for back pain, a week apart."""
    usual: dict[str, Cell] = {
        "protocol_id": "p1",
        "concern_id": "low_back_pain",
        "treatment_id": "dry_needling",
        "kind": "single",
        "basis": "trial_protocols",
        "source_ids": "a_trial",
        "checked": True,
    }
    return _row(r.Protocol, usual, over)


def make_recovery(**over: Cell) -> r.Recovery:
    """A measured day at which redness after microneedling was gone."""
    usual: dict[str, Cell] = {
        "recovery_id": "d1",
        "treatment_id": "microneedling",
        "milestone": "redness_gone",
        "basis": "measured",
        "direct": True,
        "source_ids": "a_trial",
        "checked": True,
    }
    return _row(r.Recovery, usual, over)


def make_risk(**over: Cell) -> r.Risk:
    """Bruises in 10 of 100 people asked after dry needling, 100 of them."""
    usual: dict[str, Cell] = {
        "risk_id": "k1",
        "treatment_id": "dry_needling",
        "harm": "bruising",
        "harm_label": "Bruising",
        "population": "adults",
        "relation": "absolute",
        "per": "person",
        "how_asked": "asked",
        "per_100": 10,
        "n": 100,
        "seriousness": "minor",
        "direct": True,
        "source_ids": "a_trial",
        "checked": True,
    }
    return _row(r.Risk, usual, over)


def make_rate(
    low: float = 5,
    high: float | None = None,
    *,
    harm: str = "bruising",
    n: int = 200,
    elsewhere: tuple[str, ...] = (),
    **over: Cell,
) -> Rate:
    """One rate of people: one cohort where both ends are the same, else two of `n` people each."""
    ends = (low,) if high is None or high == low else (low, high)
    rows = [
        make_risk(**{"risk_id": f"{harm}{place}", "harm": harm, "per_100": end, "n": n, **over})
        for place, end in enumerate(ends)
    ]
    return Rate(harm, rows[0].per, tuple(Cohort(row) for row in rows), elsewhere)


def _by_id(rows: Iterable[_RowT]) -> dict[str, _RowT]:
    found: dict[str, _RowT] = {}
    for row in rows:
        if row.identity in found:
            raise ValueError(f"two rows are called {row.identity}")
        found[row.identity] = row
    return found


def make_evidence(
    effects: Iterable[r.Effect] = (),
    *,
    protocols: Iterable[r.Protocol] = (),
    recovery: Iterable[r.Recovery] = (),
    risks: Iterable[r.Risk] = (),
    sources: Iterable[r.Source] = (),
) -> Evidence:
    """The real concerns, treatments, thresholds and smallest differences, with only these findings, courses, days and harms."""
    return replace(
        load(),
        effects=_by_id(effects),
        protocols=_by_id(protocols),
        recovery=_by_id(recovery),
        risks=_by_id(risks),
        sources=load().sources | SOURCES | _by_id(sources),
    )


def with_course(
    evidence: Evidence,
    concern_id: str,
    treatment_id: str,
    visits: tuple[int, int, int],
    *,
    weeks: tuple[int, int, int] | None = None,
    days_off: tuple[int, int, int] | None = None,
    result: tuple[int, int] | None = None,
) -> Evidence:
    """This evidence with one made course in place of a treatment's own, so that no edit of a table changes what is worked out from it.

    Args:
        evidence: what is kept of everything else.
        concern_id: the concern of the course.
        treatment_id: the treatment whose rows give way.
        visits: fewest, usual and most visits.
        weeks: between two visits, likewise.
        days_off: until normal life after each visit, for every concern of the treatment; None keeps the table's.
        result: weeks from the start to the first and the last look at a result; None gives no result.
    """
    ends = ("low", "typical", "high")
    given: dict[str, Cell] = {f"sessions_{end}": number for end, number in zip(ends, visits, strict=True)}
    if weeks is not None:
        given |= {f"interval_weeks_{end}": number for end, number in zip(ends, weeks, strict=True)}
    if result is not None:
        given |= {"weeks_to_result_low": result[0], "weeks_to_result_high": result[1]}
    protocol = make_protocol(
        protocol_id=f"{concern_id}.{treatment_id}.made", concern_id=concern_id, treatment_id=treatment_id, **given
    )
    others = [
        row for row in evidence.protocols.values() if (row.concern_id, row.treatment_id) != (concern_id, treatment_id)
    ]
    recovery = list(evidence.recovery.values())
    if days_off is not None:
        days: dict[str, Cell] = {f"day_{end}": number for end, number in zip(ends, days_off, strict=True)}
        made = make_recovery(
            recovery_id=f"{treatment_id}.made", treatment_id=treatment_id, milestone="back_to_work", **days
        )
        recovery = [row for row in recovery if (row.treatment_id, row.milestone) != (treatment_id, "back_to_work")] + [
            made
        ]
    return replace(
        evidence,
        protocols=_by_id([*others, protocol]),
        recovery=_by_id(recovery),
        sources=evidence.sources | SOURCES,
    )


def spoken(line: Headline | None) -> str | None:
    """The id of the finding that speaks; None when none does."""
    return None if line is None else line.effect.effect_id


def compare(
    evidence: Evidence,
    concern_id: str,
    option_ids: tuple[str, ...],
    skin_type: int | None = None,
    first: Topic = "what",
) -> Comparison:
    """Options of a concern side by side, from a page built for it."""
    return arrange(evidence, build_concern_page(evidence, concern_id), option_ids, skin_type, first)
