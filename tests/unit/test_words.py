"""The catalogue, the code and the templates name the same messages, and the small formatters write figures as people do."""

from __future__ import annotations

import ast
import functools
import re
from collections.abc import Iterable, Iterator
from typing import get_args

import jinja2
import pytest
from fluent.syntax import FluentParser
from fluent.syntax import ast as fluent
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import nodes

from needlewise import ROOT
from needlewise.decision.shared.charted import Panel
from needlewise.decision.shared.rules import RuleId
from needlewise.decision.suitability import ANSWERS
from needlewise.evidence.model import rows as r
from needlewise.evidence.model.row import Row
from needlewise.evidence.model.vocabulary import Design, Milestone, Outcome, Verdict
from needlewise.evidence.reading.load import load
from needlewise.evidence.rules.certainty import ALL_LEVELS, Reason
from needlewise.evidence.rules.size import SizeWord
from needlewise.handout import pdf
from needlewise.words import capital, has, join_list, number, round_half_up, say, sentence, span, thousands

CATALOGUE = sorted((ROOT / "needlewise" / "words").glob("en.ftl"))
CODE = sorted([*(ROOT / "needlewise").rglob("*.py"), *(ROOT / "pages").glob("*.py")])
TEMPLATES = sorted((ROOT / "needlewise").rglob("*.html"))


def _choices(model: type[Row], column: str) -> tuple[str, ...]:
    """The closed list of a column."""
    annotation = model.model_fields[column].annotation
    found = [choice for choice in get_args(annotation) if isinstance(choice, str)]
    for part in get_args(annotation):
        found += [choice for choice in get_args(part) if isinstance(choice, str)]
    return tuple(found)


GROUPS = _choices(r.Concern, "group")
OUTCOMES = get_args(Outcome)
HARMS = tuple(sorted({row.harm for row in load().risks.values()}))

# Which values can stand in the gap of `say(f"prefix-{...}")`. `*` marks the gap. A gap that is not listed here takes
# one
# word without a dash; whatever is wider must be listed, or it would count messages as used that nobody says.
# A finding in short: the way it points, with the certainty that its verb carries.
VERDICTS = (
    *(f"{way}-{level}" for way in ("better", "worse") for level in ALL_LEVELS if level != "very_low"),
    *("unsure", "same", "no_clear", "disagree", "untested"),
)
FAMILIES: dict[str, tuple[str, ...]] = {
    "glance-helps-*": VERDICTS,
    "glance-against-*": VERDICTS,
    "glance-types-*": ("untold", "yes", "other", "any"),
    "skin-short-*": ("0", "1", "2", "3", "4", "5", "6"),
    "action-*": _choices(r.RedFlag, "action"),
    "answer-course-*": GROUPS,
    "answer-rival-*": ("better", "worse", "same", "no_clear", "disagree", "untested"),
    "certainty-*": ALL_LEVELS,
    "certainty-by-*": ("source", "ours"),
    "certainty-means-*": ALL_LEVELS,
    "certainty-short-*": ALL_LEVELS,
    "column-*": ("first", "second", "outcome", "found", "time", "people"),
    "column-course-*": GROUPS,
    "column-days-*": GROUPS,
    "column-harm-*": GROUPS,
    "column-shown-*": GROUPS,
    "comparator-no_treatment-*": GROUPS,
    "comparator-sham-*": _choices(r.Treatment, "dummy"),
    "design-*": get_args(Design),
    "course-lead-*": GROUPS,
    "course-y-*": GROUPS,
    "downtime-lead-*": GROUPS,
    "figure-*": ("days", "weeks", "months"),
    "figure-course-*": GROUPS,
    "figure-downtime-*": GROUPS,
    "figure-followed-*": (*_choices(r.Protocol, "lasting"), "unknown"),
    "findings-panel-*": get_args(Panel),
    "found-*": ("treatment", "comparator", "neither"),
    "harm-*": HARMS,
    "lexicon-*": ("none", "minimal", "moderate", "significant"),
    "milestone-*": get_args(Milestone),
    "options-order-*": GROUPS,
    "outcome-*": OUTCOMES,
    "outcome-*.bare": OUTCOMES,
    "outcome-*.third": OUTCOMES,
    "per-*": _choices(r.Risk, "per"),
    "plan-answer-*": ("fits", "likely", "even", "unlikely", "no", "unknown"),
    "plan-answer-open-*": ("home", "impossible"),
    "plan-list-clear-**": ("skin", "pain", "one-skin", "one-pain"),
    "plan-list-result*": ("", "-one", "-home"),
    "priorities-*": ("up", "down"),
    "priorities-step-*": tuple(str(step) for step in range(-3, 4)),
    "reason-*": get_args(Reason),
    "rests-*": _choices(r.Source, "basis"),
    "rule-short-*": get_args(RuleId),
    "size-less-*": get_args(SizeWord),
    "size-more-*": get_args(SizeWord),
    "skin-*": ("yes", "other", "any"),
    "suitability-*": ANSWERS,
    "suitability-*-lead": ANSWERS,
    "suitability-skin-*": tuple(str(tone) for tone in range(7)),
    "take_home-*": ("own", "note"),
    "take_home-*-placeholder": ("own", "note"),
    "take_home-doc-*": pdf._WORDS,
    "take_home-paper-*": pdf.PAPERS,
    "verdict-*": get_args(Verdict),
}


@functools.cache
def _patterns() -> tuple[tuple[str, bool], ...]:
    """Every text in code or template that may be a message id.

    With `*` for each gap, and whether `say` or `has` takes it directly.
    """
    templates = (path.read_text(encoding="utf-8") for path in TEMPLATES)
    return (*_texts(), *(found for template in templates for found in _template_texts(template)))


def _template_texts(template: str) -> Iterator[tuple[str, bool]]:
    """The texts between a template's braces; those joined by `~` are one text, as in an f-string."""
    tree = jinja2.Environment(autoescape=True).parse(template)
    asked = set()
    for call in tree.find_all(nodes.Call):
        if isinstance(call.node, nodes.Name) and call.node.name in ("say", "has") and call.args:
            asked |= {id(part) for part, _ in _joined(call.args[0])}
    for part, text in _joined(tree):
        yield text, id(part) in asked


def _joined(node: nodes.Node) -> Iterator[tuple[nodes.Node, str]]:
    """Every text below and including a node, with `*` for what is put into it."""
    if isinstance(node, nodes.Concat):
        yield node, "".join(str(part.value) if isinstance(part, nodes.Const) else "*" for part in node.nodes)
        # What fills a gap may hold a text of its own: `"nav-" ~ ("a" if b else "c")`.
        for part in node.nodes:
            if not isinstance(part, nodes.Const):
                yield from _joined(part)
    elif isinstance(node, nodes.Const):
        if isinstance(node.value, str):
            yield node, node.value
    else:
        for child in node.iter_child_nodes():
            yield from _joined(child)


def _texts() -> Iterator[tuple[str, bool]]:
    for path in CODE:
        tree = ast.parse(path.read_text(encoding="utf-8"))
        asked = set()
        for node in ast.walk(tree):
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Name)
                and node.func.id in ("say", "has")
                and node.args
            ):
                first = node.args[0]
                asked |= {id(part) for part in ast.walk(first)} if not isinstance(first, ast.JoinedStr) else {id(first)}
        for node in ast.walk(tree):
            if isinstance(node, ast.JoinedStr):
                text = "".join(str(part.value) if isinstance(part, ast.Constant) else "*" for part in node.values)
                yield text, id(node) in asked
            elif isinstance(node, ast.Constant) and isinstance(node.value, str):
                yield node.value, id(node) in asked


def _messages() -> dict[str, set[str]]:
    """Every message of the catalogue with its attributes."""
    found = {}
    text = "\n".join(path.read_text(encoding="utf-8") for path in CATALOGUE)
    for entry in FluentParser().parse(text).body:
        assert not isinstance(entry, fluent.Junk), f"not Fluent: {entry.content}"
        if isinstance(entry, fluent.Message):
            assert entry.id.name not in found, f"{entry.id.name} stands twice"
            found[entry.id.name] = {attribute.id.name for attribute in entry.attributes}
    return found


MESSAGES = _messages()


def _exists(message_id: str) -> bool:
    name, _, attribute = message_id.partition(".")
    return name in MESSAGES and (not attribute or attribute in MESSAGES[name])


def _fits(message_id: str, pattern: str) -> bool:
    """True when a text with gaps could be this message.

    It begins with letters of its own, and each gap takes one word.
    """
    name = pattern.partition(".")[0]
    if not re.match(r"[a-z_]+-", name):
        return False
    return re.fullmatch(re.escape(name).replace(r"\*", r"\w+"), message_id) is not None


@functools.cache
def _members(pattern: str) -> frozenset[str]:
    """Every message that an id, with or without gaps, stands for."""
    if pattern in FAMILIES:
        return frozenset(pattern.replace("**", "*").replace("*", value) for value in FAMILIES[pattern])
    if "*" not in pattern:
        return frozenset({pattern})
    _, dot, attribute = pattern.partition(".")
    return frozenset(f"{name}{dot}{attribute}" for name in MESSAGES if _fits(name, pattern))


@pytest.mark.parametrize(
    ("template", "texts"),
    [
        ('<p>{{ say("card-title") }} no-id</p>', [("card-title", True)]),
        ('{{ say("rule-" ~ rule ~ ".title") }}', [("rule-*.title", True)]),
        ('{{ say("card-title" if short else "card-" ~ what) }}', [("card-title", True), ("card-*", True)]),
        ('{% macro m(a) %}{{ say(a) }}{% endmacro %}{{ m("card-title") }}', [("card-title", False)]),
        (
            '{% set id = "card-" ~ what %}{% if has(id) %}{{ say(id, name="x") }}{% endif %}',
            [("card-*", False), ("x", False)],
        ),
    ],
)
def test_a_template_is_read_as_code_is(template: str, texts: list[tuple[str, bool]]):
    """What `say` takes, with its gaps; a text that goes another way may be an id; words outside the braces are none."""
    assert list(_template_texts(template)) == texts


def test_templates_are_read_too():
    """A message that only a template says is in use, and it is the template that says so."""
    assert {"card-close", "connection-lost"} <= {
        text for path in TEMPLATES for text, asked in _template_texts(path.read_text(encoding="utf-8")) if asked
    }


def test_every_message_the_code_asks_for_exists():
    """A literal id that is not in the catalogue would be an error on somebody's screen."""
    missing = {text for text, asked in _patterns() if asked and "*" not in text and not _exists(text)}
    # Arguments inside the id's own expression, such as say(lead or f"{name}-lead"), are no ids.
    assert {text for text in missing if "-" in text.strip("-")} == set()


IN_USE = {
    pattern: FAMILIES[pattern] for pattern in dict.fromkeys(text for text, _ in _patterns()) if pattern in FAMILIES
}


@pytest.mark.parametrize(("pattern", "values"), IN_USE.items(), ids=IN_USE)
def test_every_member_of_a_family_exists(pattern: str, values: tuple[str, ...]):
    """Whatever value a closed list allows, its words are there."""
    assert values
    assert [name for name in sorted(_members(pattern)) if not _exists(name)] == []


def test_every_id_with_a_gap_can_be_found():
    """An f-string id must stand for at least one message, so that a mistyped prefix is seen."""
    ids = {text for text, asked in _patterns() if asked and "*" in text}
    assert [text for text in ids if not any(_exists(name) for name in _members(text))] == [], "list these in FAMILIES"


def test_every_harm_in_the_data_has_a_name():
    """A harm nobody can read is a harm hidden."""
    assert [harm for harm in HARMS if not has(f"harm-{harm}")] == []


def _unused(patterns: Iterable[tuple[str, bool]]) -> set[str]:
    """Messages and attributes that no id in the code stands for."""
    used: set[str] = set()
    for text, asked in patterns:
        if asked or text in FAMILIES or "*" not in text:
            used |= _members(text)
    every = set(MESSAGES) | {f"{name}.{attribute}" for name, attributes in MESSAGES.items() for attribute in attributes}
    return every - used


def test_every_message_is_used():
    """Words nobody says are dead weight."""
    assert _unused(_patterns()) == set(), "say these somewhere or delete them from the catalogue"


@pytest.mark.parametrize("message_id", ["it", "card-title", "harm-burn", "outcome-pain.third", "rule-size.title"])
def test_a_message_nobody_says_is_noticed(message_id: str):
    """Without the code that says it, each of these is missed: no id with a gap is so wide that it hides it."""
    left = [(text, asked) for text, asked in _patterns() if message_id not in _members(text)]
    assert message_id in _unused(left)
    assert message_id not in _unused(_patterns())


@pytest.mark.parametrize("pattern", ["*-*", "*", "*-title-*"])
def test_an_id_that_could_be_any_message_stands_for_none(pattern: str):
    """Or the test above could never fail."""
    assert _members(pattern) == set()


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0, "0"),
        (3, "3"),
        (3.0, "3"),
        (3.04, "3"),
        (3.05, "3.1"),
        (3.25, "3.3"),
        (0.25, "0.25"),
        (0.255, "0.26"),
        (0.996, "1"),
        (0.004, "0"),
        (-0.004, "0"),
        (-2.5, "−2.5"),
        (100, "100"),
        (1200, "1200"),
    ],
)
def test_a_figure_as_people_write_it(value: float, text: str):
    """No trailing zeros; one decimal, two below one; a true minus sign; never minus nought."""
    assert number(value) == text


@pytest.mark.parametrize(("value", "text"), [(0, "0"), (999, "999"), (1000, "1,000"), (1234567, "1,234,567")])
def test_thousands_are_set_off(value: int, text: str):
    """A comma after each three figures."""
    assert thousands(value) == text


@pytest.mark.parametrize(
    ("low", "high", "text"), [(3, 5, "3–5"), (3, 3, "3"), (2.96, 3.04, "3"), (0, 0.5, "0–0.5"), (1.5, 2, "1.5–2")]
)
def test_a_span_is_one_figure_when_both_ends_look_alike(low: float, high: float, text: str):
    """3 to 3 is 3."""
    assert span(low, high) == text


@pytest.mark.parametrize(
    ("value", "digits", "expected"),
    [(0.5, 0, 1), (1.5, 0, 2), (2.5, 0, 3), (-2.5, 0, -3), (2.4, 0, 2), (0.125, 2, 0.13), (12.25, 1, 12.3), (0, 0, 0)],
)
def test_halves_go_away_from_nought(value: float, digits: int, expected: float):
    """As by hand, not to the even neighbour."""
    assert round_half_up(value, digits) == pytest.approx(expected)


@given(st.floats(-1000, 1000, allow_nan=False))
def test_rounding_never_moves_by_more_than_half(value: float):
    """A shown figure is within half a unit of its last place."""
    assert abs(round_half_up(value) - value) <= 0.5
    assert abs(round_half_up(value, 1) - value) <= 0.05 + 1e-9


@given(st.floats(-1000, 1000, allow_nan=False))
def test_a_shown_figure_can_be_read_back(value: float):
    """What is written is a number near the one meant."""
    shown = float(number(value).replace("−", "-"))
    assert abs(shown - value) <= (0.0051 if abs(value) < 1 else 0.0501)


@pytest.mark.parametrize(
    ("items", "text"), [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")]
)
def test_a_list_reads_aloud(items: list[str], text: str):
    """Commas, and one `and`."""
    assert join_list(items) == text


def test_an_item_with_a_comma_stands_apart():
    """A reader can tell where one item ends."""
    assert join_list(("pain, or an ache", "redness")) == "pain, or an ache; and redness"
    assert join_list(("a", "b, c", "d"), word="or") == "a; b, c; or d"


def test_a_list_may_end_in_or():
    """`a, b or c`."""
    assert join_list(("a", "b", "c"), word="or") == "a, b or c"


@pytest.mark.parametrize(
    ("text", "expected"), [("it helps", "It helps."), ("It helps.", "It helps."), ("does it? ", "Does it?"), ("", ".")]
)
def test_a_sentence_has_a_capital_and_a_stop(text: str, expected: str):
    """Once each."""
    assert sentence(text) == expected


@pytest.mark.parametrize(("text", "expected"), [("review", "Review"), ("CO2 laser", "CO2 laser"), ("é", "É"), ("", "")])
def test_a_capital_in_front_changes_nothing_else(text: str, expected: str):
    """Only the first letter."""
    assert capital(text) == expected


def test_an_unknown_message_is_an_error():
    """Never an empty string on the screen."""
    with pytest.raises(KeyError):
        say("no-such-message")
    with pytest.raises(KeyError):
        say("outcome-pain.no_such_attribute")


def test_a_message_without_its_value_is_an_error():
    """Never a bare {$name} on the screen."""
    with pytest.raises(ValueError, match="comparator-added-alone"):
        say("comparator-added-alone")
