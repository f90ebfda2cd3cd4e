"""How many got better and how many did not: one yardstick a concern, and what other counts there are, in words."""

from __future__ import annotations

from dataclasses import dataclass

from needlewise.decision.concern.page import ConcernPage
from needlewise.decision.shared.counted import SharePair
from needlewise.words import say


@dataclass(frozen=True)
class OtherCount:
    """A count by another yardstick: its sentence, what stands behind it, and the rows."""

    text: str
    face: str
    refs: tuple[str, ...]


@dataclass(frozen=True)
class PeopleInWords:
    """What is said of people counted.

    Attributes:
        lead: what was counted, and what the marks are; or why there is none.
        chosen: why this count stands for the concern; empty without one.
        pair: the count that stands for the concern; None without one.
        others, satisfied: counts by other yardsticks, and of people who were satisfied, which is another measure.
    """

    lead: str
    chosen: str
    pair: SharePair | None
    others: tuple[OtherCount, ...]
    satisfied: tuple[OtherCount, ...]


def people_in_words(page: ConcernPage) -> PeopleInWords:
    """The yardstick of a concern and every other count."""
    pair = page.yardstick
    others = [one for one in page.shares if pair is None or one.ref != pair.ref]
    return PeopleInWords(
        f"{yardstick_lead(page)} {say('shares-filled')}" if pair is not None and pair.drawn else yardstick_lead(page),
        _chosen(page),
        pair,
        tuple(_other(one) for one in others if one.effect.outcome != "satisfaction"),
        tuple(_other(one) for one in others if one.effect.outcome == "satisfaction"),
    )


def yardstick_lead(page: ConcernPage) -> str:
    """By which yardstick people are counted, and when; or that no study counts them so."""
    pair = page.yardstick
    if pair is None:
        return say("shares-none-drawn" if page.shares else "shares-none")
    return say("shares-lead", event=pair.event, time=pair.time)


def _chosen(page: ConcernPage) -> str:
    """Why this one; empty where there is none."""
    pair = page.yardstick
    if pair is None:
        return ""
    needling = page.needling.treatment_id in (pair.effect.treatment_id, pair.effect.comparator_id)
    return say("shares-chosen", needling="yes" if needling else "no", name=page.needling.mid_sentence)


def _other(pair: SharePair) -> OtherCount:
    return OtherCount(say("shares-other", text=pair.text, time=pair.time), pair.face, pair.refs)
