"""The questions people ask, each answered for a set of options: one row of the table each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Literal

from needlewise.decision.compare.choice import FEWEST, Topic
from needlewise.decision.concern.page import ConcernPage
from needlewise.decision.concern.people_of_100 import yardstick_lead
from needlewise.decision.shared.allowed import regulator_rules
from needlewise.decision.shared.counted import Share, SharePair
from needlewise.decision.shared.course import lasting
from needlewise.decision.shared.figure import Figure
from needlewise.decision.shared.guidelines import guideline_figures
from needlewise.decision.shared.harms import HarmAnswer, HarmGroup
from needlewise.decision.shared.options import Blank, OptionRow
from needlewise.decision.shared.phrases import interval_text, skin_types, weeks_text
from needlewise.decision.shared.rates import harm_name, qualifier, rate_figure, reported_figure, seen_elsewhere
from needlewise.decision.shared.recovery import LineName, line_names, named
from needlewise.decision.shared.warned import warning_figures
from needlewise.decision.suitability import SkinRate, skin_rates
from needlewise.evidence.model.rows import Concern, Risk
from needlewise.evidence.model.store import Evidence
from needlewise.evidence.rules.certainty import Rating
from needlewise.evidence.rules.course import fees
from needlewise.evidence.rules.ranges import Range
from needlewise.evidence.rules.rates import tone_harms
from needlewise.evidence.sentences.statements import Statement, comparator_name, in_sentence, treatment_name
from needlewise.words import join_list, number, say, sentence


@dataclass(frozen=True)
class People:
    """One option's side of the concern's yardstick: how many got there with it, and the group it was set against."""

    share: Share
    other: Share
    pair: SharePair

    @property
    def ref(self) -> str:
        """The finding behind it, as `table:row_id`."""
        return self.pair.ref

    @property
    def refs(self) -> tuple[str, ...]:
        """Every row behind it."""
        return self.pair.refs

    @property
    def counts(self) -> str:
        """How many did and how many did not."""
        return self.share.caption

    @property
    def alt(self) -> str:
        """What the block of marks shows, for whoever cannot see it."""
        return self.pair.alt(self.share)

    @property
    def outcome(self) -> str:
        """What was counted, and when."""
        return say("compare-people-event", event=self.pair.event, time=self.pair.time)

    @property
    def beside(self) -> str:
        """How many got there in the other group."""
        return say("compare-people-other", other=self.other.inside, count=self.other.count)


@dataclass(frozen=True)
class Cell:
    """What one option answers to one question: figures or texts, each with its rows, and where it applies how sure.

    `kind` keeps the blanks apart: `""` an answer, `unknown` no source gives it, `not_studied`, `no_clear`, `same`
    (little or no difference), `untested` (the sides were never tested against each other), `worse`,
    `not_rated` doing nothing, of which there is no certainty to tell.
    """

    figures: tuple[Figure, ...]
    kind: Literal["", "unknown", "not_rated"] | Blank = ""
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

    @property
    def title(self) -> str:
        """The question in words; a row of the list of harms is called by its harm."""
        harm = self.name.removeprefix(HARM_ROW)
        return say(f"harm-{harm}") if harm != self.name else say(f"compare-q-{self.name}")

    @property
    def is_harm(self) -> bool:
        """True for a row of the list of harms: a count an option."""
        return self.name.startswith(HARM_ROW)

    @property
    def is_empty(self) -> bool:
        """True for a row of the list of harms of which nothing is known for any of the options."""
        return self.is_harm and not any(figure.refs for cell in self.cells for figure in cell.figures)


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
    names = {end: join_list([name for name, _ in items]) for end, items in (("low", low), ("high", high))}
    return say(f"compare-differ-{which}", **names)


def _ranges(options: tuple[OptionRow, ...], find: Callable[[OptionRow], Range | None]) -> list[tuple[str, Range]]:
    found = [(row.treatment.mid_sentence, find(row)) for row in options if row.role != "nothing"]
    return [(name, item) for name, item in found if item is not None]


def _told(text: str, ref: str) -> Cell:
    return _cell(Figure(text, refs=(ref,))) if text else _blank()


def what_question(options: tuple[OptionRow, ...]) -> tuple[Question, Question]:
    """What it is, and what happens in a visit."""

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


def visits_questions(options: tuple[OptionRow, ...]) -> Question:
    """How many visits, and how far apart."""
    cells = []
    for row in options:
        apart = None if row.course is None else row.course.interval_weeks
        if row.role == "nothing" or apart is None:
            cells.append(_cell(row.visits))
        else:
            cells.append(_cell(row.visits, Figure(interval_text(apart), refs=apart.refs, rule="sessions")))
    known = _ranges(options, lambda row: None if row.course is None else row.course.visits)
    return Question("visits", "visits", tuple(cells), difference(known), tuple(known))


def recovery_questions(concern: Concern, options: tuple[OptionRow, ...]) -> tuple[Question, ...]:
    """Each measure and milestone of recovery: days off and days it shows, then make-up, exercise, sun, colour."""
    return tuple(_recovery_question(name, options) for name in line_names(concern.group))


def _recovery_question(name: LineName, options: tuple[OptionRow, ...]) -> Question:
    found = [(row, named(row.recovery, name)) for row in options]
    cells = tuple(_nothing("compare-nothing-days") if item is None else _cell(item.figure) for _, item in found)
    known = [
        (row.treatment.mid_sentence, item.days) for row, item in found if item is not None and item.days is not None
    ]
    return Question(name, "recovery", cells, difference(known), tuple(known))


def comfort_question(options: tuple[OptionRow, ...]) -> Question:
    """How much it hurts, 0 to 10."""
    return Question("hurts", "comfort", tuple(_cell(row.discomfort) for row in options), say("compare-differ-scores"))


def effect_question(options: tuple[OptionRow, ...]) -> Question:
    """How well it works."""
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


def also_question(options: tuple[OptionRow, ...]) -> Question:
    """What else studies found of each option: worse, later, in others, against nothing or a mix; each with how sure."""
    cells = []
    for row in options:
        figures = tuple(
            Figure(
                said.text,
                _size_and_sure(said),
                said.refs,
                "headline",
            )
            for said in row.also
        )
        cells.append(_cell(*figures) if figures else _blank("compare-also-none"))
    return Question("also", "works", tuple(cells), "")


def _size_and_sure(said: Statement) -> str:
    sure = sentence(say(f"certainty-{said.rating.level}"))
    return f"{sentence(said.figures)} {sure}" if said.figures else sure


def allowed_question(evidence: Evidence, options: tuple[OptionRow, ...]) -> Question:
    """What regulators allow each option for, from which age, and what the law asks."""
    cells = []
    for row in options:
        found = regulator_rules(evidence, row.treatment.treatment_id)
        cells.append(_cell(*found) if found else _blank("regulator-none"))
    return Question("allowed", "what", tuple(cells), "")


def guidelines_question(evidence: Evidence, concern: Concern, options: tuple[OptionRow, ...]) -> Question:
    """What guidelines say of each option for this concern, body by body."""
    cells = []
    for row in options:
        figures = guideline_figures(evidence, concern.concern_id, row.treatment.treatment_id)
        cells.append(_cell(*figures))
    return Question("guidelines", "works", tuple(cells), say("compare-guidelines-note"))


def certainty_question(evidence: Evidence, options: tuple[OptionRow, ...]) -> Question:
    """How sure, and of what: two ratings can only be set side by side when both are about the same comparison."""
    cells = tuple(
        Cell(
            (Figure("", _rated_against(evidence, row), row.effect.refs),),
            "not_rated" if row.role == "nothing" else "",
            row.rating,
            rated=row.role != "nothing",
        )
        for row in options
    )
    return Question("sure", "works", cells, "")


def _rated_against(evidence: Evidence, row: OptionRow) -> str:
    table, _, name = row.effect.refs[0].partition(":") if row.effect.refs else ("", "", "")
    if row.rating is None or table != "effects":
        return ""
    effect = evidence.effects[name]
    if effect.kind == "before_after":
        return ""  # the rating is of a change inside one group: there is nothing it was compared with
    mine = effect.treatment_id == row.treatment.treatment_id
    return say(
        "compare-sure-about",
        other=comparator_name(evidence, effect) if mine else treatment_name(evidence, effect.treatment_id),
    )


def people_question(page: ConcernPage) -> Question:
    """How many got better: by the concern's one yardstick; an option that is not in it has its own count in words."""
    cells = []
    for row in page.options:
        name, pair = row.treatment.treatment_id, page.yardstick
        if pair is not None and _is_about(pair, name):
            mine, other = (pair.first, pair.second) if pair.effect.treatment_id == name else (pair.second, pair.first)
            cells.append(Cell((), "", people=People(mine, other, pair)))
            continue
        own = next((one for one in page.shares if _is_about(one, name) and one.effect.outcome != "satisfaction"), None)
        if own is None:
            cells.append(_blank("compare-people-none"))
            continue
        text = say("shares-other", text=own.text, time=own.time)
        cells.append(_cell(Figure(text, say("compare-people-yardstick", face=own.face), own.refs, "stated")))
    note = yardstick_lead(page) if page.yardstick is None else say("compare-people-one")
    return Question("people", "works", tuple(cells), note)


def _is_about(pair: SharePair, name: str) -> bool:
    """True when one side of the pair is this option.

    The other side of an add-on trial had care, so it is not doing nothing.
    """
    effect = pair.effect
    return name == effect.treatment_id or (name == effect.comparator_id and not effect.add_on_to)


def unrated(found: tuple[Risk, ...]) -> Figure:
    """The serious harms that were reported without a rate, in one sentence."""
    names = join_list([in_sentence(risk.harm_label) for risk in found])
    return Figure(
        say("harms-unrated-all", names=names), refs=tuple(f"risks:{risk.risk_id}" for risk in found), rule="stated"
    )


def harms_question(
    evidence: Evidence, concern: Concern, groups: dict[str, HarmGroup], options: tuple[OptionRow, ...]
) -> Question:
    """What can go wrong: what authorities warn of, and what else is serious; the list of harms follows row by row."""
    cells = []
    for row in options:
        group = groups.get(row.treatment.treatment_id)
        if row.role == "nothing" or group is None:
            cells.append(_nothing("compare-nothing-harms"))
            continue
        figures = list(warning_figures(group.warnings))
        figures += [rate_figure(evidence, item, harm_name(item)) for item in group.serious]
        if group.unrated:
            figures.append(unrated(group.unrated))
        cells.append(Cell(tuple(figures)) if figures else _nothing("compare-harms-below"))
    return Question("harms", "harms", tuple(cells), say(f"compare-harms-lead-{concern.group}"))


HARM_ROW = "harm-"


def harm_questions(
    evidence: Evidence, concern: Concern, groups: dict[str, HarmGroup], options: tuple[OptionRow, ...]
) -> tuple[Question, ...]:
    """One row for each harm of the page's list, the same for every option; marks of the skin have their own row."""
    by_tone = tone_harms(evidence) if concern.group == "skin" else ()
    harms = [answer.harm for answer in next(iter(groups.values())).answers] if groups else []
    found = []
    for place, harm in enumerate(harms):
        if harm in by_tone:
            continue
        cells = []
        for row in options:
            group = groups.get(row.treatment.treatment_id)
            if group is None:
                cells.append(_nothing("compare-nothing-harm"))
                continue
            answer = group.answers[place]
            cells.append(Cell(harm_figures(evidence, answer), "" if answer.is_known else "unknown"))
        found.append(Question(f"{HARM_ROW}{harm}", "harms", tuple(cells), ""))
    return tuple(found)


def harm_figures(evidence: Evidence, answer: HarmAnswer) -> tuple[Figure, ...]:
    """One harm of the list for one option: its rates, that it was reported, or that nobody counted it."""
    if not answer.is_known:
        return (Figure(say("harms-not-counted"), rule="rates", known=False),)
    figures = [rate_figure(evidence, item, qualifier(item), seen_elsewhere(evidence, item)) for item in answer.rates]
    if answer.reported is not None:
        figures.append(reported_figure(answer.reported))
    return tuple(figures)


def skin_note(found: SkinRate) -> str:
    """Which skin types a rate was seen in, whether the person's own is among them, and for what people were treated."""
    if found.low is None or found.high is None:
        words = say("skin-unstated")
    else:
        types = skin_types(found.low, found.high)
        words = say(f"skin-{found.fits}", types=types, some="yes" if found.unstated else "no")
    return f"{words}; {say('skin-elsewhere', nouns=join_list(list(found.elsewhere)))}" if found.elsewhere else words


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
            rate_figure(evidence, item.rate, f"{say(f'harm-{item.rate.harm}')} · {skin_note(item)}") for item in found
        )
        cells.append(Cell(figures) if figures else _blank("cell-no-rate"))
    return Question("skin", "harms", tuple(cells), "" if skin_type else say("compare-skin-ask"))


def lasting_question(options: tuple[OptionRow, ...]) -> Question:
    """When results show and how long they last."""
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


def cost_question(evidence: Evidence, options: tuple[OptionRow, ...]) -> Question:
    """What it costs, where a source says."""
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
