"""What authorities warn of, in words: the same wherever an option can be chosen."""

from __future__ import annotations

from needlewise.decision.regulators import RegulatorWarning
from needlewise.decision.shared.figure import Figure
from needlewise.words import say


def warning_figures(warnings: tuple[RegulatorWarning, ...]) -> tuple[Figure, ...]:
    """Each warning in one text: who said it and when, and what it says, with its row."""
    return tuple(
        Figure(f"{warning_lead(warning)} {warning_words(warning)}", refs=warning.refs, rule="stated")
        for warning in warnings
    )


def warning_lead(warning: RegulatorWarning) -> str:
    """`Official warning (US, 15 Oct 2025):`."""
    return say(f"harms-warned-{warning.kind}", country=warning.country, date=warning.when)


def warning_words(warning: RegulatorWarning) -> str:
    """What was said, and of which treatment inside this one."""
    return say("suitability-part", part=warning.part, text=warning.text) if warning.part else warning.text
