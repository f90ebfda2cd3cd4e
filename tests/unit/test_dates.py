"""Dates in every language that Babel knows.

Whole on the paper, in order on the screen, and plain in a calendar file.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from babel import localedata
from fontTools.ttLib import TTFont

from needlewise.handout import pdf
from needlewise.words import dates, paper
from needlewise.words.dates import FALLBACK, day, known_locale, month, reads_left_to_right, weekday, where

LOCALES = tuple(sorted(localedata.locale_identifiers()))
ISOLATES = "\u2066\u2067\u2068\u2069\u200e\u200f\u202a\u202b\u202c\u202d\u202e"
# Each month with each weekday; and each month once, on different weekdays.
DAYS = tuple(date(2027, number, 4 * number % 22 + 1) + timedelta(more) for number in range(1, 13) for more in range(7))
A_YEAR = tuple(DAYS[7 * number + number % 7] for number in range(12))
RIGHT_TO_LEFT = ("ar", "ar-DZ", "he", "fa", "ur", "ckb", "ug", "yi")
NOT_ON_PAPER = (*RIGHT_TO_LEFT, "ja", "zh-CN", "zh-Hant-TW", "ko", "hi", "th", "bn", "ta", "ka", "hy", "am", "my", "km")
ON_PAPER = ("de-CH", "fr", "pl", "tr", "vi", "el", "ru", "uk", "bg", "sr", "mk", "kk", "cs", "is", "en-US")


@pytest.fixture
def nobody_came_before(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """As in a process just started: no language was asked for yet."""
    monkeypatch.setattr(localedata, "_cache", {})
    for kept in (dates._locale, dates.known_locale, dates.where):
        kept.cache_clear()
    yield
    for kept in (dates._locale, dates.known_locale, dates.where):
        kept.cache_clear()


def test_the_list_of_signs_is_that_of_the_fonts() -> None:
    """What is called printable has a shape in both weights of the typeface that all text falls back to."""
    fonts = [TTFont(pdf._FONTS / f"Inter-{weight}.ttf").getBestCmap() for weight in ("Regular", "SemiBold")]
    assert paper._signs() == {chr(code) for code in set.intersection(*map(set, fonts))}


def test_no_date_loses_a_sign_on_the_paper_in_any_language() -> None:
    """All languages, months and weekdays, and all months in each country's way: no question mark, no invisible mark."""
    assert len(LOCALES) > 900
    lost = {
        name: text
        for name in sorted({where(paper.is_printable, name) for name in LOCALES})
        for when in (DAYS if "_" not in name else A_YEAR)
        for text in (day(when, name), weekday(when, name))
        if "?" in paper.printable(text) or any(mark in text for mark in ISOLATES)
    }
    assert lost == {}


@pytest.mark.parametrize("browser", NOT_ON_PAPER)
def test_a_language_without_letters_on_the_paper_gets_the_papers_own(browser: str) -> None:
    """Whole dates in English, never half of one."""
    assert where(paper.is_printable, browser) == FALLBACK


@pytest.mark.parametrize("browser", ON_PAPER)
def test_a_language_that_can_be_printed_stays(browser: str) -> None:
    """Also where its dates have a narrow space, which the fonts lack: it is printed as a plain one."""
    assert where(paper.is_printable, browser) == browser.replace("-", "_")


def test_a_narrow_space_and_a_loose_accent_are_no_lost_signs() -> None:
    """Russian dates have the one, names typed on some computers the other."""
    assert paper.printable("29 янв. 2027\u202fг.") == "29 янв. 2027\u00a0г."
    assert paper.printable("a\u2005b") == "a b"
    assert paper.printable("Be\u0302te") == "B\u00eate"
    assert paper.unprintable("张三 ☺ 张") == ("张", "三", "☺")


@pytest.mark.parametrize("name", RIGHT_TO_LEFT)
def test_a_date_from_right_to_left_stands_apart(name: str) -> None:
    """One pair of isolates around each date, so that nothing beside it changes places."""
    for write in (day, weekday):
        text = write(date(2027, 1, 29), name)
        assert (text[0], text[-1]) == ("\u2068", "\u2069")
        assert sum(text.count(mark) for mark in "\u2066\u2067\u2068\u2069") == 2
        assert "2027" in text


def test_a_date_of_right_to_left_letters_is_never_bare() -> None:
    """In no language of Babel's; and where no letter needs it, no mark is put in."""
    for name in LOCALES:
        text = weekday(date(2027, 1, 29), name)
        assert text.startswith("\u2068") is not reads_left_to_right(text), name


@pytest.mark.usefixtures("nobody_came_before")
@pytest.mark.parametrize(
    ("first", "second", "written"),
    [
        ("nqo", "ko", "2027년 1월 29일"),
        ("ken", "ko", "2027년 1월 29일"),
        ("ken", "sw", "29 Jan 2027"),
        ("ar", "ar-DZ", "\u206829 جانفي 2027\u2069"),
    ],
)
def test_one_visitors_language_leaves_the_next_ones_alone(first: str, second: str, written: str) -> None:
    """Babel writes into data that languages share; a date must not depend on who came before."""
    for write in (day, weekday, month):
        write(date(2027, 1, 29), first)
    assert day(date(2027, 1, 29), second) == written


def test_a_language_without_names_of_months_is_written_in_english() -> None:
    """`29 M01 2027` is no date."""
    assert known_locale("ken") == FALLBACK
    assert not [name for name in LOCALES if "M01" in day(date(2027, 1, 29), name)]


@pytest.mark.parametrize("setting", [None, "", "xx-YY", "../../etc", "de_CH.UTF-8@x", "a" * 5000])
def test_an_unknown_setting_is_british_english(setting: str | None) -> None:
    """Whatever a browser sends, a date comes out."""
    assert "2027" in day(date(2027, 1, 29), known_locale(setting))
