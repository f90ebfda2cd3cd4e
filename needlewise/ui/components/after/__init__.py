"""Draws what may come after a treatment: the whole list on After, the urgent signs beside a plan.

A view that draws one of them draws `STYLE` once.
"""

from __future__ import annotations

from pathlib import Path

from markupsafe import Markup

from needlewise.decision.after_signs import Afterwards
from needlewise.ui.components.source_cards import SourceCards
from needlewise.ui.templates import macro

_TEMPLATE = "components/after/template.html"
STYLE = Path(__file__).with_name("style.css")


def urgent(found: Afterwards, concern_id: str, cards: SourceCards) -> Markup:
    """The signs that cannot wait, and the way to the whole list."""
    return macro(_TEMPLATE, "urgent", found, concern_id, cards)
