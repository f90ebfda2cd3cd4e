"""A simulated browser tab that speaks Streamlit's own websocket protocol.

Vocabulary. A *run* is one execution of the page's script, or of the one part of it (a *fragment*) that holds the
widget.
An *interaction* is one changed choice and the run that answers it: from sending the choice until the server says that
    the
script has finished. A *cached message* is one the browser keeps (10 kB and more); the server then sends its hash
instead,
so the tab keeps the same account of them.
"""

import asyncio
import hashlib
import ssl
import zlib
from collections.abc import Iterable
from dataclasses import dataclass, field
from time import perf_counter
from typing import Self
from urllib.parse import urlencode

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.Element_pb2 import Element
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState
from websockets.asyncio.client import ClientConnection, connect
from websockets.typing import Subprotocol

CONCERN_KEY = "concern"
"""The `key=` of the picker that is driven on every page."""
RUN_TIMEOUT = 60.0
"""Longest wait for one run, in seconds; a slower server fails the benchmark instead of hanging it."""
MESSAGES_PER_RUN = 10_000
"""Most messages read for one run, so that a page that reruns itself for ever is found out."""


Answer = tuple[str, ...] | float | None
"""What is said with a widget: the labels chosen, a number, or None for a pressed button."""


class PageFaultError(RuntimeError):
    """The page under test showed an exception, or did not behave as a Streamlit page should."""


@dataclass(frozen=True)
class Picker:
    """The concern picker as the page announced it."""

    widget_id: str
    options: tuple[str, ...]
    default: str | None
    address_key: str | None
    """Name of its query parameter, or None when the picker is not bound to the address."""
    fragment_id: str
    is_pills: bool

    def state(self, label: str) -> WidgetState:
        """Return the message part that says `label` is chosen."""
        state = WidgetState(id=self.widget_id)
        if self.is_pills:
            state.string_array_value.data.append(label)
        else:
            state.string_value = label
        return state

    def query_string(self, label: str | None) -> str:
        """Return the address's query as the browser would write it; a default choice is left out of the address."""
        if self.address_key is None or label is None or label == self.default:
            return ""
        return urlencode({self.address_key: label})


@dataclass(frozen=True)
class Run:
    """What one run cost."""

    seconds: float
    bytes_received: int
    digest: str
    """Hash of everything drawn: two choices with the same digest drew the same page."""
    bytes_compressed: int = 0
    """As a browser receives them, where the tab weighs them."""


@dataclass(frozen=True)
class Widget:
    """Any other widget that has a key, as the page announced it."""

    widget_id: str
    options: tuple[str, ...]
    default: tuple[str, ...]
    address_key: str | None
    """Name of its query parameter, or None when it is not bound to the address."""
    fragment_id: str
    """The fragment that holds it and is run again for it; empty when the whole script is."""

    def state(self, answer: Answer) -> WidgetState:
        """Return the message part that says this answer."""
        state = WidgetState(id=self.widget_id)
        if answer is None:
            state.trigger_value = True
        elif isinstance(answer, tuple):
            state.string_array_value.data.extend(answer)
        else:
            state.double_value = answer
        return state


def _widget_in(element: Element, fragment_id: str) -> Widget | None:
    kind = element.WhichOneof("type")
    if kind == "button_group":
        group = element.button_group
        options = tuple(option.content for option in group.options)
        default = tuple(options[place] for place in group.default)
        address_key = group.query_param_key if group.HasField("query_param_key") else None
        return Widget(group.id, options, default, address_key, fragment_id)
    if kind in ("button", "number_input"):
        return Widget(getattr(element, kind).id, (), (), None, fragment_id)
    return None


def _picker_in(element: Element, fragment_id: str) -> Picker | None:
    kind = element.WhichOneof("type")
    if kind == "button_group":
        group = element.button_group
        if not group.id.endswith(f"-{CONCERN_KEY}"):
            return None
        options = tuple(option.content for option in group.options)
        default = options[group.default[0]] if group.default else None
        address_key = group.query_param_key if group.HasField("query_param_key") else None
        return Picker(group.id, options, default, address_key, fragment_id, is_pills=True)
    if kind == "selectbox":
        box = element.selectbox
        if not box.id.endswith(f"-{CONCERN_KEY}"):
            return None
        default = box.options[box.default] if box.HasField("default") else None
        address_key = box.query_param_key if box.HasField("query_param_key") else None
        return Picker(box.id, tuple(box.options), default, address_key, fragment_id, is_pills=False)
    return None


@dataclass
class _MessageCache:
    """Hashes of the messages a browser would hold, with the run each was last used in."""

    max_age: int = 2
    runs: int = 0
    last_used: dict[str, int] = field(default_factory=dict)

    def note(self, message: ForwardMsg) -> None:
        if message.WhichOneof("type") == "ref_hash":
            if message.ref_hash not in self.last_used:
                raise PageFaultError(f"the server referred to a message never sent: {message.ref_hash}")
            self.last_used[message.ref_hash] = self.runs
        elif message.metadata.cacheable:
            self.last_used[message.hash] = self.runs

    def end_run(self) -> None:
        self.runs += 1
        self.last_used = {key: run for key, run in self.last_used.items() if self.runs - run <= self.max_age}


class Tab:
    """One open session. Use `async with Tab(port) as tab`."""

    def __init__(self, port: int, *, secure: bool = False, weighs: bool = False) -> None:
        """Prepare a tab on the page served at loopback `port`; nothing is sent yet.

        `secure` speaks TLS and asks for `localhost`, as behind the Caddy of `cluster.py`; its certificate is its own.
        One that `weighs` also works out what its messages have compressed, as the server compresses them for a browser.
        """
        # Window and memory as uvicorn's websockets have them.
        self._press = zlib.compressobj(wbits=-12, memLevel=5) if weighs else None
        self._pressed = 0
        self._address = f"localhost:{port}" if secure else f"127.0.0.1:{port}"
        self._tls = ssl._create_unverified_context() if secure else None  # noqa: S323, SLF001 -- our own Caddy
        self._socket: ClientConnection | None = None
        self._page_hash = ""
        self._pages: dict[str, str] = {}
        self._picker: Picker | None = None
        self._widgets: dict[str, Widget] = {}
        self._states: dict[str, WidgetState] = {}
        self._query: dict[str, tuple[str, ...]] = {}
        self._cache = _MessageCache()

    def widget(self, key: str) -> Widget:
        """The widget drawn last with this `key=`; raises PageFaultError when no run has drawn one."""
        found = [widget for name, widget in self._widgets.items() if name.endswith(f"-{key}")]
        if not found:
            raise PageFaultError(f'the page drew no widget with key "{key}"')
        return found[-1]

    @property
    def picker(self) -> Picker:
        """The concern picker; raises PageFaultError when no run has drawn one."""
        if self._picker is None:
            raise PageFaultError(f'the page drew no picker with key "{CONCERN_KEY}"')
        return self._picker

    async def __aenter__(self) -> Self:
        """Connect; the first run starts with `load`."""
        self._socket = await connect(
            f"{'wss' if self._tls else 'ws'}://{self._address}/_stcore/stream",
            ssl=self._tls,
            origin=None,
            subprotocols=[Subprotocol("streamlit")],
            compression=None,
            max_size=None,
            ping_interval=None,
            open_timeout=RUN_TIMEOUT,
            close_timeout=2,
            proxy=None,
        )
        return self

    async def __aexit__(self, *_: object) -> None:
        """Close the connection, as a closed tab does."""
        if self._socket is not None:
            await self._socket.close()

    async def load(self, path: str = "", query: dict[str, tuple[str, ...]] | None = None) -> Run:
        """Do the first run of a freshly opened address: a page (`""` is the first) and what its query holds."""
        self._query = dict(query or {})
        return await self._run(urlencode(self._query, doseq=True), (), page_name=path)

    async def go(self, path: str) -> Run:
        """Go to another page of the app by its address. What was said on earlier pages is held by the server."""
        if path not in self._pages:
            raise PageFaultError(f'the app has no page "{path}"')
        self._page_hash = self._pages[path]
        self._widgets, self._states = {}, {}
        return await self._run(urlencode(self._query, doseq=True), ())

    async def answer(self, key: str, answer: Answer) -> Run:
        """Say something with the widget of this `key=` and wait until its run has finished."""
        widget = self.widget(key)
        state = widget.state(answer)
        if widget.address_key is not None and isinstance(answer, tuple):
            self._query.pop(widget.address_key, None)
            # A default choice is left out of the address.
            if answer != widget.default:
                self._query[widget.address_key] = answer
        states = (*(other for name, other in self._states.items() if name != widget.widget_id), state)
        if answer is not None:
            self._states[widget.widget_id] = state
        return await self._run(urlencode(self._query, doseq=True), states, widget.fragment_id)

    async def choose(self, label: str) -> Run:
        """Choose `label` in the concern picker and wait until its run has finished."""
        picker = self.picker
        return await self._run(picker.query_string(label), (picker.state(label),), picker.fragment_id)

    async def _run(
        self, query_string: str, states: Iterable[WidgetState], fragment_id: str = "", page_name: str = ""
    ) -> Run:
        if self._socket is None:
            raise PageFaultError("the tab is not open")
        request = BackMsg()
        client = request.rerun_script
        client.query_string = query_string
        client.page_script_hash = self._page_hash
        client.page_name = page_name
        client.fragment_id = fragment_id
        client.widget_states.widgets.extend(states)
        client.cached_message_hashes.extend(self._cache.last_used)
        client.context_info.timezone = "UTC"
        client.context_info.locale = "en-GB"
        client.context_info.url = f"http://{self._address}/"
        client.context_info.color_scheme = "light"
        payload = request.SerializeToString()
        started = perf_counter()
        async with asyncio.timeout(RUN_TIMEOUT):
            await self._socket.send(payload)
            self._pressed = 0
            received, digest = await self._read_until_finished(self._socket)
        return Run(perf_counter() - started, received, digest, self._pressed)

    async def _read_until_finished(self, socket: ClientConnection) -> tuple[int, str]:
        received = 0
        drawn = hashlib.blake2b(digest_size=16)
        for _ in range(MESSAGES_PER_RUN):
            raw = await socket.recv(decode=False)
            received += len(raw)
            if self._press is not None:
                self._pressed += len(self._press.compress(raw)) + len(self._press.flush(zlib.Z_SYNC_FLUSH))
            message = ForwardMsg.FromString(raw)
            self._cache.note(message)
            kind = message.WhichOneof("type")
            if kind == "delta":
                drawn.update(message.hash.encode())
                self._note_element(message)
            elif kind == "ref_hash":
                drawn.update(message.ref_hash.encode())
            elif kind == "new_session":
                self._page_hash = message.new_session.page_script_hash
                self._cache.max_age = message.new_session.config.max_cached_message_age
            elif kind == "navigation":
                # The one named when a session starts is not yet the page of the address.
                self._page_hash = message.navigation.page_script_hash
                self._pages = {page.url_pathname: page.page_script_hash for page in message.navigation.app_pages}
            elif kind == "page_not_found":
                raise PageFaultError("the server answered: page not found")
            elif kind == "script_finished":
                if message.script_finished == ForwardMsg.FINISHED_WITH_COMPILE_ERROR:
                    raise PageFaultError("the page's script does not compile")
                if message.script_finished != ForwardMsg.FINISHED_EARLY_FOR_RERUN:
                    self._cache.end_run()
                    return received, drawn.hexdigest()
        raise PageFaultError(f"no end of the run within {MESSAGES_PER_RUN} messages")

    def _note_element(self, message: ForwardMsg) -> None:
        if message.delta.WhichOneof("type") != "new_element":
            return
        element = message.delta.new_element
        if element.WhichOneof("type") == "exception":
            raise PageFaultError(f"the page shows {element.exception.type}: {element.exception.message}")
        self._picker = _picker_in(element, message.delta.fragment_id) or self._picker
        widget = _widget_in(element, message.delta.fragment_id)
        if widget is not None:
            # Kept in the order drawn, so that the last of a key is the one on the page.
            self._widgets.pop(widget.widget_id, None)
            self._widgets[widget.widget_id] = widget
