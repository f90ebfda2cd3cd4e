"""What authorities warn of, in words: the same wherever an option can be chosen."""

from __future__ import annotations

from collections.abc import Sequence

from needlewise.decision.regulators import RegulatorWarning, regulator_warnings
from needlewise.decision.shared.figure import Figure
from needlewise.evidence.model.rows import Treatment
from needlewise.evidence.model.store import Evidence
from needlewise.words import say


def warning_figures(warnings: tuple[RegulatorWarning, ...]) -> tuple[Figure, ...]:
    """Each warning in force in one text: who said it and when, and what it says, with its row.

    Reports and drafts of authorities stand on Explore only.
    """
    return tuple(
        Figure(f"{warning_lead(warning)} {warning_words(warning)}", refs=warning.refs, rule="stated")
        for warning in warnings
        if warning.kind == "warning"
    )


def warning_lead(warning: RegulatorWarning) -> str:
    """`Official warning (US, 15 Oct 2025):`."""
    return say(f"harms-warned-{warning.kind}", country=warning.country, date=warning.when)


def warning_words(warning: RegulatorWarning) -> str:
    """What was said, and of which treatment inside this one."""
    return say("suitability-part", part=warning.part, text=warning.text) if warning.part else warning.text


def warned_options(evidence: Evidence, option_ids: Sequence[str]) -> tuple[tuple[Treatment, tuple[Figure, ...]], ...]:
    """The options that an authority warns of, each with its warnings in force.

    What was said of a treatment inside another stands once, beside that treatment, where it is among the options.
    """
    chosen = [evidence.treatments[name] for name in option_ids]
    named = {row.mid_sentence for row in chosen}
    found = []
    for row in chosen:
        told = regulator_warnings(evidence, row.treatment_id)
        figures = warning_figures(tuple(one for one in told if not one.part or one.part not in named))
        if figures:
            found.append((row, figures))
    return tuple(found)
