"""No verdict needs more schooling than a child of twelve has had, by the measure that all texts are held to."""

from __future__ import annotations

import pytest

from needlewise.evidence.model.store import Evidence
from needlewise.evidence.reading.load import load
from tests.app.test_reading_age import _age

# The highest age at which the reason for a verdict may read easily. Each of them, not the middle one.
HIGHEST = 12


@pytest.mark.parametrize("verdict_id", load().claims)
def test_the_reason_for_each_verdict_reads_easily(evidence: Evidence, verdict_id: str) -> None:
    """Short sentences and plain words, whatever has to be weighed."""
    assert _age(evidence.claims[verdict_id].why) <= HIGHEST
