"""A clinic's settings in a browser: its name, colour and marks, and the product inside a page of its own website."""

from __future__ import annotations

import json
import threading
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from needlewise import ROOT
from needlewise.clinic import settings
from needlewise.evidence.reading.load import load
from needlewise.words import say
from tests.browser.conftest import (
    axe_faults,
    becomes,
    new_window,
    none_of,
    resize,
    running_server,
    settled,
    too_wide,
    visit,
)
from tests.clinics import LOGO


class _Website(BaseHTTPRequestHandler):
    """A page of somebody's website that shows another address in a frame: `/?http://...`.

    What stands before the question mark is allowed to a frame that is shut in: `/allow-scripts+allow-forms?http://...`.
    """

    def do_GET(self) -> None:
        """One page, whatever is asked for."""
        allowed, _, address = self.path.removeprefix("/").partition("?")
        shut_in = f'sandbox="{allowed.replace("+", " ")}"' if allowed else ""
        body = f'<!doctype html><title>Website</title><iframe {shut_in} src="{address}" title="Needlewise" width="900" height="700"></iframe>'
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        self.wfile.write(body.encode())

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  the name it is called with
        """Say nothing."""


@contextmanager
def _website() -> Iterator[int]:
    """A website on a port of its own; yields the port."""
    with ThreadingHTTPServer(("127.0.0.1", 0), _Website) as website:
        threading.Thread(target=website.serve_forever, daemon=True).start()
        yield website.server_port
        website.shutdown()


@pytest.fixture(scope="module")
def website() -> Iterator[int]:
    """The port of somebody's website.

    `localhost` and `127.0.0.1` are two of its names, and two websites to a browser.
    """
    with _website() as port:
        yield port


@pytest.fixture(scope="module")
def clinic_server(tmp_path_factory: pytest.TempPathFactory, website: int) -> Iterator[str]:
    """A server with the example's settings and a logo, which one of the two names may frame."""
    folder = tmp_path_factory.mktemp("clinic")
    text = (ROOT / "clinic.example.toml").read_text(encoding="utf-8")
    first = f'logo = "logo.svg"\nembed_on = ["http://localhost:{website}"]\n'
    (folder / "clinic.toml").write_text(first + text, encoding="utf-8")
    (folder / "logo.svg").write_bytes(LOGO)
    server = running_server(folder / "log.txt")
    with pytest.MonkeyPatch.context() as patch:
        # Only while it starts: other servers of these tests serve no clinic.
        patch.setenv(settings.VARIABLE, str(folder / "clinic.toml"))
        address = server.__enter__()
    yield address
    server.__exit__(None, None, None)


def test_a_listed_website_shows_it_in_a_frame_and_it_works_there(
    window: Page, clinic_server: str, website: int
) -> None:
    """The answer is there, another concern can be picked, and another page opened, all inside the frame."""
    page = window
    page.goto(f"http://localhost:{website}/?{clinic_server}/?embed=true&concern=acne_scars")
    frame = page.frame_locator("iframe")
    expect(frame.locator("#root .nw-eyebrow")).to_contain_text("acne scars")
    expect(frame.locator("#root .nw-foot")).to_contain_text("Northgate Clinic")
    frame.get_by_role("radio", name="Fine lines").click()
    expect(frame.locator("#root .nw-eyebrow")).to_contain_text("fine lines")
    frame.get_by_role("link", name="Compare", exact=True).click()
    expect(frame.locator(".nw-compare")).to_be_visible()
    expect(frame.locator("#root .nw-foot")).to_contain_text("Northgate Clinic")
    assert page.url.startswith("http://localhost")
    becomes(page, lambda: "embed=true" in page.frames[1].url, wanted=True)


@pytest.mark.parametrize("who", ["another website", "a website, and no clinic"])
def test_no_other_website_can_show_it(window: Page, clinic_server: str, server: str, website: int, who: str) -> None:
    """The browser itself refuses: by the header, whatever the address says."""
    name, address = ("127.0.0.1", clinic_server) if who == "another website" else ("localhost", server)
    with window.expect_console_message(lambda message: "frame-ancestors" in message.text):
        window.goto(f"http://{name}:{website}/?{address}/?embed=true")
    becomes(window, lambda: window.frames[1].url, "chrome-error://chromewebdata/")
    assert window.frame_locator("iframe").locator("#root, .stApp").count() == 0


_SHUT_IN = "allow-scripts+allow-same-origin+allow-forms+allow-popups+allow-popups-to-escape-sandbox"


def test_in_a_frame_that_may_save_no_file_it_says_what_to_do(window: Page, clinic_server: str, website: int) -> None:
    """The browser tells nobody that it refused; the line gives a window of its own, with what the address holds."""
    window.goto(f"http://localhost:{website}/{_SHUT_IN}?{clinic_server}/take_home?concern=acne_scars&embed=true")
    frame = window.frame_locator("iframe")
    help_ = frame.get_by_text(say("connection-framed"))
    expect(frame.locator(".nw-paper")).to_be_visible()
    expect(help_).to_be_hidden()
    frame.locator(".st-key-take_home_pdf button").click()
    expect(help_).to_be_visible()
    with window.expect_popup() as opened:
        frame.get_by_role("link", name=say("connection-framed-open")).click()
    own = opened.value
    settled(own)
    assert "/take_home?" in own.url
    assert "embed" not in own.url
    with own.expect_download():
        own.locator(".st-key-take_home_pdf button").click()
    expect(own.get_by_text(say("connection-framed"))).to_be_hidden()
    own.close()
    frame.get_by_role("button", name=say("connection-seen"), exact=True).click()
    expect(help_).to_be_hidden()


def test_in_a_frame_without_an_origin_the_first_answer_says_that_it_is_all(
    window: Page, clinic_server: str, website: int
) -> None:
    """Streamlit cannot start there: what can be read must not look alive."""
    window.goto(f"http://localhost:{website}/allow-scripts?{clinic_server}/?concern=acne_scars&embed=true")
    frame = window.frame_locator("iframe")
    expect(frame.locator("#nw-early h1.nw-answer")).to_be_visible()
    expect(frame.get_by_text(say("connection-alone"))).to_be_visible()


def test_every_option_stays_in_sight_and_in_its_place(window: Page, clinic_server: str, server: str) -> None:
    """The same options in the same order as without a clinic, none of them out of sight, smaller or paler."""
    rows = window.locator("tr[data-option]")
    order = "rows => rows.map(row => row.dataset.option)"
    visit(window, f"{server}/?concern=acne_scars")
    plain = rows.evaluate_all(order)
    visit(window, f"{clinic_server}/?concern=acne_scars")
    assert rows.evaluate_all(order) == plain
    assert len(plain) == len(load().options("acne_scars"))
    window.locator(".nw-options-more summary").click()
    looks = """rows => new Set(rows.map(row => {
        const style = getComputedStyle(row.querySelector('th')), whole = getComputedStyle(row);
        return [style.color, style.fontSize, style.fontWeight, style.backgroundColor, whole.opacity, whole.display].join()
    })).size"""
    assert rows.evaluate_all(looks) == 1
    for row in rows.all():
        expect(row).to_be_visible()


def test_the_logo_is_seen(window: Page, clinic_server: str) -> None:
    """It loads from this host, on the first page and on one further in."""
    width = "logo => logo.naturalWidth"
    for path in ("", "about"):
        visit(window, f"{clinic_server}/{path}?concern=acne_scars")
        becomes(window, lambda: window.locator(".nw-logo").evaluate(width) > 0, wanted=True)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_violation_in_a_clinics_colour(window: Page, clinic_server: str, scheme: str) -> None:
    """Its accent, marks and links read well in both themes, and nothing runs off a phone's side."""
    page = visit(window, f"{clinic_server}/?concern=acne_scars", scheme=scheme)
    found: dict[str, list[str]] = {}
    for width in (360, 1280):
        resize(page, width, 900)
        found[f"{width} px"] = too_wide(page) + axe_faults(page)
    none_of(found)


def test_a_faulty_file_is_seen_by_the_operator_and_changes_no_disclosure(
    window: Page, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The log names the field, readiness and every page say that there is one; nowhere does it say that nobody paid."""
    (tmp_path / "clinic.toml").write_text('name = "Northgate"\naccent = "teal"\n', encoding="utf-8")
    monkeypatch.setenv(settings.VARIABLE, str(tmp_path / "clinic.toml"))
    log = tmp_path / "log.txt"
    with running_server(log, ready="/api/health") as address:
        for path in ("", "compare", "plan", "about"):
            page = visit(window, f"{address}/{path}?concern=acne_scars")
            expect(page.locator("#root .nw-unread")).to_have_text(say("clinic-unread", count=2))
            expect(page.locator("#root .nw-foot")).to_contain_text(say("clinic-payer-unread"))
            assert page.get_by_text(say("funding")).count() == 0
        # Once it is warm, however long that takes here.
        while _readiness(address) == (503, "warming"):
            window.wait_for_timeout(500)
        assert _readiness(address) == (503, "settings")
        assert page.get_by_text("Northgate").count() == 0
        assert page.locator("[data-testid=stException]").count() == 0
    told = log.read_text(encoding="utf-8")
    assert "who_pays: expected this setting" in told
    assert "accent: found 'teal'" in told
    assert "Traceback" not in told


def test_on_a_shared_device_the_next_client_starts_clean_without_the_room(
    browser: Browser, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """New client is on every page, and what was chosen and told goes after the idle time; the plain start stays."""
    text = 'name = "Northgate"\nwho_pays = "Northgate pays."\nshared_device = true\nidle_minutes = 5\n'
    (tmp_path / "clinic.toml").write_text(text, encoding="utf-8")
    monkeypatch.setenv(settings.VARIABLE, str(tmp_path / "clinic.toml"))
    with running_server(tmp_path / "log.txt") as address:
        page = new_window(browser)
        page.clock.install()
        page.goto(address)
        settled(page)
        # Nothing was chosen, so nothing is cleared, however long the tablet lies there.
        page.clock.fast_forward(3_600_000)
        page.clock.run_for(3_000)
        expect(page.locator("#nw-idle")).to_be_hidden()
        page.clock.resume()
        page.goto(f"{address}/suitability?concern=acne_scars")
        settled(page)
        page.get_by_role("button", name=say("condition-diabetes")).first.click()
        expect(page.locator("p.nw-lead[role=status]", has_text=say("condition-diabetes"))).to_be_visible()
        settled(page)
        page.clock.fast_forward(400_000)
        page.clock.run_for(2_000)
        page.clock.resume()
        page.wait_for_url(f"{address}/")
        settled(page)
        page.goto(f"{address}/compare?concern=acne_scars")
        settled(page)
        page.get_by_role("button", name=say("room-new"), exact=True).click()
        page.get_by_role("button", name=say("room-new-yes")).click()
        page.wait_for_url(f"{address}/")
        settled(page)
        becomes(
            page, lambda: page.evaluate("navigation.entries().filter(entry => entry.url.includes('acne')).length"), 0
        )
        page.context.close()


def _readiness(address: str) -> tuple[int, str]:
    try:
        with urllib.request.urlopen(f"{address}/api/ready") as answer:  # noqa: S310 - our own server
            return answer.status, json.load(answer)["status"]
    except urllib.error.HTTPError as error:
        with error:
            return error.code, json.load(error)["status"]
