"""One CSV file as checked rows, each with its line, and a list of all that is wrong in it.

Reading never stops at the first fault.
"""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from needlewise.evidence.model.row import Row
from needlewise.evidence.reading.faults import Fault


@dataclass(frozen=True)
class Table:
    """The rows of one table by id in file order, the line of each, and what is wrong."""

    name: str
    rows: dict[str, Any]
    lines: dict[str, int]
    faults: list[Fault]
    # The ids of rows with a fault: they are there, so nothing that names one is wrong for that.
    refused: set[str] = field(default_factory=set)

    @property
    def file(self) -> str:
        """The name of its file."""
        return f"{self.name}.csv"

    def fault(self, row: Row, column: str, value: str, expected: str) -> Fault:
        """A fault in one cell of one of its rows."""
        return Fault(self.file, self.lines[row.identity], column, value, expected)


# What each pattern of a cell means to whoever fills it in; a test holds that none is missing.
FORMS = {
    r"^[A-Za-z0-9_.\-]+$": "an id: letters a to z, digits and the signs _ . - without a blank",
    r"^[A-Za-z0-9_.\-]*$": "an id: letters a to z, digits and the signs _ . - without a blank, or an empty cell",
    r"^[a-z0-9_]+$": "an id: small letters a to z, digits and _",
    r"^[a-z_]+$": "an id: small letters a to z and _",
    r"^(10\.\d{4,9}/\S+)?$": "a DOI without an address in front, such as 10.1136/bmj.n71, or an empty cell",
    r"^\d*$": "digits only, or an empty cell",
    r"^(https?://\S+)?$": "an address that begins with https:// or http://, or an empty cell",
    r"^([A-Z]{3})?$": "three capital letters such as EUR, or an empty cell",
    r"^\d{4}-\d{2}-\d{2}$": "a day as year-month-day, such as 2026-03-31",
    r"^(\d{4}(-\d{2}(-\d{2})?)?)?$": "a year, a month or a day, such as 2026, 2026-03 or 2026-03-31, or an empty cell",
    r"^\d+\.\d+\.\d+$": "a version such as 0.2.0",
    r"^(\d+\.\d+\.\d+)?$": "a version such as 0.2.0, or an empty cell",
    r"^([0-9a-f]{64})?$": "64 signs 0 to 9 and a to f, as a release writes them, or an empty cell",
}


def expected(error: ErrorDetails) -> str:
    """Say in plain words what pydantic expected."""
    kind, context = error["type"], error.get("ctx", {})
    if kind == "literal_error":
        return f"expected one of {context['expected']}"
    if kind == "greater_than_equal":
        return f"expected {context['ge']:g} or more"
    if kind == "greater_than":
        return f"expected more than {context['gt']:g}"
    if kind == "less_than_equal":
        return f"expected {context['le']:g} or less"
    if kind in ("string_too_short", "too_short"):
        return "expected something, found an empty cell"
    if kind in ("int_type", "float_type"):
        return "expected a number, found an empty cell"
    if kind == "string_pattern_mismatch":
        return f"expected {FORMS.get(context['pattern'], context['pattern'])}"
    return str(error["msg"])


_SAVE = "save it as CSV with commas between, in UTF-8"


def _decode(path: Path) -> str | Fault:
    raw = path.read_bytes()
    for start, found in ((b"PK\x03\x04", "a workbook"), (b"\xff\xfe", "UTF-16"), (b"\xfe\xff", "UTF-16")):
        if raw.startswith(start):
            return Fault(path.name, 0, "", found, f"expected a CSV file; {_SAVE}")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        sign = raw[error.start : error.start + 1].decode("cp1252", "replace")
        return Fault(path.name, line, "", sign, f"expected text saved as UTF-8; {_SAVE}")


def _whole_file(header: list[str], wanted: list[str]) -> tuple[str, str] | None:
    """What a spreadsheet made of the whole file, and what to do; nothing where its columns are apart."""
    first = header[0]
    if first.startswith("sep="):
        return first, "expected the header in the first line; delete this line"
    for sign, name in ((";", "semicolons"), ("\t", "tabs")):
        if len(header) == 1 and len(wanted) > 1 and sign in first:
            return f"{name} between the columns", f"expected commas; {_SAVE}"
    if "" in header:
        count = header.count("")
        text = "expected no column without a name; delete what stands right of the last column"
        return f"{count} column{'s' if count > 1 else ''} without a name", text
    return None


def read(folder: Path, name: str, model: type[Row]) -> Table:
    """Read one table and check each of its rows; what is wrong stands in the table's own faults."""
    table = Table(name, {}, {}, [])
    path = folder / table.file
    if not path.is_file():
        table.faults.append(Fault(table.file, 0, "", "no file", "expected this table in the folder"))
        return table
    text = _decode(path)
    if isinstance(text, Fault):
        table.faults.append(text)
        return table
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        header = next(reader, None)
        if not header or not any(header):
            table.faults.append(Fault(table.file, 1, "", "an empty file", "expected a header line and rows"))
            return table
        wanted = list(model.model_fields)
        if whole := _whole_file(header, wanted):
            table.faults.append(Fault(table.file, 1, "", *whole))
            return table
        for column in wanted:
            if column not in header:
                table.faults.append(Fault(table.file, 1, column, "no such column", "expected this column"))
        for column in header:
            if column not in wanted:
                table.faults.append(Fault(table.file, 1, column, column, "expected no such column"))
        for column in sorted({column for column in header if header.count(column) > 1}):
            table.faults.append(Fault(table.file, 1, column, column, "expected this column once"))
        if table.faults:
            return table
        line = reader.line_num + 1
        for cells in reader:
            _read_row(table, model, header, cells, line)
            line = reader.line_num + 1
    except csv.Error as error:
        table.faults.append(Fault(table.file, reader.line_num, "", str(error), "expected well-formed CSV"))
        return table
    if not table.rows and not table.faults:
        table.faults.append(Fault(table.file, 1, "", "no rows", "expected at least one row"))
    return table


def _read_row(table: Table, model: type[Row], header: list[str], cells: list[str], line: int) -> None:
    if not any(cells):
        table.faults.append(Fault(table.file, line, "", "an empty line", "expected a row; delete this line"))
        return
    if len(cells) != len(header):
        table.faults.append(
            Fault(table.file, line, "", f"{len(cells)} cells", f"expected {len(header)} cells, as in the header")
        )
        return
    values = dict(zip(header, cells, strict=True))
    try:
        row = model.model_validate(values)
    except ValidationError as error:
        for item in error.errors():
            column = str(item["loc"][0]) if item["loc"] else str(item.get("ctx", {}).get("column", ""))
            table.faults.append(Fault(table.file, line, column, values.get(column, ""), expected(item)))
        table.refused.add(values[model.key])
        return
    if row.identity in table.rows:
        first = table.lines[row.identity]
        table.faults.append(
            Fault(table.file, line, model.key, row.identity, f"expected each id once, line {first} has it already")
        )
        return
    table.rows[row.identity] = row
    table.lines[row.identity] = line
