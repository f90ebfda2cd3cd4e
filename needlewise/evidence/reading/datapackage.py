"""A machine-readable description of `data/`.

One Frictionless Data package, made from the row models and the data dictionary.

Types, closed lists, ranges and keys come from `rows.py`, `advice.py` and `vocabulary.py`, meanings from the tables of
`data/README.md`, so neither can say
something else than the checks do. See https://datapackage.org (Data Package and Table Schema).
"""

from __future__ import annotations

import csv
import hashlib
import re
from pathlib import Path
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from pydantic import BeforeValidator
from pydantic.fields import FieldInfo

from needlewise import DATA_FOLDER
from needlewise.evidence.model import rows as r
from needlewise.evidence.model.vocabulary import Days, Percent, Weeks, read_flag, read_number, read_whole, split_ids

LICENCE = {
    "name": "CC-BY-4.0",
    "title": "Creative Commons Attribution 4.0",
    "path": "https://creativecommons.org/licenses/by/4.0/",
}


DESCRIPTOR = "datapackage.json"


DICTIONARY = "README.md"


# How a cell of each kind is read; the functions are those the row models use.
_TYPES: dict[object, dict[str, Any]] = {
    split_ids: {"type": "list", "delimiter": ";"},
    read_flag: {"type": "boolean", "trueValues": ["yes"], "falseValues": ["no"]},
    read_number: {"type": "number"},
    read_whole: {"type": "integer"},
}


_UNITS: tuple[tuple[object, str], ...] = ((Days, "day"), (Weeks, "week"), (Percent, "percent"))


_COLUMN_UNITS = {"minutes_low": "minute", "minutes_high": "minute", "year": "year"}


# Columns that hold one id of another table; `comparator_id` may also name the lack of a comparison group.
_LINKS = {
    "concern_id": "concerns",
    "treatment_id": "treatments",
    "add_on_to": "treatments",
    "rival_id": "treatments",
    "claim_id": "benefits",
    "verdict_id": "claims",
    "source_id": "sources",
    "outcome": "outcomes",
    "needling_id": "treatments",
    "condition": "conditions",
    "harm": "harms",
    "milestone": "milestones",
    "effect_id": "effects",
}


def _meanings(folder: Path) -> dict[str, tuple[str, dict[str, str]]]:
    """Of each table: what one row is, and the meaning of each column, from the dictionary in `README.md`."""
    text = (folder / DICTIONARY).read_text(encoding="utf-8")
    _, _, section = text.partition("\n## The tables\n")
    found: dict[str, tuple[str, dict[str, str]]] = {}
    for part in re.split(r"^### ", section, flags=re.MULTILINE)[1:]:
        name = part.split("`")[1]
        about = next((line for line in part.splitlines()[1:] if line.strip()), "")
        lines = re.findall(r"^\| `(\w+)` \|[^|]*\| ?(.*?) ?\|$", part, flags=re.MULTILINE)
        found[name] = (_plain(about.split(" Key:")[0]), {column: _plain(meaning) for column, meaning in lines})
    return found


def _plain(text: str) -> str:
    return text.replace("`", "").replace("*", "").strip()


def _parts(annotation: object) -> list[object]:
    """An annotation and all that is nested in it: types, readers, limits, closed lists."""
    found = [annotation]
    metadata = getattr(annotation, "__metadata__", ())
    for item in metadata:
        found += [item, *(getattr(item, "metadata", ()) if isinstance(item, FieldInfo) else ())]
    inner = get_args(annotation)[:1] if metadata else get_args(annotation)
    if get_origin(annotation) is Literal:
        return found
    if metadata or get_origin(annotation) in (Union, UnionType):
        for item in inner:
            if item is not NoneType:
                found += _parts(item)
    return found


def _constraints(parts: list[object], kind: str) -> dict[str, Any]:
    """Closed lists, ranges and patterns of a column, as Table Schema names them."""
    found: dict[str, Any] = {}
    for part in parts:
        if get_origin(part) is Literal and kind == "string":
            found["enum"] = list(get_args(part))
        if isinstance(part, FieldInfo):
            continue
        for limit, name in (("ge", "minimum"), ("le", "maximum"), ("pattern", "pattern")):
            value = getattr(part, limit, None)
            if value is not None:
                # Table Schema anchors a pattern by itself.
                found[name] = value.removeprefix("^").removesuffix("$") if limit == "pattern" else value
        if getattr(part, "min_length", None):
            found["required"] = True
    return found


def _may_be_blank(annotation: object, parts: list[object]) -> bool:
    """True when a row may leave the cell empty: any text, an optional value, or a pattern that fits nothing."""
    patterns = [part.pattern for part in parts if isinstance(getattr(part, "pattern", None), str)]  # type: ignore[attr-defined]
    return (
        annotation is str
        or any(NoneType in get_args(part) for part in parts)
        or any(re.match(text, "") for text in patterns)
    )


def _field(table: str, column: str, annotation: object, meaning: str) -> dict[str, Any]:
    parts = _parts(annotation)
    field: dict[str, Any] = {"name": column, "type": "string"}
    for part in parts:
        if isinstance(part, BeforeValidator):
            field |= _TYPES.get(part.func, {})
    constraints = _constraints(parts, field["type"])
    if field["type"] not in ("list", "boolean") and not _may_be_blank(annotation, parts):
        constraints["required"] = True
    if column == r.TABLES[table].key:
        constraints |= {"required": True, "unique": True}
    unit = next((unit for alias, unit in _UNITS if annotation == alias), _COLUMN_UNITS.get(column))
    if unit:
        field["unit"] = unit
    if meaning:
        field["description"] = meaning
    if constraints:
        field["constraints"] = constraints
    return field


def _schema(table: str, meanings: dict[str, str]) -> dict[str, Any]:
    model = r.TABLES[table]
    hints = get_type_hints(model, include_extras=True)
    fields = [_field(table, column, hints[column], meanings.get(column, "")) for column in model.model_fields]
    schema: dict[str, Any] = {"fields": fields, "missingValues": [""], "primaryKey": [model.key]}
    keys = [
        {"fields": [column], "reference": {"resource": target, "fields": [r.TABLES[target].key]}}
        for column, target in _LINKS.items()
        if column in model.model_fields and (column != model.key or target != table)
    ]
    if "duplicate_of" in model.model_fields:
        keys.append({"fields": ["duplicate_of"], "reference": {"resource": "", "fields": [model.key]}})
    if "superseded_by" in model.model_fields:
        keys.append({"fields": ["superseded_by"], "reference": {"resource": "sources", "fields": ["source_id"]}})
    if keys:
        schema["foreignKeys"] = keys
    return schema


def _resource(table: str, folder: Path, meanings: dict[str, tuple[str, dict[str, str]]]) -> dict[str, Any]:
    """The description of one table: where it is, its size and fingerprint, and its columns."""
    path = folder / f"{table}.csv"
    content = path.read_bytes()
    about, columns = meanings.get(table, ("", {}))
    return {
        "name": table,
        "type": "table",
        "path": path.name,
        "description": about,
        "scheme": "file",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(content),
        "hash": f"sha256:{hashlib.sha256(content).hexdigest()}",
        "schema": _schema(table, columns),
    }


def _version(folder: Path) -> str:
    """The version in force: that of the last row of `releases.csv`."""
    with (folder / "releases.csv").open(encoding="utf-8", newline="") as file:
        return [row["version"] for row in csv.DictReader(file)][-1]


def package(folder: Path = DATA_FOLDER, version: str = "") -> dict[str, Any]:
    """The whole folder as a Frictionless data package (a plain dictionary, ready for JSON).

    `version` is that of the evidence; the one in force if none is named.
    """
    meanings = _meanings(folder)
    return {
        "name": "needlewise",
        "title": "Needlewise: needling and its alternatives, with the evidence",
        "description": (
            "Findings, sessions, days of recovery, harms, cautions and their sources. See README.md beside it."
        ),
        "version": version or _version(folder),
        "licenses": [LICENCE],
        "resources": [_resource(table, folder, meanings) for table in r.TABLES],
    }
