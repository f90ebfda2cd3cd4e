"""Draws the Compare page: the options in short, then questions as rows and options as columns, then pictures.

All that a choice changes is one fragment, so a choice does not draw the frame of the page again. What one option
answers
is drawn once and kept for every visitor and every neighbour; the row on skin tone is kept for all skin types
together, so
that what is kept tells nothing of what anyone answered.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import streamlit as st
from markupsafe import Markup

from needlewise.caching import shared
from needlewise.charts import recovery as recovery_chart
from needlewise.charts import whole_course as course_chart
from needlewise.charts.palette import Mode
from needlewise.clinic.settings import fingerprint
from needlewise.decision.case import Case
from needlewise.decision.compare.choice import TOPICS, Topic
from needlewise.decision.compare.comparison import column, pair, shown, side_by_side, treated_pairs
from needlewise.decision.compare.in_short import Short, ShortColumn, ShortLine, in_short, short_column
from needlewise.decision.compare.questions import Cell, Question, people_question, skin_question
from needlewise.decision.shared.options import OptionRow
from needlewise.decision.shared.phrases import names_at_start
from needlewise.evidence.model.rows import Concern, Treatment
from needlewise.evidence.reading.load import load
from needlewise.ui import built
from needlewise.ui.components import clinic, option_columns, stops
from needlewise.ui.components import option_picker as options
from needlewise.ui.components.certainty import sure_words
from needlewise.ui.components.chart_with_table import chart_with_table
from needlewise.ui.components.option_columns import narrow_name
from needlewise.ui.components.page_link import page_link, page_links, page_url
from needlewise.ui.components.people import marks
from needlewise.ui.components.source_cards import SourceCards
from needlewise.ui.page_registry import SKIN_TONE, next_steps
from needlewise.ui.state import case as case_state
from needlewise.ui.state import compare as compare_state
from needlewise.ui.state import options as options_state
from needlewise.ui.state import suitability as suitability_state
from needlewise.ui.state import visitor
from needlewise.ui.templates import macro
from needlewise.words import say, sentence

_CSS = Path(__file__).with_name("style.css")
# Questions whose later sentences wait for a tap: rules of law, told country by country.
_FOLDED_ANSWERS = ("allowed",)
_TEMPLATE = "views/compare/page.html"
# Twos of them that are most asked for; one takes about 2 kB.
_PAIRS = 1024
# The pictures most asked for; those of one comparison take about 20 kB.
_PICTURES = 256


def draw(concern_id: str) -> None:
    """Draw the pickers and the page for what they say.

    What is kept between visitors never depends on an answer about health.
    """
    st.html(option_columns.STYLE)
    st.html(_CSS)
    _compared(concern_id)


def opening(concern_id: str, option_ids: tuple[str, ...]) -> Markup:
    """The comparison of an address for a person who has told nothing: what is served before any script has run."""
    usual = option_ids == options_state.usual_options(load(), concern_id)
    short = _in_short(concern_id, option_ids, None, usual=usual)
    return short + _ways_on(concern_id, option_ids, early=True) + _composed(concern_id, option_ids, TOPICS[0], None)


def stylesheet() -> str:
    """The styles of what stands here."""
    return option_columns.STYLE.read_text(encoding="utf-8") + _CSS.read_text(encoding="utf-8")


@st.fragment
def _compared(concern_id: str) -> None:
    """The pickers, and all that they change."""
    evidence, mode = load(), visitor.mode()
    option_ids = options.pick(evidence, concern_id)
    stops.draw(evidence, case_state.current(evidence), visitor.locale())
    usual = option_ids == options_state.usual_options(evidence, concern_id)
    st.html(_in_short(concern_id, option_ids, suitability_state.skin_type(), usual=usual))
    if built.page(concern_id).concern.group == "skin":
        # Right below the line it changes.
        suitability_state.pick_skin_short("compare", say("glance-skin-label"), labelled=True)
    case = case_state.current(evidence)
    if case.also is not None:
        st.html(_second(case.also))
    st.html(_ways_on(concern_id, option_ids))
    first = compare_state.pick_first(_topics())
    st.html(_composed(concern_id, option_ids, first, suitability_state.skin_type()))
    _pictures(concern_id, option_ids, mode)


@functools.cache
def _topics() -> dict[Topic, str]:
    return {topic: say(f"compare-topic-{topic}") for topic in TOPICS}


@dataclass(frozen=True)
class _Column:
    """One option: its place in the head of the table, its answers, and each answer as it is drawn.

    `skin` is the answer on skin tone for every skin type (None: not told); without it where skin tone does not matter.
    `short` is the option in short, `words` each of its words and figures as it is drawn.
    """

    row: OptionRow
    head: Markup
    questions: tuple[Question, ...]
    cells: Mapping[str, Markup]
    skin: Mapping[int | None, tuple[Question, Markup]]
    short: ShortColumn
    words: Mapping[Short, Markup]

    def word(self, cell: Short, cards: SourceCards) -> Markup:
        """One word or figure as it is drawn; what depends on the other options is drawn anew."""
        return self.words[cell] if cell in self.words else _short(cell, cards)

    def told(self, skin_type: int | None) -> tuple[Question, ...]:
        """The answers for a person of this skin type."""
        if not self.skin:
            return self.questions
        mine, _ = self.skin[skin_type]
        return tuple(mine if question.name == mine.name else question for question in self.questions)

    def cell(self, name: str, skin_type: int | None) -> Markup:
        """One answer as it is drawn."""
        return self.skin[skin_type][1] if name == "skin" else self.cells[name]


@shared(size=lambda: len(load().concern_options), depends_on=fingerprint)
def _column(concern_id: str, option_id: str) -> _Column:
    evidence, page = load(), built.page(concern_id)
    questions = column(evidence, page, option_id)
    (row,) = shown(page, (option_id,)).options
    skin: dict[int | None, tuple[Question, Markup]] = {}
    if page.concern.group == "skin":
        for tone in (None, *range(1, 7)):
            question = skin_question(evidence, page.concern, (row,), tone)
            skin[tone] = question, _kept_cell(question, row, page.concern)
    cells = {question.name: _kept_cell(question, row, page.concern) for question in questions}
    short = short_column(evidence, page, option_id)
    words = {}
    for cell in (*short.cells.values(), *(cell for cell, _ in short.marks.values())):
        cards = SourceCards(evidence)
        words[cell] = _short(cell, cards)
    note = clinic.beside(concern_id, option_id, row.course)
    head = macro(_TEMPLATE, "head", row.treatment, clinic.mark(note))
    return _Column(row, head, questions, cells, skin, short, words)


def _kept_cell(question: Question, row: OptionRow, concern: Concern) -> Markup:
    cards = SourceCards(load())
    return _answer(question.name, question.cells[0], row, concern, cards)


@shared(size=_PAIRS)
def _versus(concern_id: str, one: str, two: str) -> Markup:
    """Two options tested against each other."""
    evidence = load()
    cards = SourceCards(evidence)
    first, second = (evidence.treatments[name] for name in (one, two))
    both = pair(evidence, evidence.concerns[concern_id], first, second)
    return macro(_TEMPLATE, "pair", both, cards)


def _composed(concern_id: str, option_ids: tuple[str, ...], first: Topic, skin_type: int | None) -> Markup:
    """The table and the pairs, put together from what is kept of each option and each pair."""
    cards = SourceCards(load())
    columns = [_column(concern_id, name) for name in option_ids]
    cut = shown(built.page(concern_id), option_ids)
    rows = []
    for question in side_by_side(load(), cut, [one.told(skin_type) for one in columns], first, skin_type):
        if question.name in ("people", "harms"):  # what stands there depends on the other options
            cells = [
                _answer(question.name, cell, row, cut.concern, cards)
                for cell, row in zip(question.cells, cut.options, strict=True)
            ]
        else:
            cells = [one.cell(question.name, skin_type) for one in columns]
        rows.append((question, cells))
    pairs = [_versus(concern_id, one.treatment_id, two.treatment_id) for one, two in treated_pairs(cut.options)]
    # The options stay in the session.
    to_skin_tone = page_url("suitability", cut.concern, part=SKIN_TONE)
    return macro(
        _TEMPLATE, "answers", [one.head for one in columns], rows, pairs, to_skin_tone, skin_type is not None, cards
    )


@st.cache_data(max_entries=_PICTURES, show_spinner=False)
def _pictures(concern_id: str, option_ids: tuple[str, ...], mode: Mode) -> None:
    page = shown(built.page(concern_id), option_ids)
    cards = SourceCards(load())
    group = page.concern.group
    chart_with_table(
        recovery_chart.recovery(page, mode),
        cards,
        key=f"compare-downtime-{concern_id}",
        title=say(f"downtime-title-{group}"),
        lead=say(f"downtime-lead-{group}"),
    )
    chart_with_table(
        course_chart.whole_course(page, mode),
        cards,
        key=f"compare-course-{concern_id}",
        title=say(f"course-title-{group}"),
        lead=say(f"course-lead-{group}"),
    )


def _in_short(concern_id: str, option_ids: tuple[str, ...], skin_type: int | None, *, usual: bool) -> Markup:
    """Title and the options in short, put together from what is kept of each option."""
    cards = SourceCards(load())
    named, lines = _short_table(concern_id, option_ids, skin_type, cards)
    names = names_at_start([treatment for treatment, _ in named])
    return macro(_TEMPLATE, "in_short", load().concerns[concern_id].noun, names, usual, named, lines, cards)


def _short_table(
    concern_id: str, option_ids: tuple[str, ...], skin_type: int | None, cards: SourceCards
) -> tuple[list[tuple[Treatment, str]], list[tuple[ShortLine, list[Markup]]]]:
    """The options with their short names, and each line with its cells as they are drawn."""
    cut = shown(built.page(concern_id), option_ids)
    columns = [_column(concern_id, name) for name in option_ids]
    lines = [
        (line, [one.word(cell, cards) for one, cell in zip(columns, line.cells, strict=True)])
        for line in in_short(cut, [one.short for one in columns], people_question(cut), skin_type)
    ]
    return [(row.treatment, narrow_name(row.treatment)) for row in cut.options], lines


def _second(case: Case) -> Markup:
    """The options of the second concern in short, below those of the first: side by side, and nothing over both."""
    cards = SourceCards(load())
    noun = load().concerns[case.concern_id].noun
    named, lines = _short_table(case.concern_id, case.option_ids, case.answers.skin_type, cards)
    return macro(_TEMPLATE, "second", noun, named, lines)


def _ways_on(concern_id: str, option_ids: tuple[str, ...], *, early: bool = False) -> Markup:
    concern = load().concerns[concern_id]
    links = (page_link(page, concern, option_ids, early=early) for page in next_steps("compare"))
    return macro(_TEMPLATE, "ways_on", page_links(links))


def _short(cell: Short, cards: SourceCards) -> Markup:
    """One word or figure as it is drawn."""
    lead = sentence(cell.sentence) if cell.sentence else ""
    if cell.rating is not None:
        lead = f"{lead} {sure_words(load(), cell.rating)}"
    return macro(_TEMPLATE, "short", cell, lead, cards)


def _answer(name: str, cell: Cell, row: OptionRow, concern: Concern, cards: SourceCards) -> Markup:
    """One cell of the table as it is drawn.

    The clinic's fees stand under the cost and its usual course under the visits.
    """
    said = clinic.beside(concern.concern_id, row.treatment.treatment_id, row.course)
    own = {"cost": (said.fee, said.course_cost), "visits": (said.usual,)}.get(name, ())
    people = cell.people
    block = (
        marks(people.share.filled, people.share.total, people.share.family, people.alt)
        if people is not None and people.pair.drawn
        else ""
    )
    return macro(
        _TEMPLATE,
        "answer",
        cell,
        row.treatment,
        narrow_name(row.treatment),
        block,
        clinic.note(*own),
        name in _FOLDED_ANSWERS,
        cards,
    )
