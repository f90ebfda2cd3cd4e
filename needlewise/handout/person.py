"""What the paper says of one person: the plan, what matters, cautions, skin tone, the contact."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from needlewise.clinic.settings import Clinic
from needlewise.decision.compare.questions import skin_note
from needlewise.decision.plan.course_lines import course_lines
from needlewise.decision.plan.model import OptionPlan
from needlewise.decision.plan.model import Plan as Calendar
from needlewise.decision.plan.words import (
    answer_sentence,
    arithmetic,
    open_sentences,
    used_sentence,
    verdict_sentence,
    warnings,
)
from needlewise.decision.priorities.words import criterion_name, fit_table, highest_fit, places_sentence
from needlewise.decision.shared.options import OptionRow
from needlewise.decision.shared.phrases import names_at_start
from needlewise.decision.shared.rates import rate_text, sure_words
from needlewise.decision.suitability import ANSWERS, Advice, Reason, skin_rates
from needlewise.decision.suitability_words import told_of, wait_words
from needlewise.evidence.model.rows import Treatment
from needlewise.evidence.rules.rates import tone_harms
from needlewise.handout.citations import BETWEEN, Citations
from needlewise.handout.model import PaperCautions, PaperDates, PaperLine, PaperPlan, PaperPriorities, Weighed
from needlewise.words import dates, join_list, number, say, sentence

# Visits named one by one; longer courses name the first and the last.
_VISITS_NAMED = 8


# Conditions named in a question; more are counted, for they stand under the cautions.
CONDITIONS_NAMED = 3


def paper_plan(sources: Citations, plan: Calendar, locale: str) -> PaperPlan:
    """The plan in its own words: what was asked for, what it comes to, and each option's dates with the arithmetic."""
    lines = [answer_sentence(plan, locale)] if plan.wishes.event is not None else open_sentences(plan, locale)
    lines += [say("plan-answer-caution"), used_sentence(plan, locale)]
    return PaperPlan(
        tuple(lines),
        tuple(_dates(sources, plan, option, locale) for option in plan.options if option.kind != "nothing"),
    )


def _dates(sources: Citations, plan: Calendar, option: OptionPlan, locale: str) -> PaperDates:
    texts = [verdict_sentence(plan, option, locale)]
    days = [dates.day(step.day, locale) for step in option.steps]
    if len(days) > _VISITS_NAMED:
        texts.append(say("take_home-plan-many", count=len(days), first=days[0], last=days[-1]))
    elif days:
        texts.append(say("take_home-plan-visits", days=join_list(days)))
    told = {line.about: line.text for line in course_lines(sources.evidence, plan, option, locale)}
    texts += [told[about] for about in ("begun", "late", "stop", "gap", "package") if about in told]
    # The steps of the sum stand on the page; the paper keeps what they come to.
    steps = arithmetic(plan, option, locale)
    texts += [*(steps[-1:] if option.steps and option.result is not None else steps), *warnings(plan, option)]
    kept = [text for text in texts if text]
    lines = [PaperLine(text) for text in kept[:-1]] + [sources.line(text, option.refs) for text in kept[-1:]]
    return PaperDates(option.treatment.name, option.treatment.family, tuple(lines))


def paper_priorities(group: str, weighed: Weighed) -> PaperPriorities:
    """What was said, then the fits as the page shows them."""
    said = []
    for criterion_id, points in weighed.said:
        name = criterion_name(criterion_id, group, weighed.own_name)
        said.append(
            say("take_home-said-drawn", name=name)
            if points is None
            else say("take_home-said", name=name, points=number(points))
        )
    apart = tuple(say("take_home-apart", name=name) for name in weighed.apart)
    result = weighed.result
    if result is None:
        return PaperPriorities(tuple(said), (), (), (), apart)
    told = (highest_fit(result), weighed.nothing, places_sentence(result), say("priorities-fit-not-choice"))
    lines = tuple(line for line in told if line)
    table = fit_table(result)
    return PaperPriorities(tuple(said), lines, table.head, table.rows, apart)


def contact_lines(clinic: Clinic) -> str:
    """Every way to reach the clinic, in one line."""
    ways = (
        clinic.contact.phone,
        clinic.contact.website.removeprefix("https://").rstrip("/"),
        clinic.contact.email,
        clinic.contact.address,
    )
    return " · ".join(way for way in ways if way)


def paper_cautions(
    sources: Citations, advised: tuple[Advice, ...], skin: tuple[PaperLine, ...], locale: str = dates.FALLBACK
) -> PaperCautions | None:
    """Reasons with the same words become one line, the most careful answers first. Only what was told is printed."""
    told = tuple(advice.told for advice in advised)
    treated = [advice for advice in told if advice.treatment.family != "nothing"]
    if not treated:
        return None
    answers = []
    for answer in ANSWERS:
        names = [advice.treatment.mid_sentence for advice in treated if advice.answer == answer]
        if names:
            word = say("suitability-unknown-title" if answer == "unknown" else f"suitability-{answer}")
            answers.append(say("take_home-caution-answer", answer=word, names=join_list(names)))
    found = tuple(_reasons(sources, treated, locale))
    return PaperCautions(tuple(answers), tuple(line for _, line in found), tuple(about for about, _ in found), skin)


def paper_stops(advised: tuple[Advice, ...], locale: str = dates.FALLBACK) -> tuple[PaperLine, ...]:
    """Which options to leave for now, until when and because of what; why stands under the cautions."""
    found: dict[tuple[date | None, str], list[Treatment]] = {}
    for advice in advised:
        told = advice.told
        if told.answer == "not_now":
            about = ". ".join(dict.fromkeys(told_of(reason, locale) for reason in told.stops))
            found.setdefault((told.until, about), []).append(told.treatment)
    lines = []
    for (until, about), treatments in found.items():
        names = names_at_start(treatments)
        text = say("stops-now", names=names)
        if until is not None:
            text = say("stops-until", names=names, day=dates.day(until, locale))
        lines.append(PaperLine(text, sentence(about)))
    return tuple(lines)


def _reasons(sources: Citations, treated: list[Advice], locale: str) -> Iterator[tuple[str, PaperLine]]:
    """What is known of each condition in one line, then what nothing is known of; each with what it is about."""
    told: dict[str, dict[Reason, list[str]]] = {}
    unknown: dict[str, tuple[str, list[str]]] = {}
    for advice in treated:
        for reason in advice.reasons:
            name = advice.treatment.mid_sentence
            if reason.answer == "unknown" and reason.condition:
                unknown.setdefault(reason.condition, (told_of(reason, locale), []))[1].append(name)
                continue
            named = say("take_home-as-with", name=name, part=reason.part) if reason.part else name
            told.setdefault(reason.condition, {}).setdefault(replace(reason, part=""), []).append(named)
    for condition, found in sorted(told.items(), key=lambda item: _careful(item[1])):
        ordered = sorted(found.items(), key=lambda item: _careful(item[:1]))
        # The day of a birth belongs to the person, not to an option: told once, after the last that it stands for.
        births = [reason for reason, _ in ordered if reason.birth is not None]
        parts = [
            _reason(reason, names, locale, waits=reason.birth is None or reason is births[-1])
            for reason, names in ordered
        ]
        about = told_of(next(iter(found)), locale) if condition else ""
        refs = tuple(dict.fromkeys(ref for reason in found for ref in reason.refs))
        yield about, sources.line(" ".join([*([f"{about}."] if about else []), *parts]), refs, known=bool(refs))
    if unknown:
        by_names: dict[tuple[str, ...], list[str]] = {}
        for said, names in unknown.values():
            by_names.setdefault(tuple(names), []).append(said)
        groups = [
            say(
                "take_home-caution-reason",
                names=say("take_home-caution-all") if len(names) == len(treated) > 1 else _start(names),
                reason=sentence(BETWEEN.join(conditions)),
            )
            for names, conditions in by_names.items()
        ]
        about = BETWEEN.join(said for said, _ in unknown.values())
        yield about, sources.line(" ".join([sentence(say("suitability-unknown-title")), *groups]), known=False)


def _careful(reasons: Iterable[Reason]) -> int:
    """How careful the most careful of some reasons is; 0 is the most careful."""
    return min(ANSWERS.index(reason.answer) for reason in reasons)


def _reason(reason: Reason, names: list[str], locale: str, *, waits: bool = True) -> str:
    text = sentence(reason.text)
    if reason.weak:
        text = say("take_home-caution-weak", reason=text.rstrip("."))
    if waits and (wait := wait_words(reason, locale)):
        text = f"{text} {wait}"
    if reason.otherwise:
        text = f"{text} {say('suitability-otherwise', text=sentence(reason.otherwise))}"
    return say("take_home-caution-reason", names=_start(names), reason=text)


def _start(names: Iterable[str]) -> str:
    """Names as they stand at the start of a sentence."""
    return sentence(join_list(list(names))).rstrip(".")


def skin_lines(
    sources: Citations, concern_id: str, rows: tuple[OptionRow, ...], skin_type: int | None
) -> tuple[PaperLine, ...]:
    """Dark and light marks for the skin type told; empty when none was told."""
    if skin_type is None:
        return ()
    lines = []
    for row in rows:
        for item in (
            skin_rates(sources.evidence, row.treatment.treatment_id, concern_id, skin_type)
            if row.role != "nothing"
            else ()
        ):
            if item.rate.harm in tone_harms(sources.evidence):
                harm = say(f"harm-{item.rate.harm}").lower()
                text = say(
                    "take_home-skin-line",
                    treatment=row.treatment.name,
                    harm=harm,
                    rate=rate_text(sources.evidence, item.rate),
                    studied=f"{skin_note(item)}; {sure_words(sources.evidence, item.rate)}",
                )
                lines.append(sources.line(text, item.rate.refs, "rates"))
    return tuple(lines)
