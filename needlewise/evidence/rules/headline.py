"""Which finding speaks for a treatment: one rule, the same for needling and for every rival.

Only controlled findings can speak: no before-and-after figure, no network rank, no guideline's advice, no row that
repeats another, no pool of mixed comparators.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import get_args

from needlewise.evidence.model.rows import Effect
from needlewise.evidence.model.store import Evidence
from needlewise.evidence.model.vocabulary import Control
from needlewise.evidence.rules.certainty import Rating, rate

# The answer to "does it help at all?": a dummy treatment first, then nothing, then ordinary care.
NOTHING: tuple[Control, ...] = get_args(Control)


_DESIGN_RANK = {
    "systematic_review": 0,
    "network_meta_analysis": 0,
    "guideline": 0,
    "rct": 1,
    "cohort": 2,
    "case_series": 3,
}


@dataclass(frozen=True)
class Headline:
    """The finding that speaks, its certainty, and the findings of equal rank that point another way.

    `at_other_times` are findings of the same study at another stretch of time that point another way: its course over
        time.
    """

    effect: Effect
    rating: Rating
    conflicting: tuple[Effect, ...] = ()
    at_other_times: tuple[Effect, ...] = ()

    @property
    def studies_disagree(self) -> bool:
        """True when findings of equal rank point different ways."""
        return bool(self.conflicting)

    @property
    def refs(self) -> tuple[str, ...]:
        """The finding that speaks, those against it and those of another time, as `table:row_id`."""
        return tuple(f"effects:{effect.effect_id}" for effect in (self.effect, *self.conflicting, *self.at_other_times))


def is_eligible(evidence: Evidence, effect: Effect) -> bool:
    """True when a row may become a headline: never one that a newer source has taken the place of."""
    return (
        effect.kind in ("controlled", "arm_means")
        and effect.favours is not None
        and effect.direct
        and not effect.is_set_aside
        and effect.checked
        and not evidence.treatments[effect.comparator_id].is_group
        and not evidence.treatments[effect.treatment_id].is_group
        and not evidence.sources[effect.source_id].is_weak
    )


def design_rank(evidence: Evidence, effect: Effect) -> int:
    """0 for pooled evidence, 1 for a randomised trial, 2 for other comparisons, 3 for series, 4 for the rest."""
    return _DESIGN_RANK.get(evidence.sources[effect.source_id].design, 4)


def _order(evidence: Evidence, effect: Effect) -> tuple[object, ...]:
    source = evidence.sources[effect.source_id]
    return (
        bool(effect.add_on_to),
        bool(effect.subgroup),
        design_rank(evidence, effect),
        effect.certainty_reported is None,
        not effect.has_size,
        -(effect.people or 0),
        -(source.year or 0),
        effect.effect_id,
    )


def time_band(evidence: Evidence, effect: Effect) -> str:
    """`short`, `middle`, `long` or `unknown`: findings of different bands are a course over time, not a disagreement.

    The limits (weeks) stand in `thresholds.csv` (`weeks_short`, `weeks_long`).
    """
    if effect.weeks is None:
        return "unknown"
    if effect.weeks <= evidence.threshold("weeks_short"):
        return "short"
    return "middle" if effect.weeks <= evidence.threshold("weeks_long") else "long"


def _disagrees(evidence: Evidence, first: Effect, other: Effect) -> bool:
    bands = {time_band(evidence, first), time_band(evidence, other)}
    return (
        other.favours != first.favours
        and other.source_id != first.source_id
        and design_rank(evidence, other) == design_rank(evidence, first)
        and bool(other.subgroup) == bool(first.subgroup)
        and bool(other.add_on_to) == bool(first.add_on_to)
        and len(bands - {"unknown"}) <= 1
    )


def _at_another_time(evidence: Evidence, first: Effect, other: Effect) -> bool:
    bands = {time_band(evidence, first), time_band(evidence, other)}
    return (
        other.source_id == first.source_id
        and other.favours != first.favours
        and (other.subgroup, other.add_on_to) == (first.subgroup, first.add_on_to)
        and len(bands - {"unknown"}) == 2
        and bool(first.time_words)
        and bool(other.time_words)
    )


def headline(
    evidence: Evidence, concern_id: str, treatment_id: str, comparator_id: str, outcome: str
) -> Headline | None:
    """The finding that speaks for concern x treatment x comparator x outcome; None when nothing was compared.

    Rule, first difference decides: alone before added to other care; the whole concern before a part of it; pooled
    evidence before one trial before other comparisons; rated by GRADE before unrated; with a size before direction
    only; more people; newer; then the id, so that the choice never changes by chance.
    Findings of the same rank and time that point another way are kept in `conflicting`, and lower the certainty by one
    level unless the source rated it. Without any, what the same study found at another time is kept in
    `at_other_times`.
    """
    rows = [
        effect
        for effect in evidence.of(concern_id).effects_against(treatment_id, comparator_id, outcome)
        if is_eligible(evidence, effect)
    ]
    return choose_headline(evidence, rows)


def choose_headline(evidence: Evidence, rows: Sequence[Effect]) -> Headline | None:
    """Choose among rows that answer the same question. See `headline` for the rule."""
    if not rows:
        return None
    ordered = sorted(rows, key=lambda effect: _order(evidence, effect))
    first = ordered[0]
    conflicting = _one_per_source(effect for effect in ordered[1:] if _disagrees(evidence, first, effect))
    at_other_times = (
        () if conflicting else tuple(effect for effect in ordered[1:] if _at_another_time(evidence, first, effect))
    )
    return Headline(first, rate(evidence, first, disagreement=bool(conflicting)), conflicting, at_other_times)


def _one_per_source(effects: Iterable[Effect]) -> tuple[Effect, ...]:
    found: dict[str, Effect] = {}
    for effect in effects:
        found.setdefault(effect.source_id, effect)
    return tuple(found.values())


def headline_against_control(evidence: Evidence, concern_id: str, treatment_id: str) -> Headline | None:
    """The headline against sham, else no treatment, else ordinary care.

    The outcome people come for most decides first (as ranked in `concerns.csv`), then the comparator. A comparison
    for a part of the people, or on top of other care, is used only when no plainer one exists for any outcome.
    """
    found = _against_nothing(evidence, concern_id, treatment_id)
    return found[0] if found else None


def headline_against_nothing(evidence: Evidence, concern_id: str, treatment_id: str) -> Headline | None:
    """Where the headline is against sham.

    The plain headline against no treatment, else usual care, for the same outcome.

    The two together show how much of the change people also get from a pretend treatment. None when the headline is
    not against sham, or nothing plainer than an add-on was compared.
    """
    found = _against_nothing(evidence, concern_id, treatment_id)
    if not found or found[0].effect.comparator_id != "sham":
        return None
    rest = [
        line
        for line in found[1:]
        if line.effect.comparator_id != "sham"
        and line.effect.outcome == found[0].effect.outcome
        and not line.effect.add_on_to
    ]
    return rest[0] if rest else None


def _against_nothing(evidence: Evidence, concern_id: str, treatment_id: str) -> list[Headline]:
    """All headlines against sham, no treatment and usual care, the one that speaks first."""
    found: list[tuple[tuple[object, ...], Headline]] = []
    for rank, outcome in enumerate(evidence.concerns[concern_id].outcomes):
        for place, comparator in enumerate(NOTHING):
            line = headline(evidence, concern_id, treatment_id, comparator, outcome)
            if line is not None:
                plain = (bool(line.effect.add_on_to), bool(line.effect.subgroup))
                found.append(((plain, rank, place), line))
    return [line for _, line in sorted(found, key=lambda item: item[0])]


def head_to_head(evidence: Evidence, concern_id: str, first_id: str, second_id: str) -> Headline | None:
    """The headline of one treatment against another, whichever way round it was written, seen from the first."""
    mine = evidence.of(concern_id)
    for outcome in mine.concern.outcomes:
        rows = [
            effect if effect.treatment_id == first_id else with_arms_swapped(effect)
            for effect in mine.effects_between(first_id, second_id, outcome)
            if is_eligible(evidence, effect)
        ]
        line = choose_headline(evidence, rows)
        if line is not None:
            return line
    return None


def with_arms_swapped(effect: Effect) -> Effect:
    """The same finding seen from the comparator's side: arms swapped, differences negated, ratios inverted."""
    swap = {"treatment": "comparator", "comparator": "treatment", "neither": "neither", None: None}
    values: dict[str, object] = {
        "treatment_id": effect.comparator_id,
        "comparator_id": effect.treatment_id,
        "comparator_words": "",
        "favours": swap[effect.favours],
    }
    if effect.measure == "proportion" or effect.kind == "arm_means":
        values |= {"estimate": effect.comparator_estimate, "comparator_estimate": effect.estimate}
        values |= {"ci_low": None, "ci_high": None}
    elif effect.measure in ("RR", "OR"):
        values |= {
            "estimate": None if not effect.estimate else 1 / effect.estimate,
            "ci_low": None if not effect.ci_high else 1 / effect.ci_high,
            "ci_high": None if not effect.ci_low else 1 / effect.ci_low,
        }
    else:
        values |= {
            "estimate": None if effect.estimate is None else -effect.estimate,
            "ci_low": None if effect.ci_high is None else -effect.ci_high,
            "ci_high": None if effect.ci_low is None else -effect.ci_low,
        }
    return effect.model_copy(update=values)
