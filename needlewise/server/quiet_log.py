"""Keeps the log readable: when the system has no more file handles to give, under an attack, and at the start.

The loop of Python writes one line for each connection that it cannot take, the server one (and a stack of calls) for
each request that is none: thousands in a second, and the disk would fill with them. One a minute says the same. And the
warm-up begins before Streamlit does, which Streamlit remarks a dozen times although nothing is wrong.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable

_CACHES = "streamlit.runtime.caching.cache_data_api"
# What may come as often as somebody likes, by the logger that says it.
_FLOODS = {
    "asyncio": ("out of system resource",),
    "uvicorn.error": (
        "Invalid HTTP request received",
        "Invalid UTF-8 sequence received",
        "Unsupported upgrade request",
        # What a refusal before the handshake looks like to the server.
        "ASGI callable returned without completing handshake",
    ),
}
_SECONDS = 60.0


class OneAMinute(logging.Filter):
    """Of each kind of line lets one pass in a minute; every other line always."""

    def __init__(self, kinds: tuple[str, ...], clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__()
        self._clock = clock
        self._last = dict.fromkeys(kinds, float("-inf"))

    def filter(self, record: logging.LogRecord) -> bool:
        """Whether the line is written."""
        told = record.getMessage()
        kind = next((kind for kind in self._last if kind in told), None)
        if kind is None:
            return True
        now = self._clock()
        if now - self._last[kind] < _SECONDS:
            return False
        self._last[kind] = now
        # The line alone: what stands below it is the same each time.
        record.exc_info = record.exc_text = None
        return True


def _is_news(record: logging.LogRecord) -> bool:
    """False for what Streamlit says of each function it keeps results of, when pages are prepared before it runs."""
    return not record.getMessage().startswith("No runtime found")


def keep_readable() -> None:
    """Put the filters in their places, once."""
    for name, kinds in _FLOODS.items():
        logger = logging.getLogger(name)
        if not any(isinstance(known, OneAMinute) for known in logger.filters):
            logger.addFilter(OneAMinute(kinds))
    logging.getLogger(_CACHES).addFilter(_is_news)
