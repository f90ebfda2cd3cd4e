"""Which of some options darkened least in skin like the person's, and what a cream changed: one answer, not a hunt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from needlewise.decision.shared.figure import Figure
from needlewise.decision.shared.rates import bare_words, rate_text, sure_words
from needlewise.decision.suitability import skin_rates
from needlewise.evidence.model.store import Evidence
from needlewise.evidence.model.vocabulary import DARK_MARKS
from needlewise.evidence.rules.rates import Cohort, Rate, rate_range
from needlewise.evidence.sentences.harm_statements import contrasts
from needlewise.evidence.sentences.statements import Statement, in_sentence
from needlewise.words import capital, join_list, say


@dataclass(frozen=True)
class LeastDark:
    """The answer to "which of these darkens least on skin like mine?".

    Attributes:
        kind: `none` nobody was counted in such skin; `one` only one option was; `apart` one option had fewer dark
            marks, and no other could have had as few by chance; `some` several could, and others had more; `all` none
            can be told from the others.
        studied: the options counted in people with such skin, fewest dark marks first: treatment and rate.
        least: how many of them, from the first on, cannot be told from the first.
        direct: what studies found of their dark marks that set two of them against each other: more than rates of
            different studies can tell.
    """

    kind: Literal["none", "one", "apart", "some", "all"]
    studied: tuple[tuple[str, Rate], ...]
    least: int
    direct: tuple[Statement, ...] = ()


def _usual(found: Rate) -> float:
    return found.middle if found.middle is not None else (found.low + found.high) / 2


def least_dark(evidence: Evidence, concern_id: str, option_ids: Sequence[str], skin_type: int) -> LeastDark:
    """Among the options that counted people of this skin type, per person and for this concern.

    By the middle of the studies; `apart` only where the range of the least lies below that of every other.
    """
    found = []
    for name in option_ids:
        if evidence.treatments[name].family == "nothing":
            continue
        for item in skin_rates(evidence, name, concern_id, skin_type):
            rate = item.rate
            if rate.harm == DARK_MARKS and item.fits == "yes" and rate.unit == "person" and not rate.elsewhere:
                found.append((name, rate))
    found.sort(key=lambda one: (_usual(one[1]), one[0]))
    if len(found) < 2:
        return LeastDark("one" if found else "none", tuple(found), len(found))
    highest = rate_range(found[0][1])[1]
    found.sort(key=lambda one: rate_range(one[1])[0] > highest)  # a stable sort: those that overlap first
    least = sum(rate_range(rate)[0] <= highest for _, rate in found)
    studied = [name for name, _ in found]
    direct = tuple(
        one.said
        for one in contrasts(evidence, concern_id, studied)
        if one.outcome == DARK_MARKS and {one.treatment_id, one.comparator_id} <= set(studied)
    )
    return LeastDark("apart" if least == 1 else "all" if least == len(found) else "some", tuple(found), least, direct)


def least_dark_short(evidence: Evidence, answer: LeastDark) -> str:
    """Without figures: `Of the 3 options studied in skin like yours, microneedling darkened least`."""
    names = [evidence.treatments[name].mid_sentence for name, _ in answer.studied]
    if not names:
        return say("darkens-none")
    least, more = join_list(names[: answer.least]), join_list(names[answer.least :])
    return say(f"darkens-{answer.kind}", names=least, more=more, count=len(names), first=names[0])


def set_against(answer: LeastDark) -> tuple[str, ...]:
    """What studies found that set two of the options against each other, one sentence each."""
    return tuple(say("darkens-direct", text=in_sentence(said.text)) for said in answer.direct)


def least_dark_words(evidence: Evidence, answer: LeastDark) -> str:
    """The short answer, with what was found where two of the options were set against each other."""
    return " ".join([least_dark_short(evidence, answer), *set_against(answer)])


def least_dark_plain(evidence: Evidence, concern_id: str, answer: LeastDark) -> str:
    """The answer for who reads one line: by rates, and which had more where studies set two against each other."""
    groups: dict[tuple[str, str], list[str]] = {}
    for one in contrasts(evidence, concern_id, [name for name, _ in answer.studied]):
        if one.said in answer.direct and one.said.direction in ("worse", "better"):
            pair = (one.treatment_id, one.comparator_id)
            more, less = pair if one.said.direction == "worse" else pair[::-1]
            groups.setdefault((more, one.said.rating.level), []).append(
                say("darkens-direct-than", name=evidence.treatments[less].mid_sentence)
            )
    told = [
        say(
            "darkens-direct-plain",
            more=evidence.treatments[more].mid_sentence,
            less=join_list(less),
            sure=say(f"certainty-{level}").lower(),
        )
        for (more, level), less in groups.items()
    ]
    return " ".join([least_dark_short(evidence, answer), *told])


def least_dark_counts(evidence: Evidence, answer: LeastDark) -> tuple[str, ...]:
    """The figures behind it: what two set against each other gave, then the rate of each option, how sure each is."""
    return (*set_against(answer), *_rates(evidence, answer))


def least_dark_figure(evidence: Evidence, answer: LeastDark) -> Figure:
    """The answer with the rate of each option that was studied in such skin, and how sure it is."""
    refs = tuple(ref for _, rate in answer.studied for ref in rate.refs)
    refs = (*refs, *(ref for said in answer.direct for ref in said.refs))
    text = " ".join([least_dark_words(evidence, answer), *_rates(evidence, answer)])
    return Figure(text, refs=refs, rule="rates", known=bool(refs))


def _rates(evidence: Evidence, answer: LeastDark) -> list[str]:
    return [
        say(
            "darkens-rate",
            name=capital(evidence.treatments[name].mid_sentence),
            rate=rate_text(evidence, rate),
            sure=sure_words(evidence, rate),
        )
        for name, rate in answer.studied
    ]


def prevention_figures(evidence: Evidence, concern_id: str, option_ids: Sequence[str]) -> tuple[Figure, ...]:
    """What a cream changed, where one study counted dark marks in the same people with and without it."""
    found = []
    for name in option_ids:
        groups: dict[str, list[Cohort]] = {}
        for row in evidence.about(name).risks:
            usable = row.relation == "absolute" and row.n and row.checked and row.direct and not row.duplicate_of
            if usable and row.harm == DARK_MARKS and row.cohort and row.prevention and row.concern_id == concern_id:
                groups.setdefault(row.cohort, []).append(Cohort(row))
        for same in groups.values():
            if len({one.row.prevention for one in same}) > 1:
                told = [say("darkens-with", words=one.row.prevention, rate=bare_words(one)) for one in same]
                text = say("darkens-prevention", name=evidence.treatments[name].name, groups=join_list(told))
                refs = tuple(f"risks:{one.row.risk_id}" for one in same)
                found.append(Figure(text, refs=refs, rule="rates"))
    return tuple(found)
