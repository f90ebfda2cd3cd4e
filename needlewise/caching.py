"""What all visitors share and is dear to work out: worked out once, however many ask at the same moment.

`functools.cache` lets everyone who asks before the first answer is there work it out as well: fifty visitors of a
server
just started then read the tables fifty times and hold fifty copies. Here the first one works and the others wait. It
lies
below everything, so that evidence, charts and pages can all use it, and it knows nothing of Streamlit.

What is cheap or local stays with `functools.cache`; what Streamlit replays stays with `st.cache_data`, which works a
value
out once by itself.
"""

from __future__ import annotations

import functools
import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Any, Generic, NamedTuple, ParamSpec, TypeVar

_P = ParamSpec("_P")
_ValueT = TypeVar("_ValueT")
_Key = tuple[Hashable, ...]

_EVERY: list[Shared[..., Any]] = []


class Info(NamedTuple):
    """How many values are held, and how many may be."""

    held: int
    size: int


def _nothing() -> Hashable:
    return None


class Shared(Generic[_P, _ValueT]):
    """A function whose values are held, at most `size` of them.

    The one that nobody has asked for longest goes first.
    """

    __wrapped__: Callable[_P, _ValueT]

    def __init__(
        self, work: Callable[_P, _ValueT], size: int | Callable[[], int], depends_on: Callable[[], Hashable]
    ) -> None:
        self._work, self._size, self._depends_on = work, size, depends_on
        self._held: OrderedDict[_Key, _ValueT] = OrderedDict()
        self._at_work: dict[_Key, threading.RLock] = {}
        self._guard = threading.Lock()
        self._cleared = 0
        functools.update_wrapper(self, work)
        _EVERY.append(self)

    def __call__(self, *args: _P.args, **kwargs: _P.kwargs) -> _ValueT:
        """The value for these arguments. A failure is raised to whoever asked, and held for nobody."""
        key: _Key = (self._depends_on(), args, *sorted(kwargs.items()))
        with self._guard:
            if key in self._held:
                self._held.move_to_end(key)
                return self._held[key]
            # Reentrant, so that a function that asks for itself is found out by Python and does not wait for ever.
            turn = self._at_work.setdefault(key, threading.RLock())
        with turn:
            with self._guard:
                if key in self._held:
                    return self._held[key]
                begun = self._cleared
            try:
                value = self._work(*args, **kwargs)
                size = self._size() if callable(self._size) else self._size
                with self._guard:
                    # What was begun before everything was cleared may rest on what is no longer so.
                    if begun == self._cleared:
                        self._held[key] = value
                        while len(self._held) > size:
                            self._held.popitem(last=False)
            finally:
                with self._guard:
                    self._at_work.pop(key, None)
        return value

    def cache_info(self) -> Info:
        """How full it is; under the name that `functools` uses, as is `cache_clear`."""
        with self._guard:
            held = len(self._held)
        return Info(held, self._size() if callable(self._size) else self._size)

    def cache_clear(self) -> None:
        """Drop all values, and do not hold those being worked out at this moment."""
        with self._guard:
            self._held.clear()
            self._cleared += 1


def shared(
    size: int | Callable[[], int], *, depends_on: Callable[[], Hashable] = _nothing
) -> Callable[[Callable[_P, _ValueT]], Shared[_P, _ValueT]]:
    """Hold what a function returns, at most `size` values, each worked out once however many ask at once.

    Args:
        size: how many; a function where it follows from the evidence, asked once there is something to hold.
        depends_on: what the value rests on besides the arguments, as something that can be compared.
    """

    def hold(work: Callable[_P, _ValueT]) -> Shared[_P, _ValueT]:
        return Shared(work, size, depends_on)

    return hold


def clear_all() -> None:
    """Forget every value that is held anywhere, the evidence among them."""
    for each in _EVERY:
        each.cache_clear()
