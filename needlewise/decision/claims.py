"""The brochure check: eleven promises, each judged for each topic, with the findings for and against."""

from __future__ import annotations

from dataclasses import dataclass

from needlewise.evidence.model.rows import Benefit, Claim, Concern
from needlewise.evidence.model.store import Evidence
from needlewise.evidence.model.vocabulary import Verdict
from needlewise.evidence.rules.certainty import Rating
from needlewise.evidence.rules.verdicts import VERDICTS, Bearing, Stance, bearings

# How many findings stand on each side; the rest can be opened.
SHOWN = 3


@dataclass(frozen=True)
class Side:
    """The findings of one stance: those shown, one to a source, and all of them."""

    stance: Stance
    shown: tuple[Bearing, ...]
    every: tuple[Bearing, ...]


@dataclass(frozen=True)
class Judgement:
    """One promise judged for one topic: its verdict, the concerns it touches, and what speaks for and against it.

    `rating` is that of the surest finding either way; None when only rates, days or words stand behind the verdict.
    """

    claim: Claim
    concerns: tuple[Concern, ...]
    sides: tuple[Side, ...]
    rating: Rating | None
    rating_refs: tuple[str, ...]


@dataclass(frozen=True)
class Promise:
    """One promise of the brochure and its judgements, the most supported first."""

    benefit: Benefit
    judgements: tuple[Judgement, ...]

    @property
    def verdicts(self) -> tuple[tuple[Verdict, int], ...]:
        """Each verdict and for how many topics it holds, the most supported first."""
        found = [judgement.claim.verdict for judgement in self.judgements]
        return tuple((verdict, found.count(verdict)) for verdict in reversed(VERDICTS) if verdict in found)

    def touches(self, concern_id: str) -> bool:
        """True when any judgement is about this concern."""
        return any(concern.concern_id == concern_id for judgement in self.judgements for concern in judgement.concerns)


def _side(evidence: Evidence, stance: Stance, found: tuple[Bearing, ...]) -> Side:
    mine = tuple(bearing for bearing in found if bearing.stance == stance)
    shown: dict[tuple[str, ...], Bearing] = {}
    for bearing in mine:
        shown.setdefault(evidence.source_ids(bearing.ref), bearing)
    return Side(stance, tuple(shown.values())[:SHOWN], mine)


def _judgement(evidence: Evidence, claim: Claim) -> Judgement:
    found = bearings(evidence, claim)
    sides = tuple(_side(evidence, stance, found) for stance in ("for", "against", "open"))
    rated = [bearing for bearing in found if bearing.rating is not None and bearing.stance != "open"]
    surest = max(rated, key=lambda bearing: (bearing.controlled, bearing.dots), default=None)
    return Judgement(
        claim,
        tuple(evidence.concerns[concern_id] for concern_id in evidence.touched_by(claim.verdict_id)),
        sides,
        None if surest is None else surest.rating,
        () if surest is None else (surest.ref,),
    )


def check(evidence: Evidence) -> tuple[Promise, ...]:
    """The eleven promises in the brochure's order."""
    found: list[Promise] = []
    for benefit in evidence.benefits.values():
        mine = [_judgement(evidence, claim) for claim in evidence.claims.values() if claim.claim_id == benefit.claim_id]
        mine.sort(key=lambda judgement: -VERDICTS.index(judgement.claim.verdict))
        found.append(Promise(benefit, tuple(mine)))
    return tuple(found)
