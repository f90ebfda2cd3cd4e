"""Draws the consult room: one screen at a time, large; and what a consult needs on every page, a way to clear it all.

Nothing drawn here is kept in a cache that visitors share: it may hold what a client told.
"""

from __future__ import annotations

import functools
from html import escape
from pathlib import Path

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from needlewise import ROOT
from needlewise.clinic.settings import current
from needlewise.decision.compare.questions import People
from needlewise.decision.consult_room import (
    SCREENS,
    Card,
    ConsultRoom,
    Part,
    Screen,
    ScreenId,
    build_consult_room,
    neighbours,
)
from needlewise.decision.priorities.criteria import board
from needlewise.decision.suitability import Answers, advise
from needlewise.evidence.model.rows import Concern
from needlewise.evidence.model.store import Evidence
from needlewise.evidence.sentences.statements import in_sentence
from needlewise.ui import built
from needlewise.ui.components import option_picker as options
from needlewise.ui.components.people import marks
from needlewise.ui.components.source_cards import SourceCards, source_line
from needlewise.ui.components.tables import chip
from needlewise.ui.page_registry import page_that_deepens, room_screen_from
from needlewise.ui.state import address as address_state
from needlewise.ui.state import concern as concern_state
from needlewise.ui.state import options as options_state
from needlewise.ui.state import room as room_state
from needlewise.ui.state import selection
from needlewise.ui.state import session as session_state
from needlewise.ui.state import suitability as suitability_state
from needlewise.words import join_list, number, round_half_up, say, sentence

_WARNING_SECONDS = 30


def entrance() -> None:
    """The quiet way into the room on every page; once a consult is going on, also the way to clear it."""
    with st.container(key="room_entrance", horizontal=True):
        st.button(say("room-enter"), key="room_enter", type="tertiary", on_click=room_state.enter_room)
        if room_state.consult():
            _new_client()
    if room_state.consult():
        _watch()


def _new_client() -> None:
    """Clear everything, after one confirmation. Plain HTML that room.js acts on: it must work without a connection too."""
    st.html(
        f'<button type="button" class="nw-new" popovertarget="nw-new">{escape(say("room-new"))}</button>'
        f'<div id="nw-new" class="nw-new-ask" popover role="dialog" aria-label="{escape(say("room-new"))}">'
        f'<p class="nw-ask">{escape(say("room-new-ask"))}</p>'
        f'<button type="button" class="nw-new-yes">{escape(say("room-new-yes"))}</button></div>',
        width="content",
    )


def _watch() -> None:
    """What room.js needs to clear a consult: the warning, a hidden button to press, and words for when no server answers."""
    st.button(say("room-forget"), key="room_forget", on_click=session_state.forget_everything)
    st.html(
        f'<div id="nw-idle" class="nw-idle" popover="manual" role="alertdialog" aria-labelledby="nw-idle-title" aria-describedby="nw-idle-text"'
        f' data-seconds="{current().idle_minutes * 60}" data-warning="{_WARNING_SECONDS}">'
        f'<p><strong id="nw-idle-title">{escape(say("room-idle-title"))}</strong> <span id="nw-idle-text">{escape(say("room-idle-text"))}</span></p>'
        f'<p aria-hidden="true">{escape(say("room-idle-left"))} <span class="nw-left">{_WARNING_SECONDS}</span></p>'
        f'<button type="button" class="nw-stay">{escape(say("room-idle-stay"))}</button></div>'
        f'<div id="nw-gone" hidden><p class="nw-answer">{escape(say("room-cleared"))}</p><p>{escape(say("room-cleared-offline"))}</p></div>'
    )


def cleared() -> None:
    """All that is drawn in the run after clearing; room.js then leaves for a fresh window, or says that it cannot."""
    st.html(
        f'<div class="nw-forgotten nw-foot" role="status"><h1>{escape(say("room-cleared"))}</h1><p class="nw-cannot" hidden>{escape(say("room-cannot"))}</p>'
        f'<p><a href="./" target="_self">{escape(say("room-cleared-link"))}</a></p></div>'
    )


@functools.cache
def _style() -> str:
    return f"<style>{Path(__file__).with_name('style.css').read_text(encoding='utf-8')}</style>"


def draw(evidence: Evidence, page: StreamlitPage) -> None:
    """Draw the room as entered from a page: the bar, the screen, and the way on."""
    st.html(_style())
    names = {
        name: say("room-pill", place=place, name=say(f"room-name-{name}")) for place, name in enumerate(SCREENS, 1)
    }
    at = room_state.screen(SCREENS, room_screen_from(page.url_path))
    with st.container(key="room_bar", horizontal=True, vertical_alignment="center"):
        place = st.container(key="room_place")
        with st.popover(say("room-change"), key="room_change"):
            concern_state.pick_concern(evidence)
            concern_id = concern_state.concern(evidence)
            options_state.recall_options(evidence, concern_id)
            option_ids = options.pick(evidence, concern_id, folds=False)
        _new_client()
        st.page_link(page, label=say("room-leave"), query_params=address_state.parameters_for(evidence, page.url_path))
    _watch()
    message = st.container()
    if at == "harms" and evidence.concerns[concern_id].group == "skin":
        suitability_state.pick_skin_short("room", say("suitability-skin-label"), labelled=False)
    explore, measures, chosen = built.page(concern_id), built.measures(concern_id), selection.current(evidence)
    room = build_consult_room(
        evidence,
        explore,
        option_ids,
        chosen.answers.skin_type,
        board(measures, option_ids),
        chosen.priorities.criteria,
    )
    screen = room.screen(at)
    position = say("room-position", place=SCREENS.index(at) + 1, all=len(SCREENS))
    about = say("room-eyebrow", name=room.concern.name, title=screen.title)
    place.html(f'<p class="nw-place" role="status"><strong>{escape(position)}</strong> {escape(about)}</p>')
    sheet = SourceCards(evidence, "r")
    message.html(_message(screen, sheet))
    st.html(_cards(room, screen, sheet) + _points(screen, sheet) + sheet.render())
    with st.container(key="room_more", horizontal=True):
        _deeper(evidence, at)
        st.html(_side_note(evidence, room, screen))
    _way(at, names)


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
        say(words), key=key, icon=icon, disabled=to is None, shortcut=shortcut, on_click=room_state.show_screen, args=(to,),
        icon_position="right" if shortcut == "Right" else "left",
    )  # fmt: skip


def _message(screen: Screen, sheet: SourceCards) -> str:
    more = "".join(
        f'<p class="nw-say">{_sentence(figure.text, figure.refs, figure.rule, sheet)}</p>' for figure in screen.more
    )
    size = f'<p class="nw-say">{escape(sentence(screen.message.note))}</p>' if screen.message.note else ""
    return (
        f'<section class="nw-room" aria-live="polite" data-screen="{screen.screen_id}">'
        f'<h1 class="nw-answer">{_sentence(screen.message.text, screen.message.refs, screen.message.rule, sheet)}</h1>{size}{more}</section>'
    )


def _sentence(text: str, refs: tuple[str, ...], rule: str, sheet: SourceCards) -> str:
    mark = f" {sheet.button(say('sources-mark'), refs, rule, css='nw-src')}" if refs else ""
    return f"{escape(text)}{mark}"


def _cards(room: ConsultRoom, screen: Screen, sheet: SourceCards) -> str:
    if not screen.cards:
        return ""
    counted = [card.people.ref for card in screen.cards if card.people is not None]
    items = "".join(_card(room, card, sheet, counted) for card in screen.cards)
    drawn = any(card.days is not None for card in screen.cards)
    key = f'<p class="nw-key">{escape(say(f"room-strip-{room.concern.group}"))}</p>' if drawn else ""
    heads = ""
    if screen.screen_id == "recovery":
        # Over the columns where there is room for columns; each figure has its own name all the same.
        names = "".join(f"<span>{escape(part.name)}</span>" for part in screen.cards[0].parts)
        heads = f'<div class="nw-heads" aria-hidden="true"><span></span>{names}</div>'
    return f'{heads}<div class="nw-told nw-told-{len(screen.cards)} nw-at-{screen.screen_id}">{items}</div>{key}'


def _card(room: ConsultRoom, card: Card, sheet: SourceCards, counted: list[str]) -> str:
    """One option. `counted` are the rows behind all the counts of people on this screen."""
    mark = _card_mark(card, sheet)
    if card.rated:
        sure = sheet.certainty(card.rating, card.parts[0].figure.refs)
        # A rating opens the sources of the card itself; "not studied" opens nothing, so the mark stays beside it.
        beside = mark if card.rating is None else ""
        mark = f'<span class="nw-sure"><span class="nw-part">{escape(say("certainty-word").capitalize())}</span>{sure} {beside}</span>'
    inside = "".join(_part(part, sheet) for part in card.parts)
    if card.days is not None and room.longest:
        inside += _strip(card, room.longest)
    if card.people is not None:
        inside += _people(card.people, sheet, both_shown=counted.count(card.people.ref) > 1)
    treatment = card.treatment
    return (
        f'<article data-option="{escape(treatment.treatment_id)}"><div class="nw-top"><h2>{chip(treatment.family)}{escape(treatment.name)}</h2>'
        f"{mark}</div>{inside}</article>"
    )


def _card_mark(card: Card, sheet: SourceCards) -> str:
    """One mark for the sources of all sentences of a card, beside its name; its figures open their own."""
    told = [part.figure for part in card.parts if not part.name]
    refs = tuple(dict.fromkeys(ref for figure in told for ref in figure.refs))
    return sheet.button(say("sources-mark"), refs, told[0].rule, css="nw-src") if refs else ""


def _part(part: Part, sheet: SourceCards) -> str:
    figure = part.figure
    note = f'<span class="nw-note">{escape(figure.note)}</span>' if figure.note else ""
    shown = escape(figure.text) if not part.name else sheet.figure(figure) if figure.text else ""
    name = f'<span class="nw-part">{escape(part.name)}</span> ' if part.name else ""
    return f"<p>{name}{shown}{note}</p>"


def _strip(card: Card, longest: float) -> str:
    """Days after one visit as a strip, all options on one scale: solid the usual time, pale the longest reported."""
    if card.days is None:
        return ""
    usual, most = 100 * card.days.typical / longest, 100 * card.days.high / longest
    return (
        f'<div class="nw-strip nw-{escape(card.treatment.family)}" aria-hidden="true">'
        f'<span class="nw-most" style="width:{most:.1f}%"></span><span class="nw-usual" style="width:{usual:.1f}%"></span></div>'
    )


def _people(found: People, sheet: SourceCards, *, both_shown: bool) -> str:
    """Both sides of 100 people, as on Compare; the study's other group only where it has no block of its own on the screen."""
    count = round_half_up(found.share.percent)
    caption = say("compare-people-counts", first=number(count), rest=number(100 - count))
    alt = say("shares-alt", name=found.share.name, first=number(count), rest=number(100 - count), event=found.event)
    event = sentence(say("compare-people-event", event=found.event, time=found.time))
    other = say(
        "compare-people-other",
        other=in_sentence(found.other.name),
        count=number(round_half_up(found.other.percent)),
    )
    return (
        f'<div class="nw-hundred">{marks(found.share.percent, found.share.family, alt)}<p><span class="nw-part">{escape(say("room-of-100"))}</span>{sheet.button(caption, (found.ref,), "stated")}'
        f'<span class="nw-note">{escape(event if both_shown else f"{event} {other}")}</span></p></div>'
    )


def _points(screen: Screen, sheet: SourceCards) -> str:
    if not screen.points:
        return ""
    items = []
    for part in screen.points:
        name = f"<strong>{escape(part.name)}</strong>" if part.name else ""
        said = f' <span class="nw-said">{escape(part.figure.note)}</span>' if part.figure.note else ""
        shown = _sentence(part.figure.text, part.figure.refs, part.figure.rule, sheet) if part.figure.text else ""
        items.append(f"<li>{name}{said}<span>{shown}</span></li>")
    return f'<ul class="nw-list nw-list-{screen.screen_id}">{"".join(items)}</ul>'


def _deeper(evidence: Evidence, screen_id: ScreenId) -> None:
    """The page behind a screen, where there is one; it opens outside the room, and the room opens again at this screen."""
    page = page_that_deepens(screen_id)
    if page is not None:
        with st.container(key="room_deeper"):
            st.page_link(
                ROOT / "pages" / f"{page.name}.py",
                label=say(f"room-open-{page.name}"),
                query_params=address_state.parameters_for(evidence, page.path),
            )


def _side_note(evidence: Evidence, room: ConsultRoom, screen: Screen) -> str:
    """For the practitioner, folded: words for the talk, what to look out for, and the sources of this screen."""
    talk = "".join(f"<li>{escape(words)}</li>" for words in screen.wording)
    blocks = f"<h2>{escape(say('room-note-say'))}</h2><ul>{talk}</ul>"
    if screen.screen_id == "choice":
        blocks += _flags(evidence, room.concern)
    if screen.screen_id == "harms":
        blocks += _told(evidence, room)
    names = dict.fromkeys(name for ref in screen.refs for name in evidence.source_ids(ref))
    if names:
        sources = "".join(f"<li>{source_line(evidence.sources[name])}</li>" for name in names)
        blocks += f"<h2>{escape(say('room-note-sources'))}</h2><ol>{sources}</ol>"
    return f'<details class="nw-aside"><summary>{escape(say("room-note"))}</summary>{blocks}</details>'


def _flags(evidence: Evidence, concern: Concern) -> str:
    flags = sorted(evidence.of(concern.concern_id).red_flags, key=lambda flag: flag.urgency)
    items = "".join(
        f"<li><strong>{escape(say(f'action-{flag.action}'))}:</strong> {escape(flag.sign)}</li>" for flag in flags
    )
    return f"<h2>{escape(say('room-note-flags'))}</h2><ul>{items}</ul>" if items else ""


def _told(evidence: Evidence, room: ConsultRoom) -> str:
    """What the client's answers mean for each option; nothing when nothing was told."""
    told = suitability_state.answers()
    if told == Answers():
        return ""
    items = []
    for row in room.options:
        advice = advise(evidence, row.treatment.treatment_id, told, skin=room.concern.group == "skin")
        answer = say("suitability-unknown-title" if advice.answer == "unknown" else f"suitability-{advice.answer}")
        reasons = join_list([say(f"condition-{reason.condition}") for reason in advice.reasons if reason.condition])
        items.append(f"<li><strong>{escape(row.treatment.name)}: {escape(answer)}.</strong> {escape(reasons)}</li>")
    return f"<h2>{escape(say('room-note-told'))}</h2><ul>{''.join(items)}</ul>"
