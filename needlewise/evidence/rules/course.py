"""What having a treatment comes to: visits, their spacing, time to a result, what one visit is like, what it costs."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from needlewise.evidence.model.rows import Appointment, Cost, Protocol
from needlewise.evidence.model.store import Evidence
from needlewise.evidence.rules.ranges import Basis, Range, combine, strongest


@dataclass(frozen=True)
class Course:
    """A usual course: how many visits, weeks between them, weeks until results show, and how long people were followed.

    Attributes:
        visits: visits to a practitioner; None when no source gives a number.
        home_sessions: sessions done at home (exercise, creams); None when there are none.
        interval_weeks: weeks between visits.
        weeks_to_result: weeks from the first visit until results were measured.
        followed: the protocol rows with the longest follow-up after the last visit, longest first.
    """

    visits: Range | None
    home_sessions: Range | None
    interval_weeks: Range | None
    weeks_to_result: Range | None
    followed: tuple[Protocol, ...]

    @property
    def visit_refs(self) -> tuple[str, ...]:
        """The rows behind the number of visits and their spacing, each once."""
        found = [part for part in (self.visits, self.interval_weeks) if part is not None]
        return tuple(dict.fromkeys(ref for part in found for ref in part.refs))


_PROTOCOL_ORDER: tuple[tuple[Basis, tuple[str, ...]], ...] = (
    ("studies", ("trial_protocols", "guideline", "consensus")),
    ("advice", ("patient_information",)),
)


def _protocol_range(rows: Iterable[Protocol], part: str, *, whole: bool) -> Range | None:
    with_figure = [
        row
        for row in rows
        if any(getattr(row, f"{part}{end}", None) is not None for end in ("_low", "_typical", "_high"))
    ]
    singles = [row for row in with_figure if row.kind == "single"]
    basis, found = strongest(singles or with_figure, _PROTOCOL_ORDER)
    triples = [
        (
            getattr(row, f"{part}_low"),
            getattr(row, f"{part}_typical", None),
            getattr(row, f"{part}_high"),
            f"protocols:{row.protocol_id}",
        )
        for row in found
    ]
    return combine(triples, basis, whole=whole)


def course(evidence: Evidence, concern_id: str, treatment_id: str) -> Course | None:
    """The usual course of one treatment for one concern; None when no source describes one.

    Rows that repeat another and rows nobody has checked are left out. Our own summary rows are used only where no
    single source gives the figure, so that no trial counts twice. Home sessions are kept apart from visits.
    """
    rows = [row for row in evidence.of(concern_id).protocols_of(treatment_id) if not row.duplicate_of and row.checked]
    if not rows:
        return None
    clinic = [row for row in rows if not row.home_based]
    home = [row for row in rows if row.home_based]
    followed = sorted(
        (row for row in rows if row.followed_weeks is not None),
        key=lambda row: (-(row.followed_weeks or 0), row.protocol_id),
    )
    return Course(
        visits=_protocol_range(clinic, "sessions", whole=True),
        home_sessions=_protocol_range(home, "sessions", whole=True),
        interval_weeks=_protocol_range(clinic, "interval_weeks", whole=False),
        weeks_to_result=_protocol_range(rows, "weeks_to_result", whole=False),
        followed=tuple(followed),
    )


def appointment(evidence: Evidence, treatment_id: str) -> Appointment | None:
    """What one visit is like; None when no source says, or when nobody has checked what it says."""
    row = evidence.appointment.get(treatment_id)
    return row if row is not None and row.checked else None


def fees(evidence: Evidence, treatment_id: str) -> tuple[Cost, ...]:
    """Published fees of a treatment that give an amount and were checked; most rest on a single article and say so."""
    return tuple(row for row in evidence.about(treatment_id).costs if row.checked and row.amounts)
