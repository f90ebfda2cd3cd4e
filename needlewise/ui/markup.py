"""Our own HTML, escaped in one place, and the source cards that open from any figure.

A figure is a button; its card is a native popover, so one tap or Enter opens it, Escape or a tap elsewhere closes it,
and neither needs a rerun nor a script. Each card lists the rows a figure was made from: title, year, kind of study,
people, what it rests on, the published number, and a link.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape

from needlewise.decision.explore import Figure
from needlewise.evidence import rows as r
from needlewise.evidence.certainty import Rating
from needlewise.evidence.load import Evidence
from needlewise.evidence.statements import published, why
from needlewise.words import number, round_half_up, say, span


@dataclass
class _Card:
    """What one card says above its sources."""

    id: str
    rule: str
    lead: str


class Sheet:
    """Collects the source cards of a page: one card for each set of rows, however often it is used."""

    def __init__(self, evidence: Evidence, name: str) -> None:
        self._evidence = evidence
        self._name = name
        self._cards: dict[tuple[str, ...], _Card] = {}

    def _card(self, refs: tuple[str, ...], rule: str, lead: str) -> str:
        card = self._cards.setdefault(refs, _Card(f"nw-{self._name}-{len(self._cards) + 1}", rule, lead))
        if lead and not card.lead:
            card.lead = lead
        return card.id

    def button(self, text: str, refs: tuple[str, ...], rule: str, *, css: str = "nw-fig", lead: str = "") -> str:
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

    def certainty(self, rating: Rating | None, refs: tuple[str, ...]) -> str:
        """Four dots with the word beside them; opens who rated it and why."""
        if rating is None:
            return f'<span class="nw-cert">{_dots(0)}<span>{escape(say("certainty-short-none"))}</span></span>'
        lead = f"{say(f'certainty-means-{rating.level}')} {why(self._evidence, rating)}"
        word = say(f"certainty-short-{rating.level}")
        if not refs:
            return f'<span class="nw-cert">{_dots(rating.dots)}<span>{escape(word)}</span></span>'
        card = self._card(refs, "certainty", lead)
        return (
            f'<button type="button" class="nw-cert" popovertarget="{card}" data-refs="{escape(" ".join(refs))}">'
            f"{_dots(rating.dots)}<span>{escape(word)}</span></button>"
        )

    def render(self) -> str:
        """All cards, to be put once at the end of the page."""
        title, close = escape(say("card-title")), escape(say("card-close"))
        return "".join(
            f'<div popover id="{card.id}" class="nw-card" role="dialog" aria-label="{title}"><h2>{title}</h2>'
            + (f"<p>{escape(card.lead)}</p>" if card.lead else "")
            + f'<p class="nw-small">{escape(say(f"rule-short-{card.rule}"))}</p>'
            + f"<ol>{''.join(self._source(ref) for ref in refs)}</ol>"
            + f'<button type="button" class="nw-close" popovertarget="{card.id}" popovertargetaction="hide">{close}</button></div>'
            for refs, card in self._cards.items()
        )

    def _source(self, ref: str) -> str:
        found = row_words(self._evidence.find(ref))
        cites = "<br>".join(source_line(self._evidence.sources[name]) for name in self._evidence.source_ids(ref))
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
    """What one row says, in the source's own numbers, for the reader who checks."""
    if isinstance(row, r.Effect):
        counted = f"; {say('answer-people', people=thousands(row.n_people))}" if row.n_people else ""
        return f"{row.outcome_label}: {published(row)}{counted}"
    if isinstance(row, r.Protocol):
        parts = []
        for part, unit in (
            ("sessions", "row-visits"),
            ("interval_weeks", "row-interval"),
            ("weeks_to_result", "row-result"),
        ):
            values = [getattr(row, f"{part}{end}", None) for end in ("_low", "_typical", "_high")]
            known = [value for value in values if value is not None]
            if known:
                parts.append(say(unit, value=span(min(known), max(known))))
        if row.followed_weeks is not None:
            parts.append(say("row-followed", value=number(row.followed_weeks)))
        return "; ".join(parts)
    if isinstance(row, r.Recovery):
        days = [value for value in (row.day_low, row.day_typical, row.day_high) if value is not None]
        return (
            say("row-days", value=span(min(days), max(days)), milestone=say(f"milestone-{row.milestone}"))
            if days
            else ""
        )
    if isinstance(row, r.Risk):
        rate = "" if row.per_100 is None else say("row-rate", value=number(row.per_100), unit=say(f"per-{row.per}"))
        counted = f" ({row.events} / {thousands(row.n)})" if row.events is not None and row.n else ""
        return f"{row.harm_label}; {row.population}: {rate}{counted}".rstrip(": ")
    if isinstance(row, r.NaturalCourse):
        return say("row-natural", mean=number(row.mean or 0), scale=row.scale, weeks=number(row.weeks or 0))
    if isinstance(row, r.Appointment):
        scores = [
            value for value in (row.pain_0_10_low, row.pain_0_10_typical, row.pain_0_10_high) if value is not None
        ]
        return say("row-score", value=span(min(scores), max(scores))) if scores else ""
    if isinstance(row, r.Caution):
        return row.reason
    return ""


def _dots(filled: int) -> str:
    return f'<span class="nw-dots" aria-hidden="true">{"".join("<i class=on></i>" if place < filled else "<i></i>" for place in range(4))}</span>'


def chip(family: str) -> str:
    """The family's colour and shape, decoration beside a name."""
    return f'<span class="nw-chip nw-{escape(family)}" aria-hidden="true"></span>'


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
