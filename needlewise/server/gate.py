"""What one visitor may ask of this process, so that all others are served: refused early, quietly, and counted.

Everything here is decided from the head of a request. What a visitor chose or told is never looked at, kept or logged.
"""

from __future__ import annotations

import asyncio
import contextlib
import ipaddress
import os
import re
import time
from collections import Counter
from collections.abc import Callable

from google.protobuf.message import DecodeError  # type: ignore[import-untyped]
from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit.proto.BackMsg_pb2 import BackMsg

from needlewise.server.record import WHOLE
from needlewise.ui.page_registry import PAGES

# The longest address that the product makes itself, a plan with every day kept free, has about 2 kB.
MOST_ADDRESS = 8 * 1024
"""Bytes of path and query together."""
# Nothing is sent up: choices come over the websocket, with a limit of its own (.streamlit/config.toml).
MOST_BODY = 16 * 1024
"""Bytes of a body."""
VARIABLE = "NEEDLEWISE_SOCKETS_PER_ADDRESS"
# Everyone in a clinic, or in a street behind one provider, may share an address; each open tab is one socket.
_SOCKETS_PER_ADDRESS = 200
# A tab costs four file handles while it draws; some are for the tables, the log and the balancer's questions.
_HANDLES_PER_SOCKET, _HANDLES_ASIDE = 4, 256
# The most handles that are asked of the system, where it allows that many: 16,000 tabs.
_HANDLES_WANTED = 65_536

# Streamlit's own counts of sessions, and its way in for uploads: nobody outside needs the one, nothing here the other.
CLOSED = ("/_stcore/metrics", "/_stcore/upload_file")
_STREAM = "/_stcore/stream"
_PAGE_PATHS = frozenset(f"/{page.path}" for page in PAGES)
# What a developer may ask of a server from a browser: to forget what is worked out for everyone, among others.
# And what no page here asks for: where to send files to, and which version of the code lies on this disk.
_NOT_FOR_VISITORS = (
    "clear_cache", "set_run_on_save", "debug_disconnect_websocket", "debug_shutdown_runtime", "file_urls_request",
    "load_git_info",
)  # fmt: skip
_FRAGMENT = re.compile(r"[0-9a-f]{0,64}")
_WIDGET = re.compile(r"\$\$ID-[0-9a-f]{16,128}-")
_NOT_SUPPORTED, _GONE, _NOT_SOUND, _TOO_FAST, _TRY_LATER = 1003, 1006, 1007, 1008, 1013
# One press is one message. Nobody presses 20 times a second for long; a sweep over a slider is 120 at once at most.
# What comes faster waits, and a socket that goes on like that is closed: its page would come back by itself.
BURST, PER_SECOND, MOST_LATE = 120, 20, 200


refused: Counter[str] = Counter()
"""How often something was refused since the start, by reason; nothing about who asked."""
sockets: Counter[str] = Counter()
"""How many sockets are open now."""


class Gate:
    """Refuses endless addresses and bodies, and more sockets than one place or this process can have."""

    def __init__(self, app: ASGIApp, per_address: int | None = None, in_all: int | None = None) -> None:
        self._app = app
        self._per_address = per_address or _from_environment()
        self._in_all = in_all
        self._open: Counter[str] = Counter()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let pass, or refuse and count."""
        if scope["type"] == "http":
            refusal = _refusal(scope)
            if refusal is not None:
                await _refuse(send, *refusal)
                return
            await self._app(scope, receive, _true_status(scope, send))
        elif scope["type"] == "websocket":
            await self._socket(scope, receive, send)
        else:
            await self._app(scope, receive, send)

    async def _socket(self, scope: Scope, receive: Receive, send: Send) -> None:
        place = place_of(scope)
        why = self._too_many(place)
        if why:
            refused[why] += 1
            await _close_before_it_opens(scope, send)
            return
        self._open[place] += 1
        sockets["open"] += 1
        ends = _Ends(receive, send)
        try:
            await self._app(scope, _only_messages(ends), ends.send)
        finally:
            ends.let_go()
            sockets["open"] -= 1
            self._open[place] -= 1
            if not self._open[place]:
                del self._open[place]

    def _too_many(self, place: str) -> str:
        if sockets["open"] >= (self._in_all or most_sockets()):
            return "sockets_in_all"
        if place and self._open[place] >= self._per_address:
            return "sockets_of_one_address"
        return ""


class _Ends:
    """The two ends of a socket, which nobody can reach any more once it is closed.

    Streamlit's loop keeps the client that it served last until it serves the next. With the client it would keep the
    connection, and in what decompresses its messages the last 32 kB that a person sent.
    """

    def __init__(self, receive: Receive, send: Send) -> None:
        self._receive: Receive | None = receive
        self._send: Send | None = send

    @property
    def is_gone(self) -> bool:
        """True once nobody is at the other end."""
        return self._send is None

    async def receive(self) -> Message:
        """The next message; of a closed socket, that it is closed."""
        return {"type": "websocket.disconnect", "code": _GONE} if self._receive is None else await self._receive()

    async def send(self, message: Message) -> None:
        """Send a message; to nobody, once the other end is gone: whoever sends then learns it by what is received."""
        if self._send is None:
            return
        try:
            await self._send(message)
        except OSError:
            self.let_go()

    def let_go(self) -> None:
        """Hold the connection no longer."""
        self._receive = self._send = None


def _from_environment() -> int:
    given = os.environ.get(VARIABLE, "")
    return int(given) if _is_number(given) and int(given) else _SOCKETS_PER_ADDRESS


def _is_number(text: str) -> bool:
    # Some signs, such as a raised 2, are digits that are no number.
    return text.isascii() and text.isdigit()


def address_of(host: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    """The address that a client's name stands for; None for what is none.

    A server that listens to IPv4 and IPv6 alike sees each visitor with IPv4 as `::ffff:203.0.113.7`: taken by its
    network, all of them would be one place, and none of them far away.
    """
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        return None
    return getattr(address, "ipv4_mapped", None) or address


def place_of(scope: Scope) -> str:
    """Whom a socket counts for: the address, of IPv6 its network of 64 bits; nobody for this machine itself.

    Behind a proxy that is named in `FORWARDED_ALLOW_IPS` (this machine, if nothing is) the server has already put the
    visitor's address in the place of the proxy's.
    """
    client = scope.get("client")
    if not client:
        return ""
    address = address_of(client[0])
    if address is None:
        return str(client[0])
    if address.is_loopback:
        return ""
    if isinstance(address, ipaddress.IPv6Address):
        return str(ipaddress.ip_network((address, 64), strict=False))
    return str(address)


def _refusal(scope: Scope) -> tuple[int, str] | None:
    """The status and the reason, for a request that goes no further."""
    if len(scope.get("raw_path") or scope["path"].encode()) + len(scope["query_string"]) > MOST_ADDRESS:
        return 414, "address_too_long"
    if scope["path"].startswith(CLOSED):
        return 404, "closed"
    headers = Headers(scope=scope)
    if "transfer-encoding" in headers:
        return 411, "body_without_length"
    length = headers.get("content-length", "0")
    if not _is_number(length) or int(length) > MOST_BODY:
        return 413, "body_too_long"
    return None


_WORDS = {
    404: b"Not found\n",
    411: b"Length required\n",
    413: b"Too large\n",
    414: b"Address too long\n",
    429: b"Too many\n",
}


async def _refuse(send: Send, status: int, why: str) -> None:
    refused[why] += 1
    body = _WORDS[status]
    headers = [
        (b"content-type", b"text/plain; charset=utf-8"),
        (b"content-length", str(len(body)).encode()),
        (b"x-content-type-options", b"nosniff"),
        (b"connection", b"close"),
    ]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})


async def _close_before_it_opens(scope: Scope, send: Send) -> None:
    """With words that a person at the other end of a program understands, where the server can send them."""
    if "websocket.http.response" in (scope.get("extensions") or {}):
        headers = [(b"retry-after", b"60"), (b"content-type", b"text/plain")]
        await send({"type": "websocket.http.response.start", "status": 429, "headers": headers})
        await send({"type": "websocket.http.response.body", "body": _WORDS[429]})
    else:
        await send({"type": "websocket.close", "code": _TRY_LATER, "reason": ""})


def _true_status(scope: Scope, send: Send) -> Send:
    """Streamlit answers every unknown address with its start page, which then says so; the status should say it too."""
    path = scope["path"].rstrip("/") or "/"

    async def forward(message: Message) -> None:
        if (
            message["type"] == "http.response.start"
            and message["status"] == 200
            and not (path in _PAGE_PATHS or scope.get(WHOLE))
        ):
            kind = dict(message["headers"]).get(b"content-type", b"")
            if kind.startswith(b"text/html"):
                message = {**message, "status": 404}
        await send(message)

    return forward


class Pace:
    """How fast the messages of one socket come.

    Thousands that arrive together would be worked on one after the other, and everyone else would wait for seconds.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._ahead, self._last, self._late = 0.0, clock(), 0

    def wait(self) -> float | None:
        """Seconds to wait before the message that has just come is worked on; None when there were too many."""
        now = self._clock()
        self._ahead = max(0.0, self._ahead - (now - self._last) * PER_SECOND) + 1
        self._last = now
        if self._ahead <= BURST:
            self._late = 0
            return 0.0
        self._late += 1
        return None if self._late > MOST_LATE else (self._ahead - BURST) / PER_SECOND


def _only_messages(ends: _Ends) -> Receive:
    """What is no message of Streamlit's ends the socket here; Streamlit would write a stack of calls into the log."""
    pace = Pace()

    async def sound() -> Message:
        while True:
            message = await ends.receive()
            if message["type"] != "websocket.receive":
                return message
            seconds = pace.wait()
            if seconds is None:
                refused["messages_too_fast"] += 1
                await ends.send({"type": "websocket.close", "code": _TOO_FAST, "reason": ""})
                return {"type": "websocket.disconnect", "code": _TOO_FAST, "reason": ""}
            # Others have their turn, also where nothing has to wait.
            await asyncio.sleep(seconds)
            if ends.is_gone:
                return {"type": "websocket.disconnect", "code": _GONE}
            data = message.get("bytes")
            said = None if data is None else _read(data)
            kind = None if said is None else said.WhichOneof("type")
            if kind in _NOT_FOR_VISITORS:
                refused["message"] += 1
                continue
            if said is not None and kind is not None and _is_possible(said):
                return message
            code = _NOT_SUPPORTED if data is None else _NOT_SOUND
            refused["message"] += 1
            await ends.send({"type": "websocket.close", "code": code, "reason": ""})
            return {"type": "websocket.disconnect", "code": code, "reason": ""}

    return sound


def _is_possible(said: BackMsg) -> bool:
    """Whether a browser with one of our pages could have sent it.

    A part of a page, or a widget, with a name that Streamlit never gives would end its run with a stack of calls.
    """
    asked = said.rerun_script
    widgets = asked.widget_states.widgets
    return bool(_FRAGMENT.fullmatch(asked.fragment_id)) and all(_WIDGET.match(widget.id) for widget in widgets)


def _read(data: bytes) -> BackMsg | None:
    """A message of Streamlit's; None for what is none."""
    said = BackMsg()
    try:
        said.ParseFromString(data)
    except DecodeError:
        return None
    return said


def most_sockets() -> int:
    """How many sockets this process can have with the file handles that the system gives it."""
    limit = _handles()
    return max(1, (limit - _HANDLES_ASIDE) // _HANDLES_PER_SOCKET) if limit else _HANDLES_WANTED // _HANDLES_PER_SOCKET


def _handles() -> int:
    """The number of file handles this process may have; 0 where the system does not say."""
    try:
        import resource  # noqa: PLC0415 -- not there on Windows
    except ImportError:
        return 0
    return resource.getrlimit(resource.RLIMIT_NOFILE)[0]


def ask_for_handles() -> None:
    """Take as many file handles as are allowed without asking anyone; a shell often gives 1,024."""
    try:
        import resource  # noqa: PLC0415 -- not there on Windows
    except ImportError:
        return
    now, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = _HANDLES_WANTED if most == resource.RLIM_INFINITY else min(_HANDLES_WANTED, most)
    if now != resource.RLIM_INFINITY and now < wanted:
        with contextlib.suppress(OSError, ValueError):
            resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, most))
