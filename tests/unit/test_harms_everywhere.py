"""One rate of harm is told the same on every page, with its people, and nobody is counted twice."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from datetime import date

import pytest

from needlewise.decision.compare.comparison import column
from needlewise.decision.compare.in_short import short_column
from needlewise.decision.concern.build import build_concern_page
from needlewise.decision.concern.harm_lines import harms_in_words
from needlewise.decision.concern.page import ConcernPage
from needlewise.decision.consult_room import build_consult_room
from needlewise.decision.shared.figure import Figure
from needlewise.decision.shared.guidelines import guideline_line
from needlewise.decision.shared.rates import rate_text
from needlewise.evidence.model.rows import Risk
from needlewise.evidence.reading.load import load
from needlewise.evidence.rules.rates import MIDDLE_FROM, counted
from needlewise.evidence.sentences.statements import figures as size_of
from needlewise.handout import build as handout_build
from needlewise.handout.model import Found, Handout, Issue, Wanted
from needlewise.words import say

EVIDENCE = load()
COUNTED = re.compile(r"\d (?:of them|people|visits|syringes|keloids?|cases|person|visit)")


@functools.cache
def _page(concern_id: str) -> ConcernPage:
    return build_concern_page(EVIDENCE, concern_id)


@functools.cache
def _paper(concern_id: str, names: tuple[str, ...]) -> Handout:
    issue = Issue(date(2026, 11, 22), "https://a.example/compare")
    return handout_build.build(EVIDENCE, _page(concern_id), names, Wanted(parts=("options",)), Found(), issue)


def _compared(concern_id: str, name: str) -> dict[str, tuple[Figure, ...]]:
    questions = column(EVIDENCE, _page(concern_id), name)
    return {question.name: question.cells[0].figures for question in questions}


def _in_the_room(concern_id: str, name: str) -> dict[str, list[Figure]]:
    room = build_consult_room(EVIDENCE, _page(concern_id), (name, "no_treatment"))
    card = next(card for card in room.screen("harms").cards if card.treatment.treatment_id == name)
    found: dict[str, list[Figure]] = {}
    for part in card.parts:
        found.setdefault(part.name, []).append(part.figure)
    return found


def _facts(concern_id: str, name: str) -> list[str]:
    """What stands for an option in the table on paper."""
    options = _paper(concern_id, (name, "no_treatment")).options
    return [fact.text for option in options if option.option_id == name for fact in option.facts]


def _treated(concern_id: str) -> list[str]:
    return [row.treatment.treatment_id for row in _page(concern_id).options if row.role != "nothing"]


SKIN, PAIN = (
    [name for name, concern in EVIDENCE.concerns.items() if concern.group == group] for group in ("skin", "pain")
)


@pytest.mark.parametrize("concern_id", SKIN)
def test_how_many_got_dark_marks_is_told_the_same_everywhere(concern_id: str):
    """One figure, or plainly that none was found: in the options table, on Compare, in short, in the room, on paper."""
    for row in _page(concern_id).options:
        name = row.treatment.treatment_id
        if row.role == "nothing":
            continue
        text = row.harm.text
        marks = [figure for figure in _compared(concern_id, name)["skin"] if say("harm-dark_marks") in figure.note]
        room = _in_the_room(concern_id, name).get(say("harm-dark_marks"), [])
        short = short_column(EVIDENCE, _page(concern_id), name).marks[None][0].figure.text
        facts = _facts(concern_id, name)
        if row.harm.known:
            assert marks[0].text == text == room[0].text == short
        else:
            assert marks == []
            assert text == short == say("cell-no-rate")
            assert all(figure.text in (say("harms-not-counted"), say("harms-reported")) for figure in room)
        assert text in facts


@pytest.mark.parametrize("concern_id", PAIN)
def test_the_main_harm_of_pain_is_told_the_same_on_explore_compare_and_paper(concern_id: str):
    """What stands for an option in the table stands with the same words in its lists and on its paper."""
    page = _page(concern_id)
    for row, group in zip([row for row in page.options if row.role != "nothing"], page.harms, strict=True):
        if row.harm.known:
            assert row.harm.text in [rate_text(EVIDENCE, rate) for rate in group.rates]
            assert row.harm.text in _facts(concern_id, row.treatment.treatment_id)


def _rates_shown(concern_id: str) -> Iterator[Figure]:
    """Every rate that stands anywhere, as a figure with its rows."""
    page = _page(concern_id)
    for option in harms_in_words(EVIDENCE, page.harms):
        for line in (*option.rated, *option.serious):
            yield from line.figures
        yield from option.folded
    yield from (row.harm for row in page.options)
    for name in _treated(concern_id):
        for figures in _compared(concern_id, name).values():
            yield from figures
        for in_room in _in_the_room(concern_id, name).values():
            yield from in_room
        yield from (short.figure for short, _ in short_column(EVIDENCE, page, name).marks.values())


def _risks(figure: Figure) -> list[Risk]:
    rows = [EVIDENCE.find(ref) for ref in figure.refs]
    return [row for row in rows if isinstance(row, Risk)]


def test_no_rate_is_told_without_its_people_and_their_unit(concern_id: str):
    """How many of what were counted, in every row behind it; visits are never called people."""
    seen = 0
    for figure in _rates_shown(concern_id):
        risks = _risks(figure)
        if figure.rule != "rates" or not risks or not figure.known:
            continue
        seen += 1
        assert COUNTED.search(figure.text), figure.text
        unsized = [row for row in risks if row.relation == "absolute" and not counted(row)]
        assert not unsized or "not of how many" in figure.text, figure.refs
        if {row.per for row in risks} == {"session"}:
            assert not re.search(r"\d (?:people|person)\b", figure.text), figure.text
        if {row.per for row in risks} == {"person"}:
            assert not re.search(r"\d visits?\b", figure.text), figure.text
    assert seen


def test_no_range_is_told_without_its_middle_where_three_studies_counted(concern_id: str):
    """`about 31 in 100 people, from 5 to 92`; where all counted the same there is no range."""
    for figure in _rates_shown(concern_id):
        risks = [row for row in _risks(figure) if row.relation == "absolute"]
        groups = {row.cohort or row.risk_id for row in risks}
        if figure.rule == "rates" and figure.known and len(groups) >= MIDDLE_FROM and len({r.harm for r in risks}) == 1:
            assert re.search(r"about .* from .* to |^[^;]*\d in [\d,]+ [a-z]+ \(|none of| and .* of ", figure.text), (
                figure.text
            )
            assert not re.search(r"(^|: )[\d.]+ to [\d.]+ in", figure.text), figure.text


def test_nobody_is_counted_twice(concern_id: str):
    """Whatever was written of a group of people, it speaks once in each rate."""
    for group in _page(concern_id).harms:
        for rate in group.rates:
            cohorts = [row.cohort or row.risk_id for row in rate.rows]
            assert len(cohorts) == len(set(cohorts)), (group.treatment.treatment_id, rate.harm)
            assert rate.total.amount == sum(cohort.total.amount for cohort in rate.cohorts)


def test_every_harm_told_belongs_to_this_part_of_the_body(concern_id: str):
    """Thinner skin at the elbow is no harm of the shoulder."""
    places = EVIDENCE.concerns[concern_id].sites
    for group in _page(concern_id).harms:
        told = [row for rate in group.rates for row in rate.rows]
        told += [answer.reported for answer in group.answers if answer.reported is not None]
        told += [*group.unrated, *group.listed]
        elsewhere = [row for row in told if row.site and row.site not in places]
        # An infection may come wherever the skin is pierced.
        assert all(EVIDENCE.harms[row.harm].anywhere for row in elsewhere)


def test_the_options_in_the_room_answer_the_same_harms(concern_id: str):
    """Two options side by side: the same names in the same order, whatever is known of each."""
    names = tuple(_treated(concern_id)[:2])
    room = build_consult_room(EVIDENCE, _page(concern_id), names)
    harms = {say(f"harm-{harm}") for harm in EVIDENCE.harms}
    extra = {say(f"harm-{rate.harm}") for group in _page(concern_id).harms for rate in group.serious}
    lists = [
        list(dict.fromkeys(part.name for part in card.parts if part.name in harms - extra))
        for card in room.screen("harms").cards
    ]
    known = [one for one in lists if one]
    assert all(one == known[0] for one in known)


def _main_harm(concern_id: str, treatment_id: str) -> Figure:
    return next(row.harm for row in _page(concern_id).options if row.treatment.treatment_id == treatment_id)


def test_the_lowest_of_three_soreness_rates_does_not_speak_alone():
    """Neck: 26 of 47 were sore in one trial; 88 and 91 of 100 in two that do not say of how many."""
    for concern_id in ("neck_pain", "shoulder_pain", "tension_headache"):
        text = _main_harm(concern_id, "dry_needling").text
        assert "26 of 47 people" in text
        assert "88 and 91 of 100" in text


def test_the_days_of_a_course_take_all_three_soreness_rates():
    """4 visits x 2 days x 88 of 100 are 7 sore days, not the 4 that the lowest share would make."""
    row = next(row for row in _page("neck_pain").options if row.treatment.treatment_id == "dry_needling")
    assert row.whole is not None
    assert (row.whole.low, row.whole.typical, row.whole.high) == pytest.approx((0.55, 7.04, 19.11))


def test_needling_the_heel_is_told_from_its_own_trial():
    """70 visits with a minor effect in the trial behind the headline, not the 2 of 100 that practitioners noted."""
    harm = _main_harm("plantar_heel_pain", "dry_needling")
    assert harm.text == "70 of about 219 visits in one study"
    assert "compared with pretend needles: 1 visit in all" in harm.note
    assert "passing" in harm.note


@pytest.mark.parametrize("concern_id", ["low_back_pain", "knee_pain", "tennis_elbow"])
def test_the_softest_count_of_practitioners_does_not_stand_for_needling(concern_id: str):
    """All minor effects they wrote down, and that it was they who did; beside acupuncture, that people were asked."""
    harm = _main_harm(concern_id, "dry_needling")
    assert harm.text.startswith("19 to 37 in 100 visits")
    assert "written down by those who treated" in harm.note
    assert "people were asked" in _main_harm(concern_id, "acupuncture").note


def test_a_pooled_figure_is_not_told_as_one_study():
    """280 trials pooled, and what is counted are extra cases in a year; not one study of 124,513 people."""
    harm = _main_harm("knee_pain", "oral_pain_relief")
    assert harm.text == "3 in 1,000 people (280 trials pooled, 124,513 people)"
    assert "extra heart attacks or strokes in a year of high daily doses" in harm.note


def test_a_headache_tablet_is_told_from_one_dose_for_headache():
    """One dose of ibuprofen, with the same share after a dummy tablet; not a year of high doses."""
    harm = _main_harm("tension_headache", "oral_pain_relief")
    assert harm.text == "4 in 100 people (the trials of one review, 1,800 people)"
    assert "compared with a dummy tablet: 4 in 100" in harm.note


def test_the_clients_of_a_massage_study_are_people():
    """91 clients with one visit each are told as people wherever they stand."""
    assert _main_harm("neck_pain", "massage").text == "9 of 91 people in one study"


def test_the_days_off_after_needling_name_the_one_leaflet_behind_them():
    """Skin: by one leaflet, beside one visit and beside the sum; for the scalp it is not known."""
    for concern_id in ("acne_scars", "stretch_marks"):
        row = next(row for row in _page(concern_id).options if row.treatment.treatment_id == "microneedling")
        assert "one clinic’s leaflet" in row.days.note
        assert "by one clinic’s leaflet" in row.course_days.note
    scalp = next(row for row in _page("hair_thinning").options if row.treatment.treatment_id == "microneedling")
    assert not scalp.days.known
    assert not scalp.course_days.known


@pytest.mark.parametrize(
    ("effect_id", "text"),
    [
        ("stretch_marks.topical_retinoid.kang1996.1", "8 of 10 people .*, against 1 of 12 with"),
        (
            "surgical_scars.injection_5fu.hietanen2019.1",
            r"46 of 100 keloids .*, against 60 of 100 .* \(43 people in all\)",
        ),
        (
            "uneven_tone.topical_care.hq4_placebo2000.1",
            r"40 of 100 people .*, against 10 of 100 .* \(48 people in all\)",
        ),
        ("frozen_shoulder.manual_therapy.diercks2004.1", "63 of 100 people .* the limits of pain$"),
    ],
)
def test_shares_of_few_people_name_the_people(effect_id: str, text: str):
    """The people themselves where each side is known, else how many there were in all."""
    assert re.search(text, size_of(EVIDENCE, EVIDENCE.effects[effect_id]))


@pytest.mark.parametrize(
    ("concern_id", "treatment_id", "starts"),
    [
        ("low_back_pain", "acupuncture", "Guidelines disagree: American College of Physicians (2017) recommends it"),
        ("plantar_heel_pain", "shockwave", "British best practice guide (Morrissey) (2021) says it may be used"),
        ("plantar_heel_pain", "dry_needling", "British best practice guide (Morrissey) (2021) does not name it"),
    ],
)
def test_the_friends_and_foes_of_an_option_among_guidelines_both_speak(concern_id: str, treatment_id: str, starts: str):
    """None is silent because nobody had held it against its source."""
    assert guideline_line(EVIDENCE, concern_id, treatment_id).text.startswith(starts)
