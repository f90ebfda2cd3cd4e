"""Sources, review dates and the checklist."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from needlewise.decision import library
from needlewise.evidence import ipdas, review
from needlewise.evidence.load import Evidence
from needlewise.ui import about
from needlewise.ui.layout import PAGES
from needlewise.words import has, say
from tests.builders import make_source


@pytest.mark.parametrize(
    ("source", "citation"),
    [
        (
            make_source(authors="Alam M, Han S", title="A trial.", journal="JAMA Dermatol", year=2014),
            "Alam M, Han S. A trial. JAMA Dermatol. 2014.",
        ),
        (make_source(authors="Alam M.", title="A trial", year=2014), "Alam M. A trial. 2014."),
        (make_source(title="A page", journal="NHS", year=None), "Authors not shown. A page. NHS. Year not shown."),
    ],
)
def test_a_citation_names_what_is_known_and_what_is_not(source: library.Source, citation: str) -> None:
    """Vancouver style."""
    assert library.citation(source) == citation


def test_every_source_is_listed_with_every_place(evidence: Evidence) -> None:
    """All of them, once; a place is a row that exists and names the source."""
    entries = library.entries(evidence)
    assert {entry.source.source_id for entry in entries} == set(evidence.sources)
    assert len(entries) == len(evidence.sources)
    for entry in entries:
        for _, refs in entry.uses:
            for ref in refs:
                assert entry.source.source_id in evidence.source_ids(ref)


def test_weak_and_firm_sources_are_all_of_them(evidence: Evidence) -> None:
    """The two choices share nothing and miss nothing."""
    entries = library.entries(evidence)
    weak, firm = (library.chosen(entries, ground=ground) for ground in ("weak", "firm"))
    assert len(weak) + len(firm) == len(entries)
    assert all(entry.source.is_weak for entry in weak)
    mine = library.chosen(entries, concern="acne_scars", design="rct")
    assert mine
    assert all("acne_scars" in entry.concerns and entry.source.design == "rct" for entry in mine)


@pytest.mark.parametrize(
    ("gathered", "due"),
    [
        (date(2026, 11, 22), date(2027, 11, 30)),
        (date(2026, 12, 1), date(2027, 12, 31)),
        (date(2027, 2, 28), date(2028, 2, 29)),
        (date(2026, 1, 31), date(2027, 1, 31)),
    ],
)
def test_a_review_is_due_twelve_months_on(gathered: date, due: date) -> None:
    """At the end of that month."""
    assert review.review_due(gathered) == due


@given(st.dates(date(2020, 1, 1), date(2090, 1, 1)))
def test_it_is_overdue_from_the_next_day(gathered: date) -> None:
    """Not on the day itself, and never before a year has passed."""
    due = review.review_due(gathered)
    assert not review.is_overdue(due, gathered)
    assert review.is_overdue(date.fromordinal(due.toordinal() + 1), gathered)
    assert (due - gathered).days >= 365


def test_a_month_is_named() -> None:
    """Not its number."""
    assert review.month_words(date(2026, 11, 3)) == "November 2026"


def test_the_checklist_has_its_35_items() -> None:
    """6 qualifying, 6 certification, 23 quality, each with a code of its own and words on how it is met."""
    counts = {group: ipdas.met(group, ())[1] for group in ipdas.GROUPS}
    assert counts == {"qualifying": 6, "certification": 6, "quality": 23}
    assert len({item.code for item in ipdas.ITEMS}) == 35
    for item in ipdas.ITEMS:
        assert has(f"about-ipdas-{item.code}")
        assert say(f"about-ipdas-{item.code}.how")


def test_met_is_said_only_where_a_page_shows_it() -> None:
    """Every item said to be met names a page of this product, and none is met without pages."""
    names = {name for name, _ in PAGES} | {"take_home"}
    for item in ipdas.ITEMS:
        assert bool(item.page) == item.is_met
        if item.page:
            assert item.page in names
        assert not item.holds(())


@pytest.mark.parametrize("code", ["K13", "K14", "K15", "K16", "K17", "K18", "K21", "K23"])
def test_what_needs_people_from_outside_is_not_yet(code: str) -> None:
    """Asked, reviewed, tried out, studied: none of it has happened, so none of it is said."""
    item = next(item for item in ipdas.ITEMS if item.code == code)
    assert not item.is_met


@pytest.mark.parametrize("code", [code for rule in about.RULES for code in rule.code])
def test_every_rule_on_the_about_page_is_the_codes_own_docstring(code: str) -> None:
    """The code exists and states its rule."""
    assert len(about.docstring(code)) > 60


def test_every_rule_told_to_readers_stands_on_the_about_page() -> None:
    """A rule of the Explore page cannot be missing from About."""
    from needlewise.ui.explore import RULES  # noqa: PLC0415  drawing code, wanted here only

    told = {name for rule in about.RULES for name in rule.words}
    assert {f"rule-{name}" for name in RULES} <= told
    assert all(has(name) for name in told)
