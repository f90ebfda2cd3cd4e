"""Sources and the checklist."""

from __future__ import annotations

from dataclasses import replace

import pytest

from needlewise.decision import bibliography, regulators
from needlewise.evidence.model import advice as a
from needlewise.evidence.model import rows as r
from needlewise.evidence.model.row import Row
from needlewise.evidence.model.rows import Source
from needlewise.evidence.model.store import Evidence
from needlewise.evidence.sentences.rows import row_words, when
from needlewise.ui.page_registry import PAGES
from needlewise.ui.views.about import ipdas
from needlewise.words import has, say
from tests.builders import make_effect, make_protocol, make_recovery, make_risk, make_source


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
def test_a_citation_names_what_is_known_and_what_is_not(source: Source, citation: str) -> None:
    """Vancouver style."""
    assert bibliography.citation(source) == citation


def test_every_source_is_listed_with_every_place(evidence: Evidence) -> None:
    """All of them, once; a place is a row that exists and names the source."""
    entries = bibliography.entries(evidence)
    assert {entry.source.source_id for entry in entries} == set(evidence.sources)
    assert len(entries) == len(evidence.sources)
    for entry in entries:
        for _, refs in entry.uses:
            for ref in refs:
                assert entry.source.source_id in evidence.source_ids(ref)


def test_every_place_says_what_stands_there(evidence: Evidence) -> None:
    """No row that rests on a source is blank on its card or in the list of where the source is used."""
    blank = [
        ref
        for entry in bibliography.entries(evidence)
        for _, refs in entry.uses
        for ref in refs
        if not row_words(evidence.find(ref))
    ]
    assert blank == []


@pytest.mark.parametrize(
    ("source", "facts"),
    [
        (make_source(n_studies=12, n_people=1234), "Review of studies · 12 studies · 1,234 people · from a study"),
        (make_source(n_studies=1), "Review of studies · from a study"),
        (
            make_source(design="rct", n_people=40, basis="clinic"),
            "Randomised trial · 40 people · from a private clinic: weak",
        ),
    ],
)
def test_a_source_of_the_list_says_what_it_is(source: Source, facts: str) -> None:
    """Kind of study, how many studies where there are several, people, and what it rests on.

    The year is in its citation.
    """
    assert bibliography.Entry(source, "", (), ()).facts == facts


@pytest.mark.parametrize(
    ("source", "words"),
    [
        (make_source(), ""),
        (make_source(limitations="Small trials"), "What weakens it: Small trials."),
        (make_source(basis="manufacturer"), "Comes from a maker of a treatment."),
        (
            make_source(basis="clinic", limitations="No numbers"),
            "Comes from a clinic that sells a treatment. What weakens it: No numbers.",
        ),
    ],
)
def test_what_weakens_a_source_is_said(source: Source, words: str) -> None:
    """Where it comes from when that is weak, and the limits noted of it; nothing when there are none."""
    assert bibliography.Entry(source, "", (), ()).weaknesses == words


FEE = r.Cost.model_validate(
    dict.fromkeys(r.Cost.model_fields, "")
    | {"cost_id": "peel.us.1", "treatment_id": "superficial_peel", "country": "US", "year": "2020", "fee_low": "1500"}
    | {"fee_high": "2000", "currency": "USD", "per": "session", "source_ids": "a_review"}
)
CHANGE = r.NaturalCourse.model_validate(
    dict.fromkeys(r.NaturalCourse.model_fields, "")
    | {"course_id": "back", "concern_id": "low_back_pain", "state": "new", "outcome": "pain", "scale": "0-100"}
    | {"weeks": "6", "mean": "23", "source_id": "a_review"}
)
PAIN = r.PainScore.model_validate(
    dict.fromkeys(r.PainScore.model_fields, "")
    | {"score_id": "p1", "treatment_id": "shockwave", "score": "3.2", "statistic": "mean", "people": "20"}
    | {"source_ids": "a_trial"}
)
VISIT = r.Appointment.model_validate(
    dict.fromkeys(r.Appointment.model_fields, "") | {"treatment_id": "shockwave", "source_ids": "a_review"}
)


def made(model: type[Row], **cells: str) -> Row:
    """A row of advice, blank where nothing is given."""
    return model.model_validate(dict.fromkeys(model.model_fields, "") | {"source_ids": "a_guideline"} | cells)


VISITS = make_protocol(
    sessions_low=1,
    sessions_typical=1,
    sessions_high=1,
    interval_weeks_low=1,
    interval_weeks_typical=1,
    interval_weeks_high=1,
    weeks_to_result_low=1,
    weeks_to_result_high=1,
    followed_weeks=1,
)
ADVICE = made(
    a.Recommendation,
    guideline_id="g1",
    concern_id="low_back_pain",
    treatment_id="massage",
    body="A college",
    recommendation="weak_against",
    words="Not alone",
)
SIGN = made(
    a.AfterSign,
    after_id="s1",
    treatment_id="massage",
    site="any",
    sign="a sore back",
    action="normal",
    basis="ours",
    note="Days are ours",
)
WAIT = made(
    a.DatedCaution,
    caution_id="c1",
    treatment_id="massage",
    condition="pregnancy",
    detail="first three months",
    advice="ok",
    reason="No harm was seen.",
    basis="study",
)


TOLD: list[tuple[Row, str]] = [
    (ADVICE, "A college (year not stated) leans against it: Not alone"),
    (SIGN, "A sore back: normal (what to do or when is ours: no source gives it)"),
    (WAIT, "First three months: no need to wait. No harm was seen. (a study)"),
    (FEE, "1,500–2,000 USD for one visit (US, 2020)"),
    (
        FEE.model_copy(update={"fee_high": None, "year": None, "country": ""}),
        "From 1,500 USD for one visit (country not stated, year not stated)",
    ),
    (FEE.model_copy(update={"fee_low": None, "fee_high": None}), "No fee was found."),
    (CHANGE, "Mean 23 on a scale of 0-100, at 6 weeks"),
    (CHANGE.model_copy(update={"mean": None, "weeks": None}), "Mean not given on a scale of 0-100, time not stated"),
    (VISIT, "No figure was found."),
    (VISIT.model_copy(update={"minutes_high": 15.0, "anaesthesia": "none"}), "Up to 15 minutes; no numbing"),
    (
        VISIT.model_copy(update={"minutes_low": 5.0, "minutes_high": 15.0, "anaesthesia": "a cream"}),
        "5–15 minutes; numbing: a cream",
    ),
    (PAIN, "3.2 of 10 for pain; 20 people"),
    (
        PAIN.model_copy(
            update={"score": None, "score_low": 4.8, "score_high": 5.5, "people": None, "visits": 60, "site": "face"}
        ),
        "4.8–5.5 of 10 for pain; 60 visits; face",
    ),
    (VISITS, "1 visit; 1 week apart; measured at 1 week; followed for 1 week after the last visit"),
    (
        VISITS.model_copy(update={"sessions_high": 3.0, "interval_weeks_low": 0.5, "followed_weeks": 6.0}),
        "1–3 visits; 0.5–1 weeks apart; measured at 1 week; followed for 6 weeks after the last visit",
    ),
    (make_effect(), "Pain: difference of −0.5 in standard units (SMD), range −0.8 to −0.2; 500 people"),
    (
        make_effect(counts_of="whole_review"),
        "Pain: difference of −0.5 in standard units (SMD), range −0.8 to −0.2; 500 people in the whole review",
    ),
    (make_recovery(day_typical=1), "1 day until redness is gone"),
    (make_recovery(), "No day given until redness is gone"),
    (make_recovery(day_high=7), "Up to 7 days until redness is gone"),
    (make_risk(), "Bruising; adults: 10 per 100 people"),
    (make_risk(relation="upper_bound", per_100=None, per_100_high=20), "Bruising; adults: up to 20 per 100 people"),
]


@pytest.mark.parametrize(("row", "text"), TOLD, ids=[text for _, text in TOLD])
def test_a_row_is_told_in_a_plain_sentence(row: Row, text: str) -> None:
    """With its country, year and unit; one end alone is said to be one, and nothing missing becomes a nought."""
    assert row_words(row) == text


def test_what_a_regulator_said_is_told(evidence: Evidence) -> None:
    """The words themselves, with the date as far as it is known."""
    told = {row_words(row) for row in evidence.regulator.values()}
    assert (
        "US, 25 Apr 2024: Report of the CDC: HIV was spread at an unlicensed spa, most likely by microneedling with PRP."
    ) in told
    assert any(text.startswith("US, date not stated: ") for text in told)


@pytest.mark.parametrize(
    ("text", "words"),
    [("2025-10-15", "15 Oct 2025"), ("2025-10", "October 2025"), ("2017", "2017"), ("", "date not stated")],
)
def test_a_date_is_told_as_far_as_it_is_known(text: str, words: str) -> None:
    """A day, a month, a year, or that none was stated."""
    assert when(text) == words


def test_what_regulators_warn_of_is_found_by_treatment(evidence: Evidence) -> None:
    """Burns and nerve damage after RF microneedling, HIV after microneedling with PRP; a clearance is no warning."""
    heat = regulators.regulator_warnings(evidence, "rf_microneedling")
    assert [(warning.refs, warning.part) for warning in heat[:4]] == [
        (("regulator:rf_microneedling.us.1",), ""),
        (("regulator:rf_microneedling.us.3",), ""),
        (("regulator:rf_microneedling.us.2",), ""),
        (("regulator:microneedling.au.1",), "microneedling"),
    ]
    assert "nerve damage" in heat[0].text
    assert (heat[0].country, heat[0].when) == ("US", "15 Oct 2025")
    plain = regulators.regulator_warnings(evidence, "microneedling")
    assert [(warning.refs, warning.part) for warning in plain] == [
        (("regulator:microneedling.au.1",), ""),
        (("regulator:microneedling.us.4",), ""),
        (("regulator:microneedling.au.2",), ""),
    ]
    plasma = regulators.regulator_warnings(evidence, "prp_microneedling")
    assert [(warning.refs, warning.part) for warning in plasma[:2]] == [
        (("regulator:microneedling.us.5",), ""),
        (("regulator:microneedling.au.1",), "microneedling"),
    ]
    assert regulators.regulator_warnings(evidence, "massage") == ()


def test_a_warning_nobody_has_checked_is_not_shown(evidence: Evidence) -> None:
    """Like any other unchecked row."""
    unchecked = {name: row.model_copy(update={"checked": False}) for name, row in evidence.regulator.items()}
    assert regulators.regulator_warnings(replace(evidence, regulator=unchecked), "rf_microneedling") == ()


def test_every_warning_reaches_an_option(evidence: Evidence) -> None:
    """Each one belongs to a treatment that stands on some concern's page."""
    options = {option.treatment_id for option in evidence.concern_options.values()}
    shown = {
        ref for name in options for warning in regulators.regulator_warnings(evidence, name) for ref in warning.refs
    }
    assert shown == {
        f"regulator:{row.status_id}" for row in evidence.regulator.values() if row.kind in ("warning", "report")
    }


@pytest.mark.parametrize("authors", ["authors not shown in the excerpt seen", "(authors not shown in excerpt)", ""])
def test_a_remark_is_no_author(authors: str) -> None:
    """What the page seen did not show is missing, not a name."""
    assert bibliography.authors(make_source(authors=authors)) == ""


def test_a_name_beside_a_remark_stays() -> None:
    """The name is kept, the remark is not."""
    source = make_source(authors="Hong CZ (author from the other file; not shown in the excerpt)")
    assert bibliography.authors(source) == "Hong CZ"


def test_weak_and_firm_sources_are_all_of_them(evidence: Evidence) -> None:
    """The two choices share nothing and miss nothing."""
    entries = bibliography.entries(evidence)
    weak, firm = (bibliography.chosen(entries, ground=ground) for ground in ("weak", "firm"))
    assert len(weak) + len(firm) == len(entries)
    assert all(entry.source.is_weak for entry in weak)
    mine = bibliography.chosen(entries, concern="acne_scars", design="rct")
    assert mine
    assert all("acne_scars" in entry.concerns and entry.source.design == "rct" for entry in mine)


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
    names = {page.name for page in PAGES} | {"take_home"}
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


def test_a_checklist_item_leads_to_its_place() -> None:
    """Within About to a part of it; else to the page, at the part that shows it."""
    items = {item.code: item for item in ipdas.ITEMS}
    paths = {page.name: page.path for page in PAGES}
    assert items["C3"].address(paths) == "#review"
    assert items["C2"].address(paths) == "/evidence?evidence_part=sources"
    assert items["Q1"].address(paths) == "/"
