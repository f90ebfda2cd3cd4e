"""Draws the answer to a question of the check, and what the four questions on being ready come to.

A view that draws one of them draws `STYLE` once.
"""

from __future__ import annotations

from pathlib import Path

from markupsafe import Markup

from needlewise.decision.ready.check import SURE_SOURCE, CheckQuestion
from needlewise.ui.components.source_cards import SourceCards
from needlewise.ui.templates import macro

_TEMPLATE = "components/ready/template.html"
STYLE = Path(__file__).with_name("style.css")


def head(cards: SourceCards) -> Markup:
    """What the check is, and that nothing of it is kept."""
    return macro(_TEMPLATE, "head", SURE_SOURCE, cards)


def answered(question: CheckQuestion, picked: str, cards: SourceCards) -> Markup:
    """Right or not, and what the tables say, with its rows."""
    return macro(_TEMPLATE, "answered", question, picked == question.right, cards)


def sure(said: tuple[str | None, ...]) -> Markup:
    """What the four answers come to: any no is a reason to talk or to wait; nothing before all are given."""
    state = "open" if None in said else "yes" if set(said) == {"yes"} else "no"
    return macro(_TEMPLATE, "sure", state)
