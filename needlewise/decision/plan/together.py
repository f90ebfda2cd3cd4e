"""Two plans of one person held side by side: what nobody has studied, and the days on which both would have a visit."""

from __future__ import annotations

from datetime import date

from needlewise.decision.plan.model import Plan
from needlewise.words import join_list, say
from needlewise.words.dates import weekday

# Days named one by one; more are counted.
_NAMED = 3


def same_days(one: Plan, two: Plan) -> tuple[date, ...]:
    """The days on which an option of each plan has a visit, in order. None of them is agreed to by anyone."""
    first, second = ({step.day for option in plan.options for step in option.steps} for plan in (one, two))
    return tuple(sorted(first & second))


def together(one: Plan, two: Plan, locale: str) -> tuple[str, ...]:
    """What to know of two concerns treated in the same weeks: no study, the days that meet, and to ask.

    Each finding of the tables is about one concern, so none is about both at once.
    """
    days = same_days(one, two)
    lines = [say("also-none"), say("also-apart")]
    if days:
        named = join_list([weekday(day, locale) for day in days[:_NAMED]])
        if len(days) > _NAMED:
            named = say(
                "also-same-more",
                days=", ".join(weekday(day, locale) for day in days[:_NAMED]),
                count=len(days) - _NAMED,
            )
        lines.append(say("also-same-days", days=named))
    return tuple(lines)
