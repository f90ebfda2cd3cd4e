"""Links to another page for the same concern and options."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from urllib.parse import urlencode

from needlewise.evidence.model import rows as r
from needlewise.evidence.reading.load import load
from needlewise.words import say


def page_link(page: str, concern: r.Concern, option_ids: Sequence[str] = (), *, early: bool = False) -> str:
    """A link to another page for the same concern and, where named, options. Its class lets what was told in this visit go along.

    It holds today's labels, as the pickers write them: inside a visit no redirect is needed.
    """
    chosen = {"concern": [concern.name], "options": [load().treatments[name].name for name in option_ids]}
    return (
        f'<a{"" if early else " class=nw-go"} href="{escape(f"/{page}?{urlencode(chosen, doseq=True)}")}" target="_self">'
        f"{escape(say(f'onward-{page}'))}</a>"
    )


def page_links(links: Iterable[str]) -> str:
    """The next steps, side by side."""
    return f'<nav class="nw-ways" aria-label="{escape(say("ways"))}">{"".join(links)}</nav>'
