"""The evidence that this process answers from, and its tables as files."""

from __future__ import annotations

from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response

from needlewise import DATA_FOLDER
from needlewise.caching import shared
from needlewise.evidence.model.rows import TABLES
from needlewise.evidence.model.store import Evidence
from needlewise.evidence.reading import datapackage
from needlewise.evidence.reading.faults import Fault
from needlewise.evidence.reading.load import loaded


def current_evidence() -> tuple[Evidence | None, tuple[Fault, ...]]:
    """The evidence this process answers from, and its faults. Read once: anyone may ask, as often as they like."""
    return loaded(DATA_FOLDER)


# What is served of `data/`: the tables, their dictionary and their licence, each under its own name and nothing else.
DATA_FILES = {f"{table}.csv": "text/csv" for table in TABLES} | {"README.md": "text/markdown", "LICENSE": "text/plain"}


def data_file(request: Request) -> Response:
    """One file of the evidence as it stands, or the description of them all (`datapackage.json`)."""
    name = request.path_params["name"]
    if name == datapackage.DESCRIPTOR:
        return JSONResponse(_package())
    path = DATA_FOLDER / name
    if name not in DATA_FILES or not path.is_file():
        return PlainTextResponse("Not found\n", 404)
    return Response(path.read_bytes(), media_type=DATA_FILES[name])


@shared(size=1)
def _package() -> dict[str, Any]:
    """The description of the tables, made once: the evidence of a process does not change."""
    return datapackage.package()
