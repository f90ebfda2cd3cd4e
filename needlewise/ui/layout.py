"""What every page shares: navigation, the name on top, the fold for the picker on a phone, and the footer."""

from __future__ import annotations

import base64
import functools
from pathlib import Path

import streamlit as st
from markupsafe import Markup
from streamlit.navigation.page import StreamlitPage

from needlewise import ROOT
from needlewise.caching import shared
from needlewise.evidence.model.rows import Concern
from needlewise.evidence.model.store import Evidence
from needlewise.evidence.reading.faults import EvidenceError
from needlewise.evidence.reading.load import load
from needlewise.evidence.rules import review
from needlewise.evidence.rules.versions import label
from needlewise.ui.components import clinic, search, since
from needlewise.ui.components.page_link import page_url
from needlewise.ui.page_registry import PAGES, Page
from needlewise.ui.state import concern as concern_state
from needlewise.ui.state import second as second_state
from needlewise.ui.state import session as session_state
from needlewise.ui.state import version as version_state
from needlewise.ui.state import visitor
from needlewise.ui.templates import Html, macro, render
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
    st.html(_styles(clinic.style()))


@functools.cache
def _styles(clinic_style: Markup) -> Markup:
    return Html(render("style.html", css=stylesheet()) + clinic_style)


@functools.cache
def title(page: str, concern: str | None) -> str:
    """What the window is called: the page, and the concern where one is picked."""
    if page == PAGES[0].name:
        return say("page-title") if concern is None else say("page-title-concern", concern=concern)
    name = say(f"nav-{page}")
    return say("page-title-page", page=name) if concern is None else say("page-title-both", page=name, concern=concern)


def window(evidence: Evidence | None = None, page: StreamlitPage | None = None) -> None:
    """The window's name, mark and width; named by the page and the concern of its address, where both are given."""
    name = PAGES[0].name if page is None else _named(page).name
    concern_id = None if evidence is None else concern_state.concern(evidence)
    concern = None if evidence is None or concern_id is None else evidence.concerns[concern_id].name
    st.set_page_config(page_title=title(name, concern), page_icon=icon(), layout="wide")


def _named(page: StreamlitPage) -> Page:
    return next((one for one in PAGES if one.path == page.url_path), PAGES[0])


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
    if current_page != "after":
        # One tap from every page, and no concern is asked for: whoever is frightened has no time to choose one.
        above += macro(_TEMPLATE, "after", page_url("after", _picked(evidence)))
    st.html(macro(_TEMPLATE, "groups", pains(evidence)) + above)
    held = second_state.second(evidence) is not None
    if not asking and (not current_page or held):
        with st.container(key="also_way"), st.popover(say("also-open"), key=second_state.window_key(held=held)):
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


def onward(evidence: Evidence, current: str) -> Markup:
    """Visible ways on at a page's end: on a phone the navigation hides behind an arrow. The concern goes along."""
    concern = _picked(evidence)
    ways = [(page.name, page_url(page.path, concern)) for page in PAGES if page.path != current and page.is_onward]
    return macro(_TEMPLATE, "onward", ways)


def _picked(evidence: Evidence) -> Concern | None:
    concern_id = concern_state.concern(evidence)
    return None if concern_id is None else evidence.concerns[concern_id]


def foot(evidence: Evidence, *, above: Markup = Markup(), below: Markup = Markup()) -> None:  # noqa: B008  never changed
    """Said once on each page, quietly; with what stands above it, and what stands out of sight below it."""
    dated = _dated() if evidence is load() else _dated_of(evidence)
    st.html(Html(above + macro(_TEMPLATE, "footer", clinic.footer(), clinic.who_pays(), *dated) + below))


@shared(size=1)
def _dated() -> tuple[str, str]:
    return _dated_of(load())


def _dated_of(evidence: Evidence) -> tuple[str, str]:
    """When the evidence was last gathered, and its version: for that the whole list of changes is looked through."""
    return review.month_words(review.evidence_date(evidence)), label(evidence)


def faults(error: EvidenceError) -> None:
    """One plain page that lists the faults, and nothing else."""
    st.html(macro(_TEMPLATE, "faults", [str(fault) for fault in error.faults]))
