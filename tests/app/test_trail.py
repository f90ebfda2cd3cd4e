"""Every figure on the page walks back to `data/`: the product's promise, checked number by number.

The page is read as HTML. Each button names its rows; each number in its text must follow from those rows by a
documented
rule (see `page_reader`). Each number outside a button must follow from the rows of the button beside it, stand word for
word in `data/`, or be part of the fixed words of the interface.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable

import pytest
from fluent.syntax import FluentParser
from fluent.syntax import ast as fluent

from needlewise import ROOT
from needlewise.evidence.model.store import Evidence
from needlewise.evidence.reading.load import load
from needlewise.evidence.rules.versions import label
from needlewise.ui.components.source_cards import shelves
from needlewise.words import number, say
from tests.page_reader import Node, Trail, block, numbers, rows_behind, visible_texts, words_on_shelf

Blocks = Callable[..., tuple[str, ...]]
# Pages whose numbers are those of `data/` by the same rules. Plan turns them into dates, and What matters to me into a
# result of its own; their sums are worked by hand in `tests/unit`.
PAGES = ("explore", "compare", "suitability")


def _plain(pattern: fluent.Pattern | None) -> str | None:
    """The text of a message without gaps; None for one with gaps."""
    if pattern is None or not all(isinstance(part, fluent.TextElement) for part in pattern.elements):
        return None
    return "".join(part.value for part in pattern.elements if isinstance(part, fluent.TextElement)).strip()


@functools.cache
def _fixed_words() -> frozenset[str]:
    """Texts with numbers that are no figures: the interface's own fixed words and the told rules."""
    found: set[str] = set()
    limits: dict[str, str | float] = {name: number(row.value) for name, row in load().thresholds.items()}
    weight = load().threshold("pert_weight")
    limits |= {"weight": weight, "whole": weight + 2}
    for path in (ROOT / "needlewise" / "words").glob("en.ftl"):
        for entry in FluentParser().parse(path.read_text(encoding="utf-8")).body:
            if isinstance(entry, fluent.Message):
                text = _plain(entry.value)
                if text is not None:
                    found.add(text)
                elif entry.id.name.startswith(("rule-", "plan-rule-")):
                    # The rules as told to readers carry the limits of thresholds.csv and no other number.
                    found.add(say(entry.id.name, **limits))
    return frozenset(found)


@functools.cache
def _cells() -> frozenset[str]:
    """Texts of `data/` in rows that have sources: they stand on the page word for word."""
    evidence = load()
    found: set[str] = set()
    for table in ("concerns", "treatments", "claims", "red_flags"):
        for row_id, row in getattr(evidence, table).items():
            if evidence.source_ids(f"{table}:{row_id}"):
                found |= {value for name, value in dict(row).items() if isinstance(value, str) and name != "nothing"}
    # What the brochure promises is quoted, not claimed.
    return frozenset(
        found | {row.promise for row in evidence.benefits.values()} | {row.name for row in evidence.treatments.values()}
    )


@functools.cache
def _counts() -> frozenset[str]:
    """What a fold may say of how much is inside it; `test_folds.py` holds that it counts right."""
    return (
        frozenset(
            say(message, count=count)
            for message in ("options-more", "compare-rest", "compare-further", "harms-serious-unseen")
            for count in range(1, 100)
        )
        | frozenset(
            say(f"explore-{name}", count=count)
            for name in (
                "twin",
                "picture-fold",
                "shares-more",
                "harms-fold",
                "harms-more",
                "contrasts-more",
                "ask-more",
                "options-more",
            )
            for count in range(1, 100)
        )
        | frozenset(say("explore-findings-fold", count=count, more=more) for count in range(100) for more in range(200))
    )


def _is_free(node: Node, text: str) -> bool:
    """True for a number that is no figure.

    Fixed words, a sourced text of `data/`, the footer's date, nothing's nought.
    """
    gathered = re.escape(say("reviewed", date="DATE", version=label(load()))).replace("DATE", r"[A-Z][a-z]+ 20\d\d")
    return (
        text.strip() in _fixed_words()
        or text.strip() in _cells()
        or (_in_summary(node) and (text.strip() in _counts() or text.startswith(_PROMISES)))
        or re.fullmatch(gathered, text.strip()) is not None
        or re.fullmatch(
            re.escape(say("changes-last", date="DATE")).replace("DATE", r"\d+ [A-Z][a-z]+ 20\d\d"), text.strip()
        )
        is not None
        or (set(numbers(text)) == {"0"} and _is_about_doing_nothing(node))
        or _counts_findings(node, text)
    )


_PROMISES = tuple(say("explore-verdicts", count=count, list="") for count in range(1, 20))


def _counts_findings(node: Node, text: str) -> bool:
    """How many findings are drawn, left out and point which way; `test_left_out.py` holds that it counts right."""
    whole = re.escape(say("findings-left-out", drawn="DRAWN", count="COUNT", why="WHY"))
    whole = whole.replace("DRAWN", r"\d+").replace("COUNT", r"\d+").replace("WHY", "[^()]+")
    return re.search(f"{whole}$", text.strip()) is not None or any(
        "nw-directions" in above.attributes.get("class", "").split() for above in node.up()
    )


def _in_summary(node: Node) -> bool:
    return any(above.tag == "summary" for above in node.up())


def _is_about_doing_nothing(node: Node) -> bool:
    """True in a table's row or column of doing nothing, which costs no visit and no day."""
    option = next((above.attributes["data-option"] for above in node.up() if "data-option" in above.attributes), "")
    row = next((above for above in node.up() if above.tag == "tr"), None)
    return option == "no_treatment" or (
        row is not None and row.children[0].text.strip() == load().treatments["no_treatment"].name
    )


def _buttons(root: Node) -> list[Node]:
    return [node for node in root.walk() if node.is_opener]


def test_every_row_named_on_the_page_exists(evidence: Evidence, blocks_of: Blocks, concern_id: str):
    """A figure's rows can all be found, and each leads to a source with an address."""
    named = 0
    for html in blocks_of(concern_id):
        for button in _buttons(block(html)):
            for ref in button.refs:
                assert evidence.source_ids(ref), ref
                named += 1
    assert named > 50, "the page names its rows"


@pytest.mark.parametrize("name", [*PAGES, "plan", "priorities"])
def test_every_figure_leads_to_its_rows(blocks_of: Blocks, concern_id: str, name: str):
    """Each row that a figure names stands on the shelf that is served there, with what the row says."""
    openers = _buttons(block("".join(blocks_of(concern_id, name))))
    assert openers
    for opener in openers:
        edition = opener.attributes["href"].split("/")[1]
        assert edition == shelves.shelves().edition
        for ref in opener.own_refs:
            assert words_on_shelf(shelves.shelf(load(), ref), shelves.code(ref)), ref


def test_no_figure_stands_without_rows(blocks_of: Blocks, concern_id: str):
    """What looks like a figure and has a number in it opens its sources; only doing nothing costs a plain nought."""
    for html in blocks_of(concern_id):
        for node in block(html).walk():
            classes = node.attributes.get("class", "").split()
            if {"nw-fig", "nw-big", "nw-plain"} & set(classes) and not node.refs and numbers(node.text):
                assert node.text == "0", node.text
                assert _is_about_doing_nothing(node)


@pytest.mark.parametrize("page", PAGES)
def test_every_number_follows_from_its_rows(evidence: Evidence, blocks_of: Blocks, concern_id: str, page: str):
    """As rounded and shown; each number by itself."""
    lost = []
    for html in blocks_of(concern_id, page):
        for node, text in visible_texts(block(html)):
            if not numbers(text) or _is_free(node, text):
                continue
            trail = Trail(evidence, rows_behind(node))
            missing = set(numbers(trail.without_own_words(text))) - trail.allows()
            if missing:
                lost.append(f"{sorted(missing)} in {text!r}, from {', '.join(rows_behind(node)) or 'no row'}")
    assert lost == []


def test_an_options_figures_come_from_rows_about_that_option(evidence: Evidence, blocks_of: Blocks, concern_id: str):
    """No borrowed numbers: visits, days, pain and harm of an option rest on rows of this treatment.

    Effects name it on one side; a pool of several kinds may speak beside it, under its own name.
    """
    checked = 0
    for html in blocks_of(concern_id):
        for row in block(html).walk():
            option = row.attributes.get("data-option")
            if not option or option == "no_treatment":
                continue
            for ref in row.refs:
                found = evidence.find(ref)
                sides = {getattr(found, "treatment_id", None)}
                if ref.startswith("effects:"):
                    sides.add(getattr(found, "comparator_id", None))
                pooled = any(side in evidence.treatments and evidence.treatments[side].is_group for side in sides)
                assert option in sides or pooled, f"{ref} on the row of {option}"
                # Days, harms and pain may be known from other concerns; what it does and how often, only from this one.
                if ref.startswith(("effects:", "protocols:")):
                    assert getattr(found, "concern_id", None) == concern_id
                checked += 1
    assert checked


WRONG = [
    ("a number no row gives", '<p>It takes 17 visits <a href="{protocol}">sources</a></p>', ["17"]),
    ("a number inside a button", '<a href="{protocol}">17</a>', ["17"]),
    (
        "a number in a note after a figure",
        '<dd><a href="{protocol}">3</a><span>from 3 to 99</span></dd>',
        ["99"],
    ),
    ("a number with no rows near it", "<section><p>About 1,234 people</p></section>", ["1234"]),
    (
        "a number whose rows stand in another article",
        '<div><article><p>7 days</p></article><article><a href="{protocol}">3</a></article></div>',
        ["7"],
    ),
    (
        "a label of a picture",
        '<div><div role="img" aria-label="55 of 100"></div><a href="{protocol}">3</a></div>',
        ["55"],
    ),
    ("a right one", '<p>It takes 3 visits <a href="{protocol}">sources</a></p>', []),
    ("the 2 of CO2 and the 100 of a unit", "<p>CO2 laser, of 100 people</p>", []),
]


@pytest.mark.parametrize(("html", "expected"), [row[1:] for row in WRONG], ids=[row[0] for row in WRONG])
def test_the_checker_itself_sees_a_lost_number(evidence: Evidence, html: str, expected: list[str]):
    """Smoke for the alarm: made-up numbers are found, true ones are let through."""
    protocol = shelves.address(evidence, "protocols:acne_scars.microneedling.alam2014.1")
    root = block(html.format(protocol=protocol))
    lost = []
    for node, text in visible_texts(root):
        trail = Trail(evidence, rows_behind(node))
        lost += [found for found in numbers(trail.without_own_words(text)) if found not in trail.allows()]
    assert lost == expected
