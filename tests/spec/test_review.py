"""When the evidence was gathered, and when it is due to be gathered again."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from needlewise.evidence.model import rows as r
from needlewise.evidence.model.store import Evidence
from needlewise.evidence.reading.load import load
from needlewise.evidence.rules.review import evidence_date, is_overdue, month_words, review_due


def searched(*days: date, months: int = 12) -> Evidence:
    """The evidence, gathered by searches that ended on these days."""
    rows = [
        r.Search.model_validate({"search_id": f"s{place}", "ended": str(day), "review_months": str(months), "note": ""})
        for place, day in enumerate(days)
    ]
    return replace(load(), searches={row.search_id: row for row in rows})


DUE: list[tuple[date, date]] = [
    (date(2026, 11, 22), date(2027, 11, 30)),
    (date(2026, 12, 1), date(2027, 12, 31)),
    (date(2027, 2, 28), date(2028, 2, 29)),
    (date(2026, 1, 31), date(2027, 1, 31)),
]


@pytest.mark.parametrize(
    ("gathered", "due"), DUE, ids=[f"gathered on {gathered}: due on {due}" for gathered, due in DUE]
)
def test_a_review_is_due_twelve_months_on(gathered: date, due: date) -> None:
    """At the end of that month."""
    assert review_due(searched(gathered)) == due


def test_the_newest_search_counts_with_its_own_months() -> None:
    """Wherever its row stands."""
    tables = searched(date(2027, 11, 3), date(2026, 11, 22), months=6)
    assert evidence_date(tables) == date(2027, 11, 3)
    assert review_due(tables) == date(2028, 5, 31)


@given(st.dates(date(2020, 1, 1), date(2090, 1, 1)))
def test_a_review_is_overdue_from_the_next_day(gathered: date) -> None:
    """Not on the day itself, and never before a year has passed."""
    tables = searched(gathered)
    due = review_due(tables)
    assert not is_overdue(tables, due)
    assert is_overdue(tables, date.fromordinal(due.toordinal() + 1))
    assert (due - gathered).days >= 365


def test_a_month_is_named() -> None:
    """Not its number."""
    assert month_words(date(2026, 11, 3)) == "November 2026"
