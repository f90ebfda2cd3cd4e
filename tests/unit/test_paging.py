"""Long lists in pages: every row on exactly one page, and no page that is not there."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from needlewise.decision.shared.paging import page


@pytest.mark.parametrize(
    ("total", "asked", "number", "pages", "shown"),
    [
        (0, 1, 1, 1, []),
        (1, 1, 1, 1, [0]),
        (20, 1, 1, 1, list(range(20))),
        (21, 2, 2, 2, [20]),
        (21, 99, 2, 2, [20]),
        (21, 0, 1, 2, list(range(20))),
        (21, -5, 1, 2, list(range(20))),
    ],
)
def test_pages_of_twenty_by_hand(total: int, asked: int, number: int, pages: int, shown: list[int]):
    """An empty list has one empty page; a page beyond the last is the last, one below 1 the first."""
    found = page(total, 20, asked)
    assert (found.number, found.pages) == (number, pages)
    assert list(range(total))[found.places] == shown


@given(st.integers(0, 300), st.integers(1, 40))
def test_the_pages_together_are_the_list(total: int, rows: int):
    """Nothing twice, nothing left out, in order."""
    rest = range(2, page(total, rows, 1).pages + 1)
    parts = [page(total, rows, 1), *(page(total, rows, number) for number in rest)]
    assert [place for part in parts for place in list(range(total))[part.places]] == list(range(total))
