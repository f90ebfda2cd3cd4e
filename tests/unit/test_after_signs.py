"""What may come after a treatment: nothing dangerous is left out, and what no source says is told as ours."""

from __future__ import annotations

from datetime import date

import pytest

from needlewise.decision.after_signs import ACTIONS, afterwards
from needlewise.decision.shared.worked import how_to_know
from needlewise.evidence.model.store import Evidence

# Treatments of pain that put a needle into the body.
NEEDLES = {
    "dry_needling", "acupuncture", "trigger_point_injection", "botulinum_toxin", "corticosteroid_injection", "hydrodilatation",
    "nerve_block",
}  # fmt: skip


def test_a_collapsed_lung_is_told_for_every_needle_near_the_lungs(evidence: Evidence):
    """Also for the next day and the one after, and that it may come later."""
    told = 0
    for concern in evidence.concerns.values():
        for option in evidence.options(concern.concern_id):
            if option.treatment_id not in NEEDLES:
                continue
            first = [
                sign
                for sign in afterwards(evidence, option.treatment_id, concern.concern_id).signs
                if "breath" in sign.text
            ]
            lungs = [sign for sign in first if "near the lungs" in sign.text]
            assert bool(lungs) == concern.near_lungs, (concern.concern_id, option.treatment_id)
            for sign in lungs:
                told += 1
                assert sign.action == "emergency"
                assert sign.last is not None
                assert sign.last >= 2
                assert "later" in sign.when
                assert "later" in sign.on_dates(date(2027, 3, 1), "en-GB")
    assert told > 10


def test_the_breathing_machine_is_told_with_the_lungs(evidence: Evidence):
    """A machine that pushes air must wait for the lung doctors; at the heel it plays no part."""
    assert afterwards(evidence, "dry_needling", "neck_pain").breathing
    assert afterwards(evidence, "dry_needling", "plantar_heel_pain").breathing is None


def test_what_is_ours_has_no_day_and_says_whose_it_is(evidence: Evidence):
    """No source gives the day, so none stands there; the lungs keep theirs, seen after other needles."""
    found = [sign for name in evidence.treatments for sign in afterwards(evidence, name).signs]
    ours = [sign for sign in found if sign.ours == "ours"]
    assert len(ours) > 20
    for sign in ours:
        assert "our own advice" in sign.whose.lower()
        assert "our own advice" in sign.line()
        assert (sign.when == "") or "near the lungs" in sign.text
    assert all("own advice" not in sign.whose for sign in found if sign.ours == "no")


@pytest.mark.parametrize("treatment_id", ["prp_microneedling", "rf_microneedling", "serum_microneedling"])
def test_a_treatment_inside_another_brings_its_signs_along(evidence: Evidence, treatment_id: str):
    """Cold sores after microneedling with plasma: told as with microneedling, each once."""
    found = afterwards(evidence, treatment_id, "acne_scars").signs
    assert any("Cold sores" in sign.text or "cold sores" in sign.text for sign in found)
    assert any(sign.whose.startswith("As with microneedling") for sign in found)
    assert len({sign.text for sign in found}) == len(found)


def test_the_most_urgent_stands_first(evidence: Evidence):
    """An ambulance before a doctor, a doctor before the clinic, what is normal last."""
    order = [group.action for group in afterwards(evidence, "dry_needling").groups]
    assert order == [action for action in ACTIONS if action in order]
    assert order[0] == "emergency"
    assert order[-1] == "normal"


def test_days_read_as_people_say_them(evidence: Evidence):
    """Day 1 is the day after."""
    signs = {sign.refs[0]: sign for sign in afterwards(evidence, "dry_needling").signs}
    assert signs["after_signs:dry_needling.1"].when == "up to day 2"
    assert signs["after_signs:dry_needling.6"].when == "on the day itself"
    assert signs["after_signs:dry_needling.3"].when == "from the day of treatment on; until when is not stated"
    assert signs["after_signs:dry_needling.1"].on_dates(date(2027, 3, 1), "en-GB") == "1 Mar 2027 to 3 Mar 2027"


def test_other_parts_of_the_body_are_left_out(evidence: Evidence):
    """Nothing of a face is told for stretch marks; without a concern every place is told."""
    marks = {sign.refs for sign in afterwards(evidence, "microneedling", "stretch_marks").signs}
    everywhere = {sign.refs for sign in afterwards(evidence, "microneedling").signs}
    assert marks < everywhere
    assert ("after_signs:microneedling.8",) not in marks


def test_how_it_worked_is_told_from_studies_or_said_to_be_unknown(evidence: Evidence):
    """When studies looked, what to compare, and when to stop: a guideline's rule where there is one."""
    when, compare, stop = how_to_know(evidence, "surgical_scars", "microneedling")
    assert "after the first visit" in when.text
    assert "photo" in compare.text
    assert "change the plan if 3 to 6 treatments bring too little" in stop.text
    assert stop.refs
    *_, stop = how_to_know(evidence, "neck_pain", "dry_needling")
    assert stop.text.startswith("No source says after how many visits to give up.")
    assert not stop.refs
