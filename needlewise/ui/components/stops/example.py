"""What a pregnant woman would read above the options for acne scars."""

from __future__ import annotations

from datetime import date

from needlewise.decision.case import Case
from needlewise.decision.told import Answers, Detail
from needlewise.evidence.model.store import Evidence
from needlewise.ui.components import stops


def draw(evidence: Evidence) -> None:
    """Two options for one concern, by the cautions as they stand."""
    told = Answers(conditions=("pregnancy",), details=(Detail("pregnancy", ("pregnant",), week=30),))
    options = ("microneedling", "fractional_co2_laser", "no_treatment")
    stops.draw(evidence, Case("acne_scars", options, date(2026, 1, 5), told), "en")
