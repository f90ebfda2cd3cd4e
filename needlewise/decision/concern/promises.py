"""How the promises of the brochure came out for a concern, counted."""

from __future__ import annotations

from collections import Counter

from needlewise.decision.concern.page import Verdict
from needlewise.evidence.rules.verdicts import VERDICTS
from needlewise.words import join_list, say


def promises_counted(verdicts: tuple[Verdict, ...]) -> str:
    """`Show 9 promises: 2 …, 3 … and 4 …`, the best kept first."""
    counts = Counter(item.claim.verdict for item in verdicts)
    told = [
        say("explore-verdicts-part", count=counts[name], verdict=say(f"verdict-{name}").lower())
        for name in reversed(VERDICTS)
        if counts[name]
    ]
    return say("explore-verdicts", count=len(verdicts), list=join_list(told))
