"""Draws the About page.

What it says about rules, limits and counts is read from the rules, the tables and the checklist.
"""

from __future__ import annotations

import functools
from pathlib import Path

import streamlit as st
from markupsafe import Markup

from needlewise import __version__
from needlewise.decision.findings import checked
from needlewise.decision.memory.makers import FIELDS, parts, reading_words
from needlewise.decision.shared.rules import RULES, docstring, told
from needlewise.evidence.model.rows import TABLES
from needlewise.evidence.model.store import Evidence
from needlewise.evidence.reading.datapackage import DESCRIPTOR
from needlewise.evidence.reading.load import load
from needlewise.evidence.rules import review
from needlewise.evidence.rules.versions import label
from needlewise.ui.components import clinic
from needlewise.ui.components.source_cards import SourceCards
from needlewise.ui.page_registry import PAGES
from needlewise.ui.templates import render
from needlewise.ui.views.about import ipdas
from needlewise.words import dates, say, thousands

_CSS = Path(__file__).with_name("style.css")


def page() -> None:
    """Draw the page."""
    st.html(_CSS)
    _draw(clinic.about(), clinic.footer())


def opening() -> Markup:
    """The whole page: what is served before any script has run."""
    return _page(clinic.about(), clinic.footer())


def stylesheet() -> str:
    """The styles of what stands here."""
    return _CSS.read_text(encoding="utf-8")


@st.cache_data(max_entries=2, show_spinner=False)
def _draw(run_by: Markup, contact: Markup) -> None:
    """Both are ready HTML of the clinic's, and empty without one."""
    st.html(_page(run_by, contact))


def _page(run_by: Markup, contact: Markup) -> Markup:
    evidence = load()
    addresses = {page.name: page.path for page in PAGES}
    return render(
        "views/about/page.html",
        evidence=evidence,
        tables=TABLES,
        checks=_checks(evidence),
        weak=sum(source.is_weak for source in evidence.sources.values()),
        run_by=run_by,
        contact=contact,
        dated=_dated(evidence),
        descriptor=DESCRIPTOR,
        rules=[rule for rule in RULES if rule.paragraphs],
        told=functools.partial(told, evidence),
        docstring=docstring,
        cards=SourceCards(evidence),
        addresses=addresses,
        ipdas_sum=_ipdas_sum(addresses),
        checklist={group: [item for item in ipdas.ITEMS if item.group == group] for group in ipdas.GROUPS},
        thousands=thousands,
        makers=parts(evidence),
        maker_fields=FIELDS,
        readings=[reading_words(row) for row in evidence.readings.values()],
        program=__version__,
        day=dates.day,
    )


def _checks(evidence: Evidence) -> str:
    """How often the findings were compared with their sources."""
    again = [checked(effect) for effect in evidence.effects.values()]
    return say(
        "about-made-check",
        once=thousands(sum(effect.checked for effect in evidence.effects.values())),
        effects=thousands(len(again)),
        twice=thousands(again.count("yes")),
        summary=thousands(again.count("summary")),
        never=thousands(again.count("no")),
        changes=thousands(len(evidence.changes)),
    )


def _dated(evidence: Evidence) -> str:
    """Of when the evidence is, and when it is due to be looked at again."""
    dated = say("about-review-date", date=review.month_words(review.evidence_date(evidence)), version=label(evidence))
    months = review.last_search(evidence).review_months
    return f"{dated} {say('about-review-due', months=months, due=review.month_words(review.review_due(evidence)))}"


def _ipdas_sum(addresses: dict[str, str]) -> str:
    """How many items of each group are met."""
    counts = {group: ipdas.met(group, addresses) for group in ipdas.GROUPS}
    values = {group: met for group, (met, _) in counts.items()} | {
        f"{group}all": whole for group, (_, whole) in counts.items()
    }
    return say("about-ipdas-sum", **values)
