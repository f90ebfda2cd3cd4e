"""Each released version is kept whole: a data package that an outsider finds sound, and what was said of each concern."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import warnings
import zipfile
from pathlib import Path

import pytest

from needlewise import DATA_FOLDER, ROOT
from needlewise.decision.memory.snapshot import as_json, from_json, take
from needlewise.evidence.model.rows import TABLES
from needlewise.evidence.reading import archive
from needlewise.evidence.reading.load import load
from needlewise.evidence.rules.versions import in_force

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    import frictionless

VERSIONS = tuple(load().releases)


def test_every_version_is_kept_and_no_other():
    """A version that `releases.csv` names can be opened; a file that it does not name could never be."""
    assert {path.stem for path in (DATA_FOLDER / archive.FOLDER).iterdir()} == set(VERSIONS)


@pytest.mark.parametrize("version", VERSIONS)
def test_a_version_is_a_sound_data_package(version: str, tmp_path: Path):
    """By a library that knows nothing of this product, also where the tables had another form."""
    with zipfile.ZipFile(archive.path(version)) as kept:
        kept.extractall(tmp_path)
        names = set(kept.namelist())
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        report = frictionless.validate(str(tmp_path / "datapackage.json"))
    assert report.valid, report.flatten(["type", "message"])[:5]
    described = json.loads((tmp_path / "datapackage.json").read_text(encoding="utf-8"))
    assert described["version"] == version
    assert {"README.md", "LICENSE", "CHANGES.md", "CITATION.cff", "citation.bib", "citation.json"} <= names
    assert {resource["path"] for resource in described["resources"]} <= names


@pytest.mark.parametrize("version", VERSIONS)
def test_every_concern_of_a_version_can_be_read_again(version: str):
    """Every line stands on rows that are kept beside it, and every row on sources with an address."""
    assert archive.concerns(version)
    for concern_id in archive.concerns(version):
        kept = archive.answers(version, concern_id)
        assert kept is not None
        snapshot = from_json(kept)
        assert snapshot.line("", "answer-1") is not None
        places = [(line.option, line.place) for line in snapshot.lines]
        assert len(places) == len(set(places)), concern_id
        for line in snapshot.lines:
            assert set(line.refs) <= set(snapshot.rows), line
        for row in snapshot.rows.values():
            assert set(row.sources) <= set(snapshot.sources)
        assert all(source.link.startswith("http") for source in snapshot.sources.values())


@pytest.mark.parametrize("version", [version for version in VERSIONS if load().releases[version].fingerprint])
def test_the_tables_of_a_version_have_its_fingerprint(version: str):
    """Nobody has changed a version after its release."""
    release = load().releases[version]
    found = hashlib.sha256()
    with zipfile.ZipFile(archive.path(version)) as kept:
        names = {name.removesuffix(".csv") for name in kept.namelist() if name.endswith(".csv")}
        for name in sorted(names - {"releases"}):
            found.update(f"{name}\n".encode())
            found.update(kept.read(f"{name}.csv"))
    assert found.hexdigest() == release.fingerprint


def test_what_is_kept_is_what_is_said():
    """Written down and read again, a snapshot of today is the same."""
    today = take(load(), "low_back_pain")
    assert from_json(json.loads(json.dumps(as_json(today)))) == today


@pytest.mark.parametrize("name", ["9.9.9", "../../etc/passwd", "", "0.1.0/../0.1.0", "%00"])
def test_a_version_that_is_none_gives_nothing(name: str):
    """No path leads out of the folder to something else."""
    assert archive.answers(name, "acne_scars") is None


def test_the_fingerprint_counts_every_table_but_its_own(tmp_path: Path):
    """A changed cell changes it; a new row of `releases` does not."""
    for name in TABLES:
        (tmp_path / f"{name}.csv").write_bytes((DATA_FOLDER / f"{name}.csv").read_bytes())
    before = archive.fingerprint(tmp_path)
    with (tmp_path / "releases.csv").open("a", encoding="utf-8") as file:
        file.write("9.9.9,2030-01-01,,Later.\n")
    assert archive.fingerprint(tmp_path) == before
    with (tmp_path / "questions.csv").open("a", encoding="utf-8") as file:
        file.write("\n")
    assert archive.fingerprint(tmp_path) != before


def test_the_citation_file_names_the_version_in_force():
    """Whoever cites the tables from the repository cites the version that is there."""
    release = in_force(load())
    _, _, told = (ROOT / "CITATION.cff").read_text(encoding="utf-8").partition("references:")
    assert f"version: {release.version}\n" in told
    assert f"date-released: {release.released}\n" in told


@pytest.mark.parametrize("version", VERSIONS)
def test_a_change_names_the_first_version_that_holds_it(version: str):
    """A line written after a release has no version until the next one, or nobody's paper would be told of it."""
    kept = archive.member(version, "changes.csv")
    assert kept is not None
    held = {row["change_id"] for row in csv.DictReader(io.StringIO(kept.decode("utf-8")))}
    named = {name for name, change in load().changes.items() if change.version == version}
    assert named <= held
