"""A course that has begun: the visits there were count, and the page says how to go on, stop or change."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from needlewise.decision.plan.build import build
from needlewise.decision.plan.course_lines import CourseLine, course_lines
from needlewise.decision.plan.model import Begun, OptionPlan, Plan, Span, Wishes
from needlewise.decision.plan.outcome import band
from needlewise.decision.plan.tables import options_table
from needlewise.decision.plan.words import open_sentences
from needlewise.evidence.model.store import Evidence
from needlewise.words.dates import day
from tests.builders import with_course

TODAY = date(2026, 12, 1)
HAD = Begun(2, date(2026, 11, 10))
WEDDING = TODAY + timedelta(days=24)


def made(evidence: Evidence) -> Evidence:
    """Microneedling for acne scars as a made course: usually 4 visits 4 weeks apart, a result 8 to 26 weeks on."""
    return with_course(evidence, "acne_scars", "microneedling", (3, 4, 6), weeks=(2, 4, 6), result=(8, 26))


def planned(
    evidence: Evidence,
    *,
    event: date | None = None,
    away: tuple[Span, ...] = (),
    begun: tuple[tuple[str, Begun], ...] = (("microneedling", HAD),),
    packages: tuple[tuple[str, float], ...] = (),
) -> tuple[Plan, OptionPlan]:
    """The plan of microneedling with two visits had."""
    asked = Wishes(TODAY, event, away, begun=begun, packages=packages)
    plan = build(evidence, "acne_scars", ("microneedling", "no_treatment"), asked, TODAY)
    return plan, plan.options[0]


def lines(evidence: Evidence, plan: Plan, option: OptionPlan) -> dict[str, CourseLine]:
    """The lines by what they are about."""
    return {line.about: line for line in course_lines(evidence, plan, option, "en-GB")}


def test_visits_there_were_are_not_planned_again(evidence: Evidence):
    """Two of four are left: 28 days after 10 November, and 28 days after that; they are visits 3 and 4."""
    _, option = planned(made(evidence))
    assert [(step.number, step.day) for step in option.steps] == [(3, date(2026, 12, 8)), (4, date(2027, 1, 5))]
    assert option.count == 4
    assert option.first == date(2026, 10, 13)


def test_results_count_from_the_first_visit_also_where_it_is_past(evidence: Evidence):
    """Usually 17 weeks after 13 October; without the visits there were it would be 17 weeks after 1 December."""
    _, option = planned(made(evidence))
    assert option.result is not None
    assert option.result.usual == date(2026, 10, 13) + timedelta(weeks=17)
    _, fresh = planned(made(evidence), begun=())
    assert fresh.result is not None
    assert fresh.result.usual > option.result.usual


def test_a_later_visit_than_today_is_none_that_there_was(evidence: Evidence):
    """A slip of the finger does not move the plan."""
    _, option = planned(made(evidence), begun=(("microneedling", Begun(2, date(2027, 1, 1))),))
    assert option.had is None
    assert len(option.steps) == 4


def test_all_visits_had_leaves_none_to_plan(evidence: Evidence):
    """The last visit and its marks are still told."""
    plan, option = planned(made(evidence), begun=(("microneedling", Begun(4, date(2026, 11, 10))),))
    assert option.kind == "visits"
    assert option.steps == ()
    assert option.stop is None
    assert options_table(plan, "en").rows[0].cells[0].text == day(date(2026, 11, 10), "en")
    assert "That is the usual number." in open_sentences(plan, "en-GB")[0]


def test_headline_and_table_give_the_same_last_visit(evidence: Evidence):
    """One method: the calendar with the usual numbers."""
    plan, option = planned(evidence)
    last = option.steps[-1].day
    assert str(last.day) in open_sentences(plan, "en-GB")[0]
    assert options_table(plan, "en").rows[0].cells[0].text == day(last, "en")


def test_a_wedding_in_24_days_after_two_visits_has_plain_answers(evidence: Evidence):
    """Not finished by then, what stopping now means, when to look again."""
    plan, option = planned(made(evidence), event=WEDDING)
    told = lines(made(evidence), plan, option)
    assert "Only one of the 2 visits still to come can be had before" in told["late"].text
    assert "The usual course cannot be finished by then." in told["late"].text
    assert "You may stop after 2 of them. No study we found used so few visits (3–6)" in told["stop"].text
    assert "of 100 courses are ready by" in told["stop"].text
    assert "after visit 3 of 4" in told["review"].text or "after visit 2 of 4" in told["review"].text
    assert "No source says after how many visits to give up." in told["review"].text


def test_a_gap_longer_than_studied_is_said_as_such(evidence: Evidence):
    """Kept free from mid December to the end of March: no study left so long a gap."""
    away = (Span(date(2026, 12, 12), date(2027, 3, 31)),)
    plan, option = planned(made(evidence), away=away)
    assert option.pause is not None
    assert option.pause.studied == 42
    assert "Gaps this long were not studied." in lines(made(evidence), plan, option)["gap"].text
    _, usual = planned(made(evidence))
    assert usual.pause is None


def test_a_missed_visit_is_a_gap_too(evidence: Evidence):
    """The last visit was half a year ago."""
    plan, option = planned(made(evidence), begun=(("microneedling", Begun(2, date(2026, 6, 1))),))
    assert option.pause is not None
    assert option.pause.after == 2
    assert "between visit 2 and the next" in lines(made(evidence), plan, option)["gap"].text


def test_money_paid_ahead_is_told_without_a_word_for_or_against(evidence: Evidence):
    """800 for 4 visits is 200 a visit."""
    plan, option = planned(made(evidence), packages=(("microneedling", 800.0),), begun=())
    text = lines(made(evidence), plan, option)["package"].text
    assert text.startswith("800 paid ahead for 4 visits is 200 a visit.")
    assert "Ask whether you get it back." in text


def test_two_options_with_the_same_weeks_say_so(evidence: Evidence):
    """Equal dates are not two measurements."""
    same = with_course(made(evidence), "acne_scars", "fractional_co2_laser", (1, 3, 5), weeks=(4, 6, 8), result=(8, 26))
    plan = build(same, "acne_scars", ("microneedling", "fractional_co2_laser"), Wishes(TODAY), TODAY)
    for option in plan.options:
        assert "the same 8–26 weeks to a result" in lines(same, plan, option)["same"].text
    alone = build(same, "acne_scars", ("microneedling", "no_treatment"), Wishes(TODAY), TODAY)
    assert "same" not in lines(same, alone, alone.options[0])


def test_upkeep_is_a_yearly_number_where_results_fade(evidence: Evidence):
    """Botulinum toxin against lines: every 17 weeks is about three visits a year; else no source says."""
    plan = build(evidence, "fine_lines", ("botulinum_toxin", "microneedling"), Wishes(TODAY), TODAY)
    toxin, needling = plan.options
    assert "about 3 visits a year" in lines(evidence, plan, toxin)["upkeep"].text
    assert lines(evidence, plan, needling)["upkeep"].text.startswith("No source says how often")


@pytest.mark.parametrize(
    ("ready", "word"),
    [(100, "fits"), (90, "fits"), (89, "likely"), (66, "likely"), (65, "even"), (33, "even"), (32, "unlikely"), (15, "unlikely"), (10, "unlikely"), (9, "no"), (0, "no")],
)  # fmt: skip
def test_words_for_chances_are_those_of_their_band(ready: int, word: str):
    """15 of 100 is not luck: it is probably too late."""
    assert band(ready, (90, 66, 33, 10)) == word
