"""Every sentence that the real tables can make: what it must name, and what it may never say."""

from __future__ import annotations

import re
from typing import get_args

import pytest

from needlewise.evidence.model.rows import Effect
from needlewise.evidence.model.store import Evidence
from needlewise.evidence.model.vocabulary import Outcome
from needlewise.evidence.rules.certainty import rate
from needlewise.evidence.rules.headline import Headline, choose_headline, is_eligible
from needlewise.evidence.rules.main_outcome import main_outcome
from needlewise.evidence.sentences.statements import beside_words, comparator_name, statement, treatment_name
from needlewise.words import say

# Praise and alarm that no finding can carry.
FORBIDDEN = re.compile(r"\b(best|safe|safely|guaranteed?|proven?|rare|rarely|common|commonly)\b", re.IGNORECASE)


def _every_line(evidence: Evidence) -> list[Headline]:
    lines = []
    groups: dict[tuple[str, str, str, str], list[Effect]] = {}
    for effect in evidence.effects.values():
        if is_eligible(evidence, effect):
            lines.append(Headline(effect, rate(evidence, effect)))
            key = (effect.concern_id, effect.treatment_id, effect.comparator_id, effect.outcome)
            groups.setdefault(key, []).append(effect)
    lines += [line for rows in groups.values() if (line := choose_headline(evidence, rows)) is not None]
    return lines


def test_every_sentence_the_data_can_make_names_its_comparator(evidence: Evidence):
    """More than what? is never left open, for any row that may speak."""
    for line in _every_line(evidence):
        assert comparator_name(evidence, line.effect) in statement(evidence, line).text


def test_every_sentence_the_data_can_make_names_its_treatment(evidence: Evidence):
    """So does its own side."""
    for line in _every_line(evidence):
        assert treatment_name(evidence, line.effect.treatment_id).lower() in statement(evidence, line).text.lower()


def test_every_sentence_the_data_can_make_names_a_time(evidence: Evidence):
    """The time, or that none was stated; where studies disagree, that of each."""
    lines = _every_line(evidence)
    assert any(line.studies_disagree for line in lines)
    for line in lines:
        text = statement(evidence, line).text
        for effect in (line.effect, *line.conflicting):
            assert (effect.time_words or "time not stated") in text


# Verbs by what they do to the thing behind them. "More" must mean better, so an outcome of which less is good takes a
# verb that lowers, and one of which more is good a verb that raises; some say better by themselves.
LOWERS = {"eases", "cuts", "holds back", "smooths", "evens out", "spares", "shortens", "avoids", "keeps back pain from"}


RAISES = {"raises", "satisfies", "keeps results", "smooths the skin"}


BETTERS = {"helps", "improves"}


@pytest.mark.parametrize("outcome", get_args(Outcome))
def test_the_words_of_an_outcome_name_the_good_direction(evidence: Evidence, outcome: str):
    """`eases`, never `hurts`: "more" must mean better, or every sentence about this outcome says the opposite."""
    noun = {"noun": "back pain"} if outcome in ("improvement", "recurrence") else {}
    third, bare = (say(f"outcome-{outcome}.{form}", **noun) for form in ("third", "bare"))
    verbs = BETTERS | (LOWERS if evidence.outcomes[outcome].better == "lower" else RAISES)
    assert any(third.startswith(verb) for verb in verbs), third
    # The two forms are one verb: eases / ease, satisfies / satisfy.
    one, other = third.split()[0], bare.split()[0]
    assert one in (f"{other}s", f"{other.removesuffix('y')}ies")
    assert third.split()[1:] == bare.split()[1:]


PAINFUL: list[tuple[str, str]] = [
    (
        "acne_scars.rf_microneedling.qu2025.3",
        (
            "We are not sure whether microneedling with heat (radiofrequency) spares people pain during treatment more than "
            "CO2 laser, during the session (seen in only 30 people, too few to tell)."
        ),
    ),
    (
        "acne_scars.fractional_co2_laser.argobi2026.3",
        (
            "CO2 laser probably hurts more during treatment than microneedling with heat (radiofrequency) (time not stated)."
        ),
    ),
    (
        "acne_scars.fractional_co2_laser.cfco2needling2026.5",
        (
            "CO2 laser may spare people pain during treatment moderately more than microneedling with heat (radiofrequency) "
            "(time not stated)."
        ),
    ),
    (
        "acne_scars.microneedling.eryagmn2017.2",
        (
            "We are not sure whether microneedling hurts more during treatment than erbium laser, during the session (seen in only "
            "30 people, too few to tell)."
        ),
    ),
]


@pytest.mark.parametrize(("effect_id", "text"), PAINFUL)
def test_known_findings_on_pain_during_treatment_read_the_right_way(evidence: Evidence, effect_id: str, text: str):
    """Qu 2025: CO2 laser hurt more; Argobi 2026: it hurt more too; a third review found the reverse.

    Erbium hurt less.
    """
    effect = evidence.effects[effect_id]
    assert statement(evidence, Headline(effect, rate(evidence, effect))).text == text


def test_every_sentence_the_data_can_make_is_free_of_praise(evidence: Evidence):
    """No best, safe, guaranteed, proven, rare or common, whatever the row; one sentence, one full stop."""
    for line in _every_line(evidence):
        text = statement(evidence, line).text
        assert not FORBIDDEN.search(text)
        assert text[0].isupper()
        assert text.endswith(".")
        assert not text.endswith("..")
        assert "  " not in text
        assert " ," not in text


def test_every_sentence_carries_its_rows(evidence: Evidence):
    """The finding that speaks, those that speak against it or differ, those of another time, and what stands beside it."""
    for line in _every_line(evidence):
        refs = statement(evidence, line).refs
        assert refs[0] == f"effects:{line.effect.effect_id}"
        beside = line.alike if beside_words(evidence, line) else ()
        main = main_outcome(evidence, line.effect)
        named = {line.effect, *line.conflicting, *line.at_other_times, *line.differing, *beside}
        named |= set() if main is None else {main}
        assert set(refs) == {f"effects:{effect.effect_id}" for effect in named}
        assert all(evidence.find(ref) for ref in refs)


def test_a_very_low_certainty_never_sounds_sure(evidence: Evidence):
    """Very low says we are not sure, no clear difference, or that studies disagree, and gives no size."""
    starts = ("not sure whether", "cannot tell whether", "no clear difference", "studies disagree")
    for line in _every_line(evidence):
        if line.rating.level == "very_low":
            text = statement(evidence, line).text.lower()
            assert any(start in text for start in starts)
            assert not re.search(r"\b(slightly|noticeably|moderately|much) (more|less) than\b", text)
