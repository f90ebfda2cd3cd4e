"""The pages that hold what the cards are made of: each row of the evidence once, however many figures rest on it.

A row stands on the shelf of its concern, or, where it holds for any concern, on that of its table. A browser asks for a
whole shelf, so an address never tells which row was looked at: on "Right for me?" that would be an answer about health.
The address carries a digest of all shelves, so what it leads to never changes and may be kept for ever.
"""

from __future__ import annotations

import base64
import functools
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import get_args

from markupsafe import Markup

from needlewise.caching import shared
from needlewise.decision.memory.judged import judged_words
from needlewise.decision.shared.rules import RuleId
from needlewise.evidence.model import rows as r
from needlewise.evidence.model.row import Row
from needlewise.evidence.model.store import Evidence
from needlewise.evidence.reading.load import load
from needlewise.evidence.rules.certainty import Rating, rate
from needlewise.evidence.sentences.rows import row_words, source_facts
from needlewise.evidence.sentences.steps import step_words
from needlewise.ui.components.certainty import sure_words
from needlewise.ui.templates import macro

ROOM = "sources"
_TEMPLATE = "components/source_cards/template.html"
# Over a thousand sources: one shelf of them would be too heavy to fetch for one card. Parted by the first character.
_PARTED = "sources"


@functools.cache
def code(ref: str) -> str:
    """A short name of a row that never changes: six letters and digits from its reference."""
    return base64.b32encode(hashlib.blake2b(ref.encode(), digest_size=4).digest()).decode().lower()[:6]


def shelf(evidence: Evidence, ref: str) -> str:
    """The shelf that a row stands on.

    Raises:
        KeyError: when the row does not exist.
    """
    table = ref.partition(":")[0]
    concern_id = getattr(evidence.find(ref), "concern_id", "")
    if concern_id in evidence.concerns:
        return str(concern_id)
    return f"{table}-{code(ref)[0]}" if table == _PARTED else table


def address(evidence: Evidence, ref: str) -> str:
    """Where a row is served, from any page of ours; the part behind `#` stays in the browser."""
    return f"{ROOM}/{_edition(evidence)}/{shelf(evidence, ref)}#{code(ref)}"


def others(evidence: Evidence, refs: tuple[str, ...]) -> str:
    """The further rows of a card, by their codes; before a code its shelf, where that is not the first row's."""
    first = shelf(evidence, refs[0])
    found = ((shelf(evidence, ref), code(ref)) for ref in refs[1:])
    return " ".join(name if where == first else f"{where}/{name}" for where, name in found)


def _edition(evidence: Evidence) -> str:
    return shelves().edition if evidence is load() else "made"


@dataclass(frozen=True)
class Shelves:
    """All shelves as HTML, by name, and the digest of them."""

    edition: str
    pages: Mapping[str, str]


@shared(size=1)
def shelves() -> Shelves:
    """Every row that can stand on a card, each with what it rests on, drawn once for all visitors."""
    evidence = load()
    found: dict[str, dict[str, Markup]] = {}
    for table in r.TABLES:
        refs = [f"{table}:{row_id}" for row_id in getattr(evidence, table)]
        # A row of ours may have no source, and its card then says what it is; what is no evidence has no card at all.
        if not any(evidence.source_ids(ref) for ref in refs):
            continue
        for ref in refs:
            standing = found.setdefault(shelf(evidence, ref), {})
            if code(ref) in standing:
                raise ValueError(f"two rows with one short name: {ref}")
            standing[code(ref)] = _drawn(evidence, ref, evidence.find(ref))
    rules = get_args(RuleId)
    pages = {
        name: str(macro(_TEMPLATE, "shelf", evidence.concerns.get(name), rules, list(rows.values())))
        for name, rows in found.items()
    }
    digest = hashlib.blake2b("".join(pages.values()).encode(), digest_size=4)
    return Shelves(digest.hexdigest(), pages)


def _drawn(evidence: Evidence, ref: str, row: Row) -> Markup:
    cites = [source_line(evidence.sources[name]) for name in evidence.source_ids(ref)]
    sure = own_certainty(evidence, ref)
    place = ref.replace(":", "/", 1)
    return macro(_TEMPLATE, "row", code(ref), cites, row_words(row), step_words(row), place, sure)


def own_certainty(evidence: Evidence, ref: str) -> str:
    """What stands on the shelf about the certainty of a finding; empty for a row that is no finding."""
    row = evidence.find(ref)
    return certainty_words(evidence, rate(evidence, row), (ref,)) if isinstance(row, r.Effect) else ""


def certainty_words(evidence: Evidence, rating: Rating, refs: tuple[str, ...]) -> str:
    """What a certainty means, who rated it and why, when, and what stood there before."""
    return f"{sure_words(evidence, rating)} {judged_words(evidence, rating, refs)}".strip()


def source_line(source: r.Source) -> Markup:
    """Title with a link, then year, kind of study, number of studies and people, and what it rests on."""
    return macro(_TEMPLATE, "source", source.link, source.title, source_facts(source))
