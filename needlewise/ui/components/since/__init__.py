"""What has changed since the version that a paper, a link or a calendar was made from: told first, on every page."""

from __future__ import annotations

from markupsafe import Markup

from needlewise.caching import shared
from needlewise.decision.memory.since import since
from needlewise.evidence.model.store import Evidence
from needlewise.evidence.reading.load import load
from needlewise.evidence.rules.versions import in_force, known, version_words
from needlewise.ui import built
from needlewise.ui.templates import macro

_TEMPLATE = "components/since/template.html"
# So many changes are read at once; the others wait behind a line that counts them.
_IN_SIGHT = 2
# Of a few concerns, options and versions; the options and versions are ones that the tables name.
_HELD = 48


def note(evidence: Evidence, version: str, concern_id: str | None, option_ids: tuple[str, ...]) -> Markup:
    """The note for a version that an address names; nothing where it names none or no concern is picked."""
    if not version:
        return Markup()
    if known(evidence, version) is None:
        return macro(_TEMPLATE, "unknown", version)
    return Markup() if concern_id is None else _note(version, concern_id, option_ids)


@shared(size=_HELD)
def _note(version: str, concern_id: str, option_ids: tuple[str, ...]) -> Markup:
    evidence = load()
    release = evidence.releases[version]
    found = since(evidence, built.snapshot(concern_id), release, option_ids)
    is_old = release.version != in_force(evidence).version
    return macro(_TEMPLATE, "since", found, version_words(release), concern_id, _IN_SIGHT, is_old)
