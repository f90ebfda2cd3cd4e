"""Add a study from what PubMed or a reference manager exports (nbib, RIS, CSL-JSON), asking field by field."""

from __future__ import annotations

import argparse
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import get_args

from needlewise import DATA_FOLDER
from needlewise.commands.evidence.diff import tell
from needlewise.commands.evidence.interview import HELP, Back, Stopped, ask, ask_again, ask_all, say_answers
from needlewise.commands.evidence.shared import read_folder, say_line, snapshots
from needlewise.decision.memory.differences import compare
from needlewise.evidence.keeping import undo
from needlewise.evidence.keeping.asking import ASKED, SOURCE_ASKED, Cell, cells, faults_of, new_row_id
from needlewise.evidence.keeping.drafts import Draft, draft
from needlewise.evidence.keeping.references import Reference, new_source_id, read_references, same_source
from needlewise.evidence.keeping.tables import add_row, note_change
from needlewise.evidence.model.record import Reader
from needlewise.evidence.model.rows import TABLES
from needlewise.evidence.model.store import Evidence

_YES, _NO, _CHANGE = "yes", "no", "change"
_SOURCES = "sources"
_KEEP = Cell("Keep it?", "yes keeps it, no does not, change asks one cell again", (_YES, _NO, _CHANGE), needed=True)
_WHICH = Cell("Which cell is to be changed? Its name", "a column of the row, or sources.column", (), needed=True)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The file, which reference of it, which table, who reads, the folder, whether to start afresh."""
    parser.add_argument("file", type=Path, help="a file of PubMed (nbib), RIS or CSL-JSON")
    parser.add_argument("--record", type=int, default=0, help="which reference of the file, from 1 (default: asked)")
    parser.add_argument("--table", choices=list(ASKED), default="effects", help="what was found (default: effects)")
    parser.add_argument("--reader", choices=get_args(Reader), default="maintainer", help="what the reader is")
    parser.add_argument("--folder", type=Path, default=DATA_FOLDER, help="a folder of tables (default: ours)")
    parser.add_argument("--forget", action="store_true", help="throw away the answers kept for this study, and begin")


@dataclass(frozen=True)
class _Study:
    """One study on its way into the tables."""

    evidence: Evidence
    folder: Path
    table: str
    reader: Reader
    reference: Reference
    answers: Draft
    # Its id where the publication is here already.
    here: str
    # The files as they stand, to be put back.
    files: dict[str, bytes]

    def meant(self, name: str) -> tuple[str, str] | None:
        """Table and column of a cell as a person names it: `favours`, or `sources.design`."""
        table, _, column = name.rpartition(".")
        table = table or (_SOURCES if name not in TABLES[self.table].model_fields and not self.here else self.table)
        known = (self.table,) if self.here else (self.table, _SOURCES)
        return (table, column) if table in known and column in TABLES[table].model_fields else None

    def cell(self, table: str, column: str) -> Cell:
        """One cell of it, ready to be asked for."""
        return cells(self.evidence, self.folder, table, (column,))[0]


def run(asked: argparse.Namespace) -> int:
    """Ask, check, show what changes, and write it if that is wanted; nothing stays of it in the tables otherwise."""
    evidence = read_folder(asked.folder)
    if evidence is None:
        return 1
    try:
        reference = _choose(read_references(_text(asked.file)), asked.record)
    except (ValueError, OSError) as error:
        say_line(str(error))
        return 1
    except (Stopped, EOFError, KeyboardInterrupt):
        say_line("\nStopped. Nothing was written.")
        return 1
    answers = draft(asked.folder, asked.table, reference)
    if asked.forget:
        answers.forget()
    study = _Study(
        evidence, asked.folder, asked.table, asked.reader, reference, answers, same_source(evidence, reference),
        undo.keep(asked.folder, (_SOURCES, asked.table, "changes")),
    )  # fmt: skip
    try:
        return _add(study)
    except (Stopped, EOFError, KeyboardInterrupt):
        undo.put_back(asked.folder, study.files)
        say_line("\nStopped. Nothing was written into the tables.")
        if answers.answers:
            say_line("Your answers are kept: the same command goes on from here, with --forget it begins anew.")
        return 1


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise ValueError("the file is not in UTF-8: choose UTF-8 where it is exported") from error


def _choose(found: list[Reference], number: int) -> Reference:
    if number:
        if not 0 < number <= len(found):
            raise ValueError(f"the file has {len(found)} reference{'s' if len(found) != 1 else ''}")
        return found[number - 1]
    if len(found) == 1:
        return found[0]
    for place, reference in enumerate(found, 1):
        say_line(f"{place}  {reference.short_authors} {reference.year}. {reference.title[:80]}")
    numbers = tuple(str(place) for place in range(1, len(found) + 1))
    return found[int(ask(Cell("Which one? Its number", "a number of the list above", numbers, needed=True))) - 1]


def _add(study: _Study) -> int:
    reference, answers = study.reference, study.answers
    say_line(f"{reference.short_authors} ({reference.year}). {reference.title}. {reference.journal}")
    say_line(HELP)
    if answers.answers:
        say_line("You answered these before; it goes on with the next cell:")
        say_answers(answers.answers)
        say_line()
    if study.here:
        say_line(f"This publication is here already: {study.here}. Its row stays as it is.")
    while True:
        source = None if study.here else _source(study)
        source_id = study.here if source is None else source["source_id"]
        row = _row(study, source_id)
        after = _written(study, source, row)
        if after is None:
            say_line("With this row the tables have these faults; nothing of it is written.")
            _change(study)
            continue
        _show(study.evidence, after)
        wanted = ask(Cell("Keep it?", "yes keeps it, no does not, change asks one cell again", (_YES, _NO, _CHANGE)))
        if wanted == _YES:
            break
        undo.put_back(study.folder, study.files)
        if wanted != _CHANGE:
            raise Stopped
        _change(study)
    ref = f"{study.table}:{row[TABLES[study.table].key]}"
    undo.remember(study.folder, study.files, f"{ref} from {source_id}")
    answers.forget()
    say_line(f"\nWritten: {'' if study.here else f'sources:{source_id}, '}{ref}, and its line in changes.csv.")
    say_line("The counts in data/README.md: needlewise count. To take it back: needlewise evidence undo")
    return 0


def _written(study: _Study, source: dict[str, str] | None, row: dict[str, str]) -> Evidence | None:
    """The tables with the study in them; None, and the tables as they stood, where they have faults."""
    folder, key = study.folder, TABLES[study.table].key
    if source is not None:
        add_row(folder, _SOURCES, source)
    add_row(folder, study.table, row)
    title = study.evidence.sources[study.here].title if study.here else study.reference.title
    note_change(
        folder,
        f"{study.table}:{row[key]}",
        (key, "", row[key]),
        f"A study was added: {title}",
        date.today(),  # noqa: DTZ011  the day of whoever adds it
        study.reader,
    )
    after = read_folder(folder)
    if after is None:
        undo.put_back(folder, study.files)
    return after


def _source(study: _Study) -> dict[str, str]:
    reference = study.reference
    values = {
        "source_id": new_source_id(study.evidence, reference),
        "authors": reference.short_authors,
        "title": reference.title,
        "journal": reference.journal,
        "year": reference.year,
        "design": reference.design or "",
        "doi": reference.doi,
        "pmid": reference.pmid,
        "url": reference.url or (f"https://pubmed.ncbi.nlm.nih.gov/{reference.pmid}/" if reference.pmid else ""),
    }
    asked = [
        Cell(cell.column, cell.meaning, cell.allowed, values.get(cell.column) or cell.default, needed=cell.needed)
        for cell in cells(study.evidence, study.folder, _SOURCES, SOURCE_ASKED)
    ]
    if any(f"{_SOURCES}.{cell.column}" not in study.answers.answers for cell in asked):
        say_line(f"A new source: {values['source_id']}")
    ask_all(study.answers, _SOURCES, asked)
    return _sound(study, _SOURCES, values)


def _row(study: _Study, source_id: str) -> dict[str, str]:
    table = study.table
    asked = cells(study.evidence, study.folder, table, ASKED[table])
    if any(f"{table}.{cell.column}" not in study.answers.answers for cell in asked):
        say_line(f"\nWhat was found ({table}):")
    given = ask_all(study.answers, table, asked)
    of = "source_id" if "source_id" in TABLES[table].model_fields else "source_ids"
    return _sound(study, table, {TABLES[table].key: new_row_id(study.evidence, table, given, source_id), of: source_id})


def _sound(study: _Study, table: str, values: dict[str, str]) -> dict[str, str]:
    """A row that its table takes: each cell that it would refuse is asked again, with the reason."""
    while True:
        answered = study.answers.answers.items()
        row = values | {name.partition(".")[2]: text for name, text in answered if name.startswith(f"{table}.")}
        faults = faults_of(table, row)
        if not faults:
            return row
        for column, why in faults.items():
            say_line(f"  {column}: {why} (found “{row.get(column, '')}”)")
            try:
                ask_again(study.answers, table, study.cell(table, column))
            except Back:
                _change(study)


def _change(study: _Study) -> None:
    """Ask one cell again, whichever a person names."""
    while True:
        name = ask(_WHICH)
        meant = study.meant(name)
        if meant is None:
            say_line(f"  There is no such cell. The row has: {', '.join(TABLES[study.table].model_fields)}")
            continue
        try:
            ask_again(study.answers, meant[0], study.cell(*meant))
        except Back:
            continue
        return


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
