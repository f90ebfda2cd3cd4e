"""What the answers rest on, counted: the page holds it, and what a sceptic may not find is nought."""

from __future__ import annotations

import pytest

from needlewise.decision.method_counts import method_counts
from needlewise.evidence.reading.load import load
from tools import method_page

# These must be nought, whatever is added to the tables.
NOUGHT = (
    "of these: low only because people are unknown",
    "… without opposite findings or intervals apart",
    "lines that say never tested",
    "single trials ranked as pooled",
    "superseded rows that speak",
    "dummies named though the row does not name them",
)


@pytest.mark.parametrize("name", NOUGHT)
def test_what_a_sceptic_may_not_find_is_not_there(name: str) -> None:
    """A fault of each of these kinds was found once."""
    assert dict(method_counts(load()))[name] == 0


def test_the_page_holds_the_counts_of_the_tables() -> None:
    """After an edit of the tables: `python -m tools.method_page`."""
    assert method_page.PAGE.read_text(encoding="utf-8") == method_page.page()
