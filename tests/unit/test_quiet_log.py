"""The log when no file handle is left, or somebody sends what is no request: one line a minute, every other line as before."""

from __future__ import annotations

import logging
import subprocess
import sys
from collections.abc import Iterator

import pytest

from needlewise import ROOT
from needlewise.server.quiet_log import OneAMinute, keep_readable

KINDS = ("out of system resource", "Invalid HTTP request received")


def _line(text: str, fault: BaseException | None = None) -> logging.LogRecord:
    told = None if fault is None else (type(fault), fault, None)
    return logging.LogRecord("asyncio", logging.ERROR, "", 0, text, None, told)


def test_a_flood_is_one_line_a_minute():
    """Ten thousand connections that cannot be taken within a minute, and one after it."""
    times: Iterator[float] = iter([0.0] * 10_000 + [61.0])
    keep = OneAMinute(KINDS, lambda: next(times))
    told = [keep.filter(_line("socket.accept() out of system resource")) for _ in range(10_001)]
    assert told.count(True) == 2
    assert told[-1]


def test_one_flood_does_not_hide_another_and_has_no_stack_of_calls():
    """Each kind has its own minute."""
    keep = OneAMinute(KINDS, lambda: 0.0)
    first, second = _line(KINDS[0], ValueError()), _line(f"{KINDS[1]}.", ValueError())
    assert [keep.filter(line) for line in (first, second, first)] == [True, True, False]
    assert first.exc_info is second.exc_info is None


def test_every_other_line_is_kept():
    """Also the same one many times."""
    keep = OneAMinute(KINDS)
    assert all(keep.filter(_line("something else broke")) for _ in range(100))


def test_a_start_does_not_fill_the_log_with_remarks():
    """The modules of every page are read before Streamlit runs; it would remark on each function it keeps results of."""
    code = "from needlewise.server import warming; warming._modules()"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert (done.stdout, done.stderr) == ("", "")


def test_what_else_streamlit_says_of_its_caches_is_kept(caplog: pytest.LogCaptureFixture):
    """Only the one remark is left out."""
    keep_readable()
    caches = logging.getLogger("streamlit.runtime.caching.cache_data_api")
    caches.warning("No runtime found, using MemoryCacheStorageManager")
    caches.warning("something else")
    assert [record.getMessage() for record in caplog.records] == ["something else"]
