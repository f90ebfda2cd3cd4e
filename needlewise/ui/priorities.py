"""Draws What matters to me. Widgets say what counts; everything else is drawn from one `Board` and one `Result`."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from itertools import pairwise
from pathlib import Path

import streamlit as st

from needlewise.charts import pictures
from needlewise.charts import priorities as charts
from needlewise.charts.palette import Mode
from needlewise.charts.pictures import Picture
from needlewise.charts.priorities import whole
from needlewise.decision.priorities import (
    CRITERIA,
    MOST_CRITERIA,
    Board,
    Criterion,
    Measure,
    OptionFit,
    Result,
    Sheet,
    amount,
    board,
    measure,
    weigh,
)
from needlewise.decision.smaa import DRAWS, TOP, weights
from needlewise.decision.suitability import Advice, Answers, advise
from needlewise.evidence.load import load
from needlewise.evidence.rows import Treatment
from needlewise.ui import choices
from needlewise.ui.markup import Sheet as Cards
from needlewise.ui.markup import chip, table, thousands
from needlewise.words import listed, say, sentence

_CSS = Path(__file__).with_name("priorities.css")
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


@functools.lru_cache(maxsize=18)
def _sheet(concern_id: str) -> Sheet:
    """Evidence only, so it may be kept for everyone."""
    return measure(load(), concern_id)


def draw(concern_id: str, mode: Mode) -> None:
    """Draw the whole page. Options that are "not now" by what the person told elsewhere are shown apart, never weighed."""
    st.html(_CSS)
    sheet = _sheet(concern_id)
    top = st.container()
    choices.pick_options(load(), concern_id)
    note = choices.options_note()
    if note:
        st.html(f'<p class="nw-quiet" role="status">{escape(note)}</p>')
    chosen = choices.options(load(), concern_id)
    apart = _not_now(chosen, sheet)
    weighed = tuple(option for option in chosen if option not in {advice.treatment.treatment_id for advice in apart})
    plain = board(sheet, weighed) if weighed else None
    order = _pick(sheet, plain)
    found, own_name = plain, say("priorities-name-own")
    if plain is not None and "own" in order:
        own_name, scores = _own(plain)
        found = board(sheet, weighed, scores)
    said = _Said(_points(found, order, own_name) if found is not None and order else (), own_name)
    result = weigh(found, said.points) if found is not None and said.points else None
    with top:
        st.html(_answer(sheet, said, result, few=len(weighed) < 2))
    if found is not None and result is not None:
        _results(result, mode)
    if found is not None:
        st.html(_lines(found, said))
    st.html(_apart(apart) + _method())


def _not_now(chosen: tuple[str, ...], sheet: Sheet) -> tuple[Advice, ...]:
    """The chosen options that something the person told speaks against for now."""
    told = choices.answers()
    if told == Answers():
        return ()
    found = (advise(load(), option, told, skin=sheet.concern.group == "skin") for option in chosen)
    return tuple(advice for advice in found if advice.answer == "not_now")


def _name(criterion_id: str, group: str, own_name: str) -> str:
    """What a criterion is called; a person's own one has the name they gave it."""
    return own_name if criterion_id == "own" else say(f"priorities-name-{criterion_id}", group=group)


def _pick(sheet: Sheet, found: Board | None) -> tuple[str, ...]:
    """Step one: what matters. Only what can tell the options apart is offered."""
    group = sheet.concern.group
    offered: dict[str, str] = {
        name: _name(name, group, say("priorities-name-own"))
        for name in CRITERIA
        if found is not None and (name == "own" or name in sheet.measures)
    }
    st.html(
        f'<h2 class="nw-h2">{escape(say("priorities-pick-title"))}</h2>'
        f'<p class="nw-lead">{escape(say("priorities-pick-lead", most=MOST_CRITERIA))} {escape(say("priorities-privacy"))}</p>'
    )
    order = choices.pick_criteria(sheet.concern.concern_id, offered, MOST_CRITERIA)
    notes = [say("priorities-too-many", most=MOST_CRITERIA)] if choices.criteria_full(sheet.concern.concern_id) else []
    blind = [offered[name] for name in order if found is not None and not found.criterion(name).askable]
    if blind:
        notes.append(say("priorities-cannot", names=listed([f"“{name}”" for name in blind])))
    if notes:
        st.html(f'<p class="nw-quiet" role="status">{escape(" ".join(notes))}</p>')
    return tuple(name for name in order if found is not None and found.criterion(name).askable)


def _own(found: Board) -> tuple[str, dict[str, float | None]]:
    """The person's own criterion: its name and their scores."""
    with st.container(key="priorities_own"):
        names = {treatment.treatment_id: treatment.name for treatment in found.options}
        st.html(f'<p class="nw-lead">{escape(say("priorities-own-lead"))}</p>')
        return choices.pick_own(found.concern.concern_id, names)


def _points(found: Board, order: tuple[str, ...], own_name: str) -> tuple[tuple[str, float | None], ...]:
    """Step two: order by buttons, points by number; the first counts 100."""
    concern = found.concern
    st.html(
        f'<h2 class="nw-h2">{escape(say("priorities-order-title"))}</h2>'
        f'<p class="nw-lead">{escape(say("priorities-order-lead"))} {escape(say("priorities-order-drawn"))}</p>'
    )
    said: list[tuple[str, float | None]] = []
    moved: list[str] = []
    for place, criterion_id in enumerate(order):
        criterion = found.criterion(criterion_id)
        name = _name(criterion_id, concern.group, own_name)
        ends = (criterion.worst, criterion.best)
        with st.container(key=f"priorities_row_{criterion_id}", horizontal=True, vertical_alignment="center"):
            st.html(_step(found, criterion, place + 1, name), width="stretch")
            for word, step, off in (("up", -1, place == 0), ("down", 1, place == len(order) - 1)):
                st.button(
                    say(f"priorities-{word}", name=name),
                    key=f"priorities_{word}_{criterion_id}",
                    icon=f":material/arrow_{word}ward:",
                    on_click=choices.move_criterion,
                    args=(concern.concern_id, criterion_id, step),
                    disabled=off,
                )
            if place == 0:
                st.html(f'<p class="nw-first">{escape(say("priorities-points-first"))}</p>', width=220)
                said.append((criterion_id, TOP))
            else:
                points = choices.pick_points(concern.concern_id, criterion_id, name, ends, _middle(said))
                said.append((criterion_id, points))
                if points is not None and choices.points_for_other_ends(concern.concern_id, criterion_id, ends):
                    moved.append(name)
    notes = [say("priorities-sets-changed", names=listed([f"“{name}”" for name in moved]))] if moved else []
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


def _step(found: Board, criterion: Criterion, place: int, name: str) -> str:
    worst, best = (amount(found, criterion.criterion_id, end) for end in (criterion.worst, criterion.best))
    return (
        f'<div class="nw-step"><span class="nw-place" aria-hidden="true">{place}</span><div><strong>{escape(name)}</strong>'
        f'<span class="nw-note">{escape(say("priorities-step", worst=worst, best=best))}. {escape(say(f"priorities-about-{criterion.criterion_id}"))}</span></div></div>'
    )


def _answer(sheet: Sheet, said: _Said, result: Result | None, *, few: bool) -> str:
    """The answer on top: who fits most, how often it comes first, and what would change the order."""
    lines: list[str] = []
    if result is None:
        head = say("priorities-open")
        lines.append(say("priorities-need-two" if few else "priorities-open-more"))
    else:
        head, lines = _fit_words(sheet, said, result)
    more = "".join(f'<p class="nw-more">{escape(line)}</p>' for line in lines)
    return (
        f'<section class="nw-hero" role="status"><p class="nw-eyebrow">{escape(say("priorities-eyebrow", noun=sheet.concern.noun))}</p>'
        f'<h1 class="nw-answer">{escape(head)}</h1>{more}</section>'
    )


def _fit_words(sheet: Sheet, said: _Said, result: Result) -> tuple[str, list[str]]:
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
    return head, [" ".join(counts), change_words(sheet, said, result), say("priorities-fit-not-choice")]


def _listed_options(fits: Sequence[OptionFit]) -> str:
    """Names at the start of a sentence: `Microneedling and a light peel`."""
    return listed(
        [item.treatment.name if place == 0 else item.treatment.mid_sentence for place, item in enumerate(fits)]
    )


def change_words(sheet: Sheet, said: _Said, result: Result) -> str:
    """One sentence: the smallest change of points that would put another option on top."""
    turned = result.change
    if turned is None or result.overtaker is None:
        return say("priorities-change-none")
    return say(
        "priorities-change-up",
        criterion=_name(turned.criterion, sheet.concern.group, said.own_name),
        now=whole(turned.now),
        then=whole(turned.then),
        overtaker=result.overtaker.mid_sentence,
    )


def _results(result: Result, mode: Mode) -> None:
    """The two pictures side by side, each with its table."""
    left, right = st.columns(2, gap="large")
    with left:
        _picture("fits", charts.fits(result, mode))
    with right:
        _picture("places", charts.places(result, mode))
    st.html(
        f'<p class="nw-lead">{escape(say("priorities-tries-note", draws=thousands(DRAWS)))} {escape(say("priorities-left-out"))}</p>'
    )


def _picture(name: str, picture: Picture) -> None:
    """A heading, how to read it, the picture, and the same numbers as a table."""
    st.html(
        f'<h2 class="nw-h2">{escape(say(f"priorities-{name}-title"))}</h2><p class="nw-lead">{escape(say(f"priorities-{name}-lead"))}</p>'
    )
    st.plotly_chart(
        picture.figure, width="stretch", theme=None, config=pictures.CONFIG, alt=picture.alt, key=f"priorities-{name}"
    )
    rows = [[escape(cell) for cell in row] for row in picture.rows]
    content = table(picture.head, rows, caption=say(f"priorities-{name}-title"))
    st.html(f'<details class="nw-twin"><summary>{escape(say("table-twin"))}</summary>{content}</details>')


def _lines(found: Board, said: _Said) -> str:
    """Per criterion, where each option lies between the two ends on the table, with its figure and its source."""
    cards = Cards(load(), "w")
    shares = _shares(said)
    wanted = [name for name, _ in said.points] or [
        item.criterion_id for item in found.criteria if item.criterion_id != "own"
    ]
    blocks = "".join(_line_block(found, found.criterion(name), said, shares.get(name, ""), cards) for name in wanted)
    lead = (
        say("priorities-lines-lead") if said.points else f"{say('priorities-lines-all')} {say('priorities-lines-lead')}"
    )
    return (
        f'<h2 class="nw-h2">{escape(say("priorities-lines-title"))}</h2><p class="nw-lead">{escape(lead)}</p>'
        f'<div class="nw-lines">{blocks}</div>{cards.render()}'
    )


def _shares(said: _Said) -> dict[str, str]:
    """What each criterion counts of 100 points in all; "about" while points are still drawn."""
    points = [value for _, value in said.points]
    if not points or all(value == 0 for value in points):
        return {}
    parts = 100 * weights(points).mean(axis=1)
    word = "priorities-share" if None not in points else "priorities-share-about"
    return {name: say(word, share=whole(float(part))) for (name, _), part in zip(said.points, parts, strict=True)}


def _line_block(found: Board, criterion: Criterion, said: _Said, share: str, cards: Cards) -> str:
    name = _name(criterion.criterion_id, found.concern.group, said.own_name)
    items = "".join(
        _line(criterion, item, treatment, cards)
        for item, treatment in zip(criterion.measures, found.options, strict=True)
    )
    ends = ""
    if criterion.askable:
        words = [escape(amount(found, criterion.criterion_id, end)) for end in (criterion.worst, criterion.best)]
        ends = f'<p class="nw-ends"><span>{words[0]}</span><span>{words[1]}</span></p>'
    about = say(f"priorities-about-{criterion.criterion_id}")
    below = "".join(f'<span class="nw-note">{escape(text)}</span>' for text in (share, about) if text)
    mixed = ""
    if criterion.criterion_id == "harm":
        kinds = list(dict.fromkeys(item.figure.note for item in criterion.measures if item.known and item.figure.note))
        if len(kinds) > 1:
            mixed = f'<p class="nw-small">{escape(say("priorities-harm-mixed", names=listed([kind.lower() for kind in kinds])))}</p>'
    return f'<section class="nw-line" data-criterion="{escape(criterion.criterion_id)}"><h3>{escape(name)}{below}</h3><div>{ends}<ul>{items}</ul>{mixed}</div></section>'


def _line(criterion: Criterion, item: Measure, treatment: Treatment, cards: Cards) -> str:
    if item.rating is not None:
        figure = cards.certainty(item.rating, item.figure.refs)
    else:
        css = "nw-fig" if item.known else "nw-fig nw-unknown"
        figure = cards.button(item.figure.text, item.figure.refs, item.figure.rule, css=css)
    note = item.figure.note
    below = (
        f'<span class="nw-note">{escape(sentence(note) if item.known and criterion.criterion_id == "improvement" else note)}</span>'
        if note
        else ""
    )
    return (
        f'<li data-option="{escape(treatment.treatment_id)}"><span class="nw-who">{chip(treatment.family)}{escape(treatment.name)}</span>'
        f'{_track(criterion, item, treatment.family)}<span class="nw-what">{figure}{below}</span></li>'
    )


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
        f'<aside class="nw-pause nw-apart"><h2>{escape(say("priorities-apart-title"))}</h2>'
        f"<p>{escape(say('priorities-apart-lead'))}</p><ul>{items}</ul></aside>{cards.render()}"
    )


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
