"""Writing tables: a row added or taken away, a cell changed, each with nothing else of the file touched.

All writing goes to a copy first; `put_back` and `undo` rest on copies of the files as they stood.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path

from needlewise.evidence.model.record import Reader
from needlewise.evidence.model.rows import TABLES

Cells = dict[str, str]


def read_cells(folder: Path, table: str) -> list[Cells]:
    """The rows of a table as they are written, in order."""
    with (folder / f"{table}.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def _lines(rows: Iterable[Sequence[str]]) -> str:
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(rows)
    return text.getvalue()


def add_row(folder: Path, table: str, cells: Mapping[str, str]) -> None:
    """Put a row at the end of a table; columns that are not named stay blank.

    Raises:
        KeyError: for a column that the table does not have.
    """
    if unknown := set(cells) - set(TABLES[table].model_fields):
        raise KeyError(f"{table}: {', '.join(sorted(unknown))}")
    path = folder / f"{table}.csv"
    # As the file stands: its columns may be in another order, and an editor may have left out the last line's end.
    text = path.read_text(encoding="utf-8-sig")
    columns = next(csv.reader(io.StringIO(text, newline="")))
    with path.open("a", encoding="utf-8", newline="") as file:
        file.write("" if text.endswith(("\n", "\r")) else "\n")
        file.write(_lines([[cells.get(column, "") for column in columns]]))


def rewrite(folder: Path, table: str, rows: Sequence[Mapping[str, str]]) -> None:
    """Write a whole table anew, in the order of its columns."""
    columns = list(TABLES[table].model_fields)
    text = _lines([columns, *([row[column] for column in columns] for row in rows)])
    (folder / f"{table}.csv").write_text(text, encoding="utf-8", newline="")


def next_change_id(rows: Sequence[Mapping[str, str]]) -> str:
    """The id of the next line of `changes.csv`: one more than the highest number there."""
    found = [int(row["change_id"][1:]) for row in rows if row["change_id"][1:].isdigit()]
    return f"m{max(found, default=0) + 1:04d}"


def note_change(
    folder: Path, ref: str, cell: tuple[str, str, str], why: str, day: date, reader: Reader = "maintainer"
) -> None:
    """Write the line of a change: `cell` is the column, what stood there and what stands there now."""
    table, _, row_id = ref.partition(":")
    column, old, new = cell
    add_row(
        folder,
        "changes",
        {
            "change_id": next_change_id(read_cells(folder, "changes")),
            "table": table,
            "row_id": row_id,
            "column": column,
            "old": old,
            "new": new,
            "why": why,
            "date": day.isoformat(),
            "reader": reader,
        },
    )


def stamp_changes(folder: Path, version: str) -> int:
    """Give every change that is in no version yet this version; returns how many."""
    rows = read_cells(folder, "changes")
    fresh = [row for row in rows if not row["version"]]
    for row in fresh:
        row["version"] = version
    if fresh:
        rewrite(folder, "changes", rows)
    return len(fresh)


def write_sheet(path: Path, columns: Sequence[str], rows: Sequence[Mapping[str, str]]) -> None:
    """Write a sheet that people fill in, as CSV that spreadsheets open in the right letters."""
    text = _lines([columns, *([row[column] for column in columns] for row in rows)])
    path.write_text(text, encoding="utf-8-sig", newline="")
