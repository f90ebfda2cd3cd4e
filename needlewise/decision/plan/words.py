"""A plan in words: the answer, why a date is missing, and the arithmetic behind an option's dates.

The page, the picture's text twin and the calendar file all speak through here.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from datetime import date

from needlewise.decision.plan.model import Chair, OptionPlan, Plan, Warned, Wishes
from needlewise.words import join_list, number, say, sentence, span
from needlewise.words.dates import day, weekday

# Minutes from which people say hours, and below which they never do.
_HOURS_FROM, _HOUR = 90, 60


def answer_sentence(plan: Plan, locale: str) -> str:
    """Which options are ready by the event, band by band with their chances, and those nobody can tell.

    Raises:
        ValueError: without an event.
    """
    event = plan.wishes.event
    if event is None:
        raise ValueError("there is no day to be ready for")
    parts = []
    for verdict in ("fits", "likely", "even", "unlikely", "no", "unknown"):
        names = [_with_chance(option) for option in plan.options if option.verdict == verdict]
        if names:
            parts.append(say(f"plan-answer-{verdict}", names=join_list(names), count=len(names)))
    return say(
        "plan-answer-event", day=weekday(event, locale), parts="; ".join(parts) or say("plan-nothing").rstrip(".")
    )


def _with_chance(option: OptionPlan) -> str:
    """The option's name with how many of 100 courses are ready, where that is known."""
    name = option.treatment.mid_sentence
    if option.chance is None or option.chance.ready is None:
        return name
    return say("plan-answer-chance", name=name, ready=option.chance.ready)


def open_sentences(plan: Plan, locale: str) -> list[str]:
    """Without an event: when the page's first option (needling, where chosen) would be done, and its result."""
    option = next((item for item in plan.options if item.role == "needling"), plan.options[0])
    name = option.treatment.mid_sentence
    if option.kind == "visits" and option.had is not None:
        last = option.steps[-1].day if option.steps else option.had.last
        said = [
            say(
                "plan-answer-open-begun",
                treatment=name,
                had=option.had.visits,
                left=len(option.steps),
                last=weekday(last, locale),
            )
        ]
    elif option.steps and option.done is not None:
        last = option.steps[-1].day
        said = [
            say(
                "plan-answer-open",
                first=weekday(option.steps[0].day, locale),
                treatment=name,
                last=weekday(last, locale),
                count=len(option.steps),
            )
        ]
    elif option.kind in ("home", "impossible"):
        said = [sentence(say(f"plan-answer-open-{option.kind}", treatment=name))]
    elif option.kind == "nothing":
        said = [say("plan-nothing")]
    else:
        said = [say("plan-answer-open-unknown", treatment=name)]
    if option.kind in ("visits", "home"):
        result = option.result
        said.append(
            say("plan-answer-result-none")
            if result is None
            else say("plan-answer-result", day=weekday(result.usual, locale))
        )
    return said


def answer_lines(plan: Plan, locale: str) -> list[str]:
    """The answer on top of the page, then what it means, a paragraph each."""
    if plan.wishes.event is not None:
        means = f"{say('plan-answer-means', group=plan.concern.group)} {say('plan-answer-caution')}"
        return [answer_sentence(plan, locale), means]
    first, *more = open_sentences(plan, locale)
    return [first, *([" ".join(more)] if more else []), say("plan-answer-caution")]


def waiting_lines(plan: Plan, waiting: Mapping[str, date | None], lines: list[str], locale: str) -> list[str]:
    """The answer once something told speaks against options now: that comes first.

    `waiting` are their treatment ids, each with the day from which its dates count, None where none is known on which
    the wait ends; `lines` what would stand on top otherwise.
    """
    by_day: dict[date | None, list[str]] = {}
    for option in plan.options:
        name = option.treatment.treatment_id
        if name in waiting:
            by_day.setdefault(waiting[name], []).append(option.treatment.mid_sentence)
    told = []
    for start, names in by_day.items():
        first = max(start or plan.wishes.start, plan.wishes.start)
        ends = "unknown" if start is None else "known"
        told.append(say(f"plan-answer-waiting-{ends}", names=join_list(names), day=weekday(first, locale)))
        if start is None:
            told.append(say("plan-answer-waiting-dates", day=weekday(first, locale)))
    return [*told, *lines]


def set_aside(plan: Plan, asked: Wishes, locale: str) -> list[str]:
    """A sentence for each wish that could not be used as it was given."""
    lines = []
    if plan.start_was_past:
        lines.append(say("plan-note-past-start"))
    if plan.past_event is not None:
        lines.append(say("plan-note-past-event", day=weekday(plan.past_event, locale)))
    if plan.wishes.event is not None and plan.wishes.event < plan.wishes.start and asked.start >= plan.today:
        lines.append(say("plan-note-event-before"))
    return lines


def free_days(plan: Plan, locale: str) -> str:
    """The days kept free, one after another; empty without any."""
    ends = [(weekday(kept.first, locale), weekday(kept.last, locale)) for kept in plan.wishes.away]
    return "; ".join(first if first == last else f"{first} – {last}" for first, last in ends)


def visit_lines(plan: Plan, option: OptionPlan, locale: str) -> list[str]:
    """Each planned visit: its day, and when its marks are usually gone and at the latest."""
    group = plan.concern.group
    lines = []
    for step in option.steps:
        clear = "none"
        if step.usually_clear is not None and step.clear_at_latest is not None:
            one = step.usually_clear == step.clear_at_latest
            clear = say(
                f"plan-list-clear-{'one-' if one else ''}{group}",
                usual=day(step.usually_clear, locale),
                longest=day(step.clear_at_latest, locale),
            )
        lines.append(say("plan-list-visit", day=weekday(step.day, locale), clear=clear))
    return lines


def used_sentence(plan: Plan, locale: str) -> str:
    """What was asked for, in one line: the first day, weekdays, days kept free, own numbers."""
    wishes = plan.wishes
    parts = [say("plan-used-start", day=weekday(wishes.start, locale))]
    if wishes.weekdays:
        parts.append(
            say("plan-used-weekdays", days=join_list([say(f"plan-weekday-{number}") for number in wishes.weekdays]))
        )
    if wishes.away:
        parts.append(say("plan-used-away", count=len(wishes.away)))
    if wishes.own:
        parts.append(say("plan-used-own"))
    if not wishes.vary:
        parts.append(say("plan-used-fixed"))
    return say("plan-used", parts=", ".join(parts))


def verdict_sentence(plan: Plan, option: OptionPlan, locale: str) -> str:
    """One option's answer for the event with both sides of the chance; empty without an event."""
    if plan.wishes.event is None or option.verdict == "none":
        return ""
    text = say(
        "plan-verdict-sentence", day=weekday(plan.wishes.event, locale), verdict=say(f"plan-verdict-{option.verdict}")
    )
    if option.chance is None or option.chance.ready is None:
        return text
    return f"{text} {sentence(say('plan-of-100', yes=option.chance.ready, no=100 - option.chance.ready))}"


def reason(plan: Plan, option: OptionPlan) -> str:
    """Why an option has no dates, and what would help."""
    group = plan.concern.group
    if option.kind == "impossible":
        clear = 0 if option.marked is None else math.ceil(option.marked.high)
        tight = "yes" if plan.wishes.weekdays or plan.wishes.away else "no"
        return say("plan-impossible", visits=option.visits or 0, days=clear, tight=tight)
    return say(f"plan-gap-{option.gaps[0]}", group=group) if option.gaps else say("plan-nothing")


def warnings(plan: Plan, option: OptionPlan) -> list[str]:
    """What to know about the numbers used: beyond what was studied, or known from one figure only."""
    lines = [_warning(option, warned) for warned in option.warned]
    if (plan.wishes.away or plan.wishes.event) and option.kind == "visits" and option.marked is None:
        lines.append(say("plan-warned-free_unsure", group=plan.concern.group))
    return lines


def _warning(option: OptionPlan, warned: Warned) -> str:
    found = option.course
    if warned in ("more_visits", "fewer_visits", "single") and found is not None and found.visits is not None:
        visits = found.visits
        return say(f"plan-warned-{warned}", range=span(visits.low, visits.high), high=number(visits.high))
    if warned in ("closer", "farther") and found is not None and found.interval_weeks is not None:
        apart = found.interval_weeks
        return say(f"plan-warned-{warned}", range=span(int(apart.low * 7), -int(-apart.high * 7 // 1)))
    return say(f"plan-warned-{warned}")


def _time(low: float, high: float) -> str:
    if high < _HOURS_FROM:
        return say("plan-minutes", number=span(low, high))
    if low < _HOUR:
        hours = say("plan-hours", number=number(high / _HOUR), count=2)
        return say("figure-from-to", low=say("plan-minutes", number=number(low)), high=hours)
    return say("plan-hours", number=span(low / _HOUR, high / _HOUR), count=2)


def chair_text(chair: Chair) -> str:
    """Time in the chair for the whole course: `30–60 minutes`, `2–4 hours`, `up to 45 minutes`."""
    return say("plan-chair-time", known=chair.known, time=_time(chair.whole.low, chair.whole.high))


def visit_text(chair: Chair) -> str:
    """How long one visit takes and how it is numbed, and whose words these are where that matters."""
    time = say("plan-chair-time", known=chair.known, time=_time(chair.visit.low, chair.visit.high))
    parts = [say("plan-ics-time", time=time)]
    if chair.numbing:
        parts.append(say("plan-ics-numbing", how=chair.numbing))
    if chair_basis(chair):
        parts.append(sentence(chair_basis(chair)))
    return " ".join(parts)


def chair_basis(chair: Chair) -> str:
    """The words for minutes that rest on clinics, wholly or in part; empty for anything stronger."""
    if chair.mixed:
        return say("plan-chair-mixed")
    return say("basis-clinics") if chair.visit.basis == "clinics" else ""


def _varies(plan: Plan, option: OptionPlan) -> list[str]:
    """The ranges of the drawn courses, beside the range of weeks that stands with the result."""
    figures = option.figures
    if figures is None:
        return []
    parts = [
        say(f"plan-list-varies-{name}", number=span(found.low, found.high))
        for name, found in (
            ("visits", figures.visits),
            ("apart", figures.apart),
            (f"marked_{plan.concern.group}", figures.marked),
        )
        if found is not None and found.low < found.high
    ]
    stretched = (plan.wishes.weekdays or plan.wishes.away) and figures.weeks is not None and (option.visits or 1) > 1
    return [say("plan-list-varies", parts=join_list(parts), stretched="yes" if stretched else "no")] if parts else []


def arithmetic(plan: Plan, option: OptionPlan, locale: str) -> list[str]:
    """How an option's dates come about, sentence by sentence, in numbers a person can check by hand; never empty."""
    group = plan.concern.group
    if not option.steps and option.result is None:
        return [reason(plan, option)]
    lines = [say("plan-home")] if option.kind == "home" else []
    if option.steps:
        lines = [say("plan-list-rule", visits=len(option.steps), apart=option.apart or 0)]
        numbers = plan.wishes.numbers(option.treatment.treatment_id)
        if (numbers.visits or numbers.apart) and option.usual_visits and option.usual_apart:
            lines.append(say("plan-list-own", visits=option.usual_visits, apart=option.usual_apart))
        lines += _varies(plan, option)
    found = option.result
    if found is None:
        return [*lines, *(say(f"plan-gap-{gap}", group=group) for gap in option.gaps)]
    first = option.first or plan.wishes.start
    kind = "-home" if option.kind == "home" else "-one" if found.weeks.low == found.weeks.high else ""
    lines.append(
        say(
            f"plan-list-result{kind}",
            first=day(first, locale),
            weeks=number(found.weeks.typical),
            later=found.later_by,
            day=day(found.usual, locale),
            low=number(found.weeks.low),
            high=number(found.weeks.high),
            **{"from": day(found.first, locale), "to": day(found.last, locale)},
        )
    )
    if found.later_by:
        lines.append(say("plan-list-longer", later=found.later_by))
    if option.steps and option.steps[-1].day in (found.first, found.usual, found.last):
        lines.append(say("plan-list-result-last"))
    usual, longest = found.usual, found.last
    if option.steps:
        last = option.steps[-1]
        if last.usually_clear is None or last.clear_at_latest is None:
            return lines
        usual, longest = max(usual, last.usually_clear), max(longest, last.clear_at_latest)
    apart = (plan.wishes.event - usual).days if plan.wishes.event is not None else None
    side = "none" if apart is None else "same" if apart == 0 else "before" if apart > 0 else "after"
    lines.append(
        say(
            "plan-list-ready",
            day=weekday(usual, locale),
            side=side,
            days=abs(apart or 0),
            longest=weekday(longest, locale),
        )
    )
    return lines
