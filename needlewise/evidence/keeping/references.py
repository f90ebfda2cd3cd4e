"""Reading what PubMed and reference managers export (nbib, RIS, CSL-JSON), each reference as the cells of a source."""

from __future__ import annotations

import json
import re
import unicodedata
from dataclasses import dataclass
from typing import Any, ClassVar

import rispy

from needlewise.evidence.model.store import Evidence
from needlewise.evidence.model.vocabulary import Design

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_DOI = re.compile(r"10\.\d{4,9}/\S+")
# What a publication calls itself, the more telling first, and the design it stands for.
_DESIGNS: tuple[tuple[str, Design], ...] = (
    ("network meta-analysis", "network_meta_analysis"),
    ("meta-analysis", "systematic_review"),
    ("systematic review", "systematic_review"),
    ("guideline", "guideline"),
    ("randomized controlled trial", "rct"),
    ("randomised", "rct"),
    ("randomized", "rct"),
    ("cohort", "cohort"),
    ("observational study", "cohort"),
    ("case reports", "case_series"),
    ("review", "narrative_review"),
)


@dataclass(frozen=True)
class Reference:
    """One reference: who, what, where, when, its lasting addresses, and the design its own words suggest."""

    authors: tuple[str, ...]
    title: str
    journal: str
    year: str
    doi: str
    pmid: str
    url: str
    design: Design | None

    @property
    def first(self) -> str:
        """The family name of the first author, as plain letters; `source` where nobody is named."""
        name = self.authors[0].partition(",")[0].split(" ")[0] if self.authors else ""
        plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
        return re.sub(r"[^a-z]", "", plain.lower()) or "source"

    @property
    def short_authors(self) -> str:
        """The authors as the table writes them: the first, and that there are others."""
        if not self.authors:
            return ""
        return self.authors[0] if len(self.authors) == 1 else f"{self.authors[0]} et al."


class _Nbib(rispy.RisParser):  # type: ignore[misc]  # rispy gives no types for its classes
    """PubMed's own export (the MEDLINE display): four signs of tag, a hyphen, and lines that run on indented."""

    START_TAG = "PMID"
    DEFAULT_MAPPING: ClassVar[dict[str, str]] = {
        "PMID": "pmid",
        "TI": "title",
        "FAU": "authors",
        "AU": "short_authors",
        "JT": "journal",
        "DP": "date",
        "LID": "ids",
        "AID": "ids",
        "PT": "types",
        "UK": "unknown_tag",
    }
    DEFAULT_LIST_TAGS: ClassVar[list[str]] = ["FAU", "AU", "LID", "AID", "PT"]
    DEFAULT_DELIMITER_MAPPING: ClassVar[dict[str, str]] = {}

    def parse_line(self, line: str) -> tuple[str | None, str]:
        """The tag and what follows; no tag on a line that runs on."""
        if line[4:6] == "- " and line[:2].isalpha():
            return line[:4].strip(), line[6:].strip()
        return None, line.strip()


def read_references(text: str) -> list[Reference]:
    """Every reference of a file, whichever of the three forms it has.

    Raises:
        ValueError: for another form, or none at all.
    """
    text = text.lstrip("\ufeff").replace("\r\n", "\n").replace("\r", "\n").strip()
    try:
        if text.startswith(("[", "{")):
            found = _csl(json.loads(text))
        elif re.search(r"^PMID- ", text, re.MULTILINE):
            found = _nbib(text)
        elif re.search(r"^TY  -", text, re.MULTILINE):
            found = _ris(text)
        else:
            found = []
    except (json.JSONDecodeError, AttributeError, TypeError, KeyError) as error:
        raise ValueError("the file cannot be read as nbib, RIS or CSL-JSON") from error
    if not found:
        raise ValueError("no reference found: expected PubMed's nbib, RIS or CSL-JSON")
    return found


def _nbib(text: str) -> list[Reference]:
    # Each record ends with an empty line; the parser of rispy wants an end of its own.
    records = re.split(r"\n(?=PMID- )", text)
    ended = "\n".join(record.rstrip() + "\nER  - \n" for record in records)
    return [
        _reference(
            row.get("authors") or row.get("short_authors") or [],
            row.get("title", ""),
            row.get("journal", ""),
            row.get("date", ""),
            {"doi": " ".join(item for item in row.get("ids", []) if "[doi]" in item), "pmid": row.get("pmid", "")},
            " ".join(row.get("types", [])),
        )
        for row in _Nbib().parse(ended)
    ]


def _ris(text: str) -> list[Reference]:
    found = []
    for row in rispy.loads(text):
        title = row.get("title") or row.get("primary_title") or ""
        journal = row.get("journal_name") or row.get("secondary_title") or row.get("alternate_title3") or ""
        urls = row.get("urls") or []
        places = {
            "doi": row.get("doi", ""),
            "url": urls[0] if urls else "",
            "pmid": str(row.get("accession_number", "")),
        }
        authors = row.get("authors") or row.get("first_authors") or []
        year = str(row.get("year") or row.get("publication_year") or row.get("date") or "")
        kinds = " ".join([str(row.get("type_of_work", "")), *map(str, row.get("keywords", []))])
        found.append(_reference(authors, title, journal, year, places, kinds))
    return found


def _csl(value: Any) -> list[Reference]:  # noqa: ANN401  whatever stands in the file
    rows = value if isinstance(value, list) else value.get("items", [value])
    found = []
    for row in rows:
        authors = [
            author.get("literal") or ", ".join(part for part in (author.get("family"), author.get("given")) if part)
            for author in row.get("author", [])
        ]
        parts = row.get("issued", {}).get("date-parts") or [[""]]
        year = str(parts[0][0]) or str(row.get("issued", {}).get("raw", ""))
        places = {"doi": row.get("DOI", ""), "pmid": str(row.get("PMID", "")), "url": row.get("URL", "")}
        found.append(
            _reference(
                authors, row.get("title", ""), row.get("container-title", ""), year, places, row.get("genre", "")
            )
        )
    return found


def _reference(
    authors: list[str], title: str, journal: str, date: str, places: dict[str, str], kinds: str
) -> Reference:
    doi = _DOI.search(places.get("doi", "") or "")
    year = _YEAR.search(date or "")
    url = places.get("url", "") or ""
    words = f"{kinds} {title}".lower()
    return Reference(
        tuple(" ".join(author.split()) for author in authors if author),
        " ".join(title.split()).rstrip("."),
        " ".join(journal.split()),
        year.group() if year else "",
        doi.group().rstrip(".,;") if doi else "",
        re.sub(r"\D", "", places.get("pmid", "") or ""),
        url if url.startswith(("http://", "https://")) else "",
        next((design for word, design in _DESIGNS if word in words), None),
    )


def same_source(evidence: Evidence, reference: Reference) -> str:
    """The id of a source that is this publication already, by DOI or PubMed number; empty where there is none."""
    for source in evidence.sources.values():
        if reference.doi and source.doi.lower() == reference.doi.lower():
            return source.source_id
        if reference.pmid and source.pmid == reference.pmid:
            return source.source_id
    return ""


def new_source_id(evidence: Evidence, reference: Reference) -> str:
    """`smith2024`, with a letter behind where another source has it already."""
    stem = f"{reference.first}{reference.year}"
    taken = set(evidence.sources)
    letters = ["", *"bcdefghijklmnopqrstuvwxyz"]
    return next((f"{stem}{letter}" for letter in letters if f"{stem}{letter}" not in taken), f"{stem}.{len(taken)}")
