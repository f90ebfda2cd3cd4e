"""Words looked for are found whatever their case, accents, dashes, and number."""

from __future__ import annotations

import pytest

from needlewise.words import search

CASES = [
    # looked for, in, found
    ("scars", "Acne scar, rolling", True),
    ("SCAR", "Acne scars", True),
    ("déjà", "deja vu", True),
    ("Arias Buria", "Arias-Buría JL. 2017", True),
    ("head to head", "A head‑to‑head trial", True),
    ("press", "Moderate pressure", True),
    ("less", "Painless", False),
    ("needle knee", "Needling of the knee", False),
    ("needl knee", "Needling of the knee", True),
    ("", "Anything", True),
    ("?!", "Anything", True),
]


@pytest.mark.parametrize(("looked_for", "text", "found"), CASES)
def test_each_word_must_begin_a_word(looked_for: str, text: str, found: bool) -> None:  # noqa: FBT001
    """Or the same word without a plural's s."""
    assert search.holds(search.folded(text), search.asked(looked_for)) is found


def test_a_pasted_page_is_cut() -> None:
    """What is longer than a search is not looked for."""
    assert len("".join(search.asked("word " * 10_000))) <= search.MOST_CHARACTERS
