"""The harms of one treatment against another: who had more of them, and by how much."""

from __future__ import annotations

import pytest

from needlewise.evidence.model.rows import Effect
from needlewise.evidence.rules.certainty import rate
from needlewise.evidence.rules.headline import Headline, with_arms_swapped
from needlewise.evidence.sentences.harm_statements import contrasts, harm_statement
from tests.builders import Cell, make_effect, make_evidence

_LASER: dict[str, Cell] = {
    "concern_id": "acne_scars",
    "treatment_id": "fractional_co2_laser",
    "comparator_id": "microneedling",
    "outcome": "dark_marks",
    "event_words": "got dark marks",
    "better": "lower",
    "favours": "comparator",
    "certainty_reported": "low",
    "time_words": "",
    "timepoint": "",
    "weeks": None,
    "subgroup": "",
    "estimate": None,
    "ci_low": None,
    "ci_high": None,
    "comparator_words": "",
    "n_people": None,
}

SAID: list[tuple[str, dict[str, Cell], str]] = [
    (
        "a ratio: how many times as many",
        {"measure": "RR", "estimate": 3.04, "ci_low": 1.49, "ci_high": 6.21},
        "About 3 times as many people got dark marks with CO2 laser as with microneedling (1.5 to 6.2 times; low certainty).",
    ),
    (
        "odds are not people",
        {"measure": "OR", "estimate": 4.2, "ci_low": 1.4, "ci_high": 12.5},
        "More people got dark marks with CO2 laser than with microneedling (about 4.2 times, counted as those who had it to those who did not, 1.4 to 12.5; low certainty).",
    ),
    (
        "shares with the people of the study",
        {"measure": "proportion", "estimate": 30, "comparator_estimate": 7, "n_people_finding": 30},
        "More people got dark marks with CO2 laser than with microneedling (30 and 7 in 100, in a study of 30 people; low certainty).",
    ),
    (
        "only words",
        {"measure": "qualitative", "estimate": None},
        "More people got dark marks with CO2 laser than with microneedling (low certainty).",
    ),
    (
        "no difference",
        {"measure": "RR", "estimate": 1.1, "ci_low": 0.5, "ci_high": 2, "favours": "neither"},
        "No clear difference was found in how many people got dark marks with CO2 laser and with microneedling (1.1 times as many, 0.5 to 2; low certainty).",
    ),
]


def _effect(over: dict[str, Cell]) -> Effect:
    return make_effect(**{**_LASER, **over})


@pytest.mark.parametrize(("over", "text"), [row[1:] for row in SAID], ids=[row[0] for row in SAID])
def test_the_side_with_more_of_a_harm_is_named_first(over: dict[str, Cell], text: str):
    """Never that a treatment "avoids" a harm less: how many more people had it, against what, and how sure that is."""
    evidence = make_evidence([_effect(over)])
    (found,) = contrasts(evidence, "acne_scars", ("microneedling", "fractional_co2_laser"))
    assert found.said.text == text


@pytest.mark.parametrize(
    ("over", "text"),
    [row[1:] for row in SAID if row[0] != "no difference"],
    ids=[row[0] for row in SAID if row[0] != "no difference"],
)
def test_the_other_way_round_says_the_same(over: dict[str, Cell], text: str):
    """A source may write needling first: the sentence does not change."""
    effect = with_arms_swapped(_effect(over))
    evidence = make_evidence([effect])
    assert harm_statement(evidence, Headline(effect, rate(evidence, effect))).text == text
