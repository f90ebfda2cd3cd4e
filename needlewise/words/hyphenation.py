"""Where a long word may be parted in a narrow column."""

from __future__ import annotations

import functools
import re

from needlewise.words import say

# Not drawn, unless a line ends there.
SOFT_HYPHEN = "\u00ad"


@functools.cache
def _places() -> dict[str, tuple[int, ...]]:
    """The words of the catalogue's list in small letters, and after how many of their letters each may be parted."""
    found = {}
    for entry in say("hyphenation").lower().split():
        *parts, _ = entry.split("-")
        found[entry.replace("-", "")] = tuple(len("".join(parts[: count + 1])) for count in range(len(parts)))
    return found


def parted(text: str) -> str:
    """The text with soft hyphens in the words that the catalogue lists.

    Browsers part English words by themselves, but only where they have come with a dictionary.
    """
    return re.sub(r"\w+", _parted_word, text)


def _parted_word(found: re.Match[str]) -> str:
    word = found.group()
    for place in reversed(_places().get(word.lower(), ())):
        word = f"{word[:place]}{SOFT_HYPHEN}{word[place:]}"
    return word
