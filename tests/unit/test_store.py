"""The rows of one concern and of one treatment are those of the tables.

None missing, none added, in the tables' order.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import product

import pytest

from needlewise.evidence.model.row import Row
from needlewise.evidence.model.store import Evidence
from tests.builders import make_effect, make_evidence, make_recovery, unclear


def _ids(rows: Iterable[Row]) -> list[str]:
    return [row.identity for row in rows]


def test_every_row_of_a_concern_is_found_once_and_in_order(evidence: Evidence):
    """Looked for by hand in the whole tables."""
    for name in evidence.concerns:
        mine = evidence.of(name)
        assert mine.concern is evidence.concerns[name]
        for found, table in (
            (mine.effects, evidence.effects),
            (mine.protocols, evidence.protocols),
            (mine.red_flags, evidence.red_flags),
            (mine.benefit_links, evidence.concern_benefits),
        ):
            assert _ids(found) == [key for key, row in table.items() if row.concern_id == name]


def test_every_row_of_a_treatment_is_found_once_and_in_order(evidence: Evidence):
    """Looked for by hand in the whole tables."""
    for name in evidence.treatments:
        mine = evidence.about(name)
        assert mine.treatment is evidence.treatments[name]
        for found, table in (
            (mine.recovery, evidence.recovery),
            (mine.risks, evidence.risks),
            (mine.aftercare, evidence.aftercare),
            (mine.costs, evidence.costs),
            (mine.regulator, evidence.regulator),
        ):
            assert _ids(found) == [key for key, row in table.items() if row.treatment_id == name]


def test_options_stand_needling_first_and_doing_nothing_last(evidence: Evidence):
    """Between them, as the table lists them."""
    for name in evidence.concerns:
        rows = [row for row in evidence.concern_options.values() if row.concern_id == name]
        wanted = [row for role in ("needling", "alternative", "nothing") for row in rows if row.role == role]
        assert list(evidence.options(name)) == wanted


def test_a_comparison_is_found_from_either_side_and_its_direction_is_kept():
    """`effects_against` reads one way only; `effects_between` both; another outcome is another question."""
    made = make_evidence(
        [
            make_effect(effect_id="there", comparator_id="acupuncture"),
            unclear(effect_id="back", treatment_id="acupuncture", comparator_id="dry_needling"),
            make_effect(effect_id="other_outcome", comparator_id="acupuncture", outcome="disability"),
            make_effect(effect_id="other_concern", comparator_id="acupuncture", concern_id="neck_pain"),
        ]
    ).of("low_back_pain")
    assert _ids(made.effects_against("dry_needling", "acupuncture", "pain")) == ["there"]
    assert _ids(made.effects_against("acupuncture", "dry_needling", "pain")) == ["back"]
    for pair in (("dry_needling", "acupuncture"), ("acupuncture", "dry_needling")):
        assert _ids(made.effects_between(*pair, "pain")) == ["there", "back"]
    assert _ids(made.effects_of("dry_needling")) == ["there", "other_outcome"]
    assert made.effects_against("dry_needling", "sham", "pain") == ()


def test_no_finding_is_lost_between_the_questions(evidence: Evidence):
    """Every finding of a concern is in exactly one question, and in exactly one pair for its outcome."""
    for name in ("low_back_pain", "acne_scars"):
        mine = evidence.of(name)
        questions = {(row.treatment_id, row.comparator_id, row.outcome) for row in mine.effects}
        pairs = {(frozenset((first, second)), outcome) for first, second, outcome in questions}
        assert sorted(_ids(row for ask in questions for row in mine.effects_against(*ask))) == sorted(
            _ids(mine.effects)
        )
        found = (row for pair, outcome in pairs for row in mine.effects_between(min(pair), max(pair), outcome))
        assert sorted(_ids(found)) == sorted(_ids(mine.effects))


def test_other_tables_are_sorted_out_anew():
    """An evidence made from another with other rows never answers with the rows of the first."""
    first = make_evidence([make_effect(effect_id="old")], recovery=[make_recovery(recovery_id="old")])
    assert _ids(first.of("low_back_pain").effects) == ["old"]
    assert _ids(first.about("microneedling").recovery_until("redness_gone")) == ["old"]
    row, days = make_effect(effect_id="new"), make_recovery(recovery_id="new")
    other = replace(first, effects={"new": row}, recovery={"new": days})
    assert _ids(other.of("low_back_pain").effects) == ["new"]
    assert _ids(other.about("microneedling").recovery_until("redness_gone")) == ["new"]
    assert _ids(first.of("low_back_pain").effects) == ["old"]


def test_what_a_source_and_a_promise_are_linked_to(evidence: Evidence):
    """By hand in the whole tables."""
    for name in evidence.sources:
        assert _ids(evidence.effects_from(name)) == [
            key for key, row in evidence.effects.items() if row.source_id == name
        ]
    for name in evidence.claims:
        assert list(evidence.touched_by(name)) == [
            row.concern_id for row in evidence.concern_benefits.values() if row.verdict_id == name
        ]


def test_an_unknown_concern_or_treatment_is_refused(evidence: Evidence):
    """Rather than answered with nothing, which would read as "no study"."""
    for ask, word in product((evidence.of, evidence.about, evidence.options), ("", "no_such_thing")):
        with pytest.raises(KeyError, match=word or "''"):
            ask(word)
