"""Two to four options of one concern side by side, in the order of the questions people ask."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Literal

from needlewise.decision.explore import (
    Explore,
    Figure,
    HarmGroup,
    OptionRow,
    Share,
    SharePair,
    basis_note,
    build,
    days_text,
    interval_text,
    rate_text,
    span_days,
    weeks_text,
)
from needlewise.decision.suitability import SkinRate, skin_rates
from needlewise.evidence.certainty import Rating
from needlewise.evidence.combine import Range, milestone, visible
from needlewise.evidence.headline import can_speak, head_to_head
from needlewise.evidence.load import Evidence
from needlewise.evidence.rows import Concern, Milestone, Treatment
from needlewise.evidence.statements import Statement, statement
from needlewise.words import number, say, span

Topic = Literal["what", "works", "visits", "recovery", "comfort", "harms", "cost"]
TOPICS: tuple[Topic, ...] = ("what", "works", "visits", "recovery", "comfort", "harms", "cost")
FEWEST, MOST = 2, 4
_RIVALS_FIRST = 2


def controlled_findings(evidence: Evidence, concern_id: str) -> dict[str, int]:
    """How many controlled findings of a concern each treatment takes part in, as the one tested or the one tested against."""
    counts: dict[str, int] = {}
    for effect in evidence.effects.values():
        if effect.concern_id == concern_id and can_speak(evidence, effect):
            for name in (effect.treatment_id, effect.comparator_id):
                counts[name] = counts.get(name, 0) + 1
    return counts


def first_choice(evidence: Evidence, concern_id: str) -> tuple[str, ...]:
    """The options shown before anyone has chosen: needling, the two alternatives with the most controlled findings, doing nothing."""
    options = evidence.options(concern_id)
    counts = controlled_findings(evidence, concern_id)
    rivals = [option.treatment_id for option in options if option.role == "alternative"]
    most = sorted(rivals, key=lambda name: (-counts.get(name, 0), name))[:_RIVALS_FIRST]
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
    """One row: the question people ask, one cell an option, and in words whether the options differ."""

    name: str
    topic: Topic
    cells: tuple[Cell, ...]
    difference: str


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
    """In words, whether the lowest and the highest of these really differ: their ranges meet or do not meet.

    Empty with fewer than two known. The order is by the usual value; "the same" only where all usual values are equal.
    """
    if len(known) < FEWEST:
        return ""
    low = min(known, key=lambda item: item[1].typical)
    high = max(known, key=lambda item: item[1].typical)
    if low[1].typical == high[1].typical:
        return say("compare-differ-none")
    apart = low[1].high < high[1].low
    return say("compare-differ-apart" if apart else "compare-differ-overlap", low=low[0], high=high[0])


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
    return Question("visits", "visits", tuple(cells), difference(known))


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
    return Question(name, "recovery", tuple(cells), difference(_ranges(options, find)))


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


def _sure(options: tuple[OptionRow, ...]) -> Question:
    cells = tuple(
        Cell((Figure("", refs=row.effect.refs),), "", row.rating, rated=row.role != "nothing") for row in options
    )
    return Question("sure", "works", cells, "")


def _people(page: Explore, options: tuple[OptionRow, ...]) -> Question:
    """Of 100 people: for each option the study that sets it against another option shown, else the first that counts people."""
    shown = {row.treatment.treatment_id for row in options}

    def rank(pair: SharePair) -> bool:
        return not {pair.effect.treatment_id, pair.effect.comparator_id} <= shown

    cells = []
    for row in options:
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


def _harms(groups: dict[str, HarmGroup], options: tuple[OptionRow, ...]) -> Question:
    cells = []
    for row in options:
        group = groups.get(row.treatment.treatment_id)
        if row.role == "nothing" or group is None:
            cells.append(_nothing("compare-nothing-harms"))
            continue
        rates = (*group.rates[:_HARMS_SHOWN], *group.serious)
        figures = tuple(Figure(rate_text(item), say(f"harm-{item.harm}"), item.refs, "rates") for item in rates)
        cells.append(Cell(figures) if figures else _blank("harms-none"))
    return Question("harms", "harms", tuple(cells), "")


def skin_note(found: SkinRate) -> str:
    """Which skin types a rate was seen in, and whether the person's own is among them."""
    if found.low is None or found.high is None:
        return say("skin-unstated")
    low, high = ROMAN[found.low - 1], ROMAN[found.high - 1]
    types = low if low == high else f"{low}–{high}"
    return say(f"skin-{found.fits}", types=types)


ROMAN = ("I", "II", "III", "IV", "V", "VI")


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
            if item.rate.harm in ("dark_marks", "light_marks")
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
            longest = found.followed[0]
            weeks = longest.followed_weeks or 0
            text = say(f"figure-followed-{longest.lasting or 'unknown'}", time=weeks_text(weeks, weeks))
            figures.append(
                Figure(text[:1].upper() + text[1:], refs=(f"protocols:{longest.protocol_id}",), rule="results")
            )
        cells.append(Cell(tuple(figures)) if figures else _blank())
    return Question("lasts", "works", tuple(cells), "")


def _cost(evidence: Evidence, options: tuple[OptionRow, ...]) -> Question:
    cells = []
    for row in options:
        if row.role == "nothing":
            cells.append(_nothing("compare-nothing-cost"))
            continue
        figures = []
        for fee in evidence.costs.values():
            values = [value for value in (fee.fee_low, fee.fee_typical, fee.fee_high) if value is not None]
            if fee.treatment_id != row.treatment.treatment_id or not values or not fee.source_ids:
                continue
            text = say("compare-fee", fee=span(min(values), max(values)), currency=fee.currency)
            place = say("compare-fee-place", country=fee.country, year=number(fee.year) if fee.year else "none")
            figures.append(Figure(text, place, (f"costs:{fee.cost_id}",)))
        cells.append(Cell(tuple(figures)) if figures else _blank("compare-fee-none"))
    return Question("cost", "cost", tuple(cells), say("compare-differ-fees"))


def compare(
    evidence: Evidence,
    concern_id: str,
    option_ids: tuple[str, ...],
    skin_type: int | None = None,
    first: Topic = "what",
) -> Comparison:
    """The options side by side, the questions of the topic a person cares about first on top.

    `skin_type` is 1 to 6 (Fitzpatrick I to VI), or None when not told.

    Raises:
        KeyError: for an unknown concern or option.
    """
    return arrange(evidence, build(evidence, concern_id), option_ids, skin_type, first)


def arrange(
    evidence: Evidence, page: Explore, option_ids: tuple[str, ...], skin_type: int | None = None, first: Topic = "what"
) -> Comparison:
    """As `compare`, from a page already built."""
    by_id = {row.treatment.treatment_id: row for row in page.options}
    options = tuple(by_id[name] for name in option_ids)
    concern = page.concern
    groups = {group.treatment.treatment_id: group for group in page.harms}
    questions = [
        *_what(options),
        _visits(options),
        *_recovery(evidence, concern, options),
        _comfort(options),
        _effect(options),
        _people(page, options),
        _harms(groups, options),
    ]
    if concern.group == "skin":
        questions.append(skin_question(evidence, concern, options, skin_type))
    questions += [_lasts(options), _cost(evidence, options), _sure(options)]
    questions.sort(key=lambda question: question.topic != first)
    cut = replace(
        page,
        options=options,
        timelines=tuple(line for line in page.timelines if line.treatment.treatment_id in option_ids),
    )
    return Comparison(concern, options, tuple(questions), _pairs(evidence, concern, options), cut)


def _pairs(evidence: Evidence, concern: Concern, options: tuple[OptionRow, ...]) -> tuple[Pair, ...]:
    treated = [row.treatment for row in options if row.role != "nothing"]
    pairs = []
    for place, one in enumerate(treated):
        for two in treated[place + 1 :]:
            line = head_to_head(evidence, concern.concern_id, one.treatment_id, two.treatment_id)
            pairs.append(Pair(one, two, None if line is None else statement(evidence, line)))
    return tuple(pairs)
