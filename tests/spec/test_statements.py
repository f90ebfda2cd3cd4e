"""The sentences, word for word: how sure we are decides the verb, and every sentence says against what and when."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from needlewise.evidence.model.rows import Effect
from needlewise.evidence.model.store import Evidence
from needlewise.evidence.model.vocabulary import Certainty
from needlewise.evidence.rules.certainty import LEVELS, Rating, rate
from needlewise.evidence.rules.headline import Headline, headline_against_control, with_arms_swapped
from needlewise.evidence.sentences.statements import (
    comparator_name,
    direction,
    figures,
    is_equal,
    of_100,
    published,
    statement,
    why,
)
from needlewise.words import say
from tests.builders import Cell, against, make_effect, make_evidence, points, shares, unclear


def _line(effect: Effect, level: Certainty = "moderate", others: Sequence[Effect] = ()) -> Headline:
    return Headline(effect, Rating(level, "source"), tuple(others))


def _say(effect: Effect, level: Certainty = "moderate", others: Sequence[Effect] = ()) -> str:
    return statement(make_evidence(), _line(effect, level, others)).text


def _sentence_at(level: Certainty, text: str) -> str:
    """A line of the next two tables read aloud."""
    return f"{level.replace('_', ' ')} certainty: {text}"


BETTER: list[tuple[Certainty, str]] = [
    ("high", "Dry needling eases pain moderately more than sham (pretend) needling, at 4 weeks."),
    ("moderate", "Dry needling probably eases pain moderately more than sham (pretend) needling, at 4 weeks."),
    ("low", "Dry needling may ease pain moderately more than sham (pretend) needling, at 4 weeks."),
    (
        "very_low",
        "We are not sure whether dry needling eases pain more than sham (pretend) needling, at 4 weeks (seen, but too weak to tell).",
    ),
]
WORSE: list[tuple[Certainty, str]] = [
    ("high", "Dry needling eases pain moderately less than sham (pretend) needling, at 4 weeks."),
    ("moderate", "Dry needling probably eases pain moderately less than sham (pretend) needling, at 4 weeks."),
    ("low", "Dry needling may ease pain moderately less than sham (pretend) needling, at 4 weeks."),
    (
        "very_low",
        "We are not sure whether dry needling eases pain less than sham (pretend) needling, at 4 weeks (seen, but too weak to tell).",
    ),
]


@pytest.mark.parametrize(("level", "text"), BETTER, ids=[_sentence_at(*row) for row in BETTER])
def test_a_better_result_is_said_as_surely_as_the_studies_are(level: Certainty, text: str):
    """High says does, moderate probably, low may, very low that we are not sure, and what was seen."""
    assert _say(make_effect(), level) == text


@pytest.mark.parametrize(("level", "text"), WORSE, ids=[_sentence_at(*row) for row in WORSE])
def test_a_worse_result_is_said_as_plainly(level: Certainty, text: str):
    """A finding for the comparator is said as plainly as one for the treatment."""
    assert _say(against(), level) == text


@pytest.mark.parametrize("level", LEVELS, ids=[f"{level.replace('_', ' ')} certainty" for level in LEVELS])
def test_no_clear_difference_is_never_called_equal(level: Certainty):
    """A wide range that includes no difference says only that none was found, however the source rated it."""
    text = "No clear difference in pain was found between dry needling and sham (pretend) needling, at 4 weeks."
    assert _say(unclear(ci_low=-0.8, ci_high=0.6), level) == text


EQUAL: list[tuple[str, dict[str, Cell], Certainty, bool]] = [
    ("a narrow range in standard units", {"ci_low": -0.5, "ci_high": 0.5, "estimate": 0}, "moderate", True),
    ("one end too far", {"ci_low": -0.51, "ci_high": 0.5, "estimate": 0}, "moderate", False),
    ("narrow, but low certainty", {"ci_low": -0.1, "ci_high": 0.1, "estimate": 0}, "low", False),
    (
        "inside what people notice: 10 of 100",
        {"measure": "MD", "scale_points": 10, "estimate": 0, "ci_low": -1, "ci_high": 1},
        "high",
        True,
    ),
    (
        "beyond what people notice",
        {"measure": "MD", "scale_points": 10, "estimate": 0, "ci_low": -1.1, "ci_high": 1},
        "high",
        False,
    ),
    (
        "a scale of unknown length, rated by its authors, 500 people",
        {"measure": "MD", "estimate": 0, "ci_low": -1, "ci_high": 1},
        "high",
        True,
    ),
    (
        "a scale of unknown length, 399 people",
        {"measure": "MD", "estimate": 0, "ci_low": -1, "ci_high": 1, "n_people": 399},
        "high",
        False,
    ),
    (
        "no range and no people, two studies rated by their review",
        {"ci_low": None, "ci_high": None, "n_people": None, "n_studies": 2},
        "moderate",
        True,
    ),
    (
        "no range and no people, one study",
        {"ci_low": None, "ci_high": None, "n_people": None, "n_studies": 1},
        "moderate",
        False,
    ),
    ("no range, rated by its source, 400 people", {"ci_low": None, "ci_high": None, "n_people": 400}, "moderate", True),
    ("no range, 399 people", {"ci_low": None, "ci_high": None, "n_people": 399}, "moderate", False),
]


@pytest.mark.parametrize(
    ("over", "level", "equal"),
    [row[1:] for row in EQUAL],
    ids=[f"{name}: {'little or no difference' if equal else 'no clear difference'}" for name, _, _, equal in EQUAL],
)
def test_little_or_no_difference_must_be_earned(over: dict[str, Cell], level: Certainty, equal: bool):  # noqa: FBT001
    """Sure enough, and narrow enough: only then is it called little or no difference."""
    line = _line(unclear(**over), level)
    assert is_equal(make_evidence(), line) is equal
    assert direction(make_evidence(), line) == ("same" if equal else "no_clear")
    text = statement(make_evidence(), line).text
    assert ("little or no difference" in text) is equal
    assert ("No clear difference" in text) is not equal


def test_no_range_and_our_own_rating_is_never_equal():
    """Without a range, only the authors' own rating can carry it."""
    effect = unclear(ci_low=None, ci_high=None, n_people=5000)
    assert not is_equal(make_evidence(), Headline(effect, Rating("moderate", "ours")))


def test_high_and_moderate_certainty_may_say_little_or_no_difference():
    """The two sentences that may say so."""
    effect = unclear(ci_low=-0.1, ci_high=0.1, estimate=0)
    end = "little or no difference to pain compared with sham (pretend) needling, at 4 weeks."
    assert _say(effect, "high") == f"Dry needling makes {end}"
    assert _say(effect, "moderate") == f"Dry needling probably makes {end}"


AT_8: dict[str, Cell] = {"weeks": 8, "time_words": "at 8 weeks"}
UNTIMED: dict[str, Cell] = {"weeks": None, "time_words": None}
DISAGREE: list[tuple[Effect, list[Effect], str]] = [
    (make_effect(), [unclear()], "one found it did, one found no clear difference, at 4 weeks."),
    (make_effect(), [unclear(), unclear()], "one found it did, 2 found no clear difference, at 4 weeks."),
    (make_effect(), [against()], "one found it did, one found it did less, at 4 weeks."),
    (
        unclear(),
        [make_effect(), against()],
        "one found it did, one found no clear difference, one found it did less, at 4 weeks.",
    ),
    (
        unclear(),
        [against(), against()],
        "none found it did, one found no clear difference, 2 found it did less, at 4 weeks.",
    ),
    (
        make_effect(**UNTIMED),
        [unclear(**UNTIMED)],
        "one found it did, one found no clear difference (time not stated).",
    ),
    (
        make_effect(),
        [unclear(**AT_8), unclear(**UNTIMED)],
        "one found it did (at 4 weeks), 2 found no clear difference (at 8 weeks; time not stated).",
    ),
    (
        make_effect(),
        [make_effect(**AT_8), against(**AT_8)],
        "2 found it did (at 4 weeks; at 8 weeks), one found it did less (at 8 weeks).",
    ),
]


@pytest.mark.parametrize(("first", "others", "end"), DISAGREE, ids=[row[2] for row in DISAGREE])
def test_disagreement_counts_the_voices(first: Effect, others: list[Effect], end: str):
    """Each source is one voice; the sentence says how many said what and when, whatever the certainty."""
    text = f"Studies disagree on whether dry needling eases pain more than sham (pretend) needling: {end}"
    for level in LEVELS:
        assert _say(first, level, others) == text


SIZES: list[tuple[Effect, str]] = [
    (make_effect(estimate=-0.1, ci_low=-0.15, ci_high=-0.05), "very slightly more"),
    (make_effect(estimate=-0.3), "slightly more"),
    (make_effect(estimate=-0.5), "moderately more"),
    (make_effect(estimate=-0.8), "much more"),
    (points(estimate=-9, ci_low=None, ci_high=None), "slightly more"),
    (points(estimate=-12), "noticeably more"),
    (points(estimate=-20, ci_low=None, ci_high=None), "much more"),
    (make_effect(kind="arm_means", estimate=None, ci_low=None, ci_high=None), "pain more"),
]


def _measured(effect: Effect) -> str:
    """How a finding was measured, for the name of its line."""
    if effect.estimate is None:
        return "no size known"
    return f"{abs(effect.estimate):g} {'points of 100' if effect.measure == 'MD' else 'standard units'}"


@pytest.mark.parametrize(("effect", "words"), SIZES, ids=[f"{_measured(effect)}: {words}" for effect, words in SIZES])
def test_the_size_stands_in_the_sentence(effect: Effect, words: str):
    """In words, from published limits; nothing where no size is known."""
    assert (
        _say(effect)
        == f"Dry needling probably eases {words if words.startswith('pain') else 'pain ' + words} than sham (pretend) needling, at 4 weeks."
    )


CONTEXT: list[tuple[str, dict[str, Cell], str]] = [
    (
        "a time nobody stated is said to be so",
        {"time_words": None, "weeks": None},
        "Dry needling may ease pain moderately more than sham (pretend) needling (time not stated).",
    ),
    (
        "a part of the people is named first",
        {"subgroup": "New back pain"},
        "New back pain: dry needling may ease pain moderately more than sham (pretend) needling, at 4 weeks.",
    ),
    (
        "other care that both groups had is named first",
        {"add_on_to": "exercise_therapy"},
        "With exercise in both groups, dry needling may ease pain moderately more than sham (pretend) needling, at 4 weeks.",
    ),
    (
        "added to other care, against that care alone",
        {"add_on_to": "exercise_therapy", "comparator_id": "no_treatment"},
        "Adding dry needling to exercise may ease pain moderately more than exercise alone, at 4 weeks.",
    ),
    (
        "a part of the people and other care",
        {"add_on_to": "exercise_therapy", "subgroup": "New back pain"},
        "New back pain: with exercise in both groups, dry needling may ease pain moderately more than sham (pretend) needling, at 4 weeks.",
    ),
    (
        "doing nothing",
        {"comparator_id": "no_treatment"},
        "Dry needling may ease pain moderately more than doing nothing, at 4 weeks.",
    ),
    (
        "leaving the skin alone",
        {
            "comparator_id": "no_treatment",
            "concern_id": "acne_scars",
            "treatment_id": "microneedling",
            "outcome": "scar_severity",
        },
        "Microneedling may improve how scars look moderately more than leaving the skin alone, at 4 weeks.",
    ),
    (
        "the concern stands in for improvement",
        {"outcome": "improvement", "estimate": 0.5, "ci_low": 0.2, "ci_high": 0.8, "better": "higher"},
        "Dry needling may improve back pain moderately more than sham (pretend) needling, at 4 weeks.",
    ),
]


@pytest.mark.parametrize(
    ("over", "text"), [row[1:] for row in CONTEXT], ids=[f"{name}: {text}" for name, _, text in CONTEXT]
)
def test_what_the_sentence_must_not_leave_out(over: dict[str, Cell], text: str):
    """Who, on top of what, against what, when."""
    assert _say(make_effect(**over), "low") == text


DUMMIES: list[tuple[str, str]] = [
    ("dry_needling", "sham (pretend) needling"),
    ("oral_pain_relief", "a dummy tablet"),
    ("topical_retinoid", "a cream without the active part"),
    ("corticosteroid_injection", "a dummy injection"),
    ("tens", "a pretend treatment"),
    ("fractional_co2_laser", "a pretend treatment"),
    ("microneedling", "a dummy treatment"),
    ("exercise_therapy", "a dummy treatment"),
]


@pytest.mark.parametrize(
    ("treatment_id", "words"), DUMMIES, ids=[f"{name.replace('_', ' ')}: {words}" for name, words in DUMMIES]
)
def test_each_dummy_is_called_by_its_name(treatment_id: str, words: str):
    """A dummy tablet is not a pretend needle."""
    assert comparator_name(make_evidence(), make_effect(treatment_id=treatment_id)) == words


FIGURES: list[tuple[str, Effect, tuple[str, ...], tuple[str, ...]]] = [
    (
        "two shares of 100 people",
        shares(estimate=61.5, comparator_estimate=40.4),
        ("62 of 100 people got better", "against 40 of 100"),
        ("%",),
    ),
    ("fewer than one of 100 stays", shares(estimate=0.4, comparator_estimate=0), ("0.4 of 100", "0 of 100"), ()),
    ("points of 100 with a range, nearest end first", points(), ("12 of 100 points better", "8 to 16"), ("−",)),
    (
        "points of a scale of 10",
        points(scale_points=10, estimate=-1.2, ci_low=-1.6, ci_high=-0.8),
        ("12 of 100", "8 to 16"),
        (),
    ),
    (
        "a range across nought says both sides",
        points(estimate=-2, ci_low=-6, ci_high=2, favours="neither"),
        ("2 worse to 6 better",),
        ("−",),
    ),
    ("without a range", points(ci_low=None, ci_high=None), ("12 of 100 points better",), ("range",)),
    (
        "a scale on which more is better, or that counts improvement, is read the other way round",
        points(estimate=-26, ci_low=None, ci_high=None, better="higher", favours="comparator"),
        ("26 of 100 points worse",),
        ("lower", "higher"),
    ),
]


@pytest.mark.parametrize(
    ("effect", "parts", "absent"),
    [row[1:] for row in FIGURES],
    ids=[f"{name}: {', '.join(parts)}" for name, _, parts, _ in FIGURES],
)
def test_figures_are_those_people_can_read(effect: Effect, parts: tuple[str, ...], absent: tuple[str, ...]):
    """Shares of 100 on both sides, or points of 100, never a bare ratio or minus sign."""
    text = figures(make_evidence(), effect)
    for part in parts:
        assert part in text
    for part in absent:
        assert part not in text


def test_what_people_cannot_read_gets_no_figures():
    """Standard units, ratios and figures without a comparison group stay with the source."""
    evidence = make_evidence()
    for effect in (
        make_effect(),
        make_effect(measure="OR", estimate=0.5, ci_low=0.3, ci_high=0.8),
        points(kind="before_after", comparator_id="baseline"),
        shares(comparator_estimate=None),
    ):
        assert figures(evidence, effect) == ""


OF_100: list[tuple[float, str]] = [
    (0, "0"),
    (0.4, "0.4"),
    (0.06, "0.06"),
    (0.99, "0.99"),
    (1, "1"),
    (12.5, "13"),
    (99.4, "99"),
    (99.6, "100"),
]


@pytest.mark.parametrize(
    ("percent", "text"), OF_100, ids=[f"{percent:g} of 100 is told as {text}" for percent, text in OF_100]
)
def test_few_never_become_none(percent: float, text: str):
    """Below one of 100 the decimals stay; from one on, whole people."""
    assert of_100(percent) == text


def test_the_published_number_is_kept_as_printed():
    """For the reader who checks: the source's own unit, estimate and interval."""
    assert published(make_effect()) == "difference of −0.5 in standard units (SMD), range −0.8 to −0.2"
    assert published(shares()) == "60 of 100, against 40 of 100"
    assert (
        published(make_effect(measure="qualitative", finding="felt better", estimate=None, ci_low=None, ci_high=None))
        == "felt better"
    )
    assert published(make_effect(kind="arm_means", estimate=None, ci_low=None, ci_high=None)) == say("not-given")


def test_who_rated_is_told_and_why():
    """Ours is told with every reason and the limits it used; the source's own with none of ours."""
    evidence = make_evidence()
    ours = why(evidence, rate(evidence, make_effect(n_people=100, ci_high=0)))
    assert ours == (
        "Our own rating, by a fixed rule. Lowered because we read summaries, so we could not judge how well each trial "
        "was run; fewer than 400 people; and the range leaves open whether the difference matters."
    )
    theirs = why(evidence, rate(evidence, make_effect(certainty_reported="low")))
    assert theirs == "Rated by the authors of the review (GRADE)."


def test_a_comparator_is_told_in_its_own_words_where_the_usual_ones_mislead():
    """A needle tip that was never put in is no dummy injection; seen from the other side the words are gone."""
    effect = make_effect(comparator_words="a needle tip pressed on the back")
    assert comparator_name(make_evidence(), effect) == "a needle tip pressed on the back"
    assert with_arms_swapped(make_effect(comparator_id="exercise_therapy", comparator_words="x")).comparator_words == ""


def test_sides_never_tested_against_each_other_say_so():
    """Each side beside its own start is no comparison: the sentence says that, the people and the time."""
    effect = make_effect(between_group_test="no", favours="neither", n_people=15, ci_low=None, ci_high=None)
    assert statement(make_evidence(), Headline(effect, rate(make_evidence(), effect))).text == (
        "We cannot tell whether dry needling eases pain more than sham (pretend) needling, at 4 weeks: the study did "
        "not compare the results of the two sides (only 15 people, too few to tell)."
    )


def test_other_times_of_one_study_stand_together():
    """Better for weeks, worse at half a year and a year: said once for both."""
    late = [against(effect_id=f"{weeks}", weeks=weeks, time_words=f"at {weeks} weeks") for weeks in (26, 52)]
    effect = make_effect()
    line = Headline(effect, rate(make_evidence(), effect), at_other_times=tuple(late))
    assert "at 4 weeks (but worse at 26 weeks and at 52 weeks)." in statement(make_evidence(), line).text


def test_the_doubt_of_the_review_itself_is_told_with_its_gain(evidence: Evidence):
    """PRP for heel pain: the well-made blind trials of the very review found no gain over steroid."""
    line = headline_against_control(evidence, "plantar_heel_pain", "prp_injection")
    assert line is not None
    said = statement(evidence, line)
    assert "may ease pain more" in said.text
    assert "the review itself doubts its trials" in said.text
