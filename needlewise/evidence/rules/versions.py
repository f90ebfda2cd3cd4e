"""Which version the evidence is of, what it says of itself, and whether anything has changed since it was released."""

from __future__ import annotations

import re
from collections.abc import Iterable

from needlewise.evidence.model.record import Change, Release
from needlewise.evidence.model.store import Evidence
from needlewise.words import dates, say

# No address is looked up that is longer, and nothing of it is kept.
_LONGEST = 20
_FORM = re.compile(r"\d{1,4}\.\d{1,4}\.\d{1,4}")


def in_force(evidence: Evidence) -> Release:
    """The version these tables are of: the last that was released."""
    return list(evidence.releases.values())[-1]


def label(evidence: Evidence) -> str:
    """`0.2.0`, with a word where rows were changed after it was released."""
    version = in_force(evidence).version
    return say("version-ahead", version=version) if not_released(evidence) else version


def known(evidence: Evidence, version: str) -> Release | None:
    """The released version of this name; None for any other text, however long."""
    if len(version) > _LONGEST or not _FORM.fullmatch(version):
        return None
    return evidence.releases.get(version)


def before(evidence: Evidence, release: Release) -> Release | None:
    """The version before one; None for the first."""
    rows = list(evidence.releases.values())
    place = rows.index(release)
    return rows[place - 1] if place else None


def not_released(evidence: Evidence) -> tuple[Change, ...]:
    """The changes that are in no version yet."""
    return tuple(change for change in evidence.changes.values() if not change.version)


def changes_since(evidence: Evidence, release: Release, refs: Iterable[str]) -> tuple[Change, ...]:
    """The changes made to some rows after a version, in the order of the list."""
    order = list(evidence.releases)
    held = set(order[: order.index(release.version) + 1])
    return tuple(change for ref in refs for change in evidence.changed(ref) if change.version not in held)


def version_words(release: Release, locale: str = dates.FALLBACK) -> str:
    """`version 0.2.0 of 1 December 2026`."""
    return say("version-of", version=release.version, date=dates.day(release.day, locale))
