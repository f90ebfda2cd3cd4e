"""The side door for programs: the tables, their description, and nothing else."""

from __future__ import annotations

import csv
import io
import json

import pytest
from starlette.applications import Starlette

from needlewise import DATA_FOLDER
from needlewise.evidence.model.rows import TABLES
from needlewise.evidence.reading.datapackage import package
from needlewise.server.routes import routes
from tests.served import Answer, get

APP = Starlette(routes=routes())


def ask(path: str) -> Answer:
    """One GET request, without a network."""
    return get(APP, path)


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
