"""When studies disagree: opposite directions or ranges without a common value, of the same people and time."""

from __future__ import annotations

import pytest

from needlewise.evidence.model.rows import Effect
from needlewise.evidence.rules.disagreement import disagrees
from needlewise.evidence.rules.headline import choose_headline, headline
from needlewise.evidence.sentences.statements import direction, statement
from tests.builders import Cell, against, make_effect, make_evidence, points, unclear

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
        assert ("disagreement" in line.rating.reasons) is (counts or bool(line.differing))
        assert line.studies_disagree is (counts and other.favours != "treatment")


WORDS: dict[str, Cell] = {"measure": "qualitative", "estimate": None, "ci_low": None, "ci_high": None}

# Beside the same first finding, a pool: another finding, and whether it makes the first doubtful.
DIFFER: list[tuple[str, Effect, bool]] = [
    ("another pool in words: no clear difference", unclear(**OTHER, **WORDS), True),
    ("another pool in words: better too", make_effect(**OTHER, **WORDS), False),
    ("another pool without a difference, ranges that overlap", unclear(**OTHER, ci_low=-0.7), False),
    ("another pool, better too, ranges apart", make_effect(**OTHER, **FAR), True),
    ("one trial in words: no clear difference", unclear(**OTHER, **WORDS, n_studies=1), False),
    ("another pool at another time", unclear(**OTHER, **WORDS, weeks=60), False),
    ("another pool in a part of the people", unclear(**OTHER, **WORDS, subgroup="new back pain"), False),
]


@pytest.mark.parametrize(("other", "differs"), [row[1:] for row in DIFFER], ids=[row[0] for row in DIFFER])
def test_pools_that_came_out_differently_make_the_size_doubtful(other: Effect, differs: bool):  # noqa: FBT001
    """Two reviews, one with a difference and one without: one level less sure, and no size of one side alone."""
    rows = [make_effect(effect_id="first", n_people=900, estimate=-0.7, ci_low=-0.8, ci_high=-0.6), other]
    evidence = make_evidence(rows)
    line = choose_headline(evidence, rows)
    assert line is not None
    assert line.effect.effect_id == "first"
    assert bool(line.differing) is differs
    assert line.rating.level == ("low" if differs else "moderate")
    said = statement(evidence, line)
    assert ("moderately more" in said.text) is not differs


def test_a_pool_of_more_kinds_of_needling_that_found_nothing_makes_it_less_sure():
    """Acupuncture and dry needling counted together are held against dry needling alone."""
    first = make_effect(effect_id="first", n_people=900, estimate=-0.7, ci_low=-0.8, ci_high=-0.6)
    wider = unclear(**OTHER, **WORDS, treatment_id="needling_any", direct=False, indirect_why="pooled")
    line = headline(make_evidence([first, wider]), "low_back_pain", "dry_needling", "sham", "pain")
    assert line is not None
    assert line.differing == (wider,)
    assert line.rating.level == "low"


def test_one_side_never_gives_the_size_where_studies_disagree():
    """The range over all of them stands there instead."""
    rows = [
        points(effect_id="first", n_people=900),
        points(**OTHER, estimate=6, ci_low=2, ci_high=10, favours="comparator"),
    ]
    evidence = make_evidence(rows)
    line = choose_headline(evidence, rows)
    assert line is not None
    assert statement(evidence, line).figures == "pain: from 6 worse to 12 better, by study (points of 100)"


def test_both_better_is_never_told_as_a_disagreement_on_whether():
    """Ranges apart on the same side lower how sure it is; the sentence still says better."""
    rows = [make_effect(effect_id="first", n_people=900), make_effect(**OTHER, **FAR)]
    evidence = make_evidence(rows)
    line = choose_headline(evidence, rows)
    assert line is not None
    assert direction(evidence, line) == "better"
    assert "disagreement" in line.rating.reasons
