"""Finding words in texts: no matter the case, the accents, the kind of dash, or one thing or several."""

from __future__ import annotations

import re
import unicodedata

# Longer ones are cut: a page of text pasted by mistake is no search.
MOST_CHARACTERS = 80
_WORD = re.compile(r"[^\W_]+")
# From this length on a closing s is taken for a plural's.
_PLURAL_FROM = 4


def folded(text: str) -> str:
    """The text as it is compared: small letters without accents, one space between words, one at each end."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    kept = "".join(character for character in plain if not unicodedata.combining(character))
    return f" {' '.join(_WORD.findall(kept))} "


def asked(text: str) -> tuple[str, ...]:
    """What to look for: the beginning of each word asked for, without a plural's s."""
    words = folded(text[:MOST_CHARACTERS]).split()
    return tuple(
        f" {word[:-1] if len(word) >= _PLURAL_FROM and word.endswith('s') and not word.endswith('ss') else word}"
        for word in dict.fromkeys(words)
    )


def holds(folded_text: str, beginnings: tuple[str, ...]) -> bool:
    """True when a text, already folded, holds a word with each of the beginnings."""
    return all(beginning in folded_text for beginning in beginnings)
