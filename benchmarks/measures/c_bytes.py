"""What a first visit brings over the network, in Chromium with an empty cache: until a tap works, and with charts.

Counted are the bodies as they are sent, compressed, with their headers; what the websocket sends is in `g_bytes.py`.
"""

import asyncio
from urllib.parse import urlencode

from playwright.sync_api import Browser, CDPSession, sync_playwright

from benchmarks.client import CONCERN_KEY
from benchmarks.load import options_of
from benchmarks.measures import Bench
from benchmarks.measures.c_first_view import DRAWN, TIMEOUT, chromium
from benchmarks.results import Figure, Outcome, Ratio
from benchmarks.servers import Server

TAP_GOAL, CHARTS_GOAL = 1.2, 2.6
"""Megabytes at most until a tap works, and with the charts."""
QUIET = 1500
"""Milliseconds after the page stands in which what it still asks for counts as well."""


def _brought(browser: Browser, server: Server, query: str) -> tuple[float, float]:
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    try:
        page = context.new_page()
        wire: CDPSession = context.new_cdp_session(page)
        sizes: list[float] = []
        wire.on("Network.loadingFinished", lambda event: sizes.append(event["encodedDataLength"]))
        wire.send("Network.enable")
        page.goto(f"{server.url}/?{query}", wait_until="commit", timeout=TIMEOUT)
        page.locator(DRAWN).wait_for(timeout=TIMEOUT)
        page.locator("#root .nw-foot").wait_for(timeout=TIMEOUT)
        page.wait_for_timeout(QUIET)
        tap = sum(sizes)
        page.locator("#findings").scroll_into_view_if_needed()
        page.locator("[data-testid=stPlotlyChart] .main-svg").last.wait_for(timeout=TIMEOUT)
        page.wait_for_timeout(QUIET)
        return tap / 1e6, sum(sizes) / 1e6
    finally:
        context.close()


def measure(bench: Bench) -> Outcome:
    """Open Explore of a concern once; every byte counts, so no second time is needed."""
    options = asyncio.run(options_of(bench.app.port))
    query = urlencode({CONCERN_KEY: options[1 % len(options)]})
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium(), args=["--no-sandbox", "--disable-background-networking"]
        )
        try:
            tap, charts = _brought(browser, bench.app, query)
        finally:
            browser.close()
    return Outcome(
        figures=[
            Figure("first visit, until a tap works", "MB", bench.app.name, tap, 2),
            Figure("first visit, with charts", "MB", bench.app.name, charts, 2),
        ],
        ratios=[
            Ratio(f"first visit until a tap works / {TAP_GOAL} MB", tap / TAP_GOAL, 1.0, "at most"),
            Ratio(f"first visit with charts / {CHARTS_GOAL} MB", charts / CHARTS_GOAL, 1.0, "at most"),
        ],
    )
