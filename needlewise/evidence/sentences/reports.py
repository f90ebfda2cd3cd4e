"""What one row found, as a report: the finding, the rate or the days of one source, without a word on how sure it is.

How sure it is always stands beside it, so the sentence need not say so again.
"""

from __future__ import annotations

from needlewise.evidence.model.rows import Effect, Recovery, Risk
from needlewise.evidence.model.store import Evidence
from needlewise.evidence.rules.certainty import Rating
from needlewise.evidence.rules.headline import Headline
from needlewise.evidence.rules.verdicts import Bearing
from needlewise.evidence.sentences.harm_statements import harm_statement
from needlewise.evidence.sentences.statements import (
    comparator_name,
    figures,
    in_sentence,
    of_100,
    published,
    statement,
    treatment_name,
)
from needlewise.words import number, say, sentence, span, thousands


def finding_words(evidence: Evidence, effect: Effect, rating: Rating) -> str:
    """One finding in plain words.

    Only a finding with a comparison group gets a sentence about effect; the rest say what they are.
    """
    if effect.kind in ("controlled", "arm_means") and effect.favours is not None:
        if evidence.outcomes[effect.outcome].role == "harm":
            return harm_statement(evidence, Headline(effect, rating), sure=False).text
        said = statement(evidence, Headline(effect, rating))
        return f"{said.text} {sentence(said.figures)}" if said.figures else said.text
    return say(
        f"evidence-words-{effect.kind}",
        treatment=treatment_name(evidence, effect.treatment_id),
        thing=say(f"outcome-{effect.outcome}"),
        way=effect.favours or "unknown",
    )


def bearing_words(evidence: Evidence, bearing: Bearing) -> str:
    """One row that bears on a promise, in plain words."""
    row = bearing.row
    if isinstance(row, Effect):
        return _effect_words(evidence, row, bearing.rating)
    return _recovery_words(evidence, row) if isinstance(row, Recovery) else risk_words(evidence, row)


def _effect_words(evidence: Evidence, effect: Effect, rating: Rating | None) -> str:
    if effect.kind not in ("controlled", "arm_means") or effect.favours is None:
        words = finding_words(evidence, effect, rating) if rating is not None else effect.outcome_label
        return f"{words} {sentence(published(effect))}"
    if rating is not None and evidence.outcomes[effect.outcome].role == "harm":
        return harm_statement(evidence, Headline(effect, rating), sure=False).text
    name = treatment_name(evidence, effect.treatment_id)
    if effect.add_on_to:
        name = say("evidence-bearing-added", treatment=name, other=treatment_name(evidence, effect.add_on_to))
    text = say(
        "evidence-bearing",
        way=effect.favours,
        thing=say(f"outcome-{effect.outcome}"),
        treatment=name,
        comparator=comparator_name(evidence, effect),
        time=effect.time_words or say("shares-time-unknown"),
    )
    if effect.subgroup:
        text = f"{effect.subgroup}: {in_sentence(text)}"
    size = figures(evidence, effect)
    return f"{sentence(text)} {sentence(size)}" if size else sentence(text)


def _recovery_words(evidence: Evidence, row: Recovery) -> str:
    days = [value for value in (row.day_low, row.day_typical, row.day_high) if value is not None]
    return sentence(
        say(
            "evidence-days",
            treatment=evidence.treatments[row.treatment_id].name,
            days=say("figure-days", number=span(min(days), max(days)), count=2),
            milestone=say(f"milestone-{row.milestone}"),
        )
    )


def risk_words(evidence: Evidence, row: Risk) -> str:
    """How many of 100 had a harm and how many had not; that none had; or that it is named.

    Only named, too, where the source does not say how many were counted.
    """
    named = risk_name(evidence, row)
    people = say("evidence-risk-population-all") if row.population == "all" else row.population
    if row.per_100 is None or not row.n:
        word = "evidence-risk-none-listed" if row.per_100 == 0 else "evidence-risk-listed"
        return sentence(say(word, harm=named, population=people))
    unit = say(f"per-{row.per}")
    counted = say("evidence-risk-counted", n=thousands(row.n), unit=unit)
    if row.per_100 == 0:
        return sentence(say("evidence-risk-none", harm=named, population=people, counted=counted))
    low = of_100(row.per_100)
    rest = number(100 - float(low))
    return sentence(
        say("evidence-risk-rate", harm=named, low=low, rest=rest, unit=unit, population=people, counted=counted)
    )


def risk_name(evidence: Evidence, row: Risk) -> str:
    """`Microneedling, dark marks`."""
    return f"{evidence.treatments[row.treatment_id].name}, {in_sentence(say(f'harm-{row.harm}'))}"
