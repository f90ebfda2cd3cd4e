"""What Explore says around its figures: sizes, counts, conditions, promises, harms and rules, each with its rows."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from needlewise.decision.concern.around_answer import (
    about_texts,
    below_answer,
    cautions_in_short,
    four_figures,
    studied,
)
from needlewise.decision.concern.build import build_concern_page
from needlewise.decision.concern.harm_lines import any_serious, harms_in_words
from needlewise.decision.concern.option_lines import _line
from needlewise.decision.concern.promises import promises_counted
from needlewise.decision.shared.counted import Share
from needlewise.decision.shared.figure import Figure
from needlewise.decision.shared.harms import HarmAnswer, HarmGroup
from needlewise.decision.shared.rules import told_on
from needlewise.decision.suitability import Reason
from needlewise.evidence.reading.load import load
from needlewise.evidence.rules.certainty import Rating
from needlewise.evidence.rules.rates import Cohort, Rate
from needlewise.evidence.sentences.statements import Statement
from needlewise.words import say
from tests.builders import Cell, make_rate, make_risk

EVIDENCE = load()
PAGE = build_concern_page(EVIDENCE, "acne_scars")
RATING = Rating("low", "ours", ())


def test_below_the_answer_stands_its_size_as_a_sentence():
    """Where no clear difference was found, that this is not the same as none follows; a blank has nothing below it."""
    found = Statement("It helps.", "better", RATING, ("effects:a",), "7 of 100 more got better")
    assert below_answer(found) == ("7 of 100 more got better.",)
    unclear = replace(found, direction="no_clear", figures="")
    assert below_answer(unclear) == (say("effect-no-clear-caution"),)
    assert below_answer(Figure("No study.", known=False)) == ()


@pytest.mark.parametrize(
    ("studies", "people", "whole", "text"),
    [
        (7, 1513, False, "7 studies · 1,513 people"),
        (1, None, False, "one study"),
        (7, 1513, True, "7 studies · 1,513 people in the whole review"),
        (None, None, True, ""),
    ],
)
def test_how_much_was_studied(studies: int | None, people: int | None, whole: bool, text: str):  # noqa: FBT001  a case
    """Only what is known is counted, and whose counts they are is said with the last of them."""
    page = replace(PAGE, rating=RATING, studies=studies, people=people, counts_whole_review=whole)
    assert studied(page) == " · ".join(part for part in (say("certainty-word"), text) if part)
    assert studied(replace(page, rating=None)) == ""


def test_the_large_figures_and_the_texts_about_both_open_their_rows(concern_id: str):
    """Four figures with four names; every text names rows that are there."""
    page = build_concern_page(EVIDENCE, concern_id)
    figures = four_figures(page)
    assert len({label for label, _ in figures}) == 4
    assert [figure for _, figure in figures] == [page.visits, page.downtime, page.whole_course, page.results]
    for text in about_texts(page):
        assert text.refs
        assert all(EVIDENCE.find(ref) for ref in text.refs)


def _reasons(*conditions: str) -> tuple[Reason, ...]:
    return tuple(Reason(name, "ask_first", "…", (f"cautions:{name}",)) for name in conditions)


def test_conditions_are_named_without_what_explains_them():
    """What stands in brackets is read on Right for me?, where the condition is ticked."""
    page = replace(PAGE, not_now=(), ask_first=_reasons("anticoagulants", "diabetes"))
    told = cautions_in_short(page)
    assert told.ask_first == Figure("blood thinners; diabetes.", refs=("cautions:anticoagulants", "cautions:diabetes"))
    assert (told.not_now, told.count) == (None, 2)


def test_the_conditions_to_ask_about_are_counted():
    """None is left out, and none is said twice."""
    names = ("anticoagulants", "diabetes", "epilepsy", "pregnancy", "woman")
    told = cautions_in_short(replace(PAGE, ask_first=_reasons(*names)))
    assert told.ask_first is not None
    assert told.count == 5
    assert told.ask_first.refs == tuple(f"cautions:{name}" for name in names)


def test_a_second_comparison_says_how_sure_it_is_and_why():
    """Where the line tells of a pretend treatment; elsewhere there is none."""
    also = Statement("It helps.", "better", RATING, ("effects:a",), "7 of 100 more got better")
    row = replace(PAGE.options[0], effect_figures="about 2 points", also=(also,))
    alone = replace(row, effect_figures="", also=())
    first, second = (_line(EVIDENCE, PAGE.concern.concern_id, one) for one in (row, alone))
    assert first.size == "About 2 points."
    (told,) = first.also
    assert (told.size, told.level) == ("7 of 100 more got better.", say("certainty-low").lower())
    assert say("certainty-by-ours") in told.why
    assert (second.size, second.also) == ("", ())


def test_both_parts_of_a_count_are_said_and_add_up():
    """Of 100 where the people are not known, else of the people themselves; few are never rounded to none."""
    told = [
        Share("Needling", "needling", "needling", 66.6).caption,
        Share("Laser", "a laser", "laser", 0.4).caption,
        Share("Peel", "a peel", "peel", 73.3, 30, 22).caption,
    ]
    assert told == ["67 of 100 did, 33 did not", "0.4 of 100 did, 99.6 did not", "22 of 30 did, 8 did not"]


def test_promises_are_counted_by_how_they_came_out(concern_id: str):
    """The counts add up to all promises."""
    verdicts = build_concern_page(EVIDENCE, concern_id).verdicts
    total, *parts = (int(found) for found in re.findall(r"\d+", promises_counted(verdicts)))
    assert total == len(verdicts) == sum(parts)


def _rate(harm: str, seriousness: str = "minor", elsewhere: tuple[str, ...] = (), **over: Cell) -> Rate:
    row = make_risk(**{"harm": harm, "harm_label": harm, "seriousness": seriousness, "per_100": 5, "n": 200, **over})
    return Rate(harm, row.per, (Cohort(row),), elsewhere)


def _answer(found: Rate) -> HarmAnswer:
    return HarmAnswer(found.harm, (found,), None)


EMPTY = HarmGroup(PAGE.needling, (), (), (), (), (), ())


def test_a_harm_says_in_which_skin_it_was_seen_and_in_whom():
    """From the lightest type to the darkest, then what the people were treated for, if not for this."""
    marks = _rate("dark_marks", fitz_low=3, fitz_high=5, elsewhere=("fine_lines",), harm_label="Dark marks")
    answers = (_answer(marks), _answer(_rate("bruising")))
    (told,) = harms_in_words(EVIDENCE, (replace(EMPTY, answers=answers),))
    skin, people, *_ = told.rated[0].figures[0].note.split("; ")
    assert skin == say("harms-skin-types", low="III", high="V")
    assert people.endswith(EVIDENCE.concerns["fine_lines"].noun)
    assert "skin types" not in told.rated[1].figures[0].note
    assert told.rated[1].figures[0].text == "5 in 100 people (one study of 200 people)"
    assert told.rated[1].figures[0].note.endswith("certainty")


def test_harms_behind_a_fold_are_counted_and_none_of_them_is_serious():
    """The first mild one and all heavier ones stand before it; those without a rate are told in one sentence."""
    answers = (
        _answer(_rate("scarring", "serious")),
        _answer(_rate("redness")),
        _answer(_rate("itching")),
        HarmAnswer("burn", (), None),
    )
    listed = (make_risk(risk_id="k1", harm_label="Cold sores"), make_risk(risk_id="k2", harm_label="Spots"))
    group = replace(EMPTY, answers=answers, more=(_rate("swelling"),), listed=listed)
    (told,) = harms_in_words(EVIDENCE, (group,))
    assert [line.is_later for line in told.rated] == [False, False, True]
    assert told.count_folded == 1 + 1 + 2
    more, without_rate = told.folded
    assert more.text.startswith("swelling: 5 in 100 people (one study of 200 people)")
    assert without_rate.text == say("harms-listed", names="cold sores and spots")
    assert without_rate.refs == ("risks:k1", "risks:k2")
    assert told.uncounted == "Not counted: burns."


def test_serious_harms_without_a_rate_are_told_in_one_line():
    """After those with a rate."""
    unrated = (
        make_risk(risk_id="k1", harm_label="Burns", seriousness="serious"),
        make_risk(risk_id="k2", harm_label="Blindness", seriousness="serious"),
    )
    rare = make_rate(0.3, harm="scarring", harm_label="Scarring", seriousness="serious", n=1000)
    group = replace(EMPTY, serious=(rare,), unrated=unrated)
    (told,) = harms_in_words(EVIDENCE, (group,))
    assert [(line.name, line.figures[0].text) for line in told.serious] == [
        ("Scarring", "3 of 1,000 people in one study"),
        ("Burns and blindness", say("harms-unrated")),
    ]
    assert told.serious[1].figures[0].refs == ("risks:k1", "risks:k2")
    assert any_serious((EMPTY, group))
    assert not any_serious((EMPTY,))


def test_every_rule_names_rows_that_are_there():
    """The rules with thresholds of their own open them; every rule has a title."""
    told = told_on(EVIDENCE, "explore")
    assert all(rule.title and rule.text for rule in told)
    behind = [rule.refs for rule in told]
    assert sum(bool(refs) for refs in behind) == 5
    assert all(EVIDENCE.find(ref) for refs in behind for ref in refs)
