"""Tables from ready cells, and the colour and shape of a treatment's family."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape


def chip(family: str) -> str:
    """The family's colour and shape, decoration beside a name."""
    return f'<span class="nw-chip nw-{escape(family)}" aria-hidden="true"></span>'


def cards_table(head: Sequence[str], rows: Iterable[Sequence[str]], *, caption: str) -> str:
    """A table whose rows become cards on a phone: each cell then stands below its column's name."""
    heads = "".join(f'<th scope="col" role="columnheader">{escape(text)}</th>' for text in head)
    body = ""
    for name, *cells in rows:
        body += f'<tr role="row"><th scope="row" role="rowheader">{name}</th>' + "".join(
            f'<td role="cell"><span class="nw-label" aria-hidden="true">{escape(text)}</span>{cell}</td>'
            for text, cell in zip(head[1:], cells, strict=True)
        )
        body += "</tr>"
    return (
        f'<table class="nw-table nw-as-cards" role="table"><caption class="nw-hidden">{escape(caption)}</caption>'
        f'<thead role="rowgroup"><tr role="row">{heads}</tr></thead><tbody role="rowgroup">{body}</tbody></table>'
    )


def table(head: Iterable[str], rows: Iterable[Iterable[str]], *, caption: str) -> str:
    """A real table from ready HTML cells; the first cell of a row is its header. Scrolls by itself on narrow screens."""
    heads = "".join(f'<th scope="col">{escape(text)}</th>' for text in head)
    body = "".join(
        "<tr>"
        + "".join(
            f'<th scope="row">{cell}</th>' if place == 0 else f"<td>{cell}</td>" for place, cell in enumerate(cells)
        )
        + "</tr>"
        for cells in rows
    )
    return (
        f'<div class="nw-scroll" role="region" tabindex="0" aria-label="{escape(caption)}">'
        f'<table class="nw-table"><caption class="nw-hidden">{escape(caption)}</caption>'
        f"<thead><tr>{heads}</tr></thead><tbody>{body}</tbody></table></div>"
    )
