"""What people are told about needling and its rivals, answered by the rows that bear on it.

A saying holds no verdict and no figure. A promise that was judged answers with its verdict, an option with the finding
that speaks for it and what must be told beside it, a harm with how often it came, a visit or a course with its figure.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from needlewise.caching import shared
from needlewise.decision.claims import Judgement, check
from needlewise.decision.concern.harm_lines import harm_figure
from needlewise.decision.search import found_words
from needlewise.decision.shared.figure import Figure
from needlewise.decision.shared.harms import harm_groups
from needlewise.decision.shared.options import OptionRow, option_row
from needlewise.decision.shared.rates import reported_figure
from needlewise.evidence.model.advice import Saying
from needlewise.evidence.model.rows import Cost
from needlewise.evidence.model.store import Evidence
from needlewise.evidence.reading.load import load
from needlewise.evidence.rules.headline import head_to_head, headline_against_control
from needlewise.evidence.sentences.beside import beside, rival_beside, rival_turn, turn
from needlewise.evidence.sentences.statements import Direction, Statement, statement, treatment_name, why
from needlewise.words import say, sentence

Word = Literal["mixed", "unsure", "none"] | Direction


@dataclass(frozen=True)
class Judged:
    """A promise that judges a saying: its name, and what became of it for one topic."""

    name: str
    judgement: Judgement


@dataclass(frozen=True)
class Compared:
    """What was found of an option: the word for it, the finding that speaks, and what must be told beside it.

    `text` is that word as it is read. Neither is surer than the sentences: `mixed` where findings point different ways,
    `unsure` where certainty is very low, `none` where no study can speak; then `said` is None and `blank` says why.
    """

    word: Word
    text: str
    said: Statement | None
    why: str
    also: tuple[Statement, ...]
    blank: Figure | None = None


@dataclass(frozen=True)
class Reply:
    """What answers a saying; the parts it has none of are empty.

    Attributes:
        saying: what was told.
        about: the option and the concern that answer, as `Microneedling: acne scars`; empty without an option.
        judged: the promises that judge it, each for its topic.
        compared: what was found of the option, or of it against the rival.
        lead: what the figures are: a harm, visits, days, pain during; empty without figures.
        figures: how often a harm came, or what a visit or course asks.
        rows: what other rows say, each with its reference.
    """

    saying: Saying
    about: str
    judged: tuple[Judged, ...]
    compared: Compared | None
    lead: str
    figures: tuple[Figure, ...]
    rows: tuple[tuple[str, str], ...]

    @property
    def refs(self) -> tuple[str, ...]:
        """Every row that it names."""
        found = [f"claims:{one.judgement.claim.verdict_id}" for one in self.judged]
        if self.compared is not None:
            told = [self.compared.said, *self.compared.also, self.compared.blank]
            found += [ref for one in told if one is not None for ref in one.refs]
        found += [ref for figure in self.figures for ref in figure.refs]
        return tuple(dict.fromkeys((*found, *(ref for _, ref in self.rows))))


@shared(size=128)
def reply(saying_id: str) -> Reply:
    """What answers one saying of our tables, worked out once."""
    return reply_to(load(), load().sayings[saying_id])


def reply_to(evidence: Evidence, saying: Saying) -> Reply:
    """What answers a saying."""
    lead, figures = _figures(evidence, saying)
    return Reply(
        saying,
        _about(evidence, saying),
        tuple(
            Judged(promise.benefit.name, judgement)
            for promise in (check(evidence) if saying.verdict_ids else ())
            for judgement in promise.judgements
            if judgement.claim.verdict_id in saying.verdict_ids
        ),
        _compared(evidence, saying),
        lead,
        figures,
        tuple((words_of_row(evidence, ref), ref) for ref in saying.row_refs),
    )


def _about(evidence: Evidence, saying: Saying) -> str:
    if not saying.treatment_id:
        return ""
    option = evidence.treatments[saying.treatment_id].name
    return say("search-option", option=option, concern=evidence.concerns[saying.concern_id].name)


def words_of_row(evidence: Evidence, ref: str) -> str:
    """What a row says, as a sentence; of a fee whose it is and what it rests on."""
    row = evidence.find(ref)
    words = found_words(evidence, ref)
    # Whose fee, and how far the page that tells it can be leaned on.
    if isinstance(row, Cost):
        name = evidence.treatments[row.treatment_id].name
        words = say("saying-fee", name=name, fee=words, about=row.about)
    return sentence(words)


def _compared(evidence: Evidence, saying: Saying) -> Compared | None:
    if not saying.treatment_id or saying.harm or saying.figure:
        return None
    concern_id, treatment_id = saying.concern_id, saying.treatment_id
    if saying.rival_id:
        line = head_to_head(evidence, concern_id, treatment_id, saying.rival_id)
        also = tuple(voice.said for voice in rival_beside(evidence, concern_id, treatment_id, saying.rival_id))
        turned = rival_turn(evidence, concern_id, treatment_id, saying.rival_id)
    else:
        line = headline_against_control(evidence, concern_id, treatment_id)
        also = tuple(voice.said for voice in beside(evidence, concern_id, treatment_id))
        turned = turn(evidence, concern_id, treatment_id)
    if line is None:
        return Compared("none", say("saying-word-none"), None, "", also, _silence(evidence, saying))
    said = statement(evidence, line)
    way: Word = said.direction
    if turned or line.at_other_times:
        way = "mixed"
    elif said.rating.level == "very_low" and way != "untested":
        way = "unsure"
    return Compared(way, say(f"saying-word-{way}", level=said.rating.level), said, why(evidence, said.rating), also)


def _silence(evidence: Evidence, saying: Saying) -> Figure:
    """That no study can speak, and what there is instead."""
    if not saying.rival_id:
        return _row(evidence, saying).effect
    names = (treatment_name(evidence, name) for name in (saying.treatment_id, saying.rival_id))
    subject, other = names
    return Figure(say("saying-no-rival", subject=subject, other=other), rule="headline", known=False)


def _row(evidence: Evidence, saying: Saying) -> OptionRow:
    role = next(
        option.role for option in evidence.options(saying.concern_id) if option.treatment_id == saying.treatment_id
    )
    return option_row(evidence, evidence.concerns[saying.concern_id], saying.treatment_id, role)


def _figures(evidence: Evidence, saying: Saying) -> tuple[str, tuple[Figure, ...]]:
    if saying.harm:
        return say(f"harm-{saying.harm}"), _harm(evidence, saying)
    if not saying.figure:
        return "", ()
    row, group = _row(evidence, saying), evidence.concerns[saying.concern_id].group
    lead, found = {
        "visits": ("column-visits", row.visits),
        "days": (f"column-days-{group}", row.days),
        "shows": ("column-shown-skin", row.shows),
        "discomfort": ("column-discomfort", row.discomfort),
    }[saying.figure]
    return say(lead), (found,)


def _harm(evidence: Evidence, saying: Saying) -> tuple[Figure, ...]:
    """How often a harm came, as the page of its concern tells it; else that it was reported, or not counted."""
    concern = evidence.concerns[saying.concern_id]
    (group,) = harm_groups(evidence, concern, (_row(evidence, saying),))
    rated = [harm_figure(evidence, rate, with_name=True) for rate in group.rates if rate.harm == saying.harm]
    told = [answer.reported for answer in group.answers if answer.harm == saying.harm and answer.reported is not None]
    told += [risk for risk in (*group.unrated, *group.listed) if risk.harm == saying.harm]
    found = (*rated, *(reported_figure(risk) for risk in told))
    return found or (Figure(say("saying-harm-uncounted"), known=False, rule="rates"),)
