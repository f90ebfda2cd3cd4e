"""Who judged how sure a finding is, when its row was last touched, and what stood there in the version before."""

from __future__ import annotations

from needlewise.decision.memory.kept import kept
from needlewise.evidence.model.rows import Effect
from needlewise.evidence.model.store import Evidence
from needlewise.evidence.rules import review
from needlewise.evidence.rules.certainty import Rating
from needlewise.evidence.rules.versions import before, in_force
from needlewise.words import dates, say


def judged_words(evidence: Evidence, rating: Rating, refs: tuple[str, ...]) -> str:
    """Who judged (a role), when, and the value before; empty where no finding stands behind it."""
    effects = [row for ref in refs if isinstance(row := evidence.find(ref), Effect)]
    if not effects:
        return ""
    changes = [change for ref in refs for change in evidence.changed(ref)]
    last = max(changes, key=lambda change: change.day, default=None)
    day = review.evidence_date(evidence) if last is None else last.day
    reader = say(f"reader-{'assisted' if last is None else last.reader}")
    told = say("judged-by", by=rating.by, reader=reader, date=dates.day(day))
    return f"{told} {_before(evidence, effects[0], rating)}".strip()


def _before(evidence: Evidence, effect: Effect, rating: Rating) -> str:
    """What the version before said of how sure it was; empty where there is none."""
    release = before(evidence, in_force(evidence))
    snapshot = None if release is None else kept(release, effect.concern_id)
    if release is None or snapshot is None:
        return ""
    line = snapshot.line(effect.treatment_id, "effect")
    if line is None or not line.level:
        return say("judged-before-none", version=release.version)
    same = f"effects:{effect.effect_id}" in line.refs
    if not same:
        level = say(f"certainty-short-{line.level}")
        return say("judged-before-other", version=release.version, level=level)
    if line.level == rating.level:
        return say("judged-before-same", version=release.version)
    return say("judged-before", version=release.version, level=say(f"certainty-short-{line.level}"))
