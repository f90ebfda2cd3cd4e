"""The menus of the Evidence page: every choice that can stand in its address, as ids and as the labels people see.

The address holds labels, our own links hold ids; `choices` exchanges one for the other before anything is drawn.
"""

from __future__ import annotations

import functools
from urllib.parse import urlencode

from needlewise.caching import shared
from needlewise.decision import bibliography
from needlewise.decision.bibliography import Entry
from needlewise.decision.findings import ANY, FACETS, ORDERS, Facet, Findings
from needlewise.evidence.reading.load import load
from needlewise.evidence.rules.certainty import ALL_LEVELS
from needlewise.ui.state.keys import CONCERN, EVIDENCE_MENUS
from needlewise.words import say

# The choices that are exchanged; the pagers beside them hold a number.
KEYS = frozenset(EVIDENCE_MENUS.values())


PARTS = ("brochure", "map", "findings", "sources")


BLANK = "blank"


@shared(size=1)
def all_findings() -> Findings:
    """The findings of this process, prepared once."""
    return Findings(load())


@shared(size=1)
def all_sources() -> tuple[Entry, ...]:
    """The sources of this process, prepared once."""
    return bibliography.entries(load())


def address(part: str, **choice: str) -> str:
    """Our own link to a part of this page, with ids: it outlives any wording."""
    values = {EVIDENCE_MENUS["part"]: part} | {
        key if key == CONCERN else EVIDENCE_MENUS[key]: value for key, value in choice.items()
    }
    return f"/evidence?{urlencode(values)}"


@functools.cache
def menus() -> dict[str, dict[str, str]]:
    """Every choice of this page: its key in the address, and id -> label of each entry.

    The first entry is the usual one.
    """
    found: dict[str, dict[str, str]] = {
        EVIDENCE_MENUS["part"]: {part: say(f"evidence-part-{part}") for part in PARTS},
        EVIDENCE_MENUS["scope"]: {"this": say("evidence-scope-this"), ANY: say("evidence-scope-any")},
        EVIDENCE_MENUS["order"]: {order: say(f"evidence-order-{order}") for order in ORDERS},
        EVIDENCE_MENUS["ground"]: {
            ground: say(f"evidence-ground-{ground}") for ground in (bibliography.ANY, "firm", "weak")
        },
    }
    for facet in FACETS[1:]:
        names = {value or BLANK: _label(facet, value) for value in all_findings().present(facet)}
        found[EVIDENCE_MENUS[facet]] = {ANY: say(f"evidence-any-{facet}")} | names
    found[EVIDENCE_MENUS["certainty"]] = {ANY: say("evidence-any-certainty")} | {
        level: say(f"certainty-short-{level}") for level in reversed(ALL_LEVELS)
    }
    found[EVIDENCE_MENUS["saying"]] = {ANY: say("saying-any")} | {
        row.saying_id: row.saying for row in load().sayings.values()
    }
    designs = dict.fromkeys(source.design for source in load().sources.values())
    found[EVIDENCE_MENUS["kind"]] = {ANY: say("evidence-any-design")} | {
        design: capital(say(f"design-{design}")) for design in designs
    }
    return found


def _label(facet: Facet, value: str) -> str:
    if facet in ("treatment", "comparator"):
        treatment = load().treatments.get(value)
        return treatment.name if treatment else say(f"evidence-comparator-{value or BLANK}")
    if facet == "checked":
        return say(f"evidence-checked-{value}")
    # Each family by its name, so that a search for a message finds where it is said.
    names = {"outcome": f"outcome-{value}", "design": f"design-{value}", "certainty": f"certainty-short-{value}"}
    return capital(say(names[facet]))


def capital(text: str) -> str:
    """The text with a capital in front."""
    return text[:1].upper() + text[1:]
