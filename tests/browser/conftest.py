"""A freshly started server and the machine's own Chromium. No browser means red tests, never skipped ones.

A slow and busy machine is no fault: a test never waits for a span of time, but for what its last step shall lead to.
"""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
import tomllib
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Error, Page, expect, sync_playwright

from needlewise import ROOT
from tests.browser.network import Line, line_to

_START_SECONDS = 120
# Long enough for a machine that does five other things; what works is never kept waiting by them.
_STEP_MS = 60_000
_EXPECT_MS = 20_000
_OFTEN_MS = 50
expect.set_options(timeout=_EXPECT_MS)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def as_make_run(port: int) -> list[str]:
    """The command of `make run`."""
    return [
        sys.executable,
        "-m",
        "streamlit",
        "run",
        "app.py",
        f"--server.port={port}",
        "--server.address=127.0.0.1",
    ]


@contextmanager
def running_server(
    log: Path,
    *options: str,
    command: Callable[[int], list[str]] = as_make_run,
    folder: Path = ROOT,
    environment: dict[str, str] | None = None,
    ready: str = "/api/ready",
) -> Iterator[str]:
    """Start the app in a folder, as `make run` does if not told otherwise, wait until `ready` answers, and end it.

    `environment` takes the place of this process's own. Yields its address.
    """
    port = _free_port()
    with log.open("w") as output:
        process = subprocess.Popen(
            [*command(port), *options],
            cwd=folder,
            stdout=output,
            stderr=subprocess.STDOUT,
            env=environment or os.environ.copy(),
        )
    address = f"http://127.0.0.1:{port}"
    ORIGINS.append(address)
    try:
        deadline = time.monotonic() + _START_SECONDS
        while True:
            try:
                with urllib.request.urlopen(f"{address}{ready}", timeout=1):  # noqa: S310 - our own server
                    break
            except OSError:
                if process.poll() is not None or time.monotonic() > deadline:
                    pytest.fail(f"the server did not start:\n{log.read_text()}")
                time.sleep(0.2)
        yield address
    finally:
        process.terminate()
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
        ORIGINS.remove(address)


@pytest.fixture(scope="session")
def slow_line(server: str) -> Iterator[Line]:
    """A line to the shared server, whose delay a test sets; one address, so that the product's files stay in the cache."""
    with line_to(server) as line:
        ORIGINS.append(line.address)
        yield line
        ORIGINS.remove(line.address)


def chromium_path() -> str | None:
    """The system's Chromium; None lets Playwright use the one it installed."""
    return shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")


@pytest.fixture(scope="session")
def server_log(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All that the shared server says."""
    return tmp_path_factory.mktemp("server") / "log.txt"


@pytest.fixture(scope="session")
def server(server_log: Path) -> Iterator[str]:
    """The address of a server shared by the tests of one worker."""
    with running_server(server_log) as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The system's Chromium, else the one Playwright installed."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=chromium_path(),
            args=[
                "--no-sandbox",
                "--disable-gpu",
                "--disable-background-networking",
                "--disable-component-update",
                # A page lives for seconds here: making its code faster would take longer than running it.
                "--js-flags=--no-opt --no-maglev",
                # Tabs of one window share what was made of the front end's scripts: half of what a page takes.
                "--process-per-site",
            ],
        )
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def window(browser: Browser) -> Page:
    """One tab for all tests of a worker that are not about a new visitor.

    `visit` starts every test anew: a new session on the server, the window as large and as dark as asked for. Tests
    about storage, history or touch open a tab of their own (`new_tab`), those about requests or a changed clock a
    window of their own (`new_window`).
    """
    return new_tab(browser)


def new_window(browser: Browser, *, touch: bool = False) -> Page:
    """A window of an empty profile, with nothing opened in it and nothing in its cache. Ends with `page.context.close()`."""
    context = browser.new_context(has_touch=touch)
    context.set_default_timeout(_STEP_MS)
    return context.new_page()


ORIGINS: list[str] = []
"""Where a tab may have stored something: the servers that run now, and the lines to them."""
_WINDOWS: dict[tuple[Browser, bool], BrowserContext] = {}


def _forget(browser: Browser, _: BrowserContext, *, touch: bool) -> None:
    _WINDOWS.pop((browser, touch), None)


def new_tab(browser: Browser, *, touch: bool = False) -> Page:
    """A new visitor whose browser has the product's files: no history, no cookie, nothing stored. Ends with `page.close()`.

    All tabs of a worker are in one window, or, with `touch`, in a second one.
    """
    context = _WINDOWS.get((browser, touch))
    if context is None:
        page = new_window(browser, touch=touch)
        context = _WINDOWS[browser, touch] = page.context
        context.on("close", partial(_forget, browser, touch=touch))
        # Stays open: what was made of the scripts goes with the last tab.
        if ORIGINS:
            page.goto(f"{ORIGINS[0]}/robots.txt")
    page = context.new_page()
    context.clear_cookies()
    session = context.new_cdp_session(page)
    for origin in ORIGINS:
        session.send("Storage.clearDataForOrigin", {"origin": origin, "storageTypes": "local_storage,indexeddb"})
    session.detach()
    return page


def open_page(
    browser: Browser,
    address: str,
    *,
    width: int = 1280,
    height: int = 900,
    scheme: str = "light",
    touch: bool = False,
) -> Page:
    """A new visitor: a new tab, one page, opened and finished drawing."""
    return visit(new_tab(browser, touch=touch), address, width=width, height=height, scheme=scheme)


def visit(page: Page, address: str, *, width: int = 1280, height: int = 900, scheme: str = "light") -> Page:
    """Open an address in a window that is there already, and wait until the page is finished."""
    page.set_viewport_size({"width": width, "height": height})
    page.emulate_media(media="screen", color_scheme=scheme)  # type: ignore[arg-type]
    page.mouse.move(0, 0)
    page.goto(address)
    settled(page)
    return page


# Functions, all of them: the page's own policy forbids to read a text as code a second time.
# The script has run, nothing is a grey placeholder any more, the charts are drawn, and the window is not being cleared.
_DRAWN = """() => document.querySelector('[data-testid=stApp][data-test-script-state=notRunning]')
  && document.querySelector('#root .nw-foot')
  && !document.querySelector('.nw-forgotten, [data-testid=stSkeleton]')
  && document.documentElement.style.visibility !== 'hidden'
  && [...document.querySelectorAll('[data-testid=stPlotlyChart]')].every(chart => chart.querySelector('.main-svg'))"""
_FIRST_IS_GONE = "() => !document.getElementById('nw-early')"


def drawn(page: Page) -> None:
    """Wait until Streamlit has drawn the page to its foot, charts included."""
    page.wait_for_function(_DRAWN, polling=_OFTEN_MS)


def draw_pictures(page: Page) -> None:
    """Come near the pictures of Explore, and wait until they are drawn."""
    page.locator("#findings").scroll_into_view_if_needed()
    expect(page.locator(".nw-wait")).to_have_count(0)
    settled(page)


def settled(page: Page) -> None:
    """Wait until the page is finished: drawn, and the first HTML taken away.

    After a step that makes the script run again, wait for what that step changes first: the run may not have begun yet.
    """
    drawn(page)
    page.wait_for_function(_FIRST_IS_GONE, polling=_OFTEN_MS)


def becomes(page: Page, read: Callable[[], object], wanted: object) -> None:
    """Read until it is what is wanted; if it never is, the failure shows what was read last."""
    deadline = time.monotonic() + _EXPECT_MS / 1000
    while True:
        try:
            found = read()
        except Error:
            # The page was being exchanged for another.
            if time.monotonic() > deadline:
                raise
        else:
            if found == wanted or time.monotonic() > deadline:
                break
        page.wait_for_timeout(50)
    assert found == wanted


# A chart follows its container a moment later.
_FITTED = """() => [...document.querySelectorAll('[data-testid=stPlotlyChart]')].every(chart => {
  const drawn = chart.querySelector('.main-svg')?.getBoundingClientRect().width;
  return Math.abs(drawn - chart.getBoundingClientRect().width) <= 1;
})"""


def resize(page: Page, width: int, height: int) -> None:
    """Make the window as large as that, charts included: the page is then the same as one opened in that size."""
    page.set_viewport_size({"width": width, "height": height})
    page.wait_for_function(_FITTED, polling=_OFTEN_MS)


def _paper(scheme: str) -> str:
    """The colour of a theme's background, as a browser names it."""
    themes = tomllib.loads((ROOT / ".streamlit/config.toml").read_text(encoding="utf-8"))["theme"]
    red, green, blue = bytes.fromhex(themes[scheme]["backgroundColor"].removeprefix("#"))
    return f"rgb({red}, {green}, {blue})"


def switch_theme(page: Page, scheme: str) -> None:
    """Switch between light and dark under an open page.

    Charts keep their colours until the next run: not for pages with any.
    """
    assert page.locator("[data-testid=stPlotlyChart]").count() == 0
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    expect(page.locator("[data-testid=stApp]")).to_have_css("background-color", _paper(scheme))


def still(page: Page) -> None:
    """Wait until nothing on the page moves or fades any more."""
    page.wait_for_function(
        "() => document.getAnimations().every(move => move.playState !== 'running')", polling=_OFTEN_MS
    )


def too_wide(page: Page) -> list[str]:
    """One line if the page runs off its side at the window's size, else nothing."""
    reach = "Math.max(document.querySelector('[data-testid=stMain]').scrollWidth, document.documentElement.scrollWidth) - innerWidth"
    deadline = time.monotonic() + 5
    while (over := int(page.evaluate(reach))) > 0 and time.monotonic() < deadline:
        page.wait_for_timeout(100)
    return [f"runs {over} px off the side"] if over > 0 else []


_AXE = Axe().axe_script


def axe_faults(page: Page) -> list[str]:
    """What the accessibility rules find against the page as it stands, one line for each place; no rule is left out."""
    still(page)
    if not page.evaluate("'axe' in window"):
        page.evaluate(_AXE)
    found = page.evaluate("axe.run({resultTypes: ['violations']}).then(results => results.violations)")
    return [f"{rule['id']}: {node['target']} {node['html'][:160]}" for rule in found for node in rule["nodes"]]


def none_of(found: dict[str, list[str]]) -> None:
    """Fail with all faults of all cases at once, each under the name of its case."""
    told = [f"{case}: {fault}" for case, faults in found.items() for fault in faults]
    assert not told, "\n".join(told)
