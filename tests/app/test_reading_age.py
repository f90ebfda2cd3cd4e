"""Anyone of eleven can read it: school years needed for the words of the interface and of the data."""

from __future__ import annotations

import functools
import re
import statistics

import pytest
from fluent.syntax import FluentParser
from fluent.syntax import ast as fluent

from needlewise import ROOT
from needlewise.decision.memory.differences import BOOKKEEPING
from needlewise.evidence.reading.load import load

# The grade is a school year; school starts at five or six.
_AGE_AT_GRADE_NOUGHT = 5
# Below this many words one long name decides alone.
_WORDS = 8


# Words of the field that GLOSSARY.md or the page explains and that no plainer word can replace.
_EXPLAINED = {
    "treatment", "treatments", "certainty", "recovery", "comparison", "isotretinoin", "steroid", "hyaluronic", "capsule",
}  # fmt: skip


@functools.cache
def _names() -> frozenset[str]:
    """What is excluded: the words of the names of concerns and treatments, and the words explained."""
    evidence = load()
    named = [f"{row.name} {row.short_name}" for row in evidence.treatments.values()]
    named += [f"{row.name} {row.noun}" for row in evidence.concerns.values()]
    return frozenset(_EXPLAINED.union(*(re.findall(r"[a-z']+", name.lower()) for name in named)))


def _syllables(word: str) -> int:
    """Groups of vowels, a silent e at the end left out; a name counts as one, as a short word in its place would."""
    if word in _names():
        return 1
    groups = len(re.findall(r"[aeiouy]+", word))
    silent = word.endswith("e") and not word.endswith(("le", "ee"))
    return max(1, groups - silent)


def _age(text: str) -> float:
    """The age at which a text reads easily: Flesch-Kincaid grade (Kincaid and others 1975) + 5.

    Worked out here because textstat fetches a pronouncing dictionary from the network at its first use, and tests ask
    no
    other host for anything.
    """
    words = re.findall(r"[a-z']+", text.lower())
    sentences = max(1, len(re.findall(r"[.!?]+(?:\s|$)", text)))
    grade = 0.39 * len(words) / sentences + 11.8 * sum(map(_syllables, words)) / len(words) - 15.59
    return grade + _AGE_AT_GRADE_NOUGHT


@pytest.mark.parametrize(
    ("text", "age"),
    [("The cat sat on the mat.", 3.6), ("Needles probably ease trouble noticeably more than sham needles.", 12.6)],
)
def test_the_measure_is_what_it_says(text: str, age: float):
    """6 words, 6 syllables: 0.39 x 6 + 11.8 x 1 - 15.59 = -1.45, aged 3.55; 9 words, 15 syllables: 7.6, aged 12.6."""
    assert _age(text) == pytest.approx(age, abs=0.2)


def _words(entry: fluent.BaseNode) -> str:
    """A message as read: gaps become a short word, and of several forms the last stands for all."""
    if isinstance(entry, fluent.Pattern):
        return "".join(_words(part) for part in entry.elements)
    if isinstance(entry, fluent.TextElement):
        return entry.value
    if isinstance(entry, fluent.Placeable) and isinstance(entry.expression, fluent.SelectExpression):
        return _words(entry.expression.variants[-1].value)
    return "it"


def _catalogue() -> dict[str, str]:
    found = {}
    for path in (ROOT / "needlewise" / "words").glob("en.ftl"):
        for entry in FluentParser().parse(path.read_text(encoding="utf-8")).body:
            if isinstance(entry, fluent.Message) and entry.value is not None:
                found[entry.id.name] = re.sub(r"\s+", " ", _words(entry.value)).strip()
    return found


def _data() -> dict[str, dict[str, str]]:
    evidence = load()
    # Each reason once: many changes share one.
    reasons = {row.why: row for row in evidence.changes.values() if not row.why.startswith(BOOKKEEPING)}
    return {
        "concerns.what_it_is": {row.concern_id: row.what_it_is for row in evidence.concerns.values()},
        "concerns.nothing": {row.concern_id: row.nothing for row in evidence.concerns.values()},
        "treatments.what_happens": {row.treatment_id: row.what_happens for row in evidence.treatments.values()},
        "red_flags.sign": {row.red_flag_id: row.sign for row in evidence.red_flags.values()},
        "benefits.promise": {row.claim_id: row.promise for row in evidence.benefits.values()},
        "claims.why": {row.verdict_id: row.why for row in evidence.claims.values()},
        "cautions.reason": {row.caution_id: row.reason for row in evidence.cautions.values()},
        "dated_cautions.reason": {row.caution_id: row.reason for row in evidence.dated_cautions.values()},
        "after_signs.sign": {row.after_id: row.sign for row in evidence.after_signs.values()},
        "questions.question": {row.question_id: row.question for row in evidence.questions.values()},
        "guidelines.words": {row.guideline_id: row.words for row in evidence.guidelines.values()},
        "changes.why": {row.change_id: why for why, row in reasons.items()},
    }


TEXTS = {"catalogue": _catalogue(), **_data()}
HIGHEST = 11
# Of a single message of the interface.
HARDEST = 15


@pytest.mark.parametrize("name", TEXTS)
def test_the_usual_text_reads_easily(name: str):
    """The median reading age of each kind of text; the ten hardest are printed for whoever mends them."""
    ages = sorted(
        ((_age(text), key, text) for key, text in TEXTS[name].items() if len(text.split()) >= _WORDS), reverse=True
    )
    for age, key, text in ages[:10]:
        print(f"{name} {key}: {age:.1f}: {text[:90]}")
    middle = statistics.median(age for age, _, _ in ages)
    print(f"{name}: median {middle:.1f} of {len(ages)} texts")
    assert middle <= HIGHEST


# What only those know who made the tables or write studies.
_OF_THE_TRADE = re.compile(
    r"[a-z]_[a-z]|\d{4}[a-z]{2}|\b(?:rows?|cells?|columns?|patch|abstracts?|arms?|pool(?:s|ed)?|comparators?|"
    r"baseline|vs|GRADE|RCTs?|SMD|MD|CI|SDs?|I2|P ?[=<>.]|PEDro|coded|recoded|superseded|sham|NOT FOUND)\b"
)


def test_a_reason_for_a_change_is_told_without_terms_of_the_trade():
    """Visitors read it under What changed and on old papers: a whole sentence, no id, no name of a column, none hard."""
    reasons = TEXTS["changes.why"]
    assert not {key: text for key, text in reasons.items() if _OF_THE_TRADE.search(text)}
    assert not {key: text for key, text in reasons.items() if not re.match(r"[A-Z0-9\"]", text) or text[-1] != "."}
    ages = {key: _age(text) for key, text in reasons.items() if len(text.split()) >= _WORDS}
    assert not {key: (round(age, 1), reasons[key]) for key, age in ages.items() if age > HARDEST}


def test_no_message_of_the_interface_is_hard():
    """Each by itself."""
    ages = {key: _age(text) for key, text in TEXTS["catalogue"].items() if len(text.split()) >= _WORDS}
    assert not {key: round(age, 1) for key, age in ages.items() if age > HARDEST}


def test_all_texts_together_are_for_nobody_small():
    """Between eight and eleven: neither a paper for doctors nor for small children."""
    ages = [
        _age(text)
        for name in TEXTS
        if name != "claims.why"
        for text in TEXTS[name].values()
        if len(text.split()) >= _WORDS
    ]
    assert 8 <= statistics.median(ages) <= HIGHEST
