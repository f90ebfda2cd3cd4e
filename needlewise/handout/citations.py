"""Sources numbered in the order in which the text first needs them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise
from urllib.parse import urlsplit

from needlewise.decision.bibliography import authors
from needlewise.decision.shared.figure import Figure
from needlewise.decision.shared.rules import RuleId
from needlewise.evidence.model.rows import Source
from needlewise.evidence.model.store import Evidence
from needlewise.handout.model import Cited, PaperLine
from needlewise.words import say

LINK_SHOWN = 46


# Between things ticked, some of which have commas of their own.
BETWEEN = "; "


@dataclass
class Citations:
    """Numbers sources in the order in which they are first needed."""

    evidence: Evidence
    numbers: dict[str, int] = field(default_factory=dict)
    firm: set[str] = field(default_factory=set)

    def cites(self, refs: Iterable[str]) -> str:
        """`1–3, 7`; a source that speaks about effect is later printed with its title."""
        found: set[int] = set()
        for ref in refs:
            for source_id in self.evidence.source_ids(ref):
                found.add(self.numbers.setdefault(source_id, len(self.numbers) + 1))
                if ref.startswith("effects:"):
                    self.firm.add(source_id)
        return ranges(sorted(found))

    def line(
        self, text: str, refs: tuple[str, ...] = (), rule: RuleId = "stated", note: str = "", *, known: bool = True
    ) -> PaperLine:
        """A line with its sources numbered."""
        return PaperLine(text, note, refs, rule, known, self.cites(refs))

    def figure(self, figure: Figure, note: str | None = None) -> PaperLine:
        """A figure of the screen as a line."""
        below = figure.note if note is None else note
        return self.line(figure.text, figure.refs, figure.rule, below, known=figure.known)

    def listed(self) -> tuple[Cited, ...]:
        """All of them, in order."""
        return tuple(
            _cited(place, self.evidence.sources[name], firm=name in self.firm) for name, place in self.numbers.items()
        )


def ranges(numbers: list[int]) -> str:
    """`1–3, 7` for 1, 2, 3 and 7, which rise; two neighbours stay apart: `1, 2`."""
    runs: list[list[int]] = []
    for before, value in pairwise([-1, *numbers]):
        if runs and value == before + 1:
            runs[-1].append(value)
        else:
            runs.append([value])
    parts = [f"{run[0]}–{run[-1]}" if len(run) > 2 else ", ".join(map(str, run)) for run in runs]
    return ", ".join(parts)


def _cited(place: int, source: Source, *, firm: bool) -> Cited:
    names = [part.strip() for part in authors(source).split(",") if part.strip()]
    who = say("take_home-and-others", first=names[0]) if len(names) > 1 else "".join(names)
    year = str(source.year or "")
    return Cited(place, who, source.title.strip().rstrip("."), year, shown_as(source), source.link, firm)


# Hosts that hold copies of what others published, or drafts of a site: their names tell a colleague nothing.
_COPIES = re.compile(
    r"scribd|docksci|healthdocbox|pdfslide|yumpu|readkong|platformsh|blogspot|researchgate|jotform|docs\.google"
    r"|(^|[.-])(staging|develop|preview|test)[.-]|-staging\."
)


def shown_as(source: Source) -> str:
    """Where it stands, as printed: a DOI, an address, its host; where only a copy was found, what it is a copy of."""
    host = urlsplit(source.link).netloc.removeprefix("www.")
    if _COPIES.search(host):
        return say("take_home-source-copy", of=source.journal.strip() or say(f"design-{source.design}"))
    return _shown(source.link)


def _shown(link: str) -> str:
    """The address as printed: a DOI or PubMed number in short, a long address as its host."""
    for start, name in (("https://doi.org/", "doi:"), ("https://pubmed.ncbi.nlm.nih.gov/", "PubMed ")):
        if link.startswith(start):
            return name + link.removeprefix(start).rstrip("/")
    short = link.removeprefix("https://").removeprefix("http://").removeprefix("www.").rstrip("/")
    return short if len(short) <= LINK_SHOWN else urlsplit(link).netloc.removeprefix("www.")
