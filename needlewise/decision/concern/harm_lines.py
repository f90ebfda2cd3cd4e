"""What can go wrong with an option, line by line: what was counted, in whom, and how often."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from needlewise.decision.shared.figure import Figure
from needlewise.decision.shared.harms import HarmGroup
from needlewise.decision.shared.phrases import ROMAN
from needlewise.decision.shared.rates import harm_name, qualifier, rate_figure, reported_figure, seen_elsewhere
from needlewise.evidence.model.rows import Risk, Treatment
from needlewise.evidence.model.store import Evidence
from needlewise.evidence.rules.rates import Rate
from needlewise.evidence.sentences.statements import in_sentence
from needlewise.words import join_list, say, sentence


@dataclass(frozen=True)
class HarmLine:
    """One effect.

    Attributes:
        name: what it is.
        figures: how often, for people and then for visits, each with what must be read with it; or that it was
            reported without a rate.
        is_later: it may wait behind a fold where room is short; never true of more than a mild effect.
        is_unseen: it was counted, and nobody had it.
    """

    name: str
    figures: tuple[Figure, ...]
    is_later: bool = False
    is_unseen: bool = False


@dataclass(frozen=True)
class OptionHarms:
    """All that can go wrong with one option.

    Attributes:
        group: the option, its rates and its warnings.
        rated: the harms of the page's list that are known for it, in the order of the list.
        uncounted: the harms of the list that nobody counted or reported for it, in one sentence; empty without any.
        folded: the other effects: each with its rate, then in one sentence those that were reported without one.
        count_folded: how many effects wait behind a fold where room is short.
        serious: what else is rare but serious: with a rate, then in one line those that were reported without one.
    """

    group: HarmGroup
    rated: tuple[HarmLine, ...]
    uncounted: str
    folded: tuple[Figure, ...]
    count_folded: int
    serious: tuple[HarmLine, ...]


def harms_in_words(evidence: Evidence, groups: tuple[HarmGroup, ...]) -> tuple[OptionHarms, ...]:
    """What can go wrong with each option, in their order."""
    return tuple(
        OptionHarms(
            group,
            _rated(evidence, group),
            not_counted(group),
            _folded(evidence, group),
            sum(line.is_later for line in _rated(evidence, group)) + len(group.more) + len(group.listed),
            _serious(evidence, group),
        )
        for group in groups
    )


def any_serious(groups: tuple[HarmGroup, ...]) -> bool:
    """True when an option has an effect that is rare but serious, with a rate or without one."""
    return any(group.serious or group.unrated for group in groups)


def serious_lines(options: Iterable[OptionHarms], *, seen: bool) -> tuple[tuple[Treatment, HarmLine, bool], ...]:
    """What is rare but serious, line by line, or what was counted and nobody had.

    True in a line's third place: it is of the same option as the line before.
    """
    found: list[tuple[Treatment, HarmLine, bool]] = []
    for option in options:
        treatment = option.group.treatment
        for line in option.serious:
            if line.is_unseen != seen:
                found.append((treatment, line, bool(found) and found[-1][0] == treatment))
    return tuple(found)


def not_counted(group: HarmGroup) -> str:
    """`Not counted: burns and cold sores.` Empty where every harm of the list was counted or reported."""
    names = [in_sentence(say(f"harm-{answer.harm}")) for answer in group.answers if not answer.is_known]
    return say("harms-uncounted", names=join_list(names)) if names else ""


def _rated(evidence: Evidence, group: HarmGroup) -> tuple[HarmLine, ...]:
    lines = []
    light = 0
    for answer in group.answers:
        if not answer.is_known:
            continue
        light += answer.is_light
        figures = [harm_figure(evidence, item, with_name=True) for item in answer.rates]
        if answer.reported is not None:
            figures.append(reported_figure(answer.reported))
        lines.append(HarmLine(say(f"harm-{answer.harm}"), tuple(figures), answer.is_light and light > 1))
    return tuple(lines)


def harm_figure(evidence: Evidence, item: Rate, *, with_name: bool = False) -> Figure:
    """How often one harm came, with what must be read with it; `with_name` where the label says more than its kind."""
    return rate_figure(
        evidence, item, *([qualifier(item)] if with_name else []), _skin_types(item), seen_elsewhere(evidence, item)
    )


def _serious(evidence: Evidence, group: HarmGroup) -> tuple[HarmLine, ...]:
    lines = [
        HarmLine(harm_name(item), (harm_figure(evidence, item),), is_unseen=item.high == 0) for item in group.serious
    ]
    if group.unrated:
        names = sentence(_names(risk.harm_label for risk in group.unrated)).rstrip(".")
        lines.append(HarmLine(names, (Figure(say("harms-unrated"), refs=_refs(group.unrated)),)))
    return tuple(lines)


def _folded(evidence: Evidence, group: HarmGroup) -> tuple[Figure, ...]:
    lines = []
    for item in group.more:
        figure = harm_figure(evidence, item)
        text = say("harms-more", name=harm_name(item), rate=figure.text, note=figure.note)
        lines.append(Figure(text, refs=figure.refs, rule="rates"))
    if group.listed:
        names = _names(risk.harm_label for risk in group.listed)
        lines.append(Figure(say("harms-listed", names=names), refs=_refs(group.listed)))
    return tuple(lines)


def _names(labels: Iterable[str]) -> str:
    return join_list([in_sentence(label) for label in labels])


def _refs(risks: tuple[Risk, ...]) -> tuple[str, ...]:
    return tuple(f"risks:{risk.risk_id}" for risk in risks)


def _skin_types(item: Rate) -> str:
    """The skin types a rate was seen in, where the studies say."""
    types = [value for row in item.rows for value in (row.fitz_low, row.fitz_high) if value is not None]
    if not types:
        return ""
    return say("harms-skin-types", low=ROMAN[min(types) - 1], high=ROMAN[max(types) - 1])
