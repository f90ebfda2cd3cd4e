"""Builds what is said of one concern from the evidence. Nothing here draws; every figure carries its rows."""

from __future__ import annotations

from dataclasses import replace

from needlewise.decision.concern.answer import (
    RIVALS_NAMED,
    beside_headline,
    course_sentence,
    rival_sentences,
    rivals_by_people,
)
from needlewise.decision.concern.page import ConcernPage, Verdict
from needlewise.decision.concern.pause import pause
from needlewise.decision.shared.charted import drawable_findings, finding_line, left_out
from needlewise.decision.shared.counted import concern_yardstick, share_pairs
from needlewise.decision.shared.counts import controlled_findings
from needlewise.decision.shared.course import results_figure
from needlewise.decision.shared.figure import Figure
from needlewise.decision.shared.harms import harm_groups
from needlewise.decision.shared.options import (
    OptionRow,
    option_row,
    options_order,
)
from needlewise.decision.shared.phrases import interval_text
from needlewise.decision.shared.recovery import line_text
from needlewise.decision.suitability import Answer, Reason, cautions, checklist, counts_for
from needlewise.evidence.model.rows import Claim, Concern
from needlewise.evidence.model.store import Evidence
from needlewise.evidence.model.vocabulary import DARK_SKIN
from needlewise.evidence.rules.headline import NOTHING, headline_against_control, is_eligible
from needlewise.evidence.rules.recovery import lexicon_word
from needlewise.evidence.sentences.harm_statements import contrasts
from needlewise.evidence.sentences.statements import Statement, statement, treatment_name
from needlewise.words import number, say


def _verdicts(evidence: Evidence, concern_id: str) -> tuple[Verdict, ...]:
    """One verdict per promise that touches the concern, in the brochure's order."""
    found: dict[str, Claim] = {}
    for link in evidence.of(concern_id).benefit_links:
        claim = evidence.claims[link.verdict_id]
        found.setdefault(claim.claim_id, claim)
    return tuple(
        Verdict(benefit.name, benefit.promise, found[benefit.claim_id])
        for benefit in evidence.benefits.values()
        if benefit.claim_id in found
    )


def _cautions(evidence: Evidence, concern: Concern, answer: Answer) -> tuple[Reason, ...]:
    """The conditions of a person for which the needling's cautions give this answer, in the order of Right for me?.

    None is left out. What is true of everyone (how, where and by whom it is done) is no condition of a person, and the
    colour of the skin counts for concerns of the skin, as on Right for me?.
    """
    known = cautions(evidence, concern.needling_id).reasons
    every = [name for names in checklist(evidence).values() for name in names]
    ticked = [name for name in every if counts_for(evidence.conditions[name], concern)]
    asked = [*([DARK_SKIN] if concern.group == "skin" else []), *ticked]
    return tuple(known[name] for name in asked if name in known and known[name].answer == answer)


def build_concern_page(evidence: Evidence, concern_id: str) -> ConcernPage:
    """The page of one concern. Pure: the same evidence and id give the same value.

    Raises:
        KeyError: for an unknown concern.
    """
    concern = evidence.concerns[concern_id]
    options = tuple(
        sorted(
            (
                option_row(evidence, concern, option.treatment_id, option.role)
                for option in evidence.options(concern_id)
            ),
            key=lambda row: options_order(row, concern.group),
        )
    )
    needling = next(row for row in options if row.role == "needling")
    line = headline_against_control(evidence, concern_id, concern.needling_id)
    answer: list[Statement | Figure] = []
    if line is not None:
        answer.append(statement(evidence, line))
    else:
        subject = treatment_name(evidence, concern.needling_id)
        answer.append(
            Figure(
                say("effect-none-nothing", group=concern.group, subject=subject, noun=concern.noun),
                known=False,
                rule="headline",
            )
        )
    answer += beside_headline(evidence, concern)
    rivals = rival_sentences(evidence, rivals_by_people(evidence, concern, options)[:RIVALS_NAMED])
    answer += rivals
    course_figure = course_sentence(concern, needling, options, controlled_findings(evidence, concern_id))
    if course_figure is not None:
        answer.append(course_figure)
    # The badge belongs to the first sentence: how sure a comparison with another option is, stands beside that option.
    rating = None if line is None else line.rating
    names = {row.treatment.treatment_id for row in options} | set(NOTHING)
    drawn = drawable_findings(evidence, concern, options)
    lines = tuple(
        finding_line(evidence, effect)
        for effect in evidence.of(concern_id).effects
        if effect.treatment_id in names
        and effect.comparator_id in names
        and effect.outcome in concern.outcomes
        and is_eligible(evidence, effect)
    )
    whole_review = line is not None and line.effect.people is None and line.effect.counts_of != "finding"
    return ConcernPage(
        concern=concern,
        needling=needling.treatment,
        answer=tuple(answer),
        rivals=rivals,
        rating=rating,
        studies=None if line is None else (line.effect.n_studies if whole_review else line.effect.studies),
        people=None if line is None else (line.effect.n_people if whole_review else line.effect.people),
        counts_whole_review=whole_review,
        headline_refs=() if line is None else line.refs,
        pause=pause(evidence, concern),
        visits=_big_visits(needling),
        downtime=_big_downtime(evidence, concern, needling),
        whole_course=_big_course(needling),
        results=results_figure(needling.course),
        options=options,
        findings=drawn,
        all_findings=lines,
        left_out=left_out(evidence, concern, drawn, lines),
        yardstick=concern_yardstick(evidence, concern, options),
        shares=share_pairs(evidence, concern, options),
        verdicts=_verdicts(evidence, concern_id),
        harms=harm_groups(evidence, concern, options),
        contrasts=contrasts(evidence, concern_id, tuple(row.treatment.treatment_id for row in options)),
        red_flags=evidence.of(concern_id).red_flags,
        not_now=_cautions(evidence, concern, "not_now"),
        ask_first=_cautions(evidence, concern, "ask_first"),
    )


def _big_visits(row: OptionRow) -> Figure:
    if row.course is None or row.course.visits is None:
        return Figure(say("figure-unknown"), say("figure-unknown-why"), known=False, rule="sessions")
    visits, apart = row.course.visits, row.course.interval_weeks
    spread = (
        ""
        if visits.low == visits.high
        else say("figure-range", low=number(visits.low), high=number(visits.high), basis=visits.basis)
    )
    note = " · ".join(part for part in (interval_text(apart), spread) if part)
    return Figure(number(visits.typical), note, row.course.visit_refs, "sessions")


def _big_downtime(evidence: Evidence, concern: Concern, row: OptionRow) -> Figure:
    """Days off after one visit with the word for them, or days sore; beside days off the days it shows, named so."""
    shows = line_text(row.recovery, "shows")
    if row.downtime is None:
        note = " · ".join(part for part in (row.days.note, shows) if part)
        refs = tuple(dict.fromkeys((*row.days.refs, *row.shows.refs)))
        return Figure(say("figure-unknown"), note or say("figure-unknown-why"), refs, "downtime", known=False)
    first = (
        say(f"lexicon-{lexicon_word(evidence, row.downtime.days.typical)}")
        if concern.group == "skin"
        else say("figure-counted-soreness")
    )
    notes = " · ".join(part for part in (first, row.days.note, shows) if part)
    return replace(row.days, note=notes, refs=tuple(dict.fromkeys((*row.days.refs, *row.shows.refs))))


def _big_course(row: OptionRow) -> Figure:
    if row.course_days.known:
        return row.course_days
    return replace(row.course_days, text=say("figure-unknown"), note=row.course_days.note or say("figure-unknown-why"))
