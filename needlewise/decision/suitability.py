"""Which options a person could have now, should ask about first, or should not have now, from what they tick.

Nothing here remembers an answer: every function takes the answers and gives a value back. A missing caution is never an
all-clear: it is an answer of its own, "no study or guidance found".

Vocabulary
    condition   something true of a person that may matter (blood thinners, a pacemaker)
    caution     a published reason to wait, to ask or not to have a treatment with that condition
    skin type   1 to 6, Fitzpatrick I to VI
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal

from needlewise.evidence.model.rows import Caution, Risk, Treatment
from needlewise.evidence.model.store import Evidence
from needlewise.evidence.model.vocabulary import DARK_SKIN
from needlewise.evidence.rules.rates import Rate, rates, rates_among
from needlewise.words import say, sentence

Answer = Literal["not_now", "ask_first", "unknown", "go_ahead"]
# The most careful first: an option's answer is the first of these that any of its reasons gives.
ANSWERS: tuple[Answer, ...] = ("not_now", "ask_first", "unknown", "go_ahead")
_ANSWER_OF: dict[str, Answer] = {"avoid": "not_now", "delay": "not_now", "ask_first": "ask_first"}


@dataclass(frozen=True)
class Answers:
    """What a person told: skin type 1 to 6 (None: not told), whether they are unsure of it, the conditions ticked."""

    skin_type: int | None = None
    unsure: bool = False
    conditions: tuple[str, ...] = ()

    @property
    def untold(self) -> bool:
        """True when nothing was said of skin tone."""
        return self.skin_type is None and not self.unsure

    def maybe_dark(self, dark_from: int) -> bool:
        """True when the cautions for darker skin count: nobody's skin is taken for light before they say so.

        `dark_from` is the lightest type that the studies call darker skin.
        """
        return self.skin_type is None or self.skin_type >= dark_from


@dataclass(frozen=True)
class Reason:
    """Why an option is answered as it is: one condition, one sentence, the rows behind it.

    `part` names the treatment inside this one that the caution was written for; `weak` marks a caution that only a
    clinic, a maker or the press gives; `otherwise` is what an equally strong source says that is less careful.
    """

    condition: str
    answer: Answer
    text: str
    refs: tuple[str, ...] = ()
    otherwise: str = ""
    part: str = ""
    weak: bool = False

    @property
    def words(self) -> str:
        """All that is said: with the part that it was written for, and what a less careful source says."""
        text = say("suitability-part", part=self.part, text=self.text) if self.part else self.text
        if self.otherwise:
            text = f"{sentence(text)} {say('suitability-otherwise', text=sentence(self.otherwise))}"
        return sentence(text)


@dataclass(frozen=True)
class Advice:
    """One option: the answer, the reasons most careful first, and what holds for everyone."""

    treatment: Treatment
    answer: Answer
    reasons: tuple[Reason, ...]
    everyone: tuple[Reason, ...]


def _is_weak(evidence: Evidence, caution: Caution) -> bool:
    return all(evidence.sources[source_id].is_weak for source_id in caution.source_ids)


def _about(evidence: Evidence, treatment_id: str) -> list[Caution]:
    """The cautions of a treatment and of its parts."""
    names = (treatment_id, *evidence.treatments[treatment_id].contains)
    return [row for row in evidence.cautions.values() if row.treatment_id in names]


def _speaking(evidence: Evidence, about: list[Caution], treatment_id: str, condition: str) -> list[Caution]:
    """The cautions of a treatment and its parts that speak: stronger sources before clinics, makers and the press.

    The most careful comes first; of equally careful ones, the treatment's own.
    """
    rows = [row for row in about if row.condition == condition]
    strong = [row for row in rows if not _is_weak(evidence, row)]
    return sorted(
        strong or rows, key=lambda row: (ANSWERS.index(_ANSWER_OF[row.advice]), row.treatment_id != treatment_id)
    )


def _reason(evidence: Evidence, about: list[Caution], treatment_id: str, condition: str) -> Reason | None:
    rows = _speaking(evidence, about, treatment_id, condition)
    if not rows:
        return None
    first = rows[0]
    answer = _ANSWER_OF[first.advice]
    return Reason(
        condition,
        answer,
        first.reason,
        tuple(f"cautions:{row.caution_id}" for row in rows),
        next((row.reason for row in rows if _ANSWER_OF[row.advice] != answer), ""),
        "" if first.treatment_id == treatment_id else evidence.treatments[first.treatment_id].mid_sentence,
        _is_weak(evidence, first),
    )


@dataclass(frozen=True)
class Cautions:
    """All that is known to speak against one option, whoever asks.

    Attributes:
        reasons: by condition; a condition that no caution of the option names is not in it.
        untold: what is said of darker skin to someone who has not told their skin tone: to ask first, never more.
        everyone: what holds whoever the person is: where, how and by whom it is done.
        dark_from: the lightest skin type, 1 to 6, that the studies call darker skin.
        listed: False when there is no caution at all, which is no all-clear.
    """

    treatment: Treatment
    reasons: Mapping[str, Reason]
    untold: Reason
    everyone: tuple[Reason, ...]
    dark_from: int
    listed: bool


def cautions(evidence: Evidence, treatment_id: str) -> Cautions:
    """All cautions of one option. Doing nothing is not a treatment, so nothing stands in its way."""
    treatment = evidence.treatments[treatment_id]
    dark_from = evidence.conditions[DARK_SKIN].skin_type_from or 1
    if treatment.family == "nothing":
        return Cautions(treatment, {}, unknown(DARK_SKIN), (), dark_from, listed=False)
    about = _about(evidence, treatment_id)
    found = {
        condition: reason
        for condition in dict.fromkeys(row.condition for row in about)
        if (reason := _reason(evidence, about, treatment_id, condition)) is not None
    }
    everyone = tuple(
        found[row.condition_id]
        for row in evidence.conditions.values()
        if row.group == "everyone" and row.condition_id in found
    )
    dark = found.get(DARK_SKIN, unknown(DARK_SKIN))
    if dark.answer != "unknown":
        dark = replace(dark, answer="ask_first", text=say("suitability-untold", text=dark.text))
    return Cautions(treatment, found, dark, everyone, dark_from, listed=bool(about))


def advise(evidence: Evidence, treatment_id: str, answers: Answers, *, skin: bool) -> Advice:
    """The answer for one option. `skin` tells whether skin tone matters (concerns of the skin).

    Not now, when a caution says to avoid or to delay; ask first, when one says to ask; no study or guidance found, when
    a ticked condition has no caution, or the treatment has none at all; go ahead only when every ticked condition was
    looked at and none stands in the way. Doing nothing is not a treatment, so nothing stands in its way.
    """
    return advise_from(cautions(evidence, treatment_id), answers, skin=skin)


def advise_from(known: Cautions, answers: Answers, *, skin: bool) -> Advice:
    """As `advise`, from the cautions of an option already read."""
    if known.treatment.family == "nothing":
        return Advice(known.treatment, "go_ahead", (), ())
    asked = [*answers.conditions, *([DARK_SKIN] if skin and answers.maybe_dark(known.dark_from) else [])]
    reasons = [
        known.untold
        if condition == DARK_SKIN and answers.untold
        else known.reasons.get(condition) or unknown(condition)
        for condition in asked
    ]
    if not known.listed:
        reasons = [Reason("", "unknown", say("suitability-no-list"))]
    reasons.sort(key=lambda reason: ANSWERS.index(reason.answer))
    return Advice(known.treatment, reasons[0].answer if reasons else "go_ahead", tuple(reasons), known.everyone)


def unknown(condition: str) -> Reason:
    """What is said of a condition that no caution of an option names."""
    return Reason(condition, "unknown", say("suitability-unknown"))


def checklist(evidence: Evidence) -> dict[str, tuple[str, ...]]:
    """Every condition a person may be asked about, in everyday groups, both in the order of `conditions.csv`."""
    found: dict[str, tuple[str, ...]] = {}
    for row in evidence.conditions.values():
        if row.group not in ("everyone", "skin_tone"):
            found[row.group] = (*found.get(row.group, ()), row.condition_id)
    return found


def questions(evidence: Evidence, treatment_ids: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    """The checklist for some options: only conditions that a caution of one of them names; empty groups left out."""
    names = {part for name in treatment_ids for part in (name, *evidence.treatments[name].contains)}
    known = {row.condition for row in evidence.cautions.values() if row.treatment_id in names}
    found = {
        group: tuple(condition for condition in conditions if condition in known)
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
