"""Reads a drawn page the way a doubting reader would: every number on it must walk back to rows of `data/`.

`blocks` parses the HTML; `Trail` decides, for one set of rows, which numbers may be shown. It knows only the documented
rules (middle, lowest, highest; visits times days; weeks as days or months; complements to 100; points of 100) and works
them out by itself, from the rows alone: none of the product's own arithmetic is used, only its way of writing a number.
"""

from __future__ import annotations

import functools
import re
import statistics
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from html.parser import HTMLParser

from needlewise.evidence.model import rows as r
from needlewise.evidence.model.advice import Recommendation
from needlewise.evidence.model.row import Row
from needlewise.evidence.model.store import Evidence
from needlewise.evidence.reading.load import load
from needlewise.ui.components.source_cards import shelves
from needlewise.words import number, round_half_up

# A number as a reader sees it: not the 2 of CO2. Thousands may be parted by commas.
_NUMBER = re.compile(r"(?<![A-Za-z\d.])\d+(?:,\d{3})*(?:\.\d+)?")
# Units that end in a number are not figures: of 100 people, in 100 visits, in 100,000, of 10.
_UNITS = re.compile(r"\b(?:of|in|per) (?:100,000|100|10)\b(?![.,]?\d)", re.IGNORECASE)
_VOID = {"br", "hr", "img", "input", "meta", "link", "wbr"}
# A search for the rows behind a text does not leave the thing it is part of.
_WHOLES = {"section", "article", "table", "aside", "figure", "details", "main", "footer", "header", "root", "tr", "li"}


@dataclass
class Node:
    """An element (or, with tag `#text`, a piece of text) of a page."""

    tag: str
    parent: Node | None = None
    attributes: dict[str, str] = field(default_factory=dict)
    children: list[Node] = field(default_factory=list)
    words: str = ""

    def walk(self) -> Iterator[Node]:
        """This node and all below it, in order."""
        yield self
        for child in self.children:
            yield from child.walk()

    @property
    def text(self) -> str:
        """All text inside, as read."""
        return "".join(node.words for node in self.walk())

    @property
    def refs(self) -> tuple[str, ...]:
        """The rows named by this element and all below it."""
        return tuple(dict.fromkeys(ref for node in self.walk() for ref in node.own_refs))

    @property
    def is_opener(self) -> bool:
        """True for a figure that opens its sources."""
        return self.tag == "a" and self.attributes.get("href", "").startswith(f"{shelves.ROOM}/")

    @property
    def own_refs(self) -> tuple[str, ...]:
        """The rows that this element itself opens, as `cards.js` finds them."""
        if not self.is_opener:
            return ()
        first, _, name = self.attributes["href"].partition("#")
        shelf = first.rpartition("/")[2]
        more = [row.rpartition("/") for row in self.attributes.get("data-rows", "").split()]
        return tuple(_rows()[where, name] for where, name in [(shelf, name), *((w or shelf, n) for w, _, n in more)])

    def up(self) -> Iterator[Node]:
        """This node, its parent, and so on."""
        node: Node | None = self
        while node is not None:
            yield node
            node = node.parent


@functools.cache
def _rows() -> dict[tuple[str, str], str]:
    """Every row that can stand on a card, by its shelf and its short name."""
    evidence = load()
    refs = [f"{table}:{row_id}" for table in r.TABLES for row_id in getattr(evidence, table)]
    return {(shelves.shelf(evidence, ref), shelves.code(ref)): ref for ref in refs}


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = self.here = Node("root")

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        node = Node(tag, self.here, {name: value or "" for name, value in attrs})
        self.here.children.append(node)
        if tag not in _VOID:
            self.here = node

    def handle_endtag(self, tag: str) -> None:
        for node in self.here.up():
            if node.tag == tag and node.parent is not None:
                self.here = node.parent
                return

    def handle_data(self, data: str) -> None:
        if data.strip():
            self.here.children.append(Node("#text", self.here, words=data))


def block(html: str) -> Node:
    """One block of HTML as a tree."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.root


@functools.cache
def _shelf(name: str) -> dict[str, Node]:
    return {node.attributes["id"]: node for node in block(shelves.shelves().pages[name]).walk() if node.tag == "li"}


def words_on_shelf(name: str, code: str) -> str:
    """What stands on a source card of one row.

    Raises:
        KeyError: where no such row is served.
    """
    return _shelf(name)[code].text


def numbers(text: str) -> list[str]:
    """The numbers in a text as they stand, thousands commas and units of 100 left out."""
    return [found.replace(",", "") for found in _NUMBER.findall(_UNITS.sub(" ", text))]


def _is_last(node: Node) -> bool:
    return node.attributes.get("class") == "nw-last"


def visible_texts(root: Node) -> Iterator[tuple[Node, str]]:
    """Every text a person sees or hears, text, and the labels of pictures.

    The last word of a sentence may be tied to its opener (`nw-last`): it is read with the words before it.
    """
    for node in root.walk():
        if any(above.tag == "style" for above in node.up()):
            continue
        if node.tag == "#text":
            if node.parent is not None and _is_last(node.parent):
                continue
            beside = node.parent.children[node.parent.children.index(node) + 1 :][:1] if node.parent else []
            yield node, node.words + "".join(other.children[0].words for other in beside if _is_last(other))
        elif "aria-label" in node.attributes:
            yield node, node.attributes["aria-label"]


def rows_behind(node: Node) -> tuple[str, ...]:
    """The rows a text rests on: those of the button it stands in, else of the nearest button beside it.

    A sentence is followed by its opener and a note follows its figure, so text looks forward first and elements look
    back first. The search never leaves the table row, list item, article, section or figure the text is part of.
    """
    for above in node.up():
        if above.is_opener:
            return above.own_refs
    for above in node.up():
        if above.parent is None or above.tag in _WHOLES:
            return ()
        siblings = above.parent.children
        place = next(at for at, other in enumerate(siblings) if other is above)
        before, after = list(reversed(siblings[:place])), siblings[place + 1 :]
        for other in (*after, *before) if above.tag == "#text" else (*before, *after):
            if other.refs:
                return other.refs
    return ()


_PROTOCOL_STRENGTH = {"trial_protocols": 0, "guideline": 0, "consensus": 0, "patient_information": 1}


def _middle(low: float | None, typical: float | None, high: float | None) -> float:
    known = [value for value in (low, high) if value is not None]
    return typical if typical is not None else sum(known) / len(known)


Ends = tuple[float, float, float]


def _ends(triples: Sequence[tuple[float | None, float | None, float | None]]) -> Ends | None:
    """Lowest, middle of the usual values, highest."""
    known = [triple for triple in triples if any(value is not None for value in triple)]
    if not known:
        return None
    # A row that names only a ceiling has no usual value, unless all rows are such.
    usual = [triple for triple in known if triple[0] is not None or triple[1] is not None] or known
    values = [value for triple in known for value in triple if value is not None]
    return min(values), float(statistics.median(_middle(*triple) for triple in usual)), max(values)


def _part(rows: Sequence[r.Protocol], part: str) -> Ends | None:
    """One part of a course: single sources before our summaries, studies before advice."""

    def triple(row: r.Protocol) -> tuple[float | None, float | None, float | None]:
        low, high = getattr(row, f"{part}_low"), getattr(row, f"{part}_high")
        return low, getattr(row, f"{part}_typical", None), high

    known = [row for row in rows if any(value is not None for value in triple(row))]
    known = [row for row in known if row.kind == "single"] or known
    best = min((_PROTOCOL_STRENGTH[row.basis] for row in known), default=0)
    triples = [triple(row) for row in known if _PROTOCOL_STRENGTH[row.basis] == best]
    if part == "sessions":  # a range with only a highest number still has that as its usual one
        triples = [(low, usual if usual is not None or low is not None else high, high) for low, usual, high in triples]
    return _ends(triples)


class Trail:
    """The numbers that may be shown for one set of rows."""

    def __init__(self, evidence: Evidence, refs: Iterable[str]) -> None:
        self._evidence = evidence
        self.rows = [evidence.find(ref) for ref in refs]

    def allows(self) -> set[str]:
        """Every number these rows give by a documented rule, as it is written."""
        found: set[str] = set()
        for row in self.rows:
            found |= self._single(row)
        for name in {getattr(row, "treatment_id", "") for row in self.rows}:
            found |= self._course([row for row in self.rows if getattr(row, "treatment_id", "") == name])
        found |= self._rates()
        found |= self._pain()
        found |= self._voices()
        return found

    def without_own_words(self, text: str) -> str:
        """The text without what the rows themselves say in words (a time, an event, a part of the people, a name)."""
        names = [
            words
            for row in self._evidence.treatments.values()
            for words in (row.name, row.short_name, row.mid_sentence)
        ]
        own = [
            value
            for row in self.rows
            for value in dict(row).values()
            if isinstance(value, str) and re.search(r"\d", value)
        ]
        for words in sorted([*names, *own], key=len, reverse=True):
            if re.search(r"\d", words) and len(words) > 2:
                text = re.sub(re.escape(words), " ", text, flags=re.IGNORECASE)
        return text

    def _single(self, row: Row) -> set[str]:
        """What one row says by itself."""
        if isinstance(row, r.Effect):
            return self._effect(row)
        if isinstance(row, r.PeopleCount | r.PainScore):
            return self._counted(row)
        if isinstance(row, r.NaturalCourse):
            return _written(row.mean, row.weeks)
        if isinstance(row, r.Threshold):
            # A limit of a rule stands as it is: rounded it would be another one.
            return {f"{row.value:g}"}
        if isinstance(row, r.Claim):
            return {str(len(row.source_ids))}
        if isinstance(row, Recommendation):
            return _written(row.year)
        if isinstance(row, r.RegulatorStatus):
            return {str(int(part)) for part in row.date.split("-") if part}
        if isinstance(row, r.Cost):
            return _written(row.fee_low, row.fee_typical, row.fee_high, row.year)
        return set()

    def _counted(self, row: r.PeopleCount | r.PainScore) -> set[str]:
        if isinstance(row, r.PainScore):
            return _written(row.score, row.score_low, row.score_high, row.people, row.visits)
        sides = ((row.events, row.people), (row.comparator_events, row.comparator_people))
        found = {str(count) for got, people in sides for count in (got, people, people - got)}
        return found | {str(row.people + row.comparator_people)}

    def _effect(self, row: r.Effect) -> set[str]:
        values = (row.estimate, row.comparator_estimate, row.ci_low, row.ci_high)
        whole_review = row.people is None and row.counts_of != "finding"
        found = _written(row.n_people, row.n_studies) if whole_review else _written(row.people, row.studies)
        if row.measure in ("RR", "OR"):
            # A harm is told from the side that had more of it, to one decimal.
            ratios = [value for value in values if value]
            found |= {number(round_half_up(one, 1)) for value in ratios for one in (value, 1 / value)}
        if row.measure == "proportion":
            # On the face of a count of people: the year of its study.
            found |= _written(self._evidence.sources[row.source_id].year)
            shares = [value for value in (row.estimate, row.comparator_estimate) if value is not None]
            for share in shares:
                # Below one of 100 the decimals stay, so that few never become none.
                found.add(number(share if 0 < share < 1 else round_half_up(share)))
                found.add(number(100 - (share if 0 < share < 1 else round_half_up(share))))
                # Of few people, the people themselves.
                if row.people is not None and row.people < self._evidence.threshold("people_very_few"):
                    found.add(number(round_half_up(share * row.people / 100)))
        elif row.measure == "MD" and row.scale_points:
            found |= _written(*(abs(100 * value / row.scale_points) for value in values if value is not None))
            if row.comparator_estimate is not None:
                # Two sides as the study printed them stand beside how far its scale goes.
                found |= _written(row.scale_points)
        counted = self._evidence.people_counts.get(row.effect_id)
        if counted is not None:
            # Few people are told themselves, side by side.
            found |= self._counted(counted) | {
                str(one)
                for one in (counted.events, counted.people, counted.comparator_events, counted.comparator_people)
            }
        # The published number, for what has no size people can read.
        return found | _written(*(abs(value) for value in values if value is not None))

    def _course(self, rows: list[Row]) -> set[str]:
        protocols = [row for row in rows if isinstance(row, r.Protocol)]
        visits = _part([row for row in protocols if not row.home_based], "sessions")
        found: set[str] = set()
        if visits is not None:
            visits = (
                min(visits[0], round_half_up(visits[1])),
                round_half_up(visits[1]),
                max(visits[2], round_half_up(visits[1])),
            )
            found |= _written(*visits)
        # Spacing: days below two weeks, else weeks.
        apart = _part([row for row in protocols if not row.home_based], "interval_weeks")
        if apart is not None:
            found |= {number(round_half_up(apart[1] * 7))} if apart[1] < 2 else _written(apart[1])
        result = _part(protocols, "weeks_to_result")
        for weeks in (*(result or ()), *(row.followed_weeks for row in protocols if row.followed_weeks is not None)):
            found.add(_time(weeks))
        for milestone in {row.milestone for row in rows if isinstance(row, r.Recovery)}:
            days = _ends(
                [
                    (row.day_low, row.day_typical, row.day_high)
                    for row in rows
                    if isinstance(row, r.Recovery) and row.milestone == milestone
                ]
            )
            if days is None:
                continue
            found |= {number(round_half_up(day)) for day in days}
            # Whole days from one day on: what is shown is what is multiplied.
            shown = [day if day < 1 else round_half_up(day) for day in days]
            if visits is not None:
                found |= {number(round_half_up(many * day)) for many, day in zip(visits, shown, strict=True)}
                # Sore days in all: also times the lowest, middle and highest share who get sore.
                share = _shares(rows)
                if share:
                    found |= {
                        number(round_half_up(many * day * of / 100))
                        for many, day, of in zip(
                            visits, shown, (min(share), statistics.median(share), max(share)), strict=True
                        )
                    }
        if share := _shares(rows):
            found |= {str(len(share)), number(round_half_up(statistics.median(share)))}
            counted = [row for row in rows if isinstance(row, r.Risk)]
            found |= _written(*(row.events for row in counted), *(row.n for row in counted))
        return found

    def _pain(self) -> set[str]:
        """The middle of the scores of several studies, their number, and all that were asked."""
        rows = [row for row in self.rows if isinstance(row, r.PainScore)]
        scores = [row.score for row in rows if row.score is not None]
        if not scores:
            return set()
        asked = (sum(row.people or 0 for row in rows), sum(row.visits or 0 for row in rows))
        return _written(statistics.median(scores), sum(row.studies or 0 for row in rows), *asked)

    def _voices(self) -> set[str]:
        """How many sources there are and found it one way, each of them one voice; and how many people in all."""
        effects = [row for row in self.rows if isinstance(row, r.Effect)]
        voices = {(row.favours, row.source_id) for row in effects}
        if len(voices) < 2:
            return set()
        sides = Counter(favours for favours, _ in voices)
        people = sum(row.people or 0 for row in effects)
        return {str(count) for count in (*sides.values(), len(voices), people)} | {f"{people:,}"}

    def _rates(self) -> set[str]:
        risks = [row for row in self.rows if isinstance(row, r.Risk)]
        values = [row.per_100 for row in risks if row.per_100 is not None]
        if not values:
            return set()
        found = set[str]()
        groups = {(row.treatment_id, row.harm, row.per) for row in risks}
        for group in groups:
            found |= _counted([row for row in risks if (row.treatment_id, row.harm, row.per) == group])
        # Over how many trials a review pooled it.
        for row in risks:
            sources = [self._evidence.sources[name] for name in row.source_ids]
            found |= {str(source.n_studies) for source in sources if source.n_studies and source.n_people == row.n}
        # A rate of visits over a whole course: at most the highest rate times the most visits, never more than 100.
        visits = _part([row for row in self.rows if isinstance(row, r.Protocol) and not row.home_based], "sessions")
        if visits is not None and all(row.per == "session" for row in risks):
            found.add(number(round_half_up(min(100, max(values) * visits[2]))))
        return found


def _counted(rows: Sequence[r.Risk]) -> set[str]:
    """What may be told of one harm counted in one unit: each group of people once, at its highest.

    How many groups, how many in them, how many of those say how many, the lowest, the middle and the highest rate of
    100, 1,000, 100,000 or a million, what would fit where none was seen; and each group's own counts.
    """
    groups: dict[str, list[r.Risk]] = {}
    for row in rows:
        if row.per_100 is not None:
            groups.setdefault(row.cohort or row.risk_id, []).append(row)
    speaking = [max(mine, key=lambda row: (bool(row.n), row.per_100)) for mine in groups.values()]
    values = [row.per_100 for row in speaking if row.per_100 is not None]
    if not values:
        return set()
    people = [row.n for row in speaking if row.n]
    found = {str(len(speaking)), str(len(people)), f"{sum(people):,}", str(sum(people))}
    shown = [min(values), statistics.median(values), max(values)]
    if max(values) == 0 and people:
        shown.append(100 * (1 - 0.05 ** (1 / sum(people))))
    for row in rows:
        shown += [value for value in (row.per_100, row.per_100_low, row.per_100_high) if value]
        if row.comparator_per_100 is not None:
            shown.append(row.comparator_per_100)
        for count in (row.n, row.events, row.comparator_n, row.comparator_events):
            if count is not None:
                found |= {str(count), f"{count:,}"}
        if row.n and row.per_100 is not None:
            found.add(f"{round(row.per_100 * row.n / 100):,}")
        elif row.events and row.per_100:
            # The source prints how many had it and how many of 100 that is, not of how many.
            found.add(f"{round(row.events * 100 / row.per_100):,}")
    for value in shown:
        found.add(number(value if 0 < value < 1 else round_half_up(value)))
        found |= {f"{round(value * base / 100):,}" for base in (1_000, 100_000, 1_000_000)}
    found |= {"100", "1,000", "100,000", "1,000,000"}
    return found | {text.replace(",", "") for text in found}


def _shares(rows: list[Row]) -> list[float]:
    """How many of 100 get sore, by the risks that the days of soreness among these rows name."""
    named = {name for row in rows if isinstance(row, r.Recovery) for name in row.share_refs}
    return [row.per_100 for row in rows if isinstance(row, r.Risk) and row.risk_id in named and row.per_100 is not None]


def _written(*values: float | None) -> set[str]:
    return {number(value) for value in values if value is not None}


def _time(weeks: float) -> str:
    """Days below two weeks, weeks below eight, months of 52/12 weeks from then on."""
    if weeks < 2:
        return number(round_half_up(weeks * 7))
    return number(round_half_up(weeks if weeks < 8 else weeks * 12 / 52))
