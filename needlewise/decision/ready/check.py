"""Four to six questions from the person's own options, each with its answer from the tables and the rows behind it.

The wrong answers are true of another option on the page, or are the other words of the same scale: no figure is made
up. A question is asked only where its answer is known and differs between the options.

The four questions on being ready are the SURE test (Légaré and others 2010): any "no" is a reason to talk or to wait.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from needlewise.decision.concern.page import ConcernPage
from needlewise.decision.shared.figure import Figure
from needlewise.decision.shared.options import OptionRow
from needlewise.words import say, sentence

Asked = Literal["nothing", "sure", "visits", "days", "harm", "pain"]


MOST_ASKED = 6


# As the test has them: sure of the best choice, benefits and risks known, clear what matters, support enough.
SURE = ("sure", "understand", "risk", "encouragement")
SURE_SOURCE = ("sources:legare2010sure",)

_LEVELS = ("high", "moderate", "low", "very_low", "not_rated")


@dataclass(frozen=True)
class CheckQuestion:
    """One question.

    Attributes:
        asked: what it is about.
        text: the question.
        choices: what can be picked; the right one is among them.
        right: the right one.
        why: what the tables say, for whoever was right and for whoever was not.
        refs: the rows behind the answer.
    """

    asked: Asked
    text: str
    choices: tuple[str, ...]
    right: str
    why: str
    refs: tuple[str, ...]


def check_questions(page: ConcernPage, option_ids: tuple[str, ...]) -> tuple[CheckQuestion, ...]:
    """The questions for some options of a concern, in the order of what decides; at most six."""
    rows = [row for row in page.options if row.treatment.treatment_id in option_ids]
    # Needling first: it is what the page is about.
    treated = sorted((row for row in rows if row.role != "nothing"), key=lambda row: row.role != "needling")
    found = [
        _nothing(page),
        *(_sure(row) for row in treated[:1]),
        _of_figures("visits", treated, [row.visits for row in treated]),
        _of_figures("days", treated, [row.days for row in treated]),
        _of_figures("harm", treated, [row.harm for row in treated]),
        _of_figures("pain", treated, [row.discomfort for row in treated]),
        *(_sure(row) for row in treated[1:]),
    ]
    return tuple(question for question in found if question is not None)[:MOST_ASKED]


def _nothing(page: ConcernPage) -> CheckQuestion:
    """What studies say of doing nothing; where none was found, that is the answer."""
    concern = page.concern
    known = say("ready-nothing-known", noun=concern.noun)
    unknown = say("ready-nothing-unknown")
    never = say("ready-nothing-never")
    right = known if concern.nothing_refs else unknown
    text = say("ready-ask-nothing", noun=concern.noun)
    return CheckQuestion("nothing", text, (never, known, unknown), right, concern.nothing, concern.nothing_refs)


def _sure(row: OptionRow) -> CheckQuestion:
    """How sure the studies are of one option's effect."""
    none = say("certainty-short-none")
    words = (*(say(f"certainty-short-{level}") for level in _LEVELS), none)
    rating = row.rating
    right = none if rating is None else say(f"certainty-short-{rating.level}")
    text = say("ready-ask-sure", treatment=row.treatment.mid_sentence)
    why = row.effect.text if rating is None else f"{row.effect.text} {say(f'certainty-means-{rating.level}')}"
    return CheckQuestion("sure", text, words, right, sentence(why), row.effect.refs)


def _of_figures(asked: Asked, rows: list[OptionRow], figures: list[Figure]) -> CheckQuestion | None:
    """The figure of the first option that has one, among those of the others; None where they cannot be told apart.

    That a figure is not known is true of another option too, and may be picked.
    """
    told = sorted(zip(rows, figures, strict=True), key=lambda one: not (one[1].known and one[1].refs))
    texts = tuple(dict.fromkeys(figure.text for _, figure in told))
    if not told or not (told[0][1].known and told[0][1].refs) or len(texts) < 2:
        return None
    row, figure = told[0]
    name = row.treatment.mid_sentence
    others = "; ".join(
        say("ready-figure", name=other.treatment.mid_sentence, figure=one.text) for other, one in told[1:]
    )
    why = say("ready-why", name=row.treatment.name, figure=figure.text, others=others)
    # In the order of the alphabet, so that the place of an answer tells nothing.
    text = say(f"ready-ask-{asked}", treatment=name)
    return CheckQuestion(asked, text, tuple(sorted(texts)), figure.text, why, figure.refs)
