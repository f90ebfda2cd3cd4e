"""The choice of two to four options, and what is said when one is too few or too many."""

from __future__ import annotations

from needlewise.evidence.model.store import Evidence
from needlewise.ui.components import option_picker


def draw(evidence: Evidence) -> None:
    """A concern with more options than can be compared: take all but one away, or tap a fifth."""
    option_picker.pick(evidence, "acne_scars")
