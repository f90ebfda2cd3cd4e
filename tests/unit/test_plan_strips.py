"""The calendar strips: what is drawn, what is said instead, and dates in the visitor's language setting."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from needlewise.charts.palette import Mode
from needlewise.charts.plan import _MOST_TICKS, _ticks, calendar
from needlewise.decision.plan.build import build
from needlewise.decision.plan.model import Span, Wishes
from needlewise.evidence.model.store import Evidence
from needlewise.words import dates

TODAY = date(2026, 11, 22)
START = date(2026, 12, 1)


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_every_visit_result_and_the_event_is_drawn(evidence: Evidence, mode: Mode):
    """A mark per visit; the event's line stands on its day; the stripe on the days kept free."""
    wishes = Wishes(START, date(2027, 6, 12), (Span(date(2027, 2, 1), date(2027, 2, 20)),), (4,))
    plan = build(evidence, "acne_scars", ("microneedling", "fractional_co2_laser"), wishes, TODAY)
    picture = calendar(plan, mode, "en_GB")
    assert picture.figure is not None
    marks = [trace for trace in picture.figure.data if trace.mode == "markers"]
    assert sorted(list(trace.x) for trace in marks) == sorted(
        [(step.day - START).days for step in option.steps] for option in plan.options
    )
    lines = [shape for shape in picture.figure.layout.shapes if shape.type == "line" and shape.line.dash == "dot"]
    assert [shape.x0 for shape in lines] == [(date(2027, 6, 12) - START).days]
    stripes = [shape for shape in picture.figure.layout.shapes if shape.type == "rect" and shape.yref == "paper"]
    assert [(shape.x0, shape.x1) for shape in stripes] == [(62, 82)]
    for option in plan.options:
        assert option.treatment.name in picture.alt
        for step in option.steps:
            assert dates.day(step.day) in picture.alt
    assert "12 Jun 2027" in picture.alt


def test_an_option_without_dates_is_in_the_list_with_its_reason(evidence: Evidence):
    """Nothing falls out because it cannot be drawn."""
    plan = build(evidence, "knee_pain", ("dry_needling", "acupuncture", "no_treatment"), Wishes(START), TODAY)
    picture = calendar(plan, "light", "en_GB")
    assert [row[0] for row in picture.rows] == [option.treatment.name for option in plan.options]
    assert "how far apart" in picture.rows[0][1]


def test_a_picture_is_never_empty(evidence: Evidence):
    """Where nothing can be drawn there is a sentence."""
    plan = build(evidence, "knee_pain", ("dry_needling", "no_treatment"), Wishes(START), TODAY)
    picture = calendar(plan, "light", "en_GB")
    assert picture.figure is None
    assert picture.note


@pytest.mark.parametrize("days", [14, 60, 200, 400, 900, 2000, 3650])
@pytest.mark.parametrize("start", [date(2026, 12, 1), date(2027, 1, 31), date(2028, 2, 29)])
def test_month_labels_are_few_and_stand_on_the_first(start: date, days: int):
    """At most six, so that they do not meet on a phone; the year where it changes."""
    places, names, _ = _ticks(start, days, "en_GB")
    assert len(places) == len(names) <= _MOST_TICKS
    assert all((start + timedelta(days=place)).day == 1 for place in places)
    assert len({name for name in names if "<br>" in name}) == len(
        {(start + timedelta(days=place)).year for place in places}
    )


@pytest.mark.parametrize(
    ("setting", "text"),
    [
        ("en-GB", "26 Feb 2027"),
        ("en-US", "Feb 26, 2027"),
        ("de-CH", "26. Feb. 2027"),
        ("fr", "26 févr. 2027"),
        (None, "26 Feb 2027"),
        ("../../etc/passwd", "26 Feb 2027"),
        ("", "26 Feb 2027"),
        ("tlh", "26 Feb 2027"),
    ],
)
def test_dates_follow_the_language_setting(setting: str | None, text: str):
    """Anything unknown is British English, never an error."""
    assert dates.day(date(2027, 2, 26), dates.known_locale(setting)) == text
