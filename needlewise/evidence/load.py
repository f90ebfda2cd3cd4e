"""From CSV files to one checked, immutable `Evidence` object, or to a full list of faults.

Reading never stops at the first fault: every table is read, every row is checked, then every link
between tables, so that one run shows all there is to mend. Once the rows are sound, the verdicts are held against their
findings.
"""

from __future__ import annotations

import csv
import functools
import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_args

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from needlewise import DATA_FOLDER
from needlewise.evidence import rows as r
from needlewise.words import has


@dataclass(frozen=True, order=True)
class Fault:
    """One thing wrong in one cell (or one file): where it is, what stands there, what is expected."""

    file: str
    line: int
    column: str
    value: str
    expected: str

    def __str__(self) -> str:
        place = f"{self.file}, line {self.line}" if self.line else self.file
        column = f", column {self.column}" if self.column else ""
        value = self.value if len(self.value) <= 60 else self.value[:57] + "..."
        return f"{place}{column}: found {value!r}: {self.expected}"


class EvidenceError(Exception):
    """The tables hold faults; `faults` lists them all, in file and line order."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(sorted(set(faults)))
        super().__init__("\n".join(str(fault) for fault in self.faults))


@dataclass(frozen=True)
class _Table:
    """The rows of one table by id in file order, the line of each, and what is wrong."""

    name: str
    rows: dict[str, Any]
    lines: dict[str, int]
    faults: list[Fault]

    @property
    def file(self) -> str:
        return f"{self.name}.csv"

    def fault(self, row: r.Row, column: str, value: str, expected: str) -> Fault:
        return Fault(self.file, self.lines[row.identity], column, value, expected)


def _expected(error: ErrorDetails) -> str:
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
        return f"expected text of the form {context['pattern']}"
    return str(error["msg"])


def _decode(path: Path) -> str | Fault:
    raw = path.read_bytes()
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        return Fault(path.name, line, "", repr(raw[error.start : error.start + 1]), "expected text saved as UTF-8")


def _read(folder: Path, name: str, model: type[r.Row]) -> _Table:
    table = _Table(name, {}, {}, [])
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


def _read_row(table: _Table, model: type[r.Row], header: list[str], cells: list[str], line: int) -> None:
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
            table.faults.append(Fault(table.file, line, column, values.get(column, ""), _expected(item)))
        return
    if row.identity in table.rows:
        first = table.lines[row.identity]
        table.faults.append(
            Fault(table.file, line, model.key, row.identity, f"expected each id once, line {first} has it already")
        )
        return
    table.rows[row.identity] = row
    table.lines[row.identity] = line


@dataclass(frozen=True)
class Evidence:
    """All checked tables. Each is a dictionary from row id to row, in file order. Treat as read-only."""

    sources: dict[str, r.Source]
    concerns: dict[str, r.Concern]
    treatments: dict[str, r.Treatment]
    concern_options: dict[str, r.Option]
    outcomes: dict[str, r.OutcomeText]
    effects: dict[str, r.Effect]
    protocols: dict[str, r.Protocol]
    recovery: dict[str, r.Recovery]
    risks: dict[str, r.Risk]
    cautions: dict[str, r.Caution]
    benefits: dict[str, r.Benefit]
    claims: dict[str, r.Claim]
    concern_benefits: dict[str, r.BenefitLink]
    red_flags: dict[str, r.RedFlag]
    natural_course: dict[str, r.NaturalCourse]
    appointment: dict[str, r.Appointment]
    aftercare: dict[str, r.Aftercare]
    costs: dict[str, r.Cost]
    regulator: dict[str, r.RegulatorStatus]
    mcid: dict[str, r.SmallestDifference]
    thresholds: dict[str, r.Threshold]
    changes: dict[str, r.Change]
    conditions: dict[str, r.Condition]
    harms: dict[str, r.Harm]
    milestones: dict[str, r.RecoveryStep]
    searches: dict[str, r.Search]

    def options(self, concern_id: str) -> tuple[r.Option, ...]:
        """The options of a concern, needling first, doing nothing last, as the table lists them between."""
        order = {"needling": 0, "alternative": 1, "nothing": 2}
        found = [option for option in self.concern_options.values() if option.concern_id == concern_id]
        return tuple(sorted(found, key=lambda option: order[option.role]))

    def threshold(self, threshold_id: r.ThresholdId) -> float:
        """The number of a rule, from `thresholds.csv`."""
        return self.thresholds[threshold_id].value

    def find(self, reference: str) -> r.Row:
        """The row behind `table:row_id`.

        Raises:
            KeyError: when the table or the row does not exist.
        """
        table, _, row_id = reference.partition(":")
        if table not in r.TABLES:
            raise KeyError(reference)
        row: r.Row = getattr(self, table)[row_id]
        return row

    def source_ids(self, reference: str) -> tuple[str, ...]:
        """The sources a row rests on, by its `table:row_id`."""
        row = self.find(reference)
        if isinstance(row, r.Source):
            return (row.source_id,)
        if isinstance(row, r.Effect | r.NaturalCourse):
            return (row.source_id,)
        return tuple(getattr(row, "source_ids", ()))

    @property
    def row_count(self) -> int:
        """The number of rows in all tables together."""
        return sum(len(getattr(self, name)) for name in r.TABLES)


def _links(tables: dict[str, _Table]) -> Iterator[Fault]:
    """Every id named in one table must exist in the table it points to."""
    for table in tables.values():
        for row in table.rows.values():
            yield from _row_links(tables, table, row)
            for column, target in (("contains", "treatments"), ("harms", "harms")):
                for value in getattr(row, column, ()):
                    if tables[target].rows and value not in tables[target].rows:
                        yield table.fault(row, column, value, f"expected ids that are in {target}.csv")


def _row_links(tables: dict[str, _Table], table: _Table, row: r.Row) -> Iterator[Fault]:
    def unknown(target: str, value: str) -> bool:
        # A table that could not be read at all has been reported already; do not bury that under broken links.
        return bool(tables[target].rows) and value not in tables[target].rows

    for column, target in (
        ("concern_id", "concerns"),
        ("treatment_id", "treatments"),
        ("claim_id", "benefits"),
        ("verdict_id", "claims"),
        ("add_on_to", "treatments"),
        ("needling_id", "treatments"),
        ("condition", "conditions"),
        ("harm", "harms"),
    ):
        value = getattr(row, column, "") or ""
        if value and table.rows and type(row).key != column and unknown(target, value):
            yield table.fault(row, column, value, f"expected an id that is in {target}.csv")
    if isinstance(row, r.Effect) and row.comparator_id not in r.NO_GROUP and unknown("treatments", row.comparator_id):
        yield table.fault(row, "comparator_id", row.comparator_id, "expected an id that is in treatments.csv")
    single = getattr(row, "source_id", None)
    if single is not None and not isinstance(row, r.Source) and unknown("sources", single):
        yield table.fault(row, "source_id", single, "expected an id that is in sources.csv")
    for source_id in getattr(row, "source_ids", ()):
        if unknown("sources", source_id):
            yield table.fault(row, "source_ids", source_id, "expected an id that is in sources.csv")
    duplicate = getattr(row, "duplicate_of", "")
    if duplicate and (duplicate not in table.rows or duplicate == row.identity):
        yield table.fault(row, "duplicate_of", duplicate, f"expected the id of another row of {table.file}")
    elif duplicate and table.rows[duplicate].duplicate_of:
        yield table.fault(row, "duplicate_of", duplicate, "expected a row that is not itself a duplicate")
    for column in ("pause_refs", "nothing_refs", "near_lungs_refs"):
        for reference in getattr(row, column, ()):
            target, _, row_id = reference.partition(":")
            if target not in tables or unknown(target, row_id):
                yield table.fault(row, column, reference, "expected table:row_id of a row that exists")
    if isinstance(row, r.Change) and (row.table not in tables or unknown(row.table, row.row_id)):
        yield table.fault(row, "row_id", f"{row.table}:{row.row_id}", "expected a row that exists")


def _roles(tables: dict[str, _Table]) -> Iterator[Fault]:
    """Each concern has exactly one needling option (its own) and one doing-nothing option, and no group as an option."""
    options, concerns, treatments = (tables[name] for name in ("concern_options", "concerns", "treatments"))
    if not options.rows or not treatments.rows:
        return
    for concern in concerns.rows.values():
        mine = [option for option in options.rows.values() if option.concern_id == concern.concern_id]
        for role, expected in (("needling", concern.needling_id), ("nothing", "no_treatment")):
            found = [option.treatment_id for option in mine if option.role == role]
            if found != [expected]:
                text = f"expected one option with role {role}: {expected}"
                yield concerns.fault(concern, "concern_id", f"{concern.concern_id}: {found}", text)
        needling = treatments.rows.get(concern.needling_id)
        if needling is not None and (needling.needling != "alone" or needling.is_group):
            text = "expected one treatment that is needling alone"
            yield concerns.fault(concern, "needling_id", concern.needling_id, text)
    for option in options.rows.values():
        treatment = treatments.rows.get(option.treatment_id)
        if treatment is not None and treatment.is_group:
            yield options.fault(option, "treatment_id", option.treatment_id, "expected one treatment, not a group")


# Columns that the catalogue closes: what stands there needs a message of that family, or nobody could read it.
_IN_WORDS = (
    ("harms", "harm_id", "harm-"),
    ("conditions", "condition_id", "condition-"),
    ("claims", "topic", "evidence-topic-"),
)


def _words(tables: dict[str, _Table]) -> Iterator[Fault]:
    """Every harm, condition and topic must be one that the catalogue has words for; so a misspelt one is found."""
    for name, column, family in _IN_WORDS:
        table = tables[name]
        for row in table.rows.values():
            value = getattr(row, column)
            if not has(family + value):
                text = f"expected a word with a message {family}... in needlewise/words/en.ftl"
                yield table.fault(row, column, value, text)


# Rows that the rules name.
_NEEDED: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("thresholds", get_args(r.ThresholdId)),
    ("treatments", get_args(r.Control)),
    ("conditions", (r.DARK_SKIN,)),
    ("harms", (r.DARK_MARKS,)),
    ("milestones", get_args(r.Milestone)),
)


def _needed(tables: dict[str, _Table]) -> Iterator[Fault]:
    """Every number, control, condition, harm and milestone that a rule names must be there."""
    for name, row_ids in _NEEDED:
        table, key = tables[name], r.TABLES[name].key
        for row_id in row_ids if table.rows else ():
            if row_id not in table.rows:
                yield Fault(table.file, 1, key, f"no {row_id}", f"expected a row {row_id}: a rule needs it")
    treatments = tables["treatments"]
    for control in get_args(r.Control):
        row = treatments.rows.get(control)
        if row is not None and row.family != "nothing":
            yield treatments.fault(row, "family", row.family, "expected nothing: others are compared with it")


def _unused(tables: dict[str, _Table]) -> Iterator[Fault]:
    """No condition and no harm is described that nothing names: nobody could be told of it."""
    for name, user, column in (("conditions", "cautions", "condition"), ("harms", "risks", "harm")):
        table, key = tables[name], r.TABLES[name].key
        used = {getattr(row, column) for row in tables[user].rows.values()}
        for row in table.rows.values() if used else ():
            if row.identity not in used:
                yield table.fault(row, key, row.identity, f"expected one that a row of {user}.csv names")


def _verdicts(tables: dict[str, _Table], evidence: Evidence) -> Iterator[Fault]:
    """No verdict may say more or less than its findings carry."""
    # The rule for verdicts reads `Evidence`, which stands in this module.
    from needlewise.evidence import verdicts  # noqa: PLC0415

    claims = tables["claims"]
    for claim in evidence.claims.values():
        limits = verdicts.bounds(verdicts.bearings(evidence, claim))
        if not verdicts.is_within(claim.verdict, limits):
            text = f"expected {limits[0]} to {limits[1]}: its findings carry no other word"
            yield claims.fault(claim, "verdict", claim.verdict, text)


def check(folder: Path = DATA_FOLDER) -> tuple[Evidence | None, tuple[Fault, ...]]:
    """Read and check a folder of tables; returns the evidence (None with a fault) and all faults in order."""
    if not folder.is_dir():
        return None, (Fault(str(folder), 0, "", "no folder", "expected a folder of CSV tables"),)
    tables = {name: _read(folder, name, model) for name, model in r.TABLES.items()}
    faults = [fault for table in tables.values() for fault in table.faults]
    faults += [*_links(tables), *_roles(tables), *_words(tables), *_needed(tables), *_unused(tables)]
    if faults:
        return None, EvidenceError(faults).faults
    evidence = Evidence(**{name: table.rows for name, table in tables.items()})
    faults = list(_verdicts(tables, evidence))
    return (None, EvidenceError(faults).faults) if faults else (evidence, ())


@functools.cache
def loaded(folder: Path) -> tuple[Evidence | None, tuple[Fault, ...]]:
    """As `check`, but read once per process, sound or not: tables mended on disk count from the next start."""
    return check(folder)


def load(folder: Path = DATA_FOLDER) -> Evidence:
    """The evidence of a folder, read once per process.

    Raises:
        EvidenceError: with every fault found.
    """
    evidence, faults = loaded(folder)
    if evidence is None:
        raise EvidenceError(faults)
    return evidence
