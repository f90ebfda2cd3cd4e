"""A server says that it is ready once what all visitors share is worked out, and not before."""

from __future__ import annotations

import asyncio
import json
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.requests import Request

from needlewise.__main__ import main
from needlewise.commands import warm
from needlewise.evidence.reading.load import load
from needlewise.server import routes as server_routes
from needlewise.server import warming
from needlewise.server.warming import WarmUp
from needlewise.ui import templates
from needlewise.ui.views.explore import view as explore

ASKED = Request({"type": "http", "app": Starlette(), "headers": [], "method": "GET", "path": "/api/ready"})


def _told() -> tuple[int, str]:
    answer = asyncio.run(server_routes._ready(ASKED))
    return answer.status_code, json.loads(bytes(answer.body))["status"]


def _finished(warm_up: WarmUp) -> None:
    """Wait until its thread has ended."""
    for thread in threading.enumerate():
        if thread.name == warming.THREAD:
            thread.join(120)
    assert warm_up.state != "warming"


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch) -> Iterator[threading.Event]:
    """The process's warm-up, waiting in the middle of its work until the event is set."""
    go_on = threading.Event()
    monkeypatch.setattr(warming, "everything", WarmUp(lambda: iter([lambda: go_on.wait(120)])))
    yield go_on
    go_on.set()
    _finished(warming.everything)


def test_a_server_is_not_ready_before_it_is_warm(held: threading.Event):
    """503 and `warming` while it works, answered at once; 200 and `ready` after. Whoever asks first begins it."""
    assert _told() == (503, "warming")
    assert _told() == (503, "warming")
    held.set()
    _finished(warming.everything)
    assert _told() == (200, "ready")


def test_it_begins_with_the_server_and_the_server_does_not_wait(held: threading.Event):
    """The server takes visitors while the work goes on."""

    async def start() -> warming.State:
        async with warming.lifespan(None):
            return warming.everything.state

    assert asyncio.run(start()) == "warming"
    held.set()


def test_it_works_once_however_often_it_is_begun():
    """The start of the server and every question begin it; only the first counts."""
    done: list[str] = []
    warm_up = WarmUp(lambda: iter([lambda: done.append("worked")]))
    for _ in range(3):
        warm_up.begin()
    _finished(warm_up)
    warm_up.begin()
    assert (done, warm_up.state) == (["worked"], "ready")


def test_with_faults_in_the_tables_it_never_gets_ready(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    """A load balancer sends nobody to a server that shows nothing but faults."""
    monkeypatch.setattr(warming, "DATA_FOLDER", tmp_path)
    monkeypatch.setattr(warming, "everything", WarmUp(lambda: iter([])))
    _told()
    _finished(warming.everything)
    assert _told() == (503, "faults")


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_what_cannot_be_worked_out_is_not_called_ready(monkeypatch: pytest.MonkeyPatch):
    """The page of some concern cannot be built: the server says so, and Python tells why."""
    told: list[str] = []
    monkeypatch.setattr(threading, "excepthook", lambda seen: told.append(str(seen.exc_value)))

    def break_down() -> None:
        raise ValueError("no such page")

    monkeypatch.setattr(warming, "everything", WarmUp(lambda: iter([break_down])))
    _told()
    _finished(warming.everything)
    assert _told() == (503, "failed")
    assert told == ["no such page"]


def test_the_first_page_of_every_concern_is_worked_out(monkeypatch: pytest.MonkeyPatch):
    """In both themes, and what stands in the first HTML; so no visitor waits for any of it."""
    prepared: list[tuple[str, str]] = []
    opened: list[str] = []
    monkeypatch.setattr(explore, "prepare", lambda concern_id, mode: prepared.append((concern_id, mode)))
    monkeypatch.setattr(explore, "opening", opened.append)
    steps: Iterator[Callable[[], object]] = warming.shared_by_all()
    for step in steps:
        step()
    concerns = list(load().concerns)
    assert opened == concerns
    assert sorted(prepared) == sorted((name, mode) for name in concerns for mode in ("light", "dark"))


def test_no_visitor_waits_for_a_template(monkeypatch: pytest.MonkeyPatch):
    """After that step every template is compiled: none is read or compiled again."""
    made: list[str] = []
    environment = templates._ENVIRONMENT.overlay(cache_size=-1)
    monkeypatch.setattr(templates, "_ENVIRONMENT", environment)
    compiled = environment.compile

    def compile_and_tell(source: str, name: str, filename: str) -> object:
        made.append(name)
        return compiled(source, name, filename)

    monkeypatch.setattr(environment, "compile", compile_and_tell)
    assert templates.compile_all in list(warming.shared_by_all())
    templates.compile_all()
    assert {"components/source_cards/template.html", "layout.html", "first_page.html"} <= set(made)
    files = {path.name for folder in templates.FOLDERS for path in folder.rglob("*.html")}
    assert files == {Path(name).name for name in made}
    before = list(made)
    templates.compile_all()
    templates.render("head.html", preloads=[], scripts=[], title="", base="")
    assert made == before


def test_the_command_takes_every_step_and_counts_them(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    """`needlewise warm` says how many there were; what one of them raises comes out."""
    done: list[int] = []
    monkeypatch.setattr(
        warming, "shared_by_all", lambda: iter([lambda number=number: done.append(number) for number in range(3)])
    )
    assert main(["warm"]) == 0
    assert done == [0, 1, 2]
    assert capsys.readouterr().out == "3 steps, all done\n"

    def break_down() -> None:
        raise ValueError("no such page")

    monkeypatch.setattr(warming, "shared_by_all", lambda: iter([break_down]))
    with pytest.raises(ValueError, match="no such page"):
        main(["warm"])


def test_the_command_tells_the_faults_and_takes_no_step(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    """With faulty tables there is nothing to work out."""
    monkeypatch.setattr(warm, "DATA_FOLDER", tmp_path)
    monkeypatch.setattr(warming, "shared_by_all", lambda: pytest.fail("nothing may be worked out"))
    assert main(["warm"]) == 1
    assert "sources.csv" in capsys.readouterr().out
