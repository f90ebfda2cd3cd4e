"""A walk: two visits had, a wedding in 24 days; through Plan, the room, the paper and the calendar file."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta

import pytest
from icalendar import Calendar
from streamlit.testing.v1 import AppTest

from needlewise import ROOT
from needlewise.handout import pdf
from needlewise.handout.calendar import calendar_file
from needlewise.handout.model import Handout
from needlewise.ui.state import visitor
from needlewise.ui.state.keys import PLAN_HAD, PLAN_LAST, PLAN_PRICE, PLAN_SAID, PLAN_TOKEN, outliving
from needlewise.ui.views.plan import view as plan_view
from needlewise.ui.views.take_home import view as take_home
from tests.app.conftest import FRAME

OPTIONS = "microneedling,fractional_co2_laser,no_treatment"
PLAN = str(ROOT / "pages" / "plan.py")
TAKE_HOME = str(ROOT / "pages" / "take_home.py")
NEEDLING = "acne_scars_microneedling"


def _html(app: AppTest) -> str:
    assert not app.exception
    return "".join(element.proto.body for element in app.get("html"))


@pytest.fixture(scope="module")
def today() -> date:
    """The day as the pages have it."""
    return visitor.today()


@pytest.fixture(scope="module")
def told(today: date) -> AppTest:
    """Plan with the wedding, two visits had, the last three weeks ago, and 800 paid ahead."""
    app = AppTest.from_file(FRAME, default_timeout=60)
    app.query_params["concern"] = "acne_scars"
    app.run()
    app.query_params["options"] = OPTIONS
    app.query_params["plan_event"] = (today + timedelta(days=24)).isoformat()
    app.switch_page(PLAN).run()
    _html(app)
    for field in app.number_input:
        if field.key == f"plan_had_{NEEDLING}":
            field.set_value(2)
        if field.key == f"plan_price_{NEEDLING}":
            field.set_value(800.0)
    for day in app.date_input:
        if day.key == f"plan_last_{NEEDLING}":
            day.set_value(today - timedelta(days=21))
    return app.run()


def test_plan_gives_plain_answers(told: AppTest):
    """What was had counts; what cannot be finished, stopping, the day to look again and the money are said."""
    page = _html(told)
    assert "2 visits, the last on" in page
    assert "You may stop after 2 of them." in page
    assert "paid ahead for" in page
    assert "visits still to come" in page
    assert "If nothing has changed by then, ask: stop, or change?" in page
    assert "with luck" not in page


def test_nothing_of_it_stands_in_the_address(told: AppTest):
    """The day and the options do; the visits there were and the price do not."""
    names = set(told.query_params)
    assert "plan_event" in names
    assert not [name for name in names if name.startswith(("plan_had", "plan_last", "plan_price"))]


def test_the_calendar_file_goes_on_with_visit_three(told: AppTest, monkeypatch: pytest.MonkeyPatch):
    """Visit 3 first, on the days of the page; the signs that cannot wait are in its note."""
    made: list[bytes] = []
    real = calendar_file

    def watched(*given: object, **named: object) -> bytes:
        made.append(real(*given, **named))  # type: ignore[arg-type]
        return made[-1]

    monkeypatch.setattr(plan_view, "calendar_file", watched)
    next(button for button in told.button if button.key == "plan-file-microneedling").click().run()
    _html(told)
    events = Calendar.from_ical(made[-1]).walk("VEVENT")
    visits = [str(event["SUMMARY"]) for event in events if "tentative" in str(event["SUMMARY"])]
    assert visits[0].startswith("Microneedling, visit 3 of")
    note = str(events[0]["DESCRIPTION"])
    assert "When to act:" in note
    assert "paid ahead" not in note
    assert re.fullmatch(r"[0-9a-f-]{36}@needlewise", str(events[0]["UID"]))


def test_the_paper_says_what_the_plan_says(told: AppTest, monkeypatch: pytest.MonkeyPatch):
    """Stopping, the gap to the day, and when to act; the PDF holds it."""
    found: list[Handout] = []
    real = take_home._preview

    def watched(handout: Handout) -> str:
        found.append(handout)
        return real(handout)

    monkeypatch.setattr(take_home, "_preview", watched)
    told.switch_page(TAKE_HOME).run()
    page = _html(told)
    assert found[-1].plan is not None
    needling = " ".join(line.text for line in found[-1].plan.options[0].lines)
    assert "You may stop after 2 of them." in needling
    assert "visits still to come" in needling
    assert "You may stop after 2 of them." in page
    assert "After a visit: when to act" in page
    assert pdf.make(found[-1], "a4", datetime.now(UTC)).startswith(b"%PDF")


def test_the_room_ends_with_what_to_take_along():
    """Each of its screens is drawn, and the last says when to call an ambulance."""
    for screen in ("choice", "recovery", "works", "harms", "home"):
        app = AppTest.from_file(FRAME, default_timeout=60)
        for name, value in {"concern": "neck_pain", "view": "room", "screen": screen}.items():
            app.query_params[name] = value
        page = _html(app.run())
        if screen == "home":
            assert "Call an ambulance now: After a needle near the lungs" in page


def test_the_next_client_finds_nothing_of_it(told: AppTest):
    """What is declared of each key of the plan: none outlives the client, so clearing takes them all."""
    names = [PLAN_SAID, PLAN_TOKEN, f"{PLAN_HAD}x", f"{PLAN_LAST}x", f"{PLAN_PRICE}x"]
    assert outliving(names) == []
    assert f"{PLAN_HAD}{NEEDLING}" in told.session_state
