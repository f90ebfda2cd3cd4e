"""From CSV files to one checked, immutable `Evidence` object, or to a full list of faults.

Reading never stops at the first fault: every table is read, every row is checked, then every link
between tables, so that one run shows all there is to correct. Once the rows are sound, the verdicts are held
against their findings.
"""

from __future__ import annotations

from pathlib import Path

from needlewise import DATA_FOLDER
from needlewise.caching import shared
from needlewise.evidence.model.rows import TABLES
from needlewise.evidence.model.store import Evidence
from needlewise.evidence.reading.checks import against_findings, between_tables
from needlewise.evidence.reading.csv_tables import read
from needlewise.evidence.reading.faults import EvidenceError, Fault

# A server reads one; tests and the command read others.
_FOLDERS = 16


def check(folder: Path = DATA_FOLDER) -> tuple[Evidence | None, tuple[Fault, ...]]:
    """Read and check a folder of tables; returns the evidence (None with a fault) and all faults in order."""
    if not folder.is_dir():
        return None, (Fault(str(folder), 0, "", "no folder", "expected a folder of CSV tables"),)
    tables = {name: read(folder, name, model) for name, model in TABLES.items()}
    faults = [fault for table in tables.values() for fault in table.faults]
    refused = {name for table in tables.values() for row in table.refused for name in (row, f"{table.name}:{row}")}
    faults += [fault for fault in between_tables(tables) if fault.value not in refused]
    if faults:
        return None, EvidenceError(faults).faults
    evidence = Evidence(**{name: table.rows for name, table in tables.items()})
    faults = list(against_findings(tables, evidence))
    return (None, EvidenceError(faults).faults) if faults else (evidence, ())


@shared(size=_FOLDERS)
def loaded(folder: Path) -> tuple[Evidence | None, tuple[Fault, ...]]:
    """As `check`, but read once per process, sound or not: tables corrected on disk count from the next start."""
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
