"""Two to four options of one concern side by side, in the order of the questions people ask.

In short: `in_short.py`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from needlewise.decision.compare.choice import Topic
from needlewise.decision.compare.questions import (
    Cell,
    Question,
    allowed_question,
    also_question,
    certainty_question,
    comfort_question,
    cost_question,
    difference,
    effect_question,
    guidelines_question,
    harm_questions,
    harms_question,
    lasting_question,
    people_question,
    recovery_questions,
    skin_question,
    visits_questions,
    what_question,
)
from needlewise.decision.concern.page import ConcernPage
from needlewise.decision.shared.bases import bases_words
from needlewise.decision.shared.figure import Figure
from needlewise.decision.shared.options import OptionRow
from needlewise.decision.shared.skin_tone import least_dark, least_dark_words
from needlewise.evidence.model.rows import Concern, Treatment
from needlewise.evidence.model.store import Evidence
from needlewise.evidence.rules.headline import head_to_head
from needlewise.evidence.sentences.beside import rival_beside
from needlewise.evidence.sentences.harm_statements import Contrast, contrasts
from needlewise.evidence.sentences.statements import Statement, statement
from needlewise.words import say


@dataclass(frozen=True)
class Pair:
    """Two of the options tested against each other; `found` is None when no study did.

    `harms` is what was found of their harms against each other, `also` what must be told beside `found`: another study,
    part of the people or outcome in which it came out differently.
    """

    first: Treatment
    second: Treatment
    found: Statement | None
    harms: tuple[Contrast, ...] = ()
    also: tuple[Statement, ...] = ()

    @property
    def title(self) -> str:
        """Both names."""
        return say("compare-pair", first=self.first.name, second=self.second.mid_sentence)


@dataclass(frozen=True)
class Comparison:
    """Two to four options of one concern. `page` is the concern's page cut down to them, for the pictures."""

    concern: Concern
    options: tuple[OptionRow, ...]
    questions: tuple[Question, ...]
    pairs: tuple[Pair, ...]
    page: ConcernPage


def arrange(
    evidence: Evidence,
    page: ConcernPage,
    option_ids: tuple[str, ...],
    skin_type: int | None = None,
    first: Topic = "what",
) -> Comparison:
    """The options of a concern's page side by side, the questions of the topic a person cares about first on top.

    `skin_type` is 1 to 6 (Fitzpatrick I to VI), or None when not told.

    Raises:
        KeyError: for an option the concern does not have.
    """
    columns = [column(evidence, page, name, skin_type) for name in option_ids]
    cut = shown(page, option_ids)
    questions = side_by_side(evidence, cut, columns, first, skin_type)
    return Comparison(page.concern, cut.options, questions, _pairs(evidence, page.concern, cut.options), cut)


def shown(page: ConcernPage, option_ids: tuple[str, ...]) -> ConcernPage:
    """The concern's page cut down to these options, in this order.

    Raises:
        KeyError: for an option the concern does not have.
    """
    by_id = {row.treatment.treatment_id: row for row in page.options}
    contrasts_shown = tuple(found for found in page.contrasts if found.is_among(option_ids))
    return replace(page, options=tuple(by_id[name] for name in option_ids), contrasts=contrasts_shown)


def column(evidence: Evidence, page: ConcernPage, option_id: str, skin_type: int | None = None) -> tuple[Question, ...]:
    """What one option answers to every question, whichever options stand beside it.

    The one on 100 people is not among them.
    """
    options = shown(page, (option_id,)).options
    groups = {group.treatment.treatment_id: group for group in page.harms}
    skin = (skin_question(evidence, page.concern, options, skin_type),) if page.concern.group == "skin" else ()
    return (
        *what_question(options),
        allowed_question(evidence, options),
        visits_questions(options),
        *recovery_questions(page.concern, options),
        comfort_question(options),
        effect_question(options),
        also_question(options),
        guidelines_question(evidence, page.concern, options),
        harms_question(evidence, page.concern, groups, options),
        *harm_questions(evidence, page.concern, groups, options),
        *skin,
        lasting_question(options),
        cost_question(evidence, options),
        certainty_question(evidence, options),
    )


def side_by_side(
    evidence: Evidence,
    cut: ConcernPage,
    columns: Sequence[Sequence[Question]],
    first: Topic = "what",
    skin_type: int | None = None,
) -> tuple[Question, ...]:
    """The options of a page cut down to them, from one column each.

    Whether they differ, and those of the topic named first on top.
    """
    questions = []
    for same in zip(*columns, strict=True):
        cells = tuple(cell for question in same for cell in question.cells)
        ranges = tuple(found for question in same for found in question.ranges)
        told = difference(list(ranges)) if ranges else same[0].difference
        if same[0].name == "skin" and skin_type is not None:
            names = [row.treatment.treatment_id for row in cut.options]
            told = least_dark_words(evidence, least_dark(evidence, cut.concern.concern_id, names, skin_type))
        if same[0].name == "effect":
            told = bases_words(cut.options, cut.concern.group)
        if same[0].name == "harms":
            cells = _with_contrasts(cut, cells)
        row = replace(same[0], cells=cells, difference=told, ranges=ranges)
        if not row.is_empty:
            questions.append(row)
        if same[0].name == "effect":
            questions.append(people_question(cut))
    return tuple(sorted(questions, key=lambda question: question.topic != first))


def _with_contrasts(cut: ConcernPage, cells: tuple[Cell, ...]) -> tuple[Cell, ...]:
    """What was found of the harms of the options against each other, each told once: with the first of the two."""
    names = [row.treatment.treatment_id for row in cut.options]
    told: dict[str, list[Figure]] = {}
    for one in cut.contrasts:
        first = next(name for name in names if name in (one.treatment_id, one.comparator_id))
        told.setdefault(first, []).append(Figure(one.said.text, refs=one.said.refs, rule="headline"))
    return tuple(
        replace(cell, figures=(*told.get(name, ()), *cell.figures)) for name, cell in zip(names, cells, strict=True)
    )


def _pairs(evidence: Evidence, concern: Concern, options: tuple[OptionRow, ...]) -> tuple[Pair, ...]:
    return tuple(pair(evidence, concern, one, two) for one, two in treated_pairs(options))


def treated_pairs(options: tuple[OptionRow, ...]) -> tuple[tuple[Treatment, Treatment], ...]:
    """Every two of the options that are a treatment."""
    return tuple(combinations([row.treatment for row in options if row.role != "nothing"], 2))


def pair(evidence: Evidence, concern: Concern, one: Treatment, two: Treatment) -> Pair:
    """What is known of two treatments against each other."""
    line = head_to_head(evidence, concern.concern_id, one.treatment_id, two.treatment_id)
    both = (one.treatment_id, two.treatment_id)
    found = contrasts(evidence, concern.concern_id, both)
    harms = tuple(one for one in found if {one.treatment_id, one.comparator_id} == set(both))
    also = tuple(voice.said for voice in rival_beside(evidence, concern.concern_id, *both))
    return Pair(one, two, None if line is None else statement(evidence, line), harms, also)
