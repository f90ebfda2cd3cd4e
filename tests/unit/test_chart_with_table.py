"""A picture is told how to read, says what it could not show, and gives the same numbers as a table with their sources."""

from __future__ import annotations

import plotly.graph_objects as go

from needlewise.charts.base import Picture
from needlewise.evidence.model.store import Evidence
from needlewise.ui.components import chart_with_table
from needlewise.ui.components.source_cards import SourceCards
from needlewise.words import say
from tests.page_reader import block


def _picture(*, drawn: bool, note: str = "", rows: tuple[tuple[str, ...], ...] = ()) -> Picture:
    return Picture(go.Figure() if drawn else None, "alt", ("Option", "Days"), rows, tuple(() for _ in rows), note)


def test_above_a_figure_stands_how_to_read_it():
    """Its title can be jumped to, and what opens it on a phone stands between title and lead."""
    found = block(chart_with_table.heading(_picture(drawn=True), title="T", lead="Read so.", anchor="t", fold="Open"))
    assert [node.text for node in found.children] == ["T", "Open", "Read so."]
    assert found.children[0].attributes["id"] == "t"


def test_without_a_figure_the_reason_stands_in_its_place_once():
    """There is nothing to open and nothing to read; the reason is not said a second time below."""
    picture = _picture(drawn=False, note="No day is known for A & B.")
    above = block(chart_with_table.heading(picture, title="T", lead="Read so.", anchor="t", fold="Open"))
    assert [node.text for node in above.children] == ["T", "No day is known for A & B."]


def test_every_row_of_the_table_opens_its_sources(evidence: Evidence):
    """The note comes first; the table has the figure's columns and one more for the sources."""
    ref = f"sources:{next(iter(evidence.sources))}"
    rows = (("Laser <b>", "2"), ("Peel", "3"))
    picture = Picture(go.Figure(), "alt", ("Option", "Days"), rows, ((ref,), ()), "None is known for C.")
    cards = SourceCards(evidence)
    found = block(chart_with_table.number_table(picture, cards, title="T", summary="Show 2 rows", css="own"))
    note, fold = found.children
    assert note.text == "None is known for C."
    assert fold.attributes["class"] == "nw-twin own"
    cells = [node.text for node in fold.walk() if node.tag in ("th", "td")]
    opener = say("sources-mark")
    assert cells == ["Option", "Days", say("column-source"), "Laser <b>", "2", opener, "Peel", "3", opener]
    assert [node.refs for node in fold.walk() if node.is_opener] == [(ref,)]


def test_nothing_to_tell_gives_nothing(evidence: Evidence):
    """No empty fold is drawn."""
    empty = _picture(drawn=False, note="Why not.")
    assert chart_with_table.number_table(empty, SourceCards(evidence), title="T", summary="S") == ""
