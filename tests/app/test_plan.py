"""The Plan page as Streamlit draws it: every concern, good links, strange links."""

from __future__ import annotations

import re
from datetime import date

import pytest
from streamlit.testing.v1 import AppTest

from needlewise import ROOT
from needlewise.decision.compare.choice import first_choice
from needlewise.evidence.reading.load import load
from needlewise.evidence.rules.course import course
from needlewise.ui.components.source_cards import shelves
from needlewise.ui.state import plan as plan_state
from needlewise.ui.state import visitor
from needlewise.words import say, span
from tests.page_reader import block

FRAME = ROOT / "needlewise" / "ui" / "frame.py"
EVIDENCE = load()
WEDDING = {"plan_start": "2026-12-01", "plan_event": "2027-06-12", "plan_days": "Fri"}


@pytest.fixture(autouse=True)
def _the_day_it_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(visitor, "today", lambda: date(2026, 11, 22))


def opened(concern: str, **address: str | list[str]) -> AppTest:
    """The Plan page at an address."""
    app = AppTest.from_file(FRAME, default_timeout=60)
    app.run()
    app.switch_page(str(ROOT / "pages" / "plan.py"))
    app.query_params["concern"] = concern
    for name, value in address.items():
        app.query_params[name] = value
    return app.run()


def html(app: AppTest) -> str:
    """Everything drawn as HTML."""
    return "".join(element.proto.body for element in app.get("html"))


def test_every_concern_has_a_plan(concern_id: str):
    """An answer, a row per option with a verdict, and a picture with words or a sentence instead."""
    app = opened(concern_id, plan_event="2027-06-12")
    assert not app.exception
    page = html(app)
    assert 'class="nw-answer">Ready by Sat, 12 Jun 2027' in page
    chosen = first_choice(EVIDENCE, concern_id)
    for name in chosen:
        assert page.count(f'data-option="{name}" data-verdict=') == 1
    charts = app.get("plotly_chart")
    assert charts or "No option here can be put on dates" in page
    assert all(chart.proto.alt for chart in charts)


def _file_buttons(app: AppTest) -> list[str]:
    return [str(button.key) for button in app.button if str(button.key).startswith("plan-file-")]


def test_the_wedding_link_gives_the_wedding_answer():
    """Dates, weekday and options come from the address."""
    app = opened("stretch_marks", options="microneedling,fractional_co2_laser", **WEDDING)
    page = html(app)
    assert not app.exception
    assert re.search(r"microneedling \(\d+ of 100\) and CO2 laser \(\d+ of 100\) may go either way", page)
    assert "first visit 4 Dec 2026 plus 26 weeks is 4 Jun 2027" in page
    assert "only on Fri" in page
    assert len(_file_buttons(app)) == 2


def test_days_kept_free_and_own_numbers_come_from_the_address():
    """A stretch in February moves the third visit behind it."""
    studied = course(EVIDENCE, "acne_scars", "microneedling")
    assert studied is not None
    assert studied.visits is not None
    fewest, most = studied.visits.low, studied.visits.high
    assert fewest is not None
    assert most is not None
    more = f"{most + 1:g}"
    app = opened("acne_scars", plan_away="2027-01-25/2027-02-20", plan_visits_acne_scars_microneedling=more, **WEDDING)
    page = html(app)
    assert not app.exception
    assert f"More visits than any study we found used ({span(fewest, most)})." in page
    assert "one stretch of days kept free" in page
    assert "own numbers" in page


@pytest.mark.parametrize(
    "address",
    [
        {"plan_start": "yesterday", "plan_event": "<script>alert(1)</script>"},
        {"plan_start": "0001-01-01", "plan_event": "9999-12-31"},
        {"plan_away": "<img src=x onerror=alert(1)>"},
        {"plan_away": ["2027-02-30", "2027-01-01/2026-01-01", "/", "2027-01-01/x/y"]},
        {"plan_days": ["Fri", "Caturday"], "plan_vary": "perhaps"},
        {"plan_visits_acne_scars_microneedling": "-4", "plan_apart_acne_scars_microneedling": "1e9"},
        {"plan_time": "25:61", "options": "nonsense"},
    ],
)
def test_a_strange_address_never_breaks_the_page(address: dict[str, str | list[str]]):
    """It falls back, and nothing of it is drawn as markup."""
    app = opened("acne_scars", **address)
    assert not app.exception
    page = html(app)
    assert '<h1 class="nw-answer">' in page
    assert "<script" not in page
    assert "<img" not in page


def test_what_is_past_is_said():
    """An old link still gives a plan."""
    page = html(opened("acne_scars", plan_start="2026-03-01", plan_event="2026-06-12"))
    assert "The first day you gave is past" in page
    assert "12 Jun 2026 is past" in page


def test_an_unreadable_day_is_named():
    """Quietly, once."""
    assert "We could not read “soon” as a date" in html(opened("acne_scars", plan_away="soon"))


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("plan_start", "yesterday"),
        ("plan_event", "2027-02-29"),
        ("plan_event", "1815-06-18"),
        ("plan_days", "Caturday"),
        ("plan_visits_acne_scars_microneedling", "-4"),
        ("plan_apart_acne_scars_microneedling", "1e9"),
        ("plan_vary", "perhaps"),
        ("plan_time", "25:61"),
    ],
)
def test_a_value_that_cannot_be_used_is_named_until_the_field_is_changed(name: str, value: str):
    """Quietly; nothing else in the address is lost."""
    app = opened("acne_scars", **{name: value})
    said = f"We could not use “{value}” from the address"
    assert html(app).count(said) == 1
    assert html(app.run()).count(said) == 1
    if name == "plan_event":
        event = next(field for field in app.date_input if field.key == name)
        assert said not in html(event.set_value(date(2027, 6, 12)).run())


def test_values_that_can_be_used_are_not_named():
    """The wedding's link, with numbers of its own, a time and numbers at their usual value."""
    app = opened(
        "acne_scars",
        plan_visits_acne_scars_microneedling="4",
        plan_apart_acne_scars_microneedling="30",
        plan_vary="false",
        plan_time="09:30",
        **WEDDING,
    )
    assert "We could not use" not in html(app)


def test_what_rests_on_clinics_only_is_marked():
    """Minutes of dry needling, aftercare of microneedling, recovery after needling with PRP."""
    weak = "typical clinic advice, not a study"
    page = html(opened("low_back_pain"))
    minutes = shelves.address(EVIDENCE, "appointment:dry_needling")
    assert weak in page.split(minutes, 1)[1].split("</td>")[0]
    page = html(opened("acne_scars", options="microneedling,prp_microneedling"))
    marked = [item for item in page.split("<li>")[1:] if weak in item.split("</li>")[0]]
    assert [item.split(" (")[0] for item in marked] == ["No gym, pool or sauna", "Sunscreen rigorously"]
    assert say("plan-warned-clinic_recovery") in page


def test_links_of_its_own_work_under_any_base_path():
    """None begins with a slash."""
    page = html(opened("acne_scars", **WEDDING))
    assert 'class="nw-plan-link" href="./?concern=acne_scars"' in page
    assert 'href="/' not in page.split("nw-plan-hero")[1]


def test_a_day_too_soon_for_what_is_known_says_so():
    """Nobody says when needling with PRP shows, but its visits alone end after 20 December."""
    page = html(opened("acne_scars", options="prp_microneedling,no_treatment", plan_event="2026-12-20"))
    assert say("plan-known-late") in page


def test_an_impossible_calendar_says_so():
    """No empty picture."""
    app = opened(
        "acne_scars",
        options="microneedling,fractional_co2_laser",
        plan_away="2026-01-01/2040-01-01",
        plan_event="2027-06-12",
    )
    assert not app.exception
    assert not app.get("plotly_chart")
    assert not _file_buttons(app)
    page = html(app)
    assert "do not fit" in page
    assert "leaves no room for 4 visits" in page


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2027-03-01", ("2027-03-01", "2027-03-01")),
        ("2027-03-05/2027-03-01", ("2027-03-01", "2027-03-05")),
        (" 2027-03-01 / 2027-03-05 ", ("2027-03-01", "2027-03-05")),
        ("2027-02-29", None),
        ("2027-03-01/2027-03-02/2027-03-03", None),
        ("", None),
        ("soon", None),
    ],
)
def test_days_in_the_address_are_iso_dates(text: str, expected: tuple[str, str] | None):
    """One day or two ends; anything else is nothing."""
    span = plan_state.read_span(text)
    assert (None if span is None else (span.first.isoformat(), span.last.isoformat())) == expected


def test_every_figure_opens_rows_that_exist():
    """Each button's rows can be found in the evidence."""
    page = html(opened("acne_scars", **WEDDING))
    refs = block(page).refs
    assert refs
    for ref in refs:
        EVIDENCE.find(ref)
