"""People counted, as one block of marks: 100 of them, or the people themselves."""

from __future__ import annotations

import math

from markupsafe import Markup

from needlewise.ui.templates import macro

# Marks in a row.
_ROW = 10


def marks(filled: int, total: int, family: str, alt: str) -> Markup:
    """`total` marks in rows of ten, filled from the top left: the same place for every option."""
    full, rest = divmod(filled, _ROW)
    return macro(
        "components/people/template.html",
        "marks",
        family,
        alt,
        full,
        rest,
        math.ceil(total / _ROW),
        total % _ROW or _ROW,
    )
