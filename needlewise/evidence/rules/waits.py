"""When a wait ends: sources that say months or a year are counted by the calendar, others by days."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

# The tables hold a wait in days. What its source gives in months stands there as 30 days a month, a year as 365
# (data/README.md); a wait in weeks is a multiple of 7 and never one of these.
_MONTH_DAYS, _YEAR_DAYS, _YEAR_MONTHS = 30, 365, 12
_WEEK_DAYS = 7


def months(days: int) -> int | None:
    """How many calendar months a wait of the tables stands for; None for one that its source gives in days or weeks."""
    if days <= 0 or days % _WEEK_DAYS == 0:
        return None
    years, rest = divmod(days, _YEAR_DAYS)
    if rest == 0:
        return years * _YEAR_MONTHS
    found, left = divmod(days, _MONTH_DAYS)
    return found if left == 0 else None


def wait_ends(day: date, days: int) -> date:
    """The first day on which a wait of so many days, counted from `day`, is over.

    Six months from 31 August end on the last day of February: where a month has no such day, its last counts.
    """
    count = months(days)
    if count is None:
        return day + timedelta(days=days)
    year, month = divmod(day.year * _YEAR_MONTHS + day.month - 1 + count, _YEAR_MONTHS)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
