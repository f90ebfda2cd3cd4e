"""Long words may be parted in a narrow column, at the places that the catalogue names and nowhere else."""

from __future__ import annotations

import pytest

from needlewise.evidence.reading.load import load
from needlewise.words.hyphenation import SOFT_HYPHEN, parted


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Microneedling", "Micro|needling"),
        ("Needling with heat, or microneedling", "Needling with heat, or micro|needling"),
        ("Dry needling", "Dry needling"),
        ("Microneedlings", "Microneedlings"),
        ("", ""),
    ],
)
def test_a_listed_word_may_be_parted_and_no_other(text: str, places: str):
    """Capitals stay, and so does every word that is not in the list."""
    assert parted(text).replace(SOFT_HYPHEN, "|") == places


def test_parting_changes_no_letter_of_any_option():
    """Whoever copies or hears a name gets the name; and the list is there for a name that exists."""
    names = [treatment.short_name for treatment in load().treatments.values()]
    assert [parted(name).replace(SOFT_HYPHEN, "") for name in names] == names
    assert any(SOFT_HYPHEN in parted(name) for name in names)
