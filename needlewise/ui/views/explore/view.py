"""Draws the Explore page from one `ConcernPage` value.

Every block is static: ready HTML, worked out once. The pictures are drawn once one of them comes near, or its fold
opens (page.js): what draws them weighs more than all the rest of the page. Headings and numbers are there at once.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import get_args

import streamlit as st
from markupsafe import Markup

from needlewise.caching import shared
from needlewise.charts import findings as forest_chart
from needlewise.charts import recovery as recovery_chart
from needlewise.charts import sessions as sessions_chart
from needlewise.charts import whole_course as course_chart
from needlewise.charts.base import Picture
from needlewise.charts.palette import Mode
from needlewise.clinic.settings import fingerprint
from needlewise.decision.concern import around_answer
from needlewise.decision.concern.harm_lines import any_serious, harms_in_words, serious_lines
from needlewise.decision.concern.option_lines import OptionLine, options_table
from needlewise.decision.concern.page import ConcernPage
from needlewise.decision.concern.people_of_100 import people_in_words
from needlewise.decision.concern.promises import promises_counted
from needlewise.decision.memory import history
from needlewise.decision.shared.rules import told_on
from needlewise.evidence.reading.load import load
from needlewise.ui import built
from needlewise.ui.components import chart_with_table, clinic
from needlewise.ui.components.page_link import page_link, page_links
from needlewise.ui.components.people import marks
from needlewise.ui.components.source_cards import SourceCards
from needlewise.ui.page_registry import next_steps
from needlewise.ui.state import pictures as pictures_state
from needlewise.ui.templates import Html, render
from needlewise.words import say

_FOLDER = "views/explore"
# 18 concerns in two themes; Streamlit wants to know at once, before the tables are read.
_PAGES = 36
# How many contrasts stand open on a phone.
_CONTRASTS_FIRST = 1
# Those that stand side by side on a wide screen.
_BESIDE = ("sessions", "course")
# Parts of the page that can be jumped to, in their order: the name of each heading.
PARTS = ("options", "downtime", "findings", "benefits", "harms", "serious")


@dataclass(frozen=True)
class _Composed:
    """The page as ready HTML and pictures.

    Attributes:
        concern_id: of which concern.
        first: the answer and the options.
        drawn: the pictures by name: what stands above, the picture, and what stands below.
        waiting: all of these without the pictures, as it stands until they are wanted.
        last: all that follows.
    """

    concern_id: str
    first: Markup
    drawn: dict[str, tuple[Markup, Picture, Markup]]
    waiting: Markup
    last: Markup


@shared(size=lambda: len(get_args(Mode)) * built.concern_count(), depends_on=fingerprint)
def _composed(concern_id: str, mode: Mode) -> _Composed:
    page = built.page(concern_id)
    cards = SourceCards(load())
    group = page.concern.group
    first = _answer(page, cards) + _options(page, cards)
    made = {
        "downtime": (
            recovery_chart.recovery(page, mode),
            say(f"downtime-title-{group}"),
            say(f"downtime-lead-{group}"),
        ),
        "sessions": (sessions_chart.sessions(page, mode), say("sessions-title"), say("sessions-lead")),
        "course": (course_chart.whole_course(page, mode), say(f"course-title-{group}"), say(f"course-lead-{group}")),
        "findings": (forest_chart.findings(page, mode), say("findings-title"), say("findings-lead")),
    }
    # Not every finding that can be told can be drawn: which way the others point stands behind the same fold.
    directions, undrawn = _directions(page), page.left_out.count
    folds = {name: say("explore-picture-fold", count=len(picture.rows)) for name, (picture, *_) in made.items()} | {
        "findings": say("explore-findings-fold", count=len(page.findings), more=undrawn if directions else 0)
    }
    drawn = {
        name: _chart(name, picture, title, lead, folds[name], cards) for name, (picture, title, lead) in made.items()
    }
    above, picture, below = drawn["findings"]
    drawn["findings"] = above, picture, Html(directions + below)
    last = _shares(page, cards) + _benefits(page, cards) + _harms(page, cards) + _rules(cards)
    waiting = render(f"{_FOLDER}/waiting.html", drawn=drawn, beside=_BESIDE)
    return _Composed(concern_id, Html(first), drawn, waiting, Html(last))


def prepare(concern_id: str, mode: Mode) -> None:
    """Work the page out before anyone opens it."""
    _composed(concern_id, mode)


@shared(size=built.concern_count, depends_on=fingerprint)
def opening(concern_id: str) -> Markup:
    """The answer by itself: what is served before any script has run."""
    cards = SourceCards(load())
    return _answer(built.page(concern_id), cards, early=True)


def draw(concern_id: str, mode: Mode) -> None:
    """Draw the page; the pictures in a place of their own, so that nothing around moves when they come."""
    page = _composed(concern_id, mode)
    st.html(page.first)
    with pictures_state.place():
        if pictures_state.wanted(concern_id):
            _draw_pictures(concern_id, mode)
        else:
            st.html(page.waiting)
            pictures_state.ask(concern_id)
    st.html(page.last)


@st.cache_data(max_entries=_PAGES, show_spinner=False)
def _draw_pictures(concern_id: str, mode: Mode) -> None:
    page = _composed(concern_id, mode)
    _picture(page, "downtime")
    left, right = st.columns(2, gap="large")
    for place, name in zip((left, right), _BESIDE, strict=True):
        with place:
            _picture(page, name)
    _picture(page, "findings")


def _picture(page: _Composed, name: str) -> None:
    """A heading, one sentence on how to read it, the picture, and the same numbers as a table."""
    heading, picture, numbers = page.drawn[name]
    st.html(heading)
    chart_with_table.figure(picture, key=f"{name}-{page.concern_id}")
    if numbers:
        st.html(numbers)


def _chart(
    name: str, picture: Picture, title: str, lead: str, fold: str, cards: SourceCards
) -> tuple[Markup, Picture, Markup]:
    """What stands above a picture, the picture, and what stands below it; `fold` is what opens it on a phone."""
    summary = say("explore-twin", count=len(picture.rows))
    return (
        chart_with_table.heading(picture, title=title, lead=lead, anchor=name, fold=fold),
        picture,
        chart_with_table.number_table(picture, cards, title=title, summary=summary, css="nw-numbers"),
    )


def _directions(page: ConcernPage) -> Markup:
    """Which way the findings point that the picture does not draw; nothing where it draws all."""
    lines = forest_chart.directions(page)
    return render(f"{_FOLDER}/directions.html", count=page.left_out.count, lines=lines) if lines else Markup()


def _answer(page: ConcernPage, cards: SourceCards, *, early: bool = False) -> Markup:
    """The answer and what stands around it; `early` for the first HTML, whose links work without any script."""
    decision, who = around_answer.about_texts(page)
    return render(
        f"{_FOLDER}/answer.html",
        page=page,
        cards=cards,
        below=around_answer.below_answer(page.answer[0]),
        studied=around_answer.studied(page),
        changed=history.headline(load(), page.concern.concern_id),
        figures=around_answer.four_figures(page),
        decision=decision,
        who=who,
        cautions=around_answer.cautions_in_short(page),
        ways=page_links(page_link(name, page.concern, early=early) for name in next_steps("explore")),
        parts=[name for name in PARTS if name != "serious" or any_serious(page.harms)],
        every_option=page_link("suitability", page.concern, early=early),
    )


def _options(page: ConcernPage, cards: SourceCards) -> Markup:
    """The table of options, with what a clinic says of its own beside the studies' figures."""
    table = options_table(load(), page)

    def beside(line: OptionLine) -> tuple[OptionLine, Markup, Markup]:
        own = clinic.beside(page.concern.concern_id, line.row.treatment.treatment_id, line.row.course)
        return line, clinic.mark(own), clinic.note(own.usual, own.fee, own.course_cost)

    return render(
        f"{_FOLDER}/options.html",
        concern=page.concern.name,
        group=page.concern.group,
        cards=cards,
        clinic_lead=clinic.lead(),
        first=[beside(line) for line in table.first],
        groups=[(group.kind, [beside(line) for line in group.lines]) for group in table.groups],
        count_behind=table.count_behind,
        bases=table.bases,
    )


def _shares(page: ConcernPage, cards: SourceCards) -> Markup:
    return render(f"{_FOLDER}/shares.html", cards=cards, people=people_in_words(page), marks=marks)


def _benefits(page: ConcernPage, cards: SourceCards) -> Markup:
    counted = promises_counted(page.verdicts)
    return render(f"{_FOLDER}/benefits.html", cards=cards, verdicts=page.verdicts, counted=counted)


def _harms(page: ConcernPage, cards: SourceCards) -> Markup:
    options = harms_in_words(load(), page.harms)
    return render(
        f"{_FOLDER}/harms.html",
        cards=cards,
        options=options,
        contrasts=page.contrasts,
        contrasts_first=_CONTRASTS_FIRST,
        has_serious=any_serious(page.harms),
        seen=serious_lines(options, seen=True),
        unseen=serious_lines(options, seen=False),
    )


def _rules(cards: SourceCards) -> Markup:
    """How each kind of figure is made: one paragraph a rule, each with the publications its numbers come from."""
    return render(f"{_FOLDER}/rules.html", cards=cards, rules=told_on(load(), "explore"))
