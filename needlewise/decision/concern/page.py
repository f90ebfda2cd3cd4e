"""Everything that is said of one concern, as plain frozen values: Explore shows all of it, the other pages parts."""

from __future__ import annotations

from dataclasses import dataclass

from needlewise.decision.shared.charted import Finding, FindingLine, LeftOut
from needlewise.decision.shared.counted import SharePair
from needlewise.decision.shared.figure import Figure
from needlewise.decision.shared.harms import HarmGroup
from needlewise.decision.shared.options import OptionRow
from needlewise.decision.suitability import Reason
from needlewise.evidence.model.rows import Claim, Concern, RedFlag, Treatment
from needlewise.evidence.rules.certainty import Rating
from needlewise.evidence.sentences.harm_statements import Contrast
from needlewise.evidence.sentences.statements import Statement


@dataclass(frozen=True)
class Verdict:
    """One promise of the brochure, as judged for a topic that touches this concern."""

    name: str
    promise: str
    claim: Claim


@dataclass(frozen=True)
class ConcernPage:
    """All of one concern's page. `rivals` are those sentences of `answer` that set needling beside another option."""

    concern: Concern
    needling: Treatment
    answer: tuple[Statement | Figure, ...]
    rivals: tuple[Statement | Figure, ...]
    rating: Rating | None
    studies: int | None
    people: int | None
    counts_whole_review: bool
    headline_refs: tuple[str, ...]
    pause: Figure
    visits: Figure
    downtime: Figure
    whole_course: Figure
    results: Figure
    options: tuple[OptionRow, ...]
    findings: tuple[Finding, ...]
    all_findings: tuple[FindingLine, ...]
    left_out: LeftOut
    yardstick: SharePair | None
    shares: tuple[SharePair, ...]
    verdicts: tuple[Verdict, ...]
    harms: tuple[HarmGroup, ...]
    contrasts: tuple[Contrast, ...]
    red_flags: tuple[RedFlag, ...]
    not_now: tuple[Reason, ...]
    ask_first: tuple[Reason, ...]
