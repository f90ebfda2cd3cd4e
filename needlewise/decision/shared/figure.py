"""A figure on the screen with the rows it was made from."""

from __future__ import annotations

from dataclasses import dataclass

from needlewise.decision.shared.rules import RuleId
from needlewise.words import say


@dataclass(frozen=True)
class Figure:
    """A figure or short text on the screen, what it means, and where it comes from.

    Attributes:
        text: what stands there; empty never (an unknown figure says so).
        note: a few words of meaning below it.
        refs: rows it was made from, as `table:row_id`; empty only when nothing is known.
        rule: which documented rule made it.
        known: False for a blank ("not known").
        step: how it was worked out from what the sources print, where it was converted or multiplied.
    """

    text: str
    note: str = ""
    refs: tuple[str, ...] = ()
    rule: RuleId = "stated"
    known: bool = True
    step: str = ""


UNKNOWN = "cell-unknown"


def unknown_figure() -> Figure:
    """What stands where nothing is known."""
    return Figure(say(UNKNOWN), known=False)
