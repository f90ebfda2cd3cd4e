"""Questions to ask, made from the gaps, the cautions and the options."""

from __future__ import annotations

from collections.abc import Mapping

from needlewise.decision.concern.page import ConcernPage
from needlewise.decision.shared.options import OptionRow
from needlewise.decision.shared.phrases import ROMAN
from needlewise.decision.suitability import Advice, skin_rates
from needlewise.decision.suitability_words import told_of
from needlewise.evidence.model.store import Evidence
from needlewise.evidence.model.vocabulary import DARK_MARKS
from needlewise.handout.citations import BETWEEN
from needlewise.handout.person import CONDITIONS_NAMED
from needlewise.words import join_list, say
from needlewise.words.dates import FALLBACK


def questions(
    evidence: Evidence,
    page: ConcernPage,
    rows: tuple[OptionRow, ...],
    told: tuple[Advice, ...] = (),
    skin_type: int | None = None,
    locale: str = FALLBACK,
) -> tuple[str, ...]:
    """Questions to ask, by rule: what the person told, then each gap in what is known, then what all may ask.

    Each kind of gap is one question that names every option it holds for, in the order of the rows.
    """
    treated = [row for row in rows if row.role != "nothing"]
    asked = [*_about_cautions(told, locale), *_from_table(evidence, page, treated)]
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
        # One question for each way that a finding is told: what was never compared is not "no difference".
        **{way: [row for row in treated if row.blank == way] for way in ("no_clear", "same", "untested", "worse")},
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


# Of the questions in the table, those that the paper has room for; the others stand with the next ones to ask.
_ALWAYS = ("qualification.1",)
_OF_KIND = {
    "needles_muscle": ("needling_training.1", "needling_lung.1"),
    "skin": ("product.1",),
    "filler": ("filler.1",),
}


def _from_table(evidence: Evidence, page: ConcernPage, treated: list[OptionRow]) -> list[str]:
    """What bodies say should be asked of whoever offers it: training first, then what goes with the treatments."""
    if not treated:
        return []
    families = {row.treatment.family for row in treated}
    pain = page.concern.group == "pain"
    kinds = {
        "needles_muscle": pain and any(row.treatment.needling or row.treatment.kind == "needling" for row in treated),
        "skin": not pain and bool(families & {"needling", "laser", "peel", "energy"}),
        "filler": any(row.treatment.treatment_id == "dermal_filler" for row in treated),
    }
    wanted = [*_ALWAYS, *(name for kind, names in _OF_KIND.items() if kinds[kind] for name in names)]
    rows = [evidence.questions[name] for name in wanted if name in evidence.questions]
    lungs = "needling_lung.1"
    return [row.question for row in rows if row.checked and (row.question_id != lungs or page.concern.near_lungs)]


def _names(rows: list[OptionRow]) -> str:
    return join_list([row.treatment.mid_sentence for row in rows], word=say("or"))


def _about_cautions(told: tuple[Advice, ...], locale: str) -> list[str]:
    """One question for what a source speaks about, one for what none does."""
    kinds: dict[str, dict[str, None]] = {"told": {}, "unknown": {}}
    for advice in told:
        for reason in advice.told.reasons:
            if reason.condition:
                kinds["unknown" if reason.answer == "unknown" else "told"][told_of(reason, locale)] = None
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
