"""The words beside an option's figures in the table of options."""

from __future__ import annotations

from dataclasses import dataclass

from needlewise.decision.concern.page import ConcernPage
from needlewise.decision.shared.allowed import regulator_rules
from needlewise.decision.shared.bases import bases_words
from needlewise.decision.shared.figure import Figure
from needlewise.decision.shared.guidelines import guideline_line
from needlewise.decision.shared.option_order import option_order
from needlewise.decision.shared.options import OptionRow
from needlewise.evidence.model.store import Evidence
from needlewise.evidence.model.vocabulary import Kind
from needlewise.evidence.sentences.statements import why
from needlewise.words import say, sentence


@dataclass(frozen=True)
class AlsoFound:
    """What must be told of the same treatment beside the line: worse, later, in a part of the people, against a mix.

    `level` is how sure that is, inside a sentence; `why` is who rated it so and the reason.
    """

    text: str
    size: str
    level: str
    why: str
    refs: tuple[str, ...]


@dataclass(frozen=True)
class OptionLine:
    """An option's figures, its effect's size as a sentence (empty where it has none), and what others say of it.

    `advice` is what guidelines say, `allowed` what regulators do.
    """

    row: OptionRow
    size: str
    also: tuple[AlsoFound, ...]
    advice: Figure
    allowed: tuple[Figure, ...]


@dataclass(frozen=True)
class LineGroup:
    """The lines of one kind of option, in the order of the page."""

    kind: Kind
    lines: tuple[OptionLine, ...]


@dataclass(frozen=True)
class OptionsTable:
    """The lines that stand first, and the others by kind; `bases` says what the first were measured against."""

    first: tuple[OptionLine, ...]
    groups: tuple[LineGroup, ...]
    bases: str = ""

    @property
    def count_behind(self) -> int:
        """How many options do not stand first."""
        return sum(len(group.lines) for group in self.groups)


def options_table(evidence: Evidence, page: ConcernPage) -> OptionsTable:
    """One line for each option of the page: which stand first says `option_order`, within a kind the page's order."""
    concern_id = page.concern.concern_id
    lines = {row.treatment.treatment_id: _line(evidence, concern_id, row) for row in page.options}
    order = option_order(evidence, concern_id)
    return OptionsTable(
        tuple(lines[name] for name in order.first),
        tuple(
            LineGroup(group.kind, tuple(line for name, line in lines.items() if name in group.option_ids))
            for group in order.groups
        ),
        bases_words((lines[name].row for name in order.first), page.concern.group),
    )


def _line(evidence: Evidence, concern_id: str, row: OptionRow) -> OptionLine:
    advice = guideline_line(evidence, concern_id, row.treatment.treatment_id)
    allowed = regulator_rules(evidence, row.treatment.treatment_id)
    return OptionLine(row, _size(row.effect_figures), _also(evidence, row), advice, allowed)


def _size(figures: str) -> str:
    return sentence(figures) if figures else ""


def _also(evidence: Evidence, row: OptionRow) -> tuple[AlsoFound, ...]:
    return tuple(
        AlsoFound(
            said.text,
            _size(said.figures),
            say(f"certainty-{said.rating.level}").lower(),
            why(evidence, said.rating),
            said.refs,
        )
        for said in row.also
    )
