"""What someone with a paper, a link or a calendar from an older version should be told first."""

from __future__ import annotations

from dataclasses import dataclass

from needlewise.decision.memory.differences import WEIGHTY, compare, line_words, place_words, reasons
from needlewise.decision.memory.kept import kept
from needlewise.decision.memory.snapshot import Snapshot
from needlewise.evidence.model.record import Release
from needlewise.evidence.model.store import Evidence
from needlewise.words import say


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
        changes: what is otherwise and weighs.
        reworded: how many lines are said in other words, with the same figures.
    """

    release: Release
    headline: str
    changes: tuple[ToldChange, ...]
    reworded: int


def since(evidence: Evidence, today: Snapshot, release: Release, option_ids: tuple[str, ...] = ()) -> Since:
    """What has changed since a version; of all options where none are named."""
    before = kept(release, today.concern_id)
    if before is None:
        return Since(release, say("since-concern-new", noun=today.noun), (), 0)
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
    return Since(release, headline, told, len(found) - len(weighty))
