"""What goes into a take-home, as plain frozen values: the same sentences, figures, certainty and sources as the screen.

Nothing here draws. The page and the PDF both lay out one `Handout`, so that neither can say what the other does not.
Sources are numbered in the order in which the text first needs them; every line carries the numbers of its own.

Vocabulary
    part        something a person may leave out: options, plan, priorities, cautions, questions, own questions, note
    line        one sentence or figure with the rows behind it and the numbers of their sources
    gap         something that no source gives: it becomes a question to ask
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import pairwise
from typing import Literal
from urllib.parse import urlsplit

from needlewise import __version__
from needlewise.charts.priorities import fits, whole
from needlewise.clinic.own import own as clinics_own
from needlewise.clinic.settings import NO_CLINIC, Clinic
from needlewise.decision.compare import skin_note
from needlewise.decision.explore import (
    Explore,
    Figure,
    OptionRow,
    Rule,
    Share,
    basis_note,
    days_text,
    interval_text,
    lasting,
    rate_text,
    serious_text,
    span_days,
    weeks_text,
)
from needlewise.decision.library import authors
from needlewise.decision.phrases import ROMAN
from needlewise.decision.plan import OptionPlan
from needlewise.decision.plan import Plan as Calendar
from needlewise.decision.plan_text import (
    answer_sentence,
    arithmetic,
    open_sentences,
    used_sentence,
    verdict_sentence,
    warnings,
)
from needlewise.decision.priorities import Result
from needlewise.decision.suitability import ANSWERS, Advice, Reason, skin_rates
from needlewise.evidence import review
from needlewise.evidence.certainty import Rating
from needlewise.evidence.rates import tone_harms
from needlewise.evidence.rows import Source
from needlewise.evidence.statements import in_sentence
from needlewise.evidence.store import Evidence
from needlewise.evidence.vocabulary import DARK_MARKS
from needlewise.words import dates, listed, number, round_half_up, say, sentence
from needlewise.words.paper import is_printable

Part = Literal["options", "plan", "priorities", "cautions", "questions", "own", "note"]
PARTS: tuple[Part, ...] = ("options", "plan", "priorities", "cautions", "questions", "own", "note")
# What fits on two pages beside everything else.
MOST_NAME, MOST_OWN, MOST_NOTE = 60, 400, 500
_MOST_LINES = 12
_PAIRS = 2
_LINK_SHOWN = 46
_TITLE_START = 30
# Visits named one by one; longer courses name the first and the last.
_VISITS_NAMED = 8
# Between things ticked, some of which have commas of their own.
BETWEEN = "; "
# Conditions named in a question; more are counted, for they stand under the cautions.
_CONDITIONS_NAMED = 3


@dataclass(frozen=True)
class Line:
    """One sentence or figure, a few words below it, the rows it was made from, and the numbers of their sources.

    `known` is False for a blank ("not known").
    """

    text: str
    note: str = ""
    refs: tuple[str, ...] = ()
    rule: Rule = "stated"
    known: bool = True
    cites: str = ""


@dataclass(frozen=True)
class Option:
    """One option: what it does, how sure, and one line for each of `Handout.heads`. Doing nothing has the same parts."""

    option_id: str
    name: str
    family: str
    works: tuple[Line, ...]
    rating: Rating | None
    certainty: Line
    dots: int | None
    facts: tuple[Line, ...]
    clinic: tuple[str, ...] = ()


@dataclass(frozen=True)
class Strip:
    """Days after one visit: usual, longest and one more milestone (None where no source says)."""

    name: str
    family: str
    usual: float
    longest: float
    marker: float | None
    line: Line


@dataclass(frozen=True)
class Side:
    """How many of 100 people got there in one group, and the words for both sides."""

    name: str
    family: str
    filled: int
    caption: str


@dataclass(frozen=True)
class Pair:
    """Two groups of one study."""

    lead: Line
    sides: tuple[Side, Side]


@dataclass(frozen=True)
class Dates:
    """One option on the calendar, in the words of the plan."""

    name: str
    family: str
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Plan:
    """The plan's answer and each option's dates."""

    lines: tuple[str, ...]
    options: tuple[Dates, ...]


@dataclass(frozen=True)
class Priorities:
    """What the person said, in their order, and how the options fit it."""

    said: tuple[str, ...]
    lines: tuple[str, ...]
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    apart: tuple[str, ...]


@dataclass(frozen=True)
class Cautions:
    """What to raise: the options under each answer, then one line for each thing ticked, then what nothing is known of.

    `about` names what each of the reasons is about: one thing ticked, or several with `BETWEEN` between them.
    """

    answers: tuple[str, ...]
    reasons: tuple[Line, ...]
    about: tuple[str, ...]
    skin: tuple[Line, ...]


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
        who = self.who or f"{self.title[:_TITLE_START].rstrip()}…"
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
    """

    said: tuple[tuple[str, float | None], ...]
    own_name: str
    result: Result | None
    apart: tuple[str, ...] = ()


@dataclass(frozen=True)
class Issue:
    """When it is made, where its link leads, and which clinic hands it out."""

    made: date
    link: str = ""
    clinic: Clinic = NO_CLINIC


@dataclass(frozen=True)
class Found:
    """What the person has worked out on other pages; None or empty for a page they have not used."""

    plan: Calendar | None = None
    weighed: Weighed | None = None
    cautions: tuple[Advice, ...] = ()
    skin_type: int | None = None


@dataclass(frozen=True)
class Handout:
    """All of a take-home. Empty tuples and None are parts left out."""

    title: str
    made: str
    name: str
    clinic: Clinic
    contact: str
    concern: str
    decision: Line
    answer: tuple[Line, ...]
    rating: Rating | None
    certainty: Line
    pause: Line
    heads: tuple[str, ...]
    options: tuple[Option, ...]
    serious: Line
    strips: tuple[Strip, ...]
    strips_lead: str
    strips_note: str
    pairs: tuple[Pair, ...]
    plan: Plan | None
    priorities: Priorities | None
    cautions: Cautions | None
    signs: tuple[Line, ...]
    questions: tuple[str, ...]
    own: tuple[str, ...]
    note: tuple[str, ...]
    sources: tuple[Cited, ...]
    funding: str
    version: str
    link: str


@dataclass
class _Sources:
    """Numbers sources in the order in which they are first needed."""

    evidence: Evidence
    numbers: dict[str, int] = field(default_factory=dict)
    firm: set[str] = field(default_factory=set)

    def cites(self, refs: Iterable[str]) -> str:
        """`1–3, 7`; a source that speaks about effect is later printed with its title."""
        found: set[int] = set()
        for ref in refs:
            for source_id in self.evidence.source_ids(ref):
                found.add(self.numbers.setdefault(source_id, len(self.numbers) + 1))
                if ref.startswith("effects:"):
                    self.firm.add(source_id)
        return ranges(sorted(found))

    def line(
        self, text: str, refs: tuple[str, ...] = (), rule: Rule = "stated", note: str = "", *, known: bool = True
    ) -> Line:
        """A line with its sources numbered."""
        return Line(text, note, refs, rule, known, self.cites(refs))

    def figure(self, figure: Figure, note: str | None = None) -> Line:
        """A figure of the screen as a line."""
        below = figure.note if note is None else note
        return self.line(figure.text, figure.refs, figure.rule, below, known=figure.known)

    def listed(self) -> tuple[Cited, ...]:
        """All of them, in order."""
        return tuple(
            _cited(place, self.evidence.sources[name], firm=name in self.firm) for name, place in self.numbers.items()
        )


def ranges(numbers: list[int]) -> str:
    """`1–3, 7` for 1, 2, 3 and 7, which rise; two neighbours stay apart: `1, 2`."""
    runs: list[list[int]] = []
    for before, value in pairwise([-1, *numbers]):
        if runs and value == before + 1:
            runs[-1].append(value)
        else:
            runs.append([value])
    parts = [f"{run[0]}–{run[-1]}" if len(run) > 2 else ", ".join(map(str, run)) for run in runs]
    return ", ".join(parts)


def _cited(place: int, source: Source, *, firm: bool) -> Cited:
    names = [part.strip() for part in authors(source).split(",") if part.strip()]
    who = say("take_home-and-others", first=names[0]) if len(names) > 1 else "".join(names)
    year = str(source.year or "")
    return Cited(place, who, source.title.strip().rstrip("."), year, _shown(source.link), source.link, firm)


def _shown(link: str) -> str:
    """The address as printed: a DOI or PubMed number in short, a long address as its host."""
    for start, name in (("https://doi.org/", "doi:"), ("https://pubmed.ncbi.nlm.nih.gov/", "PubMed ")):
        if link.startswith(start):
            return name + link.removeprefix(start).rstrip("/")
    short = link.removeprefix("https://").removeprefix("http://").removeprefix("www.").rstrip("/")
    return short if len(short) <= _LINK_SHOWN else urlsplit(link).netloc.removeprefix("www.")


def clean(text: str, most: int) -> str:
    """A person's own words as they may be printed: no control signs, no longer than `most`; line ends stay."""
    kept = "".join(
        sign if sign.isprintable() or sign == "\n" else " " for sign in text.replace("\r\n", "\n").replace("\r", "\n")
    )
    return kept.strip()[:most].rstrip()


def _lines(text: str, most: int) -> tuple[str, ...]:
    found = [" ".join(line.split()) for line in clean(text, most).split("\n")]
    kept = [line for line in found if line]
    # Too many short lines run on as one, so that nothing is lost.
    return (*kept[: _MOST_LINES - 1], " ".join(kept[_MOST_LINES - 1 :])) if len(kept) > _MOST_LINES else tuple(kept)


def build(
    evidence: Evidence,
    page: Explore,
    option_ids: tuple[str, ...],
    wanted: Wanted,
    found: Found,
    issue: Issue,
) -> Handout:
    """The take-home of a concern. Pure: the day and the link are arguments.

    `option_ids` are options of the concern; they come in the order of the page. Parts that were left out, or for which
    `found` holds nothing, are empty. The answer, the signs that need a doctor, who pays and the version always stay.
    """
    # Dates in the paper's own language where its fonts cannot print the visitor's.
    locale = dates.where(is_printable, wanted.locale)
    sources = _Sources(evidence)
    concern, clinic = page.concern, issue.clinic
    rows = tuple(row for row in page.options if row.treatment.treatment_id in option_ids)
    kept = set(wanted.parts)
    answer = tuple(
        sources.line(
            part.text,
            part.refs,
            "headline" if place < 2 else "course",
            getattr(part, "figures", ""),
            known=getattr(part, "known", True),
        )
        for place, part in enumerate(page.answer)
    )
    rating = page.rating
    level = say("certainty-none") if rating is None else say(f"certainty-{rating.level}")
    certainty = sources.line(
        level, page.headline_refs, "certainty", "" if rating is None else say(f"certainty-means-{rating.level}")
    )
    pause = sources.figure(page.pause)
    options = tuple(_option(sources, page, row, clinic) for row in rows) if "options" in kept else ()
    strips = _strips(sources, page, rows) if "options" in kept else ()
    told = found.cautions if "cautions" in kept else ()
    return Handout(
        title=say("take_home-doc-title", noun=concern.noun),
        made=dates.day(issue.made, locale),
        name=" ".join(clean(wanted.name, MOST_NAME).split()),
        clinic=clinic,
        contact=_contact(clinic),
        concern=concern.name,
        decision=sources.line(concern.decision, tuple(f"sources:{name}" for name in concern.source_ids)),
        answer=answer,
        rating=rating,
        certainty=certainty,
        pause=pause,
        heads=_heads(concern.group),
        options=options,
        serious=_serious(sources, page, rows) if options else Line(""),
        strips=strips,
        strips_lead=say(f"downtime-lead-{concern.group}") if strips else "",
        strips_note=_without_strip(rows, strips) if options else "",
        pairs=_pairs(sources, page, rows) if "options" in kept else (),
        plan=_plan(sources, found.plan, locale) if "plan" in kept and found.plan is not None else None,
        priorities=_priorities(concern.group, found.weighed)
        if "priorities" in kept and found.weighed is not None
        else None,
        cautions=_cautions(
            sources,
            told,
            _skin(sources, concern.concern_id, rows, found.skin_type) if told and concern.group == "skin" else (),
        ),
        signs=tuple(
            sources.line(f"{say(f'action-{flag.action}')}: {sentence(flag.sign)}", (f"red_flags:{flag.red_flag_id}",))
            for flag in sorted(page.red_flags, key=lambda flag: flag.urgency)
        ),
        questions=questions(evidence, page, rows, told, found.skin_type if "cautions" in kept else None)
        if "questions" in kept
        else (),
        own=_lines(wanted.own, MOST_OWN) if "own" in kept else (),
        note=_lines(wanted.note, MOST_NOTE) if "note" in kept else (),
        sources=sources.listed(),
        funding=say("clinic-who-pays", who=sentence(clinic.who_pays)) if clinic.is_set else say("funding"),
        version=say("reviewed", date=review.month_words(review.evidence_date(evidence)), version=__version__),
        link=issue.link,
    )


def _heads(group: str) -> tuple[str, ...]:
    return (
        say("column-visits"),
        say(f"column-days-{group}"),
        say(f"column-course-{group}"),
        say("figure-results"),
        say("column-discomfort"),
        say(f"column-harm-{group}"),
    )


def _option(sources: _Sources, page: Explore, row: OptionRow, clinic: Clinic) -> Option:
    says = clinics_own(clinic, page.concern.concern_id, row.treatment.treatment_id, row.course)
    works = [sources.figure(row.effect, sentence(row.effect_figures) if row.effect_figures else "")]
    if row.also is not None:
        level = say(f"certainty-{row.also.rating.level}").lower()
        works.append(
            sources.line(
                f"{row.also.text} ({level})",
                row.also.refs,
                "headline",
                sentence(row.also.figures) if row.also.figures else "",
            )
        )
    if row.role == "nothing":
        certainty, dots = sources.line(say("certainty-not-rated"), rule="certainty"), None
    elif row.rating is None:
        certainty, dots = sources.line(say("certainty-short-none"), rule="certainty"), 0
    else:
        certainty, dots = (
            sources.line(say(f"certainty-short-{row.rating.level}"), row.effect.refs, "certainty"),
            row.rating.dots,
        )
    return Option(
        row.treatment.treatment_id,
        row.treatment.name,
        row.treatment.family,
        tuple(works),
        row.rating,
        certainty,
        dots,
        (
            sources.figure(row.visits, _visits_note(row)),
            sources.figure(row.days),
            sources.figure(row.course_days),
            _results(sources, row),
            sources.figure(row.discomfort),
            sources.figure(row.harm),
        ),
        tuple(text for text in (says.not_offered, says.usual, says.fee, says.course_cost) if text),
    )


def _serious(sources: _Sources, page: Explore, rows: tuple[OptionRow, ...]) -> Line:
    """All harms that are rare but serious, each with its rate where a study gives one; without any text where there are none."""
    groups = {group.treatment: group for group in page.harms}
    told, rated, unrated = [], list[str](), False
    for row in rows:
        group = groups.get(row.treatment)
        if group is None:
            continue
        seen = {
            item.harm: say(
                "take_home-serious-rate", name=in_sentence(say(f"harm-{item.harm}")), rate=serious_text(item)
            )
            for item in group.serious
            if item.high
        }
        for risk in group.unrated:
            seen.setdefault(risk.harm, in_sentence(say(f"harm-{risk.harm}")))
        if seen:
            told.append(say("take_home-serious-of", name=row.treatment.short_name, names=listed(list(seen.values()))))
            rated += [ref for item in group.serious if item.high for ref in item.refs]
            unrated |= bool(group.unrated)
    if not told:
        return Line("")
    mixed = "yes" if rated and unrated else "no"
    text = say("take_home-serious", told=" ".join(sentence(text) for text in told), mixed=mixed)
    # The numbers have their sources; those of mere names are behind the code.
    return sources.line(text, tuple(rated), "rates")


def _visits_note(row: OptionRow) -> str:
    parts = [row.visits.note]
    if row.course is not None and row.course.visits is not None and row.course.visits.high > 1:
        parts.insert(0, interval_text(row.course.interval_weeks))
    return " · ".join(part for part in parts if part)


def _results(sources: _Sources, row: OptionRow) -> Line:
    """When studies measured a result, and the longest anyone looked."""
    if row.role == "nothing":
        return sources.line(say("cell-none"))
    found = row.course
    last = lasting(found) if found is not None and found.followed else Figure("")
    if found is None or found.weeks_to_result is None:
        return sources.line(say("cell-unknown"), last.refs, "results", last.text, known=False)
    when = found.weeks_to_result
    return sources.line(weeks_text(when.low, when.high), (*when.refs, *last.refs), "results", last.text)


def _strips(sources: _Sources, page: Explore, rows: tuple[OptionRow, ...]) -> tuple[Strip, ...]:
    wanted = {row.treatment.treatment_id for row in rows}
    found = []
    for line in page.timelines:
        if line.treatment.treatment_id not in wanted:
            continue
        marker = (
            ""
            if line.marker is None
            else say(
                "take_home-strip-marker",
                marker=say(f"marker-{page.concern.group}"),
                days=days_text(line.marker.typical, line.marker.typical),
            )
        )
        notes = " · ".join(part for part in (marker, basis_note(line.days)) if part)
        text = sources.line(span_days(line.days), line.refs, "downtime", notes)
        found.append(
            Strip(
                line.treatment.name,
                line.treatment.family,
                line.days.typical,
                line.days.high,
                None if line.marker is None else line.marker.typical,
                text,
            )
        )
    return tuple(found)


def _without_strip(rows: tuple[OptionRow, ...], strips: tuple[Strip, ...]) -> str:
    drawn = {strip.name for strip in strips}
    missing = [row.treatment.name for row in rows if row.role != "nothing" and row.treatment.name not in drawn]
    return say("downtime-none", names=listed(missing)) if missing else ""


def _pairs(sources: _Sources, page: Explore, rows: tuple[OptionRow, ...]) -> tuple[Pair, ...]:
    """Studies that counted people with one of the options, in the order of the page; no more than fit the paper."""
    wanted = {row.treatment.treatment_id for row in rows if row.role != "nothing"}
    found = []
    for pair in page.shares:
        arms = {pair.effect.treatment_id, pair.effect.comparator_id}
        others = {name for name in arms - wanted if sources.evidence.treatments[name].family != "nothing"}
        # Both sides must be on the paper, except those that are no treatment (a dummy, usual care, nothing).
        if arms & wanted and not others:
            lead = sources.line(sentence(say("shares-event", event=pair.event, time=pair.time)), (pair.ref,))
            found.append(Pair(lead, (_side(pair.first), _side(pair.second))))
    return tuple(found[:_PAIRS])


def _side(share: Share) -> Side:
    filled = int(round_half_up(share.percent))
    return Side(
        share.name, share.family, filled, say("shares-caption", first=number(filled), rest=number(100 - filled))
    )


def _plan(sources: _Sources, plan: Calendar, locale: str) -> Plan:
    """The plan in its own words: what was asked for, what it comes to, and each option's dates with the arithmetic."""
    lines = [answer_sentence(plan, locale)] if plan.wishes.event is not None else open_sentences(plan, locale)
    lines += [say("plan-answer-caution"), used_sentence(plan, locale)]
    return Plan(
        tuple(lines),
        tuple(_dates(sources, plan, option, locale) for option in plan.options if option.kind != "nothing"),
    )


def _dates(sources: _Sources, plan: Calendar, option: OptionPlan, locale: str) -> Dates:
    texts = [verdict_sentence(plan, option, locale)]
    days = [dates.day(step.day, locale) for step in option.steps]
    if len(days) > _VISITS_NAMED:
        texts.append(say("take_home-plan-many", count=len(days), first=days[0], last=days[-1]))
    elif days:
        texts.append(say("take_home-plan-visits", days=listed(days)))
    # The steps of the sum stand on the page; the paper keeps what they come to.
    steps = arithmetic(plan, option, locale)
    texts += [*(steps[-1:] if option.steps and option.result is not None else steps), *warnings(plan, option)]
    kept = [text for text in texts if text]
    lines = [Line(text) for text in kept[:-1]] + [sources.line(text, option.refs) for text in kept[-1:]]
    return Dates(option.treatment.name, option.treatment.family, tuple(lines))


def _priorities(group: str, weighed: Weighed) -> Priorities:
    """What was said, then the fits as the page shows them."""
    said = []
    for criterion_id, points in weighed.said:
        name = weighed.own_name if criterion_id == "own" else say(f"priorities-name-{criterion_id}", group=group)
        said.append(
            say("take_home-said-drawn", name=name)
            if points is None
            else say("take_home-said", name=name, points=number(points))
        )
    lines: list[str] = []
    result = weighed.result
    apart = tuple(say("take_home-apart", name=name) for name in weighed.apart)
    if result is None:
        return Priorities(tuple(said), (), (), (), apart)
    first = result.fits[0]
    level = [item.treatment.mid_sentence for item in result.fits if whole(item.fit.mean) == whole(first.fit.mean)]
    if len(level) > 1:
        lines.append(sentence(say("priorities-answer-tie", names=listed(level), fit=whole(first.fit.mean))))
    else:
        lines.append(say("priorities-answer", first=first.treatment.name, fit=whole(first.fit.mean)))
    lines.append(say("priorities-answer-places", first=first.treatment.mid_sentence, count=whole(first.fit.places[0])))
    lines.append(say("priorities-fit-not-choice"))
    table = fits(result, "light")
    return Priorities(tuple(said), tuple(lines), table.head, table.rows, apart)


def _contact(clinic: Clinic) -> str:
    """Every way to reach the clinic, in one line."""
    ways = (
        clinic.contact.phone,
        clinic.contact.website.removeprefix("https://").rstrip("/"),
        clinic.contact.email,
        clinic.contact.address,
    )
    return " · ".join(way for way in ways if way)


def _cautions(sources: _Sources, told: tuple[Advice, ...], skin: tuple[Line, ...]) -> Cautions | None:
    """Reasons with the same words become one line; the most careful answers come first."""
    treated = [advice for advice in told if advice.treatment.family != "nothing"]
    if not treated:
        return None
    answers = []
    for answer in ANSWERS:
        names = [advice.treatment.mid_sentence for advice in treated if advice.answer == answer]
        if names:
            word = say("suitability-unknown-title" if answer == "unknown" else f"suitability-{answer}")
            answers.append(say("take_home-caution-answer", answer=word, names=listed(names)))
    found = tuple(_reasons(sources, treated))
    return Cautions(tuple(answers), tuple(line for _, line in found), tuple(about for about, _ in found), skin)


def _reasons(sources: _Sources, treated: list[Advice]) -> Iterator[tuple[str, Line]]:
    """What is known of each condition in one line, then what nothing is known of; each with what it is about."""
    told: dict[str, dict[Reason, list[str]]] = {}
    unknown: dict[str, list[str]] = {}
    for advice in treated:
        for reason in advice.reasons:
            name = advice.treatment.mid_sentence
            if reason.answer == "unknown" and reason.condition:
                unknown.setdefault(reason.condition, []).append(name)
                continue
            told_of = say("take_home-as-with", name=name, part=reason.part) if reason.part else name
            told.setdefault(reason.condition, {}).setdefault(replace(reason, part=""), []).append(told_of)
    for condition, found in sorted(told.items(), key=lambda item: _careful(item[1])):
        parts = [_reason(reason, names) for reason, names in sorted(found.items(), key=lambda item: _careful(item[:1]))]
        about = say(f"condition-{condition}") if condition else ""
        refs = tuple(dict.fromkeys(ref for reason in found for ref in reason.refs))
        yield about, sources.line(" ".join([*([f"{about}."] if about else []), *parts]), refs, known=bool(refs))
    if unknown:
        by_names: dict[tuple[str, ...], list[str]] = {}
        for condition, names in unknown.items():
            by_names.setdefault(tuple(names), []).append(say(f"condition-{condition}"))
        groups = [
            say(
                "take_home-caution-reason",
                names=say("take_home-caution-all") if len(names) == len(treated) > 1 else _start(names),
                reason=sentence(BETWEEN.join(conditions)),
            )
            for names, conditions in by_names.items()
        ]
        about = BETWEEN.join(say(f"condition-{condition}") for condition in unknown)
        yield about, sources.line(" ".join([sentence(say("suitability-unknown-title")), *groups]), known=False)


def _careful(reasons: Iterable[Reason]) -> int:
    """How careful the most careful of some reasons is; 0 is the most careful."""
    return min(ANSWERS.index(reason.answer) for reason in reasons)


def _reason(reason: Reason, names: list[str]) -> str:
    text = sentence(reason.text)
    if reason.weak:
        text = say("take_home-caution-weak", reason=text.rstrip("."))
    return say("take_home-caution-reason", names=_start(names), reason=text)


def _start(names: Iterable[str]) -> str:
    """Names as they stand at the start of a sentence."""
    return sentence(listed(list(names))).rstrip(".")


def _skin(sources: _Sources, concern_id: str, rows: tuple[OptionRow, ...], skin_type: int | None) -> tuple[Line, ...]:
    """Dark and light marks for the skin type told; empty when none was told."""
    if skin_type is None:
        return ()
    lines = []
    for row in rows:
        for item in (
            skin_rates(sources.evidence, row.treatment.treatment_id, concern_id, skin_type)
            if row.role != "nothing"
            else ()
        ):
            if item.rate.harm in tone_harms(sources.evidence):
                harm = say(f"harm-{item.rate.harm}").lower()
                text = say(
                    "take_home-skin-line",
                    treatment=row.treatment.name,
                    harm=harm,
                    rate=rate_text(item.rate),
                    studied=skin_note(item),
                )
                lines.append(sources.line(text, item.rate.refs, "rates"))
    return tuple(lines)


def questions(
    evidence: Evidence,
    page: Explore,
    rows: tuple[OptionRow, ...],
    told: tuple[Advice, ...] = (),
    skin_type: int | None = None,
) -> tuple[str, ...]:
    """Questions to ask, by rule: first what the person told, then each gap in what is known, then what everyone may ask.

    Each kind of gap is one question that names every option it holds for, in the order of the page.
    """
    treated = [row for row in rows if row.role != "nothing"]
    asked = _about_cautions(told)
    if skin_type is not None and page.concern.group == "skin":
        other = [row for row in treated if _other_skin(evidence, page.concern.concern_id, row, skin_type)]
        if other:
            asked.append(say("take_home-ask-skin", type=ROMAN[skin_type - 1], names=_names(other)))
    gaps: Mapping[str, list[OptionRow]] = {
        "tested": [row for row in treated if row.blank == "not_studied"],
        "sure": [
            row
            for row in treated
            if row.blank != "not_studied" and row.rating is not None and row.rating.level in ("low", "very_low")
        ],
        "clear": [row for row in treated if row.blank in ("no_clear", "worse")],
        "visits": [row for row in treated if not row.visits.known],
        "days": [row for row in treated if not row.days.known],
        "harm": [row for row in treated if not row.harm.known],
        "pain": [row for row in treated if not row.discomfort.known],
    }
    for name, holds in gaps.items():
        if holds:
            asked.append(say(f"take_home-ask-{name}", names=_names(holds), count=len(holds), group=page.concern.group))
    if treated:
        asked.append(say("take_home-ask-cost", names=_names(treated)))
        asked.append(say("take_home-ask-done", names=_names(treated)))
    return (*asked, say("take_home-ask-wait"))


def _names(rows: list[OptionRow]) -> str:
    return listed([row.treatment.mid_sentence for row in rows], word=say("or"))


def _about_cautions(told: tuple[Advice, ...]) -> list[str]:
    """One question for what a source speaks about, one for what none does."""
    kinds: dict[str, dict[str, None]] = {"told": {}, "unknown": {}}
    for advice in told:
        for reason in advice.reasons:
            if reason.condition:
                kinds["unknown" if reason.answer == "unknown" else "told"][say(f"condition-{reason.condition}")] = None
    return [
        say(f"take_home-ask-{kind}", conditions=BETWEEN.join(names), count=len(names))
        if len(names) <= _CONDITIONS_NAMED
        else say(f"take_home-ask-{kind}-many", count=len(names))
        for kind, names in kinds.items()
        if names
    ]


def _other_skin(evidence: Evidence, concern_id: str, row: OptionRow, skin_type: int) -> bool:
    """True when no rate of dark marks comes from people of this skin type."""
    found = [
        item
        for item in skin_rates(evidence, row.treatment.treatment_id, concern_id, skin_type)
        if item.rate.harm == DARK_MARKS
    ]
    return not any(item.fits == "yes" for item in found)
