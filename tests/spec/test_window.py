"""When a finding was measured, which time answers first, and what counts as pooled."""

from __future__ import annotations

import pytest

from needlewise.evidence.rules.window import is_pooled, window, window_rank
from tests.builders import Cell, make_effect, make_evidence

WINDOWS: list[tuple[str, dict[str, Cell], str]] = [
    ("the first day", {"weeks": 0}, "short"),
    ("just under three months", {"weeks": 12.9}, "short"),
    ("just over three months", {"weeks": 13.1}, "middle"),
    ("just under a year", {"weeks": 51.9}, "middle"),
    ("just over a year", {"weeks": 52.1}, "long"),
    ("no time stated", {"weeks": None}, "unknown"),
    ("what the row says itself comes first", {"weeks": 1, "window": "right_after"}, "right_after"),
]


@pytest.mark.parametrize(("over", "found"), [row[1:] for row in WINDOWS], ids=[row[0] for row in WINDOWS])
def test_three_months_and_a_year_part_short_middle_and_long(over: dict[str, Cell], found: str):
    """What the row says itself comes first."""
    assert window(make_evidence(), make_effect(**over)) == found


@pytest.mark.parametrize(
    ("concern_id", "treatment_id", "order"),
    [
        ("low_back_pain", "dry_needling", ["short", "middle", "long", "right_after"]),
        ("acne_scars", "microneedling", ["middle", "long", "short", "right_after"]),
    ],
    ids=["pain", "skin"],
)
def test_which_time_answers_first(concern_id: str, treatment_id: str, order: list[str]):
    """Pain: the first weeks. Skin: from three months on. Right after last; a time not known stands with the first."""
    rows = {
        name: make_effect(concern_id=concern_id, treatment_id=treatment_id, weeks=None, window=name) for name in order
    }
    evidence = make_evidence()
    assert sorted(rows, key=lambda name: window_rank(evidence, rows[name])) == order
    unknown = make_effect(concern_id=concern_id, treatment_id=treatment_id, weeks=None)
    assert window_rank(evidence, unknown) == window_rank(evidence, rows[order[0]])


POOLED: list[tuple[str, dict[str, Cell], bool]] = [
    ("a review of two studies", {"n_studies": 2}, True),
    ("a review of one study", {"n_studies": 1}, False),
    ("one study of this comparison in a big review", {"n_studies": 40, "n_studies_finding": 1}, False),
    ("two of this comparison", {"n_studies": 40, "n_studies_finding": 2}, True),
    ("a review that does not say how many", {"n_studies": None}, True),
    ("a guideline's own pooling", {"source_id": "a_guideline", "n_studies": 3}, True),
    ("a trial", {"source_id": "a_trial"}, False),
]


@pytest.mark.parametrize(("over", "pooled"), [row[1:] for row in POOLED], ids=[row[0] for row in POOLED])
def test_one_trial_inside_a_review_is_one_trial(over: dict[str, Cell], pooled: bool):  # noqa: FBT001
    """Two or more studies of this very comparison are pooled."""
    assert is_pooled(make_evidence(), make_effect(**over)) is pooled
