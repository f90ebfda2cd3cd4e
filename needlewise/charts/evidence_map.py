"""The evidence map as a picture: a bubble for each cell, and the same in words.

It is drawn in HTML and not by Plotly, because each bubble is a link: it must be reached with the keyboard, named to a
screen reader and lead to the findings behind it. This module says how large, which mark and which words; `ui` draws.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from needlewise.decision.evidence_map import Against, EvidenceMap, MapCell
from needlewise.evidence.rules.certainty import Rating
from needlewise.evidence.sentences.statements import Direction
from needlewise.words import say

# Diameters in pixels. The largest number of people drawn to size; more is drawn as this many.
LARGEST, SMALLEST = 36, 11
MOST_PEOPLE = 2000

# One mark for each direction, told apart by shape.
MARKS = {"better": "▲", "worse": "▼", "same": "=", "no_clear": "○", "disagree": "≠", "unsure": "?"}


@dataclass(frozen=True)
class Bubble:
    """One cell as drawn.

    Attributes:
        cell: what it shows.
        diameter: pixels; the area is in proportion to the people studied.
        mark: the sign of its direction; empty when no comparison speaks.
        against: one letter for what it was set against; empty when no comparison speaks.
        label: how sure, in one or two short words, or what kind of blank it is.
        words: all of it in one sentence, for the screen reader and the table.
    """

    cell: MapCell
    diameter: int
    mark: str
    against: str
    label: str
    words: str


# What a mark is against, in the order of its key.
AGAINST: tuple[Against, ...] = ("sham", "no_treatment", "usual_care", "added", "rival")


def _shown(direction: Direction, rating: Rating) -> str:
    """The mark for a direction: none points a way where the sentence says that we are not sure whether."""
    pointing = direction in ("better", "worse")
    return "unsure" if direction == "untested" or (pointing and rating.level == "very_low") else direction


def diameter(people: int | None) -> int:
    """Pixels across for a number of people: area in proportion, up to `MOST_PEOPLE`, never smaller than can be seen."""
    if not people:
        return SMALLEST
    share = min(people, MOST_PEOPLE) / MOST_PEOPLE
    return max(SMALLEST, round(LARGEST * math.sqrt(share)))


def bubble(cell: MapCell) -> Bubble:
    """One cell as a bubble and its words."""
    counted = (
        say("evidence-map-people", people=f"{cell.people:,}") if cell.people else say("evidence-map-people-unknown")
    )
    if cell.state == "speaks" and cell.rating is not None and cell.direction is not None:
        words = say(
            "evidence-map-cell",
            concern=cell.concern.name,
            treatment=cell.treatment.name,
            words=cell.words,
            certainty=say(f"certainty-{cell.rating.level}"),
            people=counted,
        )
        return Bubble(
            cell,
            diameter(cell.people),
            MARKS[_shown(cell.direction, cell.rating)],
            say(f"evidence-map-against-{cell.against}"),
            say(f"evidence-map-{cell.rating.level}"),
            words,
        )
    words = say(
        "evidence-map-cell-blank",
        concern=cell.concern.name,
        treatment=cell.treatment.name,
        blank=say(f"evidence-map-state-{cell.state}"),
        people=counted if cell.state != "none" else "",
    )
    size = 0 if cell.state == "none" else diameter(cell.people)
    return Bubble(cell, size, "", "", say(f"evidence-map-short-{cell.state}"), words)


def draw(found: EvidenceMap) -> tuple[tuple[Bubble, ...], ...]:
    """All bubbles, row by row as in the map."""
    return tuple(tuple(bubble(cell) for cell in row) for row in found.cells)
