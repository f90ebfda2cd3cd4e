"""Generated addresses and messages: no stack of calls, nothing sent back as markup, no answer that never comes.

A share of it runs in `make test`; `make hostile` runs all 10,000.
"""

from __future__ import annotations

import asyncio
import os
import re
import socket
import string
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Coroutine, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState
from websockets.asyncio.client import connect
from websockets.exceptions import ConnectionClosed, InvalidStatus
from websockets.typing import Subprotocol

from benchmarks.client import Tab
from needlewise.ui.page_registry import PAGES
from needlewise.ui.state import keys
from tests.browser.conftest import running_server

_ALL = "NEEDLEWISE_HOSTILE"
# Addresses and messages together; a share of each in `make test`.
_EXAMPLES = 5_000 if os.environ.get(_ALL) else 60
_PATIENCE = 20
MARK = "nwx7q"
"""Stands in everything that is sent, so that what comes back of it is found."""

_MARKUP = st.sampled_from(
    [
        f"<script>{MARK}</script>", f'"><img src={MARK} onerror=alert(1)>', f"'-{MARK}-'", f"javascript:{MARK}//",
        f"{{{{{MARK}}}}}", f"${{{MARK}}}", f"%3Cscript%3E{MARK}", f"\u202e{MARK}", f"../../{MARK}", f"\x00{MARK}",
    ]
)  # fmt: skip
_TEXT = st.one_of(_MARKUP, st.text(max_size=60).map(lambda text: text + MARK), st.just("a" * 3000 + MARK))
_NAMES = st.one_of(
    st.sampled_from(sorted(key.name for key in keys.every() if key.in_address)),
    st.sampled_from(["embed", "embed_options", "row", "table", "answer", "plan_visits_microneedling", "__proto__"]),
    st.text(string.ascii_letters, min_size=1, max_size=12),
)
_PATHS = st.one_of(
    st.sampled_from([f"/{page.path}" for page in PAGES]),
    st.sampled_from(
        ["/api/health", "/api/ready", "/api/metrics", "/robots.txt", "/data/effects.csv", "/media/a.pdf", "/clinic/logo",
         "/_stcore/health", "/_stcore/host-config", "/app/static/inter.woff2", "/component/x/y", "/static/../app.py",
         "/answer", "/row/sources/haake2007", "/cite", "/cite.bib", "/changes/acne_scars", "/changes.atom", "/sources/1/acne_scars",
         "/api/concerns.json", "/data/0.1.0/effects.csv"]
    ),
    _TEXT.map(lambda text: "/" + urllib.parse.quote(text[:200])),
)  # fmt: skip
_QUERIES = st.lists(st.tuples(_NAMES, _TEXT), max_size=6)


@pytest.fixture(scope="module")
def log(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the server of these tests says."""
    return tmp_path_factory.mktemp("hostile") / "log.txt"


@pytest.fixture(scope="module")
def attacked(log: Path) -> Iterator[str]:
    """A server of its own: what is done to it must not disturb the others."""
    with running_server(log) as address:
        yield address


def _quiet(log: Path) -> None:
    text = re.sub(r"\x1b\[[0-9;]*m", "", log.read_text(encoding="utf-8"))
    at = text.find("Traceback")
    assert at < 0, text[at : at + 9_000]
    # Nothing of an address or a message is kept.
    assert MARK not in text


def _answer(address: str) -> tuple[int, str, str]:
    try:
        with urllib.request.urlopen(address, timeout=_PATIENCE) as answer:  # noqa: S310 - our own server
            return answer.status, answer.headers.get_content_type(), answer.read().decode("utf-8", "replace")
    except urllib.error.HTTPError as error:
        with error:
            return error.code, error.headers.get_content_type(), error.read().decode("utf-8", "replace")


@settings(max_examples=_EXAMPLES, suppress_health_check=list(HealthCheck), deadline=None)
@given(path=_PATHS, query=_QUERIES)
def test_no_address_breaks_anything(attacked: str, path: str, query: list[tuple[str, str]]):
    """Every address is answered in time, with no fault of the server's and nothing of it sent back as a page."""
    status, kind, body = _answer(f"{attacked}{path}?{urllib.parse.urlencode(query, errors='replace')}")
    assert status < 500
    assert kind != "text/html" or MARK not in body


def test_no_address_is_kept_and_none_left_a_stack_of_calls(attacked: str, log: Path):
    """After all of the addresses."""
    assert _answer(f"{attacked}/api/health")[0] == 200
    _quiet(log)


def _widget(name: str, text: str, kind: str) -> WidgetState:
    state = WidgetState(id=f"$$ID-{'0' * 32}-{name}" if len(text) % 4 else text[:100])
    if kind == "text":
        state.string_value = text
    elif kind == "number":
        state.double_value = float(len(text)) * 1e300
    elif kind == "press":
        state.trigger_value = True
    else:
        state.string_array_value.data.extend([text] * 5)
    return state


_WIDGETS = st.lists(
    st.tuples(
        st.sampled_from(sorted(key.name for key in keys.every())),
        _TEXT,
        st.sampled_from(["text", "number", "press", "list"]),
    ),
    max_size=5,
)


def _rerun(query: list[tuple[str, str]], widgets: list[tuple[str, str, str]], page: str, fragment: str) -> bytes:
    message = BackMsg()
    asked = message.rerun_script
    asked.query_string = urllib.parse.urlencode(query, errors="replace")
    asked.page_name = page.encode("utf-8", "replace").decode()
    asked.fragment_id = fragment.encode("utf-8", "replace").decode()
    clean = [(name, text.encode("utf-8", "replace").decode(), kind) for name, text, kind in widgets]
    asked.widget_states.widgets.extend(_widget(*widget) for widget in clean)
    return bytes(message.SerializeToString())


_SOUND = st.builds(
    _rerun,
    _QUERIES, _WIDGETS, st.one_of(st.sampled_from([page.path for page in PAGES]), _TEXT), st.one_of(st.just(""), _TEXT),
)  # fmt: skip
_MESSAGES = st.one_of(_SOUND, st.binary(max_size=300), _TEXT)


async def _send(address: str, messages: list[bytes | str]) -> None:
    async with connect(
        address.replace("http", "ws") + "/_stcore/stream", subprotocols=[Subprotocol("streamlit")], proxy=None,
        max_size=None, open_timeout=_PATIENCE,
    ) as tab:  # fmt: skip
        try:
            for message in messages:
                await tab.send(message)
            # Whatever it answers first; a refusal ends the socket.
            await asyncio.wait_for(tab.recv(), _PATIENCE)
        except (ConnectionClosed, TimeoutError):
            pass


def _finished(story: Coroutine[object, object, None]) -> None:
    """Play it to its end on a thread of its own: the browser of other tests may hold this thread's loop."""
    with ThreadPoolExecutor(1) as one:
        one.submit(asyncio.run, story).result()


@settings(max_examples=_EXAMPLES // 5, suppress_health_check=list(HealthCheck), deadline=None)
@given(messages=st.lists(_MESSAGES, min_size=5, max_size=5))
def test_no_message_breaks_anything(attacked: str, messages: list[bytes | str]):
    """Sound ones with values that no page has, and bytes that are none."""
    _finished(_send(attacked, messages))


def test_after_all_messages_a_visitor_is_answered_and_nothing_is_kept(attacked: str, log: Path):
    """No stack of calls, nothing of them in the log, and the next visitor's page is drawn."""

    async def visit() -> None:
        async with Tab(int(attacked.rpartition(":")[2])) as tab:
            await tab.load("compare", {"concern": ("acne_scars",)})

    _finished(visit())
    _quiet(log)


def test_slow_clients_hold_nobody_up(attacked: str):
    """Two hundred who send their request a letter at a time, and never end; a visitor is answered at once all the same."""
    port = int(attacked.rpartition(":")[2])
    slow = [socket.create_connection(("127.0.0.1", port), timeout=_PATIENCE) for _ in range(200)]
    try:
        for one in slow:
            one.sendall(b"GET / HTTP/1.1\r\nHost: x\r\nX-Slow: ")
        started = time.monotonic()
        assert _answer(f"{attacked}/?concern=acne_scars")[0] == 200
        assert time.monotonic() - started < _PATIENCE
    finally:
        for one in slow:
            one.close()


def test_the_tabs_of_one_address_are_limited_and_others_still_come(tmp_path: Path):
    """As behind a proxy on this machine, which says whose socket it is."""
    environment = os.environ | {"NEEDLEWISE_SOCKETS_PER_ADDRESS": "3"}

    async def opened(address: str, visitor: str, stack: list[object]) -> int:
        try:
            stack.append(
                await connect(
                    address.replace("http", "ws") + "/_stcore/stream", subprotocols=[Subprotocol("streamlit")],
                    proxy=None, additional_headers={"X-Forwarded-For": visitor}, max_size=None,
                )
            )  # fmt: skip
        except InvalidStatus as refused:
            return refused.response.status_code
        return 101

    async def story(address: str) -> None:
        stack: list[object] = []
        first = [await opened(address, "203.0.113.7", stack) for _ in range(5)]
        assert first == [101, 101, 101, 429, 429]
        assert await opened(address, "203.0.113.8", stack) == 101
        for tab in stack:
            await tab.close()  # type: ignore[attr-defined]

    with running_server(tmp_path / "log.txt", environment=environment) as address:
        _finished(story(address))
