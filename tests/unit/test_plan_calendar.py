"""The calendar file is strict iCalendar (RFC 5545) and says what the page says."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from icalendar import Calendar, Event

from needlewise.clinic.settings import NO_CLINIC, Clinic, check_fields
from needlewise.decision.plan.build import build
from needlewise.decision.plan.model import Begun, Numbers, OptionPlan, Plan, Wishes
from needlewise.evidence.model.store import Evidence
from needlewise.evidence.rules.versions import in_force, version_words
from needlewise.handout.calendar import Entry, Issued, entries, new_token, notes
from needlewise.handout.calendar import calendar_file as file_of
from needlewise.words import say
from tests.builders import with_course

MADE = datetime(2026, 11, 22, 19, 0, tzinfo=ZoneInfo("Europe/Zurich"))
WISHES = Wishes(date(2026, 12, 1), date(2027, 6, 12), weekdays=(4,))


def calendar_file(  # noqa: PLR0913  what a file is made from, each by its name
    evidence: Evidence,
    plan: Plan,
    option: OptionPlan,
    made: datetime,
    *,
    token: str = "0" * 32,
    before: tuple[Entry, ...] = (),
    clinic: Clinic = NO_CLINIC,
    at: time | None = None,
    locale: str = "en_GB",
) -> bytes:
    """One file; every plan of these tests has the same token unless said otherwise."""
    return file_of(evidence, plan, option, made, Issued(token, before, clinic), at=at, locale=locale)


def planned(
    evidence: Evidence, concern_id: str = "acne_scars", treatment_id: str = "microneedling", wishes: Wishes = WISHES
) -> tuple[Plan, OptionPlan]:
    """The plan of one option."""
    plan = build(evidence, concern_id, (treatment_id,), wishes, date(2026, 11, 22))
    return plan, plan.options[0]


def events(content: bytes) -> list[Event]:
    """The entries of a file, after a strict look at its lines."""
    assert content.endswith(b"\r\n")
    for line in content.split(b"\r\n"):
        assert len(line) <= 75, "RFC 5545, 3.1: no line longer than 75 octets"
        assert b"\n" not in line
        assert b"\r" not in line
    content.decode("utf-8")
    unfolded = content.decode().replace("\r\n ", "")
    for unbroken in unfolded.split("\r\n")[:-1]:
        assert re.match(r"^[A-Z0-9-]+(;[A-Z0-9-]+=[^:;]+)*:", unbroken), unbroken
    calendar = Calendar.from_ical(content)
    assert calendar.errors == []
    assert calendar["VERSION"] == "2.0"
    assert calendar["PRODID"]
    found = calendar.walk("VEVENT")
    for event in found:
        assert event.errors == []
        for name in ("UID", "DTSTAMP", "DTSTART", "SUMMARY"):
            assert name in event
        assert event["DTSTAMP"].dt.utcoffset() == timedelta(0)
    assert len({event["UID"] for event in found}) == len(found)
    return [event for event in found if isinstance(event, Event)]


def test_visits_are_tentative_whole_days(evidence: Evidence):
    """The same Fridays as on the page, one day each, and the day stays free in the calendar."""
    plan, option = planned(evidence)
    found = events(calendar_file(evidence, plan, option, MADE))
    visits = found[: len(option.steps)]
    assert [event["DTSTART"].dt for event in visits] == [step.day for step in option.steps]
    assert [event["DTSTART"].dt.isoformat() for event in visits] == [
        "2026-12-04",
        "2027-01-01",
        "2027-01-29",
        "2027-02-26",
    ]
    for event in visits:
        assert type(event["DTSTART"].dt) is date
        assert event["DTEND"].dt - event["DTSTART"].dt == timedelta(days=1)
        assert event["STATUS"] == "TENTATIVE"
        assert event["TRANSP"] == "TRANSPARENT"


def test_the_result_is_an_entry_of_its_own_with_its_arithmetic(evidence: Evidence):
    """17 weeks, the middle of 8 to 26, after 4 December is 2 April."""
    made = with_course(evidence, "acne_scars", "microneedling", (3, 4, 6), weeks=(2, 4, 6), result=(8, 26))
    plan, option = planned(made)
    last = events(calendar_file(made, plan, option, MADE))[-1]
    assert last["DTSTART"].dt == date(2026, 12, 4) + timedelta(weeks=17) == date(2027, 4, 2)
    assert "plus 17 weeks is 2 Apr 2027" in last["DESCRIPTION"]
    assert "Ready by Sat, 12 Jun 2027? Fits." in last["DESCRIPTION"]


def test_a_time_keeps_its_hour_when_the_clocks_change(evidence: Evidence):
    """9.30 in Zurich is 8.30 UTC in winter and 7.30 in summer; the zone's rules are in the file."""
    wishes = Wishes(date(2027, 3, 1))
    plan, option = planned(evidence, wishes=wishes)
    content = calendar_file(evidence, plan, option, MADE, at=time(9, 30, tzinfo=ZoneInfo("Europe/Zurich")))
    visits = events(content)[: len(option.steps)]
    starts = [event["DTSTART"].dt for event in visits]
    assert {(start.hour, start.minute) for start in starts} == {(9, 30)}
    assert [start.astimezone(UTC).hour for start in starts[:2]] == [8, 7]
    assert content.count(b"BEGIN:VTIMEZONE") == 1
    assert b"TZID:Europe/Zurich" in content
    assert all(event["TRANSP"] == "OPAQUE" for event in visits)


def test_a_visit_lasts_as_long_as_the_source_says(evidence: Evidence):
    """Microneedling takes 30 to 60 minutes, so an hour is kept."""
    plan, option = planned(evidence)
    first = events(calendar_file(evidence, plan, option, MADE, at=time(9, 30, tzinfo=UTC)))[0]
    assert first["DURATION"].dt == timedelta(minutes=60)


def test_uids_stay_when_the_plan_moves_and_differ_between_options(evidence: Evidence):
    """A newer file moves the entries; another option's file adds its own."""
    first = [event["UID"] for event in events(calendar_file(evidence, *planned(evidence), MADE))]
    moved = [
        event["UID"]
        for event in events(
            calendar_file(evidence, *planned(evidence, wishes=Wishes(date(2027, 1, 5))), MADE + timedelta(days=3))
        )
    ]
    other = [
        event["UID"]
        for event in events(calendar_file(evidence, *planned(evidence, treatment_id="fractional_co2_laser"), MADE))
    ]
    elsewhere = [event["UID"] for event in events(calendar_file(evidence, *planned(evidence, "stretch_marks"), MADE))]
    assert first == moved
    assert set(first).isdisjoint(other)
    assert set(first).isdisjoint(elsewhere)
    assert not any("acne" in uid or "needling." in uid for uid in first)


def test_the_same_plan_at_the_same_moment_is_the_same_file(evidence: Evidence):
    """Nothing random is in it."""
    assert calendar_file(evidence, *planned(evidence), MADE) == calendar_file(evidence, *planned(evidence), MADE)


def test_each_plan_has_uids_of_its_own(evidence: Evidence):
    """Two people with the same plan share no entry; a token is made from nothing about a person."""
    plan, option = planned(evidence)
    mine, yours = new_token(), new_token()
    assert re.fullmatch(r"[0-9a-f]{32}", mine)
    first, second = (
        {event["UID"] for event in events(calendar_file(evidence, plan, option, MADE, token=token))}
        for token in (mine, yours)
    )
    assert first.isdisjoint(second)


def test_a_newer_file_says_that_it_is_newer(evidence: Evidence):
    """SEQUENCE rises with every file, and LAST-MODIFIED is when it was made."""
    plan, option = planned(evidence)
    old, new = (events(calendar_file(evidence, plan, option, made))[0] for made in (MADE, MADE + timedelta(seconds=1)))
    assert new["SEQUENCE"] > old["SEQUENCE"] > 0
    assert old["LAST-MODIFIED"].dt == MADE.astimezone(UTC)


def test_what_a_shorter_plan_drops_is_cancelled(evidence: Evidence):
    """Four visits become three: the fourth is taken back under its own UID, and nothing else is."""
    four = planned(evidence, wishes=replace(WISHES, own=(("microneedling", Numbers(visits=4)),)))
    three = planned(evidence, wishes=replace(WISHES, own=(("microneedling", Numbers(visits=3)),)))
    first = {event["UID"]: event for event in events(calendar_file(evidence, *four, MADE))}
    later = events(calendar_file(evidence, *three, MADE + timedelta(days=1), before=entries(*four)))
    gone = [event for event in later if event["STATUS"] == "CANCELLED"]
    assert len(gone) == 1
    assert first[gone[0]["UID"]]["SUMMARY"] == "Microneedling, visit 4 of 4 (tentative)"
    assert gone[0]["SEQUENCE"] > first[gone[0]["UID"]]["SEQUENCE"]
    assert not [event for event in events(calendar_file(evidence, *three, MADE)) if event["STATUS"] == "CANCELLED"]


def test_an_entry_without_a_place_in_the_plan_keeps_its_day_when_cancelled(evidence: Evidence):
    """A calendar needs the day to find it."""
    before = (Entry("visit-9", date(2027, 9, 1)),)
    gone = [
        event
        for event in events(calendar_file(evidence, *planned(evidence), MADE, before=before))
        if event["STATUS"] == "CANCELLED"
    ]
    assert [event["DTSTART"].dt for event in gone] == [date(2027, 9, 1)]


def test_signs_that_cannot_wait_stand_in_every_visit(evidence: Evidence):
    """On the dates after that visit; a collapsed lung to the second day, and later not ruled out."""
    plan, option = planned(evidence, "neck_pain", "dry_needling", Wishes(date(2026, 12, 1)))
    said = "\n".join(notes(evidence, plan, option, option.steps[0]))
    assert "When to act:" in said
    assert "Call an ambulance now: After a needle near the lungs" in said
    assert "1 Dec 2026 to 3 Dec 2026, and it may come later too" in said
    plan, option = planned(evidence, "plantar_heel_pain", "dry_needling", Wishes(date(2026, 12, 1)))
    assert "lungs" not in "\n".join(notes(evidence, plan, option, option.steps[0]))


def test_the_day_to_look_again_is_an_entry(evidence: Evidence):
    """With the words of the page."""
    made = with_course(evidence, "acne_scars", "microneedling", (3, 4, 6), weeks=(2, 4, 6), result=(8, 26))
    found = {event["SUMMARY"]: event for event in events(calendar_file(made, *planned(made), MADE))}
    review = found["Microneedling: look whether it worked"]
    assert review["DTSTART"].dt == date(2026, 12, 4) + timedelta(weeks=8)
    assert "ask: stop, or change?" in review["DESCRIPTION"]


def test_a_clinics_own_rule_says_whose_it_is(evidence: Evidence):
    """Five days before and three after each visit, in one entry, with the clinic's telephone in the note of the visit."""
    given = {
        "name": "Northgate Clinic",
        "who_pays": "We do.",
        "contact": {"phone": "+44 20 7946 0000"},
        "windows": [
            {"treatment": "microneedling", "keep_away_from": "retinoid_cream", "days_before": 5, "days_after": 3}
        ],
    }
    clinic, faults = check_fields(given, Path(), evidence)
    assert clinic is not None, faults
    plan, option = planned(evidence)
    found = events(calendar_file(evidence, plan, option, MADE, clinic=clinic))
    rules = [event for event in found if "rule of Northgate Clinic" in event["SUMMARY"]]
    assert len(rules) == len(option.steps)
    assert rules[0]["DTSTART"].dt == option.steps[0].day - timedelta(days=5)
    assert rules[0]["DTEND"].dt == option.steps[0].day + timedelta(days=4)
    assert "This is the rule of Northgate Clinic, not of a study." in rules[0]["DESCRIPTION"]
    assert "+44 20 7946 0000" in found[0]["DESCRIPTION"]


def test_a_course_that_has_begun_numbers_the_visits_to_come(evidence: Evidence):
    """Two were had: the next is visit 3, and a newer file moves visit 3 of an older one."""
    wishes = Wishes(date(2026, 12, 1), begun=(("microneedling", Begun(2, date(2026, 11, 10))),))
    plan, option = planned(evidence, wishes=wishes)
    first = events(calendar_file(evidence, plan, option, MADE))[0]
    assert first["SUMMARY"] == f"Microneedling, visit 3 of {option.count} (tentative)"


def test_aftercare_is_in_the_notes_with_its_last_day_and_source(evidence: Evidence):
    """Sunscreen for 14 days after 4 December is until 18 December; a clinic's sheet is called that."""
    plan, option = planned(evidence)
    said = "\n".join(notes(evidence, plan, option, option.steps[0]))
    for row in option.aftercare:
        assert row.instruction in said
        assert all(evidence.sources[name].link in said for name in row.source_ids)
    assert "until 18 Dec 2026" in said
    assert "not a booking" in said


def test_what_rests_on_clinics_only_is_said_in_the_notes(evidence: Evidence):
    """Aftercare, minutes and recovery alike; a hospital's sheet is not marked."""
    plan, option = planned(evidence)
    said = notes(evidence, plan, option, option.steps[0])
    assert "- Sunscreen rigorously (typical clinic advice, not a study) (until 18 Dec 2026)" in said
    assert "- Use only the supplied gel (until 5 Dec 2026)" in said
    plan, option = planned(evidence, "low_back_pain", "dry_needling")
    said = notes(evidence, plan, option, option.steps[0])
    assert "A visit takes 30–60 minutes. Typical clinic advice, not a study." in said
    plan, option = planned(evidence, treatment_id="prp_microneedling")
    said = notes(evidence, plan, option, option.steps[0])
    assert say("plan-warned-clinic_recovery") in said


def test_an_unknown_recovery_is_said_in_the_notes(evidence: Evidence):
    """No source says how long a steroid injection into a scar shows."""
    plan, option = planned(evidence, "surgical_scars", "corticosteroid_injection")
    assert "How long it shows is not known." in notes(evidence, plan, option, option.steps[0])


def test_commas_semicolons_and_many_visits_survive(evidence: Evidence):
    """What is escaped comes back as it was."""
    wishes = Wishes(date(2026, 12, 1), own=(("microneedling", Numbers(visits=30)),))
    plan, option = planned(evidence, wishes=wishes)
    found = events(calendar_file(evidence, plan, option, MADE))
    assert found[0]["DESCRIPTION"] == "\n".join(notes(evidence, plan, option, option.steps[0]))
    assert len(found) == len(entries(plan, option)) == 32


@pytest.mark.parametrize("concern_id", ["low_back_pain", "fine_lines", "hair_thinning", "frozen_shoulder"])
def test_every_option_with_visits_makes_a_sound_file(evidence: Evidence, concern_id: str):
    """Whatever is known or not known of it."""
    ids = tuple(option.treatment_id for option in evidence.options(concern_id))
    plan = build(evidence, concern_id, ids, Wishes(date(2026, 12, 1)), date(2026, 11, 22))
    for option in plan.options:
        if option.steps:
            assert len(events(calendar_file(evidence, plan, option, MADE))) >= len(option.steps)


def test_no_visits_no_file(evidence: Evidence):
    """And a time without a zone is refused rather than guessed."""
    plan, option = planned(evidence, treatment_id="topical_retinoid")
    with pytest.raises(ValueError, match="visits"):
        calendar_file(evidence, plan, option, MADE)
    plan, option = planned(evidence)
    with pytest.raises(ValueError, match="zone"):
        calendar_file(evidence, plan, option, MADE, at=time(9, 30))
    with pytest.raises(ValueError, match="zone"):
        calendar_file(evidence, plan, option, MADE.replace(tzinfo=None))


@pytest.mark.parametrize(
    ("browser", "written"),
    [
        *((name, "13 Jan 2027") for name in ("ar", "he", "fa", "ur", "yi")),
        ("ja", "2027年1月13日"),
        ("de-CH", "13. Jan. 2027"),
    ],
)
def test_dates_in_a_note_read_in_order_without_hidden_marks(evidence: Evidence, browser: str, written: str):
    """A calendar shows plain text: dates that would need marks to stay in order are in English."""
    plan, option = planned(evidence, wishes=Wishes(date(2027, 1, 6), date(2027, 6, 12)))
    text = calendar_file(evidence, plan, option, MADE, locale=browser).decode().replace("\r\n ", "")
    assert not any(mark in text for mark in "\u2066\u2067\u2068\u2069\u200e\u200f\u202a\u202b\u202c")
    assert written in text


def test_an_entry_says_which_version_it_is_from_and_where_to_see_what_has_changed(evidence: Evidence):
    """Years later the note still leads to what has changed since; a file made without a link says nothing of it."""
    release = in_force(evidence)
    link = f"https://a.example/compare?concern=acne_scars&options=microneedling&version={release.version}"
    for event in events(file_of(evidence, *planned(evidence), MADE, Issued("0" * 32, link=link))):
        if "visit" in str(event["SUMMARY"]).lower():
            assert version_words(release) in str(event["DESCRIPTION"])
            assert link in str(event["DESCRIPTION"])
    for event in events(calendar_file(evidence, *planned(evidence), MADE)):
        assert "https://a.example" not in str(event["DESCRIPTION"])
