"""The tables of a plan and the lists beside them: what stands in each cell, and what stands there instead of a date."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from needlewise.decision.plan.build import build, rests_on
from needlewise.decision.plan.model import MOST_VISITS, Numbers, Span, Wishes
from needlewise.decision.plan.tables import after_visits, options_table, totals_table
from needlewise.decision.plan.words import free_days, set_aside, visit_lines, warnings
from needlewise.evidence.model.store import Evidence
from needlewise.words import number, say
from needlewise.words.dates import day, weekday

TODAY = date(2026, 11, 22)
ASKED = date(2026, 12, 1)
WEDDING = date(2027, 6, 12)
WISHES = Wishes(ASKED, WEDDING, weekdays=(4,))


def test_the_table_of_options_says_dates_or_why_there_are_none(evidence: Evidence):
    """With an event the verdict stands in front; without one the warnings stand with the first date."""
    options = ("microneedling", "no_treatment")
    plan = build(evidence, "acne_scars", options, WISHES, TODAY)
    table = options_table(plan, "en")
    needling, nothing = table.rows
    assert len(table.heads) == 2 + len(needling.cells)
    assert needling.verdict is not None
    assert needling.verdict.text == say(f"plan-verdict-{needling.option.verdict}")
    # One method for headline, table, strips and file: the calendar with the usual numbers.
    assert needling.cells[0].text == day(needling.option.steps[-1].day, "en")
    assert set(needling.cells[0].refs) <= set(needling.option.refs)
    assert {(cell.text, cell.kind) for cell in nothing.cells} == {(say("plan-nothing"), "unknown")}
    own = replace(WISHES, event=None, own=(("microneedling", Numbers(MOST_VISITS)),))
    (row,) = options_table(build(evidence, "acne_scars", options[:1], own, TODAY), "en").rows
    assert row.verdict is None
    assert row.cells[0].warned == tuple(warnings(build(evidence, "acne_scars", options[:1], own, TODAY), row.option))
    assert row.cells[0].warned


def test_every_total_has_a_cell_in_every_column(evidence: Evidence):
    """Sun days for skin only; doing nothing takes no visit, and says so in each column."""
    for concern_id, columns in (("acne_scars", 4), ("low_back_pain", 3)):
        names = tuple(option.treatment_id for option in evidence.options(concern_id))
        table = totals_table(build(evidence, concern_id, names, WISHES, TODAY), "en")
        assert len(table.heads) == columns + 1
        for row in table.rows:
            assert len(row.cells) == columns
            if row.option.kind == "nothing":
                assert {cell.text for cell in row.cells} == {say("cell-none")}
            if row.option.visits is not None:
                assert row.cells[0].text == number(row.option.visits)


def test_what_follows_the_last_visit_has_a_date_after_it(evidence: Evidence):
    """Each milestone with its days; advice that rests on clinics says so; doing nothing has no such part."""
    plan = build(evidence, "acne_scars", ("microneedling", "no_treatment"), WISHES, TODAY)
    (after,) = after_visits(evidence, plan, "en")
    assert len(after.rows) == len(after.option.after) > 0
    assert all(row.days.refs and row.last for row in after.rows)
    assert len(after.care) == len(after.option.aftercare) > 0
    for line, row in zip(after.care, after.option.aftercare, strict=True):
        assert row.instruction in line.text
        assert (line.basis == say("basis-clinics")) == (rests_on(evidence, row.source_ids) == "clinics")


def test_visits_are_listed_with_the_days_they_mark(evidence: Evidence):
    """One line a visit, with its day."""
    plan = build(evidence, "acne_scars", ("microneedling",), WISHES, TODAY)
    (option,) = plan.options
    lines = visit_lines(plan, option, "en")
    assert len(lines) == len(option.steps) > 0
    for line, step in zip(lines, option.steps, strict=True):
        assert weekday(step.day, "en") in line
        assert step.clear_at_latest is not None
        assert day(step.clear_at_latest, "en") in line


def test_what_was_set_aside_is_said_and_nothing_else(evidence: Evidence):
    """A past start, a past event, and an event before the start, each in a sentence."""

    def lines(wishes: Wishes) -> list[str]:
        return set_aside(build(evidence, "acne_scars", ("microneedling",), wishes, TODAY), wishes, "en")

    assert lines(WISHES) == []
    past = date(2026, 6, 12)
    assert lines(Wishes(past)) == [say("plan-note-past-start")]
    assert lines(Wishes(ASKED, past)) == [say("plan-note-past-event", day=weekday(past, "en"))]
    assert lines(Wishes(WEDDING, ASKED)) == [say("plan-note-event-before")]


def test_days_kept_free_are_read_one_after_another(evidence: Evidence):
    """A single day once, a stretch with both ends."""
    first, last = date(2027, 1, 25), date(2027, 2, 20)
    kept = (Span(first, last), Span(WEDDING, WEDDING))
    plan = build(evidence, "acne_scars", ("microneedling",), replace(WISHES, away=kept), TODAY)
    assert free_days(plan, "en") == f"{weekday(first, 'en')} – {weekday(last, 'en')}; {weekday(WEDDING, 'en')}"
