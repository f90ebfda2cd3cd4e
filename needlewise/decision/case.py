"""One person's case: all that a visitor chose and told, as one frozen value, and what it says to leave for now.

It is handed to every page, the room, the paper and the calendar, so that what someone told once counts everywhere.
Nothing here is kept: it is made anew from the session whenever it is asked for, and no cache that visitors share may
have it in its key.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from needlewise.decision.plan.model import Wishes
from needlewise.decision.suitability import Advice, advise
from needlewise.decision.told import Answers
from needlewise.evidence.model.store import Evidence


@dataclass(frozen=True)
class Priorities:
    """What a person said matters to them for one concern.

    Attributes:
        criteria: criterion ids in the person's order, each with its points, 0 to 100, None where none were given.
        own_name: what the person calls a criterion of their own.
        own_scores: option ids with the person's own score, 0 to 10, None where none was given.
    """

    criteria: tuple[tuple[str, float | None], ...] = ()
    own_name: str = ""
    own_scores: tuple[tuple[str, float | None], ...] = ()

    def scores(self, option_ids: tuple[str, ...]) -> dict[str, float | None]:
        """The person's own scores for some options."""
        given = dict(self.own_scores)
        return {option_id: given.get(option_id) for option_id in option_ids}


@dataclass(frozen=True)
class Words:
    """What a person writes for the paper; empty where nothing."""

    name: str = ""
    own: str = ""
    note: str = ""


@dataclass(frozen=True)
class Case:
    """One visitor's choices and answers. Health and own words are among them: never a key of what visitors share.

    Attributes:
        concern_id: the concern in view.
        option_ids: the two to four options compared.
        today: the day where the visitor is; what days told are counted to.
        answers: what was told on Right for me?: skin tone, age, ticks with their day, week or choice.
        wishes: what was asked for on Plan, the visits already done among it; None when nothing was.
        priorities: what was said on What matters to me, with own scores for the options compared.
        words: what was written for the take-home.
        also: the second concern held beside it, as a case of its own with the same answers; None without one.
    """

    concern_id: str
    option_ids: tuple[str, ...]
    today: date
    answers: Answers = field(default_factory=Answers)
    wishes: Wishes | None = None
    priorities: Priorities = field(default_factory=Priorities)
    words: Words = field(default_factory=Words)
    also: Case | None = None

    @property
    def each(self) -> tuple[Case, ...]:
        """The case of every concern held, the one in view first."""
        return (self,) if self.also is None else (self, self.also)

    @property
    def is_told(self) -> bool:
        """True once anything about health was told."""
        return self.answers != Answers()

    def advice(self, evidence: Evidence) -> tuple[Advice, ...]:
        """What the answers mean for each option compared; empty while nothing was told."""
        if not self.is_told:
            return ()
        concern = evidence.concerns[self.concern_id]
        return tuple(
            advise(evidence, name, self.answers, skin=concern.group == "skin", concern=concern, today=self.today)
            for name in self.option_ids
        )

    def not_before(self, evidence: Evidence) -> Mapping[str, date]:
        """By option, the first day of its plan: the end of a wait, or about a birth; only those that wait."""
        found = {advice.treatment.treatment_id: advice.earliest for advice in self.advice(evidence)}
        return {name: until for name, until in found.items() if until is not None}

    def stops(self, evidence: Evidence) -> tuple[Advice, ...]:
        """The options that something told says to leave for now."""
        return tuple(advice for advice in self.advice(evidence) if advice.answer == "not_now")
