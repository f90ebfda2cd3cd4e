"""What someone with a paper, a link or a calendar from an older version should be told first."""

from __future__ import annotations

from dataclasses import dataclass

from needlewise.decision.memory.differences import WEIGHTY, Difference, compare, line_words, place_words, reasons
from needlewise.decision.memory.kept import kept
from needlewise.decision.memory.snapshot import Snapshot
from needlewise.evidence.model.record import Release
from needlewise.evidence.model.store import Evidence
from needlewise.words import say, sentence

# So many options are named.
_NAMED = 5


@dataclass(frozen=True)
class ToldChange:
    """One line that is otherwise: what it is, how it was and is, and why."""

    what: str
    before: str
    now: str
    why: tuple[str, ...]


@dataclass(frozen=True)
class Since:
    """What has changed since a version for some options of a concern.

    Attributes:
        release: the version.
        headline: that so much has changed, or nothing.
        named: the first of what has changed, by name.
        changes: what is otherwise and weighs.
        reworded: how many lines are said in other words, with the same figures.
    """

    release: Release
    headline: str
    named: str
    changes: tuple[ToldChange, ...]
    reworded: int


def since(evidence: Evidence, today: Snapshot, release: Release, option_ids: tuple[str, ...] = ()) -> Since:
    """What has changed since a version; of all options where none are named."""
    before = kept(release, today.concern_id)
    if before is None:
        return Since(release, say("since-concern-new", noun=today.noun), "", (), 0)
    found = compare(before, today, option_ids)
    weighty = [item for item in found if item.kind in WEIGHTY]
    told = tuple(
        ToldChange(
            f"{item.name}: {place_words(item)}" if item.name else place_words(item),
            line_words(item.before),
            line_words(item.now),
            reasons(evidence, release, item),
        )
        for item in weighty
    )
    scope = "options" if option_ids else "all"
    headline = say("since-headline", count=len(told), scope=scope) if told else say("since-nothing", scope=scope)
    return Since(release, headline, _named(weighty), told, len(found) - len(weighty))


def _named(differences: list[Difference]) -> str:
    """`Dry needling: visits, main harm. Exercise: how well it works.`: each option once, each thing once."""
    found: dict[str, list[str]] = {}
    for item in differences:
        words = found.setdefault(item.name, [])
        if (place := place_words(item)) not in words:
            words.append(place)
    lines = [sentence(": ".join(part for part in (name, ", ".join(words)) if part)) for name, words in found.items()]
    more = len(lines) - _NAMED
    return " ".join((*lines[:_NAMED], *([say("since-and-more", count=more)] if more > 0 else [])))
