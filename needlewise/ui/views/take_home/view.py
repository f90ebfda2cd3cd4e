"""Draws Take home: what goes in, a person's own words, the PDF, the link with its code, and all of it to read.

The paper may hold what a person told about their health, so nothing here is kept in a cache that visitors share, and the
PDF is made only when asked for.
"""

from __future__ import annotations

import base64
from datetime import UTC, datetime
from html import escape
from pathlib import Path
from typing import cast

import streamlit as st

from needlewise import ROOT
from needlewise.clinic import settings
from needlewise.decision.plan import build as plan_build
from needlewise.decision.priorities.criteria import CriteriaTable as Measures
from needlewise.decision.priorities.criteria import board
from needlewise.decision.priorities.fit import weigh
from needlewise.decision.priorities.smaa import TOP
from needlewise.decision.suitability import Advice, Answers, advise
from needlewise.evidence.reading.load import load
from needlewise.handout import build as handout_build
from needlewise.handout import pdf
from needlewise.handout.build import MOST_NAME, MOST_NOTE, MOST_OWN
from needlewise.handout.link import address, picture
from needlewise.handout.model import (
    PARTS,
    Found,
    Handout,
    Issue,
    PaperLine,
    PaperOption,
    PaperPair,
    Part,
    Wanted,
    Weighed,
)
from needlewise.ui import built
from needlewise.ui.components import option_picker as options
from needlewise.ui.components.people import marks
from needlewise.ui.components.source_cards import SourceCards
from needlewise.ui.components.tables import chip, table
from needlewise.ui.page_registry import page_that_fills
from needlewise.ui.state import address as address_state
from needlewise.ui.state import files, visitor
from needlewise.ui.state import plan as plan_state
from needlewise.ui.state import priorities as priorities_state
from needlewise.ui.state import suitability as suitability_state
from needlewise.ui.state import take_home as take_home_state
from needlewise.words import say
from needlewise.words.paper import is_printable

_CSS = (Path(__file__).parents[1] / "compare" / "style.css", Path(__file__).with_name("style.css"))


_GET = "take_home_pdf"


def draw(concern_id: str) -> None:
    """Draw the page."""
    for style in _CSS:
        st.html(style)
    evidence, now = load(), visitor.today()
    page, measures = built.page(concern_id), built.measures(concern_id)
    st.html(
        f'<section class="nw-hero"><p class="nw-eyebrow">{escape(say("take_home-eyebrow", noun=page.concern.noun))}</p>'
        f'<h1 class="nw-answer">{escape(say("take_home-title"))}</h1><p class="nw-more">{escape(say("take_home-lead"))}</p></section>'
    )
    option_ids = options.pick(evidence, concern_id)
    found = _found(concern_id, option_ids, measures)
    wanted = _wanted(found)
    link = address(address_state.page_address(), concern_id, option_ids)
    handout = handout_build.build(evidence, page, option_ids, wanted, found, Issue(now, link, settings.current()))
    paper = _take(handout)
    st.html(_preview(handout))
    # Last, so that all there is to read is drawn before the second or so that the PDF takes.
    files.hand_out(
        _GET,
        lambda: pdf.make(handout, paper, datetime.now(UTC)),
        file_name=say("take_home-file-name", concern=concern_id.replace("_", "-"), date=now.isoformat()),
        mime="application/pdf",
    )


def _found(concern_id: str, option_ids: tuple[str, ...], measures: Measures) -> Found:
    """What the person has said on other pages, worked out for the options chosen now."""
    evidence, told = load(), suitability_state.answers()
    skin = evidence.concerns[concern_id].group == "skin"
    cautions = () if told == Answers() else tuple(advise(evidence, name, told, skin=skin) for name in option_ids)
    wishes = plan_state.plan_said(concern_id)
    plan = None if wishes is None else plan_build.build(evidence, concern_id, option_ids, wishes, visitor.today())
    return Found(plan, _weighed(concern_id, option_ids, measures, cautions), cautions, told.skin_type)


def _weighed(
    concern_id: str, option_ids: tuple[str, ...], measures: Measures, cautions: tuple[Advice, ...]
) -> Weighed | None:
    """As What matters to me weighs it: options on hold stay outside; None when nothing was picked."""
    order = priorities_state.criteria_said(concern_id)
    apart = [advice.treatment for advice in cautions if advice.answer == "not_now"]
    weighed = tuple(name for name in option_ids if name not in {treatment.treatment_id for treatment in apart})
    if not order or not weighed:
        return None
    own_name, scores = priorities_state.own_said(concern_id, weighed)
    found = board(measures, weighed, scores)
    usable = [(name, points) for name, points in order if found.criterion(name).askable]
    said = tuple((name, TOP if place == 0 else points) for place, (name, points) in enumerate(usable))
    if not said:
        return None
    return Weighed(said, own_name, weigh(found, said), tuple(treatment.name for treatment in apart))


def _wanted(found: Found) -> Wanted:
    """The checkboxes and the fields for own words."""
    empty = {"plan": found.plan is None, "priorities": found.weighed is None, "cautions": not found.cautions}
    left, right = st.columns(2, gap="large")
    with left:
        st.html(f'<h2 class="nw-h2">{escape(say("take_home-parts-title"))}</h2>')
        parts = []
        for part in PARTS:
            if take_home_state.pick_part(part, say(f"take_home-part-{part}"), empty=empty.get(part, False)):
                parts.append(part)
            if empty.get(part, False):
                _way_to_fill(part)
        if not empty["cautions"]:
            st.html(f'<p class="nw-small">{escape(say("take_home-health"))}</p>')
    with right:
        st.html(f'<h2 class="nw-h2">{escape(say("take_home-write-title"))}</h2>')
        name = take_home_state.write_name(MOST_NAME)
        own = take_home_state.write_words("own", MOST_OWN)
        note = take_home_state.write_words("note", MOST_NOTE)
        st.html(f'<p class="nw-small">{escape(say("take_home-private"))}</p>')
        if not is_printable(name + own + note):
            st.html(f'<p class="nw-quiet" role="status">{escape(say("take_home-signs-lost"))}</p>')
    return Wanted(cast("tuple[Part, ...]", tuple(parts)), name, own, note, visitor.locale())


def _way_to_fill(part: Part) -> None:
    """What is missing, and the page for it; inside the session, so that nothing told so far is lost."""
    page = page_that_fills(part).name
    with st.container(key=f"take_home_fill_{part}", horizontal=True, vertical_alignment="center", gap="small"):
        st.html(f'<p class="nw-fill">{escape(say(f"take_home-empty-{part}"))}</p>', width="content")
        st.page_link(ROOT / "pages" / f"{page}.py", label=say(f"nav-{page}"))


def _take(handout: Handout) -> pdf.Paper:
    """The button for the PDF, and the link with its code; returns the paper to print on."""
    left, right = st.columns(2, gap="large")
    with left, st.container(key="take_home_get"):
        paper = take_home_state.pick_paper({paper: say(f"take_home-paper-{paper}") for paper in pdf.PAPERS})
        files.ask(say("take_home-download"), _GET, icon=":material/download:")
    with right:
        st.html(_link(handout.link))
    return cast("pdf.Paper", paper)


def _link(link: str) -> str:
    code = base64.b64encode(picture(link)).decode("ascii")
    alt = say("take_home-qr-alt", link=link)
    return (
        f'<section class="nw-open"><img class="nw-qr" src="data:image/png;base64,{code}" alt="{escape(alt)}" width="180" height="180">'
        f"<div><h2>{escape(say('take_home-link-title'))}</h2><p>{escape(say('take_home-link-lead'))}</p>"
        f'<p><a href="{escape(link)}" target="_blank">{escape(link)}</a></p></div></section>'
    )


def _preview(handout: Handout) -> str:
    """The same lines as on the paper, with sources that open."""
    sheet = SourceCards(load(), "t")
    head = (
        f'<p class="nw-made">{escape(" · ".join(text for text in (handout.clinic.name, handout.contact) if text))}'
        f"<span>{escape(' · '.join(text for text in (say('take_home-doc-for', name=handout.name) if handout.name else '', say('take_home-doc-made', date=handout.made)) if text))}</span></p>"
    )
    first, *more = handout.answer
    answer = (
        f'<h3 class="nw-doc-title">{escape(handout.title)}</h3><p class="nw-doc-answer">{_said(first, sheet)}</p>'
        f'<p class="nw-doc-sure">{sheet.certainty(handout.rating, handout.certainty.refs)} {escape(say("certainty-word"))}. {escape(handout.certainty.note)}</p>'
        + "".join(f"<p>{_said(line, sheet)}</p>" for line in more)
        + f'<p class="nw-doc-pause"><strong>{escape(say("pause-title"))}.</strong> {_said(handout.pause, sheet)}</p>'
        f"<p><strong>{escape(say('take_home-doc-decision'))}.</strong> {_said(handout.decision, sheet)}</p>"
    )
    parts = [head, answer, _options(handout, sheet), _pictures(handout, sheet), _person(handout, sheet)]
    rest = (
        _list("signs", [_said(line, sheet) for line in handout.signs])
        + f"<h3>{escape(say('take_home-doc-rest'))}</h3><p>{escape(say('take_home-doc-rest-lead'))}</p>"
        + _sources(handout)
        + f'<p class="nw-small">{escape(handout.funding)}</p><p class="nw-small">{escape(handout.version)} {escape(say("disclaimer"))}</p>'
    )
    return (
        f'<h2 class="nw-h2">{escape(say("take_home-preview-title"))}</h2><article class="nw-paper" aria-label="{escape(handout.title)}">'
        f"{''.join(parts)}{rest}</article>{sheet.render()}"
    )


def _said(line: PaperLine, sheet: SourceCards) -> str:
    """A sentence, its sources, and the words below it."""
    mark = f" {sheet.button(say('sources-mark'), line.refs, line.rule, css='nw-src')}" if line.refs else ""
    note = f'<span class="nw-note">{escape(line.note)}</span>' if line.note else ""
    return f"{escape(line.text)}{mark}{note}"


def _figure(line: PaperLine, sheet: SourceCards) -> str:
    note = f'<span class="nw-note">{escape(line.note)}</span>' if line.note else ""
    return sheet.button(line.text, line.refs, line.rule, css="nw-fig" if line.known else "nw-fig nw-unknown") + note


def _options(handout: Handout, sheet: SourceCards) -> str:
    if not handout.options:
        return ""
    heads = "".join(
        f'<th scope="col" role="columnheader">{chip(option.family)}{escape(option.name)}</th>'
        for option in handout.options
    )
    rows = [
        (
            say("take_home-doc-works"),
            ["".join(f"<p>{_said(line, sheet)}</p>" for line in option.works) for option in handout.options],
        ),
        (say("take_home-doc-sure"), [_sure(option, sheet) for option in handout.options]),
    ]
    if any(option.clinic for option in handout.options):
        title = say("take_home-doc-clinic", name=handout.clinic.name)
        rows.append(
            (
                title,
                [
                    "".join(f'<p class="nw-own">{escape(text)}</p>' for text in option.clinic)
                    for option in handout.options
                ],
            )
        )
    rows += [
        (head, [f"<p>{_figure(option.facts[place], sheet)}</p>" for option in handout.options])
        for place, head in enumerate(handout.heads)
    ]
    body = "".join(
        f'<tr role="row"><th scope="row" role="rowheader">{escape(title)}</th>'
        + "".join(
            f'<td role="cell" data-option="{escape(option.option_id)}"><span class="nw-label" aria-hidden="true">{chip(option.family)}{escape(option.name)}</span><div class="nw-cell">{cell}</div></td>'
            for option, cell in zip(handout.options, cells, strict=True)
        )
        + "</tr>"
        for title, cells in rows
    )
    return (
        f'<h3>{escape(say("take_home-doc-options"))}</h3><p class="nw-lead">{escape(say("take_home-doc-options-lead"))}</p>'
        f'<table class="nw-compare nw-of-{len(handout.options)}" role="table"><caption class="nw-hidden">{escape(say("take_home-doc-options"))}</caption>'
        f'<thead role="rowgroup"><tr role="row"><th scope="col" role="columnheader"><span class="nw-hidden">{escape(say("take_home-doc-row"))}</span></th>{heads}</tr></thead>'
        f'<tbody role="rowgroup">{body}</tbody></table>'
        + (f'<p class="nw-small">{_said(handout.serious, sheet)}</p>' if handout.serious.text else "")
    )


def _sure(option: PaperOption, sheet: SourceCards) -> str:
    if option.dots is None:
        return f"<p>{escape(option.certainty.text)}</p>"
    return f"<p>{sheet.certainty(option.rating, option.certainty.refs)}</p>"


def _pictures(handout: Handout, sheet: SourceCards) -> str:
    """Strips and blocks of 100 as on the paper; both are decoration beside the same figures in words."""
    blocks = ""
    if handout.strips:
        longest = max(max(strip.longest, strip.marker or 0) for strip in handout.strips) or 1
        items = "".join(
            f'<li><span class="nw-who">{chip(strip.family)}{escape(strip.name)}</span>'
            f'<span class="nw-days nw-{escape(strip.family)}" aria-hidden="true"><i class="nw-most" style="width:{100 * strip.longest / longest:.1f}%"></i>'
            f'<i class="nw-usual" style="width:{100 * strip.usual / longest:.1f}%"></i>'
            + (
                ""
                if strip.marker is None
                else f'<i class="nw-ok" style="left:{100 * strip.marker / longest:.1f}%"></i>'
            )
            + f'</span><span class="nw-what">{_figure(strip.line, sheet)}</span></li>'
            for strip in handout.strips
        )
        blocks += f'<h3>{escape(say("take_home-doc-strips"))}</h3><p class="nw-lead">{escape(handout.strips_lead)}</p><ul class="nw-day-strips">{items}</ul>'
    if handout.strips_note:
        blocks += f'<p class="nw-small">{escape(handout.strips_note)}</p>'
    if handout.pairs:
        pairs = "".join(_pair(pair, sheet) for pair in handout.pairs)
        blocks += f'<h3>{escape(say("take_home-doc-pairs"))}</h3><p class="nw-lead">{escape(say("take_home-doc-pairs-lead"))}</p><div class="nw-pairs">{pairs}</div>'
    return blocks


def _pair(pair: PaperPair, sheet: SourceCards) -> str:
    sides = "".join(
        f"<div><h4>{chip(side.family)}{escape(side.name)}</h4>{marks(side.filled, side.family, f'{side.name}: {side.caption}')}"
        f'<p class="nw-count">{sheet.button(side.caption, pair.lead.refs, "stated")}</p></div>'
        for side in pair.sides
    )
    return f'<figure class="nw-pair"><figcaption>{_said(pair.lead, sheet)}</figcaption><div class="nw-sides">{sides}</div></figure>'


def _person(handout: Handout, sheet: SourceCards) -> str:
    """What is about the person: dates, what matters, cautions, questions, their own words."""
    blocks = ""
    if handout.plan is not None:
        options = "".join(
            f"<h4>{chip(option.family)}{escape(option.name)}</h4><p>{' '.join(_said(line, sheet) for line in option.lines)}</p>"
            for option in handout.plan.options
        )
        blocks += f"<h3>{escape(say('take_home-doc-plan'))}</h3><p>{escape(' '.join(handout.plan.lines))}</p>{options}"
    if handout.priorities is not None:
        found = handout.priorities
        title = say("take_home-doc-priorities")
        fits = (
            table(found.head, [[escape(cell) for cell in row] for row in found.rows], caption=title)
            if found.rows
            else ""
        )
        apart = "".join(f"<p>{escape(line)}</p>" for line in found.apart)
        blocks += f"<h3>{escape(title)}</h3><p>{escape('; '.join(found.said))}.</p><p>{escape(' '.join(found.lines))}</p>{fits}{apart}"
    if handout.cautions is not None:
        told = handout.cautions
        answers = "".join(f"<p><strong>{escape(line)}</strong></p>" for line in told.answers)
        reasons = "".join(
            f"<li>{_about(_said(line, sheet), about)}</li>"
            for line, about in zip(told.reasons, told.about, strict=True)
        )
        blocks += f'<h3>{escape(say("take_home-doc-cautions"))}</h3><p class="nw-lead">{escape(say("take_home-doc-cautions-lead"))}</p>{answers}<ul>{reasons}</ul>'
        if told.skin:
            blocks += f"<h4>{escape(say('take_home-doc-skin'))}</h4><ul>{''.join(f'<li>{_said(line, sheet)}</li>' for line in told.skin)}</ul>"
    blocks += _list("questions", [escape(text) for text in handout.questions], say("take_home-doc-questions-lead"))
    blocks += _list("own", [escape(text) for text in handout.own])
    if handout.note:
        blocks += (
            f"<h3>{escape(say('take_home-doc-note'))}</h3>{''.join(f'<p>{escape(text)}</p>' for text in handout.note)}"
        )
    return blocks


def _about(said: str, about: str) -> str:
    """A reason with what it is about standing out, where it begins with that."""
    start = escape(about)
    return f"<strong>{start}</strong>{said.removeprefix(start)}" if start and said.startswith(start) else said


def _list(name: str, items: list[str], lead: str = "") -> str:
    if not items:
        return ""
    words = f'<p class="nw-lead">{escape(lead)}</p>' if lead else ""
    return f"<h3>{escape(say(f'take_home-doc-{name}'))}</h3>{words}<ul>{''.join(f'<li>{item}</li>' for item in items)}</ul>"


def _sources(handout: Handout) -> str:
    items = "".join(
        f'<li value="{source.number}">{escape(source.text())} <a href="{escape(source.link)}" target="_blank">{escape(source.shown)}</a></li>'
        for source in handout.sources
    )
    return f'<details class="nw-twin"><summary>{escape(say("take_home-doc-sources"))} ({len(handout.sources)})</summary><ol class="nw-cited">{items}</ol></details>'
