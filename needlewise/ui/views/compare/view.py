"""Draws the Compare page: the options in short, then all questions as rows and the options as columns, then the pictures.

All that a choice changes is one fragment, so a choice does not draw the frame of the page again. What one option answers
is drawn once and kept for every visitor and every neighbour; the row on skin tone is kept for all skin types together, so
that what is kept tells nothing of what anyone answered.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path
from urllib.parse import urlencode

import streamlit as st
from markupsafe import Markup

from needlewise.caching import shared
from needlewise.charts import base
from needlewise.charts import recovery as recovery_chart
from needlewise.charts import whole_course as course_chart
from needlewise.charts.base import Picture
from needlewise.charts.palette import Mode
from needlewise.clinic.settings import fingerprint
from needlewise.decision.compare.choice import TOPICS, Topic
from needlewise.decision.compare.comparison import Pair, column, pair, shown, side_by_side, treated_pairs
from needlewise.decision.compare.in_short import Short, ShortColumn, ShortLine, in_short, short_column
from needlewise.decision.compare.questions import Cell, People, Question, people_question, skin_question
from needlewise.decision.concern.page import ConcernPage
from needlewise.decision.shared.options import OptionRow
from needlewise.evidence.model.rows import Concern
from needlewise.evidence.reading.load import load
from needlewise.ui import built
from needlewise.ui.components import clinic
from needlewise.ui.components import option_picker as options
from needlewise.ui.components.certainty import dots, sure_words
from needlewise.ui.components.page_link import page_link, page_links
from needlewise.ui.components.people import marks
from needlewise.ui.components.source_cards import Fragment, SourceCards
from needlewise.ui.components.tables import chip, table
from needlewise.ui.page_registry import next_steps
from needlewise.ui.state import compare as compare_state
from needlewise.ui.state import concern as concern_state
from needlewise.ui.state import options as options_state
from needlewise.ui.state import suitability as suitability_state
from needlewise.ui.state import visitor
from needlewise.words import join_list, number, round_half_up, say, sentence

_CSS = Path(__file__).with_name("style.css")


# Twos of them that are most asked for; one takes about 2 kB.
_PAIRS = 1024


# The pictures most asked for; those of one comparison take about 20 kB.
_PICTURES = 256


def draw(concern_id: str) -> None:
    """Draw the pickers and the page for what they say. What is kept between visitors never depends on an answer about health."""
    st.html(_CSS)
    _compared(concern_id)


@st.fragment
def _compared(concern_id: str) -> None:
    """The pickers, and all that they change."""
    evidence, mode = load(), visitor.mode()
    option_ids = options.pick(evidence, concern_id)
    usual = option_ids == options_state.usual_options(evidence, concern_id)
    st.html(_in_short(concern_id, option_ids, suitability_state.skin_type(), usual=usual))
    if built.page(concern_id).concern.group == "skin":
        # Right below the line it changes.
        suitability_state.pick_skin_short("compare", say("glance-skin-label"), labelled=True)
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
    head: str
    questions: tuple[Question, ...]
    cells: Mapping[str, Fragment]
    skin: Mapping[int | None, tuple[Question, Fragment]]
    short: ShortColumn
    words: Mapping[Short, Fragment]

    def word(self, cell: Short, sheet: SourceCards) -> str:
        """One word or figure as it is drawn; what depends on the other options is drawn anew."""
        return sheet.add(self.words[cell]) if cell in self.words else _short(cell, sheet)

    def told(self, skin_type: int | None) -> tuple[Question, ...]:
        """The answers for a person of this skin type."""
        if not self.skin:
            return self.questions
        mine, _ = self.skin[skin_type]
        return tuple(mine if question.name == mine.name else question for question in self.questions)

    def cell(self, name: str, skin_type: int | None) -> Fragment:
        """One answer as it is drawn."""
        return self.skin[skin_type][1] if name == "skin" else self.cells[name]


@shared(size=lambda: len(load().concern_options), depends_on=fingerprint)
def _column(concern_id: str, option_id: str) -> _Column:
    evidence, page = load(), built.page(concern_id)
    questions = column(evidence, page, option_id)
    (row,) = shown(page, (option_id,)).options
    skin: dict[int | None, tuple[Question, Fragment]] = {}
    if page.concern.group == "skin":
        for tone in (None, *range(1, 7)):
            question = skin_question(evidence, page.concern, (row,), tone)
            skin[tone] = question, _kept_cell(question, row, page.concern)
    cells = {question.name: _kept_cell(question, row, page.concern) for question in questions}
    short = short_column(evidence, page, option_id)
    words = {}
    for cell in (*short.cells.values(), *(cell for cell, _ in short.marks.values())):
        sheet = SourceCards(evidence, "g")
        words[cell] = sheet.fragment(Markup(_short(cell, sheet)))
    return _Column(row, _column_head(row, page.concern), questions, cells, skin, short, words)


def _kept_cell(question: Question, row: OptionRow, concern: Concern) -> Fragment:
    sheet = SourceCards(load(), "c")
    return sheet.fragment(Markup(_answer(question.name, question.cells[0], row, concern, sheet)))


@shared(size=_PAIRS)
def _versus(concern_id: str, one: str, two: str) -> Fragment:
    """Two options tested against each other."""
    evidence = load()
    sheet = SourceCards(evidence, "c")
    first, second = (evidence.treatments[name] for name in (one, two))
    return sheet.fragment(Markup(_pair(pair(evidence, evidence.concerns[concern_id], first, second), sheet)))


def _composed(concern_id: str, option_ids: tuple[str, ...], first: Topic, skin_type: int | None) -> str:
    """The table and the pairs, put together from what is kept of each option and each pair."""
    sheet = SourceCards(load(), "c")
    columns = [_column(concern_id, name) for name in option_ids]
    cut = shown(built.page(concern_id), option_ids)
    rows = ""
    for question in side_by_side(cut, [one.told(skin_type) for one in columns], first):
        if question.name == "people":
            cells = [
                _answer(question.name, cell, row, cut.concern, sheet)
                for cell, row in zip(question.cells, cut.options, strict=True)
            ]
        else:
            cells = [sheet.add(one.cell(question.name, skin_type)) for one in columns]
        untold = question.name == "skin" and skin_type is None
        rows += _question(question, cells, link=_to_skin(concern_id) if untold else "")
    versus = [
        sheet.add(_versus(concern_id, one.treatment_id, two.treatment_id)) for one, two in treated_pairs(cut.options)
    ]
    return f"{_table_head([one.head for one in columns])}{rows}</tbody></table>{_pairs(versus)}{sheet.render()}"


@st.cache_data(max_entries=_PICTURES, show_spinner=False)
def _pictures(concern_id: str, option_ids: tuple[str, ...], mode: Mode) -> None:
    page = shown(built.page(concern_id), option_ids)
    sheet = SourceCards(load(), "cp")
    group = page.concern.group
    _picture(page, sheet, "downtime", recovery_chart.recovery(page, mode), f"downtime-lead-{group}")
    _picture(page, sheet, "course", course_chart.whole_course(page, mode), f"course-lead-{group}")
    cards = sheet.render()
    # Options without any figure on recovery have no picture and no card.
    if cards:
        st.html(cards)


def _in_short(concern_id: str, option_ids: tuple[str, ...], skin_type: int | None, *, usual: bool) -> str:
    """Title and the options in short, put together from what is kept of each option."""
    sheet = SourceCards(load(), "g")
    cut = shown(built.page(concern_id), option_ids)
    columns = [_column(concern_id, name) for name in option_ids]
    lines = in_short(cut, [column.short for column in columns], people_question(cut), skin_type)
    return f"{_head(cut, usual=usual)}{_glance(cut, columns, lines, sheet)}{sheet.render()}"


def _head(cut: ConcernPage, *, usual: bool) -> str:
    first_choice = f'<p class="nw-quiet">{escape(say("compare-first-choice"))}</p>' if usual else ""
    first, *others = (row.treatment for row in cut.options)
    names = join_list([first.name, *(treatment.mid_sentence for treatment in others)])
    return (
        f'<section class="nw-hero"><p class="nw-eyebrow">{escape(say("compare-eyebrow", noun=cut.concern.noun))}</p>'
        f'<h1 class="nw-answer">{escape(say("compare-title", names=names))}</h1>{first_choice}'
        f'<p class="nw-lead">{escape(say("compare-lead"))}</p></section>'
    )


def _glance(cut: ConcernPage, columns: Sequence[_Column], lines: Sequence[ShortLine], sheet: SourceCards) -> str:
    """The options in short: on a phone each question stands above a row of cells, under names that stay."""
    corner = f'<th scope="col" role="columnheader"><span class="nw-hidden">{escape(say("compare-column-question"))}</span></th>'
    heads = "".join(
        f'<th scope="col" role="columnheader">{chip(row.treatment.family)}{_breakable(row.treatment.short_name)}</th>'
        for row in cut.options
    )
    rows = ""
    for line in lines:
        about = f'<span class="nw-note">{escape(sentence(line.about))}</span>' if line.about else ""
        cells = "".join(
            f'<td role="cell" data-option="{escape(row.treatment.treatment_id)}">{column.word(cell, sheet)}</td>'
            for row, column, cell in zip(cut.options, columns, line.cells, strict=True)
        )
        rows += f'<tr role="row" data-line="{line.line_id}"><th scope="row" role="rowheader">{escape(line.question)}{about}</th>{cells}</tr>'
    title = escape(say("glance-title"))
    return (
        f'<table class="nw-glance nw-of-{len(cut.options)}" role="table"><caption class="nw-hidden">{title}</caption>'
        f'<thead role="rowgroup"><tr role="row">{corner}{heads}</tr></thead><tbody role="rowgroup">{rows}</tbody></table>'
    )


def _ways_on(concern_id: str, option_ids: tuple[str, ...]) -> str:
    """Where to go once the short answer is enough, and the heading of the full table."""
    links = (page_link(page, load().concerns[concern_id], option_ids) for page in next_steps("compare"))
    return f'{page_links(links)}<h2 class="nw-h2">{escape(say("glance-all-title"))}</h2>'


def _breakable(name: str) -> str:
    """A name for a narrow column. Not every browser knows where English words may be parted."""
    return escape(name).replace("oneedling", "o&shy;needling")


def _short(cell: Short, sheet: SourceCards) -> str:
    """One word or figure, with dots where it is rated; the sentence it is short for opens with its sources."""
    figure = cell.figure
    css = "nw-fig" if figure.known else "nw-fig nw-unknown"
    lead = sentence(cell.sentence) if cell.sentence else ""
    sure = ""
    if cell.rating is not None:
        lead = f"{lead} {sure_words(load(), cell.rating)}"
        level = say(f"certainty-short-{cell.rating.level}")
        sure = f'<span class="nw-cert">{dots(cell.rating.dots)}<span>{escape(say("glance-sure", level=level.lower()))}</span></span>'
    word = sheet.button(figure.text, figure.refs, figure.rule, css=css, lead=lead)
    note = f'<span class="nw-note">{escape(figure.note)}</span>' if figure.note else ""
    return f"{word}{sure}{note}"


def _column_head(row: OptionRow, concern: Concern) -> str:
    said = clinic.beside(concern.concern_id, row.treatment.treatment_id, row.course)
    return (
        f'<th scope="col" role="columnheader">{chip(row.treatment.family)}{escape(row.treatment.name)}'
        f"{clinic.mark(said)}</th>"
    )


def _table_head(heads: Sequence[str]) -> str:
    corner = f'<span class="nw-hidden">{escape(say("compare-column-question"))}</span>'
    return (
        f'<table class="nw-compare nw-of-{len(heads)}" role="table"><caption class="nw-hidden">{escape(say("compare-caption"))}</caption>'
        f'<thead role="rowgroup"><tr role="row"><th scope="col" role="columnheader">{corner}</th>{"".join(heads)}</tr></thead>'
        '<tbody role="rowgroup">'
    )


def _to_skin(concern_id: str) -> str:
    """The way to the question about skin tone; the options stay in the session."""
    return f"/suitability?{urlencode({'concern': concern_state.labels(load())[concern_id]})}#skin-tone"


# Answered by figures, short enough to stand side by side on a phone.
_OF_FIGURES = ("visits", "public", "sore", "work", "makeup", "exercise", "sun", "hurts", "sure")


def _question(question: Question, cells: Sequence[str], *, link: str) -> str:
    """One row of the table; `link` leads to what the person can tell to make it fit."""
    words = escape(question.difference)
    if link and words:
        words = f'<a class="nw-go" href="{escape(link)}" target="_self">{words}</a>'
    differ = f'<p class="nw-differ">{words}</p>' if words else ""
    figures = ' class="nw-of-figures"' if question.name in _OF_FIGURES else ""
    return (
        f'<tr role="row" data-question="{question.name}"{figures}><th scope="row" role="rowheader">'
        f"{escape(say(f'compare-q-{question.name}'))}{differ}</th>{''.join(cells)}</tr>"
    )


def _answer(name: str, cell: Cell, row: OptionRow, concern: Concern, sheet: SourceCards) -> str:
    """One cell of the table, with the option's name for narrow screens."""
    return (
        f'<td role="cell" data-option="{escape(row.treatment.treatment_id)}"><span class="nw-label" aria-hidden="true">{chip(row.treatment.family)}{_breakable(row.treatment.short_name)}</span>'
        f'<div class="nw-cell">{_cell(cell, row, sheet)}{_own(name, concern.concern_id, row)}</div></td>'
    )


def _own(name: str, concern_id: str, row: OptionRow) -> str:
    """The clinic's own fees under the cost and its usual course under the visits, marked as its own."""
    if name not in ("cost", "visits"):
        return ""
    said = clinic.beside(concern_id, row.treatment.treatment_id, row.course)
    return clinic.note(said.fee, said.course_cost) if name == "cost" else clinic.note(said.usual)


def _cell(cell: Cell, row: OptionRow, sheet: SourceCards) -> str:
    if cell.people is not None:
        return _people(cell.people, sheet)
    if cell.rated:
        about = f'<span class="nw-note">{escape(cell.figures[0].note)}</span>' if cell.figures[0].note else ""
        return f"{sheet.certainty(cell.rating, cell.figures[0].refs)}{about}"
    if row.role == "nothing" and not any(figure.text for figure in cell.figures):
        return f"<p>{escape(say('compare-nothing-sure'))}</p>"
    blank = ""
    if cell.kind in ("not_studied", "no_clear", "worse"):
        blank = f'<span class="nw-blank">{escape(say(f"compare-blank-{cell.kind}"))}</span>'
    parts = []
    for figure in cell.figures:
        note = f'<span class="nw-note">{escape(figure.note)}</span>' if figure.note else ""
        # A sentence reads as a sentence with its sources behind it; a figure is itself the button.
        if len(figure.text) > _LONG:
            mark = sheet.button(say("sources-mark"), figure.refs, figure.rule, css="nw-src") if figure.refs else ""
            parts.append(f"<p>{escape(sentence(figure.text))} {mark}{note}</p>")
        else:
            parts.append(f"<p>{sheet.figure(figure)}{note}</p>")
    return blank + "".join(parts)


# Longer than this is a sentence, not a figure.
_LONG = 34


def _people(found: People, sheet: SourceCards) -> str:
    count = round_half_up(found.share.percent)
    caption = say("compare-people-counts", first=number(count), rest=number(100 - count))
    alt = say("shares-alt", name=found.share.name, first=number(count), rest=number(100 - count), event=found.event)
    other = say(
        "compare-people-other",
        other=found.other.name[:1].lower() + found.other.name[1:],
        count=number(round_half_up(found.other.percent)),
    )
    event = sentence(say("compare-people-event", event=found.event, time=found.time))
    return (
        f"{marks(found.share.percent, found.share.family, alt)}<p>{sheet.button(caption, (found.ref,), 'stated')}"
        f'<span class="nw-note">{escape(event)}</span><span class="nw-note">{escape(other)}</span></p>'
    )


def _pair(found: Pair, sheet: SourceCards) -> str:
    title = say("compare-pair", first=found.first.name, second=found.second.mid_sentence)
    if found.found is None:
        text = f'<p class="nw-unknown">{escape(say("compare-pairs-none"))}</p>'
    else:
        mark = sheet.button(say("sources-mark"), found.found.refs, "headline", css="nw-src")
        size = f'<p class="nw-figures">{escape(sentence(found.found.figures))}</p>' if found.found.figures else ""
        text = f"<p>{escape(found.found.text)} {mark}</p>{size}{sheet.certainty(found.found.rating, found.found.refs)}"
    return f"<article><h3>{escape(title)}</h3>{text}</article>"


def _pairs(articles: Sequence[str]) -> str:
    if not articles:
        return ""
    return (
        f'<h2 class="nw-h2">{escape(say("compare-pairs-title"))}</h2><p class="nw-lead">{escape(say("compare-pairs-lead"))}</p>'
        f'<div class="nw-versus">{"".join(articles)}</div>'
    )


def _picture(page: ConcernPage, sheet: SourceCards, name: str, picture: Picture, lead: str) -> None:
    if picture.figure is None and not picture.note:
        return
    how = f'<p class="nw-lead">{escape(say(lead))}</p>' if picture.figure else ""
    st.html(f'<h2 class="nw-h2">{escape(say(f"{name}-title"))}</h2>{how}')
    if picture.figure is not None:
        key = f"compare-{name}-{page.concern.concern_id}"
        st.plotly_chart(picture.figure, width="stretch", theme=None, config=base.CONFIG, alt=picture.alt, key=key)
    rows = [
        [*(escape(cell) for cell in row), sheet.button(say("open-sources"), refs, "stated")]
        for row, refs in zip(picture.rows, picture.refs, strict=True)
    ]
    note = f'<p class="nw-lead">{escape(picture.note)}</p>' if picture.note else ""
    twin = ""
    if rows:
        content = table((*picture.head, say("column-source")), rows, caption=say(f"{name}-title"))
        twin = f'<details class="nw-twin"><summary>{escape(say("table-twin"))}</summary>{content}</details>'
    if note or twin:
        st.html(note + twin)
