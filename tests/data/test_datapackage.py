"""The data package, checked by the Frictionless library as an outsider would."""

from __future__ import annotations

import json
import shutil
import warnings
from pathlib import Path

import pytest

from needlewise import DATA_FOLDER
from needlewise.evidence.model.rows import TABLES
from needlewise.evidence.reading.datapackage import DESCRIPTOR, package

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    import frictionless


def outsider(folder: Path) -> frictionless.Report:
    """What the Frictionless library says about a folder with its description."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        report: frictionless.Report = frictionless.validate(str(folder / DESCRIPTOR))
    return report


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the tables with the description beside them."""
    for path in DATA_FOLDER.glob("*.csv"):
        shutil.copy(path, tmp_path)
    (tmp_path / DESCRIPTOR).write_text(json.dumps(package()), encoding="utf-8")
    return tmp_path


def test_the_package_is_valid(folder: Path) -> None:
    """Every table, column, type, range, key and link, by a library that knows nothing of this product."""
    report = outsider(folder)
    assert report.valid, report.flatten(["type", "message"])[:5]
    assert report.stats["tasks"] == len(TABLES)


@pytest.mark.parametrize(
    ("table", "column", "value", "fault"),
    [
        ("effects", "concern_id", "no_such_concern", "foreign-key"),
        ("effects", "estimate", "many", "type-error"),
        ("effects", "measure", "guess", "constraint-error"),
        ("recovery", "day_high", "99999", "constraint-error"),
        ("sources", "title", "", "constraint-error"),
    ],
)
def test_a_fault_is_found(folder: Path, table: str, column: str, value: str, fault: str) -> None:
    """The description has teeth."""
    path = folder / f"{table}.csv"
    import csv  # noqa: PLC0415

    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    rows[0][column] = value
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    assert fault in {error[0] for error in outsider(folder).flatten(["type"])}


def test_every_column_is_described() -> None:
    """Name, type and meaning; the row's id is required and unique; weeks, days and shares carry their unit."""
    for resource in package()["resources"]:
        model = TABLES[resource["name"]]
        fields = resource["schema"]["fields"]
        assert [field["name"] for field in fields] == list(model.model_fields)
        assert all(field["description"] for field in fields), resource["name"]
        assert resource["description"]
        assert resource["schema"]["primaryKey"] == [model.key]
        for field in fields:
            if field["name"].endswith("weeks"):
                assert field["unit"] == "week"
            if field["name"].startswith("day_"):
                assert field["unit"] == "day"
            if field["name"].startswith("per_100"):
                assert field["unit"] == "percent"


def test_it_names_its_licence() -> None:
    """The same one as data/README.md."""
    assert package()["licenses"][0]["name"] == "CC-BY-4.0"
    assert "CC BY 4.0" in (DATA_FOLDER / "README.md").read_text(encoding="utf-8")
