"""What one row found, as a report: findings, rates and days, in the words of the Evidence page."""

from __future__ import annotations

import re

import pytest

from needlewise.evidence.model.rows import Effect, Recovery, Risk
from needlewise.evidence.model.store import Evidence
from needlewise.evidence.rules.certainty import Rating, rate
from needlewise.evidence.rules.verdicts import Bearing, bearings
from needlewise.evidence.sentences.reports import bearing_words, finding_words, risk_name, risk_words
from needlewise.evidence.sentences.statements import published
from needlewise.words import say, sentence
from tests.builders import against, make_effect, make_evidence, make_recovery, make_risk, shares, unclear


def told(row: Effect | Risk | Recovery, rating: Rating | None = None) -> str:
    """The words of one row that bears on a promise."""
    return bearing_words(make_evidence(), Bearing(row, "table:row", "for", rating, controlled=True))


@pytest.mark.parametrize(
    ("effect", "begins"),
    [
        (make_effect(), "Found pain better with dry needling than with sham (pretend) needling"),
        (against(), "Found pain worse with dry needling than with sham (pretend) needling"),
        (unclear(), "Found no clear difference in pain between dry needling and sham (pretend) needling"),
        (
            make_effect(add_on_to="exercise_therapy", comparator_id="no_treatment"),
            "Found pain better with dry needling added to exercise than with exercise alone",
        ),
        (make_effect(subgroup="Women"), "Women: found pain better with dry needling"),
    ],
)
def test_a_comparison_is_reported_without_how_sure(effect: Effect, begins: str) -> None:
    """Which way, of what, against what; how sure stands beside it and not in it."""
    words = told(effect, Rating("low", "ours"))
    assert words.startswith(begins)
    assert "may" not in words.split()
    assert words.endswith(".")


def test_shares_of_people_follow_the_report() -> None:
    """Both sides of a hundred, in a sentence of their own."""
    words = told(shares(), Rating("low", "ours"))
    assert "60" in words
    assert "40" in words
    assert words.count(". ") == 1


def test_before_and_after_is_never_a_sentence_about_effect() -> None:
    """It says that there was no comparison group, and the number as printed."""
    effect = make_effect(kind="before_after", comparator_id="baseline")
    words = told(effect, Rating("very_low", "ours"))
    assert "no comparison group" in words
    assert words.endswith(sentence(published(effect)))
    assert finding_words(make_evidence(), effect, Rating("very_low", "ours")) in words


@pytest.mark.parametrize("kind", ["recommendation", "natural_course"])
def test_what_is_no_result_says_what_it_is(kind: str) -> None:
    """Advice and what happens by itself are told as that, whichever way they point."""
    effect = make_effect(kind=kind, comparator_id="baseline")
    assert finding_words(make_evidence(), effect, Rating("low", "ours")) == say(f"evidence-words-{kind}")


def test_the_finding_of_the_table_says_how_sure() -> None:
    """There the sentence is that of Explore, with the verb that carries the certainty."""
    effect = make_effect(certainty_reported="moderate")
    assert "probably" in finding_words(make_evidence(), effect, rate(make_evidence(), effect))


@pytest.mark.parametrize(
    ("over", "days"),
    [
        ({"day_low": 2, "day_typical": 3, "day_high": 5}, "2–5 days"),
        ({"day_low": None, "day_typical": 3, "day_high": None}, "3 days"),
    ],
)
def test_days_of_recovery_run_from_fewest_to_most(over: dict[str, float | None], days: str) -> None:
    """With the treatment and what the days lead up to."""
    row = make_recovery(**over)
    words = told(row)
    assert words.startswith(f"{make_evidence().treatments[row.treatment_id].name}: {days}")
    assert words.endswith(f"{say(f'milestone-{row.milestone}')}.")


@pytest.mark.parametrize(
    ("per_100", "held"),
    [(None, "reported, not counted"), (0, "none seen"), (12, "12 of 100"), (0.4, "0.4 of 100")],
)
def test_a_rate_says_both_sides_or_that_there_is_none(per_100: float | None, held: str) -> None:
    """Few never become none; what is only named is not given a number."""
    row = make_risk(per_100=per_100, relation="absolute" if per_100 is not None else "listed")
    words = risk_words(make_evidence(), row)
    assert held in words
    assert words.startswith(risk_name(make_evidence(), row))
    assert told(row) == words


def test_a_rate_gives_those_who_had_it_and_those_who_had_not() -> None:
    """12 did, 88 did not."""
    words = risk_words(make_evidence(), make_risk(per_100=12))
    assert "12 of 100" in words
    assert "88 did not" in words


@pytest.mark.parametrize(("per_100", "held"), [(12, "reported, not counted"), (0, "none reported")])
def test_a_share_of_nobody_knows_how_many_is_not_told(per_100: float, held: str) -> None:
    """The harm is named; its share is not."""
    words = risk_words(make_evidence(), make_risk(per_100=per_100, n=None))
    assert held in words
    assert not re.search(r"\d", words)


def test_a_harm_is_named_with_its_treatment() -> None:
    """The harm's name reads on inside the line."""
    row = make_risk(treatment_id="microneedling", harm="dark_marks")
    assert risk_name(make_evidence(), row) == "Microneedling, dark marks"


def test_every_row_that_bears_on_a_promise_has_words(evidence: Evidence) -> None:
    """A sentence that begins with a capital or a figure and ends with a stop."""
    for claim in evidence.claims.values():
        for bearing in bearings(evidence, claim):
            words = bearing_words(evidence, bearing)
            assert words.endswith((".", "?", "!")), bearing.ref
            assert not words[0].islower(), bearing.ref
