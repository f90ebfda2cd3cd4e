"""What the paper's fonts can print. `paper_signs.txt` lists it; `tools/handout_fonts.py` writes that from the fonts.

It stands below the paper itself because a clinic's settings are checked by it too.
"""

from __future__ import annotations

import functools
import unicodedata
from pathlib import Path

# Written by the tool; a test compares it with the fonts.
SIGNS = Path(__file__).with_name("paper_signs.txt")
# Spaces that hold two words together on one line.
_HOLDING = "\u2007\u202f"


@functools.cache
def _signs() -> frozenset[str]:
    """The signs that the embedded fonts can print."""
    lines = SIGNS.read_text(encoding="ascii").split()
    spans = [(int(line[:4], 16), int(line[5:], 16)) for line in lines]
    return frozenset(chr(code) for first, last in spans for code in range(first, last + 1))


def _shaped(text: str) -> str:
    """The text with accents joined to their letters, and spaces of a width that the fonts lack as plain ones."""
    return "".join(
        sign if sign in _signs() or unicodedata.category(sign) != "Zs" else "\u00a0" if sign in _HOLDING else " "
        for sign in unicodedata.normalize("NFC", text)
    )


def printable(text: str) -> str:
    """The text with a question mark for each sign that no embedded font has; PDF/UA allows no sign without a shape."""
    known = _signs()
    return "".join(sign if sign in known or sign == "\n" else "?" for sign in _shaped(text))


def unprintable(text: str) -> tuple[str, ...]:
    """The signs of a text that would come out as question marks, each once, in order."""
    known = _signs()
    return tuple(dict.fromkeys(sign for sign in _shaped(text) if sign not in known and sign != "\n"))


def is_printable(text: str) -> bool:
    """True when no sign of a text is lost on the paper."""
    return not unprintable(text)
