"""What every page asks of the evidence for a concern, worked out once for all pages and all visitors."""

from __future__ import annotations

from needlewise.caching import shared
from needlewise.decision.concern.build import build_concern_page
from needlewise.decision.concern.page import ConcernPage
from needlewise.decision.memory.snapshot import Snapshot, take
from needlewise.decision.priorities.criteria import CriteriaTable, measure
from needlewise.evidence.reading.load import load


def concern_count() -> int:
    """How many concerns there are: the size of what is held for each of them."""
    return len(load().concerns)


@shared(size=concern_count)
def page(concern_id: str) -> ConcernPage:
    """All that Explore says about a concern. Evidence only, so it may be held for everyone."""
    return build_concern_page(load(), concern_id)


@shared(size=concern_count)
def measures(concern_id: str) -> CriteriaTable:
    """What a person can weigh for a concern. Evidence only, so it may be held for everyone."""
    return measure(load(), concern_id)


@shared(size=concern_count)
def snapshot(concern_id: str) -> Snapshot:
    """What is said of a concern today, as it is kept with a version. Evidence only, so it may be held for everyone."""
    return take(load(), concern_id)
