"""No dead knobs: each number of `thresholds.csv`, changed in a copy of the evidence, changes what the product says.

The rows are made so that they lie between the number as it stands and the number it is changed to; a sound edit of the
findings can therefore not break these tests.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import get_args

import pytest

from needlewise.decision.concern.build import build_concern_page
from needlewise.decision.plan import build as plan_build
from needlewise.decision.plan import model as plan_model
from needlewise.decision.shared.option_order import option_order
from needlewise.decision.shared.rates import rate_text
from needlewise.decision.suitability import advise
from needlewise.decision.told import Answers, Detail
from needlewise.evidence.model.rows import Effect
from needlewise.evidence.model.store import Evidence
from needlewise.evidence.model.vocabulary import ThresholdId
from needlewise.evidence.reading.load import load
from needlewise.evidence.rules.certainty import rate
from needlewise.evidence.rules.headline import headline_against_control
from needlewise.evidence.rules.rates import rates
from needlewise.evidence.sentences.statements import statement, why
from tests.builders import against, make_effect, make_evidence, make_recovery, make_risk

TODAY = date(2026, 11, 22)
Said = Callable[[Evidence], object]


@dataclass(frozen=True)
class Knob:
    """A number, what it is changed to, rows that lie between the two, and what is said of them."""

    threshold_id: ThresholdId
    value: float
    rows: Evidence
    said: Said


def _answer(evidence: Evidence) -> str:
    """The sentence about dry needling for back pain."""
    line = headline_against_control(evidence, "low_back_pain", "dry_needling")
    assert line is not None
    return statement(evidence, line).text


def _size(estimate: float) -> Evidence:
    return make_evidence([make_effect(estimate=estimate, ci_low=estimate - 0.05, ci_high=estimate + 0.05)])


def _people(count: int) -> Evidence:
    return make_evidence([make_effect(n_people=count)])


def _certainty(evidence: Evidence) -> tuple[str, str]:
    """The level of the finding, and why it is not higher."""
    (effect,) = evidence.effects.values()
    rating = rate(evidence, effect)
    return rating.level, why(evidence, rating)


def _two_times(first: int, second: int) -> Evidence:
    """One review for needling at one time, another against it at another: a course over time, or a disagreement."""
    early: Effect = make_effect(weeks=first, time_words=f"at {first} weeks")
    late = against(effect_id="e2", source_id="another_review", weeks=second, time_words=f"at {second} weeks")
    return make_evidence([early, late])


def _days(typical: int) -> Evidence:
    return make_evidence(recovery=[make_recovery(milestone="back_to_work", day_typical=typical)])


def _downtime(evidence: Evidence) -> object:
    """The figure of days on the page of acne scars."""
    return build_concern_page(evidence, "acne_scars").downtime


def _dates(evidence: Evidence) -> object:
    """When a course for acne scars is done, healed and showing."""
    wishes = plan_model.Wishes(date(2026, 12, 1), date(2027, 6, 12))
    (found,) = plan_build.build(evidence, "acne_scars", ("microneedling",), wishes, TODAY).options
    return found.done, found.shown, found.chance


def _words(evidence: Evidence) -> object:
    """The words for being ready by one day after another, from too soon to late enough."""
    found = []
    for week in range(8, 36, 2):
        wishes = plan_model.Wishes(date(2026, 12, 1), date(2026, 12, 1) + timedelta(weeks=week))
        found += [plan_build.build(evidence, "acne_scars", ("microneedling",), wishes, TODAY).options[0].verdict]
    return found


_RATIO = make_effect(measure="RR", estimate=1.3, ci_low=1.1, ci_high=1.5, better="higher")


def _harms(evidence: Evidence) -> object:
    (found,) = rates(evidence, "dry_needling", "low_back_pain")
    return rate_text(evidence, found)


def _due(evidence: Evidence) -> object:
    """From which day a pregnant woman's plan counts."""
    told = Answers(conditions=("pregnancy",), details=(Detail("pregnancy", ("pregnant",), week=30),))
    return advise(evidence, "microneedling", told, skin=True, today=TODAY).earliest


def _options(evidence: Evidence) -> object:
    """Which options of a concern stand first."""
    return option_order(evidence, "acne_scars").first


KNOBS = [
    Knob("smd_small", 0.4, _size(-0.3), _answer),
    Knob("smd_medium", 0.7, _size(-0.6), _answer),
    Knob("smd_large", 1.0, _size(-0.9), _answer),
    Knob("smd_matters", 0.9, make_evidence([make_effect()]), _certainty),
    Knob("smd_believable", 5, make_evidence([make_effect(estimate=-4, ci_low=-4.3, ci_high=-3.7)]), _answer),
    Knob("ratio_matters", 1.6, make_evidence([_RATIO]), _certainty),
    Knob("i2_considerable", 95, make_evidence([make_effect(i2=80)]), _certainty),
    Knob("follow_up_lost", 40, make_evidence([make_effect(follow_up_lost_percent=30)]), _certainty),
    Knob("people_enough", 500, _people(450), _certainty),
    Knob("people_very_few", 70, _people(60), _certainty),
    Knob("nought_chance", 20, make_evidence(risks=[make_risk(per_100=0, n=30)]), _harms),
    Knob("weeks_short", 30, _two_times(10, 20), _answer),
    Knob("weeks_long", 70, _two_times(40, 60), _answer),
    Knob("downtime_minimal", 2.5, _days(2), _downtime),
    Knob("downtime_moderate", 6, _days(5), _downtime),
    Knob("downtime_significant", 10, _days(9), _downtime),
    Knob("pert_weight", 40, load(), _dates),
    Knob("plan_fits", 100, load(), _words),
    Knob("plan_likely", 80, load(), _words),
    Knob("plan_even", 60, load(), _words),
    Knob("plan_unlikely", 30, load(), _words),
    Knob("options_first", 4, load(), _options),
    Knob("pregnancy_due", 41, load(), _due),
]


def _changed(evidence: Evidence, threshold_id: str, value: float) -> Evidence:
    row = evidence.thresholds[threshold_id].model_copy(update={"value": value})
    return replace(evidence, thresholds={**evidence.thresholds, threshold_id: row})


@pytest.mark.parametrize("knob", KNOBS, ids=lambda knob: knob.threshold_id)
def test_a_changed_number_changes_what_is_said(knob: Knob) -> None:
    """The row itself is read, not a copy of it in the code; and left as it is, the same is said twice."""
    assert knob.said(_changed(knob.rows, knob.threshold_id, knob.value)) != knob.said(knob.rows)
    same = knob.rows.threshold(knob.threshold_id)
    assert knob.said(_changed(knob.rows, knob.threshold_id, same)) == knob.said(knob.rows)


def test_every_number_is_tried() -> None:
    """A new row needs something that it changes."""
    assert [knob.threshold_id for knob in KNOBS] == list(get_args(ThresholdId)) == list(load().thresholds)
