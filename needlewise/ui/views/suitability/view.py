"""Draws Right for me?: signs that need a doctor, skin tone, the checklist, and what that means for each option.

All that an answer changes is one fragment, so an answer does not draw the frame of the page again. Nothing drawn from
answers is kept in a cache that visitors share. What is kept is all that could be said of an option or a concern,
whoever
asks: every condition and every skin type at once, so that it tells of no answer.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import streamlit as st
from markupsafe import Markup
from streamlit.delta_generator import DeltaGenerator

from needlewise.caching import shared
from needlewise.decision.compare.questions import skin_note
from needlewise.decision.shared.rates import rate_figure
from needlewise.decision.shared.skin_tone import (
    least_dark,
    least_dark_figure,
    least_dark_short,
    prevention_figures,
    set_against,
)
from needlewise.decision.suitability import (
    ANSWERS,
    Advice,
    Cautions,
    Reason,
    SkinRate,
    advise_from,
    cautions,
    combined,
    questions,
    skin_rates,
)
from needlewise.decision.suitability_words import age_names, by_answer, in_brief, told_words, wait_words
from needlewise.decision.told import Answers, ages, choices
from needlewise.evidence.model.rows import Concern
from needlewise.evidence.model.store import Evidence
from needlewise.evidence.model.vocabulary import DARK_MARKS, DARK_SKIN
from needlewise.evidence.reading.load import load
from needlewise.evidence.rules.rates import tone_harms
from needlewise.evidence.sentences.harm_statements import contrasts
from needlewise.ui.components.page_link import page_link, page_links
from needlewise.ui.components.source_cards import SourceCards
from needlewise.ui.components.tables import cards_table
from needlewise.ui.page_registry import SKIN_TONE
from needlewise.ui.state import options as options_state
from needlewise.ui.state import second as second_state
from needlewise.ui.state import suitability as suitability_state
from needlewise.ui.state import visitor
from needlewise.ui.templates import macro
from needlewise.words import say
from needlewise.words.dates import FALLBACK

_CSS = Path(__file__).with_name("style.css")
_TEMPLATE = "views/suitability/page.html"
# One for each concern, and one for none picked.
_CONCERNS = 19
# Tables of marks: one a concern, and those of the options most often compared.
_MARKS_KEPT = 64


def draw(concern_id: str | None) -> None:
    """Draw the page: first the signs, then the questions and the answers.

    While no concern is picked all is asked and every option is answered: a list made shorter by a concern that nobody
    picked would read as an all-clear.
    """
    st.html(_CSS)
    other = None if concern_id is None else second_state.second(load())
    held = tuple(name for name in (concern_id, other) if name is not None)
    _opening(held)
    _asked(held)


def opening(concern_id: str, today: date) -> Markup:
    """The title and what holds for everyone, for a person who has told nothing: served before any script has run."""
    evidence, told = load(), Answers()
    concern = evidence.concerns.get(concern_id)
    is_skin = concern is not None and concern.group == "skin"
    names = _options_of_group("") if concern is None else _options_of_concern(evidence, concern_id)
    advice = [advise_from(_kept(name).cautions, told, skin=is_skin, concern=concern, today=today) for name in names]
    cards = SourceCards(evidence)
    marks = [("", _marks(concern_id, names)[None])] if is_skin else []
    head = macro(_TEMPLATE, "results_head", told_words(told, skin=concern is None or is_skin, locale=FALLBACK))
    return _title((concern_id,) if concern_id else ()) + head + _results(advice, "", marks, cards)


def stylesheet() -> str:
    """The styles of what stands here."""
    return _CSS.read_text(encoding="utf-8")


@st.fragment
def _asked(concern_ids: tuple[str, ...]) -> None:
    """The questions, and the answers they change; for two concerns held, once for both."""
    evidence = load()
    concerns = tuple(evidence.concerns[name] for name in concern_ids)
    heads = _heads()
    mine = options_state.options_compared(evidence, concern_ids[0]) if len(concerns) == 1 else ()
    scopes = _scopes(concerns, heads, with_mine=bool(mine))
    scope = suitability_state.scope_picked(scopes)
    # Whatever is answered below was asked about above: with all options shown, all questions are.
    every = scope == "all"
    groups = {concern.group for concern in concerns}
    asks_skin = every or "skin" in groups
    shown = {
        concern.concern_id: mine if scope == "mine" else _options_of_concern(evidence, concern.concern_id)
        for concern in concerns
    }
    skins = [concern.concern_id for concern in concerns if concern.group == "skin"]
    if asks_skin:
        st.html(heads.skin_elsewhere if suitability_state.skin_told_elsewhere() else heads.skin)
        suitability_state.pick_skin(heads.tones)
        tone = suitability_state.answers().skin_type
        if tone is not None and not every:
            # What the tone was told for, before any other question.
            st.html(Markup().join(macro(_TEMPLATE, "least", *_least(name, shown[name])[tone]) for name in skins))
    last = suitability_state.last_told()
    part = "all" if every or len(groups) > 1 else concerns[0].group
    below = st.container() if last == DARK_SKIN and asks_skin else None
    below = _ticked(_checklist("", "") if every else _checklist_of(concern_ids), part, last) or below
    told = suitability_state.answers()
    if below is None and told != Answers():
        below = st.container()
    st.html(heads.missing)
    st.button(say("suitability-clear"), on_click=suitability_state.forget_answers, key="suitability_clear")
    advice = _advised(concerns, shown, told, visitor.today(), every=every)
    if below is not None and told != Answers():
        below.html(macro(_TEMPLATE, "near", in_brief(advice, last)))
    st.html(macro(_TEMPLATE, "results_head", told_words(told, skin=asks_skin, locale=visitor.locale())))
    if len(scopes) > 1:
        suitability_state.pick_scope(scopes)
    ways_on: Markup | str = ""
    if scope == "mine":
        ways_on = page_links(page_link(page, concerns[0], mine) for page in ("compare", "priorities"))
    nouns = {concern.concern_id: concern.noun if len(concerns) > 1 else "" for concern in concerns}
    marks = [(nouns[name], _marks(name, shown[name])[told.skin_type]) for name in skins]
    st.html(_results(advice, ways_on, marks, SourceCards(evidence)))


def _scopes(concerns: tuple[Concern, ...], heads: _Heads, *, with_mine: bool) -> dict[str, str]:
    """Which options are answered: those compared, those of the concern or of both, or all; the first at first."""
    scopes = {"all": heads.all}
    if len(concerns) == 1:
        scopes = {"concern": say("suitability-scope-concern", noun=concerns[0].noun)} | scopes
    elif concerns:
        scopes = {"both": say("suitability-scope-both")} | scopes
    return {"mine": heads.mine} | scopes if with_mine else scopes


def _advised(
    concerns: tuple[Concern, ...], shown: Mapping[str, tuple[str, ...]], told: Answers, today: date, *, every: bool
) -> list[Advice]:
    """The answer for each option; one that stands in both concerns is answered once, by the more careful."""
    names = _options_of_group("") if every else tuple(dict.fromkeys(name for mine in shown.values() for name in mine))
    evidence, of_skin = load(), _options_of_group("skin")
    if len(shown) > 1:
        names = tuple(sorted(names, key=lambda name: evidence.treatments[name].family == "nothing"))
    found = []
    for name in names:
        homes = [concern for concern in concerns if name in shown[concern.concern_id]] or [*concerns[:1], None][:1]
        found.append(
            combined(
                [
                    advise_from(
                        _kept(name).cautions,
                        told,
                        skin=name in of_skin if every else home is not None and home.group == "skin",
                        concern=home,
                        today=today,
                    )
                    for home in homes
                ]
            )
        )
    return found


def _ticked(groups: Mapping[str, Mapping[str, str]], part: str, last: str) -> DeltaGenerator | None:
    """The checklist and the age; returns the place below what was told last, where its answer hides nothing."""
    heads, below = _heads(), None
    evidence, today = load(), visitor.today()
    st.html(heads.checklist)
    for group, conditions in groups.items():
        suitability_state.pick_conditions(group, dict(conditions), part=part)
        for name in suitability_state.conditions_ticked():
            if name in conditions and (offered := choices(evidence.situations.values(), name)):
                suitability_state.pick_detail(name, offered, today)
        if last in conditions:
            below = st.container()
    st.html(heads.age)
    suitability_state.pick_age(heads.ages)
    return below


@dataclass(frozen=True)
class _Heads:
    """What the page says whatever the concern and the answers.

    `skin_elsewhere` is for a skin tone told on another page: on a phone its list may then stay folded.
    """

    skin: Markup
    skin_elsewhere: Markup
    tones: dict[int, str]
    checklist: Markup
    age: Markup
    ages: dict[int, str]
    missing: Markup
    mine: str
    all: str


@functools.cache
def _heads() -> _Heads:
    tones = {tone: say(f"suitability-skin-{tone}") for tone in (*range(1, 7), suitability_state.NOT_SURE)}
    return _Heads(
        macro(_TEMPLATE, "skin_head", SKIN_TONE, False),
        macro(_TEMPLATE, "skin_head", SKIN_TONE, True),
        tones,
        macro(_TEMPLATE, "checklist_head"),
        macro(_TEMPLATE, "age_head"),
        age_names(ages(load())),
        macro(_TEMPLATE, "missing"),
        say("suitability-scope-mine"),
        say("suitability-scope-all"),
    )


@functools.cache
def _checklist(group: str, concern_id: str) -> dict[str, dict[str, str]]:
    """The conditions asked about for the concerns of a group, in their everyday groups, with their names.

    For a concern, only what can matter there, unless every option is shown.
    """
    concern = load().concerns[concern_id] if group else None
    found = questions(load(), _options_of_group(group), concern)
    return {part: {name: say(f"condition-{name}") for name in names} for part, names in found.items()}


@functools.cache
def _checklist_of(concern_ids: tuple[str, ...]) -> dict[str, dict[str, str]]:
    """The conditions asked about for some concerns: each that matters for one of them, once, in the usual order."""
    evidence = load()
    wanted = [_checklist(evidence.concerns[name].group, name) for name in concern_ids]
    if len(wanted) == 1:
        return wanted[0]
    found = {}
    for part, names in _checklist("", "").items():
        asked = {name for one in wanted for name in one.get(part, {})}
        if asked:
            found[part] = {name: text for name, text in names.items() if name in asked}
    return found


@dataclass(frozen=True)
class _Kept:
    """One option with all its cautions, and each of them as it would be drawn.

    `lines` holds one for every reason that can speak; `head` is the option's name, `always` what holds for everyone.
    """

    cautions: Cautions
    head: Markup
    lines: Mapping[Reason, Markup]
    always: Markup


@shared(size=lambda: len(load().treatments))
def _kept(treatment_id: str) -> _Kept:
    known = cautions(load(), treatment_id)
    lines = {}
    for reason in (*known.reasons.values(), known.untold):
        cards = SourceCards(load())
        # Without a date in it, so that it is the same in every language.
        lines[reason] = macro(_TEMPLATE, "reason", reason, True, cards, wait_words(reason, here=True))
    cards = SourceCards(load())
    always = macro(_TEMPLATE, "for_everyone", known.everyone, cards)
    return _Kept(known, macro(_TEMPLATE, "option_head", known.treatment), lines, always)


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
def _opening(concern_ids: tuple[str, ...]) -> None:
    """Title and the signs that need a doctor; the same for everyone, so it may be kept."""
    st.html(_title(concern_ids))


def _title(concern_ids: tuple[str, ...]) -> Markup:
    evidence = load()
    found = {flag.sign: flag for name in concern_ids for flag in evidence.of(name).red_flags}.values()
    flags = sorted(found, key=lambda flag: flag.urgency)
    return macro(_TEMPLATE, "opening", flags, SourceCards(evidence))


def _results(
    advice: Sequence[Advice], ways_on: Markup | str, marks: Sequence[tuple[str, Markup]], cards: SourceCards
) -> Markup:
    """Every option under its answer, the most careful answers first."""
    advised = {
        answer: [_drawn(item, cards) for item in advice if item.answer == answer]
        for answer in ANSWERS
        if any(item.answer == answer for item in advice)
    }
    table = Markup().join(macro(_TEMPLATE, "marks_head", place, noun) + one for place, (noun, one) in enumerate(marks))
    return macro(_TEMPLATE, "results", by_answer(advice), advised, ways_on, table, cards)


def _drawn(item: Advice, cards: SourceCards) -> tuple[Advice, Markup, list[Markup], Markup]:
    """One option with its head, its reasons and what holds for everyone, as they are drawn."""
    kept = _kept(item.treatment.treatment_id)
    lines = [kept.lines[reason] if reason in kept.lines else _line(reason, cards) for reason in item.reasons]
    always = kept.always
    if item.everyone != kept.cautions.everyone:
        always = macro(_TEMPLATE, "for_everyone", item.everyone, cards)
    return item, kept.head, lines, always


def _line(reason: Reason, cards: SourceCards) -> Markup:
    return macro(_TEMPLATE, "reason", reason, True, cards, wait_words(reason, visitor.locale(), here=True))


@shared(size=_MARKS_KEPT)
def _marks(concern_id: str, option_ids: tuple[str, ...]) -> Mapping[int | None, Markup]:
    """Dark and pale marks for options of a concern of the skin, for every skin type; None: not told."""
    evidence = load()
    drawn = {}
    for skin_type in (None, *range(1, 7)):
        cards = SourceCards(evidence)
        drawn[skin_type] = _marks_of(evidence, concern_id, option_ids, skin_type, cards)
    return drawn


@shared(size=_MARKS_KEPT)
def _least(concern_id: str, option_ids: tuple[str, ...]) -> Mapping[int, tuple[str, tuple[str, ...]]]:
    """Which of the options darkened least, in short, and what was set against what, for every skin type."""
    evidence = load()
    answers = {skin_type: least_dark(evidence, concern_id, option_ids, skin_type) for skin_type in range(1, 7)}
    return {skin_type: (least_dark_short(evidence, one), set_against(one)) for skin_type, one in answers.items()}


def _marks_of(
    evidence: Evidence, concern_id: str, option_ids: tuple[str, ...], skin_type: int | None, cards: SourceCards
) -> Markup:
    """A table of marks in people of one skin type where a study had them."""
    treated = [evidence.treatments[name] for name in option_ids if evidence.treatments[name].family != "nothing"]
    found_rates = {row: skin_rates(evidence, row.treatment_id, concern_id, skin_type) for row in treated}
    # A mark that nobody counted for any of them would be a column of blanks.
    counted = {item.rate.harm for rates in found_rates.values() for item in rates}
    harms = [harm for harm in tone_harms(evidence) if harm in counted or harm == DARK_MARKS]
    rows = []
    for treatment, rates in found_rates.items():
        told = [tuple(item for item in rates if item.rate.harm == harm) for harm in harms]
        rows.append([macro(_TEMPLATE, "option_name", treatment), *(_rates(evidence, items, cards) for items in told)])
    head = (say("column-option"), *(say(f"harm-{harm}") for harm in harms))
    table = cards_table(head, rows, caption=say("suitability-harms-title"))
    found = [one for one in contrasts(evidence, concern_id, option_ids) if one.outcome == DARK_MARKS]
    answers = list(prevention_figures(evidence, concern_id, option_ids))
    if skin_type is not None:
        answers.insert(0, least_dark_figure(evidence, least_dark(evidence, concern_id, option_ids, skin_type)))
    return macro(_TEMPLATE, "marks", table, answers, found, cards)


def _rates(evidence: Evidence, items: Sequence[SkinRate], cards: SourceCards) -> Markup:
    """The rates of one harm: of people, then of visits."""
    if not items:
        return macro(_TEMPLATE, "no_rate")
    return Markup().join(
        macro(_TEMPLATE, "rate", rate_figure(evidence, item.rate, skin_note(item)), item.fits, cards) for item in items
    )
