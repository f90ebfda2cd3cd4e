"""What can go wrong with each option of a concern, ordered and shortened by one rule."""

from __future__ import annotations

from dataclasses import dataclass

from needlewise.decision.regulators import RegulatorWarning, regulator_warnings
from needlewise.decision.shared.options import OptionRow
from needlewise.evidence.model.rows import Concern, Risk, Treatment
from needlewise.evidence.model.store import Evidence
from needlewise.evidence.rules.rates import Rate, can_happen, rates


@dataclass(frozen=True)
class HarmGroup:
    """What can go wrong with one option: rates most frequent first, rare-but-serious apart, and harms without a rate.

    `unrated` are the serious ones among those without a rate, `listed` the others. `rates` leaves out only mild
    effects, once there are more than five rates; `milder` holds those. `warnings` are what
    regulators said of the treatment or of one inside it.
    """

    treatment: Treatment
    rates: tuple[Rate, ...]
    milder: tuple[Rate, ...]
    serious: tuple[Rate, ...]
    unrated: tuple[Risk, ...]
    listed: tuple[Risk, ...]
    warnings: tuple[RegulatorWarning, ...]

    @property
    def first(self) -> tuple[Rate, ...]:
        """What is read first where room is short.

        The most frequent effect, the most frequent that is more than mild, and every serious one.
        """
        heavier = next((item for item in self.rates if item.rows[0].seriousness != "minor"), None)
        return tuple(
            item
            for place, item in enumerate(self.rates)
            if place == 0 or item is heavier or item.rows[0].seriousness == "serious"
        )

    @property
    def more(self) -> tuple[Rate, ...]:
        """The other rates; none of them serious."""
        return tuple(item for item in self.rates if item not in self.first)


# A table cell and a harm list keep the same room for every option.
_HARMS_SHOWN = 5


def harm_groups(evidence: Evidence, concern: Concern, options: tuple[OptionRow, ...]) -> tuple[HarmGroup, ...]:
    """What can go wrong with each option but doing nothing, in the order of the options."""
    groups = []
    on_page = {row.treatment.mid_sentence for row in options}
    for row in options:
        if row.role == "nothing":
            continue
        name = row.treatment.treatment_id
        found = rates(evidence, name, concern.concern_id)
        # Serious and seen in fewer than 1 of 100: shown apart, with its own denominator.
        serious = tuple(item for item in found if item.rows[0].seriousness == "serious" and item.high < 1)
        plain, milder = shortened(tuple(item for item in found if item not in serious), _HARMS_SHOWN)
        # A harm that no one had in some trial may have been reported elsewhere: then both are told.
        known = {item.harm for item in found if item.high > 0}
        without_rate: dict[str, Risk] = {}
        for risk in evidence.about(name).risks:
            if (
                risk.relation == "listed"
                and risk.concern_id in ("", concern.concern_id)
                and risk.harm not in known
                and not risk.duplicate_of
                and risk.checked
                and can_happen(evidence, concern.concern_id, risk.harm)
            ):
                without_rate.setdefault(risk.harm, risk)
        unrated = tuple(risk for risk in without_rate.values() if risk.seriousness == "serious")
        listed_only = tuple(risk for risk in without_rate.values() if risk not in unrated)
        # What was said of a treatment inside this one stands beside that treatment, where it is on the page.
        warned = tuple(
            warning for warning in regulator_warnings(evidence, name) if not warning.part or warning.part not in on_page
        )
        groups.append(HarmGroup(row.treatment, plain, milder, serious, unrated, listed_only, warned))
    return tuple(groups)


def shortened(found: tuple[Rate, ...], most: int) -> tuple[tuple[Rate, ...], tuple[Rate, ...]]:
    """The rates that are shown, most frequent first, and the mild ones left out so that about `most` stand there.

    Whatever is more than mild always stays, however rare.
    """
    room = most - sum(item.rows[0].seriousness != "minor" for item in found)
    shown: list[Rate] = []
    left: list[Rate] = []
    for item in found:
        if item.rows[0].seriousness != "minor":
            shown.append(item)
        elif room > 0:
            room -= 1
            shown.append(item)
        else:
            left.append(item)
    return tuple(shown), tuple(left)
