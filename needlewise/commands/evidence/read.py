"""Hand a second reader rows drawn at random without their values, or score a sheet that was filled in."""

from __future__ import annotations

import argparse
import csv
import random
from datetime import date
from pathlib import Path
from typing import get_args

from needlewise import DATA_FOLDER
from needlewise.commands.evidence.shared import read_folder, say_line, shown_rows, snapshots
from needlewise.evidence.keeping import undo
from needlewise.evidence.keeping.second_reading import SHEET, draw, score
from needlewise.evidence.keeping.tables import add_row, write_sheet
from needlewise.evidence.model.record import Reader
from needlewise.evidence.rules.versions import in_force


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """How many rows to draw, or the sheet to score and who read it."""
    parser.add_argument("sheet", type=Path, help="the sheet (CSV): written when rows are drawn, read when it is scored")
    parser.add_argument("--draw", type=int, metavar="N", help="draw N rows that are shown and write the sheet")
    parser.add_argument("--seed", type=int, help="the same number draws the same rows")
    parser.add_argument("--reader", choices=get_args(Reader), default="maintainer", help="what the reader is")
    parser.add_argument("--note", default="", help="a remark to keep with the score")
    parser.add_argument("--folder", type=Path, default=DATA_FOLDER, help="a folder of tables (default: ours)")


def run(asked: argparse.Namespace) -> int:
    """Draw or score."""
    evidence = read_folder(asked.folder)
    if evidence is None:
        return 1
    if asked.draw:
        seed = random.randrange(10**6) if asked.seed is None else asked.seed  # noqa: S311  a fair draw, no secret
        lines = draw(evidence, shown_rows(snapshots(evidence)), asked.draw, seed)
        write_sheet(asked.sheet, SHEET, lines)
        say_line(f"{asked.sheet}: {len({line['ref'] for line in lines})} rows, seed {seed}.")
        say_line(
            "Open each address, write what you read under `answer`, `blank` where nothing is stated. Then score it."
        )
        return 0
    with asked.sheet.open(encoding="utf-8-sig", newline="") as file:
        sheet = list(csv.DictReader(file))
    try:
        found, differ = score(evidence, sheet)
    except (ValueError, KeyError, AttributeError) as error:
        say_line(f"The sheet cannot be scored: {error}")
        return 1
    for line in differ:
        say_line(f"  {line}")
    kappa = "" if found.kappa is None else f"{found.kappa:.2f}"
    say_line(f"{found.rows_same} of {found.rows} rows and {found.cells_same} of {found.cells} cells agree"
             f" ({found.share:.0f} of 100); kappa {kappa or 'not known'}.")  # fmt: skip
    before = undo.keep(asked.folder, ("readings",))
    today = date.today()  # noqa: DTZ011  the day of whoever scores it
    row = {
        "reading_id": _next_id(list(evidence.readings), today),
        "date": today.isoformat(),
        "version": in_force(evidence).version,
        "reader": asked.reader,
        "tables": ";".join(dict.fromkeys(line["ref"].partition(":")[0] for line in sheet)),
        "rows": str(found.rows),
        "rows_same": str(found.rows_same),
        "cells": str(found.cells),
        "cells_same": str(found.cells_same),
        "kappa": kappa,
        "note": asked.note,
    }
    add_row(asked.folder, "readings", row)
    undo.remember(asked.folder, before, f"the second reading {row['reading_id']}")
    say_line("Written to readings.csv, which About shows. To take it back: needlewise evidence undo")
    return 0


def _next_id(taken: list[str], day: date) -> str:
    stem = f"{day:%Y-%m}"
    number = 1
    while f"{stem}.{number}" in taken:
        number += 1
    return f"{stem}.{number}"
