"""The folds of Explore: each says how much is inside, is the same for every option, and hides nothing serious."""

from __future__ import annotations

import re
from collections.abc import Callable

from needlewise.charts.recovery import recovery
from needlewise.decision.concern.build import build_concern_page
from needlewise.decision.shared.option_order import option_order
from needlewise.decision.shared.rates import rate_text
from needlewise.evidence.model.store import Evidence
from needlewise.words import say
from tests.page_reader import Node, block

Blocks = Callable[..., tuple[str, ...]]


def _page(blocks_of: Blocks, concern_id: str) -> Node:
    return block("".join(blocks_of(concern_id)))


def _all(root: Node, tag: str, css: str = "") -> list[Node]:
    return [
        node for node in root.walk() if node.tag == tag and (not css or css in node.attributes.get("class", "").split())
    ]


def _summary(fold: Node) -> str:
    return _all(fold, "summary")[0].text.strip()


def _is_folded(node: Node) -> bool:
    """Behind a fold of its own, or marked as one that waits for the fold below it."""
    return any(above.tag == "details" or "nw-later" in above.attributes.get("class", "") for above in node.up())


def test_every_option_has_the_same_fold_over_the_same_columns(
    evidence: Evidence, blocks_of: Blocks, concern_id: str
) -> None:
    """Needling, its rivals and doing nothing alike; the fold is named for its option.

    How sure and the figures stay out, the days off among them: when it is back to work is asked first.
    """
    lines = [node for node in _page(blocks_of, concern_id).walk() if "data-option" in node.attributes]
    places = {tuple("nw-late" in cell.attributes.get("class", "").split() for cell in line.children) for line in lines}
    shows = (True,) if evidence.concerns[concern_id].group == "skin" else ()
    assert places == {(False, False, False, False, False, *shows, False, True, False)}
    for line in lines:
        (fold,) = _all(line, "details", "nw-late-fold")
        name = evidence.treatments[line.attributes["data-option"]].name
        assert _all(fold, "summary")[0].attributes["aria-label"] == say("explore-option-more", name=name)
        for cell in line.children[2:]:
            assert not any(_is_folded(figure) for figure in _all(cell, "a"))


def test_the_fold_of_options_counts_the_lines_behind_it(evidence: Evidence, blocks_of: Blocks, concern_id: str) -> None:
    """Behind it stand all options but the first ones, each group below the name of its kind; the first stand open."""
    page = _page(blocks_of, concern_id)
    order = option_order(evidence, concern_id)
    parts = _all(_all(page, "table", "nw-options")[0], "tbody")
    lines = [
        [node.attributes["data-option"] for node in part.walk() if "data-option" in node.attributes] for part in parts
    ]
    behind = [part for part in parts if "nw-behind" in part.attributes.get("class", "").split()]
    before = [
        names for part, names in zip(parts, lines, strict=True) if "nw-behind" not in part.attributes.get("class", "")
    ]
    assert [name for names in before for name in names] == list(order.first)
    # On a phone only the needling, the first alternative and doing nothing stand before it.
    between = [names for part, names in zip(parts, lines, strict=True) if part.attributes.get("class") == "nw-between"]
    assert between == [list(order.first[2:-1])]
    assert [_all(part, "th")[0].text.strip() for part in behind] == [
        say(f"kind-{group.kind}") for group in order.groups
    ]
    assert sorted(name for part in lines for name in part) == sorted(order.all_ids)
    folds = _all(page, "details", "nw-options-more")
    counts = (("nw-wide", order.count_behind), ("nw-phone", order.count_behind + len(order.first) - 3))
    said = [[span.text.strip() for span in _all(fold, "span", width)] for fold in folds for width, _ in counts]
    assert said == [[say("explore-options-more", count=count)] if count else [] for _, count in counts]


def test_a_fold_of_harms_counts_what_it_holds_and_holds_nothing_serious(
    evidence: Evidence, blocks_of: Blocks, concern_id: str
) -> None:
    """The number on the fold is that of the effects behind it; more than mild ones stand before it.

    Every harm of the list is answered: with its rates, as reported, or as not counted.
    """
    page = _page(blocks_of, concern_id)
    (harms,) = _all(page, "div", "nw-harms")
    articles = _all(harms, "article")
    groups = build_concern_page(evidence, concern_id).harms
    assert len(articles) == len(groups)
    for article, group in zip(articles, groups, strict=True):
        known = [answer for answer in group.answers if answer.is_known]
        lines = [line for line in _all(article, "li") if _all(line, "a")]
        rates = [[rate_text(evidence, item) for item in answer.rates] for answer in known]
        assert rates == [
            [node.text for node in _all(line, "a") if node.text != say("harms-reported")] for line in lines
        ]
        later = sum(_is_folded(line) for line in lines)
        folds = _all(article, "details")
        behind = later + len(group.more) + len(group.listed)
        assert [_summary(fold) for fold in folds] == ([say("explore-harms-more", count=behind)] if behind else [])
        for answer, line in zip(known, lines, strict=True):
            assert answer.is_light or not _is_folded(line), answer.harm
        for answer in group.answers:
            if not answer.is_known:
                assert say(f"harm-{answer.harm}")[1:] in article.text


def test_the_fold_of_harms_against_each_other_counts_what_it_holds(
    evidence: Evidence, blocks_of: Blocks, concern_id: str
) -> None:
    """The surest stand before it; nothing is left out."""
    page = _page(blocks_of, concern_id)
    found = build_concern_page(evidence, concern_id).contrasts
    lines = [line for part in _all(page, "ul", "nw-contrasts") for line in _all(part, "li")]
    assert len(lines) == len(found)
    for line, one in zip(lines, found, strict=True):
        assert one.said.text in line.text
    behind = sum(_is_folded(line) for line in lines)
    said = [say("explore-contrasts-more", count=behind)] if behind else []
    assert [_summary(fold) for fold in _all(page, "details") if _summary(fold) in said] == said


def test_every_warning_names_its_danger_outside_the_fold_of_its_words(
    evidence: Evidence, blocks_of: Blocks, concern_id: str
) -> None:
    """One line each, with its year; no other fold lies around it, and what was said in full opens its row."""
    page = _page(blocks_of, concern_id)
    warnings = [one for group in build_concern_page(evidence, concern_id).harms for one in group.warnings]
    folds = _all(page, "details", "nw-warned")
    assert len(folds) == len(warnings)
    for fold, warning in zip(folds, warnings, strict=True):
        assert warning.in_short in _summary(fold)
        assert warning.year in _summary(fold)
        assert not any(above.tag == "details" for above in fold.up() if above is not fold)
        (words,) = _all(fold, "p")
        assert warning.text in words.text
        assert set(words.refs) == set(warning.refs)


def test_every_rare_but_serious_harm_stands_open_and_opens_its_rows(
    evidence: Evidence, blocks_of: Blocks, concern_id: str
) -> None:
    """With a rate or without one; told in one line where no rate is known, with all of its rows behind it.

    Only what was counted and nobody had may wait behind a fold, which says of how many options.
    """
    page = _page(blocks_of, concern_id)
    groups = build_concern_page(evidence, concern_id).harms
    wanted = {ref for group in groups for item in group.serious for ref in item.refs}
    wanted |= {f"risks:{risk.risk_id}" for group in groups for risk in group.unrated}
    tables = _all(page, "table", "nw-serious")
    assert {ref for table in tables for ref in table.refs} == wanted
    unseen = {ref for group in groups for item in group.serious if item.high == 0 for ref in item.refs}
    assert {ref for table in tables if _is_folded(table) for ref in table.refs} == unseen
    rows = [row for table in tables if _is_folded(table) for row in _all(table, "tr") if row.refs]
    assert (say("harms-serious-unseen", count=len(rows)) in page.text) == bool(unseen)
    text = "".join(table.text for table in tables).lower()
    assert all(risk.harm_label[1:].lower() in text for group in groups for risk in group.unrated)


def test_folds_of_pictures_pairs_promises_and_tables_say_how_much_is_inside(
    evidence: Evidence, blocks_of: Blocks, concern_id: str
) -> None:
    """Counted from what stands there: pairs after the fold, promises, verdicts of each kind, rows of a table."""
    page, view = _page(blocks_of, concern_id), build_concern_page(evidence, concern_id)
    said = [_summary(fold) for fold in _all(page, "details", "nw-picture-fold")]
    undrawn = view.left_out.count if view.left_out.directions else 0
    assert (say("explore-findings-fold", count=len(view.findings), more=undrawn) in said) == bool(view.findings)
    assert say("explore-picture-fold", count=len(recovery(view, "light").rows)) in said
    (harms,) = _all(page, "details", "nw-part-fold")
    assert _summary(harms) == say("explore-harms-fold", count=len(view.harms))
    folds = _all(page, "details", "nw-other-counts")
    others = [one for one in view.shares if view.yardstick is None or one.ref != view.yardstick.ref]
    assert [_summary(fold) for fold in folds] == ([say("explore-shares-more", count=len(others))] if others else [])
    assert [len(_all(fold, "span", "nw-note")) for fold in folds] == ([len(others)] if others else [])
    (promises,) = [fold for fold in _all(page, "details") if _all(fold, "div", "nw-verdicts")]
    verdicts = [node.text for node in _all(promises, "p", "nw-says")]
    counted = [int(found) for found in re.findall(r"\d+", _summary(promises).partition(":")[2])]
    assert sum(counted) == len(verdicts) == len(view.verdicts)
    for verdict in set(verdicts):
        assert f"{verdicts.count(verdict)} {verdict.lower()}" in _summary(promises)
    twins = [fold for fold in _all(page, "details", "nw-twin") if _all(fold, "table")]
    assert len(twins) >= 2
    for twin in twins:
        (body,) = _all(twin, "tbody")
        assert _summary(twin) == say("explore-twin", count=len(_all(body, "tr")))


def test_every_part_named_on_the_page_can_be_jumped_to(blocks_of: Blocks, concern_id: str) -> None:
    """Each link leads to the one heading of its name."""
    page = _page(blocks_of, concern_id)
    (parts,) = _all(page, "nav", "nw-parts")
    goals = [link.attributes["href"] for link in _all(parts, "a")]
    assert "#options" in goals
    assert "#harms" in goals
    named = [node.attributes["id"] for node in page.walk() if node.tag in ("h2", "h3") and "id" in node.attributes]
    for goal in goals:
        assert named.count(goal.removeprefix("#")) == 1


def test_the_page_names_every_condition_that_speaks_against_the_needling(
    evidence: Evidence, blocks_of: Blocks, concern_id: str
) -> None:
    """Blood thinners and pregnancy among them; each list opens exactly its rows, and Right for me? is one tap away."""
    page, view = _page(blocks_of, concern_id), build_concern_page(evidence, concern_id)
    (box,) = _all(page, "div", "nw-cautions")
    words = box.text.lower()
    for reason in (*view.not_now, *view.ask_first):
        assert say(f"condition-{reason.condition}").partition(" (")[0].lower() in words
    assert "pregnant" in words
    assert "blood thinners" in words
    assert set(box.refs) == {ref for reason in (*view.not_now, *view.ask_first) for ref in reason.refs}
    not_now = next(line for line in _all(box, "p") if say("explore-not-now") in line.text)
    assert not _is_folded(not_now)
    assert set(not_now.refs) == {ref for reason in view.not_now for ref in reason.refs}
    (link,) = [node for node in _all(box, "a") if not node.is_opener]
    assert link.attributes["href"].startswith("./suitability?concern=")
