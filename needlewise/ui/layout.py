"""What every page shares: navigation, the name on top, the fold for the picker on a phone, and the footer."""

from __future__ import annotations

import base64
import functools
from html import escape
from pathlib import Path

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from needlewise import ROOT, __version__
from needlewise.evidence.model.store import Evidence
from needlewise.evidence.reading.faults import EvidenceError
from needlewise.evidence.rules import review
from needlewise.ui.components import clinic
from needlewise.ui.page_registry import PAGES
from needlewise.ui.state import concern as concern_state
from needlewise.ui.state import session as session_state
from needlewise.ui.state import visitor
from needlewise.ui.views.room import view as room
from needlewise.words import say


def navigation(*, hidden: bool = False) -> StreamlitPage:
    """The pages, in the order people use them; addresses never change. In the room the menu is out of sight."""
    return st.navigation(session_state.once_per_session("pages", _pages), position="hidden" if hidden else "top")


def _pages() -> list[StreamlitPage]:
    # Finding eight files anew costs a tenth of a run, so a session keeps its pages.
    return [
        st.Page(
            ROOT / "pages" / f"{page.name}.py",
            title=say(f"nav-{page.name}"),
            url_path=page.path,
            default=not page.path,
        )
        for page in PAGES
    ]


@functools.cache
def icon() -> str:
    """The product's mark as a data address: a path would be read from the disk in every run."""
    mark = (Path(__file__).parent / "static/mark.svg").read_bytes()
    return f"data:image/svg+xml;base64,{base64.b64encode(mark).decode()}"


@functools.cache
def stylesheet() -> str:
    """The product's own styles."""
    return (Path(__file__).with_name("assets") / "style.css").read_text(encoding="utf-8")


def style() -> None:
    """The product's styles and the clinic's, in one message."""
    st.html(f"<style>{stylesheet()}</style>{clinic.style()}")


def header(evidence: Evidence) -> None:
    """Name, one line, and on a phone a fold that hides the picker once a concern is chosen."""
    pains = sum(concern.group == "pain" for concern in evidence.concerns.values())
    chosen = concern_state.is_chosen()
    current = concern_state.current_label(evidence)
    # Two headed groups inside one widget: the pseudo-elements are the headings, `order` puts them in their places.
    groups = (
        "<style>"
        f'.st-key-concern [role=radiogroup]::before{{content:"{say("group-pain")}";order:0}}'
        f'.st-key-concern [role=radiogroup]::after{{content:"{say("group-skin")}";order:2}}'
        f".st-key-concern button{{order:1}}.st-key-concern button:nth-of-type(n+{pains + 1}){{order:3}}"
        f'[data-testid=stExpandSidebarButton]::after{{content:"{say("nav-menu")}"}}'
        "</style>"
    )
    note = ""
    unknown = concern_state.unknown_concern()
    if unknown is not None:
        note = (
            f'<p class="nw-quiet" role="status">{escape(say("note-unknown-concern", value=unknown, name=current))}</p>'
        )
    if review.is_overdue(evidence, visitor.today()):
        note += f'<p class="nw-quiet nw-overdue" role="status">{escape(say("about-overdue", due=review.month_words(review.review_due(evidence))))}</p>'
    st.html(f"{groups}{brand()}{note}{fold(current, folded=chosen)}")
    room.entrance()


def brand() -> str:
    """The clinic's name, where one is set, and the product's."""
    return (
        f'{clinic.header()}<header class="nw-brand"><span class="nw-name">{escape(say("product-name"))}</span>'
        f"<span>{escape(say('product-line'))}</span></header>"
    )


def fold(current: str, *, folded: bool) -> str:
    """What opens the picker on a phone; the stylesheet hides the picker while this is closed."""
    return (
        f'<details class="nw-fold" {"" if folded else "open"}><summary><span>{escape(current)}</span>'
        f"<span>{escape(say('picker-change'))}</span></summary></details>"
    )


@st.cache_data(max_entries=len(PAGES), show_spinner=False)
def onward(current: str) -> None:
    """Visible ways on at a page's end: on a phone the navigation hides behind an arrow. The concern goes along by itself."""
    with st.container(key="onward", horizontal=True):
        for page in PAGES:
            if page.path != current and page.is_onward:
                st.page_link(ROOT / "pages" / f"{page.name}.py", label=say(f"onward-{page.name}"))


def footer(evidence: Evidence) -> None:
    """Said once on each page, quietly."""
    st.html(
        f'<footer class="nw-foot">{clinic.footer()}<p>{escape(say("disclaimer"))}</p><p>{escape(clinic.who_pays())}</p>'
        f"<p>{escape(say('reviewed', date=review.month_words(review.evidence_date(evidence)), version=__version__))}</p></footer>"
    )


def faults(error: EvidenceError) -> None:
    """One plain page that lists the faults, and nothing else."""
    lines = "".join(f"<li>{escape(str(fault))}</li>" for fault in error.faults)
    st.html(
        f"<main><h1>{escape(say('faults-title'))}</h1><p>{escape(say('faults-lead', count=len(error.faults)))}</p>"
        f"<ul>{lines}</ul></main>"
    )
