"""Which options of a concern stand first, and by which kinds the others follow. None is left out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import get_args

from needlewise.decision.shared.options import best_head_to_head
from needlewise.evidence.model.store import Evidence
from needlewise.evidence.model.vocabulary import Kind
from needlewise.evidence.rules.headline import headline_against_control, is_eligible

# How many options stand first, needling and doing nothing among them: room on a screen, nothing that studies tell.
FIRST_SHOWN = 6

_AGAINST = ("weak_against", "against")


@dataclass(frozen=True)
class OptionGroup:
    """Options of one kind, in the order in which the concern lists them."""

    kind: Kind
    option_ids: tuple[str, ...]


@dataclass(frozen=True)
class OptionOrder:
    """The options that stand first, and the others by kind."""

    first: tuple[str, ...]
    groups: tuple[OptionGroup, ...]

    @property
    def count_behind(self) -> int:
        """How many options do not stand first."""
        return sum(len(group.option_ids) for group in self.groups)

    @property
    def all_ids(self) -> tuple[str, ...]:
        """Every option: those that stand first, then the others by kind."""
        return (*self.first, *(name for group in self.groups for name in group.option_ids))


def option_order(evidence: Evidence, concern_id: str, most: int = FIRST_SHOWN) -> OptionOrder:
    """The order in which options are offered.

    First stand the needling, the first alternative (see `alternatives_in_order`), the best studied of the others and
    doing nothing, `most` in all. The rest follow by kind, in the order of `Kind`; within a kind as the concern lists
    them.

    Raises:
        KeyError: for an unknown concern.
    """
    options = evidence.options(concern_id)
    needling = [option.treatment_id for option in options if option.role == "needling"]
    nothing = [option.treatment_id for option in options if option.role == "nothing"]
    room = max(most - len(needling) - len(nothing), 1)
    first = (*needling, *alternatives_in_order(evidence, concern_id)[:room], *nothing)
    behind = [option.treatment_id for option in options if option.treatment_id not in first]
    kinds = {name: evidence.treatments[name].kind for name in behind}
    groups = (OptionGroup(kind, tuple(name for name in behind if kinds[name] == kind)) for kind in get_args(Kind))
    return OptionOrder(first, tuple(group for group in groups if group.option_ids))


def alternatives_in_order(evidence: Evidence, concern_id: str) -> tuple[str, ...]:
    """The alternatives to needling: the first one, then the best studied.

    The first is the one that guidelines put in the first line: recommended without reserve by most bodies, with none
    that we read advising against it. Of as many bodies, and where no guideline names one: the surest of the findings
    that speak for them, as the page tells it, then the most people in that finding.
    The others follow by the most people in any one finding that may speak, then by how sure. Equals stand as the
    concern lists them. How many rows we hold never counts, and no guideline row that was not checked.
    """
    names = [option.treatment_id for option in evidence.options(concern_id) if option.role == "alternative"]
    sure = {name: _surest(evidence, concern_id, name) for name in names}
    people = {name: _most_people(evidence, concern_id, name) for name in names}
    bodies = _recommended_by(evidence, concern_id)
    first = max(names, key=lambda name: (bodies.get(name, 0), *sure[name], -names.index(name)), default=None)
    others = sorted(
        (name for name in names if name != first), key=lambda name: (-people[name], -sure[name][0], names.index(name))
    )
    return (*(() if first is None else (first,)), *others)


def _surest(evidence: Evidence, concern_id: str, treatment_id: str) -> tuple[int, int]:
    """How sure the finding that speaks for an option is (0: none, 1 very low to 4 high), and how many people it has."""
    line = headline_against_control(evidence, concern_id, treatment_id) or best_head_to_head(
        evidence, evidence.concerns[concern_id], treatment_id
    )
    return (0, 0) if line is None else (line.rating.strength + 1, line.effect.people or 0)


def _most_people(evidence: Evidence, concern_id: str, treatment_id: str) -> int:
    """The most people in any one finding about an option that may speak; 0 where none says how many."""
    return max(
        (
            effect.people or 0
            for effect in evidence.of(concern_id).effects
            if treatment_id in (effect.treatment_id, effect.comparator_id) and is_eligible(evidence, effect)
        ),
        default=0,
    )


def _recommended_by(evidence: Evidence, concern_id: str) -> dict[str, int]:
    """How many bodies recommend each treatment without reserve; none where another advises against it."""
    rows = [row for row in evidence.guidelines.values() if row.concern_id == concern_id and row.checked]
    bodies: dict[str, set[str]] = {}
    for row in rows:
        if row.recommendation == "for":
            bodies.setdefault(row.treatment_id, set()).add(row.body)
    refused = {row.treatment_id for row in rows if row.recommendation in _AGAINST}
    return {name: len(found) for name, found in bodies.items() if name not in refused}
