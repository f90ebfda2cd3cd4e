"""What a take-home says: the screen's own sentences and figures, numbered sources, and questions made from the gaps."""

from __future__ import annotations

import functools
from dataclasses import fields, is_dataclass, replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from needlewise import ROOT
from needlewise.clinic import settings
from needlewise.decision.compare.choice import MOST
from needlewise.decision.concern.build import build_concern_page
from needlewise.decision.concern.page import ConcernPage
from needlewise.decision.plan import build as plan_build
from needlewise.decision.plan import model as plan_model
from needlewise.decision.priorities.criteria import board, measure
from needlewise.decision.priorities.fit import weigh
from needlewise.decision.shared.counts import controlled_findings
from needlewise.decision.shared.rates import rate_text
from needlewise.decision.suitability import advise, checklist
from needlewise.decision.told import Answers, Detail
from needlewise.evidence.model.store import Evidence
from needlewise.evidence.reading.load import load
from needlewise.handout import build as handout_build
from needlewise.handout import model as paper
from needlewise.handout import questions
from needlewise.handout.build import clean
from needlewise.handout.citations import BETWEEN, ranges, shown_as
from needlewise.handout.model import PARTS, Found, Handout, Issue, PaperLine, Wanted, Weighed
from needlewise.words import say, sentence

TODAY = date(2026, 11, 22)
LINK = "https://a.example/compare?concern=acne_scars"


def four(evidence: Evidence, concern_id: str) -> tuple[str, ...]:
    """As many options as a page holds: needling, the alternatives studied most, and doing nothing."""
    counts = controlled_findings(evidence, concern_id)
    options = evidence.options(concern_id)
    rivals = [option.treatment_id for option in options if option.role == "alternative"]
    most = sorted(rivals, key=lambda name: (-counts.get(name, 0), name))[: MOST - 2]
    return tuple(
        option.treatment_id for option in options if option.role != "alternative" or option.treatment_id in most
    )


@functools.cache
def _told(concern_id: str, names: tuple[str, ...]) -> tuple[ConcernPage, Found]:
    """A concern's page, and what a person found on all the others.

    Made once, since what is wanted on paper changes none of it.
    """
    evidence = load()
    page = build_concern_page(evidence, concern_id)
    skin = page.concern.group == "skin"
    told = Answers(5 if skin else None, False, ("anticoagulants", "diabetes"))
    plan = plan_build.build(evidence, concern_id, names, plan_model.Wishes(TODAY, date(2027, 6, 12)), TODAY)
    table = board(measure(evidence, concern_id), names)
    said = tuple(
        (item.criterion_id, 100.0 if place == 0 else None) for place, item in enumerate(table.criteria) if item.askable
    )[:3]
    found = Found(
        plan,
        Weighed(said, "close to home", weigh(table, said)),
        tuple(advise(evidence, name, told, skin=skin) for name in names),
        told.skin_type,
    )
    return page, found


def full(concern_id: str, wanted: Wanted | None = None, option_ids: tuple[str, ...] = ()) -> Handout:
    """A take-home with every part filled."""
    evidence = load()
    names = option_ids or four(evidence, concern_id)
    page, found = _told(concern_id, names)
    words = wanted or Wanted(
        name="Anna", own="How long have you done this?\nMay I think it over?", note="Talked about sun."
    )
    return handout_build.build(evidence, page, names, words, found, Issue(TODAY, LINK))


def lines(value: object) -> list[PaperLine]:
    """Every line anywhere in a take-home."""
    if isinstance(value, PaperLine):
        return [value]
    if isinstance(value, tuple):
        return [line for part in value for line in lines(part)]
    if is_dataclass(value) and not isinstance(value, type):
        return [line for part in fields(value) for line in lines(getattr(value, part.name))]
    return []


@pytest.mark.parametrize(
    ("numbers", "text"),
    [
        ([], ""),
        ([3], "3"),
        ([1, 2], "1, 2"),
        ([1, 2, 3], "1–3"),
        ([1, 2, 3, 7], "1–3, 7"),
        ([1, 3, 4, 6, 7, 8], "1, 3, 4, 6–8"),
    ],
)
def test_numbers_of_sources_are_written_short(numbers: list[int], text: str):
    """Three or more in a row become a span."""
    assert ranges(numbers) == text


@given(st.sets(st.integers(1, 60), max_size=20))
def test_a_short_list_of_numbers_reads_back(numbers: set[int]):
    """No number is lost or made up."""
    found = set()
    for part in ranges(sorted(numbers)).split(", "):
        first, _, last = part.partition("–")
        found |= set(range(int(first), int(last or first) + 1)) if first else set()
    assert found == numbers


def test_it_says_what_the_screen_says(evidence: Evidence, concern_id: str):
    """The answer and each option's figures are those of Explore, word for word, in the order of Compare."""
    page: ConcernPage = build_concern_page(evidence, concern_id)
    found = full(concern_id)
    # What was tested against other options is one paragraph here.
    assert " ".join(line.text for line in found.answer) == " ".join(part.text for part in page.answer)
    by_id = {row.treatment.treatment_id: row for row in page.options}
    rows = [by_id[name] for name in four(evidence, concern_id)]
    assert [option.option_id for option in found.options] == [row.treatment.treatment_id for row in rows]
    for option, row in zip(found.options, rows, strict=True):
        assert option.works[0].text == row.effect.text
        assert option.works[0].note == (sentence(row.effect_figures) if row.effect_figures else "")
        assert option.rating == row.rating
        shown = [option.facts[place].text for place in (0, 1, 2, 4, 5)]
        assert shown == [figure.text for figure in (row.visits, row.days, row.course_days, row.discomfort, row.harm)]


def test_every_line_with_rows_names_its_sources(evidence: Evidence, concern_id: str):
    """The numbers behind a line are those of its rows' sources, and every source listed is named by a line."""
    found = full(concern_id)
    number = {source.link: source.number for source in found.sources}
    assert [source.number for source in found.sources] == list(range(1, len(found.sources) + 1))
    named: set[str] = set()
    for line in lines(found):
        links = {evidence.sources[name].link for ref in line.refs for name in evidence.source_ids(ref)}
        assert bool(line.cites) == bool(links)
        assert {number[link] for link in links} <= set(number.values())
        named |= links
    assert {source.link for source in found.sources} == named


def test_every_option_has_the_same_parts(concern_id: str):
    """Doing nothing included; no cell is empty."""
    found = full(concern_id)
    for option in found.options:
        assert len(option.facts) == len(found.heads)
        assert all(line.text for line in (*option.works, *option.facts))
        assert option.certainty.text


@pytest.mark.parametrize("part", PARTS)
def test_a_part_left_out_is_not_there(part: paper.Part):
    """Nothing of it remains, its sources neither."""
    everything = Wanted(own="A question of mine", note="A note")
    wanted = replace(everything, parts=tuple(name for name in PARTS if name != part))
    found, whole = full("acne_scars", wanted), full("acne_scars", everything)
    left_out: dict[paper.Part, tuple[object, object]] = {
        "options": (found.options, whole.options),
        "plan": (found.plan, whole.plan),
        "priorities": (found.priorities, whole.priorities),
        "cautions": (found.cautions, whole.cautions),
        "questions": (found.questions, whole.questions),
        "own": (found.own, whole.own),
        "note": (found.note, whole.note),
    }
    assert not left_out[part][0]
    assert left_out[part][1]
    assert found.answer == whole.answer
    assert found.signs
    assert len(found.sources) <= len(whole.sources)


def test_without_cautions_nothing_told_remains():
    """Neither the conditions nor the skin type, in the questions neither."""
    wanted = Wanted(tuple(name for name in PARTS if name != "cautions"))
    text = repr(full("acne_scars", wanted))
    assert say("condition-diabetes") not in text
    assert "skin type V" not in text
    assert say("condition-diabetes") in repr(full("acne_scars"))


def test_pages_not_used_leave_no_section(evidence: Evidence):
    """No plan, no priorities, no cautions when the person has said nothing there."""
    found = handout_build.build(
        evidence,
        build_concern_page(evidence, "acne_scars"),
        ("microneedling", "no_treatment"),
        Wanted(),
        Found(),
        Issue(TODAY, LINK),
    )
    assert (found.plan, found.priorities, found.cautions, found.own, found.note) == (None, None, None, (), ())


def test_gaps_become_questions(evidence: Evidence):
    """Each kind of gap is one question that names its options; waiting can always be asked about."""
    page = build_concern_page(evidence, "acne_scars")
    names = ("microneedling", "prp_microneedling", "fractional_co2_laser", "no_treatment")
    rows = tuple(row for row in page.options if row.treatment.treatment_id in names)
    asked = questions.questions(evidence, page, rows)
    for row in rows:
        if row.role != "nothing" and not row.discomfort.known:
            assert any("score" in text and row.treatment.mid_sentence in text for text in asked)
        if (
            row.role != "nothing"
            and row.rating is not None
            and row.rating.level in ("low", "very_low")
            and row.blank != "not_studied"
        ):
            assert any("weak" in text and row.treatment.mid_sentence in text for text in asked)
    assert asked[-1] == say("take_home-ask-wait")
    assert not any("doing nothing" in text.lower() for text in asked[:-1])
    assert all(text.endswith("?") for text in asked)


@pytest.mark.parametrize("way", ["no_clear", "same", "untested", "worse"])
def test_a_question_on_the_benefit_says_what_the_answer_says(evidence: Evidence, way: str):
    """What no study compared is not asked about as if no difference had been found."""
    found = 0
    for concern_id in evidence.concerns:
        page = build_concern_page(evidence, concern_id)
        rows = tuple(row for row in page.options if row.role != "nothing" and row.blank == way)
        if rows:
            asked = questions.questions(evidence, page, rows)
            words = {
                name: say(f"take_home-ask-{name}", names="|").partition("|")[0]
                for name in ("no_clear", "same", "untested", "worse")
            }
            assert [name for name, start in words.items() if any(text.startswith(start) for text in asked)] == [way]
            found += 1
    assert found or way == "same"


def test_the_day_of_a_birth_is_told_once(evidence: Evidence):
    """Both options wait for the same day; counting it twice in one line tells nobody more."""
    page, names = build_concern_page(evidence, "acne_scars"), ("microneedling", "fractional_co2_laser", "no_treatment")
    told = Answers(conditions=("pregnancy",), details=(Detail("pregnancy", ("pregnant",), week=30),))
    advice = tuple(advise(evidence, name, told, skin=True, today=TODAY) for name in names)
    found = handout_build.build(evidence, page, names, Wanted(), Found(cautions=advice), Issue(TODAY, LINK))
    assert found.cautions is not None
    line = next(line.text for line in found.cautions.reasons if "week 30" in line.text)
    assert line.count("the baby is due about") == 1
    assert "Microneedling: " in line
    assert "CO2 laser: " in line


def test_training_is_asked_about(evidence: Evidence):
    """And for needles near the lungs what is done so that they are not reached; the lungs play no part at the heel."""
    neck, heel, scars = (full(name).questions for name in ("neck_pain", "plantar_heel_pain", "acne_scars"))
    training = evidence.questions["qualification.1"].question
    lungs = evidence.questions["needling_lung.1"].question
    hours = evidence.questions["needling_training.1"].question
    assert all(training in asked for asked in (neck, heel, scars))
    assert lungs in neck
    assert lungs not in heel
    assert hours in heel
    assert hours not in scars
    assert evidence.questions["product.1"].question in scars


def test_signs_that_cannot_wait_are_on_paper():
    """A collapsed lung first, also for the days after; one that holds for every option names none of them."""
    after = full("neck_pain").after
    assert after[0].text.startswith("Call an ambulance now: After a needle near the lungs")
    assert "it may come later too" in after[0].text
    assert len({line.text for line in after}) == len(after)
    assert not any("lungs" in line.text for line in full("plantar_heel_pain").after)


def test_it_says_what_happens_at_a_visit(evidence: Evidence):
    """For each option; doing nothing says that nothing does."""
    handout = full("acne_scars")
    for option in handout.options:
        told = evidence.treatments[option.option_id].what_happens
        assert told.startswith(option.what.text.rstrip(".")) or option.option_id == "no_treatment"


def test_it_says_what_was_not_looked_at(evidence: Evidence):
    """Doing nothing taken out, dates, cautions and what matters; where all was looked at, only the other options."""
    page = build_concern_page(evidence, "acne_scars")
    issue = Issue(TODAY, LINK)
    few = handout_build.build(evidence, page, ("microneedling", "subcision"), Wanted(), Found(), issue)
    for words in ("doing nothing", "dates", "cautions", "what matters to you"):
        assert words in few.unseen
    assert "doing nothing" not in full("acne_scars").unseen
    assert "other options" in full("acne_scars").unseen


def test_a_colleague_can_read_where_a_source_stands(evidence: Evidence):
    """No host of copies or drafts is printed; what only a copy was found of is called that."""
    shown = {shown_as(source) for source in evidence.sources.values()}
    for host in ("scribd", "docksci", "platformsh", "staging.", "blogspot", "jotform"):
        assert not [text for text in shown if host in text.lower()]
    assert any(text.endswith("seen as a copy") for text in shown)


def test_what_was_told_is_asked_first():
    """A condition that a source speaks about comes before one that none does, and both before the gaps."""
    asked = full("acne_scars").questions
    assert say("condition-diabetes") in asked[0]


def test_each_thing_ticked_is_one_line(evidence: Evidence):
    """With every option's reasons in it; what nothing is known of comes last, once.

    And no question repeats a long list.
    """
    ticked = tuple(name for group in checklist(evidence).values() for name in group)
    page, names = build_concern_page(evidence, "acne_scars"), four(evidence, "acne_scars")
    told = Answers(5, False, ticked)
    advice = tuple(advise(evidence, name, told, skin=True) for name in names)
    found = handout_build.build(
        evidence, page, names, Wanted(), Found(cautions=advice, skin_type=5), Issue(TODAY, LINK)
    )
    assert found.cautions is not None
    *known, unknown = zip(found.cautions.reasons, found.cautions.about, strict=True)
    assert len({about for _, about in known}) == len(known)
    assert all(line.text.startswith(about) for line, about in known)
    assert unknown[0].text.startswith(say("suitability-unknown-title"))
    assert not unknown[0].known
    named = {name for _, about in (*known, unknown) for name in about.split(BETWEEN)}
    reasons = {reason.condition for item in advice for reason in item.reasons if reason.condition}
    assert named - {""} == {say(f"condition-{condition}") for condition in reasons}
    assert len(max(found.questions, key=len)) < 250
    assert "“Cautions to raise”" in found.questions[0]


def test_what_a_clinic_says_is_marked_as_its_own(evidence: Evidence):
    """Its fee stands apart from the facts; the facts and the funding line stay what they are."""
    given = {
        "name": "Clinic #1 <b>", "who_pays": "The clinic pays.",
        "fees": {"currency": "GBP", "visit": {"microneedling": 120.0}}, "contact": {"phone": "+44 20 7946 0000"},
    }  # fmt: skip
    clinic, faults = settings.check_fields(given, ROOT, evidence)
    assert not faults
    assert clinic is not None
    page, names = build_concern_page(evidence, "acne_scars"), ("microneedling", "no_treatment")
    plain = handout_build.build(evidence, page, names, Wanted(), Found(), Issue(TODAY, LINK))
    found = handout_build.build(evidence, page, names, Wanted(), Found(), Issue(TODAY, LINK, clinic))
    assert [option.facts for option in found.options] == [option.facts for option in plain.options]
    assert any("120" in text for option in found.options for text in option.clinic)
    assert not any(option.clinic for option in plain.options)
    assert "The clinic pays" in found.funding
    assert found.contact == "+44 20 7946 0000"


@given(st.text(max_size=900))
def test_own_words_are_kept_but_for_control_signs(text: str):
    """No control sign, no more than the room there is, and nothing else lost."""
    found = clean(text, 400)
    assert len(found) <= 400
    assert all(sign.isprintable() or sign == "\n" for sign in found)


def test_many_short_lines_run_on():
    """Forty lines of one letter take twelve lines, and none is lost."""
    found = full("acne_scars", Wanted(own="\n".join("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMN")))
    assert len(found.own) == 12
    assert "".join(found.own).replace(" ", "") == "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMN"


def test_every_rare_but_serious_harm_is_told_on_paper(evidence: Evidence, concern_id: str):
    """Of each option chosen, with its rate and its sources.

    One that nobody had in the only study is not called rare.
    """
    handout = full(concern_id)
    chosen = {option.option_id for option in handout.options}
    for group in build_concern_page(evidence, concern_id).harms:
        if group.treatment.treatment_id in chosen:
            for harm in (*(item.harm for item in group.serious if item.high), *(risk.harm for risk in group.unrated)):
                assert say(f"harm-{harm}").lower() in handout.serious.text.lower()
            for item in group.serious:
                if item.high:
                    assert rate_text(evidence, item) in handout.serious.text
                    assert set(item.refs) <= set(handout.serious.refs)
            rated = any(item.high for item in group.serious)
            assert not rated or handout.serious.cites
