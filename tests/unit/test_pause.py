"""What stands in front of a decision about needling says as much against it as the studies do."""

from __future__ import annotations

import pytest

from needlewise.decision.concern.pause import pause
from needlewise.evidence.model.store import Evidence
from needlewise.evidence.rules.headline import headline_against_control
from needlewise.evidence.sentences.statements import statement

# Real rows: no gain over pretend needles; studies saw a gain, none sure enough; no study saw one.
SAID = {
    "knee_pain": "Worn knee (osteoarthritis): with exercise in both groups, no clear difference in pain was found",
    "muscle_stiffness": "No clear difference in stiffness was found between dry needling and pretend needling",
    "muscle_knots": "No study that is sure enough shows that dry needling does more for muscle knots",
    "low_back_pain": "No study that is sure enough shows that dry needling does more for back pain",
    "frozen_shoulder": "We found no study of frozen shoulder that set dry needling beside a dummy treatment.",
    "joint_stiffness_after_injury": "We found no study that shows that dry needling does more for stiff joints",
}


@pytest.mark.parametrize(("concern_id", "said"), SAID.items())
def test_what_real_studies_say_against_needling_stands_first(evidence: Evidence, concern_id: str, said: str) -> None:
    """In the words of the finding itself, before anything else."""
    assert pause(evidence, evidence.concerns[concern_id]).text.startswith(said)


def test_a_comparison_that_found_no_gain_is_never_left_out(evidence: Evidence) -> None:
    """Whatever the concern, with its rows behind it."""
    seen = 0
    for concern in evidence.concerns.values():
        line = headline_against_control(evidence, concern.concern_id, concern.needling_id)
        if line is None or line.effect.favours == "treatment" or line.conflicting or line.rating.level == "very_low":
            continue
        seen += 1
        told = pause(evidence, concern)
        assert statement(evidence, line).text in told.text
        assert set(line.refs) <= set(told.refs)
    assert seen


def test_one_dose_of_several_is_not_the_option(evidence: Evidence) -> None:
    """Botulinum toxin for headache: seven trials saw no clear difference, the largest dose of one did worse."""
    assert "otulinum" not in pause(evidence, evidence.concerns["tension_headache"]).text
