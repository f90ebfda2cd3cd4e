"""Every converted figure shows its step: from what a source prints to what the screen says."""

from __future__ import annotations

import re

import pytest

from needlewise.decision.concern.build import build_concern_page
from needlewise.evidence.model.store import Evidence
from needlewise.evidence.sentences.steps import course_days_words, step_words
from needlewise.words import number
from tests.builders import make_effect, make_risk


def figures_in(text: str) -> list[float]:
    """The numbers of a text, in order."""
    return [float(found) for found in re.findall(r"\d+(?:\.\d+)?", text)]


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ({"measure": "MD", "estimate": -1.07, "scale_points": 10}, [1.1, 10, 10.7, 100]),
        ({"measure": "MD", "estimate": -2.4, "scale_points": 24}, [2.4, 24, 10, 100]),
        ({"measure": "MD", "estimate": -12, "scale_points": 100}, []),
        ({"measure": "SMD", "estimate": -0.32}, []),
    ],
    ids=["0 to 10", "0 to 24", "already 0 to 100", "units of spread"],
)
def test_points_of_another_scale_show_how_they_became_points_of_100(
    cells: dict[str, float | str], expected: list[float]
):
    """The published number, the length of its scale, the points of 100; a standardised difference says it has none."""
    told = step_words(make_effect(ci_low=None, ci_high=None, **cells))
    assert figures_in(told) == expected
    assert bool(told) == (cells.get("scale_points") != 100)


def test_a_rate_shows_what_was_counted():
    """3 of 60 is 5 of 100."""
    assert figures_in(step_words(make_risk(events=3, n=60, per_100=5))) == [3, 60, 5, 100]
    assert step_words(make_risk(events=None, n=None, per_100=5)) == ""


@pytest.mark.parametrize(
    ("share", "once", "product"), [(None, False, 12), (60.0, False, 7.2), (None, True, 2), (60.0, True, 1.2)]
)
def test_days_over_a_course_show_their_sum(share: float | None, once: bool, product: float):  # noqa: FBT001
    """Visits, days after each, the share who are sore, and what that comes to."""
    told = course_days_words(6, 2, product, share, once=once)
    assert {6, 2, product} <= set(figures_in(told))
    assert (60 in figures_in(told)) == (share is not None)


def test_the_sum_of_every_course_is_the_one_on_the_page(evidence: Evidence, concern_id: str):
    """The step beside the days of a course ends in the figure that stands there; none is converted without one."""
    page = build_concern_page(evidence, concern_id)
    found = 0
    for row in page.options:
        if row.whole is None or row.role == "nothing":
            continue
        assert row.course_days.step, row.treatment.treatment_id
        assert number(row.whole.typical) in row.course_days.step
        found += 1
    assert found or all(row.whole is None for row in page.options if row.role != "nothing")
