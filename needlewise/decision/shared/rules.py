"""Every rule of the product, in one list.

What it is called, what tells it to readers, which code follows it and where it shows.

Under a figure stands `rule-short-ID`, on Explore and Plan the paragraphs of their own rules, on About all paragraphs
with
the docstrings of the code. A new rule is one entry here, with its messages in the catalogue.
"""

from __future__ import annotations

import importlib
import inspect
from dataclasses import dataclass
from typing import Literal

from needlewise.evidence.model.store import Evidence
from needlewise.words import say

# What a figure may name as its rule; a test holds that `RULES` says the same.
RuleId = Literal[
    "headline",
    "certainty",
    "size",
    "verdict",
    "sessions",
    "downtime",
    "course",
    "results",
    "rates",
    "discomfort",
    "map",
    "plan",
    "plan_chair",
    "plan_sun",
    "stated",
]

# The bounds of the words for chances on Plan.
PLAN_BANDS = ("plan_fits", "plan_likely", "plan_even", "plan_unlikely")


_PACKAGE = __name__.partition(".")[0]


@dataclass(frozen=True)
class Paragraph:
    """A part of a rule as readers are told it.

    Attributes:
        title: the message of its title.
        words: the message that tells it; it may name any threshold by its id.
        thresholds: the rows of `thresholds.csv` whose sources stand behind it.
        differences: True when the smallest differences people notice (`mcid.csv`) stand behind it too.
    """

    title: str
    words: str
    thresholds: tuple[str, ...] = ()
    differences: bool = False


@dataclass(frozen=True)
class Rule:
    """One rule of the product.

    Attributes:
        id: its name; `rule-short-ID` tells it under a figure.
        paragraphs: what readers are told; none where the short words under a figure say it all.
        code: `module` or `module:name` of this package, whose docstrings state it.
        pages: which pages tell it beside About, which tells all that has paragraphs.
        heading: the message of its title on About, where it has several paragraphs or a title of its own there.
        under_figures: True when a figure can name it.
    """

    id: str
    paragraphs: tuple[Paragraph, ...] = ()
    code: tuple[str, ...] = ()
    pages: tuple[str, ...] = ()
    heading: str = ""
    under_figures: bool = True

    @property
    def title(self) -> str:
        """The message of its title on About."""
        return self.heading or self.paragraphs[0].title


@dataclass(frozen=True)
class Told:
    """A paragraph in words, with the rows behind its numbers (`table:row_id`)."""

    title: str
    text: str
    refs: tuple[str, ...]


_CERTAINTY = (
    "people_enough",
    "people_very_few",
    "smd_matters",
    "smd_believable",
    "ratio_matters",
    "i2_considerable",
    "follow_up_lost",
)

RULES = (
    Rule(
        "headline",
        (Paragraph("rule-headline.title", "rule-headline", ("weeks_short", "weeks_long")),),
        (
            "evidence.rules.headline:headline",
            "evidence.rules.headline:headline_against_control",
            "evidence.rules.second_voice:second_voice",
        ),
        ("explore",),
    ),
    Rule(
        "certainty",
        (Paragraph("rule-certainty.title", "rule-certainty", _CERTAINTY, differences=True),),
        ("evidence.rules.certainty:rate",),
        ("explore",),
    ),
    Rule(
        "size",
        (Paragraph("rule-size.title", "rule-size", ("smd_small", "smd_medium", "smd_large"), differences=True),),
        ("evidence.rules.size:size",),
        ("explore",),
    ),
    Rule(
        "verdict",
        (Paragraph("rule-verdict.title", "rule-verdict", ("weeks_short", "downtime_moderate")),),
        ("evidence.rules.verdicts:verdict_of", "evidence.rules.verdicts:bearings"),
        ("evidence",),
    ),
    Rule(
        "sessions",
        (Paragraph("rule-sessions.title", "rule-sessions"),),
        ("evidence.rules.course:course",),
        ("explore",),
    ),
    Rule(
        "downtime",
        (
            Paragraph(
                "rule-downtime.title",
                "rule-downtime",
                ("downtime_minimal", "downtime_moderate", "downtime_significant"),
            ),
        ),
        ("evidence.rules.recovery:downtime", "evidence.rules.recovery:visible", "evidence.rules.recovery:lexicon_word"),
        ("explore",),
    ),
    Rule(
        "course",
        (Paragraph("rule-course.title", "rule-course"),),
        ("decision.shared.options:whole_course",),
        ("explore",),
    ),
    Rule(
        "results",
        (Paragraph("rule-results.title", "rule-results"),),
        ("evidence.rules.course:Course",),
        ("explore",),
    ),
    Rule(
        "rates",
        (Paragraph("rule-rates.title", "rule-rates", ("people_very_few", "nought_chance")),),
        ("evidence.rules.rates:rates", "evidence.rules.rates:rate_certainty"),
        ("explore",),
    ),
    Rule(
        "order",
        (Paragraph("rule-order.title", "rule-order", ("options_first",)),),
        ("decision.shared.option_order:option_order", "decision.shared.option_order:alternatives_in_order"),
        ("explore",),
        under_figures=False,
    ),
    Rule("discomfort", (Paragraph("rule-discomfort.title", "rule-discomfort"),), pages=("explore",)),
    Rule(
        "map",
        (Paragraph("rule-map.title", "rule-map"),),
        ("decision.evidence_map", "decision.evidence_map:build"),
        ("evidence",),
    ),
    Rule(
        "plan",
        (
            Paragraph("plan-rule-visits.title", "plan-rule-visits"),
            Paragraph("plan-rule-marked.title", "plan-rule-marked"),
            Paragraph("plan-rule-result.title", "plan-rule-result"),
            Paragraph("plan-rule-chance.title", "plan-rule-chance", ("pert_weight",)),
            Paragraph("plan-rule-words.title", "plan-rule-words", PLAN_BANDS),
        ),
        ("decision.plan.build",),
        ("plan",),
        heading="about-rule-plan",
    ),
    Rule("plan_chair"),
    Rule("plan_sun"),
    Rule(
        "suitability",
        (Paragraph("about-rule-suitability", "about-rule-suitability-words"),),
        ("decision.suitability",),
        under_figures=False,
    ),
    Rule(
        "priorities",
        (Paragraph("about-rule-priorities", "about-rule-priorities-words"),),
        ("decision.priorities.smaa", "decision.priorities.criteria"),
        under_figures=False,
    ),
    # No rule was needed.
    Rule("stated"),
)


def told(evidence: Evidence, rule_id: str) -> tuple[Told, ...]:
    """The paragraphs of one rule, with the numbers of today's thresholds in them.

    Raises:
        StopIteration: when there is no such rule.
    """
    rule = next(rule for rule in RULES if rule.id == rule_id)
    values: dict[str, str | float] = {name: f"{row.value:g}" for name, row in evidence.thresholds.items()}
    # The rule `plan` names the weight of the usual figure, and that of the lowest, the usual and the highest together.
    weight = evidence.threshold("pert_weight")
    values |= {"weight": weight, "whole": weight + 2}
    return tuple(
        Told(say(paragraph.title), say(paragraph.words, **values), _behind(evidence, paragraph))
        for paragraph in rule.paragraphs
    )


def told_on(evidence: Evidence, page: str) -> tuple[Told, ...]:
    """The paragraphs of every rule that a page tells, in the order of `RULES`."""
    return tuple(item for rule in RULES if page in rule.pages for item in told(evidence, rule.id))


def _behind(evidence: Evidence, paragraph: Paragraph) -> tuple[str, ...]:
    # A limit that is our own choice has no source to open; its words say so.
    refs = [ref for name in paragraph.thresholds if evidence.source_ids(ref := f"thresholds:{name}")]
    if paragraph.differences:
        rows = evidence.mcid.values()
        refs += [f"mcid:{row.difference_id}" for row in rows if row.applies == "between" and row.outcome]
    return tuple(refs)


def docstring(code: str) -> str:
    """The docstring of `module` or `module:name` of this package.

    Raises:
        ModuleNotFoundError, AttributeError: when there is no such code.
    """
    module, _, name = code.partition(":")
    held = importlib.import_module(f"{_PACKAGE}.{module}")
    return inspect.getdoc(getattr(held, name) if name else held) or ""
