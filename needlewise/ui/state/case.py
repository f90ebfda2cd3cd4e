"""All that a visitor chose and told, gathered from the session as one frozen value."""

from __future__ import annotations

from dataclasses import replace

from needlewise.decision.case import Case
from needlewise.evidence.model.store import Evidence
from needlewise.ui.state import visitor
from needlewise.ui.state.concern import chosen
from needlewise.ui.state.options import options, options_of
from needlewise.ui.state.plan import plan_said
from needlewise.ui.state.priorities import priorities_said
from needlewise.ui.state.second import second
from needlewise.ui.state.suitability import answers
from needlewise.ui.state.take_home import words_written


def current(evidence: Evidence) -> Case:
    """What stands at this moment; call after the pickers of the page, which may put right what an address said.

    A second concern comes along as a case of its own, with the options it was left with and the same answers.
    """
    concern_id, other = chosen(evidence), second(evidence)
    case = _of(concern_id, options(evidence, concern_id))
    return case if other is None else replace(case, also=_of(other, options_of(evidence, other)))


def _of(concern_id: str, option_ids: tuple[str, ...]) -> Case:
    return Case(
        concern_id,
        option_ids,
        visitor.today(),
        answers(),
        plan_said(concern_id),
        priorities_said(concern_id, option_ids),
        words_written(),
    )
