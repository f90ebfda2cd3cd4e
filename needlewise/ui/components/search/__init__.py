"""The search: one field, and what the words lead to, or that nothing is here and what to do."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlencode

import streamlit as st
from markupsafe import Markup

from needlewise.decision.asked import Found, Told, find
from needlewise.decision.search import Target
from needlewise.evidence.reading.load import load
from needlewise.ui.components.page_link import address_of, asked_address
from needlewise.ui.components.source_cards import SourceCards
from needlewise.ui.state import search as search_state
from needlewise.ui.templates import macro
from needlewise.words import say

_CSS = Path(__file__).with_name("style.css")
_TEMPLATE = "components/search/template.html"


@st.fragment
def draw() -> None:
    """Draw the field and the answer. Only this part is drawn again, and nothing of it is kept between visitors."""
    st.html(_CSS)
    if text := search_state.typed().strip():
        st.html(answer(text, find(load(), text)))


def answer(text: str, found: Found) -> Markup:
    """What was found, as HTML: what cannot wait, what was asked, then names."""
    cards = SourceCards(load())
    hits = [(hit, [(target.text, _address(target)) for target in hit.targets]) for hit in found.names.hits]
    urgent, asked = ([_asked(one) for one in told] for told in (found.urgent, found.asked))
    return macro(_TEMPLATE, "answer", text, urgent, asked, hits, found.names.is_guess, cards, _both(found.both))


def _both(concern_ids: tuple[str, ...]) -> tuple[str, str] | None:
    """What a link to two concerns held side by side is called, and its address; None for any other number."""
    if not concern_ids:
        return None
    first, second = (load().concerns[name] for name in concern_ids)
    # Labels, as the pickers write them: of ids opened inside a visit the second would not stay in the address.
    address = f"/?{urlencode({'concern': first.name, 'also': second.name})}"
    return say("search-both", first=first.noun, second=second.noun), address


def _asked(told: Told) -> tuple[Told, list[tuple[str, str]]]:
    """A question with its answer; each place where more stands as what it is called and its address."""
    concerns = load().concerns
    if told.choices:
        return told, [(concerns[name].name, asked_address(told.row, name)) for name in told.choices]
    row = told.row
    page = say("room-enter" if row.page == "room" else f"nav-{row.page}")
    place = say("asked-more", page=page)
    if told.concern_id:
        place = say("asked-more-of", page=page, concern=concerns[told.concern_id].name)
    return told, [(place, asked_address(row, told.concern_id, told.option_ids))]


def _address(target: Target) -> str:
    if target.kind == "concern":
        return address_of("", target.concern_id)
    if target.kind == "option":
        return address_of("compare", target.concern_id, target.option_ids)
    if target.kind == "promise":
        return f"/evidence?evidence_part=brochure#promise-{target.row_id}"
    if target.kind == "word":
        return f"/about#rule-{target.row_id}"
    return address_of("suitability")


def popover() -> None:
    """The search on a page that is about something else; nothing of it is drawn, or sent, while it is closed."""
    window = search_state.window()
    if window is not None:
        with window:
            draw()
