"""What the visitor's browser tells: theme, time zone, today's date and language."""

from __future__ import annotations

from datetime import UTC, date, datetime, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import streamlit as st

from needlewise.charts.palette import Mode
from needlewise.clinic import settings
from needlewise.words.dates import known_locale


def mode() -> Mode:
    """The theme in force in the visitor's browser."""
    return "dark" if st.context.theme.type == "dark" else "light"


def zone() -> tzinfo:
    """The visitor's time zone, UTC when the browser does not tell."""
    try:
        return ZoneInfo(st.context.timezone or "UTC")
    except (ZoneInfoNotFoundError, ValueError):
        return UTC


def today() -> date:
    """Today where the visitor is."""
    return datetime.now(zone()).date()


def locale() -> str:
    """The visitor's language setting, for the names of months and days.

    Where a clinic names its languages, one of those.
    """
    return settings.current().date_language(known_locale(st.context.locale))
