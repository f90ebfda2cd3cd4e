"""What is refused before it reaches a page: too much of anything, and what only the operator may see."""

from __future__ import annotations

import asyncio
import gc
import weakref
from collections.abc import MutableMapping
from typing import Any

import pytest
from starlette.requests import Request
from starlette.types import Message, Receive, Scope, Send
from streamlit.proto.BackMsg_pb2 import BackMsg

from needlewise.server import gate
from needlewise.server.gate import MOST_ADDRESS, MOST_BODY, Gate, Pace, place_of
from needlewise.server.metrics import is_near


def _scope(path: str = "/", query: bytes = b"", kind: str = "http", **headers: str) -> Scope:
    named = [(name.replace("_", "-").encode(), value.encode()) for name, value in headers.items()]
    return {"type": kind, "method": "GET", "path": path, "query_string": query, "headers": named, "client": None}


async def _page(_scope: Scope, _receive: Receive, send: Send) -> None:
    """Streamlit, which answers every address with its start page."""
    await send({"type": "http.response.start", "status": 200, "headers": [(b"content-type", b"text/html")]})
    await send({"type": "http.response.body", "body": b"page"})


async def _nothing() -> Message:
    raise AssertionError("nobody asks for more than the head of a request")


def _status(scope: Scope) -> int:
    sent: list[MutableMapping[str, Any]] = []

    async def send(message: Message) -> None:
        sent.append(message)

    asyncio.run(Gate(_page)(scope, _nothing, send))
    status: int = sent[0]["status"]
    return status


@pytest.mark.parametrize(
    ("scope", "status"),
    [
        pytest.param(_scope(), 200, id="the start page"),
        pytest.param(_scope("/compare"), 200, id="a page"),
        pytest.param(_scope("/compare/"), 200, id="a page with a slash"),
        pytest.param(_scope("/nosuch"), 404, id="no such page"),
        pytest.param(_scope("/compare/nosuch"), 404, id="nothing below a page"),
        pytest.param(_scope(query=b"a" * MOST_ADDRESS), 414, id="an endless address"),
        pytest.param(_scope(query=b"a" * (MOST_ADDRESS - 1)), 200, id="the longest address"),
        pytest.param(_scope(content_length=str(MOST_BODY + 1)), 413, id="a large body"),
        pytest.param(_scope(content_length="\u00b2"), 413, id="a raised two as a length"),
        pytest.param(_scope(content_length="-1"), 413, id="a length that is none"),
        pytest.param(_scope(transfer_encoding="chunked"), 411, id="a body without a length"),
        pytest.param(_scope("/_stcore/metrics"), 404, id="the counts of sessions"),
        pytest.param(_scope("/_stcore/upload_file/a/b"), 404, id="the way in for files"),
    ],
)
def test_a_request_is_answered_or_refused(scope: Scope, status: int):
    """By its head alone; the product needs none of what is refused."""
    assert _status(scope) == status


@pytest.mark.parametrize(
    ("client", "place"),
    [
        pytest.param(("127.0.0.1", 1), "", id="this machine counts for nobody"),
        pytest.param(("::1", 1), "", id="this machine by its newer name"),
        pytest.param(None, "", id="a socket of the file system"),
        pytest.param(("203.0.113.7", 1), "203.0.113.7", id="an address"),
        pytest.param(("2001:db8:1:2:3:4:5:6", 1), "2001:db8:1:2::/64", id="a network of IPv6"),
        pytest.param(("::ffff:203.0.113.7", 1), "203.0.113.7", id="an address on a server of both kinds"),
        pytest.param(("::ffff:127.0.0.1", 1), "", id="this machine on a server of both kinds"),
        pytest.param(("testclient", 1), "testclient", id="no address at all"),
    ],
)
def test_whom_a_socket_counts_for(client: tuple[str, int] | None, place: str):
    """One house with IPv6 has more addresses than there are people."""
    assert place_of({"client": client}) == place


class _Tab:
    """A socket of one address, held open until it is let go."""

    def __init__(self, door: Gate, address: str) -> None:
        self.sent: list[Message] = []
        self._messages: asyncio.Queue[Message] = asyncio.Queue()
        self._task = asyncio.ensure_future(
            door({"type": "websocket", "client": (address, 1), "headers": []}, self._messages.get, self._send)
        )

    async def _send(self, message: Message) -> None:
        self.sent.append(message)

    async def says(self, message: Message) -> None:
        """Send something, and let the server act."""
        await self._messages.put(message)
        for _ in range(5):
            await asyncio.sleep(0)

    async def goes(self) -> None:
        """Close it."""
        await self.says({"type": "websocket.disconnect", "code": 1001})
        await self._task


async def _stream(_scope: Scope, receive: Receive, send: Send) -> None:
    """Streamlit's end: takes messages until the socket ends."""
    await send({"type": "websocket.accept"})
    while (message := await receive())["type"] != "websocket.disconnect":
        await send({"type": "websocket.send", "bytes": message["bytes"]})


def _kinds(tab: _Tab) -> list[str]:
    return [message["type"] for message in tab.sent]


def test_one_address_takes_no_more_than_its_share_and_others_are_let_in():
    """The third tab of one place is refused, another place's first is not; a tab that goes makes room."""

    async def story() -> None:
        door = Gate(_stream, per_address=2)
        mine = [_Tab(door, "203.0.113.7") for _ in range(3)]
        other = _Tab(door, "203.0.113.8")
        await asyncio.sleep(0.01)
        assert [_kinds(tab) for tab in mine] == [["websocket.accept"], ["websocket.accept"], ["websocket.close"]]
        assert _kinds(other) == ["websocket.accept"]
        await mine[0].goes()
        again = _Tab(door, "203.0.113.7")
        await asyncio.sleep(0.01)
        assert _kinds(again) == ["websocket.accept"]
        for tab in (mine[1], other, again):
            await tab.goes()
        assert gate.sockets["open"] == 0

    asyncio.run(story())


def test_when_handles_run_out_tabs_are_refused_before_the_system_refuses_everything():
    """From this machine too, which has no share of its own."""

    async def story() -> None:
        door = Gate(_stream, in_all=1)
        first, second = _Tab(door, "127.0.0.1"), _Tab(door, "127.0.0.1")
        await asyncio.sleep(0.01)
        assert _kinds(first) == ["websocket.accept"]
        assert _kinds(second) == ["websocket.close"]
        await first.goes()

    asyncio.run(story())


def _choice(name: str) -> bytes:
    message = BackMsg()
    message.rerun_script.widget_states.widgets.add(id=name, string_value="Acne scars")
    return bytes(message.SerializeToString())


def _part(name: str) -> bytes:
    message = BackMsg()
    message.rerun_script.query_string = "concern=acne_scars"
    message.rerun_script.fragment_id = name
    return bytes(message.SerializeToString())


@pytest.mark.parametrize(
    ("said", "ends"),
    [
        pytest.param({"bytes": _part("")}, False, id="a message of Streamlit's"),
        pytest.param({"bytes": b""}, True, id="an empty one"),
        pytest.param({"bytes": _part("0a1b")}, False, id="one for a part of a page"),
        pytest.param({"bytes": _choice(f"$$ID-{'0' * 32}-concern")}, False, id="a choice"),
        pytest.param({"bytes": _choice("concern")}, True, id="a choice with a name that no widget has"),
        pytest.param({"bytes": _part("<b>")}, True, id="one for a part that no page has"),
        pytest.param({"bytes": b"\xff\xff\xff"}, True, id="bytes that are none"),
        pytest.param({"text": "hello"}, True, id="a text"),
    ],
)
def test_what_is_no_message_ends_the_socket_quietly(said: Message, *, ends: bool):
    """Streamlit never sees it, so it writes no stack of calls."""

    async def story() -> None:
        tab = _Tab(Gate(_stream), "203.0.113.7")
        await tab.says({"type": "websocket.receive", **said})
        assert ("websocket.close" in _kinds(tab)) == ends
        assert ("websocket.send" in _kinds(tab)) != ends
        if not ends:
            await tab.goes()

    asyncio.run(story())


def test_nobody_can_make_the_server_forget_what_all_share():
    """Streamlit would clear its caches for everyone; here the message is dropped, and the visit goes on."""

    async def story() -> None:
        tab = _Tab(Gate(_stream), "203.0.113.7")
        await tab.says({"type": "websocket.receive", "bytes": BackMsg(clear_cache=True).SerializeToString()})
        assert _kinds(tab) == ["websocket.accept"]
        await tab.says({"type": "websocket.receive", "bytes": _part("")})
        assert _kinds(tab) == ["websocket.accept", "websocket.send"]
        await tab.goes()

    asyncio.run(story())


@pytest.mark.parametrize(
    ("client", "near"),
    [("127.0.0.1", True), ("10.1.2.3", True), ("::1", True), ("93.184.216.34", False), ("::ffff:93.184.216.34", False),
     ("::ffff:127.0.0.1", True), ("2606:4700::1", False), ("nobody", False)],
)  # fmt: skip
def test_the_counts_are_for_those_who_run_the_server(client: str, *, near: bool):
    """Also where a server that listens to both kinds of address writes one as the other; never through a proxy."""
    assert is_near(Request({"type": "http", "client": (client, 1), "headers": []})) is near
    forwarded = [(b"x-forwarded-for", b"203.0.113.7")]
    assert not is_near(Request({"type": "http", "client": (client, 1), "headers": forwarded}))


def test_presses_pass_at_once_and_a_flood_waits_and_ends():
    """A person's presses never wait; what comes faster is spread, and who goes on is closed."""
    now = 0.0
    person = Pace(lambda: now)
    for _ in range(500):
        now += 1 / gate.PER_SECOND
        assert person.wait() == 0
    flood = Pace(lambda: now)
    waits = [flood.wait() for _ in range(gate.BURST + 1)]
    assert waits[:-1] == [0] * gate.BURST
    assert waits[-1] == pytest.approx(1 / gate.PER_SECOND)
    late = []
    for _ in range(gate.MOST_LATE):
        now += waits[-1] or 0
        late.append(flood.wait())
    assert None not in late[:-1]
    assert late[-1] is None
    now += 60
    assert Pace(lambda: now).wait() == 0


def test_a_socket_that_floods_is_closed_and_counted(monkeypatch: pytest.MonkeyPatch):
    """Without waiting for all that it sent."""
    monkeypatch.setattr(gate, "BURST", 3)
    monkeypatch.setattr(gate, "MOST_LATE", 0)

    async def story() -> None:
        tab = _Tab(Gate(_stream), "203.0.113.9")
        before = gate.refused["messages_too_fast"]
        for _ in range(4):
            await tab.says({"type": "websocket.receive", "bytes": BackMsg(app_heartbeat=True).SerializeToString()})
        assert _kinds(tab) == ["websocket.accept", *["websocket.send"] * 3, "websocket.close"]
        assert gate.refused["messages_too_fast"] == before + 1
        assert gate.sockets["open"] == 0

    asyncio.run(story())


def test_a_closed_socket_holds_nothing_of_its_connection():
    """Streamlit keeps the client that it served last; the connection behind it, and what it read, must not stay with it."""

    class Connection:
        async def receive(self) -> Message:
            return {"type": "websocket.disconnect", "code": 1001}

        async def send(self, message: Message) -> None:
            pass

    kept: list[tuple[Receive, Send]] = []

    async def keeps(_scope: Scope, receive: Receive, send: Send) -> None:
        kept.append((receive, send))
        await receive()

    async def story() -> None:
        connection = Connection()
        gone = weakref.ref(connection)
        await Gate(keeps)({"type": "websocket", "client": None, "headers": []}, connection.receive, connection.send)
        del connection
        gc.collect()
        assert gone() is None
        receive, send = kept[0]
        await send({"type": "websocket.send", "text": ""})
        assert (await receive())["type"] == "websocket.disconnect"

    asyncio.run(story())


def test_a_visitor_who_is_gone_is_noticed_and_nothing_breaks():
    """Sending to nobody is no fault; what waits of theirs is not worked on any more."""

    async def broken(_message: Message) -> None:
        raise OSError("the other end is gone")

    async def more() -> Message:
        return {"type": "websocket.receive", "bytes": BackMsg(app_heartbeat=True).SerializeToString()}

    async def app(_scope: Scope, receive: Receive, send: Send) -> None:
        assert (await receive())["type"] == "websocket.receive"
        await send({"type": "websocket.send", "bytes": b""})
        await send({"type": "websocket.send", "bytes": b""})
        assert (await receive())["type"] == "websocket.disconnect"

    asyncio.run(Gate(app)({"type": "websocket", "client": None, "headers": []}, more, broken))
