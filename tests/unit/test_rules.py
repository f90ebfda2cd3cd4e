"""The one list of the product's rules: its words, its code, its thresholds, and that no page leaves one out."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import get_args

import pytest
from fluent.syntax import FluentParser
from fluent.syntax import ast as fluent
from fluent.syntax.visitor import Visitor

from needlewise import ROOT
from needlewise.decision.shared import rules
from needlewise.decision.shared.rules import RULES, Paragraph, RuleId, docstring, told, told_on
from needlewise.evidence.model.store import Evidence
from needlewise.ui.page_registry import PAGES
from needlewise.words import has, say

PARAGRAPHS = {part.words: part for rule in RULES for part in rule.paragraphs}


def test_a_figure_can_name_exactly_the_rules_of_the_list() -> None:
    """The type of a figure's rule and the list say the same; what stands under no figure is no such rule."""
    named = [rule.id for rule in RULES if rule.under_figures]
    assert sorted(get_args(RuleId)) == sorted(named)
    assert len({rule.id for rule in RULES}) == len(RULES)


@pytest.mark.parametrize("rule_id", get_args(RuleId))
def test_every_rule_under_a_figure_has_short_words(rule_id: RuleId) -> None:
    """They stand on the figure's source card."""
    assert has(f"rule-short-{rule_id}")


def test_a_rule_tells_itself_somewhere() -> None:
    """In paragraphs, or at least in short words under a figure; one with code has paragraphs above it on About."""
    for rule in RULES:
        assert rule.paragraphs or rule.under_figures
        assert rule.paragraphs or not rule.code
        assert rule.paragraphs or not rule.pages
        if rule.paragraphs:
            assert say(rule.title)


@pytest.mark.parametrize("code", [code for rule in RULES for code in rule.code])
def test_every_rule_names_code_that_states_it(code: str) -> None:
    """The code exists and has a docstring of more than a few words."""
    assert len(docstring(code)) > 60


def test_code_that_is_not_there_is_an_error() -> None:
    """Never an empty fold on About."""
    with pytest.raises(ModuleNotFoundError):
        docstring("evidence.rules.no_such_rule")
    with pytest.raises(AttributeError):
        docstring("evidence.rules.size:no_such_rule")


def test_pages_are_pages_of_the_product() -> None:
    """A rule cannot be told on a page that is not there."""
    assert {page for rule in RULES for page in rule.pages} <= {page.name for page in PAGES}


class _Names(Visitor):
    """The values a message needs."""

    def __init__(self) -> None:
        self.names: set[str] = set()

    def visit_VariableReference(self, node: fluent.VariableReference) -> None:  # noqa: N802  Fluent's own name
        self.names.add(node.id.name)


def _values_of(message: str) -> set[str]:
    catalogue = FluentParser().parse((ROOT / "needlewise" / "words" / "en.ftl").read_text(encoding="utf-8"))
    entry = next(entry for entry in catalogue.body if isinstance(entry, fluent.Message) and entry.id.name == message)
    names = _Names()
    names.visit(entry.value)
    return names.names


@pytest.mark.parametrize("part", PARAGRAPHS.values(), ids=PARAGRAPHS)
def test_every_threshold_a_paragraph_names_stands_behind_it(evidence: Evidence, part: Paragraph) -> None:
    """And every one behind it is a row of the table, so that it can be opened."""
    behind = set(part.thresholds)
    assert behind <= set(evidence.thresholds)
    assert _values_of(part.words) & set(evidence.thresholds) <= behind


def test_a_rule_names_todays_thresholds(evidence: Evidence) -> None:
    """Another number in the table is another number in the words, and its row can be opened."""
    limit = evidence.thresholds["people_enough"].model_copy(update={"value": 12345.0})
    changed = replace(evidence, thresholds=evidence.thresholds | {"people_enough": limit})
    before, after = (told(tables, "certainty")[0] for tables in (evidence, changed))
    assert "12345" not in before.text
    assert "12345" in after.text
    assert "thresholds:people_enough" in after.refs


def test_the_smallest_differences_stand_behind_size(evidence: Evidence) -> None:
    """Those between groups that hold for an outcome; each can be opened."""
    (size,) = told(evidence, "size")
    rows = [ref for ref in size.refs if ref.startswith("mcid:")]
    assert rows
    for ref in rows:
        assert evidence.mcid[ref.partition(":")[2]].applies == "between"


@pytest.mark.parametrize("page", ["explore", "plan", "evidence"])
def test_a_page_tells_its_rules_in_the_order_of_the_list(evidence: Evidence, page: str) -> None:
    """Each paragraph once, with a title and without a gap."""
    paragraphs = told_on(evidence, page)
    assert [item.title for item in paragraphs] == [
        say(part.title) for rule in RULES if page in rule.pages for part in rule.paragraphs
    ]
    assert len({item.title for item in paragraphs}) == len(paragraphs) > 1
    assert not any(re.search(r"[{}$]", item.text) for item in paragraphs)


def test_a_page_without_rules_tells_none(evidence: Evidence) -> None:
    """About tells all rules, but in its own way."""
    assert told_on(evidence, "room") == ()


def test_an_unknown_rule_is_an_error(evidence: Evidence) -> None:
    """Never an empty box."""
    with pytest.raises(StopIteration):
        rules.told(evidence, "no_such_rule")
