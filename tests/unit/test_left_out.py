"""The picture of findings: what it leaves out is said, and which way it points; sides have names, nulls are shown."""

from __future__ import annotations

from needlewise.charts.findings import DIRECTION_MARKS, directions, findings
from needlewise.decision.concern.build import build_concern_page
from needlewise.evidence.model.store import Evidence
from needlewise.words import say


def test_every_finding_of_the_table_is_drawn_or_has_a_mark(evidence: Evidence, concern_id: str) -> None:
    """None is lost because it has no range: each is a line in the picture or one mark below it, and not both."""
    page = build_concern_page(evidence, concern_id)
    listed = {line.ref for line in page.all_findings}
    drawn = {item.ref for item in page.findings}
    marked = [ref for line in directions(page) for ref in line.refs]
    assert len(marked) == len(set(marked)) == page.left_out.count
    assert set(marked) == listed - drawn
    assert sum(len(line.marks) for line in directions(page)) == len(marked)


def test_what_is_not_drawn_is_counted_with_its_reasons(evidence: Evidence, concern_id: str) -> None:
    """The picture says how many it leaves out and why; a picture that draws all says nothing of it."""
    page = build_concern_page(evidence, concern_id)
    missing, note = page.left_out, findings(page, "light").note
    assert (str(missing.count) in note) == bool(missing.count)
    for name, count in (("range", missing.no_range), ("line", missing.no_line), ("behind", missing.behind)):
        assert (say(f"findings-why-{name}", count=count) in note) == bool(count)


def test_a_mark_points_as_its_finding_does(evidence: Evidence, concern_id: str) -> None:
    """Better with the first, better with the second, or no clear difference: that, and no more."""
    ways = {"treatment": "better", "neither": "same", "comparator": "worse"}
    for line in directions(build_concern_page(evidence, concern_id)):
        found = [evidence.effects[ref.partition(":")[2]] for ref in line.refs]
        wanted = sorted(DIRECTION_MARKS[ways[effect.favours]] for effect in found if effect.favours)
        assert sorted(line.marks) == wanted
        assert len({effect.outcome == "satisfaction" for effect in found}) == 1, "satisfied is a measure of its own"


def test_a_drawn_finding_names_its_people_and_how_sure(evidence: Evidence, concern_id: str) -> None:
    """And says where no clear difference was found; satisfied is never drawn as doing well."""
    page = build_concern_page(evidence, concern_id)
    alt = findings(page, "light").alt
    for item in page.findings:
        assert item.face in alt
        assert item.effect.favours != "neither" or say("found-neither") in alt
        assert item.effect.outcome != "satisfaction" or item.panel not in ("ratio", "odds")


def test_each_side_of_a_line_has_its_whole_name(evidence: Evidence, concern_id: str) -> None:
    """A side that is cut off cannot be told from another."""
    page = build_concern_page(evidence, concern_id)
    figure = findings(page, "light").figure
    if figure is None:
        assert not page.findings
        return
    written = {note.text.replace("<br>", " ") for note in figure.layout.annotations}
    for item in page.findings:
        assert say("findings-better", name=item.first) in written
        assert say("findings-worse", name=item.second) in written
