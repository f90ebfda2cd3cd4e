"""All findings: filtering, order, pages, words and the file, and that a hundred times the rows costs hardly more."""

from __future__ import annotations

import csv
import io
import sys
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from types import FrameType
from typing import Any, TypeAlias

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from needlewise.decision.findings import ANY, FACETS, ORDERS, PAGE_ROWS, Findings, Query, checked, finding_row
from needlewise.evidence.model.rows import Effect
from needlewise.evidence.model.store import Evidence
from needlewise.evidence.reading.load import load
from needlewise.evidence.rules.certainty import rate
from needlewise.words import say
from tests.builders import make_effect, make_evidence, make_source

ALL = Findings(load())
# What `sys.settrace` takes; typeshed has no public name for it.
TraceFunction: TypeAlias = Callable[[FrameType, str, Any], Any]


def slow(query: Query) -> set[str]:
    """The ids a query asks for, worked out row by row."""
    evidence = load()
    found = set()
    for effect in evidence.effects.values():
        arms = {effect.treatment_id, effect.comparator_id}
        first, second = query.treatment, query.comparator
        if ANY not in {first, second}:
            fits = (effect.treatment_id, effect.comparator_id) in ((first, second), (second, first))
        elif second != ANY:
            fits = effect.comparator_id == second
        else:
            fits = first in (ANY, *arms)
        if (
            not effect.is_set_aside
            and query.concern in (ANY, effect.concern_id)
            and fits
            and query.outcome in (ANY, effect.outcome)
            and query.design in (ANY, evidence.sources[effect.source_id].design)
            and query.certainty in (ANY, rate(evidence, effect).level)
            and query.checked in (ANY, checked(effect))
        ):
            found.add(effect.effect_id)
    return found


def queries() -> st.SearchStrategy[Query]:
    """Any mix of choices that the menus offer."""
    values = {facet: st.sampled_from((ANY, ANY, *ALL.present(facet))) for facet in FACETS}
    return st.builds(Query, order=st.sampled_from(ORDERS), **values)


@settings(max_examples=60, deadline=None)
@given(queries())
def test_a_query_finds_what_a_row_by_row_search_finds(query: Query) -> None:
    """In every order, and each once."""
    found = [ALL.effects[place].effect_id for place in ALL.positions(query)]
    assert len(found) == len(set(found))
    assert set(found) == slow(query)


def test_the_disbeliever_finds_the_review() -> None:
    """Dark marks, CO2 laser against microneedling.

    The review that says three times more is among them, either way round.
    """
    query = Query(treatment="fractional_co2_laser", comparator="microneedling", outcome="dark_marks")
    sources = {row.effect.source_id for row in ALL.view(query).rows}
    assert {"cfco2needling2026", "co2mn2024"} <= sources
    swapped = replace(query, treatment="microneedling", comparator="fractional_co2_laser")
    assert set(ALL.positions(query)) == set(ALL.positions(swapped))


@pytest.mark.parametrize("value", ["", "no such thing", "<script>", "acne_scars;drop"])
def test_an_unknown_value_finds_nothing(value: str) -> None:
    """And raises nothing."""
    assert ALL.view(Query(concern=value)).total == 0


def test_pages_hold_every_row_once() -> None:
    """All pages together are the whole view; a page beyond the last is the last."""
    query = Query(concern="acne_scars", order="people")
    first = ALL.view(query)
    seen = [row.ref for page in range(1, first.pages + 1) for row in ALL.view(query, page).rows]
    assert len(seen) == len(set(seen)) == first.total
    assert ALL.view(query, 9999).page == first.pages
    assert ALL.view(query, -3).page == 1
    assert len(first.rows) == PAGE_ROWS


def test_orders_are_what_they_say(evidence: Evidence) -> None:
    """Most people in the finding itself first, surest first, newest first, longest first."""
    keys = {
        "people": lambda effect: -(effect.people or 0),
        "certainty": lambda effect: -rate(evidence, effect).strength,
        "newest": lambda effect: -(evidence.sources[effect.source_id].year or 0),
        "longest": lambda effect: -(effect.weeks or 0),
    }
    for order in ORDERS[1:]:
        values = [keys[order](ALL.effects[place]) for place in ALL.positions(Query(order=order))]
        assert values == sorted(values)


def test_every_finding_has_words_and_its_published_number() -> None:
    """No row is without a sentence; rows without a comparison group never get a sentence about effect."""
    total = ALL.view(Query()).pages
    for page in range(1, total + 1):
        for row in ALL.view(Query(), page).rows:
            assert row.words.endswith("."), row.ref
            assert row.numbers
            if row.effect.kind == "before_after":
                assert "no comparison group" in row.words


def test_a_finding_says_in_whom_and_when_it_was_measured() -> None:
    """The part of the people it holds for in brackets; a missing time is said."""
    whole, part = make_effect(), make_effect(effect_id="e2", subgroup="women", time_words="", timepoint="", weeks=None)
    tables = make_evidence([whole, part])
    rows = [finding_row(tables, effect, rate(tables, effect)) for effect in (whole, part)]
    assert [row.measured for row in rows] == ["Pain", "Pain (women)"]
    assert rows[1].time == say("shares-time-unknown")


@pytest.mark.parametrize(
    ("effect", "about"),
    [
        (make_effect(n_people=None), "2020 · review of studies"),
        (make_effect(n_people=1500), "2020 · review of studies · 1,500 people"),
        (make_effect(n_people=1), "2020 · review of studies · 1 person"),
        (make_effect(n_people=1500, n_people_finding=300), "2020 · review of studies · 300 people"),
        (
            make_effect(n_people=1500, n_people_finding=300, counts_of="whole_review"),
            "2020 · review of studies · 300 people",
        ),
        (
            make_effect(n_people=1500, counts_of="whole_review"),
            f"2020 · review of studies · {say('answer-whole-review', counts='1,500 people')}",
        ),
    ],
)
def test_a_finding_says_what_its_study_is(effect: Effect, about: str) -> None:
    """Year, kind and people; people counted over the whole review are told as that. A weak source says what it is."""
    tables = make_evidence([effect])
    assert finding_row(tables, effect, rate(tables, effect)).about == about
    weak = replace(tables, sources=tables.sources | {"a_review": make_source(basis="clinic")})
    assert finding_row(weak, effect, rate(weak, effect)).about == f"{about} · {say('rests-clinic')}"


def test_the_file_holds_the_view_and_can_be_read_again() -> None:
    """As many lines as findings; the cells are those of data/effects.csv."""
    query = Query(concern="hair_thinning")
    lines = list(csv.DictReader(io.StringIO(ALL.table(query))))
    assert len(lines) == ALL.view(query).total
    columns = list(Effect.model_fields)
    for line in lines:
        again = Effect.model_validate({column: line[column] for column in columns})
        assert again == load().effects[line["effect_id"]]
        assert line["source_link"].startswith("http")


def test_a_cell_never_starts_a_formula() -> None:
    """A spreadsheet must not run what it opens."""
    for line in csv.reader(io.StringIO(ALL.table(Query()))):
        for cell in line:
            assert not cell.startswith(("=", "+", "@", "\t")), cell
            if cell.startswith("-"):
                float(cell)


def test_repeats_are_left_out() -> None:
    """A row that repeats another is in the files, not in the table."""
    rows = [make_effect(), make_effect(effect_id="e2", duplicate_of="e1")]
    assert Findings(make_evidence(rows)).view(Query()).total == 1


@pytest.mark.full
def test_a_hundred_times_the_rows_costs_a_page_hardly_more() -> None:
    """A page of 92,000 findings takes the interpreter as many steps as one of 924: no step is taken for each row.

    Steps are counted, not timed, so that a busy machine changes nothing. A page takes about 100,000; a loop over all
    rows
    would add four for each at least.
    """
    evidence = load()
    many = {
        f"{name}#{copy}": effect.model_copy(update={"effect_id": f"{name}#{copy}"})
        for copy in range(100)
        for name, effect in evidence.effects.items()
    }
    large = Findings(replace(evidence, effects=many))
    query = Query(concern="acne_scars", order="people")
    assert large.view(query).total == 100 * ALL.view(query).total
    assert len(large.view(query).rows) == len(ALL.view(query).rows) == PAGE_ROWS
    small, big = (_steps(partial(findings.view, query)) for findings in (ALL, large))
    assert big < 1.2 * small


def _steps(work: Callable[[], object]) -> int:
    """How many steps (bytecode instructions) the interpreter takes for some work, in whatever library."""
    taken = 0

    def count(frame: FrameType, event: str, _: object) -> TraceFunction:
        nonlocal taken
        frame.f_trace_opcodes, frame.f_trace_lines = True, False
        taken += event == "opcode"
        return count

    before = sys.gettrace()
    sys.settrace(count)
    try:
        work()
    finally:
        sys.settrace(before)
    return taken


def test_steps_are_counted():
    """Twice the work is about twice the steps, so the test above can fail."""
    once, often = (_steps(partial(_walk, count)) for count in (1_000, 10_000))
    assert 9 < often / once < 11


def _walk(count: int) -> None:
    for _ in range(count):
        pass
