"""The shape of the tables that hold advice rather than findings.

Guidelines, signs afterwards, dated cautions, questions. None of these rows is a result of a study, so none can be a
headline. Each says how far its source goes.
"""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal, Self

from pydantic import BeforeValidator, Field, model_validator

from needlewise.evidence.model.row import Row, fault, ordered
from needlewise.evidence.model.vocabulary import Count, Days, Flag, Id, Ids, Text, blank_is_none, read_whole


class Recommendation(Row):
    """What one recognised body recommends about one option for one concern, as far as the page seen shows it.

    `part` is the part of the people it is for, blank for everyone with the concern.
    """

    key: ClassVar[str] = "guideline_id"
    guideline_id: Id
    concern_id: Id
    treatment_id: Id
    body: Text
    year: Annotated[Annotated[int, Field(ge=1990, le=2100)] | None, BeforeValidator(read_whole)]
    recommendation: Literal["for", "weak_for", "neutral", "weak_against", "against", "not_mentioned"]
    words: Text
    review_visits_low: Count
    review_visits_high: Count
    part: str
    source_ids: Annotated[Ids, Field(min_length=1)]
    checked: Flag

    @model_validator(mode="after")
    def _review_has_both_ends(self) -> Self:
        if (self.review_visits_low is None) != (self.review_visits_high is None):
            raise fault("review", "expected both ends of the visits, or none", column="review_visits_high")
        ordered(self.review_visits_low, None, self.review_visits_high, "review_visits_low")
        return self


class AfterSign(Row):
    """One sign after one treatment: between which days (day 0 is the treatment), and what to do about it.

    `basis` says whether the action and the days stand in the source, in part, or are ours: what is ours has no source
    to lean on, so a screen says so or leaves the day out.
    """

    key: ClassVar[str] = "after_id"
    after_id: Id
    treatment_id: Id
    site: Literal["any", "near_lungs", "joint", "face", "scalp", "scar", "neck"]
    sign: Text
    when_low_days: Days
    when_high_days: Days
    action: Literal["normal", "ring_clinic", "see_doctor", "emergency"]
    basis: Literal["source", "partly", "ours"]
    source_ids: Annotated[Ids, Field(min_length=1)]
    note: str
    checked: Flag

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        ordered(self.when_low_days, None, self.when_high_days, "when_low_days")
        if self.basis == "ours" and not self.note:
            raise fault("basis", "expected what is ours and what the source says", column="note")
        return self


class DatedCaution(Row):
    """A caution that holds at one date, dose, stage or place (`detail`), with the ground it stands on.

    `delay_days_before`: days that must have passed before the treatment (for isotretinoin: since the last tablet);
    30 for each month that the source says, 365 for a year, counted by the calendar (`rules.waits`).
    `delay_days_after`: days to keep away from it afterwards. Several rows may differ: a label, a review and a clinic.
    """

    key: ClassVar[str] = "caution_id"
    caution_id: Id
    treatment_id: Id
    condition: Annotated[str, Field(pattern=r"^[a-z0-9_]+$")]
    detail: Text
    advice: Literal["avoid", "delay", "ask_first", "ok"]
    delay_days_before: Days
    delay_days_after: Days
    reason: Text
    basis: Literal["guideline", "regulator", "label", "trial_exclusion", "leaflet", "study", "expert"]
    source_ids: Annotated[Ids, Field(min_length=1)]
    checked: Flag


class Situation(Row):
    """What changes an answer to a condition: a choice of the person, a span of days or weeks within one, or a place.

    `asks` is what else a choice needs: `days` the day it was, `weeks` the week of pregnancy, `around` nothing: it is
    left out around each visit. A `place` is never asked: what holds for it only is told beside the rest and decides
    nothing.
    """

    key: ClassVar[str] = "situation_id"
    situation_id: Id
    condition: Annotated[str, Field(pattern=r"^[a-z0-9_]+$")]
    kind: Literal["choice", "span", "place"]
    within: str
    asks: Annotated[Literal["days", "weeks", "around"] | None, BeforeValidator(blank_is_none)]
    from_number: Count
    below_number: Count

    @model_validator(mode="after")
    def _spans_lie_within_a_choice(self) -> Self:
        if (self.kind == "span") != bool(self.within) or (self.kind == "span") != (self.from_number is not None):
            raise fault("situation", "expected a choice and a first number for a span, and none else", column="within")
        if self.asks and self.kind != "choice":
            raise fault("situation", "expected a blank: only a choice asks for more", column="asks")
        return self


class CautionTerm(Row):
    """When a row of `cautions` or `dated_cautions` speaks, and how far it goes; a caution without one always speaks.

    `wait_days`: days to wait, where the words of the caution hold a number and no column does. `exclusion`: all that
    the caution says is that a study left these people out.
    """

    key: ClassVar[str] = "caution_id"
    caution_id: Id
    situations: Ids
    wait_days: Count
    exclusion: Flag


class Alias(Row):
    """A name that people know something by, and what it leads to here; `near` where nothing here is about it.

    A `word` of ours leads to the rule that explains it, by the rule's name.
    `refs` are rows that speak of it by itself; `no_study`: we looked, and found no controlled study of it.
    """

    key: ClassVar[str] = "alias_id"
    alias_id: Id
    alias: Text
    means: Literal["name", "brand", "near"]
    leads_to: Literal["concern", "option", "promise", "condition", "word", "nothing"]
    target_ids: Ids
    no_study: Flag
    refs: Ids

    @model_validator(mode="after")
    def _leads_somewhere(self) -> Self:
        if (self.leads_to == "nothing") != (not self.target_ids):
            raise fault("alias", "expected what it leads to, or nothing", column="target_ids")
        return self


class Saying(Row):
    """Something people are told about needling or a rival, and which rows answer it. It holds no verdict of its own.

    `verdict_ids`: promises that were judged. A concern with an option: what was found of it; with `rival_id`, against
    that rival; with `harm`, how often that came; with `figure`, what a visit or a course of it asks. `row_refs`: rows
    that answer it by themselves. `no_study`: we looked, and found no study of it.
    """

    key: ClassVar[str] = "saying_id"
    saying_id: Id
    saying: Text
    verdict_ids: Ids
    concern_id: str
    treatment_id: str
    rival_id: str
    harm: str
    figure: Annotated[Literal["visits", "days", "shows", "discomfort"] | None, BeforeValidator(blank_is_none)]
    row_refs: Ids
    no_study: Flag

    @model_validator(mode="after")
    def _is_answered(self) -> Self:
        if bool(self.concern_id) != bool(self.treatment_id):
            raise fault("saying", "expected a concern and an option, or neither", column="treatment_id")
        more = [name for name in ("rival_id", "harm", "figure") if getattr(self, name)]
        if len(more) > 1 or (more and not self.treatment_id):
            raise fault("saying", "expected one of rival_id, harm and figure, with an option", column=more[-1])
        if bool(self.no_study) == bool(self.verdict_ids or self.treatment_id or self.row_refs):
            raise fault("saying", "expected what answers it, or that no study was found", column="no_study")
        return self


class Asked(Row):
    """Something that people ask in their own words, where its answer stands, and what answers it at once.

    It holds no answer of its own: `condition` (with `situation`) answers as Right for me? does for each of
    `treatment_ids`, `skin_type` as it does for such skin, `worked` as After tells when studies looked, `row_refs` by
    themselves, a saying among them as on Evidence. `no_source`: no row answers it, which is said.

    `typed` are ways to ask it, any of which is enough: the words that must all be there, `a/b` for either of two,
    `preg*` for any ending. `treatment_ids` are what it is about: with another treatment named, it is another question.
    `urgent`: told before anything else, whatever else is named.
    """

    key: ClassVar[str] = "asked_id"
    asked_id: Id
    question: Text
    urgent: Flag
    at_home: Flag
    typed: Annotated[Ids, Field(min_length=1)]
    treatment_ids: Ids
    page: Literal[
        "explore", "compare", "plan", "suitability", "priorities", "evidence", "take_home", "after", "about", "room"
    ]
    concern_id: str
    option_ids: Ids
    place: str
    condition: str
    situation: str
    skin_type: Annotated[Annotated[int, Field(ge=1, le=6)] | None, BeforeValidator(read_whole)]
    worked: Flag
    row_refs: Ids
    no_source: Flag

    @model_validator(mode="after")
    def _leads_somewhere(self) -> Self:
        if self.situation and not self.condition:
            raise fault("asked", "expected a blank without a condition", column="situation")
        if self.condition and not self.treatment_ids:
            raise fault("asked", "expected for what treatments, with a condition", column="treatment_ids")
        if (self.skin_type is not None or self.worked) and not self.concern_id:
            raise fault("asked", "expected for what concern it is told", column="concern_id")
        if self.urgent and not self.row_refs:
            raise fault("asked", "expected rows that say what to do at once", column="row_refs")
        return self


class Question(Row):
    """A question to ask whoever offers a treatment, and who says that it should be asked."""

    key: ClassVar[str] = "question_id"
    question_id: Id
    family: Literal["any", "needles", "needles_muscle", "skin", "filler"]
    question: Text
    why: Text
    source_ids: Ids
    checked: Flag

    @model_validator(mode="after")
    def _ours_is_not_checked(self) -> Self:
        if self.checked and not self.source_ids:
            raise fault("source", "expected a source for a question that was checked", column="source_ids")
        return self
