"""What Explore says of rates, lasting results, the course beside a rival, and what is not studied."""

from __future__ import annotations

import re
from itertools import chain

import pytest

from needlewise.decision.concern.build import build_concern_page
from needlewise.decision.shared.course import lasting
from needlewise.decision.shared.figure import Figure
from needlewise.decision.shared.harms import HarmGroup, same_list
from needlewise.decision.shared.rates import harm_name, qualifier, rate_notes, rate_text, seen_elsewhere
from needlewise.decision.suitability import advise, questions
from needlewise.decision.told import Answers
from needlewise.evidence.model.rows import Protocol
from needlewise.evidence.model.vocabulary import DARK_SKIN
from needlewise.evidence.reading.load import load
from needlewise.evidence.rules.course import Course, course
from needlewise.evidence.rules.rates import Cohort, Rate
from needlewise.words import say
from tests.builders import Cell, make_protocol, make_rate, make_risk

EVIDENCE = load()


RATES: list[tuple[str, Rate, str]] = [
    ("one study: how many of how many", make_rate(5.6, n=36, events=2), "2 of 36 people in one study"),
    ("a count that only one whole number gives", make_rate(5.6, n=36), "2 of 36 people in one study"),
    ("no whole number gives it", make_rate(17, n=45), "17 in 100 people (one study of 45 people)"),
    ("visits are not people", make_rate(1, n=100, per="session"), "1 of 100 visits in one study"),
    ("few people: each group by itself", make_rate(10, 20, n=20), "2 of 20 and 4 of 20 people in 2 studies"),
    ("two studies: from the lower to the higher", make_rate(4, 12), "4 to 12 in 100 people (2 studies, 400 people)"),
    (
        "none seen: with what would still fit",
        make_rate(0, n=18),
        "none of 18 people in one study; the true number may be up to 15 in 100 people",
    ),
    (
        "none seen in visits",
        make_rate(0, n=490, per="session"),
        "none of 490 visits in one study; the true number may be up to 6 in 1,000 visits",
    ),
    ("seldom: of 100,000", make_rate(0.009, 0.018, n=100_000), "9 to 18 in 100,000 people (2 studies, 200,000 people)"),
]


@pytest.mark.parametrize(("found", "text"), [row[1:] for row in RATES], ids=[row[0] for row in RATES])
def test_a_rate_says_among_how_many_of_what(found: Rate, text: str):
    """One study or few people: the people themselves. Two: both ends. None seen: with its ceiling."""
    assert rate_text(EVIDENCE, found) == text


def test_three_studies_have_a_middle_and_the_highest_is_named_with_what_sets_it_apart():
    """12 of 13 people of skin type IV, who had it for five weeks, beside two larger groups."""
    rows = [
        make_risk(risk_id="k0", per_100=5, n=60),
        make_risk(risk_id="k1", per_100=30, n=30),
        make_risk(risk_id="k2", per_100=92, events=12, n=13, fitz_low=4, fitz_high=4, lasts="about five weeks"),
    ]
    found = Rate("bruising", "person", tuple(Cohort(row) for row in rows))
    assert rate_text(EVIDENCE, found) == "about 30 in 100 people, from 5 to 92 (3 studies, 103 people)"
    assert rate_notes(EVIDENCE, found)[0] == "highest: 12 of 13 people, skin type IV, how long: about five weeks"


def test_the_other_side_stands_beside_a_rate():
    """Tablets made 10 of 100 unwell, and a dummy tablet 11."""
    row = make_risk(per_100=10, n=200, comparator_per_100=11, comparator_words="a dummy tablet")
    notes = rate_notes(EVIDENCE, Rate("bruising", "person", (Cohort(row),)))
    assert notes[0] == "compared with a dummy tablet: 11 in 100"


def test_every_harm_is_told_once_and_every_option_answers_the_same_list(concern_id: str):
    """In the order of `harms.csv`; people and visits are two rates of one harm, never mixed."""
    groups = build_concern_page(EVIDENCE, concern_id).harms
    lists = {tuple(answer.harm for answer in group.answers) for group in groups}
    assert len(lists) == 1
    (harms,) = lists
    assert list(harms) == [harm for harm in EVIDENCE.harms if harm in harms]
    for harm in harms:
        assert any(answer.is_known for group in groups for answer in group.answers if answer.harm == harm)
    for group in groups:
        told = [(item.harm, item.unit) for item in group.rates]
        assert len(told) == len(set(told))


def test_options_side_by_side_answer_what_is_known_of_any_of_them():
    """What neither of two options has counted or reported is no line of theirs; the two still answer the same."""
    page = build_concern_page(EVIDENCE, "acne_scars")
    two = [group for group in page.harms if group.treatment.treatment_id in ("microneedling", "fractional_co2_laser")]
    first, second = same_list(two)
    assert [answer.harm for answer in first.answers] == [answer.harm for answer in second.answers]
    assert all(one.is_known or other.is_known for one, other in zip(first.answers, second.answers, strict=True))
    assert len(first.answers) < len(two[0].answers)


LASTING: list[tuple[str, list[dict[str, Cell]], str]] = [
    (
        "how long people were followed, where no study says more",
        [{"followed_weeks": 13}],
        "looked at until 3 months after the last visit",
    ),
    (
        "looked at no later than the last visit",
        [{"followed_weeks": 0}],
        "looked at until the end of the course only",
    ),
    (
        "still there in one study, which is no promise",
        [{"followed_weeks": 26, "lasting": "kept"}],
        "still there at 6 months in one study",
    ),
    (
        "a longer study that does not say hides nothing",
        [{"followed_weeks": 48}, {"followed_weeks": 26, "lasting": "kept"}],
        "still there at 6 months in one study",
    ),
    (
        "studies that disagree both speak",
        [{"followed_weeks": 26, "lasting": "kept"}, {"followed_weeks": 22, "lasting": "faded"}],
        "still there at 6 months in one study; gone by 5 months in one study",
    ),
]


def _followed(rows: list[dict[str, Cell]]) -> Course:
    protocols: list[Protocol] = [make_protocol(protocol_id=f"p{place}", **row) for place, row in enumerate(rows)]
    usual = course(EVIDENCE, "low_back_pain", "dry_needling")
    assert usual is not None
    return Course(usual.visits, usual.interval_weeks, usual.weeks_to_result, usual.home_sessions, tuple(protocols))


@pytest.mark.parametrize(("rows", "text"), [row[1:] for row in LASTING], ids=[row[0] for row in LASTING])
def test_what_is_said_of_lasting(rows: list[dict[str, Cell]], text: str):
    """The longest follow-up that says so speaks; one that found otherwise is named beside it."""
    assert lasting(_followed(rows)).text == text


def test_days_of_a_course_never_lose_what_they_rest_on(concern_id: str):
    """Visits x days from clinic sheets say so in the table, and no such rival stands beside needling that is better known."""
    page = build_concern_page(EVIDENCE, concern_id)
    for row in page.options:
        if row.whole is not None:
            told = any(words in row.course_days.note for words in ("clinic advice", "one clinic’s leaflet"))
            assert told == (row.whole.basis == "clinics")
    needling = next(row for row in page.options if row.role == "needling")
    said = page.answer[-1]
    if (
        isinstance(said, Figure)
        and said.rule == "course"
        and needling.whole is not None
        and needling.whole.basis != "clinics"
    ):
        rows = [row for row in page.options if row.whole is not None and row.treatment.mid_sentence in said.text]
        assert all(row.whole.basis != "clinics" for row in rows if row.whole is not None)


def test_no_certainty_stands_under_not_studied(concern_id: str):
    """The badge speaks of the first sentence alone."""
    page = build_concern_page(EVIDENCE, concern_id)
    untested = bool(re.match(r"We found no trial of", page.answer[0].text))
    assert untested == (page.rating is None)
    assert not (untested and page.people)


def test_a_regulators_warning_stands_where_harms_are_read():
    """The FDA's of 2025 on needling with radiofrequency is on every page that offers it, once, with its row."""
    for concern_id in EVIDENCE.concerns:
        groups = {group.treatment.treatment_id: group for group in build_concern_page(EVIDENCE, concern_id).harms}
        if "rf_microneedling" in groups:
            refs = [ref for warning in groups["rf_microneedling"].warnings for ref in warning.refs]
            assert "regulator:rf_microneedling.us.1" in refs
            assert len(refs) == len(set(refs))


def _harms(concern_id: str, treatment_id: str) -> HarmGroup:
    return next(
        group
        for group in build_concern_page(EVIDENCE, concern_id).harms
        if group.treatment.treatment_id == treatment_id
    )


@pytest.mark.parametrize("treatment_id", ["dry_needling", "trigger_point_injection"])
def test_a_serious_harm_without_a_rate_stands_with_the_serious_ones(treatment_id: str):
    """The clinic's own treatment and its rival alike; where no lung is near, neither has it."""
    for concern in EVIDENCE.concerns.values():
        named = [option.treatment_id for option in EVIDENCE.options(concern.concern_id)]
        if concern.near_lungs and treatment_id in named:
            group = _harms(concern.concern_id, treatment_id)
            rated = [rate.harm for rate in group.rates]
            assert "collapsed_lung" in [*rated, *(risk.harm for risk in group.unrated)], concern.concern_id
    for group in build_concern_page(EVIDENCE, "plantar_heel_pain").harms:
        told = (
            [rate.harm for rate in group.rates],
            [answer.harm for answer in group.answers if answer.is_known],
            [item.harm for item in group.unrated],
        )
        assert "collapsed_lung" not in chain.from_iterable(told)


def test_serious_harms_without_a_rate_are_serious_and_possible_here(concern_id: str):
    """Each is of this concern or of people in general, and none hides among the lesser ones."""
    for group in build_concern_page(EVIDENCE, concern_id).harms:
        assert all(risk.seriousness == "serious" for risk in group.unrated)
        assert all(risk.seriousness != "serious" for risk in group.listed)
        assert all(risk.concern_id in ("", concern_id) for risk in (*group.unrated, *group.listed))


def test_none_seen_in_one_trial_does_not_hide_what_was_reported():
    """Scars after CO2 laser: none in 490 visits, yet cases on the neck."""
    (answer,) = [one for one in _harms("acne_scars", "fractional_co2_laser").answers if one.harm == "scarring"]
    assert [item.high for item in answer.rates] == [0]
    assert answer.reported is not None


def test_a_rate_is_named_as_the_studies_named_it():
    """Where all counted the same thing it has their words; else the name of the harm.

    Elsewhere is said with the noun.
    """
    rows = (make_risk(harm_label="Scars from a roller", harm="scarring"), make_risk(risk_id="k1", harm="scarring"))
    cohorts = tuple(Cohort(row) for row in rows)
    assert harm_name(Rate("scarring", "person", cohorts[:1])) == "Scars from a roller"
    assert qualifier(Rate("scarring", "person", cohorts[:1])) == "scars from a roller"
    assert harm_name(Rate("scarring", "person", cohorts)) == say("harm-scarring")
    assert seen_elsewhere(EVIDENCE, Rate("scarring", "person", cohorts, ("acne_scars",))).endswith("acne scars")
    assert seen_elsewhere(EVIDENCE, Rate("scarring", "person", cohorts)) == ""
    plain = make_rate(6, harm="dark_marks", harm_label="Dark marks after treatment")
    assert qualifier(plain) == ""


def _rivals(concern_id: str) -> str:
    return " ".join(said.text for said in build_concern_page(EVIDENCE, concern_id).rivals)


def test_each_rival_has_a_sentence_of_its_own_with_how_sure(concern_id: str):
    """Named against what, with its rows; how sure is in the verb or stands behind."""
    page = build_concern_page(EVIDENCE, concern_id)
    start = page.answer.index(page.rivals[0])
    assert page.answer[start : start + len(page.rivals)] == page.rivals
    for said in page.rivals:
        if isinstance(said, Figure):
            assert said.text == say("answer-rivals-none")
            continue
        other = {EVIDENCE.effects[ref.partition(":")[2]].comparator_id for ref in said.refs}
        other |= {EVIDENCE.effects[ref.partition(":")[2]].treatment_id for ref in said.refs}
        other.discard(page.needling.treatment_id)
        assert any(EVIDENCE.treatments[name].mid_sentence in said.text for name in other)
        if said.direction not in ("better", "worse"):
            assert say(f"certainty-{said.rating.level}").lower() in said.text


def test_findings_at_different_times_are_a_course_not_a_quarrel():
    """Heel pain: the injection did better at first, needling later; each time is named."""
    text = _rivals("plantar_heel_pain")
    for favours in ("treatment", "comparator"):
        assert say(f"answer-rival-side-{favours}", name="dry needling", time="").strip() in text
    assert "disagree" not in text


def test_a_difference_too_small_to_notice_is_called_slight():
    """Neck pain: 5 of 100 points against hands-on therapy."""
    assert say("answer-rival-how-better", slight="yes") in _rivals("neck_pain")


def test_a_finding_on_how_likely_a_bad_result_is_is_not_turned_round():
    """Its inverse is a number that no study gave; odds are drawn apart from risks."""
    for concern_id in EVIDENCE.concerns:
        for found in build_concern_page(EVIDENCE, concern_id).findings:
            if found.panel in ("ratio", "odds"):
                assert found.estimate == found.effect.estimate
                assert found.panel == {"RR": "ratio", "OR": "odds"}[found.effect.measure]


def test_the_conditions_named_are_those_of_right_for_me_none_picked_and_none_left_out(concern_id: str):
    """Each gives there, ticked alone, the answer it stands under here.

    And each that gives one stands here, in that order.
    """
    view = build_concern_page(EVIDENCE, concern_id)
    asked = [
        name for names in questions(EVIDENCE, (view.needling.treatment_id,), view.concern).values() for name in names
    ]
    found: dict[str, list[str]] = {"not_now": [], "ask_first": []}
    for condition in asked:
        answer = advise(EVIDENCE, view.needling.treatment_id, Answers(conditions=(condition,)), skin=False).answer
        found[answer].append(condition)
    named = {
        "not_now": [reason.condition for reason in view.not_now],
        "ask_first": [reason.condition for reason in view.ask_first if reason.condition != DARK_SKIN],
    }
    assert named == found
    assert {"pregnancy", "anticoagulants"} <= {name for names in named.values() for name in names}
    everyone = {row.condition_id for row in EVIDENCE.conditions.values() if row.group == "everyone"}
    assert not everyone & {name for names in named.values() for name in names}
    of_skin = [reason.condition for reason in view.ask_first if reason.condition == DARK_SKIN]
    assert of_skin == ([DARK_SKIN] if view.concern.group == "skin" else [])
