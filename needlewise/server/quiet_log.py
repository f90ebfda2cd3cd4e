"""Keeps the log readable when the system has no more file handles to give.

The loop of Python then writes one line for each connection that it cannot take, thousands in a second: the disk would
fill with them. One a minute says the same.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable

_LOGGER = "asyncio"
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


def keep_readable() -> None:
    """Put the filter in its place, once."""
    logger = logging.getLogger(_LOGGER)
    if not any(isinstance(known, OneAMinute) for known in logger.filters):
        logger.addFilter(OneAMinute())
