"""How much a treatment hurts: which scores speak, and their middle."""

from __future__ import annotations

from dataclasses import replace

import pytest

from needlewise.evidence.model.rows import PainScore
from needlewise.evidence.model.store import Evidence
from needlewise.evidence.rules.pain import pain_during
from tests.builders import make_evidence


def _scores(*rows: dict[str, str]) -> Evidence:
    """Made scores of microneedling, each of one study of 20 people unless it says otherwise."""
    made = {}
    for place, over in enumerate(rows, 1):
        cells = dict.fromkeys(PainScore.model_fields, "") | {
            "score_id": f"s{place}",
            "treatment_id": "microneedling",
            "statistic": "mean",
            "studies": "1",
            "people": "20",
            "source_ids": "a_trial",
            "checked": "yes",
        }
        made[f"s{place}"] = PainScore.model_validate(cells | over)
    return replace(make_evidence(), pain_scores=made)


FACE = {"score": "1", "site": "face", "concern_ids": "acne_scars"}
BELLY = {"score": "5", "site": "belly", "concern_ids": "stretch_marks"}
ANYWHERE = {"score": "3"}
ENDS = {"score_low": "4", "score_high": "8"}
UNREAD = {"score": "9", "checked": ""}

CASES: list[tuple[str, list[dict[str, str]], str, tuple[float | None, float, float] | None]] = [
    ("one study: its score", [ANYWHERE], "acne_scars", (3, 3, 3)),
    (
        "the middle of three, with the lowest and the highest",
        [{"score": "2"}, {"score": "3"}, {"score": "9"}],
        "acne_scars",
        (3, 2, 9),
    ),
    ("the middle of two lies between them", [{"score": "2"}, {"score": "3"}], "acne_scars", (2.5, 2, 3)),
    ("this place on the body before any other", [FACE, BELLY, ANYWHERE], "stretch_marks", (5, 5, 5)),
    ("no place in particular before another place", [BELLY, ANYWHERE], "acne_scars", (3, 3, 3)),
    ("another place where nothing else is known", [BELLY], "acne_scars", (5, 5, 5)),
    ("a score before a source that names its ends only", [ENDS, ANYWHERE], "acne_scars", (3, 3, 3)),
    ("ends only have no middle", [ENDS], "acne_scars", (None, 4, 8)),
    ("what nobody checked says nothing", [UNREAD], "acne_scars", None),
]


@pytest.mark.parametrize(("rows", "concern_id", "expected"), [row[1:] for row in CASES], ids=[row[0] for row in CASES])
def test_pain_is_the_middle_of_the_studies(
    rows: list[dict[str, str]], concern_id: str, expected: tuple[float | None, float, float] | None
):
    """Never the range of their means, and never a place on the body that is not the person's without saying so."""
    found = pain_during(_scores(*rows), "microneedling", concern_id)
    assert (None if found is None else (found.typical, found.low, found.high)) == expected


def test_people_behind_a_score_are_counted_only_where_every_study_says():
    """One study that does not say how many makes the sum unknown."""
    both = pain_during(_scores(ANYWHERE, ANYWHERE), "microneedling", "acne_scars")
    one = pain_during(_scores(ANYWHERE, ANYWHERE | {"people": ""}), "microneedling", "acne_scars")
    assert both is not None
    assert one is not None
    assert (both.studies, both.people, one.people) == (2, 40, None)


def test_another_place_on_the_body_is_named():
    """Known for the belly only."""
    found = pain_during(_scores(BELLY), "microneedling", "acne_scars")
    assert found is not None
    assert found.sites == ("belly",)
