"""Keeps the log readable: when the system has no more file handles to give, and at the start.

The loop of Python then writes one line for each connection that it cannot take, thousands in a second: the disk would
fill with them. One a minute says the same. And the warm-up begins before Streamlit does, which Streamlit remarks a
dozen times although nothing is wrong.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable

_LOGGER = "asyncio"
_CACHES = "streamlit.runtime.caching.cache_data_api"
_FLOOD = "out of system resource"
_SECONDS = 60.0


class OneAMinute(logging.Filter):
    """Lets one line about missing file handles pass in a minute, and every other line."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__()
        self._clock = clock
        self._last = float("-inf")

    def filter(self, record: logging.LogRecord) -> bool:
        """Whether the line is written."""
        if _FLOOD not in record.getMessage():
            return True
        now = self._clock()
        if now - self._last < _SECONDS:
            return False
        self._last = now
        # The line alone: what stands below it is the same each time.
        record.exc_info = record.exc_text = None
        return True


def _is_news(record: logging.LogRecord) -> bool:
    """False for what Streamlit says of each function it keeps results of, when pages are prepared before it runs."""
    return not record.getMessage().startswith("No runtime found")


def keep_readable() -> None:
    """Put the filters in their places, once."""
    logger = logging.getLogger(_LOGGER)
    if not any(isinstance(known, OneAMinute) for known in logger.filters):
        logger.addFilter(OneAMinute())
    logging.getLogger(_CACHES).addFilter(_is_news)
