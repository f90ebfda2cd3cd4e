"""What a released version said of a concern, read when asked for and held for a while."""

from __future__ import annotations

from needlewise.caching import shared
from needlewise.decision.memory.snapshot import Snapshot, from_json
from needlewise.evidence.model.record import Release
from needlewise.evidence.reading import archive

# About 0.3 MB each: a few concerns of a few versions, whatever is asked for.
_HELD = 24


def kept(release: Release, concern_id: str) -> Snapshot | None:
    """The snapshot of a concern in a version; None where the version said nothing of it.

    `concern_id` is one that the evidence of today knows, so that nothing made up is ever looked for or held.
    """
    return _kept(release.version, concern_id)


@shared(size=_HELD)
def _kept(version: str, concern_id: str) -> Snapshot | None:
    found = archive.answers(version, concern_id)
    return None if found is None else from_json(found)
