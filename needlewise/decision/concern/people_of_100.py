"""What is said with two blocks of 100 people, one for each group of a trial."""

from __future__ import annotations

from dataclasses import dataclass

from needlewise.decision.shared.charted import Share, SharePair
from needlewise.evidence.sentences.statements import of_100
from needlewise.words import number, say

# Room for more would push what can go wrong out of sight.
_PAIRS_SHOWN = 4


@dataclass(frozen=True)
class ShareInWords:
    """One block: of 100 people, how many and how many not; `alt` says the same with the option's name."""

    share: Share
    caption: str
    alt: str


@dataclass(frozen=True)
class PairInWords:
    """Two blocks side by side, and what was counted when."""

    lead: str
    sides: tuple[ShareInWords, ShareInWords]
    refs: tuple[str, ...]


def pairs_in_words(pairs: tuple[SharePair, ...]) -> tuple[PairInWords, ...]:
    """The first four pairs, in their order."""
    return tuple(
        PairInWords(
            say("shares-event", event=pair.event, time=pair.time),
            (_in_words(pair.first, pair.event), _in_words(pair.second, pair.event)),
            (pair.ref,),
        )
        for pair in pairs[:_PAIRS_SHOWN]
    )


def _in_words(share: Share, event: str) -> ShareInWords:
    first = of_100(share.percent)
    rest = number(100 - float(first))
    return ShareInWords(
        share,
        say("shares-caption", first=first, rest=rest),
        say("shares-alt", name=share.name, first=first, rest=rest, event=event),
    )
