"""The rate of an unwanted effect in words, and the one that stands for an option."""

from __future__ import annotations

from needlewise.evidence.model.store import Evidence
from needlewise.evidence.model.vocabulary import DARK_MARKS
from needlewise.evidence.rules.rates import Rate
from needlewise.evidence.sentences.statements import of_100
from needlewise.words import join_list, number, say


def main_harm(evidence: Evidence, group: str, found: tuple[Rate, ...]) -> Rate | None:
    """The unwanted effect that stands for an option: dark marks for skin; for pain the first known of `main_for_pain`.

    For pain there is no one harm that all options share; where none of those in `harms.csv` has a rate, the most
    frequent.
    """
    by_harm = {item.harm: item for item in found}
    if group == "skin":
        return by_harm.get(DARK_MARKS)
    main = [row.harm_id for row in evidence.harms.values() if row.main_for_pain]
    return next((by_harm[harm] for harm in main if harm in by_harm), found[0] if found else None)


def harm_name(found: Rate) -> str:
    """What was counted, in the words of the studies where all of them counted the same; else the name of the harm."""
    labels = {row.harm_label for row in found.rows}
    return labels.pop() if len(labels) == 1 else say(f"harm-{found.harm}")


def seen_elsewhere(evidence: Evidence, found: Rate) -> str:
    """`in people treated for fine lines` when no study of the rate was of the concern itself; else empty."""
    nouns = [evidence.concerns[name].noun for name in found.elsewhere]
    return say("skin-elsewhere", nouns=join_list(nouns)) if nouns else ""


def rate_text(found: Rate) -> str:
    """`2–14 in 100 people`; never a zero of 100 for what was seen, nor for what few people could have shown."""
    if found.high < _LEAST_OF_100:
        return serious_text(found)
    which = {"person": "cell-harm-person", "session": "cell-harm-session", "unknown": "cell-harm"}[found.per]
    low, high = of_100(found.low), of_100(found.high)
    return say(which, rate=low if low == high else f"{low}–{high}")


# Below one of 1,000 a rate of 100 is a row of zeros.
_LEAST_OF_100 = 0.1


def serious_text(found: Rate) -> str:
    """`9–18 in 100,000 visits`; none seen is said with the number of people among whom none was seen."""
    if found.high == 0:
        return say("harms-none-seen", n=f"{found.people:,}") if found.people else say("harms-none-seen-unknown")
    low, high = number(found.low * 1000), number(found.high * 1000)
    return say("harms-serious-rate", rate=low if low == high else f"{low}–{high}", per=found.per)
