"""That options side by side were not measured against the same, in words: the same wherever they stand side by side."""

from __future__ import annotations

from collections.abc import Iterable
from typing import get_args

from needlewise.decision.shared.options import OptionRow
from needlewise.evidence.rules.bases import Base
from needlewise.words import join_list, say

# From here on there is something to be set side by side.
_SEVERAL = 2


def bases_words(rows: Iterable[OptionRow], group: str) -> str:
    """Which options were measured against what; empty where all of them were measured against the same.

    Doing nothing is not measured against anything, nor is an option without a finding.
    """
    found: dict[Base, list[str]] = {}
    for row in rows:
        if row.base:
            found.setdefault(row.base, []).append(row.treatment.mid_sentence)
    count = sum(len(names) for names in found.values())
    if count < _SEVERAL or (len(found) == 1 and not {"added", "rival"} & set(found)):
        return ""
    told = [say(f"bases-{name}", names=join_list(found[name]), group=group) for name in get_args(Base) if name in found]
    return say("bases", told="; ".join(told))
