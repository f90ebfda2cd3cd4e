"""Draws Take home: what goes in, a person's own words, the PDF, the link with its code, and all of it to read.

The paper may hold what a person told about their health, so nothing here is kept in a cache that visitors share, and
the
PDF is made only when asked for.
"""

from __future__ import annotations

import base64
from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import cast

import streamlit as st
from markupsafe import Markup

from needlewise import ROOT
from needlewise.clinic import settings
from needlewise.decision.case import Case
from needlewise.decision.consult_room import SCREENS
from needlewise.decision.plan import build as plan_build
from needlewise.decision.plan.together import together
from needlewise.decision.priorities.criteria import CriteriaTable as Measures
from needlewise.decision.priorities.criteria import board
from needlewise.decision.priorities.fit import weigh
from needlewise.decision.priorities.smaa import TOP
from needlewise.decision.priorities.words import Said, nothing_first
from needlewise.decision.ready.check import SURE, check_questions
from needlewise.decision.suitability import Advice
from needlewise.evidence.reading.load import load
from needlewise.evidence.rules.versions import in_force
from needlewise.handout import build as handout_build
from needlewise.handout import pdf
from needlewise.handout.build import MOST_NAME, MOST_NOTE, MOST_OWN
from needlewise.handout.link import address, picture
from needlewise.handout.model import PARTS, Found, Handout, Issue, Part, Wanted, Weighed
from needlewise.ui import built
from needlewise.ui.components import option_picker as options
from needlewise.ui.components import ready
from needlewise.ui.components.option_columns import STYLE
from needlewise.ui.components.people import marks
from needlewise.ui.components.source_cards import SourceCards
from needlewise.ui.page_registry import page_that_fills
from needlewise.ui.state import address as address_state
from needlewise.ui.state import case as case_state
from needlewise.ui.state import files, visitor
from needlewise.ui.state import plan as plan_state
from needlewise.ui.state import priorities as priorities_state
from needlewise.ui.state import ready as ready_state
from needlewise.ui.state import room as room_state
from needlewise.ui.state import take_home as take_home_state
from needlewise.ui.templates import macro, render
from needlewise.words import dates, join_list, say
from needlewise.words.paper import is_printable

_CSS = (STYLE, Path(__file__).with_name("style.css"))
_OPTION_COLUMNS = "components/option_columns/template.html"
_PAGE = "views/take_home/page.html"
_GET = "take_home_pdf"
# Parts that are empty until another page was used.
_TOLD_ELSEWHERE = ("plan", "priorities", "cautions")


def draw(concern_id: str) -> None:
    """Draw the page."""
    for style in _CSS:
        st.html(style)
    evidence = load()
    st.html(macro(_PAGE, "hero", evidence.concerns[concern_id]))
    option_ids = options.pick(evidence, concern_id)
    case = case_state.current(evidence)
    told = [_from_other_pages(one) for one in case.each]
    wanted = _wanted(told)
    handouts = _handouts(case, told, wanted)
    paper = _take(handouts[0])
    with st.expander(say("ready-title")):
        _ready(concern_id, option_ids)
    st.html(
        macro(_PAGE, "heading", say("take_home-preview-title"))
        + Markup().join(_preview(handout) for handout in handouts)
    )
    # Last, so that all there is to read is drawn before the second or so that the PDF takes.
    files.hand_out(
        _GET,
        lambda: pdf.make(handouts[0], paper, datetime.now(UTC), *handouts[1:]),
        file_name=say("take_home-file-name", date=case.today.isoformat()),
        mime="application/pdf",
    )


def _handouts(case: Case, told: Sequence[Found], wanted: Wanted) -> tuple[Handout, ...]:
    """The paper of the concern in view, and that of a second one behind it."""
    evidence, here = load(), address_state.page_address()
    handouts = []
    for one, found in zip(case.each, told, strict=True):
        others = [held.concern_id for held in case.each if held is not one]
        link = address(here, one.concern_id, one.option_ids, in_force(evidence).version, *others)
        page = built.page(one.concern_id)
        issue = Issue(case.today, link, settings.current())
        handouts.append(handout_build.build(evidence, page, one.option_ids, wanted, found, issue))
    if len(handouts) == 1:
        return tuple(handouts)
    first, second = told
    beside: tuple[str, ...] = (say("also-none"), say("also-apart"))
    if first.plan is not None and second.plan is not None:
        beside = together(first.plan, second.plan, dates.where(is_printable, wanted.locale))
    advised = tuple(found.cautions for found in told)
    nouns = tuple(evidence.concerns[held.concern_id].noun for held in case.each)
    return handout_build.together(handouts[0], handouts[1], nouns, advised, beside, wanted.locale)


def opening(concern_id: str, option_ids: tuple[str, ...], today: date) -> Markup:
    """The paper as it is before anything was told or written: what is served before any script has run."""
    page = built.page(concern_id)
    wanted = Wanted(tuple(part for part in PARTS if part not in _TOLD_ELSEWHERE))
    handout = handout_build.build(load(), page, option_ids, wanted, Found(), Issue(today, "", settings.current()))
    title = macro(_PAGE, "heading", say("take_home-preview-title"))
    return macro(_PAGE, "hero", page.concern) + title + _preview(handout)


def stylesheet() -> str:
    """The styles of what stands here."""
    return "".join(style.read_text(encoding="utf-8") for style in _CSS)


def _from_other_pages(case: Case) -> Found:
    """What the person has said on other pages, worked out for the options chosen now."""
    evidence, concern_id, option_ids = load(), case.concern_id, case.option_ids
    told = case.answers
    cautions = tuple(advice.told for advice in case.advice(evidence))
    wishes = plan_state.plan_said(concern_id)
    plan = (
        None
        if wishes is None
        else plan_build.build(evidence, concern_id, option_ids, wishes, case.today, case.not_before(evidence))
    )
    weighed = _weighed(concern_id, option_ids, built.measures(concern_id), cautions, told.skin_type)
    return Found(plan, weighed, cautions, told.skin_type, _skipped())


def _skipped() -> tuple[str, ...]:
    """The screens of the room that were passed over, as one thing that was not looked at."""
    names = [
        say("take_home-unseen-screen", name=say(f"room-name-{name}")) for name in room_state.screens_skipped(SCREENS)
    ]
    return (say("take_home-unseen-screens", names=join_list(names), count=len(names)),) if names else ()


def _weighed(
    concern_id: str,
    option_ids: tuple[str, ...],
    measures: Measures,
    cautions: tuple[Advice, ...],
    skin_type: int | None,
) -> Weighed | None:
    """As What matters to me weighs it: options on hold stay outside; None when nothing was picked."""
    order = priorities_state.criteria_said(concern_id)
    apart = [advice.treatment for advice in cautions if advice.answer == "not_now"]
    weighed = tuple(name for name in option_ids if name not in {treatment.treatment_id for treatment in apart})
    if not order or not weighed:
        return None
    own_name, scores = priorities_state.own_said(concern_id, weighed)
    criteria = board(measures, weighed, scores, skin_type)
    usable = [(name, points) for name, points in order if criteria.criterion(name).askable]
    said = tuple((name, TOP if place == 0 else points) for place, (name, points) in enumerate(usable))
    if not said:
        return None
    result = weigh(criteria, said)
    why = "" if result is None else nothing_first(criteria, Said(said, own_name), result)
    return Weighed(said, own_name, result, tuple(treatment.name for treatment in apart), why)


def _wanted(told: Sequence[Found]) -> Wanted:
    """The checkboxes and the fields for own words."""
    empty = {
        "plan": all(found.plan is None for found in told),
        "priorities": all(found.weighed is None for found in told),
        "cautions": not any(found.cautions for found in told),
    }
    left, right = st.columns(2, gap="large")
    with left:
        st.html(macro(_PAGE, "heading", say("take_home-parts-title")))
        parts = []
        for part in PARTS:
            if take_home_state.pick_part(part, say(f"take_home-part-{part}"), empty=empty.get(part, False)):
                parts.append(part)
            if empty.get(part, False):
                _way_to_fill(part)
        if not empty["cautions"]:
            st.html(macro(_PAGE, "small", say("take_home-health")))
    with right:
        st.html(macro(_PAGE, "heading", say("take_home-write-title")))
        name = take_home_state.write_name(MOST_NAME)
        own = take_home_state.write_words("own", MOST_OWN)
        note = take_home_state.write_words("note", MOST_NOTE)
        st.html(macro(_PAGE, "small", say("take_home-private")))
        if not is_printable(name + own + note):
            st.html(macro(_PAGE, "notice", say("take_home-characters-lost")))
    return Wanted(cast("tuple[Part, ...]", tuple(parts)), name, own, note, visitor.locale())


def _way_to_fill(part: Part) -> None:
    """What is missing, and the page for it; inside the session, so that nothing told so far is lost."""
    page = page_that_fills(part).name
    with st.container(key=f"take_home_fill_{part}", horizontal=True, vertical_alignment="center", gap="small"):
        st.html(macro(_PAGE, "nothing_yet", part), width="content")
        st.page_link(ROOT / "pages" / f"{page}.py", label=say(f"nav-{page}"))


def _take(handout: Handout) -> pdf.Paper:
    """The button for the PDF, and the link with its code; returns the paper to print on."""
    left, right = st.columns(2, gap="large")
    with left, st.container(key="take_home_get"):
        paper = take_home_state.pick_paper({paper: say(f"take_home-paper-{paper}") for paper in pdf.PAPERS})
        files.ask(say("take_home-download"), _GET, icon=":material/download:")
    with right:
        code = base64.b64encode(picture(handout.link)).decode("ascii")
        st.html(macro(_PAGE, "link", handout.link, code))
    return cast("pdf.Paper", paper)


def _preview(handout: Handout) -> Markup:
    """The same lines as on the paper, with sources that open."""
    return render(
        "views/take_home/paper.html",
        handout=handout,
        cards=SourceCards(load()),
        heads=[macro(_OPTION_COLUMNS, "option_head", option) for option in handout.options],
        marks=marks,
        longest=max((strip.longest for strip in handout.strips), default=0) or 1,
    )


@st.fragment
def _ready(concern_id: str, option_ids: tuple[str, ...]) -> None:
    """A few questions on the options chosen, and the four on being ready; an answer draws only this part again."""
    evidence = load()
    cards = SourceCards(evidence)
    st.html(ready.STYLE)
    st.html(ready.head(cards))
    for place, question in enumerate(check_questions(built.page(concern_id), option_ids)):
        picked = ready_state.pick_answer(concern_id, place, question.text, question.choices)
        if picked is not None:
            st.html(ready.answered(question, picked, cards))
    said = tuple(ready_state.pick_sure(name) for name in SURE)
    st.html(ready.sure(said))
