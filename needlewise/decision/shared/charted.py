"""Findings and shares of people as they are drawn in pictures and listed in the tables beside them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from needlewise.decision.shared.options import OptionRow
from needlewise.evidence.model.rows import Concern, Effect
from needlewise.evidence.model.store import Evidence
from needlewise.evidence.rules.headline import NOTHING, choose_headline, is_eligible
from needlewise.evidence.rules.size import points_of_100
from needlewise.evidence.sentences.statements import comparator_name, figures, published
from needlewise.words import say, thousands

# Units that findings are drawn in, in the order they are drawn: points of 100, standard units, times as likely, times
# the odds.
Panel = Literal["points", "smd", "ratio", "odds"]


@dataclass(frozen=True)
class Finding:
    """One controlled finding with its range, turned so that more is better for `first`.

    `panel` tells the unit: `points` of 100, `smd` standard units, `ratio` times as likely.
    """

    first: str
    second: str
    family: str
    outcome: str
    panel: Panel
    estimate: float
    low: float
    high: float
    effect: Effect

    @property
    def ref(self) -> str:
        """The row behind it, as `table:row_id`."""
        return f"effects:{self.effect.effect_id}"


@dataclass(frozen=True)
class FindingLine:
    """One controlled finding in words, for the table twin: nothing is left out because it cannot be drawn."""

    first: str
    second: str
    outcome: str
    found: str
    time: str
    people: str
    effect: Effect

    @property
    def ref(self) -> str:
        """The row behind it, as `table:row_id`."""
        return f"effects:{self.effect.effect_id}"


def _oriented(evidence: Evidence, effect: Effect) -> Finding | None:
    """A finding turned so that more is better for its treatment; None without a size and a range."""
    if not effect.has_size or effect.ci_low is None or effect.ci_high is None or effect.estimate is None:
        return None
    values = (effect.estimate, effect.ci_low, effect.ci_high)
    sign = -1 if effect.better == "lower" else 1
    panel: Panel
    if effect.measure == "SMD":
        panel, scaled = "smd", tuple(sign * value for value in values)
    elif points_of_100(effect) is not None and effect.scale_points:
        panel, scaled = "points", tuple(sign * 100 * value / effect.scale_points for value in values)
    elif effect.measure in ("RR", "OR") and min(values) > 0 and sign == 1:
        # How much likelier a bad result is turns round into no number that a study gave; the table tells it.
        panel, scaled = ("ratio" if effect.measure == "RR" else "odds"), values
    else:
        return None
    estimate, *ends = scaled
    return Finding(
        evidence.treatments[effect.treatment_id].short_name,
        comparator_name(evidence, effect),
        evidence.treatments[effect.treatment_id].family,
        effect.outcome,
        panel,
        estimate,
        min(ends),
        max(ends),
        effect,
    )


def drawable_findings(evidence: Evidence, concern: Concern, options: tuple[OptionRow, ...]) -> tuple[Finding, ...]:
    """The headline findings that can be drawn.

    Each option against nothing-like comparators, and needling against each rival.
    """
    mine = evidence.of(concern.concern_id)
    chosen: dict[str, Effect] = {}
    for row in options:
        if row.role == "nothing":
            continue
        name = row.treatment.treatment_id
        for outcome in concern.outcomes:
            for other in (*NOTHING, concern.needling_id):
                rows = [
                    effect
                    for effect in mine.effects_against(name, other, outcome)
                    if is_eligible(evidence, effect) and _oriented(evidence, effect) is not None
                ]
                line = choose_headline(evidence, rows)
                if line is not None:
                    chosen.setdefault(line.effect.effect_id, line.effect)
    needling = [
        effect
        for effect in mine.effects_of(concern.needling_id)
        if effect.outcome in concern.outcomes and is_eligible(evidence, effect)
    ]
    for effect in needling:
        chosen.setdefault(effect.effect_id, effect)
    drawn = [finding for effect in chosen.values() if (finding := _oriented(evidence, effect)) is not None]
    order = get_args(Panel)
    return tuple(
        sorted(
            drawn,
            key=lambda found: (
                order.index(found.panel),
                found.effect.treatment_id != concern.needling_id,
                found.first,
                concern.outcomes.index(found.effect.outcome),
                found.effect.effect_id,
            ),
        )
    )


def finding_line(evidence: Evidence, effect: Effect) -> FindingLine:
    """One finding in words."""
    size_text = figures(evidence, effect) or ("" if effect.estimate is None else published(effect))
    verdict = say(f"found-{effect.favours}")
    return FindingLine(
        evidence.treatments[effect.treatment_id].name,
        comparator_name(evidence, effect),
        say(f"outcome-{effect.outcome}") + (f" ({effect.subgroup})" if effect.subgroup else ""),
        f"{verdict}: {size_text}" if size_text else verdict,
        effect.time_words or say("shares-time-unknown"),
        _people(effect),
        effect,
    )


def _people(effect: Effect) -> str:
    """The people of this finding, else of the whole review, said to be so."""
    if effect.people:
        return thousands(effect.people)
    if not effect.n_people:
        return say("not-given")
    return say("answer-whole-review", counts=thousands(effect.n_people))
