"""Draws the Evidence page: the promises checked, the map, all findings and all sources.

Only the part picked is drawn. Static parts are replayed from Streamlit's cache; the table of findings is asked anew
each
time, because its answer is made of one page of rows.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import streamlit as st
from markupsafe import Markup

from needlewise.charts import evidence_map as pictures
from needlewise.charts.evidence_map import Bubble
from needlewise.decision import bibliography, claims, evidence_map, sayings
from needlewise.decision.bibliography import Entry
from needlewise.decision.evidence_map import EvidenceMap, Group, MapCell
from needlewise.decision.findings import ANY, ORDERS, Query
from needlewise.decision.shared import paging
from needlewise.decision.shared.rules import told
from needlewise.evidence.model.rows import TABLES, Concern, Treatment
from needlewise.evidence.reading.datapackage import DESCRIPTOR, DICTIONARY
from needlewise.evidence.reading.load import load
from needlewise.evidence.rules.certainty import ALL_LEVELS
from needlewise.evidence.sentences.reports import bearing_words
from needlewise.evidence.sentences.rows import row_words
from needlewise.ui.components.source_cards import SourceCards
from needlewise.ui.state import address as address_state
from needlewise.ui.state import evidence as menus
from needlewise.ui.state import files, keys, pickers
from needlewise.ui.state.evidence import BLANK, address
from needlewise.ui.templates import macro, render
from needlewise.words import join_list, say, search, thousands

_CSS = Path(__file__).with_name("style.css")
_FINDINGS = "views/evidence/findings.html"
_SOURCES = "views/evidence/sources.html"


_GET = "evidence_download"


# Rows behind one source that are listed on the page; the files hold them all.
_USES_SHOWN = 8


def page(picked: str | None) -> None:
    """Draw the page: the answer, the choice of a part, and that part; `picked` is the concern, None without one."""
    concern_id, choices = picked or "", menus.menus()
    if not concern_id:
        choices = choices | {"evidence_scope": {ANY: choices["evidence_scope"][ANY]}}
    st.html(_CSS)
    _hero()
    text = pickers.ask_words(
        say("evidence-search"),
        keys.EVIDENCE_TEXT,
        example=say("evidence-search-example"),
        longest=search.MOST_CHARACTERS,
        resets=(keys.EVIDENCE_PAGE, keys.EVIDENCE_SOURCES_PAGE),
    )
    if text:
        st.html(_found(text))
    part = pickers.pick_pill(say("evidence-part"), "evidence_part", choices["evidence_part"])
    if part == "brochure" and text:
        st.html(_promises(concern_id, text))
    elif part == "brochure":
        _told(choices)
        _brochure(concern_id)
    elif part == "map":
        _map(concern_id)
    elif part == "findings":
        _findings(concern_id, choices, text)
    else:
        _sources(concern_id, choices, text)


def opening(concern_id: str) -> Markup:
    """The answer and the promises: what is served before any script has run."""
    return _hero_words() + _promises(concern_id)


def stylesheet() -> str:
    """The styles of what stands here."""
    return _CSS.read_text(encoding="utf-8")


def _found(text: str) -> Markup:
    """How much of each kind holds the words looked for, whatever else is picked."""
    judged = sum(len(promise.judgements) for promise in claims.holding(claims.check(load()), text))
    findings = len(menus.all_findings().positions(Query(text=text)))
    sources = len(bibliography.chosen(menus.all_sources(), text=text))
    return macro("views/evidence/found.html", "found", text, judged, findings, sources)


@st.cache_data(max_entries=1, show_spinner=False)
def _hero() -> None:
    st.html(_hero_words())


def _hero_words() -> Markup:
    promises = claims.check(load())
    return render(
        "views/evidence/hero.html",
        headline=claims.headline(promises),
        tally=claims.tally(promises),
        findings=thousands(len(menus.all_findings().effects)),
        sources=thousands(len(load().sources)),
    )


@st.cache_data(max_entries=36, show_spinner=False)
def _brochure(concern_id: str) -> None:
    st.html(_promises(concern_id))


def _promises(concern_id: str, text: str = "") -> Markup:
    """The promises and their verdicts, or only those that hold the words looked for."""
    evidence = load()
    promises = claims.holding(claims.check(evidence), text)
    return render(
        "views/evidence/brochure.html",
        concern=evidence.concerns.get(concern_id),
        promises=sorted(promises, key=lambda promise: not promise.touches(concern_id)),
        looked_for=text,
        bearing_words=functools.partial(bearing_words, evidence),
        join_list=join_list,
        told=told(evidence, "verdict"),
        cards=SourceCards(evidence),
    )


# --- what people are told


def _told(choices: dict[str, dict[str, str]]) -> None:
    """The list of sayings, and what answers the one picked."""
    saying_id = pickers.pick_one(say("saying-ask"), "evidence_saying", choices["evidence_saying"])
    if saying_id != ANY:
        _reply(saying_id)


@st.cache_data(max_entries=128, show_spinner=False)
def _reply(saying_id: str) -> None:
    st.html(
        render(
            "views/evidence/saying.html",
            reply=sayings.reply(saying_id),
            sources=thousands(len(load().sources)),
            cards=SourceCards(load()),
        )
    )


# --- the map


@dataclass(frozen=True)
class _DrawnMap:
    """The map of one group, its rows as bubbles, and the cards of its table."""

    map: EvidenceMap
    rows: tuple[tuple[Concern, tuple[Bubble, ...]], ...]
    cards: SourceCards


def _drawn_map(group: Group) -> _DrawnMap:
    answer = evidence_map.build(load(), group)
    rows = tuple(zip(answer.concerns, pictures.draw(answer), strict=True))
    return _DrawnMap(answer, rows, SourceCards(load()))


def _findings_of(cell: MapCell) -> str:
    """The address of the findings behind a cell."""
    return address("findings", concern=cell.concern.concern_id, treatment=cell.treatment.treatment_id)


@st.cache_data(max_entries=36, show_spinner=False)
def _map(concern_id: str) -> None:
    groups: list[Group] = ["pain", "skin"]
    mine = load().concerns.get(concern_id)
    groups.sort(key=lambda group: mine is not None and group != mine.group)
    st.html(
        render(
            "views/evidence/map.html",
            concern_id=concern_id,
            maps=[_drawn_map(group) for group in groups],
            marks=pictures.MARKS,
            against=pictures.AGAINST,
            levels=ALL_LEVELS,
            most_people=pictures.MOST_PEOPLE,
            sizes=[(people, pictures.diameter(people)) for people in (100, 500, pictures.MOST_PEOPLE)],
            findings_of=_findings_of,
            thousands=thousands,
            told=told(load(), "map"),
        )
    )


# --- all findings


def _findings(concern_id: str, choices: dict[str, dict[str, str]], text: str) -> None:
    st.html(macro(_FINDINGS, "title"))
    pager = "evidence_page"
    picked: dict[str, str] = {}
    first, rest = ("scope", "treatment", "outcome", "order"), ("comparator", "design", "certainty", "checked")

    def pick(menus_of_row: tuple[str, ...]) -> None:
        for column, key in zip(st.columns(4), menus_of_row, strict=True):
            with column:
                label = say("evidence-scope") if key == "scope" else say(f"evidence-filter-{key}")
                picked[key] = pickers.pick_one(label, f"evidence_{key}", choices[f"evidence_{key}"], resets=pager)

    pick(first)
    with st.expander(
        say("evidence-more-filters"), expanded=address_state.in_address(*(f"evidence_{key}" for key in rest))
    ):
        pick(rest)
    query = replace(_query(concern_id, picked), text=text)
    view = menus.all_findings().view(query, pickers.page_picked(pager))
    st.html(macro(_FINDINGS, "table", view, SourceCards(load())))
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
        concern=concern_id or ANY if picked["scope"] == "this" else ANY,
        treatment=picked["treatment"],
        comparator=blank,
        outcome=picked["outcome"],
        design=picked["design"],
        certainty=picked["certainty"],
        checked=picked["checked"],
        order=order,
    )


@st.cache_data(max_entries=1, show_spinner=False)
def _downloads() -> None:
    st.html(macro(_FINDINGS, "downloads", tuple(TABLES), DICTIONARY, DESCRIPTOR))


# --- sources


@dataclass(frozen=True)
class _UsedRow:
    """One row that rests on a source: which concern and option it is about, where it is about one, and what it says."""

    concern: Concern | None
    treatment: Treatment | None
    words: str


@dataclass(frozen=True)
class _UsedTable:
    """The rows of one table that rest on a source: how many there are, and the first of them."""

    name: str
    count: int
    rows: tuple[_UsedRow, ...]


def _sources(concern_id: str, choices: dict[str, dict[str, str]], text: str) -> None:
    st.html(macro(_SOURCES, "title"))
    pager = "evidence_sources_page"
    first, second, third = st.columns(3)
    with first:
        scope = pickers.pick_one(say("evidence-scope"), "evidence_scope", choices["evidence_scope"], resets=pager)
    with second:
        design = pickers.pick_one(
            say("evidence-filter-design"), "evidence_kind", choices["evidence_kind"], resets=pager
        )
    with third:
        ground = pickers.pick_one(
            say("evidence-sources-ground"), "evidence_ground", choices["evidence_ground"], resets=pager
        )
    wanted = bibliography.chosen(
        menus.all_sources(),
        concern=concern_id or bibliography.ANY if scope == "this" else bibliography.ANY,
        design=design,
        ground=ground,
        text=text,
    )
    part = paging.page(len(wanted), bibliography.PAGE_ROWS, pickers.page_picked(pager))
    listed = [(entry, tuple(_uses(entry))) for entry in wanted[part.places]]
    st.html(macro(_SOURCES, "page", part.number, part.pages, len(wanted), part.places.start + 1, listed))
    pickers.pick_page(pager, part.pages)


def _uses(entry: Entry) -> Iterator[_UsedTable]:
    for table, refs in entry.uses:
        yield _UsedTable(table, len(refs), tuple(_used_row(ref) for ref in refs[:_USES_SHOWN]))


def _used_row(ref: str) -> _UsedRow:
    evidence = load()
    row = evidence.find(ref)
    return _UsedRow(
        evidence.concerns.get(getattr(row, "concern_id", "")),
        evidence.treatments.get(getattr(row, "treatment_id", "")),
        row_words(row),
    )
