"""When a finding was measured, and how many studies stand behind it: two steps of the rule for who speaks."""

from __future__ import annotations

from typing import Literal, get_args

from needlewise.evidence.model.rows import Effect
from needlewise.evidence.model.store import Evidence
from needlewise.evidence.model.vocabulary import Group, Window

# From here on results of several studies count as pooled.
POOLED_FROM = 2

_POOLING = ("systematic_review", "network_meta_analysis", "guideline")

# Which stretch of time answers first. Right after a visit or a course comes last: it may be gone in a week.
_ORDER: dict[Group, tuple[Window, ...]] = {
    "pain": ("short", "middle", "long", "right_after"),
    "skin": ("middle", "long", "short", "right_after"),
}


def window(evidence: Evidence, effect: Effect) -> Window | Literal["unknown"]:
    """`right_after`, `short`, `middle`, `long`, or `unknown`: as the row says, else by its weeks.

    The limits (weeks) stand in `thresholds.csv` (`weeks_short`, `weeks_long`).
    """
    if effect.window is not None:
        return effect.window
    if effect.weeks is None:
        return "unknown"
    if effect.weeks <= evidence.threshold("weeks_short"):
        return "short"
    return "middle" if effect.weeks <= evidence.threshold("weeks_long") else "long"


def time_place(evidence: Evidence, effect: Effect) -> int:
    """From early (0, right after) to late (3, long); -1 where the time is not known."""
    found = window(evidence, effect)
    return -1 if found == "unknown" else get_args(Window).index(found)


def window_rank(evidence: Evidence, effect: Effect) -> int:
    """The place of a finding's stretch of time, 0 first. An unknown time can be any, so it stands with the first."""
    found = window(evidence, effect)
    order = _ORDER[evidence.concerns[effect.concern_id].group]
    return 0 if found == "unknown" else order.index(found)


def studies(effect: Effect) -> int | None:
    """How many studies made this very comparison, else how many the source counts; None when not known."""
    return effect.n_studies if effect.n_studies_finding is None else effect.n_studies_finding


def is_pooled(evidence: Evidence, effect: Effect) -> bool:
    """True for the joint result of two or more studies of this comparison.

    A single trial told in a review is a single trial. A review that does not say how many counts as pooled: a blank
    cell of ours is no reason to rank it lower.
    """
    if evidence.sources[effect.source_id].design not in _POOLING:
        return False
    count = studies(effect)
    return count is None or count >= POOLED_FROM
