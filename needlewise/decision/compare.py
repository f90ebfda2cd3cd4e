"""Two to four options of one concern side by side, in the order of the questions people ask. In short: `glance.py`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from typing import Literal

from needlewise.decision.explore import (
    Explore,
    Figure,
    HarmGroup,
    OptionRow,
    Share,
    SharePair,
    basis_note,
    days_text,
    harm_name,
    interval_text,
    lasting,
    rate_text,
    seen_elsewhere,
    serious_text,
    shortened,
    span_days,
    weeks_text,
)
from needlewise.decision.options import controlled_findings
from needlewise.decision.phrases import skin_types
from needlewise.decision.suitability import SkinRate, skin_rates
from needlewise.evidence.certainty import Rating
from needlewise.evidence.course import fees
from needlewise.evidence.headline import NOTHING, can_speak, head_to_head
from needlewise.evidence.ranges import Range
from needlewise.evidence.rates import Rate, tone_harms
from needlewise.evidence.recovery import milestone, visible
from needlewise.evidence.rows import Concern, Risk, Treatment
from needlewise.evidence.statements import Statement, comparator_name, in_sentence, statement, treatment_name
from needlewise.evidence.store import Evidence
from needlewise.evidence.vocabulary import Milestone
from needlewise.words import listed, number, say

Topic = Literal["what", "works", "visits", "recovery", "comfort", "harms", "cost"]
TOPICS: tuple[Topic, ...] = ("what", "works", "visits", "recovery", "comfort", "harms", "cost")
FEWEST, MOST = 2, 4
_RIVALS_FIRST = 1


def first_choice(evidence: Evidence, concern_id: str) -> tuple[str, ...]:
    """The options shown before anyone has chosen: needling, the alternative with the most controlled findings, doing nothing.

    Three, so that one of a person's own finds room without taking any away. Of alternatives with as many findings, the
    one with more people in them.
    """
    options = evidence.options(concern_id)
    counts = controlled_findings(evidence, concern_id)
    rivals = [option.treatment_id for option in options if option.role == "alternative"]
    people = {
        name: sum(
            effect.people or 0
            for effect in evidence.of(concern_id).effects
            if name in (effect.treatment_id, effect.comparator_id) and can_speak(evidence, effect)
        )
        for name in rivals
    }
    most = sorted(rivals, key=lambda name: (-counts.get(name, 0), -people[name], name))[:_RIVALS_FIRST]
    return tuple(
        option.treatment_id for option in options if option.role != "alternative" or option.treatment_id in most
    )


@dataclass(frozen=True)
class People:
    """Of 100 people in one study: how many got there with this option, and the group they were set against."""

    share: Share
    other: Share
    event: str
    time: str
    ref: str


@dataclass(frozen=True)
class Cell:
    """What one option answers to one question: figures or texts, each with its rows, and where it applies how sure.

    `kind` keeps the blanks apart: `""` an answer, `unknown` no source gives it, `not_studied`, `no_clear`, `worse`.
    """

    figures: tuple[Figure, ...]
    kind: Literal["", "unknown", "not_studied", "no_clear", "worse"] = ""
    rating: Rating | None = None
    rated: bool = False
    people: People | None = None


@dataclass(frozen=True)
class Question:
    """One row: the question people ask, one cell an option, and in words whether the options differ.

    `ranges` are those of the options, by name, where the difference is told from them.
    """

    name: str
    topic: Topic
    cells: tuple[Cell, ...]
    difference: str
    ranges: tuple[tuple[str, Range], ...] = ()


@dataclass(frozen=True)
class Pair:
    """Two of the options tested against each other; `found` is None when no study did."""

    first: Treatment
    second: Treatment
    found: Statement | None


@dataclass(frozen=True)
class Comparison:
    """Two to four options of one concern. `page` is the concern's page cut down to them, for the pictures."""

    concern: Concern
    options: tuple[OptionRow, ...]
    questions: tuple[Question, ...]
    pairs: tuple[Pair, ...]
    page: Explore


def _blank(message: str = "cell-unknown") -> Cell:
    return Cell((Figure(say(message), known=False),), "unknown")


def _cell(figure: Figure, *more: Figure) -> Cell:
    figures = (figure, *more)
    return Cell(figures, "" if any(item.known for item in figures) else "unknown")


def _nothing(message: str) -> Cell:
    return Cell((Figure(say(message)),))


def difference(known: list[tuple[str, Range]]) -> str:
    """In words, whether the lowest and the highest of these really differ: their ranges overlap or do not.

    Empty with fewer than two known. The order is by the usual value; "the same" only where all usual values are equal.
    A range without a spread, or from clinic sheets only, cannot show that two options differ: that is said.
    """
    if len(known) < FEWEST:
        return ""
    least, most = (end(item.typical for _, item in known) for end in (min, max))
    if least == most:
        return say("compare-differ-none")
    low, high = ([(name, item) for name, item in known if item.typical == value] for value in (least, most))
    if any(one.high > other.low for _, one in low for _, other in high):
        which = "overlap"
    elif any(item.low == item.high or item.basis == "clinics" for _, item in (*low, *high)):
        which = "thin"
    else:
        which = "apart"
    names = {end: listed([name for name, _ in items]) for end, items in (("low", low), ("high", high))}
    return say(f"compare-differ-{which}", **names)


def _ranges(options: tuple[OptionRow, ...], find: Callable[[OptionRow], Range | None]) -> list[tuple[str, Range]]:
    found = [(row.treatment.mid_sentence, find(row)) for row in options if row.role != "nothing"]
    return [(name, item) for name, item in found if item is not None]


def _told(text: str, ref: str) -> Cell:
    return _cell(Figure(text, refs=(ref,))) if text else _blank()


def _what(options: tuple[OptionRow, ...]) -> tuple[Question, Question]:
    def ref(row: OptionRow) -> str:
        return f"treatments:{row.treatment.treatment_id}"

    what = tuple(
        _nothing("compare-nothing-what") if row.role == "nothing" else _told(row.treatment.what_happens, ref(row))
        for row in options
    )
    who = tuple(
        _nothing("compare-nothing-who") if row.role == "nothing" else _told(row.treatment.who_does_it, ref(row))
        for row in options
    )
    return Question("what", "what", what, ""), Question("who", "what", who, "")


def _visits(options: tuple[OptionRow, ...]) -> Question:
    cells = []
    for row in options:
        apart = None if row.course is None else row.course.interval_weeks
        if row.role == "nothing" or apart is None:
            cells.append(_cell(row.visits))
        else:
            cells.append(_cell(row.visits, Figure(interval_text(apart), refs=apart.refs, rule="sessions")))
    known = _ranges(options, lambda row: None if row.course is None else row.course.visits)
    return Question("visits", "visits", tuple(cells), difference(known), tuple(known))


def _days(name: str, options: tuple[OptionRow, ...], find: Callable[[OptionRow], Range | None]) -> Question:
    cells = []
    for row in options:
        found = None if row.role == "nothing" else find(row)
        if row.role == "nothing":
            cells.append(_nothing("compare-nothing-days"))
        elif found is None:
            cells.append(_blank())
        elif found.ceiling:
            text = say("compare-within", days=days_text(found.high, found.high))
            cells.append(_cell(Figure(text, basis_note(found), found.refs, "downtime")))
        else:
            cells.append(_cell(Figure(span_days(found), basis_note(found), found.refs, "downtime")))
    known = _ranges(options, find)
    return Question(name, "recovery", tuple(cells), difference(known), tuple(known))


_MILESTONES: dict[str, tuple[tuple[str, Milestone], ...]] = {
    "skin": (("work", "back_to_work"), ("makeup", "makeup_ok"), ("exercise", "exercise_ok"), ("sun", "sun_ok")),
    "pain": (("work", "back_to_work"), ("exercise", "exercise_ok")),
}


def _recovery(evidence: Evidence, concern: Concern, options: tuple[OptionRow, ...]) -> tuple[Question, ...]:
    if concern.group == "skin":
        first = _days("public", options, lambda row: visible(evidence, row.treatment.treatment_id))
    else:
        first = _days("sore", options, lambda row: milestone(evidence, row.treatment.treatment_id, "soreness_gone"))

    def one(name: str, step: Milestone) -> Question:
        return _days(name, options, lambda row: milestone(evidence, row.treatment.treatment_id, step))

    return first, *(one(name, step) for name, step in _MILESTONES[concern.group])


def _comfort(options: tuple[OptionRow, ...]) -> Question:
    return Question("hurts", "comfort", tuple(_cell(row.discomfort) for row in options), say("compare-differ-scores"))


def _effect(options: tuple[OptionRow, ...]) -> Question:
    cells = []
    for row in options:
        figures = (
            (row.effect,)
            if not row.effect_figures
            else (row.effect, Figure(row.effect_figures, refs=row.effect.refs, rule="headline"))
        )
        kind = row.blank or ("" if row.effect.known else "unknown")
        cells.append(Cell(figures, kind))
    return Question("effect", "works", tuple(cells), "")


def _sure(evidence: Evidence, options: tuple[OptionRow, ...]) -> Question:
    """How sure, and of what: two ratings can only be set side by side when both are about the same comparison."""
    cells = tuple(
        Cell((Figure("", _rated_against(evidence, row), row.effect.refs),), "", row.rating, rated=row.role != "nothing")
        for row in options
    )
    return Question("sure", "works", cells, "")


def _rated_against(evidence: Evidence, row: OptionRow) -> str:
    table, _, name = row.effect.refs[0].partition(":") if row.effect.refs else ("", "", "")
    if row.rating is None or table != "effects":
        return ""
    effect = evidence.effects[name]
    mine = effect.treatment_id == row.treatment.treatment_id
    return say(
        "compare-sure-about",
        other=comparator_name(evidence, effect) if mine else treatment_name(evidence, effect.treatment_id),
    )


def people_question(page: Explore) -> Question:
    """Of 100 people: for each option the study that sets it against another option shown, else one against a dummy.

    Where none counts people against a dummy, one against nothing, then usual care, then the first of the others.
    """
    shown = {row.treatment.treatment_id for row in page.options}

    def rank(pair: SharePair) -> tuple[bool, int]:
        other = pair.effect.comparator_id
        place = NOTHING.index(other) if other in NOTHING else len(NOTHING)
        return not {pair.effect.treatment_id, other} <= shown, place

    cells = []
    for row in page.options:
        name = row.treatment.treatment_id
        pairs = sorted((pair for pair in page.shares if _is_about(pair, name)), key=rank)
        if not pairs:
            cells.append(_blank("compare-people-none"))
            continue
        pair = pairs[0]
        mine, other = (pair.first, pair.second) if pair.effect.treatment_id == name else (pair.second, pair.first)
        cells.append(Cell((), "", people=People(mine, other, pair.event, pair.time, pair.ref)))
    refs = {cell.people.ref for cell in cells if cell.people is not None}
    counted = sum(cell.people is not None for cell in cells)
    note = say("compare-people-same" if len(refs) == 1 else "compare-people-apart") if counted >= FEWEST else ""
    return Question("people", "works", tuple(cells), note)


def _is_about(pair: SharePair, name: str) -> bool:
    """True when one side of the pair is this option. The other side of an add-on trial had care, so it is not doing nothing."""
    effect = pair.effect
    return name == effect.treatment_id or (name == effect.comparator_id and not effect.add_on_to)


_HARMS_SHOWN = 4


def _harm_name(evidence: Evidence, item: Rate) -> str:
    where = seen_elsewhere(evidence, item)
    name = harm_name(item)
    return f"{name}; {where}" if where else name


def unrated(found: tuple[Risk, ...]) -> Figure:
    """The serious harms that were reported without a rate, in one sentence."""
    names = listed([in_sentence(risk.harm_label) for risk in found])
    return Figure(
        say("harms-unrated-all", names=names), refs=tuple(f"risks:{risk.risk_id}" for risk in found), rule="stated"
    )


def _harms(
    evidence: Evidence, concern: Concern, groups: dict[str, HarmGroup], options: tuple[OptionRow, ...]
) -> Question:
    cells = []
    for row in options:
        group = groups.get(row.treatment.treatment_id)
        if row.role == "nothing" or group is None:
            cells.append(_nothing("compare-nothing-harms"))
            continue
        shown, _ = shortened(group.rates, _HARMS_SHOWN)
        texts = [*((item, rate_text(item)) for item in shown), *((item, serious_text(item)) for item in group.serious)]
        figures = [Figure(text, _harm_name(evidence, item), item.refs, "rates") for item, text in texts]
        if group.unrated:
            figures.append(unrated(group.unrated))
        cells.append(Cell(tuple(figures)) if figures else _blank("harms-none"))
    return Question("harms", "harms", tuple(cells), say(f"compare-harms-lead-{concern.group}"))


def skin_note(found: SkinRate) -> str:
    """Which skin types a rate was seen in, whether the person's own is among them, and for what people were treated."""
    if found.low is None or found.high is None:
        words = say("skin-unstated")
    else:
        types = skin_types(found.low, found.high)
        words = say(f"skin-{found.fits}", types=types, some="yes" if found.unstated else "no")
    return f"{words}; {say('skin-elsewhere', nouns=listed(list(found.elsewhere)))}" if found.elsewhere else words


def skin_question(
    evidence: Evidence, concern: Concern, options: tuple[OptionRow, ...], skin_type: int | None
) -> Question:
    """Dark and pale marks in people of one skin type, 1 to 6; None: in all who were studied."""
    cells = []
    for row in options:
        name = row.treatment.treatment_id
        if row.role == "nothing":
            cells.append(_nothing("compare-nothing-harms"))
            continue
        found = [
            item
            for item in skin_rates(evidence, name, concern.concern_id, skin_type)
            if item.rate.harm in tone_harms(evidence)
        ]
        figures = tuple(
            Figure(
                rate_text(item.rate), f"{say(f'harm-{item.rate.harm}')} · {skin_note(item)}", item.rate.refs, "rates"
            )
            for item in found
        )
        cells.append(Cell(figures) if figures else _blank("cell-no-rate"))
    return Question("skin", "harms", tuple(cells), "" if skin_type else say("compare-skin-ask"))


def _lasts(options: tuple[OptionRow, ...]) -> Question:
    cells = []
    for row in options:
        found = row.course
        if row.role == "nothing":
            cells.append(_nothing("compare-nothing-lasts"))
            continue
        figures = []
        if found is not None and found.weeks_to_result is not None:
            when = found.weeks_to_result
            figures.append(Figure(weeks_text(when.low, when.high), say("compare-until-shows"), when.refs, "results"))
        if found is not None and found.followed:
            last = lasting(found)
            figures.append(replace(last, text=last.text[:1].upper() + last.text[1:]))
        cells.append(Cell(tuple(figures)) if figures else _blank())
    return Question("lasts", "works", tuple(cells), "")


def _cost(evidence: Evidence, options: tuple[OptionRow, ...]) -> Question:
    cells = []
    for row in options:
        if row.role == "nothing":
            cells.append(_nothing("compare-nothing-cost"))
            continue
        figures = []
        for fee in fees(evidence, row.treatment.treatment_id):
            ends = [f"{value:,g}" for value in (fee.amounts[0], fee.amounts[-1])]
            amount = ends[0] if ends[0] == ends[1] else "–".join(ends)
            text = say("compare-fee", fee=amount, currency=fee.currency)
            place = say("compare-fee-place", country=fee.country, year=number(fee.year) if fee.year else "none")
            figures.append(Figure(text, " · ".join(filter(None, (place, fee.about))), (f"costs:{fee.cost_id}",)))
        cells.append(Cell(tuple(figures)) if figures else _blank("compare-fee-none"))
    return Question("cost", "cost", tuple(cells), say("compare-differ-fees"))


def arrange(
    evidence: Evidence, page: Explore, option_ids: tuple[str, ...], skin_type: int | None = None, first: Topic = "what"
) -> Comparison:
    """The options of a concern's page side by side, the questions of the topic a person cares about first on top.

    `skin_type` is 1 to 6 (Fitzpatrick I to VI), or None when not told.

    Raises:
        KeyError: for an option the concern does not have.
    """
    columns = [column(evidence, page, name, skin_type) for name in option_ids]
    cut = shown(page, option_ids)
    questions = side_by_side(cut, columns, first)
    return Comparison(page.concern, cut.options, questions, _pairs(evidence, page.concern, cut.options), cut)


def shown(page: Explore, option_ids: tuple[str, ...]) -> Explore:
    """The concern's page cut down to these options, in this order.

    Raises:
        KeyError: for an option the concern does not have.
    """
    by_id = {row.treatment.treatment_id: row for row in page.options}
    lines = tuple(line for line in page.timelines if line.treatment.treatment_id in option_ids)
    return replace(page, options=tuple(by_id[name] for name in option_ids), timelines=lines)


def column(evidence: Evidence, page: Explore, option_id: str, skin_type: int | None = None) -> tuple[Question, ...]:
    """What one option answers to every question, whichever options stand beside it. The one on 100 people is not among them."""
    options = shown(page, (option_id,)).options
    groups = {group.treatment.treatment_id: group for group in page.harms}
    skin = (skin_question(evidence, page.concern, options, skin_type),) if page.concern.group == "skin" else ()
    return (
        *_what(options),
        _visits(options),
        *_recovery(evidence, page.concern, options),
        _comfort(options),
        _effect(options),
        _harms(evidence, page.concern, groups, options),
        *skin,
        _lasts(options),
        _cost(evidence, options),
        _sure(evidence, options),
    )


def side_by_side(cut: Explore, columns: Sequence[Sequence[Question]], first: Topic = "what") -> tuple[Question, ...]:
    """The options of a page cut down to them, from one column each: whether they differ, and those of the topic named first on top."""
    questions = []
    for same in zip(*columns, strict=True):
        cells = tuple(cell for question in same for cell in question.cells)
        ranges = tuple(found for question in same for found in question.ranges)
        told = difference(list(ranges)) if ranges else same[0].difference
        questions.append(replace(same[0], cells=cells, difference=told, ranges=ranges))
        if same[0].name == "effect":
            questions.append(people_question(cut))
    return tuple(sorted(questions, key=lambda question: question.topic != first))


def _pairs(evidence: Evidence, concern: Concern, options: tuple[OptionRow, ...]) -> tuple[Pair, ...]:
    return tuple(pair(evidence, concern, one, two) for one, two in treated_pairs(options))


def treated_pairs(options: tuple[OptionRow, ...]) -> tuple[tuple[Treatment, Treatment], ...]:
    """Every two of the options that are a treatment."""
    return tuple(combinations([row.treatment for row in options if row.role != "nothing"], 2))


def pair(evidence: Evidence, concern: Concern, one: Treatment, two: Treatment) -> Pair:
    """What is known of two treatments against each other."""
    line = head_to_head(evidence, concern.concern_id, one.treatment_id, two.treatment_id)
    return Pair(one, two, None if line is None else statement(evidence, line))
