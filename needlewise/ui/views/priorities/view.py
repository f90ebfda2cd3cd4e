"""Draws What matters to me. Widgets say what counts; everything else is drawn from one `Board` and one `Result`.

All that an answer changes is one fragment, so an answer does not draw the frame of the page again. What is kept between
visitors is made from the evidence of a whole concern at a time: it depends on no answer, and tells of none.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape
from itertools import pairwise
from pathlib import Path

import streamlit as st
from markupsafe import Markup

from needlewise.caching import shared
from needlewise.charts import priorities as charts
from needlewise.charts.palette import Mode
from needlewise.charts.priorities import Strips, whole
from needlewise.decision.priorities.criteria import (
    CRITERIA,
    MOST_CRITERIA,
    Board,
    CriteriaTable,
    Criterion,
    Measure,
    board,
)
from needlewise.decision.priorities.fit import FitResult, OptionFit, amount, weigh
from needlewise.decision.priorities.smaa import DRAWS, TOP
from needlewise.decision.suitability import Advice, Answers, advise
from needlewise.evidence.model.rows import Treatment
from needlewise.evidence.reading.load import load
from needlewise.evidence.sentences.statements import in_sentence
from needlewise.ui import built
from needlewise.ui.components import option_picker as options
from needlewise.ui.components.source_cards import Fragment
from needlewise.ui.components.source_cards import SourceCards as Cards
from needlewise.ui.components.tables import chip, table
from needlewise.ui.state import priorities as priorities_state
from needlewise.ui.state import suitability as suitability_state
from needlewise.ui.state import visitor
from needlewise.words import join_list, say, sentence, thousands

_CSS = Path(__file__).with_name("style.css")


_METHOD = ("swing", "draws", "improvement", "certainty", "harm", "missing")


# The publications behind the method, where data/ has them.
_PUBLICATIONS = {
    "swing": ("cmu_swing", "thokala2016_mcda", "vantil2014"),
    "draws": ("lahdelma2001_smaa2", "tervonen2007_smaa", "broekhuizen2015"),
    "improvement": ("fretheim2012_grade",),
    "harm": ("oneill2021_wilson",),
}


@dataclass(frozen=True)
class _Said:
    """What the person said on this page: criteria with points in their order, and the name of their own one."""

    points: tuple[tuple[str, float | None], ...]
    own_name: str


@shared(size=built.concern_count)
def _figures(concern_id: str) -> Mapping[tuple[str, str], Fragment]:
    """The known figures of a concern with their cards, by criterion and option. Evidence only, all of them together."""
    sheet = built.measures(concern_id)
    found: dict[tuple[str, str], Fragment] = {}
    for criterion_id, column in sheet.measures.items():
        for treatment, item in zip(sheet.options, column, strict=True):
            if item is not None:
                cards = Cards(load(), "w")
                found[criterion_id, treatment.treatment_id] = cards.fragment(Markup(_figure(criterion_id, item, cards)))
    return found


@functools.cache
def _names(group: str) -> Mapping[str, str]:
    """What the criteria are called."""
    return {name: say(f"priorities-name-{name}", group=group) for name in CRITERIA}


@functools.cache
def _moves(group: str) -> Mapping[tuple[str, str], str]:
    """What the arrows are called, by way and criterion."""
    return {
        (way, criterion_id): say(f"priorities-{way}", name=name)
        for way in ("up", "down")
        for criterion_id, name in _names(group).items()
    }


def draw(concern_id: str, mode: Mode) -> None:
    """Draw the whole page. Options that are "not now" by what the person told elsewhere are shown apart, never weighed."""
    st.html(_CSS)
    _weighing(concern_id, mode)
    st.html(_method())


@st.fragment
def _weighing(concern_id: str, mode: Mode) -> None:
    """All that an answer changes."""
    if visitor.mode() != mode:
        # The theme was switched since the page was drawn.
        st.rerun()
    sheet = built.measures(concern_id)
    top = st.container()
    chosen = options.pick(load(), concern_id)
    apart = _not_now(chosen, sheet)
    weighed = tuple(option for option in chosen if option not in {advice.treatment.treatment_id for advice in apart})
    plain = board(sheet, weighed) if weighed else None
    order = _pick(sheet, plain)
    found, own_name = plain, _names(sheet.concern.group)["own"]
    if plain is not None and "own" in order:
        own_name, scores = _own(plain)
        found = board(sheet, weighed, scores)
    ends = {} if found is None else {name: _ends(found, name) for name in order}
    said = _Said(_points(found, order, own_name, ends) if found is not None and order else (), own_name)
    result = weigh(found, said.points) if found is not None and said.points else None
    why = "" if found is None or result is None else why_words(found, said, result)
    top.html(_answer(sheet, said, result, apart, why, few=len(weighed) < 2))
    if result is not None:
        st.html(_near(sheet, said, result))
    below = _results(result, mode) if result is not None else ""
    if found is not None:
        below += _lines(found, said, result, ends)
    below += _apart(apart)
    if below:
        st.html(below)


def _not_now(chosen: tuple[str, ...], sheet: CriteriaTable) -> tuple[Advice, ...]:
    """The chosen options that something the person told speaks against for now."""
    told = suitability_state.answers()
    if told == Answers():
        return ()
    found = (advise(load(), option, told, skin=sheet.concern.group == "skin") for option in chosen)
    return tuple(advice for advice in found if advice.answer == "not_now")


def _name(criterion_id: str, group: str, own_name: str) -> str:
    """What a criterion is called; a person's own one has the name they gave it."""
    return own_name if criterion_id == "own" else _names(group)[criterion_id]


def _pick(sheet: CriteriaTable, found: Board | None) -> tuple[str, ...]:
    """Step one: what matters. Only what can tell the options apart is offered."""
    offered = {
        name: text
        for name, text in _names(sheet.concern.group).items()
        if found is not None and (name == "own" or name in sheet.measures)
    }
    st.html(_heads()[0])
    order = priorities_state.pick_criteria(sheet.concern.concern_id, offered, MOST_CRITERIA)
    notes = (
        [say("priorities-too-many", most=MOST_CRITERIA)]
        if priorities_state.criteria_full(sheet.concern.concern_id)
        else []
    )
    blind = [offered[name] for name in order if found is not None and not found.criterion(name).askable]
    if blind:
        notes.append(say("priorities-cannot", names=join_list([f"“{name}”" for name in blind])))
    if notes:
        css = "nw-quiet nw-held" if priorities_state.criteria_full(sheet.concern.concern_id) else "nw-quiet"
        st.html(f'<p class="{css}" role="status">{escape(" ".join(notes))}</p>')
    return tuple(name for name in order if found is not None and found.criterion(name).askable)


@functools.cache
def _heads() -> tuple[str, str]:
    """The headings of the two steps."""
    pick = f"{say('priorities-pick-lead', most=MOST_CRITERIA)} {say('priorities-privacy')}"
    order = f"{say('priorities-order-lead')} {say('priorities-order-drawn')}"
    return _head(say("priorities-pick-title"), pick), f"<div>{_head(say('priorities-order-title'), order)}</div>"


def _head(title: str, lead: str) -> str:
    return f'<h2 class="nw-h2">{escape(title)}</h2><p class="nw-lead">{escape(lead)}</p>'


def _own(found: Board) -> tuple[str, dict[str, float | None]]:
    """The person's own criterion: its name and their scores."""
    with st.container(key="priorities_own"):
        names = {treatment.treatment_id: treatment.name for treatment in found.options}
        st.html(f'<p class="nw-lead">{escape(say("priorities-own-lead"))}</p>')
        return priorities_state.pick_own(found.concern.concern_id, names)


def _points(
    found: Board, order: tuple[str, ...], own_name: str, words: Mapping[str, tuple[str, str]]
) -> tuple[tuple[str, float | None], ...]:
    """Step two: order by buttons, points by number; the first counts 100."""
    concern = found.concern
    said: list[tuple[str, float | None]] = []
    moved: list[str] = []
    # One grid, with all steps in one message: what is beside them is named after its step, so it can be told apart by itself.
    with st.container(key="priorities_rows"):
        names = [_name(criterion_id, concern.group, own_name) for criterion_id in order]
        st.html(f"{_heads()[1]}{_steps(order, names, words)}")
        for place, (criterion_id, name) in enumerate(zip(order, names, strict=True)):
            criterion = found.criterion(criterion_id)
            ends = (criterion.worst, criterion.best)
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
            points = priorities_state.pick_points(concern.concern_id, criterion_id, name, ends, _middle(said))
            said.append((criterion_id, points))
            if points is not None and priorities_state.points_for_other_ends(concern.concern_id, criterion_id, ends):
                moved.append(name)
    notes = [say("priorities-sets-changed", names=join_list([f"“{name}”" for name in moved]))] if moved else []
    kept = priorities_state.points_kept(concern.concern_id, order[0])
    if kept is not None and whole(kept) != whole(TOP):
        notes.append(say("priorities-points-kept", name=names[0], points=whole(kept)))
    notes += _against_order(said, concern.group, own_name)
    if notes:
        st.html(f'<p class="nw-quiet" role="status">{escape(" ".join(notes))}</p>')
    return tuple(said)


def _middle(said: list[tuple[str, float | None]]) -> int:
    """Where points start: half of the last number given above."""
    above = next((points for _, points in reversed(said) if points is not None), TOP)
    return round(above / 2)


def _against_order(said: list[tuple[str, float | None]], group: str, own_name: str) -> list[str]:
    """One note when points and order disagree."""
    given = [(name, points) for name, points in said if points is not None]
    for (upper, first), (lower, second) in pairwise(given):
        if second > first:
            return [
                say(
                    "priorities-against-order", upper=_name(upper, group, own_name), lower=_name(lower, group, own_name)
                )
            ]
    return []


def _steps(order: Sequence[str], names: Sequence[str], ends: Mapping[str, tuple[str, str]]) -> str:
    """The steps in the person's order, each from one end on the table to the other."""
    items = ""
    for place, (criterion_id, name) in enumerate(zip(order, names, strict=True), 1):
        worst, best = ends[criterion_id]
        first = f'<p class="nw-first">{escape(say("priorities-points-first"))}</p>' if place == 1 else ""
        about = f"{say('priorities-step', worst=worst, best=best)}. {_abouts()[criterion_id]}"
        items += (
            f'<li class="nw-step"><span class="nw-place" aria-hidden="true">{place}</span>'
            f'<div><strong>{escape(name)}</strong><span class="nw-note">{escape(about)}</span></div>{first}</li>'
        )
    return f'<ol class="nw-steps" role="list">{items}</ol>'


def _ends(found: Board, criterion_id: str) -> tuple[str, str]:
    """The two ends of a criterion in words."""
    criterion = found.criterion(criterion_id)
    return (
        amount(found, criterion.criterion_id, criterion.worst),
        amount(found, criterion.criterion_id, criterion.best),
    )


@functools.cache
def _abouts() -> Mapping[str, str]:
    """What the figures of each criterion are about."""
    return {name: say(f"priorities-about-{name}") for name in CRITERIA}


def _near(sheet: CriteriaTable, said: _Said, result: FitResult) -> str:
    """The answer in short, beside the questions: it stays at the lower edge while they are on the screen."""
    first = result.fits[0].fit.mean
    names = _listed_options([item for item in result.fits if whole(item.fit.mean) == whole(first)])
    sure = "none" if _none_is_sure(sheet, said, result) else "some"
    return (
        f'<p class="nw-near"><span>{escape(say("priorities-near", names=names, fit=whole(first), sure=sure))}</span> '
        f'<a class="nw-jump" href="#answer" target="_self">{escape(say("priorities-near-link"))}</a></p>'
    )


def _answer(
    sheet: CriteriaTable, said: _Said, result: FitResult | None, apart: Sequence[Advice], why: str, *, few: bool
) -> str:
    """The answer on top: who fits most, what is left out, how often it comes first, and what would change the order."""
    lines: list[str] = []
    if result is None:
        head = say("priorities-open")
        lines.append(say("priorities-need-two" if few else "priorities-open-more"))
    else:
        head, lines = _fit_words(sheet, said, result)
        lines.insert(0, why)
    more = "".join(f'<p class="nw-more">{escape(line)}</p>' for line in lines)
    if apart:
        names = join_list(
            [item.treatment.name if place == 0 else item.treatment.mid_sentence for place, item in enumerate(apart)]
        )
        why = f'<a class="nw-jump" href="#apart" target="_self">{escape(say("priorities-apart-why"))}</a>'
        more = f'<p class="nw-more nw-left-out">{escape(say("priorities-apart-line", names=names))} {why}</p>{more}'
    return (
        f'<section class="nw-hero" role="status"><p class="nw-eyebrow">{escape(say("priorities-eyebrow", noun=sheet.concern.noun))}</p>'
        f'<h1 class="nw-answer" id="answer">{escape(head)}</h1>{more}</section>'
    )


def _fit_words(sheet: CriteriaTable, said: _Said, result: FitResult) -> tuple[str, list[str]]:
    first, second = result.fits[0], result.fits[1]
    level = [item for item in result.fits if whole(item.fit.mean) == whole(first.fit.mean)]
    if len(level) > 1:
        head = say("priorities-answer-tie", names=_listed_options(level), fit=whole(first.fit.mean))
        counts = []
    else:
        head = say("priorities-answer", first=first.treatment.name, fit=whole(first.fit.mean))
        next_ones = [item for item in result.fits[1:] if whole(item.fit.mean) == whole(second.fit.mean)]
        counts = [
            say(
                "priorities-answer-second",
                second=_listed_options(next_ones),
                fit=whole(second.fit.mean),
                count=len(next_ones),
            )
        ]
    counts.append(say("priorities-answer-places", first=first.treatment.mid_sentence, count=whole(first.fit.places[0])))
    most = max(result.fits, key=lambda item: item.fit.places[0])
    if len(level) == 1 and whole(most.fit.places[0]) != whole(first.fit.places[0]):
        wider = most.fit.high - most.fit.low > first.fit.high - first.fit.low
        counts.append(
            say(
                "priorities-answer-wider" if wider else "priorities-answer-oftener",
                other=most.treatment.name,
                count=whole(most.fit.places[0]),
            )
        )
    if _none_is_sure(sheet, said, result):
        counts.insert(0, say("priorities-answer-none-sure"))
    return head, [" ".join(counts), change_words(sheet, said, result), say("priorities-fit-not-choice")]


def _none_is_sure(sheet: CriteriaTable, said: _Said, result: FitResult) -> bool:
    """True when certainty was said to matter, and the surest option weighed has one mark of four or none."""
    shown = {item.treatment for item in result.fits}
    dots = [
        found.high
        for treatment, found in zip(sheet.options, sheet.measures["certainty"], strict=True)
        if found is not None and treatment in shown
    ]
    return any(name == "certainty" for name, _ in said.points) and max(dots, default=0) <= 1


def _listed_options(fits: Sequence[OptionFit]) -> str:
    """Names at the start of a sentence: `Microneedling and a light peel`."""
    return join_list(
        [item.treatment.name if place == 0 else item.treatment.mid_sentence for place, item in enumerate(fits)]
    )


_WHY_MOST = 2


def why_words(found: Board, said: _Said, result: FitResult) -> str:
    """What the two things that count most say of each option, in the order of their fit: why the answer is as it is."""
    most = sorted(said.points, key=lambda item: -result.shares[item[0]])[:_WHY_MOST]
    parts = []
    for place, (criterion_id, _) in enumerate(most):
        of_option = dict(zip(found.options, found.criterion(criterion_id).measures, strict=True))
        figures = "; ".join(
            say(
                "priorities-why-one",
                name=item.treatment.mid_sentence,
                figure=in_sentence(of_option[item.treatment].figure.text),
            )
            for item in result.fits
        )
        name = _name(criterion_id, found.concern.group, said.own_name)
        parts.append(say("priorities-why-next" if place else "priorities-why", criterion=name, list=figures))
    return " ".join(parts)


def change_words(sheet: CriteriaTable, said: _Said, result: FitResult) -> str:
    """One sentence: the smallest change of points that would put another option on top."""
    turned = result.change
    if turned is None or result.overtaker is None:
        return say("priorities-change-none")
    given = dict(said.points).get(turned.criterion) is not None
    return say(
        "priorities-change-up" if given else "priorities-change-open",
        criterion=_name(turned.criterion, sheet.concern.group, said.own_name),
        now=whole(turned.now),
        then=whole(turned.then),
        overtaker=result.overtaker.mid_sentence,
    )


def _results(result: FitResult, mode: Mode) -> str:
    """The two pictures side by side, each with its table."""
    return (
        f'<div class="nw-two">{_picture("fits", charts.fits(result, mode))}{_picture("places", charts.places(result, mode))}</div>'
        f"{_tries()}"
    )


@functools.cache
def _tries() -> str:
    """What a try is, and what is not in it."""
    return f'<p class="nw-lead">{escape(say("priorities-tries-note", draws=thousands(DRAWS)))} {escape(say("priorities-left-out"))}</p>'


@functools.cache
def _picture_words(name: str) -> tuple[str, str, str]:
    """A picture's title, its heading with how to read it, and what opens its table."""
    title = say(f"priorities-{name}-title")
    return title, _head(title, say(f"priorities-{name}-lead")), escape(say("table-twin"))


def _picture(name: str, picture: Strips) -> str:
    """A heading, how to read it, the picture, and the same numbers as a table."""
    title, head, twin = _picture_words(name)
    rows = [[escape(cell) for cell in row] for row in picture.rows]
    return (
        f'<section id="{name}">{head}{picture.html}<details class="nw-twin"><summary>{twin}</summary>'
        f"{table(picture.head, rows, caption=title)}</details></section>"
    )


def _lines(found: Board, said: _Said, result: FitResult | None, ends: Mapping[str, tuple[str, str]]) -> str:
    """Per criterion, where each option lies between the two ends on the table, with its figure and its source."""
    cards = Cards(load(), "w")
    shares = _shares(said, result)
    wanted = [name for name, _ in said.points] or [
        item.criterion_id for item in found.criteria if item.criterion_id != "own"
    ]
    blocks = "".join(
        _line_block(found, found.criterion(name), said, shares.get(name, ""), ends.get(name), cards) for name in wanted
    )
    return f'{_lines_head(picked=bool(said.points))}<div class="nw-lines">{blocks}</div>{cards.render()}'


@functools.cache
def _lines_head(*, picked: bool) -> str:
    lead = say("priorities-lines-lead")
    return _head(say("priorities-lines-title"), lead if picked else f"{say('priorities-lines-all')} {lead}")


def _shares(said: _Said, result: FitResult | None) -> dict[str, str]:
    """What each criterion counts of 100 points in all; "about" while points are still drawn."""
    if result is None:
        return {}
    word = "priorities-share-about" if any(points is None for _, points in said.points) else "priorities-share"
    return {name: say(word, share=whole(share)) for name, share in result.shares.items()}


def _line_block(
    found: Board, criterion: Criterion, said: _Said, share: str, words: tuple[str, str] | None, cards: Cards
) -> str:
    name = _name(criterion.criterion_id, found.concern.group, said.own_name)
    kept = _figures(found.concern.concern_id)
    items = "".join(
        _line(criterion, item, treatment, kept, cards)
        for item, treatment in zip(criterion.measures, found.options, strict=True)
    )
    ends = ""
    if criterion.askable:
        worst, best = words or _ends(found, criterion.criterion_id)
        ends = f'<p class="nw-ends"><span>{escape(worst)}</span><span>{escape(best)}</span></p>'
    about = _abouts()[criterion.criterion_id]
    below = "".join(f'<span class="nw-note">{escape(text)}</span>' for text in (share, about) if text)
    mixed = ""
    if criterion.criterion_id == "harm":
        kinds = list(dict.fromkeys(item.figure.note for item in criterion.measures if item.known and item.figure.note))
        if len(kinds) > 1:
            mixed = f'<p class="nw-small">{escape(say("priorities-harm-mixed", names=join_list([kind.lower() for kind in kinds])))}</p>'
    return f'<section class="nw-line" data-criterion="{escape(criterion.criterion_id)}"><h3>{escape(name)}{below}</h3><div>{ends}<ul>{items}</ul>{mixed}</div></section>'


def _line(
    criterion: Criterion, item: Measure, treatment: Treatment, kept: Mapping[tuple[str, str], Fragment], cards: Cards
) -> str:
    piece = kept.get((criterion.criterion_id, treatment.treatment_id)) if item.known else None
    figure = cards.add(piece) if piece else _figure(criterion.criterion_id, item, cards)
    return (
        f'<li data-option="{escape(treatment.treatment_id)}"><span class="nw-who">{chip(treatment.family)}{escape(treatment.name)}</span>'
        f'{_track(criterion, item, treatment.family)}<span class="nw-what">{figure}</span></li>'
    )


def _figure(criterion_id: str, item: Measure, cards: Cards) -> str:
    """A figure with its note, opening its sources."""
    if item.rating is not None:
        figure = cards.certainty(item.rating, item.figure.refs)
    else:
        css = "nw-fig" if item.known else "nw-fig nw-unknown"
        figure = cards.button(item.figure.text, item.figure.refs, item.figure.rule, css=css)
    note = item.figure.note
    if note and item.known and criterion_id == "improvement":
        note = sentence(note)
    return figure + (f'<span class="nw-note">{escape(note)}</span>' if note else "")


def _track(criterion: Criterion, item: Measure, family: str) -> str:
    """Where the range lies between the two ends; decoration beside the figure."""
    if not criterion.askable:
        return '<span class="nw-track nw-blank" aria-hidden="true"></span>'
    low, high = sorted(100 * criterion.value(end) for end in (item.low, item.high))
    css = f"nw-bar nw-{family}" if item.known else f"nw-bar nw-{family} nw-striped"
    bar = f'<span class="{escape(css)}" style="left:{low:.1f}%;right:{100 - high:.1f}%"></span>' if high > low else ""
    dot = ""
    if item.peak is not None:
        dot = f'<span class="nw-dot nw-{escape(family)}" style="left:{100 * criterion.value(item.peak):.1f}%"></span>'
    return f'<span class="nw-track" aria-hidden="true">{bar}{dot}</span>'


def _apart(apart: tuple[Advice, ...]) -> str:
    """Options outside the sum, each with the reason and its source."""
    if not apart:
        return ""
    cards = Cards(load(), "wa")
    items = "".join(
        f"<li><strong>{chip(advice.treatment.family)}{escape(advice.treatment.name)}</strong><ul>"
        + "".join(
            f"<li>{escape(reason.text)} {cards.button(say('sources-mark'), reason.refs, 'stated', css='nw-src')}</li>"
            for reason in advice.reasons
            if reason.answer == "not_now"
        )
        + "</ul></li>"
        for advice in apart
    )
    return (
        f'<aside class="nw-pause nw-apart" id="apart"><h2>{escape(say("priorities-apart-title"))}</h2>'
        f"<p>{escape(say('priorities-apart-lead'))}</p><ul>{items}</ul></aside>{cards.render()}"
    )


@functools.cache
def _method() -> str:
    """How the result is worked out, each part with its publications."""
    cards = Cards(load(), "wm")
    items = ""
    for name in _METHOD:
        refs = tuple(f"sources:{source}" for source in _PUBLICATIONS.get(name, ()) if source in load().sources)
        opener = cards.button(say("sources-mark"), refs, "stated", css="nw-src") if refs else ""
        text = say(f"priorities-method-{name}", draws=thousands(DRAWS))
        items += f"<h3>{escape(say(f'priorities-method-{name}.title'))}</h3><p>{escape(text)} {opener}</p>"
    return f'<details class="nw-twin nw-rules"><summary>{escape(say("priorities-method-title"))}</summary>{items}</details>{cards.render()}'
