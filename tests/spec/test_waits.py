"""When a wait that a source asks for is over."""

from __future__ import annotations

from datetime import date

import pytest

from needlewise.evidence.rules.waits import months, wait_ends

ENDS: list[tuple[str, date, int, date]] = [
    ("two weeks are 14 days", date(2026, 12, 1), 14, date(2026, 12, 15)),
    ("six weeks are 42 days", date(2026, 12, 1), 42, date(2027, 1, 12)),
    ("three months end on the same day of the month", date(2026, 12, 1), 90, date(2027, 3, 1)),
    ("six months end on the same day of the month", date(2026, 10, 1), 180, date(2027, 4, 1)),
    ("six months from a day that February does not have end on its last", date(2026, 8, 31), 180, date(2027, 2, 28)),
    ("six months into a leap year", date(2027, 8, 31), 180, date(2028, 2, 29)),
    ("a year ends on the same date", date(2026, 2, 3), 365, date(2027, 2, 3)),
    ("a wait of no days is over at once", date(2026, 12, 1), 0, date(2026, 12, 1)),
    ("two days are two days", date(2026, 12, 30), 2, date(2027, 1, 1)),
]


@pytest.mark.parametrize(("day", "days", "end"), [row[1:] for row in ENDS], ids=[row[0] for row in ENDS])
def test_months_and_years_are_counted_by_the_calendar(day: date, days: int, end: date):
    """A source that says six months means six months, not 180 days; one that says six weeks means 42 days."""
    assert wait_ends(day, days) == end


@pytest.mark.parametrize(
    ("days", "count"),
    [(30, 1), (90, 3), (180, 6), (365, 12), (730, 24), (42, None), (28, None), (2, None), (0, None)],
    ids=["a month", "three months", "six months", "a year", "two years", "six weeks", "four weeks", "days", "no wait"],
)
def test_which_waits_are_months(days: int, count: int | None):
    """The tables hold 30 days for each month of a source, and 365 for a year."""
    assert months(days) == count
