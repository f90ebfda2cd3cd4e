"""One line of the options table: the same parts for every option, doing nothing included."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from needlewise.decision.shared.figure import Figure, unknown_figure
from needlewise.decision.shared.phrases import basis_note, days_text, span_days
from needlewise.decision.shared.rates import main_harm, rate_text, seen_elsewhere
from needlewise.evidence.model.rows import Concern, Treatment
from needlewise.evidence.model.store import Evidence
from needlewise.evidence.model.vocabulary import Role
from needlewise.evidence.rules.certainty import Rating
from needlewise.evidence.rules.course import Course, appointment, course
from needlewise.evidence.rules.headline import (
    Headline,
    head_to_head,
    headline_against_control,
)
from needlewise.evidence.rules.ranges import Range
from needlewise.evidence.rules.rates import Rate, rates
from needlewise.evidence.rules.recovery import Downtime, downtime, milestone, visible
from needlewise.evidence.sentences.beside import beside, turn
from needlewise.evidence.sentences.statements import Statement, pronoun, statement
from needlewise.words import number, round_half_up, say, span


@dataclass(frozen=True)
class OptionRow:
    """One line of the options table. Every option has the same parts, doing nothing included.

    `turn` says that not all findings about it point the same way; empty where they do.
    """

    treatment: Treatment
    role: Role
    effect: Figure
    effect_figures: str
    turn: str
    also: tuple[Statement, ...]
    rating: Rating | None
    blank: Literal["", "not_studied", "no_clear", "worse"]
    visits: Figure
    days: Figure
    course_days: Figure
    discomfort: Figure
    harm: Figure
    course: Course | None
    downtime: Downtime | None
    whole: Range | None


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


def downtime_notes(evidence: Evidence, treatment_id: str, found: Downtime) -> list[str]:
    """What was counted, what it rests on, and for skin how long it shows."""
    parts = [basis_note(found.days)]
    shown = visible(evidence, treatment_id) if found.counted == "back_to_work" else None
    if shown is not None:
        parts.insert(0, say("figure-shows", days=span_days(shown), usual=0 if round_half_up(shown.typical) == 0 else 1))
    elif found.counted == "visible":
        parts.insert(0, say("figure-counted-visible"))
    return [part for part in parts if part]


def _days(evidence: Evidence, concern: Concern, treatment_id: str, found: Downtime | None) -> Figure:
    if found is None:
        return unknown_figure()
    notes = downtime_notes(evidence, treatment_id, found)
    return Figure(
        span_days(found.days), " · ".join(notes), _recovery_refs(evidence, concern, treatment_id, found), "downtime"
    )


def _recovery_refs(evidence: Evidence, concern: Concern, treatment_id: str, found: Downtime) -> tuple[str, ...]:
    """The rows behind an option's recovery figures.

    Normal life or soreness, how long it shows, and the other milestone.
    """
    parts = (
        found.days,
        days_it_shows(evidence, concern, treatment_id),
        second_milestone(evidence, concern, treatment_id),
    )
    return tuple(dict.fromkeys(ref for part in parts if part is not None for ref in part.refs))


def course_days_figure(found: Range | None) -> Figure:
    """Days over a whole course."""
    if found is None:
        return unknown_figure()
    spread = (
        ""
        if found.low == found.high
        else say("figure-range-days", low=number(round_half_up(found.low)), high=number(round_half_up(found.high)))
    )
    # Said in full beside the days of one visit.
    weak = say("basis-clinics-short") if found.basis == "clinics" else ""
    first = say("basis-first-visits") if found.once else ""
    note = " · ".join(part for part in (spread, first, weak) if part)
    return Figure(days_text(found.typical, found.typical), note, tuple(dict.fromkeys(found.refs)), "course")


def whole_course(found: Course | None, time_out: Downtime | None) -> Range | None:
    """Days of downtime over a whole course: visits x days after each, end by end; first visits only: once."""
    if found is None or found.visits is None or time_out is None:
        return None
    return found.visits.times(time_out.days)


def _discomfort(evidence: Evidence, treatment_id: str) -> Figure:
    row = appointment(evidence, treatment_id)
    if row is None:
        return Figure(say("cell-no-score"), known=False, rule="discomfort")
    scores = [value for value in (row.pain_0_10_low, row.pain_0_10_typical, row.pain_0_10_high) if value is not None]
    note = row.anaesthesia if row.anaesthesia not in ("", "none", "not found") else ""
    refs = (f"appointment:{treatment_id}",)
    if row.pain_0_10_typical is None and len(scores) < 2:
        return Figure(say("cell-no-score"), note, refs, "discomfort", known=False)
    typical = row.pain_0_10_typical
    score = number(typical) if typical is not None else span(scores[0], scores[-1])
    return Figure(say("cell-score", score=score), note, refs, "discomfort")


def _main_harm(evidence: Evidence, group: str, found: tuple[Rate, ...]) -> Figure:
    chosen = main_harm(evidence, group, found)
    if chosen is None:
        return Figure(say("cell-no-rate"), known=False, rule="rates")
    harm = "" if group == "skin" else say(f"harm-{chosen.harm}")
    note = "; ".join(part for part in (harm, seen_elsewhere(evidence, chosen)) if part)
    return Figure(rate_text(chosen), note, chosen.refs, "rates")


def _effect_cell(
    evidence: Evidence, concern: Concern, treatment_id: str, role: str
) -> tuple[Figure, str, Rating | None, Literal["", "not_studied", "no_clear", "worse"]]:
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
        blank: Literal["", "no_clear", "worse"] = (
            "no_clear"
            if said.direction in ("no_clear", "same", "untested")
            # Very weak evidence says "we are not sure whether"; a label may not be surer than its sentence.
            else "worse"
            if said.direction == "worse" and said.rating.level not in ("very_low", "not_rated")
            else ""
        )
        text = " ".join(part for part in (lead, said.text, _turn(evidence, concern, treatment_id)) if part)
        return Figure(text, "", said.refs, "headline"), said.figures, said.rating, blank
    rows = [
        effect
        for effect in evidence.of(concern.concern_id).effects_of(treatment_id)
        if evidence.outcomes[effect.outcome].role == "benefit" and not effect.is_set_aside
    ]
    indirect = [effect for effect in rows if effect.kind in ("controlled", "arm_means")]
    before = [effect for effect in rows if effect.kind == "before_after"]
    if indirect:
        refs = tuple(f"effects:{effect.effect_id}" for effect in indirect)
        return Figure(say("cell-only-other"), "", refs, "headline", known=False), "", None, "not_studied"
    if before:
        refs = tuple(f"effects:{effect.effect_id}" for effect in before)
        rating = Rating("very_low", "ours", ("no_control",))
        return Figure(say("cell-only-before-after"), "", refs, "headline", known=False), "", rating, "not_studied"
    return Figure(say("cell-no-study"), known=False, rule="headline"), "", None, "not_studied"


def _turn(evidence: Evidence, concern: Concern, treatment_id: str) -> str:
    return turn(evidence, concern.concern_id, treatment_id)


def _also(evidence: Evidence, concern: Concern, treatment_id: str) -> tuple[Statement, ...]:
    """What must be told beside the headline, in the order of `second_voice`."""
    return tuple(voice.said for voice in beside(evidence, concern.concern_id, treatment_id))


def best_head_to_head(evidence: Evidence, concern: Concern, treatment_id: str) -> Headline | None:
    """Against needling first; else against the other option of the page with the most people in the finding."""
    if treatment_id != concern.needling_id:
        line = head_to_head(evidence, concern.concern_id, treatment_id, concern.needling_id)
        if line is not None:
            return line
    others = [
        option.treatment_id for option in evidence.options(concern.concern_id) if option.treatment_id != treatment_id
    ]
    lines = [found for other in others if (found := head_to_head(evidence, concern.concern_id, treatment_id, other))]
    return max(lines, key=lambda line: (line.effect.people or 0, line.effect.effect_id), default=None)


def option_row(evidence: Evidence, concern: Concern, treatment_id: str, role: Role) -> OptionRow:
    """One option's line."""
    treatment = evidence.treatments[treatment_id]
    effect, in_figures, rating, blank = _effect_cell(evidence, concern, treatment_id, role)
    if role == "nothing":
        zero = Figure("0", rule="stated")
        none = Figure(say("cell-none"), rule="stated")
        return OptionRow(
            treatment, role, effect, in_figures, "", (), rating, blank, zero, zero, zero, none, none, None, None, None
        )
    usual = course(evidence, concern.concern_id, treatment_id)
    time_out = downtime(evidence, treatment_id, concern.group)
    whole = whole_course(usual, time_out)
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
        _days(evidence, concern, treatment_id, time_out),
        course_days_figure(whole),
        _discomfort(evidence, treatment_id),
        _main_harm(evidence, concern.group, rates(evidence, treatment_id, concern.concern_id)),
        usual,
        time_out,
        whole,
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


def days_it_shows(evidence: Evidence, concern: Concern, treatment_id: str) -> Range | None:
    """Days it shows (skin) or is sore (pain) after one visit."""
    if concern.group == "skin":
        return visible(evidence, treatment_id)
    return milestone(evidence, treatment_id, "soreness_gone")


def second_milestone(evidence: Evidence, concern: Concern, treatment_id: str) -> Range | None:
    """Days to make-up (skin) or exercise (pain) after one visit."""
    return milestone(evidence, treatment_id, "makeup_ok" if concern.group == "skin" else "exercise_ok")
