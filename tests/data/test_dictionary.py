"""The data dictionary names every table, every column and every allowed value, and none that does not exist."""

from __future__ import annotations

import re
from types import NoneType
from typing import Literal, get_args, get_origin, get_type_hints

import pytest

from needlewise import DATA_FOLDER
from needlewise.__main__ import main
from needlewise.decision.method_counts import method_table
from needlewise.evidence.model.row import Row
from needlewise.evidence.model.rows import TABLES
from needlewise.evidence.reading.counts import all_counts
from needlewise.evidence.reading.load import load

DICTIONARY = (DATA_FOLDER / "README.md").read_text(encoding="utf-8")


def described_tables(text: str) -> dict[str, dict[str, str]]:
    """Tables of the section "The tables": name -> column -> the rest of its line, in the order written."""
    _, found, section = text.partition("\n## The tables\n")
    assert found, 'data/README.md needs a section "## The tables"'
    tables: dict[str, dict[str, str]] = {}
    for part in re.split(r"^### ", section, flags=re.MULTILINE)[1:]:
        name = part.split("`")[1]
        assert name not in tables, f"data/README.md describes {name} twice"
        lines = re.findall(r"^\| `(\w+)` \|(.*)\|$", part, flags=re.MULTILINE)
        assert len(lines) == len(dict(lines)), f"data/README.md describes a column of {name} twice"
        tables[name] = dict(lines)
    return tables


def allowed_values(annotation: object) -> set[str]:
    """Every value of a closed list, however deep it stands in the annotation."""
    if get_origin(annotation) is Literal:
        return {str(value) for value in get_args(annotation)}
    parts = (part for part in get_args(annotation) if part is not NoneType and not isinstance(part, str))
    return {value for part in parts for value in allowed_values(part)}


def test_every_table_is_described_and_no_other() -> None:
    """The tables stand in the order of the code."""
    assert list(described_tables(DICTIONARY)) == list(TABLES)


@pytest.mark.parametrize(("name", "model"), TABLES.items())
def test_every_column_is_described_and_no_other(name: str, model: type[Row]) -> None:
    """So do the columns."""
    assert list(described_tables(DICTIONARY)[name]) == list(model.model_fields)


@pytest.mark.parametrize(("name", "model"), TABLES.items())
def test_every_allowed_value_is_named(name: str, model: type[Row]) -> None:
    """A closed list in the code is the same list in the dictionary."""
    lines = described_tables(DICTIONARY)[name]
    hints = get_type_hints(model, include_extras=True)
    missing = {
        (column, value)
        for column in model.model_fields
        for value in allowed_values(hints[column])
        if f"`{value}`" not in lines[column]
    }
    assert not missing


@pytest.mark.parametrize(("name", "model"), TABLES.items())
def test_every_key_is_named(name: str, model: type[Row]) -> None:
    """A reader can tell which column names the row."""
    part = DICTIONARY.split(f"\n### `{name}`\n", 1)[1].split("\n### ", 1)[0]
    assert f"Key: `{model.key}`." in part


@pytest.mark.parametrize("count", all_counts(load()), ids=["read again", "unchecked", "mends"])
def test_the_counts_are_those_of_the_tables(count: str) -> None:
    """What `python -m needlewise count` prints stands there, letter for letter."""
    assert f"\n{count}\n" in DICTIONARY


def test_the_command_prints_the_counts(capsys: pytest.CaptureFixture[str]) -> None:
    """Ready to be put into the page."""
    assert main(["count"]) == 0
    assert capsys.readouterr().out == "\n\n".join((*all_counts(load()), method_table(load()))) + "\n"


def test_a_column_that_does_not_exist_is_noticed() -> None:
    """The comparison has teeth."""
    wrong = DICTIONARY.replace("| `effect_id` |", "| `effect_id` | id | x |\n| `not_a_column` |", 1)
    assert list(described_tables(wrong)["effects"]) != list(TABLES["effects"].model_fields)
