"""All tables together, and what belongs to one concern or to one treatment, sorted out once.

Every group keeps the order of its table, so that a rule finds the same rows in the same order as in the whole table.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from needlewise.evidence.model import advice as a
from needlewise.evidence.model import record as rec
from needlewise.evidence.model import rows as r
from needlewise.evidence.model.row import Row
from needlewise.evidence.model.vocabulary import ROLES, Milestone, Outcome, ThresholdId

_KeyT = TypeVar("_KeyT", bound=Hashable)


_RowT = TypeVar("_RowT")


# Study, concern, the two sides whichever way round, what both had, and the part of the people.
Comparison = tuple[str, str, frozenset[str], str, str]


def _comparison(row: r.Effect) -> Comparison:
    sides = frozenset((row.treatment_id, row.comparator_id))
    return row.source_id, row.concern_id, sides, row.add_on_to, row.subgroup


# Source, concern, the two sides whichever way round, what both had, and what was measured.
Printed = tuple[str, str, frozenset[str], str, str]


def _printed_for(row: r.Effect) -> Printed:
    sides = frozenset((row.treatment_id, row.comparator_id))
    return row.source_id, row.concern_id, sides, row.add_on_to, row.outcome


def _grouped(rows: Iterable[_RowT], key: Callable[[_RowT], _KeyT]) -> dict[_KeyT, tuple[_RowT, ...]]:
    """The rows by a key of each, in their order."""
    found: dict[_KeyT, list[_RowT]] = {}
    for row in rows:
        found.setdefault(key(row), []).append(row)
    return {name: tuple(mine) for name, mine in found.items()}


@dataclass(frozen=True)
class ConcernEvidence:
    """The rows of one concern, as the rules ask for them.

    Attributes:
        concern: the concern itself.
        options: its options: needling first, doing nothing last, as the table lists them between.
        effects: its findings.
        protocols: its rows on sessions.
        red_flags: signs that mean: see a doctor first.
        benefit_links: which judged promises touch it.
        parts: the parts of its people that may decide.
    """

    concern: r.Concern
    options: tuple[r.Option, ...]
    effects: tuple[r.Effect, ...]
    protocols: tuple[r.Protocol, ...]
    red_flags: tuple[r.RedFlag, ...]
    benefit_links: tuple[r.BenefitLink, ...]
    parts: tuple[r.Part, ...]

    def effects_of(self, treatment_id: str) -> tuple[r.Effect, ...]:
        """The findings written with this treatment on the first side."""
        return self._by_treatment.get(treatment_id, ())

    def effects_against(self, treatment_id: str, comparator_id: str, outcome: str) -> tuple[r.Effect, ...]:
        """The findings of a treatment against a comparator, this way round, for one outcome."""
        return self._by_question.get((treatment_id, comparator_id, outcome), ())

    def effects_between(self, first_id: str, second_id: str, outcome: str) -> tuple[r.Effect, ...]:
        """The findings of two treatments against each other, whichever way round they were written, for one outcome."""
        return self._by_pair.get((frozenset((first_id, second_id)), outcome), ())

    def protocols_of(self, treatment_id: str) -> tuple[r.Protocol, ...]:
        """The rows on sessions of one treatment."""
        return self._protocols.get(treatment_id, ())

    @cached_property
    def _by_treatment(self) -> Mapping[str, tuple[r.Effect, ...]]:
        return _grouped(self.effects, lambda row: row.treatment_id)

    @cached_property
    def _by_question(self) -> Mapping[tuple[str, str, str], tuple[r.Effect, ...]]:
        return _grouped(self.effects, lambda row: (row.treatment_id, row.comparator_id, row.outcome))

    @cached_property
    def _by_pair(self) -> Mapping[tuple[frozenset[str], str], tuple[r.Effect, ...]]:
        return _grouped(self.effects, lambda row: (frozenset((row.treatment_id, row.comparator_id)), row.outcome))

    @cached_property
    def _protocols(self) -> Mapping[str, tuple[r.Protocol, ...]]:
        return _grouped(self.protocols, lambda row: row.treatment_id)


@dataclass(frozen=True)
class TreatmentEvidence:
    """The rows of one treatment that hold for any concern, as the rules ask for them.

    Attributes:
        treatment: the treatment itself.
        recovery: days until its milestones.
        risks: its harms, whichever concern it was given for.
        aftercare: what to do after it.
        costs: its published fees.
        regulator: what regulators allow or warn of.
        after_signs: what may come afterwards, and what to do about it.
        pain: how much it hurts, study by study.
    """

    treatment: r.Treatment
    recovery: tuple[r.Recovery, ...]
    risks: tuple[r.Risk, ...]
    aftercare: tuple[r.Aftercare, ...]
    costs: tuple[r.Cost, ...]
    regulator: tuple[r.RegulatorStatus, ...]
    after_signs: tuple[a.AfterSign, ...]
    pain: tuple[r.PainScore, ...]

    def recovery_until(self, milestone: Milestone) -> tuple[r.Recovery, ...]:
        """The days until one milestone."""
        return self._by_milestone.get(milestone, ())

    @cached_property
    def _by_milestone(self) -> Mapping[Milestone, tuple[r.Recovery, ...]]:
        return _grouped(self.recovery, lambda row: row.milestone)


@dataclass(frozen=True)
class Evidence:
    """All checked tables. Each is a dictionary from row id to row, in file order. Treat as read-only.

    A rule that needs the rows of one concern or of one treatment asks `of` or `about`. Both are sorted out at the first
    question and kept with the object; two threads that ask first at once both sort, and find the same.
    """

    sources: dict[str, r.Source]
    concerns: dict[str, r.Concern]
    treatments: dict[str, r.Treatment]
    concern_options: dict[str, r.Option]
    parts: dict[str, r.Part]
    outcomes: dict[str, r.OutcomeText]
    effects: dict[str, r.Effect]
    people_counts: dict[str, r.PeopleCount]
    protocols: dict[str, r.Protocol]
    recovery: dict[str, r.Recovery]
    risks: dict[str, r.Risk]
    cautions: dict[str, r.Caution]
    benefits: dict[str, r.Benefit]
    claims: dict[str, r.Claim]
    concern_benefits: dict[str, r.BenefitLink]
    red_flags: dict[str, r.RedFlag]
    natural_course: dict[str, r.NaturalCourse]
    appointment: dict[str, r.Appointment]
    pain_scores: dict[str, r.PainScore]
    aftercare: dict[str, r.Aftercare]
    costs: dict[str, r.Cost]
    regulator: dict[str, r.RegulatorStatus]
    mcid: dict[str, r.SmallestDifference]
    thresholds: dict[str, r.Threshold]
    guidelines: dict[str, a.Recommendation]
    after_signs: dict[str, a.AfterSign]
    dated_cautions: dict[str, a.DatedCaution]
    situations: dict[str, a.Situation]
    caution_terms: dict[str, a.CautionTerm]
    aliases: dict[str, a.Alias]
    sayings: dict[str, a.Saying]
    asked: dict[str, a.Asked]
    questions: dict[str, a.Question]
    changes: dict[str, rec.Change]
    conditions: dict[str, r.Condition]
    harms: dict[str, r.Harm]
    milestones: dict[str, r.RecoveryStep]
    searches: dict[str, r.Search]
    releases: dict[str, rec.Release]
    makers: dict[str, rec.Maker]
    readings: dict[str, rec.Reading]

    def of(self, concern_id: str) -> ConcernEvidence:
        """The rows of one concern.

        Raises:
            KeyError: for an unknown concern.
        """
        return self._of_concerns[concern_id]

    def about(self, treatment_id: str) -> TreatmentEvidence:
        """The rows of one treatment that hold for any concern.

        Raises:
            KeyError: for an unknown treatment.
        """
        return self._about_treatments[treatment_id]

    def effects_from(self, source_id: str) -> tuple[r.Effect, ...]:
        """The findings of one source."""
        return self._effects_by_source.get(source_id, ())

    def main_outcomes(self, effect: r.Effect) -> tuple[r.Effect, ...]:
        """What the same study found, in the same people and comparison, on what it set out to measure."""
        return self._main_outcomes.get(_comparison(effect), ())

    def largest_smd(self, effect: r.Effect) -> float:
        """The largest standardised difference, without its sign, that the same source prints.

        For the same concern, outcome and two sides; nought where it prints none.
        """
        return self._largest_smds.get(_printed_for(effect), 0.0)

    def changed(self, ref: str) -> tuple[rec.Change, ...]:
        """The changes made to one row, by its `table:row_id`, in the order of the list."""
        return self._changes_by_row.get(ref, ())

    def touched_by(self, verdict_id: str) -> tuple[str, ...]:
        """The concerns that a judged promise touches."""
        return self._touched.get(verdict_id, ())

    def smallest_differences(self, outcome: Outcome) -> tuple[r.SmallestDifference, ...]:
        """The published smallest differences for one outcome, between groups and within people."""
        return self._differences.get(outcome, ())

    def options(self, concern_id: str) -> tuple[r.Option, ...]:
        """The options of a concern, needling first, doing nothing last, as the table lists them between."""
        return self.of(concern_id).options

    def threshold(self, threshold_id: ThresholdId) -> float:
        """The number of a rule, from `thresholds.csv`."""
        return self.thresholds[threshold_id].value

    def find(self, reference: str) -> Row:
        """The row behind `table:row_id`.

        Raises:
            KeyError: when the table or the row does not exist.
        """
        table, _, row_id = reference.partition(":")
        if table not in r.TABLES:
            raise KeyError(reference)
        row: Row = getattr(self, table)[row_id]
        return row

    def source_ids(self, reference: str) -> tuple[str, ...]:
        """The sources a row rests on, by its `table:row_id`."""
        row = self.find(reference)
        if isinstance(row, r.Source):
            return (row.source_id,)
        if isinstance(row, r.Effect | r.NaturalCourse):
            return (row.source_id,)
        if isinstance(row, r.PeopleCount):
            return (self.effects[row.effect_id].source_id,)
        return tuple(getattr(row, "source_ids", ()))

    @property
    def row_count(self) -> int:
        """The number of rows in all tables together."""
        return sum(len(getattr(self, name)) for name in r.TABLES)

    @cached_property
    def _of_concerns(self) -> Mapping[str, ConcernEvidence]:
        options = _grouped(
            sorted(self.concern_options.values(), key=lambda row: ROLES.index(row.role)), lambda row: row.concern_id
        )
        effects = _grouped(self.effects.values(), lambda row: row.concern_id)
        protocols = _grouped(self.protocols.values(), lambda row: row.concern_id)
        red_flags = _grouped(self.red_flags.values(), lambda row: row.concern_id)
        links = _grouped(self.concern_benefits.values(), lambda row: row.concern_id)
        parts = _grouped(self.parts.values(), lambda row: row.concern_id)
        return {
            name: ConcernEvidence(
                concern,
                options.get(name, ()),
                effects.get(name, ()),
                protocols.get(name, ()),
                red_flags.get(name, ()),
                links.get(name, ()),
                parts.get(name, ()),
            )
            for name, concern in self.concerns.items()
        }

    @cached_property
    def _about_treatments(self) -> Mapping[str, TreatmentEvidence]:
        recovery = _grouped(self.recovery.values(), lambda row: row.treatment_id)
        risks = _grouped(self.risks.values(), lambda row: row.treatment_id)
        aftercare = _grouped(self.aftercare.values(), lambda row: row.treatment_id)
        costs = _grouped(self.costs.values(), lambda row: row.treatment_id)
        regulator = _grouped(self.regulator.values(), lambda row: row.treatment_id)
        after_signs = _grouped(self.after_signs.values(), lambda row: row.treatment_id)
        pain = _grouped(self.pain_scores.values(), lambda row: row.treatment_id)
        return {
            name: TreatmentEvidence(
                treatment,
                recovery.get(name, ()),
                risks.get(name, ()),
                aftercare.get(name, ()),
                costs.get(name, ()),
                regulator.get(name, ()),
                after_signs.get(name, ()),
                pain.get(name, ()),
            )
            for name, treatment in self.treatments.items()
        }

    @cached_property
    def _changes_by_row(self) -> Mapping[str, tuple[rec.Change, ...]]:
        return _grouped(self.changes.values(), lambda change: change.ref)

    @cached_property
    def _effects_by_source(self) -> Mapping[str, tuple[r.Effect, ...]]:
        return _grouped(self.effects.values(), lambda row: row.source_id)

    @cached_property
    def _main_outcomes(self) -> Mapping[Comparison, tuple[r.Effect, ...]]:
        rows = (row for row in self.effects.values() if row.main_outcome and row.checked and not row.is_set_aside)
        return _grouped(rows, _comparison)

    @cached_property
    def _largest_smds(self) -> Mapping[Printed, float]:
        found: dict[Printed, float] = {}
        for row in self.effects.values():
            if row.measure == "SMD" and row.kind == "controlled" and row.estimate is not None:
                found[_printed_for(row)] = max(abs(row.estimate), found.get(_printed_for(row), 0.0))
        return found

    @cached_property
    def _touched(self) -> Mapping[str, tuple[str, ...]]:
        links = _grouped(self.concern_benefits.values(), lambda row: row.verdict_id)
        return {name: tuple(row.concern_id for row in rows) for name, rows in links.items()}

    @cached_property
    def _differences(self) -> Mapping[str | None, tuple[r.SmallestDifference, ...]]:
        return _grouped(self.mcid.values(), lambda row: row.outcome)
