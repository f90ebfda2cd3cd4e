"""Everything that shrinks is sent compressed, and compressed once: with brotli, else with gzip.

Streamlit sends its own JavaScript as it is (9 MB for a page with a chart). Its files never change while a process runs,
so each is read and compressed at the first request, or by the warm-up, and held. What else is text is compressed as it
comes and held by its content.
"""

from __future__ import annotations

import gzip
import hashlib
import mimetypes
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import brotli  # type: ignore[import-untyped]
import streamlit
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from needlewise.caching import shared
from needlewise.server.record import WHOLE

ENCODINGS = ("br", "gzip")
"""What is offered, the better first."""
# Bytes: below it the answer fits into one packet anyway.
_SMALL = 1_000
# Bytes: from here on the best brotli quality but one takes seconds for a few hundredths of the size.
_LARGE = 1_000_000
_TEXTS = re.compile(r"text/|application/(javascript|json|manifest\+json|xml|atom\+xml|ld\+json)|image/svg\+xml")
_STATIC = Path(streamlit.__file__).parent / "static"
_FOR_EVER = "public, immutable, max-age=31536000"
_CONDITIONS = (b"accept-encoding", b"if-none-match", b"if-modified-since")
# A person's own files: never held, and Streamlit's own room.
_PERSONAL = ("/media/", "/_stcore/")
# Answers held besides Streamlit's files: the first HTML of every page, shelves, tables.
_HELD = 512


def best(accepted: str) -> str:
    """The encoding to use, by a request's `Accept-Encoding`; empty for none."""
    offered = {}
    for part in accepted.lower().split(","):
        name, _, weight = part.strip().partition(";")
        offered[name.strip()] = weight.replace(" ", "") not in ("q=0", "q=0.0", "q=0.00", "q=0.000")
    return next((name for name in ENCODINGS if offered.get(name)), "")


class _Content:
    """A text by its digest, so that what is held does not hold the text as well."""

    def __init__(self, body: bytes) -> None:
        self.body = body
        self.digest = digest(body)

    def __hash__(self) -> int:
        return hash(self.digest)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Content) and self.digest == other.digest


def digest(body: bytes) -> str:
    """A short name of some content, for `ETag`."""
    return hashlib.blake2b(body, digest_size=10).hexdigest()


def encoded(body: bytes, encoding: str) -> bytes:
    """The content compressed; as it is for no encoding. Worked out once, however many ask."""
    return _encoded(_Content(body), encoding) if encoding else body


class Encoded:
    """Some content, compressed once for all who ask, and its `ETag`."""

    def __init__(self, body: bytes, encoding: str) -> None:
        self.tag = tag(body, encoding)
        self.body = encoded(body, encoding)


@shared(size=_HELD)
def _encoded(content: _Content, encoding: str) -> bytes:
    small = _shrunk(content.body, encoding)
    content.body = b""
    return small


def _shrunk(body: bytes, encoding: str) -> bytes:
    if encoding == "br":
        return bytes(brotli.compress(body, quality=6 if len(body) > _LARGE else 9))
    return gzip.compress(body, mtime=0)


async def reply(request: Headers, send: Send, headers: MutableHeaders, body: bytes, status: int = 200) -> None:
    """Send an answer whose headers hold its `ETag`; 304 without a body to whoever holds it already."""
    headers["vary"] = "Accept-Encoding"
    same = status == 200 and headers["etag"] in re.findall(r'"[^"]*"', request.get("if-none-match", ""))
    if same:
        for name in ("content-type", "content-encoding", "content-length", "accept-ranges"):
            if name in headers:
                del headers[name]
    else:
        headers["content-length"] = str(len(body))
    await send({"type": "http.response.start", "status": 304 if same else status, "headers": headers.raw})
    await send({"type": "http.response.body", "body": b"" if same else body})


def tag(body: bytes, encoding: str) -> str:
    """The `ETag` of some content in one encoding."""
    return f'"{digest(body)}{f"-{encoding}" if encoding else ""}"'


def _files() -> dict[str, Path]:
    """Streamlit's own files that shrink, by address."""
    found = (path for path in (_STATIC / "static").rglob("*") if path.is_file())
    return {f"/{path.relative_to(_STATIC).as_posix()}": path for path in found if _TEXTS.match(_kind(path))}


def _kind(path: Path) -> str:
    # Not by the machine's own list of types, which may be short.
    return {".js": "text/javascript; charset=utf-8", ".css": "text/css; charset=utf-8"}.get(
        path.suffix, mimetypes.guess_type(path.name)[0] or ""
    )


FILES = _files()


@dataclass(frozen=True)
class _File:
    """One of Streamlit's own files, ready to be sent."""

    headers: dict[str, str]
    body: bytes


@shared(size=lambda: len(FILES) * len(ENCODINGS))
def file(address: str, encoding: str) -> _File:
    """One of Streamlit's own files, read and compressed once."""
    body = FILES[address].read_bytes()
    kind = _kind(FILES[address])
    headers = {"content-type": kind, "cache-control": _FOR_EVER, "etag": tag(body, encoding)}
    return _File(headers | {"content-encoding": encoding}, _shrunk(body, encoding))


def first_files() -> Iterator[str]:
    """The files that a first visit asks for, charts included, as far as their names tell."""
    index = (_STATIC / "index.html").read_text(encoding="utf-8")
    named = re.findall(r'(?:src|href)="\./(static/[^"]+)"', index)
    yield from (address for name in named if (address := f"/{name}") in FILES)
    yield from (address for address in FILES if "/PlotlyChart." in address)


class Compressed:
    """Answers for Streamlit's files itself, and compresses what else is text."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on what cannot be compressed, is asked for in parts, or is a person's own."""
        if scope["type"] != "http" or scope["method"] not in ("GET", "HEAD") or scope["path"].startswith(_PERSONAL):
            await self._app(scope, receive, send)
            return
        request = Headers(scope=scope)
        encoding = best(request.get("accept-encoding", ""))
        if not encoding or "range" in request:
            await self._app(scope, receive, send)
        elif scope["path"] in FILES:
            held = await run_in_threadpool(file, scope["path"], encoding)
            await reply(request, send, MutableHeaders(held.headers), held.body)
        else:
            await self._smaller(scope, receive, send, encoding)

    async def _smaller(self, scope: Scope, receive: Receive, send: Send, encoding: str) -> None:
        request = Headers(scope=scope)
        start: Message | None = None
        parts: list[bytes] = []

        # Asked for plain and whole; the server leaves the body of an answer to HEAD out by itself.
        plain = [(name, value) for name, value in scope["headers"] if name not in _CONDITIONS]
        asked = {**scope, "headers": plain, "method": "GET"}

        async def forward(message: Message) -> None:
            nonlocal start
            if message["type"] == "http.response.start":
                if asked.get(WHOLE):
                    scope[WHOLE] = True
                if _can_shrink(message, is_whole=bool(asked.get(WHOLE))):
                    start = message
                    return
            if start is None:
                await send(message)
                return
            parts.append(message.get("body", b""))
            if message.get("more_body"):
                return
            body, headers = b"".join(parts), MutableHeaders(scope=start)
            headers["etag"], headers["content-encoding"] = tag(body, encoding), encoding
            await reply(request, send, headers, await run_in_threadpool(encoded, body, encoding))

        await self._app(asked, receive, forward)


def _can_shrink(start: Message, *, is_whole: bool) -> bool:
    headers = Headers(raw=start["headers"])
    kind = headers.get("content-type", "")
    # A page of Streamlit's is given its title first, and is compressed then.
    is_ready = is_whole or not kind.startswith("text/html")
    shrinks = _TEXTS.match(kind) is not None and "content-encoding" not in headers
    return start["status"] == 200 and is_ready and shrinks and int(headers.get("content-length", _SMALL)) >= _SMALL
