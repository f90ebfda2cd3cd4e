"""What must be told beside the finding that speaks for an option, so that one good figure never hides a bad one.

In this order: what is worse, or later and the other way; what people followed without a comparison group saw come back
or go again; the same treatment inside a pool that found otherwise; a part
of the people, or another outcome, in which it came out differently; beside a pretend treatment, what was found against
nothing; and, named as such, the joint result against a mix of other treatments. Each carries its own certainty.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from needlewise.evidence.model.rows import Effect
from needlewise.evidence.model.store import Evidence
from needlewise.evidence.rules.certainty import rate
from needlewise.evidence.rules.disagreement import contradict
from needlewise.evidence.rules.headline import (
    NOTHING,
    Headline,
    choose_headline,
    gives_way,
    headline,
    headline_against_control,
    headline_against_nothing,
    is_eligible,
    parts_of,
)
from needlewise.evidence.rules.window import is_pooled, time_place

# The comparator that stands for several kinds of comparison thrown together.
MIX = "mixed_comparators"

Kind = Literal["worse", "later", "back", "faded", "pool", "part", "outcome", "nothing", "mix"]


@dataclass(frozen=True)
class Voice:
    """A finding told beside the headline, and why it is told."""

    kind: Kind
    line: Headline


def second_voice(evidence: Evidence, concern_id: str, treatment_id: str) -> tuple[Voice, ...]:
    """What stands beside an option's headline; see the module for what and in which order. Each finding once."""
    first = headline_against_control(evidence, concern_id, treatment_id)
    found: list[Voice] = []
    if first is not None:
        found += _worse(evidence, treatment_id, first)
        found += _later(evidence, treatment_id, first)
    found += _followed(evidence, concern_id, treatment_id)
    if first is not None:
        found += _pool(evidence, treatment_id, first)
        found += _other_part(evidence, first)
        found += _deciding_parts(evidence, treatment_id, first)
        found += _other_outcome(evidence, treatment_id, first)
        nothing = headline_against_nothing(evidence, concern_id, treatment_id)
        found += [] if nothing is None else [Voice("nothing", nothing)]
    mix = against_mix(evidence, concern_id, treatment_id)
    found += [] if mix is None else [Voice("mix", mix)]
    told = set(() if first is None else first.refs)
    kept = []
    for voice in found:
        if voice.line.refs[0] not in told:
            kept.append(voice)
            told |= set(voice.line.refs)
    return tuple(kept)


def against_mix(evidence: Evidence, concern_id: str, treatment_id: str) -> Headline | None:
    """The pooled result against a mix of treatments, for the outcome people come for most; None when none is known.

    Only one that was read twice: a mix is easily told as something it is not.
    """
    mine = evidence.of(concern_id)
    for outcome in mine.concern.outcomes:
        line = choose_headline(
            evidence,
            [
                effect
                for effect in mine.effects_against(treatment_id, MIX, outcome)
                if effect.reread and is_eligible(evidence, effect, pools=True) and is_pooled(evidence, effect)
            ],
        )
        if line is not None:
            return line
    return None


def _controlled(evidence: Evidence, treatment_id: str, first: Headline) -> list[Effect]:
    """Every finding of the treatment against a dummy, nothing or usual care that may speak, for a good people want."""
    mine = evidence.of(first.effect.concern_id)
    return [
        effect
        for effect in mine.effects_of(treatment_id)
        if effect.comparator_id in NOTHING
        and effect.outcome in mine.concern.outcomes
        and effect.between_group_test != "no"
        and is_eligible(evidence, effect)
    ]


def _worse(evidence: Evidence, treatment_id: str, first: Headline) -> list[Voice]:
    """Where it did worse: one finding for each outcome, those people come for most first."""
    if first.effect.favours == "comparator":
        return []
    rows = [row for row in _controlled(evidence, treatment_id, first) if row.favours == "comparator"]
    told = {row.outcome for row in (*first.conflicting, *first.at_other_times) if row.favours == "comparator"}
    return _each_outcome(evidence, first, (row for row in rows if row.outcome not in told), "worse")


def _later(evidence: Evidence, treatment_id: str, first: Headline) -> list[Voice]:
    """Where the gain was gone at a later look: same outcome and people, whatever the comparator and other care."""
    if first.effect.favours != "treatment" or first.at_other_times:
        return []
    rows = [
        row
        for row in _controlled(evidence, treatment_id, first)
        if row.favours == "neither"
        and (row.outcome, row.subgroup) == (first.effect.outcome, first.effect.subgroup)
        and _is_later(evidence, row, first.effect)
    ]
    return _each_outcome(evidence, first, rows, "later")


def _is_later(evidence: Evidence, row: Effect, first: Effect) -> bool:
    return time_place(evidence, row) > time_place(evidence, first) >= 0


def _followed(evidence: Evidence, concern_id: str, treatment_id: str) -> list[Voice]:
    """What people followed without a comparison group told of later.

    `back`: the share who saw it come back, of the finding with the most people. `faded`: a gain that the very same
    source had at an earlier look and no longer at its last one. Such rows never speak for an option; a loss that a
    source tells is never left out for want of a comparison group.
    """
    rows = [
        row
        for row in evidence.of(concern_id).effects_of(treatment_id)
        if row.kind == "before_after"
        and row.direct
        and row.checked
        and row.reread
        and not row.is_set_aside
        and not row.add_on_to
        and not evidence.sources[row.source_id].is_weak
    ]
    back = [
        row
        for row in rows
        if row.outcome == "recurrence" and row.estimate and row.event_words and row.better == "lower"
    ]
    faded = [
        row
        for row in rows
        if row.favours in ("neither", "comparator") and row.time_words and any(_faded(earlier, row) for earlier in rows)
    ]
    kinds: tuple[tuple[Kind, list[Effect]], ...] = (("back", back), ("faded", faded))
    return [
        Voice(kind, Headline(row, rate(evidence, row)))
        for kind, found in kinds
        for row in sorted(found, key=lambda row: (-(row.people or 0), row.effect_id))[:1]
    ]


def _faded(earlier: Effect, row: Effect) -> bool:
    """True where the same source had a gain earlier in the same outcome and people."""
    return (
        earlier.favours == "treatment"
        and (earlier.source_id, earlier.outcome, earlier.subgroup) == (row.source_id, row.outcome, row.subgroup)
        and earlier.weeks is not None
        and row.weeks is not None
        and earlier.weeks < row.weeks
    )


def _pool(evidence: Evidence, treatment_id: str, first: Headline) -> list[Voice]:
    """A pool of needling of one kind (acupuncture and dry needling together) that found otherwise."""
    kind = evidence.treatments[treatment_id].needling
    pools = [row.treatment_id for row in evidence.treatments.values() if kind and row.is_group and row.needling == kind]
    mine = evidence.of(first.effect.concern_id)
    rows = [
        row
        for pool in pools
        for row in mine.effects_against(pool, first.effect.comparator_id, first.effect.outcome)
        if row.kind == "controlled"
        and row.checked
        and not row.is_set_aside
        and row.favours not in (None, first.effect.favours)
    ]
    line = choose_headline(evidence, rows)
    return [] if line is None else [Voice("pool", line)]


def _other_part(evidence: Evidence, first: Headline) -> list[Voice]:
    """The part of the people in the same source in which it came out differently."""
    rows = [
        row
        for row in parts_of(evidence, first.effect, evidence.of(first.effect.concern_id).effects)
        if row.treatment_id == first.effect.treatment_id
        and is_eligible(evidence, row)
        and contradict(evidence, first.effect, row)
    ]
    line = choose_headline(evidence, rows)
    return [] if line is None else [Voice("part", line)]


def _deciding_parts(evidence: Evidence, treatment_id: str, first: Headline) -> list[Voice]:
    """The parts of the people that may decide (`parts.csv`), where a finding of one came out differently.

    The outcome people come for most that was measured in the part; sham, nothing or usual care. A very low finding
    right after a visit decides nothing.
    """
    voices = []
    for part in evidence.of(first.effect.concern_id).parts:
        if first.effect.subgroup in part.subgroups:
            continue
        line = _of_part(evidence, treatment_id, first, part.subgroups)
        if line is not None and line.effect.favours != first.effect.favours:
            voices.append(Voice("part", line))
    return voices


def _of_part(evidence: Evidence, treatment_id: str, first: Headline, subgroups: tuple[str, ...]) -> Headline | None:
    rows = [row for row in _controlled(evidence, treatment_id, first) if row.subgroup in subgroups]
    for outcome in evidence.concerns[first.effect.concern_id].outcomes:
        for comparator in NOTHING:
            mine = [row for row in rows if (row.outcome, row.comparator_id) == (outcome, comparator)]
            line = choose_headline(evidence, mine)
            if line is not None and not gives_way(evidence, line):
                return line
    return None


def _other_outcome(evidence: Evidence, treatment_id: str, first: Headline) -> list[Voice]:
    """The first other outcome, in the order people care, in which it came out differently, whichever way."""
    concern = evidence.concerns[first.effect.concern_id]
    for outcome in concern.outcomes:
        if outcome == first.effect.outcome:
            continue
        for comparator in NOTHING:
            line = headline(evidence, concern.concern_id, treatment_id, comparator, outcome)
            if line is None or line.effect.between_group_test == "no":
                continue
            if line.effect.favours not in ("comparator", first.effect.favours):
                return [Voice("outcome", line)]
            break
    return []


def _each_outcome(evidence: Evidence, first: Headline, rows: Iterable[Effect], kind: Kind) -> list[Voice]:
    found = list(rows)
    voices = []
    for outcome in evidence.concerns[first.effect.concern_id].outcomes:
        mine = [row for row in found if row.outcome == outcome]
        lines = (choose_headline(evidence, [row for row in mine if row.comparator_id == name]) for name in NOTHING)
        voices += [Voice(kind, line) for line in lines if line is not None][:1]
    return voices
