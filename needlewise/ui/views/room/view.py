"""Draws the consult room: one screen at a time; when it warns and clears, and the way to clear it on every page.

Nothing drawn here is kept in a cache that visitors share: it may hold what a client told.
"""

from __future__ import annotations

from pathlib import Path

import streamlit as st
from markupsafe import Markup
from streamlit.navigation.page import StreamlitPage

from needlewise import ROOT
from needlewise.clinic.settings import current
from needlewise.decision.consult_room import SCREENS, ScreenId, build_consult_room, neighbours, side_note
from needlewise.decision.priorities.criteria import board
from needlewise.evidence.model.store import Evidence
from needlewise.evidence.reading.load import load
from needlewise.ui import built
from needlewise.ui.components import option_picker as options
from needlewise.ui.components import search, stops
from needlewise.ui.components.people import marks
from needlewise.ui.components.source_cards import SourceCards, source_line
from needlewise.ui.page_registry import page_that_deepens, room_screen_from
from needlewise.ui.state import address as address_state
from needlewise.ui.state import case as case_state
from needlewise.ui.state import concern as concern_state
from needlewise.ui.state import options as options_state
from needlewise.ui.state import room as room_state
from needlewise.ui.state import second as second_state
from needlewise.ui.state import session as session_state
from needlewise.ui.state import suitability as suitability_state
from needlewise.ui.state import visitor
from needlewise.ui.templates import macro
from needlewise.words import say

_PAGE = "views/room/page.html"
_CLEARING = "views/room/new_client.html"
_CSS = Path(__file__).with_name("style.css")
_WARNING_SECONDS = 30


def entrance(*, asking: bool) -> None:
    """The quiet way into the room on every page; once a consult is going on, also the way to clear it.

    On a device that clients share (a clinic's setting) the way to clear it is always there, and the time counts as soon
    as anything was chosen or told. Beside it the search, unless the page is `asking` and has it in full.
    """
    clears = current().shared_device or room_state.consult()
    left = room_state.screen_left(SCREENS)
    words = say("room-enter") if left is None else say("room-back-to", place=SCREENS.index(left) + 1)
    with st.container(key="room_entrance", horizontal=True):
        if not asking:
            search.popover()
        st.button(words, key="room_enter", type="tertiary", on_click=room_state.enter_room)
        if clears:
            _new_client()
    if clears:
        _watch(counts=room_state.consult() or not session_state.untouched())


def _new_client() -> None:
    """Clear everything, after one confirmation.

    Plain HTML that room.js acts on: it must work without a connection too.
    """
    st.html(macro(_CLEARING, "new_client"), width="content")


def _watch(*, counts: bool = True) -> None:
    """What room.js needs to clear a consult.

    The warning (where the time counts), a hidden button to press, and words for when no server answers.
    """
    st.button(say("room-forget"), key="room_forget", on_click=session_state.forget_everything)
    st.html(macro(_CLEARING, "watch", current().idle_minutes * 60 if counts else 0, _WARNING_SECONDS))


def cleared() -> None:
    """All that is drawn in the run after clearing; room.js then leaves for a fresh window, or says that it cannot."""
    st.html(macro(_CLEARING, "cleared"))


def draw(evidence: Evidence, page: StreamlitPage) -> None:
    """Draw the room as entered from a page: the bar, the screen, and the way on; without a concern it asks for one."""
    st.html(_CSS)
    st.html(stops.STYLE)
    if concern_state.concern(evidence) is None:
        _ask(evidence, page)
        return
    names = {
        name: say("room-pill", place=place, name=say(f"room-name-{name}")) for place, name in enumerate(SCREENS, 1)
    }
    at = room_state.screen(SCREENS, room_screen_from(page.url_path))
    room_state.hold_screen(at)
    with st.container(key="room_bar", horizontal=True, vertical_alignment="center"):
        place = st.container(key="room_place")
        with st.popover(say("room-change"), key="room_change"):
            concern_state.pick_concern(evidence)
            concern_id = concern_state.chosen(evidence)
            options_state.recall_options(evidence, concern_id)
            option_ids = options.pick(evidence, concern_id, folds=False)
            second_state.pick_second(evidence)
        _other(evidence)
        _new_client()
        st.page_link(page, label=say("room-leave"), query_params=address_state.parameters_for(evidence, page.url_path))
    _watch()
    message = st.container()
    if at == "harms" and evidence.concerns[concern_id].group == "skin":
        suitability_state.pick_skin_short("room", say("suitability-skin-label"), labelled=False)
    explore, measures, chosen = built.page(concern_id), built.measures(concern_id), case_state.current(evidence)
    room = build_consult_room(
        evidence,
        explore,
        option_ids,
        chosen.answers.skin_type,
        board(measures, option_ids, skin_type=chosen.answers.skin_type),
        chosen.priorities.criteria,
    )
    screen = room.screen(at)
    position = say("room-position", place=SCREENS.index(at) + 1, all=len(SCREENS))
    about = say("room-eyebrow", name=room.concern.name, title=screen.title)
    place.html(macro(_PAGE, "place", position, about))
    cards = SourceCards(evidence)
    wall = stops.on_wall(evidence, chosen, visitor.locale())
    message.html(macro(_PAGE, "message", screen, cards) + wall)
    drawn = macro(_PAGE, "options", room, screen, cards, marks) + macro(_PAGE, "points", screen, cards)
    st.html(drawn)
    with st.container(key="room_more", horizontal=True):
        _deeper(evidence, at)
        note = side_note(evidence, room, screen, chosen.answers, chosen.today)
        st.html(macro(_PAGE, "side_note", note, [source_line(source) for source in note.sources]))
    _way(at, names)


def _other(evidence: Evidence) -> None:
    """Where two concerns are held: what brings the other one onto the wall."""
    first, other = concern_state.concern(evidence), second_state.second(evidence)
    if first is None or other is None:
        return
    names = concern_state.labels(evidence)
    st.button(
        say("room-other", name=names[other]),
        key="room_other",
        on_click=second_state.swap,
        args=(names[first], names[other], other),
    )


def opening(concern_id: str, option_ids: tuple[str, ...], at: ScreenId) -> Markup:
    """One screen for a client who has told nothing: what is served before any script has run."""
    evidence, table = load(), board(built.measures(concern_id), option_ids)
    room = build_consult_room(evidence, built.page(concern_id), option_ids, None, table)
    screen, cards = room.screen(at), SourceCards(evidence)
    drawn = macro(_PAGE, "options", room, screen, cards, marks) + macro(_PAGE, "points", screen, cards)
    return macro(_PAGE, "message", screen, cards) + drawn


def stylesheet() -> str:
    """The styles of what stands here."""
    return _CSS.read_text(encoding="utf-8")


def _ask(evidence: Evidence, page: StreamlitPage) -> None:
    """For a client who has just sat down: nothing is on the wall before they say what it is about."""
    with st.container(key="room_bar", horizontal=True, vertical_alignment="center"):
        _new_client()
        st.page_link(page, label=say("room-leave"))
    _watch()
    pains = sum(concern.group == "pain" for concern in evidence.concerns.values())
    st.html(macro("layout.html", "groups", pains) + macro(_PAGE, "ask"))
    concern_state.pick_concern(evidence)


def _way(at: ScreenId, names: dict[ScreenId, str]) -> None:
    """Back, every screen, next: by thumb, by the arrow keys and by a presenter's clicker."""
    before, after = neighbours(at)
    with st.container(key="room_way", horizontal=True, vertical_alignment="center"):
        _step("room_back", "room-back", before, "Left", ":material/arrow_back:")
        room_state.pick_screen(names, at)
        _step("room_next", "room-next", after, "Right", ":material/arrow_forward:")
        _step("room_page_up", "room-back", before, "PageUp", None)
        _step("room_page_down", "room-next", after, "PageDown", None)


def _step(key: str, words: str, to: ScreenId | None, shortcut: str, icon: str | None) -> None:
    st.button(
        say(words), key=key, icon=icon, disabled=to is None, shortcut=shortcut,
        on_click=room_state.show_screen, args=(to,), icon_position="right" if shortcut == "Right" else "left",
    )  # fmt: skip


def _deeper(evidence: Evidence, screen_id: ScreenId) -> None:
    """The page behind a screen, where there is one.

    It opens outside the room, and the room opens again at this screen.
    """
    page = page_that_deepens(screen_id)
    if page is not None:
        with st.container(key="room_deeper"):
            st.page_link(
                ROOT / "pages" / f"{page.name}.py",
                label=say(f"room-open-{page.name}"),
                query_params=address_state.parameters_for(evidence, page.path),
            )
