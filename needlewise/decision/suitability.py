"""Which options a person could have now, should ask about first, or should not have now, from what they tick.

Nothing here remembers an answer: every function takes the answers and gives a value back. A missing caution is never an
all-clear: it is an answer of its own, "no study or guidance found".

Vocabulary
    condition   something true of a person that may matter (blood thinners, a pacemaker)
    caution     a published reason to wait, to ask or not to have a treatment with that condition
    skin type   1 to 6, Fitzpatrick I to VI
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cached_property
from typing import Literal, get_args

from needlewise.decision.told import Answers, Detail, in_force
from needlewise.evidence.model.advice import DatedCaution, Situation
from needlewise.evidence.model.rows import Caution, Concern, Condition, Risk, Treatment
from needlewise.evidence.model.store import Evidence
from needlewise.evidence.model.vocabulary import DARK_SKIN, ThresholdId
from needlewise.evidence.rules.rates import Rate, rates, rates_among
from needlewise.evidence.rules.waits import wait_ends
from needlewise.words import say, sentence

Answer = Literal["not_now", "ask_first", "unknown", "go_ahead"]
# The most careful first: an option's answer is the first of these that any of its reasons gives.
ANSWERS: tuple[Answer, ...] = ("not_now", "ask_first", "unknown", "go_ahead")
# The age in years from which a person is no child: for a younger one silence is told as silence.
ADULT = 18
# A reason that stands only because the skin tone was not told: never printed as something that a person said.
SKIN_UNTOLD = "skin_untold"


# The ground a caution stands on, the firmest first. One that is not in a row is read from its sources.
Ground = Literal["regulator", "guideline", "label", "study", "expert", "leaflet", "trial_exclusion"]
GROUNDS: tuple[Ground, ...] = get_args(Ground)
_GROUND_OF_SOURCE: dict[str, Ground] = {
    "regulator": "regulator",
    "guideline": "guideline",
    "manufacturer": "label",
    "study": "study",
    "reference": "study",
}


@dataclass(frozen=True)
class Said:
    """One sentence beside the first: what another source says of the same, and the ground it stands on."""

    text: str
    answer: Answer
    ground: Ground | None = None


@dataclass(frozen=True)
class Reason:
    """Why an option is answered as it is: one condition, one sentence, the rows behind it.

    Attributes:
        part: the treatment inside this one that the caution was written for.
        weak: only a clinic, a maker or the press says so.
        ground: what the first sentence stands on, where its row says so.
        others: what other sources say: less careful ones, and what holds in one place only.
        until: the day from which no source asks to wait any more; None where none can be told.
        wait_days: the longest wait that a source asks for where the day it counts from was not told.
        pause: for something left out around each visit, how many days before and after it.
        detail: what was told beside the tick; None where nothing was.
        birth: for a pregnancy with its week told, about the day on which the baby is due; no wait ends then by itself.
    """

    condition: str
    answer: Answer
    text: str
    refs: tuple[str, ...] = ()
    part: str = ""
    weak: bool = False
    ground: Ground | None = None
    others: tuple[Said, ...] = ()
    until: date | None = None
    wait_days: int | None = None
    pause: Pause | None = None
    detail: Detail | None = None
    birth: date | None = None

    @property
    def otherwise(self) -> str:
        """What an equally sound or better source says that is less careful; empty where none does."""
        return next((one.text for one in self.others if one.answer != self.answer), "")

    @property
    def words(self) -> str:
        """All that is said: with the part that it was written for, what it stands on, and what others say."""
        text = say("suitability-part", part=self.part, text=self.text) if self.part else self.text
        told = [_on_ground(text, self.ground)]
        told += [say("suitability-otherwise", text=_on_ground(one.text, one.ground)) for one in self.others]
        return " ".join(told)


def _on_ground(text: str, ground: Ground | None) -> str:
    """A sentence with the ground it stands on; a study that left people out says that itself."""
    if ground is None:
        return sentence(text)
    if ground == "trial_exclusion":
        return f"{sentence(text)} {say('suitability-exclusion')}"
    return sentence(f"{sentence(text).rstrip('.')} ({say(f'caution-basis-{ground}')})")


@dataclass(frozen=True)
class Pause:
    """Days without something before and after each visit: the shortest and the longest that sources ask for."""

    before: tuple[int, int]
    after: tuple[int, int]


@dataclass(frozen=True)
class Advice:
    """One option: the answer, the reasons most careful first, and what holds for everyone."""

    treatment: Treatment
    answer: Answer
    reasons: tuple[Reason, ...]
    everyone: tuple[Reason, ...]

    @property
    def until(self) -> date | None:
        """The first day on which nothing told says to wait; None where no date ends it, or nothing says so."""
        waits = [reason.until for reason in self.reasons if reason.answer == "not_now"]
        days = [day for day in waits if day is not None]
        return max(days) if days and len(days) == len(waits) else None

    @property
    def earliest(self) -> date | None:
        """The first day that can be put on a calendar: the end of every wait; for a pregnancy, about when it is due."""
        days = [reason.until or reason.birth for reason in self.stops]
        known = [day for day in days if day is not None]
        return max(known) if known and len(known) == len(days) else None

    @property
    def told(self) -> Advice:
        """The same from what was told only, for the paper and the wall: a skin tone that nobody told is not in it."""
        reasons = tuple(reason for reason in self.reasons if reason.condition != SKIN_UNTOLD)
        answer: Answer = reasons[0].answer if reasons else "go_ahead"
        return self if reasons == self.reasons else replace(self, answer=answer, reasons=reasons)

    @property
    def stops(self) -> tuple[Reason, ...]:
        """The reasons not to have it now."""
        return tuple(reason for reason in self.reasons if reason.answer == "not_now")


@dataclass(frozen=True)
class Statement:
    """One row of the cautions as it may speak.

    Attributes:
        advice: `avoid`, `delay`, `ask_first` or `ok`, as its row says.
        ground: what it stands on; `is_stated` where its row says so, else read from its sources.
        situations: for whom it speaks; empty for everyone with the condition.
        places: True where it holds in one place only, and so decides nothing.
        wait_days, after_days: days that must have passed before a treatment, and days to keep away after it.
        around: what it speaks of is left out around each visit.
    """

    advice: str
    text: str
    ref: str
    part: str
    ground: Ground
    is_stated: bool
    weak: bool
    situations: frozenset[str]
    places: bool
    wait_days: int | None
    after_days: int | None
    around: bool

    def answer(self, day: date | None, today: date | None, *, all_over: bool) -> Answer | None:
        """What it says to someone with that day; None where the wait it asks for is over.

        `all_over` tells that every wait with a number is over. A study that left people out closes nothing by itself,
        and what is only left out around a visit, or kept apart from it afterwards, is a thing to ask about.
        """
        if self.advice == "ok":
            return "go_ahead"
        if self.is_over(day, today):
            return None
        if self.advice == "ask_first" or (self.advice == "avoid" and self.ground == "trial_exclusion"):
            return "ask_first"
        if self.advice == "delay" and (self.around or (self.wait_days is None and self.after_days is not None)):
            return "ask_first"
        if self.advice == "delay" and self.wait_days is None and all_over:
            return "ask_first"
        return "not_now"

    @property
    def told_ground(self) -> Ground | None:
        """The ground as it may be told: what is only read from the kind of its sources orders, and is not said."""
        return self.ground if self.is_stated else None

    def is_over(self, day: date | None, today: date | None) -> bool:
        """True when the days it asks for have passed."""
        if self.wait_days is None or day is None or today is None or self.around:
            return False
        return today >= wait_ends(day, self.wait_days)


def _is_weak(evidence: Evidence, source_ids: tuple[str, ...]) -> bool:
    return all(evidence.sources[source_id].is_weak for source_id in source_ids)


def _ground(evidence: Evidence, caution: Caution, *, exclusion: bool) -> Ground:
    """The firmest ground among the sources of a caution that has no column for it."""
    if exclusion:
        return "trial_exclusion"
    kinds = [_GROUND_OF_SOURCE.get(evidence.sources[name].basis, "leaflet") for name in caution.source_ids]
    return min(kinds, key=GROUNDS.index)


def _statement(evidence: Evidence, row: Caution | DatedCaution, treatment_id: str) -> Statement:
    """A row of either table of cautions as it may speak of a treatment or of one that holds its own inside."""
    term = evidence.caution_terms.get(row.caution_id)
    named = () if term is None else term.situations
    places = frozenset(name for name in named if evidence.situations[name].kind == "place")
    dated = isinstance(row, DatedCaution)
    before, after = (row.delay_days_before, row.delay_days_after) if isinstance(row, DatedCaution) else (None, None)
    waits = before if before is not None else None if term is None else term.wait_days
    asked = [found for found in evidence.situations.values() if found.condition == row.condition]
    return Statement(
        row.advice,
        row.reason,
        f"{'dated_cautions' if dated else 'cautions'}:{row.caution_id}",
        "" if row.treatment_id == treatment_id else evidence.treatments[row.treatment_id].mid_sentence,
        row.basis
        if isinstance(row, DatedCaution)
        else _ground(evidence, row, exclusion=term is not None and term.exclusion),
        dated or (term is not None and term.exclusion),
        _is_weak(evidence, row.source_ids),
        frozenset(named) - places,
        bool(places),
        None if waits is None else int(waits),
        None if after is None else int(after),
        any(found.asks == "around" for found in asked),
    )


def _about(evidence: Evidence, treatment_id: str) -> list[Caution | DatedCaution]:
    """The cautions of a treatment and of its parts."""
    names = (treatment_id, *evidence.treatments[treatment_id].contains)
    every: Iterable[Caution | DatedCaution] = (*evidence.cautions.values(), *evidence.dated_cautions.values())
    return [row for row in every if row.treatment_id in names]


def _reason(known: Cautions, condition: str, detail: Detail, today: date | None) -> Reason | None:
    """What the cautions say of one condition: the most careful first, then what others say. None where none speaks.

    A stricter statement is never silenced by a milder one that stands on firmer ground: both are told.
    """
    now = in_force(known.situations, detail, today)
    is_numbered = detail.day is not None or detail.week is not None
    rows = [
        row
        for row in known.statements.get(condition, ())
        if (not row.situations or row.situations & now)
        # That a wait is over is said only to someone who told the day.
        and (is_numbered or row.advice != "ok" or not row.situations)
    ]
    numbered = [row for row in rows if row.wait_days is not None and row.advice == "delay" and not row.around]
    all_over = bool(numbered) and all(row.is_over(detail.day, today) for row in numbered)
    said = [(row, row.answer(detail.day, today, all_over=all_over)) for row in rows]
    told = [(row, answer) for row, answer in said if answer is not None]
    deciding = [(row, answer) for row, answer in told if not row.places]
    if not deciding:
        return (
            Reason(condition, "go_ahead", say("suitability-wait-over"), tuple(row.ref for row in rows))
            if rows
            else None
        )
    deciding.sort(
        key=lambda pair: (
            ANSWERS.index(pair[1]), -(pair[0].wait_days or 0), pair[0].ground == "trial_exclusion",
            not pair[0].is_stated, bool(pair[0].part), GROUNDS.index(pair[0].ground),
        )
    )  # fmt: skip
    first, answer = deciding[0]
    same = [row for row, given in deciding if given == answer]
    birth = _birth(known, detail, today) if answer == "not_now" else None
    return Reason(
        condition,
        answer,
        first.text,
        (*(row.ref for row, _ in told), *([] if birth is None else [f"thresholds:{_DUE}"])),
        first.part,
        all(row.weak for row in same),
        first.told_ground,
        _others(told, first, answer),
        _until(same, detail, today) if answer == "not_now" else None,
        max((row.wait_days for row in same if row.wait_days is not None), default=None)
        if answer == "not_now" and detail.day is None
        else None,
        _pause([row for row in rows if row.around]),
        None if detail == Detail(condition) else detail,
        birth,
    )


def _others(told: list[tuple[Statement, Answer]], first: Statement, answer: Answer) -> tuple[Said, ...]:
    """What is told beside the first: of each less careful answer the one on the firmest ground, and of places."""
    found: dict[tuple[Answer, bool], Statement] = {}
    for row, given in sorted(told, key=lambda pair: (ANSWERS.index(pair[1]), GROUNDS.index(pair[0].ground))):
        if row.text != first.text and (given != answer or row.places):
            found.setdefault((given, row.places), row)
    return tuple(Said(row.text, given, row.told_ground) for (given, _), row in found.items())


def _until(rows: list[Statement], detail: Detail, today: date | None) -> date | None:
    """The day on which the longest wait ends; None while the day it counts from is not told, or one has no end."""
    if detail.day is None or today is None or any(row.wait_days is None for row in rows):
        return None
    return max(wait_ends(detail.day, row.wait_days or 0) for row in rows)


# The week of pregnancy in which a baby is due.
_DUE: ThresholdId = "pregnancy_due"


def _birth(known: Cautions, detail: Detail, today: date | None) -> date | None:
    """About the day on which a baby is due, counted from the week told; None without a week, or for more than that."""
    held = [known.situations[name] for name in detail.choices if name in known.situations]
    if detail.week is None or today is None or known.due is None or any(row.asks != "weeks" for row in held):
        return None
    return today + timedelta(weeks=max(known.due - detail.week, 0))


def _pause(rows: list[Statement]) -> Pause | None:
    """Days without it before and after a visit, over all rows that give some."""
    before = [row.wait_days for row in rows if row.wait_days is not None]
    after = [row.after_days for row in rows if row.after_days is not None]
    if not before and not after:
        return None
    return Pause((min(before, default=0), max(before, default=0)), (min(after, default=0), max(after, default=0)))


@dataclass(frozen=True)
class Cautions:
    """All that is known to speak against one option, whoever asks.

    Attributes:
        statements: every row that may speak, by condition; one that no caution of the option names is not in it.
        situations: what a person may say of a condition, by id.
        conditions: the conditions themselves, by id.
        dark_from: the lightest skin type, 1 to 6, that the studies call darker skin.
        listed: False when there is no caution at all, which is no all-clear.
        due: the week of pregnancy in which a baby is due; None where the tables do not say.
    """

    treatment: Treatment
    statements: Mapping[str, tuple[Statement, ...]]
    situations: Mapping[str, Situation]
    conditions: Mapping[str, Condition]
    dark_from: int
    listed: bool
    due: int | None = None

    @cached_property
    def reasons(self) -> Mapping[str, Reason]:
        """What is said of each condition to someone who ticked it and told no more."""
        found = {name: _reason(self, name, Detail(name), None) for name in self.statements}
        return {name: reason for name, reason in found.items() if reason is not None}

    @cached_property
    def everyone(self) -> tuple[Reason, ...]:
        """What holds whoever the person is: where, how and by whom it is done."""
        return self.everyone_with(None)

    @cached_property
    def untold(self) -> Reason:
        """What is said of darker skin to someone who has not told their skin tone: to ask first, never more."""
        dark = _reason(self, DARK_SKIN, Detail(DARK_SKIN), None) or unknown(DARK_SKIN)
        if dark.answer == "unknown":
            return replace(dark, condition=SKIN_UNTOLD)
        text = say("suitability-untold", text=dark.text)
        return replace(dark, condition=SKIN_UNTOLD, answer="ask_first", text=text)

    def everyone_with(self, concern: Concern | None) -> tuple[Reason, ...]:
        """The same for a concern: the heel's caution is told at the heel."""
        rows = [row for row in self.conditions.values() if row.group == "everyone" and counts_for(row, concern)]
        return tuple(self.reasons[row.condition_id] for row in rows if row.condition_id in self.reasons)


def counts_for(condition: Condition, concern: Concern | None) -> bool:
    """True when a condition matters for a concern: lungs only where needles come near them, a heel at the heel.

    Without a concern everything matters.
    """
    if concern is None:
        return True
    if condition.near_lungs and not concern.near_lungs:
        return False
    return not condition.concern_ids or concern.concern_id in condition.concern_ids


# Families in which nothing is done with a needle.
_WITHOUT_NEEDLES = ("movement", "laser", "peel")


def cautions(evidence: Evidence, treatment_id: str) -> Cautions:
    """All cautions of one option. Doing nothing is not a treatment, so nothing stands in its way."""
    treatment = evidence.treatments[treatment_id]
    dark_from = evidence.conditions[DARK_SKIN].skin_type_from or 1
    about = [] if treatment.family == "nothing" else _about(evidence, treatment_id)
    found: dict[str, tuple[Statement, ...]] = {}
    for row in about:
        found[row.condition] = (*found.get(row.condition, ()), _statement(evidence, row, treatment_id))
    due = int(evidence.threshold(_DUE))
    return Cautions(treatment, found, evidence.situations, evidence.conditions, dark_from, listed=bool(about), due=due)


def advise(
    evidence: Evidence,
    treatment_id: str,
    answers: Answers,
    *,
    skin: bool,
    concern: Concern | None = None,
    today: date | None = None,
) -> Advice:
    """The answer for one option. `skin` tells whether skin tone matters (concerns of the skin).

    Not now, when a caution says to avoid or to delay; ask first, when one says to ask; no study or guidance found, when
    a ticked condition has no caution, or the treatment has none at all; go ahead only when every ticked condition was
    looked at and none stands in the way. Doing nothing is not a treatment, so nothing stands in its way.

    `concern` leaves out what cannot matter there; `today` is what days told are counted to.
    """
    return advise_from(cautions(evidence, treatment_id), answers, skin=skin, concern=concern, today=today)


def advise_from(
    known: Cautions, answers: Answers, *, skin: bool, concern: Concern | None = None, today: date | None = None
) -> Advice:
    """As `advise`, from the cautions of an option already read."""
    if known.treatment.family == "nothing":
        return Advice(known.treatment, "go_ahead", (), ())
    asked = [name for name in answers.conditions if _matters(known, name, concern)]
    reasons = [found for name in asked if (found := _told_reason(known, name, answers, today)) is not None]
    if skin and answers.maybe_dark(known.dark_from):
        dark = _reason(known, DARK_SKIN, Detail(DARK_SKIN), today) or unknown(DARK_SKIN)
        reasons.append(known.untold if answers.untold else dark)
    if not known.listed:
        reasons = [Reason("", "unknown", say("suitability-no-list"))]
    reasons.sort(key=lambda reason: ANSWERS.index(reason.answer))
    answer: Answer = reasons[0].answer if reasons else "go_ahead"
    return Advice(known.treatment, answer, tuple(reasons), known.everyone_with(concern))


def combined(found: Sequence[Advice]) -> Advice:
    """One answer for an option that stands in two concerns: each reason of either once, the most careful first."""
    first, *others = found
    if not others:
        return first
    reasons = list(dict.fromkeys(reason for advice in found for reason in advice.reasons))
    reasons.sort(key=lambda reason: ANSWERS.index(reason.answer))
    everyone = tuple(dict.fromkeys(reason for advice in found for reason in advice.everyone))
    return Advice(first.treatment, reasons[0].answer if reasons else "go_ahead", tuple(reasons), everyone)


def _matters(known: Cautions, condition: str, concern: Concern | None) -> bool:
    """True when a condition ticked can matter for this option and concern."""
    row = known.conditions[condition]
    if row.needles_only and known.treatment.family in _WITHOUT_NEEDLES and condition not in known.statements:
        return False
    return counts_for(row, concern)


def _told_reason(known: Cautions, condition: str, answers: Answers, today: date | None) -> Reason | None:
    """What is said of a condition ticked. Of an age only the cautions that name it speak, but for a child."""
    found = _reason(known, condition, answers.detail(condition), today)
    if found is None and known.conditions[condition].group == "age":
        others = [name for name in answers.conditions if name != condition and known.conditions[name].group == "age"]
        if known.conditions[condition].age_below != ADULT or any(name in known.statements for name in others):
            return None
    detail = answers.detail(condition)
    return found or unknown(condition, None if detail == Detail(condition) else detail)


def unknown(condition: str, detail: Detail | None = None) -> Reason:
    """What is said of a condition that no caution of an option names."""
    return Reason(condition, "unknown", say("suitability-unknown"), detail=detail)


def checklist(evidence: Evidence) -> dict[str, tuple[str, ...]]:
    """Every condition a person may be asked about, in everyday groups, both in the order of `conditions.csv`."""
    found: dict[str, tuple[str, ...]] = {}
    for row in evidence.conditions.values():
        if row.group not in ("everyone", "skin_tone", "age"):
            found[row.group] = (*found.get(row.group, ()), row.condition_id)
    return found


def questions(
    evidence: Evidence, treatment_ids: tuple[str, ...], concern: Concern | None = None
) -> dict[str, tuple[str, ...]]:
    """The checklist for some options: only conditions that a caution of one of them names; empty groups left out.

    With a concern, only what can matter there.
    """
    names = {part for name in treatment_ids for part in (name, *evidence.treatments[name].contains)}
    every: Iterable[Caution | DatedCaution] = (*evidence.cautions.values(), *evidence.dated_cautions.values())
    known = {row.condition for row in every if row.treatment_id in names}
    found = {
        group: tuple(name for name in conditions if name in known and counts_for(evidence.conditions[name], concern))
        for group, conditions in checklist(evidence).items()
    }
    return {group: conditions for group, conditions in found.items() if conditions}


@dataclass(frozen=True)
class SkinRate:
    """The rate of one harm for a skin type, and whether that type was among those studied.

    `fits`: `yes` studied in it; `other` studied in other types; `any` no type was told. `low` and `high` are the types
    studied, None when the studies do not say; `unstated` that some of several studies do not. `elsewhere` are the nouns
    of other concerns that people of the studies were treated for.
    """

    rate: Rate
    fits: Literal["yes", "other", "any"]
    low: int | None
    high: int | None
    unstated: bool
    elsewhere: tuple[str, ...]


def _studied(rows: tuple[Risk, ...]) -> tuple[int | None, int | None]:
    types = [value for row in rows for value in (row.fitz_low, row.fitz_high) if value is not None]
    return (min(types), max(types)) if types else (None, None)


def _includes(row: Risk, skin_type: int) -> bool:
    return row.fitz_low is not None and row.fitz_low <= skin_type <= (row.fitz_high or row.fitz_low)


def skin_rates(evidence: Evidence, treatment_id: str, concern_id: str, skin_type: int | None) -> tuple[SkinRate, ...]:
    """Each harm's rate in people of this skin type where a study had them; else in all who were studied, with a flag.

    The rules for rates (`rates`) hold throughout. In the order of `harms.csv`, people before visits.
    """
    everyone = rates(evidence, treatment_id, concern_id)
    own: tuple[Rate, ...] = ()
    if skin_type is not None:
        fitting = [row for row in evidence.about(treatment_id).risks if _includes(row, skin_type)]
        own = rates_among(evidence, fitting, concern_id)
    mine = {rate.harm for rate in own}
    found = []
    for harm in dict.fromkeys(rate.harm for rate in everyone):
        for chosen in own if harm in mine else everyone:
            if chosen.harm == harm:
                fits: Literal["yes", "other", "any"] = (
                    "any" if skin_type is None else "yes" if harm in mine else "other"
                )
                unstated = any(row.fitz_low is None and row.fitz_high is None for row in chosen.rows)
                nouns = tuple(evidence.concerns[name].noun for name in chosen.elsewhere)
                found.append(SkinRate(chosen, fits, *_studied(chosen.rows), unstated, nouns))
    return tuple(found)
