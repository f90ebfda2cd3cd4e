"""What a visit told is gone from a quiet server within the time that About states."""

from __future__ import annotations

import time
import urllib.error
import urllib.request
from pathlib import Path

from playwright.sync_api import Browser, expect

from needlewise.server.sweeping import EVERY_SECONDS
from tests.browser.conftest import new_window, running_server, settled

# Two minutes in use.
_REMEMBERED_SECONDS = 1


def _metric(address: str, name: str) -> float:
    with urllib.request.urlopen(f"{address}/api/metrics") as answer:  # noqa: S310 - our own server
        lines = answer.read().decode().splitlines()
    return float(next(line for line in lines if line.startswith(f"{name} ")).split()[1])


def _status(address: str) -> int:
    try:
        with urllib.request.urlopen(address) as answer:  # noqa: S310 - our own server
            status: int = answer.status
    except urllib.error.HTTPError as error:
        with error:
            return error.code
    return status


def test_a_closed_tab_leaves_no_session_and_no_pdf_on_a_quiet_server(browser: Browser, tmp_path: Path) -> None:
    """Nobody else comes: the session and the address of its PDF are gone all the same."""
    with running_server(tmp_path / "log.txt", f"--server.disconnectedSessionTTL={_REMEMBERED_SECONDS}") as address:
        page = new_window(browser)
        files: list[str] = []
        page.on("request", lambda asked: files.append(asked.url) if "/media/" in asked.url else None)
        page.goto(f"{address}/take_home?concern=acne_scars")
        settled(page)
        page.locator(".st-key-take_home_note textarea").fill("Ring on Monday")
        with page.expect_download():
            page.locator(".st-key-take_home_pdf button").click()
        expect(page.locator(".nw-paper")).to_contain_text("Ring on Monday")
        settled(page)
        assert _metric(address, "needlewise_sockets_open") == 1
        page.context.close()
        pdf = next(url for url in files if url.split("?")[0].endswith(".pdf"))
        deadline = time.monotonic() + 3 * (_REMEMBERED_SECONDS + EVERY_SECONDS)
        while _status(pdf) != 404 and time.monotonic() < deadline:
            time.sleep(1)
        assert _status(pdf) == 404
        assert _metric(address, "needlewise_sessions_kept") == 0
        assert _metric(address, "needlewise_sockets_open") == 0
