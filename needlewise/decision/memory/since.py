"""What someone with a paper, a link or a calendar from an older version should be told first."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from needlewise.decision.memory.differences import WEIGHTY, Difference, compare, line_words, place_words, reasons
from needlewise.decision.memory.kept import kept
from needlewise.decision.memory.snapshot import Snapshot
from needlewise.evidence.model.record import Release
from needlewise.evidence.model.store import Evidence
from needlewise.words import say, sentence

# So many options are named.
_NAMED = 5
# So many reasons are told of one thing.
_REASONS = 3
# The number behind the name of a harm that has a second line.
_SECOND = r"-[0-9]+$"


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
    pairs = [(group, _told(evidence, release, group)) for group in _grouped(i for i in found if i.kind in WEIGHTY)]
    # Where only the rows behind are others, nobody reads a difference.
    pairs = [(group, item) for group, item in pairs if item.before != item.now]
    groups, told = [group for group, _ in pairs], tuple(item for _, item in pairs)
    scope = "options" if option_ids else "all"
    headline = say("since-headline", count=len(told), scope=scope) if told else say("since-nothing", scope=scope)
    reworded = len(found) - sum(len(group) for group in groups)
    return Since(release, headline, _named(groups), told, reworded)


def _grouped(differences: Iterable[Difference]) -> list[list[Difference]]:
    """One group for each thing that changed: an option's unwanted effects together, everything else by itself."""
    found: dict[tuple[str, str], list[Difference]] = {}
    for number, item in enumerate(differences):
        key = (item.option, "" if _is_harm(item) else str(number))
        found.setdefault(key, []).append(item)
    return list(found.values())


def _is_harm(difference: Difference) -> bool:
    return difference.place.startswith(("harm:", "harms-"))


def _what(group: list[Difference]) -> str:
    first = group[0]
    return say("place-unwanted", count=len(group)) if _is_harm(first) else place_words(first)


def _told(evidence: Evidence, release: Release, group: list[Difference]) -> ToldChange:
    first = group[0]
    what = f"{first.name}: {_what(group)}" if first.name else _what(group)
    why = tuple(dict.fromkeys(text for item in group for text in reasons(evidence, release, item)))
    if _is_harm(first):
        before, now = (_effects(group, side) for side in ("before", "now"))
    else:
        before, now = line_words(first.before), line_words(first.now)
    more = len(why) - _REASONS
    return ToldChange(what, before, now, (*why[:_REASONS], *([say("why-more", count=more)] if more > 0 else [])))


def _effects(group: list[Difference], side: str) -> str:
    """The unwanted effects of an option as they were or are, in one line."""
    lines = [(item.place.partition(":")[2], getattr(item, side)) for item in group]
    parts = [
        f"{re.sub(_SECOND, '', name)}: {line_words(line)}" if name else line_words(line) for name, line in lines if line
    ]
    return "; ".join(parts) or line_words(None)


def _named(groups: list[list[Difference]]) -> str:
    """`Dry needling: visits, main harm. Exercise: how well it works.`: each option once, each thing once."""
    found: dict[str, list[str]] = {}
    for group in groups:
        words = found.setdefault(group[0].name, [])
        if (what := _what(group)) not in words:
            words.append(what)
    lines = [sentence(": ".join(part for part in (name, ", ".join(words)) if part)) for name, words in found.items()]
    more = len(lines) - _NAMED
    return " ".join((*lines[:_NAMED], *([say("since-and-more", count=more)] if more > 0 else [])))
