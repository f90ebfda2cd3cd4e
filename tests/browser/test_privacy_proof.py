"""A whole visit, watched from outside the server: what is asked of others, written to a disk, logged, and left in memory."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from benchmarks.cluster import Replica, replicas
from needlewise.server.sweeping import EVERY_SECONDS
from needlewise.words import say
from tests.browser.conftest import new_window, settled

# Python runs this before the server: every file opened for writing, every folder made, every other host asked.
_WATCH = """
import os, sys
log = os.open(os.environ["NEEDLEWISE_TEST_WATCH"], os.O_WRONLY | os.O_CREAT | os.O_APPEND)
WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_APPEND | os.O_TRUNC

def watch(event, given):
    told = None
    if event == "open" and isinstance(given[0], (str, bytes)) and (given[2] or 0) & WRITES:
        told = os.fsdecode(given[0])
    elif event in ("os.mkdir", "os.rename", "os.link", "os.symlink", "os.truncate", "tempfile.mkstemp", "subprocess.Popen"):
        told = repr(given)
    elif event == "socket.connect" and isinstance(given[1], tuple) and given[1][0] not in ("127.0.0.1", "::1"):
        told = repr(given[1])
    elif event == "socket.getaddrinfo" and given[0] not in (None, "", "localhost", "127.0.0.1", "::", "::1", "0.0.0.0"):
        told = repr(given[0])
    if told is not None and told not in ("/dev/null", os.devnull):
        os.write(log, f"{event} {told}\\n".encode())

sys.addaudithook(watch)
"""
# Nobody else writes these words.
MARK = "Quillfeather"
_TTL = "2"


@pytest.fixture
def watched(tmp_path: Path) -> Iterator[tuple[Replica, Path]]:
    """A replica of its own, and where it is written down what it wrote and asked."""
    (tmp_path / "sitecustomize.py").write_text(_WATCH, encoding="utf-8")
    written = tmp_path / "written.txt"
    environment = {
        "PYTHONPATH": str(tmp_path),
        "PYTHONDONTWRITEBYTECODE": "1",
        # What is let go is written over at once: a word that can still be found is still held by something.
        "PYTHONMALLOC": "malloc",
        "GLIBC_TUNABLES": "glibc.malloc.perturb=165:glibc.malloc.tcache_count=0",
        "NEEDLEWISE_TEST_WATCH": str(written),
        "STREAMLIT_SERVER_DISCONNECTED_SESSION_TTL": _TTL,
    }
    with replicas(1, tmp_path, environment) as made:
        yield made[0], written


def _in_memory(replica: Replica, word: str) -> int:
    """How often a word stands in the memory of the process, as text of one byte or four a letter."""
    found = 0
    wanted = [word.encode("utf-8"), word.encode("utf-32-le")]
    places = Path(f"/proc/{replica.pid}/maps").read_text(encoding="utf-8").splitlines()
    with Path(f"/proc/{replica.pid}/mem").open("rb", buffering=0) as memory:
        for place in places:
            span, rights = place.split()[:2]
            if not rights.startswith("rw"):
                continue
            start, end = (int(part, 16) for part in span.split("-"))
            try:
                memory.seek(start)
                text = memory.read(end - start)
            except (OSError, ValueError, OverflowError):
                continue
            found += sum(text.count(word) for word in wanted)
    return found


def _still_there(replica: Replica) -> bool:
    """Whether the visit is open, or kept for its visitor to come back."""
    return replica.metric("needlewise_sockets_open") > 0 or replica.metric("needlewise_sessions_kept") > 0


def _tell(page: Page, address: str) -> None:
    """A visit that tells: a tick, a skin tone, a name and a note, and takes the paper and the plan."""
    page.goto(f"{address}/suitability?concern=acne_scars")
    settled(page)
    page.get_by_role("button", name=say("condition-diabetes")).first.click()
    expect(page.locator("p.nw-lead[role=status]", has_text=say("condition-diabetes"))).to_be_visible()
    settled(page)
    for name in ("compare", "plan", "priorities", "evidence", "take_home"):
        page.locator(f"[data-testid=stTopNavLink][href$='/{name}']").first.click()
        page.wait_for_url(f"**/{name}?**")
        settled(page)
    expect(page.locator(".nw-paper")).to_contain_text(say("condition-diabetes"))
    page.locator(".st-key-take_home_name input").fill(f"Ann {MARK}")
    page.keyboard.press("Tab")
    page.locator(".st-key-take_home_note textarea").fill(f"Ring {MARK} on Monday")
    page.keyboard.press("Tab")
    expect(page.locator(".nw-paper")).to_contain_text(f"Ring {MARK} on Monday")
    settled(page)
    with page.expect_download():
        page.locator(".st-key-take_home_pdf button").click()
    settled(page)


def test_a_visit_asks_nobody_writes_nothing_and_leaves_no_word(
    browser: Browser, watched: tuple[Replica, Path], tmp_path: Path
) -> None:
    """From the first page to the closed tab."""
    replica, written = watched
    address = f"http://127.0.0.1:{replica.port}"
    page = new_window(browser)
    asked: set[str] = set()
    page.context.on("request", lambda request: asked.add(urlsplit(request.url).netloc))
    before = set((tmp_path / "home").rglob("*"))
    _tell(page, address)
    assert _in_memory(replica, MARK) > 0
    page.context.close()
    deadline = time.monotonic() + 4 * (EVERY_SECONDS + int(_TTL))
    while _still_there(replica) and time.monotonic() < deadline:
        time.sleep(1)
    assert replica.metric("needlewise_sessions_kept") == 0
    assert _in_memory(replica, MARK) == 0
    assert asked - {urlsplit(address).netloc, ""} == set()
    assert set((tmp_path / "home").rglob("*")) == before
    assert written.read_text(encoding="utf-8") == ""
    log = replica.log()
    for word in (MARK, "acne", "diabetes", "concern=", "Traceback"):
        assert word not in log


def test_what_is_written_and_asked_is_really_watched(tmp_path: Path) -> None:
    """So the test above can fail: a program in the same environment that writes a file and looks for a host is seen."""
    (tmp_path / "sitecustomize.py").write_text(_WATCH, encoding="utf-8")
    written = tmp_path / "written.txt"
    code = "import socket; open('told.txt', 'w').close(); socket.getaddrinfo('somewhere.example', 80)"
    environment = os.environ | {"PYTHONPATH": str(tmp_path), "NEEDLEWISE_TEST_WATCH": str(written)}
    subprocess.run([sys.executable, "-c", code], cwd=tmp_path, env=environment, capture_output=True, check=False)
    told = written.read_text(encoding="utf-8")
    assert "open told.txt" in told
    assert "somewhere.example" in told
