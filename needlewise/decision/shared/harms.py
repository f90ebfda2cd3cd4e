"""What can go wrong with each option of a concern: the same list of harms for all, in one order."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from needlewise.decision.regulators import RegulatorWarning, regulator_warnings
from needlewise.decision.shared.options import OptionRow
from needlewise.decision.shared.rates import rates_of
from needlewise.evidence.model.rows import Concern, Risk, Treatment
from needlewise.evidence.model.store import Evidence
from needlewise.evidence.rules.rates import Rate, can_happen, is_of_site, rates, uncounted


@dataclass(frozen=True)
class HarmAnswer:
    """What is known of one harm of the list for one option.

    `rates` are those of people, then of visits; `reported` a row that names the harm without a rate. Neither: it was
    not counted.
    """

    harm: str
    rates: tuple[Rate, ...]
    reported: Risk | None

    @property
    def is_known(self) -> bool:
        """False where nothing was counted or reported."""
        return bool(self.rates) or self.reported is not None

    @property
    def is_light(self) -> bool:
        """True where it was never more than mild."""
        rows = [row for rate in self.rates for row in rate.rows]
        rows += [] if self.reported is None else [self.reported]
        return all(row.seriousness == "minor" for row in rows)


@dataclass(frozen=True)
class HarmGroup:
    """What can go wrong with one option.

    Attributes:
        treatment: the option.
        answers: one for each harm of the page's list, the same harms in the same order for every option.
        more: the rates of other harms.
        serious: the rates of other harms that are serious and were seen in fewer than 1 of 100.
        unrated: other serious harms that were reported without a rate.
        listed: other harms that were reported without a rate.
        warnings: what regulators said of the treatment or of one inside it.
    """

    treatment: Treatment
    answers: tuple[HarmAnswer, ...]
    more: tuple[Rate, ...]
    serious: tuple[Rate, ...]
    unrated: tuple[Risk, ...]
    listed: tuple[Risk, ...]
    warnings: tuple[RegulatorWarning, ...]

    @property
    def rates(self) -> tuple[Rate, ...]:
        """Every rate that is told, each once."""
        return (*(rate for answer in self.answers for rate in answer.rates), *self.more, *self.serious)

    @property
    def is_known(self) -> bool:
        """False where no harm was counted or reported at all."""
        return bool(self.rates or self.unrated or self.listed or any(answer.is_known for answer in self.answers))


def harm_groups(evidence: Evidence, concern: Concern, options: tuple[OptionRow, ...]) -> tuple[HarmGroup, ...]:
    """What can go wrong with each option but doing nothing, in the order of the options."""
    treated = [row.treatment for row in options if row.role != "nothing"]
    found = {row.treatment_id: rates(evidence, row.treatment_id, concern.concern_id) for row in treated}
    reported = {row.treatment_id: _reported(evidence, concern, row) for row in treated}
    harms = _list_of(evidence, concern, (*found.values(),), (*reported.values(),))
    on_page = {row.treatment.mid_sentence for row in options}
    return tuple(
        _group(evidence, row, harms, found[row.treatment_id], reported[row.treatment_id], on_page) for row in treated
    )


def same_list(groups: Iterable[HarmGroup]) -> tuple[HarmGroup, ...]:
    """Some options of a page beside each other: the harms of the list that were counted or reported for any of them."""
    shown = tuple(groups)
    known = {answer.harm for group in shown for answer in group.answers if answer.is_known}
    return tuple(
        replace(group, answers=tuple(answer for answer in group.answers if answer.harm in known)) for group in shown
    )


def _list_of(
    evidence: Evidence, concern: Concern, found: tuple[tuple[Rate, ...], ...], reported: tuple[dict[str, Risk], ...]
) -> tuple[str, ...]:
    """The harms every option answers: those of `harms.csv` for this kind of concern that any option has counted."""
    named = {item.harm for rates in found for item in rates} | {harm for risks in reported for harm in risks}
    return tuple(
        row.harm_id for row in evidence.harms.values() if concern.group in row.listed_for and row.harm_id in named
    )


def _group(
    evidence: Evidence,
    treatment: Treatment,
    harms: tuple[str, ...],
    found: tuple[Rate, ...],
    reported: dict[str, Risk],
    on_page: set[str],
) -> HarmGroup:
    # A harm that no one had in some trial may have been reported elsewhere: then both are told.
    seen = {item.harm for item in found if item.high > 0}
    answers = tuple(
        HarmAnswer(harm, rates_of(found, harm), None if harm in seen else reported.get(harm)) for harm in harms
    )
    others = [item for item in found if item.harm not in harms]
    # Serious and seen in fewer than 1 of 100: told apart.
    serious = tuple(item for item in others if item.rows[0].seriousness == "serious" and item.high < 1)
    rest = [risk for harm, risk in reported.items() if harm not in harms and harm not in seen]
    # What was said of a treatment inside this one stands beside that treatment, where it is on the page.
    warned = tuple(
        warning
        for warning in regulator_warnings(evidence, treatment.treatment_id)
        if not warning.part or warning.part not in on_page
    )
    return HarmGroup(
        treatment,
        answers,
        tuple(item for item in others if item not in serious),
        serious,
        tuple(risk for risk in rest if risk.seriousness == "serious"),
        tuple(risk for risk in rest if risk.seriousness != "serious"),
        warned,
    )


def _reported(evidence: Evidence, concern: Concern, treatment: Treatment) -> dict[str, Risk]:
    """The harms of a treatment that were reported without a rate, by kind; the heaviest row of each.

    A share without how many were counted is no rate (`uncounted`).
    """
    order = ("serious", "moderate", "minor")
    rows = [
        risk
        for risk in evidence.about(treatment.treatment_id).risks
        if risk.relation == "listed"
        and risk.concern_id in ("", concern.concern_id)
        and not risk.duplicate_of
        and risk.checked
        and can_happen(evidence, concern.concern_id, risk.harm)
        and is_of_site(evidence, concern.concern_id, risk)
    ]
    rows += uncounted(evidence, treatment.treatment_id, concern.concern_id)
    found: dict[str, Risk] = {}
    for risk in sorted(rows, key=lambda row: order.index(row.seriousness)):
        found.setdefault(risk.harm, risk)
    return found
