"""Which finding speaks for a treatment: one rule, the same for needling and for every rival.

Only controlled findings can speak: no before-and-after figure, no network rank, no guideline's advice, no row that
repeats another, no pool of mixed comparators.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import get_args

from needlewise.evidence.model.rows import Concern, Effect
from needlewise.evidence.model.store import Evidence
from needlewise.evidence.model.vocabulary import Control
from needlewise.evidence.rules.certainty import WEAKEST, Rating, rate
from needlewise.evidence.rules.disagreement import contradict, differs, disagrees, same_time
from needlewise.evidence.rules.window import is_pooled, window, window_rank

# The answer to "does it help at all?": a dummy treatment first, then nothing, then ordinary care.
NOTHING: tuple[Control, ...] = get_args(Control)


@dataclass(frozen=True)
class Headline:
    """The finding that speaks, its certainty, and the findings of equal rank that point another way.

    `at_other_times` are findings of the same study at another stretch of time that point another way: its course over
        time.
    `alike` are findings of other sources that answer the very same question and are of the same kind: other pools
        beside a pool, other single trials beside a trial. They do not contradict it.
    `differing` are those that make its size or its direction doubtful: an interval apart on the same side, another pool
        that came out differently. No one-sided size is told then.
    """

    effect: Effect
    rating: Rating
    conflicting: tuple[Effect, ...] = ()
    at_other_times: tuple[Effect, ...] = ()
    alike: tuple[Effect, ...] = ()
    differing: tuple[Effect, ...] = ()

    @property
    def studies_disagree(self) -> bool:
        """True when findings of equal rank point different ways."""
        return bool(self.conflicting)

    @property
    def refs(self) -> tuple[str, ...]:
        """The finding that speaks, those against it and those of another time, as `table:row_id`."""
        return tuple(f"effects:{effect.effect_id}" for effect in (self.effect, *self.conflicting, *self.at_other_times))


def is_eligible(evidence: Evidence, effect: Effect, *, pools: bool = False) -> bool:
    """True when a row may become a headline: never one that a newer source has taken the place of.

    With `pools` also against a pool of several treatments, which is only ever told named as such.
    """
    return (
        effect.kind in ("controlled", "arm_means")
        and effect.favours is not None
        and effect.direct
        and not effect.is_set_aside
        and effect.checked
        and (pools or not evidence.treatments[effect.comparator_id].is_group)
        and not evidence.treatments[effect.treatment_id].is_group
        and not evidence.sources[effect.source_id].is_weak
    )


def _order(evidence: Evidence, effect: Effect) -> tuple[object, ...]:
    source = evidence.sources[effect.source_id]
    return (
        bool(effect.add_on_to),
        effect.between_group_test == "no",
        source.preprint,
        bool(effect.subgroup),
        window_rank(evidence, effect),
        -rate(evidence, effect).strength,
        not is_pooled(evidence, effect),
        -(effect.people or 0),
        -(source.year or 0),
        effect.effect_id,
    )


def _at_another_time(evidence: Evidence, first: Effect, other: Effect) -> bool:
    times = {window(evidence, first), window(evidence, other)}
    apart = len(times - {"unknown"}) == 2 or len({first.weeks, other.weeks} - {None}) == 2
    return (
        other.source_id == first.source_id
        and other.favours != first.favours
        and (other.subgroup, other.add_on_to) == (first.subgroup, first.add_on_to)
        and apart
        and bool(first.time_words)
        and bool(other.time_words)
    )


_CAUTIOUS = ("comparator", "neither", "treatment")


def parts_of(evidence: Evidence, first: Effect, rows: Iterable[Effect]) -> tuple[Effect, ...]:
    """Other parts of the people that the same source looked at: same question, same time. None for a whole concern."""
    return tuple(
        row
        for row in rows
        if first.subgroup
        and row.subgroup not in ("", first.subgroup)
        and row.source_id == first.source_id
        and (row.outcome, row.comparator_id, row.add_on_to) == (first.outcome, first.comparator_id, first.add_on_to)
        and window(evidence, row) == window(evidence, first)
    )


def least_favourable_part(evidence: Evidence, first: Effect, rows: Sequence[Effect]) -> Effect:
    """Where parts of the people in one source contradict each other, the least favourable one; else the first itself.

    A part that turns the answer is told, not hidden behind all of them together.
    """
    parts = [first, *parts_of(evidence, first, rows)]
    if not any(contradict(evidence, one, other) for one in parts for other in parts):
        return first
    return min(parts, key=lambda row: _CAUTIOUS.index(row.favours or "neither"))


def headline(
    evidence: Evidence, concern_id: str, treatment_id: str, comparator_id: str, outcome: str
) -> Headline | None:
    """The finding that speaks for concern x treatment x comparator x outcome; None when nothing was compared.

    Rule, first difference decides: alone before added to other care; tested between the sides before not; reviewed
    before a preprint; the whole concern before a part of it; the stretch of time (`window_rank`); surer before less
    sure; two or more studies of this comparison before one; more people in the finding; newer; then the id, so that the
    choice never changes by chance. How complete the cells are, and the year, never come before how sure it is.
    Where parts of the people in one source came out differently, the least favourable part speaks.
    Findings that disagree are kept in `conflicting`, pools that came out differently in `differing`; either lowers the
    certainty by one level.
    Without any, what the same study found at another time is kept in `at_other_times`.
    """
    rows = [
        effect
        for effect in evidence.of(concern_id).effects_against(treatment_id, comparator_id, outcome)
        if is_eligible(evidence, effect)
    ]
    return choose_headline(evidence, rows, kind_pools(evidence, concern_id, treatment_id, comparator_id, outcome))


def kind_pools(
    evidence: Evidence, concern_id: str, treatment_id: str, comparator_id: str, outcome: str
) -> tuple[Effect, ...]:
    """Findings on all needling of one kind together (acupuncture and dry needling), for the same question."""
    kind = evidence.treatments[treatment_id].needling
    if not kind:
        return ()
    groups = [row.treatment_id for row in evidence.treatments.values() if row.is_group and row.needling == kind]
    mine = evidence.of(concern_id)
    return tuple(
        row
        for group in groups
        for row in mine.effects_against(group, comparator_id, outcome)
        if row.kind == "controlled" and row.favours is not None and row.checked and not row.is_set_aside
    )


def choose_headline(evidence: Evidence, rows: Sequence[Effect], pools: Sequence[Effect] = ()) -> Headline | None:
    """Choose among rows that answer the same question. See `headline` for the rule.

    `pools` never speak, but are held against a pool that does: the same question over more kinds of the treatment.
    """
    if not rows:
        return None
    ordered = sorted(rows, key=lambda effect: _order(evidence, effect))
    first = least_favourable_part(evidence, ordered[0], ordered)
    against = _one_per_source(effect for effect in ordered if disagrees(evidence, first, effect))
    alike = () if against else _one_per_source(effect for effect in ordered if _alike(evidence, first, effect))
    conflicting = tuple(effect for effect in against if effect.favours != first.favours)
    at_other_times = (
        () if conflicting else tuple(effect for effect in ordered if _at_another_time(evidence, first, effect))
    )
    wider = tuple(pool for pool in pools if is_pooled(evidence, pool) and same_time(evidence, first, pool))
    # Two mixes are two comparisons: what one holds the other need not.
    mixed = evidence.treatments[first.comparator_id].is_group
    other_pools = (*alike, *wider) if is_pooled(evidence, first) and not mixed else ()
    differing = (
        *(effect for effect in against if effect not in conflicting),
        *(effect for effect in other_pools if differs(evidence, first, effect)),
    )
    rating = rate(evidence, first, disagreement=bool(against or differing))
    return Headline(first, rating, conflicting, at_other_times, alike, differing)


def _alike(evidence: Evidence, first: Effect, other: Effect) -> bool:
    """True for a finding of another source in the same people, time and other care, pooled or not as the first is."""
    return (
        other.source_id != first.source_id
        and (other.outcome, other.comparator_id) == (first.outcome, first.comparator_id)
        and (other.subgroup, other.add_on_to) == (first.subgroup, first.add_on_to)
        and "no" not in (first.between_group_test, other.between_group_test)
        and window(evidence, other) == window(evidence, first)
        and is_pooled(evidence, other) == is_pooled(evidence, first)
    )


def _one_per_source(effects: Iterable[Effect]) -> tuple[Effect, ...]:
    found: dict[str, Effect] = {}
    for effect in effects:
        found.setdefault(effect.source_id, effect)
    return tuple(found.values())


def headline_against_control(evidence: Evidence, concern_id: str, treatment_id: str) -> Headline | None:
    """The headline against sham, else no treatment, else ordinary care.

    The outcome people come for most decides first (as ranked in `concerns.csv`), then the comparator. A comparison on
    top of other care is used only when no plainer one exists for any outcome; a very weak finding from right after a
    visit only when nothing later was found; one in a part of the people that is very low or not rated only when no
    surer one of the same outcome came out differently in others (`_weak_in_a_part`).
    """
    found = _against_nothing(evidence, concern_id, treatment_id)
    return found[0] if found else None


def headline_against_nothing(evidence: Evidence, concern_id: str, treatment_id: str) -> Headline | None:
    """Where the headline is against sham.

    The plain headline against no treatment, else usual care, for the same outcome.

    The two together show how much of the change people also get from a pretend treatment. None when the headline is
    not against sham, or nothing plainer than an add-on was compared. Added to usual care, against usual care alone, is
    as plain as usual care: both sides had it.
    """
    found = _against_nothing(evidence, concern_id, treatment_id)
    if not found or found[0].effect.comparator_id != "sham":
        return None
    rest = [
        line
        for line in found[1:]
        if line.effect.comparator_id != "sham"
        and line.effect.outcome == found[0].effect.outcome
        and line.effect.add_on_to in ("", "usual_care")
    ]
    return rest[0] if rest else None


def gives_way(evidence: Evidence, line: Headline) -> bool:
    """True for a very weak finding from right after a visit: it never speaks while anything later was found."""
    return line.rating.level == "very_low" and window(evidence, line.effect) == "right_after"


def _against_nothing(evidence: Evidence, concern_id: str, treatment_id: str) -> list[Headline]:
    """All headlines against sham, no treatment and usual care, the one that speaks first."""
    found: list[tuple[tuple[object, ...], Headline]] = []
    for rank, outcome in enumerate(evidence.concerns[concern_id].outcomes):
        for place, comparator in enumerate(NOTHING):
            line = headline(evidence, concern_id, treatment_id, comparator, outcome)
            if line is not None:
                found.append(((gives_way(evidence, line), bool(line.effect.add_on_to), rank, place), line))
    lines = [line for _, line in found]
    ranked = [((_weak_in_a_part(line, lines), *place), line) for place, line in found]
    return [line for _, line in sorted(ranked, key=lambda item: item[0])]


def _weak_in_a_part(line: Headline, lines: Sequence[Headline]) -> bool:
    """True for a finding in one part of the people that is very low or not rated.

    Only while a surer one of the same outcome, alone and in others, came out differently: the weakest trial in a few
    never speaks for all.
    """
    effect = line.effect
    return (
        bool(effect.subgroup)
        and line.rating.level in WEAKEST
        and any(
            other.effect.outcome == effect.outcome
            and other.effect.subgroup != effect.subgroup
            and other.effect.favours != effect.favours
            and not other.effect.add_on_to
            and other.rating.level not in WEAKEST
            for other in lines
        )
    )


def head_to_head(evidence: Evidence, concern_id: str, first_id: str, second_id: str) -> Headline | None:
    """The headline of one treatment against another, whichever way round it was written, seen from the first.

    The outcome people come for most decides; a very low or unrated one gives way to a surer other outcome.
    """
    mine = evidence.of(concern_id)
    found: list[Headline] = []
    for outcome in mine.concern.outcomes:
        rows = [
            effect if effect.treatment_id == first_id else with_arms_swapped(effect)
            for effect in mine.effects_between(first_id, second_id, outcome)
            if is_eligible(evidence, effect)
        ]
        line = choose_headline(evidence, rows)
        if line is not None:
            found.append(line)
    return min(found, key=lambda line: line.rating.level in WEAKEST, default=None)


def best_head_to_head(evidence: Evidence, concern: Concern, treatment_id: str) -> Headline | None:
    """Against needling first; else against another option of the page.

    A finding that is very low or not rated gives way to a surer one; then the one with the most people speaks.
    """
    if treatment_id != concern.needling_id:
        line = head_to_head(evidence, concern.concern_id, treatment_id, concern.needling_id)
        if line is not None:
            return line
    others = [
        option.treatment_id for option in evidence.options(concern.concern_id) if option.treatment_id != treatment_id
    ]
    lines = [found for other in others if (found := head_to_head(evidence, concern.concern_id, treatment_id, other))]
    return max(
        lines,
        key=lambda line: (line.rating.level not in WEAKEST, line.effect.people or 0, line.effect.effect_id),
        default=None,
    )


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
