"""The rate of an unwanted effect in words, and the one that stands for an option.

Every rate says how many studies counted how many people, visits or other things. Where one study, or few people,
were counted, they are told themselves, never of 100.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from needlewise.decision.shared.figure import Figure
from needlewise.decision.shared.phrases import skin_types
from needlewise.evidence.model.rows import Risk
from needlewise.evidence.model.store import Evidence
from needlewise.evidence.model.vocabulary import DARK_MARKS
from needlewise.evidence.rules.rates import Cohort, Count, Rate, nought_ceiling, rate_certainty
from needlewise.evidence.sentences.statements import in_sentence, of_100
from needlewise.words import join_list, number, say, sentence, thousands


def rates_of(found: Iterable[Rate], harm: str) -> tuple[Rate, ...]:
    """The rates of one harm: of people first, then of visits."""
    return tuple(item for item in found if item.harm == harm)


def main_harm(evidence: Evidence, group: str, found: tuple[Rate, ...]) -> Rate | None:
    """The unwanted effect that stands for an option: dark marks for skin; for pain the first known of `main_for_pain`.

    For pain there is no one harm that all options share. Practitioners write down far fewer than people tell, so one
    that was only written down steps back behind one that was not, and where all were, the most frequent speaks: never
    the softest count. Where none of those in `harms.csv` has a rate, the most frequent of all.
    """
    if group == "skin":
        return next(iter(rates_of(found, DARK_MARKS)), None)
    main = (row.harm_id for row in evidence.harms.values() if row.main_for_pain)
    known = [item for harm in main for item in rates_of(found, harm)]
    first = next((item for item in known if how_asked(item) != "recorded"), None)
    return first or max(known or found, key=lambda item: item.high, default=None)


def how_asked(found: Rate) -> Literal["asked", "recorded", "unknown"]:
    """Whether people were asked, or practitioners wrote down what they noticed; unknown where no source says."""
    ways = {row.how_asked for row in found.rows}
    return ways.pop() if len(ways) == 1 else "unknown"


def asked_words(found: Rate) -> str:
    """`people were asked`; empty where no source says who was."""
    way = how_asked(found)
    return "" if way == "unknown" else say("rate-asked", way=way)


def harm_name(found: Rate) -> str:
    """What was counted, in the words of the studies where all of them counted the same; else the name of the harm."""
    labels = {row.harm_label for row in found.rows}
    return labels.pop() if len(labels) == 1 else say(f"harm-{found.harm}")


def qualifier(found: Rate) -> str:
    """What the name of the harm does not say of what was counted: `tram tracks from a hand roller`; else empty.

    Empty too where the studies counted different things: `highest` tells of one of them.
    """
    labels = {row.harm_label for row in found.rows}
    return _beyond_name(found.harm, labels.pop()) if len(labels) == 1 else ""


def _beyond_name(harm: str, label: str) -> str:
    name = say(f"harm-{harm}")
    plain = {
        name.lower(),
        harm.replace("_", " "),
        *(say(f"harm-label-plain-{end}", name=name).lower() for end in (1, 2)),
    }
    return "" if label.lower() in plain else in_sentence(label)


def seen_elsewhere(evidence: Evidence, found: Rate) -> str:
    """`in people treated for fine lines` when no study of the rate was of the concern itself; else empty."""
    nouns = [evidence.concerns[name].noun for name in found.elsewhere if name]
    return say("skin-elsewhere", nouns=join_list(nouns)) if nouns else ""


def count_words(count: Count, *, about: bool = False) -> str:
    """`36 people`, `490 visits`: a count is never told without its unit. `about` where it was worked out."""
    counted = say("rate-count", n=thousands(count.amount), count=count.amount, unit=count.unit)
    return say("rate-count-about", counted=counted) if about else counted


def rate_text(evidence: Evidence, found: Rate) -> str:
    """A rate, and beside it the shares of studies that do not say how many were asked (`Rate.unsized`)."""
    text = _counted_text(evidence, found)
    if not found.unsized:
        return text
    shares = sorted({row.per_100 or 0.0 for row in found.unsized})
    listed = join_list([of_100(share) for share in shares])
    return say("rate-unsized", text=text, shares=listed, studies=len(found.unsized), unit=found.unit)


def _counted_text(evidence: Evidence, found: Rate) -> str:
    """How often, among how many, in how many studies.

    None seen: with the rate that would still fit. One study, or few people: how many of how many. Two: from the lower
    to the higher of 100. More: the middle, and from the lowest to the highest.
    """
    studies = len(found.cohorts)
    if found.high == 0:
        return _none_seen(evidence, found)
    if _are_told_each(evidence, found):
        if studies == 1 or any(cohort.events is None for cohort in found.cohorts):
            return join_list([_one_group(cohort, pooled=_pooled(evidence, cohort.row)) for cohort in found.cohorts])
        groups = [
            say("rate-pair", events=number(cohort.events or 0), n=number(cohort.row.n or 0)) for cohort in found.cohorts
        ]
        return say("rate-groups", groups=join_list(groups), unit=found.unit, studies=studies)
    unit, among = found.unit, _among(found)
    base = _base(found.high)
    low, high = (_of(value, base) for value in (found.low, found.high))
    where = say("rate-base", base=thousands(base), unit=unit)
    if low == high:
        return say("rate-same", rate=low, where=where, among=among)
    if found.middle is None:
        return say("rate-between", low=low, high=high, where=where, among=among)
    return say("rate-about", middle=_of(found.middle, base), low=low, high=high, where=where, among=among)


# Of how many a rate is told: the first in which it is one or more, so that few never become none.
_BASES = (100, 1_000, 100_000, 1_000_000)


def _of(per_100: float, base: int) -> str:
    return of_100(per_100) if base == _BASES[0] else thousands(round(per_100 * base / 100))


def _base(per_100: float) -> int:
    return next((base for base in _BASES if per_100 * base / 100 >= 1), _BASES[-1] if per_100 else _BASES[0])


def _among(found: Rate) -> str:
    """`4 studies, 105 people`: in how many studies, among how many."""
    about = any(cohort.worked_out for cohort in found.cohorts)
    return say("rate-among", studies=len(found.cohorts), counted=count_words(found.total, about=about))


def _none_seen(evidence: Evidence, found: Rate) -> str:
    total, studies = found.total, len(found.cohorts)
    most = nought_ceiling(evidence, total)
    base = _base(most)
    where = say("rate-base", base=thousands(base), unit=found.unit)
    return say("harms-none-seen", counted=count_words(total), studies=studies, rate=_of(most, base), where=where)


def _pooled(evidence: Evidence, row: Risk) -> int:
    """Over how many trials a review pooled a figure; one where it does not say, or where these are not all of them.

    Nought for one trial, also where a review tells of it (`cohort`).
    """
    source = evidence.sources.get(row.source_ids[0])
    if source is None or source.design != "systematic_review" or row.cohort not in ("", source.source_id):
        return 0
    return source.n_studies or 1 if source.n_people == row.n else 1


def _one_group(cohort: Cohort, *, pooled: int = 0) -> str:
    """How many of how many in one study, or in the trials of one review.

    The printed rate where the number who had it is not told.
    """
    counted, told = (
        count_words(cohort.total, about=cohort.worked_out),
        ("none", "some")[pooled] if pooled < 2 else number(pooled),
    )
    if cohort.events is not None:
        return say("rate-one", events=thousands(cohort.events), counted=counted, pooled=told)
    base = _base(cohort.per_100)
    where = say("rate-base", base=thousands(base), unit=cohort.row.per)
    return say("rate-one-share", rate=_of(cohort.per_100, base), where=where, counted=counted, pooled=told)


def rate_notes(evidence: Evidence, found: Rate) -> tuple[str, ...]:
    """What must be read with a rate: the other side, the highest, how long, and how sure."""
    notes: list[str] = []
    if len(found.cohorts) == 1:
        row = found.cohorts[0].row
        notes += [beside(row), lasting_words(row), prevention_words(row), *_same_people(found.cohorts[0])]
    else:
        notes.append(highest(found) if found.low < found.high and not _are_told_each(evidence, found) else "")
        with_other = [cohort.row for cohort in found.cohorts if cohort.row.comparator_per_100 is not None]
        notes.append(beside(max(with_other, key=lambda row: row.n or 0), among="several") if with_other else "")
    notes.append(sure_words(evidence, found))
    return tuple(note for note in notes if note)


def _same_people(cohort: Cohort) -> list[str]:
    """What else was counted under this harm in the same people: another kind of it, or a later time."""
    return [
        say("rate-same-people", label=in_sentence(row.harm_label), rate=bare_words(Cohort(row)))
        for row in cohort.others
        if row.harm_label != cohort.row.harm_label and row.n
    ]


def bare_words(cohort: Cohort) -> str:
    """`12 of 13 people`; a rate of 100 where the source does not say how many had it."""
    if cohort.events is not None:
        return say("rate-pair", events=thousands(cohort.events), n=count_words(cohort.total, about=cohort.worked_out))
    return _one_group(cohort)


def _are_told_each(evidence: Evidence, found: Rate) -> bool:
    """True where each group is told by itself: one alone, or few people in all."""
    return len(found.cohorts) == 1 or found.is_few(evidence)


def sure_words(evidence: Evidence, found: Rate) -> str:
    """`low certainty`."""
    return say("glance-sure", level=say(f"certainty-short-{rate_certainty(evidence, found).level}").lower())


def lasting_words(row: Risk) -> str:
    """How long it lasted; empty where the source does not say."""
    return say("rate-lasts", words=row.lasts) if row.lasts else ""


def prevention_words(row: Risk) -> str:
    """What was done to prevent it; empty where the source does not say."""
    return say("rate-prevention", words=row.prevention) if row.prevention else ""


def beside(row: Risk, *, among: str = "one") -> str:
    """The rate on the other side of the same study: a dummy, or another treatment; empty where there was none."""
    if row.comparator_per_100 is None and not row.comparator_events:
        return ""
    if row.comparator_per_100 is None:
        rate = say("rate-in-all", counted=count_words(Count(row.comparator_events or 0, row.per)))
    elif row.comparator_events is not None and row.comparator_n:
        rate = say("rate-pair", events=thousands(row.comparator_events), n=thousands(row.comparator_n))
    else:
        base = _base(row.comparator_per_100)
        rate = say("rate-base-of", rate=_of(row.comparator_per_100, base), base=thousands(base))
    return say("rate-beside", words=row.comparator_words, rate=rate, among=among)


def highest(found: Rate) -> str:
    """The group with the highest rate and what sets it apart: its skin type, what was counted, what was done.

    Empty where the source tells nothing of it.
    """
    top = found.cohorts[-1]
    row = top.row
    parts = ["" if qualifier(found) else _beyond_name(found.harm, row.harm_label)]
    if row.fitz_low is not None:
        parts.append(say("rate-skin", types=skin_types(row.fitz_low, row.fitz_high or row.fitz_low)))
    parts += [lasting_words(row), prevention_words(row)]
    told = ", ".join(part for part in parts if part)
    return say("rate-highest", rate=bare_words(top), more=told) if told else ""


def rate_figure(evidence: Evidence, found: Rate, *notes: str) -> Figure:
    """A rate with its rows, and below it what must be read with it, after notes of the page's own."""
    below = (*(note for note in notes if note), *rate_notes(evidence, found))
    return Figure(rate_text(evidence, found), "; ".join(below), found.refs, "rates")


def reported_figure(risk: Risk) -> Figure:
    """A harm that was reported without a rate, with what exactly was reported."""
    label = _beyond_name(risk.harm, risk.harm_label)
    return Figure(say("harms-reported"), sentence(label).rstrip(".") if label else "", (f"risks:{risk.risk_id}",))


def reported_words(risk: Risk) -> str:
    """`also reported: raised scars on the neck`, beside a rate."""
    label = _beyond_name(risk.harm, risk.harm_label)
    return say("harms-reported-too", label=label or in_sentence(risk.harm_label))
