"""Add a study from what PubMed or a reference manager exports (nbib, RIS, CSL-JSON), asking field by field."""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path
from typing import get_args

from needlewise import DATA_FOLDER
from needlewise.commands.evidence.diff import tell
from needlewise.commands.evidence.shared import read_folder, say_line, snapshots
from needlewise.decision.memory.differences import compare
from needlewise.evidence.keeping import undo
from needlewise.evidence.keeping.asking import ASKED, SOURCE_ASKED, Cell, cells, faults_of, new_row_id
from needlewise.evidence.keeping.references import Reference, new_source_id, read_references, same_source
from needlewise.evidence.keeping.tables import add_row, note_change
from needlewise.evidence.model.record import Reader
from needlewise.evidence.model.rows import TABLES
from needlewise.evidence.model.store import Evidence

# So many words of a closed list are printed; of a longer one the beginning of a word is enough to find it.
_MOST_SHOWN = 12
_STOP = "stop"


class Stopped(Exception):  # noqa: N818  no error: a person had enough
    """Whoever was asked wrote `stop`."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The file, which reference of it, which table, who reads, the folder."""
    parser.add_argument("file", type=Path, help="a file of PubMed (nbib), RIS or CSL-JSON")
    parser.add_argument("--record", type=int, default=0, help="which reference of the file, from 1 (default: asked)")
    parser.add_argument("--table", choices=list(ASKED), default="effects", help="what was found (default: effects)")
    parser.add_argument("--reader", choices=get_args(Reader), default="maintainer", help="what the reader is")
    parser.add_argument("--folder", type=Path, default=DATA_FOLDER, help="a folder of tables (default: ours)")


def run(asked: argparse.Namespace) -> int:
    """Ask, check, show what changes, and write it if that is wanted; nothing stays of it otherwise."""
    evidence = read_folder(asked.folder)
    if evidence is None:
        return 1
    try:
        found = read_references(asked.file.read_text(encoding="utf-8-sig"))
        reference = _choose(found, asked.record)
    except (ValueError, OSError) as error:
        say_line(str(error))
        return 1
    files = undo.keep(asked.folder, ("sources", asked.table, "changes"))
    try:
        return _add(asked, evidence, reference, files)
    except (Stopped, EOFError, KeyboardInterrupt):
        undo.put_back(asked.folder, files)
        say_line("\nStopped. Nothing was written.")
        return 1


def _choose(found: list[Reference], number: int) -> Reference:
    if number:
        if number > len(found):
            raise ValueError(f"the file has {len(found)} references")
        return found[number - 1]
    if len(found) == 1:
        return found[0]
    for place, reference in enumerate(found, 1):
        say_line(f"{place}  {reference.short_authors} {reference.year}. {reference.title[:80]}")
    return found[int(_ask(Cell("number", "Which one?", tuple(str(place) for place in range(1, len(found) + 1))))) - 1]


def _add(asked: argparse.Namespace, evidence: Evidence, reference: Reference, files: dict[str, bytes]) -> int:
    folder, table = asked.folder, asked.table
    say_line(f"{reference.short_authors} ({reference.year}). {reference.title}. {reference.journal}")
    say_line("Enter leaves a cell blank or takes what stands in [ ]; `?` tells what is meant; `stop` ends it.\n")
    source_id = same_source(evidence, reference)
    if source_id:
        say_line(f"This publication is here already: {source_id}. Its row stays as it is.")
    else:
        source_id = _add_source(evidence, reference, folder)
    say_line(f"\nWhat was found ({table}):")
    values = _row(evidence, folder, table, source_id)
    row_id = values[TABLES[table].key]
    add_row(folder, table, values)
    note_change(
        folder,
        f"{table}:{row_id}",
        (TABLES[table].key, "", row_id),
        f"A study was added: {evidence.sources[source_id].title if source_id in evidence.sources else reference.title}",
        date.today(),  # noqa: DTZ011  the day of whoever adds it
        asked.reader,
    )
    after = read_folder(folder)
    if after is None:
        undo.put_back(folder, files)
        say_line("The tables would have these faults. Nothing was written.")
        return 1
    _show(evidence, after)
    if not _agreed("Keep it?"):
        raise Stopped
    undo.remember(folder, files, f"{table}:{row_id} from {source_id}")
    say_line(f"\nWritten: sources:{source_id}, {table}:{row_id}, and its line in changes.csv.")
    say_line("The counts in data/README.md: needlewise count. To take it back: needlewise evidence undo")
    return 0


def _add_source(evidence: Evidence, reference: Reference, folder: Path) -> str:
    values = {
        "source_id": new_source_id(evidence, reference),
        "authors": reference.short_authors,
        "title": reference.title,
        "journal": reference.journal,
        "year": reference.year,
        "design": reference.design or "",
        "doi": reference.doi,
        "pmid": reference.pmid,
        "url": reference.url or (f"https://pubmed.ncbi.nlm.nih.gov/{reference.pmid}/" if reference.pmid else ""),
    }
    say_line(f"A new source: {values['source_id']}")
    for cell in cells(evidence, folder, "sources", SOURCE_ASKED):
        values[cell.column] = _ask(
            Cell(cell.column, cell.meaning, cell.allowed, values.get(cell.column) or cell.default)
        )
    _mend(evidence, folder, "sources", values)
    add_row(folder, "sources", values)
    return values["source_id"]


def _row(evidence: Evidence, folder: Path, table: str, source_id: str) -> dict[str, str]:
    key = TABLES[table].key
    values: dict[str, str] = {}
    for cell in cells(evidence, folder, table, ASKED[table]):
        values[cell.column] = _ask(cell)
    values[key] = new_row_id(evidence, table, values, source_id)
    values["source_id" if "source_id" in TABLES[table].model_fields else "source_ids"] = source_id
    _mend(evidence, folder, table, values)
    return values


def _mend(evidence: Evidence, folder: Path, table: str, values: dict[str, str]) -> None:
    """Ask again for each cell that the table would refuse, until it takes the row."""
    while faults := faults_of(table, values):
        for column, why in faults.items():
            say_line(f"  {column}: {why} (found “{values.get(column, '')}”)")
        asked = cells(evidence, folder, table, tuple(column for column in faults if column))
        if not asked:
            raise Stopped
        for cell in asked:
            values[cell.column] = _ask(cell)


def _ask(cell: Cell) -> str:
    """One cell from the keyboard; of a closed list a word of it, or its beginning where only one begins so."""
    shown = " / ".join(cell.allowed[:_MOST_SHOWN]) + (" / …" if len(cell.allowed) > _MOST_SHOWN else "")
    while True:
        label = f"{cell.column}{f' ({shown})' if shown else ''}{f' [{cell.default}]' if cell.default else ''}: "
        typed = input(label).strip()
        if typed == _STOP:
            raise Stopped
        if typed == "?":
            say_line(f"  {cell.meaning or 'no more is known'}")
            if len(cell.allowed) > _MOST_SHOWN:
                say_line(f"  {', '.join(cell.allowed)}")
            continue
        if not typed:
            return cell.default
        if not cell.allowed or typed in cell.allowed:
            return typed
        begins = [word for word in cell.allowed if word.startswith(typed)]
        if len(begins) == 1:
            return begins[0]
        say_line(f"  expected one of {', '.join(begins or cell.allowed)}")


def _agreed(question: str) -> bool:
    return _ask(Cell(question, "yes keeps it, no takes it back", ("yes", "no"), "no")) == "yes"


def _show(before: Evidence, after: Evidence) -> None:
    """The answers before and after, side by side."""
    old, new = snapshots(before), snapshots(after)
    count = 0
    for concern_id, now in new.items():
        found = list(compare(old[concern_id], now)) if concern_id in old else []
        count += len(found)
        tell(found, now, None, None)
    if not count:
        say_line("\nNo answer changes: another finding goes on speaking, or this one may not speak.")
