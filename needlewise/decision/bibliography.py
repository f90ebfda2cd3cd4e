"""All sources with a citation in a standard style, what weakens them, every place where each is used.

And what regulators warn of.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from needlewise.evidence.model.rows import Source
from needlewise.evidence.model.store import Evidence
from needlewise.evidence.sentences.rows import source_facts
from needlewise.words import capital, say, search, sentence

# Tables whose rows rest on sources and that people meet on a page, in the order of reading.
USED_IN = (
    "effects",
    "protocols",
    "recovery",
    "risks",
    "cautions",
    "claims",
    "red_flags",
    "natural_course",
    "appointment",
    "pain_scores",
    "aftercare",
    "costs",
    "regulator",
    "concerns",
    "treatments",
    "mcid",
    "thresholds",
    "guidelines",
    "after_signs",
    "dated_cautions",
    "questions",
)


ANY = "any"


PAGE_ROWS = 25


# What was noted beside a name or in its place: "Hong CZ (not shown in the excerpt)".
_REMARK = re.compile(r"\s*\([^)]*\bnot shown\b[^)]*\)")


@dataclass(frozen=True)
class Entry:
    """One source: its citation, the rows (`table:row_id`) that rest on it, by table, and what a search looks in."""

    source: Source
    citation: str
    uses: tuple[tuple[str, tuple[str, ...]], ...]
    concerns: tuple[str, ...]
    searched: str = ""

    @property
    def count(self) -> int:
        """How many rows rest on it."""
        return sum(len(refs) for _, refs in self.uses)

    @property
    def facts(self) -> str:
        """Kind of study, number of studies and people, and what it rests on."""
        return capital(source_facts(self.source, dated=False))

    @property
    def weaknesses(self) -> str:
        """Where a weak source comes from, and the limits it names itself; empty when there is nothing to say."""
        source = self.source
        notes = [say(f"evidence-origin-{source.basis}")] if source.is_weak else []
        if source.limitations:
            notes.append(say("evidence-limits", text=source.limitations))
        return " ".join(sentence(note) for note in notes)


def citation(source: Source) -> str:
    """Vancouver style: authors. Title. Journal. Year.

    What the page seen did not show is left out or said to be missing.
    """
    names = authors(source) or say("evidence-authors-missing")
    year = str(source.year) if source.year else say("evidence-year-missing")
    parts = [names, source.title.strip().rstrip("."), source.journal.strip().rstrip("."), year]
    return ". ".join(part for part in parts if part) + "."


def authors(source: Source) -> str:
    """The authors with commas between them; empty when the page seen did not show them, whatever its remark says."""
    names = _REMARK.sub("", source.authors)
    return "" if "not shown" in names else names.replace(";", ",").strip().rstrip(".")


def entries(evidence: Evidence) -> tuple[Entry, ...]:
    """Every source, in the order of its citation's first author or title."""
    uses: dict[str, dict[str, list[str]]] = {source_id: {} for source_id in evidence.sources}
    concerns: dict[str, dict[str, None]] = {source_id: {} for source_id in evidence.sources}
    for table in USED_IN:
        for row_id, row in getattr(evidence, table).items():
            if getattr(row, "duplicate_of", ""):
                continue
            for source_id in evidence.source_ids(f"{table}:{row_id}"):
                uses[source_id].setdefault(table, []).append(f"{table}:{row_id}")
                concern_id = getattr(row, "concern_id", "")
                if concern_id:
                    concerns[source_id][concern_id] = None
    found = [
        Entry(
            source,
            citation(source),
            tuple((table, tuple(refs)) for table, refs in uses[source_id].items()),
            tuple(concerns[source_id]),
            search.folded(
                " ".join(
                    (
                        citation(source),
                        source.link,
                        source.pmid,
                        *(evidence.concerns[concern_id].name for concern_id in concerns[source_id]),
                    )
                )
            ),
        )
        for source_id, source in evidence.sources.items()
    ]
    return tuple(
        sorted(
            found,
            key=lambda entry: (not authors(entry.source), (authors(entry.source) or entry.source.title).lower()),
        )
    )


def chosen(
    found: tuple[Entry, ...], *, concern: str = ANY, design: str = ANY, ground: str = ANY, text: str = ""
) -> tuple[Entry, ...]:
    """The sources of one concern, of one kind of study, only the weak (`weak`) or the other (`firm`) ones.

    Each word of `text` must begin a word of the citation, the link or the concerns that use it.
    """
    beginnings = search.asked(text)
    return tuple(
        entry
        for entry in found
        if concern in (ANY, *entry.concerns)
        and design in (ANY, entry.source.design)
        and (ground == ANY or (ground == "weak") == entry.source.is_weak)
        and search.holds(entry.searched, beginnings)
    )
