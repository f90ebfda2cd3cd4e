"""A course on real dates: worked examples by hand, and what must hold for every calendar."""

from __future__ import annotations

import math
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from needlewise.decision.plan.build import build, marked_days
from needlewise.decision.plan.model import Chair, ChanceDates, Figures, Numbers, OptionPlan, Span, Wishes
from needlewise.decision.plan.simulation import DRAWS, HORIZON, first_free, quantiles, simulate, visit_days
from needlewise.decision.plan.words import (
    answer_sentence,
    arithmetic,
    chair_basis,
    chair_text,
    open_sentences,
    reason,
    used_sentence,
    verdict_sentence,
)
from needlewise.decision.shared.rules import told_on
from needlewise.evidence.model.store import Evidence
from needlewise.evidence.rules.ranges import Range
from needlewise.evidence.rules.recovery import milestone
from tests.builders import with_course

TODAY = date(2026, 11, 22)
ASKED = date(2026, 12, 1)
WEDDING = date(2027, 6, 12)
FRIDAYS = (4,)
# The weight of the published rule (Malcolm and others 1959).
PERT = 4.0
WISHES = Wishes(ASKED, WEDDING, weekdays=FRIDAYS)


def spread(low: float, typical: float, high: float) -> Range:
    """A range of studies without rows behind it."""
    return Range(low, typical, high, "studies", ())


def one(evidence: Evidence, concern_id: str, treatment_id: str, wishes: Wishes, today: date = TODAY) -> OptionPlan:
    """One option's plan."""
    return build(evidence, concern_id, (treatment_id,), wishes, today).options[0]


def microneedled(evidence: Evidence) -> Evidence:
    """Microneedling for acne scars as a made course: usually 4 visits 4 weeks apart, a result 8 to 26 weeks on, usually 17."""
    return with_course(evidence, "acne_scars", "microneedling", (3, 4, 6), weeks=(2, 4, 6), result=(8, 26))


# The distribution


@pytest.mark.parametrize(("low", "typical", "high"), [(8, 17, 26), (1, 4, 6), (3, 3, 7), (12, 26, 40), (4, 26, 26)])
def test_the_mean_is_low_plus_four_times_usual_plus_high_by_six(low: float, typical: float, high: float):
    """The rule of PERT: (8 + 4 x 17 + 26) / 6 = 17."""
    values = quantiles(spread(low, typical, high), (np.arange(DRAWS) + 0.5) / DRAWS, PERT)
    assert values.mean() == pytest.approx((low + 4 * typical + high) / 6, abs=0.002 * (high - low))
    assert low <= values.min() <= values.max() <= high


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9])
def test_a_range_whose_usual_value_is_its_lowest_has_a_known_form(share: float):
    """With the mode at the low end it is Beta(1, 5): below x lies 1 - (1 - x)^5."""
    found = quantiles(spread(0, 0, 1), np.array([share]), PERT)[0]
    assert found == pytest.approx(1 - (1 - share) ** (1 / 5), abs=1e-4)


def test_a_symmetric_range_has_its_middle_in_the_middle():
    """8 to 26 with 17: half lies below 17."""
    assert quantiles(spread(8, 17, 26), np.array([0.5]), PERT)[0] == pytest.approx(17, abs=0.01)


def test_a_figure_without_a_spread_stays_what_it_is():
    """Twelve weeks, always."""
    assert quantiles(spread(12, 12, 12), np.array([0.1, 0.9]), PERT).tolist() == [12, 12]


@pytest.mark.parametrize(("weight", "mean"), [(0, 4), (4, 2), (8, 1.6)])
def test_a_heavier_usual_value_pulls_the_mean_to_it(weight: float, mean: float):
    """From 0 to 8, usually 1: (0 + weight x 1 + 8) / (weight + 2)."""
    values = quantiles(spread(0, 1, 8), (np.arange(DRAWS) + 0.5) / DRAWS, weight)
    assert values.mean() == pytest.approx(mean, abs=0.01)


def test_the_weight_of_the_table_moves_the_dates_and_the_words(evidence: Evidence):
    """Heavier, the courses crowd around the usual one, and the rule says with which weight."""
    row = evidence.thresholds["pert_weight"]
    assert row.value == PERT
    heavier = replace(
        evidence, thresholds={**evidence.thresholds, "pert_weight": row.model_copy(update={"value": 400.0})}
    )
    dates = [one(tables, "acne_scars", "microneedling", WISHES).ready for tables in (evidence, heavier)]
    spans = [(found.late - found.early).days for found in dates if found and found.late and found.early]
    assert len(spans) == 2
    assert spans[1] < spans[0]
    rules = [" ".join(rule.text for rule in told_on(tables, "plan")) for tables in (evidence, heavier)]
    assert "plus four times the usual, plus the highest, divided by six" in rules[0]
    assert "plus 400 times the usual, plus the highest, divided by 402" in rules[1]


# The calendar


@pytest.mark.parametrize(
    ("wishes", "clear", "visits", "expected"),
    [
        (Wishes(date(2026, 12, 1)), 0, 3, ("2026-12-01", "2026-12-29", "2027-01-26")),
        (Wishes(date(2026, 12, 1), weekdays=(4,)), 0, 3, ("2026-12-04", "2027-01-01", "2027-01-29")),
        # 29 February exists in 2028: 1 February plus 28 days.
        (Wishes(date(2028, 2, 1)), 0, 3, ("2028-02-01", "2028-02-29", "2028-03-28")),
        # The clocks change on 28 March 2027 in much of Europe; days are days.
        (Wishes(date(2027, 3, 1)), 0, 2, ("2027-03-01", "2027-03-29")),
        # A week is kept free from 29 December; with 4 days of marks the visit must be before 26 December or after 4
        # January.
        (
            Wishes(date(2026, 12, 1), away=(Span(date(2026, 12, 29), date(2027, 1, 4)),)),
            4,
            2,
            ("2026-12-01", "2027-01-05"),
        ),
        # Marks of 4 days from 27 to 30 December touch the 30th, so the first visit moves behind it.
        (Wishes(date(2026, 12, 27), away=(Span(date(2026, 12, 30), date(2026, 12, 30)),)), 4, 1, ("2026-12-31",)),
        # One day earlier the marks are gone on the 30th.
        (Wishes(date(2026, 12, 26), away=(Span(date(2026, 12, 30), date(2026, 12, 30)),)), 4, 1, ("2026-12-26",)),
        # The event is a day to keep free.
        (Wishes(date(2027, 6, 10), date(2027, 6, 12)), 3, 1, ("2027-06-13",)),
    ],
)
def test_visits_stand_on_the_first_days_that_suit(wishes: Wishes, clear: int, visits: int, expected: tuple[str, ...]):
    """28 days apart, on allowed days only."""
    found = visit_days(first_free(wishes, clear), visits, 28)
    assert tuple((wishes.start + timedelta(days=day)).isoformat() for day in found) == expected


def test_a_calendar_without_a_free_day_gives_no_visits():
    """Everything is kept free for twenty years."""
    wishes = Wishes(ASKED, away=(Span(date(2020, 1, 1), date(2046, 1, 1)),))
    assert visit_days(first_free(wishes, 0), 3, 28) == ()


spans = st.lists(
    st.builds(
        lambda first, length: Span(ASKED + timedelta(days=first), ASKED + timedelta(days=first + length)),
        st.integers(-20, 700),
        st.integers(0, 40),
    ),
    max_size=6,
).map(tuple)
calendars = st.builds(
    Wishes,
    st.dates(ASKED, date(2028, 3, 1)),
    st.one_of(st.none(), st.dates(ASKED, date(2029, 1, 1))),
    spans,
    st.lists(st.integers(0, 6), max_size=6, unique=True).map(tuple),
)


@given(calendars, st.integers(0, 30), st.integers(1, 12), st.integers(1, 90))
@settings(max_examples=150, deadline=None)
def test_a_day_kept_free_is_never_a_visit_and_never_marked(wishes: Wishes, clear: int, visits: int, apart: int):
    """Neither is the event; visits keep their weekday and their distance."""
    free = {
        span.first + timedelta(days=day) for span in wishes.away for day in range((span.last - span.first).days + 1)
    }
    free |= {wishes.event} if wishes.event else set()
    days = [wishes.start + timedelta(days=day) for day in visit_days(first_free(wishes, clear), visits, apart)]
    for day in days:
        assert free.isdisjoint(day + timedelta(days=after) for after in range(max(clear, 1)))
        assert not wishes.weekdays or day.weekday() in wishes.weekdays
    assert all((second - first).days >= apart for first, second in pairwise(days))


triples = st.tuples(st.floats(0, 40), st.floats(0, 40), st.floats(0, 40)).map(sorted).map(lambda ends: spread(*ends))
figures = st.builds(
    Figures,
    st.tuples(st.integers(1, 12), st.integers(1, 12), st.integers(1, 12)).map(sorted).map(lambda ends: spread(*ends)),
    st.tuples(st.floats(1, 90), st.floats(1, 90), st.floats(1, 90)).map(sorted).map(lambda ends: spread(*ends)),
    triples,
    triples,
    st.floats(0, 12),
)


@given(calendars, figures, st.integers(0, 200), st.integers(0, 200))
@settings(max_examples=60, deadline=None)
def test_a_later_start_never_ends_earlier(wishes: Wishes, drawn: Figures, start: int, later: int):
    """In no single drawn course."""
    free = first_free(wishes, 5)
    early, late = simulate(free, drawn, start, 500), simulate(free, drawn, start + later, 500)
    assert (late.done >= early.done).all()
    assert (late.ready >= early.ready).all()


@given(calendars, figures, st.integers(1, 20))
@settings(max_examples=60, deadline=None)
def test_more_visits_never_end_earlier(wishes: Wishes, drawn: Figures, visits: int):
    """Fixed numbers of visits, the same calendar."""
    free = first_free(wishes, 5)
    fewer, more = (
        simulate(free, replace(drawn, visits=spread(n, n, n), studied_visits=4), draws=500)
        for n in (visits, visits + 1)
    )
    assert (more.done >= fewer.done).all()
    assert (more.ready >= fewer.ready).all()


@given(calendars, figures)
@settings(max_examples=60, deadline=None)
def test_healing_and_results_never_come_before_the_last_visit(wishes: Wishes, drawn: Figures):
    """Whatever was drawn."""
    found = simulate(first_free(wishes, 5), drawn, draws=500)
    assert found.healed is not None
    assert found.shown is not None
    assert (found.healed >= found.done).all()
    assert (found.shown >= found.done).all()


def test_the_same_question_has_the_same_answer(evidence: Evidence):
    """The seed is fixed."""
    ids = tuple(option.treatment_id for option in evidence.options("acne_scars"))
    assert build(evidence, "acne_scars", ids, WISHES, TODAY) == build(evidence, "acne_scars", ids, WISHES, TODAY)


# The wedding, by hand: asked on 1 December 2026, Fridays only, a wedding on 12 June 2027


def test_the_wedding_for_stretch_marks(evidence: Evidence):
    """First Friday 4 December, then every 28 days.

    26 weeks after 4 December is 4 June, a week and a day before the wedding.
    """
    found = one(evidence, "stretch_marks", "microneedling", WISHES)
    assert found.course is not None
    weeks = found.course.weeks_to_result
    assert weeks is not None
    assert (weeks.low, weeks.typical, weeks.high) == (12, 26, 40)
    assert [step.day.isoformat() for step in found.steps] == ["2026-12-04", "2027-01-01", "2027-01-29", "2027-02-26"]
    assert found.steps[-1].clear_at_latest == date(2027, 2, 26) + timedelta(days=7)
    assert found.result is not None
    assert found.result.usual == date(2026, 12, 4) + timedelta(weeks=26) == date(2027, 6, 4)
    assert found.result.last == date(2026, 12, 4) + timedelta(weeks=40) == date(2027, 9, 10)
    # The wedding is 27 weeks and a day after the first visit: a little beyond the middle of 12 to 40.
    assert found.verdict == "even"
    assert found.chance is not None
    assert found.chance.done == 100
    assert found.chance.healed == 100
    assert found.chance.ready is not None
    assert 50 <= found.chance.ready <= 60
    assert found.fits_from is not None
    assert date(2027, 6, 12) < found.fits_from < date(2027, 9, 10)


def test_the_wedding_for_acne_scars(evidence: Evidence):
    """17 weeks, at most 26, after 4 December: 2 April, at most 4 June. Both are before the wedding."""
    made = microneedled(evidence)
    found = one(made, "acne_scars", "microneedling", WISHES)
    assert found.result is not None
    assert (found.result.usual, found.result.last) == (date(2027, 4, 2), date(2027, 6, 4))
    assert found.verdict == "fits"
    assert found.fits_from is None
    assert found.start_by is not None
    later = one(made, "acne_scars", "microneedling", replace(WISHES, start=found.start_by))
    too_late = one(made, "acne_scars", "microneedling", replace(WISHES, start=found.start_by + timedelta(days=7)))
    assert later.verdict == "fits"
    assert too_late.verdict != "fits"


def test_the_event_it_would_fit_from_does_fit(evidence: Evidence):
    """Asked again with that day, the answer is yes."""
    found = one(evidence, "stretch_marks", "microneedling", WISHES)
    assert found.fits_from is not None
    assert one(evidence, "stretch_marks", "microneedling", replace(WISHES, event=found.fits_from)).verdict == "fits"


# What is said of other days is true when asked


@st.composite
def questions(draw_one: st.DrawFn, evidence: Evidence) -> tuple[str, str, Wishes]:
    """An option of a concern, and a crowded calendar with an event and perhaps numbers of one's own."""
    option = draw_one(st.sampled_from([item for item in evidence.concern_options.values() if item.role != "nothing"]))
    start = ASKED + timedelta(days=draw_one(st.integers(0, 500)))
    days = st.integers(-20, 400).map(lambda day: start + timedelta(days=day))
    away = draw_one(
        st.lists(
            st.builds(lambda day, more: Span(day, day + timedelta(days=more)), days, st.integers(0, 30)), max_size=5
        )
    )
    own = Numbers(draw_one(st.sampled_from([None, 1, 2, 7])), draw_one(st.sampled_from([None, 3, 10, 60])))
    wishes = Wishes(
        start,
        draw_one(days),
        tuple(sorted(set(away))),
        tuple(sorted(draw_one(st.sets(st.integers(0, 6), max_size=6)))),
        () if own == Numbers() else ((option.treatment_id, own),),
        draw_one(st.booleans()),
    )
    return option.concern_id, option.treatment_id, wishes


@given(st.data())
@settings(max_examples=150, deadline=None)
def test_a_day_said_to_fit_fits_when_asked_for(evidence: Evidence, data: st.DataObject):
    """So does every later day, and not the day before; the same for the last start."""
    concern_id, treatment_id, wishes = data.draw(questions(evidence))
    found = one(evidence, concern_id, treatment_id, wishes)
    assert (found.fits_from is None) or (found.start_by is None)
    if found.fits_from is not None:
        for later in (0, 1, 2, data.draw(st.integers(3, 60))):
            event = found.fits_from + timedelta(days=later)
            assert one(evidence, concern_id, treatment_id, replace(wishes, event=event)).verdict == "fits"
        before = max(found.fits_from - timedelta(days=1), TODAY)
        assert one(evidence, concern_id, treatment_id, replace(wishes, event=before)).verdict != "fits"
    if found.start_by is not None:
        for later, fits in ((0, True), (1, False)):
            start = found.start_by + timedelta(days=later)
            assert (one(evidence, concern_id, treatment_id, replace(wishes, start=start)).verdict == "fits") == fits


def test_an_event_that_pushes_visits_behind_itself_is_not_the_one_that_fits(evidence: Evidence):
    """Hands-on therapy on Tuesdays and Thursdays: the last visit is often on the very day by which 90 of 100 are ready.

    Kept free as the event, that day would push the visit behind it, so the answer is a day further on.
    """
    moved = 0
    for concern_id in evidence.concerns:
        for option in evidence.options(concern_id):
            wishes = Wishes(ASKED, ASKED + timedelta(days=1), weekdays=(1, 3))
            found = one(evidence, concern_id, option.treatment_id, wishes)
            free = one(evidence, concern_id, option.treatment_id, replace(wishes, event=None))
            if found.fits_from is None:
                continue
            assert free.ready is not None
            assert free.ready.late is not None
            assert found.fits_from >= free.ready.late
            moved += found.fits_from > free.ready.late
            asked = one(evidence, concern_id, option.treatment_id, replace(wishes, event=found.fits_from))
            assert asked.verdict == "fits"
    assert moved


def test_every_option_has_an_answer_for_the_wedding(evidence: Evidence):
    """A verdict, and where there is none the reason."""
    for concern_id in ("stretch_marks", "acne_scars"):
        ids = tuple(option.treatment_id for option in evidence.options(concern_id))
        for found in build(evidence, concern_id, ids, WISHES, TODAY).options:
            assert (found.verdict == "none") == (found.role == "nothing")
            assert found.verdict != "unknown" or found.gaps


# Rules


@pytest.mark.parametrize(
    ("concern_id", "treatment_id", "kind", "gaps"),
    [
        ("acne_scars", "prp_microneedling", "visits", ("result",)),
        ("surgical_scars", "corticosteroid_injection", "visits", ("recovery",)),
        ("acne_scars", "topical_retinoid", "home", ()),
        ("acne_scars", "no_treatment", "nothing", ()),
        ("knee_pain", "dry_needling", "unplanned", ("spacing",)),
        ("plantar_heel_pain", "manual_therapy", "unplanned", ("visits", "result")),
    ],
)
def test_a_gap_in_the_evidence_is_named_and_never_guessed(
    evidence: Evidence, concern_id: str, treatment_id: str, kind: str, gaps: tuple[str, ...]
):
    """No figure, no date."""
    found = one(evidence, concern_id, treatment_id, Wishes(ASKED, date(2029, 1, 1)))
    assert found.kind == kind
    assert set(gaps) <= set(found.gaps)
    if gaps:
        assert found.verdict == "unknown"
        assert found.ready is None
        assert found.fits_from is None


def test_what_is_known_to_be_too_late_is_said_although_the_rest_is_not_known(evidence: Evidence):
    """Without a time to a result, visits that end after the event still do not fit."""
    found = one(evidence, "acne_scars", "prp_microneedling", Wishes(ASKED, date(2026, 12, 20)))
    assert "result" in found.gaps
    assert found.verdict == "no"
    assert found.fits_from is None


def test_own_numbers_fill_a_gap_but_do_not_make_up_a_result(evidence: Evidence):
    """Six visits a week apart can be planned; how much longer that is than in the studies nobody can say."""
    wishes = Wishes(ASKED, date(2029, 1, 1), own=(("dry_needling", Numbers(apart=7)),))
    found = one(evidence, "knee_pain", "dry_needling", wishes)
    assert [step.day for step in found.steps] == [ASKED + timedelta(weeks=week) for week in range(6)]
    assert found.gaps == ("length",)
    assert found.verdict == "unknown"


@pytest.mark.parametrize(
    ("numbers", "warned"),
    [
        (Numbers(visits=7), ("more_visits",)),
        (Numbers(visits=2), ("fewer_visits",)),
        (Numbers(apart=7), ("closer",)),
        (Numbers(apart=60), ("farther",)),
        (Numbers(visits=5, apart=35), ()),
        (Numbers(visits=9, apart=70), ("more_visits", "farther")),
    ],
)
def test_numbers_beyond_the_studies_are_warned_of(evidence: Evidence, numbers: Numbers, warned: tuple[str, ...]):
    """Studied with 3 to 6 visits, 2 to 6 weeks apart."""
    made = with_course(evidence, "acne_scars", "microneedling", (3, 4, 6), weeks=(2, 4, 6))
    found = one(made, "acne_scars", "microneedling", Wishes(ASKED, own=(("microneedling", numbers),)))
    assert found.warned == warned


def test_a_longer_course_moves_the_result_by_as_many_days(evidence: Evidence):
    """Usually 4 visits 28 days apart, 84 days. With 42 days apart it is 126 days: the result comes 42 days later."""
    wishes = Wishes(ASKED, own=(("microneedling", Numbers(apart=42)),))
    found = one(microneedled(evidence), "acne_scars", "microneedling", wishes)
    assert found.result is not None
    assert found.result.later_by == 42
    assert found.result.usual == ASKED + timedelta(weeks=17, days=42)


def test_a_shorter_course_does_not_bring_the_result_forward(evidence: Evidence):
    """Nobody measured it earlier."""
    wishes = Wishes(ASKED, own=(("microneedling", Numbers(visits=3)),))
    found = one(microneedled(evidence), "acne_scars", "microneedling", wishes)
    assert found.result is not None
    assert found.result.later_by == 0
    assert found.result.usual == ASKED + timedelta(weeks=17)


def test_more_visits_never_mean_fewer_days_off(evidence: Evidence):
    """Days off are visits times days after each."""
    totals = []
    for visits in range(1, 10):
        found = one(
            evidence,
            "acne_scars",
            "fractional_co2_laser",
            Wishes(ASKED, own=(("fractional_co2_laser", Numbers(visits=visits)),)),
        )
        assert found.days_off is not None
        assert found.downtime is not None
        assert found.days_off.typical == visits * found.downtime.days.typical
        totals.append(found.days_off)
    assert all(a.low <= b.low and a.typical <= b.typical and a.high <= b.high for a, b in pairwise(totals))


def test_it_is_marked_until_the_last_sign_is_gone(evidence: Evidence):
    """CO2 laser: crusts usually take longest, 7 days, but redness can last longest, 30 days in the studies we found."""
    found = marked_days(evidence, evidence.concerns["acne_scars"], "fractional_co2_laser")
    assert found is not None
    assert (found.typical, found.high) == (7, 30)
    for treatment_id in evidence.treatments:
        shown = marked_days(evidence, evidence.concerns["acne_scars"], treatment_id)
        signs = [
            milestone(evidence, treatment_id, step.milestone_id, "acne_scars")
            for step in evidence.milestones.values()
            if step.shows
        ]
        known = [sign for sign in signs if sign is not None and sign.basis != "clinics"]
        assert shown is None or all(sign.high <= shown.high for sign in known)
        assert shown is None or shown.low <= shown.typical <= shown.high


def test_recovery_that_only_clinics_describe_is_said_to_be_so(evidence: Evidence):
    """Needling with PRP: no study says how long it shows."""
    found = one(evidence, "acne_scars", "prp_microneedling", WISHES)
    assert found.marked is not None
    assert found.marked.basis == "clinics"
    assert "clinic_recovery" in found.warned
    assert "clinic_recovery" not in one(evidence, "acne_scars", "microneedling", WISHES).warned


@pytest.mark.parametrize(
    ("concern_id", "treatment_id", "time", "basis"),
    [
        ("low_back_pain", "dry_needling", "2–4 hours", "typical clinic advice, not a study"),
        ("acne_scars", "microneedling", "2–4 hours", "in part typical clinic advice"),
        ("acne_scars", "fractional_co2_laser", "1.5–6 hours", ""),
        ("frozen_shoulder", "corticosteroid_injection", "at least 1.5 hours", ""),
        ("tension_headache", "botulinum_toxin", "up to 15 minutes", "typical clinic advice, not a study"),
    ],
)
def test_time_in_the_chair_says_what_it_rests_on(
    evidence: Evidence, concern_id: str, treatment_id: str, time: str, basis: str
):
    """4 visits of 30 to 60 minutes are 2 to 4 hours; of a single figure only one end is known."""
    found = one(evidence, concern_id, treatment_id, Wishes(ASKED))
    assert found.chair is not None
    assert (chair_text(found.chair), chair_basis(found.chair)) == (time, basis)


@pytest.mark.parametrize(
    ("low", "high", "text"),
    [
        (5, 15, "5–15 minutes"),
        (30, 89, "30–89 minutes"),
        (30, 120, "30 minutes to 2 hours"),
        (60, 180, "1–3 hours"),
    ],
)
def test_long_times_are_said_in_hours(low: float, high: float, text: str):
    """Nobody says half an hour as 0.5 hours."""
    assert chair_text(Chair(spread(low, low, high), spread(low, low, high), "both", mixed=False, numbing="")) == text


def test_a_row_that_was_not_checked_shows_nothing(evidence: Evidence):
    """Neither minutes nor aftercare, as with findings."""
    found = one(evidence, "acne_scars", "microneedling", Wishes(ASKED))
    assert found.chair is not None
    assert found.aftercare
    unchecked = replace(
        evidence,
        appointment={name: row.model_copy(update={"checked": False}) for name, row in evidence.appointment.items()},
        aftercare={name: row.model_copy(update={"checked": False}) for name, row in evidence.aftercare.items()},
    )
    blank = one(unchecked, "acne_scars", "microneedling", Wishes(ASKED))
    assert blank.chair is None
    assert blank.aftercare == ()


def test_what_would_help_fits_the_calendar(evidence: Evidence):
    """With any day allowed, more weekdays are no help."""
    own = (("microneedling", Numbers(60, 365)),)
    plan = build(evidence, "acne_scars", ("microneedling",), Wishes(ASKED, own=own), TODAY)
    assert "Plan fewer visits" in reason(plan, plan.options[0])
    plan = build(evidence, "acne_scars", ("microneedling",), Wishes(ASKED, weekdays=(4,), own=own), TODAY)
    assert "Allow more weekdays" in reason(plan, plan.options[0])


def test_numbers_that_do_not_vary_give_one_last_visit(evidence: Evidence):
    """With varying off, all courses have the visits that are shown."""
    found = one(evidence, "acne_scars", "microneedling", replace(WISHES, vary=False))
    last = found.steps[-1].day
    assert found.done == ChanceDates(last, last, last)


def test_a_start_in_the_past_becomes_today_and_a_past_event_is_set_aside(evidence: Evidence):
    """A link that was saved months ago still gives a plan."""
    plan = build(evidence, "acne_scars", ("microneedling",), Wishes(date(2026, 1, 1), date(2026, 5, 1)), TODAY)
    assert plan.start_was_past
    assert plan.past_event == date(2026, 5, 1)
    assert plan.wishes.start == TODAY
    assert plan.options[0].verdict == "none"
    assert plan.options[0].steps[0].day == TODAY


def test_an_event_today_is_not_past(evidence: Evidence):
    """It just does not fit."""
    assert one(evidence, "acne_scars", "microneedling", Wishes(TODAY, TODAY)).verdict == "no"


def test_an_impossible_calendar_is_a_sentence(evidence: Evidence):
    """Kept free for twenty years: no date, a reason, a clear no."""
    wishes = Wishes(ASKED, WEDDING, (Span(date(2020, 1, 1), date(2046, 1, 1)),))
    plan = build(evidence, "acne_scars", ("microneedling",), wishes, TODAY)
    found = plan.options[0]
    assert (found.kind, found.verdict, found.steps, found.ready) == ("impossible", "no", (), None)
    assert "4 visits" in reason(plan, found)
    assert arithmetic(plan, found, "en_GB") == [reason(plan, found)]


def test_pain_counts_sore_days(evidence: Evidence):
    """After dry needling it is sore for 2 days, up to 3."""
    found = one(evidence, "low_back_pain", "dry_needling", Wishes(ASKED))
    assert found.marked is not None
    assert (found.marked.low, found.marked.typical, found.marked.high) == (1, 2, 3)
    assert found.steps[0].usually_clear == ASKED + timedelta(days=2)
    assert found.sun is None


@pytest.mark.parametrize("today", [date(2028, 2, 28), date(2028, 2, 29), date(2027, 12, 31)])
def test_every_concern_and_option_can_be_planned_on_any_day(evidence: Evidence, today: date):
    """Leap days and year ends included; every figure that is shown carries its rows."""
    for concern_id in evidence.concerns:
        ids = tuple(option.treatment_id for option in evidence.options(concern_id))
        plan = build(evidence, concern_id, ids, Wishes(today, today + timedelta(days=200)), today)
        assert [option.treatment.treatment_id for option in plan.options] == list(ids)
        for option in plan.options:
            for ref in option.refs:
                evidence.find(ref)
            assert option.refs or not (option.steps or option.result)
            assert arithmetic(plan, option, "en_GB")


def test_dates_beyond_ten_years_are_never_shown(evidence: Evidence):
    """Sixty visits a year apart do not fit into the calendar."""
    wishes = Wishes(ASKED, own=(("microneedling", Numbers(60, 365)),))
    assert one(evidence, "acne_scars", "microneedling", wishes).kind == "impossible"
    assert abs(HORIZON - 10 * 365.25) < 1


# Words


def test_the_answer_names_every_option_once(evidence: Evidence):
    """By verdict, in the order of the page."""
    ids = ("microneedling", "fractional_co2_laser", "subcision", "topical_retinoid")
    plan = build(evidence, "acne_scars", ids, WISHES, TODAY)
    assert answer_sentence(plan, "en_GB").startswith(
        "Ready by Sat, 12 Jun 2027: microneedling (99 of 100), CO2 laser (99 of 100) and subcision ("
    )
    assert all(answer_sentence(plan, "en_GB").count(option.treatment.mid_sentence) == 1 for option in plan.options)


def test_an_answer_for_an_event_needs_an_event(evidence: Evidence):
    """Asked without one, it is an error and no empty sentence."""
    plan = build(evidence, "acne_scars", ("microneedling",), Wishes(ASKED), TODAY)
    with pytest.raises(ValueError, match="no day"):
        answer_sentence(plan, "en_GB")
    assert verdict_sentence(plan, plan.options[0], "en_GB") == ""
    assert (
        open_sentences(plan, "en_GB")[0]
        == "From Tue, 1 Dec 2026 on, microneedling usually takes until Tue, 23 Feb 2027 for its 4 visits."
    )


def test_both_sides_of_the_chance_are_said(evidence: Evidence):
    """Ready, and not ready."""
    plan = build(evidence, "stretch_marks", ("microneedling",), WISHES, TODAY)
    ready = plan.options[0].chance.ready if plan.options[0].chance else None
    assert ready is not None
    assert f"Ready in {ready} of 100 courses, not ready in {100 - ready}." in verdict_sentence(
        plan, plan.options[0], "en_GB"
    )


def test_the_line_of_what_was_counted_says_all_of_it(evidence: Evidence):
    """First day, weekdays, days kept free, own numbers, and whether they vary."""
    wishes = Wishes(
        ASKED, away=(Span(ASKED, ASKED),), weekdays=(0, 4), own=(("microneedling", Numbers(5)),), vary=False
    )
    said = used_sentence(build(evidence, "acne_scars", ("microneedling",), wishes, TODAY), "en_GB")
    for part in ("1 Dec 2026", "Mon and Fri", "one stretch", "own numbers", "exactly"):
        assert part in said


def test_the_arithmetic_can_be_followed_by_hand(evidence: Evidence):
    """First visit plus weeks is the date; usual and longest; days to the event."""
    plan = build(evidence, "stretch_marks", ("microneedling",), WISHES, TODAY)
    said = " ".join(arithmetic(plan, plan.options[0], "en_GB"))
    assert "first visit 4 Dec 2026 plus 26 weeks is 4 Jun 2027" in said
    assert "8 days before your day" in said
    assert "vary around this: 1–6 visits, 14–28 days apart and marked for 3–7 days. Where your days stretch" in said
    alone = build(evidence, "stretch_marks", ("microneedling",), Wishes(ASKED, WEDDING, vary=False), TODAY)
    said = " ".join(arithmetic(alone, alone.options[0], "en_GB"))
    assert "vary around this: marked for 3–7 days. Result" in said
    assert math.isclose((WEDDING - date(2027, 6, 4)).days, 8)
