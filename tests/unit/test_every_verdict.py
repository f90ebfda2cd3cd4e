"""Every verdict of claims.csv against its own findings: the two point the same way."""

from __future__ import annotations

import pytest

from needlewise.evidence.model.store import Evidence
from needlewise.evidence.reading.load import load
from needlewise.evidence.rules.verdicts import bearings, verdict_of

CLAIMS = load().claims


@pytest.mark.parametrize("verdict_id", CLAIMS)
def test_a_verdict_and_its_findings_point_the_same_way(evidence: Evidence, verdict_id: str) -> None:
    """Every word in claims.csv is the one its findings carry."""
    claim = evidence.claims[verdict_id]
    assert claim.verdict == verdict_of(bearings(evidence, claim))


def test_the_surest_finding_comes_first(evidence: Evidence) -> None:
    """With a comparison group before without, then by certainty."""
    for claim in evidence.claims.values():
        order = [(not bearing.controlled, -bearing.strength) for bearing in bearings(evidence, claim)]
        assert order == sorted(order)


def test_the_third_of_dark_marks_and_its_contradiction_stand_side_by_side(evidence: Evidence) -> None:
    """Whoever doubts it finds the review that says three times more with CO2 laser, and the series that saw 14 of 100."""
    claim = evidence.claims["all_skin_types.recovery_harms_cautions"]
    by_ref = {bearing.ref: bearing for bearing in bearings(evidence, claim)}
    review = by_ref["effects:acne_scars.fractional_co2_laser.cfco2needling2026.4"]
    series = by_ref["risks:microneedling.hyperpigmentation.mnasian_25196684.2"]
    assert (review.stance, series.stance) == ("for", "against")
    assert review.rating is not None
