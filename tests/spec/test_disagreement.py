"""When studies disagree: opposite directions or ranges without a common value, of the same people and time."""

from __future__ import annotations

import pytest

from needlewise.evidence.model.rows import Effect
from needlewise.evidence.rules.disagreement import disagrees
from needlewise.evidence.rules.headline import choose_headline
from needlewise.evidence.sentences.statements import direction
from tests.builders import against, make_effect, make_evidence, points, unclear

OTHER = {"source_id": "another_review", "effect_id": "other"}
FAR = {"estimate": -1.5, "ci_low": -1.9, "ci_high": -1.1}

# Beside a first finding of a review that favours the treatment at 4 weeks, -0.5 (-0.8 to -0.2).
CASES: list[tuple[str, Effect, bool]] = [
    ("another review found the opposite", against(**OTHER), True),
    ("one clear, one not, ranges that overlap", unclear(**OTHER), False),
    ("no clear difference, ranges apart", unclear(**OTHER, ci_low=-0.15, ci_high=0.2), True),
    ("both better, ranges apart", make_effect(**OTHER, **FAR), True),
    ("both better, ranges that overlap", make_effect(**OTHER, ci_low=-1), False),
    ("ranges in other units", points(**OTHER), False),
    (
        "words only, no clear difference",
        unclear(**OTHER, measure="qualitative", estimate=None, ci_low=None, ci_high=None),
        False,
    ),
    (
        "words only, the opposite",
        against(**OTHER, measure="qualitative", estimate=None, ci_low=None, ci_high=None),
        True,
    ),
    ("the same review, another line", against(effect_id="other"), False),
    ("one trial against a pool", against(source_id="a_trial", effect_id="other"), False),
    ("one trial inside a review against a pool", against(**OTHER, n_studies=1), False),
    ("a part of the people", against(**OTHER, subgroup="new back pain"), False),
    ("added to other care", against(**OTHER, add_on_to="exercise_therapy"), False),
    ("another comparator", against(**OTHER, comparator_id="usual_care"), False),
    ("another outcome", against(**OTHER, outcome="disability"), False),
    ("a year later: a course over time", against(**OTHER, weeks=60), False),
    ("right after: a course over time", against(**OTHER, window="right_after"), False),
    ("still short: the same time", against(**OTHER, weeks=12), True),
    ("a time nobody stated", against(**OTHER, weeks=None), True),
]


@pytest.mark.parametrize(("other", "counts"), [row[1:] for row in CASES], ids=[row[0] for row in CASES])
def test_p_values_are_not_counted(other: Effect, counts: bool):  # noqa: FBT001
    """One significant and one not is no disagreement; a contradiction is, and lowers how sure it is."""
    first = make_effect(effect_id="first")
    assert disagrees(make_evidence(), first, other) is counts
    line = choose_headline(make_evidence([first, other]), [first, other])
    assert line is not None
    if line.effect == first:
        assert ("disagreement" in line.rating.reasons) is counts
        assert line.studies_disagree is (counts and other.favours != "treatment")


def test_both_better_is_never_told_as_a_disagreement_on_whether():
    """Ranges apart on the same side lower how sure it is; the sentence still says better."""
    rows = [make_effect(effect_id="first", n_people=900), make_effect(**OTHER, **FAR)]
    evidence = make_evidence(rows)
    line = choose_headline(evidence, rows)
    assert line is not None
    assert direction(evidence, line) == "better"
    assert "disagreement" in line.rating.reasons
