"""The source cards that open from any figure.

A figure is a link to the rows it was made from (`shelves`). `cards.js` fetches them at the first tap and shows them in
one native popover: Escape or a tap elsewhere closes it, and nothing is run again. Without a script the link leads to
the rows themselves. Each card lists title, year, kind of study, people, what it rests on, the published number, and a
link.
"""

from __future__ import annotations

from markupsafe import Markup

from needlewise.decision.shared.figure import Figure
from needlewise.decision.shared.rules import RuleId
from needlewise.evidence.model.store import Evidence
from needlewise.evidence.rules.certainty import Rating
from needlewise.ui.components.source_cards import shelves
from needlewise.ui.components.source_cards.shelves import source_line
from needlewise.ui.templates import macro
from needlewise.words import say

__all__ = ["Refs", "SourceCards", "source_line"]

Refs = tuple[str, ...]
_TEMPLATE = "components/source_cards/template.html"


class SourceCards:
    """Draws the figures of a page as links to their rows.

    A link says all that its card needs, so a part of a page may be drawn by itself and put into any page.
    """

    def __init__(self, evidence: Evidence) -> None:
        self._evidence = evidence

    def link(self, text: str, refs: Refs, rule: RuleId, *, css: str = "nw-fig", lead: str = "") -> Markup:
        """A figure that opens its sources; plain text when no row stands behind it. `lead` stands above them."""
        if not refs:
            return macro(_TEMPLATE, "plain", text, css)
        return macro(_TEMPLATE, "opener", text, *self._rows(refs), rule, css, lead)

    def figure(self, figure: Figure, *, css: str = "nw-fig") -> Markup:
        """A `Figure` as a link, in ink even when unknown."""
        css = css if figure.known else f"{css} nw-unknown"
        return self.link(figure.text, figure.refs, figure.rule, css=css, lead=figure.step)

    def certainty(self, rating: Rating | None, refs: Refs) -> Markup:
        """Four dots with the word beside them; opens who rated it and why."""
        if rating is None:
            return macro(_TEMPLATE, "unrated", 0, say("certainty-short-none"))
        word = say(f"certainty-short-{rating.level}")
        if not refs:
            return macro(_TEMPLATE, "unrated", rating.dots, word)
        why = shelves.certainty_words(self._evidence, rating, refs)
        # A finding's own certainty stands beside it on its shelf.
        lead = "" if why == shelves.own_certainty(self._evidence, refs[0]) else why
        return macro(_TEMPLATE, "rated", rating.dots, word, *self._rows(refs), lead)

    def _rows(self, refs: Refs) -> tuple[str, str]:
        return shelves.address(self._evidence, refs[0]), shelves.others(self._evidence, refs)
