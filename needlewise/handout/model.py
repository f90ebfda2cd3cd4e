"""What goes into a take-home, as plain frozen values: the same sentences, figures, certainty and sources as the screen.

Nothing here draws. The page and the PDF both lay out one `Handout`, so that neither can say what the other does not.

Vocabulary
    part        something a person may leave out: options, plan, priorities, cautions, questions, own questions, note
    line        one sentence or figure with the rows behind it and the numbers of their sources
    gap         something that no source gives: it becomes a question to ask
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from needlewise.clinic.settings import NO_CLINIC, Clinic
from needlewise.decision.plan.model import Plan as Calendar
from needlewise.decision.priorities.fit import FitResult
from needlewise.decision.shared.rules import RuleId
from needlewise.decision.suitability import Advice
from needlewise.evidence.rules.certainty import Rating
from needlewise.words import dates, say

Part = Literal["options", "plan", "priorities", "cautions", "questions", "own", "note"]


PARTS: tuple[Part, ...] = ("options", "plan", "priorities", "cautions", "questions", "own", "note")


TITLE_START = 30


@dataclass(frozen=True)
class PaperLine:
    """One sentence or figure, a few words below it, the rows it was made from, and the numbers of their sources.

    `known` is False for a blank ("not known"); `step` is how it was worked out, told on its card only.
    """

    text: str
    note: str = ""
    refs: tuple[str, ...] = ()
    rule: RuleId = "stated"
    known: bool = True
    cites: str = ""
    step: str = ""


@dataclass(frozen=True)
class PaperOption:
    """One option: what happens, what it does, how sure, and one line for each of `Handout.heads`.

    Doing nothing has the same parts.
    """

    option_id: str
    name: str
    family: str
    works: tuple[PaperLine, ...]
    rating: Rating | None
    certainty: PaperLine
    dots: int | None
    facts: tuple[PaperLine, ...]
    clinic: tuple[str, ...] = ()
    what: PaperLine = PaperLine("")


@dataclass(frozen=True)
class PaperStrip:
    """Days it shows or is sore after one visit: usual and longest, and in words when other things are allowed again."""

    name: str
    family: str
    usual: float
    longest: float
    line: PaperLine


@dataclass(frozen=True)
class PaperSide:
    """How many people got there in one group, of 100 or of those counted, and the words for both sides."""

    name: str
    family: str
    filled: int
    total: int
    caption: str
    drawn: bool


@dataclass(frozen=True)
class PaperPair:
    """Two groups of one study."""

    lead: PaperLine
    sides: tuple[PaperSide, ...]


@dataclass(frozen=True)
class PaperDates:
    """One option on the calendar, in the words of the plan."""

    name: str
    family: str
    lines: tuple[PaperLine, ...]


@dataclass(frozen=True)
class PaperPlan:
    """The plan's answer and each option's dates."""

    lines: tuple[str, ...]
    options: tuple[PaperDates, ...]


@dataclass(frozen=True)
class PaperPriorities:
    """What the person said, in their order, and how the options fit it."""

    said: tuple[str, ...]
    lines: tuple[str, ...]
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    apart: tuple[str, ...]


@dataclass(frozen=True)
class PaperCautions:
    """What to raise: the options under each answer, then one line for each thing ticked, then what nothing is known of.

    `about` names what each of the reasons is about: one thing ticked, or several with `BETWEEN` between them.
    """

    answers: tuple[str, ...]
    reasons: tuple[PaperLine, ...]
    about: tuple[str, ...]
    skin: tuple[PaperLine, ...]


@dataclass(frozen=True)
class Cited:
    """One source of the list: its number, who, what and when, and where it leads. `firm` ones speak about effect."""

    number: int
    who: str
    title: str
    year: str
    shown: str
    link: str
    firm: bool

    def text(self, *, titled: bool = True) -> str:
        """First author, title and year; the title only where asked for, or where nobody is named."""
        parts = (self.who, self.title if titled or not self.who else "", self.year or say("evidence-year-missing"))
        return ". ".join(part for part in parts if part) + "."

    @property
    def short(self) -> str:
        """First author, or the start of the title, and year, for a list that must be short."""
        who = self.who or f"{self.title[:TITLE_START].rstrip()}…"
        return f"{who}, {self.year}." if self.year else f"{who}."


@dataclass(frozen=True)
class Wanted:
    """What a person wants in it: the parts, their own words, and the language of dates, if the paper can print it."""

    parts: tuple[Part, ...] = PARTS
    name: str = ""
    own: str = ""
    note: str = ""
    locale: str = dates.FALLBACK


@dataclass(frozen=True)
class Weighed:
    """What the person said matters, in their order, and how the options fit it.

    Attributes:
        said: criterion ids with points; None for points not given.
        own_name: the name of their own criterion.
        result: None while nothing can be weighed.
        apart: names of options that are on hold for now and were not weighed.
        nothing: why doing nothing stands first, where it does for what is not known of the others; else empty.
    """

    said: tuple[tuple[str, float | None], ...]
    own_name: str
    result: FitResult | None
    apart: tuple[str, ...] = ()
    nothing: str = ""


@dataclass(frozen=True)
class Issue:
    """When it is made, where its link leads, and which clinic hands it out."""

    made: date
    link: str = ""
    clinic: Clinic = NO_CLINIC


@dataclass(frozen=True)
class Found:
    """What the person has worked out on other pages; None or empty for a page they have not used.

    `skipped` names what else was not looked at, as it reads in a sentence.
    """

    plan: Calendar | None = None
    weighed: Weighed | None = None
    cautions: tuple[Advice, ...] = ()
    skin_type: int | None = None
    skipped: tuple[str, ...] = ()


@dataclass(frozen=True)
class Handout:
    """All of a take-home. Empty tuples and None are parts left out.

    `stops` are the options to leave for now, each with what was told: the first thing that is read.
    `contents` are the titles of all parts where two concerns go home together, on the first of them only; `beside` is
    what to know of the two together.
    """

    title: str
    stops: tuple[PaperLine, ...]
    made: str
    name: str
    clinic: Clinic
    contact: str
    concern: str
    decision: PaperLine
    answer: tuple[PaperLine, ...]
    rating: Rating | None
    certainty: PaperLine
    pause: PaperLine
    heads: tuple[str, ...]
    bases: str
    options: tuple[PaperOption, ...]
    serious: PaperLine
    harms: tuple[PaperLine, ...]
    harm_lists: tuple[PaperLine, ...]
    strips: tuple[PaperStrip, ...]
    strips_title: str
    strips_lead: str
    strips_note: str
    pairs: tuple[PaperPair, ...]
    pairs_lead: str
    plan: PaperPlan | None
    priorities: PaperPriorities | None
    cautions: PaperCautions | None
    signs: tuple[PaperLine, ...]
    after: tuple[PaperLine, ...]
    after_ring: str
    unseen: str
    questions: tuple[str, ...]
    own: tuple[str, ...]
    note: tuple[str, ...]
    sources: tuple[Cited, ...]
    funding: str
    makers: str
    version: str
    link: str
    contents: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
