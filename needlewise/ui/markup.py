"""Our own HTML, escaped in one place, and the source cards that open from any figure.

A figure is a button; its card is a native popover, so one tap or Enter opens it, Escape or a tap elsewhere closes it,
and neither needs a rerun nor a script. Each card lists the rows a figure was made from: title, year, kind of study,
people, what it rests on, the published number, and a link.
"""

from __future__ import annotations

import functools
import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from typing import Any
from urllib.parse import urlencode

from needlewise.caching import shared
from needlewise.decision.explore import Figure
from needlewise.decision.library import when
from needlewise.evidence import rows as r
from needlewise.evidence.certainty import Rating
from needlewise.evidence.load import load
from needlewise.evidence.statements import published, why
from needlewise.evidence.store import Evidence
from needlewise.words import number, round_half_up, say, span

Refs = tuple[str, ...]


@dataclass(frozen=True)
class _Card:
    """What one card says above its sources; `html` is the whole card where it was drawn before."""

    id: str
    rule: str
    lead: str
    html: str = ""


@dataclass(frozen=True)
class Piece:
    """A part of a page, drawn once to stand on many pages, and the cards its figures open."""

    html: str
    cards: Mapping[Refs, _Card]


class Sheet:
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

    def piece(self, html: str) -> Piece:
        """What was drawn with this sheet so far, with its cards, to be kept. Its name must be that of the pages it goes on."""
        return Piece(
            html,
            {refs: _Card(card.id, card.rule, card.lead, self._drawn(refs, card)) for refs, card in self._cards.items()},
        )

    def add(self, piece: Piece) -> str:
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


def sure_words(evidence: Evidence, rating: Rating) -> str:
    """What a certainty means, who rated it and why."""
    return f"{say(f'certainty-means-{rating.level}')} {why(evidence, rating)}"


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


def source_line(source: r.Source) -> str:
    """Title with a link, then year, kind of study, number of studies and people, and what it rests on."""
    parts = [str(source.year)] if source.year else []
    parts.append(say(f"design-{source.design}"))
    if source.n_studies and source.n_studies > 1:
        parts.append(say("answer-studies", studies=source.n_studies))
    if source.n_people:
        parts.append(say("answer-people", people=thousands(source.n_people)))
    parts.append(say(f"rests-{source.basis}"))
    return (
        f'<a href="{escape(source.link)}" target="_blank">{escape(source.title)}</a> '
        f"<small>{escape(' · '.join(parts))}</small>"
    )


def thousands(value: int) -> str:
    """`1,234`."""
    return f"{value:,}"


def row_words(row: r.Row) -> str:
    """What one row says, in the source's own numbers, for the reader who checks. What it leaves out is said to be missing."""
    tell = _TELL.get(type(row))
    text = tell(row) if tell is not None else ""
    return text[:1].upper() + text[1:]


def _effect(row: r.Effect) -> str:
    counted = f"; {say('answer-people', people=thousands(row.n_people))}" if row.n_people else ""
    return f"{row.outcome_label}: {published(row)}{counted}"


def _protocol(row: r.Protocol) -> str:
    parts = []
    for part, unit in (
        ("sessions", "row-visits"),
        ("interval_weeks", "row-interval"),
        ("weeks_to_result", "row-result"),
    ):
        ends = [getattr(row, f"{part}{end}", None) for end in ("_low", "_typical", "_high")]
        if known := [value for value in ends if value is not None]:
            parts.append(say(unit, value=span(min(known), max(known))))
    if row.followed_weeks is not None:
        parts.append(say("row-followed", value=number(row.followed_weeks)))
    return "; ".join(parts) or say("row-none")


def _recovery(row: r.Recovery) -> str:
    days = _between(row.day_low, row.day_typical, row.day_high)
    milestone = say(f"milestone-{row.milestone}")
    return say("row-days", value=days, milestone=milestone) if days else say("row-days-none", milestone=milestone)


def _risk(row: r.Risk) -> str:
    unit = say(f"per-{row.per}")
    rate = "" if row.per_100 is None else say("row-rate", value=number(row.per_100), unit=unit)
    if row.relation == "upper_bound" and row.per_100_high is not None:
        rate = say("row-rate", value=say("row-up-to", value=number(row.per_100_high)), unit=unit)
    counted = f" ({row.events} / {thousands(row.n)})" if row.events is not None and row.n else ""
    return f"{row.harm_label}; {row.population}: {rate}{counted}".rstrip(": ")


def _natural_course(row: r.NaturalCourse) -> str:
    mean = say("row-mean-none") if row.mean is None else say("row-mean", mean=number(row.mean))
    when = say("shares-time-unknown") if row.weeks is None else say("row-weeks", weeks=number(row.weeks))
    return say("row-natural", mean=mean, scale=row.scale, when=when)


def _appointment(row: r.Appointment) -> str:
    minutes = _between(row.minutes_low, None, row.minutes_high)
    score = _between(row.pain_0_10_low, row.pain_0_10_typical, row.pain_0_10_high)
    parts = [say("row-minutes", value=minutes)] if minutes else []
    if row.anaesthesia == "none":
        parts.append(say("row-numbing-none"))
    elif row.anaesthesia not in ("", "not found"):
        parts.append(say("row-numbing", words=row.anaesthesia))
    parts.append(say("row-score", value=score) if score else say("cell-no-score").lower())
    return "; ".join(parts)


def _aftercare(row: r.Aftercare) -> str:
    if row.until_day is None:
        return row.instruction
    return say("plan-care-until", instruction=row.instruction, days=round(row.until_day))


def _cost(row: r.Cost) -> str:
    fee = _between(row.fee_low, row.fee_typical, row.fee_high, write=lambda value: f"{value:,g}")
    if not fee:
        return say("row-fee-none")
    country = row.country or say("row-country-none")
    year = str(row.year) if row.year else say("row-year-none")
    return say("row-fee", fee=fee, currency=row.currency, country=country, year=year)


def _regulator(row: r.RegulatorStatus) -> str:
    return say("row-regulator", country=row.country, date=when(row.date), status=row.status)


def _difference(row: r.SmallestDifference) -> str:
    points = number(row.difference) if row.difference is not None else say("not-given")
    words = [part for part in row.scale.split("_") if not part.isdigit()]
    measured = say(f"outcome-{row.outcome}") if row.outcome else " ".join(words)
    return say("row-difference", applies=row.applies, difference=points, unit=row.unit, measured=measured)


# What each kind of row says. A source says what it found; a change, an option and the like never stand on a card.
_TELL: dict[type[r.Row], Callable[[Any], str]] = {
    r.Effect: _effect,
    r.Protocol: _protocol,
    r.Recovery: _recovery,
    r.Risk: _risk,
    r.NaturalCourse: _natural_course,
    r.Appointment: _appointment,
    r.Aftercare: _aftercare,
    r.Cost: _cost,
    r.RegulatorStatus: _regulator,
    r.SmallestDifference: _difference,
    r.Source: lambda row: row.summary,
    r.Concern: lambda row: row.what_it_is,
    r.Treatment: lambda row: row.what_happens or row.name,
    r.Caution: lambda row: row.reason,
    r.Claim: lambda row: row.why,
    r.RedFlag: lambda row: row.sign,
    r.Threshold: lambda row: say("row-threshold", value=number(row.value), unit=row.unit, meaning=row.meaning),
}


def _between(
    low: float | None, typical: float | None, high: float | None, *, write: Callable[[float], str] = number
) -> str:
    """`3–5`, `from 3` or `up to 5` where only that end is known, one figure where there is one; empty for none."""
    known = [value for value in (low, typical, high) if value is not None]
    if not known:
        return ""
    if len(known) == 1 and typical is None:
        return say("row-from" if high is None else "row-up-to", value=write(known[0]))
    first, last = write(min(known)), write(max(known))
    return first if first == last else f"{first}–{last}"


def dots(filled: int) -> str:
    """Four dots, so many of them filled; decoration beside a word."""
    return f'<span class="nw-dots" aria-hidden="true">{"".join("<i class=on></i>" if place < filled else "<i></i>" for place in range(4))}</span>'


def chip(family: str) -> str:
    """The family's colour and shape, decoration beside a name."""
    return f'<span class="nw-chip nw-{escape(family)}" aria-hidden="true"></span>'


def way(page: str, concern: r.Concern, option_ids: Sequence[str] = (), *, early: bool = False) -> str:
    """A link to another page for the same concern and, where named, options. Its class lets what was told in this visit go along.

    It holds today's labels, as the pickers write them: inside a visit no redirect is needed.
    """
    chosen = {"concern": [concern.name], "options": [load().treatments[name].name for name in option_ids]}
    return (
        f'<a{"" if early else " class=nw-go"} href="{escape(f"/{page}?{urlencode(chosen, doseq=True)}")}" target="_self">'
        f"{escape(say(f'onward-{page}'))}</a>"
    )


def ways(links: Iterable[str]) -> str:
    """The next steps, side by side."""
    return f'<nav class="nw-ways" aria-label="{escape(say("ways"))}">{"".join(links)}</nav>'


def cards_table(head: Sequence[str], rows: Iterable[Sequence[str]], *, caption: str) -> str:
    """A table whose rows become cards on a phone: each cell then stands below its column's name."""
    heads = "".join(f'<th scope="col" role="columnheader">{escape(text)}</th>' for text in head)
    body = ""
    for name, *cells in rows:
        body += f'<tr role="row"><th scope="row" role="rowheader">{name}</th>' + "".join(
            f'<td role="cell"><span class="nw-label" aria-hidden="true">{escape(text)}</span>{cell}</td>'
            for text, cell in zip(head[1:], cells, strict=True)
        )
        body += "</tr>"
    return (
        f'<table class="nw-table nw-as-cards" role="table"><caption class="nw-hidden">{escape(caption)}</caption>'
        f'<thead role="rowgroup"><tr role="row">{heads}</tr></thead><tbody role="rowgroup">{body}</tbody></table>'
    )


def table(head: Iterable[str], rows: Iterable[Iterable[str]], *, caption: str) -> str:
    """A real table from ready HTML cells; the first cell of a row is its header. Scrolls by itself on narrow screens."""
    heads = "".join(f'<th scope="col">{escape(text)}</th>' for text in head)
    body = "".join(
        "<tr>"
        + "".join(
            f'<th scope="row">{cell}</th>' if place == 0 else f"<td>{cell}</td>" for place, cell in enumerate(cells)
        )
        + "</tr>"
        for cells in rows
    )
    return (
        f'<div class="nw-scroll" role="region" tabindex="0" aria-label="{escape(caption)}">'
        f'<table class="nw-table"><caption class="nw-hidden">{escape(caption)}</caption>'
        f"<thead><tr>{heads}</tr></thead><tbody>{body}</tbody></table></div>"
    )


def marks(percent: float, family: str, alt: str) -> str:
    """100 marks in one block, filled from the top left: the same place for every option. No SVG: `st.html` drops it."""
    filled = int(round_half_up(percent))
    full, rest = divmod(filled, 10)
    return (
        f'<div class="nw-marks nw-{escape(family)}" role="img" aria-label="{escape(alt)}">'
        f'<span class="nw-full" style="clip-path:inset(0 0 {100 - full * 10}% 0)"></span>'
        f'<span class="nw-rest" style="clip-path:inset({full * 10}% {100 - rest * 10}% {90 - full * 10}% 0)"></span></div>'
    )
