"""Draws the Explore page from one `Explore` value. Every block is static, so Streamlit replays it without running again."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from html import escape
from typing import get_args
from urllib.parse import urlencode

import streamlit as st

from needlewise.caching import shared
from needlewise.charts import base
from needlewise.charts import findings as forest_chart
from needlewise.charts import recovery as recovery_chart
from needlewise.charts import sessions as sessions_chart
from needlewise.charts import whole_course as course_chart
from needlewise.charts.base import Picture
from needlewise.charts.palette import Mode
from needlewise.clinic.settings import fingerprint
from needlewise.decision.concern.page import ConcernPage
from needlewise.decision.shared.harms import HarmGroup
from needlewise.decision.shared.options import OptionRow
from needlewise.decision.shared.phrases import ROMAN
from needlewise.decision.shared.rates import harm_name, rate_text, seen_elsewhere, serious_text
from needlewise.decision.suitability import Reason
from needlewise.evidence.reading.load import load
from needlewise.evidence.rules.rates import Rate
from needlewise.evidence.rules.verdicts import VERDICTS
from needlewise.evidence.sentences.statements import Statement, in_sentence, of_100, why
from needlewise.ui import built
from needlewise.ui.components import clinic
from needlewise.ui.components.page_link import page_link, page_links
from needlewise.ui.components.people import marks
from needlewise.ui.components.source_cards import SourceCards
from needlewise.ui.components.tables import chip, table
from needlewise.ui.page_registry import next_steps
from needlewise.words import join_list, number, say, sentence

# 18 concerns in two themes; Streamlit wants to know at once, before the tables are read.
_PAGES = 36


_SHARE_PAIRS_SHOWN = 4


# How many of them stand open on a phone, and how many of the conditions to ask about first.
_SHARE_PAIRS_FIRST = 2


_ASKED_FIRST = 3


# What the options and the blocks of 100 already say on a phone in fewer words.
_FOLDED_PICTURES = ("sessions", "findings")


# Parts of the page that can be jumped to, in their order: the name of each heading.
PARTS = ("options", "downtime", "findings", "benefits", "harms", "serious")


@dataclass(frozen=True)
class _Composed:
    """The page as ready HTML and pictures: the answer and the options, the pictures by name, and all that follows."""

    concern_id: str
    first: str
    drawn: dict[str, tuple[str, Picture, str]]
    last: str


@shared(size=lambda: len(get_args(Mode)) * built.concern_count(), depends_on=fingerprint)
def _composed(concern_id: str, mode: Mode) -> _Composed:
    page = built.page(concern_id)
    # One card for each set of rows on the whole page: a figure in one block may open a card that stands in the last.
    sheet = SourceCards(load(), "e")
    group = page.concern.group
    first = _answer(page, sheet) + _options(page, sheet)
    made = {
        "downtime": (recovery_chart.recovery(page, mode), f"downtime-lead-{group}"),
        "sessions": (sessions_chart.sessions(page, mode), "sessions-lead"),
        "course": (course_chart.whole_course(page, mode), f"course-lead-{group}"),
        "findings": (forest_chart.findings(page, mode), "findings-lead"),
    }
    drawn = {
        name: (
            # Not every finding that can be told can be drawn.
            _heading(name, picture, lead, len(page.findings) if name == "findings" else len(picture.rows)),
            picture,
            _twin(name, picture, sheet),
        )
        for name, (picture, lead) in made.items()
    }
    last = _shares(page, sheet) + _benefits(page, sheet) + _harms(page, sheet) + _rules(sheet)
    # Every message costs the same whatever its size, so neighbours share one.
    first += drawn["downtime"][0]
    last = drawn["findings"][2] + last
    drawn["downtime"] = ("", *drawn["downtime"][1:])
    drawn["findings"] = (*drawn["findings"][:2], "")
    return _Composed(concern_id, first, drawn, last + sheet.render())


def prepare(concern_id: str, mode: Mode) -> None:
    """Work the page out before anyone opens it."""
    _composed(concern_id, mode)


@shared(size=built.concern_count, depends_on=fingerprint)
def opening(concern_id: str) -> str:
    """The answer by itself, with the cards of its figures: what is served before any script has run."""
    sheet = SourceCards(load(), "o")
    return _answer(built.page(concern_id), sheet, early=True) + sheet.render()


@st.cache_data(max_entries=_PAGES, show_spinner=False)
def draw_answer(concern_id: str, mode: Mode) -> None:
    """Draw what a visitor reads first: the answer and the options table."""
    st.html(_composed(concern_id, mode).first)


@st.cache_data(max_entries=_PAGES, show_spinner=False)
def draw_rest(concern_id: str, mode: Mode) -> None:
    """Draw the pictures, the promises, the harms, the rules and every source card."""
    page = _composed(concern_id, mode)
    _picture(page, "downtime")
    left, right = st.columns(2, gap="large")
    with left:
        _picture(page, "sessions")
    with right:
        _picture(page, "course")
    _picture(page, "findings")
    st.html(page.last)


def _picture(page: _Composed, name: str) -> None:
    """A heading, one sentence on how to read it, the picture, and the same numbers as a table."""
    heading, picture, twin = page.drawn[name]
    if heading:
        st.html(heading)
    if picture.figure is not None:
        st.plotly_chart(
            picture.figure,
            width="stretch",
            theme=None,
            config=base.CONFIG,
            alt=picture.alt,
            key=f"{name}-{page.concern_id}",
        )
    if twin:
        st.html(twin)


def _title(name: str, words: str) -> str:
    """A part's heading, with the name that links on the page jump to."""
    return f'<h2 class="nw-h2" id="{name}">{escape(words)}</h2>'


def _heading(name: str, picture: Picture, lead: str, drawn: int) -> str:
    words = say(lead) if picture.figure else picture.note
    # Folded on a phone: a widget cannot stand inside a fold, so the stylesheet hides the picture while this one is closed.
    fold = ""
    if name in _FOLDED_PICTURES and picture.figure:
        summary = say(f"explore-{name}-fold", count=drawn)
        fold = f'<details class="nw-picture-fold"><summary>{escape(summary)}</summary></details>'
    return _title(name, say(f"{name}-title")) + fold + (f'<p class="nw-lead">{escape(words)}</p>' if words else "")


def _twin(name: str, picture: Picture, sheet: SourceCards) -> str:
    """What could not be drawn, and the picture's numbers as a table."""
    rows = [
        [*(escape(cell) for cell in row), sheet.button(say("open-sources"), refs, "stated")]
        for row, refs in zip(picture.rows, picture.refs, strict=True)
    ]
    note = f'<p class="nw-lead">{escape(picture.note)}</p>' if picture.note and picture.figure else ""
    if not rows:
        return note
    content = table((*picture.head, say("column-source")), rows, caption=say(f"{name}-title"))
    summary = say("explore-twin", count=len(rows))
    return f'{note}<details class="nw-twin nw-numbers"><summary>{escape(summary)}</summary>{content}</details>'


def _answer(page: ConcernPage, sheet: SourceCards, *, early: bool = False) -> str:
    """The answer and what stands around it; `early` for the first HTML, whose links work without any script."""
    eyebrow = say("answer-eyebrow", treatment=page.needling.name, noun=page.concern.noun)
    sentences = []
    for place, part in enumerate(page.answer):
        css = "nw-answer" if place == 0 else "nw-more"
        opener = (
            sheet.button(say("sources-mark"), part.refs, "headline" if place < 2 else "course", css="nw-src")
            if part.refs
            else ""
        )
        tag = "h1" if place == 0 else "p"
        sentences.append(f'<{tag} class="{css}">{_closed(part.text, opener)}</{tag}>')
        if place == 0 and isinstance(part, Statement):
            under = [sentence(part.figures)] if part.figures else []
            if part.direction == "no_clear":
                under.append(say("effect-no-clear-caution"))
            sentences += [f'<p class="nw-figures">{escape(text)}</p>' for text in under]
    counts = []
    if page.studies:
        counts.append(say("answer-studies", studies=page.studies))
    if page.people:
        counts.append(say("answer-people", people=f"{page.people:,}"))
    if counts and page.counts_whole_review:
        counts[-1] = say("answer-whole-review", counts=counts[-1])
    badge = (
        f'<div class="nw-badge">{sheet.certainty(page.rating, page.headline_refs)}'
        + (f"<span>{escape(' · '.join([say('certainty-word'), *counts]))}</span>" if page.rating else "")
        + "</div>"
    )
    big = "".join(
        f'<div><dt>{escape(label)}</dt><dd>{sheet.figure(figure, css="nw-big")}<span class="nw-note">{escape(figure.note)}</span></dd></div>'
        for label, figure in (
            (say("figure-visits"), page.visits),
            (say(f"figure-downtime-{page.concern.group}"), page.downtime),
            (say(f"figure-course-{page.concern.group}"), page.whole_course),
            (say("figure-results"), page.results),
        )
    )
    concern = page.concern
    about = (
        f'<details class="nw-aside-text nw-about-both"><summary>{escape(say("explore-about", noun=concern.noun, treatment=page.needling.mid_sentence))}</summary>'
        f'<div class="nw-cols"><section><h2>{escape(say("about-concern", noun=concern.noun))}</h2><p>{escape(concern.what_it_is)}</p>'
        f"<p><strong>{escape(say('decision-title'))}:</strong> {escape(concern.decision)} {sheet.button(say('sources-mark'), tuple(f'sources:{s}' for s in concern.source_ids), 'stated', css='nw-src')}</p></section>"
        f"<section><h2>{escape(say('what-happens-title', treatment=page.needling.mid_sentence))}</h2><p>{escape(page.needling.what_happens)}</p>"
        f"<p>{escape(page.needling.who_does_it)} {sheet.button(say('sources-mark'), (f'treatments:{page.needling.treatment_id}',), 'stated', css='nw-src')}</p></section></div></details>"
    )
    opener = sheet.button(say("sources-mark"), page.pause.refs, "stated", css="nw-src")
    pause = (
        f'<aside class="nw-pause"><h2>{escape(say("pause-title"))}</h2><p>{_closed(page.pause.text, opener)}</p>'
        f"{_cautions(page, sheet, early=early)}</aside>"
    )
    return (
        f'<section class="nw-hero" aria-live="polite"><p class="nw-eyebrow">{escape(eyebrow)}</p>{"".join(sentences)}{badge}'
        f'<dl class="nw-bigs">{big}</dl></section>{_ways(page, early=early)}{pause}{_red_flags(page, sheet)}{about}'
    )


def _ways(page: ConcernPage, *, early: bool) -> str:
    """The next steps, and the parts of this page; in the first HTML the parts have not come yet, but their room is kept."""
    links = (page_link(name, page.concern, early=early) for name in next_steps("explore"))
    here = [name for name in PARTS if name != "serious" or _has_serious(page)]
    jumps = "".join(
        f'<a class="nw-jump" href="#{name}" target="_self">{escape(say(f"explore-part-{name}"))}</a>' for name in here
    )
    return (
        f"{page_links(links)}"
        f'<nav class="nw-parts" aria-label="{escape(say("explore-parts"))}"><span aria-hidden="true">{escape(say("explore-parts"))}</span>{jumps}</nav>'
    )


def _cautions(page: ConcernPage, sheet: SourceCards, *, early: bool) -> str:
    """Who should not have this needling now, who should ask first, and where the same is told of every option."""

    def line(message: str, reasons: tuple[Reason, ...]) -> str:
        if not reasons:
            return ""
        names = "; ".join(in_sentence(_plainly(say(f"condition-{reason.condition}"))) for reason in reasons)
        refs = tuple(ref for reason in reasons for ref in reason.refs)
        opener = sheet.button(say("sources-mark"), refs, "stated", css="nw-src")
        return f"<p><strong>{escape(say(message))}</strong> {_closed(f'{names}.', opener)}</p>"

    first, more = page.ask_first[:_ASKED_FIRST], page.ask_first[_ASKED_FIRST:]
    lines = line("explore-not-now", page.not_now) + line("explore-ask-first", first)
    if more:
        lines += (
            f'<details class="nw-aside-text"><summary>{escape(say("explore-ask-more", count=len(more)))}</summary>'
            f"{line('explore-ask-too', more)}</details>"
        )
    return f'<div class="nw-cautions">{lines}<p>{escape(say("explore-every-option"))} {page_link("suitability", page.concern, early=early)}</p></div>'


def _plainly(text: str) -> str:
    """A condition without what explains it in brackets: that stands on Right for me?, where it is ticked."""
    return re.sub(r" \([^)]*\)", "", text)


def _has_serious(page: ConcernPage) -> bool:
    return any(group.serious or group.unrated for group in page.harms)


def _closed(text: str, opener: str) -> str:
    """A sentence with the button that opens its sources: the button never stands alone on a line."""
    if not opener:
        return escape(text)
    before, _, last = text.rpartition(" ")
    return f'{escape(before)} <span class="nw-last">{escape(last)} {opener}</span>'


def _red_flags(page: ConcernPage, sheet: SourceCards) -> str:
    items = "".join(
        f"<li><strong>{escape(say(f'action-{flag.action}'))}:</strong> {escape(flag.sign)} "
        f"{sheet.button(say('sources-mark'), (f'red_flags:{flag.red_flag_id}',), 'stated', css='nw-src')}</li>"
        for flag in sorted(page.red_flags, key=lambda flag: flag.urgency)
    )
    return (
        f'<details class="nw-flags"><summary>{escape(say("redflags-title"))}</summary>'
        f"<p>{escape(say('redflags-lead'))}</p><ul>{items}</ul></details>"
    )


def _options(page: ConcernPage, sheet: SourceCards) -> str:
    group = page.concern.group
    heads = (
        say("column-option"),
        say("column-effect"),
        say("column-certainty"),
        say("column-visits"),
        say(f"column-days-{group}"),
        say(f"column-course-{group}"),
        say("column-discomfort"),
        say(f"column-harm-{group}"),
    )
    body = "".join(_option_row(page.concern.concern_id, row, heads, sheet) for row in page.options)
    head = "".join(f'<th scope="col" role="columnheader">{escape(text)}</th>' for text in heads)
    onward = f'<a class="nw-go nw-go-on" href="/compare?{escape(urlencode({"concern": page.concern.name}))}" target="_self">{escape(say("onward-compare"))}</a>'
    return (
        f'{_title("options", say("options-title"))}<p class="nw-lead">{escape(say(f"options-lead-{group}"))}</p>'
        f'{clinic.lead()}<table class="nw-options" role="table"><caption class="nw-hidden">{escape(say("options-title"))}</caption>'
        f'<thead role="rowgroup"><tr role="row">{head}</tr></thead><tbody role="rowgroup">{body}</tbody></table>{onward}'
    )


def _option_row(concern_id: str, row: OptionRow, heads: tuple[str, ...], sheet: SourceCards) -> str:
    said = clinic.beside(concern_id, row.treatment.treatment_id, row.course)

    def cell(place: int, content: str, note: str = "", css: str = "", own: str = "") -> str:
        below = (f'<span class="nw-note">{escape(note)}</span>' if note else "") + own
        return f'<td role="cell" class="{css}"><span class="nw-label" aria-hidden="true">{escape(heads[place])}</span><span class="nw-cell">{content}{below}</span></td>'

    opener = (
        sheet.button(say("sources-mark"), row.effect.refs, row.effect.rule, css="nw-src") if row.effect.refs else ""
    )
    words = _closed(row.effect.text, opener)
    if row.effect_figures:
        words += f'<span class="nw-note">{escape(sentence(row.effect_figures))}</span>'
    if row.also is not None:
        more = sheet.button(
            say("sources-mark"), row.also.refs, "headline", css="nw-src", lead=why(load(), row.also.rating)
        )
        level = say(f"certainty-{row.also.rating.level}")
        also = f'<span class="nw-also">{escape(row.also.text)} <span class="nw-small">({escape(level.lower())})</span> {more}</span>'
        if row.also.figures:
            also += f'<span class="nw-note">{escape(sentence(row.also.figures))}</span>'
        words += f'<details class="nw-aside-text"><summary>{escape(say("effect-also"))}</summary>{also}</details>'
    if row.role == "nothing":
        certainty = f'<span class="nw-cert"><span>{escape(say("certainty-not-rated"))}</span></span>'
    else:
        certainty = sheet.certainty(row.rating, row.effect.refs)
    # On a phone the days off each visit, the pain and the notes wait behind this; nothing else on the line ever does.
    name = say("explore-option-more", name=row.treatment.name)
    certainty += f'<details class="nw-late-fold"><summary aria-label="{escape(name)}">{escape(say("explore-more"))}</summary></details>'
    cells = cell(1, words, "", f"nw-effect nw-blank-{row.blank or 'none'}")
    cells += cell(2, certainty, "", "nw-sure")
    cells += cell(3, sheet.figure(row.visits), row.visits.note, own=clinic.note(said.usual, said.fee, said.course_cost))
    cells += cell(4, sheet.figure(row.days), row.days.note, "nw-late")
    cells += cell(5, sheet.figure(row.course_days), row.course_days.note)
    cells += cell(6, sheet.figure(row.discomfort), row.discomfort.note, "nw-late")
    cells += cell(7, sheet.figure(row.harm), row.harm.note, "nw-main-harm")
    return f'<tr role="row" data-option="{escape(row.treatment.treatment_id)}"><th scope="row" role="rowheader">{chip(row.treatment.family)}{escape(row.treatment.name)}{clinic.mark(said)}</th>{cells}</tr>'


def _shares(page: ConcernPage, sheet: SourceCards) -> str:
    title = _title("shares", say("shares-title"))
    if not page.shares:
        return f'{title}<p class="nw-lead">{escape(say("shares-none"))}</p>'
    blocks = []
    shown = page.shares[:_SHARE_PAIRS_SHOWN]
    for place, pair in enumerate(shown):
        if place == _SHARE_PAIRS_FIRST:
            more = say("explore-shares-more", count=len(shown) - place)
            blocks.append(f'<details class="nw-pairs-more"><summary>{escape(more)}</summary></details>')
        sides = []
        for share in (pair.first, pair.second):
            first = of_100(share.percent)
            rest = number(100 - float(first))
            caption = say("shares-caption", first=first, rest=rest)
            alt = say("shares-alt", name=share.name, first=first, rest=rest, event=pair.event)
            sides.append(
                f"<div><h3>{chip(share.family)}{escape(share.name)}</h3>{marks(share.percent, share.family, alt)}"
                f'<p class="nw-count">{sheet.button(caption, (pair.ref,), "stated")}</p></div>'
            )
        lead = say("shares-event", event=pair.event, time=pair.time)
        blocks.append(
            f'<figure class="nw-pair"><figcaption>{escape(lead)}</figcaption><div class="nw-sides">{"".join(sides)}</div></figure>'
        )
    return f'{title}<p class="nw-lead">{escape(say("shares-lead"))}</p><div class="nw-pairs">{"".join(blocks)}</div>'


def _benefits(page: ConcernPage, sheet: SourceCards) -> str:
    items = "".join(
        f'<article class="nw-verdict nw-v-{item.claim.verdict}"><h3>{escape(item.name)}</h3>'
        f'<p class="nw-promise">{escape(item.promise)}</p>'
        f'<p class="nw-says">{escape(say(f"verdict-{item.claim.verdict}"))}</p>'
        f'<details class="nw-aside-text"><summary>{escape(say("benefit-why"))}</summary><p>{escape(item.claim.why)}</p>'
        f"<p>{sheet.button(say('benefit-rests', count=len(item.claim.source_ids)), (f'claims:{item.claim.verdict_id}',), 'stated')}</p></details></article>"
        for item in page.verdicts
    )
    counts = Counter(item.claim.verdict for item in page.verdicts)
    told = join_list(
        [
            say("explore-verdicts-part", count=counts[name], verdict=say(f"verdict-{name}").lower())
            for name in reversed(VERDICTS)
            if counts[name]
        ]
    )
    summary = say("explore-verdicts", count=len(page.verdicts), list=told)
    return (
        f'{_title("benefits", say("benefits-title"))}<p class="nw-lead">{escape(say("benefits-lead"))}</p>'
        f'<details class="nw-aside-text"><summary>{escape(summary)}</summary><div class="nw-verdicts">{items}</div></details>'
    )


def _harms(page: ConcernPage, sheet: SourceCards) -> str:
    groups = "".join(_harm_group(group, sheet) for group in page.harms)
    serious = "".join(_serious(group, sheet) for group in page.harms)
    block = ""
    if serious:
        heads = "".join(
            f'<th scope="col" role="columnheader">{escape(text)}</th>'
            for text in (say("column-option"), say("column-harm"), say("column-rate"))
        )
        block = (
            f'<h3 id="serious">{escape(say("harms-serious-title"))}</h3><p class="nw-lead">{escape(say("harms-serious-lead"))}</p>'
            f'<div class="nw-scroll" role="region" tabindex="0" aria-label="{escape(say("harms-serious-title"))}">'
            f'<table class="nw-table nw-serious" role="table"><thead role="rowgroup"><tr role="row">{heads}</tr></thead>'
            f'<tbody role="rowgroup">{serious}</tbody></table></div>'
        )
    return (
        f'{_title("harms", say("harms-title"))}<p class="nw-lead">{escape(say("harms-lead"))}</p>'
        f'<div class="nw-harms">{groups}</div>{block}'
    )


def _serious(group: HarmGroup, sheet: SourceCards) -> str:
    """One option's rows of what is rare but serious: with a rate, then those that were reported without one."""
    seen = [
        (harm_name(item), _studied(item), sheet.button(serious_text(item), item.refs, "rates"))
        for item in group.serious
    ]
    if group.unrated:
        refs = tuple(f"risks:{risk.risk_id}" for risk in group.unrated)
        seen.append(
            (
                sentence(join_list([in_sentence(risk.harm_label) for risk in group.unrated])).rstrip("."),
                "",
                sheet.button(say("harms-unrated"), refs, "stated"),
            )
        )
    name = f'<th scope="row" role="rowheader">{chip(group.treatment.family)}{escape(group.treatment.name)}</th>'
    return "".join(
        f'<tr role="row"{" class=nw-same" if place else ""}>{name}<td role="cell">{escape(harm)}{where}</td><td role="cell">{rate}</td></tr>'
        for place, (harm, where, rate) in enumerate(seen)
    )


def _harm_group(group: HarmGroup, sheet: SourceCards) -> str:
    # Most frequent first, as everywhere; on a phone the later ones wait for the fold below them.
    lines = "".join(
        f"<li{'' if item in group.first else ' class=nw-later'}><span>{escape(harm_name(item))}{_studied(item)}</span>"
        f"{sheet.button(rate_text(item), item.refs, 'rates')}</li>"
        for item in group.rates
    )
    if not lines:
        lines = f'<li class="nw-unknown">{escape(say("harms-none"))}</li>'
    warned = "".join(
        f'<p class="nw-warned"><strong>{escape(say(f"harms-warned-{warning.kind}", country=warning.country, date=warning.when))}</strong> '
        f"{escape(say('suitability-part', part=warning.part, text=warning.text) if warning.part else warning.text)} "
        f"{sheet.button(say('sources-mark'), warning.refs, 'stated', css='nw-src')}</p>"
        for warning in group.warnings
    )
    folded = ""
    if group.milder:
        names = join_list([in_sentence(harm_name(item)) for item in group.milder])
        refs = tuple(ref for item in group.milder for ref in item.refs)
        folded += f'<p class="nw-small">{escape(say("harms-milder", names=names))} {sheet.button(say("sources-mark"), refs, "rates", css="nw-src")}</p>'
    if group.listed:
        names = join_list([in_sentence(risk.harm_label) for risk in group.listed])
        refs = tuple(f"risks:{risk.risk_id}" for risk in group.listed)
        folded += f'<p class="nw-small">{escape(say("harms-listed", names=names))} {sheet.button(say("sources-mark"), refs, "stated", css="nw-src")}</p>'
    count = len(group.more) + len(group.milder) + len(group.listed)
    if count:
        summary = say("explore-harms-more", count=count)
        folded = f'<details class="nw-aside-text"><summary>{escape(summary)}</summary>{folded}</details>'
    return f"<article><h3>{chip(group.treatment.family)}{escape(group.treatment.name)}</h3><ul>{lines}</ul>{folded}{warned}</article>"


def _studied(item: Rate) -> str:
    """The skin types a dark-mark rate was seen in, where the studies say, and of what the people were treated if not of this."""
    words = [text for text in (_skin_types(item), seen_elsewhere(load(), item)) if text]
    return f' <span class="nw-small">{escape("; ".join(words))}</span>' if words else ""


def _skin_types(item: Rate) -> str:
    types = [value for row in item.rows for value in (row.fitz_low, row.fitz_high) if value is not None]
    if not types:
        return ""
    return say("harms-skin-types", low=ROMAN[min(types) - 1], high=ROMAN[max(types) - 1])


RULES = ("headline", "certainty", "size", "sessions", "downtime", "course", "results", "rates", "discomfort")


def _rules(sheet: SourceCards) -> str:
    """How each kind of figure is made: one paragraph a rule, each with the publications its numbers come from."""
    thresholds = load().thresholds
    behind = {
        "certainty": tuple(f"thresholds:{name}" for name in thresholds if name.startswith("people_")),
        "size": (
            *(f"thresholds:{name}" for name in thresholds if name.startswith("smd_")),
            *(f"mcid:{row.difference_id}" for row in load().mcid.values() if row.applies == "between" and row.outcome),
        ),
        "headline": tuple(f"thresholds:{name}" for name in thresholds if name.startswith("weeks_")),
        "downtime": tuple(f"thresholds:{name}" for name in thresholds if name.startswith("downtime_")),
    }
    values = {name: number(row.value) for name, row in thresholds.items()}
    items = "".join(
        f"<h3>{escape(say(f'rule-{rule}.title'))}</h3><p>{escape(say(f'rule-{rule}', **values))} "
        f"{sheet.button(say('sources-mark'), behind.get(rule, ()), 'stated', css='nw-src') if behind.get(rule) else ''}</p>"
        for rule in RULES
    )
    return f'<details class="nw-twin nw-rules"><summary>{escape(say("rules-title"))}</summary>{items}</details>'
