"""From rows to a board: how each criterion is measured, what missing evidence becomes, and what a person is asked to weigh."""

from __future__ import annotations

import functools
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from needlewise.decision.concern.build import build_concern_page
from needlewise.decision.priorities.criteria import (
    CRITERIA,
    IMPROVEMENT,
    MORE_IS_BETTER,
    Board,
    CriteriaTable,
    board,
    currency,
    measure,
    per_person,
    step_words,
    steps,
)
from needlewise.decision.priorities.fit import amount, values, weigh
from needlewise.evidence.model.rows import Effect
from needlewise.evidence.model.store import Evidence
from needlewise.evidence.model.vocabulary import Certainty
from needlewise.evidence.reading.load import load
from needlewise.evidence.rules.certainty import Rating
from needlewise.evidence.rules.headline import Headline
from needlewise.evidence.rules.rates import Cohort, Rate, wilson
from needlewise.evidence.rules.size import SizeWord
from needlewise.evidence.sentences.statements import of_100
from needlewise.words import say
from tests.builders import (
    against,
    make_effect,
    make_evidence,
    make_protocol,
    make_recovery,
    make_risk,
    unclear,
    with_course,
)

CONCERNS = tuple(load().concerns)
# "Little downtime first, certainty second", on the three options people most often ask about for acne scars.
SCARS = ("microneedling", "fractional_co2_laser", "superficial_peel")


@functools.cache
def sheet(concern_id: str) -> CriteriaTable:
    """The real evidence of one concern."""
    return measure(load(), concern_id)


def line(level: Certainty, effect: Effect | None = None, *others: Effect) -> Headline:
    """A headline of some certainty."""
    return Headline(effect or make_effect(), Rating(level, "source"), others)


@pytest.mark.parametrize(
    ("way", "word", "level", "expected"),
    [
        # A known size, widened by its certainty to both sides.
        ("better", "large", "high", (2.5, 3, 3)),
        ("better", "noticeable", "high", (1.5, 2, 2.5)),
        ("better", "noticeable", "moderate", (1, 2, 3)),
        ("better", "moderate", "moderate", (1, 2, 3)),
        ("better", "little", "low", (-1, 1, 3)),
        ("better", "hardly", "high", (0, 0.5, 1)),
        ("worse", "noticeable", "moderate", (-3, -2, -1)),
        ("worse", "large", "low", (-3, -3, -1)),
        # Nothing more likely than another: very low certainty, or only the direction known.
        ("better", "little", "very_low", (-3, None, 3)),
        ("better", "large", "very_low", (-1, None, 3)),
        ("better", "unknown", "high", (0, None, 3)),
        ("better", "unknown", "low", (-1.5, None, 3)),
        # No difference found: nought, as wide as it is unsure.
        ("same", "little", "high", (-0.5, 0, 0.5)),
        ("no_clear", "large", "low", (-2, 0, 2)),
        ("no_clear", "unknown", "very_low", (-3, None, 3)),
    ],
)
def test_improvement_from_direction_size_and_certainty(
    way: str, word: SizeWord, level: Certainty, expected: tuple[float, float | None, float]
):
    """The table of the rule."""
    assert steps(line(level), word, way) == expected


def test_findings_that_disagree_span_what_they_point_to():
    """One found it better, one found no difference: from nought to the size, then widened; no value more likely."""
    assert steps(line("moderate", make_effect(), unclear(effect_id="e2")), "noticeable", "disagree") == (-1, None, 3)
    assert steps(line("moderate", make_effect(), against(effect_id="e2")), "little", "disagree") == (-2, None, 2)


@given(
    st.sampled_from(("better", "worse", "same", "no_clear")),
    st.sampled_from(("hardly", "little", "noticeable", "moderate", "large", "unknown")),
)
def test_more_certainty_never_widens_improvement(way: str, word: SizeWord):
    """Each step up in certainty lies inside the one below."""
    found = [steps(line(level), word, way) for level in ("very_low", "low", "moderate", "high")]
    for wide, narrow in pairwise(found):
        assert wide[0] <= narrow[0]
        assert narrow[2] <= wide[2]


@pytest.mark.parametrize(
    ("low", "high", "text"),
    [
        (0, 0, "No different"),
        (2, 2, "Noticeably better"),
        (-1, 3, "Anything from slightly worse to much better"),
        # Between two words, the outer one.
        (-1.5, 2.5, "Anything from noticeably worse to much better"),
    ],
)
def test_steps_in_words(low: float, high: float, text: str):
    """The range of improvement as people read it."""
    assert step_words(low, high) == text


def test_nobody_of_twenty_is_not_never():
    """Wilson, 0 of 20: z^2 / (n + z^2) = 3.8416 / 23.8416 = 16.1 of 100."""
    assert wilson(0, 20) == pytest.approx((0, 16.11), abs=0.01)


def test_wilson_by_hand():
    """10 of 100: (0.1 + 0.019208 +- 1.96 x sqrt(0.0009 + 0.00009604)) / 1.038416 = 5.5 to 17.4 of 100."""
    assert wilson(10, 100) == pytest.approx((5.52, 17.44), abs=0.01)


@given(st.integers(1, 500), st.integers(1, 20), st.floats(0, 1))
def test_more_people_never_widen_a_rate(people: int, times: int, share: float):
    """The same rate seen in more people is known at least as well."""
    few, many = wilson(share * people, people), wilson(share * people * times, people * times)
    assert many[1] - many[0] <= few[1] - few[0] + 1e-9


def rate(per: str, **over: float) -> Rate:
    """One harm with one row."""
    row = make_risk(per=per, **over)
    return Rate("bruising", row.per, (Cohort(row),))


@pytest.mark.parametrize("unit", ["session", "syringe", "keloid", "unknown"])
def test_only_people_are_weighed_as_people(unit: str):
    """Nobody knows how many people 100 visits, syringes or keloids were: a rate of them is never multiplied."""
    assert per_person(rate(unit, per_100=2, per_100_low=2, per_100_high=2)) is None


def test_a_rate_with_its_own_interval_keeps_it():
    """The source's interval comes before ours."""
    assert per_person(rate("person", per_100=10, per_100_low=4, per_100_high=20, n=20)) == (4, 20)


def small() -> Evidence:
    """Back pain: needling is noticeably better with high certainty, exercise has visits only, nothing else is known."""
    return make_evidence(
        [make_effect(measure="MD", scale_points=100, estimate=-12, ci_low=-16, ci_high=-8, certainty_reported="high")],
        protocols=[
            make_protocol(sessions_low=2, sessions_typical=4, sessions_high=6),
            make_protocol(
                protocol_id="p2", treatment_id="exercise_therapy", sessions_low=8, sessions_typical=8, sessions_high=8
            ),
        ],
        recovery=[
            make_recovery(
                treatment_id="dry_needling",
                milestone="soreness_gone",
                day_low=1,
                day_typical=2,
                day_high=3,
                share_refs="k1",
            )
        ],
        risks=[make_risk(harm="soreness", per_100=50)],
    )


def test_the_board_by_hand():
    """Visits 2 to 6 against 8, on the table from 8 (worst) to 2; sore days 2 x 1 to 6 x 3 in half of the people.

    Improvement about 2 steps.
    """
    found = board(measure(small(), "low_back_pain"), ("dry_needling", "exercise_therapy"))
    assert [(item.low, item.peak, item.high) for item in found.criterion("visits").measures] == [(2, 4, 6), (8, 8, 8)]
    assert (found.criterion("visits").worst, found.criterion("visits").best) == (8, 2)
    assert found.criterion("visits").value(5) == pytest.approx(0.5)
    needled, exercised = found.criterion("downtime").measures
    assert (needled.low, needled.peak, needled.high) == (1, 4, 9)
    assert not exercised.known
    assert (exercised.low, exercised.high) == (0, 9), (
        "the whole range any option of the concern has: nothing takes nought"
    )
    better = found.criterion("improvement").measures[0]
    assert (better.low, better.peak, better.high) == (1.5, 2, 2.5)


def test_not_tested_is_the_whole_scale_of_improvement():
    """Missing evidence widens; it is not nought."""
    found = board(measure(small(), "low_back_pain"), ("dry_needling", "massage"))
    untested = found.criterion("improvement").measures[1]
    assert not untested.known
    assert (untested.low, untested.peak, untested.high) == (*IMPROVEMENT[:1], None, *IMPROVEMENT[1:])


def test_not_tested_is_no_dot_of_certainty():
    """That nobody tested it is known, so it is not a gap; doing nothing is not rated at all."""
    found = board(measure(small(), "low_back_pain"), ("dry_needling", "massage", "no_treatment"))
    needled, massaged, nothing = found.criterion("certainty").measures
    assert (needled.low, needled.high) == (4, 4)
    assert (massaged.low, massaged.high, massaged.known) == (0, 0, True)
    assert (nothing.low, nothing.high, nothing.known) == (0, 4, False)


def test_doing_nothing_costs_nothing_and_changes_nothing():
    """No visit, no day, no pain, no harm, and by definition no different from itself."""
    found = board(sheet("acne_scars"), ("microneedling", "no_treatment"))
    for name in ("improvement", "visits", "downtime", "comfort", "harm", "cost"):
        item = found.criterion(name).measures[1]
        assert (item.low, item.peak, item.high, item.known) == (0, 0, 0, True), name


def test_what_cannot_tell_options_apart_is_not_asked():
    """Nothing is known about pain during either: no step to weigh."""
    found = board(measure(make_evidence(), "low_back_pain"), ("dry_needling", "exercise_therapy"))
    assert not found.criterion("visits").askable
    assert not found.criterion("improvement").askable
    assert weigh(found, [("visits", 100.0)]) is None


def test_a_persons_own_scores():
    """Given scores are exact; a missing one is anything from 0 to 10."""
    found = board(sheet("acne_scars"), SCARS, {"microneedling": 7, "superficial_peel": None})
    first, second, third = found.criterion("own").measures
    assert (first.low, first.high) == (7, 7)
    assert [(item.low, item.high, item.known) for item in (second, third)] == [(0, 10, False)] * 2


def test_price_needs_two_options_in_one_currency(evidence: Evidence):
    """Back pain has no fees; acne scars have most in US dollars, never mixed with pounds."""
    assert currency(evidence, build_concern_page(evidence, "low_back_pain").options) == ""
    assert "cost" not in sheet("low_back_pain").measures
    assert sheet("acne_scars").currency == "USD"
    for item in sheet("acne_scars").measures["cost"]:
        for ref in item.figure.refs if item else ():
            if ref.startswith("costs:"):
                assert evidence.find(ref).currency == "USD"  # type: ignore[attr-defined]


def test_price_by_hand(evidence: Evidence):
    """200 to 700 a visit, 3 to 6 visits, usually 4: 600 to 4,200, usually 450 x 4."""
    fee = evidence.costs["microneedling.us.1"].model_copy(update={"fee_low": 200, "fee_high": 700})
    made = with_course(evidence, "acne_scars", "microneedling", (3, 4, 6))
    made = replace(made, costs=evidence.costs | {"microneedling.us.1": fee})
    table = measure(made, "acne_scars")
    place = [item.treatment_id for item in table.options].index("microneedling")
    found = table.measures["cost"][place]
    assert found is not None
    assert (found.low, found.peak, found.high) == (600, 1800, 4200)


def _all(concern_id: str) -> Board:
    return board(sheet(concern_id), [item.treatment_id for item in sheet(concern_id).options])


def test_every_measure_lies_on_the_table(concern_id: str):
    """Low, peak and high in order, between the two ends; more or less is better as the criterion says."""
    found = _all(concern_id)
    for criterion in found.criteria:
        assert criterion.criterion_id in CRITERIA
        assert (criterion.best >= criterion.worst) == (
            criterion.criterion_id in MORE_IS_BETTER
        ) or criterion.best == criterion.worst
        for item in criterion.measures:
            assert item.low <= (item.low if item.peak is None else item.peak) <= item.high
            assert min(criterion.worst, criterion.best) <= item.low <= item.high <= max(criterion.worst, criterion.best)


def test_every_known_figure_walks_back_to_a_source(evidence: Evidence, concern_id: str):
    """A range about a treatment rests on rows with sources; only "not studied" and being at home rest on none."""
    found = _all(concern_id)
    for criterion in found.criteria:
        for item, treatment in zip(criterion.measures, found.options, strict=True):
            if not item.known or treatment.family == "nothing":
                continue
            not_studied = criterion.criterion_id == "certainty" and item.high == 0
            assert item.figure.refs or not_studied, (criterion.criterion_id, treatment.treatment_id)
            for ref in item.figure.refs:
                assert evidence.source_ids(ref), ref


def test_the_ends_of_every_step_have_words(concern_id: str):
    """What a person weighs can be read: from this to that."""
    found = _all(concern_id)
    for criterion in found.criteria:
        worst, best = (amount(found, criterion.criterion_id, end) for end in (criterion.worst, criterion.best))
        assert worst
        assert best
        assert not criterion.askable or worst != best, (criterion.criterion_id, worst)


@settings(max_examples=25, deadline=None)
@given(st.data(), st.sampled_from(CONCERNS))
def test_permuting_options_permutes_results(data: st.DataObject, concern_id: str):
    """With the real evidence too: the order in which options were picked changes nothing."""
    ids = [item.treatment_id for item in sheet(concern_id).options]
    chosen = data.draw(st.lists(st.sampled_from(ids), min_size=2, max_size=4, unique=True))
    said = [(name, float(data.draw(st.integers(1, 100)))) for name in ("downtime", "improvement", "visits")]
    one, other = (weigh(board(sheet(concern_id), order), said) for order in (chosen, sorted(chosen)))
    assert one == other


def test_little_downtime_first_certainty_second(evidence: Evidence):
    """The table runs from 56 days to none, and from not tested to one dot.

    Points 100 and 60 are shares 0.625 and 0.375.

    Needling: 3, 4 or 6 visits of 0, 1 or 4 days. Laser: 2, 3 or 4 of 5, 10 or 14. Peel: 6 of none.
    Needling: 0 to 24 days, usually 4, mean 28/3: 0.625 x (56 - 28/3) / 56 + 0.375 x 1 = 89.6.
    Laser: 10 to 56 days, usually 30, mean 32: 0.625 x (56 - 32) / 56 + 0.375 x 1 = 64.3.
    Peel: no day off, but not tested against nothing: 0.625 x 1 + 0.375 x 0 = 62.5.
    """
    made = with_course(evidence, "acne_scars", "microneedling", (3, 4, 6), days_off=(0, 1, 4))
    made = with_course(made, "acne_scars", "fractional_co2_laser", (2, 3, 4), days_off=(5, 10, 14))
    made = with_course(made, "acne_scars", "superficial_peel", (6, 6, 6), days_off=(0, 0, 0))
    result = weigh(board(measure(made, "acne_scars"), SCARS), [("downtime", 100.0), ("certainty", 60.0)])
    assert result is not None
    fits = [(item.treatment.treatment_id, round(item.fit.mean, 1)) for item in result.fits]
    assert fits == [("microneedling", 89.6), ("fractional_co2_laser", 64.3), ("superficial_peel", 62.5)]


def test_values_follow_the_persons_order():
    """Columns stand as the person ranked them."""
    found = values(board(sheet("acne_scars"), SCARS), ["downtime", "improvement"])
    assert found.criteria == ("downtime", "improvement")
    assert found.options == SCARS
    assert (found.low <= found.high).all()


def test_an_unknown_option_is_refused():
    """An option of another concern is not on this table."""
    with pytest.raises(KeyError):
        board(sheet("acne_scars"), ("dry_needling", "microneedling"))


def test_what_is_drawn_for_dark_marks_is_what_is_printed():
    """Three studies and more: from the lowest to the highest. Fewer: all that would fit, and it says so."""
    evidence = load()
    found = measure(evidence, "acne_scars")
    for item in found.measures["harm"]:
        if item is not None and item.known and item.figure.refs:
            printed = item.figure.text.split(" ")[0].split("–")
            assert [of_100(end) for end in dict.fromkeys((item.low, item.high))] == printed
    by_name = dict(zip([row.treatment_id for row in found.options], found.measures["harm"], strict=True))
    needling, subcision = by_name["microneedling"], by_name["subcision"]
    assert needling is not None
    assert (round(needling.low), round(needling.high)) == (0, 14)
    assert say("priorities-harm-fits") not in needling.figure.note
    assert subcision is not None
    assert subcision.high > 0
    assert say("priorities-harm-fits") in subcision.figure.note


def test_dark_marks_follow_the_skin_type_that_was_told():
    """CO2 laser, skin type V: 14 to 32 in 100 were counted in such skin; in all skins up to 92."""
    measured = measure(load(), "acne_scars")
    options = ("microneedling", "fractional_co2_laser")
    everyone = board(measured, options).criterion("harm")
    mine = board(measured, options, skin_type=5).criterion("harm")
    assert everyone.worst == 92
    assert mine.worst < 60
    assert all("skin types" in item.figure.note for item in mine.measures)


def test_a_skin_type_nobody_studied_leaves_the_figures_of_all():
    """Very fair skin was in no study of these two: the figures of all who were counted stay."""
    measured = measure(load(), "acne_scars")
    options = ("microneedling", "fractional_co2_laser")
    assert board(measured, options, skin_type=1).criterion("harm") == board(measured, options).criterion("harm")
