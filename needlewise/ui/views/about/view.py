"""Draws the About page. What it says about rules, limits and counts is read from the rules, the tables and the checklist."""

from __future__ import annotations

import importlib
import inspect
from dataclasses import dataclass
from html import escape
from pathlib import Path

import streamlit as st

from needlewise import __version__
from needlewise.decision.findings import checked
from needlewise.decision.plan.build import rule_values
from needlewise.evidence.model.rows import TABLES
from needlewise.evidence.reading.datapackage import DESCRIPTOR
from needlewise.evidence.reading.load import load
from needlewise.evidence.rules import review
from needlewise.evidence.sentences.rows import thousands
from needlewise.ui.components import clinic
from needlewise.ui.components.source_cards import SourceCards
from needlewise.ui.page_registry import PAGES
from needlewise.ui.views.about import ipdas
from needlewise.words import has, number, say

_CSS = Path(__file__).with_name("style.css")


_PACKAGE = "needlewise"


@dataclass(frozen=True)
class Rule:
    """One rule of the product: the message of its title, the messages that tell it, and the code whose docstrings state it."""

    title: str
    words: tuple[str, ...]
    code: tuple[str, ...]


def _told(name: str, *code: str) -> Rule:
    return Rule(f"rule-{name}.title", (f"rule-{name}",), code)


RULES = (
    _told("headline", "evidence.rules.headline:headline", "evidence.rules.headline:headline_against_control"),
    _told("certainty", "evidence.rules.certainty:rate"),
    _told("size", "evidence.rules.size:size"),
    _told("verdict", "evidence.rules.verdicts:bounds", "evidence.rules.verdicts:bearings"),
    _told("sessions", "evidence.rules.course:course"),
    _told(
        "downtime",
        "evidence.rules.recovery:downtime",
        "evidence.rules.recovery:visible",
        "evidence.rules.recovery:lexicon_word",
    ),
    _told("course", "decision.shared.options:whole_course"),
    _told("results", "evidence.rules.course:Course"),
    _told("rates", "evidence.rules.rates:rates"),
    _told("discomfort"),
    _told("map", "decision.evidence_map", "decision.evidence_map:build"),
    Rule(
        "about-rule-plan",
        ("plan-rule-visits", "plan-rule-marked", "plan-rule-result", "plan-rule-chance", "plan-rule-words"),
        ("decision.plan.build",),
    ),
    Rule("about-rule-suitability", ("about-rule-suitability-words",), ("decision.suitability",)),
    Rule(
        "about-rule-priorities",
        ("about-rule-priorities-words",),
        ("decision.priorities.smaa", "decision.priorities.criteria"),
    ),
)


def docstring(code: str) -> str:
    """The docstring of `module` or `module:function` of this package.

    Raises:
        ModuleNotFoundError, AttributeError: when there is no such code.
    """
    module, _, name = code.partition(":")
    found = importlib.import_module(f"{_PACKAGE}.{module}")
    return inspect.getdoc(getattr(found, name) if name else found) or ""


def page() -> None:
    """Draw the page."""
    st.html(_CSS)
    _draw(clinic.about(), clinic.footer())


@st.cache_data(max_entries=2, show_spinner=False)
def _draw(run_by: str, contact: str) -> None:
    sections = (
        ("made", _made()),
        ("rules", _rules()),
        ("limits", _limits()),
        ("payers", _paragraphs("about-payers-none", "about-payers-clinic") + run_by),
        ("review", _review()),
        ("privacy", _paragraphs("about-privacy-words")),
        ("licence", _licence()),
        ("contact", contact or _paragraphs("about-contact-none")),
        ("ipdas", _ipdas()),
    )
    evidence = load()
    lead = say(
        "about-lead", rows=thousands(evidence.row_count), tables=len(TABLES), sources=thousands(len(evidence.sources))
    )
    links = "".join(f'<li><a href="#{name}">{escape(say(f"about-{name}-title"))}</a></li>' for name, _ in sections)
    body = "".join(
        f'<section><h2 class="nw-h2" id="{name}">{escape(say(f"about-{name}-title"))}</h2>{content}</section>'
        for name, content in sections
    )
    st.html(
        f'<div class="nw-about"><section class="nw-hero"><p class="nw-eyebrow">{escape(say("about-title"))}</p>'
        f'<h1 class="nw-answer">{escape(say("about-headline"))}</h1><p class="nw-more">{escape(lead)}</p></section>'
        f'<nav class="nw-toc" aria-label="{escape(say("about-on-page"))}"><ul>{links}</ul></nav>{body}</div>'
    )


def _paragraphs(*names: str, **values: str | int) -> str:
    return "".join(f"<p>{escape(say(name, **values))}</p>" for name in names)


def _made() -> str:
    evidence = load()
    again = [checked(effect) for effect in evidence.effects.values()]
    counts = say(
        "about-made-check",
        once=thousands(sum(effect.checked for effect in evidence.effects.values())),
        effects=thousands(len(again)),
        twice=thousands(again.count("yes")),
        summary=thousands(again.count("summary")),
        never=thousands(again.count("no")),
        changes=thousands(len(evidence.changes)),
    )
    return (
        _paragraphs("about-made-search", "about-made-extract")
        + f'<p>{escape(counts)} <a href="/data/changes.csv" download>{escape(say("about-changes-link"))}</a></p>'
        + _paragraphs("about-made-machine", "about-made-joined", "about-made-drafted")
    )


def _rules() -> str:
    """Every rule in plain words, and folded below it the docstrings of the code that follows it."""
    limits = {name: number(row.value) for name, row in load().thresholds.items()}
    values: dict[str, str | float] = {**limits, **rule_values(load())}
    parts = [f"<p>{escape(say('about-rules-lead'))}</p>"]
    for rule in RULES:
        words = "".join(f"<p>{escape(say(name, **values))}</p>" for name in rule.words if has(name))
        code = "".join(
            f"<h4><code>{escape(name)}</code></h4><pre>{escape(docstring(name))}</pre>" for name in rule.code
        )
        fold = (
            f'<details class="nw-code"><summary>{escape(say("about-rule-code"))}<span class="nw-hidden">: {escape(say(rule.title))}</span></summary>{code}</details>'
            if code
            else ""
        )
        parts.append(f"<h3>{escape(say(rule.title))}</h3>{words}{fold}")
    return "".join(parts) + _thresholds()


def _thresholds() -> str:
    sheet = SourceCards(load(), "t")
    rows = "".join(
        f"<tr><th scope=row><code>{escape(name)}</code></th><td>{sheet.button(f'{number(row.value)} {row.unit}', (f'thresholds:{name}',), 'stated')}</td>"
        f"<td>{escape(row.meaning)}</td></tr>"
        for name, row in load().thresholds.items()
    )
    heads = "".join(
        f"<th scope=col>{escape(say(f'about-threshold-{name}'))}</th>" for name in ("id", "value", "meaning")
    )
    title = escape(say("about-thresholds-title"))
    return (
        f'<h3>{title}</h3><div class="nw-scroll" role="region" tabindex="0" aria-label="{title}"><table class="nw-table">'
        f"<caption class=nw-hidden>{title}</caption><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table></div>{sheet.render()}"
    )


def _limits() -> str:
    sources = load().sources.values()
    weak = sum(source.is_weak for source in sources)
    names = ("examine", "average", "read", "skin", "last")
    items = [say(f"about-limits-{name}") for name in names]
    items.append(say("about-limits-weak", weak=weak, sources=thousands(len(sources))))
    items += [say("about-limits-money"), say("about-limits-age")]
    return f"<ul>{''.join(f'<li>{escape(item)}</li>' for item in items)}</ul>"


def _review() -> str:
    evidence = load()
    dated = say("about-review-date", date=review.month_words(review.evidence_date(evidence)), version=__version__)
    months = review.last_search(evidence).review_months
    due = say("about-review-due", months=months, due=review.month_words(review.review_due(evidence)))
    return f"<p>{escape(dated)} {escape(due)}</p>{_paragraphs('about-review-policy')}"


def _licence() -> str:
    return (
        f'{_paragraphs("about-licence-words")}<p><a href="/evidence?evidence_part=findings" target="_self">{escape(say("about-licence-files"))}</a>'
        f' · <a href="/data/{DESCRIPTOR}" download>{DESCRIPTOR}</a></p>'
    )


def _ipdas() -> str:
    addresses = {page.name: page.path for page in PAGES}
    counts = {group: ipdas.met(group, addresses) for group in ipdas.GROUPS}
    values = {group: met for group, (met, _) in counts.items()} | {
        f"{group}all": whole for group, (_, whole) in counts.items()
    }
    parts = [
        f"<p>{escape(say('about-ipdas-lead'))}</p><p><strong>{escape(say('about-ipdas-sum', **values))}</strong></p>"
    ]
    heads = "".join(
        f'<th scope="col" role="columnheader">{escape(say(f"about-ipdas-column-{name}"))}</th>'
        for name in ("item", "state", "how")
    )
    for group in ipdas.GROUPS:
        title = escape(say(f"about-ipdas-group-{group}"))
        rows = "".join(_item(item, addresses) for item in ipdas.ITEMS if item.group == group)
        parts.append(
            f'<h3>{title}</h3><table class="nw-table nw-ipdas" role="table"><caption class="nw-hidden">{title}</caption>'
            f'<thead role="rowgroup"><tr role="row">{heads}</tr></thead><tbody role="rowgroup">{rows}</tbody></table>'
        )
    return "".join(parts)


def _item(item: ipdas.Item, pages: dict[str, str]) -> str:
    holds = item.holds(pages)
    state = say("about-met") if holds else say("about-not-yet")
    how = say("about-ipdas-unbuilt") if item.is_met and not holds else say(f"about-ipdas-{item.code}.how")
    link = ""
    if holds:
        target = item.place if item.page == "about" else f"/{pages[item.page]}{item.place}"
        link = f' <a href="{escape(target)}" target="_self">{escape(say("about-see"))}<span class="nw-hidden">: {escape(say(f"about-ipdas-{item.code}"))}</span></a>'
    css = "nw-yes" if holds else "nw-no"
    return (
        f'<tr role="row"><th scope="row" role="rowheader"><span class="nw-small">{escape(item.code)}</span> {escape(say(f"about-ipdas-{item.code}"))}</th>'
        f'<td role="cell" class="{css}">{escape(state)}</td><td role="cell">{escape(how)}{link}</td></tr>'
    )
