"""One line of the options table: the same parts for every option, doing nothing included."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from needlewise.decision.shared.discomfort import discomfort_figure
from needlewise.decision.shared.figure import Figure, unknown_figure
from needlewise.decision.shared.phrases import days_text
from needlewise.decision.shared.rates import asked_words, main_harm, qualifier, rate_figure, seen_elsewhere
from needlewise.decision.shared.recovery import RecoveryLine, named, recovery_lines, share_words
from needlewise.evidence.model.rows import Concern, Effect, Treatment
from needlewise.evidence.model.store import Evidence
from needlewise.evidence.model.vocabulary import Role
from needlewise.evidence.rules.bases import Base, base
from needlewise.evidence.rules.certainty import Rating
from needlewise.evidence.rules.course import Course, course
from needlewise.evidence.rules.headline import best_head_to_head, headline_against_control
from needlewise.evidence.rules.ranges import Range
from needlewise.evidence.rules.rates import Rate, rates
from needlewise.evidence.rules.recovery import Downtime, downtime, over_course
from needlewise.evidence.sentences.beside import beside, depends, turn
from needlewise.evidence.sentences.statements import Statement, pronoun, statement
from needlewise.evidence.sentences.steps import course_days_words
from needlewise.words import join_list, number, round_half_up, say

# Why a finding is no answer: not studied; or studied, with no clear difference, little or no difference, sides
# that were never tested against each other, or a worse outcome. Empty for an answer.
# `depends`: it holds for one part of the people, and another part turns it.
Blank = Literal["", "not_studied", "no_clear", "same", "untested", "worse", "depends"]


@dataclass(frozen=True)
class OptionRow:
    """One line of the options table. Every option has the same parts, doing nothing included.

    `turn` says that not all findings about it point the same way; empty where they do.
    `days` are days off (skin) or days sore (pain) after each visit, `shows` the days it shows (skin), `recovery` all of
    its measures and milestones; empty for doing nothing. `base` is what its finding was held against; empty without.
    """

    treatment: Treatment
    role: Role
    effect: Figure
    effect_figures: str
    turn: str
    also: tuple[Statement, ...]
    rating: Rating | None
    blank: Blank
    visits: Figure
    days: Figure
    shows: Figure
    course_days: Figure
    discomfort: Figure
    harm: Figure
    course: Course | None
    downtime: Downtime | None
    whole: Range | None
    recovery: tuple[RecoveryLine, ...]
    base: Base | Literal[""] = ""


def _visits(found: Course | None) -> Figure:
    if found is None:
        return unknown_figure()
    if found.visits is not None:
        spread = found.visits
        note = (
            ""
            if spread.low == spread.high
            else say("figure-range", low=number(spread.low), high=number(spread.high), basis=spread.basis)
        )
        return Figure(number(spread.typical), note, found.visit_refs, "sessions")
    if found.home_sessions is not None:
        return Figure(say("cell-home"), "", found.home_sessions.refs, "sessions")
    return unknown_figure()


def _days(lines: tuple[RecoveryLine, ...], group: str) -> Figure:
    """Days off each visit (skin) or days sore (pain)."""
    found = named(lines, "off" if group == "skin" else "sore")
    return unknown_figure() if found is None else found.figure


def _shows(lines: tuple[RecoveryLine, ...]) -> Figure:
    """Days it shows after each visit; for concerns of pain nothing shows."""
    found = named(lines, "shows")
    return unknown_figure() if found is None else found.figure


def course_days_figure(found: Range | None, after: Downtime | None, step: str = "") -> Figure:
    """Days off, or sore days of the average person, over a whole course; without a sum the reason why."""
    share = None if after is None else after.share
    sore = after is not None and after.counted == "soreness" and after.days.high > 0
    if found is None:
        return Figure(say("cell-unknown"), say("sore-no-sum") if sore and share is None else "", known=False)
    spread = (
        ""
        if found.low == found.high
        else say("figure-range-days", low=number(round_half_up(found.low)), high=number(round_half_up(found.high)))
    )
    # Said in full beside the days of one visit.
    leaflet = after is not None and after.days.basis == "clinics" and after.days.single
    weak = say("basis-one-clinics-short" if leaflet else "basis-clinics-short") if found.basis == "clinics" else ""
    first = say("basis-first-visits") if found.once else ""
    average = say("sore-average", share=share_words(share)) if sore else ""
    note = " · ".join(part for part in (spread, average, first, weak) if part)
    refs = tuple(dict.fromkeys(found.refs))
    return Figure(days_text(found.typical, found.typical), note, refs, "course", step=step)


def whole_course(found: Course | None, time_out: Downtime | None) -> Range | None:
    """Days over a whole course, as `over_course` sums them; None without visits or without days."""
    if found is None or found.visits is None or time_out is None:
        return None
    return over_course(found.visits, time_out)


def course_step(found: Course | None, time_out: Downtime | None, whole: Range | None) -> str:
    """The step from visits and days after each to days over the course; empty where that is not known."""
    if found is None or found.visits is None or time_out is None or whole is None:
        return ""
    share = None if time_out.counted == "back_to_work" or time_out.share is None else time_out.share.typical
    return course_days_words(found.visits.typical, time_out.days.typical, whole.typical, share, once=whole.once)


def _main_harm(evidence: Evidence, group: str, found: tuple[Rate, ...]) -> Figure:
    chosen = main_harm(evidence, group, found)
    if chosen is None:
        return Figure(say("cell-no-rate"), known=False, rule="rates")
    harm = "" if group == "skin" else say(f"harm-{chosen.harm}")
    return rate_figure(evidence, chosen, harm, qualifier(chosen), seen_elsewhere(evidence, chosen), asked_words(chosen))


def _effect_cell(
    evidence: Evidence, concern: Concern, treatment_id: str, role: str
) -> tuple[Figure, str, Rating | None, Blank]:
    """How well it works, by the rule of PRODUCT.md: against sham or nothing; else against needling.

    Else before-and-after; else not studied.
    """
    if role == "nothing":
        return Figure(concern.nothing, "", concern.nothing_refs, "stated", bool(concern.nothing_refs)), "", None, ""
    line = headline_against_control(evidence, concern.concern_id, treatment_id)
    lead = ""
    if line is None:
        lead = say("cell-not-tested-nothing", group=concern.group)
        line = best_head_to_head(evidence, concern, treatment_id)
    if line is not None:
        said = statement(evidence, line, subject=pronoun(evidence, treatment_id))
        blank: Blank = (
            said.direction
            if said.direction in ("no_clear", "same", "untested")
            # Very weak evidence says "we are not sure whether"; a label may not be surer than its sentence.
            else "worse"
            if said.direction == "worse" and said.rating.level not in ("very_low", "not_rated")
            else ""
        )
        text = " ".join(part for part in (lead, said.text, _turn(evidence, concern, treatment_id)) if part)
        other = depends(evidence, concern.concern_id, treatment_id)
        if other is None:
            return Figure(text, "", said.refs, "headline"), said.figures, said.rating, blank
        refs = tuple(dict.fromkeys((*said.refs, *other.line.refs)))
        return Figure(text, "", refs, "headline"), said.figures, said.rating, "depends"
    rows = [
        effect
        for effect in evidence.of(concern.concern_id).effects_of(treatment_id)
        if evidence.outcomes[effect.outcome].role == "benefit" and not effect.is_set_aside
    ]
    indirect = [effect for effect in rows if effect.kind in ("controlled", "arm_means")]
    before = [effect for effect in rows if effect.kind == "before_after"]
    if indirect:
        refs = tuple(f"effects:{effect.effect_id}" for effect in indirect)
        return Figure(_only_other(evidence, indirect), "", refs, "headline", known=False), "", None, "not_studied"
    if before:
        refs = tuple(f"effects:{effect.effect_id}" for effect in before)
        rating = Rating("very_low", "ours", ("no_control",))
        return Figure(say("cell-only-before-after"), "", refs, "headline", known=False), "", rating, "not_studied"
    return Figure(say("cell-no-study"), known=False, rule="headline"), "", None, "not_studied"


def _only_other(evidence: Evidence, rows: list[Effect]) -> str:
    """Why comparisons that exist cannot speak: in whom, or against what, in the order that matters."""
    mix = [row for row in rows if row.direct and evidence.treatments[row.comparator_id].is_group]
    rival = [row for row in rows if row.direct and row not in mix]
    weak = [row for row in rival if not row.checked or evidence.sources[row.source_id].is_weak]
    kinds = {
        "people": any(not row.direct for row in rows),
        "mix": bool(mix),
        "rival": len(rival) > len(weak),
        "weak": bool(weak),
    }
    told = [say(f"cell-only-{name}") for name, holds in kinds.items() if holds]
    return say("cell-only-other", kinds=join_list(told, word=say("or")))


def _turn(evidence: Evidence, concern: Concern, treatment_id: str) -> str:
    return turn(evidence, concern.concern_id, treatment_id)


def _also(evidence: Evidence, concern: Concern, treatment_id: str) -> tuple[Statement, ...]:
    """What must be told beside the headline, in the order of `second_voice`; not again what the line itself tells."""
    other = depends(evidence, concern.concern_id, treatment_id)
    told = () if other is None else other.line.refs
    return tuple(
        voice.said
        for voice in beside(evidence, concern.concern_id, treatment_id)
        if not told or voice.said.refs[0] != told[0]
    )


def option_row(evidence: Evidence, concern: Concern, treatment_id: str, role: Role) -> OptionRow:
    """One option's line."""
    treatment = evidence.treatments[treatment_id]
    effect, in_figures, rating, blank = _effect_cell(evidence, concern, treatment_id, role)
    if role == "nothing":
        zero = Figure("0", rule="stated")
        none = Figure(say("cell-none"), rule="stated")
        figures = (zero, zero, zero, zero, none, none)
        return OptionRow(treatment, role, effect, in_figures, "", (), rating, blank, *figures, None, None, None, ())
    usual = course(evidence, concern.concern_id, treatment_id)
    time_out = downtime(evidence, treatment_id, concern.group, concern.concern_id)
    whole = whole_course(usual, time_out)
    lines = recovery_lines(evidence, concern, treatment_id)
    spoken = headline_against_control(evidence, concern.concern_id, treatment_id) or best_head_to_head(
        evidence, concern, treatment_id
    )
    return OptionRow(
        treatment,
        role,
        effect,
        in_figures,
        _turn(evidence, concern, treatment_id),
        _also(evidence, concern, treatment_id),
        rating,
        blank,
        _visits(usual),
        _days(lines, concern.group),
        _shows(lines),
        course_days_figure(whole, time_out, course_step(usual, time_out, whole)),
        discomfort_figure(evidence, treatment_id, concern.concern_id),
        _main_harm(evidence, concern.group, rates(evidence, treatment_id, concern.concern_id)),
        usual,
        time_out,
        whole,
        lines,
        "" if spoken is None else base(spoken.effect),
    )


def options_order(row: OptionRow, group: str) -> tuple[float, float, str]:
    """Skin: days off for the whole course, then visits. Pain: visits. Unknown last, then by name."""
    far = float("inf")
    if row.role == "nothing":
        return (0, 0, "")
    visits = far
    if row.course is not None and row.course.visits is not None:
        visits = row.course.visits.typical
    elif row.course is not None and row.course.home_sessions is not None:
        visits = 0
    first = visits if group == "pain" else (row.whole.typical if row.whole is not None else far)
    return (first, visits, row.treatment.name)
