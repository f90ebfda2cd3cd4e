"""Draws What matters to me. Widgets say what counts; everything else is drawn from one `Board` and one `FitResult`.

All that an answer changes is one fragment, so an answer does not draw the frame of the page again. What is kept between
visitors is made from the evidence of a whole concern at a time: it depends on no answer, and tells of none.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import streamlit as st
from markupsafe import Markup

from needlewise.caching import shared
from needlewise.charts import priorities as charts
from needlewise.charts.palette import Mode
from needlewise.charts.priorities import FitStrip, PlaceStrip, Strips
from needlewise.decision.priorities.criteria import (
    CRITERIA,
    MOST_CRITERIA,
    Board,
    CriteriaTable,
    Criterion,
    Measure,
    board,
)
from needlewise.decision.priorities.fit import FitResult, weigh
from needlewise.decision.priorities.smaa import DRAWS, TOP
from needlewise.decision.priorities.words import (
    Said,
    answer_in_short,
    answer_lines,
    cannot_be_weighed,
    criterion_name,
    criterion_names,
    ends,
    figure_note,
    highest_fit,
    mixed_harms,
    names_at_start,
    points_notes,
    share_words,
)
from needlewise.decision.suitability import Advice, advise
from needlewise.decision.told import Answers
from needlewise.evidence.model.rows import Treatment
from needlewise.evidence.reading.load import load
from needlewise.ui import built
from needlewise.ui.components import fit_strips
from needlewise.ui.components import option_picker as options
from needlewise.ui.components.source_cards import SourceCards
from needlewise.ui.state import priorities as priorities_state
from needlewise.ui.state import suitability as suitability_state
from needlewise.ui.state import visitor
from needlewise.ui.templates import Html, macro
from needlewise.words import say, thousands

_CSS = Path(__file__).with_name("style.css")


_PAGE = "views/priorities/page.html"


_METHOD = ("swing", "draws", "improvement", "certainty", "harm", "missing")


# The publications behind the method, where data/ has them.
_PUBLICATIONS = {
    "swing": ("cmu_swing", "thokala2016_mcda", "vantil2014"),
    "draws": ("lahdelma2001_smaa2", "tervonen2007_smaa", "broekhuizen2015"),
    "improvement": ("fretheim2012_grade",),
    "harm": ("oneill2021_wilson",),
}


@dataclass(frozen=True)
class _Place:
    """Where an option's range lies between the two ends, in percent.

    The bar from the left and from the right, and the dot.
    """

    bar: tuple[str, str] | None
    dot: str


@dataclass(frozen=True)
class _Line:
    """One criterion as it is drawn.

    Attributes:
        criterion_id, name: which one, and what it is called.
        share: what it counts; empty while nothing is weighed.
        about: what its figures are about.
        ends: the two ends on the table, the worse one first; None where it cannot tell the options apart.
        mixed: how the figures differ in kind, if they do.
        options: each treatment with its measure, its figure where that was drawn before, and its place between the
            ends.
    """

    criterion_id: str
    name: str
    share: str
    about: str
    ends: tuple[str, str] | None
    mixed: str
    options: tuple[tuple[Treatment, Measure, Markup | None, _Place | None], ...]


@shared(size=built.concern_count)
def _figures(concern_id: str) -> Mapping[tuple[str, str], Markup]:
    """The known figures of a concern with their cards, by criterion and option. Evidence only, all of them together."""
    measured = built.measures(concern_id)
    kept: dict[tuple[str, str], Markup] = {}
    for criterion_id, column in measured.measures.items():
        for treatment, item in zip(measured.options, column, strict=True):
            if item is not None:
                cards = SourceCards(load())
                drawn = macro(_PAGE, "figure", item, figure_note(criterion_id, item), cards)
                kept[criterion_id, treatment.treatment_id] = drawn
    return kept


@functools.cache
def _moves(group: str) -> Mapping[tuple[str, str], str]:
    """What the arrows are called, by way and criterion."""
    return {
        (way, criterion_id): say(f"priorities-{way}", name=name)
        for way in ("up", "down")
        for criterion_id, name in criterion_names(group).items()
    }


@functools.cache
def _abouts() -> Mapping[str, str]:
    """What the figures of each criterion are about."""
    return {name: say(f"priorities-about-{name}") for name in CRITERIA}


def draw(concern_id: str, mode: Mode) -> None:
    """Draw the whole page.

    Options that are "not now" by what the person told elsewhere are shown apart, never weighed.
    """
    st.html(_CSS)
    st.html(fit_strips.STYLE)
    _weighing(concern_id, mode)
    st.html(_method())


@st.fragment
def _weighing(concern_id: str, mode: Mode) -> None:
    """All that an answer changes."""
    if visitor.mode() != mode:
        # The theme was switched since the page was drawn.
        st.rerun()
    measured = built.measures(concern_id)
    top = st.container()
    chosen = options.pick(load(), concern_id)
    apart = _not_now(chosen, measured)
    weighed = tuple(option for option in chosen if option not in {advice.treatment.treatment_id for advice in apart})
    tone = suitability_state.answers().skin_type
    plain = board(measured, weighed, skin_type=tone) if weighed else None
    order = _pick(measured, plain)
    table, own_name = plain, criterion_names(measured.concern.group)["own"]
    if plain is not None and "own" in order:
        own_name, scores = _own(plain)
        table = board(measured, weighed, scores, tone)
    between = {} if table is None else {name: ends(table, name) for name in order}
    said = Said(_points(table, order, own_name, between) if table is not None and order else (), own_name)
    result = weigh(table, said.points) if table is not None and said.points else None
    if table is None or result is None:
        text = say("priorities-open")
        lines = [say("priorities-need-two" if len(weighed) < len(("first", "second")) else "priorities-open-more")]
    else:
        text, lines = highest_fit(result), answer_lines(table, measured, said, result)
    left_out = names_at_start(advice.treatment for advice in apart)
    top.html(macro(_PAGE, "answer", measured.concern.noun, text, left_out, lines))
    below = []
    if table is not None and result is not None:
        st.html(macro(_PAGE, "near", answer_in_short(table, measured, said, result)))
        below.append(_results(result, mode))
    if table is not None:
        below.append(_lines(table, said, result, between))
    if apart:
        below.append(macro(_PAGE, "apart", apart, SourceCards(load())))
    if below:
        st.html(Html().join(below))


def _not_now(chosen: tuple[str, ...], measured: CriteriaTable) -> tuple[Advice, ...]:
    """The chosen options that something the person told speaks against for now."""
    told = suitability_state.answers()
    if told == Answers():
        return ()
    concern, today = measured.concern, visitor.today()
    advised = (
        advise(load(), option, told, skin=concern.group == "skin", concern=concern, today=today) for option in chosen
    )
    return tuple(advice for advice in advised if advice.answer == "not_now")


def _pick(measured: CriteriaTable, table: Board | None) -> tuple[str, ...]:
    """Step one: what matters. Only what can tell the options apart is offered."""
    offered = {
        name: text
        for name, text in criterion_names(measured.concern.group).items()
        if table is not None and (name == "own" or name in measured.measures)
    }
    st.html(_heads()[0])
    order = priorities_state.pick_criteria(measured.concern.concern_id, offered, MOST_CRITERIA)
    full = priorities_state.criteria_full(measured.concern.concern_id)
    notes = [say("priorities-too-many", most=MOST_CRITERIA)] if full else []
    blind = [offered[name] for name in order if table is not None and not table.criterion(name).askable]
    if blind:
        notes.append(cannot_be_weighed(blind))
    if notes:
        st.html(macro(_PAGE, "quiet", notes, full))
    return tuple(name for name in order if table is not None and table.criterion(name).askable)


@functools.cache
def _heads() -> tuple[Markup, Markup]:
    """The headings of the two steps."""
    return macro(_PAGE, "pick_head", MOST_CRITERIA), macro(_PAGE, "order_head")


def _own(table: Board) -> tuple[str, dict[str, float | None]]:
    """The person's own criterion: its name and their scores."""
    with st.container(key="priorities_own"):
        names = {treatment.treatment_id: treatment.name for treatment in table.options}
        st.html(macro(_PAGE, "own_lead"))
        return priorities_state.pick_own(table.concern.concern_id, names)


def _points(
    table: Board, order: tuple[str, ...], own_name: str, between: Mapping[str, tuple[str, str]]
) -> tuple[tuple[str, float | None], ...]:
    """Step two: order by buttons, points by number; the first counts 100."""
    concern = table.concern
    said: list[tuple[str, float | None]] = []
    moved: list[str] = []
    # One grid, with all steps in one message: what is beside them is named after its step, so it can be told apart by
    # itself.
    with st.container(key="priorities_rows"):
        names = [criterion_name(name, concern.group, own_name) for name in order]
        steps = [(name, between[each], _abouts()[each]) for each, name in zip(order, names, strict=True)]
        st.html(_heads()[1] + macro(_PAGE, "steps", steps))
        for place, (criterion_id, name) in enumerate(zip(order, names, strict=True)):
            criterion = table.criterion(criterion_id)
            extremes = (criterion.worst, criterion.best)
            for way, by in (("up", -1), ("down", 1)):
                if 0 <= place + by < len(order):
                    st.button(
                        say(f"priorities-{way}", name=name)
                        if criterion_id == "own"
                        else _moves(concern.group)[way, criterion_id],
                        key=f"priorities_{way}_{criterion_id}",
                        icon=f":material/arrow_{way}ward:",
                        on_click=priorities_state.move_criterion,
                        args=(concern.concern_id, criterion_id, by),
                    )
            if place == 0:
                said.append((criterion_id, TOP))
                continue
            points = priorities_state.pick_points(concern.concern_id, criterion_id, name, extremes, _middle(said))
            said.append((criterion_id, points))
            if points is not None and priorities_state.points_for_other_ends(
                concern.concern_id, criterion_id, extremes
            ):
                moved.append(name)
    kept = priorities_state.points_kept(concern.concern_id, order[0])
    notes = points_notes(concern.group, Said(tuple(said), own_name), kept=kept, moved=moved)
    if notes:
        st.html(macro(_PAGE, "quiet", notes, False))
    return tuple(said)


def _middle(said: list[tuple[str, float | None]]) -> int:
    """Where points start: half of the last number given above."""
    above = next((points for _, points in reversed(said) if points is not None), TOP)
    return round(above / 2)


def _results(result: FitResult, mode: Mode) -> Markup:
    """The two pictures side by side, each with its table."""
    fits, places = charts.fits(result, mode), charts.places(result, mode)
    return macro(
        _PAGE,
        "results",
        _picture("fits", fits, fit_strips.fit_strips(fits)),
        _picture("places", places, fit_strips.place_strips(places)),
        _tries(),
    )


@functools.cache
def _tries() -> Markup:
    """What a try is, and what is not in it."""
    return macro(_PAGE, "tries", thousands(DRAWS))


@functools.cache
def _picture_words(name: str) -> tuple[str, Markup, str]:
    """A picture's title, its heading with how to read it, and what opens its table."""
    title = say(f"priorities-{name}-title")
    return title, macro(_PAGE, "head", title, say(f"priorities-{name}-lead")), say("table-twin")


def _picture(name: str, picture: Strips[FitStrip] | Strips[PlaceStrip], drawn: Markup) -> Markup:
    title, head, twin = _picture_words(name)
    return macro(_PAGE, "picture", name, title, head, drawn, twin, picture)


def _lines(table: Board, said: Said, result: FitResult | None, between: Mapping[str, tuple[str, str]]) -> Markup:
    """Per criterion, where each option lies between the two ends on the table, with its figure and its source."""
    shares = share_words(said, result)
    wanted = [name for name, _ in said.points] or [
        item.criterion_id for item in table.criteria if item.criterion_id != "own"
    ]
    ready = [
        _Line(
            name,
            criterion_name(name, table.concern.group, said.own_name),
            shares.get(name, ""),
            _abouts()[name],
            (between.get(name) or ends(table, name)) if criterion.askable else None,
            mixed_harms(criterion),
            _options(table, criterion),
        )
        for name, criterion in zip(wanted, map(table.criterion, wanted), strict=True)
    ]
    return macro(_PAGE, "lines", _lines_head(picked=bool(said.points)), ready, SourceCards(load()))


def _options(table: Board, criterion: Criterion) -> tuple[tuple[Treatment, Measure, Markup | None, _Place | None], ...]:
    kept = _figures(table.concern.concern_id)
    return tuple(
        (
            treatment,
            item,
            kept.get((criterion.criterion_id, treatment.treatment_id)) if item.known else None,
            _place(criterion, item),
        )
        for treatment, item in zip(table.options, criterion.measures, strict=True)
    )


def _place(criterion: Criterion, item: Measure) -> _Place | None:
    """Where a range lies; None where the criterion has no two ends."""
    if not criterion.askable:
        return None
    low, high = sorted(100 * criterion.value(end) for end in (item.low, item.high))
    return _Place(
        (f"{low:.1f}", f"{100 - high:.1f}") if high > low else None,
        "" if item.peak is None else f"{100 * criterion.value(item.peak):.1f}",
    )


@functools.cache
def _lines_head(*, picked: bool) -> Markup:
    lead = say("priorities-lines-lead")
    return macro(
        _PAGE,
        "head",
        say("priorities-lines-title"),
        lead if picked else f"{say('priorities-lines-all')} {lead}",
    )


@functools.cache
def _method() -> Markup:
    """How the result is worked out, each part with its publications."""
    parts = [
        (
            say(f"priorities-method-{name}.title"),
            say(f"priorities-method-{name}", draws=thousands(DRAWS)),
            tuple(f"sources:{source}" for source in _PUBLICATIONS.get(name, ()) if source in load().sources),
        )
        for name in _METHOD
    ]
    return macro(_PAGE, "method", parts, SourceCards(load()))
