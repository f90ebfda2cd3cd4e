"""When the evidence was last gathered, when it is due to be gathered again, and whether that day has passed.

The days stand in `searches.csv`, one row a search; the newest counts.
"""

from __future__ import annotations

from datetime import date

from needlewise.evidence.model.rows import Search
from needlewise.evidence.model.store import Evidence
from needlewise.words import say


def last_search(evidence: Evidence) -> Search:
    """The search that ended last."""
    return max(evidence.searches.values(), key=lambda search: search.day)


def evidence_date(evidence: Evidence) -> date:
    """The day the evidence was last gathered."""
    return last_search(evidence).day


def review_due(evidence: Evidence) -> date:
    """The last day of the month in which the next review is due: `review_months` after the last search ended."""
    search = last_search(evidence)
    year, month = divmod(search.day.year * 12 + search.day.month - 1 + search.review_months + 1, 12)
    return date.fromordinal(date(year, month + 1, 1).toordinal() - 1)


def is_overdue(evidence: Evidence, today: date) -> bool:
    """True from the day after the review was due."""
    return today > review_due(evidence)


def month_words(day: date) -> str:
    """`November 2026`."""
    return say("month-year", month=day.month, year=str(day.year))
