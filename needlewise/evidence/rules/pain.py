"""How much a treatment hurts while it is done: the scores of studies on a scale from 0 (none) to 10 (worst)."""

from __future__ import annotations

import statistics
from collections.abc import Iterable
from dataclasses import dataclass

from needlewise.evidence.model.rows import PainScore
from needlewise.evidence.model.store import Evidence


@dataclass(frozen=True)
class PainDuring:
    """Pain during a visit, from 0 (none) to 10 (worst).

    Attributes:
        typical: the middle of the studies' means or medians; None where the sources give no middle.
        low, high: the lowest and the highest of them.
        rows: the scores it was made from.
        sites: the places on the body, where it is only known for another one.
    """

    typical: float | None
    low: float
    high: float
    rows: tuple[PainScore, ...]
    sites: tuple[str, ...] = ()

    @property
    def refs(self) -> tuple[str, ...]:
        """The rows behind it, as `table:row_id`."""
        return tuple(f"pain_scores:{row.score_id}" for row in self.rows)

    @property
    def studies(self) -> int | None:
        """How many studies; None where a source does not say."""
        return _sum(row.studies for row in self.rows)

    @property
    def people(self) -> int | None:
        """How many people were asked; None where a source does not say."""
        return _sum(row.people for row in self.rows)

    @property
    def visits(self) -> int | None:
        """How many visits were asked about, where visits were counted and not people."""
        return _sum(row.visits for row in self.rows)


def _sum(counts: Iterable[int | None]) -> int | None:
    known = list(counts)
    return None if None in known else sum(count for count in known if count is not None)


def pain_during(evidence: Evidence, treatment_id: str, concern_id: str) -> PainDuring | None:
    """Pain during one visit of a treatment; None when no source gives a score.

    Scores of the concern's place on the body speak first, then scores of no place in particular, then those of another
    place, which is named. Weak sources speak only where nothing better does. A source that names only its lowest and
    highest mean speaks where no other gives a score.
    """
    rows = [row for row in evidence.about(treatment_id).pain if row.checked]
    rows = [row for row in rows if not _is_weak(evidence, row)] or rows
    here = [row for row in rows if concern_id in row.concern_ids]
    anywhere = [row for row in rows if not row.concern_ids]
    found = here or anywhere or rows
    found = [row for row in found if row.score is not None] or found
    if not found:
        return None
    scores = [row.score for row in found if row.score is not None]
    ends = [end for row in found for end in (row.score, row.score_low, row.score_high) if end is not None]
    sites = () if here or anywhere else tuple(dict.fromkeys(row.site for row in found))
    return PainDuring(float(statistics.median(scores)) if scores else None, min(ends), max(ends), tuple(found), sites)


def _is_weak(evidence: Evidence, row: PainScore) -> bool:
    return all(evidence.sources[name].is_weak for name in row.source_ids)
