"""With a fault in the tables, one plain page lists the faults and shows no figure at all."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from needlewise.evidence.model.store import Evidence
from needlewise.evidence.reading import load as loading
from needlewise.evidence.reading.faults import EvidenceError, Fault
from needlewise.words import say
from tests.page_reader import block

Opener = Callable[..., AppTest]
FAULTS = (
    Fault("effects.csv", 12, "estimate", "<b>0,5</b>", "expected a plain number such as 12 or 0.5, or an empty cell"),
    Fault("sources.csv", 0, "", "no file", "expected this table in the folder"),
)


def _closed(monkeypatch: pytest.MonkeyPatch, open_page: Opener, faults: tuple[Fault, ...]) -> AppTest:
    def refuse(folder: Path | None = None) -> Evidence:  # noqa: ARG001  stands in for load()
        raise EvidenceError(faults)

    monkeypatch.setattr(loading, "load", refuse)
    return open_page("acne_scars")


def test_the_faults_are_listed_and_nothing_else(monkeypatch: pytest.MonkeyPatch, open_page: Opener):
    """Each fault with file, line, column and what is expected; no picker, no chart, no answer."""
    app = _closed(monkeypatch, open_page, FAULTS)
    assert not app.exception
    shown = "".join(element.proto.body for element in app.main.children.values() if hasattr(element.proto, "body"))
    page = block(shown)
    assert [node.text for node in page.walk() if node.tag == "h1"] == [say("faults-title")]
    assert [node.text for node in page.walk() if node.tag == "li"] == [str(fault) for fault in sorted(FAULTS)]
    assert len(app.get("plotly_chart")) == 0
    assert len(app.button_group) == 0
    assert not [node for node in page.walk() if node.is_opener]


def test_what_stands_in_a_faulty_cell_is_shown_as_text(monkeypatch: pytest.MonkeyPatch, open_page: Opener):
    """A broken table may hold anything; it is escaped."""
    app = _closed(monkeypatch, open_page, FAULTS)
    html = "".join(element.proto.body for element in app.get("html"))
    assert "<b>" not in html
    assert "&lt;b&gt;" in html


@pytest.mark.parametrize(("count", "words"), [(1, "a fault"), (2, "2 faults")])
def test_the_faults_are_counted(monkeypatch: pytest.MonkeyPatch, open_page: Opener, count: int, words: str):
    """One or many."""
    app = _closed(monkeypatch, open_page, FAULTS[:count])
    assert words in "".join(element.proto.body for element in app.get("html"))
