"""A take-home as a PDF: tagged, PDF/UA-1, fonts embedded, one or two pages, body type of nine points or more.

Typst lays it out from a fixed template. All data goes in as one JSON text and is only ever used as text, so nothing a
person types can become markup. Typst's own export refuses what does not conform to PDF/UA-1.
"""

from __future__ import annotations

import bisect
import functools
import itertools
import json
import math
import os
import threading
from collections.abc import Callable
from dataclasses import asdict, dataclass, fields, is_dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any, Literal, TypeVar

import typst

from needlewise.charts.palette import FAMILY, pale
from needlewise.handout.link import runs
from needlewise.handout.model import Cited, Handout, PaperLine, PaperPair, PaperStrip
from needlewise.handout.shorten import STEPS, shortened
from needlewise.words import LANGUAGE, number, say, sentence
from needlewise.words.paper import printable

Paper = Literal["a4", "us-letter"]
PAPERS: tuple[Paper, ...] = ("a4", "us-letter")
MOST_PAGES = 2
_Item = TypeVar("_Item")
_HERE = Path(__file__).resolve().parent
_FONTS = _HERE / "fonts"


@dataclass(frozen=True)
class Layout:
    """How it is set.

    Attributes:
        size: of body type, in points.
        sources: how they are printed.
        tight: whether room is saved wherever it can be.
        steps: how many steps of shortening were taken.
    """

    size: float
    sources: Literal["titled", "named", "short", "linked"]
    tight: bool = False
    steps: int = 0


# Body type is never smaller: what many people of sixty can read without effort.
SMALLEST = 9.0
# From the one that reads best to the one that fits the longest take-home: smaller type first, then shorter sources,
# then
# less (`shorten`).
LAYOUTS = (
    Layout(10.0, "titled"),
    Layout(9.4, "titled"),
    Layout(SMALLEST, "named"),
    Layout(SMALLEST, "short", tight=True),
    *(Layout(SMALLEST, "linked", tight=True, steps=steps) for steps in range(len(STEPS) + 1)),
)
# The document's own words that need no value.
_WORDS = (
    "options", "options-lead", "row", "works", "sure", "pairs", "plan", "priorities",
    "cautions", "cautions-lead", "skin", "signs", "after", "what", "questions", "questions-lead", "own", "note", "rest",
    "rest-lead",
    "sources", "sources-lead", "link", "link-lead", "decision", "author", "stops-why", "contents", "contents-page",
)  # fmt: skip
# About how many signs stand on a line of a column of sources, and of half a page; and lines that a heading takes.
_COLUMN_SIGNS = 46
_HALF_SIGNS = 58
_HEAD_LINES = 2.4
_TICK_STEPS = (1, 2, 7, 14, 28, 56, 91, 182)
_TICKS_MOST = 6
# Room to the right of the longest bar, so that a diamond at its end is not cut.
_ROOM = 0.96
_MOST_NUMBERED = 9
# Signs of text at which a take-home usually needs the next layout, found by trying; a wrong guess costs a trial, no
# more.
_SIGNS_FOR_NEXT = (
    3900, 4150, 4350, 8400, 8700, 9900, 10_400, 10_700, 11_100, 11_400, 12_600, 13_200, 14_400, 14_600, 14_800,
    15_600, 15_800, 16_500, 20_800, 23_500, 24_000, 24_500, 25_000, 26_000,
)  # fmt: skip
# Compilations after which Typst forgets a result.
_KEPT_FOR = 10


@functools.cache
def _fonts() -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[_FONTS])


@functools.cache
def _template() -> bytes:
    return (_HERE / "take_home.typ").read_bytes()


def make(handout: Handout, paper: Paper, made: datetime, *others: Handout) -> bytes:
    """The PDF: two pages at most for each concern, in the largest type that fits.

    Where not even the smallest does, `shorten` says what gives way.

    Args:
        handout: what it says.
        others: of a second concern, `build.together` with the first; it begins on a page of its own.
        paper: `a4` or `us-letter`.
        made: when it is made, with its zone; it stands in the file's own notes.

    Raises:
        RuntimeError: when the result would not conform to PDF/UA-1.
    """
    logo = _logo(handout)
    with _TURNS:
        try:
            return _fitted((handout, *others), paper, made, logo)
        except RuntimeError:
            if not logo:
                raise
            # A picture that cannot be read must not keep anyone from the paper.
            return _fitted((handout, *others), paper, made, b"")
        finally:
            _forget()


# A paper keeps a core busy for a part of a second. Many asked for at once wait for each other, so that those who only
# read are answered meanwhile: half of the cores are theirs.
_TURNS = threading.BoundedSemaphore(max(1, (os.cpu_count() or 2) // 2))


def _forget() -> None:
    """Let Typst drop what it kept of a take-home.

    It keeps each result until so many more compilations have not asked for it: some 300 MB after twenty take-homes,
        each
    with what a client told. Empty documents push it out, in about 20 ms.
    """
    for _ in range(_KEPT_FOR + 1):
        typst.Compiler(input=b"", font_paths=_fonts()).compile(format="pdf")


def _logo(handout: Handout) -> bytes:
    """The clinic's picture; nothing without one, or when the file has gone."""
    try:
        return handout.clinic.logo.read_bytes() if handout.clinic.logo is not None else b""
    except OSError:
        return b""


def _compiler(parts: list[tuple[Handout, Layout]], paper: Paper, made: datetime, logo: bytes) -> typst.Compiler:
    """For one use: a template given as bytes is gone after it. No file but the template and the fonts is ever read."""
    content = json.dumps([_content(part, paper, made, layout) for part, layout in parts], ensure_ascii=False)
    inputs = {"content": content, "logo": json.dumps(list(logo))}
    return typst.Compiler(input=_template(), root=_FONTS, font_paths=_fonts(), sys_inputs=inputs)


def chosen(handout: Handout, paper: Paper, made: datetime, logo: bytes = b"") -> Layout:
    """The first layout in which it fills no more than two pages; the last of them is taken without a trial.

    That one holds everything a person can ask for: a test tries.
    """

    def fits(place: int) -> bool:
        # The number of its last page stands at its end.
        trial = _compiler([(handout, LAYOUTS[place])], paper, made, logo)
        return int(json.loads(trial.query("<end>", field="value", one=True))) <= MOST_PAGES

    return LAYOUTS[_first_of(len(LAYOUTS) - 1, fits, _guess(handout))]


def _fitted(handouts: tuple[Handout, ...], paper: Paper, made: datetime, logo: bytes) -> bytes:
    parts = [(handout, chosen(handout, paper, made, logo)) for handout in handouts]
    made_file = _compiler(parts, paper, made, logo).compile(
        input=_template(), format="pdf", pdf_standards="ua-1", timestamp=int(made.timestamp())
    )
    assert isinstance(made_file, bytes)  # noqa: S101  one file, because the format is PDF
    return made_file


def _guess(handout: Handout) -> int:
    """About the place of the layout that fits, from the length of its text: each trial takes some 40 ms."""
    return bisect.bisect_right(_SIGNS_FOR_NEXT, _signs_in(handout))


def _signs_in(value: Any) -> int:  # noqa: ANN401  any part of a take-home
    """How many signs of text a part of a take-home has.

    The list of sources, which every layout sets anew, is not counted.
    """
    if isinstance(value, str):
        return len(value)
    if isinstance(value, tuple):
        return sum(_signs_in(part) for part in value)
    if is_dataclass(value):
        return sum(
            _signs_in(getattr(value, part.name)) for part in fields(value) if part.name not in ("refs", "sources")
        )
    return 0


def _first_of(count: int, holds: Callable[[int], bool], guess: int) -> int:
    """The first of `count` places where a condition holds that then holds for all after it.

    `count` where it never does.

    Looks near the guess first and doubles its steps from there: two trials when the guess is right.
    """
    low, high, place, step = 0, count, guess, 1
    while low < high:
        place = min(max(place, low), high - 1)
        if holds(place):
            high, place = place, place - step
        else:
            low, place = place + 1, place + step
        step *= 2
    return low


def _content(handout: Handout, paper: Paper, made: datetime, layout: Layout) -> dict[str, Any]:
    handout, left = shortened(handout, layout.steps)
    size, dark = runs(handout.link) if handout.link else (0, ())
    words = {name: say(f"take_home-doc-{name}") for name in _WORDS}
    words |= {
        "pause": say("pause-title"),
        "logo": say("take_home-doc-logo", name=handout.clinic.name),
        "qr": say("take_home-qr-alt", link=handout.link),
        "clinic": say("take_home-doc-clinic", name=handout.clinic.name),
    }
    longest = max((strip.longest for strip in handout.strips), default=0) or 1
    found: dict[str, Any] = {
        "lang": LANGUAGE,
        "paper": paper,
        "day": (made.year, made.month, made.day),
        "title": handout.title,
        "made": say("take_home-doc-made", date=handout.made),
        "made-for": say("take_home-doc-for", name=handout.name) if handout.name else "",
        "clinic": handout.clinic.name,
        "contact": handout.contact,
        "disclaimer": say("disclaimer"),
        "pages": [
            [say("take_home-doc-pages", page=page, pages=pages) for page in range(1, pages + 1)]
            for pages in range(1, _MOST_NUMBERED + 1)
        ],
        "version": handout.version,
        "contents": handout.contents,
        "beside": handout.beside,
        "stops": [asdict(line) for line in handout.stops],
        "answer": [asdict(line) for line in handout.answer],
        "dots": None if handout.rating is None else handout.rating.dots,
        "certainty": asdict(handout.certainty),
        "pause": asdict(handout.pause),
        "decision": asdict(handout.decision),
        "heads": handout.heads,
        "bases": handout.bases,
        "options": [asdict(option) for option in handout.options],
        "strips": [_strip(strip, longest) for strip in handout.strips],
        "strips-title": handout.strips_title,
        "strips-lead": handout.strips_lead,
        "serious": asdict(handout.serious),
        "harms": [asdict(line) for line in (*handout.harm_lists, *handout.harms)],
        "strips-note": handout.strips_note,
        "strips-alt": say(
            "downtime-alt", title=handout.strips_title, list="; ".join(strip_words(strip) for strip in handout.strips)
        ),
        "ticks": _ticks(longest),
        "pairs": [_pair(pair) for pair in handout.pairs],
        "pairs-lead": handout.pairs_lead,
        "plan": None if handout.plan is None else asdict(handout.plan),
        "priorities": None if handout.priorities is None else asdict(handout.priorities),
        "cautions": None if handout.cautions is None else asdict(handout.cautions),
        "signs": _by_action(handout.signs),
        "after": _by_action(handout.after),
        # The number stands by itself: it is larger, and never broken over two lines.
        "after-ring": _around(handout.after_ring, handout.clinic.contact.phone),
        "unseen": handout.unseen,
        "questions": handout.questions,
        "own": handout.own,
        "note": handout.note,
        # With little room what the makers have not told is read on About only.
        "funding": handout.funding if layout.tight else f"{handout.funding} {handout.makers}",
        "size": layout.size,
        "tight": layout.tight,
        "sources": _sources(handout, layout),
        "left": left,
        "columns": [_named(handout)] if layout.tight else _two_piles(*_sections(handout)),
        "link": handout.link,
        "words": words,
    }
    printed: dict[str, Any] = _printable(found)
    colours = {family: modes["light"] for family, modes in FAMILY.items()}
    thin = {family: pale(family, "light") for family in FAMILY}
    return printed | {"code": dark, "code-size": size, "colours": colours, "pale": thin}


def _around(text: str, part: str) -> tuple[str, ...]:
    """A text as what stands before a part of it, the part, and what stands after; nothing of an empty one."""
    return text.rpartition(part) if part and part in text else (text, "", "") if text else ()


def _by_action(signs: tuple[PaperLine, ...]) -> list[dict[str, Any]]:
    """Signs one after another that ask for the same, with what to do told once before them."""
    groups: list[dict[str, Any]] = []
    for line in signs:
        action, _, sign = line.text.partition(": ")
        if not groups or groups[-1]["do"] != action:
            groups.append({"do": action, "lines": []})
        groups[-1]["lines"].append(asdict(replace(line, text=sentence(sign))))
    return groups


def _printable(value: Any) -> Any:  # noqa: ANN401  JSON is anything
    """Every text in a value of JSON with signs that can be printed."""
    if isinstance(value, str):
        return printable(value)
    if isinstance(value, dict):
        return {key: _printable(part) for key, part in value.items()}
    return [_printable(part) for part in value] if isinstance(value, list | tuple) else value


def _sources(handout: Handout, layout: Layout) -> list[list[dict[str, Any]]]:
    """The sources in columns of about the same length."""
    entries = [
        {
            "number": source.number,
            "text": _source_text(source, layout),
            "shown": source.shown,
            "link": source.link,
        }
        for source in handout.sources
    ]
    heights = [1 + (len(str(entry["text"])) + len(str(entry["shown"]))) / _COLUMN_SIGNS for entry in entries]
    return _shared_out(entries, heights, 1 if layout.tight else 3) if entries else []


def _source_text(source: Cited, layout: Layout) -> str:
    if layout.sources == "linked":
        return ""
    if layout.sources == "short":
        return source.short
    return source.text(titled=layout.sources == "titled" and source.firm)


def _named(handout: Handout) -> list[str]:
    """The sections about the person that have anything in them, in order."""
    return _sections(handout)[0]


def _sections(handout: Handout) -> tuple[list[str], list[float]]:
    """The sections about the person, in order, and about how many lines each takes."""
    parts: dict[str, list[str]] = {
        "plan": [] if handout.plan is None else [" ".join(handout.plan.lines)],
        "priorities": [],
        "cautions": [],
        "questions": list(handout.questions),
        "own": list(handout.own),
        "note": list(handout.note),
        "signs": [line.text for line in handout.signs],
        "after": [line.text for line in handout.after],
    }
    if handout.plan is not None:
        for option in handout.plan.options:
            parts["plan"] += [option.name, " ".join(line.text for line in option.lines)]
    if handout.priorities is not None:
        found = handout.priorities
        # A table row is taller than a line.
        parts["priorities"] = [
            *found.said,
            " ".join(found.lines),
            *(("-" * (_HALF_SIGNS + 1),) * len(found.rows)),
            *found.apart,
        ]
    if handout.cautions is not None:
        found_reasons = (*handout.cautions.reasons, *handout.cautions.skin)
        parts["cautions"] = [*handout.cautions.answers, *(f"{line.text} {line.note}" for line in found_reasons)]
    names = [name for name, lines in parts.items() if lines]
    heights = [_HEAD_LINES + sum(1 + len(line) // _HALF_SIGNS for line in parts[name]) for name in names]
    return names, heights


def _two_piles(items: list[_Item], heights: list[float]) -> list[list[_Item]]:
    """Items in two columns so that the taller is as low as it can be.

    The first item stays first, each column in order.
    """

    def sides(pick: int) -> tuple[float, float]:
        left = sum(height for place, height in enumerate(heights) if pick >> place & 1)
        return left, sum(heights) - left

    # Among equally good ways the one that moves the least out of order.
    best = min(range(1 << len(items)), key=lambda pick: (max(sides(pick)), pick))
    left = [item for place, item in enumerate(items) if best >> place & 1]
    right = [item for item in items if item not in left]
    return [left, right] if not items or items[0] in left else [right, left]


def _shared_out(items: list[_Item], heights: list[float], count: int) -> list[list[_Item]]:
    """Items in `count` columns, in order, so that the tallest is as low as it can be."""
    best: list[list[_Item]] = []
    lowest = math.inf
    for cuts in itertools.combinations_with_replacement(range(len(items) + 1), count - 1):
        ends = (0, *cuts, len(items))
        tallest = max(sum(heights[first:last]) for first, last in itertools.pairwise(ends))
        if tallest < lowest:
            best, lowest = [items[first:last] for first, last in itertools.pairwise(ends)], tallest
    return best


def strip_words(strip: PaperStrip) -> str:
    """One strip in words: `Microneedling: 3, up to 7 days; make-up allowed again: 1 day`."""
    return f"{strip.name}: {_line_words(strip.line)}"


def _line_words(line: PaperLine) -> str:
    return f"{line.text}, {line.note}" if line.note else line.text


def _strip(strip: PaperStrip, longest: float) -> dict[str, Any]:
    """A strip with its days as shares of the track, 0 to 100."""
    share = 100 * _ROOM / longest
    return asdict(strip) | {"usual": strip.usual * share, "longest": strip.longest * share}


def _ticks(longest: float) -> list[dict[str, Any]]:
    """A few whole days under the strips, or whole weeks from a fortnight on."""
    step = next((step for step in _TICK_STEPS if longest / step <= _TICKS_MOST), _TICK_STEPS[-1])
    days = range(0, int(longest) + 1, step)
    return [
        {
            "at": 100 * _ROOM * day / longest,
            "text": say("downtime-axis-day", day=number(day))
            if step < 7 or day == 0
            else say("downtime-axis-week", weeks=day // 7),
        }
        for day in days
    ]


def _pair(pair: PaperPair) -> dict[str, Any]:
    found = asdict(pair)
    for side, words in zip(found["sides"], pair.sides, strict=True):
        side["alt"] = f"{words.name}: {words.caption}"
    return found
