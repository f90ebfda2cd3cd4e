"""What is told in the consult room: seven screens for one concern and two to four options, one message each.

Vocabulary
    screen   one message, what belongs to it, and a side note for the practitioner
    card     what one option says on a screen; every option shown has one, doing nothing included
    part     one figure of a card and what it is called
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Literal, get_args

from needlewise.decision.after_signs import afterwards, count_words
from needlewise.decision.compare.choice import MOST
from needlewise.decision.compare.comparison import Comparison, arrange
from needlewise.decision.compare.questions import People, skin_note
from needlewise.decision.concern.page import ConcernPage
from needlewise.decision.priorities.criteria import Board, Criterion
from needlewise.decision.shared.bases import bases_words
from needlewise.decision.shared.figure import Figure
from needlewise.decision.shared.harms import HarmAnswer, HarmGroup, same_list
from needlewise.decision.shared.nothing import nothing_left_out
from needlewise.decision.shared.options import OptionRow
from needlewise.decision.shared.phrases import ROMAN, sentences_of
from needlewise.decision.shared.rates import (
    qualifier,
    rate_figure,
    rate_text,
    reported_figure,
    reported_words,
    seen_elsewhere,
    sure_words,
)
from needlewise.decision.shared.recovery import LineName, named
from needlewise.decision.shared.warned import warning_figures
from needlewise.decision.suitability import SkinRate, advise, skin_rates
from needlewise.decision.suitability_words import told_of
from needlewise.decision.told import Answers
from needlewise.evidence.model.rows import Concern, RedFlag, Source, Treatment
from needlewise.evidence.model.store import Evidence
from needlewise.evidence.rules.certainty import Rating
from needlewise.evidence.rules.ranges import Range
from needlewise.evidence.rules.rates import tone_harms
from needlewise.evidence.sentences.statements import Statement, in_sentence
from needlewise.words import join_list, number, round_half_up, say, sentence

ScreenId = Literal["choice", "visit", "recovery", "works", "harms", "matters", "home"]


SCREENS: tuple[ScreenId, ...] = get_args(ScreenId)


# What fits one screen; the list says which matter most.
_HARMS_SHOWN = 4
_CONTRASTS_SHOWN = 2


_WORDINGS = 3


# What parts the notes below a figure; the first says where the figure is from.
_BETWEEN_NOTES = " · "


# Signs after a visit that the last screen has room for; the others are counted.
_AFTER_SHOWN = 3


# Questions of the practitioner to themselves, on the last screen.
_CHECKS = 6


# What a person said matters: criteria in their order, each with its points where they gave any.
Said = tuple[tuple[str, float | None], ...]


@dataclass(frozen=True)
class Part:
    """One figure of a card, and what it is called; the name may be empty where the figure is a sentence.

    `days` are the same days as the figure says, for the strip below it; None for a figure without a strip.
    """

    name: str
    figure: Figure
    days: Range | None = None


@dataclass(frozen=True)
class PeopleWords:
    """Both sides of 100 people in words.

    Attributes:
        counts: how many got there and how many did not.
        alt: the block of marks for those who do not see it.
        note: what was counted and when, and the study's other group where it has no block of its own on the screen.
    """

    counts: str
    alt: str
    note: str


@dataclass(frozen=True)
class Card:
    """What one option says on a screen.

    Attributes:
        parts: its figures, the same in number and order for every treatment of a screen wherever they are known.
        rated: True where a certainty belongs to the card; `rating` is then None for "not studied".
        people: how many of 100 got there and how many did not, where a study counted them.
        people_words: what is said of them.
    """

    treatment: Treatment
    parts: tuple[Part, ...]
    rating: Rating | None = None
    rated: bool = False
    people: People | None = None
    people_words: PeopleWords | None = None

    @property
    def sources(self) -> Figure | None:
        """One mark for the rows behind all its sentences, None without any. What has a name opens its own rows."""
        told = [part.figure for part in self.parts if not part.name]
        refs = tuple(dict.fromkeys(ref for figure in told for ref in figure.refs))
        return Figure(say("sources-mark"), refs=refs, rule=told[0].rule) if refs else None

    @property
    def refs(self) -> tuple[str, ...]:
        """Every row behind the card, each once."""
        found = [ref for part in self.parts for ref in part.figure.refs]
        if self.people is not None:
            found += self.people.refs
        return tuple(dict.fromkeys(found))


@dataclass(frozen=True)
class Screen:
    """One screen: its question, its one message, what belongs to it, and the words for the conversation."""

    screen_id: ScreenId
    title: str
    message: Figure
    more: tuple[Figure, ...]
    cards: tuple[Card, ...]
    points: tuple[Part, ...]
    wording: tuple[str, ...]

    @property
    def refs(self) -> tuple[str, ...]:
        """Every row behind the screen, each once, in the order it is read."""
        found = [*self.message.refs, *(ref for figure in self.more for ref in figure.refs)]
        found += [ref for card in self.cards for ref in card.refs]
        found += [ref for part in self.points for ref in part.figure.refs]
        return tuple(dict.fromkeys(found))


@dataclass(frozen=True)
class ClientAnswer:
    """What the client's answers mean for one option: its name, the answer in words, and the conditions behind it."""

    name: str
    answer: str
    reasons: str


@dataclass(frozen=True)
class SideNote:
    """For the practitioner: words for the talk, a check of oneself, red flags, what the client told, the sources."""

    wording: tuple[str, ...]
    check: tuple[str, ...]
    red_flags: tuple[RedFlag, ...]
    told: tuple[ClientAnswer, ...]
    sources: tuple[Source, ...]


@dataclass(frozen=True)
class ConsultRoom:
    """The seven screens of one concern and its options. `longest` is the longest strip on show, in days."""

    concern: Concern
    options: tuple[OptionRow, ...]
    screens: tuple[Screen, ...]
    longest: float

    def screen(self, screen_id: ScreenId) -> Screen:
        """The screen of this name."""
        return self.screens[SCREENS.index(screen_id)]


def neighbours(screen_id: ScreenId) -> tuple[ScreenId | None, ScreenId | None]:
    """The screens before and after one; None at either end."""
    place = SCREENS.index(screen_id)
    return (SCREENS[place - 1] if place else None, SCREENS[place + 1] if place + 1 < len(SCREENS) else None)


def build_consult_room(
    evidence: Evidence,
    page: ConcernPage,
    option_ids: tuple[str, ...],
    skin_type: int | None = None,
    table: Board | None = None,
    said: Said = (),
) -> ConsultRoom:
    """The screens for some options of a page already built.

    `skin_type` is 1 to 6 (Fitzpatrick I to VI), None when not told; `table` holds the things that may matter, None to
    leave them out; `said` is what the person picked of them.

    Raises:
        KeyError: for an option the concern does not have.
    """
    found = arrange(evidence, page, option_ids, skin_type)
    measure: LineName = "shows" if found.concern.group == "skin" else "sore"
    strips = [named(row.recovery, measure) for row in found.options]
    longest = max((item.days.high for item in strips if item is not None and item.days is not None), default=0.0)
    screens = (
        _choice(found),
        _visit(found),
        _recovery(found),
        _works(found),
        _harms(evidence, found, skin_type),
        _matters(found, table, said),
        _home(evidence, found),
    )
    return ConsultRoom(found.concern, found.options, screens, longest)


def side_note(
    evidence: Evidence, room: ConsultRoom, screen: Screen, answers: Answers, today: date | None = None
) -> SideNote:
    """The practitioner's note to one screen.

    Red flags, the most urgent first, with the first one; what was told on each, so that no screen is without it.
    """
    flags = evidence.of(room.concern.concern_id).red_flags if screen.screen_id == "choice" else ()
    names = dict.fromkeys(name for ref in screen.refs for name in evidence.source_ids(ref))
    return SideNote(
        screen.wording,
        tuple(say(f"room-check-{place}") for place in range(1, _CHECKS + 1)) if screen.screen_id == "home" else (),
        tuple(sorted(flags, key=lambda flag: flag.urgency)),
        _told(evidence, room, answers, today),
        tuple(evidence.sources[name] for name in names),
    )


def _told(evidence: Evidence, room: ConsultRoom, answers: Answers, today: date | None) -> tuple[ClientAnswer, ...]:
    """What the client's answers mean for each option; empty when nothing was told."""
    if answers == Answers():
        return ()
    told = []
    for row in room.options:
        skin, name = room.concern.group == "skin", row.treatment.treatment_id
        advice = advise(evidence, name, answers, skin=skin, concern=room.concern, today=today).told
        answer = say("suitability-unknown-title" if advice.answer == "unknown" else f"suitability-{advice.answer}")
        reasons = join_list([told_of(reason) for reason in advice.reasons if reason.condition])
        told.append(ClientAnswer(row.treatment.name, answer, reasons))
    return tuple(told)


def _screen(
    screen_id: ScreenId,
    found: Comparison,
    message: Figure,
    *,
    more: tuple[Figure, ...] = (),
    cards: tuple[Card, ...] = (),
    points: tuple[Part, ...] = (),
) -> Screen:
    group = found.concern.group
    title = say(f"room-title-{screen_id}", group=group, noun=found.concern.noun)
    wording = tuple(say(f"room-say-{screen_id}-{place}", group=group) for place in range(1, _WORDINGS + 1))
    return Screen(screen_id, title, message, more, cards, points, wording)


def _needling(found: Comparison) -> OptionRow | None:
    return next((row for row in found.options if row.role == "needling"), None)


def _named(found: Comparison, message: str) -> Figure:
    """A message of the catalogue about the options on show, which needs no source."""
    names = join_list([row.treatment.mid_sentence for row in found.options])
    return Figure(sentence(say(message, names=names, group=found.concern.group)))


def _figure(part: Statement | Figure) -> Figure:
    figure = part if isinstance(part, Figure) else Figure(part.text, part.figures, part.refs, "headline")
    return replace(figure, note=sentence(figure.note)) if figure.note else figure


def _choice(found: Comparison) -> Screen:
    concern = found.concern
    refs = tuple(f"sources:{name}" for name in concern.source_ids)
    cards = tuple(Card(row.treatment, _who(row)) for row in found.options)
    return _screen(
        "choice",
        found,
        Figure(say("room-choice-message", decision=concern.decision[:1].lower() + concern.decision[1:]), refs=refs),
        more=(Figure(concern.what_it_is, refs=refs), *_nothing(found)),
        cards=cards,
    )


def _nothing(found: Comparison) -> tuple[Figure, ...]:
    """A word on doing nothing where it was taken out of the options."""
    left_out = nothing_left_out(found.concern, [row.treatment for row in found.options])
    return () if left_out is None else (left_out,)


def _who(row: OptionRow) -> tuple[Part, ...]:
    """Who does it, in the words of Compare; nothing to say where the source does not tell."""
    if row.role == "nothing":
        return (Part("", Figure(say("compare-nothing-who"))),)
    told = row.treatment.who_does_it
    return (Part("", Figure(told, refs=(f"treatments:{row.treatment.treatment_id}",))),) if told else ()


def _visit(found: Comparison) -> Screen:
    cards = []
    for row in found.options:
        if row.role == "nothing":
            cards.append(Card(row.treatment, (Part("", Figure(say("compare-nothing-what"))),)))
            continue
        treatment = row.treatment
        told = (
            Figure(sentence(treatment.what_happens), refs=(f"treatments:{treatment.treatment_id}",))
            if treatment.what_happens
            else Figure(say("cell-unknown"), known=False)
        )
        # How it is numbed stands in what happens; here once more it would be another wording for the same.
        pain = replace(row.discomfort, note=row.discomfort.note.split(_BETWEEN_NOTES, maxsplit=1)[0])
        cards.append(Card(treatment, (Part("", told), Part(say("column-discomfort"), pain))))
    return _screen("visit", found, _named(found, "room-visit-message"), cards=tuple(cards))


def _recovery(found: Comparison) -> Screen:
    group = found.concern.group
    cards = []
    for row in found.options:
        parts = [Part(say("column-visits"), row.visits)]
        if group == "skin":
            parts.append(Part(say("column-days-skin"), row.days))
            parts.append(Part(say("column-shown-skin"), row.shows, _strip(row, "shows")))
        else:
            parts.append(Part(say("column-days-pain"), row.days, _strip(row, "sore")))
        parts.append(Part(say(f"column-course-{group}"), row.course_days))
        cards.append(Card(row.treatment, tuple(parts)))
    needling = _needling(found)
    message = _named(found, "room-recovery-message")
    if needling is not None and needling.whole is not None:
        name = needling.treatment.mid_sentence
        whole = needling.whole
        low, usual, high = (number(round_half_up(days)) for days in (whole.low, whole.typical, whole.high))
        text = say(
            f"room-recovery-message-{group}",
            treatment=name,
            days=usual,
            range="no" if low == high else "yes",
            low=low,
            high=high,
        )
        message = Figure(sentence(text), refs=needling.course_days.refs, rule="course")
    return _screen("recovery", found, message, cards=tuple(cards))


def _strip(row: OptionRow, measure: LineName) -> Range | None:
    """The days of one measure, for a strip under its own figure."""
    item = named(row.recovery, measure)
    return None if item is None else item.days


def _works(found: Comparison) -> Screen:
    people = next(question for question in found.questions if question.name == "people").cells
    shown = [cell.people.ref for cell in people if cell.people is not None]
    cards = []
    for row, cell in zip(found.options, people, strict=True):
        parts = [Part("", row.effect)]
        # Where the figures are people counted, the block of 100 shows both sides of the same study.
        counted = cell.people is not None and cell.people.ref in row.effect.refs
        if row.effect_figures and not counted:
            parts.append(Part("", Figure(sentence(row.effect_figures), refs=row.effect.refs, rule="headline")))
        both = cell.people is not None and shown.count(cell.people.ref) > 1
        words = None if cell.people is None else _people_words(cell.people, both_shown=both)
        cards.append(
            Card(
                row.treatment,
                tuple(parts),
                row.rating,
                rated=row.role != "nothing",
                people=cell.people,
                people_words=words,
            )
        )
    # Every option says its answer in its own column, needling too: said over the columns it would be told twice.
    message = _named(found, "room-works-message")
    bases = bases_words(found.options, found.concern.group)
    return _screen("works", found, message, more=(Figure(bases),) if bases else (), cards=tuple(cards))


def _people_words(people: People, *, both_shown: bool) -> PeopleWords:
    event = sentence(people.outcome)
    if not both_shown:
        event = f"{event} {sentence(people.beside)}"
    return PeopleWords(people.counts, people.alt, f"{event} {sentence(people.pair.face)}")


def _harm_card(
    evidence: Evidence, concern: Concern, group: HarmGroup, harms: tuple[str, ...], skin_type: int | None
) -> Card:
    """One option: the same harms in the same order as every other, then what else is serious."""
    treatment = group.treatment
    marks: tuple[SkinRate, ...] = ()
    if concern.group == "skin":
        every = skin_rates(evidence, treatment.treatment_id, concern.concern_id, skin_type)
        marks = tuple(item for item in every if item.rate.harm in tone_harms(evidence))
    parts = [
        Part(say(f"harm-{answer.harm}"), figure)
        for answer in group.answers
        if answer.harm in harms
        for figure in _harm_figures(evidence, answer, tuple(item for item in marks if item.rate.harm == answer.harm))
    ]
    parts += [Part(say(f"harm-{item.harm}"), rate_figure(evidence, item, qualifier(item))) for item in group.serious]
    if group.unrated:
        names = join_list([in_sentence(risk.harm_label) for risk in group.unrated])
        refs = tuple(f"risks:{risk.risk_id}" for risk in group.unrated)
        parts.append(Part(say("harms-unrated-short"), Figure(names, refs=refs, rule="stated")))
    # The newest of each, who warns and of what; the rest of it and the others stand on Compare.
    parts += [Part("", _first_sentence(figure)) for figure in warning_figures(group.warnings)[:1]]
    if not group.is_known and not group.warnings:
        parts = [Part("", Figure(say("harms-none"), known=False))]
    return Card(treatment, tuple(parts))


def _first_sentence(figure: Figure) -> Figure:
    return replace(figure, text=sentences_of(figure.text)[0])


def _harm_figures(evidence: Evidence, answer: HarmAnswer, marks: tuple[SkinRate, ...]) -> tuple[Figure, ...]:
    """One harm of one option, as on Compare, without its name; dark and pale marks for the skin type told."""
    reported = "" if answer.reported is None else reported_words(answer.reported)
    if marks:
        return tuple(
            _with_note(
                Figure(rate_text(evidence, item.rate), refs=item.rate.refs, rule="rates"),
                skin_note(item) if item.fits != "any" else "",
                sure_words(evidence, item.rate),
            )
            for item in marks
        )
    if answer.reported is not None and not answer.rates:
        return (reported_figure(answer.reported),)
    if not answer.is_known:
        return (Figure(say("harms-not-counted"), known=False, rule="rates"),)
    return tuple(
        _with_note(
            Figure(rate_text(evidence, item), refs=item.refs, rule="rates"),
            qualifier(item),
            seen_elsewhere(evidence, item),
            sure_words(evidence, item),
            reported,
        )
        for item in answer.rates
    )


def _with_note(figure: Figure, *notes: str) -> Figure:
    return replace(figure, note=sentence("; ".join(note for note in notes if note)))


def _harms(evidence: Evidence, found: Comparison, skin_type: int | None) -> Screen:
    names = {row.treatment.treatment_id for row in found.options}
    shown = same_list(group for group in found.page.harms if group.treatment.treatment_id in names)
    groups = {group.treatment.treatment_id: group for group in shown}
    harms = tuple(answer.harm for answer in shown[0].answers)[:_HARMS_SHOWN] if shown else ()
    cards = []
    for row in found.options:
        group = groups.get(row.treatment.treatment_id)
        if group is None:
            cards.append(Card(row.treatment, (Part("", Figure(say("compare-nothing-harms"))),)))
        else:
            cards.append(_harm_card(evidence, found.concern, group, harms, skin_type))
    # One against the other says most where options stand side by side, as far as four cards leave room for it.
    more = [
        Figure(one.said.text, refs=one.said.refs, rule="headline") for one in found.page.contrasts[:_CONTRASTS_SHOWN]
    ]
    if len(cards) == MOST:
        more = more[:1]
    if found.concern.group == "skin":
        text = say("room-skin-told", type=ROMAN[skin_type - 1]) if skin_type else say("room-skin-not-told")
        more.append(Figure(text))
    return _screen("harms", found, _named(found, "room-harms-message"), more=tuple(more), cards=tuple(cards))


def _matters(found: Comparison, table: Board | None, said: Said) -> Screen:
    """The things that may matter, to talk about; where options have figures of their own, those and no scale's ends.

    What the person picked comes first, in their order.
    """
    if table is None:
        return _screen("matters", found, Figure(say("room-matters-message")))
    by_id = {criterion.criterion_id: criterion for criterion in table.criteria if criterion.askable}
    told = dict(said)
    order = [*(name for name in told if name in by_id), *(name for name in by_id if name not in told and name != "own")]
    points = []
    for name in order:
        criterion = by_id[name]
        score = told.get(name)
        note = "" if score is None else say("room-said-points", points=score)
        figure = Figure(note) if name == "own" else replace(_each(table, criterion), note=note)
        points.append(Part(say(f"priorities-name-{name}", group=found.concern.group), figure))
    message = say("room-matters-told") if told else say("room-matters-message")
    return _screen("matters", found, Figure(message), more=(Figure(say("room-matters-talk")),), points=tuple(points))


# What can be said of each option in one figure; the rest has screens of its own.
_TOLD_OF_EACH = ("certainty", "visits", "downtime", "comfort", "harm", "cost")


def _each(table: Board, criterion: Criterion) -> Figure:
    """What each option comes to, in its own figure; of the improvement, which screen tells it."""
    if criterion.criterion_id not in _TOLD_OF_EACH:
        return Figure(say("room-matters-works", place=SCREENS.index("works") + 1))
    told = [
        say("room-matters-of", name=treatment.short_name, figure=in_sentence(item.figure.text))
        for treatment, item in zip(table.options, criterion.measures, strict=True)
    ]
    refs = tuple(dict.fromkeys(ref for item in criterion.measures for ref in item.figure.refs))
    return Figure("; ".join(told), refs=refs)


_TO_TAKE = ("summary", "questions", "time")


def _home(evidence: Evidence, found: Comparison) -> Screen:
    """What to take along, and the signs after a visit that call for an ambulance; each once."""
    points = [Part("", Figure(say(f"room-home-{name}"))) for name in _TO_TAKE]
    told: dict[str, Figure] = {}
    for row in found.options:
        if row.role != "nothing":
            after = afterwards(evidence, row.treatment.treatment_id, found.concern.concern_id)
            signs = [sign for sign in after.signs if sign.action == "emergency"]
            title = say("after-title-emergency")
            told |= {sign.text: Figure(f"{title}: {sign.line()}", refs=sign.refs) for sign in signs}
    points += [Part(say("room-home-after"), figure) for figure in list(told.values())[:_AFTER_SHOWN]]
    if len(told) > _AFTER_SHOWN:
        points.append(Part("", Figure(count_words(len(told) - _AFTER_SHOWN))))
    return _screen("home", found, Figure(say("room-home-message")), points=tuple(points))
