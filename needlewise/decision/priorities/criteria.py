"""What a person cares about, set against what the evidence says: every option on every criterion, on one scale each.

Vocabulary
    criterion   something a person can care about: improvement, certainty, visits, downtime, comfort, harm, cost,
        their own
    measure     one option on one criterion: a range in its natural unit, the words for it, and the rows behind it
    board       the options and criteria on the table now, each criterion with its two ends among them

Missing evidence is never zero: it takes the whole range that any option of this concern has (improvement and a
    person's
own criterion: their whole scale), so that it widens the result. Cautions have no place here: they are no matter of
    points.
How ranges and points become fits stands in `smaa.py`; the method and its sources in `docs/priorities.md`.
"""

from __future__ import annotations

import functools
import math
import statistics
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from needlewise.decision.concern.build import build_concern_page
from needlewise.decision.shared.figure import Figure
from needlewise.decision.shared.options import OptionRow
from needlewise.decision.shared.phrases import ROMAN
from needlewise.decision.shared.rates import main_harm, rate_text, seen_elsewhere, sure_words
from needlewise.decision.suitability import skin_rates
from needlewise.evidence.model.rows import Concern, Cost, Treatment
from needlewise.evidence.model.store import Evidence
from needlewise.evidence.model.vocabulary import DARK_MARKS, Level
from needlewise.evidence.rules.bases import base
from needlewise.evidence.rules.certainty import Rating
from needlewise.evidence.rules.course import fees
from needlewise.evidence.rules.headline import Headline, head_to_head, headline_against_control
from needlewise.evidence.rules.pain import pain_during
from needlewise.evidence.rules.rates import Rate, rate_range, rates
from needlewise.evidence.rules.size import SizeWord, size
from needlewise.evidence.sentences.statements import direction, of_100, statement, why
from needlewise.words import number, say

CriterionId = Literal["improvement", "certainty", "visits", "downtime", "comfort", "harm", "cost", "own"]


CRITERIA: tuple[CriterionId, ...] = ("improvement", "certainty", "visits", "downtime", "comfort", "harm", "cost", "own")


MORE_IS_BETTER: tuple[CriterionId, ...] = ("improvement", "certainty", "own")


MOST_CRITERIA = 6


# Improvement in steps against a dummy treatment or doing nothing: zero is no different, three is "much".
STEPS: dict[SizeWord, tuple[float, float]] = {
    "hardly": (0.5, 0.5),
    "little": (1, 1),
    "noticeable": (2, 2),
    "moderate": (2, 2),
    "large": (3, 3),
    # Direction only: any size from very slight to large.
    "unknown": (0.5, 3),
}


IMPROVEMENT = (-3.0, 3.0)


# Steps the true size may lie to either side, by certainty. Our rule, after GRADE's four definitions: "lies close",
# "likely
# to be close", "may be substantially different", "likely to be substantially different".
WIDTH: dict[Level, float] = {"high": 0.5, "moderate": 1, "low": 2, "very_low": 4, "not_rated": 3}


DOTS = (0.0, 4.0)


# The most dots that a finding could have got whose people and interval are not known: moderate.
UNRATED_MOST = 3.0


OWN = (0.0, 10.0)


@dataclass(frozen=True)
class Measure:
    """One option on one criterion.

    Attributes:
        low, high: ends of the range in the criterion's unit.
        peak: the usual value; None when no value in the range is more likely than another.
        figure: how it reads on the screen, with the rows behind it.
        known: False when the evidence is missing and the range is the whole one.
        rating: the certainty behind it, for the criterion certainty.
        harm: the id of the unwanted effect that was counted, for the criterion harm; else empty.
    """

    low: float
    peak: float | None
    high: float
    figure: Figure
    known: bool = True
    rating: Rating | None = None
    harm: str = ""


@dataclass(frozen=True)
class CriteriaTable:
    """Every option of a concern on every criterion that has figures; `None` for missing evidence.

    `ranges` is what missing evidence takes: the whole range any option of the concern has. `marks` are the measures of
    dark marks by skin type, 1 to 6; empty for pain. All types at once, so that it tells of no answer.
    """

    concern: Concern
    options: tuple[Treatment, ...]
    measures: Mapping[CriterionId, tuple[Measure | None, ...]]
    ranges: Mapping[CriterionId, tuple[float, float]]
    currency: str
    marks: Mapping[int, tuple[Measure | None, ...]]


@dataclass(frozen=True)
class Criterion:
    """One criterion on the table: the measures in the order of the board's options, and its two ends among them.

    `askable` is False when it cannot tell the options apart, or when nothing is known for any treatment shown.
    """

    criterion_id: CriterionId
    measures: tuple[Measure, ...]
    worst: float
    best: float
    askable: bool

    def value(self, amount: float) -> float:
        """0 at the worst end on the table, 1 at the other."""
        return (amount - self.worst) / (self.best - self.worst)


@dataclass(frozen=True)
class Board:
    """The options on the table, and every criterion."""

    concern: Concern
    options: tuple[Treatment, ...]
    criteria: tuple[Criterion, ...]
    currency: str

    def criterion(self, criterion_id: str) -> Criterion:
        """The criterion of this name.

        Raises:
            KeyError: when the board has no such criterion.
        """
        for found in self.criteria:
            if found.criterion_id == criterion_id:
                return found
        raise KeyError(criterion_id)


def steps(line: Headline, word: SizeWord, way: str) -> tuple[float, float | None, float]:
    """Improvement as low, peak and high in steps, from the direction, the size word and the certainty of one finding.

    The direction and size give a place (no clear difference and little or no difference: zero; findings that
    disagree:
    everything between zero and the size, on each side a finding points to). The certainty then widens it by `WIDTH`
    to
    both sides, up to the ends of the scale. A size only guessed from its direction, disagreement, or very low certainty
    leaves no peak.
    """
    near, far = STEPS[word]
    if way in ("same", "no_clear", "untested"):
        low = high = 0.0
    elif way == "worse":
        low, high = -far, -near
    elif way == "disagree":
        sides = {line.effect.favours, *(other.favours for other in line.conflicting)}
        low, high = -far if "comparator" in sides else 0.0, far if "treatment" in sides else 0.0
    else:
        low, high = near, far
    peak = low if low == high and line.rating.level not in ("very_low", "not_rated") else None
    width = WIDTH[line.rating.level]
    return max(low - width, IMPROVEMENT[0]), peak, min(high + width, IMPROVEMENT[1])


def step_words(low: float, high: float) -> str:
    """`Anything from slightly worse to much better`; ends that lie between two words take the outer one."""
    names = [say(f"priorities-step-{math.floor(low)}"), say(f"priorities-step-{math.ceil(high)}")]
    text = names[0] if names[0] == names[1] else say("priorities-between", low=names[0], high=names[1])
    return text[:1].upper() + text[1:]


def _improvement(evidence: Evidence, concern: Concern, row: OptionRow) -> Measure | None:
    if row.role == "nothing":
        return Measure(0, 0, 0, Figure(step_words(0, 0), say("priorities-nothing-improvement")))
    line = headline_against_control(evidence, concern.concern_id, row.treatment.treatment_id)
    if line is None:
        return _beside_needling(evidence, concern, row)
    low, peak, high = steps(line, size(evidence, line.effect), direction(evidence, line))
    if base(line.effect) != "sham" and low > 0:
        # What a dummy would also have given is in it, and nobody knows how much: it may be all.
        low, peak = 0.0, None
    # The sentence of the table of options, so that the two say the same.
    return Measure(low, peak, high, Figure(step_words(low, high), row.effect.text, line.refs, "headline"))


def _beside_needling(evidence: Evidence, concern: Concern, row: OptionRow) -> Measure | None:
    """Improvement of an option tested against needling only, not against a dummy or nothing: from needling's place.

    It lies as far from needling's range as the direct finding says, and is as unsure as both together. None where
    either is missing.
    """
    if row.treatment.treatment_id == concern.needling_id:
        return None
    anchor = headline_against_control(evidence, concern.concern_id, concern.needling_id)
    line = head_to_head(evidence, concern.concern_id, row.treatment.treatment_id, concern.needling_id)
    if anchor is None or line is None:
        return None
    low, _, high = steps(anchor, size(evidence, anchor.effect), direction(evidence, anchor))
    least, _, most = steps(line, size(evidence, line.effect), direction(evidence, line))
    low, high = max(low + least, IMPROVEMENT[0]), min(high + most, IMPROVEMENT[1])
    text = say("priorities-beside-needling", found=statement(evidence, line).text)
    refs = tuple(dict.fromkeys((*line.refs, *anchor.refs)))
    return Measure(low, None, high, Figure(step_words(low, high), text, refs, "headline"))


def _certainty(evidence: Evidence, concern: Concern, row: OptionRow) -> Measure | None:
    """Dots of the finding that answers "does it help at all?".

    Not tested is known to be the lowest: no dot, not a gap.
    """
    if row.role == "nothing":
        return None
    line = headline_against_control(evidence, concern.concern_id, row.treatment.treatment_id)
    if line is None:
        return Measure(
            0, 0, 0, Figure(say("certainty-short-none"), say("cell-not-tested-nothing", group=concern.group))
        )
    word = say(f"certainty-short-{line.rating.level}")
    if line.rating.level == "not_rated":
        # It may be anything up to where our own rating of a randomised finding starts.
        figure = Figure(word, why(evidence, line.rating), line.refs, "certainty")
        return Measure(1, None, UNRATED_MOST, figure, rating=line.rating)
    dots = float(line.rating.dots)
    return Measure(dots, dots, dots, Figure(word, "", line.refs, "certainty"), rating=line.rating)


def _visits(row: OptionRow) -> Measure | None:
    if row.role == "nothing":
        return Measure(0, 0, 0, row.visits)
    if row.course is None:
        return None
    if row.course.visits is not None:
        found = row.course.visits
        return Measure(found.low, found.typical, found.high, row.visits)
    return Measure(0, 0, 0, row.visits) if row.course.home_sessions is not None else None


def _downtime(row: OptionRow) -> Measure | None:
    """Days over the whole course; none after each visit is none in all, however many visits there are."""
    if row.role == "nothing":
        return Measure(0, 0, 0, row.course_days)
    if row.whole is not None:
        return Measure(row.whole.low, row.whole.typical, row.whole.high, row.course_days)
    if row.downtime is not None and row.downtime.days.high == 0:
        return Measure(0, 0, 0, row.days)
    return None


def _comfort(evidence: Evidence, concern: Concern, row: OptionRow) -> Measure | None:
    """Pain during treatment, 0 to 10. A single score stands as it is: its own error is not known."""
    if row.role == "nothing":
        return Measure(0, 0, 0, row.discomfort)
    found = pain_during(evidence, row.treatment.treatment_id, concern.concern_id)
    return None if found is None else Measure(found.low, found.typical, found.high, row.discomfort)


def per_person(found: Rate) -> tuple[float, float] | None:
    """The range of a rate in people of 100; None where visits, syringes or keloids were counted, or it is not told.

    Nobody knows how many people they were: a rate of visits is never multiplied.
    """
    return rate_range(found) if found.unit == "person" else None


def _harm(evidence: Evidence, concern: Concern, row: OptionRow) -> Measure | None:
    if row.role == "nothing":
        return Measure(0, 0, 0, row.harm)
    found = main_harm(evidence, concern.group, rates(evidence, row.treatment.treatment_id, concern.concern_id))
    if found is None:
        return None
    name = "" if concern.group == "skin" else say(f"harm-{found.harm}")
    return _of_rate(evidence, found, name, seen_elsewhere(evidence, found))


def _marks(evidence: Evidence, concern: Concern, row: OptionRow, skin_type: int) -> Measure | None:
    """Dark marks in people of one skin type; not known where no study had such people."""
    if row.role == "nothing":
        return Measure(0, 0, 0, row.harm)
    for item in skin_rates(evidence, row.treatment.treatment_id, concern.concern_id, skin_type):
        if item.rate.harm == DARK_MARKS and item.fits == "yes" and not item.rate.elsewhere:
            types = say("harms-skin-types", low=ROMAN[(item.low or 1) - 1], high=ROMAN[(item.high or 1) - 1])
            return _of_rate(evidence, item.rate, types)
    return None


def _of_rate(evidence: Evidence, found: Rate, *notes: str) -> Measure:
    """A rate in people of 100. What is drawn is what is printed; a rate in another unit is told and not known."""
    ends = per_person(found)
    if ends is None:
        parts = (say("priorities-harm-unit", unit=found.unit), *notes, sure_words(evidence, found))
        note = "; ".join(part for part in parts if part)
        return Measure(
            0, None, 0, Figure(rate_text(evidence, found), note, found.refs, "rates"), known=False, harm=found.harm
        )
    low, high = (of_100(end) for end in ends)
    text = say("priorities-harm-range", rate=low if low == high else f"{low}–{high}")
    fits = say("priorities-harm-fits") if found.middle is None else ""
    parts = (rate_text(evidence, found), fits, *notes, sure_words(evidence, found))
    figure = Figure(text, "; ".join(part for part in parts if part), found.refs, "rates")
    return Measure(ends[0], found.middle, ends[1], figure, harm=found.harm)


def _fees(evidence: Evidence, currency: str, treatment_id: str) -> list[Cost]:
    return [row for row in fees(evidence, treatment_id) if row.currency == currency]


def currency(evidence: Evidence, options: Sequence[OptionRow]) -> str:
    """The currency in which most of these options have a fee, at least two of them; empty when there is none."""
    counts = {
        name: sum(bool(_fees(evidence, name, row.treatment.treatment_id)) for row in options)
        for name in sorted({row.currency for row in evidence.costs.values() if row.currency})
    }
    most = max(counts, key=lambda name: counts[name], default="")
    return most if most and counts[most] > 1 else ""


def _cost(evidence: Evidence, row: OptionRow, unit: str) -> Measure | None:
    """The price of the whole course: fee of a visit times visits, end by end; fees of one currency only."""
    if row.role == "nothing":
        return Measure(0, 0, 0, Figure(say("cell-none")))
    published = _fees(evidence, unit, row.treatment.treatment_id)
    visits = _visits(row)
    if not published or visits is None or visits.peak is None or not visits.high:
        return None
    amounts = [fee.amounts for fee in published]
    usual = statistics.median(
        fee.fee_typical if fee.fee_typical is not None else sum(each) / len(each)
        for fee, each in zip(published, amounts, strict=True)
    )
    low, high = min(map(min, amounts)) * visits.low, max(map(max, amounts)) * visits.high
    refs = (*(f"costs:{fee.cost_id}" for fee in published), *visits.figure.refs)
    return Measure(
        low, usual * visits.peak, high, Figure(money(low, high, unit), say("priorities-cost-note"), refs, "course")
    )


def money(low: float, high: float, unit: str) -> str:
    """`600–2,800 USD`, in whole units."""
    ends = [f"{round(value):,}" for value in (low, high)]
    return say("priorities-money", amount=ends[0] if ends[0] == ends[1] else "–".join(ends), currency=unit)


def measure(evidence: Evidence, concern_id: str) -> CriteriaTable:
    """Every option of a concern on every criterion. Pure and slow enough to keep: it depends on the evidence only.

    Raises:
        KeyError: for an unknown concern.
    """
    concern = evidence.concerns[concern_id]
    order = {option.treatment_id: place for place, option in enumerate(evidence.options(concern_id))}
    rows = sorted(build_concern_page(evidence, concern_id).options, key=lambda row: order[row.treatment.treatment_id])
    unit = currency(evidence, rows)
    found: dict[CriterionId, tuple[Measure | None, ...]] = {
        "improvement": tuple(_improvement(evidence, concern, row) for row in rows),
        "certainty": tuple(_certainty(evidence, concern, row) for row in rows),
        "visits": tuple(_visits(row) for row in rows),
        "downtime": tuple(_downtime(row) for row in rows),
        "comfort": tuple(_comfort(evidence, concern, row) for row in rows),
        "harm": tuple(_harm(evidence, concern, row) for row in rows),
    }
    if unit:
        found["cost"] = tuple(_cost(evidence, row, unit) for row in rows)
    ranges: dict[CriterionId, tuple[float, float]] = {}
    for name, column in found.items():
        known = [item for item in column if item is not None and item.known]
        ranges[name] = (min(item.low for item in known), max(item.high for item in known)) if known else (0.0, 0.0)
    ranges |= {"improvement": IMPROVEMENT, "certainty": DOTS}
    marks = {
        tone: tuple(_marks(evidence, concern, row, tone) for row in rows)
        for tone in (range(1, len(ROMAN) + 1) if concern.group == "skin" else ())
    }
    return CriteriaTable(concern, tuple(row.treatment for row in rows), found, ranges, unit, marks)


# By concern and option, whatever was picked: it tells of no answer.
@functools.lru_cache(maxsize=256)
def _missing(name: CriterionId, ends: tuple[float, float], *, nothing: bool) -> Measure:
    words = say("certainty-not-rated") if name == "certainty" and nothing else say(f"priorities-missing-{name}")
    return Measure(ends[0], None, ends[1], Figure(words, say("priorities-missing-note"), known=False), known=False)


def _is_of_people(found: Measure | None, treatment: Treatment) -> bool:
    return found is not None and found.known and treatment.family != "nothing"


def _on_the_table(name: CriterionId, found: Measure | None, ends: tuple[float, float], *, nothing: bool) -> Measure:
    """A measure as it is weighed: what is not known takes the whole range, and says what it does know."""
    if found is None:
        return _missing(name, ends, nothing=nothing)
    return found if found.known else replace(found, low=ends[0], high=ends[1])


def _criterion(name: CriterionId, measures: tuple[Measure, ...], treatments: tuple[Treatment, ...]) -> Criterion:
    low, high = min(item.low for item in measures), max(item.high for item in measures)
    worst, best = (low, high) if name in MORE_IS_BETTER else (high, low)
    told = any(
        item.known for item, treatment in zip(measures, treatments, strict=True) if treatment.family != "nothing"
    )
    return Criterion(name, measures, worst, best, low != high and told)


def board(
    measured: CriteriaTable,
    option_ids: Sequence[str],
    own: Mapping[str, float | None] | None = None,
    skin_type: int | None = None,
) -> Board:
    """The chosen options on every criterion, in the order chosen.

    `own` holds a person's own scores, 0 to 10, by option. With a skin type (1 to 6) the dark marks are those of people
    with such skin, as far as any option shown was studied in them.

    Raises:
        KeyError: for an option the concern does not have.
    """
    place = {treatment.treatment_id: at for at, treatment in enumerate(measured.options)}
    rows = [place[option_id] for option_id in option_ids]
    treatments = tuple(measured.options[row] for row in rows)
    criteria = []
    for name, everyone in measured.measures.items():
        mine = measured.marks.get(skin_type or 0, ()) if name == "harm" else ()
        own_skin = any(_is_of_people(mine[row], measured.options[row]) for row in rows) if mine else False
        column = mine if own_skin else everyone
        measures = tuple(
            _on_the_table(name, column[row], measured.ranges[name], nothing=measured.options[row].family == "nothing")
            for row in rows
        )
        criteria.append(_criterion(name, measures, treatments))
    scores = own or {}
    scored = []
    for option_id in option_ids:
        score = scores.get(option_id)
        if score is None:
            scored.append(_missing("own", OWN, nothing=False))
        else:
            scored.append(Measure(score, score, score, Figure(say("cell-score", score=number(score)))))
    # A person's own scale has its own two ends, whatever was given so far.
    criteria.append(Criterion("own", tuple(scored), OWN[0], OWN[1], askable=True))
    return Board(measured.concern, treatments, tuple(criteria), measured.currency)
