"""A loss that a source tells is told beside the option, on Explore and on Compare, though nobody was left untreated."""

from __future__ import annotations

import pytest

from needlewise.decision.shared.options import option_row
from needlewise.evidence.model.vocabulary import Outcome
from needlewise.evidence.reading.load import load
from needlewise.evidence.rules.headline import head_to_head, headline, headline_against_control
from needlewise.evidence.rules.size import is_below_own_limit
from needlewise.evidence.sentences.beside import beside
from needlewise.evidence.sentences.statements import statement
from needlewise.words import say


def test_that_melasma_came_back_after_a_q_switched_laser_stands_in_its_row():
    """All 22 people saw it return, and from 24 weeks on no gain was left: both stand beside the gain right after."""
    evidence = load()
    row = option_row(evidence, evidence.concerns["uneven_tone"], "q_switched_laser", "alternative")
    said = [voice.text for voice in row.also]
    assert any("of 22 people followed without a comparison group, 22 saw melasma come back" in text for text in said)
    assert any("24 weeks or more after treatment" in text for text in said)
    assert row.turn == "People who were followed saw it come back."
    assert row.effect.text.endswith(row.turn)
    assert all(voice.rating.level == "very_low" for voice in row.also if "come back" in voice.text)


def test_a_gain_gone_at_a_year_is_told_in_the_same_breath():
    """Massage for the knee and a steroid injection for the heel: better within weeks, no clear difference at a year."""
    evidence = load()
    line = headline_against_control(evidence, "knee_pain", "massage")
    assert line is not None
    assert "there was no clear difference at a year" in statement(evidence, line).text
    told = [voice.said.text for voice in beside(evidence, "plantar_heel_pain", "corticosteroid_injection")]
    assert any("no clear difference at 6 months and at a year" in text for text in told)


def test_a_trial_at_home_is_told_as_one_at_home():
    """Needling alone against minoxidil was compared, in 29 people at home: never "We found no trial"."""
    evidence = load()
    line = head_to_head(evidence, "hair_thinning", "microneedling", "minoxidil")
    assert line is not None
    said = statement(evidence, line)
    assert said.text.startswith("People who used a needling device at home: no clear difference")
    assert said.rating.level == "very_low"


def test_a_comparison_in_people_not_better_after_first_treatment_says_so():
    """Dry needling against a steroid injection for tennis elbow was tested only in them."""
    evidence = load()
    line = head_to_head(evidence, "tennis_elbow", "dry_needling", "corticosteroid_injection")
    assert line is not None
    assert "had not eased in three weeks of first treatment" in statement(evidence, line).text


@pytest.mark.parametrize(
    ("concern_id", "treatment_id", "comparator_id", "outcome"),
    [
        ("plantar_heel_pain", "dry_needling", "sham", "pain"),
        ("knee_pain", "acupuncture", "no_treatment", "pain"),
        ("shoulder_pain", "surgery", "no_treatment", "disability"),
    ],
)
def test_what_its_authors_call_too_small_is_told_so(
    concern_id: str, treatment_id: str, comparator_id: str, outcome: Outcome
):
    """Never "noticeably" or "much" where the people who measured it say that it does not matter."""
    evidence = load()
    line = headline(evidence, concern_id, treatment_id, comparator_id, outcome)
    assert line is not None
    text = statement(evidence, line).text
    assert say("effect-below-own") in text
    assert "noticeably" not in text
    assert "much" not in text


def test_a_difference_above_the_authors_own_limit_is_not_called_too_small():
    """Their limit is held against each of their findings, and against nobody else's."""
    evidence = load()
    small = evidence.effects["knee_pain.acupuncture.hinman2014.2"]
    assert is_below_own_limit(evidence, small)
    assert not is_below_own_limit(evidence, small.model_copy(update={"estimate": -1.8}))
    assert not is_below_own_limit(evidence, small.model_copy(update={"source_id": "vickers2012"}))
    assert not is_below_own_limit(evidence, small.model_copy(update={"favours": "neither"}))
