"""All that is said of a concern as plain text, so that it can be kept with a version and read again later.

What is kept are the sentences and figures themselves, not the rows alone: rules and words change too, and an old answer
must stay what people read. Rows and sources are kept beside them as they stood.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

from needlewise.decision.concern.build import build_concern_page
from needlewise.decision.concern.harm_lines import harms_in_words
from needlewise.decision.concern.page import ConcernPage
from needlewise.decision.shared.figure import Figure
from needlewise.decision.shared.options import OptionRow
from needlewise.evidence.model.store import Evidence
from needlewise.evidence.rules.certainty import Rating
from needlewise.evidence.sentences.rows import row_words, source_facts
from needlewise.evidence.sentences.statements import Statement

# The figures of an option, in the order of the table of options.
FIGURES = ("visits", "days", "shows", "course", "discomfort", "harm")
# The large figures below the answer.
BIG = ("visits", "downtime", "course", "results")


@dataclass(frozen=True)
class Line:
    """One sentence or figure as it stood.

    Attributes:
        option: the option it is about; empty for the answer and what stands around it.
        place: what it is, such as `effect`, `visits`, `harm:bruising`; unique within an option.
        text: what stood there, with the figures in it.
        note: the words below it.
        state: which way it points, where it points anywhere.
        level: how sure, and who rated it so.
        refs: the rows behind it, as `table:row_id`.
    """

    option: str
    place: str
    text: str
    note: str = ""
    state: str = ""
    level: str = ""
    rated_by: str = ""
    refs: tuple[str, ...] = ()


@dataclass(frozen=True)
class KeptSource:
    """A source as it stood: its title, where it leads, and what was said of it."""

    title: str
    link: str
    about: str


@dataclass(frozen=True)
class KeptRow:
    """A row as it was told on its card, and its sources."""

    words: str
    sources: tuple[str, ...]


@dataclass(frozen=True)
class Snapshot:
    """All that one version says of one concern."""

    concern_id: str
    name: str
    noun: str
    group: str
    needling: str
    options: dict[str, str]
    families: dict[str, str]
    lines: tuple[Line, ...]
    rows: dict[str, KeptRow]
    sources: dict[str, KeptSource]

    def line(self, option: str, place: str) -> Line | None:
        """The line of this place; None where there is none."""
        return next((line for line in self.lines if (line.option, line.place) == (option, place)), None)


def take(evidence: Evidence, concern_id: str) -> Snapshot:
    """The snapshot of a concern as the evidence and the rules stand now."""
    page = build_concern_page(evidence, concern_id)
    lines = (*_answer(page), *(line for row in page.options for line in _option(row)), *_harms(evidence, page))
    refs = dict.fromkeys(ref for line in lines for ref in line.refs)
    rows = {ref: KeptRow(row_words(evidence.find(ref)), tuple(evidence.source_ids(ref))) for ref in refs}
    cited = dict.fromkeys(name for row in rows.values() for name in row.sources)
    return Snapshot(
        concern_id,
        page.concern.name,
        page.concern.noun,
        page.concern.group,
        page.needling.name,
        {row.treatment.treatment_id: row.treatment.name for row in page.options},
        {row.treatment.treatment_id: row.treatment.family for row in page.options},
        lines,
        rows,
        {name: _source(evidence, name) for name in cited},
    )


def _source(evidence: Evidence, name: str) -> KeptSource:
    source = evidence.sources[name]
    return KeptSource(source.title, source.link, source_facts(source))


def _joined(*parts: str) -> str:
    return " ".join(part for part in parts if part)


def _line(option: str, place: str, figure: Figure) -> Line:
    return Line(option, place, figure.text, figure.note, "" if figure.known else "unknown", refs=figure.refs)


def _rated(rating: Rating | None) -> dict[str, str]:
    return {} if rating is None else {"level": rating.level, "rated_by": rating.by}


def _said(option: str, place: str, part: Statement | Figure) -> Line:
    if isinstance(part, Figure):
        return _line(option, place, part)
    figures = f"{part.figures}." if part.figures else ""
    return Line(option, place, part.text, figures, part.direction, refs=part.refs, **_rated(part.rating))


def _answer(page: ConcernPage) -> list[Line]:
    lines = [_said("", f"answer-{number}", part) for number, part in enumerate(page.answer, 1)]
    figures = (page.visits, page.downtime, page.whole_course, page.results)
    lines += [_line("", f"big-{name}", figure) for name, figure in zip(BIG, figures, strict=True)]
    return [*lines, _line("", "pause", page.pause)]


def _option(row: OptionRow) -> list[Line]:
    option = row.treatment.treatment_id
    figures = f"{row.effect_figures}." if row.effect_figures else ""
    effect = row.effect
    # One word for all three, as in the versions kept so far: what was said stands in the text.
    blank = "no_clear" if row.blank in ("same", "untested") else row.blank
    state = blank or ("" if effect.known else "unknown")
    lines = [Line(option, "effect", effect.text, figures, state, refs=effect.refs, **_rated(row.rating))]
    lines += [_said(option, f"also-{number}", part) for number, part in enumerate(row.also, 1)]
    found = (row.visits, row.days, row.shows, row.course_days, row.discomfort, row.harm)
    return [*lines, *(_line(option, name, figure) for name, figure in zip(FIGURES, found, strict=True))]


def _harms(evidence: Evidence, page: ConcernPage) -> list[Line]:
    """What can go wrong with each option: one line for each harm, named by what was counted."""
    found: dict[tuple[str, str], Line] = {}
    for option in harms_in_words(evidence, page.harms):
        name = option.group.treatment.treatment_id
        for line in (*option.rated, *option.serious):
            for number, figure in enumerate(line.figures, 1):
                place = f"harm:{line.name}" if number == 1 else f"harm:{line.name}-{number}"
                found.setdefault((name, place), _line(name, place, figure))
        for number, part in enumerate(option.folded, 1):
            found[name, f"harms-{number}"] = _line(name, f"harms-{number}", part)
    return list(found.values())


def as_json(snapshot: Snapshot) -> dict[str, Any]:
    """As plain values, ready to be written; what is empty is left out of a line."""
    found = asdict(snapshot)
    found["lines"] = [{key: value for key, value in line.items() if value} for line in found["lines"]]
    return found


def from_json(kept: dict[str, Any]) -> Snapshot:
    """A snapshot as it was written.

    Raises:
        KeyError, TypeError: for something else.
    """
    lines = tuple(
        Line(**({"option": "", "text": ""} | line | {"refs": tuple(line.get("refs", ()))})) for line in kept["lines"]
    )
    rows = {ref: KeptRow(row["words"], tuple(row["sources"])) for ref, row in kept["rows"].items()}
    sources = {name: KeptSource(**source) for name, source in kept["sources"].items()}
    return Snapshot(**(kept | {"lines": lines, "rows": rows, "sources": sources}))
