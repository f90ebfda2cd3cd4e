"""Draws the Evidence page: the promises checked, the map, all findings and all sources.

Only the part picked is drawn. Static parts are replayed from Streamlit's cache; the table of findings is asked anew each
time, because its answer is made of one page of rows.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable
from html import escape
from pathlib import Path
from urllib.parse import urlencode

import streamlit as st

from needlewise.charts import evidence_map as pictures
from needlewise.charts.evidence_map import Bubble
from needlewise.decision import bibliography, evidence_map
from needlewise.decision import claims as brochure
from needlewise.decision.bibliography import Entry
from needlewise.decision.claims import Judgement, Promise, Side
from needlewise.decision.evidence_map import EvidenceMap
from needlewise.decision.findings import ANY, ORDERS, FindingRow, Query, checked, finding_words
from needlewise.decision.shared import paging
from needlewise.evidence.model.rows import TABLES, Effect, Recovery, Risk
from needlewise.evidence.reading.datapackage import DESCRIPTOR, DICTIONARY
from needlewise.evidence.reading.load import load
from needlewise.evidence.rules.certainty import LEVELS, Rating
from needlewise.evidence.rules.verdicts import VERDICTS, Bearing
from needlewise.evidence.sentences.rows import row_words, thousands
from needlewise.evidence.sentences.statements import (
    comparator_name,
    figures,
    in_sentence,
    of_100,
    published,
    treatment_name,
)
from needlewise.ui.components.source_cards import SourceCards
from needlewise.ui.components.tables import chip
from needlewise.ui.state import address as address_state
from needlewise.ui.state import evidence as menus
from needlewise.ui.state import files, pickers
from needlewise.ui.state.evidence import BLANK, address, capital
from needlewise.words import join_list, number, say, sentence, span

_CSS = Path(__file__).with_name("style.css")


_GET = "evidence_download"


# Rows behind one source that are listed on the page; the files hold them all.
_USES_SHOWN = 8


def page(concern_id: str) -> None:
    """Draw the page: the answer, the choice of a part, and that part."""
    found = menus.menus()
    st.html(_CSS)
    _hero()
    part = pickers.pick_pill(say("evidence-part"), "evidence_part", found["evidence_part"])
    if part == "brochure":
        _brochure(concern_id)
    elif part == "map":
        _map(concern_id)
    elif part == "findings":
        _findings(concern_id, found)
    else:
        _sources(concern_id, found)


@st.cache_data(max_entries=1, show_spinner=False)
def _hero() -> None:
    promises = brochure.check(load())
    well = sum(any(verdict == "well_supported" for verdict, _ in promise.verdicts) for promise in promises)
    counts = {
        verdict: sum(dict(promise.verdicts).get(verdict, 0) for promise in promises) for verdict in reversed(VERDICTS)
    }
    parts = join_list([say(f"evidence-count-{verdict}", count=count) for verdict, count in counts.items()])
    judged = sum(counts.values())
    basis = say(
        "evidence-basis", findings=thousands(len(menus.all_findings().effects)), sources=thousands(len(load().sources))
    )
    st.html(
        f'<section class="nw-hero"><p class="nw-eyebrow">{escape(say("evidence-title"))}</p>'
        f'<h1 class="nw-answer">{escape(say("evidence-headline", promises=len(promises), well=well))}</h1>'
        f'<p class="nw-more">{escape(say("evidence-counts", judged=judged, parts=parts))} {escape(basis)}</p></section>'
    )


# --- promises


@st.cache_data(max_entries=36, show_spinner=False)
def _brochure(concern_id: str) -> None:
    evidence = load()
    name = evidence.concerns[concern_id].noun
    promises = sorted(brochure.check(evidence), key=lambda promise: not promise.touches(concern_id))
    sheet = SourceCards(evidence, "p")
    body = "".join(_promise(promise, concern_id, sheet) for promise in promises)
    st.html(
        f'<h2 class="nw-h2">{escape(say("evidence-brochure-title"))}</h2>'
        f'<p class="nw-lead">{escape(say("evidence-brochure-lead", concern=name))}</p>'
        f'<div class="nw-promises">{body}</div>{rule_box("verdict")}{sheet.render()}'
    )


def rule_box(*rules: str) -> str:
    """The rules behind what stands above, folded."""
    values = {name: number(row.value) for name, row in load().thresholds.items()}
    items = "".join(
        f"<h3>{escape(say(f'rule-{rule}.title'))}</h3><p>{escape(say(f'rule-{rule}', **values))}</p>" for rule in rules
    )
    return f'<details class="nw-twin nw-rules"><summary>{escape(say("evidence-rule-title"))}</summary>{items}</details>'


def _promise(promise: Promise, concern_id: str, sheet: SourceCards) -> str:
    parts = " · ".join(say(f"evidence-count-{verdict}", count=count) for verdict, count in promise.verdicts)
    touches = ""
    if promise.touches(concern_id):
        touches = (
            f'<span class="nw-tag">{escape(say("evidence-touches", concern=load().concerns[concern_id].noun))}</span>'
        )
    judgements = sorted(
        promise.judgements, key=lambda judged: concern_id not in [concern.concern_id for concern in judged.concerns]
    )
    return (
        f'<section class="nw-promise-row" id="promise-{escape(promise.benefit.claim_id)}"><header><h3>{escape(promise.benefit.name)}</h3>{touches}'
        f'<p class="nw-promise">{escape(promise.benefit.promise)}</p><p class="nw-sum">{escape(parts)}</p></header>'
        f"<div>{''.join(_judgement(judged, concern_id, sheet) for judged in judgements)}</div></section>"
    )


def _judgement(judged: Judgement, concern_id: str, sheet: SourceCards) -> str:
    claim = judged.claim
    first, rest = two_sentences(claim.why)
    rest = f'<p class="nw-why">{escape(rest)}</p>' if rest else ""
    is_mine = concern_id in [concern.concern_id for concern in judged.concerns]
    links = join_list([_concern_link(concern.concern_id) for concern in judged.concerns])
    refs = (f"claims:{claim.verdict_id}",)
    if judged.rating is not None:
        sure = f"{sheet.certainty(judged.rating, judged.rating_refs)} <span class=nw-small>{escape(say('evidence-surest'))}</span>"
    else:
        sure = f'<span class="nw-small">{escape(say("evidence-not-rated"))}</span>'
    if any(side.every for side in judged.sides):
        counts = {side.stance: len(side.every) for side in judged.sides}
        weighed = say("evidence-weigh", pro=counts["for"], contra=counts["against"], open=counts["open"])
        sides = "".join(_side(side, sheet) for side in judged.sides if side.every or side.stance != "open")
        sides = f'<div class="nw-stances">{sides}</div>'
    else:
        weighed = say("evidence-weigh-none")
        sides = f'<p class="nw-small">{escape(say("evidence-side-sources"))}</p>'
    return (
        f'<article class="nw-judged nw-v-{escape(claim.verdict)}{" nw-mine" if is_mine else ""}">'
        f'<h4><span class="nw-topic">{escape(say(f"evidence-topic-{claim.topic}"))}</span> {_verdict(claim.verdict)}</h4>'
        f'<p>{escape(first)}</p><p class="nw-judged-foot"><span>{sure}</span>'
        f'<span class="nw-small">{escape(say("evidence-concerns"))}: {links}</span></p>'
        f'<details class="nw-weighed" {"open" if is_mine else ""}><summary>{escape(weighed)}</summary>{rest}{sides}'
        f"<p>{sheet.button(say('evidence-all-sources', count=len(claim.source_ids)), refs, 'verdict')}</p></details></article>"
    )


def _verdict(verdict: str) -> str:
    """The word, with a bar of one to four parts beside it, so that it is told apart without colour."""
    filled = list(VERDICTS).index(verdict) + 1  # type: ignore[arg-type]
    bar = "".join("<i class=on></i>" if place < filled else "<i></i>" for place in range(len(VERDICTS)))
    return f'<span class="nw-word"><span class="nw-bar" aria-hidden="true">{bar}</span>{escape(say(f"verdict-{verdict}"))}</span>'


def _concern_link(concern_id: str) -> str:
    concern = load().concerns[concern_id]
    return f'<a href="/?{urlencode({"concern": concern_id})}" target="_self">{escape(concern.name)}</a>'


def two_sentences(text: str) -> tuple[str, str]:
    """The first two sentences of a text and the rest. A full stop inside a number or an abbreviation ends nothing."""
    parts = re.split(r"(?<=[a-z0-9)%]\.) (?=[A-Z])", text)
    return " ".join(parts[:2]), " ".join(parts[2:])


def _side(side: Side, sheet: SourceCards) -> str:
    items = "".join(
        f"<li>{sheet.button(bearing_words(bearing), (bearing.ref,), 'verdict')}{_sure(bearing, sheet)}</li>"
        for bearing in side.shown
    )
    if not items:
        items = f'<li class="nw-unknown">{escape(say("evidence-side-none"))}</li>'
    more = ""
    if len(side.every) > len(side.shown):
        every = tuple(bearing.ref for bearing in side.every)
        more = f"<p>{sheet.button(say('evidence-side-all', count=len(every)), every, 'verdict', css='nw-src')}</p>"
    return f'<section class="nw-stance nw-{side.stance}"><h5>{escape(say(f"evidence-side-{side.stance}"))}</h5><ul>{items}</ul>{more}</section>'


def _sure(bearing: Bearing, sheet: SourceCards) -> str:
    return f" {sheet.certainty(bearing.rating, (bearing.ref,))}" if bearing.rating is not None else ""


def bearing_words(bearing: Bearing) -> str:
    """One row that bears on a promise, in plain words."""
    row = bearing.row
    evidence = load()
    if isinstance(row, Effect):
        return _effect_words(row, bearing.rating)
    if isinstance(row, Recovery):
        days = [value for value in (row.day_low, row.day_typical, row.day_high) if value is not None]
        return sentence(
            say(
                "evidence-days",
                treatment=evidence.treatments[row.treatment_id].name,
                days=say("figure-days", number=span(min(days), max(days)), count=2),
                milestone=say(f"milestone-{row.milestone}"),
            )
        )
    return _risk_words(row)


def _effect_words(effect: Effect, rating: Rating | None) -> str:
    """What one study found, as a report. How sure it is stands beside it, so the sentence need not say so again."""
    evidence = load()
    if effect.kind not in ("controlled", "arm_means") or effect.favours is None:
        words = finding_words(evidence, effect, rating) if rating is not None else effect.outcome_label
        return f"{words} {sentence(published(effect))}"
    name = treatment_name(evidence, effect.treatment_id)
    if effect.add_on_to:
        name = say("evidence-bearing-added", treatment=name, other=treatment_name(evidence, effect.add_on_to))
    text = say(
        "evidence-bearing",
        way=effect.favours,
        thing=say(f"outcome-{effect.outcome}"),
        treatment=name,
        comparator=comparator_name(evidence, effect),
        time=effect.time_words or say("shares-time-unknown"),
    )
    found = figures(evidence, effect)
    text = f"{effect.subgroup}: {in_sentence(text)}" if effect.subgroup else text
    return f"{sentence(text)} {sentence(found)}" if found else sentence(text)


def _risk_words(row: Risk) -> str:
    named = evidence_name(row)
    people = say("evidence-risk-population-all") if row.population == "all" else row.population
    if row.per_100 is None:
        return sentence(say("evidence-risk-listed", harm=named, population=people))
    if row.per_100 == 0:
        return sentence(say("evidence-risk-none", harm=named, population=people))
    unit = say(f"per-{row.per}") if row.per != "unknown" else say("per-person")
    low = of_100(row.per_100)
    rest = number(100 - float(low))
    return sentence(say("evidence-risk-rate", harm=named, low=low, rest=rest, unit=unit, population=people))


def evidence_name(row: Risk) -> str:
    """`Microneedling, dark marks`."""
    harm = say(f"harm-{row.harm}")
    return f"{load().treatments[row.treatment_id].name}, {harm[:1].lower()}{harm[1:]}"


# --- the map


@st.cache_data(max_entries=36, show_spinner=False)
def _map(concern_id: str) -> None:
    evidence = load()
    groups = sorted(("pain", "skin"), key=lambda group: group != evidence.concerns[concern_id].group)
    parts = [
        f'<h2 class="nw-h2">{escape(say("evidence-map-title"))}</h2><p class="nw-lead">{escape(say("evidence-map-lead"))}</p>',
        _map_key(),
    ]
    for group in groups:
        found = evidence_map.build(evidence, "pain" if group == "pain" else "skin")
        parts += [_grid(found, concern_id), _map_twin(found)]
    st.html("".join([*parts, rule_box("map")]))


def _map_key() -> str:
    marks = "".join(
        f"<li><b aria-hidden=true>{mark}</b> {escape(say(f'evidence-map-key-{name}'))}</li>"
        for name, mark in pictures.MARKS.items()
    )
    sizes = "".join(
        f'<span class="nw-ball nw-c-moderate" style="--d:{pictures.diameter(people)}px"></span>{thousands(people)}'
        for people in (100, 500, pictures.MOST_PEOPLE)
    )
    levels = "".join(
        f'<span class="nw-ball nw-c-{level}" style="--d:18px"></span>{escape(say(f"evidence-map-{level}"))}'
        for level in LEVELS
    )
    return (
        f'<div class="nw-key"><p>{escape(say("evidence-map-key-area", most=thousands(pictures.MOST_PEOPLE)))} <span class=nw-sizes aria-hidden=true>{sizes}</span></p>'
        f"<p>{escape(say('evidence-map-key-colour'))} <span class=nw-sizes aria-hidden=true>{levels}</span></p>"
        f"<ul>{marks}</ul><p>{escape(say('evidence-map-key-blank'))}</p></div>"
    )


def _grid(found: EvidenceMap, concern_id: str) -> str:
    title = say(f"evidence-map-group-{found.group}")
    heads = "".join(
        f'<th scope="col" role="columnheader"><span>{chip(treatment.family)}{escape(treatment.short_name)}</span></th>'
        for treatment in found.treatments
    )
    rows = []
    for concern, bubbles in zip(found.concerns, pictures.draw(found), strict=True):
        mine = " nw-mine" if concern.concern_id == concern_id else ""
        missing = [item.cell.treatment.short_name for item in bubbles if item.cell.state == "none"]
        absent = ""
        if missing:
            absent = (
                f'<td role="cell" class="nw-absent">{escape(say("evidence-map-none", names=", ".join(missing)))}</td>'
            )
        rows.append(
            f'<tr role="row" class="nw-map-row{mine}"><th scope="row" role="rowheader">{escape(concern.name)}</th>'
            f"{''.join(_bubble(item) for item in bubbles)}{absent}</tr>"
        )
    cells = len(found.concerns) * len(found.treatments)
    return (
        f'<h3 class="nw-h3">{escape(title)}</h3><p class="nw-lead">{escape(say("evidence-map-gaps", gaps=found.gaps, cells=cells))}</p>'
        f'<table class="nw-map nw-map-{found.group}" role="table"><caption class="nw-hidden">{escape(title)}</caption>'
        f'<thead role="rowgroup"><tr role="row"><th scope="col" role="columnheader"><span class="nw-hidden">{escape(say("evidence-map-twin-concern"))}</span></th>{heads}</tr></thead>'
        f'<tbody role="rowgroup">{"".join(rows)}</tbody></table>'
    )


def _bubble(item: Bubble) -> str:
    cell = item.cell
    if cell.state == "none":
        return f'<td role="cell" class="nw-gap"><span class="nw-hidden">{escape(item.words)}</span></td>'
    link = address("findings", concern=cell.concern.concern_id, treatment=cell.treatment.treatment_id)
    level = cell.rating.level if cell.rating is not None else "blank"
    return (
        f'<td role="cell"><a href="{escape(link)}" target="_self" title="{escape(item.words)}"><span class="nw-hidden">{escape(item.words)}</span>'
        f'<span class="nw-round" aria-hidden="true"><span class="nw-ball nw-c-{level}" style="--d:{item.diameter}px"></span></span>'
        f'<b aria-hidden="true">{item.mark}</b><small aria-hidden="true">{escape(item.label)}</small>'
        f'<span class="nw-map-name" aria-hidden="true">{escape(cell.treatment.short_name)}</span></a></td>'
    )


def _map_twin(found: EvidenceMap) -> str:
    sheet = SourceCards(load(), f"m{found.group}")
    heads = [
        say("evidence-map-twin-concern"),
        say("column-option"),
        say("evidence-map-twin-direction"),
        say("column-certainty"),
    ]
    heads += [say("evidence-map-twin-people"), say("evidence-map-twin-findings")]
    rows = []
    for row in found.cells:
        for cell in row:
            if cell.state == "none":
                continue
            words = cell.words or say(f"evidence-map-state-{cell.state}")
            link = address("findings", concern=cell.concern.concern_id, treatment=cell.treatment.treatment_id)
            rows.append(
                f"<tr><th scope=row>{escape(cell.concern.name)}</th><td>{escape(cell.treatment.name)}</td>"
                f"<td>{sheet.button(words, cell.refs, 'map')}</td><td>{escape(say(f'certainty-short-{cell.rating.level}')) if cell.rating else escape(say('certainty-not-rated'))}</td>"
                f"<td>{thousands(cell.people) if cell.people else escape(say('not-given'))}</td>"
                f'<td><a href="{escape(link)}" target="_self">{cell.findings}, {escape(say("evidence-map-read"))}</a></td></tr>'
            )
    title = say(f"evidence-map-group-{found.group}")
    head = "".join(f"<th scope=col>{escape(text)}</th>" for text in heads)
    return (
        f'<details class="nw-twin"><summary>{escape(say("table-twin"))}</summary><div class="nw-scroll" role="region" tabindex="0" aria-label="{escape(title)}">'
        f'<table class="nw-table"><caption class="nw-hidden">{escape(title)}</caption><thead><tr>{head}</tr></thead><tbody>{"".join(rows)}</tbody></table></div>{sheet.render()}</details>'
    )


# --- all findings


def _findings(concern_id: str, found: dict[str, dict[str, str]]) -> None:
    st.html(
        f'<h2 class="nw-h2">{escape(say("evidence-findings-title"))}</h2><p class="nw-lead">{escape(say("evidence-findings-lead"))}</p>'
    )
    pager = "evidence_page"
    picked: dict[str, str] = {}
    first, rest = ("scope", "treatment", "outcome", "order"), ("comparator", "design", "certainty", "checked")

    def pick(keys: tuple[str, ...]) -> None:
        for column, key in zip(st.columns(4), keys, strict=True):
            with column:
                label = say("evidence-scope") if key == "scope" else say(f"evidence-filter-{key}")
                picked[key] = pickers.pick_one(label, f"evidence_{key}", found[f"evidence_{key}"], resets=pager)

    pick(first)
    with st.expander(
        say("evidence-more-filters"), expanded=address_state.in_address(*(f"evidence_{key}" for key in rest))
    ):
        pick(rest)
    query = _query(concern_id, picked)
    view = menus.all_findings().view(query, pickers.page_picked(pager))
    st.html(_findings_table(view.rows, say("evidence-count", total=view.total, page=view.page, pages=view.pages)))
    pickers.pick_page(pager, view.pages)
    files.ask(say("evidence-download-view"), _GET, disabled=not view.total)
    files.hand_out(
        _GET,
        functools.partial(menus.all_findings().table, query),
        file_name=say("evidence-download-name"),
        mime="text/csv",
    )
    _downloads()


def _query(concern_id: str, picked: dict[str, str]) -> Query:
    order = next(order for order in ORDERS if order == picked["order"])
    blank = "" if picked["comparator"] == BLANK else picked["comparator"]
    return Query(
        concern=concern_id if picked["scope"] == "this" else ANY,
        treatment=picked["treatment"],
        comparator=blank,
        outcome=picked["outcome"],
        design=picked["design"],
        certainty=picked["certainty"],
        checked=picked["checked"],
        order=order,
    )


def _findings_table(rows: Iterable[FindingRow], count: str) -> str:
    sheet = SourceCards(load(), "f")
    names = ("compared", "measured", "words", "numbers", "sure", "study", "checked")
    heads = [say(f"evidence-column-{name}") for name in names]
    body = "".join(_finding(row, heads, sheet) for row in rows)
    status = f'<p class="nw-count-line" role="status">{escape(count)}</p>'
    if not body:
        return status
    head = "".join(f'<th scope="col" role="columnheader">{escape(text)}</th>' for text in heads)
    title = say("evidence-findings-title")
    return (
        f'{status}<table class="nw-options nw-findings" role="table"><caption class="nw-hidden">{escape(title)}</caption>'
        f'<thead role="rowgroup"><tr role="row">{head}</tr></thead><tbody role="rowgroup">{body}</tbody></table>{sheet.render()}'
    )


def _finding(row: FindingRow, heads: list[str], sheet: SourceCards) -> str:
    effect = row.effect
    source = load().sources[effect.source_id]

    def cell(place: int, content: str, note: str = "") -> str:
        below = f'<span class="nw-note">{note}</span>' if note else ""
        return f'<td role="cell"><span class="nw-label" aria-hidden="true">{escape(heads[place])}</span><span class="nw-cell">{content}{below}</span></td>'

    subgroup = f" ({effect.subgroup})" if effect.subgroup else ""
    people = say("answer-people", people=thousands(effect.n_people)) if effect.n_people else ""
    if people and effect.counts_of == "whole_review":
        people = say("answer-whole-review", counts=people)
    parts = [
        str(source.year) if source.year else "",
        say(f"design-{source.design}"),
        people,
        say(f"rests-{source.basis}") if source.is_weak else "",
    ]
    note = " · ".join(part for part in parts if part)
    link = f'<a href="{escape(source.link)}" target="_blank" rel="noopener noreferrer">{escape(source.title)}</a>'
    cells = (
        cell(1, escape(capital(row.outcome) + subgroup), escape(row.time))
        + cell(2, escape(row.words))
        + cell(3, sheet.button(row.numbers, (row.ref,), "stated"), escape(effect.scale))
        + cell(4, sheet.certainty(row.rating, (row.ref,)))
        + cell(5, link, escape(note))
        + cell(6, escape(say(f"evidence-checked-{checked(effect)}")))
    )
    family = load().treatments[effect.treatment_id].family
    return (
        f'<tr role="row" data-ref="{escape(row.ref)}"><th scope="row" role="rowheader">{chip(family)}{escape(row.compared)}'
        f'<span class="nw-note">{escape(row.concern)}</span></th>{cells}</tr>'
    )


@st.cache_data(max_entries=1, show_spinner=False)
def _downloads() -> None:
    tables = " · ".join(f'<a href="/data/{name}.csv" download>{name}.csv</a>' for name in TABLES)
    st.html(
        f'<details class="nw-twin nw-files"><summary>{escape(say("evidence-download-all"))}</summary><p>{escape(say("evidence-download-lead"))}</p>'
        f'<p>{tables}</p><p><a href="/data/{DICTIONARY}" download>{escape(say("evidence-download-dictionary"))}</a> · '
        f'<a href="/data/{DESCRIPTOR}" download>{escape(say("evidence-download-package"))}</a></p>'
        f'<p class="nw-small">{escape(say("evidence-repeats"))}</p></details>'
    )


# --- sources


def _sources(concern_id: str, found: dict[str, dict[str, str]]) -> None:
    st.html(
        f'<h2 class="nw-h2">{escape(say("evidence-sources-title"))}</h2><p class="nw-lead">{escape(say("evidence-sources-lead"))}</p>'
    )
    pager = "evidence_sources_page"
    first, second, third = st.columns(3)
    with first:
        scope = pickers.pick_one(say("evidence-scope"), "evidence_scope", found["evidence_scope"], resets=pager)
    with second:
        design = pickers.pick_one(say("evidence-filter-design"), "evidence_kind", found["evidence_kind"], resets=pager)
    with third:
        ground = pickers.pick_one(
            say("evidence-sources-ground"), "evidence_ground", found["evidence_ground"], resets=pager
        )
    wanted = bibliography.chosen(
        menus.all_sources(), concern=concern_id if scope == "this" else bibliography.ANY, design=design, ground=ground
    )
    part = paging.page(len(wanted), bibliography.PAGE_ROWS, pickers.page_picked(pager))
    count = say("evidence-sources-count", total=len(wanted), page=part.number, pages=part.pages)
    items = "".join(_entry(entry) for entry in wanted[part.places])
    st.html(
        f'<p class="nw-count-line" role="status">{escape(count)}</p><ol class="nw-sources" start="{part.places.start + 1}">{items}</ol>'
    )
    pickers.pick_page(pager, part.pages)


def _entry(entry: Entry) -> str:
    source = entry.source
    weak = f'<span class="nw-tag nw-weak">{escape(say("evidence-weak"))}</span>' if source.is_weak else ""
    link = f'<a href="{escape(source.link)}" target="_blank" rel="noopener noreferrer">{escape(source.link)}</a>'
    notes = [say(f"evidence-origin-{source.basis}")] if source.is_weak else []
    if source.limitations:
        notes.append(say("evidence-limits", text=source.limitations))
    uses = f"<span>{escape(say('evidence-uses', count=0))}</span>"
    if entry.count:
        uses = (
            f"<details><summary>{escape(say('evidence-uses', count=entry.count))}</summary>"
            f"{''.join(_use(table, refs) for table, refs in entry.uses)}</details>"
        )
    return (
        f'<li id="source-{escape(source.source_id)}"><p class="nw-citation">{escape(entry.citation)} {weak}</p><p class="nw-link">{link}</p>'
        f'<p class="nw-small">{escape(source_facts(entry))}</p><p class="nw-small">{escape(" ".join(sentence(note) for note in notes))}</p>{uses}</li>'
    )


def source_facts(entry: Entry) -> str:
    """Kind of study, studies, people, and what it rests on."""
    source = entry.source
    parts = [capital(say(f"design-{source.design}"))]
    if source.n_studies and source.n_studies > 1:
        parts.append(say("answer-studies", studies=source.n_studies))
    if source.n_people:
        parts.append(say("answer-people", people=thousands(source.n_people)))
    return " · ".join([*parts, say(f"rests-{source.basis}")])


def _use(table: str, refs: tuple[str, ...]) -> str:
    evidence = load()
    items = []
    for ref in refs[:_USES_SHOWN]:
        row = evidence.find(ref)
        concern_id = getattr(row, "concern_id", "")
        where = f"{_concern_link(concern_id)}: " if concern_id else ""
        treatment = evidence.treatments.get(getattr(row, "treatment_id", ""))
        named = f"{treatment.name}: " if treatment else ""
        items.append(f"<li>{where}{escape(named + row_words(row))}</li>")
    if len(refs) > _USES_SHOWN:
        items.append(f"<li>{escape(say('evidence-uses-more', count=len(refs) - _USES_SHOWN))}</li>")
    return f"<h3>{escape(say(f'evidence-table-{table}'))} ({len(refs)})</h3><ul>{''.join(items)}</ul>"
