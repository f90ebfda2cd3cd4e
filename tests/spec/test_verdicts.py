"""From findings to verdicts: which findings bear on a promise, which way each points, and the word they carry."""

from __future__ import annotations

from dataclasses import replace

import pytest

from needlewise.evidence.model.rows import Claim, Effect
from needlewise.evidence.model.store import Evidence
from needlewise.evidence.model.vocabulary import Level, Verdict
from needlewise.evidence.reading.load import load
from needlewise.evidence.rules.certainty import Rating
from needlewise.evidence.rules.verdicts import Bearing, Stance, bearings, verdict_of
from tests.builders import Cell, against, make_effect, make_evidence, make_recovery, make_risk, unclear

CLAIMS = load().claims


def found(stance: Stance, level: Level = "low", *, controlled: bool = True, source_id: str = "a_review") -> Bearing:
    """One finding of a stance and a certainty."""
    return Bearing(make_effect(source_id=source_id), "effects:e1", stance, Rating(level, "ours"), controlled)


def pain_claim(**over: object) -> Claim:
    """The promise of pain relief, judged on one review."""
    claim = CLAIMS["pain_relief.back_neck_headache"]
    return claim.model_copy(update={"source_ids": ("a_review",), **over})


# A promise of pain relief, the finding its one source gives, and the word that must stand in claims.csv.
CARRIES: list[tuple[str, Effect, Verdict]] = [
    ("a compared finding, moderate", make_effect(certainty_reported="moderate"), "well_supported"),
    ("a compared finding, low", make_effect(n_people=100), "partly_supported"),
    ("a compared finding, very low", make_effect(n_people=20), "weakly_supported"),
    ("a tie with pretend needling", unclear(), "mostly_against"),
    ("a tie with pretend needling, very low", unclear(n_people=20), "not_shown"),
    ("a tie with a rival", unclear(comparator_id="acupuncture"), "not_shown"),
    (
        "before and after only, however good",
        make_effect(kind="before_after", comparator_id="baseline", n_people=5000),
        "not_shown",
    ),
]


@pytest.mark.parametrize(
    ("effect", "word"), [row[1:] for row in CARRIES], ids=[f"{row[0]}: {row[2]}".replace("_", " ") for row in CARRIES]
)
def test_a_finding_carries_one_word(effect: Effect, word: Verdict) -> None:
    """From a finding to the word that stands in claims.csv, all the way through."""
    assert verdict_of(bearings(make_evidence([effect]), pain_claim())) == word


def _in_words(given: tuple[Bearing, ...], word: str) -> str:
    """A line of the table read aloud: `for (low certainty): partly supported`."""
    findings = [
        f"{bearing.stance} ({bearing.rating.level.replace('_', ' ')} certainty"
        f"{'' if bearing.controlled else ', no comparison group'})"
        for bearing in given
        if bearing.rating is not None
    ]
    return f"{' and '.join(findings) or 'no finding'}: {word.replace('_', ' ')}"


ANOTHER, THIRD = "another_review", "a_third_review"
WORDS: list[tuple[tuple[Bearing, ...], Verdict]] = [
    ((), "not_shown"),
    ((found("open", "high"),), "not_shown"),
    ((found("against", "very_low"),), "not_shown"),
    ((found("against"),), "mostly_against"),
    ((found("against", "high", controlled=False),), "not_shown"),
    ((found("for"),), "partly_supported"),
    ((found("for", "not_rated"),), "weakly_supported"),
    ((found("for", "high", controlled=False),), "weakly_supported"),
    ((found("for", "moderate"),), "well_supported"),
    ((found("for", "high"), found("open", "high", source_id=ANOTHER)), "well_supported"),
    ((found("for", "high"), found("against", "very_low", source_id=ANOTHER)), "studies_differ"),
    (
        (
            found("for", "high"),
            found("for", "low", source_id=THIRD),
            found("against", "high", controlled=False, source_id=ANOTHER),
        ),
        "well_supported",
    ),
    (
        (found("for", "high"), found("for", "low", source_id=THIRD), found("against", "low", source_id=ANOTHER)),
        "partly_supported",
    ),
    (
        (found("for", "low"), found("for", "low", source_id=THIRD), found("against", "high", source_id=ANOTHER)),
        "weakly_supported",
    ),
    ((found("for", "low"), found("against", "low", source_id=ANOTHER)), "studies_differ"),
    (
        (
            found("for", "moderate"),
            found("against", "low", source_id=ANOTHER),
            found("against", "low", source_id=THIRD),
        ),
        "studies_differ",
    ),
    (
        (found("for", "low"), found("against", "low", source_id=ANOTHER), found("against", "low", source_id=THIRD)),
        "mostly_against",
    ),
]


@pytest.mark.parametrize(("given", "word"), WORDS, ids=[_in_words(*row) for row in WORDS])
def test_the_tally_and_the_certainty_give_the_word(given: tuple[Bearing, ...], word: Verdict) -> None:
    """One line a rule. One source for and two against is never called supported."""
    assert verdict_of(given) == word


def test_a_source_counts_once_on_each_side() -> None:
    """Five rows of one source are one voice, and a source that says both counts on both sides."""
    assert verdict_of((found("for", "moderate"), found("against", "moderate"))) == "studies_differ"
    many = tuple(found("for", "moderate") for _ in range(5))
    assert verdict_of((*many, found("against", "low", source_id=ANOTHER))) == "studies_differ"


STANCES: list[tuple[str, Effect, Stance]] = [
    ("needling did better than pretend needling", make_effect(), "for"),
    ("pretend needling did better", against(), "against"),
    ("a tie with pretend needling", unclear(), "against"),
    ("a tie with a pool that holds pretend treatments", unclear(comparator_id="mixed_comparators"), "against"),
    ("a tie with a rival", unclear(comparator_id="acupuncture"), "open"),
    (
        "a tie with a rival, written from the rival's side",
        unclear(treatment_id="acupuncture", comparator_id="dry_needling"),
        "open",
    ),
    ("a rival that did worse than needling", against(treatment_id="massage", comparator_id="dry_needling"), "for"),
    (
        "before and after, no side named",
        make_effect(kind="before_after", comparator_id="baseline", favours=None),
        "open",
    ),
    (
        "before and after, it got better",
        make_effect(kind="before_after", comparator_id="baseline", favours="treatment"),
        "open",
    ),
    (
        "before and after, it got worse",
        make_effect(kind="before_after", comparator_id="baseline", favours="comparator"),
        "open",
    ),
]


@pytest.mark.parametrize(
    ("effect", "stance"),
    [row[1:] for row in STANCES],
    ids=[f"{name}: {'leaves it open' if stance == 'open' else stance}" for name, _, stance in STANCES],
)
def test_a_finding_is_seen_from_the_needle(effect: Effect, stance: Stance) -> None:
    """A tie with nothing speaks against a promise; a tie with a rival leaves it open; a turned row is turned back.

    What changed from before to after is never an effect, so it leaves it open, whichever way it went.
    """
    (bearing,) = bearings(make_evidence([effect]), pain_claim())
    assert bearing.stance == stance


NO_BEARING: list[tuple[str, Effect]] = [
    ("another source", make_effect(source_id="another_review")),
    ("another outcome", make_effect(outcome="satisfaction")),
    ("another treatment", make_effect(treatment_id="massage", comparator_id="sham")),
    ("a place in a ranking", make_effect(kind="rank", measure="rank", favours=None)),
    ("a row nobody checked", make_effect(checked=False)),
    ("a repeat of another row", make_effect(duplicate_of="e2")),
]


@pytest.mark.parametrize("effect", [row[1] for row in NO_BEARING], ids=[row[0] for row in NO_BEARING])
def test_other_rows_do_not_bear_on_a_promise(effect: Effect) -> None:
    """Another source, another outcome, another treatment, a place in a ranking, an unchecked row, a repeat."""
    assert bearings(make_evidence([effect]), pain_claim()) == ()


LASTING: list[tuple[str, dict[str, Cell], bool]] = [
    ("13 weeks do not count", {"weeks": 13}, False),
    ("14 weeks count", {"weeks": 14}, True),
    (
        "no number of weeks, and the table says that it is beyond the short term: counts",
        {"weeks": None, "time_words": "in the long term", "beyond_short": True},
        True,
    ),
    ("the short term does not count", {"weeks": None, "time_words": "in the short term"}, False),
    (
        "the column decides, nobody searches the words: long term in words alone does not count",
        {"weeks": None, "time_words": "in the long term"},
        False,
    ),
    ("a time nobody stated does not count", {"weeks": None, "time_words": ""}, False),
]


@pytest.mark.parametrize(("cells", "counts"), [row[1:] for row in LASTING], ids=[row[0] for row in LASTING])
def test_lasting_counts_only_what_came_later(cells: dict[str, Cell], *, counts: bool) -> None:
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


SHORT: list[tuple[float, Stance]] = [(1, "for"), (3, "for"), (4, "against")]


@pytest.mark.parametrize(("day", "stance"), SHORT, ids=[f"redness gone on day {day:g}: {way}" for day, way in SHORT])
def test_short_recovery_is_up_to_three_days(day: float, stance: Stance) -> None:
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


@pytest.mark.parametrize(
    ("comparator_id", "stance"),
    [("mixed_comparators", "against"), ("laser_any", "open")],
    ids=["a mix that holds pretend treatments: against", "any laser: leaves it open"],
)
def test_a_tie_with_a_pool_that_holds_pretend_treatments_speaks_against(comparator_id: str, stance: Stance) -> None:
    """With another pool it settles nothing."""
    (bearing,) = bearings(make_evidence([unclear(comparator_id=comparator_id)]), pain_claim())
    assert bearing.stance == stance


def test_acupuncture_is_a_rival_of_needling() -> None:
    """Whatever colour it is drawn in, its findings are none about the promise."""
    assert bearings(make_evidence([make_effect(treatment_id="acupuncture")]), pain_claim()) == ()
