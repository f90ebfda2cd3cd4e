"""Security headers on every answer, and what is put into the HTML that is served before any script runs."""

from __future__ import annotations

import base64
import hashlib
import re
from pathlib import Path

import streamlit
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers as RequestHeaders
from starlette.datastructures import MutableHeaders
from starlette.middleware import Middleware
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from needlewise.clinic.settings import current
from needlewise.server import compressed
from needlewise.server.base import base_of
from needlewise.server.first_page import Head, assembled_page
from needlewise.server.gate import Gate
from needlewise.server.origins import OwnPagesOnly
from needlewise.server.record import WHOLE
from needlewise.ui.templates import macro

_INDEX = Path(streamlit.__file__).parent / "static" / "index.html"


# In this order: connection.js holds a press back before others see it; page.js must see what room.js has made of the
# history.
SCRIPTS = ("connection.js", "cards.js", "room.js", "page.js", "keys.js", "early.js")


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


# The parts of Streamlit's front end that draw the picker and our own HTML, by the start of their file names. Asked
# for at
# once instead of when the first such element arrives, they are there before the large chart library keeps the browser
# busy.
_EARLY = ("Html.", "purify.es.", "ButtonGroup.", "StreamlitMarkdown.")


def _preloads() -> list[str]:
    """The names of those parts' files, to be fetched early.

    Nothing for a part that a newer Streamlit names otherwise.
    """
    return sorted(path.name for path in (_INDEX.parent / "static" / "js").glob("*.js") if path.name.startswith(_EARLY))


class Headers:
    """Adds the headers to every answer, and the title and description to the page itself."""

    def __init__(self, app: ASGIApp, *, answers: bool = True) -> None:
        self._app = app
        self._answers = answers
        self._headers = {
            "Content-Security-Policy": content_policy(),
            "Referrer-Policy": "no-referrer",
            "X-Content-Type-Options": "nosniff",
            "Permissions-Policy": "camera=(), microphone=(), geolocation=(), interest-cohort=()",
        }
        self._head = Head("head.html", preloads=_preloads(), scripts=SCRIPTS)
        self._foot = macro("components/source_cards/template.html", "card").encode()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on; rewrite what comes back."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        asked = _plain_and_whole(scope)
        start: Message | None = None
        parts: list[bytes] = []

        async def forward(message: Message) -> None:
            nonlocal start
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in self._headers.items():
                    headers[name] = value
                if asked.get(WHOLE):
                    scope[WHOLE] = True
                # A page that is whole may have been compressed on its way here.
                ready = asked.get(WHOLE) and "content-encoding" in headers
                if not ready and "text/html" in headers.get("content-type", ""):
                    start = message
                    return
            if start is None:
                await send(message)
                return
            parts.append(message.get("body", b""))
            if not message.get("more_body"):
                await self._finish(scope, send, start, b"".join(parts))

        await self._app(asked, receive, forward)

    async def _finish(self, scope: Scope, send: Send, start: Message, body: bytes) -> None:
        """Send a page, with its title and its answer where it is one of Streamlit's, compressed."""
        request, answer = RequestHeaders(scope=scope), MutableHeaders(scope=start)
        encoding = compressed.best(request.get("accept-encoding", ""))
        address = (scope["path"].rstrip("/") or "/", scope["query_string"].decode("latin-1")) if self._answers else None
        # In a thread: right after the start it waits for the tables, and must not keep everyone else waiting.
        if scope.get(WHOLE):
            page = await run_in_threadpool(compressed.Encoded, body, encoding)
        else:
            page = await run_in_threadpool(
                assembled_page, body, self._head, self._foot, address, base_of(request, scope), encoding
            )
        for name in ("accept-ranges", "last-modified"):
            if name in answer:
                del answer[name]
        if encoding:
            answer["content-encoding"] = encoding
        answer["etag"] = page.tag
        await compressed.reply(request, send, answer, page.body, start["status"])


# A page that came compressed, from a cache or in parts could not be given its title.
_NOT_WHOLE = (b"accept-encoding", b"if-none-match", b"if-modified-since", b"range", b"if-range")


def _plain_and_whole(scope: Scope) -> Scope:
    """What is asked further inside: for a page, the whole of it, as it is."""
    # The same headers as for GET, so its page is needed; the server leaves the page itself out.
    method = "GET" if scope["method"] == "HEAD" else scope["method"]
    if scope["path"] != "/" and "." in scope["path"].rsplit("/", 1)[-1]:
        return {**scope, "method": method}
    headers = [(name, value) for name, value in scope["headers"] if name not in _NOT_WHOLE]
    return {**scope, "headers": headers, "method": method}


def middleware(*, answers: bool = True) -> list[Middleware]:
    """What every answer passes through; without `answers` the first HTML holds none, for a page that is not Explore."""
    return [
        Middleware(Gate),
        Middleware(OwnPagesOnly),
        Middleware(Headers, answers=answers),
        Middleware(compressed.Compressed),
    ]
