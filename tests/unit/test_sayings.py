"""What people are told: every saying is answered by its rows, in words no surer than they are, or by silence that is said."""

from __future__ import annotations

import pytest

from needlewise.decision.sayings import reply
from needlewise.evidence.model.store import Evidence
from needlewise.evidence.reading.load import load
from needlewise.evidence.rules.headline import head_to_head, headline_against_control
from needlewise.evidence.sentences.beside import beside
from needlewise.evidence.sentences.statements import statement
from needlewise.words import say

SAYINGS = load().sayings
# The least that the list may hold.
AT_LEAST = 40


def test_the_list_is_long_and_about_needling_and_rivals() -> None:
    """Sayings about needling and about what else there is."""
    assert len(SAYINGS) >= AT_LEAST
    about = {row.treatment_id for row in SAYINGS.values()}
    assert {"microneedling", "dry_needling"} < about
    assert len(about) > 10


@pytest.mark.parametrize("saying_id", SAYINGS)
def test_every_saying_leads_somewhere(evidence: Evidence, saying_id: str) -> None:
    """To rows that exist, or to no study at all; never to nothing."""
    found = reply(saying_id)
    if found.saying.no_study:
        assert not found.refs
        return
    assert found.refs
    for ref in found.refs:
        evidence.find(ref)


@pytest.mark.parametrize("saying_id", [name for name, row in SAYINGS.items() if row.verdict_ids])
def test_a_promise_answers_with_the_verdict_of_its_row(evidence: Evidence, saying_id: str) -> None:
    """Each of them, and none else."""
    found = {one.judgement.claim for one in reply(saying_id).judged}
    assert found == {evidence.claims[name] for name in SAYINGS[saying_id].verdict_ids}


@pytest.mark.parametrize(
    "saying_id",
    [name for name, row in SAYINGS.items() if row.treatment_id and not (row.harm or row.figure)],
)
def test_an_option_answers_as_the_pages_do(evidence: Evidence, saying_id: str) -> None:
    """The same headline and the same things beside it as on the concern's own pages, and no surer word."""
    row, found = SAYINGS[saying_id], reply(saying_id).compared
    assert found is not None
    line = (
        head_to_head(evidence, row.concern_id, row.treatment_id, row.rival_id)
        if row.rival_id
        else headline_against_control(evidence, row.concern_id, row.treatment_id)
    )
    assert found.said == (None if line is None else statement(evidence, line))
    if not row.rival_id:
        assert found.also == tuple(voice.said for voice in beside(evidence, row.concern_id, row.treatment_id))
    if found.said is not None and found.said.rating.level == "very_low":
        assert found.word in ("unsure", "mixed", "untested")


@pytest.mark.parametrize("saying_id", [name for name, row in SAYINGS.items() if row.harm or row.figure])
def test_a_harm_or_a_course_answers_with_a_figure(saying_id: str) -> None:
    """Of rows, and with what it is a figure of."""
    found = reply(saying_id)
    assert found.lead
    assert found.compared is None
    assert all(figure.refs for figure in found.figures)


def test_a_gain_that_turns_is_no_plain_yes() -> None:
    """Steroid for tennis elbow: better for weeks, worse at a year; the word says that findings differ."""
    found = reply("steroid_tennis_elbow").compared
    assert found is not None
    assert found.text == say("saying-word-mixed")
    assert any("at 1 year" in said.text for said in found.also)


@pytest.mark.parametrize(
    ("saying_id", "word"),
    [
        ("prp_works_better", "May do better"),
        ("cures_heel_pain", "May do better"),
        ("melasma", "Reported to do better"),
        ("paracetamol_back", "Little or no difference"),
        ("as_good_as_laser", "Too little to tell"),
        ("acne_scars_fade", "Results not compared"),
    ],
)
def test_the_word_is_as_sure_as_its_sentence(saying_id: str, word: str) -> None:
    """Probably, may, is reported to; where the sentence is not sure, neither is the word."""
    found = reply(saying_id).compared
    assert found is not None
    assert found.text == word
