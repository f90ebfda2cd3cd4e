"""Questions to ask, made from the gaps, the cautions and the options."""

from __future__ import annotations

from collections.abc import Mapping

from needlewise.decision.concern.page import ConcernPage
from needlewise.decision.shared.options import OptionRow
from needlewise.decision.shared.phrases import ROMAN
from needlewise.decision.suitability import Advice, skin_rates
from needlewise.evidence.model.store import Evidence
from needlewise.evidence.model.vocabulary import DARK_MARKS
from needlewise.handout.citations import BETWEEN
from needlewise.handout.person import CONDITIONS_NAMED
from needlewise.words import join_list, say


def questions(
    evidence: Evidence,
    page: ConcernPage,
    rows: tuple[OptionRow, ...],
    told: tuple[Advice, ...] = (),
    skin_type: int | None = None,
) -> tuple[str, ...]:
    """Questions to ask, by rule: what the person told, then each gap in what is known, then what all may ask.

    Each kind of gap is one question that names every option it holds for, in the order of the page.
    """
    treated = [row for row in rows if row.role != "nothing"]
    asked = _about_cautions(told)
    if skin_type is not None and page.concern.group == "skin":
        other = [row for row in treated if _other_skin(evidence, page.concern.concern_id, row, skin_type)]
        if other:
            asked.append(say("take_home-ask-skin", type=ROMAN[skin_type - 1], names=_names(other)))
    gaps: Mapping[str, list[OptionRow]] = {
        "tested": [row for row in treated if row.blank == "not_studied"],
        "sure": [
            row
            for row in treated
            if row.blank != "not_studied"
            and row.rating is not None
            and row.rating.level in ("low", "very_low", "not_rated")
        ],
        "clear": [row for row in treated if row.blank in ("no_clear", "worse")],
        "visits": [row for row in treated if not row.visits.known],
        "days": [row for row in treated if not row.days.known],
        "harm": [row for row in treated if not row.harm.known],
        "pain": [row for row in treated if not row.discomfort.known],
    }
    for name, holds in gaps.items():
        if holds:
            asked.append(say(f"take_home-ask-{name}", names=_names(holds), count=len(holds), group=page.concern.group))
    if treated:
        asked.append(say("take_home-ask-cost", names=_names(treated)))
        asked.append(say("take_home-ask-done", names=_names(treated)))
    return (*asked, say("take_home-ask-wait"))


def _names(rows: list[OptionRow]) -> str:
    return join_list([row.treatment.mid_sentence for row in rows], word=say("or"))


def _about_cautions(told: tuple[Advice, ...]) -> list[str]:
    """One question for what a source speaks about, one for what none does."""
    kinds: dict[str, dict[str, None]] = {"told": {}, "unknown": {}}
    for advice in told:
        for reason in advice.told.reasons:
            if reason.condition:
                kinds["unknown" if reason.answer == "unknown" else "told"][say(f"condition-{reason.condition}")] = None
    return [
        say(f"take_home-ask-{kind}", conditions=BETWEEN.join(names), count=len(names))
        if len(names) <= CONDITIONS_NAMED
        else say(f"take_home-ask-{kind}-many", count=len(names))
        for kind, names in kinds.items()
        if names
    ]


def _other_skin(evidence: Evidence, concern_id: str, row: OptionRow, skin_type: int) -> bool:
    """True when no rate of dark marks comes from people of this skin type."""
    found = [
        item
        for item in skin_rates(evidence, row.treatment.treatment_id, concern_id, skin_type)
        if item.rate.harm == DARK_MARKS
    ]
    return not any(item.fits == "yes" for item in found)
