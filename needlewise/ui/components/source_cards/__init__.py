"""The source cards that open from any figure.

A figure is a button; its card is a native popover, so one tap or Enter opens it, Escape or a tap elsewhere closes it,
and neither needs a rerun nor a script. Each card lists the rows a figure was made from: title, year, kind of study,
people, what it rests on, the published number, and a link.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup

from needlewise.caching import shared
from needlewise.decision.memory.judged import judged_words
from needlewise.decision.shared.figure import Figure
from needlewise.decision.shared.rules import RuleId
from needlewise.evidence.model import rows as r
from needlewise.evidence.model.store import Evidence
from needlewise.evidence.reading.load import load
from needlewise.evidence.rules.certainty import Rating
from needlewise.evidence.sentences.rows import row_words, source_facts
from needlewise.evidence.sentences.steps import step_words
from needlewise.ui.components.certainty import sure_words
from needlewise.ui.templates import macro
from needlewise.words import say

Refs = tuple[str, ...]
_TEMPLATE = "components/source_cards/template.html"


@dataclass(frozen=True)
class _Card:
    """What one card says above its sources; `html` is the whole card where it was drawn before."""

    id: str
    rule: RuleId
    lead: str
    html: Markup = Markup()  # noqa: RUF009  never changed


@dataclass(frozen=True)
class Fragment:
    """A part of a page, drawn once to stand on many pages, and the cards its figures open."""

    html: Markup
    cards: Mapping[Refs, _Card]


class SourceCards:
    """Collects the source cards of a page: one card for each set of rows, however often it is used.

    A card's id is made from its rows alone, so a part of a page may be drawn by itself and put into any page.
    """

    def __init__(self, evidence: Evidence, name: str) -> None:
        self._evidence = evidence
        self._name = name
        self._cards: dict[Refs, _Card] = {}

    def _card(self, refs: Refs, rule: RuleId, lead: str) -> str:
        card = self._cards.get(refs)
        if card is None or (lead and not card.lead):
            digest = hashlib.blake2b(" ".join(refs).encode(), digest_size=6).hexdigest()
            card = _Card(f"nw-{self._name}-{digest}", rule if card is None else card.rule, lead)
            self._cards[refs] = card
        return card.id

    def button(self, text: str, refs: Refs, rule: RuleId, *, css: str = "nw-fig", lead: str = "") -> Markup:
        """A figure that opens its sources; plain text when no row stands behind it."""
        if not refs:
            return macro(_TEMPLATE, "plain", text, css)
        return macro(_TEMPLATE, "button", text, self._card(refs, rule, lead), refs, css)

    def figure(self, figure: Figure, *, css: str = "nw-fig") -> Markup:
        """A `Figure` as a button, in ink even when unknown."""
        css = css if figure.known else f"{css} nw-unknown"
        return self.button(figure.text, figure.refs, figure.rule, css=css, lead=figure.step)

    def certainty(self, rating: Rating | None, refs: Refs) -> Markup:
        """Four dots with the word beside them; opens who rated it and why."""
        if rating is None:
            return macro(_TEMPLATE, "rated", 0, say("certainty-short-none"), "", ())
        lead = f"{sure_words(self._evidence, rating)} {judged_words(self._evidence, rating, refs)}".strip()
        card = self._card(refs, "certainty", lead) if refs else ""
        return macro(_TEMPLATE, "rated", rating.dots, say(f"certainty-short-{rating.level}"), card, refs)

    def fragment(self, html: Markup) -> Fragment:
        """What was drawn with these cards so far, with its cards, to be kept.

        Its name must be that of the pages it goes on.
        """
        return Fragment(
            html,
            {refs: _Card(card.id, card.rule, card.lead, self._drawn(refs, card)) for refs, card in self._cards.items()},
        )

    def add(self, fragment: Fragment) -> Markup:
        """The HTML of a fragment; its cards come along."""
        for refs, card in fragment.cards.items():
            held = self._cards.get(refs)
            if held is None:
                self._cards[refs] = card
            elif card.lead and not held.lead:
                self._cards[refs] = _Card(held.id, held.rule, card.lead)
        return fragment.html

    def render(self) -> Markup:
        """All cards, to be put once at the end of the page."""
        return Markup().join(card.html or self._drawn(refs, card) for refs, card in self._cards.items())

    def _drawn(self, refs: Refs, card: _Card) -> Markup:
        return macro(_TEMPLATE, "card", card.id, card.rule, card.lead, [self._source(ref) for ref in refs])

    def _source(self, ref: str) -> Markup:
        # What is kept is a whole table at a time, so that it tells nothing of which rows anyone asked for.
        if self._evidence is load():
            return _sources(ref.partition(":")[0])[ref]
        return _source(self._evidence, ref)


@shared(size=len(r.TABLES))
def _sources(table: str) -> dict[str, Markup]:
    """Every row of a table as it stands on a card, by its reference."""
    evidence = load()
    refs = (f"{table}:{row_id}" for row_id in getattr(evidence, table))
    return {ref: _source(evidence, ref) for ref in refs}


def _source(evidence: Evidence, ref: str) -> Markup:
    cites = [source_line(evidence.sources[name]) for name in evidence.source_ids(ref)]
    row = evidence.find(ref)
    return macro(_TEMPLATE, "row", cites, row_words(row), step_words(row), ref.replace(":", "/", 1))


def source_line(source: r.Source) -> Markup:
    """Title with a link, then year, kind of study, number of studies and people, and what it rests on."""
    return macro(_TEMPLATE, "source", source.link, source.title, source_facts(source))
