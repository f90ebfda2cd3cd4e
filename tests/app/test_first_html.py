"""The answer in the first HTML: the same words as the page, working by itself, and only where it is what follows."""

from __future__ import annotations

import re
from html import unescape

import pytest

from needlewise.decision.concern.build import build_concern_page
from needlewise.evidence.reading.load import load
from needlewise.server import first_page as early
from needlewise.ui.components.source_cards import shelves
from needlewise.ui.views.asking import view as asking
from needlewise.words import say
from tests.page_reader import block, words_on_shelf

EVIDENCE = load()


def first_html(query: str) -> str:
    """What the start page says early at an address with this query; "" for nothing."""
    asked = early.asked(query)
    return "" if asked is None else early.first_html(asked)


def words(html: str) -> str:
    """The text of some HTML, without tags."""
    return unescape(re.sub(r"<[^>]+>", "", html))


def test_it_says_what_the_page_says_with_every_source(concern_id: str):
    """Each sentence of the answer, its certainty and figures stand there, and each leads to its rows."""
    html = first_html(f"concern={concern_id}")
    view = build_concern_page(EVIDENCE, concern_id)
    for part in view.answer:
        assert part.text in words(html)
    for figure in (view.visits, view.downtime, view.whole_course, view.results):
        assert figure.text in words(html)
    refs = block(html).refs
    assert set(view.headline_refs) <= set(refs)
    for ref in refs:
        assert words_on_shelf(shelves.shelf(EVIDENCE, ref), shelves.code(ref)), ref


def test_labels_of_an_address_are_understood():
    """The address a visitor bookmarks holds a label."""
    assert first_html("concern=Acne+scars") == first_html("concern=acne_scars")


def test_without_a_concern_it_asks_and_answers_nothing():
    """A bare address: what needling is, every concern as a link, the questions asked most; no concern is taken."""
    html = first_html("")
    assert say("asking-what-needling-is") in words(html)
    assert "aria-current=page" not in html
    for concern in EVIDENCE.concerns.values():
        assert f'href="./?concern={concern.concern_id}"' in html
        assert build_concern_page(EVIDENCE, concern.concern_id).answer[0].text not in words(html)
    for way in asking.ways():
        assert way.text in words(html)


@pytest.mark.parametrize(
    "query", ["concern=no_such_thing", "concern=%3Cscript%3Ealert%3C", "concern=acne_scars&view=room"]
)
def test_where_something_else_follows_nothing_is_promised(query: str):
    """An unknown concern gets its quiet note and the room its screens, from Streamlit alone."""
    assert not first_html(query)


def test_nothing_but_the_concern_is_taken_from_an_address():
    """Other parameters change nothing, so nothing of a visitor's can be mirrored."""
    assert first_html("concern=acne_scars&plan_start=2027-01-01&x=%3Cb%3E") == first_html("concern=acne_scars")
