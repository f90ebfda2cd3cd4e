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
    best_head_to_head,
    choose_headline,
    gives_way,
    head_to_head,
    headline,
    headline_against_control,
    headline_against_nothing,
    is_eligible,
    kind_pools,
    parts_of,
    with_arms_swapped,
)
from needlewise.evidence.rules.window import is_pooled, time_place

# The comparator that stands for several kinds of comparison thrown together.
MIX = "mixed_comparators"

Kind = Literal[
    "worse", "later", "back", "faded", "pool", "part", "outcome", "blinded", "study", "measure", "nothing", "mix"
]


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
    else:
        found += _beside_rival(evidence, concern_id, treatment_id)
    found += _followed(evidence, concern_id, treatment_id)
    if first is not None:
        found += _pool(evidence, treatment_id, first)
        found += _other_study(evidence, treatment_id, first)
        found += _other_part(evidence, first)
        found += _deciding_parts(evidence, treatment_id, first)
        found += _other_outcome(evidence, treatment_id, first)
        nothing = headline_against_nothing(evidence, concern_id, treatment_id)
        found += [] if nothing is None else [Voice("nothing", nothing)]
    mix = against_mix(evidence, concern_id, treatment_id)
    found += [] if mix is None else [Voice("mix", mix)]
    spoken = first or best_head_to_head(evidence, evidence.concerns[concern_id], treatment_id)
    told = set(() if spoken is None else spoken.refs)
    kept = []
    for voice in found:
        if voice.line.refs[0] not in told:
            kept.append(voice)
            told |= set(voice.line.refs)
    return tuple(kept)


def _beside_rival(evidence: Evidence, concern_id: str, treatment_id: str) -> tuple[Voice, ...]:
    """Where only a comparison with another option speaks: what else that pair was found to be."""
    line = best_head_to_head(evidence, evidence.concerns[concern_id], treatment_id)
    if line is None:
        return ()
    other = next(name for name in (line.effect.comparator_id, line.effect.treatment_id) if name != treatment_id)
    return rival_voices(evidence, concern_id, treatment_id, other)


def rival_voices(evidence: Evidence, concern_id: str, first_id: str, second_id: str) -> tuple[Voice, ...]:
    """What stands beside the headline of one option against another, seen from the first.

    Another study, part of the people or time in which the same thing came out differently, and other outcomes that did:
    for each outcome one finding a side. One trial does not stand against a pool of studies that may hold it
    (`_may_answer`).
    """
    first = head_to_head(evidence, concern_id, first_id, second_id)
    if first is None:
        return ()
    mine = evidence.of(concern_id)
    told = {f"effects:{effect.effect_id}" for effect in first.alike} | set(first.refs)
    outcomes = dict.fromkeys((first.effect.outcome, *mine.concern.outcomes))
    voices = []
    for outcome in outcomes:
        rows = [
            row if row.treatment_id == first_id else with_arms_swapped(row)
            for row in mine.effects_between(first_id, second_id, outcome)
            if is_eligible(evidence, row) and row.between_group_test != "no"
        ]
        if outcome != first.effect.outcome:
            line = choose_headline(evidence, rows)
            if line is not None and line.effect.favours != first.effect.favours and line.refs[0] not in told:
                voices.append(Voice("outcome", line))
            continue
        others = [
            row
            for row in rows
            if row.favours != first.effect.favours
            and f"effects:{row.effect_id}" not in told
            and _may_answer(evidence, first.effect, row)
        ]
        for side in dict.fromkeys(row.favours for row in others):
            line = choose_headline(evidence, [row for row in others if row.favours == side])
            if line is not None:
                voices.append(Voice(_kind_beside(first.effect, line.effect), line))
    return tuple(voices)


def _kind_beside(first: Effect, other: Effect) -> Kind:
    if other.subgroup not in ("", first.subgroup):
        return "part"
    return "measure" if other.source_id == first.source_id else "study"


def _may_answer(evidence: Evidence, first: Effect, row: Effect) -> bool:
    """True unless one trial would stand against a pool that may hold it.

    A trial newer than the pool cannot be in it, nor one of another form of the other treatment.
    """
    if not is_pooled(evidence, first) or is_pooled(evidence, row):
        return True
    forms = {evidence.effects[effect.effect_id].comparator_words for effect in (first, row)}
    if "" not in forms and len(forms) > 1:
        return True
    old, new = evidence.sources[first.source_id].year, evidence.sources[row.source_id].year
    return old is not None and new is not None and new > old


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
    """Where the gain was gone at a later look: same outcome and people, whatever the comparator and other care.

    Of the very source that speaks also what it says of a later time without naming what it was compared with.
    """
    if first.effect.favours != "treatment" or first.at_other_times:
        return []
    unnamed = [
        row
        for row in evidence.of(first.effect.concern_id).effects_against(treatment_id, MIX, first.effect.outcome)
        if row.source_id == first.effect.source_id and is_eligible(evidence, row, pools=True)
    ]
    rows = [
        row
        for row in (*_controlled(evidence, treatment_id, first), *unnamed)
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
    one = first.effect
    pools = kind_pools(evidence, one.concern_id, treatment_id, one.comparator_id, one.outcome)
    rows = [row for row in pools if row.favours != one.favours]
    line = choose_headline(evidence, rows)
    return [] if line is None else [Voice("pool", line)]


def _other_study(evidence: Evidence, treatment_id: str, first: Headline) -> list[Voice]:
    """Another study of the same outcome and people that saw no gain, where an open comparison speaks.

    It was held against something else, or on top of other care: so it does not contradict the finding that speaks, but
    nobody may think that all studies saw a gain.
    """
    one = first.effect
    if one.favours != "treatment" or one.comparator_id == "sham":
        return []
    rows = [
        row
        for row in _controlled(evidence, treatment_id, first)
        if row.favours == "neither"
        and row.source_id != one.source_id
        and (row.outcome, row.subgroup) == (one.outcome, one.subgroup)
        and (row.comparator_id, row.add_on_to) != (one.comparator_id, one.add_on_to)
    ]
    return _each_outcome(evidence, first, rows, "study")[:1]


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
    """Each other outcome, in the order people care, in which it came out differently, whichever way.

    Against a pretend treatment, then against what the headline was held against; only where neither was tried, against
    the rest. Where the open comparison found a gain and the pretend one none, the pretend one is told with it.
    """
    concern = evidence.concerns[first.effect.concern_id]
    voices = []
    for outcome in concern.outcomes:
        if outcome == first.effect.outcome:
            continue
        lines: list[Headline] = []
        for comparator in dict.fromkeys(("sham", first.effect.comparator_id, *NOTHING)):
            if lines and comparator not in ("sham", first.effect.comparator_id):
                break
            line = headline(evidence, concern.concern_id, treatment_id, comparator, outcome)
            if line is not None and line.effect.between_group_test != "no":
                lines.append(line)
        turned = next((one for one in lines if one.effect.favours not in ("comparator", first.effect.favours)), None)
        if turned is None:
            continue
        voices.append(Voice("outcome", turned))
        blinded = lines[0]
        if blinded is not turned and blinded.effect.comparator_id == "sham" and turned.effect.favours == "treatment":
            voices.append(Voice("blinded", blinded))
    return voices


def _each_outcome(evidence: Evidence, first: Headline, rows: Iterable[Effect], kind: Kind) -> list[Voice]:
    found = list(rows)
    voices = []
    for outcome in evidence.concerns[first.effect.concern_id].outcomes:
        mine = [row for row in found if row.outcome == outcome]
        lines = (
            choose_headline(evidence, [row for row in mine if row.comparator_id == name]) for name in (*NOTHING, MIX)
        )
        voices += [Voice(kind, line) for line in lines if line is not None][:1]
    return voices
