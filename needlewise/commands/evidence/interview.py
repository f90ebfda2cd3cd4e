"""Asking at the keyboard, cell by cell: what is needed and what is not, each answer checked and kept at once."""

from __future__ import annotations

from collections.abc import Sequence

from needlewise.commands.evidence.shared import say_line
from needlewise.evidence.keeping.asking import Cell, fault_of
from needlewise.evidence.keeping.drafts import Draft

HELP = """Enter leaves an optional cell blank, or takes what stands in [ ].   -     leaves it blank all the same
?     tells what is meant.                                          back  returns to the cell before
stop  ends it; the answers so far are kept, and the same command goes on from there.
"""
# So many words of a closed list are printed with the question; a longer one is listed when asked for.
_MOST_SHOWN = 12
_STOP, _BACK, _BLANK, _MEANING = "stop", "back", "-", "?"


class Stopped(Exception):  # noqa: N818  no error: a person had enough
    """Whoever was asked wrote `stop`."""


class Back(Exception):  # noqa: N818  no error: a person wants to look again
    """Whoever was asked wrote `back`."""


def ask_all(draft: Draft, table: str, cells: Sequence[Cell]) -> dict[str, str]:
    """Every cell of a row, in order; those that were answered before are not asked for again."""
    place = next((at for at, cell in enumerate(cells) if f"{table}.{cell.column}" not in draft.answers), len(cells))
    while place < len(cells):
        cell = cells[place]
        try:
            given = ask(cell, table, count=f"{place + 1}/{len(cells)} ", default=_given(draft, table, cell))
        except Back:
            if not place:
                say_line("  This is the first cell.")
            place = max(0, place - 1)
            continue
        draft.put(table, cell.column, given)
        place += 1
    return {cell.column: draft.answers[f"{table}.{cell.column}"] for cell in cells}


def ask_again(draft: Draft, table: str, cell: Cell) -> str:
    """One cell that was answered before.

    Raises:
        Back: where it is another cell that should change.
    """
    given = ask(cell, table, default=_given(draft, table, cell))
    draft.put(table, cell.column, given)
    return given


def _given(draft: Draft, table: str, cell: Cell) -> str:
    return draft.answers.get(f"{table}.{cell.column}", cell.default)


def ask(cell: Cell, table: str = "", *, count: str = "", default: str = "") -> str:
    """One answer; of a closed list a word of it, or its beginning where only one begins so."""
    few = len(cell.allowed) <= _MOST_SHOWN
    shown = " / ".join(cell.allowed) if few else f"one of {len(cell.allowed)}, ? lists them"
    need = ("needed" if cell.needed else "optional") if table else ""
    told = "; ".join(part for part in (need, shown) if part)
    label = f"{count}{cell.column}{f' ({told})' if told else ''}{f' [{default}]' if default else ''}: "
    while True:
        typed = input(label).strip()
        if typed == _STOP:
            raise Stopped
        if typed == _BACK and table:
            raise Back
        if typed == _MEANING:
            _explain(cell)
            continue
        given = "" if typed == _BLANK else _whole_word(cell, typed) if typed else default
        if not given and cell.needed:
            say_line("  needed: it cannot be blank. ? tells what is meant, stop ends it.")
            continue
        if given and cell.allowed and given not in cell.allowed:
            near = [word for word in cell.allowed if given.lower().replace(" ", "_") in word]
            say_line(f"  expected one of: {', '.join(near or cell.allowed) if near or few else '? lists them'}")
            continue
        if table and (why := fault_of(table, cell.column, given)):
            say_line(f"  {why}")
            continue
        return given


def _whole_word(cell: Cell, typed: str) -> str:
    begins = [word for word in cell.allowed if word.startswith(typed)]
    return begins[0] if len(begins) == 1 and typed not in cell.allowed else typed


def _explain(cell: Cell) -> None:
    say_line(f"  {cell.meaning or 'no more is known'}")
    if len(cell.allowed) > _MOST_SHOWN:
        say_line(f"  {', '.join(cell.allowed)}")


def say_answers(answers: dict[str, str]) -> None:
    """What was answered so far; blank cells are left out."""
    for name, value in answers.items():
        if value:
            say_line(f"  {name.partition('.')[2]}: {value}")
