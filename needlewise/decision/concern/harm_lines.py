"""What can go wrong with an option, line by line: what was counted, in whom, and how often."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from needlewise.decision.shared.figure import Figure
from needlewise.decision.shared.harms import HarmGroup
from needlewise.decision.shared.phrases import ROMAN
from needlewise.decision.shared.rates import harm_name, rate_text, seen_elsewhere, serious_text
from needlewise.evidence.model.rows import Risk
from needlewise.evidence.model.store import Evidence
from needlewise.evidence.rules.rates import Rate
from needlewise.evidence.sentences.statements import in_sentence
from needlewise.words import join_list, say, sentence


@dataclass(frozen=True)
class HarmLine:
    """One effect.

    Attributes:
        name: what was counted.
        studied: the skin types and the people it was seen in, where they differ from the concern's; empty else.
        rate: how often, or that it is not known how often.
        is_later: it may wait behind a fold where room is short; never true of a serious effect.
    """

    name: str
    studied: str
    rate: Figure
    is_later: bool = False


@dataclass(frozen=True)
class OptionHarms:
    """All that can go wrong with one option.

    Attributes:
        group: the option, its rates and its warnings.
        rated: the effects with a rate, most frequent first, as everywhere.
        folded: the milder effects, and those that were reported without a rate: one sentence for each kind.
        count_folded: how many effects wait behind a fold where room is short.
        serious: what is rare but serious: with a rate, then in one line those that were reported without one.
    """

    group: HarmGroup
    rated: tuple[HarmLine, ...]
    folded: tuple[Figure, ...]
    count_folded: int
    serious: tuple[HarmLine, ...]


def harms_in_words(evidence: Evidence, groups: tuple[HarmGroup, ...]) -> tuple[OptionHarms, ...]:
    """What can go wrong with each option, in their order."""
    return tuple(
        OptionHarms(
            group,
            _rated(evidence, group),
            _folded(group),
            len(group.more) + len(group.milder) + len(group.listed),
            _serious(evidence, group),
        )
        for group in groups
    )


def any_serious(groups: tuple[HarmGroup, ...]) -> bool:
    """True when an option has an effect that is rare but serious, with a rate or without one."""
    return any(group.serious or group.unrated for group in groups)


def _rated(evidence: Evidence, group: HarmGroup) -> tuple[HarmLine, ...]:
    first = group.first
    return tuple(
        HarmLine(
            harm_name(item),
            _studied(evidence, item),
            Figure(rate_text(item), refs=item.refs, rule="rates"),
            item not in first,
        )
        for item in group.rates
    )


def _serious(evidence: Evidence, group: HarmGroup) -> tuple[HarmLine, ...]:
    lines = [
        HarmLine(
            harm_name(item),
            _studied(evidence, item),
            Figure(serious_text(item), refs=item.refs, rule="rates"),
        )
        for item in group.serious
    ]
    if group.unrated:
        names = sentence(_names(risk.harm_label for risk in group.unrated)).rstrip(".")
        lines.append(HarmLine(names, "", Figure(say("harms-unrated"), refs=_refs(group.unrated))))
    return tuple(lines)


def _folded(group: HarmGroup) -> tuple[Figure, ...]:
    lines = []
    if group.milder:
        names = _names(harm_name(item) for item in group.milder)
        refs = tuple(ref for item in group.milder for ref in item.refs)
        lines.append(Figure(say("harms-milder", names=names), refs=refs, rule="rates"))
    if group.listed:
        names = _names(risk.harm_label for risk in group.listed)
        lines.append(Figure(say("harms-listed", names=names), refs=_refs(group.listed)))
    return tuple(lines)


def _names(labels: Iterable[str]) -> str:
    return join_list([in_sentence(label) for label in labels])


def _refs(risks: tuple[Risk, ...]) -> tuple[str, ...]:
    return tuple(f"risks:{risk.risk_id}" for risk in risks)


def _studied(evidence: Evidence, item: Rate) -> str:
    """The skin types a rate was seen in, where the studies say, and of what the people were treated if not of this."""
    return "; ".join(text for text in (_skin_types(item), seen_elsewhere(evidence, item)) if text)


def _skin_types(item: Rate) -> str:
    types = [value for row in item.rows for value in (row.fitz_low, row.fitz_high) if value is not None]
    if not types:
        return ""
    return say("harms-skin-types", low=ROMAN[min(types) - 1], high=ROMAN[max(types) - 1])
