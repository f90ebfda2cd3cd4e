"""The words beside an option's figures in the table of options."""

from __future__ import annotations

from dataclasses import dataclass

from needlewise.decision.shared.options import OptionRow
from needlewise.evidence.model.store import Evidence
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
    """An option's figures, and its effect's size as a sentence; empty where the effect has no figures."""

    row: OptionRow
    size: str
    also: tuple[AlsoFound, ...]


def option_lines(evidence: Evidence, options: tuple[OptionRow, ...]) -> tuple[OptionLine, ...]:
    """One line for each option, in their order."""
    return tuple(OptionLine(row, _size(row.effect_figures), _also(evidence, row)) for row in options)


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
