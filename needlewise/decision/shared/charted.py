"""Findings as they are drawn in pictures, listed in the tables beside them, or told by their direction only."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from needlewise.decision.shared.options import OptionRow
from needlewise.evidence.model.rows import Concern, Effect
from needlewise.evidence.model.store import Evidence
from needlewise.evidence.rules.certainty import rate
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

    `panel` tells the unit: `points` of 100, `smd` standard units, `ratio` times as likely. `face` tells how many people
    it rests on and how sure it is.
    """

    first: str
    second: str
    family: str
    outcome: str
    panel: Panel
    estimate: float
    low: float
    high: float
    face: str
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
    elif effect.measure in ("RR", "OR") and min(values) > 0 and sign == 1 and effect.outcome != "satisfaction":
        # Satisfied is not the same as doing well, which these panels count.
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
        _face(evidence, effect),
        effect,
    )


def _face(evidence: Evidence, effect: Effect) -> str:
    level = rate(evidence, effect).level
    sure = say("shares-sure", level=level, words=say(f"certainty-short-{level}").lower())
    people = _people(effect)
    counted = say("answer-people", people=people, count=effect.people) if effect.people else people
    return f"{counted}, {sure}" if effect.people or effect.n_people else f"{say('pain-people-unknown')}, {sure}"


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


@dataclass(frozen=True)
class Direction:
    """Which way the findings of one comparison point that no line can be drawn for.

    Attributes:
        first, second: what was compared.
        better, same, worse: findings in which the first did better, no clear difference was found, the second did.
        satisfied: True where it was asked how satisfied people were, which is a measure of its own.
    """

    first: str
    second: str
    better: int
    same: int
    worse: int
    refs: tuple[str, ...]
    satisfied: bool


@dataclass(frozen=True)
class LeftOut:
    """Findings of a concern that the picture does not draw, and why.

    Attributes:
        no_range: no size, or a size without its range.
        no_line: a range in a unit that no line of the picture stands for.
        behind: another finding speaks for the same question.
        directions: which way all of them point, comparison by comparison, needling first.
    """

    no_range: int
    no_line: int
    behind: int
    directions: tuple[Direction, ...]

    @property
    def count(self) -> int:
        """How many are left out."""
        return self.no_range + self.no_line + self.behind


def left_out(
    evidence: Evidence, concern: Concern, drawn: tuple[Finding, ...], lines: tuple[FindingLine, ...]
) -> LeftOut:
    """The findings that are listed and not drawn."""
    shown = {finding.effect.effect_id for finding in drawn}
    missing = [line for line in lines if line.effect.effect_id not in shown]
    ranged = [line for line in missing if _has_range(line.effect)]
    behind = [line for line in ranged if _oriented(evidence, line.effect) is not None]
    groups: dict[tuple[str, str, bool], list[FindingLine]] = {}
    for line in sorted(missing, key=lambda line: line.effect.treatment_id != concern.needling_id):
        groups.setdefault((line.first, line.second, line.effect.outcome == "satisfaction"), []).append(line)
    directions = tuple(_direction(*of, found) for of, found in groups.items())
    return LeftOut(len(missing) - len(ranged), len(ranged) - len(behind), len(behind), directions)


def _direction(first: str, second: str, satisfied: bool, found: list[FindingLine]) -> Direction:  # noqa: FBT001
    ways = [line.effect.favours for line in found]
    refs = tuple(line.ref for line in found)
    return Direction(
        first, second, ways.count("treatment"), ways.count("neither"), ways.count("comparator"), refs, satisfied
    )


def _has_range(effect: Effect) -> bool:
    return effect.estimate is not None and effect.ci_low is not None and effect.ci_high is not None


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
