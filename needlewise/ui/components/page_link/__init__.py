"""Links to another page for the same concern and options."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from urllib.parse import urlencode

from markupsafe import Markup

from needlewise.evidence.model import rows as r
from needlewise.evidence.model.advice import Asked
from needlewise.evidence.reading.load import load
from needlewise.ui.page_registry import PAGES
from needlewise.ui.templates import macro


def page_link(page: str, concern: r.Concern, option_ids: Sequence[str] = (), *, early: bool = False) -> Markup:
    """A link to another page for the same concern and, where named, options.

    Its class lets what was told in this visit go along.

    It holds today's labels, as the pickers write them: inside a visit no redirect is needed.
    """
    return macro("components/page_link/template.html", "link", page, page_url(page, concern, option_ids), early)


def page_url(page: str, concern: r.Concern | None, option_ids: Sequence[str] = (), *, part: str = "") -> str:
    """The address of another page, or of a part of it, for the same concern and, where named, options."""
    chosen = {
        "concern": [] if concern is None else [concern.name],
        "options": [load().treatments[name].name for name in option_ids],
    }
    query = urlencode(chosen, doseq=True)
    # Beside the page it stands on, whatever stands before all pages.
    return f"./{page}{f'?{query}' if query else ''}{f'#{part}' if part else ''}"


def address_of(path: str, concern_id: str = "", option_ids: Sequence[str] = ()) -> str:
    """Our own address of a page with ids, for a concern and options where they are named: it outlives any wording."""
    chosen = {"concern": concern_id, "options": ",".join(option_ids)}
    query = urlencode({name: value for name, value in chosen.items() if value}, safe=",")
    return f"/{path}{f'?{query}' if query else ''}"


def asked_address(row: Asked, concern_id: str = "", option_ids: Sequence[str] = ()) -> str:
    """Where more stands on a question that people ask, for its own concern and options or those named."""
    part = f"#{row.place}" if row.place else ""
    opened = option_ids or row.option_ids
    if row.page == "after" and opened:
        return f"/after?{urlencode({'treatment': opened[0]})}{part}"
    if row.page == "room":
        return f"/?{urlencode({'view': 'room'})}"
    path = next(page.path for page in PAGES if page.name == row.page)
    return address_of(path, concern_id or row.concern_id, opened) + part


def page_links(links: Iterable[Markup]) -> Markup:
    """The next steps, side by side."""
    return macro("components/page_link/template.html", "links", list(links))
