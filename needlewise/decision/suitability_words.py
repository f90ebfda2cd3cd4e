"""What a person told on Right for me? and what it means for the options, in sentences."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from needlewise.decision.compare.choice import MOST
from needlewise.decision.shared.phrases import names_at_start, skin_types
from needlewise.decision.suitability import ANSWERS, Advice, Answer, Reason
from needlewise.decision.told import Answers, Detail
from needlewise.evidence.model.rows import Treatment
from needlewise.evidence.model.vocabulary import DARK_SKIN
from needlewise.evidence.rules.waits import months
from needlewise.evidence.sentences.statements import in_sentence
from needlewise.words import has, join_list, say, sentence
from needlewise.words.dates import FALLBACK, day


def told_words(told: Answers, *, skin: bool, locale: str = FALLBACK) -> str:
    """What was told; `skin` where skin tone was asked about."""
    names = [about(told.detail(name), locale) for name in _with_one_age(told.conditions)]
    if skin and told.skin_type is not None:
        names.insert(0, say("suitability-told-skin", types=skin_types(told.skin_type, told.skin_type)))
    if skin and told.unsure:
        names.insert(0, say("suitability-told-unsure"))
    text = say("suitability-ticked", names=join_list(names)) if names else say("suitability-ticked-none")
    return f"{text} {say('suitability-told-untold')}" if skin and told.untold else text


def _with_one_age(conditions: Sequence[str]) -> list[str]:
    """The conditions told; of an age that lies below several limits only the lowest."""
    ages = sorted((name for name in conditions if _UNDER.fullmatch(name)), key=lambda name: int(name.split("_")[1]))
    return [name for name in conditions if name not in ages[1:]]


_UNDER = re.compile(r"under_\d+")


def age_names(below: Sequence[int]) -> dict[int, str]:
    """The age bands, each by the age in years below which it lies; 0 is the oldest."""
    names = {}
    for place, age in enumerate(below):
        low, high = (below[place - 1] if place else 0), age - 1
        kind = "under" if not place else "one" if low == high else "span"
        names[age] = say(f"suitability-age-{kind}", age=age, low=low, high=high)
    return names | {0: say("suitability-age-from", age=below[-1])}


def wait_words(reason: Reason, locale: str = FALLBACK, *, here: bool = False) -> str:
    """How long to wait, or how long to leave something out around a visit; empty where no source gives a time.

    `here` is true on Right for me? itself, where the day is told on the same page.
    """
    if reason.answer == "not_now" and reason.until is not None:
        return say("suitability-until", day=day(reason.until, locale))
    if reason.answer == "not_now" and reason.wait_days:
        told = () if reason.detail is None else reason.detail.choices
        # Of what goes on now there is no day to tell.
        if told and not any(has(f"situation-day-{choice}") for choice in told):
            return longest_wait(reason)
        return f"{longest_wait(reason)} {say('suitability-wait-tell-here' if here else 'suitability-wait-tell')}"
    if reason.birth is not None:
        return say("suitability-birth", day=day(reason.birth, locale))
    if reason.pause is not None:
        before, after = (_days(*span) for span in (reason.pause.before, reason.pause.after))
        return say("suitability-pause", before=before, after=after)
    return ""


def longest_wait(reason: Reason) -> str:
    """The longest wait that a source asks for, and after what; empty where none is counted from an untold day."""
    if not reason.wait_days:
        return ""
    return say("suitability-wait-days", wait=_wait(reason.wait_days), start=say(f"wait-after-{reason.condition}"))


def _wait(days: int) -> str:
    """A wait as its source gives it: in months, weeks or days."""
    count = months(days)
    unit, number = ("days", days) if count is None else ("months", count)
    return say(f"wait-{unit}", count=number)


def _days(low: int, high: int) -> str:
    return say("suitability-pause-days", low="same" if low == high else low, high=high)


def about(detail: Detail, locale: str = FALLBACK) -> str:
    """A condition with what was told of it beside its tick: `Pregnant, week 30`."""
    name = say(f"condition-{detail.condition}")
    told = [say(f"situation-{choice}") for choice in detail.choices]
    if detail.week is not None:
        told.append(say("situation-told-week", week=detail.week))
    if detail.day is not None:
        told.append(say("situation-told-day", day=day(detail.day, locale)))
    if not told:
        return name
    words = ", ".join(told)
    if has(f"condition-told-{detail.condition}"):
        return say(f"condition-told-{detail.condition}", told=words)
    return say("condition-told", name=_short(name), told=words)


def told_of(reason: Reason, locale: str = FALLBACK) -> str:
    """What was told that a reason is about, with its day, week or choice."""
    return about(reason.detail or Detail(reason.condition), locale)


@dataclass(frozen=True)
class StopLine:
    """Options to leave for now for one and the same reason.

    Attributes:
        text: which options, and until when where a day ends it.
        why: what was told, and the rule with the ground it stands on.
    """

    text: str
    why: str
    refs: tuple[str, ...]


def stop_lines(advice: Sequence[Advice], locale: str = FALLBACK) -> tuple[StopLine, ...]:
    """What to leave for now, options with the same reasons together; in the order of the options."""
    groups: dict[tuple[object, ...], list[Advice]] = {}
    for item in advice:
        told = item.told
        if told.answer == "not_now":
            # Options that wait for the same thing by different rules are told apart: each has its own reason.
            key = (told.until, *((reason.condition, reason.words, wait_words(reason, locale)) for reason in told.stops))
            groups.setdefault(key, []).append(told)
    lines = []
    for found in groups.values():
        first = found[0]
        names = names_at_start([item.treatment for item in found])
        text = _leave(names, first.until, locale)
        parts = [
            (told_of(reason, locale), reason.words, "" if reason.until else wait_words(reason, locale))
            for reason in first.stops
        ]
        why = " ".join(" ".join(part for part in (f"{name}.", words, wait) if part) for name, words, wait in parts)
        lines.append(StopLine(text, why, tuple(ref for item in found for reason in item.stops for ref in reason.refs)))
    return tuple(lines)


def ask_lines(advice: Sequence[Advice], locale: str = FALLBACK) -> tuple[StopLine, ...]:
    """What to ask about first, by what was told: options with the same things to ask together, in their order."""
    groups: dict[tuple[str, ...], list[Advice]] = {}
    for item in advice:
        told = item.told
        if told.answer == "ask_first":
            mine = [told_of(reason, locale) for reason in told.reasons if reason.answer == "ask_first"]
            groups.setdefault(tuple(dict.fromkeys(mine)), []).append(told)
    lines = []
    for asked, found in groups.items():
        text = say("stops-ask", names=join_list([item.treatment.mid_sentence for item in found]))
        refs = tuple(ref for item in found for reason in item.reasons for ref in reason.refs)
        lines.append(StopLine(text, sentence("; ".join(asked)), refs))
    return tuple(lines)


def stop_names(advice: Sequence[Advice], locale: str = FALLBACK) -> tuple[str, ...]:
    """The options to leave for now, those until the same day together, and not why: for a wall that others may see."""
    groups: dict[date | None, list[Treatment]] = {}
    for item in advice:
        if item.told.answer == "not_now":
            groups.setdefault(item.told.until, []).append(item.treatment)
    return tuple(_leave(names_at_start(found), until, locale) for until, found in groups.items())


def _leave(names: str, until: date | None, locale: str) -> str:
    return say("stops-now", names=names) if until is None else say("stops-until", names=names, day=day(until, locale))


def in_brief(advice: Sequence[Advice], last: str) -> str:
    """What was told last and what that alone means: by name where the options are few, else counted.

    `last` is a condition, `DARK_SKIN` for the skin tone, or empty: then it is what everything told means.
    """
    treated = _treated(advice)
    answers = [_answer_to(item, last) if last else item.answer for item in treated]
    parts = []
    for answer in ANSWERS:
        mine = [item.treatment.mid_sentence for item, given in zip(treated, answers, strict=True) if given == answer]
        if mine and len(treated) <= MOST:
            parts.append(say(f"suitability-near-names-{answer}", names=join_list(mine)))
        elif mine:
            parts.append(say(f"suitability-near-{answer}", count=len(mine)))
    text = "; ".join(parts)
    if last:
        condition = say("suitability-skin-label") if last == DARK_SKIN else _short(say(f"condition-{last}"))
        text = say("suitability-near-of", condition=condition, list=in_sentence(text))
    return sentence(text)


def by_answer(advice: Sequence[Advice]) -> dict[Answer, str]:
    """The names of the options to leave for now and of those to ask about first.

    An answer of no option is not in it.
    """
    answers: tuple[Answer, ...] = ("not_now", "ask_first")
    named = {answer: [item.treatment for item in _treated(advice) if item.answer == answer] for answer in answers}
    return {answer: names_at_start(treatments) for answer, treatments in named.items() if treatments}


def _answer_to(item: Advice, condition: str) -> Answer:
    """What one thing told means for an option; where it speaks of nothing, nothing stands in the way."""
    return next((reason.answer for reason in item.reasons if reason.condition == condition), "go_ahead")


def _short(condition: str) -> str:
    """A condition without what explains it: that stands where it is ticked."""
    return re.sub(r" \([^)]*\)|,.*", "", condition)


def _treated(advice: Sequence[Advice]) -> list[Advice]:
    """All but doing nothing, of which there is nothing to ask."""
    return [item for item in advice if item.treatment.family != "nothing"]
