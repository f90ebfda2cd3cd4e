"""Keeping the tables with the commands alone: a study added and undone, what is due, two versions, a second reading."""

from __future__ import annotations

import csv
import io
import json
import shutil
from collections.abc import Iterable
from datetime import date
from pathlib import Path

import pytest

from needlewise import DATA_FOLDER
from needlewise.__main__ import main
from needlewise.evidence.keeping.due import due, read_retracted
from needlewise.evidence.keeping.references import Reference, new_source_id, read_references, same_source
from needlewise.evidence.keeping.second_reading import draw, kappa, score
from needlewise.evidence.keeping.tables import add_row, read_cells
from needlewise.evidence.model.rows import TABLES
from needlewise.evidence.model.store import Evidence
from needlewise.evidence.reading import archive
from needlewise.evidence.reading.csv_tables import FORMS
from needlewise.evidence.reading.load import check

# Made up: no such trial exists, and nothing of it leaves the folder of a test.
NBIB = """PMID- 39999991
OWN - NLM
LID - 10.1000/example.2026.17 [doi]
TI  - Dry needling for low back pain: a made-up randomized controlled trial with a
      title that runs on.
FAU - Müller, Anna
AU  - Müller A
FAU - Rossi, Bruno
AU  - Rossi B
PT  - Journal Article
PT  - Randomized Controlled Trial
JT  - Journal of Examples
DP  - 2026 Mar 3
AID - 10.1000/example.2026.17 [doi]
"""
RIS = """TY  - JOUR
AU  - Müller, Anna
AU  - Rossi, Bruno
TI  - Dry needling for low back pain: a made-up randomized controlled trial with a title that runs on
JO  - Journal of Examples
PY  - 2026
DO  - 10.1000/example.2026.17
AN  - 39999991
ER  -
"""
CSL = json.dumps(
    [
        {
            "type": "article-journal",
            "title": "Dry needling for low back pain: a made-up randomized controlled trial with a title that runs on",
            "author": [{"family": "Müller", "given": "Anna"}, {"family": "Rossi", "given": "Bruno"}],
            "container-title": "Journal of Examples",
            "issued": {"date-parts": [[2026, 3, 3]]},
            "DOI": "10.1000/example.2026.17",
            "PMID": "39999991",
        }
    ]
)
# What is typed, in the order in which it is asked: the source, then the finding; an empty line leaves a cell blank.
SOURCE = ("", "1", "450", "", "A made-up trial.", "")
FINDING = (
    "low_back_pain", "dry_n", "sham", "", "pain", "Pain (0-10)", "controlled", "MD", "points", "10", "-1.5", "-2.5",
    "-0.5", "", "", "", "lower", "treatment", "yes", "6 weeks", "6", "at 6 weeks", "short", "", "", "", "", "1", "450",
    "1", "450", "finding", "", "", "high", "abstract", "", "",
)  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the tables with the released versions."""
    place = tmp_path / "data"
    place.mkdir()
    for path in [*DATA_FOLDER.glob("*.csv"), DATA_FOLDER / "README.md", DATA_FOLDER / "LICENSE"]:
        shutil.copy(path, place)
    (place / archive.FOLDER).symlink_to(DATA_FOLDER / archive.FOLDER)
    return place


def files_of(place: Path) -> dict[str, bytes]:
    """Every file that stands in a folder."""
    return {path.name: path.read_bytes() for path in place.iterdir() if path.is_file()}


def type_in(monkeypatch: pytest.MonkeyPatch, lines: Iterable[str]) -> None:
    """Answer what is asked with these lines."""
    monkeypatch.setattr("sys.stdin", io.StringIO("".join(f"{line}\n" for line in lines)))


@pytest.mark.parametrize("text", [NBIB, RIS, CSL], ids=["PubMed", "RIS", "CSL-JSON"])
def test_each_form_gives_the_same_source(text: str):
    """Who, what, where, when, the lasting addresses, and the design that the title or the type names."""
    (found,) = read_references(text)
    assert found.authors == ("Müller, Anna", "Rossi, Bruno")
    assert found.title.endswith("randomized controlled trial with a title that runs on")
    assert (found.journal, found.year) == ("Journal of Examples", "2026")
    assert (found.doi, found.pmid, found.design) == ("10.1000/example.2026.17", "39999991", "rct")
    assert found.first == "muller"


def test_several_references_of_a_file_are_kept_apart():
    """PubMed writes all that was chosen into one file."""
    found = read_references(NBIB + "\n" + NBIB.replace("39999991", "39999992").replace("Müller", "Okafor"))
    assert [(item.first, item.pmid) for item in found] == [("muller", "39999991"), ("okafor", "39999992")]


@pytest.mark.parametrize("text", ["", "hello", "{", "[]", "[1]", "TY", '{"items": 3}', "PMID-"])
def test_a_file_that_is_none_of_them_is_refused(text: str):
    """In words, not with a traceback."""
    with pytest.raises(ValueError, match=r"reference|read as"):
        read_references(text)


def test_a_publication_that_is_here_is_found_and_a_new_one_gets_its_own_id(evidence: Evidence):
    """By DOI or PubMed number, however the DOI is written; an id that is taken gets a letter."""
    source = next(item for item in evidence.sources.values() if item.doi)
    here = Reference((), "", "", "", source.doi.upper(), "", "", None)
    assert same_source(evidence, here) == source.source_id
    other = Reference(("Haake, M",), "", "", "2007", "10.1000/x", "", "", None)
    assert same_source(evidence, other) == ""
    assert new_source_id(evidence, other) not in evidence.sources


def test_a_study_is_added_by_what_is_asked_alone_and_undone(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    """Its source, its finding and its line of change are written, the answer is shown before and after; undo restores all."""
    before = files_of(folder)
    file = tmp_path / "pubmed.nbib"
    file.write_text(NBIB, encoding="utf-8")
    type_in(monkeypatch, [*SOURCE, *FINDING, "yes"])
    assert main(["evidence", "add", str(file), "--folder", str(folder), "--reader", "clinician"]) == 0
    told = capsys.readouterr().out
    assert "It eases pain noticeably" in told
    assert "needlewise evidence undo" in told
    evidence, faults = check(folder)
    assert faults == ()
    assert evidence is not None
    row = evidence.effects["low_back_pain.dry_needling.muller2026.1"]
    assert (row.estimate, row.treatment_id, row.source_id) == (-1.5, "dry_needling", "muller2026")
    assert evidence.sources["muller2026"].doi == "10.1000/example.2026.17"
    change = list(evidence.changes.values())[-1]
    assert (change.ref, change.version, change.reader) == (f"effects:{row.effect_id}", "", "clinician")
    assert main(["evidence", "undo", "--folder", str(folder)]) == 0
    assert files_of(folder) == before
    assert main(["evidence", "undo", "--folder", str(folder)]) == 1


@pytest.mark.parametrize("lines", [["stop"], [*SOURCE, "low_back_pain", "stop"], [*SOURCE, *FINDING, "no"], []])
def test_whoever_stops_leaves_nothing_behind(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lines: list[str]
):
    """At the first question, in the middle, at the last, or when the keyboard is gone."""
    before = files_of(folder)
    file = tmp_path / "pubmed.nbib"
    file.write_text(NBIB, encoding="utf-8")
    type_in(monkeypatch, lines)
    assert main(["evidence", "add", str(file), "--folder", str(folder)]) == 1
    assert files_of(folder) == before


def test_a_cell_the_table_would_refuse_is_asked_again(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    """An estimate that points the other way than was said is named, and the right side can be given."""
    wrong = ["comparator" if cell == "treatment" else cell for cell in FINDING]
    file = tmp_path / "pubmed.nbib"
    file.write_text(NBIB, encoding="utf-8")
    type_in(monkeypatch, [*SOURCE, *wrong, "treatment", "yes"])
    assert main(["evidence", "add", str(file), "--folder", str(folder)]) == 0
    assert "expected treatment: the estimate points there" in capsys.readouterr().out


@pytest.mark.parametrize("last", [["stop"], ["no"], []], ids=["stop", "no", "the keyboard is gone"])
def test_nothing_that_was_answered_is_asked_for_twice(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], last: list[str]
):
    """Who ends in the middle or says no goes on where it ended, sees the answers so far, and can throw them away."""
    before = files_of(folder)
    asked = ["evidence", "add", str(tmp_path / "pubmed.nbib"), "--folder", str(folder)]
    (tmp_path / "pubmed.nbib").write_text(NBIB, encoding="utf-8")
    answered = [*SOURCE, *FINDING] if last == ["no"] else [*SOURCE, *FINDING[:12]]
    type_in(monkeypatch, [*answered, *last])
    assert main(asked) == 1
    assert "with --forget it begins anew" in capsys.readouterr().out
    type_in(monkeypatch, [*([] if last == ["no"] else FINDING[12:]), "yes"])
    assert main(asked) == 0
    told = capsys.readouterr().out
    assert "summary: A made-up trial." in told
    assert "n_people (" not in told.partition("estimate: -1.5")[0]
    assert main(["evidence", "undo", "--folder", str(folder)]) == 0
    assert set(files_of(folder)) == set(before)
    type_in(monkeypatch, ["stop"])
    assert main(asked) == 1
    assert "You answered these before" not in capsys.readouterr().out


def test_answers_can_be_thrown_away(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    """With `--forget` the first question is asked again."""
    asked = ["evidence", "add", str(tmp_path / "pubmed.nbib"), "--folder", str(folder)]
    (tmp_path / "pubmed.nbib").write_text(NBIB, encoding="utf-8")
    type_in(monkeypatch, [*SOURCE, "low_back_pain", "stop"])
    main(asked)
    type_in(monkeypatch, ["stop"])
    main([*asked, "--forget"])
    told = capsys.readouterr().out.rpartition("Müller")[2]
    assert "1/6 design" in told
    assert "low_back_pain\n" not in told


def test_whoever_is_asked_knows_what_is_needed_and_reads_no_pattern(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    """Each prompt says needed or optional; a cell that cannot be is refused at once, in words; `back` returns."""
    (tmp_path / "pubmed.nbib").write_text(NBIB, encoding="utf-8")
    finding = list(FINDING)
    finding[0:1] = ["", "back pain", "back", "back", "low_back_pain", "low_back_pain"]
    at = finding.index("-1.5")
    finding[at : at + 1] = ["-1,5", "-1.5"]
    type_in(monkeypatch, [*SOURCE, *finding, "change", "nonsense", "locator", "Table 2", "yes"])
    assert main(["evidence", "add", str(tmp_path / "pubmed.nbib"), "--folder", str(folder)]) == 0
    told = capsys.readouterr().out
    for words in (
        "concern_id (needed; ",
        "comparator_words (optional): ",
        "needed: it cannot be blank",
        "expected one of: low_back_pain",
        "expected a plain number with a point",
        "There is no such cell",
        "locator (needed) [abstract]: ",
    ):
        assert words in told
    assert "^" not in told
    evidence, faults = check(folder)
    assert faults == ()
    assert evidence is not None
    assert evidence.effects["low_back_pain.dry_needling.muller2026.1"].locator == "Table 2"


def test_every_pattern_of_a_cell_has_words():
    """So that nobody who fills in a table is shown a pattern."""
    patterns = {
        rule.pattern
        for model in TABLES.values()
        for field in model.model_fields.values()
        for rule in field.metadata
        if getattr(rule, "pattern", None)
    }
    assert patterns
    assert patterns - set(FORMS) == set()


def test_a_row_goes_under_its_columns_however_the_file_was_left(folder: Path):
    """By an editor that left out the end of the last line, or a spreadsheet that moved a column and wrote a mark in front."""
    path = folder / "readings.csv"
    rows = read_cells(folder, "readings")
    turned = [dict(reversed(row.items())) for row in rows]
    text = io.StringIO()
    writer = csv.DictWriter(text, list(turned[0]), lineterminator="\n")
    writer.writeheader()
    writer.writerows(turned)
    path.write_text("\ufeff" + text.getvalue().rstrip("\n"), encoding="utf-8")
    add_row(folder, "readings", rows[0] | {"reading_id": "another"})
    assert read_cells(folder, "readings")[-1] == dict(reversed((rows[0] | {"reading_id": "another"}).items()))
    assert len(read_cells(folder, "readings")) == len(rows) + 1


def test_undo_never_takes_back_what_someone_else_wrote(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    """A table edited by hand in between stays as it is."""
    file = tmp_path / "pubmed.nbib"
    file.write_text(NBIB, encoding="utf-8")
    type_in(monkeypatch, [*SOURCE, *FINDING, "yes"])
    main(["evidence", "add", str(file), "--folder", str(folder)])
    with (folder / "effects.csv").open("a", encoding="utf-8") as table:
        table.write("\n")
    after = files_of(folder)
    assert main(["evidence", "undo", "--folder", str(folder)]) == 1
    assert "effects.csv" in capsys.readouterr().out
    assert files_of(folder) == after


def mend(folder: Path, old: str, new: str) -> None:
    """Change one cell by hand, with its line in the list of changes, as the README says."""
    path = folder / "protocols.csv"
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    for row in rows:
        if row["concern_id"] == "low_back_pain" and row["treatment_id"] == "dry_needling" and row["sessions_typical"]:
            for column in ("sessions_low", "sessions_typical", "sessions_high"):
                row[column] = new
            changed = row["protocol_id"]
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    with (folder / "changes.csv").open("a", encoding="utf-8") as table:
        table.write(
            f"m99999,protocols,{changed},sessions_typical,{old},{new},the page says so,2026-12-24,,maintainer\n"
        )


def test_a_changed_number_is_named_by_diff_and_kept_by_a_release(
    folder: Path, capsys: pytest.CaptureFixture[str], evidence: Evidence
):
    """Change one number, release: `diff` names the line and why; the version is kept, its change stamped, once."""
    (folder / archive.FOLDER).unlink()
    shutil.copytree(DATA_FOLDER / archive.FOLDER, folder / archive.FOLDER)
    assert main(["evidence", "release", "7.0.0", "As it stood.", "--day", "2026-12-23", "--folder", str(folder)]) == 0
    mend(folder, "6", "11")
    assert main(["evidence", "release", "7.0.1", "One number.", "--day", "2026-12-24", "--folder", str(folder)]) == 0
    capsys.readouterr()
    for after in ("7.0.1", "now"):
        asked = ["evidence", "diff", "7.0.0", after, "--concern", "low_back_pain", "--folder", str(folder)]
        assert main(asked) == 0
        told = capsys.readouterr().out
        assert "Dry needling: visits [figure] on Explore, Compare, Plan and Take home" in told
        assert "Put right: the page says so" in told
    found, faults = check(folder)
    assert faults == ()
    assert found is not None
    assert found.changes["m99999"].version == "7.0.1"
    assert list(found.releases) == [*evidence.releases, "7.0.0", "7.0.1"]
    assert found.releases["7.0.1"].fingerprint == archive.fingerprint(folder)
    kept = archive.path("7.0.1", folder).read_bytes()
    assert main(["evidence", "release", "7.0.1", "Again.", "--folder", str(folder)]) == 1
    assert archive.path("7.0.1", folder).read_bytes() == kept


def test_a_release_that_comes_too_early_writes_nothing(folder: Path):
    """A version below the one in force is refused, and the tables stay as they were."""
    before = files_of(folder)
    assert main(["evidence", "release", "0.0.1", "Too early.", "--folder", str(folder)]) == 1
    assert files_of(folder) == before


def test_what_is_due_is_listed_from_the_tables_alone(evidence: Evidence):
    """Nothing is fetched: an old source, one set aside, a copy's address and a retraction are found by reading."""
    effect = next(row for row in evidence.effects.values() if row.n_people_finding is None and row.counts_of is None)
    old = next(row for row in evidence.effects.values() if (evidence.sources[row.source_id].year or 2026) < 2005)
    source = evidence.sources[old.source_id]
    shown = (f"effects:{effect.effect_id}", f"effects:{old.effect_id}")
    marks = read_retracted(f"Title,DOI,PMID\n{source.title},{source.doi.upper()},{source.pmid}\n")
    found = {kind.kind: kind.items for kind in due(evidence, shown, date(2030, 1, 1), retracted=marks)}
    assert "overdue" in found["The next search"][0]
    assert any(old.effect_id in item for item in found["Shown, from a source of more than 10 years ago"])
    assert any(effect.effect_id in item for item in found["Shown, with the people of the finding not known"])
    assert any(source.source_id in item for item in found["Retracted, by the list that was given"])
    assert len(found["Replaced by a newer source, and set aside"]) == sum(
        bool(row.superseded_by) for row in evidence.effects.values()
    )


def test_the_review_prints_each_kind_with_its_count(capsys: pytest.CaptureFixture[str]):
    """On the real tables."""
    assert main(["evidence", "review"]) == 0
    assert "Shown on a weak basis: " in capsys.readouterr().out


def test_kappa_is_that_of_the_textbook():
    """Cohen's own kind of table: 20 and 15 agreed, 5 and 10 not, of 50: 0.40."""
    pairs = [("yes", "yes")] * 20 + [("yes", "no")] * 5 + [("no", "yes")] * 10 + [("no", "no")] * 15
    assert kappa(pairs) == pytest.approx(0.4)
    assert kappa([("yes", "yes")] * 4) is None
    assert kappa([]) is None
    assert kappa([("yes", "no"), ("no", "yes")]) == pytest.approx(-1)


def test_a_reader_sees_no_value_and_the_score_is_written(
    folder: Path, tmp_path: Path, evidence: Evidence, capsys: pytest.CaptureFixture[str]
):
    """The sheet holds what is asked, not what we hold; a sheet filled in rightly but for one cell says so."""
    sheet = tmp_path / "sheet.csv"
    assert main(["evidence", "read", str(sheet), "--draw", "4", "--seed", "3", "--folder", str(folder)]) == 0
    with sheet.open(encoding="utf-8-sig", newline="") as file:
        lines = list(csv.DictReader(file))
    assert len({line["ref"] for line in lines}) == 4
    assert not any(line["answer"] for line in lines)
    for line in lines:
        held = getattr(evidence.find(line["ref"]), line["column"])
        line["answer"] = "blank" if held is None else str(held)
    lines[0]["answer"] = "12345"
    with sheet.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(lines[0]))
        writer.writeheader()
        writer.writerows(lines)
    assert main(["evidence", "read", str(sheet), "--reader", "clinician", "--folder", str(folder)]) == 0
    assert f"3 of 4 rows and {len(lines) - 1} of {len(lines)} cells agree" in capsys.readouterr().out
    found, faults = check(folder)
    assert faults == ()
    assert found is not None
    row = list(found.readings.values())[-1]
    assert (row.rows, row.rows_same, row.cells_same, row.reader) == (4, 3, len(lines) - 1, "clinician")
    assert main(["evidence", "undo", "--folder", str(folder)]) == 0
    assert (folder / "readings.csv").read_bytes() == (DATA_FOLDER / "readings.csv").read_bytes()


def test_the_same_seed_draws_the_same_rows_and_unread_rows_do_not_count(evidence: Evidence):
    """A draw can be repeated; a row that nobody read is no disagreement."""
    shown = [f"effects:{name}" for name in list(evidence.effects)[:40]]
    first = draw(evidence, shown, 5, 7)
    assert first == draw(evidence, shown, 5, 7)
    with pytest.raises(ValueError, match="no row"):
        score(evidence, first)
    ref = first[0]["ref"]
    for line in first:
        if line["ref"] == ref:
            held = getattr(evidence.find(ref), line["column"])
            line["answer"] = "blank" if held is None else str(held)
    found, differ = score(evidence, first)
    assert (found.rows, found.rows_same, differ) == (1, 1, ())
