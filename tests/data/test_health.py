"""The health route tells of the evidence the process answers from, and costs nothing however often it is asked."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.requests import Request

from needlewise.evidence import load as reading
from needlewise.evidence.faults import EvidenceError
from needlewise.evidence.load import load, loaded
from needlewise.ui import serving

ASKED = Request({"type": "http", "app": Starlette(), "headers": [], "method": "GET", "path": "/api/health"})


def test_health_reads_no_table_again(monkeypatch: pytest.MonkeyPatch) -> None:
    """Anyone may ask, so a question must not cost half a second of the interpreter."""
    load()

    def read(*_: object) -> None:
        raise AssertionError("a table was read again")

    monkeypatch.setattr(reading, "read", read)
    answer = serving._health(ASKED)
    assert (answer.status_code, json.loads(bytes(answer.body))["status"]) == (200, "ok")


def test_a_faulty_folder_is_read_once_too(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A closed page costs no more than an open one, however often it is opened."""
    with pytest.raises(EvidenceError):
        load(tmp_path)
    monkeypatch.setattr(reading, "check", lambda _: (_ for _ in ()).throw(AssertionError("read again")))
    with pytest.raises(EvidenceError) as refused:
        load(tmp_path)
    assert refused.value.faults == loaded(tmp_path)[1]
