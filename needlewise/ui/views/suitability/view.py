"""Draws Right for me?: signs that need a doctor, skin tone, the checklist, and what that means for each option.

All that an answer changes is one fragment, so an answer does not draw the frame of the page again. Nothing drawn from
answers is kept in a cache that visitors share. What is kept is all that could be said of an option or a concern, whoever
asks: every condition and every skin type at once, so that it tells of no answer.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from dataclasses import dataclass
from html import escape
from pathlib import Path

import streamlit as st
from markupsafe import Markup

from needlewise.caching import shared
from needlewise.decision.compare.choice import MOST
from needlewise.decision.compare.questions import skin_note
from needlewise.decision.shared.rates import rate_text
from needlewise.decision.suitability import (
    ANSWERS,
    Advice,
    Answer,
    Answers,
    Cautions,
    Reason,
    advise_from,
    cautions,
    questions,
    skin_rates,
)
from needlewise.evidence.model.store import Evidence
from needlewise.evidence.model.vocabulary import DARK_SKIN
from needlewise.evidence.reading.load import load
from needlewise.evidence.rules.rates import tone_harms
from needlewise.evidence.sentences.statements import in_sentence
from needlewise.ui.components.page_link import page_link, page_links
from needlewise.ui.components.source_cards import Fragment, SourceCards
from needlewise.ui.components.tables import cards_table, chip
from needlewise.ui.state import options as options_state
from needlewise.ui.state import suitability as suitability_state
from needlewise.words import join_list, say, sentence

_CSS = Path(__file__).with_name("style.css")


_CONCERNS = 18


# Tables of marks: one a concern, and those of the options most often compared.
_MARKS_KEPT = 64


def draw(concern_id: str) -> None:
    """Draw the page: first the signs, then the questions and the answers."""
    st.html(_CSS)
    _opening(concern_id)
    _asked(concern_id)


@st.fragment
def _asked(concern_id: str) -> None:
    """The questions, and the answers they change."""
    evidence = load()
    concern = evidence.concerns[concern_id]
    heads = _heads()
    mine = options_state.options_compared(evidence, concern_id)
    scopes = {"concern": say("suitability-scope-concern", noun=concern.noun), "all": heads.all}
    if mine:
        scopes = {"mine": heads.mine} | scopes
    scope = suitability_state.scope_picked(scopes)
    # Whatever is answered below was asked about above: with all options shown, all questions are.
    every = scope == "all"
    asked = "" if every else concern.group
    if asked != "pain":
        st.html(heads.skin + (heads.skin_fold if suitability_state.skin_told_elsewhere() else ""))
        suitability_state.pick_skin(heads.tones)
    st.html(heads.checklist)
    for group, conditions in _checklist(asked).items():
        suitability_state.pick_conditions(group, conditions, part=asked or "all")
    told = suitability_state.answers()
    st.button(say("suitability-clear"), on_click=suitability_state.forget_answers, key="suitability_clear")
    of_concern = mine if scope == "mine" else _options_of_concern(evidence, concern_id)
    names = _options_of_group("") if every else of_concern
    of_skin = names if asked == "skin" else _options_of_group("skin") if every else ()
    sheet = SourceCards(evidence, "q")
    found = [(_kept(name), advise_from(_kept(name).cautions, told, skin=name in of_skin)) for name in names]
    if told != Answers():
        st.html(_near(found))
    st.html(f"{heads.results}{_told(told, skin=asked != 'pain')}")
    suitability_state.pick_scope(scopes)
    below = _by_answer(found) + _results(found, sheet)
    if scope == "mine":
        below += page_links(page_link(page, concern, mine) for page in ("compare", "priorities"))
    if concern.group == "skin":
        below += sheet.add(_marks(concern_id, of_concern)[told.skin_type])
    st.html(below + sheet.render())


@dataclass(frozen=True)
class _Heads:
    """What the page says whatever the concern and the answers."""

    skin: str
    skin_fold: str
    tones: dict[int, str]
    checklist: str
    results: str
    mine: str
    all: str


@functools.cache
def _heads() -> _Heads:
    tones = {tone: say(f"suitability-skin-{tone}") for tone in (*range(1, 7), suitability_state.NOT_SURE)}
    return _Heads(
        f'<h2 class="nw-h2" id="skin-tone">{escape(say("suitability-skin-title"))}</h2><p class="nw-lead">{escape(say("suitability-skin-lead"))}</p>',
        f'<details class="nw-pick nw-pick-skin"><summary>{escape(say("suitability-skin-change"))}</summary></details>',
        tones,
        f'<h2 class="nw-h2">{escape(say("suitability-list-title"))}</h2>',
        f'<h2 class="nw-h2" id="results">{escape(say("suitability-results-title"))}</h2>',
        say("suitability-scope-mine"),
        say("suitability-scope-all"),
    )


@functools.cache
def _checklist(group: str) -> dict[str, dict[str, str]]:
    """The conditions asked about for the concerns of a group, in their everyday groups, with their names."""
    found = questions(load(), _options_of_group(group))
    return {part: {name: say(f"condition-{name}") for name in names} for part, names in found.items()}


@dataclass(frozen=True)
class _Kept:
    """One option with all its cautions, and each of them as it would be drawn.

    `lines` holds one for every reason that can speak; `head` is the option's name, `always` what holds for everyone.
    """

    cautions: Cautions
    head: str
    lines: Mapping[Reason, Fragment]
    always: Fragment


@shared(size=lambda: len(load().treatments))
def _kept(treatment_id: str) -> _Kept:
    known = cautions(load(), treatment_id)
    treatment = known.treatment
    lines = {}
    for reason in (*known.reasons.values(), known.untold):
        sheet = SourceCards(load(), "q")
        lines[reason] = sheet.fragment(Markup(_line(reason, sheet)))
    always, sheet = "", SourceCards(load(), "q")
    if known.everyone:
        items = "".join(_line(reason, sheet, answered=False) for reason in known.everyone)
        always = f"<details><summary>{escape(say('suitability-everyone'))}</summary><ul>{items}</ul></details>"
    head = f"<h4>{chip(treatment.family)}{escape(treatment.name)}</h4>"
    return _Kept(known, head, lines, sheet.fragment(Markup(always)))


def _options_of_concern(evidence: Evidence, concern_id: str) -> tuple[str, ...]:
    return tuple(options_state.option_labels(evidence, concern_id))


@functools.cache
def _options_of_group(group: str) -> tuple[str, ...]:
    """All options of the concerns of a group, or of all concerns; doing nothing last."""
    evidence = load()
    names = dict.fromkeys(
        option.treatment_id
        for concern in evidence.concerns.values()
        if group in ("", concern.group)
        for option in evidence.options(concern.concern_id)
    )
    return tuple(sorted(names, key=lambda name: evidence.treatments[name].family == "nothing"))


@st.cache_data(max_entries=_CONCERNS, show_spinner=False)
def _opening(concern_id: str) -> None:
    """Title and the signs that need a doctor; the same for everyone, so it may be kept."""
    evidence = load()
    sheet = SourceCards(evidence, "f")
    flags = sorted(evidence.of(concern_id).red_flags, key=lambda flag: flag.urgency)
    items = "".join(
        f"<li><strong>{escape(say(f'action-{flag.action}'))}:</strong> {escape(flag.sign)} "
        f"{sheet.button(say('sources-mark'), (f'red_flags:{flag.red_flag_id}',), 'stated', css='nw-src')}</li>"
        for flag in flags
    )
    st.html(
        f'<section class="nw-hero"><p class="nw-eyebrow">{escape(say("suitability-eyebrow"))}</p>'
        f'<h1 class="nw-answer">{escape(say("suitability-title"))}</h1><p class="nw-lead">{escape(say("suitability-lead"))}</p></section>'
        f'<section class="nw-first" aria-labelledby="nw-first"><h2 id="nw-first">{escape(say("suitability-redflags-title"))}</h2>'
        f"<p>{escape(say('suitability-redflags-lead'))}</p><ul>{items}</ul></section>{sheet.render()}"
    )


def _told(told: Answers, *, skin: bool) -> str:
    """What was told, in words; `skin` where skin tone was asked about."""
    names = [say(f"condition-{name}") for name in told.conditions]
    if skin and told.skin_type is not None:
        names.insert(0, say("suitability-told-skin", types=say(f"suitability-skin-{told.skin_type}").split(" ")[0]))
    if skin and told.unsure:
        names.insert(0, say("suitability-told-unsure"))
    text = say("suitability-ticked", names=join_list(names)) if names else say("suitability-ticked-none")
    if skin and told.untold:
        text += f" {say('suitability-told-untold')}"
    return f'<p class="nw-lead" role="status">{escape(text)}</p>'


def _near(found: list[tuple[_Kept, Advice]]) -> str:
    """What was told last and what it means, beside the questions: by name where the options are few, else counted.

    It stays at the lower edge while the questions are on the screen.
    """
    items = _treated(found)
    last = suitability_state.last_told()
    answers = [_answer_to(item, last) if last else item.answer for item in items]
    parts = []
    for answer in ANSWERS:
        mine = [item.treatment.mid_sentence for item, given in zip(items, answers, strict=True) if given == answer]
        if mine and len(items) <= MOST:
            parts.append(say(f"suitability-near-names-{answer}", names=join_list(mine)))
        elif mine:
            parts.append(say(f"suitability-near-{answer}", count=len(mine)))
    text = "; ".join(parts)
    if last == DARK_SKIN:
        text = say("suitability-near-of", condition=say("suitability-skin-label"), list=in_sentence(text))
    elif last:
        text = say("suitability-near-of", condition=_briefly(say(f"condition-{last}")), list=in_sentence(text))
    return (
        f'<p class="nw-near" role="status"><span>{escape(sentence(text))}</span> '
        f'<a class="nw-jump" href="#results" target="_self">{escape(say("suitability-near-link"))}</a></p>'
    )


def _answer_to(item: Advice, condition: str) -> Answer:
    """What one thing told means for an option; where it speaks of nothing, nothing stands in the way."""
    return next((reason.answer for reason in item.reasons if reason.condition == condition), "go_ahead")


def _briefly(condition: str) -> str:
    """A condition without what explains it: that stands where it is ticked."""
    return re.sub(r" \([^)]*\)|,.*", "", condition)


def _treated(found: list[tuple[_Kept, Advice]]) -> list[Advice]:
    """All but doing nothing, of which there is nothing to ask."""
    return [item for _, item in found if item.treatment.family != "nothing"]


def _by_answer(found: list[tuple[_Kept, Advice]]) -> str:
    """Which to leave for now and which to ask about, by name, above the reasons."""
    lines = ""
    for answer in ("not_now", "ask_first"):
        names = [item.treatment for item in _treated(found) if item.answer == answer]
        if names:
            text = join_list([names[0].name, *(treatment.mid_sentence for treatment in names[1:])])
            lines += f"<p><strong>{escape(say(f'suitability-{answer}'))}:</strong> {escape(text)}.</p>"
    return f'<div class="nw-by-answer">{lines}</div>' if lines else ""


def _results(found: list[tuple[_Kept, Advice]], sheet: SourceCards) -> str:
    blocks = []
    for answer in ANSWERS:
        cards = "".join(_card(kept, item, sheet) for kept, item in found if item.answer == answer)
        if not cards:
            continue
        title = say("suitability-unknown-title" if answer == "unknown" else f"suitability-{answer}")
        blocks.append(
            f'<section class="nw-answers nw-a-{answer}"><h3><span class="nw-sign" aria-hidden="true"></span>{escape(title)}</h3>'
            f'<p class="nw-small">{escape(say(f"suitability-{answer}-lead"))}</p><div class="nw-advices">{cards}</div></section>'
        )
    return "".join(blocks)


def _card(kept: _Kept, item: Advice, sheet: SourceCards) -> str:
    if item.treatment.family == "nothing":
        body = f"<p>{escape(say('suitability-nothing'))}</p>"
    elif item.reasons:
        lines = (
            sheet.add(kept.lines[reason]) if reason in kept.lines else _line(reason, sheet) for reason in item.reasons
        )
        body = f"<ul>{''.join(lines)}</ul>"
    else:
        body = f"<p>{escape(say('suitability-clean'))}</p>"
    return (
        f'<article data-option="{escape(item.treatment.treatment_id)}" data-answer="{item.answer}">'
        f"{kept.head}{body}{sheet.add(kept.always)}</article>"
    )


def _line(reason: Reason, sheet: SourceCards, *, answered: bool = True) -> str:
    """One reason: what was told, what a source says about it, and how strong that source is."""
    text = say("suitability-part", part=reason.part, text=reason.text) if reason.part else reason.text
    if reason.otherwise:
        text = f"{sentence(text)} {say('suitability-otherwise', text=sentence(reason.otherwise))}"
    about = f"<strong>{escape(say(f'condition-{reason.condition}'))}.</strong> " if reason.condition else ""
    answer = ""
    if answered and reason.answer in ("not_now", "ask_first"):
        answer = f"<em>{escape(say(f'suitability-{reason.answer}'))}.</em> "
    mark = sheet.button(say("sources-mark"), reason.refs, "stated", css="nw-src") if reason.refs else ""
    weak = f' <span class="nw-small">{escape(say("suitability-weak"))}</span>' if reason.weak else ""
    return f"<li>{about}{answer}{escape(sentence(text))} {mark}{weak}</li>"


@shared(size=_MARKS_KEPT)
def _marks(concern_id: str, option_ids: tuple[str, ...]) -> Mapping[int | None, Fragment]:
    """Dark and pale marks for options of a concern of the skin, for every skin type; None: not told."""
    evidence = load()
    found = {}
    for skin_type in (None, *range(1, 7)):
        sheet = SourceCards(evidence, "q")
        found[skin_type] = sheet.fragment(Markup(_marks_of(evidence, concern_id, option_ids, skin_type, sheet)))
    return found


def _marks_of(
    evidence: Evidence, concern_id: str, option_ids: tuple[str, ...], skin_type: int | None, sheet: SourceCards
) -> str:
    """A table of marks in people of one skin type where a study had them."""
    rows, harms = [], tone_harms(evidence)
    for name in option_ids:
        treatment = evidence.treatments[name]
        if treatment.family == "nothing":
            continue
        found = {item.rate.harm: item for item in skin_rates(evidence, name, concern_id, skin_type)}
        cells = [f"{chip(treatment.family)}{escape(treatment.name)}"]
        for harm in harms:
            item = found.get(harm)
            if item is None:
                cells.append(f'<span class="nw-unknown">{escape(say("suitability-harms-none"))}</span>')
            else:
                figure = sheet.button(rate_text(item.rate), item.rate.refs, "rates")
                cells.append(
                    f'{figure}<span class="nw-note nw-fits-{item.fits}">{escape(sentence(skin_note(item)))}</span>'
                )
        rows.append(cells)
    head = (say("column-option"), *(say(f"harm-{harm}") for harm in harms))
    return (
        f'<h2 class="nw-h2">{escape(say("suitability-harms-title"))}</h2><p class="nw-lead">{escape(say("suitability-harms-lead"))}</p>'
        f"{cards_table(head, rows, caption=say('suitability-harms-title'))}"
    )
