"""The health route tells of the evidence the process answers from, and costs nothing however often it is asked."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.requests import Request

from needlewise.evidence.reading import load as reading
from needlewise.evidence.reading.faults import EvidenceError
from needlewise.evidence.reading.load import load, loaded
from needlewise.server import first_page
from needlewise.server import routes as server_routes

ASKED = Request({"type": "http", "app": Starlette(), "headers": [], "method": "GET", "path": "/api/health"})


def test_health_reads_no_table_again(monkeypatch: pytest.MonkeyPatch) -> None:
    """Anyone may ask, so a question must not cost half a second of the interpreter."""
    load()

    def read(*_: object) -> None:
        raise AssertionError("a table was read again")

    monkeypatch.setattr(reading, "read", read)
    answer = server_routes._health(ASKED)
    assert (answer.status_code, json.loads(bytes(answer.body))["status"]) == (200, "ok")


def test_the_first_page_reads_no_table_again(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each visitor, and anyone else, asks for `/`: no table is read for it, and a page is put together once."""
    load()

    def again(*_: object, **__: object) -> None:
        raise AssertionError("worked out again")

    body = b'<html><title>x</title><noscript>no</noscript><div id="root"></div></html>'
    head, foot = first_page.Head("head.html", preloads=(), scripts=()), b"<p>card</p>"
    monkeypatch.setattr(reading, "read", again)
    first = {
        query: first_page.assembled_page(body, head, foot, ("/", query), "", "gzip")
        for query in ("", "concern=acne_scars")
    }
    assert b"nw-early" in gzip.decompress(first["concern=acne_scars"].body)
    monkeypatch.setattr(first_page, "first_html", again)
    monkeypatch.setattr(gzip, "compress", again)
    for query, page in first.items():
        assert first_page.assembled_page(body, head, foot, ("/", query), "", "gzip") == page
    assert (
        first_page.assembled_page(body, head, foot, ("/", "concern=Acne+scars&x=1"), "", "gzip")
        == first["concern=acne_scars"]
    )


def test_first_pages_held_are_bounded() -> None:
    """Whatever the addresses that are asked for."""
    body, head = (
        b'<html><noscript>no</noscript><div id="root"></div></html>',
        first_page.Head("head.html", preloads=(), scripts=()),
    )
    size = first_page._assembled.cache_info().size
    for place in range(size + 9):
        first_page.assembled_page(b"%d" % place + body, head, b"", ("/", f"concern=no_such_{place}"), "", "")
    assert first_page._assembled.cache_info().held == size


def test_a_faulty_folder_is_read_once_too(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A closed page costs no more than an open one, however often it is opened."""
    with pytest.raises(EvidenceError):
        load(tmp_path)
    monkeypatch.setattr(reading, "check", lambda _: (_ for _ in ()).throw(AssertionError("read again")))
    with pytest.raises(EvidenceError) as refused:
        load(tmp_path)
    assert refused.value.faults == loaded(tmp_path)[1]
