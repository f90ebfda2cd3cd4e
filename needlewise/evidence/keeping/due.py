"""What the one who keeps the tables should look at next. Nothing is fetched: addresses are only read as text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlsplit

from needlewise.evidence.model import rows as r
from needlewise.evidence.model.store import Evidence
from needlewise.evidence.rules import review

# Hosts that show other people's publications: the publisher's own address or a DOI lasts longer.
_MIRRORS = (
    "researchgate.net", "semanticscholar.org", "academia.edu", "scribd.com", "europepmc.org", "archive.org",
    "sci-hub", "docslib.org", "studylib.net", "scholar.archive.org", "vdoc.pub", "pdfs.",
)  # fmt: skip


@dataclass(frozen=True)
class Due:
    """One kind of thing that is due, and the rows or sources it is about, each with a few words."""

    kind: str
    items: tuple[str, ...]


def due(
    evidence: Evidence, shown: Iterable[str], today: date, *, years: int = 10, retracted: Iterable[str] = ()
) -> tuple[Due, ...]:
    """All that is due. `shown` are the rows that speak on a page; `retracted` are DOIs or PubMed numbers."""
    refs = list(dict.fromkeys(shown))
    rows = {ref: evidence.find(ref) for ref in refs}
    effects = {ref: row for ref, row in rows.items() if isinstance(row, r.Effect)}
    sources = dict.fromkeys(name for ref in refs for name in evidence.source_ids(ref))
    day = review.review_due(evidence)
    return (
        Due("The next search", (f"due by {day.isoformat()}{', overdue' if today > day else ''}",)),
        Due(
            f"Shown, from a source of more than {years} years ago",
            tuple(
                f"{ref} ({evidence.sources[row.source_id].year})"
                for ref, row in effects.items()
                if (year := evidence.sources[row.source_id].year) and today.year - year > years
            ),
        ),
        Due(
            "Replaced by a newer source, and set aside",
            tuple(
                f"effects:{row.effect_id} by {row.superseded_by}"
                for row in evidence.effects.values()
                if row.superseded_by
            ),
        ),
        Due("Shown on a weak basis", tuple(ref for ref, row in rows.items() if _is_weak(evidence, ref, row))),
        Due(
            "Shown, and not read a second time",
            tuple(ref for ref, row in rows.items() if hasattr(row, "reread") and row.reread is None),
        ),
        Due(
            "Shown, with the people of the finding not known",
            tuple(ref for ref, row in effects.items() if not row.people),
        ),
        Due("Not checked even once", tuple(_unchecked(evidence))),
        Due("Shown, with an address that may not last", tuple(_addresses(evidence, sources))),
        Due("Retracted, by the list that was given", tuple(_retracted(evidence, retracted))),
    )


def _is_weak(evidence: Evidence, ref: str, row: object) -> bool:
    names = evidence.source_ids(ref)
    return bool(getattr(row, "weak", False)) or (bool(names) and all(evidence.sources[name].is_weak for name in names))


def _unchecked(evidence: Evidence) -> Iterable[str]:
    for table, model in r.TABLES.items():
        if "checked" in model.model_fields:
            yield from (f"{table}:{name}" for name, row in getattr(evidence, table).items() if not row.checked)


def _addresses(evidence: Evidence, names: Iterable[str]) -> Iterable[str]:
    for name in names:
        source = evidence.sources[name]
        if source.doi or source.pmid:
            continue
        host = urlsplit(source.url).netloc.lower()
        why = [word for word in _MIRRORS if word in host]
        if why:
            yield f"sources:{name} a copy on {host}"
        elif source.url.startswith("http://"):
            yield f"sources:{name} {source.url}"


def read_retracted(text: str) -> tuple[str, ...]:
    """DOIs and PubMed numbers of a list, in whatever columns they stand."""
    dois = re.findall(r"10\.\d{4,9}/[^\s,;\"]+", text)
    pmids = re.findall(r"(?<![\d./])\d{5,9}(?![\d./])", text)
    return (*dict.fromkeys(doi.rstrip(".").lower() for doi in dois), *dict.fromkeys(pmids))


def _retracted(evidence: Evidence, marks: Iterable[str]) -> Iterable[str]:
    wanted = set(marks)
    for source in evidence.sources.values():
        if source.doi.lower() in wanted or source.pmid in wanted:
            yield f"sources:{source.source_id} {source.title}"
