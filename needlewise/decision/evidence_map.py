"""Where the evidence is, and where it is missing.

Every concern against every option, after the evidence-gap-map convention.

A cell tells how many people were studied, which way the finding points that speaks on Explore, and how sure it is. Four
kinds of cell are kept apart: a comparison that speaks, comparisons that cannot speak (other people, a pool of
treatments, something that is no option here), before-and-after figures only, and nothing at all.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from needlewise.evidence.model.rows import Concern, Effect, Treatment
from needlewise.evidence.model.store import Evidence
from needlewise.evidence.rules.bases import Base, base
from needlewise.evidence.rules.certainty import Rating
from needlewise.evidence.rules.headline import Headline, best_head_to_head, headline_against_control
from needlewise.evidence.sentences.beside import depends, turn
from needlewise.evidence.sentences.statements import Direction, statement

State = Literal["speaks", "indirect", "before_after", "none"]
Group = Literal["pain", "skin"]
Against = Base | Literal[""]


@dataclass(frozen=True)
class MapCell:
    """One concern and one option.

    Attributes:
        state: `speaks` (the finding that speaks on Explore), `indirect` (compared, but in other people, in a pool, on
            a weak
            or unchecked source, or with something that is neither nothing nor an option of this concern),
            `before_after` (no comparison group), `none` (nothing found).
        people: the most people in one source, because reviews overlap and cannot be added up; None when not given.
        findings: how many findings there are, repeats left out.
        direction, rating, words: of the finding that speaks; None and empty without one.
        refs: the rows behind the cell.
        against: what the finding that speaks was held against (`Base`); empty where none speaks.
    """

    concern: Concern
    treatment: Treatment
    state: State
    people: int | None
    findings: int
    direction: Direction | None
    rating: Rating | None
    words: str
    refs: tuple[str, ...]
    against: Against = ""


@dataclass(frozen=True)
class EvidenceMap:
    """The concerns of one group (rows) against the options of that group (columns); `cells[row][column]`."""

    group: Group
    concerns: tuple[Concern, ...]
    treatments: tuple[Treatment, ...]
    cells: tuple[tuple[MapCell, ...], ...]

    @property
    def gaps(self) -> int:
        """Cells in which nothing was found."""
        return sum(cell.state == "none" for row in self.cells for cell in row)


def _speaking(evidence: Evidence, concern: Concern, treatment_id: str) -> Headline | None:
    """What speaks on Explore: against sham, nothing or usual care; else against needling.

    Else against another option.
    """
    line = headline_against_control(evidence, concern.concern_id, treatment_id)
    return best_head_to_head(evidence, concern, treatment_id) if line is None else line


def _cell(evidence: Evidence, concern: Concern, treatment: Treatment, rows: list[Effect]) -> MapCell:
    if not rows:
        return MapCell(concern, treatment, "none", None, 0, None, None, "", ())
    people = max((effect.people for effect in rows if effect.people), default=None)
    line = _speaking(evidence, concern, treatment.treatment_id)
    if line is not None:
        said = statement(evidence, line)
        turned = turn(evidence, concern.concern_id, treatment.treatment_id)
        words = f"{said.text} {turned}" if turned else said.text
        against: Against = base(line.effect)
        other = depends(evidence, concern.concern_id, treatment.treatment_id)
        refs = said.refs if other is None else tuple(dict.fromkeys((*said.refs, *other.line.refs)))
        return MapCell(
            concern, treatment, "speaks", people, len(rows), said.direction, said.rating, words, refs, against
        )
    compared = [effect for effect in rows if effect.kind in ("controlled", "arm_means")]
    state: State = "indirect" if compared else "before_after"
    refs = tuple(f"effects:{effect.effect_id}" for effect in compared or rows)
    return MapCell(concern, treatment, state, people, len(rows), None, None, "", refs)


def _rows(evidence: Evidence, group: Group) -> dict[tuple[str, str], list[Effect]]:
    """Findings on what people come for, by concern and by each arm that is one treatment."""
    found: dict[tuple[str, str], list[Effect]] = {}
    names = (name for name, concern in evidence.concerns.items() if concern.group == group)
    for effect in (effect for name in names for effect in evidence.of(name).effects):
        if effect.is_set_aside:
            continue
        if evidence.outcomes[effect.outcome].role != "benefit" or effect.kind in (
            "recommendation",
            "natural_course",
            "rank",
        ):
            continue
        for name in {effect.treatment_id, effect.comparator_id}:
            found.setdefault((effect.concern_id, name), []).append(effect)
    return found


def build(evidence: Evidence, group: Group) -> EvidenceMap:
    """The map of one group. Columns: needling first, then the options that most concerns have, then by name."""
    concerns = tuple(concern for concern in evidence.concerns.values() if concern.group == group)
    counts: dict[str, int] = {}
    for option in evidence.concern_options.values():
        if option.role != "nothing" and evidence.concerns[option.concern_id].group == group:
            counts[option.treatment_id] = counts.get(option.treatment_id, 0) + 1
    needling = {concern.needling_id for concern in concerns}
    names = sorted(counts, key=lambda name: (name not in needling, -counts[name], evidence.treatments[name].name))
    treatments = tuple(evidence.treatments[name] for name in names)
    rows = _rows(evidence, group)
    cells = tuple(
        tuple(
            _cell(evidence, concern, treatment, rows.get((concern.concern_id, treatment.treatment_id), []))
            for treatment in treatments
        )
        for concern in concerns
    )
    return EvidenceMap(group, concerns, treatments, cells)
