"""The IPDAS checklist for decision aids (version 4: Joseph-Williams and others 2014, doi 10.1177/0272989X13501721).

44 items, of which 9 ask only about tests; the other 35 apply to a choice of treatment. What each asks and how it is met
stands in the catalogue under `about-ipdas-CODE`; here stand whether it is met and where to look. `met` is said only
where
a reader can see it for themselves. Whatever needs people from outside waits until it has been done.
The order of the quality items is ours.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Literal

Group = Literal["qualifying", "certification", "quality"]


GROUPS: tuple[Group, ...] = ("qualifying", "certification", "quality")


@dataclass(frozen=True)
class Item:
    """One item of the checklist.

    Attributes:
        code: Q (qualifying), C (certification) or K (quality) and a number.
        is_met: True when it is met, provided `page` exists.
        page: the page on which it can be seen; empty when it is not met.
        place: what to append to the page's address, to land on the very place.
    """

    code: str
    is_met: bool
    page: str = ""
    place: str = ""

    @property
    def group(self) -> Group:
        """Which of the three groups it belongs to."""
        return {"Q": "qualifying", "C": "certification", "K": "quality"}[self.code[0]]  # type: ignore[return-value]

    def holds(self, pages: Collection[str]) -> bool:
        """True when it is met among the pages that exist."""
        return self.is_met and self.page in pages

    def address(self, paths: Mapping[str, str]) -> str:
        """Where it can be seen, given the path of each page: on this page only its place."""
        return self.place if self.page == "about" else f"/{paths[self.page]}{self.place}"


ITEMS = (
    Item("Q1", True, "explore"),
    Item("Q2", True, "explore"),
    Item("Q3", True, "explore"),
    Item("Q4", True, "compare"),
    Item("Q5", True, "compare"),
    Item("Q6", True, "explore"),
    Item("C1", True, "compare"),
    Item("C2", True, "evidence", "?evidence_part=sources"),
    Item("C3", True, "about", "#review"),
    Item("C4", True, "about", "#review"),
    Item("C5", True, "explore"),
    Item("C6", True, "about", "#payers"),
    Item("K1", True, "explore"),
    Item("K2", True, "compare"),
    Item("K3", True, "explore"),
    Item("K4", True, "evidence", "?evidence_part=findings"),
    Item("K5", True, "explore"),
    Item("K6", True, "evidence", "?evidence_part=findings"),
    Item("K7", False),
    Item("K8", True, "explore"),
    Item("K9", True, "explore"),
    Item("K10", True, "priorities"),
    Item("K11", False),
    Item("K12", True, "take_home"),
    Item("K13", False),
    Item("K14", False),
    Item("K15", False),
    Item("K16", False),
    Item("K17", False),
    Item("K18", False),
    Item("K19", True, "about", "#made"),
    Item("K20", True, "evidence", "?evidence_part=map"),
    Item("K21", False),
    Item("K22", True, "about", "#limits"),
    Item("K23", False),
)


def met(group: Group, pages: Collection[str]) -> tuple[int, int]:
    """How many items of a group are met, and how many there are."""
    mine = [item for item in ITEMS if item.group == group]
    return sum(item.holds(pages) for item in mine), len(mine)
