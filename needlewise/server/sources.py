"""The rows behind the figures, a shelf at a time: fetched for a card, or opened as a page where no script runs."""

from __future__ import annotations

from pathlib import Path

from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response

from needlewise.caching import shared
from needlewise.server.record import WHOLE
from needlewise.server.tables import current_evidence
from needlewise.ui.components.source_cards import shelves
from needlewise.ui.templates import render

_CSS = Path(__file__).with_name("sources.css")
# The address holds a digest of what it leads to.
_FOR_EVER = "public, max-age=31536000, immutable"


def shelf_page(request: Request) -> Response:
    """One shelf. A page drawn before a restart asks with an older digest: rows keep their names, so it is answered."""
    request.scope[WHOLE] = True
    if current_evidence()[0] is None:
        return PlainTextResponse("Not found\n", 404)
    edition, name = request.path_params["edition"], request.path_params["name"]
    held = shelves.shelves()
    if name not in held.pages:
        return PlainTextResponse("Not found\n", 404)
    kept = _FOR_EVER if edition == held.edition else "no-cache"
    return HTMLResponse(_page(name), headers={"Cache-Control": kept})


@shared(size=lambda: len(shelves.shelves().pages))
def _page(name: str) -> str:
    rows = Markup(shelves.shelves().pages[name])  # noqa: S704  made by our own templates
    style = render("style.html", css=_CSS.read_text(encoding="utf-8"))
    return str(render("sources.html", style=style, rows=rows))
