"""Long lists in pages."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Page:
    """One page of a list: its number from 1, how many pages there are (at least one), and its places in the list."""

    number: int
    pages: int
    places: slice


def page(total: int, rows: int, asked: int) -> Page:
    """The page asked for, of a list of `total` with `rows` on a page.

    A page beyond the last is the last, one below 1 the first.
    """
    pages = max(1, -(-total // rows))
    number = min(max(asked, 1), pages)
    return Page(number, pages, slice((number - 1) * rows, number * rows))
