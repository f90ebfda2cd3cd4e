"""What every page shares: navigation, the name on top, the fold for the picker on a phone, and the footer."""

from __future__ import annotations

import base64
import functools
from pathlib import Path

import streamlit as st
from markupsafe import Markup
from streamlit.navigation.page import StreamlitPage

from needlewise import ROOT
from needlewise.evidence.model.store import Evidence
from needlewise.evidence.reading.faults import EvidenceError
from needlewise.evidence.rules import review
from needlewise.evidence.rules.versions import label
from needlewise.ui.components import clinic, search, since
from needlewise.ui.page_registry import PAGES
from needlewise.ui.state import concern as concern_state
from needlewise.ui.state import second as second_state
from needlewise.ui.state import session as session_state
from needlewise.ui.state import version as version_state
from needlewise.ui.state import visitor
from needlewise.ui.templates import macro, render
from needlewise.ui.views.asking import view as asking_view
from needlewise.ui.views.room import view as room
from needlewise.words import say

_TEMPLATE = "layout.html"


def navigation(*, hidden: bool = False) -> StreamlitPage:
    """The pages, in the order people use them; addresses never change. In the room the menu is out of sight."""
    return st.navigation(session_state.once_per_session("pages", _pages), position="hidden" if hidden else "top")


def _pages() -> list[StreamlitPage]:
    # Finding nine files anew costs a tenth of a run, so a session keeps its pages.
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
    st.html(_product_style() + clinic.style())


@functools.cache
def _product_style() -> Markup:
    return render("style.html", css=stylesheet())


def title(page: str, concern: str | None) -> str:
    """What the window is called: the page, and the concern where one is picked."""
    if page == PAGES[0].name:
        return say("page-title") if concern is None else say("page-title-concern", concern=concern)
    name = say(f"nav-{page}")
    return say("page-title-page", page=name) if concern is None else say("page-title-both", page=name, concern=concern)


def window_title(evidence: Evidence, page: StreamlitPage) -> None:
    """Call the window by the page and the concern that stand in its address."""
    name = next((one.name for one in PAGES if one.path == page.url_path), PAGES[0].name)
    concern_id = concern_state.concern(evidence)
    st.set_page_config(page_title=title(name, None if concern_id is None else evidence.concerns[concern_id].name))


def asking(evidence: Evidence, page: StreamlitPage) -> str:
    """The name of a page that asks for a concern, because it needs one and none is picked; else empty."""
    if concern_state.concern(evidence) is not None:
        return ""
    return next((one.name for one in PAGES if one.path == page.url_path and one.asks_concern), "")


def header(evidence: Evidence, current_page: str, *, asking: str = "") -> None:
    """Name, one line, and on a phone a fold that hides the picker, but for a page that asks for the concern."""
    current = concern_state.current_label(evidence)
    note = Markup()
    unknown = concern_state.unknown_concern()
    if unknown is not None:
        note = macro(_TEMPLATE, "unknown", unknown)
    if review.is_overdue(evidence, visitor.today()):
        note += macro(_TEMPLATE, "overdue", review.month_words(review.review_due(evidence)))
    concern_id = concern_state.concern(evidence)
    named = version_state.options_in_address(evidence, concern_id) if concern_id else ()
    note += since.note(evidence, version_state.asked_version(), concern_id, named)
    above = brand() + note if asking else brand() + note + fold(current, folded=True)
    st.html(macro(_TEMPLATE, "groups", pains(evidence)) + above)
    with st.container(key="head_ways", horizontal=True, vertical_alignment="center"):
        if current_page != "after":
            # One tap from every page, and no concern is asked for: whoever is frightened has no time to choose one.
            st.page_link(ROOT / "pages" / "after.py", label=say("after-link"))
        if not asking and (not current_page or second_state.second(evidence) is not None):
            with st.popover(say("also-open"), key="also_open"):
                second_state.pick_second(evidence)
        room.entrance(asking=bool(asking))
    if asking:
        asking_view.draw_opening(asking)
        search.draw()


def between(evidence: Evidence) -> None:
    """Where two concerns are held: the switch between them, and that nothing is added up over both."""
    if second_state.second(evidence) is None:
        return
    with st.container(key="also_between"):
        second_state.pick_between(evidence)
        st.html(macro(_TEMPLATE, "between"))


def pains(evidence: Evidence) -> int:
    """How many concerns of the picker stand under its first heading."""
    return sum(concern.group == "pain" for concern in evidence.concerns.values())


def most_asked(asking: str) -> None:
    """What stands below the picker of a page that asks for a concern."""
    asking_view.draw_below(asking)


def brand() -> Markup:
    """The clinic's name, where one is set, and the product's."""
    return macro(_TEMPLATE, "brand", clinic.header())


def fold(current: str | None, *, folded: bool) -> Markup:
    """What opens the picker on a phone; the stylesheet hides the picker while this is closed."""
    return macro(_TEMPLATE, "fold", current, folded)


@st.cache_data(max_entries=len(PAGES), show_spinner=False)
def onward(current: str) -> None:
    """Visible ways on at a page's end: on a phone the navigation hides behind an arrow.

    The concern goes along by itself.
    """
    with st.container(key="onward", horizontal=True):
        for page in PAGES:
            if page.path != current and page.is_onward:
                st.page_link(ROOT / "pages" / f"{page.name}.py", label=say(f"onward-{page.name}"))


def footer(evidence: Evidence) -> None:
    """Said once on each page, quietly."""
    reviewed = review.month_words(review.evidence_date(evidence))
    st.html(macro(_TEMPLATE, "footer", clinic.footer(), clinic.who_pays(), reviewed, label(evidence)))


def faults(error: EvidenceError) -> None:
    """One plain page that lists the faults, and nothing else."""
    st.html(macro(_TEMPLATE, "faults", [str(fault) for fault in error.faults]))
