"""One step back: the files as they stood before the last change that a command made, kept beside the tables."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from pathlib import Path

FOLDER = ".undo"
_LIST = "step.json"


def _mark(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def keep(folder: Path, tables: Iterable[str]) -> dict[str, bytes]:
    """The files of some tables as they stand now, to be put back or kept."""
    return {f"{table}.csv": (folder / f"{table}.csv").read_bytes() for table in tables}


def put_back(folder: Path, files: dict[str, bytes]) -> None:
    """Write files as they stood."""
    for name, content in files.items():
        (folder / name).write_bytes(content)


def remember(folder: Path, files: dict[str, bytes], told: str) -> None:
    """Keep files as they stood before a change that has been made, and how it left them."""
    place = folder / FOLDER
    place.mkdir(exist_ok=True)
    for old in place.iterdir():
        old.unlink()
    for name, content in files.items():
        (place / name).write_bytes(content)
    step = {"told": told, "after": {name: _mark(folder / name) for name in files}}
    (place / _LIST).write_text(json.dumps(step), encoding="utf-8")


def step_back(folder: Path) -> str:
    """Undo the last change; returns what it was.

    Raises:
        LookupError: where there is nothing to undo, or a file has been changed since.
    """
    place = folder / FOLDER
    if not (place / _LIST).is_file():
        raise LookupError("nothing to undo here")
    step = json.loads((place / _LIST).read_text(encoding="utf-8"))
    changed = [name for name, mark in step["after"].items() if _mark(folder / name) != mark]
    if changed:
        raise LookupError(f"changed since by someone else, so nothing is undone: {', '.join(changed)}")
    put_back(folder, {name: (place / name).read_bytes() for name in step["after"]})
    for path in place.iterdir():
        path.unlink()
    place.rmdir()
    return str(step["told"])
