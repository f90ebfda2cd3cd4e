"""One question, one answer: recovery and people counted are told the same way on Explore, Compare, Plan, room and paper."""

from __future__ import annotations

from datetime import date

from needlewise.clinic.settings import NO_CLINIC
from needlewise.decision.compare.comparison import arrange
from needlewise.decision.concern.build import build_concern_page
from needlewise.decision.concern.people_of_100 import people_in_words, yardstick_lead
from needlewise.decision.consult_room import build_consult_room
from needlewise.decision.plan.build import build
from needlewise.decision.plan.model import Wishes
from needlewise.decision.shared.recovery import line_names, named
from needlewise.evidence.model.store import Evidence
from needlewise.handout.citations import Citations
from needlewise.handout.options import paper_option, paper_pairs, recovery_strips
from needlewise.words import say

# A milestone of the tables for each line that the Plan page tells by its milestone.
_ON_PLAN = {
    "off": "back_to_work",
    "makeup": "makeup_ok",
    "exercise": "exercise_ok",
    "sun": "sun_ok",
    "settled": "fully_settled",
    "sore": "soreness_gone",
}
_TODAY = date(2026, 12, 1)


def test_recovery_has_one_answer(evidence: Evidence, concern_id: str) -> None:
    """When can I go back to work, how long does it show, am I sore: the same words on every page, for every option."""
    page = build_concern_page(evidence, concern_id)
    group, names = page.concern.group, tuple(row.treatment.treatment_id for row in page.options)
    compared = {question.name: question.cells for question in arrange(evidence, page, names).questions}
    room = build_consult_room(evidence, page, names).screen("recovery")
    plans = {
        one.treatment.treatment_id: one for one in build(evidence, concern_id, names, Wishes(_TODAY), _TODAY).options
    }
    sources = Citations(evidence)
    strips = {strip.name: strip for strip in recovery_strips(sources, page, page.options)}
    for place, row in enumerate(page.options):
        if row.role == "nothing":
            continue
        for name in line_names(group):
            item = named(row.recovery, name)
            assert item is not None
            (figure,) = compared[name][place].figures
            assert figure == item.figure
        main = named(row.recovery, "off" if group == "skin" else "sore")
        seen = named(row.recovery, "shows" if group == "skin" else "sore")
        assert main is not None
        assert seen is not None
        assert row.days == main.figure
        told = {part.name: part for part in room.cards[place].parts}
        assert told[say(f"column-days-{group}")].figure == main.figure
        strip = next((part for part in room.cards[place].parts if part.days is not None), None)
        assert (None if strip is None else (strip.figure, strip.days)) == (
            None if seen.days is None else (seen.figure, seen.days)
        )
        facts = [line.text for line in paper_option(sources, page, row, NO_CLINIC).facts]
        assert row.days.text in facts
        assert row.course_days.text in facts
        drawn = strips.get(row.treatment.name)
        assert (None if drawn is None else (drawn.line.text, drawn.longest)) == (
            None if seen.days is None else (seen.figure.text, seen.days.high)
        )
        plan = plans[row.treatment.treatment_id]
        after = {step.milestone: step.days for step in plan.after}
        for name in line_names(group):
            item = named(row.recovery, name)
            if item is not None and plan.after and name in _ON_PLAN and (item.days is None or not item.days.once):
                assert after.get(_ON_PLAN[name]) == item.days, name  # type: ignore[call-overload]
        if plan.marked is not None:
            assert plan.marked == seen.days


def test_days_off_and_days_it_shows_are_never_one(evidence: Evidence, concern_id: str) -> None:
    """No figure of one rests on rows of the other, and days in all are made of days off or of sore days only."""
    for row in build_concern_page(evidence, concern_id).options:
        off, shows = named(row.recovery, "off"), named(row.recovery, "shows")
        if off is None or shows is None:
            continue
        assert not set(off.figure.refs) & set(shows.figure.refs)
        if row.whole is not None:
            steps = {evidence.recovery[ref[9:]].milestone for ref in row.whole.refs if ref.startswith("recovery:")}
            assert steps == {"back_to_work"}
        if off.days is not None and shows.days is not None and off.days.typical > shows.days.typical:
            assert say(f"recovery-apart-{off.days.basis}") in off.figure.note


def test_people_counted_have_one_answer(evidence: Evidence, concern_id: str) -> None:
    """How many got better and how many did not: one count or one plain sentence, the same on every page."""
    page = build_concern_page(evidence, concern_id)
    names = tuple(row.treatment.treatment_id for row in page.options)
    told = people_in_words(page)
    assert told.pair == page.yardstick
    cells = next(one.cells for one in arrange(evidence, page, names).questions if one.name == "people")
    cards = build_consult_room(evidence, page, names).screen("works").cards
    for cell, card in zip(cells, cards, strict=True):
        assert cell.people is None or cell.people.pair == page.yardstick
        assert card.people == cell.people
    papers = paper_pairs(Citations(evidence), page)
    if page.yardstick is None:
        assert papers == ()
        assert told.lead == yardstick_lead(page) in (say("shares-none"), say("shares-none-drawn"))
        return
    (paper,) = papers
    sides = (page.yardstick.first, page.yardstick.second)
    assert [side.caption for side in paper.sides] == [side.caption for side in sides]
    assert paper.lead.text.rstrip(".") == page.yardstick.face
    assert any(cell.people is not None for cell in cells)


def test_a_picture_of_people_says_who_how_many_and_how_sure(evidence: Evidence, concern_id: str) -> None:
    """The part of the people it was counted in is never lost, and no more are drawn than were counted."""
    page = build_concern_page(evidence, concern_id)
    for pair in (*page.shares, *((page.yardstick,) if page.yardstick else ())):
        face = pair.face.lower()
        assert pair.effect.subgroup.lower() in face
        assert say(f"certainty-short-{pair.rating.level}").lower() in face
        for share in (pair.first, pair.second):
            assert 0 <= share.filled <= share.total
            counted = pair.effect.people
            assert pair.drawn != "hundred" or (counted is not None and counted >= share.total == 100)
            assert pair.drawn != "people" or share.total < 100
