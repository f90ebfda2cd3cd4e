"""The brochure check: eleven promises, each judged for each topic, with the findings for and against."""

from __future__ import annotations

from dataclasses import dataclass

from needlewise.decision.shared.phrases import sentences_of
from needlewise.evidence.model.rows import Benefit, Claim, Concern
from needlewise.evidence.model.store import Evidence
from needlewise.evidence.model.vocabulary import Verdict
from needlewise.evidence.rules.certainty import Rating
from needlewise.evidence.rules.verdicts import VERDICTS, Bearing, Stance, bearings, sources_of
from needlewise.words import join_list, say, search

# How many findings stand on each side; the rest can be opened.
SHOWN = 3


@dataclass(frozen=True)
class Side:
    """The findings of one stance: those shown, one to a source, and all of them."""

    stance: Stance
    shown: tuple[Bearing, ...]
    every: tuple[Bearing, ...]

    @property
    def refs(self) -> tuple[str, ...]:
        """The rows of all of them."""
        return tuple(bearing.ref for bearing in self.every)


@dataclass(frozen=True)
class Judgement:
    """One promise judged for one topic: its verdict, the concerns it touches, and what speaks for and against it.

    `rating` is that of the surest finding either way; None when only rates, days or words stand behind the verdict.
    `short` is why, in the first two sentences, and `rest` what is left of it.
    """

    claim: Claim
    concerns: tuple[Concern, ...]
    sides: tuple[Side, ...]
    rating: Rating | None
    rating_refs: tuple[str, ...]
    short: str
    rest: str

    @property
    def strength(self) -> int:
        """0 (studies speak against it) to 5 (well supported)."""
        return VERDICTS.index(self.claim.verdict)

    @property
    def weighs(self) -> tuple[Side, ...]:
        """The sides to show: for and against even when empty; none at all when no finding bears on it."""
        if not any(side.every for side in self.sides):
            return ()
        return tuple(side for side in self.sides if side.every or side.stance != "open")

    @property
    def weighed(self) -> str:
        """How many studies are for and against it, or that other things stand behind the verdict."""
        if not self.weighs:
            return say("evidence-weigh-none")
        counts = {side.stance: len(sources_of(side.every)) for side in self.sides}
        return say("evidence-weigh", pro=counts["for"], contra=counts["against"], open=counts["open"])

    def touches(self, concern_id: str) -> bool:
        """True when it is about this concern."""
        return concern_id in [concern.concern_id for concern in self.concerns]


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
        return any(judgement.touches(concern_id) for judgement in self.judgements)

    def led_by(self, concern_id: str) -> tuple[Judgement, ...]:
        """The judgements with those about this concern first."""
        return tuple(sorted(self.judgements, key=lambda judgement: not judgement.touches(concern_id)))


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
    surest = max(rated, key=lambda bearing: (bearing.controlled, bearing.strength), default=None)
    short, rest = two_sentences(claim.why)
    return Judgement(
        claim,
        tuple(evidence.concerns[concern_id] for concern_id in evidence.touched_by(claim.verdict_id)),
        sides,
        None if surest is None else surest.rating,
        () if surest is None else (surest.ref,),
        short,
        rest,
    )


def two_sentences(text: str) -> tuple[str, str]:
    """The first two sentences of a text and the rest. A full stop inside a number or an abbreviation ends nothing."""
    parts = sentences_of(text)
    return " ".join(parts[:2]), " ".join(parts[2:])


def check(evidence: Evidence) -> tuple[Promise, ...]:
    """The eleven promises in the brochure's order."""
    found: list[Promise] = []
    for benefit in evidence.benefits.values():
        mine = [_judgement(evidence, claim) for claim in evidence.claims.values() if claim.claim_id == benefit.claim_id]
        mine.sort(key=lambda judgement: -VERDICTS.index(judgement.claim.verdict))
        found.append(Promise(benefit, tuple(mine)))
    return tuple(found)


def holding(promises: tuple[Promise, ...], text: str) -> tuple[Promise, ...]:
    """The promises with only those judgements that a search finds; all of them for an empty one."""
    beginnings = search.asked(text)
    found: list[Promise] = []
    for promise in promises:
        benefit = promise.benefit
        mine = tuple(
            judgement
            for judgement in promise.judgements
            if search.holds(
                search.folded(
                    " ".join(
                        (
                            benefit.name,
                            benefit.promise,
                            say(f"evidence-topic-{judgement.claim.topic}"),
                            judgement.claim.why,
                            *(concern.name for concern in judgement.concerns),
                        )
                    )
                ),
                beginnings,
            )
        )
        if mine:
            found.append(Promise(benefit, mine))
    return tuple(found)


def headline(promises: tuple[Promise, ...]) -> str:
    """How many of the promises are well supported for at least one topic."""
    well = sum(any(verdict == "well_supported" for verdict, _ in promise.verdicts) for promise in promises)
    return say("evidence-headline", promises=len(promises), well=well)


def tally(promises: tuple[Promise, ...]) -> str:
    """How many judgements there are, and how many of them got each verdict."""
    counts = {
        verdict: sum(dict(promise.verdicts).get(verdict, 0) for promise in promises) for verdict in reversed(VERDICTS)
    }
    parts = join_list([say(f"evidence-count-{verdict}", count=count) for verdict, count in counts.items()])
    return say("evidence-counts", judged=sum(counts.values()), parts=parts)
