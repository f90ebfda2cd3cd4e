"""A loss that a source tells is told beside the option, on Explore and on Compare, though nobody was left untreated."""

from __future__ import annotations

from needlewise.decision.shared.options import option_row
from needlewise.evidence.reading.load import load


def test_that_melasma_came_back_after_a_q_switched_laser_stands_in_its_row():
    """All 22 people saw it return, and from 24 weeks on no gain was left: both stand beside the gain right after."""
    evidence = load()
    row = option_row(evidence, evidence.concerns["uneven_tone"], "q_switched_laser", "alternative")
    said = [voice.text for voice in row.also]
    assert any("100 of 100 saw melasma come back" in text for text in said)
    assert any("24 weeks or more after treatment" in text for text in said)
    assert any("22 people" in text for text in said)
    assert all(voice.rating.level == "very_low" for voice in row.also if "come back" in voice.text)
