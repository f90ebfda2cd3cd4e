"""One person's case walked through every page, the room, the paper and the calendar file; and nothing left after it."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

import pytest
from icalendar import Calendar
from pypdf import PdfReader
from streamlit.testing.v1 import AppTest

from needlewise import ROOT
from needlewise.decision.case import Case
from needlewise.decision.concern.build import build_concern_page
from needlewise.decision.consult_room import SCREENS
from needlewise.decision.plan.build import build
from needlewise.decision.plan.model import Wishes
from needlewise.decision.suitability import advise
from needlewise.decision.suitability_words import stop_lines, told_words, wait_words
from needlewise.decision.told import Answers, Detail, of_age
from needlewise.evidence.model.store import Evidence
from needlewise.handout import build as handout_build
from needlewise.handout.calendar import Issued, calendar_file
from needlewise.handout.model import Found, Issue, Wanted
from needlewise.handout.pdf import make
from needlewise.ui.state import visitor
from needlewise.words import say
from needlewise.words.dates import day

Opener = Callable[..., AppTest]
TODAY = date(2026, 12, 1)


def _html(app: AppTest) -> str:
    return "".join(element.proto.body for element in app.get("html"))


def _to(app: AppTest, page: str) -> AppTest:
    app = app.switch_page(str(ROOT / "pages" / f"{page}.py")).run()
    assert not app.exception
    return app


def _pick(app: AppTest, key: str, value: object) -> AppTest:
    app = next(widget for widget in app.button_group if widget.key == key).set_value(value).run()
    assert not app.exception
    return app


def _pregnant(open_page: Opener) -> AppTest:
    app = _to(open_page("acne_scars"), "suitability")
    app = _pick(app, "suitability_skin_pregnancy", ["pregnancy"])
    app = _pick(app, "suitability_choice_pregnancy", ["pregnant"])
    week = next(field for field in app.number_input if field.key == "suitability_week_pregnancy")
    app = week.set_value(30).run()
    assert not app.exception
    return app


@pytest.mark.parametrize("page", ["explore", "compare", "plan", "suitability", "take_home"])
def test_pregnant_with_acne_scars_is_told_on_every_page(open_page: Opener, page: str):
    """Week 30: not now for microneedling, on the page itself and not only where it was ticked."""
    app = _to(_pregnant(open_page), page)
    html = _html(app)
    assert say("suitability-not_now") in html or "not now" in html
    assert "week 30" in html
    assert "week" not in str(dict(app.query_params))


def _first_line(html: str) -> str:
    return html.partition('<h1 class="nw-answer">')[2].partition("</h1>")[0]


def test_a_plan_that_has_to_wait_says_so_before_any_date(open_page: Opener):
    """Without the week no day is known: the first line is that, and the dates are only how long it would take."""
    app = _pick(_to(open_page("acne_scars"), "suitability"), "suitability_skin_pregnancy", ["pregnancy"])
    html = _html(_to(_pick(app, "suitability_choice_pregnancy", ["pregnant"]), "plan"))
    assert _first_line(html).startswith("Not now: microneedling")
    assert "if nothing spoke against it" in html


def test_a_plan_in_pregnancy_counts_from_the_week_told(
    open_page: Opener, evidence: Evidence, monkeypatch: pytest.MonkeyPatch
):
    """Week 30 today: ten weeks on the baby is due, and no visit of what has to wait for it stands before that day."""
    monkeypatch.setattr(visitor, "today", lambda: TODAY)
    html = _html(_to(_pregnant(open_page), "plan"))
    due = TODAY + timedelta(weeks=10)
    assert _first_line(html).startswith("Not now: microneedling")
    assert day(due) in _first_line(html)
    told = Answers(2, conditions=("pregnancy",), details=(Detail("pregnancy", ("pregnant",), week=30),))
    case = Case("acne_scars", ("microneedling", "superficial_peel"), TODAY, told)
    assert case.not_before(evidence) == {"microneedling": due}
    plan = build(evidence, "acne_scars", case.option_ids, Wishes(TODAY), TODAY, case.not_before(evidence))
    assert plan.options[0].steps[0].day >= due
    assert "how long to wait after the birth" in wait_words(case.advice(evidence)[0].reasons[0])


@pytest.mark.parametrize("screen", SCREENS)
def test_every_screen_of_the_room_says_not_now_and_not_why(open_page: Opener, screen: str):
    """Others may see the wall: the options to leave for now stand there, the pregnancy only in the folded note."""
    app = _pregnant(open_page)
    app.query_params["view"], app.query_params["screen"] = "room", screen
    app = app.run()
    assert not app.exception
    html = _html(app)
    assert 'class="nw-stops"' in html
    wall = html.partition('class="nw-stops"')[2].partition("</aside>")[0]
    assert "not now" in wall
    assert "regnan" not in wall


def test_the_next_client_finds_nothing_of_the_last(open_page: Opener):
    """After New client no tick, no week and no stop is left, on any page."""
    app = _pregnant(open_page)
    app.query_params["view"] = "room"
    app = app.run()
    app = next(button for button in app.button if button.key == "room_forget").click().run()
    app = _to(app, "explore")
    app = _pick(app, "concern", "Acne scars")
    for page in ("explore", "compare", "plan", "suitability", "take_home"):
        html = _html(_to(app, page))
        assert "week 30" not in html
        assert 'class="nw-stops"' not in html


ISO = Answers(2, conditions=("isotretinoin",), details=(Detail("isotretinoin", ("iso_stopped",), date(2026, 10, 1)),))
FREE = date(2027, 4, 1)


def test_isotretinoin_stopped_two_months_ago_moves_the_plan(evidence: Evidence):
    """No visit before the day on which the label's six months are over; the file of the calendar says whose rule it is.

    The paper names the day too, and the milder statement beside it.
    """
    case = Case("acne_scars", ("microneedling", "no_treatment"), TODAY, ISO)
    plan = build(evidence, "acne_scars", case.option_ids, Wishes(TODAY), TODAY, case.not_before(evidence))
    first = plan.options[0]
    assert first.steps[0].day >= FREE
    advice = case.advice(evidence)
    file = calendar_file(evidence, plan, first, datetime(2026, 12, 1, tzinfo=UTC), Issued("t", advice=advice[0]))
    entries = [entry for entry in Calendar.from_ical(file).walk("VEVENT") if " of " in str(entry["summary"])]
    assert all(entry["dtstart"].dt >= FREE for entry in entries)
    assert all(day(FREE) in str(entry["description"]) for entry in entries)
    assert say("caution-basis-label") in str(entries[0]["description"])
    page = build_concern_page(evidence, "acne_scars")
    paper = handout_build.build(evidence, page, case.option_ids, Wanted(), Found(plan, None, advice, 2), Issue(TODAY))
    assert paper.cautions is not None
    printed = " ".join([*paper.cautions.answers, *(line.text for line in paper.cautions.reasons)])
    assert day(FREE) in printed
    assert advice[0].reasons[0].otherwise.rstrip(".") in printed


def test_a_wait_that_is_over_is_no_stop(evidence: Evidence):
    """A year later: the same ticks, and the label says go ahead."""
    found = advise(evidence, "microneedling", ISO, skin=True, today=date(2027, 12, 1))
    assert found.answer == "go_ahead"
    assert found.reasons[0].refs


def test_without_the_day_the_longest_wait_is_told(evidence: Evidence):
    """Ticked and no day told: not now, how long a source asks for, and that the day decides."""
    told = Answers(2, conditions=("isotretinoin",), details=(Detail("isotretinoin", ("iso_stopped",)),))
    found = advise(evidence, "microneedling", told, skin=True, today=TODAY)
    assert found.answer == "not_now"
    assert "6 months" in wait_words(found.reasons[0])


def test_a_breathing_machine_counts_where_needles_come_near_the_lungs(evidence: Evidence):
    """Neck: every needle into a muscle is asked about, exercise is not. Elbow: no needle is."""
    told = Answers(conditions=("cpap",))
    for name in ("dry_needling", "acupuncture", "trigger_point_injection"):
        found = advise(evidence, name, told, skin=False, concern=evidence.concerns["neck_pain"])
        assert found.answer == "ask_first", name
        assert found.reasons[0].refs
        assert not advise(evidence, name, told, skin=False, concern=evidence.concerns["tennis_elbow"]).reasons
    assert not advise(evidence, "exercise_therapy", told, skin=False, concern=evidence.concerns["neck_pain"]).reasons


def test_sixteen_years_old(evidence: Evidence):
    """Against the law for looks; a device authorised from 22; and where nothing is known, that is said."""
    told = Answers(2, conditions=of_age(evidence, 18))
    skin = {name: advise(evidence, name, told, skin=True) for name in ("botulinum_toxin", "microneedling", "tca_cross")}
    assert {name: found.answer for name, found in skin.items()} == {
        "botulinum_toxin": "not_now", "microneedling": "ask_first", "tca_cross": "unknown",
    }  # fmt: skip


def test_a_vitamin_a_cream_has_stop_and_restart_days_in_the_calendar(evidence: Evidence):
    """Around each visit the longest time that clinics ask for, as a question and not as an order."""
    case = Case("acne_scars", ("microneedling", "no_treatment"), TODAY, Answers(2, conditions=("retinoid_cream",)))
    advice = case.advice(evidence)
    plan = build(evidence, "acne_scars", case.option_ids, Wishes(TODAY), TODAY, case.not_before(evidence))
    file = calendar_file(
        evidence, plan, plan.options[0], datetime(2026, 12, 1, tzinfo=UTC), Issued("t", advice=advice[0])
    )
    pause = advice[0].reasons[0].pause
    assert pause is not None
    name = say("plan-ics-pause-title", name=say("condition-retinoid_cream"))
    entries = [entry for entry in Calendar.from_ical(file).walk("VEVENT") if str(entry["summary"]) == name]
    assert [entry["dtstart"].dt for entry in entries] == [
        step.day - timedelta(days=pause.before[1]) for step in plan.options[0].steps
    ]


def test_no_caution_orders_anyone_to_stop_a_blood_thinner(evidence: Evidence):
    """Every option, every page: whoever prescribed it decides."""
    told = Answers(2, conditions=("anticoagulants",))
    for name in evidence.treatments:
        for reason in advise(evidence, name, told, skin=False).reasons:
            words = reason.words.lower()
            assert "stop" not in words or "never stop" in words or "only whoever prescribed" in words, (name, words)


def test_the_paper_prints_no_skin_tone_that_nobody_told(evidence: Evidence):
    """Anything ticked, the skin tone left blank: darker skin is not among what was told."""
    case = Case(
        "acne_scars",
        ("microneedling", "fractional_co2_laser", "no_treatment"),
        TODAY,
        Answers(conditions=("diabetes",)),
    )
    page = build_concern_page(evidence, "acne_scars")
    paper = handout_build.build(
        evidence, page, case.option_ids, Wanted(), Found(None, None, case.advice(evidence)), Issue(TODAY)
    )
    assert paper.cautions is not None
    printed = " ".join(
        [*paper.cautions.answers, *paper.cautions.about, *(line.text for line in paper.cautions.reasons)]
    )
    assert say("condition-dark_skin") not in printed
    assert say("condition-skin_untold") not in printed
    assert "skin tone" not in " ".join(paper.questions)
    assert not any(
        "skin" in line.text.lower() and "dark" in line.why.lower() for line in stop_lines(case.advice(evidence))
    )


def test_a_clock_is_not_needed(monkeypatch: pytest.MonkeyPatch, open_page: Opener):
    """What days told are counted to is the day where the visitor is."""
    monkeypatch.setattr(visitor, "today", lambda: TODAY)
    app = _to(open_page("acne_scars"), "suitability")
    app = _pick(app, "suitability_skin_medicines", ["isotretinoin"])
    app = _pick(app, "suitability_choice_isotretinoin", "iso_stopped")
    field = next(field for field in app.date_input if field.key == "suitability_day_isotretinoin")
    app = field.set_value(date(2026, 10, 1)).run()
    assert not app.exception
    assert day(FREE) in _html(app)
    assert day(FREE) in _html(_to(app, "compare"))
    assert "2026-10-01" not in str(dict(app.query_params))


def test_an_age_is_told_by_a_tap_and_counts_on_the_next_page(open_page: Opener):
    """Sixteen: botulinum toxin for looks is against the law, and Compare says so."""
    app = _to(open_page("fine_lines", options="botulinum_toxin,no_treatment"), "suitability")
    app = _pick(app, "suitability_age", 18)
    assert say("condition-under_18") in _html(app)
    stops = _html(_to(app, "compare")).partition('class="nw-stops"')[2].partition("</aside>")[0]
    assert "otulinum toxin" in stops
    assert "against the law" in stops


def test_what_has_to_wait_stands_first_on_the_paper(evidence: Evidence):
    """Page 1, above the answer: which options, until when, and what was told; the week is not dropped anywhere."""
    told = Answers(2, conditions=("pregnancy",), details=(Detail("pregnancy", ("pregnant",), week=30),))
    case = Case("acne_scars", ("microneedling", "superficial_peel", "no_treatment"), TODAY, told)
    page = build_concern_page(evidence, "acne_scars")
    found = Found(None, None, case.advice(evidence), 2, ("the screen “Risks” of the room",))
    handout = handout_build.build(evidence, page, case.option_ids, Wanted(), found, Issue(TODAY))
    assert [line.text for line in handout.stops] == [say("stops-now", names="Microneedling")]
    first = PdfReader(io.BytesIO(make(handout, "a4", datetime(2026, 12, 1, tzinfo=UTC)))).pages[0].extract_text()
    words = " ".join(first.split())
    assert words.index("Microneedling: not now.") < words.index(handout.answer[0].text[:30])
    assert "Pregnant, week 30" in words
    assert any("week 30" in question for question in handout.questions)
    assert "“Risks”" in handout.unseen


def test_screens_of_the_room_that_were_passed_over_are_named_on_the_paper(open_page: Opener):
    """Two of seven were on show; a visitor who was never in the room reads nothing of it."""
    assert "of the room" not in _html(_to(open_page("acne_scars"), "take_home"))
    app = open_page("acne_scars")
    for screen in ("choice", "works"):
        app.query_params["view"], app.query_params["screen"] = "room", screen
        app = app.run()
        assert not app.exception
    del app.query_params["view"]
    html = _html(_to(app.run(), "take_home"))
    unseen = html.partition("Not looked at here")[2].partition("</p>")[0]
    for name in SCREENS:
        assert (f"“{say(f'room-name-{name}')}”" in unseen) == (name not in ("choice", "works"))


@pytest.mark.parametrize("page", ["explore", "compare", "plan", "take_home"])
def test_a_breathing_machine_is_asked_about_on_every_page(open_page: Opener, page: str):
    """Neck pain: ask first for the needle, with what was told; exercise is not named there."""
    app = _pick(_to(open_page("neck_pain"), "suitability"), "suitability_pain_body", ["cpap"])
    html = _html(_to(app, page))
    assert say("stops-ask", names="dry needling") in html
    assert say("condition-cpap") in html


def test_the_calendar_says_what_to_ask_first(evidence: Evidence):
    """The first line of each visit, before it is booked."""
    told = Answers(conditions=("cpap",))
    case = Case("neck_pain", ("dry_needling", "exercise_therapy"), TODAY, told)
    plan = build(evidence, "neck_pain", case.option_ids, Wishes(TODAY), TODAY)
    issued = Issued("t", advice=case.advice(evidence)[0])
    file = calendar_file(evidence, plan, plan.options[0], datetime(2026, 12, 1, tzinfo=UTC), issued)
    visits = [entry for entry in Calendar.from_ical(file).walk("VEVENT") if " of " in str(entry["summary"])]
    assert visits
    assert all(str(entry["description"]).startswith("Ask first. A breathing machine") for entry in visits)


def test_isotretinoin_told_with_its_day_moves_every_page(open_page: Opener, monkeypatch: pytest.MonkeyPatch):
    """Two months ago: the same day stands on Compare, on Plan, on the wall and on the paper, counted by the calendar."""
    monkeypatch.setattr(visitor, "today", lambda: TODAY)
    app = _pick(_to(open_page("acne_scars"), "suitability"), "suitability_skin_medicines", ["isotretinoin"])
    app = _pick(app, "suitability_choice_isotretinoin", "iso_stopped")
    field = next(field for field in app.date_input if field.key == "suitability_day_isotretinoin")
    app = field.set_value(date(2026, 10, 1)).run()
    assert not app.exception
    for page in ("compare", "plan", "take_home"):
        app = _to(app, page)
        assert day(FREE) in _html(app), page
    app.query_params["view"] = "room"
    app = app.run()
    assert not app.exception
    assert day(FREE) in _html(app).partition('class="nw-stops"')[2].partition("</aside>")[0]


def test_an_age_is_told_once(evidence: Evidence):
    """Sixteen lies below two limits; nobody says that twice."""
    told = Answers(conditions=of_age(evidence, 18))
    assert len(told.conditions) > 1
    words = told_words(told, skin=False)
    assert say("condition-under_18") in words
    assert say("condition-under_22") not in words
