"""What the evidence remembers: what has changed since a version and why, who judged, what was mended, how to cite it."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from needlewise.decision.memory import cite, history
from needlewise.decision.memory.differences import WEIGHTY, compare, line_words, place_words, reasons
from needlewise.decision.memory.judged import judged_words
from needlewise.decision.memory.kept import kept
from needlewise.decision.memory.since import since
from needlewise.decision.memory.snapshot import Line, Snapshot, take
from needlewise.evidence.model.record import Change, Release
from needlewise.evidence.model.store import Evidence
from needlewise.evidence.rules import versions
from needlewise.evidence.rules.headline import headline_against_control
from needlewise.words import say

CONCERN = "low_back_pain"


def snapshot(*lines: Line, options: tuple[str, ...] = ("needle",)) -> Snapshot:
    """A made snapshot with these lines."""
    names = {name: name.title() for name in options}
    return Snapshot("c", "C", "c", "pain", "Needle", names, dict.fromkeys(names, "needling"), lines, {}, {})


def figure(text: str, place: str = "visits", *, note: str = "", state: str = "", level: str = "") -> Line:
    """One figure of the needle."""
    return Line("needle", place, text, note, state, level)


@pytest.mark.parametrize(
    ("before", "now", "kind"),
    [
        (figure("6"), figure("6"), None),
        (figure("6"), figure("8"), "figure"),
        (figure("6", note="1 to 12"), figure("6", note="1 to 10"), "figure"),
        (figure("It may ease pain.", state="better"), figure("It may not.", state="worse"), "direction"),
        (figure("It may ease pain.", level="low"), figure("It may ease pain.", level="very_low"), "certainty"),
        (figure("about 6"), figure("6 or so"), "words"),
        (figure("3 of 100, against 6"), figure("against 6: 3 of 100"), "words"),
    ],
    ids=[
        "the same",
        "another figure",
        "another range",
        "another way",
        "less sure",
        "other words",
        "figures in other places",
    ],
)
def test_a_line_that_is_otherwise_is_told_as_what_it_is(before: Line, now: Line, kind: str | None):
    """The weightiest thing that is otherwise; other words for the same figures are not a change of the answer."""
    found = compare(snapshot(before), snapshot(now))
    assert [item.kind for item in found] == ([] if kind is None else [kind])


def test_an_option_that_came_or_went_is_one_difference():
    """Not one for each of its figures."""
    before = snapshot(
        figure("6"), Line("knife", "visits", "1"), Line("knife", "days", "9"), options=("needle", "knife")
    )
    (gone,) = compare(before, snapshot(figure("6")))
    assert (gone.kind, gone.name) == ("gone", "Knife")
    (added,) = compare(snapshot(figure("6")), before)
    assert (added.kind, added.name) == ("added", "Knife")


def test_only_the_options_asked_for_are_told():
    """A paper about two options does not tell of a third."""
    before = snapshot(figure("6"), Line("knife", "visits", "1"), options=("needle", "knife"))
    now = snapshot(figure("8"), Line("knife", "visits", "2"), options=("needle", "knife"))
    assert {item.option for item in compare(before, now, ("knife",))} == {"knife"}
    assert {item.option for item in compare(before, now)} == {"needle", "knife"}


def test_what_a_version_told_of_no_option_is_no_change():
    """A column that came later: nobody's figure is otherwise because of it."""
    before = snapshot(figure("6"))
    now = snapshot(figure("6"), figure("3", "shows"))
    assert compare(before, now) == ()


def changed(evidence: Evidence, ref: str, column: str, cell: object, why: str) -> Evidence:
    """The evidence with one cell mended, and the line in the list of changes that says so."""
    table, _, row_id = ref.partition(":")
    rows = getattr(evidence, table)
    old = getattr(rows[row_id], column)
    change = Change(
        change_id="m99999",
        table=table,
        row_id=row_id,
        column=column,
        old=str(old),
        new=str(cell),
        why=why,
        date="2026-12-24",
        version="",
        reader="clinician",
    )
    mended = rows | {row_id: rows[row_id].model_copy(update={column: cell})}
    return replace(evidence, **{table: mended, "changes": evidence.changes | {"m99999": change}})


def test_one_changed_number_is_told_with_its_reason(evidence: Evidence):
    """Change one number, and whoever holds an older paper reads what it was, what it is, and why."""
    row = take(evidence, CONCERN).line("dry_needling", "visits")
    assert row is not None
    mended = evidence
    for ref in row.refs:
        mended = changed(mended, ref, "sessions_typical", 11.0, "the page says eleven")
        mended = changed(mended, ref, "sessions_low", 11.0, "the page says eleven")
        mended = changed(mended, ref, "sessions_high", 11.0, "the page says eleven")
    release = versions.in_force(evidence)
    old = take(evidence, CONCERN)
    found = [item for item in compare(old, take(mended, CONCERN), ("dry_needling",)) if item.kind in WEIGHTY]
    visits = next(item for item in found if item.place == "visits")
    assert line_words(visits.now).startswith("11")
    assert place_words(visits) == say("place-visits")
    assert reasons(mended, release, visits) == (say("why-mended", why="the page says eleven"),)


def test_a_new_source_is_named_as_the_reason(evidence: Evidence):
    """A row that the version did not hold: its source is told by title and year."""
    first = next(iter(evidence.releases.values()))
    before = kept(first, CONCERN)
    assert before is not None
    told = [why for item in compare(before, take(evidence, CONCERN)) for why in reasons(evidence, first, item)]
    start = say("why-added", title="TITLE").partition("TITLE")[0]
    titles = {source.title for source in evidence.sources.values()}
    added = [why.removeprefix(start) for why in told if why.startswith(start)]
    assert added
    assert all(any(title in why for title in titles) for why in added)


@pytest.mark.full
def test_every_difference_since_every_version_has_a_reason(evidence: Evidence):
    """Nobody is told that something changed without being told why; no row or word is missing on the way."""
    for release in evidence.releases.values():
        for concern_id in evidence.concerns:
            found = since(evidence, take(evidence, concern_id), release)
            for item in found.changes:
                assert item.what
                assert item.before != item.now
                assert item.why


def test_nothing_changed_is_said_too(evidence: Evidence, monkeypatch: pytest.MonkeyPatch):
    """A paper of today is told that nothing has changed."""
    today = take(evidence, CONCERN)
    monkeypatch.setattr("needlewise.decision.memory.since.kept", lambda *_: today)
    found = since(evidence, today, versions.in_force(evidence), ("dry_needling",))
    assert found.changes == ()
    assert found.headline == say("since-nothing", scope="options")


@pytest.mark.parametrize("asked", ["9.9.9", "", "0.1", "../0.1.0", "0.1.0 ", "1" * 1000, "0.1.0\n", "०.१.०"])
def test_a_version_that_is_none_is_not_known(evidence: Evidence, asked: str):
    """However it is written, and however long."""
    assert versions.known(evidence, asked) is None


def test_an_old_version_is_held_once_and_few_are_held(evidence: Evidence):
    """Asking for many concerns of many versions never holds more than a few of them."""
    from needlewise.decision.memory import kept as module  # noqa: PLC0415

    for release in evidence.releases.values():
        for concern_id in evidence.concerns:
            kept(release, concern_id)
    held, size = module._kept.cache_info()
    assert held <= size < 2 * len(evidence.concerns)


def test_who_judged_and_when_stands_beside_a_certainty(evidence: Evidence):
    """A role, a day, and what the version before said."""
    line = headline_against_control(evidence, CONCERN, "dry_needling")
    assert line is not None
    told = judged_words(evidence, line.rating, line.refs)
    assert say("reader-assisted") in told
    assert "2026" in told
    before = list(evidence.releases)[-2]
    assert f"version {before}" in told


def test_a_mend_is_told_in_plain_words(evidence: Evidence):
    """Names in place of codes; what the cell means in place of its column."""
    change = next(
        item for item in evidence.changes.values() if item.column == "comparator_id" and item.old == "other_active"
    )
    found = history.mend(evidence, change)
    assert found.what == say("column-means-compared")
    assert "_" not in found.old + found.new
    assert found.why == change.why


def test_the_newest_day_stands_first_and_every_change_is_counted(evidence: Evidence):
    """What is folded away as noted down is still counted."""
    days = history.of_concern(evidence, CONCERN)
    assert [day.day for day in days] == sorted((day.day for day in days), reverse=True)
    assert history.last_changed(evidence, CONCERN) == days[0].day
    own = [change for change in evidence.changes.values() if change.ref.startswith(f"effects:{CONCERN}.")]
    assert sum(len(day.mends) + day.others for day in days) > len(own) > 50


RELEASE = Release(version="1.2.3", released="2027-03-04", fingerprint="", what="A made version.")


def test_a_citation_names_version_licence_and_address():
    """As text, as BibTeX and as CSL-JSON; what BibTeX takes for its own signs is marked."""
    cited = cite.row(RELEASE, "effects:a_b.c.1", "https://example.org/row/effects/a_b.c.1?version=1.2.3")
    text = cite.text(cited)
    for part in ("1.2.3", "4 Mar 2027", "CC-BY-4.0", "https://example.org/row/effects/a_b.c.1?version=1.2.3"):
        assert part in text
    entry = cite.bibtex(cited)
    assert entry.startswith("@misc{needlewise-effects-a-b-c-1-1.2.3,")
    assert r"effects:a\_b.c.1" in entry
    assert entry.count("{") == entry.count("}")
    (item,) = json.loads(cite.csl_json(cited))
    assert item["issued"] == {"date-parts": [[2027, 3, 4]]}
    assert (item["type"], item["version"], item["URL"]) == ("dataset", "1.2.3", cited.url)


def test_a_row_that_was_changed_without_a_word_is_never_called_unchanged(
    evidence: Evidence, monkeypatch: pytest.MonkeyPatch
):
    """Where the list of changes is silent, that is said; the rule is not blamed for it."""
    release = versions.in_force(evidence)
    line = take(evidence, CONCERN).line("dry_needling", "visits")
    assert line is not None
    before, now = snapshot(replace(line, option="needle", text="6")), snapshot(replace(line, option="needle", text="8"))
    (found,) = compare(before, now)
    ids = frozenset(ref.partition(":")[2] for ref in line.refs)
    silent = replace(evidence, changes={})
    monkeypatch.setattr("needlewise.evidence.reading.archive.changed_rows", lambda *_: ids)
    assert reasons(silent, release, found) == (say("why-unsaid"),)
    monkeypatch.setattr("needlewise.evidence.reading.archive.changed_rows", lambda *_: frozenset())
    assert reasons(silent, release, found) == (say("why-rule"),)
