"""What was told on Right for me? and what it means, said in sentences."""

from __future__ import annotations

import pytest

from needlewise.decision.shared.phrases import names_at_start
from needlewise.decision.suitability import Advice, Reason, Said, advise
from needlewise.decision.suitability_words import by_answer, in_brief, stop_lines, told_words
from needlewise.decision.told import Answers, Detail
from needlewise.evidence.model.vocabulary import DARK_SKIN
from needlewise.evidence.reading.load import load
from needlewise.words import say

EVIDENCE = load()
FEW = ("microneedling", "fractional_co2_laser", "superficial_peel", "no_treatment")
MANY = tuple(option.treatment_id for option in EVIDENCE.options("acne_scars"))


def _advice(told: Answers, names: tuple[str, ...] = FEW) -> list[Advice]:
    return [advise(EVIDENCE, name, told, skin=True) for name in names]


@pytest.mark.parametrize(
    ("told", "skin", "words"),
    [
        (Answers(), False, say("suitability-ticked-none")),
        (Answers(4), True, say("suitability-ticked", names="skin type IV")),
        (Answers(4), False, say("suitability-ticked-none")),
        (Answers(), True, f"{say('suitability-ticked-none')} {say('suitability-told-untold')}"),
        (Answers(unsure=True), True, say("suitability-ticked", names=say("suitability-told-unsure"))),
    ],
)
def test_what_was_told_is_said_back(told: Answers, words: str, *, skin: bool):
    """The skin tone only where it was asked about; and where it was not told, what that means is said."""
    assert told_words(told, skin=skin) == words


def test_skin_tone_is_said_before_what_is_ticked():
    """One list, joined as in a sentence; semicolons part what holds a comma of its own."""
    words = told_words(Answers(5, conditions=("isotretinoin",)), skin=True)
    assert words == say("suitability-ticked", names=f"skin type V; and {say('condition-isotretinoin')}")


def test_few_options_are_named_and_many_are_counted():
    """Doing nothing is in neither: there is nothing to ask of it."""
    told = Answers(1, conditions=("isotretinoin",))
    few = in_brief(_advice(told), "")
    assert "microneedling" in few.lower()
    assert EVIDENCE.treatments["no_treatment"].mid_sentence not in few.lower()
    advice = _advice(told, MANY)
    asked = [item for item in advice if item.answer == "not_now"]
    assert asked
    assert say("suitability-near-not_now", count=len(asked)) in in_brief(advice, "").lower()


def test_what_was_told_last_speaks_alone():
    """Of two answers, only what the last one means, under its name without what explains it."""
    told = Answers(1, conditions=("pregnancy", "isotretinoin"))
    words = in_brief(_advice(told), "isotretinoin")
    assert words.startswith("Isotretinoin tablets for acne: ")
    assert in_brief(_advice(told), DARK_SKIN).startswith(f"{say('suitability-skin-label')}: ")


def test_options_are_listed_under_the_careful_answers_only():
    """Names read as in a sentence that begins with the first."""
    found = by_answer(_advice(Answers(1, conditions=("isotretinoin",))))
    assert set(found) <= {"not_now", "ask_first"}
    assert found["not_now"] == "Microneedling, CO2 laser and a light peel"


def test_options_that_wait_by_different_rules_each_have_their_own():
    """One condition, two rules: two lines, and no option is told with another's reason."""
    told = Answers(2, conditions=("isotretinoin",), details=(Detail("isotretinoin", ("iso_now",)),))
    advice = [item for item in _advice(told) if item.stops]
    lines = stop_lines(advice)
    assert len(lines) == len({tuple(reason.words for reason in item.stops) for item in advice}) > 1
    for item in advice:
        mine = [line for line in lines if names_at_start([item.treatment]).casefold() in line.text.casefold()]
        assert [item.stops[0].words in line.why for line in mine] == [True]


def test_a_reason_tells_its_part_and_the_source_that_differs():
    """All in one text, each sentence with a capital and a stop."""
    whole = Reason(
        "pregnancy",
        "not_now",
        "it was not studied",
        part="needling",
        ground="label",
        others=(Said("it was done in one study", "ask_first", "study"),),
    )
    label, study = say("caution-basis-label"), say("caution-basis-study")
    assert whole.words == (
        f"{say('suitability-part', part='needling', text='it was not studied')} ({label}). "
        f"{say('suitability-otherwise', text=f'It was done in one study ({study}).')}"
    )
    assert Reason("pregnancy", "ask_first", "it was not studied").words == "It was not studied."
