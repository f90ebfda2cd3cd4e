"""The released versions, one file each: `data/releases/<version>.zip`.

A file holds the tables as they stood, their dictionary and description (so that it is a data package by itself, ready
to be deposited), how to cite it, and what was said of each concern as plain text (`answers/<concern>.json`). One member
is read at a time, and only of a version that `releases.csv` names: an address can ask for nothing else.
"""

from __future__ import annotations

import csv
import hashlib
import io
import json
import zipfile
from pathlib import Path
from typing import Any

from needlewise import DATA_FOLDER
from needlewise.caching import shared
from needlewise.evidence.model.rows import TABLES

FOLDER = "releases"
# Not in its own fingerprint: it holds it.
_WITHOUT = "releases"
# How many lists of row ids are held: those of a few tables of the versions that people's papers are from.
_ID_LISTS = 12


def path(version: str, folder: Path = DATA_FOLDER) -> Path:
    """Where the file of a version lies."""
    return folder / FOLDER / f"{version}.zip"


def fingerprint(folder: Path = DATA_FOLDER) -> str:
    """SHA-256 of all tables but `releases`, in the order of their names, each with its name before it."""
    found = hashlib.sha256()
    for name in sorted(set(TABLES) - {_WITHOUT}):
        found.update(f"{name}\n".encode())
        found.update((folder / f"{name}.csv").read_bytes())
    return found.hexdigest()


def member(version: str, name: str, folder: Path = DATA_FOLDER) -> bytes | None:
    """One file of a version; None where the version or the file does not exist."""
    try:
        with zipfile.ZipFile(path(version, folder)) as kept:
            return kept.read(name)
    except (OSError, KeyError):
        return None


def answers(version: str, concern_id: str, folder: Path = DATA_FOLDER) -> dict[str, Any] | None:
    """What a version said of a concern, as it was written; None where it said nothing of it."""
    kept = member(version, f"answers/{concern_id}.json", folder)
    return None if kept is None else json.loads(kept)


def concerns(version: str, folder: Path = DATA_FOLDER) -> tuple[str, ...]:
    """The concerns that a version said something of, in its order."""
    with zipfile.ZipFile(path(version, folder)) as kept:
        names = [name for name in kept.namelist() if name.startswith("answers/")]
    return tuple(name.removeprefix("answers/").removesuffix(".json") for name in names)


@shared(size=_ID_LISTS)
def row_ids(version: str, table: str, folder: Path = DATA_FOLDER) -> frozenset[str]:
    """The ids of the rows a table held in a version; empty where it had no such table."""
    kept = member(version, f"{table}.csv", folder)
    if kept is None:
        return frozenset()
    rows = csv.reader(io.StringIO(kept.decode("utf-8-sig"), newline=""))
    next(rows, None)
    return frozenset(row[0] for row in rows if row)


def row(version: str, table: str, row_id: str, folder: Path = DATA_FOLDER) -> dict[str, str]:
    """The cells of one row as they stood in a version, those that held anything; empty where there was no such row."""
    kept = member(version, f"{table}.csv", folder)
    if kept is None or row_id not in row_ids(version, table, folder):
        return {}
    for cells in csv.DictReader(io.StringIO(kept.decode("utf-8-sig"), newline="")):
        if next(iter(cells.values())) == row_id:
            return {name: value for name, value in cells.items() if value}
    return {}


@shared(size=_ID_LISTS)
def changed_rows(version: str, table: str, folder: Path = DATA_FOLDER) -> frozenset[str]:
    """The rows that stood in a version and hold something else today, by the columns that both have."""
    kept = member(version, f"{table}.csv", folder)
    if kept is None or table not in TABLES:
        return frozenset()
    old = list(csv.DictReader(io.StringIO(kept.decode("utf-8-sig"), newline="")))
    with (folder / f"{table}.csv").open(encoding="utf-8-sig", newline="") as file:
        now = {next(iter(cells.values())): cells for cells in csv.DictReader(file)}
    found = set()
    for cells in old:
        today = now.get(next(iter(cells.values())))
        if today is not None and any(today.get(column, value) != value for column, value in cells.items()):
            found.add(next(iter(cells.values())))
    return frozenset(found)
