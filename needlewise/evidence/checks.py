"""Checks that need more than one row: links between tables, lists that something else closes, verdicts against their findings."""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args

from needlewise.evidence import rows as r
from needlewise.evidence.csv_tables import Table
from needlewise.evidence.faults import Fault
from needlewise.evidence.store import Evidence
from needlewise.evidence.verdicts import QUESTIONS, bearings, bounds, is_within
from needlewise.evidence.vocabulary import NO_GROUP, ThresholdId
from needlewise.words import has


def _links(tables: dict[str, Table]) -> Iterator[Fault]:
    """Every id named in one table must exist in the table it points to."""
    for table in tables.values():
        for row in table.rows.values():
            yield from _row_links(tables, table, row)


def _row_links(tables: dict[str, Table], table: Table, row: r.Row) -> Iterator[Fault]:
    def unknown(target: str, value: str) -> bool:
        # A table that could not be read at all has been reported already; do not bury that under broken links.
        return bool(tables[target].rows) and value not in tables[target].rows

    for column, target in (
        ("concern_id", "concerns"),
        ("treatment_id", "treatments"),
        ("claim_id", "benefits"),
        ("verdict_id", "claims"),
        ("add_on_to", "treatments"),
    ):
        value = getattr(row, column, "") or ""
        if value and table.rows and type(row).key != column and unknown(target, value):
            yield table.fault(row, column, value, f"expected an id that is in {target}.csv")
    if isinstance(row, r.Effect) and row.comparator_id not in NO_GROUP and unknown("treatments", row.comparator_id):
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


def _roles(tables: dict[str, Table]) -> Iterator[Fault]:
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
    for option in options.rows.values():
        treatment = treatments.rows.get(option.treatment_id)
        if treatment is not None and treatment.is_group:
            yield options.fault(option, "treatment_id", option.treatment_id, "expected one treatment, not a group")


# Columns that the catalogue closes: what stands there needs a message of that family, or nobody could read it.
_IN_WORDS = (
    ("risks", "harm", "harm-"),
    ("cautions", "condition", "condition-"),
    ("claims", "topic", "evidence-topic-"),
)


def _words(tables: dict[str, Table]) -> Iterator[Fault]:
    """Every harm, condition and topic must be one that the catalogue has words for; so a misspelt one is found."""
    for name, column, family in _IN_WORDS:
        table = tables[name]
        for row in table.rows.values():
            value = getattr(row, column)
            if not has(family + value):
                text = f"expected a word with a message {family}... in needlewise/words/en.ftl"
                yield table.fault(row, column, value, text)


def _thresholds(tables: dict[str, Table]) -> Iterator[Fault]:
    """Every number that a rule needs must be there."""
    table = tables["thresholds"]
    for name in get_args(ThresholdId) if table.rows else ():
        if name not in table.rows:
            yield Fault(table.file, 1, "threshold_id", f"no {name}", f"expected a row {name}: a rule needs it")


def against_findings(tables: dict[str, Table], evidence: Evidence) -> Iterator[Fault]:
    """No verdict may say more or less than its findings carry."""
    benefits, claims = tables["benefits"], tables["claims"]
    for benefit in evidence.benefits.values():
        if benefit.claim_id not in QUESTIONS:
            text = "expected a promise that QUESTIONS in needlewise/evidence/verdicts.py knows"
            yield benefits.fault(benefit, "claim_id", benefit.claim_id, text)
    for claim in evidence.claims.values():
        if claim.claim_id in QUESTIONS:
            limits = bounds(bearings(evidence, claim))
            if not is_within(claim.verdict, limits):
                text = f"expected {limits[0]} to {limits[1]}: its findings carry no other word"
                yield claims.fault(claim, "verdict", claim.verdict, text)


def between_tables(tables: dict[str, Table]) -> Iterator[Fault]:
    """All that is wrong between tables whose rows are sound."""
    yield from _links(tables)
    yield from _roles(tables)
    yield from _words(tables)
    yield from _thresholds(tables)
