"""The product read against itself: no comparison is told in two ways.

The words are read from what the pages are built of (the answer, the table of options, Compare in short and in full, the
map, the criterion of What matters to me, the screen of the consult room, the paper, the promises), never from the rule
that chose them. `way` reads a sentence as a person would.
"""

from __future__ import annotations

import functools
import re
from typing import Literal

import pytest

from needlewise.charts.evidence_map import bubble
from needlewise.clinic.settings import current
from needlewise.decision import claims, evidence_map
from needlewise.decision.compare.comparison import column
from needlewise.decision.compare.in_short import short_column
from needlewise.decision.concern.build import build_concern_page
from needlewise.decision.concern.page import ConcernPage
from needlewise.decision.consult_room import build_consult_room
from needlewise.decision.evidence_map import MapCell
from needlewise.decision.priorities.criteria import CriteriaTable, measure
from needlewise.decision.shared.options import OptionRow
from needlewise.evidence.model.store import Evidence
from needlewise.evidence.model.vocabulary import Group
from needlewise.evidence.reading.load import load
from needlewise.handout.citations import Citations
from needlewise.handout.options import paper_option
from needlewise.words import say

Way = Literal["better", "worse", "none", "little", "unsure", "untold", "disagree"]

# What a sentence says when it holds these words; the first that fits.
_SAYS: tuple[tuple[Way, str], ...] = (
    ("untold", r"cannot tell whether"),
    ("disagree", r"studies disagree on whether"),
    ("unsure", r"not sure whether"),
    ("little", r"little or no difference"),
    ("none", r"no clear difference (in|from) .* was found"),
    (
        "worse",
        r"\bless (than|for)\b|more often than|\bhurts? .*more .*than|more dark marks than|more unwanted effects than",
    ),
    ("better", r"\b(more|less often) than\b"),
)
_IN_SHORT: dict[str, Way] = {
    "Yes": "better",
    "Probably": "better",
    "Maybe": "better",
    "Studies say so": "better",
    "No, it does worse": "worse",
    "Probably does worse": "worse",
    "May do worse": "worse",
    "Studies say it does worse": "worse",
    "Not sure": "unsure",
    "Cannot be told": "untold",
    "Little or no difference": "little",
    "No clear difference": "none",
    "Studies disagree": "disagree",
}
_MARKS: dict[str, tuple[Way, ...]] = {
    "▲": ("better",),
    "▼": ("worse",),
    "=": ("little",),
    "○": ("none",),
    "≠": ("disagree",),
    "?": ("unsure", "untold"),
}


def way(text: str) -> Way:
    """Which way a sentence points; the words behind `We found no trial against …` count, those are in the sentence."""
    for found, pattern in _SAYS:
        if re.search(pattern, text, re.IGNORECASE):
            return found
    raise AssertionError(f"points no way: {text}")


def test_sentences_are_read_as_people_read_them() -> None:
    """The reader of this file, tried on sentences of each kind."""
    told = {
        "It may ease pain much more than doing nothing, at 4 weeks.": "better",
        "It may make tennis elbow come back more often than a dummy injection.": "worse",
        "It may make back pain come back less often than doing nothing.": "better",
        "It may do less for tennis elbow than a dummy injection, at 1 year.": "worse",
        "It probably eases pain much less than massage.": "worse",
        "We are not sure whether it eases pain more than doing nothing.": "unsure",
        "No clear difference from doing nothing was found in pain.": "none",
    }
    assert {text: way(text) for text in told} == told


@functools.cache
def _page(concern_id: str) -> ConcernPage:
    return build_concern_page(load(), concern_id)


@functools.cache
def _measures(concern_id: str) -> CriteriaTable:
    return measure(load(), concern_id)


@functools.cache
def _cells(group: Group) -> dict[tuple[str, str], MapCell]:
    found = evidence_map.build(load(), group)
    return {(cell.concern.concern_id, cell.treatment.treatment_id): cell for row in found.cells for cell in row}


def _told(page: ConcernPage) -> list[OptionRow]:
    """The options about which a comparison speaks."""
    return [row for row in page.options if row.role != "nothing" and row.effect.known]


def _main(row: OptionRow) -> str:
    """The sentence about the comparison, without what stands behind it of other findings."""
    return row.effect.text.removesuffix(row.turn).strip()


def _faces(evidence: Evidence, page: ConcernPage, row: OptionRow) -> dict[str, str]:
    """Each place that tells the comparison of an option in a sentence."""
    concern_id, name = page.concern.concern_id, row.treatment.treatment_id
    (in_full,) = (question.cells[0] for question in column(evidence, page, name) if question.name == "effect")
    faces = {
        "Compare": in_full.figures[0].text,
        "map": _cells(page.concern.group)[concern_id, name].words,
        "paper": paper_option(Citations(evidence), page, row, current()).works[0].text,
    }
    others = [one.treatment.treatment_id for one in page.options if one.treatment.treatment_id != name][:1]
    room = build_consult_room(evidence, page, (name, *others)).screen("works")
    (card,) = (one for one in room.cards if one.treatment.treatment_id == name)
    faces["room"] = card.parts[0].figure.text
    table = _measures(concern_id)
    (place,) = (at for at, treatment in enumerate(table.options) if treatment.treatment_id == name)
    improvement = table.measures["improvement"][place]
    if improvement is not None and improvement.figure.refs[:1] == row.effect.refs[:1]:
        faces["What matters to me"] = improvement.figure.note
    return faces


def test_every_face_tells_the_same_direction(evidence: Evidence, concern_id: str) -> None:
    """The table of options, Compare, the map, What matters to me, the consult room and the paper."""
    page = _page(concern_id)
    for row in _told(page):
        wanted = way(_main(row))
        told = {face: way(text.removesuffix(row.turn)) for face, text in _faces(evidence, page, row).items()}
        assert set(told.values()) == {wanted}, (row.treatment.treatment_id, wanted, told)


def test_the_short_word_and_the_mark_point_where_the_sentence_does(evidence: Evidence, concern_id: str) -> None:
    """`Probably` never stands for a sentence that is not sure, nor an arrow for a doubt."""
    page = _page(concern_id)
    for row in _told(page):
        name, wanted = row.treatment.treatment_id, way(_main(row))
        short = short_column(evidence, page, name).cells["helps"]
        if row.blank == "depends":
            assert short.figure.text == say("glance-helps-depends")
            assert set(short.figure.refs) >= set(row.effect.refs)
        elif short.rating is not None:
            assert _IN_SHORT[short.figure.text] == wanted, (name, short.figure.text, row.effect.text)
        else:
            assert short.figure.text == say("glance-not-tested")
            assert row.effect.text.startswith(say("cell-not-tested-nothing", group=page.concern.group))
        mark = bubble(_cells(page.concern.group)[concern_id, name]).mark
        assert wanted in _MARKS[mark], (name, mark, row.effect.text)


def test_the_answer_on_top_is_the_line_of_the_needling(concern_id: str) -> None:
    """The first sentence, the figures and the certainty are those of its own line."""
    page = _page(concern_id)
    (row,) = (one for one in page.options if one.role == "needling")
    first = page.answer[0].text
    if page.rating is None:
        assert first.startswith("We found no trial of")
        assert (
            row.effect.text.startswith(say("cell-not-tested-nothing", group=page.concern.group)) or not row.effect.known
        )
    else:
        assert way(first) == way(_main(row))
        assert page.rating == row.rating


def test_where_findings_turn_every_face_says_so(evidence: Evidence, concern_id: str) -> None:
    """Once, in the same words: no face is surer than the others."""
    page = _page(concern_id)
    for row in (one for one in _told(page) if one.turn):
        name = row.treatment.treatment_id
        for face, text in _faces(evidence, page, row).items():
            assert text.count(row.turn) == 1, (name, face, text)
        short = short_column(evidence, page, name).cells["helps"]
        if short.rating is not None:
            assert row.turn.removesuffix(".").lower() in short.figure.note.lower()
        if row.role == "needling":
            assert row.turn in page.pause.text


# Of two findings about one option, one of which is surer than very low: do they contradict each other?
_OPPOSITE = ({"better", "worse"}, {"better", "none"}, {"better", "little"}, {"worse", "none"}, {"worse", "little"})


def test_no_two_findings_of_an_option_contradict_each_other_in_silence(concern_id: str) -> None:
    """Where what stands beside a line points another way, the line itself says that it does.

    What was found against nothing or a mix of treatments answers another question, and a very low finding no question.
    """
    page = _page(concern_id)
    for row in _told(page):
        mine = way(_main(row))
        for said in row.also:
            if said.rating.level == "very_low" or not said.text.startswith(_LEADS):
                continue
            if {mine, way(said.text)} in _OPPOSITE:
                assert row.turn, (row.treatment.treatment_id, row.effect.text, said.text)


_LEADS = tuple(say(f"beside-{kind}") for kind in ("worse", "later", "pool", "study", "part", "outcome"))


def test_better_than_a_dummy_never_stands_beside_no_better_without_a_word(concern_id: str) -> None:
    """The sentences of the answer: of two that point apart, the second says why it is told."""
    page = _page(concern_id)
    first, second = page.answer[:2]
    if page.rating is None or second in page.rivals or not re.search(r"certainty( not rated)?\)\.$", second.text):
        return
    if {way(first.text), way(second.text)} in _OPPOSITE:
        assert second.text.startswith((*_LEADS, say("beside-mix")))


@pytest.mark.parametrize("kind", ["pro", "contra"])
def test_no_verdict_says_more_than_its_own_tally(evidence: Evidence, kind: str) -> None:
    """As the page prints it: nobody has shown what no source is for; nothing is supported by the smaller number."""
    for promise in claims.check(evidence):
        for judgement in promise.judgements:
            word, tally = say(f"verdict-{judgement.claim.verdict}"), judgement.weighed
            numbers = [1 if part in ("One", "one") else int(part) for part in re.findall(r"\b(?:One|one|\d+)\b", tally)]
            pro = 0 if tally.startswith("No source") or not judgement.weighs else numbers[0]
            contra = 0 if "none against" in tally or not judgement.weighs else numbers[1 if pro else 0]
            if kind == "pro" and not pro:
                assert word in ("Nobody has shown it", "Studies speak against it"), (judgement.claim.verdict_id, tally)
            if kind == "contra" and contra >= pro:
                assert "supported" not in word, (judgement.claim.verdict_id, word, tally)


def test_the_range_of_improvement_reaches_where_the_sentence_points(concern_id: str) -> None:
    """What matters to me weighs the same finding: a better one reaches further up than down, a doubt both ways."""
    table = _measures(concern_id)
    page = _page(concern_id)
    for row in _told(page):
        (place,) = (at for at, one in enumerate(table.options) if one.treatment_id == row.treatment.treatment_id)
        found = table.measures["improvement"][place]
        if found is None or found.figure.note != row.effect.text:
            # Tested against needling only: its place is worked out from needling's, which is told as such.
            continue
        pointed = way(_main(row))
        if pointed == "better":
            assert found.high > -found.low
        elif pointed == "worse":
            assert -found.low > found.high
        else:
            assert found.low <= 0 <= found.high


def test_where_it_depends_on_who_one_line_tells_both_parts(evidence: Evidence) -> None:
    """Exercise for back pain: lasting pain and new pain in one line, and the word on Compare says that it depends."""
    page = _page("low_back_pain")
    (row,) = (one for one in page.options if one.treatment.treatment_id == "exercise_therapy")
    assert row.blank == "depends"
    assert row.effect.text.startswith("Lasting back pain: it probably eases pain noticeably more than doing nothing")
    assert "It depends on who. New back pain: no clear difference in pain was found" in row.effect.text
    short = short_column(evidence, page, "exercise_therapy").cells["helps"]
    assert short.figure.text == "It depends on who"
    assert "lasting back pain: probably (moderate certainty)" in short.figure.note
    assert "new back pain: no clear difference (very low certainty)" in short.figure.note


def test_no_sentence_of_the_answer_ends_in_two_brackets(concern_id: str) -> None:
    """How sure it is goes into the brackets that are there."""
    for said in _page(concern_id).answer:
        assert not re.search(r"\([^()]*\) \([^()]*certainty[^()]*\)\.$", said.text), said.text
