"""What Explore says of rates, lasting results, the course beside a rival, and what is not studied."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import chain

import pytest

from needlewise.decision.concern.build import build_concern_page
from needlewise.decision.shared.course import lasting
from needlewise.decision.shared.figure import Figure
from needlewise.decision.shared.harms import HarmGroup, shortened
from needlewise.decision.shared.rates import harm_name, rate_text, seen_elsewhere, serious_text
from needlewise.decision.suitability import advise, questions
from needlewise.decision.told import Answers
from needlewise.evidence.model.rows import Protocol
from needlewise.evidence.model.vocabulary import DARK_SKIN
from needlewise.evidence.reading.load import load
from needlewise.evidence.rules.course import Course, course
from needlewise.evidence.rules.rates import Rate
from needlewise.words import say
from tests.builders import Cell, make_protocol, make_risk

EVIDENCE = load()


def rate(
    low: float, high: float, *, people: int | None = 200, seriousness: str = "minor", harm: str = "bruising"
) -> Rate:
    """A rate per person."""
    return Rate(harm, low, high, "person", people, (make_risk(seriousness=seriousness, harm=harm),))


@pytest.mark.parametrize(
    ("found", "text"),
    [
        (rate(2.2, 13.9), "2–14 in 100 people"),
        (rate(4, 4), "4 in 100 people"),
        (rate(0, 14), "0–14 in 100 people"),
        (rate(0, 0, people=29), "None seen among 29 people"),
        (rate(0, 0, people=None), "None seen; the number of people is not given"),
        (rate(0.00009, 0.00018), "0.09–0.18 in 100,000 people"),
    ],
)
def test_a_rate_is_never_a_nought_that_was_not_seen(found: Rate, text: str):
    """Rare is said of 100,000, and none seen with the people among whom none was seen."""
    assert rate_text(found) == text


def test_serious_harms_are_counted_of_100_000():
    """3 of 1,000 and 300 of 100,000 are the same."""
    assert serious_text(rate(0.3, 0.3)) == "300 in 100,000 people"


def test_only_mild_harms_are_ever_left_out():
    """Six mild ones and a rare scar: the scar stays, and what is left out is kept apart."""
    mild = [
        rate(90 - place, 90 - place, harm=name)
        for place, name in enumerate(("redness", "swelling", "peeling", "itching", "bruising", "stinging"))
    ]
    scar = rate(3, 3, seriousness="serious", harm="scarring")
    shown, left = shortened((*mild, scar), 5)
    assert [item.harm for item in shown] == ["redness", "swelling", "peeling", "itching", "scarring"]
    assert [item.harm for item in left] == ["bruising", "stinging"]


def test_every_harm_with_a_rate_is_on_the_page(concern_id: str):
    """Among the rates, the milder ones or the rare ones; more than mild ones never among the milder."""
    for group in build_concern_page(EVIDENCE, concern_id).harms:
        assert all(item.rows[0].seriousness == "minor" for item in group.milder)
        assert len({item.harm for item in (*group.rates, *group.milder, *group.serious)}) == len(
            (*group.rates, *group.milder, *group.serious)
        )


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
            assert ("clinic advice" in row.course_days.note) == (row.whole.basis == "clinics")
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
    assert "collapsed_lung" in [risk.harm for risk in _harms("neck_pain", treatment_id).unrated]
    for group in build_concern_page(EVIDENCE, "plantar_heel_pain").harms:
        named = (
            [rate.harm for rate in group.rates],
            [item.harm for item in group.serious],
            [item.harm for item in group.unrated],
        )
        assert "collapsed_lung" not in chain.from_iterable(named)


def test_serious_harms_without_a_rate_are_serious_and_possible_here(concern_id: str):
    """Each is of this concern or of people in general, and none hides among the lesser ones."""
    for group in build_concern_page(EVIDENCE, concern_id).harms:
        assert all(risk.seriousness == "serious" for risk in group.unrated)
        assert all(risk.seriousness != "serious" for risk in group.listed)
        assert all(risk.concern_id in ("", concern_id) for risk in (*group.unrated, *group.listed))


def test_none_seen_in_one_trial_does_not_hide_what_was_reported():
    """Scars after CO2 laser: none among 490 people, yet cases on the neck."""
    group = _harms("acne_scars", "fractional_co2_laser")
    assert any(item.harm == "scarring" and item.high == 0 for item in (*group.rates, *group.serious))
    assert "scarring" in [risk.harm for risk in group.unrated]


def test_a_rate_is_named_as_the_studies_named_it():
    """Where all counted the same thing it has their words; else the name of the harm.

    Elsewhere is said with the noun.
    """
    rows = (make_risk(harm_label="Scars from a roller", harm="scarring"), make_risk(risk_id="k1", harm="scarring"))
    assert harm_name(Rate("scarring", 6, 6, "person", 36, rows[:1])) == "Scars from a roller"
    assert harm_name(Rate("scarring", 6, 6, "person", 36, rows)) == say("harm-scarring")
    assert seen_elsewhere(EVIDENCE, Rate("scarring", 6, 6, "person", 36, rows, ("acne_scars",))).endswith("acne scars")
    assert seen_elsewhere(EVIDENCE, Rate("scarring", 6, 6, "person", 36, rows)) == ""


def _rivals(concern_id: str) -> str:
    start = say("answer-rivals", parts="").strip(" .")
    return next(said.text for said in build_concern_page(EVIDENCE, concern_id).answer if said.text.startswith(start))


def test_findings_at_different_times_are_a_course_not_a_quarrel():
    """Heel pain: the injection did better at first, needling later; each time is named."""
    text = _rivals("plantar_heel_pain")
    for favours in ("treatment", "comparator"):
        assert say(f"answer-rivals-side-{favours}", name="dry needling", time="").strip() in text
    assert "disagree" not in text


def test_a_difference_too_small_to_notice_is_called_slight():
    """Neck pain: 5 of 100 points against hands-on therapy."""
    assert say("answer-rivals-how-better", slight="yes") in _rivals("neck_pain")


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


def test_where_room_is_short_the_serious_the_most_frequent_and_the_first_more_than_mild_stay():
    """Redness first, then a burn more than mild; a scar however rare; the rest waits, and nothing is lost."""
    redness, swelling = rate(90, 90, harm="redness"), rate(50, 50, harm="swelling")
    burn = rate(10, 10, seriousness="moderate", harm="burn")
    blister = rate(5, 5, seriousness="moderate", harm="blistering")
    scar = rate(1, 1, seriousness="serious", harm="scarring")
    group = replace(_harms("acne_scars", "microneedling"), rates=(redness, swelling, burn, blister, scar))
    assert group.first == (redness, burn, scar)
    assert group.more == (swelling, blister)
