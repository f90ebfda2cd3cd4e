"""Which pages may open a websocket: our own, and no other website's."""

from __future__ import annotations

import asyncio
import socket
from typing import Any

import pytest
from starlette.datastructures import Headers
from streamlit import net_util
from streamlit.web.server.starlette import starlette_websocket

from needlewise.server.origins import OwnPagesOnly, is_allowed

OURS = "needle.example"


def headers(origin: str | None, host: str = OURS, **others: str) -> Headers:
    """The headers of a handshake."""
    named = {"host": host} | ({} if origin is None else {"origin": origin})
    return Headers(named | {name.replace("_", "-"): value for name, value in others.items()})


@pytest.mark.parametrize(
    "handshake",
    [
        headers("https://needle.example"),
        headers("http://needle.example"),
        headers("https://Needle.Example"),
        headers("https://needle.example", "needle.example:443"),
        headers("http://needle.example:80"),
        headers("http://needle.example:8501", "needle.example:8501"),
        headers("http://192.168.1.20:8501", "192.168.1.20:8501"),
        headers("http://[2001:db8::1]:8501", "[2001:db8::1]:8501"),
        # A proxy that asks under another name and says which name was asked for; or two of them.
        headers("https://needle.example", "app:8501", x_forwarded_host="needle.example"),
        headers("https://needle.example", "app:8501", x_forwarded_host="needle.example, inner.example"),
        # A tunnel, a developer's proxy.
        headers("http://localhost:3000"),
        headers("http://127.0.0.1:9000", "app:8501"),
        headers("http://[::1]:9000", "app:8501"),
        # A program, which could send any origin.
        headers(None),
    ],
)
def test_our_own_pages_may(handshake: Headers):
    """Directly, behind a proxy, through a tunnel, and programs that have no page."""
    assert is_allowed(handshake)


@pytest.mark.parametrize(
    "origin",
    [
        "https://evil.example",
        "http://needle.example.evil.example",
        "https://evil.example:443",
        "http://needle.example:8502",
        "https://needle.example@evil.example",
        "https://evil.example/needle.example",
        "https://evil.example#needle.example",
        "http://localhost.evil.example",
        "https://notlocalhost",
        "chrome-extension://needle.example",
        "file://",
        "null",
        "needle.example",
        "https://",
        "http://needle.example:port",
        "http://[needle.example",
        "",
    ],
)
def test_no_other_website_may(origin: str):
    """Another host, another port, a name that only looks like ours, and what is no origin at all."""
    assert not is_allowed(headers(origin))
    assert not is_allowed(headers(origin, x_forwarded_host=OURS))


def _no_connection(*_: object, **__: object) -> None:
    raise AssertionError("another host was asked")


def _open(handshake: Headers) -> tuple[list[bool], list[dict[str, Any]]]:
    """Open a websocket through the middleware, with Streamlit's own check behind it: its answers, and what was sent."""
    answers: list[bool] = []
    sent: list[dict[str, Any]] = []

    async def app(scope: Any, _receive: Any, _send: Any) -> None:  # noqa: ANN401  Starlette's own types for them
        found = Headers(scope=scope)
        answers.append(starlette_websocket._is_origin_allowed(found.get("origin"), found.get("host")))

    async def receive() -> dict[str, Any]:
        return {"type": "websocket.connect"}

    async def send(message: Any) -> None:  # noqa: ANN401
        sent.append(dict(message))

    scope = {"type": "websocket", "path": "/_stcore/stream", "headers": handshake.raw}
    asyncio.run(OwnPagesOnly(app)(scope, receive, send))
    return answers, sent


@pytest.fixture
def alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine on which every connection to the outside is an error, and which has not yet asked who it is."""
    monkeypatch.setattr(net_util, "_external_ip", None)
    monkeypatch.setattr(net_util, "_internal_ip", None)
    monkeypatch.setattr(net_util, "_make_blocking_http_get", _no_connection)

    class Unconnected(socket.socket):
        connect = connect_ex = _no_connection  # type: ignore[assignment]

    monkeypatch.setattr(socket, "socket", Unconnected)
    monkeypatch.setattr(socket, "getaddrinfo", _no_connection)


@pytest.mark.usefixtures("alone")
@pytest.mark.parametrize("origin", ["https://evil.example", "null"])
def test_another_website_is_refused_without_streamlit_being_asked(origin: str):
    """It ends before Streamlit, which would ask another host who we are."""
    answers, sent = _open(headers(origin))
    assert answers == []
    assert [(message["type"], message["code"]) for message in sent] == [("websocket.close", 1008)]


@pytest.mark.usefixtures("alone")
@pytest.mark.parametrize(
    "handshake",
    [
        headers("https://needle.example"),
        headers("https://needle.example", "needle.example:443"),
        headers("https://needle.example", "app:8501", x_forwarded_host="needle.example"),
        headers(None),
    ],
)
def test_streamlit_lets_our_own_pages_in_without_asking_anyone(handshake: Headers):
    """Also where the names differ, so that its own check would not know them for the same."""
    answers, sent = _open(handshake)
    assert answers == [True]
    assert sent == []


@pytest.mark.usefixtures("alone")
def test_without_the_middleware_streamlit_would_ask():
    """So these tests can fail: its own check, given the same handshake, goes to the outside."""
    with pytest.raises(AssertionError, match="another host was asked"):
        starlette_websocket._is_origin_allowed("https://evil.example", OURS)
