"""When the evidence was last gathered, when it is due to be gathered again, and whether that day has passed."""

from __future__ import annotations

from datetime import date

from needlewise.words import say

# The day the last search ended. Whoever repeats the search changes this, and nothing else.
GATHERED = date(2026, 11, 22)
# How long the evidence is relied on before it is gathered again.
REVIEW_EVERY_MONTHS = 12


def evidence_date() -> date:
    """The day the evidence was last gathered."""
    return GATHERED


def review_due(gathered: date = GATHERED) -> date:
    """The last day of the month in which the next review is due: twelve months after the evidence was gathered."""
    year, month = divmod(gathered.year * 12 + gathered.month - 1 + REVIEW_EVERY_MONTHS + 1, 12)
    return date.fromordinal(date(year, month + 1, 1).toordinal() - 1)


def is_overdue(today: date, gathered: date = GATHERED) -> bool:
    """True from the day after the review was due."""
    return today > review_due(gathered)


def month_words(day: date) -> str:
    """`November 2026`."""
    return say("month-year", month=day.month, year=str(day.year))
