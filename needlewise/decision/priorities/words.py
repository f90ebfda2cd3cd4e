"""What matters to a person, in words.

The answer, why it is as it is, what would change it, and what stands beside the figures.

The page and the paper both speak through here.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from needlewise.decision.priorities.criteria import CRITERIA, Board, CriteriaTable, Criterion, Measure
from needlewise.decision.priorities.fit import FitResult, OptionFit, amount
from needlewise.decision.priorities.smaa import TOP
from needlewise.evidence.model.rows import Treatment
from needlewise.evidence.sentences.statements import in_sentence
from needlewise.words import join_list, round_half_up, say, sentence

# So many of the things that count most are named to say why the answer is as it is.
_WHY_MOST = 2
# Where the surest option has so many marks of four or fewer, nobody can be sure of any.
_UNSURE_MARKS = 1


@dataclass(frozen=True)
class Said:
    """What a person said: criteria with points (None: not given) in their order, and the name of their own one."""

    points: tuple[tuple[str, float | None], ...]
    own_name: str


@dataclass(frozen=True)
class FitTable:
    """The fits as a table, highest first."""

    head: tuple[str, str, str]
    rows: tuple[tuple[str, str, str], ...]


def whole(value: float) -> str:
    """A fit or a count of tries as people write it: whole, and `<1` for few that are not none."""
    return "<1" if 0 < value < 0.5 else f"{round_half_up(value):.0f}"


def criterion_name(criterion_id: str, group: str, own_name: str) -> str:
    """What a criterion is called; a person's own one has the name they gave it."""
    return own_name if criterion_id == "own" else criterion_names(group)[criterion_id]


@functools.cache
def criterion_names(group: str) -> Mapping[str, str]:
    """What the criteria are called; a person's own one before it has a name, too."""
    return {name: say(f"priorities-name-{name}", group=group) for name in CRITERIA}


def names_at_start(treatments: Iterable[Treatment]) -> str:
    """Names at the start of a sentence: `Microneedling and a light peel`."""
    return join_list([item.mid_sentence if place else item.name for place, item in enumerate(treatments)])


def _equal_in_fit(result: FitResult, to: OptionFit) -> list[Treatment]:
    """Options whose fit reads the same as that of one of them."""
    return [item.treatment for item in result.fits if whole(item.fit.mean) == whole(to.fit.mean)]


def highest_fit(result: FitResult) -> str:
    """Which option has the highest fit, or which ones share it."""
    first = result.fits[0]
    level, fit = _equal_in_fit(result, first), whole(first.fit.mean)
    if len(level) > 1:
        return say("priorities-answer-tie", names=names_at_start(level), fit=fit)
    return say("priorities-answer", first=first.treatment.name, fit=fit)


def places_sentence(result: FitResult) -> str:
    """How often the option with the highest fit came first."""
    first = result.fits[0]
    return say("priorities-answer-places", first=first.treatment.mid_sentence, count=whole(first.fit.places[0]))


# From so many steps of improvement an option's range is wide: it covers more than half of the scale from -3 to 3.
_WIDE = 3


def nothing_first(board: Board, said: Said, result: FitResult) -> str:
    """That doing nothing stands first for what is not known of the others; empty where it does not, or not for that.

    Doing nothing is the measure of improvement and has no range, so an option nobody tested cannot pass it by much.
    """
    first = result.fits[0].treatment
    if first.family != "nothing" or "improvement" not in [name for name, _ in said.points]:
        return ""
    measures = dict(zip(board.options, board.criterion("improvement").measures, strict=True))
    blank = [item.treatment for item in result.fits if not measures[item.treatment].known]
    wide = [
        treatment
        for treatment, found in measures.items()
        if found.known and treatment.family != "nothing" and found.high - found.low >= _WIDE
    ]
    if not blank and not wide:
        return ""
    parts = [
        *([say("priorities-nothing-blank", names=_mid(blank))] if blank else []),
        *([say("priorities-nothing-wide", names=_mid(wide))] if wide else []),
    ]
    return say("priorities-nothing-first", parts="; ".join(parts))


def _mid(treatments: Sequence[Treatment]) -> str:
    return join_list([treatment.mid_sentence for treatment in treatments])


def answer_lines(board: Board, measured: CriteriaTable, said: Said, result: FitResult) -> list[str]:
    """What stands below the answer: why it is so, how sure and close it is, what would change it."""
    first, second = result.fits[0], result.fits[1]
    counts = [say("priorities-answer-none-sure")] if none_is_sure(measured, said, result) else []
    alone = len(_equal_in_fit(result, first)) == 1
    if alone:
        after = _equal_in_fit(result, second)
        counts.append(
            say("priorities-answer-second", second=names_at_start(after), fit=whole(second.fit.mean), count=len(after))
        )
    counts.append(places_sentence(result))
    most = max(result.fits, key=lambda item: item.fit.places[0])
    if alone and whole(most.fit.places[0]) != whole(first.fit.places[0]):
        wider = most.fit.high - most.fit.low > first.fit.high - first.fit.low
        counts.append(
            say(
                "priorities-answer-wider" if wider else "priorities-answer-oftener",
                other=most.treatment.name,
                count=whole(most.fit.places[0]),
            )
        )
    first_why = nothing_first(board, said, result)
    return [
        *([first_why] if first_why else []),
        why_words(board, said, result),
        " ".join(counts),
        change_words(measured.concern.group, said, result),
        say("priorities-fit-not-choice"),
    ]


def answer_in_short(board: Board, measured: CriteriaTable, said: Said, result: FitResult) -> str:
    """The answer in one line that may be all that is read."""
    first = result.fits[0]
    sure = "none" if none_is_sure(measured, said, result) else "some"
    if nothing_first(board, said, result):
        sure = "nothing"
    names = names_at_start(_equal_in_fit(result, first))
    return say("priorities-near", names=names, fit=whole(first.fit.mean), sure=sure)


def none_is_sure(measured: CriteriaTable, said: Said, result: FitResult) -> bool:
    """True when certainty was said to matter, and the surest option weighed has one mark of four or none."""
    weighed = {item.treatment for item in result.fits}
    marks = [
        rated.high
        for treatment, rated in zip(measured.options, measured.measures["certainty"], strict=True)
        if rated is not None and treatment in weighed
    ]
    return any(name == "certainty" for name, _ in said.points) and max(marks, default=0) <= _UNSURE_MARKS


def why_words(board: Board, said: Said, result: FitResult) -> str:
    """What the two things that count most say of each option, in the order of their fit: why the answer is as it is."""
    most = sorted(said.points, key=lambda item: -result.shares[item[0]])[:_WHY_MOST]
    parts = []
    for place, (criterion_id, _) in enumerate(most):
        of_option = dict(zip(board.options, board.criterion(criterion_id).measures, strict=True))
        figures = "; ".join(
            say(
                "priorities-why-one",
                name=item.treatment.mid_sentence,
                figure=in_sentence(of_option[item.treatment].figure.text),
            )
            for item in result.fits
        )
        name = criterion_name(criterion_id, board.concern.group, said.own_name)
        parts.append(say("priorities-why-next" if place else "priorities-why", criterion=name, list=figures))
    return " ".join(parts)


def change_words(group: str, said: Said, result: FitResult) -> str:
    """One sentence: the smallest change of points that would put another option on top."""
    change = result.change
    if change is None or result.overtaker is None:
        return say("priorities-change-none")
    given = dict(said.points).get(change.criterion) is not None
    return say(
        "priorities-change-up" if given else "priorities-change-open",
        criterion=criterion_name(change.criterion, group, said.own_name),
        now=whole(change.now),
        then=whole(change.then),
        overtaker=result.overtaker.mid_sentence,
    )


def fit_table(result: FitResult) -> FitTable:
    """Each option's fit, and the middle 80 of 100 tries."""
    return FitTable(
        _fit_head(),
        tuple(
            (item.treatment.name, whole(item.fit.mean), f"{whole(item.fit.low)}–{whole(item.fit.high)}")
            for item in result.fits
        ),
    )


@functools.cache
def _fit_head() -> tuple[str, str, str]:
    return say("column-option"), say("priorities-column-fit"), say("priorities-column-range")


def ends(board: Board, criterion_id: str) -> tuple[str, str]:
    """The two ends of a criterion in words, the worse one first."""
    found = board.criterion(criterion_id)
    return amount(board, found.criterion_id, found.worst), amount(board, found.criterion_id, found.best)


def cannot_be_weighed(names: Sequence[str]) -> str:
    """Which of the things picked cannot tell the options apart; empty when all can."""
    return say("priorities-cannot", names=_quoted(names)) if names else ""


def points_notes(group: str, said: Said, *, kept: float | None, moved: Sequence[str]) -> list[str]:
    """What to know about the points given.

    Args:
        group: of the concern.
        said: what was said.
        kept: points once given to what now stands on top, where it counts 100.
        moved: names of criteria whose points were given for other ends.
    """
    notes = [say("priorities-sets-changed", names=_quoted(moved))] if moved else []
    if kept is not None and whole(kept) != whole(TOP):
        top = criterion_name(said.points[0][0], group, said.own_name)
        notes.append(say("priorities-points-kept", name=top, points=whole(kept)))
    given = [(name, points) for name, points in said.points if points is not None]
    for (upper, first), (lower, second) in pairwise(given):
        if second > first:
            upper_name, lower_name = (criterion_name(name, group, said.own_name) for name in (upper, lower))
            return [*notes, say("priorities-against-order", upper=upper_name, lower=lower_name)]
    return notes


def _quoted(names: Sequence[str]) -> str:
    return join_list([f"“{name}”" for name in names])


def share_words(said: Said, result: FitResult | None) -> dict[str, str]:
    """What each criterion counts of 100 points in all; "about" while points are still drawn."""
    if result is None:
        return {}
    word = "priorities-share-about" if any(points is None for _, points in said.points) else "priorities-share"
    return {name: say(word, share=whole(share)) for name, share in result.shares.items()}


def mixed_harms(criterion: Criterion) -> str:
    """That the options' rates are of different unwanted effects; empty when all are of one."""
    if criterion.criterion_id != "harm":
        return ""
    kinds = dict.fromkeys(item.harm for item in criterion.measures if item.harm)
    names = [in_sentence(say(f"harm-{kind}")) for kind in kinds]
    return say("priorities-harm-mixed", names=join_list(names)) if len(names) > 1 else ""


def figure_note(criterion_id: str, item: Measure) -> str:
    """What stands below a figure."""
    note = item.figure.note
    return sentence(note) if note and item.known and criterion_id == "improvement" else note
