"""Time from opening the address until the answer can be read, in headless Chromium with an empty cache each time."""

import asyncio
import shutil
from statistics import median
from typing import cast
from urllib.parse import urlencode

from playwright.sync_api import Browser, sync_playwright

from benchmarks.client import CONCERN_KEY
from benchmarks.load import options_of
from benchmarks.measures import Bench
from benchmarks.results import Figure, Outcome, Ratio
from benchmarks.servers import Server

LOADS = 5
GOAL = 1.15
"""The app's answer is readable at most this many times as late as the bare page's line of text."""
TIMEOUT = 60_000
"""Longest wait for one page, milliseconds."""

# Runs in the page from its first moment. `performance.now()` counts from the start of the navigation.
WATCH = """
(() => {
  const look = () => {
    const found = document.querySelector(SELECTOR);
    if (found && found.innerText.trim() && found.getClientRects().length) { window.benchSeen = performance.now(); return; }
    if (performance.now() < 60000) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
})();
"""


def _chromium() -> str | None:
    """Return the system's Chromium, or None to use the one that Playwright installed."""
    return shutil.which("chromium") or shutil.which("chromium-browser")


def _seen_after(browser: Browser, server: Server, query: str) -> float:
    """Open the page in a fresh context, which has an empty cache; return milliseconds until the answer is readable."""
    context = browser.new_context()
    try:
        page = context.new_page()
        page.add_init_script(WATCH.replace("SELECTOR", repr(server.answer_selector)))
        page.goto(f"{server.url}/?{query}", wait_until="commit", timeout=TIMEOUT)
        page.locator(server.answer_selector).first.wait_for(state="visible", timeout=TIMEOUT)
        for _ in range(200):
            seen = cast("float | None", page.evaluate("() => window.benchSeen ?? null"))
            if seen is not None:
                return seen
            page.wait_for_timeout(10)
        raise TimeoutError(f"no text in {server.answer_selector} on {server.name}")
    finally:
        context.close()


def measure(bench: Bench) -> Outcome:
    """Load the app and the bare page in turns, both at an address that names a concern."""
    options = asyncio.run(options_of(bench.app.port))
    query = urlencode({CONCERN_KEY: options[1 % len(options)]})
    loads = 1 if bench.quick else LOADS
    pages = (bench.app, bench.bare)
    seen: dict[str, list[float]] = {server.name: [] for server in pages}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=_chromium(), args=["--no-sandbox", "--disable-background-networking"]
        )
        try:
            for server in pages:
                _seen_after(browser, server, query)
            for _ in range(loads):
                for server in pages:
                    seen[server.name].append(_seen_after(browser, server, query))
        finally:
            browser.close()
    middle = {page: median(times) for page, times in seen.items()}
    return Outcome(
        figures=[Figure("answer readable, empty cache", "ms", page, time, 0) for page, time in middle.items()],
        ratios=[
            Ratio("time until the answer is readable, app / bare", middle["app"] / middle["bare"], GOAL, "at most")
        ],
    )
