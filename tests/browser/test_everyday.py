"""Twelve everyday questions, asked by someone new on a phone: at most two taps and three swipes from the cold home page.

And questions typed into the search, whose answer must be in the first window.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

import pytest
from playwright.sync_api import Browser, Page, expect

from needlewise.evidence.reading.load import load
from needlewise.words import say
from tests.browser.conftest import new_tab, settled

WIDTH, HEIGHT = 360, 740
MOST_TAPS, MOST_SWIPES = 2, 3
# What a swipe moves: the window less the lines that a reader keeps in sight.
SWIPE = HEIGHT - 90


@dataclass(frozen=True)
class Everyday:
    """A question of the home page, what is tapped after it, and where the answer stands with these words in it."""

    name: str
    answer: str
    words: str
    then: str = ""


QUESTIONS = [
    Everyday("visits", "#root #figures > div:first-of-type", r"\d"),
    Everyday("work", "#root #option-fractional_co2_laser", r"each visit\W*10, up to 14 days"),
    Everyday("isotretinoin", "#root .nw-near", r"isotretinoin.*not now", then="sotretinoin"),
    Everyday("brown", "#root .nw-least", r"dark", then="V · Brown"),
    Everyday("knots", "#root #line-against", r"exercise|no trial|difference"),
    Everyday("nothing", "#root #option-no_treatment", r"most people get better"),
    Everyday("last", "#root #promise-long_lasting .nw-judged.nw-mine", r"months|nobody"),
    Everyday("cream", "#root #promise-product_absorption .nw-judged.nw-mine", r"danger|holes"),
    Everyday("hurts", "#root #line-hurts", r"of 10"),
    Everyday("date", "#root .nw-hero", r"\d{4}|until"),
    Everyday("blood", "#root #promise-blood_flow .nw-judged.nw-mine", r"twenty healthy women|20"),
    Everyday("better", "#root [data-yardstick] .nw-count", r"\d"),
]


@pytest.fixture
def phone(browser: Browser, server: str) -> Page:
    """A phone that has just opened the home page."""
    page = new_tab(browser, touch=True)
    page.set_viewport_size({"width": WIDTH, "height": HEIGHT})
    page.goto(server)
    settled(page)
    return page


def _swipes(page: Page, answer: str) -> int:
    """How many swipes until the beginning of the answer is in the window."""
    top = page.locator(answer).first.evaluate("place => place.getBoundingClientRect().top")
    return max(0, -(-int(top - SWIPE) // SWIPE))


@pytest.mark.parametrize("asked", QUESTIONS, ids=[asked.name for asked in QUESTIONS])
def test_an_everyday_question_is_answered_in_two_taps(phone: Page, asked: Everyday) -> None:
    """The question stands on the home page; the first answer met is the right one."""
    page = phone
    taps = 1
    page.get_by_role("link", name=load().asked[asked.name].question, exact=True).tap()
    expect(page.locator("#root .nw-hero h1").first).to_be_visible()
    expect(page.locator("#root .nw-asking")).to_have_count(0)
    settled(page)
    if asked.then:
        page.locator("#root button", has_text=asked.then).first.tap()
        taps += 1
        settled(page)
    answer = page.locator(asked.answer).first
    expect(answer).to_be_visible()
    expect(answer).to_have_text(re.compile(asked.words, re.DOTALL | re.IGNORECASE))
    assert taps <= MOST_TAPS
    assert _swipes(page, asked.answer) <= MOST_SWIPES
    # The way back asks again, without a word of Streamlit's.
    page.go_back()
    expect(page.locator("#root .nw-asking h1")).to_be_visible()
    expect(page.get_by_test_id("stException")).to_have_count(0)
    page.close()


@pytest.mark.parametrize(
    ("typed", "first", "css"),
    [
        ("chest pain after dry needling", "after-title-emergency", ".nw-found-urgent h2"),
        ("numb legs and I cannot pee", "action-emergency", ".nw-found-urgent h2"),
        ("redness spreading and a fever", "after-title-see_doctor", ".nw-found-urgent h2"),
        ("fase hot and swollen after needling", "after-title-see_doctor", ".nw-found-asked strong"),
    ],
)
def test_what_is_typed_is_answered_in_the_first_window(phone: Page, typed: str, first: str, css: str) -> None:
    """What to do stands in view as soon as it is sent, and nothing of it in the address."""
    page = phone
    field = page.get_by_label(say("search-label"))
    field.fill(typed)
    field.press("Enter")
    answer = page.locator(f"#root {css}").first
    expect(answer).to_have_text(say(first))
    expect(answer).to_be_in_viewport()
    assert "?" not in page.url
    page.close()
