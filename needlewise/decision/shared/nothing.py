"""Doing nothing cannot be dropped without a word: where it is not among the options, the page and the wall say so."""

from __future__ import annotations

from collections.abc import Iterable

from needlewise.decision.shared.figure import Figure
from needlewise.evidence.model.rows import Concern, Treatment
from needlewise.words import say


def nothing_left_out(concern: Concern, shown: Iterable[Treatment]) -> Figure | None:
    """What happens if nothing is done, as a reminder; None where doing nothing stands among the options."""
    if any(treatment.family == "nothing" for treatment in shown):
        return None
    return Figure(say("nothing-left-out", nothing=concern.nothing), refs=concern.nothing_refs)
