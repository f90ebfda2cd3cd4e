"""How sure the studies are about one finding: the source's own GRADE rating, otherwise ours, always saying which.

Our rating follows the domains of GRADE (Guyatt and others, BMJ 2008; doi 10.1136/bmj.39489.470347.AD) as far as an
abstract allows. It starts one level below the top for randomised evidence, because the risk of bias of the single
trials could not be judged from the pages read, and goes down for each domain in which something speaks against it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from needlewise.evidence.model.rows import Effect
from needlewise.evidence.model.store import Evidence
from needlewise.evidence.model.vocabulary import Certainty, Level
from needlewise.evidence.rules.precision import interval
from needlewise.evidence.rules.size import is_believable

LEVELS: tuple[Certainty, ...] = ("very_low", "low", "moderate", "high")


# Everything a rating can say, as it is listed and put in order, the weakest first. What could not be rated stands last
# of all: nobody may speak before a rated finding because too little was printed about theirs.
ALL_LEVELS: tuple[Level, ...] = ("not_rated", *LEVELS)


# Levels so weak that a surer finding of another outcome is told instead.
WEAKEST: tuple[Level, ...] = ("not_rated", "very_low")


Reason = Literal[
    "bias_unjudged",
    "not_reviewed",
    "not_randomised",
    "few_randomised",
    "no_control",
    "untested",
    "many_lost",
    "bias_stated",
    "not_believable",
    "studies_differ",
    "few_people",
    "very_few_people",
    "people_unknown",
    "range_open",
    "range_wide",
    "range_unknown",
    "mixed_comparators",
    "indirect",
    "disagreement",
    "size_unknown",
    "rates_differ",
    "not_asked",
]


RANDOMISED = ("systematic_review", "network_meta_analysis", "rct")


@dataclass(frozen=True)
class Rating:
    """A certainty level, who gave it (`source` = the study's own GRADE rating, `ours`), and why it was lowered."""

    level: Level
    by: Literal["source", "ours"]
    reasons: tuple[Reason, ...] = ()

    @property
    def dots(self) -> int:
        """1 (very low) to 4 (high); 0 where it could not be rated."""
        return ALL_LEVELS.index(self.level)

    @property
    def strength(self) -> int:
        """Its place among all levels, 0 the weakest: what could not be rated stands below whatever was."""
        return ALL_LEVELS.index(self.level)


def rate(evidence: Evidence, effect: Effect, *, disagreement: bool = False) -> Rating:
    """The certainty of one finding.

    Rule, in this order:
        1. the source states a GRADE rating: that one; one level lower where findings of other sources contradict it,
           for it could only judge its own;
        2. no control group (before_after, rank, natural_course, recommendation), or sides that were never tested
           against each other: very low;
        3. otherwise start at moderate for randomised evidence and at low for any other comparison, a review of which
           few studies were randomised (`randomised`) included, and go down for each domain: `_bias` (one level),
           `_inconsistency` (one level), `_imprecision` (up to two levels), `_indirectness` (one level for each
           reason). Never below very low;
        4. a finding without a size, or with a difference without its interval, is low at most;
        5. where neither the people nor an interval is known, precision cannot be judged: not rated, unless the other
           domains alone bring it to very low. A gap in what we read is never told as a low certainty.
    """
    if effect.certainty_reported is not None:
        told = LEVELS.index(effect.certainty_reported)
        if not disagreement or told == 0:
            return Rating(effect.certainty_reported, "source")
        return Rating(LEVELS[told - 1], "source", ("disagreement",))
    if effect.kind in ("before_after", "rank", "natural_course", "recommendation"):
        return Rating("very_low", "ours", ("no_control",))
    if effect.between_group_test == "no":
        return Rating("very_low", "ours", ("untested",))
    few = effect.randomised == "few"
    randomised = evidence.sources[effect.source_id].design in RANDOMISED and not few
    inconsistent = _inconsistency(evidence, effect, disagreement=disagreement)
    domains = (
        _bias(evidence, effect),
        inconsistent,
        _imprecision(evidence, effect, mixed="studies_differ" in inconsistent[1]),
        _indirectness(evidence, effect),
    )
    level = LEVELS.index("moderate" if randomised else "low") - sum(lost for lost, _ in domains)
    if level > 0 and _people_unknown(evidence, effect):
        return Rating("not_rated", "ours", ("people_unknown",))
    unsized = _unsized(effect)
    if unsized:
        level = min(level, LEVELS.index("low"))
    first: Reason = "bias_unjudged" if randomised else "few_randomised" if few else "not_randomised"
    reasons = (first, *(reason for _, found in domains for reason in found), *unsized)
    return Rating(LEVELS[max(level, 0)], "ours", tuple(dict.fromkeys(reasons)))


Domain = tuple[int, tuple[Reason, ...]]


def _bias(evidence: Evidence, effect: Effect) -> Domain:
    """One level for each thing that may bend the finding.

    A paper nobody has reviewed yet; many people lost (`follow_up_lost`, percent); trials that the source itself calls
    weak (`bias_stated`); a size that cannot be (`is_believable`).
    """
    reasons: list[Reason] = []
    if evidence.sources[effect.source_id].preprint:
        reasons.append("not_reviewed")
    lost = effect.follow_up_lost_percent
    if lost is not None and lost >= evidence.threshold("follow_up_lost"):
        reasons.append("many_lost")
    if effect.bias_stated:
        reasons.append("bias_stated")
    if not is_believable(evidence, effect):
        reasons.append("not_believable")
    return len(reasons), tuple(reasons)


def _inconsistency(evidence: Evidence, effect: Effect, *, disagreement: bool) -> Domain:
    """One level where the pooled studies differ (`i2_considerable`, percent) or other findings contradict this one."""
    reasons: list[Reason] = []
    if effect.i2 is not None and effect.i2 >= evidence.threshold("i2_considerable"):
        reasons.append("studies_differ")
    if disagreement:
        reasons.append("disagreement")
    return (1 if reasons else 0, tuple(reasons))


def _imprecision(evidence: Evidence, effect: Effect, *, mixed: bool) -> Domain:
    """The worse of two: the people of this finding (`people_enough`, `people_very_few`), and its interval.

    An interval that holds one limit of what matters leaves open whether the treatment matters (one level); one that
    holds both leaves everything open (two levels); one wider than the span between them is too wide wherever it lies
    (one level). An unknown number of people alone costs nothing where there is an interval: that is what GRADE looks
    at first. With neither there is nothing to judge by (`_people_unknown`). A whole review of very few people is a
    ceiling for each finding in it. Where the pooled studies differ (`mixed`) the width comes of that: it is not
    counted a second time.
    """
    lost, reasons = 0, list[Reason]()
    most = effect.people if effect.people is not None else effect.n_people
    if most is not None and most < evidence.threshold("people_very_few"):
        lost, reasons = 2, ["very_few_people"]
    elif effect.people is not None and effect.people < evidence.threshold("people_enough"):
        lost, reasons = 1, ["few_people"]
    found = interval(evidence, effect)
    if found is not None and (found.verdicts_open or (found.is_very_wide and not mixed)):
        reasons.append("range_wide" if found.is_very_wide else "range_open")
        lost = max(lost, found.verdicts_open, 1)
    return lost, tuple(reasons)


def _people_unknown(evidence: Evidence, effect: Effect) -> bool:
    """True when neither the people of the finding nor its interval is given: nothing tells how precise it is."""
    return effect.people is None and interval(evidence, effect) is None


def _indirectness(evidence: Evidence, effect: Effect) -> Domain:
    """One level each for a mix of comparators, and for other people or another form of the treatment.

    A dummy and no treatment counted together (`dummy_pooled`) are a mix too: who knows what they got is one thing.
    """
    reasons: list[Reason] = []
    if evidence.treatments[effect.comparator_id].is_group or effect.dummy_pooled:
        reasons.append("mixed_comparators")
    if not effect.direct:
        reasons.append("indirect")
    return len(reasons), tuple(reasons)


def _unsized(effect: Effect) -> tuple[Reason, ...]:
    """Why a finding cannot be more than low: only words or a P value, or a difference without its interval."""
    reasons: list[Reason] = []
    if not effect.has_size:
        reasons.append("size_unknown")
    elif effect.measure != "proportion" and effect.ci_low is None:
        reasons.append("range_unknown")
    return tuple(reasons)
