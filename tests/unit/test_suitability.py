"""Go ahead, ask first, not now, or no study found: the rules, worked through by hand."""

from __future__ import annotations

import itertools
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from needlewise.decision import suitability
from needlewise.decision.compare.questions import skin_note
from needlewise.decision.suitability import ANSWERS, SKIN_UNTOLD, advise, cautions, checklist, questions, skin_rates
from needlewise.decision.told import Answers
from needlewise.evidence.model.rows import Caution
from needlewise.evidence.model.store import Evidence
from needlewise.evidence.model.vocabulary import DARK_SKIN
from needlewise.evidence.reading.load import load
from needlewise.evidence.rules.rates import rates

EVIDENCE = load()
OPTIONS = tuple(dict.fromkeys(option.treatment_id for option in EVIDENCE.concern_options.values()))
CONDITIONS = tuple(itertools.chain.from_iterable(checklist(EVIDENCE).values()))
EVERYONE = {row.condition_id for row in EVIDENCE.conditions.values() if row.group == "everyone"}
# Told by the age band, not ticked.
AGES = {row.condition_id for row in EVIDENCE.conditions.values() if row.group == "age"}


def test_every_condition_of_the_data_stands_in_exactly_one_list(evidence: Evidence):
    """A caution whose condition nobody is asked about would never be told."""
    listed = [*CONDITIONS, *EVERYONE, *AGES, DARK_SKIN]
    assert sorted(listed) == sorted(evidence.conditions)
    told = {row.condition for row in evidence.cautions.values()}
    told |= {row.condition for row in evidence.dated_cautions.values()}
    assert told == set(listed)


def test_the_checklist_keeps_the_order_of_the_table():
    """Who edits the table decides what is asked first: groups by their first row, conditions by theirs."""
    turned = replace(EVIDENCE, conditions=dict(reversed(EVIDENCE.conditions.items())))
    groups = checklist(EVIDENCE)
    assert list(groups)[:2] == ["pregnancy", "medicines"]
    assert checklist(turned) == {name: found[::-1] for name, found in groups.items()}
    assert list(checklist(turned)) == list(groups)[::-1]


def test_a_condition_moved_to_everyone_is_told_and_no_longer_asked():
    """The column decides, no list in the code."""
    moved = EVIDENCE.conditions["diabetes"].model_copy(update={"group": "everyone"})
    changed = replace(EVIDENCE, conditions={**EVIDENCE.conditions, "diabetes": moved})
    assert "diabetes" in itertools.chain.from_iterable(questions(EVIDENCE, ("dry_needling",)).values())
    assert "diabetes" not in itertools.chain.from_iterable(questions(changed, ("dry_needling",)).values())
    assert "diabetes" in [reason.condition for reason in cautions(changed, "dry_needling").everyone]


def test_where_darker_skin_begins_stands_in_the_table():
    """Type III counts as darker once the table says so."""
    row = EVIDENCE.conditions[DARK_SKIN].model_copy(update={"skin_type_from": 3})
    changed = replace(EVIDENCE, conditions={**EVIDENCE.conditions, DARK_SKIN: row})
    counted = [
        any(reason.condition == DARK_SKIN for reason in advise(tables, "microneedling", Answers(3), skin=True).reasons)
        for tables in (EVIDENCE, changed)
    ]
    assert counted == [False, True]


def _with(*rows: tuple[str, str, str]) -> Evidence:
    """The evidence with only these cautions for microneedling: (condition, advice, source id)."""
    cautions = {
        f"c{place}": Caution(
            caution_id=f"c{place}",
            treatment_id="microneedling",
            condition=condition,
            advice=advice,  # type: ignore[arg-type]
            reason=f"Reason {place}.",
            source_ids=source,  # type: ignore[arg-type]
            checked="yes",  # type: ignore[arg-type]
        )
        for place, (condition, advice, source) in enumerate(rows)
    }
    return replace(EVIDENCE, cautions=cautions, dated_cautions={}, caution_terms={})


STRONG = next(name for name, source in EVIDENCE.sources.items() if not source.is_weak)
WEAK = next(name for name, source in EVIDENCE.sources.items() if source.is_weak)


@pytest.mark.parametrize(
    ("rows", "told", "answer", "reason"),
    [
        ([("diabetes", "ask_first", STRONG)], ("diabetes",), "ask_first", "Reason 0."),
        ([("diabetes", "delay", STRONG)], ("diabetes",), "not_now", "Reason 0."),
        ([("diabetes", "avoid", STRONG)], ("diabetes",), "not_now", "Reason 0."),
        # The most careful of equally strong sources speaks.
        ([("diabetes", "ask_first", STRONG), ("diabetes", "avoid", STRONG)], ("diabetes",), "not_now", "Reason 1."),
        # A stricter statement is never silenced by a milder one on firmer ground.
        ([("diabetes", "ask_first", STRONG), ("diabetes", "avoid", WEAK)], ("diabetes",), "not_now", "Reason 1."),
        # Alone it speaks.
        ([("diabetes", "avoid", WEAK)], ("diabetes",), "not_now", "Reason 0."),
        # Nothing known about what was ticked: its own answer, never an all-clear.
        ([("pacemaker", "avoid", STRONG)], ("diabetes",), "unknown", None),
        ([("diabetes", "ask_first", STRONG)], ("diabetes", "epilepsy"), "ask_first", "Reason 0."),
        # Looked at, and nothing ticked stands in the way.
        ([("diabetes", "ask_first", STRONG)], (), "go_ahead", None),
        # No caution at all: nobody looked.
        ([], (), "unknown", None),
    ],
)
def test_the_answer_follows_from_the_cautions(
    rows: list[tuple[str, str, str]], told: tuple[str, ...], answer: str, reason: str | None
):
    """The rules as a table."""
    found = advise(_with(*rows), "microneedling", Answers(1, conditions=told), skin=True)
    assert found.answer == answer
    if reason is not None:
        assert found.reasons[0].text == reason


def test_sources_that_differ_are_both_told():
    """The careful one first, the other after it, also where the careful one is only a clinic's sheet."""
    for ground in (STRONG, WEAK):
        tables = _with(("diabetes", "ask_first", STRONG), ("diabetes", "avoid", ground))
        found = advise(tables, "microneedling", Answers(conditions=("diabetes",)), skin=True)
        assert (found.reasons[0].text, found.reasons[0].otherwise) == ("Reason 1.", "Reason 0.")
        assert found.reasons[0].weak == (ground == WEAK)


def test_a_part_speaks_where_the_whole_is_silent():
    """Microneedling with PRP is microneedling too, and the sentence says so."""
    found = advise(
        _with(("diabetes", "ask_first", STRONG)), "prp_microneedling", Answers(conditions=("diabetes",)), skin=True
    )
    assert found.answer == "ask_first"
    assert found.reasons[0].part == EVIDENCE.treatments["microneedling"].mid_sentence


@pytest.mark.parametrize("told", [Answers(skin_type=tone) for tone in range(1, 7)] + [Answers(unsure=True), Answers()])
def test_darker_skin_counts_from_type_four_and_where_it_is_not_known(told: Answers):
    """Types IV, V and VI, people who are not sure, and people who have not said: nobody is taken for fair."""
    wanted = told.skin_type is None or told.skin_type >= 4
    found = advise(EVIDENCE, "microneedling", told, skin=True)
    named = DARK_SKIN if told != Answers() else SKIN_UNTOLD
    assert [reason.condition for reason in found.reasons] == [named] * wanted
    assert not advise(EVIDENCE, "microneedling", told, skin=False).reasons


def test_what_nobody_told_is_not_among_what_was_told():
    """For the paper and the wall a skin tone that was not told is left out, and the answer is that of the rest."""
    told = Answers(conditions=("diabetes",))
    found = advise(
        _with(("diabetes", "ask_first", STRONG), (DARK_SKIN, "ask_first", STRONG)), "microneedling", told, skin=True
    )
    assert {reason.condition for reason in found.reasons} == {"diabetes", SKIN_UNTOLD}
    assert [reason.condition for reason in found.told.reasons] == ["diabetes"]
    unticked = advise(EVIDENCE, "microneedling", Answers(), skin=True)
    assert (unticked.answer, unticked.told.answer) == ("ask_first", "go_ahead")


@pytest.mark.parametrize("option", OPTIONS)
def test_an_untold_skin_tone_asks_and_never_forbids(option: str):
    """Where darker skin should not have it, someone who has not said is told to ask, with the same sources."""
    told, untold = (advise(EVIDENCE, option, Answers(tone), skin=True) for tone in (6, None))
    assert untold.answer != "not_now"
    if told.answer in ("not_now", "ask_first"):
        assert untold.answer == "ask_first"
        assert untold.reasons[0].refs == told.reasons[0].refs


def test_the_more_careful_of_a_whole_and_its_part_speaks():
    """PRP microneedling: its own source says ask, microneedling's says avoid; both are told."""
    rows = _with(("keloid_tendency", "avoid", STRONG))
    own = next(iter(rows.cautions.values())).model_copy(
        update={"caution_id": "own", "treatment_id": "prp_microneedling", "advice": "ask_first", "reason": "Ask."}
    )
    both = replace(rows, cautions={**rows.cautions, "own": own})
    found = advise(both, "prp_microneedling", Answers(1, conditions=("keloid_tendency",)), skin=True)
    assert found.answer == "not_now"
    assert (found.reasons[0].text, found.reasons[0].otherwise) == ("Reason 0.", "Ask.")


def test_figures_borrowed_from_other_concerns_say_so():
    """Marks after microneedling of surgical scars were counted in people treated for acne scars."""
    found = skin_rates(EVIDENCE, "microneedling", "surgical_scars", 5)
    marks = next(item for item in found if item.rate.harm == "dark_marks")
    assert marks.elsewhere
    assert all(noun in skin_note(marks) for noun in marks.elsewhere)
    for item in skin_rates(EVIDENCE, "microneedling", "acne_scars", 6):
        if item.unstated:
            assert "only" not in skin_note(item)


@given(
    st.sampled_from(OPTIONS),
    st.lists(st.sampled_from(CONDITIONS), unique=True, max_size=6),
    st.sampled_from(CONDITIONS),
    st.sampled_from([None, 1, 2, 3, 4, 5, 6]),
)
def test_ticking_one_more_never_makes_an_option_easier(option: str, told: list[str], more: str, tone: int | None):
    """The answer is the most careful of its reasons, so it can only stay or become more careful."""
    before = advise(EVIDENCE, option, Answers(tone, conditions=tuple(told)), skin=True)
    after = advise(EVIDENCE, option, Answers(tone, conditions=tuple(dict.fromkeys((*told, more)))), skin=True)
    assert ANSWERS.index(after.answer) <= ANSWERS.index(before.answer)


@given(st.sampled_from(OPTIONS), st.lists(st.sampled_from(CONDITIONS), unique=True, min_size=1, max_size=5))
def test_a_missing_caution_is_never_an_all_clear(option: str, told: list[str]):
    """With anything ticked that no source speaks of, no treatment gets "go ahead"; every other reason has its rows."""
    found = advise(EVIDENCE, option, Answers(conditions=tuple(told)), skin=False)
    if EVIDENCE.treatments[option].family == "nothing":
        assert found.answer == "go_ahead"
        return
    family = EVIDENCE.treatments[option].family
    apart = family in ("movement", "laser", "peel")
    without = [name for name in told if not (apart and EVIDENCE.conditions[name].needles_only)]
    if not without:
        # Nothing is done with a needle, so a fear of needles is no question.
        return
    assert found.answer != "go_ahead"
    for reason in found.reasons:
        assert (reason.answer == "unknown") == (not reason.refs)
        for ref in reason.refs:
            EVIDENCE.find(ref)  # a row that is not there is a KeyError
    if not cautions(EVIDENCE, option).listed:
        assert found.answer == "unknown"


@pytest.mark.parametrize("option", OPTIONS)
def test_every_caution_of_an_option_can_be_reached_by_the_checklist(option: str):
    """What a caution names is asked, holds for everyone, or follows from the skin tone."""
    asked = set(itertools.chain.from_iterable(questions(EVIDENCE, (option,)).values()))
    for row in EVIDENCE.cautions.values():
        if row.treatment_id == option:
            assert row.condition in {*asked, *EVERYONE, *AGES, DARK_SKIN}


@pytest.mark.parametrize(
    ("option", "condition"),
    [("rf_microneedling", "pacemaker"), ("rf_microneedling", "metal_implant"), ("topical_retinoid", "pregnancy")],
)
def test_standing_cautions_are_in_the_data(option: str, condition: str):
    """Ones every practitioner knows: leaving them out would be an all-clear by silence."""
    assert advise(EVIDENCE, option, Answers(conditions=(condition,)), skin=True).answer == "not_now"


def test_a_rate_for_the_skin_type_comes_only_from_studies_that_had_it():
    """CO2 laser, acne scars, dark marks.

    Type V was in the studies of types III-V, type I only in those of types I-IV.
    """
    by_type = {
        tone: next(
            item
            for item in skin_rates(EVIDENCE, "fractional_co2_laser", "acne_scars", tone)
            if item.rate.harm == "dark_marks"
        )
        for tone in range(1, 7)
    }
    assert by_type[5].fits == "yes"
    assert all((row.fitz_low or 0) <= 5 <= (row.fitz_high or 0) for row in by_type[5].rate.rows)
    assert by_type[6].fits == "other"
    assert by_type[1].rate.high < by_type[5].rate.high


@pytest.mark.parametrize("option", OPTIONS)
def test_a_skin_type_never_hides_a_harm(option: str):
    """The same harms are told for every type; where a type was not studied, all who were studied speak, with a flag."""
    for concern_id in EVIDENCE.concerns:
        usual = {rate.harm for rate in rates(EVIDENCE, option, concern_id)}
        for tone in (None, *range(1, 7)):
            found = skin_rates(EVIDENCE, option, concern_id, tone)
            assert {item.rate.harm for item in found} == usual, (concern_id, tone)
            for item in found:
                if tone is not None and item.fits == "yes":
                    assert item.low is not None
                    assert item.high is not None
                    assert item.low <= tone <= item.high, (concern_id, tone)


def test_the_module_keeps_nothing():
    """No cache, no mutable state: an answer leaves no trace."""
    for value in vars(suitability).values():
        assert not hasattr(value, "cache_info")
