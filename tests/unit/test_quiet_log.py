"""The log when no file handle is left: one line a minute, and every other line as before."""

from __future__ import annotations

import logging
from collections.abc import Iterator

import pytest

from needlewise.server.quiet_log import OneAMinute, keep_readable


def _line(text: str) -> logging.LogRecord:
    return logging.LogRecord("asyncio", logging.ERROR, "", 0, text, None, None)


def test_a_flood_is_one_line_a_minute():
    """Ten thousand connections that cannot be taken within a minute, and one after it."""
    times: Iterator[float] = iter([0.0] * 10_000 + [61.0])
    keep = OneAMinute(lambda: next(times))
    told = [keep.filter(_line("socket.accept() out of system resource")) for _ in range(10_001)]
    assert told.count(True) == 2
    assert told[-1]


def test_every_other_line_is_kept():
    """Also the same one many times."""
    keep = OneAMinute()
    assert all(keep.filter(_line("something else broke")) for _ in range(100))


def test_a_start_does_not_fill_the_log_with_remarks(caplog: pytest.LogCaptureFixture):
    """Of all that Streamlit says of its caches, only the remark on an early start is left out."""
    keep_readable()
    caches = logging.getLogger("streamlit.runtime.caching.cache_data_api")
    caches.warning("No runtime found, using MemoryCacheStorageManager")
    caches.warning("something else")
    assert [record.getMessage() for record in caplog.records] == ["something else"]
