"""The rule from findings to verdicts, as tables, and the guard that a verdict and its findings point the same way."""

from __future__ import annotations

from dataclasses import replace

import pytest

from needlewise.evidence.model.rows import Claim, Effect
from needlewise.evidence.model.store import Evidence
from needlewise.evidence.model.vocabulary import Certainty, Verdict
from needlewise.evidence.reading.load import load
from needlewise.evidence.rules.certainty import Rating
from needlewise.evidence.rules.verdicts import VERDICTS, Bearing, Stance, bearings, bounds, is_within
from tests.builders import against, make_effect, make_evidence, make_recovery, make_risk, unclear

CLAIMS = load().claims


def found(stance: Stance, level: Certainty = "low", *, controlled: bool = True) -> Bearing:
    """One finding of a stance and a certainty."""
    return Bearing(make_effect(), "effects:e1", stance, Rating(level, "ours"), controlled)


def pain_claim(**over: object) -> Claim:
    """The promise of pain relief, judged on one review."""
    claim = CLAIMS["pain_relief.back_neck_headache"]
    return claim.model_copy(update={"source_ids": ("a_review",), **over})


@pytest.mark.parametrize("verdict_id", CLAIMS)
def test_a_verdict_and_its_findings_point_the_same_way(evidence: Evidence, verdict_id: str) -> None:
    """Every word in claims.csv lies within what its findings can carry."""
    claim = evidence.claims[verdict_id]
    limits = bounds(bearings(evidence, claim))
    assert is_within(claim.verdict, limits), (
        f"{verdict_id} says {claim.verdict}, its findings allow {limits[0]} to {limits[1]}"
    )


# A promise of pain relief, the finding its one source gives, and which words claims.csv may then hold.
CARRIES: list[tuple[str, Effect, set[Verdict]]] = [
    (
        "a compared finding, moderate",
        make_effect(certainty_reported="moderate"),
        {"partly_supported", "well_supported"},
    ),
    ("a compared finding, low", make_effect(n_people=100), {"weakly_supported", "partly_supported"}),
    ("a tie with pretend needling", unclear(), {"not_supported"}),
    ("a tie with a rival", unclear(comparator_id="acupuncture"), {"not_supported", "weakly_supported"}),
    (
        "before and after only, however good",
        make_effect(kind="before_after", comparator_id="baseline", n_people=5000),
        {"not_supported", "weakly_supported"},
    ),
]


@pytest.mark.parametrize(("effect", "words"), [row[1:] for row in CARRIES], ids=[row[0] for row in CARRIES])
def test_a_verdict_its_findings_cannot_carry_is_refused(effect: Effect, words: set[Verdict]) -> None:
    """From a finding to the words that may stand in claims.csv, all the way through."""
    limits = bounds(bearings(make_evidence([effect]), pain_claim()))
    assert {verdict for verdict in VERDICTS if is_within(verdict, limits)} == words


@pytest.mark.parametrize(
    ("given", "lowest", "highest"),
    [
        ((), "not_supported", "weakly_supported"),
        ((found("open"),), "not_supported", "weakly_supported"),
        ((found("against"),), "not_supported", "not_supported"),
        ((found("against"), found("open")), "not_supported", "weakly_supported"),
        ((found("for"),), "weakly_supported", "partly_supported"),
        ((found("for", controlled=False),), "weakly_supported", "partly_supported"),
        ((found("for", "moderate"),), "partly_supported", "well_supported"),
        ((found("for", "high"), found("open", "high")), "partly_supported", "well_supported"),
        ((found("for", "high"), found("against", "very_low")), "weakly_supported", "partly_supported"),
        ((found("for", "high"), found("against", "high", controlled=False)), "partly_supported", "well_supported"),
        ((found("for", "low"), found("against", "low")), "not_supported", "partly_supported"),
        ((found("for", "low"), found("against", "high")), "not_supported", "partly_supported"),
        ((found("for", "high", controlled=False), found("against", "very_low")), "not_supported", "partly_supported"),
    ],
)
def test_findings_set_the_lowest_and_the_highest_word(given: tuple[Bearing, ...], lowest: str, highest: str) -> None:
    """One line a rule: what is found, the lowest word, the highest word."""
    assert bounds(given) == (lowest, highest)


@pytest.mark.parametrize(
    ("effect", "stance"),
    [
        (make_effect(), "for"),
        (against(), "against"),
        (unclear(), "against"),
        (unclear(comparator_id="mixed_comparators"), "against"),
        (unclear(comparator_id="acupuncture"), "open"),
        (unclear(treatment_id="acupuncture", comparator_id="dry_needling"), "open"),
        (against(treatment_id="massage", comparator_id="dry_needling"), "for"),
        (make_effect(kind="before_after", comparator_id="baseline", favours=None), "open"),
        (make_effect(kind="before_after", comparator_id="baseline", favours="treatment"), "open"),
        (make_effect(kind="before_after", comparator_id="baseline", favours="comparator"), "open"),
    ],
)
def test_a_finding_is_seen_from_the_needle(effect: Effect, stance: Stance) -> None:
    """A tie with nothing speaks against a promise; a tie with a rival leaves it open; a turned row is turned back.

    What changed from before to after is never an effect, so it leaves it open, whichever way it went.
    """
    (bearing,) = bearings(make_evidence([effect]), pain_claim())
    assert bearing.stance == stance


@pytest.mark.parametrize(
    "effect",
    [
        make_effect(source_id="another_review"),
        make_effect(outcome="satisfaction"),
        make_effect(treatment_id="massage", comparator_id="sham"),
        make_effect(kind="rank", measure="rank", favours=None),
        make_effect(checked=False),
        make_effect(duplicate_of="e2"),
    ],
)
def test_other_rows_do_not_bear_on_a_promise(effect: Effect) -> None:
    """Another source, another outcome, another treatment, a place in a ranking, an unchecked row, a repeat."""
    assert bearings(make_evidence([effect]), pain_claim()) == ()


@pytest.mark.parametrize(
    ("cells", "counts"),
    [
        ({"weeks": 13}, False),
        ({"weeks": 14}, True),
        ({"weeks": None, "time_words": "in the long term", "beyond_short": True}, True),
        ({"weeks": None, "time_words": "in the short term"}, False),
        # The column decides; nobody searches the words.
        ({"weeks": None, "time_words": "in the long term"}, False),
        ({"weeks": None, "time_words": ""}, False),
    ],
)
def test_lasting_counts_only_what_came_later(cells: dict[str, float | str | bool | None], *, counts: bool) -> None:
    """Beyond 13 weeks; without a number, what the table says of the source's own words decides."""
    claim = CLAIMS["long_lasting.back_neck_headache"].model_copy(update={"source_ids": ("a_review",)})
    evidence = make_evidence([make_effect(**cells)])
    assert bool(bearings(evidence, claim)) is counts


def test_a_rate_of_a_concern_it_touches_cannot_be_left_out(evidence: Evidence) -> None:
    """A source that the verdict does not name still counts when it saw the harm in the same concern."""
    claim = evidence.claims["all_skin_types.acne_scars"]
    unnamed = make_risk(
        treatment_id="microneedling", concern_id="acne_scars", harm="dark_marks", per_100=9, source_ids="a_cohort"
    )
    other = make_evidence(risks=[unnamed])
    assert [(bearing.ref, bearing.stance) for bearing in bearings(other, claim)] == [("risks:k1", "against")]


@pytest.mark.parametrize(("day", "stance"), [(1, "for"), (3, "for"), (4, "against")])
def test_short_recovery_is_up_to_three_days(day: int, stance: Stance) -> None:
    """The society's words: up to 72 hours is minimal."""
    claim = CLAIMS["low_downtime.acne_scars"].model_copy(update={"source_ids": ("a_trial",)})
    (bearing,) = bearings(make_evidence(recovery=[make_recovery(day_typical=day)]), claim)
    assert bearing.stance == stance


def test_what_a_promise_claims_decides_what_bears_on_it() -> None:
    """A finding on pain bears on the promise of pain relief until the table says that pain is not what is promised."""
    rows, claim = make_evidence([make_effect()]), pain_claim()
    asked = rows.benefits[claim.claim_id]
    other = replace(rows, benefits={claim.claim_id: asked.model_copy(update={"outcomes": ("tissue",)})})
    assert [bearing.ref for bearing in bearings(rows, claim)] == ["effects:e1"]
    assert bearings(other, claim) == ()


@pytest.mark.parametrize(("comparator_id", "stance"), [("mixed_comparators", "against"), ("laser_any", "open")])
def test_a_tie_with_a_pool_that_holds_pretend_treatments_speaks_against(comparator_id: str, stance: Stance) -> None:
    """With another pool it settles nothing."""
    (bearing,) = bearings(make_evidence([unclear(comparator_id=comparator_id)]), pain_claim())
    assert bearing.stance == stance


def test_acupuncture_is_a_rival_of_needling() -> None:
    """Whatever colour it is drawn in, its findings are none about the promise."""
    assert bearings(make_evidence([make_effect(treatment_id="acupuncture")]), pain_claim()) == ()


def test_the_surest_finding_comes_first(evidence: Evidence) -> None:
    """With a comparison group before without, then by certainty."""
    for claim in evidence.claims.values():
        order = [(not bearing.controlled, -bearing.dots) for bearing in bearings(evidence, claim)]
        assert order == sorted(order)


def test_the_third_of_dark_marks_and_its_contradiction_stand_side_by_side(evidence: Evidence) -> None:
    """Whoever doubts it finds the review that says three times more with CO2 laser, and the series that saw 14 of 100."""
    claim = evidence.claims["all_skin_types.recovery_harms_cautions"]
    by_ref = {bearing.ref: bearing for bearing in bearings(evidence, claim)}
    review = by_ref["effects:acne_scars.fractional_co2_laser.cfco2needling2026.4"]
    series = by_ref["risks:microneedling.hyperpigmentation.mnasian_25196684.2"]
    assert (review.stance, series.stance) == ("for", "against")
    assert review.rating is not None


def test_a_word_outside_its_limits_is_refused() -> None:
    """Weakly lies between not and partly; well does not."""
    limits: tuple[Verdict, Verdict] = ("not_supported", "partly_supported")
    assert is_within("weakly_supported", limits)
    assert not is_within("well_supported", limits)
