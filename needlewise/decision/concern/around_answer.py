"""What stands around the answer: its size, how much was studied, four figures, and what speaks against the needling."""

from __future__ import annotations

import re
from dataclasses import dataclass

from needlewise.decision.concern.page import ConcernPage
from needlewise.decision.shared.figure import Figure
from needlewise.decision.suitability import Reason
from needlewise.evidence.sentences.statements import Statement, in_sentence
from needlewise.words import say, sentence, thousands


def below_answer(answer: Statement | Figure) -> tuple[str, ...]:
    """What stands below the first sentence: its figures, and that no clear difference is not the same as none."""
    if isinstance(answer, Figure):
        return ()
    size = (sentence(answer.figures),) if answer.figures else ()
    caution = (say("effect-no-clear-caution"),) if answer.direction == "no_clear" else ()
    return (*size, *caution)


def studied(page: ConcernPage) -> str:
    """`How sure · 7 studies · 513 people`; empty where nothing was rated."""
    if page.rating is None:
        return ""
    counts = []
    if page.studies:
        counts.append(say("answer-studies", studies=page.studies))
    if page.people:
        counts.append(say("answer-people", people=thousands(page.people), count=page.people))
    if counts and page.counts_whole_review:
        counts[-1] = say("answer-whole-review", counts=counts[-1])
    return " · ".join([say("certainty-word"), *counts])


def four_figures(page: ConcernPage) -> tuple[tuple[str, Figure], ...]:
    """What each of the large figures is, and the figure."""
    group = page.concern.group
    return (
        (say("figure-visits"), page.visits),
        (say(f"figure-downtime-{group}"), page.downtime),
        (say(f"figure-course-{group}"), page.whole_course),
        (say("figure-results"), page.results),
    )


def about_texts(page: ConcernPage) -> tuple[Figure, Figure]:
    """What has to be decided for the concern, and who does the needling, with the rows behind each."""
    return (
        Figure(page.concern.decision, refs=tuple(f"sources:{name}" for name in page.concern.source_ids)),
        Figure(page.needling.who_does_it, refs=(f"treatments:{page.needling.treatment_id}",)),
    )


@dataclass(frozen=True)
class CautionsInShort:
    """The conditions that speak against the needling, each list as one line; None where there is none.

    `count` is how many conditions `ask_first` holds: on a phone they wait behind a fold.
    """

    not_now: Figure | None
    ask_first: Figure | None
    count: int


def cautions_in_short(page: ConcernPage) -> CautionsInShort:
    """Every condition that speaks against the needling, in the order of the page; none is left out."""
    return CautionsInShort(_conditions(page.not_now), _conditions(page.ask_first), len(page.ask_first))


def _conditions(reasons: tuple[Reason, ...]) -> Figure | None:
    """`a metal plate; blood thinners.`, with the rows behind all of them."""
    if not reasons:
        return None
    names = "; ".join(in_sentence(_plainly(say(f"condition-{reason.condition}"))) for reason in reasons)
    return Figure(f"{names}.", refs=tuple(ref for reason in reasons for ref in reason.refs))


def _plainly(text: str) -> str:
    """A condition without what explains it in brackets: that stands on Right for me?, where it is ticked."""
    return re.sub(r" \([^)]*\)", "", text)
