"""How it is served: the settings that decide speed and silence, the headers, and the small entrance."""

from __future__ import annotations

import asyncio
import gzip
import json
import re
import subprocess
import sys
from dataclasses import dataclass
from typing import Any

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse
from starlette.routing import Route

from needlewise import ROOT, __version__
from needlewise.evidence.reading.faults import Fault
from needlewise.server import headers as server_headers
from needlewise.server import routes as server_routes
from needlewise.words import say

SETTINGS = {
    # A burst of 200 visitors waits a median 47.8 s with the defaults of these two, 0.05 s with them as here.
    "server.fileWatcherType": "none",
    "runner.postScriptGC": False,
    "client.toolbarMode": "minimal",
    "client.showErrorDetails": "none",
    "browser.gatherUsageStats": False,
    "server.enableStaticServing": True,
    "global.disableWidgetStateDuplicationWarning": True,
}


def test_the_settings_are_in_force():
    """Asked of Streamlit itself in a process of its own, so that a renamed or dropped option is seen."""
    code = f"import json; from streamlit import config; print(json.dumps({{name: config.get_option(name) for name in {list(SETTINGS)!r}}}))"
    told = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert json.loads(told.stdout.strip().splitlines()[-1]) == SETTINGS


def test_the_way_into_the_running_app_is_shut():
    """Streamlit's agent interface is for the command line of a developer only."""
    assert "enableAgentApi" not in (ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8")


def test_the_entrance_is_small():
    """`app.py` says how it is served and nothing else."""
    text = (ROOT / "app.py").read_text(encoding="utf-8")
    assert len(text.splitlines()) < 60
    assert "st.App(" in text


def test_no_page_folder_lies_beside_the_script():
    """Or the first visitor of a fresh server would get a page without its frame."""
    assert not (ROOT / "needlewise" / "ui" / "pages").exists()
    assert "ui" in (ROOT / "app.py").read_text(encoding="utf-8")


@dataclass(frozen=True)
class Answer:
    """What came back: status, headers (lower case) and body."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def text(self) -> str:
        """The body as text, unpacked as a browser does."""
        zipped = self.headers.get("content-encoding") == "gzip"
        return (gzip.decompress(self.body) if zipped else self.body).decode()


def _page(_: Request) -> HTMLResponse:
    return HTMLResponse("<html><head><title>Streamlit</title></head><body></body></html>")


def _script(_: Request) -> PlainTextResponse:
    return PlainTextResponse("<title>untouched</title>", media_type="text/javascript")


def _get(path: str, method: str = "GET") -> Answer:
    """Ask a small server with our routes and headers for a path, in this process and without a socket."""
    routes = [Route("/", _page), Route("/compare", _page), Route("/static/main.js", _script), *server_routes.routes()]
    app = Starlette(routes=routes, middleware=server_headers.middleware())
    sent: list[dict[str, Any]] = []

    async def receive() -> dict[str, Any]:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Any) -> None:  # noqa: ANN401  Starlette's own type for it
        sent.append(dict(message))

    scope = {"type": "http", "method": method, "path": path, "raw_path": path.encode(), "query_string": b"", "root_path": "", "http_version": "1.1", "scheme": "http", "headers": [(b"accept-encoding", b"gzip")], "client": None, "server": ("127.0.0.1", 80)}  # fmt: skip
    asyncio.run(app(scope, receive, send))
    start = next(message for message in sent if message["type"] == "http.response.start")
    headers = {name.decode(): value.decode() for name, value in start["headers"]}
    return Answer(start["status"], headers, b"".join(message.get("body", b"") for message in sent))


@pytest.mark.parametrize(
    "path", ["/", "/compare", "/static/main.js", "/api/health", "/api/ready", "/robots.txt", "/no-such-page"]
)
def test_every_answer_carries_the_headers(path: str):
    """Pages, files, routes and errors alike."""
    headers = _get(path).headers
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["x-content-type-options"] == "nosniff"
    for sense in ("camera=()", "microphone=()", "geolocation=()"):
        assert sense in headers["permissions-policy"]
    assert headers["content-security-policy"] == server_headers.content_policy()


def test_the_policy_asks_no_other_host():
    """Only this host, no eval, no plugin, no other page's frame; inline scripts only by the hash of Streamlit's own."""
    parts = {part.split()[0]: part.split()[1:] for part in server_headers.content_policy().split("; ")}
    assert parts["default-src"] == ["'self'"]
    assert parts["object-src"] == ["'none'"]
    assert parts["connect-src"] == ["'self'"]
    assert parts["frame-ancestors"] == ["'self'"]
    assert "'unsafe-eval'" not in server_headers.content_policy()
    assert "'unsafe-inline'" not in parts["script-src"]
    assert "*" not in server_headers.content_policy()
    assert "http" not in server_headers.content_policy()
    assert parts["script-src"][0] == "'self'"
    assert all(re.fullmatch(r"'sha256-[A-Za-z0-9+/]{43}='", hashed) for hashed in parts["script-src"][1:])


@pytest.mark.parametrize(
    ("path", "title"),
    [("/", say("page-title")), ("/compare", f"{say('nav-compare')} · {say('product-name')}")],
    ids=["/", "/compare"],
)
def test_the_page_has_its_title_before_any_script_runs(path: str, title: str):
    """A search engine or a chat that unfolds a link sees what this is."""
    answer = _get(path)
    assert f"<title>{title}</title>" in answer.text
    assert '<meta name="description" content="' in answer.text
    assert "<title>Streamlit" not in answer.text
    assert int(answer.headers["content-length"]) == len(answer.body)


@pytest.mark.parametrize("path", ["/", "/compare"])
def test_asking_for_the_headers_alone_tells_the_same_length(path: str):
    """Also of the page that holds an answer."""
    assert _get(path, "HEAD").headers["content-length"] == _get(path).headers["content-length"]


def test_files_pass_untouched():
    """Only pages are given a title."""
    assert _get("/static/main.js").text == "<title>untouched</title>"


def test_health_is_good_with_sound_tables():
    """What a load balancer asks."""
    answer = _get("/api/health")
    assert answer.status == 200
    assert json.loads(answer.body)["status"] == "ok"
    assert json.loads(answer.body)["version"] == __version__


def test_health_is_bad_with_a_fault(monkeypatch: pytest.MonkeyPatch):
    """503, so that a server with half-right numbers is taken out."""
    fault = Fault("effects.csv", 12, "estimate", "0,5", "expected a plain number")
    monkeypatch.setattr(server_routes, "current_evidence", lambda: (None, (fault,)))
    answer = _get("/api/health")
    assert answer.status == 503
    assert json.loads(answer.body)["status"] == "faults"
    assert "effects.csv" not in answer.text


def test_robots_are_welcome():
    """Nothing here is secret."""
    assert _get("/robots.txt").text == "User-agent: *\nAllow: /\n"
