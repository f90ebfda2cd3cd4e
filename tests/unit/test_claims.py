"""The brochure check: how a promise's judgements are summed up, sorted and cut."""

from __future__ import annotations

from dataclasses import replace

import pytest

from needlewise.decision.claims import Judgement, Promise, Side, check, headline, tally, two_sentences
from needlewise.evidence.model.store import Evidence
from needlewise.evidence.model.vocabulary import Verdict
from needlewise.evidence.reading.load import load
from needlewise.evidence.rules.certainty import Rating
from needlewise.evidence.rules.verdicts import VERDICTS, Bearing, Stance
from needlewise.words import say
from tests.builders import make_effect

CLAIM = load().claims["pain_relief.back_neck_headache"]
BENEFIT = load().benefits[CLAIM.claim_id]


def judged(verdict: Verdict = "partly_supported", *concern_ids: str, **sides: int) -> Judgement:
    """One judgement: its verdict, the concerns it touches, and how many sources stand for, against or open."""
    concerns = tuple(load().concerns[name] for name in concern_ids)
    held: dict[str, Stance] = {"pro": "for", "contra": "against", "open": "open"}
    found = []
    for name, stance in held.items():
        every = tuple(
            Bearing(make_effect(source_id=f"s{at}"), "effects:e1", stance, Rating("low", "ours"), controlled=True)
            for at in range(sides.get(name, 0))
        )
        found.append(Side(stance, every[:3], every))
    return Judgement(CLAIM.model_copy(update={"verdict": verdict}), concerns, tuple(found), None, (), "Short.", "")


@pytest.mark.parametrize(
    ("text", "first", "rest"),
    [
        ("One.", "One.", ""),
        ("One. Two.", "One. Two.", ""),
        ("One. Two. Three. Four.", "One. Two.", "Three. Four."),
        ("It fell by 1.5 points. So 60%. Three.", "It fell by 1.5 points. So 60%.", "Three."),
        ("Pooled (as one). Two. Three.", "Pooled (as one). Two.", "Three."),
        ("Seen vs. sham. Two. Three.", "Seen vs. sham. Two.", "Three."),
    ],
)
def test_the_first_two_sentences_stand_open(text: str, first: str, rest: str) -> None:
    """A full stop inside a number or before a small letter ends nothing."""
    assert two_sentences(text) == (first, rest)


def test_nothing_of_why_is_lost(evidence: Evidence) -> None:
    """What stands open and what stands folded are the whole text, in order."""
    for promise in check(evidence):
        for judgement in promise.judgements:
            assert f"{judgement.short} {judgement.rest}".strip() == judgement.claim.why
            assert judgement.short


@pytest.mark.parametrize(("parts", "verdict"), list(enumerate(VERDICTS)))
def test_a_verdict_fills_up_to_five_parts(parts: int, verdict: Verdict) -> None:
    """The bar beside the word grows with it."""
    assert judged(verdict).strength == parts


def test_what_was_weighed_is_counted_in_full() -> None:
    """All findings, not only those shown; an empty side for or against is drawn, an empty open side is not."""
    judgement = judged(pro=5, contra=0)
    assert judgement.weighed == say("evidence-weigh", pro=5, contra=0, open=0)
    assert [side.stance for side in judgement.weighs] == ["for", "against"]
    assert [side.stance for side in judged(open=1).weighs] == ["for", "against", "open"]


def test_a_verdict_that_rests_on_words_says_so() -> None:
    """No finding either way: no sides, and no counts of nothing."""
    judgement = judged()
    assert judgement.weighs == ()
    assert judgement.weighed == say("evidence-weigh-none")


def test_judgements_about_the_concern_lead() -> None:
    """The others keep their order."""
    one, two, three = (
        judged("well_supported", "acne_scars"),
        judged("not_shown"),
        judged("not_shown", "knee_pain"),
    )
    promise = Promise(BENEFIT, (one, two, three))
    assert promise.led_by("knee_pain") == (three, one, two)
    assert promise.led_by("hair_thinning") == (one, two, three)
    assert promise.touches("acne_scars")
    assert not promise.touches("hair_thinning")


@pytest.mark.parametrize("well", [0, 1, 2])
def test_the_headline_counts_promises_and_not_judgements(well: int) -> None:
    """A promise that is well supported for two topics counts once."""
    good = Promise(BENEFIT, (judged("well_supported"), judged("well_supported"), judged("not_shown")))
    poor = Promise(BENEFIT, (judged("weakly_supported"),))
    assert headline((good,) * well + (poor,)) == say("evidence-headline", promises=well + 1, well=well)


def test_the_tally_adds_up(evidence: Evidence) -> None:
    """Every claim of the table is counted under its verdict."""
    words = tally(check(evidence))
    assert str(len(evidence.claims)) in words
    for verdict in VERDICTS:
        count = sum(claim.verdict == verdict for claim in evidence.claims.values())
        assert say(f"evidence-count-{verdict}", count=count) in words


def test_a_side_opens_the_rows_of_all_its_findings() -> None:
    """Also of those not shown."""
    bearing = Bearing(make_effect(), "effects:e1", "for", None, controlled=True)
    side = Side("for", (bearing,), (bearing, replace(bearing, ref="effects:e2")))
    assert side.refs == ("effects:e1", "effects:e2")


def test_nobody_has_shown_it_is_the_verdict_and_nothing_else(evidence: Evidence):
    """The words of one verdict never stand among the reasons of another: they have one meaning."""
    told = {name for name, claim in evidence.claims.items() if "nobody has shown" in claim.why.lower()}
    assert told <= {name for name, claim in evidence.claims.items() if claim.verdict == "not_shown"}
