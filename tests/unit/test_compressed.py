"""What is sent shrinks, is compressed once, and is not sent again to who holds it."""

from __future__ import annotations

import gzip
from typing import Any

import brotli  # type: ignore[import-untyped]
import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from needlewise.server import compressed
from tests.served import get

WORDS = "Every number has a source. " * 100
ADDRESS = next(address for address in compressed.FILES if "/index." in address and address.endswith(".js"))


def _text(_: Request) -> Response:
    return PlainTextResponse(WORDS, headers={"Cache-Control": "public, max-age=60", "X-Own": "1"})


def _missing(_: Request) -> Response:
    return PlainTextResponse(WORDS, 404)


APP = compressed.Compressed(
    Starlette(
        routes=[
            Route("/text", _text),
            Route("/media/own.ics", _text),
            Route("/missing", _missing),
            Route("/few", lambda _: PlainTextResponse("few")),
            Route("/paper.pdf", lambda _: Response(b"%PDF" * 1000, media_type="application/pdf")),
        ]
    )
)


@pytest.mark.parametrize(
    ("accepted", "encoding"),
    [
        ("gzip, deflate, br, zstd", "br"),
        ("gzip, deflate", "gzip"),
        ("br;q=0, gzip;q=0.5", "gzip"),
        ("BR", "br"),
        ("identity", ""),
        ("", ""),
        ("brotli, x-gzip", ""),
    ],
)
def test_the_best_encoding_that_a_browser_takes(accepted: str, encoding: str) -> None:
    """Brotli before gzip; what is refused with a weight of nought is not used."""
    assert compressed.best(accepted) == encoding


@pytest.mark.parametrize(("encoding", "unpack"), [("br", brotli.decompress), ("gzip", gzip.decompress)])
@pytest.mark.parametrize("path", ["/text", ADDRESS])
def test_what_shrinks_is_the_same_when_unpacked(path: str, encoding: str, unpack: object) -> None:
    """With its kind, how long it may be kept, and that it differs by encoding."""
    plain = get(APP, path) if path == "/text" else None
    small = get(APP, path, accept_encoding=encoding)
    assert callable(unpack)
    whole = unpack(small.content)
    assert whole == (plain.content if plain else compressed.FILES[path].read_bytes())
    assert len(small.content) == int(small.headers["content-length"]) < len(whole) / 2
    assert (small.headers["content-encoding"], small.headers["vary"]) == (encoding, "Accept-Encoding")
    if plain:
        assert {name: small.headers[name] for name in ("content-type", "cache-control", "x-own")} == {
            name: plain.headers[name] for name in ("content-type", "cache-control", "x-own")
        }
    else:
        assert small.headers["content-type"] == "text/javascript; charset=utf-8"
        assert small.headers["cache-control"] == "public, immutable, max-age=31536000"


@pytest.mark.parametrize("path", ["/text", ADDRESS])
def test_who_holds_it_is_sent_nothing_again(path: str) -> None:
    """304 by the `ETag`, which differs between encodings; another one brings the whole."""
    first = get(APP, path, accept_encoding="br")
    again = get(APP, path, accept_encoding="br", if_none_match=first.headers["etag"])
    assert (again.status, again.content, again.headers["etag"]) == (304, b"", first.headers["etag"])
    other = get(APP, path, accept_encoding="gzip", if_none_match=first.headers["etag"])
    assert (other.status, other.headers["etag"] != first.headers["etag"]) == (200, True)


@pytest.mark.parametrize("path", ["/missing", "/few", "/paper.pdf", "/media/own.ics"])
def test_what_is_small_no_text_no_answer_or_a_persons_own_goes_as_it_is(path: str) -> None:
    """A person's own file is never held."""
    held = compressed._encoded.cache_info().held
    answer = get(APP, path, accept_encoding="br, gzip")
    assert "content-encoding" not in answer.headers
    assert compressed._encoded.cache_info().held == held


def test_each_text_is_compressed_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """However many ask, and without holding the text itself."""
    get(APP, "/text", accept_encoding="br")
    done: list[str] = []
    monkeypatch.setattr(compressed, "_shrunk", lambda *_: done.append("again"))
    assert get(APP, "/text", accept_encoding="br").status == 200
    assert get(APP, ADDRESS, accept_encoding="br").status == 200
    assert not done
    keys: list[Any] = list(compressed._encoded._held)
    assert all(not key[1][0].body for key in keys)


def test_a_first_visits_files_are_known_by_name() -> None:
    """The start of Streamlit's front end, and the chart library: a newer Streamlit that names them otherwise shows here."""
    found = list(compressed.first_files())
    assert any("/index." in name for name in found)
    assert any("/PlotlyChart." in name for name in found)
