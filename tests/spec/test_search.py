"""Words looked for are found whatever their case, accents, dashes, and number."""

from __future__ import annotations

import pytest

from needlewise.words import search

CASES = [
    ("several things looked for, one there", "scars", "Acne scar, rolling", True),
    ("capitals", "SCAR", "Acne scars", True),
    ("accents", "Buria", "Arias-Buría JL. 2017", True),
    ("dashes", "head to head", "A head‑to‑head trial", True),
    ("the beginning of a word", "press", "Moderate pressure", True),
    ("the end of a word", "less", "Painless", False),
    ("two words, both there", "needl knee", "Needling of the knee", True),
    ("two words, one there", "needle knee", "Needling of the knee", False),
    ("nothing looked for", "", "Anything", True),
    ("no word looked for", "?!", "Anything", True),
]


@pytest.mark.parametrize(("looked_for", "text", "found"), [row[1:] for row in CASES], ids=[row[0] for row in CASES])
def test_each_word_must_begin_a_word(looked_for: str, text: str, found: bool) -> None:  # noqa: FBT001
    """Or the same word without a plural's s."""
    assert search.holds(search.folded(text), search.asked(looked_for)) is found


def test_a_pasted_page_is_cut() -> None:
    """What is longer than a search is not looked for."""
    assert len("".join(search.asked("word " * 10_000))) <= search.MOST_CHARACTERS
