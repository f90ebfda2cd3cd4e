"""The words beside an option's figures in the table of options."""

from __future__ import annotations

from dataclasses import dataclass

from needlewise.decision.shared.options import OptionRow
from needlewise.evidence.model.store import Evidence
from needlewise.evidence.sentences.statements import why
from needlewise.words import say, sentence


@dataclass(frozen=True)
class AlsoFound:
    """What the same treatment did beside doing nothing or usual care, where the line tells of a pretend treatment.

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
    also: AlsoFound | None


def option_lines(evidence: Evidence, options: tuple[OptionRow, ...]) -> tuple[OptionLine, ...]:
    """One line for each option, in their order."""
    return tuple(OptionLine(row, _size(row.effect_figures), _also(evidence, row)) for row in options)


def _size(figures: str) -> str:
    return sentence(figures) if figures else ""


def _also(evidence: Evidence, row: OptionRow) -> AlsoFound | None:
    if row.also is None:
        return None
    level = say(f"certainty-{row.also.rating.level}").lower()
    return AlsoFound(row.also.text, _size(row.also.figures), level, why(evidence, row.also.rating), row.also.refs)
