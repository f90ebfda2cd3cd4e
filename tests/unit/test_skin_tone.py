"""Which option darkened least in skin like the person's: one answer, or that it cannot be answered."""

from __future__ import annotations

import pytest

from needlewise.decision.shared.skin_tone import least_dark, least_dark_figure, prevention_figures
from needlewise.evidence.reading.load import load
from tests.builders import Cell, make_evidence, make_risk

NEEDLING, LASER, HEAT = OPTIONS = ("microneedling", "fractional_co2_laser", "rf_microneedling")


def _marks(treatment: str, **over: Cell) -> dict[str, Cell]:
    usual: dict[str, Cell] = {
        "risk_id": treatment,
        "treatment_id": treatment,
        "concern_id": "acne_scars",
        "harm": "dark_marks",
        "harm_label": "Dark marks",
        "fitz_low": 4,
        "fitz_high": 5,
    }
    return {**usual, **over}


CASES: list[tuple[str, list[dict[str, Cell]], str, str]] = [
    ("nobody of this skin type", [_marks(NEEDLING, n=100, fitz_low=1, fitz_high=2)], "none", "No study we found"),
    ("one option alone", [_marks(NEEDLING, n=100)], "one", "we cannot say which darkens least"),
    (
        "one clearly below the other",
        [_marks(NEEDLING, n=400, per_100=2), _marks(LASER, n=400, per_100=40)],
        "apart",
        "Of the 2 options studied in skin like yours, microneedling darkened least.",
    ),
    (
        "few people: cannot be told apart",
        [_marks(NEEDLING, n=20, per_100=5), _marks(LASER, n=20, per_100=10)],
        "all",
        "cannot be told apart",
    ),
    (
        "two alike and one above them",
        [_marks(NEEDLING, n=400, per_100=2), _marks(HEAT, n=400, per_100=3), _marks(LASER, n=400, per_100=40)],
        "some",
        "Darkened more often: CO2 laser.",
    ),
]


@pytest.mark.parametrize(("rows", "kind", "text"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_what_darkens_least_is_said_only_as_far_as_people_were_counted(
    rows: list[dict[str, Cell]], kind: str, text: str
):
    """The least is named alone only where chance does not explain it."""
    evidence = make_evidence(risks=[make_risk(**row) for row in rows])
    answer = least_dark(evidence, "acne_scars", OPTIONS, 5)
    assert answer.kind == kind
    assert text in least_dark_figure(evidence, answer).text


def test_a_rate_of_other_skin_never_answers_for_ones_own():
    """Very fair skin was in no study of dark marks after CO2 laser for acne scars."""
    assert all(name != LASER for name, _ in least_dark(load(), "acne_scars", OPTIONS, 1).studied)


def test_what_a_cream_changed_is_told_from_the_same_people():
    """Forty faces, one side each: 30 with petroleum jelly, 16 with a strong steroid ointment for two days."""
    (found,) = prevention_figures(load(), "acne_scars", (LASER,))
    assert "30 of 40 people" in found.text
    assert "16 of 40 people" in found.text
    assert len(found.refs) == 2
