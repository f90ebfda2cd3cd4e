"""The harms of one treatment against another as a sentence: who had more of it, never who "avoided" it better."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from needlewise.evidence.model.rows import Effect
from needlewise.evidence.model.store import Evidence
from needlewise.evidence.rules.harm_contrast import harm_contrasts
from needlewise.evidence.rules.headline import NOTHING, Headline, with_arms_swapped
from needlewise.evidence.sentences.statements import (
    Statement,
    comparator_name,
    direction,
    in_sentence,
    of_100,
    treatment_name,
)
from needlewise.words import number, round_half_up, say, sentence


def harm_statement(evidence: Evidence, line: Headline, *, sure: bool = True) -> Statement:
    """About 3 times as many people got dark marks with CO2 laser as with microneedling (1.5 to 6.2 times).

    Seen from the side with more of the harm, whichever way round the source wrote it. With its certainty, unless that
    stands beside it (`sure`).
    """
    effect = line.effect
    if effect.favours == "treatment":
        effect = with_arms_swapped(effect)
    first, second = treatment_name(evidence, effect.treatment_id), comparator_name(evidence, effect)
    event = effect.event_words or say(f"outcome-{effect.outcome}.event")
    unit = effect.shares_of or "person"
    by_times = effect.measure == "RR" and effect.estimate is not None and effect.favours == "comparator"
    if line.studies_disagree:
        text = say("contrast-disagree", unit=unit, event=event, first=first, second=second)
    elif effect.favours == "neither":
        text = say("contrast-same", unit=unit, event=event, first=first, second=second)
    elif by_times:
        values = {"unit": unit, "event": event, "first": first, "second": second}
        text = say("contrast-times", times=_times(effect.estimate or 0), **values)
    else:
        text = say("contrast-more", unit=unit, event=event, first=first, second=second)
    if effect.time_words:
        text = say("contrast-time", text=text, time=effect.time_words)
    notes = [_range(effect) if by_times else _size(effect)]
    notes += [say("contrast-untested")] if effect.between_group_test == "no" else []
    notes += [say(f"certainty-{line.rating.level}").lower()] if sure else []
    told = "; ".join(note for note in notes if note)
    text = say("effect-notes", statement=text, notes=told) if told else text
    if effect.subgroup:
        text = say("effect-subgroup", subgroup=effect.subgroup, statement=in_sentence(text))
    return Statement(sentence(text), direction(evidence, line), line.rating, line.refs)


@dataclass(frozen=True)
class Contrast:
    """The harms of one treatment against another: who was compared, which outcome, and the sentence."""

    treatment_id: str
    comparator_id: str
    outcome: str
    said: Statement

    def is_among(self, option_ids: Sequence[str]) -> bool:
        """True when both sides are among these options, or the other side is a dummy, nothing or usual care."""
        return self.treatment_id in option_ids and self.comparator_id in (*option_ids, *NOTHING)


def contrasts(evidence: Evidence, concern_id: str, option_ids: Sequence[str]) -> tuple[Contrast, ...]:
    """The harms of these options against each other, or against a dummy or doing nothing, the surest first."""
    return tuple(
        Contrast(
            line.effect.treatment_id, line.effect.comparator_id, line.effect.outcome, harm_statement(evidence, line)
        )
        for line in harm_contrasts(evidence, concern_id, option_ids)
    )


def _times(value: float) -> str:
    return number(round_half_up(value, 1))


def _range(effect: Effect) -> str:
    if effect.ci_low is None or effect.ci_high is None:
        return ""
    return say("contrast-range", low=_times(effect.ci_low), high=_times(effect.ci_high))


def _size(effect: Effect) -> str:
    """The published size: odds, how often as many, or shares of 100 people counted; empty without any."""
    if effect.measure in ("OR", "RR") and effect.estimate is not None:
        ratio = say("contrast-ratio", measure=effect.measure, times=_times(effect.estimate))
        if effect.ci_low is None or effect.ci_high is None:
            return ratio
        return say("contrast-ratio-range", ratio=ratio, low=_times(effect.ci_low), high=_times(effect.ci_high))
    if effect.measure == "proportion" and effect.estimate is not None and effect.comparator_estimate is not None:
        first, second = of_100(effect.estimate), of_100(effect.comparator_estimate)
        people, unit = effect.people, effect.shares_of or "person"
        # Shares of nobody knows how many are not told: who had more is.
        if people is not None:
            return say("contrast-shares", first=first, second=second, unit=unit, people=number(people), count=people)
    return ""
