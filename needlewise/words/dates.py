"""Dates as the visitor's own language setting writes them (CLDR, through Babel).

The words around them are the product's.

A date whose letters run from right to left is set apart in the English sentence around it, by the invisible marks that
Unicode has for this (UAX 9, isolates); without them a comma and the next date change places on the screen. Where no
such
mark may stand (paper, calendar files), `where` gives a language that needs none.
"""

from __future__ import annotations

import copy
import functools
import unicodedata
from collections.abc import Callable
from datetime import date

from babel import Locale, UnknownLocaleError, localedata
from babel.dates import format_date, format_skeleton

FALLBACK = "en_GB"
# First Strong Isolate and Pop Directional Isolate.
_APART, _BACK = "\u2068", "\u2069"
# The parts of a locale's data that a date is made of.
_PARTS = ("months", "days", "quarters", "eras", "date_formats", "datetime_formats", "datetime_skeletons")
# What CLDR's root writes for January: a locale that shows it has no names of months.
_NAMELESS = "M01"
# Together they hold every month, weekday and digit.
_SAMPLE = tuple(date(2027, month, 1) for month in range(1, 13)) + tuple(
    date(2027, 1, number) for number in range(2, 32)
)


class _Apart(Locale):
    """A locale that reads a copy of its data.

    Babel (2.18) writes what it resolves back into data that locales share. The languages of earlier visitors would then
    change the dates of later ones: after one without names of months, January is `M01` in Arabic and Korean too.
    """

    @functools.cached_property
    def _data(self) -> localedata.LocaleDataDict:
        shared = localedata.load(str(self).partition("@")[0])
        return localedata.LocaleDataDict({part: copy.deepcopy(shared[part]) for part in _PARTS if part in shared})


@functools.lru_cache(maxsize=256)
def _locale(name: str) -> Locale:
    return _Apart.parse(name)


@functools.lru_cache(maxsize=256)
def known_locale(wanted: str | None) -> str:
    """The name of a locale with names of months for a browser's setting (`de-CH`).

    British English for anything else.
    """
    try:
        name = str(Locale.parse((wanted or FALLBACK).replace("-", "_")))
    except (UnknownLocaleError, ValueError, TypeError):
        return FALLBACK
    return FALLBACK if _NAMELESS in format_date(_SAMPLE[0], "MMM", locale=_locale(name)) else name


def _written(when: date, skeleton: str, locale: str) -> str:
    text = str(format_skeleton(skeleton, when, locale=_locale(known_locale(locale))))
    return text if reads_left_to_right(text) else f"{_APART}{text}{_BACK}"


def day(when: date, locale: str = FALLBACK) -> str:
    """`26 Feb 2027`."""
    return _written(when, "yMMMd", locale)


def weekday(when: date, locale: str = FALLBACK) -> str:
    """`Fri, 26 Feb 2027`."""
    return _written(when, "yMMMEd", locale)


def month(when: date, locale: str = FALLBACK) -> str:
    """`Feb`; stands alone, never in a sentence."""
    return str(format_date(when, "MMM", locale=_locale(known_locale(locale))))


def reads_left_to_right(text: str) -> bool:
    """True when no sign of a text runs from right to left."""
    return not any(unicodedata.bidirectional(sign) in ("R", "AL", "AN") for sign in text)


@functools.lru_cache(maxsize=256)
def where(holds: Callable[[str], bool], locale: str) -> str:
    """The locale when a condition holds for all of its dates, so that one text never mixes two languages.

    Else English.
    """
    holds_for_all = all(holds(write(when, locale)) for write in (day, weekday) for when in _SAMPLE)
    return known_locale(locale) if holds_for_all else FALLBACK
