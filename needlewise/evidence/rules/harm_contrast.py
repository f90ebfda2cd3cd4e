"""Which finding speaks for the harms of one treatment against another: seen from the side that had more of it."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import combinations

from needlewise.evidence.model.rows import Effect
from needlewise.evidence.model.store import Evidence
from needlewise.evidence.rules.headline import NOTHING, Headline, choose_headline, is_eligible, with_arms_swapped


def harms_between(evidence: Evidence, concern_id: str, first_id: str, second_id: str) -> tuple[Headline, ...]:
    """What was found of the harms of two treatments against each other: one finding for each harm that was counted.

    The rule of `headline` chooses among findings of one harm. Each is turned so that its treatment is the side with
    more of the harm; without a difference, the way round that was asked for.
    """
    mine = evidence.of(concern_id)
    outcomes = [row.outcome_id for row in evidence.outcomes.values() if row.role == "harm"]
    found = []
    for outcome in outcomes:
        rows = [
            effect if effect.treatment_id == first_id else with_arms_swapped(effect)
            for effect in mine.effects_between(first_id, second_id, outcome)
            if is_eligible(evidence, effect) and not effect.add_on_to
        ]
        for event in dict.fromkeys(effect.event_words if outcome != "dark_marks" else "" for effect in rows):
            same = [effect for effect in rows if outcome == "dark_marks" or effect.event_words == event]
            line = choose_headline(evidence, same)
            if line is not None:
                found.append(_from_the_side_with_more(line))
    return tuple(found)


def harm_contrasts(evidence: Evidence, concern_id: str, option_ids: Iterable[str]) -> tuple[Headline, ...]:
    """All that was found of the harms of these options against each other, or against a dummy or doing nothing.

    Surer ones first, then those with a difference, then in the order of the options.
    """
    names = [name for name in option_ids if evidence.treatments[name].family != "nothing"]
    pairs = [*combinations(names, 2), *((name, other) for name in names for other in NOTHING)]
    found = [line for one, other in pairs for line in harms_between(evidence, concern_id, one, other)]
    return tuple(sorted(found, key=lambda line: (-line.rating.dots, line.effect.favours == "neither")))


def _has_less(effect: Effect) -> bool:
    """True when the other side had more of the harm; without a difference, by the figures alone."""
    if effect.favours != "neither" or effect.estimate is None or effect.comparator_id in NOTHING:
        return effect.favours == "treatment"
    if effect.measure == "proportion":
        return effect.comparator_estimate is not None and effect.estimate < effect.comparator_estimate
    return effect.measure in ("RR", "OR") and effect.estimate < 1


def _from_the_side_with_more(line: Headline) -> Headline:
    if not _has_less(line.effect):
        return line

    def turned(effects: tuple[Effect, ...]) -> tuple[Effect, ...]:
        return tuple(with_arms_swapped(effect) for effect in effects)

    return Headline(with_arms_swapped(line.effect), line.rating, turned(line.conflicting), turned(line.at_other_times))
