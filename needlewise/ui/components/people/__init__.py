"""People of 100 as one block of marks."""

from __future__ import annotations

from markupsafe import Markup

from needlewise.ui.templates import macro
from needlewise.words import round_half_up


def marks(percent: float, family: str, alt: str) -> Markup:
    """100 marks in one block, filled from the top left: the same place for every option."""
    full, rest = divmod(int(round_half_up(percent)), 10)
    return macro("components/people/template.html", "marks", family, alt, full, rest)
