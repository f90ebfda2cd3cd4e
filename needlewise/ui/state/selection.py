"""All that a visitor chose and told, as one frozen value.

What a page or the paper asks that needs more than its own page's.
"""

from __future__ import annotations

from dataclasses import dataclass

from needlewise.decision.plan.model import Wishes
from needlewise.decision.told import Answers
from needlewise.evidence.model.store import Evidence
from needlewise.ui.state.concern import chosen
from needlewise.ui.state.options import options
from needlewise.ui.state.plan import plan_said
from needlewise.ui.state.priorities import Priorities, priorities_said
from needlewise.ui.state.suitability import answers
from needlewise.ui.state.take_home import Words, words_written


@dataclass(frozen=True)
class Selection:
    """One visitor's choices. Health and own words are among them: never a key of anything that visitors share.

    Attributes:
        concern_id: the concern on top of the page.
        option_ids: the two to four options compared.
        wishes: what was asked for on Plan; None when nothing was.
        answers: what was told on Right for me?.
        priorities: what was said on What matters to me, with own scores for the options compared.
        words: what was written for the take-home.
    """

    concern_id: str
    option_ids: tuple[str, ...]
    wishes: Wishes | None
    answers: Answers
    priorities: Priorities
    words: Words


def current(evidence: Evidence) -> Selection:
    """What stands at this moment; call after the pickers of the page, which may put right what an address said."""
    concern_id = chosen(evidence)
    option_ids = options(evidence, concern_id)
    return Selection(
        concern_id,
        option_ids,
        plan_said(concern_id),
        answers(),
        priorities_said(concern_id, option_ids),
        words_written(),
    )
