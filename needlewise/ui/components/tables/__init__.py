"""Tables from ready cells, and the colour and shape of a treatment's family."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from markupsafe import Markup

from needlewise.ui.templates import macro

_TEMPLATE = "components/tables/template.html"


def chip(family: str) -> Markup:
    """The family's colour and shape, decoration beside a name."""
    return macro(_TEMPLATE, "chip", family)


def cards_table(head: Sequence[str], rows: Iterable[Sequence[str]], *, caption: str) -> Markup:
    """A table whose rows become cards on a phone: each cell then stands below its column's name."""
    return macro(_TEMPLATE, "cards_table", head, rows, caption)


def table(head: Iterable[str], rows: Iterable[Iterable[str]], *, caption: str) -> Markup:
    """A real table; the first cell of a row is its header. Scrolls by itself on narrow screens.

    A cell is text or ready HTML.
    """
    return macro(_TEMPLATE, "table", list(head), rows, caption)
