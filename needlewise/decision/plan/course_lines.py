"""What to know of a course that a calendar does not show: go on, stop or change, gaps, upkeep, money paid ahead.

Plain lines in one order, the same for every option; the page, the paper and the calendar file say the same of them.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Literal

from needlewise.decision.plan.model import OptionPlan, Plan
from needlewise.decision.shared.course import lasting
from needlewise.decision.shared.worked import review_rule
from needlewise.evidence.model.rows import Protocol
from needlewise.evidence.model.store import Evidence
from needlewise.evidence.rules.course import fees
from needlewise.words import join_list, number, round_half_up, say, sentence, span
from needlewise.words.dates import weekday

About = Literal["begun", "late", "stop", "gap", "review", "same", "upkeep", "package"]


# A year in weeks.
_YEAR = 52


@dataclass(frozen=True)
class CourseLine:
    """One line: what it is about, its words, and the rows behind it (none where no source says)."""

    about: About
    text: str
    refs: tuple[str, ...] = ()


def course_lines(evidence: Evidence, plan: Plan, option: OptionPlan, locale: str) -> tuple[CourseLine, ...]:
    """All lines of one option; empty for what has no visits."""
    if option.kind != "visits":
        return ()
    found = (
        _begun(option, locale),
        _late(plan, option, locale),
        _stop(plan, option, locale),
        _gap(option),
        _review(evidence, plan, option, locale),
        _same(option),
        _upkeep(evidence, plan, option),
        _package(plan, option),
    )
    return tuple(line for line in found if line is not None)


def _begun(option: OptionPlan, locale: str) -> CourseLine | None:
    had = option.had
    if had is None or option.first is None:
        return None
    one = "yes" if had.visits == 1 else "no"
    text = say(
        "plan-course-begun",
        had=had.visits,
        one=one,
        last=weekday(had.last, locale),
        first=weekday(option.first, locale),
        apart=option.apart or 0,
        left=len(option.steps),
    )
    return CourseLine("begun", text)


def _late(plan: Plan, option: OptionPlan, locale: str) -> CourseLine | None:
    """Visits that come only after the event: the course cannot be finished by then."""
    event, left = plan.wishes.event, len(option.steps)
    if event is None or option.in_time is None or option.in_time >= left:
        return None
    return CourseLine("late", say("plan-course-late", day=weekday(event, locale), can=option.in_time, left=left))


def _stop(plan: Plan, option: OptionPlan, locale: str) -> CourseLine | None:
    stop, found = option.stop, option.course
    if stop is None:
        return None
    studied = None if found is None else found.visits
    parts = [
        say(
            "plan-course-stop",
            had=stop.visits,
            studied=stop.studied,
            range="" if studied is None else span(studied.low, studied.high),
        )
    ]
    if stop.ready is not None and plan.wishes.event is not None:
        day = weekday(plan.wishes.event, locale)
        parts.append(say("plan-course-stop-ready", ready=stop.ready, rest=100 - stop.ready, day=day))
    return CourseLine("stop", " ".join(parts), () if studied is None else studied.refs)


def _gap(option: OptionPlan) -> CourseLine | None:
    pause = option.pause
    if pause is None:
        return None
    refs = () if option.course is None or option.course.interval_weeks is None else option.course.interval_weeks.refs
    return CourseLine("gap", say("plan-course-gap", after=pause.after, days=pause.days, studied=pause.studied), refs)


def _review(evidence: Evidence, plan: Plan, option: OptionPlan, locale: str) -> CourseLine | None:
    review = option.review
    if review is None:
        return None
    refs: tuple[str, ...] = ()
    if review.day is None:
        parts = [say("plan-course-review-none")]
    else:
        parts = [say("plan-course-review", day=weekday(review.day, locale), after=review.after, count=review.count)]
        found = option.course
        refs = () if found is None or found.weeks_to_result is None else found.weeks_to_result.refs
    rule = review_rule(evidence, plan.concern.concern_id, option.treatment.treatment_id)
    if rule is None or rule.review_visits_low is None or rule.review_visits_high is None:
        parts.append(say("plan-course-review-rule-none"))
    else:
        low, high = number(rule.review_visits_low), number(rule.review_visits_high)
        parts.append(say("worked-review", body=rule.body, low=low, high=high))
        refs = (*refs, f"guidelines:{rule.guideline_id}")
    return CourseLine("review", " ".join(parts), refs)


def _same(option: OptionPlan) -> CourseLine | None:
    found = option.course
    if not option.same_weeks or found is None or found.weeks_to_result is None:
        return None
    weeks = found.weeks_to_result
    text = say("plan-course-same", names=join_list(list(option.same_weeks)), weeks=span(weeks.low, weeks.high))
    return CourseLine("same", text, weeks.refs)


def repeats(evidence: Evidence, concern_id: str, option: OptionPlan) -> Protocol | None:
    """The row that says how far apart repeats are: one visit whose result was seen to fade; None without one."""
    rows = evidence.of(concern_id).protocols_of(option.treatment.treatment_id)
    return next(
        (
            row
            for row in rows
            if row.checked
            and not row.duplicate_of
            and row.lasting == "faded"
            and row.sessions_typical == 1
            and row.interval_weeks_typical
        ),
        None,
    )


def _upkeep(evidence: Evidence, plan: Plan, option: OptionPlan) -> CourseLine | None:
    """How often it must be repeated, and what that comes to in a year; or that no source says."""
    row = repeats(evidence, plan.concern.concern_id, option)
    if row is None or not row.interval_weeks_typical:
        found = option.course
        known = None if found is None else lasting(found)
        told = "" if known is None or not known.refs else f" {sentence(known.text)}"
        return CourseLine("upkeep", f"{say('plan-course-upkeep-none')}{told}", () if known is None else known.refs)
    visits = max(1, int(round_half_up(_YEAR / row.interval_weeks_typical)))
    parts = [say("plan-course-upkeep", weeks=number(row.interval_weeks_typical), visits=visits)]
    refs = [f"protocols:{row.protocol_id}"]
    if option.marked is not None:
        days = span(math.ceil(option.marked.typical) * visits, math.ceil(option.marked.high) * visits)
        parts.append(say("plan-course-upkeep-days", days=days, group=plan.concern.group))
        refs += option.marked.refs
    published = next((fee for fee in fees(evidence, option.treatment.treatment_id)), None)
    if published is not None:
        low, high = min(published.amounts) * visits, max(published.amounts) * visits
        cost = f"{low:,.0f}" if low == high else f"{low:,.0f}–{high:,.0f}"
        where = published.country or say("row-country-none")
        parts.append(say("plan-course-upkeep-cost", cost=cost, currency=published.currency, country=where))
        refs.append(f"costs:{published.cost_id}")
    return CourseLine("upkeep", " ".join(parts), tuple(refs))


def _package(plan: Plan, option: OptionPlan) -> CourseLine | None:
    """What a price paid ahead leaves at stake at the review; told without a word for or against it."""
    paid = plan.wishes.paid(option.treatment.treatment_id)
    if paid is None or option.count < 1:
        return None
    each = paid / option.count
    review = option.review
    done = option.count if review is None or review.day is None else max(review.after, 1)
    rest = max(option.count - done, 0)
    text = say(
        "plan-course-package",
        price=_money(paid),
        count=option.count,
        each=_money(each),
        done=done,
        rest=rest,
        stake=_money(each * rest),
    )
    return CourseLine("package", text)


def _money(amount: float) -> str:
    return f"{round_half_up(amount):,.0f}"
