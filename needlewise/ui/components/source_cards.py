"""Our own HTML, escaped in one place, and the source cards that open from any figure.

A figure is a button; its card is a native popover, so one tap or Enter opens it, Escape or a tap elsewhere closes it,
and neither needs a rerun nor a script. Each card lists the rows a figure was made from: title, year, kind of study,
people, what it rests on, the published number, and a link.
"""

from __future__ import annotations

import functools
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from html import escape

from needlewise.caching import shared
from needlewise.decision.shared.figure import Figure
from needlewise.evidence.model import rows as r
from needlewise.evidence.model.store import Evidence
from needlewise.evidence.reading.load import load
from needlewise.evidence.rules.certainty import Rating
from needlewise.ui.components.certainty import dots, sure_words
from needlewise.ui.components.row_words import row_words, source_line
from needlewise.words import say

Refs = tuple[str, ...]


@dataclass(frozen=True)
class _Card:
    """What one card says above its sources; `html` is the whole card where it was drawn before."""

    id: str
    rule: str
    lead: str
    html: str = ""


@dataclass(frozen=True)
class Fragment:
    """A part of a page, drawn once to stand on many pages, and the cards its figures open."""

    html: str
    cards: Mapping[Refs, _Card]


class SourceCards:
    """Collects the source cards of a page: one card for each set of rows, however often it is used.

    A card's id is made from its rows alone, so a part of a page may be drawn by itself and put into any page.
    """

    def __init__(self, evidence: Evidence, name: str) -> None:
        self._evidence = evidence
        self._name = name
        self._cards: dict[Refs, _Card] = {}

    def _card(self, refs: Refs, rule: str, lead: str) -> str:
        card = self._cards.get(refs)
        if card is None or (lead and not card.lead):
            digest = hashlib.blake2b(" ".join(refs).encode(), digest_size=6).hexdigest()
            card = _Card(f"nw-{self._name}-{digest}", rule if card is None else card.rule, lead)
            self._cards[refs] = card
        return card.id

    def button(self, text: str, refs: Refs, rule: str, *, css: str = "nw-fig", lead: str = "") -> str:
        """A figure that opens its sources; plain text when no row stands behind it."""
        if not refs:
            return f'<span class="{css} nw-plain">{escape(text)}</span>'
        card = self._card(refs, rule, lead)
        return (
            f'<button type="button" class="{css}" popovertarget="{card}" data-refs="{escape(" ".join(refs))}">'
            f"{escape(text)}</button>"
        )

    def figure(self, figure: Figure, *, css: str = "nw-fig") -> str:
        """A `Figure` as a button, greyless even when unknown."""
        return self.button(figure.text, figure.refs, figure.rule, css=css if figure.known else f"{css} nw-unknown")

    def certainty(self, rating: Rating | None, refs: Refs) -> str:
        """Four dots with the word beside them; opens who rated it and why."""
        if rating is None:
            return f'<span class="nw-cert">{dots(0)}<span>{escape(say("certainty-short-none"))}</span></span>'
        lead = sure_words(self._evidence, rating)
        word = say(f"certainty-short-{rating.level}")
        if not refs:
            return f'<span class="nw-cert">{dots(rating.dots)}<span>{escape(word)}</span></span>'
        card = self._card(refs, "certainty", lead)
        return (
            f'<button type="button" class="nw-cert" popovertarget="{card}" data-refs="{escape(" ".join(refs))}">'
            f"{dots(rating.dots)}<span>{escape(word)}</span></button>"
        )

    def piece(self, html: str) -> Fragment:
        """What was drawn with this sheet so far, with its cards, to be kept. Its name must be that of the pages it goes on."""
        return Fragment(
            html,
            {refs: _Card(card.id, card.rule, card.lead, self._drawn(refs, card)) for refs, card in self._cards.items()},
        )

    def add(self, piece: Fragment) -> str:
        """The HTML of a piece; its cards come along."""
        for refs, card in piece.cards.items():
            held = self._cards.get(refs)
            if held is None:
                self._cards[refs] = card
            elif card.lead and not held.lead:
                self._cards[refs] = _Card(held.id, held.rule, card.lead)
        return piece.html

    def render(self) -> str:
        """All cards, to be put once at the end of the page."""
        return "".join(card.html or self._drawn(refs, card) for refs, card in self._cards.items())

    def _drawn(self, refs: Refs, card: _Card) -> str:
        title, close = _card_words()
        lead = f"<p>{escape(card.lead)}</p>" if card.lead else ""
        return (
            f'<div popover id="{card.id}" class="nw-card" role="dialog" aria-label="{title}"><h2>{title}</h2>{lead}'
            f'<p class="nw-small">{escape(say(f"rule-short-{card.rule}"))}</p>'
            f"<ol>{''.join(self._source(ref) for ref in refs)}</ol>"
            f'<button type="button" class="nw-close" popovertarget="{card.id}" popovertargetaction="hide">{close}</button></div>'
        )

    def _source(self, ref: str) -> str:
        # What is kept is a whole table at a time, so that it tells nothing of which rows anyone asked for.
        if self._evidence is load():
            return _sources(ref.partition(":")[0])[ref]
        return _source(self._evidence, ref)


@functools.cache
def _card_words() -> tuple[str, str]:
    """The title of every card and the word on its button, escaped."""
    return escape(say("card-title")), escape(say("card-close"))


@shared(size=len(r.TABLES))
def _sources(table: str) -> dict[str, str]:
    """Every row of a table as it stands on a card, by its reference."""
    evidence = load()
    refs = (f"{table}:{row_id}" for row_id in getattr(evidence, table))
    return {ref: _source(evidence, ref) for ref in refs}


def _source(evidence: Evidence, ref: str) -> str:
    found = row_words(evidence.find(ref))
    cites = "<br>".join(source_line(evidence.sources[name]) for name in evidence.source_ids(ref))
    return f"<li>{cites}<p>{escape(found)}</p></li>" if found else f"<li>{cites}</li>"
