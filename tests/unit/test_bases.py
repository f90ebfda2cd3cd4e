"""What was found of real pairs, and on what base options stand: told on every face that sets them side by side."""

from __future__ import annotations

import pytest

from needlewise.decision.compare.comparison import column, pair, shown, side_by_side
from needlewise.decision.compare.in_short import in_short, short_column
from needlewise.decision.concern.build import build_concern_page
from needlewise.decision.concern.option_lines import options_table
from needlewise.decision.consult_room import build_consult_room
from needlewise.decision.priorities.criteria import measure
from needlewise.decision.shared.bases import bases_words
from needlewise.decision.shared.options import option_row
from needlewise.decision.shared.rates import rate_text
from needlewise.evidence.model.store import Evidence
from needlewise.evidence.reading.load import load
from needlewise.evidence.rules.headline import headline_against_control
from needlewise.evidence.rules.rates import rates
from needlewise.evidence.sentences.beside import beside
from needlewise.evidence.sentences.statements import statement
from needlewise.words import say

HEEL = ("dry_needling", "manual_therapy", "no_treatment")


@pytest.fixture(scope="module")
def evidence() -> Evidence:
    """The real tables."""
    return load()


def test_needling_against_a_dummy_never_stands_beside_exercise_alone_in_silence(evidence: Evidence):
    """Heel pain: the table, Compare in full and in short and the room all say that the two have not one base."""
    page = build_concern_page(evidence, "plantar_heel_pain")
    cut = shown(page, HEEL)
    told = bases_words(cut.options, "pain")
    assert "dry needling against a dummy" in told
    assert "hands-on therapy on top of other care" in told
    assert "cannot be weighed" in told
    columns = [column(evidence, page, name) for name in HEEL]
    questions = side_by_side(evidence, cut, columns)
    (effect,) = (question for question in questions if question.name == "effect")
    assert effect.difference == told
    (people,) = (question for question in questions if question.name == "people")
    helps = in_short(cut, [short_column(evidence, page, name) for name in HEEL], people)[0]
    assert helps.about == told
    room = build_consult_room(evidence, page, HEEL).screen("works")
    assert told in [figure.text for figure in room.more]
    first = options_table(evidence, page)
    assert first.bases == bases_words([line.row for line in first.first], "pain")


def test_options_on_one_base_are_not_held_apart(evidence: Evidence):
    """Nothing is said where all were measured against a dummy."""
    page = build_concern_page(evidence, "plantar_heel_pain")
    cut = shown(page, ("dry_needling", "shockwave", "no_treatment"))
    assert bases_words(cut.options, "pain") == ""


def test_a_gain_over_nothing_may_be_none_over_a_dummy(evidence: Evidence):
    """What matters to me puts all on one scale: whatever was not held against a dummy begins at no difference."""
    table = measure(evidence, "plantar_heel_pain")
    place = [treatment.treatment_id for treatment in table.options].index("manual_therapy")
    found = table.measures["improvement"][place]
    assert found is not None
    assert (found.low, found.peak) == (0.0, None)


@pytest.mark.parametrize(
    ("concern_id", "one", "two", "words"),
    [
        ("tennis_elbow", "dry_needling", "corticosteroid_injection", "at 3 months (but better in the long term"),
        ("plantar_heel_pain", "dry_needling", "corticosteroid_injection", "at 3 months to 1 year"),
        ("neck_pain", "dry_needling", "manual_therapy", "nots in neck and upper back: no clear difference"),
        ("muscle_knots", "dry_needling", "manual_therapy", "no clear difference in daily activities"),
        ("uneven_tone", "azelaic_acid", "hydroquinone_cream", "azelaic acid cream and 4% hydroquinone cream"),
        ("surgical_scars", "corticosteroid_injection", "injection_5fu_steroid", "no clear difference in coming back"),
    ],
)
def test_what_else_was_found_of_a_pair_is_told(evidence: Evidence, concern_id: str, one: str, two: str, words: str):
    """A later, newer or other finding of the same two stands beside the one that speaks."""
    both = pair(evidence, evidence.concerns[concern_id], evidence.treatments[one], evidence.treatments[two])
    assert both.found is not None
    assert any(words in said.text for said in both.also), [said.text for said in both.also]


def test_shoulder_needling_tells_each_outcome_and_the_main_one(evidence: Evidence):
    """Pain alike; daily activities better in an open trial and not against pretend needles; the main outcome always."""
    row = option_row(evidence, evidence.concerns["shoulder_pain"], "dry_needling", "needling")
    told = " ".join(said.text for said in row.also)
    assert "may help with daily activities much more than the same exercise without needles" in told
    assert "no clear difference in daily activities was found between dry needling and pretend needling" in told
    assert "(but no clear difference in daily activities, the main thing that the study set out to measure)" in told
    assert row.turn == "It came out differently for daily activities."
    answer = [part.text for part in build_concern_page(evidence, "shoulder_pain").answer]
    assert "may help with daily activities much more" in answer[1]
    assert "no clear difference in daily activities was found between dry needling and pretend needling" in answer[2]


def test_a_size_that_cannot_be_is_told_by_nobody(evidence: Evidence):
    """A standardised difference of 15.82 gives no size, and neither do its parts: another review speaks."""
    line = headline_against_control(evidence, "hair_thinning", "microneedling")
    assert line is not None
    assert line.effect.source_id == "ahmed2025"
    assert "moderately to much more" in statement(evidence, line).text


def test_reviews_that_differ_give_no_size_of_one_alone(evidence: Evidence):
    """Shoe inserts: one review found a gain, one none. Back pain: needling of any kind did no better than a dummy."""
    inserts = headline_against_control(evidence, "plantar_heel_pain", "shoe_inserts")
    assert inserts is not None
    said = statement(evidence, inserts)
    assert (said.rating.level, said.rating.by) == ("low", "source")
    assert "slightly" not in said.text
    assert "not all reviews found this" in said.text
    back = headline_against_control(evidence, "low_back_pain", "dry_needling")
    assert back is not None
    assert back.rating.level == "very_low"


def test_a_loss_at_the_other_times_of_one_review_is_no_other_comparison(evidence: Evidence):
    """Shoe inserts again: the same review found nothing in the first weeks and nothing later."""
    kinds = {voice.kind: voice.said.text for voice in beside(evidence, "plantar_heel_pain", "shoe_inserts")}
    assert "from 3 months to 1 year" in kinds["later"]


def test_one_point_of_54_is_told_as_that(evidence: Evidence):
    """A difference between two means is shown with both, so that nobody takes it for more."""
    row = option_row(evidence, evidence.concerns["surgical_scars"], "nonablative_fractional_laser", "alternative")
    assert row.effect_figures.startswith("how scars look: 11, against 12 with leaving the skin alone (on a scale of 54")


def test_keloids_are_told_as_keloids(evidence: Evidence):
    """Of 29 keloids of 27 people, 24 of 100 came back: not of people. So for radiotherapy, and for pale skin."""
    for name, share in (("cryotherapy", "24 of 100 keloids"), ("surgery_radiotherapy", "30 of 100 keloids")):
        told = [voice.said.text for voice in beside(evidence, "surgical_scars", name) if voice.kind == "back"]
        assert any(share in text for text in told), told
    found = [rate for rate in rates(evidence, "cryotherapy", "surgical_scars") if rate.unit == "keloid"]
    assert any("29 keloids" in rate_text(evidence, rate) for rate in found)


def test_notes_of_practitioners_stay_in_visits(evidence: Evidence):
    """2.19 of 100 visits are no share of people: no sum stands beside them, and nobody weighs them as people."""
    page = build_concern_page(evidence, "plantar_heel_pain")
    harm = short_column(evidence, page, "dry_needling").cells["harm"].figure
    assert "visits" in harm.text
    assert "people" not in f"{harm.text} {harm.note}"
    table = measure(evidence, "plantar_heel_pain")
    place = [treatment.treatment_id for treatment in table.options].index("dry_needling")
    found = table.measures["harm"][place]
    assert found is not None
    assert not found.known
    assert say("priorities-harm-unit", unit="session") in found.figure.note


def test_what_was_found_beside_a_rival_never_comes_before_the_rival(evidence: Evidence):
    """Tennis elbow: no trial against nothing; then the mix; then the rivals. The pair's other outcome stands in its row."""
    answer = [part.text for part in build_concern_page(evidence, "tennis_elbow").answer]
    assert answer[0].startswith("We found no trial")
    assert "a mix of other treatments" in answer[1]
    assert not any("eases pain less than a steroid injection" in text for text in answer)
    row = option_row(evidence, evidence.concerns["tennis_elbow"], "dry_needling", "needling")
    assert any("eases pain less than a steroid injection" in said.text for said in row.also)
