"""A clinic's own rule around a visit, on real dates. The words say whose rule it is; no study stands behind it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from needlewise.clinic.settings import Clinic
from needlewise.words import say
from needlewise.words.dates import day


@dataclass(frozen=True)
class WindowDays:
    """Days on which to keep away from something, both included; `name` tells it from the others of a visit."""

    name: str
    first: date
    last: date
    text: str


def window_days(clinic: Clinic, treatment_id: str, visit: date, locale: str) -> tuple[WindowDays, ...]:
    """The clinic's rules for one visit; empty where it has none."""
    found = []
    for item in clinic.windows:
        if item.treatment != treatment_id:
            continue
        first, last = visit - timedelta(days=item.days_before), visit + timedelta(days=item.days_after)
        text = say(
            "clinic-window",
            what=say(f"clinic-window-{item.keep_away_from}"),
            first=day(first, locale),
            last=day(last, locale),
            name=clinic.name,
        )
        found.append(WindowDays(item.keep_away_from, first, last, text))
    return tuple(found)
