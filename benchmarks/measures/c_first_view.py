"""Time from opening the address until the answer can be read, in headless Chromium with an empty cache each time."""

import asyncio
import json
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
DRAWN = "#root h1.nw-answer"
"""The app's answer as Streamlit draws it: it takes the place of the one that came with the first HTML."""
TIMEOUT = 60_000
"""Longest wait for one page, milliseconds."""

# Runs in the page from its first moment. `performance.now()` counts from the start of the navigation.
WATCH = """
(() => {
  const wanted = new Set(SELECTORS), seen = {};
  const look = () => {
    for (const selector of wanted) {
      const found = document.querySelector(selector);
      if (found && found.innerText.trim() && found.getClientRects().length) {
        seen[selector] = performance.now();
        wanted.delete(selector);
      }
    }
    if (!wanted.size) window.benchSeen = seen;
    else if (performance.now() < 60000) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
})();
"""


def chromium() -> str | None:
    """Return the system's Chromium, or None to use the one that Playwright installed."""
    return shutil.which("chromium") or shutil.which("chromium-browser")


def _seen_after(browser: Browser, server: Server, query: str, selectors: list[str]) -> list[float]:
    """Open the page in a fresh context, which has an empty cache; return milliseconds until each text is readable."""
    context = browser.new_context()
    try:
        page = context.new_page()
        page.add_init_script(WATCH.replace("SELECTORS", json.dumps(selectors)))
        page.goto(f"{server.url}/?{query}", wait_until="commit", timeout=TIMEOUT)
        page.wait_for_function("() => window.benchSeen", timeout=TIMEOUT)
        seen = cast("dict[str, float]", page.evaluate("() => window.benchSeen"))
        return [seen[selector] for selector in selectors]
    finally:
        context.close()


def measure(bench: Bench) -> Outcome:
    """Load the app and the bare page in turns, both at an address that names a concern."""
    options = asyncio.run(options_of(bench.app.port))
    query = urlencode({CONCERN_KEY: options[1 % len(options)]})
    loads = 1 if bench.quick else LOADS
    wanted = {bench.app: [bench.app.answer_selector, DRAWN], bench.bare: [bench.bare.answer_selector]}
    seen: dict[str, list[list[float]]] = {server.name: [] for server in wanted}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium(), args=["--no-sandbox", "--disable-background-networking"]
        )
        try:
            for server, selectors in wanted.items():
                _seen_after(browser, server, query, selectors)
            for _ in range(loads):
                for server, selectors in wanted.items():
                    seen[server.name].append(_seen_after(browser, server, query, selectors))
        finally:
            browser.close()
    app, drawn = (median(times) for times in zip(*seen[bench.app.name], strict=True))
    bare = median(times[0] for times in seen[bench.bare.name])
    return Outcome(
        figures=[
            Figure("answer readable, empty cache", "ms", bench.app.name, app, 0),
            Figure("answer readable, empty cache", "ms", bench.bare.name, bare, 0),
            Figure("the same, drawn by Streamlit", "ms", bench.app.name, drawn, 0),
        ],
        ratios=[Ratio("time until the answer is readable, app / bare", app / bare, GOAL, "at most")],
    )
