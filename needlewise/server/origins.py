"""Refuses a websocket that another website opens, at once and by itself.

Streamlit refuses it too, but not before it has asked `checkip.amazonaws.com` for this machine's public address, and
while it
asks the whole server stands still. So the question never reaches Streamlit: what is refused here ends here, and what is
allowed goes on without its `Origin`, which Streamlit takes for a client that is no browser and lets in without asking.
"""

from __future__ import annotations

from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send

_DEFAULT_PORTS = {"http": 80, "https": 443, "ws": 80, "wss": 443}


_THIS_MACHINE = frozenset({"localhost", "127.0.0.1", "::1"})


# Policy violation; before the handshake is done a server answers 403 for it.
_REFUSED = 1008


def _place(netloc: str, scheme: str) -> tuple[str, int | None] | None:
    """Host and port of `host[:port]`, the scheme's usual port where none is given; None for what is no such thing."""
    try:
        parts = urlsplit(f"//{netloc}")
        host, port = parts.hostname, parts.port
    except ValueError:
        return None
    if not host or parts.username is not None or parts.path or parts.query or parts.fragment:
        return None
    return host.rstrip("."), port or _DEFAULT_PORTS.get(scheme)


def is_allowed(headers: Headers) -> bool:
    """Whether the page that opens a websocket is one of ours, by the headers of the handshake.

    - No `Origin`: allowed. A browser always sends one, so this is a program, which could send any it likes; there is no
      login that another website could borrow.
    - The host that was asked for: allowed, by `Host`, or by `X-Forwarded-Host` where a proxy asks under another name.
    No website
      can make its reader's browser send either header with another value, so believing both gives nothing away. A frame
      in a clinic's website is a page of ours and has our host as its origin, so `embed_on` changes nothing here.
    - This machine: allowed, on any port, for a tunnel or a developer's proxy that changes the name.
    - All else, also `null` (a file, or a sandboxed frame that has no origin): refused.
    """
    origin = headers.get("origin")
    if origin is None:
        return True
    scheme, _, netloc = origin.partition("://")
    scheme = scheme.lower()
    mine = _place(netloc, scheme) if scheme in ("http", "https") else None
    if mine is None:
        return False
    asked = [*headers.getlist("host"), *",".join(headers.getlist("x-forwarded-host")).split(",")]
    return mine[0] in _THIS_MACHINE or any(_place(name.strip(), scheme) == mine for name in asked if name.strip())


class OwnPagesOnly:
    """Lets a websocket pass that one of our own pages opens, and refuses every other."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on all but a websocket of another website."""
        if scope["type"] != "websocket":
            await self._app(scope, receive, send)
        elif is_allowed(Headers(scope=scope)):
            kept = [(name, value) for name, value in scope["headers"] if name.lower() != b"origin"]
            await self._app({**scope, "headers": kept}, receive, send)
        else:
            await send({"type": "websocket.close", "code": _REFUSED, "reason": ""})
