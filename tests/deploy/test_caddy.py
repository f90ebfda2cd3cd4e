"""The real Caddy with the Caddyfile of `deploy/` in front of three replicas: what a visitor notices when some end.

Not a part of `make test`, for a fresh machine has no Caddy: `make deploy-test` brings one and runs it.
"""

from __future__ import annotations

import http.cookiejar
import ssl
import threading
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Self

import pytest
from playwright.sync_api import Browser, Page, expect

from benchmarks.cluster import Cluster, Replica, cluster, fetch
from needlewise.evidence.reading.load import load
from needlewise.words import say
from tests.browser.conftest import becomes, settled

# As long as a visitor may wait for the same page, in milliseconds.
_BACK_MS = 10_000
_OPTIONS = "microneedling,no_treatment"
_STATE = "() => document.querySelector('[data-testid=stApp]').dataset.testConnectionState"


@pytest.fixture(scope="module")
def three(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    """Three replicas behind Caddy."""
    with cluster(3, tmp_path_factory.mktemp("three")) as made:
        yield made


@contextmanager
def _visitor(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(ignore_https_errors=True, viewport={"width": 1280, "height": 900})
    context.set_default_timeout(60_000)
    yield context.new_page()
    context.close()


def _open(page: Page, address: str) -> None:
    page.goto(address)
    settled(page)


def _replica_of(three: Cluster, page: Page) -> Replica:
    """The only replica that has a visit: the tests run one after the other."""
    becomes(page, lambda: len(three.holding_visits()), 1)
    return three.holding_visits()[0]


def _session(page: Page) -> str:
    return page.locator("#nw-session").get_attribute("data-session") or ""


def _until_another_session(page: Page, before: str) -> None:
    """Wait until a replica has drawn the page in a new session, at most as long as a visitor may wait."""
    page.wait_for_function(
        """before => document.querySelector('#nw-session')?.dataset.session !== before
          && document.querySelector('[data-testid=stApp]').dataset.testConnectionState === 'CONNECTED'
          && document.querySelector('[data-testid=stApp]').dataset.testScriptState === 'notRunning'""",
        arg=before,
        timeout=_BACK_MS,
        polling=50,
    )


def _told_on_plan(page: Page) -> tuple[str, str, str]:
    """The address, the options chosen and the plan, as they stand on the page."""
    chosen = page.locator(".st-key-options button:is([aria-checked=true], [aria-pressed=true], [data-selected=true])")
    return page.url, " ".join(chosen.all_inner_texts()), page.locator("#root h1.nw-answer").inner_text()


def test_a_replica_that_is_killed_costs_a_visitor_nothing_but_what_was_told(browser: Browser, three: Cluster) -> None:
    """The same concern, options and plan within ten seconds; that an answer about health is gone is said."""
    with _visitor(browser) as page:
        _open(page, f"{three.address}/suitability?concern=acne_scars&options={_OPTIONS}")
        page.get_by_role("button", name=say("condition-diabetes")).first.click()
        expect(page.locator("p.nw-lead[role=status]", has_text=say("condition-diabetes"))).to_be_visible()
        settled(page)
        page.locator("[data-testid=stTopNavLink]", has_text=say("nav-plan")).click()
        expect(page.locator(".st-key-plan_start")).to_be_visible()
        settled(page)
        before, session = _told_on_plan(page), _session(page)
        assert before[1] == " ".join(load().treatments[name].name for name in _OPTIONS.split(","))
        replica = _replica_of(three, page)
        replica.kill()
        try:
            _until_another_session(page, session)
            settled(page)
            assert _told_on_plan(page) == before
            expect(page.get_by_text(say("connection-lost"))).to_be_visible()
            # No message of Streamlit's lies over the page.
            assert page.locator("section[role=dialog]:has(> h2[slot=title])").count() == 0
            # The page works: another concern is answered by the replica that took over.
            _open(page, f"{three.address}/compare?concern=acne_scars&options={_OPTIONS}")
            assert "acne" in page.locator("#root .nw-eyebrow").first.inner_text().lower()
        finally:
            replica.start()
            replica.until_ready()


class _Crowd:
    """Visitors who open pages and files again and again while replicas end: every answer must be a good one."""

    ADDRESSES = ("/", "/?concern=acne_scars", f"/compare?concern=acne_scars&options={_OPTIONS}", "/plan", "/api/health")

    def __init__(self, address: str, count: int) -> None:
        self._address, self._end = address, threading.Event()
        self.answers = 0
        self.bad: list[str] = []
        self._threads = [threading.Thread(target=self._visit, args=(number,)) for number in range(count)]

    def __enter__(self) -> Self:
        for thread in self._threads:
            thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._end.set()
        for thread in self._threads:
            thread.join()

    def _visit(self, number: int) -> None:
        while not self._end.is_set():
            path = self.ADDRESSES[(self.answers + number) % len(self.ADDRESSES)]
            try:
                status, text = fetch(self._address + path)
            except OSError as error:
                self.bad.append(f"{path}: {error}")
            else:
                self.answers += 1
                if status != 200 or not text:
                    self.bad.append(f"{path}: {status} {text[:80]}")
            self._end.wait(0.1)


def test_all_replicas_are_restarted_one_by_one_and_no_page_fails(browser: Browser, three: Cluster) -> None:
    """Under load: every page opened meanwhile is a good one, and the visitor who stays keeps the comparison."""
    with _visitor(browser) as page, _Crowd(three.address, 4) as crowd:
        _open(page, f"{three.address}/compare?concern=acne_scars&options={_OPTIONS}")
        answer = page.locator("#root h1.nw-answer").inner_text()
        for replica in three.replicas:
            held, session = replica.metric("needlewise_sockets_open") > 0, _session(page)
            replica.stop()
            if held:
                _until_another_session(page, session)
            replica.start()
            replica.until_ready()
            settled(page)
            assert page.locator("#root h1.nw-answer").inner_text() == answer
            # Caddy asks once a second; the next is ended only when this one is taken again.
            page.wait_for_timeout(2_500)
        expect(page.get_by_text(say("connection-lost"))).to_be_hidden()
    assert crowd.bad == []
    assert crowd.answers > 50


def test_a_visit_stays_with_its_replica_and_visits_spread(three: Cluster) -> None:
    """The cookie holds nothing but the replica's signed name: the same for all visits of that replica."""
    seen: dict[str, int] = {}
    for _ in range(60):
        jar = http.cookiejar.CookieJar()
        opener = urllib.request.build_opener(
            urllib.request.ProxyHandler({}),
            urllib.request.HTTPCookieProcessor(jar),
            urllib.request.HTTPSHandler(context=ssl._create_unverified_context()),  # noqa: S323
        )
        for _ in range(2):
            with opener.open(f"{three.address}/api/health") as answer:
                assert answer.status == 200
        names = [cookie.value for cookie in jar if cookie.name == "needlewise_replica"]
        assert len(names) == 1
        seen[str(names[0])] = seen.get(str(names[0]), 0) + 1
    assert len(seen) == len(three.replicas)


@pytest.mark.parametrize("path", ["/api/metrics", "/_stcore/metrics", "/_stcore/upload_file/a/b"])
def test_what_is_for_the_operator_is_closed(three: Cluster, path: str) -> None:
    """Nobody outside reads the counts."""
    assert fetch(three.address + path)[0] == 404


def test_pages_and_scripts_come_compressed(three: Cluster) -> None:
    """Streamlit's own scripts too."""
    context = ssl._create_unverified_context()  # noqa: S323
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}), urllib.request.HTTPSHandler(context=context))
    _, page = fetch(f"{three.address}/")
    script = next(part.split('"')[0] for part in page.split('src="./')[1:] if part.startswith("static/js/"))
    request = urllib.request.Request(f"{three.address}/{script}", headers={"Accept-Encoding": "zstd, gzip"})  # noqa: S310
    with opener.open(request) as answer:
        assert answer.headers["Content-Encoding"] in ("zstd", "gzip", "br")


def test_the_log_names_no_address_and_no_choice(three: Cluster) -> None:
    """Run last: after replicas were killed and pages asked for, nothing of a visitor stands in any log."""
    time.sleep(1)
    logs = [three.caddy_log.read_text(encoding="utf-8"), *(replica.log() for replica in three.replicas)]
    assert any("connection refused" in text or "dial" in text for text in logs[:1])
    for text in logs:
        for told in ("concern=", "acne_scars", _OPTIONS, "diabetes", "Traceback"):
            assert told not in text, Path(three.caddy_log).name
