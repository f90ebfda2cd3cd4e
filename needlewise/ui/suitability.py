"""Draws Right for me?: signs that need a doctor, skin tone, the checklist, and what that means for each option.

Nothing drawn from answers is kept in a cache that visitors share: the page is small enough to be drawn anew.
"""

from __future__ import annotations

from html import escape
from pathlib import Path

import streamlit as st

from needlewise.decision.compare import skin_note
from needlewise.decision.explore import rate_text
from needlewise.decision.suitability import (
    ANSWERS,
    Advice,
    Answers,
    Reason,
    advise,
    questions,
    skin_rates,
)
from needlewise.evidence.load import Evidence, load
from needlewise.evidence.rows import Concern
from needlewise.ui import choices
from needlewise.ui.markup import Sheet, chip, table
from needlewise.words import listed, say, sentence

_CSS = Path(__file__).with_name("suitability.css")
_CONCERNS = 18
_URGENCY = ("emergency", "today", "doctor_first")
_MARKS = ("dark_marks", "light_marks")


def draw(concern_id: str) -> None:
    """Draw the page: first the signs, then the questions, then the answers."""
    st.html(_CSS)
    evidence = load()
    concern = evidence.concerns[concern_id]
    _opening(concern_id)
    if concern.group == "skin":
        st.html(
            f'<h2 class="nw-h2">{escape(say("suitability-skin-title"))}</h2><p class="nw-lead">{escape(say("suitability-skin-lead"))}</p>'
        )
        choices.pick_skin(
            {
                **{tone: say(f"suitability-skin-{tone}") for tone in range(1, 7)},
                choices.NOT_SURE: say("suitability-skin-0"),
            }
        )
    st.html(f'<h2 class="nw-h2">{escape(say("suitability-list-title"))}</h2>')
    for group, conditions in questions(evidence, _options_of_group(evidence, concern.group)).items():
        choices.pick_conditions(group, {name: say(f"condition-{name}") for name in conditions}, part=concern.group)
    told = choices.answers()
    st.button(say("suitability-clear"), on_click=choices.forget_answers, key="suitability_clear")
    st.html(f'<h2 class="nw-h2" id="results">{escape(say("suitability-results-title"))}</h2>{_told(told, concern)}')
    scope = choices.pick_scope(
        {"concern": say("suitability-scope-concern", noun=concern.noun), "all": say("suitability-scope-all")}
    )
    names = _options_of_concern(evidence, concern_id) if scope == "concern" else _options_of_group(evidence, "")
    sheet = Sheet(evidence, "q")
    found = [advise(evidence, name, told, skin=concern.group == "skin") for name in names]
    st.html(
        _results(found, sheet)
        + (_marks(evidence, concern, told, sheet) if concern.group == "skin" else "")
        + sheet.render()
    )


def _options_of_concern(evidence: Evidence, concern_id: str) -> tuple[str, ...]:
    return tuple(option.treatment_id for option in evidence.options(concern_id))


def _options_of_group(evidence: Evidence, group: str) -> tuple[str, ...]:
    """All options of the concerns of a group, or of all concerns; doing nothing last."""
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
    sheet = Sheet(evidence, "f")
    flags = sorted(
        (flag for flag in evidence.red_flags.values() if flag.concern_id == concern_id),
        key=lambda flag: _URGENCY.index(flag.action),
    )
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


def _told(told: Answers, concern: Concern) -> str:
    names = [say(f"condition-{name}") for name in told.conditions]
    if concern.group == "skin" and told.skin_type is not None:
        names.insert(0, say("suitability-told-skin", types=say(f"suitability-skin-{told.skin_type}").split(" ")[0]))
    if concern.group == "skin" and told.unsure:
        names.insert(0, say("suitability-told-unsure"))
    text = say("suitability-ticked", names=listed(names)) if names else say("suitability-ticked-none")
    return f'<p class="nw-lead" role="status">{escape(text)}</p>'


def _results(found: list[Advice], sheet: Sheet) -> str:
    blocks = []
    for answer in ANSWERS:
        mine = [item for item in found if item.answer == answer]
        if not mine:
            continue
        title = say("suitability-unknown-title" if answer == "unknown" else f"suitability-{answer}")
        cards = "".join(_card(item, sheet) for item in mine)
        blocks.append(
            f'<section class="nw-answers nw-a-{answer}"><h3><span class="nw-sign" aria-hidden="true"></span>{escape(title)}</h3>'
            f'<p class="nw-small">{escape(say(f"suitability-{answer}-lead"))}</p><div class="nw-advices">{cards}</div></section>'
        )
    return "".join(blocks)


def _card(item: Advice, sheet: Sheet) -> str:
    if item.treatment.family == "nothing":
        body = f"<p>{escape(say('suitability-nothing'))}</p>"
    elif item.reasons:
        body = f"<ul>{''.join(_line(reason, sheet) for reason in item.reasons)}</ul>"
    else:
        body = f"<p>{escape(say('suitability-clean'))}</p>"
    always = ""
    if item.everyone:
        lines = "".join(_line(reason, sheet, answered=False) for reason in item.everyone)
        always = f"<details><summary>{escape(say('suitability-everyone'))}</summary><ul>{lines}</ul></details>"
    return (
        f'<article data-option="{escape(item.treatment.treatment_id)}" data-answer="{item.answer}">'
        f"<h4>{chip(item.treatment.family)}{escape(item.treatment.name)}</h4>{body}{always}</article>"
    )


def _line(reason: Reason, sheet: Sheet, *, answered: bool = True) -> str:
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


def _marks(evidence: Evidence, concern: Concern, told: Answers, sheet: Sheet) -> str:
    """Dark and pale marks for the options of this concern, in people of the skin type told where a study had them."""
    rows = []
    for name in _options_of_concern(evidence, concern.concern_id):
        treatment = evidence.treatments[name]
        if treatment.family == "nothing":
            continue
        found = {item.rate.harm: item for item in skin_rates(evidence, name, concern.concern_id, told.skin_type)}
        cells = [f"{chip(treatment.family)}{escape(treatment.name)}"]
        for harm in _MARKS:
            item = found.get(harm)
            if item is None:
                cells.append(f'<span class="nw-unknown">{escape(say("suitability-harms-none"))}</span>')
            else:
                figure = sheet.button(rate_text(item.rate), item.rate.refs, "rates")
                cells.append(
                    f'{figure}<span class="nw-note nw-fits-{item.fits}">{escape(sentence(skin_note(item)))}</span>'
                )
        rows.append(cells)
    head = (say("column-option"), *(say(f"harm-{harm}") for harm in _MARKS))
    return (
        f'<h2 class="nw-h2">{escape(say("suitability-harms-title"))}</h2><p class="nw-lead">{escape(say("suitability-harms-lead"))}</p>'
        f"{table(head, rows, caption=say('suitability-harms-title'))}"
    )
