"""All findings as one table that can be filtered, put in order and turned page by page.

The table is a pandas data frame, made once: each question (concern, treatment ...) is a categorical column, so that its
answers keep the order of the tables, and each order a list of positions. A view is then a few comparisons and one
slice,
so a hundred times the rows costs a millisecond or two more; words are made for the rows on the page only.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Literal

import pandas as pd

from needlewise.decision.bibliography import citation
from needlewise.decision.shared import paging
from needlewise.evidence.model.rows import Effect, Source
from needlewise.evidence.model.store import Evidence
from needlewise.evidence.model.vocabulary import NO_GROUP
from needlewise.evidence.rules.certainty import ALL_LEVELS, Rating, rate
from needlewise.evidence.sentences.reports import finding_words
from needlewise.evidence.sentences.rows import people_counted
from needlewise.evidence.sentences.statements import comparator_name, published
from needlewise.words import capital, say, search

ANY = "any"
Facet = Literal["concern", "treatment", "comparator", "outcome", "design", "certainty", "checked"]
FACETS: tuple[Facet, ...] = ("concern", "treatment", "comparator", "outcome", "design", "certainty", "checked")
Order = Literal["listed", "people", "certainty", "newest", "longest"]
ORDERS: tuple[Order, ...] = ("listed", "people", "certainty", "newest", "longest")
PAGE_ROWS = 20


@dataclass(frozen=True)
class Query:
    """What a reader asks for: an id for each question, or `any`, and an order.

    A comparison has no natural first side, so `treatment` matches either arm; with `comparator` too, the two must be
    the
    two arms, whichever way round the source wrote them. Each word of `text` must begin a word of what the finding is
    about or of its publication.
    """

    concern: str = ANY
    treatment: str = ANY
    comparator: str = ANY
    outcome: str = ANY
    design: str = ANY
    certainty: str = ANY
    checked: str = ANY
    text: str = ""
    order: Order = "listed"


@dataclass(frozen=True)
class FindingRow:
    """One finding as a line of the table: plain words and the published numbers side by side.

    Attributes:
        family: of its treatment, for the colour.
        measured: what was measured, and in whom where only a part of the people count.
        time: when it was measured, or that nobody says.
        about: the source's year and kind of study, the people of the finding, and what it rests on where that is weak.
    """

    effect: Effect
    rating: Rating
    source: Source
    family: str
    concern: str
    compared: str
    measured: str
    words: str
    numbers: str
    time: str
    about: str

    @property
    def ref(self) -> str:
        """The row as `table:row_id`."""
        return f"effects:{self.effect.effect_id}"

    @property
    def checked(self) -> str:
        """How often it was compared with its source: `yes`, `summary` or `no`."""
        return checked(self.effect)


@dataclass(frozen=True)
class View:
    """One page of the answer to a query: how many findings there are, how many pages, and the rows of this page."""

    total: int
    pages: int
    page: int
    rows: tuple[FindingRow, ...]


class Findings:
    """The findings of one `Evidence`, ready to be asked. Rows that repeat another are left out.

    Build once, ask often.
    """

    def __init__(self, evidence: Evidence) -> None:
        self._evidence = evidence
        self.effects: tuple[Effect, ...] = tuple(
            effect for effect in evidence.effects.values() if not effect.is_set_aside
        )
        self.ratings: tuple[Rating, ...] = tuple(rate(evidence, effect) for effect in self.effects)
        sources = evidence.sources
        treatments = (*evidence.treatments, *NO_GROUP)
        designs = dict.fromkeys(source.design for source in sources.values())
        self._frame = pd.DataFrame(
            {
                "concern": self._column(evidence.concerns, lambda effect: effect.concern_id),
                "treatment": self._column(treatments, lambda effect: effect.treatment_id),
                "comparator": self._column(treatments, lambda effect: effect.comparator_id),
                "outcome": self._column(evidence.outcomes, lambda effect: effect.outcome),
                "design": self._column(designs, lambda effect: sources[effect.source_id].design),
                "certainty": pd.Categorical([rating.level for rating in self.ratings], ALL_LEVELS),
                "checked": self._column(("yes", "summary", "no"), checked),
                "people": [effect.people or 0 for effect in self.effects],
                "surest": [rating.strength for rating in self.ratings],
                "newest": [sources[effect.source_id].year or 0 for effect in self.effects],
                "longest": [effect.weeks or 0 for effect in self.effects],
            }
        )
        self._texts: tuple[str, ...] = tuple(search.folded(self._text(effect)) for effect in self.effects)
        # Ties keep the order of concern and treatment.
        listed = self._frame.sort_values(["concern", "treatment", "outcome"], kind="stable")
        self._orders: dict[Order, pd.Index[int]] = {"listed": listed.index}
        by: dict[Order, str] = {"people": "people", "certainty": "surest", "newest": "newest", "longest": "longest"}
        for order, column in by.items():
            self._orders[order] = listed.sort_values(column, ascending=False, kind="stable").index

    def _column(self, values: Iterable[str], read: Callable[[Effect], str]) -> pd.Categorical[str]:
        return pd.Categorical([read(effect) for effect in self.effects], list(values))

    def _text(self, effect: Effect) -> str:
        """All by which someone may look for a finding."""
        evidence, source = self._evidence, self._evidence.sources[effect.source_id]
        concern, treatment = evidence.concerns[effect.concern_id], evidence.treatments[effect.treatment_id]
        return " ".join(
            (
                concern.name,
                concern.noun,
                treatment.name,
                "" if effect.comparator_id in NO_GROUP else comparator_name(evidence, effect),
                say(f"outcome-{effect.outcome}"),
                effect.subgroup,
                citation(source),
                source.doi,
                source.pmid,
            )
        )

    def positions(self, query: Query) -> pd.Index[int]:
        """The findings a query asks for, in its order."""
        wanted = pd.Series(data=True, index=self._frame.index)
        plain: tuple[Facet, ...] = ("concern", "outcome", "design", "certainty", "checked")
        for facet in plain:
            value = getattr(query, facet)
            if value != ANY:
                wanted &= self._frame[facet] == value
        wanted &= self._arms(query.treatment, query.comparator)
        if query.text:
            beginnings = search.asked(query.text)
            wanted &= pd.Series([search.holds(text, beginnings) for text in self._texts])
        order = self._orders[query.order]
        # Rows are numbered from zero, so their labels are their places.
        return order[wanted.to_numpy()[order]]

    def _arms(self, first: str, second: str) -> pd.Series[bool]:
        treatment, comparator = self._frame["treatment"], self._frame["comparator"]
        if first == ANY:
            return comparator == second if second != ANY else pd.Series(data=True, index=self._frame.index)
        if second == ANY:
            return (treatment == first) | (comparator == first)
        return ((treatment == first) & (comparator == second)) | ((treatment == second) & (comparator == first))

    def present(self, facet: Facet, query: Query | None = None) -> tuple[str, ...]:
        """The values of a question that occur, in the order of the tables; with a query, among what it asks for."""
        asked = self._frame[facet] if query is None else self._frame.loc[self.positions(query), facet]
        return tuple(asked.cat.remove_unused_categories().cat.categories)

    def view(self, query: Query, page: int = 1) -> View:
        """One page of a query. A page beyond the last is the last."""
        found = self.positions(query)
        part = paging.page(len(found), PAGE_ROWS, page)
        return View(len(found), part.pages, part.number, tuple(self._row(int(place)) for place in found[part.places]))

    def _row(self, place: int) -> FindingRow:
        effect, rating = self.effects[place], self.ratings[place]
        return finding_row(self._evidence, effect, rating)

    def table(self, query: Query) -> str:
        """All findings of a query as CSV.

        The columns of `effects.csv`, then certainty, who rated it, and the source's link.
        """
        out = io.StringIO(newline="")
        writer = csv.writer(out, lineterminator="\n")
        columns = list(Effect.model_fields)
        writer.writerow([*columns, "certainty", "certainty_by", "source_title", "source_link"])
        for place in self.positions(query):
            effect, rating = self.effects[place], self.ratings[place]
            source = self._evidence.sources[effect.source_id]
            cells = [_cell(getattr(effect, column)) for column in columns]
            writer.writerow([*cells, rating.level, rating.by, source.title, source.link])
        return out.getvalue()


def checked(effect: Effect) -> str:
    """`yes`: compared once more with the source's own page; `summary`: with its summary; `no`: not yet."""
    if not effect.checked or effect.reread is None:
        return "no"
    return effect.reread


def _cell(value: object) -> str:
    """A value as `data/` writes it: empty for nothing, `yes` for true, `a;b` for several."""
    if value is None or value is False:
        return ""
    if value is True:
        return "yes"
    if isinstance(value, tuple):
        return ";".join(value)
    return f"{value:g}" if isinstance(value, float) else str(value)


def finding_row(evidence: Evidence, effect: Effect, rating: Rating) -> FindingRow:
    """The words of one finding, seen the way round its source wrote it."""
    noun = evidence.treatments[effect.treatment_id].name
    if effect.comparator_id in NO_GROUP:
        compared = say("evidence-compared-none", treatment=noun)
    else:
        compared = say("evidence-compared", treatment=noun, comparator=comparator_name(evidence, effect))
    subgroup = f" ({effect.subgroup})" if effect.subgroup else ""
    source = evidence.sources[effect.source_id]
    return FindingRow(
        effect,
        rating,
        source,
        evidence.treatments[effect.treatment_id].family,
        evidence.concerns[effect.concern_id].name,
        compared,
        capital(say(f"outcome-{effect.outcome}")) + subgroup,
        finding_words(evidence, effect, rating),
        published(effect),
        effect.time_words or effect.timepoint or say("shares-time-unknown"),
        _about(effect, source),
    )


def _about(effect: Effect, source: Source) -> str:
    parts = (
        str(source.year) if source.year else "",
        say(f"design-{source.design}"),
        people_counted(effect),
        say(f"rests-{source.basis}") if source.is_weak else "",
    )
    return " · ".join(part for part in parts if part)
