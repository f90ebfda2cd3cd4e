"""Dates as the visitor's own language setting writes them (CLDR, through Babel); the words around them are the product's."""

from __future__ import annotations

import functools
from datetime import date

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_skeleton

FALLBACK = "en_GB"


@functools.lru_cache(maxsize=256)
def known_locale(wanted: str | None) -> str:
    """The name of a locale that Babel knows for a browser's setting (`de-CH`); British English for anything else."""
    try:
        return str(Locale.parse((wanted or FALLBACK).replace("-", "_")))
    except (UnknownLocaleError, ValueError, TypeError):
        return FALLBACK


def day(when: date, locale: str = FALLBACK) -> str:
    """`26 Feb 2027`."""
    return str(format_skeleton("yMMMd", when, locale=known_locale(locale)))


def weekday(when: date, locale: str = FALLBACK) -> str:
    """`Fri, 26 Feb 2027`."""
    return str(format_skeleton("yMMMEd", when, locale=known_locale(locale)))


def month(when: date, locale: str = FALLBACK) -> str:
    """`Feb`."""
    return str(format_date(when, "MMM", locale=known_locale(locale)))
