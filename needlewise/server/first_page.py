"""The answer in the first HTML of Explore: it can be read before any script has run, and where none may run.

Streamlit's own first page is empty until some 2 MB of code have come and a websocket has answered: seconds, on a phone.
What stands here is made from the same functions as the page that follows, laid out in the same places, and works by
itself: concerns are plain links, source cards are native popovers. `early.js` takes it away once the page is drawn.
"""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import parse_qs

from needlewise import DATA_FOLDER
from needlewise.caching import shared
from needlewise.clinic.settings import fingerprint
from needlewise.evidence.reading.load import load, loaded
from needlewise.server.compressed import ENCODINGS, Encoded
from needlewise.server.tables import current_evidence
from needlewise.ui import layout
from needlewise.ui.components import clinic
from needlewise.ui.state import concern as concern_state
from needlewise.ui.state import keys
from needlewise.ui.templates import render
from needlewise.ui.views.asking import view as asking
from needlewise.ui.views.explore import view as explore

_CSS = Path(__file__).with_name("first_page.css")


def asked(query: str) -> str | None:
    """The concern that an address with this query opens Explore for; empty where the page asks for one.

    None where no answer can be promised.

    That is the case in the consult room, for a concern that nothing here has the name of, and when `data/` has faults.
    """
    given = parse_qs(query)
    evidence, _ = loaded(DATA_FOLDER)
    if evidence is None or keys.VIEW in given:
        return None
    named = given.get(keys.CONCERN)
    return concern_state.known_concern(evidence, named[-1]) if named else ""


def first_html(concern_id: str) -> str:
    """HTML for the body of Explore's first page for a concern; for none (empty) the page that asks for one.

    Raises:
        EvidenceError: when `data/` has faults.
    """
    concerns = load().concerns
    current = concerns.get(concern_id)
    html = render(
        "first_page.html",
        style=render("style.html", css=_styles()) + clinic.style(),
        brand=layout.brand(),
        above=asking.opening("explore") if current is None else layout.fold(current.name, folded=True),
        concerns=list(concerns.values()),
        current=current,
        answer=asking.below("explore", early=True) if current is None else explore.opening(concern_id),
    )
    # Ready and whole: who cuts or joins it now means the text.
    return str(html)


def _styles() -> str:
    return "".join((layout.stylesheet(), asking.stylesheet(), _CSS.read_text(encoding="utf-8")))


# Behind what Streamlit draws: the first link of a page is then the one that leads past its menu.
_LIVE = re.compile(rb"(?<=<div id=\"root\"></div>)")
_EMPTY = re.compile(rb"<noscript>.*?</noscript>\s*(?=<div id=\"root\">)", re.DOTALL)


def assembled_page(body: bytes, head: bytes, foot: bytes, query: str | None, encoding: str) -> Encoded:
    """A page of Streamlit's as it is sent.

    With a query it is the start page, and the answer for its concern stands in it.
    """
    if query is None:
        return _assembled(body, head, foot, None, encoding)
    return _assembled(body, head, foot, asked(query), encoding)


def _page_count() -> int:
    """How many pages can differ: a concern, none picked yet, nothing early; and each of them plain or compressed."""
    evidence, _ = current_evidence()
    return (1 + len(ENCODINGS)) * (2 + (len(evidence.concerns) if evidence else 0))


@shared(size=_page_count, depends_on=fingerprint)
def _assembled(body: bytes, head: bytes, foot: bytes, early: str | None, encoding: str) -> Encoded:
    """The page with its title, the card that all figures share, and the answer instead of words about JavaScript.

    About 30 kB compressed.
    """
    page = re.sub(rb"<title>.*?</title>", lambda _: head, body, count=1)
    if early is not None:
        answer = first_html(early).encode()
        page = _EMPTY.sub(lambda _: answer, page, count=1)
    page = _LIVE.sub(lambda _: foot, page, count=1)
    return Encoded(page, encoding)
