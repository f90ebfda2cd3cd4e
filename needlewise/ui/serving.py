"""Security headers, routes that are not pages, and what is put into the HTML that is served before any script runs."""

from __future__ import annotations

import base64
import gzip
import hashlib
import re
from html import escape
from pathlib import Path
from typing import Any

import streamlit
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import MutableHeaders
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import BaseRoute, Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from needlewise import DATA_FOLDER, __version__
from needlewise.caching import shared
from needlewise.clinic.settings import current, fingerprint
from needlewise.evidence import datapackage
from needlewise.evidence.faults import Fault
from needlewise.evidence.load import loaded
from needlewise.evidence.rows import TABLES
from needlewise.evidence.store import Evidence
from needlewise.ui import clinic, warming
from needlewise.ui.origins import OwnPagesOnly
from needlewise.words import say

_INDEX = Path(streamlit.__file__).parent / "static" / "index.html"
# In this order: connection.js holds a press back before others see it; page.js must see what room.js has made of the history.
_SCRIPTS = ("connection.js", "room.js", "page.js", "early.js")
_EMPTY = re.compile(rb"<noscript>.*?</noscript>\s*(?=<div id=\"root\">)", re.DOTALL)


def content_policy() -> str:
    """Only this host may be asked for anything, and only the clinic's own websites may show it in a frame.

    The hash lets Streamlit's own start-up script run, and no other inline one.
    """
    scripts = re.findall(r"<script>(.*?)</script>", _INDEX.read_text(encoding="utf-8"), flags=re.DOTALL)
    hashes = " ".join(
        f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'" for script in scripts
    )
    return "; ".join(
        (
            "default-src 'self'",
            f"script-src 'self' {hashes}".strip(),
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data: blob:",
            "font-src 'self' data:",
            "connect-src 'self'",
            "worker-src 'self' blob:",
            "object-src 'none'",
            "base-uri 'self'",
            "form-action 'self'",
            " ".join(("frame-ancestors 'self'", *current().embed_on)),
        )
    )


# The parts of Streamlit's front end that draw the picker and our own HTML, by the start of their file names. Asked for at
# once instead of when the first such element arrives, they are there before the large chart library keeps the browser busy.
_EARLY = ("Html.", "purify.es.", "ButtonGroup.", "StreamlitMarkdown.")


def _preloads() -> str:
    """Links that fetch those parts early; nothing for a part that a newer Streamlit names otherwise."""
    files = sorted(path.name for path in (_INDEX.parent / "static" / "js").glob("*.js") if path.name.startswith(_EARLY))
    return "".join(f'<link rel="modulepreload" href="./static/js/{escape(name)}">' for name in files)


class Headers:
    """Adds the headers to every answer, and the title and description to the page itself."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        self._headers = {
            "Content-Security-Policy": content_policy(),
            "Referrer-Policy": "no-referrer",
            "X-Content-Type-Options": "nosniff",
            "Permissions-Policy": "camera=(), microphone=(), geolocation=(), interest-cohort=()",
        }
        self._head = (
            f"<title>{escape(say('page-title'))}</title>"
            f'<meta name="description" content="{escape(say("page-description"))}">{_preloads()}'
            + "".join(f'<script src="./{name}" defer></script>' for name in _SCRIPTS)
        ).encode()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on; rewrite what comes back."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        start: Message | None = None
        body = b""

        async def forward(message: Message) -> None:
            nonlocal start, body
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in self._headers.items():
                    headers[name] = value
                if "text/html" not in headers.get("content-type", ""):
                    await send(message)
                    return
                start = message
                return
            if start is None:
                await send(message)
                return
            body += message.get("body", b"")
            if message.get("more_body"):
                return
            query = scope["query_string"].decode("latin-1") if scope["path"] == "/" else None
            # In a thread: right after the start it waits for the tables, and must not keep everyone else waiting.
            body = await run_in_threadpool(_page, body, self._head, query, zipped)
            answer = MutableHeaders(scope=start)
            answer["vary"] = "Accept-Encoding"
            if "accept-ranges" in answer:
                del answer["accept-ranges"]
            if zipped:
                answer["content-encoding"] = "gzip"
            answer["content-length"] = str(len(body))
            await send(start)
            await send({"type": "http.response.body", "body": body})

        # A compressed, cached or partial page could not be given its title: ask for it plain and whole.
        headers = MutableHeaders(scope=scope)
        zipped = "gzip" in headers.get("accept-encoding", "")
        if scope["path"] == "/" or "." not in scope["path"].rsplit("/", 1)[-1]:
            for name in ("accept-encoding", "if-none-match", "if-modified-since", "range", "if-range"):
                if name in headers:
                    del headers[name]
            if scope["method"] == "HEAD":
                # The same headers as for GET, so its page is needed; the server leaves the page itself out.
                scope = {**scope, "method": "GET"}
        await self._app(scope, receive, forward)


def _page(body: bytes, head: bytes, query: str | None, zipped: bool) -> bytes:  # noqa: FBT001 -- called in a thread, by position
    """A page of Streamlit's as it is sent; with a query it is the start page, and the answer for its concern stands in it."""
    if query is None:
        return _assembled(body, head, None, zipped=zipped)
    # Imported when first asked for: what the pages keep belongs to a running Streamlit.
    from needlewise.ui.early import asked  # noqa: PLC0415

    return _assembled(body, head, asked(query), zipped=zipped)


def _page_count() -> int:
    """How many pages can differ: a concern, chosen or not; none; and each of them compressed or plain."""
    evidence, _ = check()
    return 2 * (1 + 2 * (len(evidence.concerns) if evidence else 0))


@shared(size=_page_count, depends_on=fingerprint)
def _assembled(body: bytes, head: bytes, early: tuple[str, bool] | None, *, zipped: bool) -> bytes:
    """The page with its title, and with the answer in the place of Streamlit's words about JavaScript; about 30 kB compressed."""
    from needlewise.ui.early import first_html  # noqa: PLC0415

    page = re.sub(rb"<title>.*?</title>", lambda _: head, body, count=1)
    if early is not None:
        concern_id, chosen = early
        answer = first_html(concern_id, chosen=chosen).encode()
        page = _EMPTY.sub(lambda _: answer, page, count=1)
    return gzip.compress(page) if zipped else page


def check() -> tuple[Evidence | None, tuple[Fault, ...]]:
    """The evidence this process answers from, and its faults. Read once: anyone may ask, as often as they like."""
    return loaded(DATA_FOLDER)


def _health(_: Request) -> Response:
    """200 and `ok` when the tables this process loaded are sound, else 503 and how many faults they have."""
    evidence, faults = check()
    status = 200 if evidence is not None else 503
    return JSONResponse(
        {"status": "ok" if evidence else "faults", "faults": len(faults), "version": __version__}, status
    )


async def _ready(_: Request) -> Response:
    """200 and `ready` once what all visitors share is worked out, else 503 and why not: warming, faults or failed."""
    # A server that mounts this app may not have started it by its lifespan.
    warming.everything.begin()
    state = warming.everything.state
    return JSONResponse({"status": state, "version": __version__}, 200 if state == "ready" else 503)


def _script(request: Request) -> Response:
    """Our own scripts: for a lost connection, for the consult room, for every page, and for the first HTML."""
    script = Path(__file__).with_name(request.url.path.rpartition("/")[2])
    return Response(script.read_bytes(), media_type="text/javascript", headers={"Cache-Control": "no-cache"})


def _robots(_: Request) -> Response:
    return PlainTextResponse("User-agent: *\nAllow: /\n")


def _logo(_: Request) -> Response:
    """The clinic's logo. A drawing (SVG) with a script in it would run nothing: the policy allows none."""
    found = clinic.picture(current())
    return PlainTextResponse("Not found\n", 404) if found is None else Response(found[0], media_type=found[1])


# What is served of `data/`: the tables, their dictionary and their licence, each under its own name and nothing else.
_DATA_FILES = {f"{table}.csv": "text/csv" for table in TABLES} | {"README.md": "text/markdown", "LICENSE": "text/plain"}


def _data(request: Request) -> Response:
    """One file of the evidence as it stands, or the description of them all (`datapackage.json`)."""
    name = request.path_params["name"]
    if name == datapackage.DESCRIPTOR:
        return JSONResponse(_package())
    path = DATA_FOLDER / name
    if name not in _DATA_FILES or not path.is_file():
        return PlainTextResponse("Not found\n", 404)
    return Response(path.read_bytes(), media_type=_DATA_FILES[name])


@shared(size=1)
def _package() -> dict[str, Any]:
    """The description of the tables, made once: the evidence of a process does not change."""
    return datapackage.package()


def routes() -> list[BaseRoute]:
    """The addresses that are not pages."""
    return [
        Route("/api/health", _health),
        Route("/api/ready", _ready),
        Route("/robots.txt", _robots),
        *(Route(f"/{name}", _script) for name in _SCRIPTS),
        Route("/data/{name}", _data),
        Route(f"/{clinic.LOGO_ADDRESS}", _logo),
    ]


def middleware() -> list[Middleware]:
    """What every answer passes through."""
    return [Middleware(OwnPagesOnly), Middleware(Headers)]
