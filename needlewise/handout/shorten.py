"""What gives way, and in which order, when a take-home would fill more than two pages in type that can be read.

The order is fixed. What the page behind the code shows as well goes first, then what a person can have again by filling
in a page. What a person wrote, how well each option works, how sure that is, what can go wrong, the signs that need a
doctor and each thing to raise always stay. What was left out is counted on the paper, with where to find it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any

from needlewise.handout.citations import BETWEEN, ranges
from needlewise.handout.model import Cited, Handout, PaperLine
from needlewise.words import join_list, say

# Each step comes on top of those before it.
STEPS = (
    "pictures",
    "some questions",
    "some sums",
    "fits",
    "what",
    "sources",
    "more questions",
    "some signs",
    "skin",
    "some reasons",
    "more reasons",
    "more sums",
    "all reasons",
    "all sources",
    "lists",
    "all sums",
    "most questions",
    "notes",
    "warned",
    "places",
    "stops",
    "beside",
)
_QUESTIONS_KEPT = {"some questions": 5, "more questions": 4, "most questions": 3}
_REASONS_KEPT = {"some reasons": 3, "more reasons": 1, "all reasons": 0}
# Of each option on the calendar: its verdict, then its visits. The answer above them tells all verdicts in one.
_DATES_KEPT = {"some sums": 2, "more sums": 1, "all sums": 0}
# The highest fit, and that it is no advice.
_FIT_LINES = 2
# The facts whose notes can be short: visits and pain, by their place in `option_heads`.
_NOTED_SHORT = (0, 4)
# The facts that tell of days after a visit, and when a result is seen.
_DAYS, _RESULTS = 1, 3
# Of what the clinic says of itself.
_CLINIC_KEPT = 2
# What the page behind the code has; the rest is made from what a person told.
_BEHIND_THE_CODE = ("pictures", "questions", "sources", "lists", "beside", "signs", "what", "notes", "warned")


def shortened(whole: Handout, steps: int) -> tuple[Handout, tuple[str, ...]]:
    """The take-home after so many steps, and the sentences that say what was left out; none after no step."""
    handout, left = whole, dict[str, int]()
    for step in STEPS[:steps]:
        handout, count = _without(whole, handout, step)
        left[step.split()[-1]] = count
    sentences = []
    for where, names in (
        ("code", [name for name in left if left[name] and name in _BEHIND_THE_CODE]),
        ("again", [name for name in left if left[name] and name not in _BEHIND_THE_CODE]),
    ):
        if names:
            things = join_list([say(f"take_home-left-{name}", count=left[name]) for name in names])
            sentences.append(say(f"take_home-doc-left-{where}", things=things))
    return handout, tuple(sentences)


def _without(whole: Handout, handout: Handout, step: str) -> tuple[Handout, int]:
    """The take-home after one step more, and how many of its things are left out now of the whole."""
    if step == "pictures":
        pictures = bool(whole.strips) + len(whole.pairs)
        return replace(handout, strips=(), strips_lead="", strips_note="", pairs=(), pairs_lead=""), pictures
    if step in _QUESTIONS_KEPT:
        # The first are about the person, the last asks what waiting would mean.
        asked, most = whole.questions, _QUESTIONS_KEPT[step]
        kept = asked if len(asked) <= most else (*asked[: most - 1], asked[-1])
        return replace(handout, questions=kept), len(asked) - len(kept)
    if step in _OF_ITSELF:
        return _OF_ITSELF[step](handout)
    if step in _DATES_KEPT:
        return _plan_without_sums(handout, _DATES_KEPT[step])
    if step == "all sources":
        return replace(_recited(handout, {}), sources=()), len(whole.sources)
    if step == "lists":
        return replace(handout, harm_lists=()), len(whole.harm_lists)
    if step == "beside":
        options = tuple(replace(option, works=option.works[:1]) for option in handout.options)
        # What else was found keeps its words; its size stands behind the code.
        first, *others = handout.answer
        answer = (first, *(replace(line, note="") for line in others))
        return replace(handout, options=options, answer=answer), sum(
            len(option.works) > 1 for option in handout.options
        )
    return _fewer_reasons(whole, handout, _REASONS_KEPT[step])


def _effects_only(handout: Handout) -> tuple[Handout, int]:
    """Only the sources of how well it works, numbered anew; the numbers of the others leave the lines."""
    kept = [source for source in handout.sources if source.firm]
    if not kept or len(kept) == len(handout.sources):
        return handout, 0
    numbers = {source.number: place for place, source in enumerate(kept, 1)}
    renumbered = tuple(replace(source, number=numbers[source.number]) for source in kept)
    return replace(_recited(handout, numbers), sources=renumbered), len(handout.sources) - len(kept)


def _recited(value: Any, numbers: dict[int, int]) -> Any:  # noqa: ANN401  any part of a take-home
    """A part of a take-home with the source numbers of its lines exchanged; numbers that have gone are left out."""
    if isinstance(value, PaperLine):
        return replace(value, cites=ranges(sorted(numbers[old] for old in numbered(value.cites) if old in numbers)))
    if isinstance(value, tuple):
        return tuple(_recited(part, numbers) for part in value)
    if is_dataclass(value) and not isinstance(value, type) and not isinstance(value, Cited):
        parts = {part.name: _recited(getattr(value, part.name), numbers) for part in fields(value) if part.init}
        return replace(value, **parts)
    return value


def numbered(cites: str) -> list[int]:
    """The numbers behind `1–3, 7`."""
    found: list[int] = []
    for first, last in re.findall(r"(\d+)(?:–(\d+))?", cites):
        found += range(int(first), int(last or first) + 1)
    return found


def _plan_without_sums(handout: Handout, most: int) -> tuple[Handout, int]:
    """Each option keeps its verdict and, as long as there is room, its visits; how the dates add up goes."""
    if handout.plan is None:
        return handout, 0
    options = tuple(replace(option, lines=option.lines[:most]) for option in handout.plan.options) if most else ()
    shorter = sum(len(option.lines) > most for option in handout.plan.options)
    return replace(handout, plan=replace(handout.plan, options=options)), shorter


def _without_skin(handout: Handout) -> tuple[Handout, int]:
    """The table above has the figures; which skin types they were seen in goes."""
    told = handout.cautions
    if told is None:
        return handout, 0
    return replace(handout, cautions=replace(told, skin=())), len(told.skin)


def _without_fits(handout: Handout) -> tuple[Handout, int]:
    """What was said and which option fits it stay; the table of all fits goes."""
    found = handout.priorities
    if found is None:
        return handout, 0
    return replace(handout, priorities=replace(found, head=(), rows=())), len(found.rows)


def _fewer_reasons(whole: Handout, handout: Handout, most: int) -> tuple[Handout, int]:
    """The most careful reasons stay; of the others each thing ticked keeps its name."""
    told, shown = whole.cautions, handout.cautions
    if told is None or shown is None or len(told.reasons) <= most:
        return handout, 0
    named = {name for about in told.about[:most] for name in about.split(BETWEEN)}
    gone = dict.fromkeys(
        name for about in told.about[most:] for name in about.split(BETWEEN) if name and name not in named
    )
    # What explains a condition in brackets stands on Right for me?, where it was ticked.
    names = (name if most else re.sub(r" \([^)]*\)", "", name) for name in gone)
    # Where no reason is left, the list is long: it is set as small as a note.
    rest = PaperLine(say("take_home-caution-also"), BETWEEN.join(names)) if gone else None
    return replace(handout, cautions=replace(shown, reasons=(*shown.reasons[:most], *((rest,) if rest else ())))), len(
        gone
    )


def _urgent_only(handout: Handout) -> tuple[Handout, int]:
    """Of the signs afterwards the emergencies stay; where none is one, the first of them stays."""
    start = say("after-title-emergency")
    kept = tuple(line for line in handout.after if line.text.startswith(start)) or handout.after[:1]
    return replace(handout, after=kept), len(handout.after) - len(kept)


def _without_what(handout: Handout) -> tuple[Handout, int]:
    """What happens at a visit stands on the page."""
    options = tuple(replace(option, what=PaperLine("")) for option in handout.options)
    return replace(handout, options=options), sum(bool(option.what.text) for option in handout.options)


def _figures_first(handout: Handout) -> tuple[Handout, int]:
    """Below visits and pain the first note stays, which says where the figure is from; ranges and numbing go.

    Why a figure is not known goes too, and what was seen later than the first result.
    """
    options = tuple(
        replace(
            option,
            facts=tuple(_first_note(line, place) for place, line in enumerate(option.facts)),
            # Visits and fee stay: what they come to can be worked out.
            clinic=option.clinic[:_CLINIC_KEPT],
        )
        for option in handout.options
    )
    return replace(handout, options=options), sum(old != new for old, new in zip(handout.options, options, strict=True))


def _first_note(line: PaperLine, place: int) -> PaperLine:
    if not line.known or place == _RESULTS:
        return replace(line, note="")
    if place == _DAYS:
        # What it rests on stands last.
        return replace(line, note=line.note.rsplit(" · ", maxsplit=1)[-1])
    return replace(line, note=line.note.split(" · ", maxsplit=1)[0]) if place in _NOTED_SHORT else line


def _headlines(handout: Handout) -> tuple[Handout, int]:
    """Of an official warning its first sentence stays: who warns, when, and of what; the rest stands on the page."""
    harms = tuple(replace(line, text=_headline(line.text)) if line.rule == "stated" else line for line in handout.harms)
    return replace(handout, harms=harms), sum(old != new for old, new in zip(handout.harms, harms, strict=True))


def _headline(text: str) -> str:
    """Up to the end of the first sentence after the colon."""
    start, colon, told = text.partition(": ")
    return f"{start}{colon}{re.split(r'(?<=[.!?]) ', told, maxsplit=1)[0]}"


def _stops_by_name(handout: Handout) -> tuple[Handout, int]:
    """Every option that waits is named first, in one line. Nothing is lost: the cautions name what it waits for."""
    if not handout.stops:
        return handout, 0
    line = replace(handout.stops[0], text=" ".join(stop.text for stop in handout.stops), note="")
    return replace(handout, stops=(line,)), 0


def _highest_fit_only(handout: Handout) -> tuple[Handout, int]:
    """Which option fits best and that a fit is no advice stay; how often each came first goes."""
    found = handout.priorities
    if found is None or len(found.lines) <= _FIT_LINES:
        return handout, 0
    lines = (found.lines[0], found.lines[-1])
    return replace(handout, priorities=replace(found, lines=lines)), len(found.lines) - len(lines)


# Steps that ask for nothing but the take-home itself.
_OF_ITSELF: Mapping[str, Callable[[Handout], tuple[Handout, int]]] = {
    "fits": _without_fits,
    "sources": _effects_only,
    "skin": _without_skin,
    "some signs": _urgent_only,
    "what": _without_what,
    "notes": _figures_first,
    "warned": _headlines,
    "stops": _stops_by_name,
    "places": _highest_fit_only,
}
