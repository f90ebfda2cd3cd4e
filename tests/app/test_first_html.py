"""The answer in the first HTML: the same words as the page, working by itself, and only where it is what follows."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from html import unescape

import pytest
from starlette.datastructures import Headers

from needlewise import ROOT
from needlewise.decision.concern.build import build_concern_page
from needlewise.decision.consult_room import SCREENS, ScreenId
from needlewise.evidence.reading.load import load
from needlewise.server import first_page as early
from needlewise.server.base import base_of
from needlewise.ui.components.source_cards import shelves
from needlewise.ui.page_registry import PAGES
from needlewise.ui.state.options import usual_options
from needlewise.ui.views.asking import view as asking
from needlewise.words import say
from tests.page_reader import block, words_on_shelf

EVIDENCE = load()


DAY = date(2026, 12, 1)


def first_html(query: str, path: str = "/") -> str:
    """What a page says early at an address with this query; "" for nothing."""
    asked = early.asked(path, query, DAY)
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
    "address",
    [
        "/?concern=no_such_thing",
        "/?concern=%3Cscript%3Ealert%3C",
        "/?view=room",
        "/plan?concern=acne_scars&plan_event=2027-01-01",
        "/evidence?evidence_part=map",
        "/compare?concern=acne_scars&compare_first=cost",
        "/nosuch?concern=acne_scars",
    ],
)
def test_where_something_else_follows_nothing_is_promised(address: str):
    """An unknown concern gets its quiet note and an empty room its question, a plan its days, from Streamlit alone."""
    path, _, query = address.partition("?")
    assert not first_html(query, path)


def test_nothing_but_the_concern_is_taken_from_an_address():
    """Other parameters change nothing, so nothing of a visitor's can be mirrored."""
    assert first_html("concern=acne_scars&plan_start=2027-01-01&x=%3Cb%3E") == first_html("concern=acne_scars")


PATHS = [page.path for page in PAGES if page.path]


@pytest.mark.parametrize("path", PATHS)
def test_every_page_has_its_first_html_with_one_first_heading_and_sources_that_are_served(path: str):
    """With the concern of the address picked, links to every other page, and each figure leading to its rows."""
    page = block(first_html("concern=acne_scars", f"/{path}"))
    assert len([node for node in page.walk() if node.tag == "h1"]) == (path != "priorities")
    links = {node.attributes.get("href", "") for node in page.walk() if node.tag == "a"}
    assert {f"./{other.path}?concern=acne_scars" for other in PAGES if other.path != path} <= links
    assert f"./{path}?concern=knee_pain" in links
    for ref in page.refs:
        assert words_on_shelf(shelves.shelf(EVIDENCE, ref), shelves.code(ref)), ref


def test_the_comparison_of_a_link_stands_in_the_first_html(concern_id: str, blocks_of: Callable[..., tuple[str, ...]]):
    """The code on a paper leads here: the options in short, each answer and each pair, as the page says them."""
    html = first_html(f"concern={concern_id}", "/compare")
    drawn = block("".join(blocks_of(concern_id, "compare")))
    tables = [node for node in drawn.walk() if node.tag == "table" and "nw-glance" in node.attributes.get("class", "")]
    early_tables = [node for node in block(html).walk() if "nw-glance" in node.attributes.get("class", "")]
    assert [table.text for table in early_tables] == [table.text for table in tables]
    assert len(early_tables) == 1
    rows = [node.text for node in drawn.walk() if "data-question" in node.attributes]
    assert [node.text for node in block(html).walk() if "data-question" in node.attributes] == rows


def test_the_link_of_an_older_paper_is_answered_too():
    """It names the version it was printed with."""
    assert first_html("concern=acne_scars&version=0.1.0", "/compare") == first_html("concern=acne_scars", "/compare")


def test_options_of_the_address_count_and_those_nobody_knows_do_not():
    """Two to four, as the picker takes them."""
    asked = early.asked("/compare", "concern=acne_scars&options=fractional_co2_laser,nothing_known,microneedling")
    assert asked is not None
    assert asked.option_ids == ("microneedling", "fractional_co2_laser")
    usual = early.asked("/compare", "concern=acne_scars")
    assert usual is not None
    assert usual.option_ids == usual_options(EVIDENCE, "acne_scars")


@pytest.mark.parametrize("screen", SCREENS)
def test_the_room_opens_on_its_screen(screen: ScreenId):
    """And calls the window by nothing that tells of the client."""
    query = f"concern=acne_scars&view=room&screen={screen}"
    assert f'data-screen="{screen}"' in first_html(query)
    assert early.title(early.asked("/", query)) == say("page-title")


def test_each_page_has_a_title_of_its_own_with_the_concern():
    """Tabs, history and a screen reader tell them apart."""
    addresses = [
        (f"/{page.path}", query) for page in PAGES for query in ("", "concern=acne_scars", "concern=knee_pain")
    ]
    titles = [early.title(early.asked(*address)) for address in addresses]
    assert len(set(titles)) == len(titles)
    assert all("Acne scars" in title for (_, query), title in zip(addresses, titles, strict=True) if "acne" in query)


def test_a_link_in_a_message_shows_our_picture_under_the_address_it_was_asked_at():
    """Title, description and picture; a host that is no host is not written into the page."""
    head = early.Head("head.html", preloads=(), scripts=())
    words = block(head.titled("Compare: Acne scars", "https://clinic.example").decode())
    told = {
        node.attributes["property"]: node.attributes["content"]
        for node in words.walk()
        if "property" in node.attributes
    }
    assert told["og:title"] == "Compare: Acne scars"
    assert told["og:image"] == "https://clinic.example/app/static/share.png"
    assert (ROOT / "needlewise/ui/static/share.png").stat().st_size < 50_000
    assert b"og:image" not in head.titled("x", "")


@pytest.mark.parametrize(
    ("headers", "base"),
    [
        ({"host": "clinic.example"}, "http://clinic.example"),
        ({"host": "10.0.0.1:8501", "x-forwarded-proto": "https", "x-forwarded-host": "a.example"}, "https://a.example"),
        ({"host": "[::1]:8501"}, "http://[::1]:8501"),
        ({"host": 'x"><script>'}, ""),
        ({"host": "a.example", "x-forwarded-proto": "javascript"}, ""),
        ({}, ""),
    ],
)
def test_where_a_server_is_asked(headers: dict[str, str], base: str):
    """As the browser, or a proxy in front, names it."""
    assert base_of(Headers(headers), {"scheme": "http"}) == base
