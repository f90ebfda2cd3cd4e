"""Options as columns and questions as rows; on a phone each question is a heading over its answers.

A view that uses the macros of `template.html` draws `STYLE` once.
"""

from __future__ import annotations

from pathlib import Path

from needlewise.evidence.model.rows import Treatment
from needlewise.words.hyphenation import parted

STYLE = Path(__file__).with_name("style.css")


def narrow_name(treatment: Treatment) -> str:
    """The name for a column that may be narrower than its longest word."""
    return parted(treatment.short_name)
