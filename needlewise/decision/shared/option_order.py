"""Which options of a concern stand first, and by which kinds the others follow. None is left out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import get_args

from needlewise.evidence.model.store import Evidence
from needlewise.evidence.model.vocabulary import Kind
from needlewise.evidence.rules.bases import base
from needlewise.evidence.rules.headline import headline_against_control, is_eligible
from needlewise.evidence.rules.second_voice import second_voice

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


def option_order(evidence: Evidence, concern_id: str) -> OptionOrder:
    """The order in which options are offered.

    First stand the needling, the first alternative (see `alternatives_in_order`), the best studied of the others and
    doing nothing, `options_first` in all. The rest follow by kind, in the order of `Kind`; within a kind as the concern
    lists them.

    Raises:
        KeyError: for an unknown concern.
    """
    options = evidence.options(concern_id)
    needling = [option.treatment_id for option in options if option.role == "needling"]
    nothing = [option.treatment_id for option in options if option.role == "nothing"]
    room = max(round(evidence.threshold("options_first")) - len(needling) - len(nothing), 1)
    first = (*needling, *alternatives_in_order(evidence, concern_id)[:room], *nothing)
    behind = [option.treatment_id for option in options if option.treatment_id not in first]
    kinds = {name: evidence.treatments[name].kind for name in behind}
    groups = (OptionGroup(kind, tuple(name for name in behind if kinds[name] == kind)) for kind in get_args(Kind))
    return OptionOrder(first, tuple(group for group in groups if group.option_ids))


def alternatives_in_order(evidence: Evidence, concern_id: str) -> tuple[str, ...]:
    """The alternatives to needling: the first one, then the best studied.

    The first is the one that guidelines put in the first line: recommended without reserve by most bodies, with none
    that we read advising against it; for everyone before for a part of the people. Of as many bodies, and where no
    guideline names one: no needling in another form before one that holds the needling; then the surest of the findings
    that speak for them, as the page tells it; then the most people in any one finding. Only a finding in everyone with
    the concern counts, of more than very low certainty, that favours the option and at no time speaks against it.
    The others follow by the most people in any one finding that may speak, then by how sure. Equals stand as the
    concern lists them. How many rows we hold never counts, and no guideline row that was not checked.
    """
    names = [option.treatment_id for option in evidence.options(concern_id) if option.role == "alternative"]
    needling = evidence.concerns[concern_id].needling_id
    sure = {name: _sure(evidence, concern_id, name) for name in names}
    people = {name: _most_people(evidence, concern_id, name) for name in names}
    bodies = _recommended_by(evidence, concern_id)

    def rank(name: str) -> tuple[object, ...]:
        other = evidence.treatments[name].kind != evidence.treatments[needling].kind
        return (*bodies.get(name, (0, 0)), other, sure[name], people[name], -names.index(name))

    first = max(names, key=rank, default=None)
    others = sorted(
        (name for name in names if name != first), key=lambda name: (-people[name], -sure[name], names.index(name))
    )
    return (*(() if first is None else (first,)), *others)


def _sure(evidence: Evidence, concern_id: str, treatment_id: str) -> int:
    """How sure it is that an option helps everyone with the concern, 1 to 3; 0 where nothing says so.

    Against a dummy, nothing or usual care: how it did beside another option, or on top of other care, is no answer.
    """
    line = headline_against_control(evidence, concern_id, treatment_id)
    if line is None or line.effect.favours != "treatment" or line.effect.subgroup or base(line.effect) == "added":
        return 0
    turned = (*line.conflicting, *line.at_other_times)
    voices = second_voice(evidence, concern_id, treatment_id)
    if any(row.favours == "comparator" for row in turned) or any(voice.kind == "worse" for voice in voices):
        return 0
    return max(line.rating.strength - 1, 0)


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


def _recommended_by(evidence: Evidence, concern_id: str) -> dict[str, tuple[int, int]]:
    """How many bodies recommend each treatment without reserve, for everyone and for a part of the people.

    None where another body advises against it.
    """
    rows = [row for row in evidence.guidelines.values() if row.concern_id == concern_id and row.checked]
    every: dict[str, set[str]] = {}
    part: dict[str, set[str]] = {}
    for row in rows:
        if row.recommendation == "for":
            (part if row.part else every).setdefault(row.treatment_id, set()).add(row.body)
    refused = {row.treatment_id for row in rows if row.recommendation in _AGAINST}
    names = (every.keys() | part.keys()) - refused
    return {name: (len(every.get(name, ())), len(part.get(name, ()))) for name in names}
