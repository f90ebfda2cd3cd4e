"""A wait that the tables hold as whole months is one that its source gives in months."""

from __future__ import annotations

from needlewise.evidence.model.store import Evidence
from needlewise.evidence.rules.waits import months


def test_a_wait_in_whole_months_has_the_word_in_its_reason(evidence: Evidence):
    """Counted by the calendar, so a row of 90, 180 or 365 days must be one of months or a year."""
    waits = {row.caution_id: (row.delay_days_before, row.reason) for row in evidence.dated_cautions.values()}
    for term in evidence.caution_terms.values():
        if term.wait_days is not None and term.caution_id in evidence.cautions:
            waits[term.caution_id] = (term.wait_days, evidence.cautions[term.caution_id].reason)
    found = {name: text for name, (days, text) in waits.items() if days and months(int(days)) is not None}
    assert found
    assert not [name for name, text in found.items() if "month" not in text and "year" not in text]
