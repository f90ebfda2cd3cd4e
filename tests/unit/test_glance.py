"""Options in short: a word may never be surer, kinder or wider than the sentence it is short for."""

from __future__ import annotations

import functools
from itertools import combinations

import pytest

from needlewise.decision.compare.choice import first_choice
from needlewise.decision.compare.comparison import shown
from needlewise.decision.compare.in_short import ShortColumn, ShortLine, in_short, short_column, verdict
from needlewise.decision.compare.questions import people_question
from needlewise.decision.concern.build import build_concern_page
from needlewise.decision.concern.page import ConcernPage
from needlewise.decision.suitability import skin_rates
from needlewise.evidence.model.store import Evidence
from needlewise.evidence.reading.load import load
from needlewise.evidence.rules.certainty import Rating
from needlewise.evidence.rules.headline import Headline, head_to_head, headline_against_control
from needlewise.evidence.sentences.beside import depends, turn
from needlewise.evidence.sentences.statements import pronoun, statement
from needlewise.words import say
from tests.builders import make_effect, make_evidence

CONCERNS = tuple(load().concerns)
JOURNEY = ("microneedling", "fractional_co2_laser", "superficial_peel")


@functools.cache
def _page(concern_id: str) -> ConcernPage:
    return build_concern_page(load(), concern_id)


@functools.cache
def _column(concern_id: str, option_id: str) -> ShortColumn:
    """One option's column: what stands in it depends on no other option, as on the page, which keeps it too."""
    return short_column(load(), _page(concern_id), option_id)


def _lines(concern_id: str, option_ids: tuple[str, ...], skin_type: int | None = None) -> dict[str, ShortLine]:
    page = _page(concern_id)
    cut = shown(page, option_ids)
    columns = [_column(concern_id, name) for name in option_ids]
    return {line.line_id: line for line in in_short(cut, columns, people_question(cut), skin_type)}


def _texts(line: ShortLine) -> list[str]:
    return [cell.figure.text for cell in line.cells]


@pytest.mark.parametrize(
    ("favours", "level", "helps", "against"),
    [
        ("treatment", "high", "Yes", "Better"),
        ("treatment", "moderate", "Probably", "Probably better"),
        ("treatment", "low", "Maybe", "Maybe better"),
        ("treatment", "very_low", "Not sure", "Not sure"),
        ("comparator", "high", "No, it does worse", "Less good"),
        ("comparator", "moderate", "Probably does worse", "Probably less good"),
        ("comparator", "low", "May do worse", "Maybe less good"),
        ("comparator", "very_low", "Not sure", "Not sure"),
        ("treatment", "not_rated", "Studies say so", "Better, studies say"),
        ("comparator", "not_rated", "Studies say it does worse", "Less good, studies say"),
        ("neither", "low", "No clear difference", "No clear difference"),
        ("neither", "very_low", "No clear difference", "No clear difference"),
    ],
)
def test_a_word_is_no_surer_than_its_certainty(favours: str, level: str, helps: str, against: str):
    """The words of GRADE for each certainty; where nothing is sure, no direction is named."""
    size = {"treatment": -0.5, "comparator": 0.5, "neither": 0.1}[favours]
    effect = make_effect(favours=favours, estimate=size, ci_low=size - 0.4, ci_high=size + 0.4)
    line = Headline(effect, Rating(level, "ours"))  # type: ignore[arg-type]
    assert verdict(make_evidence(), line, "helps").figure.text == helps
    assert verdict(make_evidence(), line, "against").figure.text == against


def test_every_word_goes_with_the_sentence_it_is_short_for(evidence: Evidence, concern_id: str):
    """The same rows, the same certainty, and the sentence of the full table on the card."""
    options = tuple(option.treatment_id for option in evidence.options(concern_id))
    needling = evidence.concerns[concern_id].needling_id
    lines = _lines(concern_id, options)
    for name, cell in zip(options, lines["helps"].cells, strict=True):
        found = headline_against_control(evidence, concern_id, name)
        if found is None:
            assert cell.rating is None
        else:
            said = statement(evidence, found)
            turned = turn(evidence, concern_id, name)
            whole = f"{said.text} {turned}" if turned else said.text
            # Where it depends on who, the other part stands in the same sentence.
            other = depends(evidence, concern_id, name)
            refs = said.refs if other is None else tuple(dict.fromkeys((*said.refs, *other.line.refs)))
            # It speaks as in the option's own row; and one certainty would not be that of both.
            if other is not None:
                own = statement(evidence, found, subject=pronoun(evidence, name))
                whole = f"{own.text} {turned}"
            rating = said.rating if other is None else None
            assert (cell.figure.refs, cell.rating, cell.sentence) == (refs, rating, whole)
            if found.effect.subgroup or found.effect.add_on_to:
                assert cell.figure.note
    for name, cell in zip(options, lines["against"].cells, strict=True):
        found = None if name == needling else head_to_head(evidence, concern_id, name, needling)
        if found is not None and name == "no_treatment" and found.effect.add_on_to:
            found = None
        assert cell.figure.refs == (() if found is None else statement(evidence, found).refs)


def test_every_option_has_the_same_lines(evidence: Evidence, concern_id: str):
    """Doing nothing included; no cell is empty."""
    for line in _lines(concern_id, first_choice(evidence, concern_id)).values():
        assert len(line.cells) == len(first_choice(evidence, concern_id))
        assert all(cell.figure.text for cell in line.cells)


def test_people_of_100_stand_side_by_side_only_from_one_study(evidence: Evidence, concern_id: str):
    """Counts of different studies are never set in one line."""
    options = tuple(option.treatment_id for option in evidence.options(concern_id))
    for pair in combinations(options, 2):
        line = _lines(concern_id, pair).get("better")
        if line is not None:
            refs = {cell.figure.refs for cell in line.cells}
            assert len(refs) == 1
            assert len([ref for ref in refs.pop() if ref.startswith("effects:")]) == 1


def test_the_three_acne_options_in_short():
    """By hand, from the rows: ishfaq2022 counted 22 of 30 and 10 of 30; four, three and six visits.

    Marks as the studies give them.
    """
    lines = _lines("acne_scars", JOURNEY, 6)
    assert _texts(lines["against"]) == ["–", "Not sure", "Maybe less good"]
    assert _texts(lines["better"]) == ["22 of 30", say("glance-not-in-study"), "10 of 30"]
    assert _texts(lines["visits"]) == ["4", "3", "6"]
    peel = lines["marks"].cells[2].figure
    # In the unit counted: nobody knows how many people 473 visits were.
    assert peel.text == "9 of 473 visits in one study"
    assert peel.note == "skin types III–VI, yours too; low certainty"
    assert say("glance-mixed") in lines["marks"].about


def test_a_skin_type_nobody_studied_is_said():
    """Very fair skin was in no study of dark marks after a light peel.

    The rate is told as that of others, never as one's own.
    """
    peel = _lines("acne_scars", JOURNEY, 1)["marks"].cells[2].figure
    assert (peel.text, peel.known) == (say("glance-not-your-skin", some="no"), False)
    assert peel.note.startswith("9 of 473 visits in one study, skin types III–VI; ")


@pytest.mark.parametrize("concern_id", [name for name in CONCERNS if load().concerns[name].group == "skin"])
def test_a_rate_borrowed_from_another_concern_names_it(evidence: Evidence, concern_id: str):
    """As in the full table: what people were treated for stands below the rate, for every option."""
    options = tuple(option.treatment_id for option in evidence.options(concern_id))
    for name, cell in zip(options, _lines(concern_id, options)["marks"].cells, strict=True):
        dark = [item for item in skin_rates(evidence, name, concern_id, None) if item.rate.harm == "dark_marks"]
        for noun in dark[0].elsewhere if dark else ():
            assert noun in cell.figure.note


def test_without_needling_nothing_is_compared_with_it():
    """Two rivals: no line against needling."""
    assert "against" not in _lines("acne_scars", ("superficial_peel", "fractional_co2_laser"))
