"""The side door for programs: the tables, their description, and nothing else."""

from __future__ import annotations

import asyncio
import csv
import io
import json
from dataclasses import dataclass
from urllib.parse import unquote

import pytest
from starlette.applications import Starlette
from starlette.types import Message

from needlewise import DATA_FOLDER
from needlewise.evidence.model.rows import TABLES
from needlewise.evidence.reading.datapackage import package
from needlewise.server.routes import routes

APP = Starlette(routes=routes())


@dataclass(frozen=True)
class Answer:
    """What the server sent back."""

    status: int
    kind: str
    content: bytes


def ask(path: str) -> Answer:
    """One GET request, without a network."""
    sent: list[Message] = []

    async def receive() -> Message:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Message) -> None:
        sent.append(message)

    scope = {
        "type": "http",
        "method": "GET",
        "path": unquote(path),
        "raw_path": path.encode(),
        "query_string": b"",
        "headers": [],
    }
    asyncio.run(APP(scope, receive, send))
    headers = dict(sent[0]["headers"])
    return Answer(
        sent[0]["status"],
        headers.get(b"content-type", b"").decode(),
        b"".join(part.get("body", b"") for part in sent[1:]),
    )


@pytest.mark.parametrize("table", TABLES)
def test_a_table_is_served_as_it_stands(table: str) -> None:
    """Byte for byte, as CSV in UTF-8."""
    answer = ask(f"/data/{table}.csv")
    assert answer.status == 200
    assert answer.kind == "text/csv; charset=utf-8"
    assert answer.content == (DATA_FOLDER / f"{table}.csv").read_bytes()
    assert next(csv.reader(io.StringIO(answer.content.decode()))) == list(TABLES[table].model_fields)


def test_the_description_names_every_table() -> None:
    """With the path from which it is served."""
    found = json.loads(ask("/data/datapackage.json").content)
    assert found == package()
    assert [resource["path"] for resource in found["resources"]] == [f"{table}.csv" for table in TABLES]


def test_the_dictionary_is_served() -> None:
    """The data dictionary stands beside the tables."""
    assert ask("/data/README.md").content.startswith(b"# The data of Needlewise")


@pytest.mark.parametrize(
    "path",
    ["", "nothing.csv", "..", "..%2fapp.py", "%2e%2e/app.py", "effects.csv/..", "effects", ".env", "%00", "x" * 3000],
)
def test_nothing_else_is_served(path: str) -> None:
    """Only names on the list."""
    assert ask(f"/data/{path}").status == 404
