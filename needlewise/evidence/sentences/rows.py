"""What one row of the tables says, in the source's own numbers, for the reader who checks."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from needlewise.evidence.model import advice as a
from needlewise.evidence.model import rows as r
from needlewise.evidence.model.row import Row
from needlewise.evidence.rules.review import month_words
from needlewise.evidence.sentences.statements import published
from needlewise.words import dates, number, say, span, thousands


def source_facts(source: r.Source, *, dated: bool = True) -> str:
    """Year (unless it stands elsewhere), kind of study, number of studies and people, and what it rests on."""
    parts = [str(source.year)] if dated and source.year else []
    parts.append(say(f"design-{source.design}"))
    if source.n_studies and source.n_studies > 1:
        parts.append(say("answer-studies", studies=source.n_studies))
    if source.n_people:
        parts.append(say("answer-people", people=thousands(source.n_people), count=source.n_people))
    parts.append(say(f"rests-{source.basis}"))
    return " · ".join(parts)


def people_counted(effect: r.Effect) -> str:
    """The people behind one finding, else those of the whole review and that it is so; empty where neither is known."""
    if effect.people:
        return say("answer-people", people=thousands(effect.people), count=effect.people)
    if not effect.n_people:
        return ""
    people = say("answer-people", people=thousands(effect.n_people), count=effect.n_people)
    return say("answer-whole-review", counts=people)


def when(text: str) -> str:
    """`2025-10-15` as `15 Oct 2025`, `2025-10` as `October 2025`, a year as it is.

    An empty text as "date not stated".
    """
    if len(text) == len("2025-10-15"):
        return dates.day(date.fromisoformat(text))
    return month_words(date.fromisoformat(f"{text}-01")) if "-" in text else text or say("row-date-none")


def row_words(row: Row) -> str:
    """What one row says, in the source's own numbers, for the reader who checks.

    What it leaves out is said to be missing.
    """
    tell = _TELL.get(type(row))
    text = tell(row) if tell is not None else ""
    return text[:1].upper() + text[1:]


def _effect(row: r.Effect) -> str:
    counted = people_counted(row)
    return f"{row.outcome_label}: {published(row)}" + (f"; {counted}" if counted else "")


def _protocol(row: r.Protocol) -> str:
    parts = []
    for part, unit in (
        ("sessions", "row-visits"),
        ("interval_weeks", "row-interval"),
        ("weeks_to_result", "row-result"),
    ):
        ends = [getattr(row, f"{part}{end}", None) for end in ("_low", "_typical", "_high")]
        if known := [value for value in ends if value is not None]:
            parts.append(say(unit, value=span(min(known), max(known)), count=_amount(min(known), max(known))))
    if row.followed_weeks is not None:
        parts.append(say("row-followed", value=number(row.followed_weeks), count=row.followed_weeks))
    return "; ".join(parts) or say("row-none")


def _recovery(row: r.Recovery) -> str:
    days = _between(row.day_low, row.day_typical, row.day_high)
    milestone = say(f"milestone-{row.milestone}")
    known = [day for day in (row.day_low, row.day_typical, row.day_high) if day is not None]
    if not known:
        return say("row-days-none", milestone=milestone)
    if not any(known):
        return say("row-days-same", milestone=milestone)
    return say("row-days", value=days, count=_amount(min(known), max(known)), milestone=milestone)


def _risk(row: r.Risk) -> str:
    unit = say(f"per-{row.per}")
    rate = "" if row.per_100 is None else say("row-rate", value=number(row.per_100), unit=unit)
    if row.relation == "upper_bound" and row.per_100_high is not None:
        rate = say("row-rate", value=say("row-up-to", value=number(row.per_100_high)), unit=unit)
    counted = f" ({row.events} / {thousands(row.n)})" if row.events is not None and row.n else ""
    text = f"{row.harm_label}; {row.population}: {rate}{counted}".rstrip(": ")
    beside = row.comparator_per_100
    more = (
        "" if beside is None else say("row-beside", words=row.comparator_words, value=number(beside)),
        say("rate-lasts", words=row.lasts) if row.lasts else "",
        say("rate-prevention", words=row.prevention) if row.prevention else "",
    )
    return "; ".join([text, *(part for part in more if part)])


def _natural_course(row: r.NaturalCourse) -> str:
    mean = say("row-mean-none") if row.mean is None else say("row-mean", mean=number(row.mean))
    time = say("shares-time-unknown") if row.weeks is None else say("row-weeks", weeks=number(row.weeks))
    return say("row-natural", mean=mean, scale=row.scale, when=time)


def _appointment(row: r.Appointment) -> str:
    minutes = _between(row.minutes_low, None, row.minutes_high)
    parts = [say("row-minutes", value=minutes)] if minutes else []
    if row.anaesthesia == "none":
        parts.append(say("row-numbing-none"))
    elif row.anaesthesia not in ("", "not found"):
        parts.append(say("row-numbing", words=row.anaesthesia))
    return "; ".join(parts) or say("row-none")


def _pain_score(row: r.PainScore) -> str:
    score = _between(row.score_low, row.score, row.score_high)
    parts = [say("row-score", value=score)]
    if row.people is not None:
        parts.append(say("answer-people", people=thousands(row.people), count=row.people))
    if row.visits is not None:
        parts.append(say("pain-visits", visits=thousands(row.visits)))
    if row.site:
        parts.append(row.site)
    return "; ".join(parts)


def _aftercare(row: r.Aftercare) -> str:
    if row.until_day is None:
        return row.instruction
    return say("plan-care-until", instruction=row.instruction, days=round(row.until_day))


def _cost(row: r.Cost) -> str:
    fee = _between(row.fee_low, row.fee_typical, row.fee_high, write=lambda value: f"{value:,g}")
    if not fee:
        return say("row-fee-none")
    country = row.country or say("row-country-none")
    year = str(row.year) if row.year else say("row-year-none")
    return say("row-fee", fee=fee, currency=row.currency, country=country, year=year)


def _regulator(row: r.RegulatorStatus) -> str:
    return say("row-regulator", country=row.country, date=when(row.date), status=row.status)


def _recommendation(row: a.Recommendation) -> str:
    year = str(row.year) if row.year else say("row-year-none")
    strength = say(f"guideline-{row.recommendation}")
    return say("row-recommendation", body=row.body, year=year, strength=strength, words=row.words)


def _after_sign(row: a.AfterSign) -> str:
    action, basis = say(f"after-action-{row.action}"), say(f"after-basis-{row.basis}")
    return say("row-after_sign", sign=row.sign, action=action, basis=basis)


def _dated_caution(row: a.DatedCaution) -> str:
    advice, basis = say(f"caution-advice-{row.advice}"), say(f"caution-basis-{row.basis}")
    return say("row-dated_caution", detail=row.detail, advice=advice, reason=row.reason, basis=basis)


def _difference(row: r.SmallestDifference) -> str:
    points = number(row.difference) if row.difference is not None else say("not-given")
    words = [part for part in row.scale.split("_") if not part.isdigit()]
    measured = say(f"outcome-{row.outcome}") if row.outcome else " ".join(words)
    return say("row-difference", applies=row.applies, difference=points, unit=row.unit, measured=measured)


# What each kind of row says. A source says what it found; a change, an option and the like never stand on a card.
_TELL: dict[type[Row], Callable[[Any], str]] = {
    r.Effect: _effect,
    r.Protocol: _protocol,
    r.Recovery: _recovery,
    r.Risk: _risk,
    r.NaturalCourse: _natural_course,
    r.Appointment: _appointment,
    r.PainScore: _pain_score,
    r.Aftercare: _aftercare,
    r.Cost: _cost,
    r.RegulatorStatus: _regulator,
    r.SmallestDifference: _difference,
    a.Recommendation: _recommendation,
    a.AfterSign: _after_sign,
    a.DatedCaution: _dated_caution,
    a.Question: lambda row: row.question,
    r.Source: lambda row: row.summary,
    r.Concern: lambda row: row.what_it_is,
    r.Treatment: lambda row: row.what_happens or row.name,
    r.Caution: lambda row: row.reason,
    r.Claim: lambda row: row.why,
    r.RedFlag: lambda row: row.sign,
    r.Threshold: lambda row: say("row-threshold", value=f"{row.value:g}", unit=row.unit, meaning=row.meaning),
}


def _amount(low: float, high: float) -> float:
    """The figure that decides between one and many: a range counts as many."""
    return high if low == high else max(high, 2)


def _between(
    low: float | None, typical: float | None, high: float | None, *, write: Callable[[float], str] = number
) -> str:
    """`3–5`, `from 3` or `up to 5` where only that end is known, one figure where there is one; empty for none."""
    known = [value for value in (low, typical, high) if value is not None]
    if not known:
        return ""
    if len(known) == 1 and typical is None:
        return say("row-from" if high is None else "row-up-to", value=write(known[0]))
    first, last = write(min(known)), write(max(known))
    return first if first == last else f"{first}–{last}"
