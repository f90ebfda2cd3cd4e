"""Which findings bear on a promise, which way each points, and the word that they carry.

A verdict stands in `claims.csv` with the reasons that people wrote. It is not free: `verdict_of` makes it from the
findings, and the check of the tables refuses any other.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from needlewise.evidence.model.rows import Benefit, Claim, Effect, Recovery, Risk
from needlewise.evidence.model.store import Evidence
from needlewise.evidence.model.vocabulary import Verdict
from needlewise.evidence.rules.certainty import Rating, rate
from needlewise.evidence.rules.headline import NOTHING, with_arms_swapped
from needlewise.evidence.rules.window import is_pooled

Stance = Literal["for", "against", "open"]


# From the least to the most that can be said.
VERDICTS: tuple[Verdict, ...] = (
    "mostly_against",
    "not_shown",
    "studies_differ",
    "weakly_supported",
    "partly_supported",
    "well_supported",
)


# The strength of a low and of a moderate rating (0 very low to 4 high).
_LOW, _MODERATE = 2, 3


@dataclass(frozen=True)
class Bearing:
    """One row that bears on a promise: which way it points, and how sure it is (None for rates and days of recovery).

    `controlled` marks a finding with a comparison group; `turned` effects are seen from needling's side.
    """

    row: Effect | Risk | Recovery
    ref: str
    stance: Stance
    rating: Rating | None
    controlled: bool

    @property
    def strength(self) -> int:
        """How sure, 0 the weakest; a rate or a day of recovery has no rating and counts as the weakest."""
        return self.rating.strength if self.rating else 0


def _needlings(evidence: Evidence) -> frozenset[str]:
    """All that is needling to a promise, alone or with a product.

    Acupuncture is a rival, whatever family it is drawn in.
    """
    return frozenset(name for name, treatment in evidence.treatments.items() if treatment.needling)


def subjects(evidence: Evidence, question: Benefit) -> frozenset[str]:
    """The treatments whose findings count as findings about this promise."""
    found = _needlings(evidence)
    if question.subject == "with_product":
        return frozenset(name for name in found if evidence.treatments[name].needling == "with_product")
    return found


def _stance(evidence: Evidence, question: Benefit, effect: Effect) -> Stance:
    # What changed from before to after may have changed by itself: never an effect, whichever way it went.
    if effect.kind not in ("controlled", "arm_means"):
        return "open"
    if effect.favours == "treatment":
        return "for"
    if effect.favours == "comparator":
        return "against"
    # A tie with a laser says nothing for or against a promise of effect; a tie with nothing, or with a pool that
    # holds pretend treatments, speaks against it. Where the promise itself compares, so does any tie.
    settles = (
        effect.comparator_id in NOTHING
        or evidence.treatments[effect.comparator_id].holds_controls
        or question.compares
        or question.subject == "with_product"
    )
    return "against" if settles else "open"


def _is_later(evidence: Evidence, effect: Effect) -> bool:
    """Beyond the short term; where the source gives no number of weeks, its own words decide (`beyond_short`)."""
    return effect.beyond_short if effect.weeks is None else effect.weeks > evidence.threshold("weeks_short")


def _effects(evidence: Evidence, claim: Claim, question: Benefit) -> Iterator[Bearing]:
    about = subjects(evidence, question)
    for row in (row for source_id in claim.source_ids for row in evidence.effects_from(source_id)):
        if row.outcome not in question.outcomes:
            continue
        if row.is_set_aside or not row.checked:
            continue
        if row.kind in ("rank", "recommendation", "natural_course"):
            continue
        effect = row if row.treatment_id in about else with_arms_swapped(row) if row.comparator_id in about else None
        if effect is None or (
            effect.treatment_id in about and effect.comparator_id in about and question.subject == "needling"
        ):
            continue
        alone = evidence.treatments[effect.treatment_id].needling == "alone"
        added = question.subject == "with_product" and alone and bool(effect.add_on_to)
        if question.subject == "with_product" and effect.treatment_id not in about and not added:
            continue
        if question.later and not _is_later(evidence, effect):
            continue
        yield Bearing(
            effect,
            f"effects:{row.effect_id}",
            _stance(evidence, question, effect),
            rate(evidence, row),
            effect.kind in ("controlled", "arm_means"),
        )


def _rates(evidence: Evidence, claim: Claim, question: Benefit) -> Iterator[Bearing]:
    touched = evidence.touched_by(claim.verdict_id)
    for row in (row for name in _needlings(evidence) for row in evidence.about(name).risks):
        if row.harm not in question.harms:
            continue
        if row.duplicate_of or not row.checked:
            continue
        named = bool(set(row.source_ids) & set(claim.source_ids))
        if not (named or row.concern_id in touched) or row.relation not in ("absolute", "listed"):
            continue
        seen: Stance = "open" if row.per_100 is None else "for" if row.per_100 == 0 else "against"
        yield Bearing(row, f"risks:{row.risk_id}", seen, None, controlled=False)


def _days(evidence: Evidence, claim: Claim, question: Benefit) -> Iterator[Bearing]:
    about = subjects(evidence, question)
    for row in (row for name in about for row in evidence.about(name).recovery):
        if row.milestone not in question.milestones or row.duplicate_of or not row.checked or not row.has_days:
            continue
        if not set(row.source_ids) & set(claim.source_ids):
            continue
        usual = (
            row.day_typical
            if row.day_typical is not None
            else row.day_high
            if row.day_high is not None
            else row.day_low
        )
        quick = usual is not None and usual <= evidence.threshold("downtime_moderate")
        yield Bearing(row, f"recovery:{row.recovery_id}", "for" if quick else "against", None, controlled=False)


def bearings(evidence: Evidence, claim: Claim) -> tuple[Bearing, ...]:
    """Every row that bears on a judged promise, the surest first. Repeats and rows nobody has checked stay out.

    Effects come from the sources the verdict names. Harm rates come from those, and also from any other source about a
    concern the promise touches, so that a rate nobody wanted to see cannot be left out. Days of recovery come from the
    named sources. Order: with a comparison group first, then certainty, then pooled before single studies, then more
    people, then the id.
    """
    question = evidence.benefits[claim.claim_id]
    found = [
        *_effects(evidence, claim, question),
        *_rates(evidence, claim, question),
        *_days(evidence, claim, question),
    ]
    return tuple(sorted(found, key=lambda bearing: _order(evidence, bearing)))


def _order(evidence: Evidence, bearing: Bearing) -> tuple[object, ...]:
    row = bearing.row
    if isinstance(row, Effect):
        return (
            not bearing.controlled,
            -bearing.strength,
            not is_pooled(evidence, row),
            -(row.people or 0),
            bearing.ref,
        )
    people = row.n or 0 if isinstance(row, Risk) else 0
    return (True, -bearing.strength, isinstance(row, Recovery), -people, bearing.ref)


def sources_of(found: Iterable[Bearing]) -> frozenset[str]:
    """The sources that some findings come from: each counts once, however many rows it gave."""
    names: set[str] = set()
    for bearing in found:
        row = bearing.row
        names |= {row.source_id} if isinstance(row, Effect) else set(row.source_ids)
    return frozenset(names)


def verdict_of(found: tuple[Bearing, ...]) -> Verdict:
    """The one word that the findings carry: by how many sources are for and against a promise, and how sure they are.

    A source that gives findings of both kinds counts on both sides.

    mostly against   at least twice as many against as for, and the surest of them has a comparison group, is of low
                     certainty or more, and is at least as sure as the surest for it;
    not shown        none for it: nobody has shown it, whatever was measured from before to after;
    studies differ   as many or more against as for;
    well             more for it, the surest of moderate certainty or more, and none against it with a comparison group;
    partly           more for it, the surest with a comparison group, of low certainty or more, and at least as sure as
                     the surest against;
    weakly           more for it, but on weaker ground than that.
    """
    favourable = [bearing for bearing in found if bearing.stance == "for"]
    contrary = [bearing for bearing in found if bearing.stance == "against"]
    pro, contra = len(sources_of(favourable)), len(sources_of(contrary))
    best_for = max(((bearing.controlled, bearing.strength) for bearing in favourable), default=(False, 0))
    best_against = max(((bearing.controlled, bearing.strength) for bearing in contrary), default=(False, 0))
    if contra and contra >= 2 * pro and best_against >= max((True, _LOW), best_for):
        return "mostly_against"
    if not pro:
        return "not_shown"
    if contra >= pro:
        return "studies_differ"
    if best_for >= (True, _MODERATE) and not best_against[0]:
        return "well_supported"
    return "partly_supported" if best_for >= max((True, _LOW), best_against) else "weakly_supported"
