"""Which cells of a new row are asked for, in which order, and what may stand in each: from the class of the table."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import NoneType
from typing import Literal, get_args, get_origin, get_type_hints

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from needlewise.evidence.model.rows import TABLES
from needlewise.evidence.model.store import Evidence
from needlewise.evidence.reading.csv_tables import expected

# The tables a study can be added to, and the cells that are asked for; the others stay blank.
ASKED: dict[str, tuple[str, ...]] = {
    "effects": (
        "concern_id", "treatment_id", "comparator_id", "comparator_words", "outcome", "outcome_label", "kind",
        "measure", "scale", "scale_points", "estimate", "ci_low", "ci_high", "comparator_estimate", "event_words",
        "finding", "better", "favours", "between_group_test", "timepoint", "weeks", "time_words", "window", "add_on_to",
        "subgroup", "direct", "indirect_why", "n_studies_finding", "n_people_finding", "n_studies", "n_people",
        "counts_of", "i2", "follow_up_lost_percent", "certainty_reported", "locator", "note", "checked",
    ),
    "protocols": (
        "concern_id", "treatment_id", "kind", "sessions_low", "sessions_typical", "sessions_high", "interval_weeks_low",
        "interval_weeks_typical", "interval_weeks_high", "weeks_to_result_low", "weeks_to_result_high",
        "followed_weeks", "lasting", "basis", "note", "checked",
    ),
    "recovery": (
        "treatment_id", "milestone", "day_low", "day_typical", "day_high", "first_visits_only", "basis", "direct",
        "site", "note", "checked",
    ),
    "risks": (
        "treatment_id", "concern_id", "harm", "harm_label", "population", "relation", "per", "how_asked", "per_100",
        "per_100_low", "per_100_high", "events", "n", "seriousness", "direct", "weak", "site", "note", "checked",
    ),
}  # fmt: skip

# Filled in from the reference, and asked for where it does not say.
SOURCE_ASKED = ("design", "n_studies", "n_people", "basis", "summary", "limitations")

# What stands there when nothing is typed.
DEFAULTS = {"direct": "yes", "checked": "yes", "basis": "study"}

# Columns whose cells must be ids of another table.
_TABLE_OF = {
    "concern_id": "concerns", "treatment_id": "treatments", "comparator_id": "treatments", "add_on_to": "treatments",
    "harm": "harms",
}  # fmt: skip


@dataclass(frozen=True)
class Cell:
    """One cell to be asked for: its column, what it means, and what may stand there (empty where anything may)."""

    column: str
    meaning: str
    allowed: tuple[str, ...]
    default: str = ""
    needed: bool = False


def _closed(annotation: object) -> tuple[str, ...]:
    if get_origin(annotation) is Literal:
        return tuple(str(value) for value in get_args(annotation))
    parts = (part for part in get_args(annotation) if part is not NoneType and not isinstance(part, str))
    return next((found for part in parts if (found := _closed(part))), ())


def _meanings(folder: Path, table: str) -> dict[str, str]:
    text = (folder / "README.md").read_text(encoding="utf-8")
    part = text.partition(f"\n### `{table}`\n")[2].partition("\n### ")[0]
    found = re.findall(r"^\| `(\w+)` \|[^|]*\| ?(.*?) ?\|$", part, flags=re.MULTILINE)
    return {column: meaning.replace("`", "") for column, meaning in found}


def cells(evidence: Evidence, folder: Path, table: str, columns: tuple[str, ...]) -> tuple[Cell, ...]:
    """The cells to be asked for, in order; a column the table does not have is left out."""
    hints = get_type_hints(TABLES[table], include_extras=True)
    needed = _faults_of_cells(table, {})
    meanings = _meanings(folder, table)
    found = []
    for column in columns:
        if column not in hints:
            continue
        allowed = _closed(hints[column])
        if column in _TABLE_OF:
            allowed = tuple(getattr(evidence, _TABLE_OF[column]))
        if TABLES[table].model_fields[column].annotation is bool:
            allowed = ("yes", "no")
        default = DEFAULTS.get(column, "")
        if allowed and default not in allowed:
            default = ""
        found.append(Cell(column, meanings.get(column, ""), allowed, default, needed=column in needed))
    return tuple(found)


def faults_of(table: str, values: Mapping[str, str]) -> dict[str, str]:
    """What is wrong in a row, by column; empty where nothing is. A fault of the whole row stands under its column."""
    return {
        str(item["loc"][0] if item["loc"] else item.get("ctx", {}).get("column", "")): expected(item)
        for item in _errors(table, values)
    }


def fault_of(table: str, column: str, value: str) -> str:
    """What is wrong in one cell, whatever stands in the others; empty where nothing is."""
    return _faults_of_cells(table, {column: value}).get(column, "")


def _faults_of_cells(table: str, values: Mapping[str, str]) -> dict[str, str]:
    return {str(item["loc"][0]): expected(item) for item in _errors(table, values) if item["loc"]}


def _errors(table: str, values: Mapping[str, str]) -> list[ErrorDetails]:
    columns = TABLES[table].model_fields
    try:
        TABLES[table].model_validate({column: values.get(column, "") for column in columns})
    except ValidationError as error:
        return error.errors()
    return []


def new_row_id(evidence: Evidence, table: str, values: Mapping[str, str], source_id: str) -> str:
    """An id in the form of its table: what it is about, the source, and a number."""
    parts = {
        "effects": ("concern_id", "treatment_id"),
        "protocols": ("concern_id", "treatment_id"),
        "recovery": ("treatment_id", "milestone"),
        "risks": ("treatment_id", "harm"),
    }[table]
    stem = ".".join([*(values.get(part, "") for part in parts), source_id])
    taken = getattr(evidence, table)
    number = 1
    while f"{stem}.{number}" in taken:
        number += 1
    return f"{stem}.{number}"
