"""Draws the Compare page from one `Comparison`: the questions as rows, the options as columns, then the pictures."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from html import escape
from pathlib import Path

import streamlit as st

from needlewise.charts import pictures
from needlewise.charts.palette import Mode
from needlewise.charts.pictures import Picture
from needlewise.decision.compare import (
    TOPICS,
    Cell,
    Comparison,
    People,
    Question,
    Topic,
    arrange,
    first_choice,
    skin_question,
)
from needlewise.decision.explore import Explore, OptionRow, build
from needlewise.evidence.load import load
from needlewise.ui import choices, clinic
from needlewise.ui.markup import Sheet, chip, marks, table
from needlewise.words import listed, number, round_half_up, say, sentence

_CSS = Path(__file__).with_name("compare.css")
# The comparisons most asked for; one takes about 150 kB.
_PAGES = 128


def draw(concern_id: str) -> None:
    """Draw the pickers and the page for what they say. What is kept between visitors never depends on an answer about health."""
    st.html(_CSS)
    evidence, mode = load(), choices.mode()
    # Always the same words: were the fold drawn anew it would close after each tap.
    st.html(f'<details class="nw-pick"><summary>{escape(say("compare-change"))}</summary></details>')
    choices.pick_options(evidence, concern_id)
    option_ids = choices.options(evidence, concern_id)
    note = choices.options_note()
    if note:
        st.html(f'<p class="nw-quiet" role="status">{escape(note)}</p>')
    elif option_ids == first_choice(evidence, concern_id):
        st.html(f'<p class="nw-quiet">{escape(say("compare-first-choice"))}</p>')
    first = choices.pick_first({topic: say(f"compare-topic-{topic}") for topic in TOPICS})
    parts = _composed(concern_id, option_ids, first)
    st.html(parts.before + parts.skin[choices.skin_type()] + parts.after)
    _pictures(concern_id, option_ids, mode)


@dataclass(frozen=True)
class _Parts:
    """The page's HTML before and after the row on skin tone, and that row for every skin type (None: not told).

    All seven are kept together, so that what is kept tells nothing of what anyone answered.
    """

    before: str
    skin: dict[int | None, str]
    after: str


@functools.cache
def _built(concern_id: str) -> Explore:
    """The page of a concern, built once a process; 18 of them at most."""
    return build(load(), concern_id)


@functools.lru_cache(maxsize=_PAGES)
def _composed(concern_id: str, option_ids: tuple[str, ...], first: Topic) -> _Parts:
    evidence = load()
    found = arrange(evidence, _built(concern_id), option_ids, None, first)
    sheet = Sheet(evidence, "c")
    skin: dict[int | None, str] = dict.fromkeys((None, *range(1, 7)), "")
    if found.concern.group == "skin":
        skin = {
            tone: _question(skin_question(evidence, found.concern, found.options, tone), found, sheet) for tone in skin
        }
    names = [question.name for question in found.questions]
    place = names.index("skin") if "skin" in names else len(names)
    rows = [_question(question, found, sheet) for question in found.questions]
    before = _head(found) + _table_head(found) + "".join(rows[:place])
    after = "".join(rows[place + 1 :]) + "</tbody></table>" + _pairs(found, sheet)
    return _Parts(before, skin, after + sheet.render())


@st.cache_data(max_entries=_PAGES, show_spinner=False)
def _pictures(concern_id: str, option_ids: tuple[str, ...], mode: Mode) -> None:
    found = arrange(load(), _built(concern_id), option_ids)
    sheet = Sheet(load(), "cp")
    group = found.concern.group
    _picture(found, sheet, "downtime", pictures.recovery(found.page, mode), f"downtime-lead-{group}")
    _picture(found, sheet, "course", pictures.whole_course(found.page, mode), f"course-lead-{group}")
    st.html(sheet.render())


def _head(found: Comparison) -> str:
    first, *others = (row.treatment for row in found.options)
    names = listed([first.name, *(treatment.mid_sentence for treatment in others)])
    return (
        f'<section class="nw-hero"><p class="nw-eyebrow">{escape(say("compare-eyebrow", noun=found.concern.noun))}</p>'
        f'<h1 class="nw-answer">{escape(say("compare-title", names=names))}</h1>'
        f'<p class="nw-lead">{escape(say("compare-lead"))}</p></section>'
    )


def _table_head(found: Comparison) -> str:
    heads = "".join(
        f'<th scope="col" role="columnheader">{chip(row.treatment.family)}{escape(row.treatment.name)}'
        f"{clinic.mark(clinic.beside(found.concern.concern_id, row.treatment.treatment_id, row.course))}</th>"
        for row in found.options
    )
    corner = f'<span class="nw-hidden">{escape(say("compare-column-question"))}</span>'
    return (
        f'<table class="nw-compare" role="table"><caption class="nw-hidden">{escape(say("compare-caption"))}</caption>'
        f'<thead role="rowgroup"><tr role="row"><th scope="col" role="columnheader">{corner}</th>{heads}</tr></thead>'
        '<tbody role="rowgroup">'
    )


def _question(question: Question, found: Comparison, sheet: Sheet) -> str:
    differ = f'<p class="nw-differ">{escape(question.difference)}</p>' if question.difference else ""
    cells = "".join(
        f'<td role="cell" data-option="{escape(row.treatment.treatment_id)}"><span class="nw-label" aria-hidden="true">{chip(row.treatment.family)}{escape(row.treatment.name)}</span>'
        f'<div class="nw-cell">{_cell(cell, row, sheet)}{_own(question.name, found.concern.concern_id, row)}</div></td>'
        for cell, row in zip(question.cells, found.options, strict=True)
    )
    return f'<tr role="row" data-question="{question.name}"><th scope="row" role="rowheader">{escape(say(f"compare-q-{question.name}"))}{differ}</th>{cells}</tr>'


def _own(name: str, concern_id: str, row: OptionRow) -> str:
    """The clinic's own fees under the cost and its usual course under the visits, marked as its own."""
    if name not in ("cost", "visits"):
        return ""
    said = clinic.beside(concern_id, row.treatment.treatment_id, row.course)
    return clinic.note(said.fee, said.course_cost) if name == "cost" else clinic.note(said.usual)


def _cell(cell: Cell, row: OptionRow, sheet: Sheet) -> str:
    if cell.people is not None:
        return _people(cell.people, sheet)
    if cell.rated:
        return sheet.certainty(cell.rating, cell.figures[0].refs)
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


def _people(found: People, sheet: Sheet) -> str:
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


def _pairs(found: Comparison, sheet: Sheet) -> str:
    if not found.pairs:
        return ""
    items = []
    for pair in found.pairs:
        title = say("compare-pair", first=pair.first.name, second=pair.second.mid_sentence)
        if pair.found is None:
            text = f'<p class="nw-unknown">{escape(say("compare-pairs-none"))}</p>'
        else:
            mark = sheet.button(say("sources-mark"), pair.found.refs, "headline", css="nw-src")
            size = f'<p class="nw-figures">{escape(sentence(pair.found.figures))}</p>' if pair.found.figures else ""
            text = f"<p>{escape(pair.found.text)} {mark}</p>{size}{sheet.certainty(pair.found.rating, pair.found.refs)}"
        items.append(f"<article><h3>{escape(title)}</h3>{text}</article>")
    return (
        f'<h2 class="nw-h2">{escape(say("compare-pairs-title"))}</h2><p class="nw-lead">{escape(say("compare-pairs-lead"))}</p>'
        f'<div class="nw-versus">{"".join(items)}</div>'
    )


def _picture(found: Comparison, sheet: Sheet, name: str, picture: Picture, lead: str) -> None:
    if picture.figure is None and not picture.note:
        return
    how = f'<p class="nw-lead">{escape(say(lead))}</p>' if picture.figure else ""
    st.html(f'<h2 class="nw-h2">{escape(say(f"{name}-title"))}</h2>{how}')
    if picture.figure is not None:
        key = f"compare-{name}-{found.concern.concern_id}"
        st.plotly_chart(picture.figure, width="stretch", theme=None, config=pictures.CONFIG, alt=picture.alt, key=key)
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
