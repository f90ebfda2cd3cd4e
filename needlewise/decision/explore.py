"""Everything the Explore page says about one concern, as plain frozen values: figures, sentences and the rows behind them.

Nothing here draws. Every `Figure` carries the rows it was made from (`table:row_id`) and the rule that made it, so that a
reader can follow any number on the screen back to its source in one tap.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from needlewise.decision.library import RegulatorWarning, regulator_warnings
from needlewise.decision.options import controlled_findings
from needlewise.decision.suitability import Answer, Reason, cautions, checklist
from needlewise.evidence.certainty import Rating, rate
from needlewise.evidence.course import Course, appointment, course
from needlewise.evidence.headline import (
    NOTHING,
    Headline,
    and_against_nothing,
    can_speak,
    head_to_head,
    helps_at_all,
    speak,
)
from needlewise.evidence.ranges import Range
from needlewise.evidence.rates import Rate, can_happen, rates
from needlewise.evidence.recovery import Downtime, downtime, lexicon_word, milestone, visible
from needlewise.evidence.rows import Claim, Concern, Effect, Protocol, RedFlag, Risk, Treatment
from needlewise.evidence.size import points_of_100, size
from needlewise.evidence.statements import (
    Statement,
    comparator_name,
    figures,
    of_100,
    published,
    statement,
    treatment_name,
)
from needlewise.evidence.store import Evidence
from needlewise.evidence.vocabulary import DARK_MARKS, DARK_SKIN, Role
from needlewise.words import listed, number, round_half_up, say, sentence, span

Rule = Literal[
    "headline", "certainty", "size", "sessions", "downtime", "course", "results", "rates", "discomfort", "stated"
]

# Units that findings are drawn in, in the order they are drawn: points of 100, standard units, times as likely, times the odds.
Panel = Literal["points", "smd", "ratio", "odds"]


@dataclass(frozen=True)
class Figure:
    """A figure or short text on the screen, what it means, and where it comes from.

    Attributes:
        text: what stands there; empty never (an unknown figure says so).
        note: a few words of meaning below it.
        refs: rows it was made from, as `table:row_id`; empty only when nothing is known.
        rule: which documented rule made it.
        known: False for a blank ("not known").
    """

    text: str
    note: str = ""
    refs: tuple[str, ...] = ()
    rule: Rule = "stated"
    known: bool = True


@dataclass(frozen=True)
class OptionRow:
    """One line of the options table. Every option has the same parts, doing nothing included."""

    treatment: Treatment
    role: Role
    effect: Figure
    effect_figures: str
    also: Statement | None
    rating: Rating | None
    blank: Literal["", "not_studied", "no_clear", "worse"]
    visits: Figure
    days: Figure
    course_days: Figure
    discomfort: Figure
    harm: Figure
    course: Course | None
    downtime: Downtime | None
    whole: Range | None


@dataclass(frozen=True)
class Timeline:
    """Recovery after one visit: days it shows (skin) or is sore (pain), usual and longest, and one more milestone."""

    treatment: Treatment
    days: Range
    marker: Range | None
    refs: tuple[str, ...]


@dataclass(frozen=True)
class Finding:
    """One controlled finding with its range, turned so that more is better for `first`.

    `panel` tells the unit: `points` of 100, `smd` standard units, `ratio` times as likely.
    """

    first: str
    second: str
    family: str
    outcome: str
    panel: Panel
    estimate: float
    low: float
    high: float
    effect: Effect

    @property
    def ref(self) -> str:
        """The row behind it, as `table:row_id`."""
        return f"effects:{self.effect.effect_id}"


@dataclass(frozen=True)
class FindingRow:
    """One controlled finding in words, for the table twin: nothing is left out because it cannot be drawn."""

    first: str
    second: str
    outcome: str
    found: str
    time: str
    people: str
    effect: Effect

    @property
    def ref(self) -> str:
        """The row behind it, as `table:row_id`."""
        return f"effects:{self.effect.effect_id}"


@dataclass(frozen=True)
class Share:
    """How many of 100 people reached an outcome with one option, in one group of a trial."""

    name: str
    family: str
    percent: float


@dataclass(frozen=True)
class SharePair:
    """Two groups of one study side by side."""

    first: Share
    second: Share
    event: str
    time: str
    effect: Effect

    @property
    def ref(self) -> str:
        """The row behind it, as `table:row_id`."""
        return f"effects:{self.effect.effect_id}"


@dataclass(frozen=True)
class HarmGroup:
    """What can go wrong with one option: rates most frequent first, rare-but-serious apart, and harms without a rate.

    `unrated` are the serious ones among those without a rate, `listed` the others. `rates` leaves out only mild effects, once there are more than five rates; `milder` holds those. `warnings` are what
    regulators said of the treatment or of one inside it.
    """

    treatment: Treatment
    rates: tuple[Rate, ...]
    milder: tuple[Rate, ...]
    serious: tuple[Rate, ...]
    unrated: tuple[Risk, ...]
    listed: tuple[Risk, ...]
    warnings: tuple[RegulatorWarning, ...]

    @property
    def first(self) -> tuple[Rate, ...]:
        """What is read first where room is short: the most frequent effect, the most frequent that is more than mild, and every serious one."""
        heavier = next((item for item in self.rates if item.rows[0].seriousness != "minor"), None)
        return tuple(
            item
            for place, item in enumerate(self.rates)
            if place == 0 or item is heavier or item.rows[0].seriousness == "serious"
        )

    @property
    def more(self) -> tuple[Rate, ...]:
        """The other rates; none of them serious."""
        return tuple(item for item in self.rates if item not in self.first)


@dataclass(frozen=True)
class Verdict:
    """One promise of the brochure, as judged for a topic that touches this concern."""

    name: str
    promise: str
    claim: Claim


@dataclass(frozen=True)
class Explore:
    """All of one concern's page."""

    concern: Concern
    needling: Treatment
    answer: tuple[Statement | Figure, ...]
    rating: Rating | None
    studies: int | None
    people: int | None
    counts_whole_review: bool
    headline_refs: tuple[str, ...]
    pause: Figure
    visits: Figure
    downtime: Figure
    whole_course: Figure
    results: Figure
    options: tuple[OptionRow, ...]
    timelines: tuple[Timeline, ...]
    findings: tuple[Finding, ...]
    all_findings: tuple[FindingRow, ...]
    shares: tuple[SharePair, ...]
    verdicts: tuple[Verdict, ...]
    harms: tuple[HarmGroup, ...]
    red_flags: tuple[RedFlag, ...]
    not_now: tuple[Reason, ...]
    ask_first: tuple[Reason, ...]


UNKNOWN = "cell-unknown"
# How many rivals the answer names; PRODUCT: "the two or three most studied".
_RIVALS_NAMED = 3
# A table cell and a harm list keep the same room for every option.
_HARMS_SHOWN = 5


def _unknown() -> Figure:
    return Figure(say(UNKNOWN), known=False)


def basis_note(found: Range) -> str:
    """The words that say a figure rests on clinic sheets only, or holds for the first visits only; else empty."""
    parts = (
        say("basis-first-visits") if found.once else "",
        say("basis-clinics") if found.basis == "clinics" else "",
    )
    return " · ".join(part for part in parts if part)


def days_text(low: float, high: float) -> str:
    """`1–3 days`, `0 days`, `under a day`: whole days from one day on."""
    if 0 < high < 1:
        return say("figure-less-than-day")
    low, high = round_half_up(low), round_half_up(high)
    return say("figure-days", number=span(low, high), count=1 if low == high == 1 else 2)


def _time(weeks: float) -> tuple[float, str]:
    """A length of time in the unit people would use: days below two weeks, weeks below eight, months from then on."""
    if weeks < 2:
        return round_half_up(weeks * 7), "days"
    return (round_half_up(weeks), "weeks") if weeks < 8 else (round_half_up(weeks * 12 / 52), "months")


def weeks_text(low: float, high: float) -> str:
    """A length of time given in weeks: `3–6 months`, `10 days to 3 months`. A month is 52/12 weeks."""
    (first, unit), (last, other) = _time(low), _time(high)
    if unit == other:
        return say(f"figure-{unit}", number=span(first, last), count=1 if first == last == 1 else 2)
    one, two = (
        say(f"figure-{name}", number=number(value), count=1 if value == 1 else 2)
        for value, name in ((first, unit), (last, other))
    )
    return say("figure-from-to", low=one, high=two)


def _visits(found: Course | None) -> Figure:
    if found is None:
        return _unknown()
    if found.visits is not None:
        spread = found.visits
        note = (
            ""
            if spread.low == spread.high
            else say("figure-range", low=number(spread.low), high=number(spread.high), basis=spread.basis)
        )
        return Figure(number(spread.typical), note, found.visit_refs, "sessions")
    if found.home_sessions is not None:
        return Figure(say("cell-home"), "", found.home_sessions.refs, "sessions")
    return _unknown()


def _downtime_notes(evidence: Evidence, treatment_id: str, found: Downtime) -> list[str]:
    """What was counted, what it rests on, and for skin how long it shows."""
    parts = [basis_note(found.days)]
    shown = visible(evidence, treatment_id) if found.counted == "back_to_work" else None
    if shown is not None:
        parts.insert(0, say("figure-shows", days=span_days(shown), usual=0 if round_half_up(shown.typical) == 0 else 1))
    elif found.counted == "visible":
        parts.insert(0, say("figure-counted-visible"))
    return [part for part in parts if part]


def _days(evidence: Evidence, concern: Concern, treatment_id: str, found: Downtime | None) -> Figure:
    if found is None:
        return _unknown()
    notes = _downtime_notes(evidence, treatment_id, found)
    return Figure(
        span_days(found.days), " · ".join(notes), _recovery_refs(evidence, concern, treatment_id, found), "downtime"
    )


def _recovery_refs(evidence: Evidence, concern: Concern, treatment_id: str, found: Downtime) -> tuple[str, ...]:
    """The rows behind an option's recovery figures: normal life or soreness, how long it shows, and the other milestone."""
    parts = (found.days, _shown_days(evidence, concern, treatment_id), _marker(evidence, concern, treatment_id))
    return tuple(dict.fromkeys(ref for part in parts if part is not None for ref in part.refs))


def span_days(days: Range) -> str:
    """Usual to longest: `3, up to 7 days`; one figure where both are the same."""
    typical, high = round_half_up(days.typical), round_half_up(days.high)
    if typical == high or 0 < days.high < 1:
        return days_text(days.typical, days.high if days.high < 1 else days.typical)
    first = number(typical) if typical else say("days-none")
    return say("days-up-to", typical=first, high=number(high), count=int(high))


def _whole(found: Range | None) -> Figure:
    if found is None:
        return _unknown()
    spread = (
        ""
        if found.low == found.high
        else say("figure-range-days", low=number(round_half_up(found.low)), high=number(round_half_up(found.high)))
    )
    # Said in full beside the days of one visit.
    weak = say("basis-clinics-short") if found.basis == "clinics" else ""
    first = say("basis-first-visits") if found.once else ""
    note = " · ".join(part for part in (spread, first, weak) if part)
    return Figure(days_text(found.typical, found.typical), note, tuple(dict.fromkeys(found.refs)), "course")


def whole_course(found: Course | None, time_out: Downtime | None) -> Range | None:
    """Days of downtime over a whole course: visits x days after each, end by end; first visits only: once."""
    if found is None or found.visits is None or time_out is None:
        return None
    return found.visits.times(time_out.days)


def _discomfort(evidence: Evidence, treatment_id: str) -> Figure:
    row = appointment(evidence, treatment_id)
    if row is None:
        return Figure(say("cell-no-score"), known=False, rule="discomfort")
    scores = [value for value in (row.pain_0_10_low, row.pain_0_10_typical, row.pain_0_10_high) if value is not None]
    note = row.anaesthesia if row.anaesthesia not in ("", "none", "not found") else ""
    refs = (f"appointment:{treatment_id}",)
    if row.pain_0_10_typical is None and len(scores) < 2:
        return Figure(say("cell-no-score"), note, refs, "discomfort", known=False)
    typical = row.pain_0_10_typical
    score = number(typical) if typical is not None else span(scores[0], scores[-1])
    return Figure(say("cell-score", score=score), note, refs, "discomfort")


def main_harm(evidence: Evidence, group: str, found: tuple[Rate, ...]) -> Rate | None:
    """The unwanted effect that stands for an option: dark marks for skin; for pain the first known of `main_for_pain`.

    For pain there is no one harm that all options share; where none of those in `harms.csv` has a rate, the most frequent.
    """
    by_harm = {item.harm: item for item in found}
    if group == "skin":
        return by_harm.get(DARK_MARKS)
    main = [row.harm_id for row in evidence.harms.values() if row.main_for_pain]
    return next((by_harm[harm] for harm in main if harm in by_harm), found[0] if found else None)


def _main_harm(evidence: Evidence, group: str, found: tuple[Rate, ...]) -> Figure:
    chosen = main_harm(evidence, group, found)
    if chosen is None:
        return Figure(say("cell-no-rate"), known=False, rule="rates")
    harm = "" if group == "skin" else say(f"harm-{chosen.harm}")
    note = "; ".join(part for part in (harm, seen_elsewhere(evidence, chosen)) if part)
    return Figure(rate_text(chosen), note, chosen.refs, "rates")


def harm_name(found: Rate) -> str:
    """What was counted, in the words of the studies where all of them counted the same; else the name of the harm."""
    labels = {row.harm_label for row in found.rows}
    return labels.pop() if len(labels) == 1 else say(f"harm-{found.harm}")


def seen_elsewhere(evidence: Evidence, found: Rate) -> str:
    """`in people treated for fine lines` when no study of the rate was of the concern itself; else empty."""
    nouns = [evidence.concerns[name].noun for name in found.elsewhere]
    return say("skin-elsewhere", nouns=listed(nouns)) if nouns else ""


def rate_text(found: Rate) -> str:
    """`2–14 in 100 people`; never a nought of 100 for what was seen, nor for what few people could have shown."""
    if found.high < _LEAST_OF_100:
        return serious_text(found)
    which = {"person": "cell-harm-person", "session": "cell-harm-session", "unknown": "cell-harm"}[found.per]
    low, high = of_100(found.low), of_100(found.high)
    return say(which, rate=low if low == high else f"{low}–{high}")


# Below one of 1,000 a rate of 100 is a row of noughts.
_LEAST_OF_100 = 0.1


def serious_text(found: Rate) -> str:
    """`9–18 in 100,000 visits`; nought seen is said with the number of people among whom none was seen."""
    if found.high == 0:
        return say("harms-none-seen", n=f"{found.people:,}") if found.people else say("harms-none-seen-unknown")
    low, high = number(found.low * 1000), number(found.high * 1000)
    return say("harms-serious-rate", rate=low if low == high else f"{low}–{high}", per=found.per)


def _effect_cell(
    evidence: Evidence, concern: Concern, treatment_id: str, role: str
) -> tuple[Figure, str, Rating | None, Literal["", "not_studied", "no_clear", "worse"]]:
    """How well it works, by the rule of PRODUCT.md: against sham or nothing; else against needling; else before-and-after; else not studied."""
    if role == "nothing":
        return Figure(concern.nothing, "", concern.nothing_refs, "stated", bool(concern.nothing_refs)), "", None, ""
    line = helps_at_all(evidence, concern.concern_id, treatment_id)
    lead = ""
    if line is None:
        lead = say("cell-not-tested-nothing", group=concern.group) + " "
        line = best_head_to_head(evidence, concern, treatment_id)
    if line is not None:
        said = statement(evidence, line, subject=say("it"))
        blank: Literal["", "no_clear", "worse"] = (
            "no_clear"
            if said.direction in ("no_clear", "same")
            # Very weak evidence says "we are not sure whether"; a label may not be surer than its sentence.
            else "worse"
            if said.direction == "worse" and said.rating.level != "very_low"
            else ""
        )
        return Figure(lead + said.text, "", said.refs, "headline"), said.figures, said.rating, blank
    rows = [
        effect
        for effect in evidence.of(concern.concern_id).effects_of(treatment_id)
        if evidence.outcomes[effect.outcome].role == "benefit" and not effect.duplicate_of
    ]
    indirect = [effect for effect in rows if effect.kind in ("controlled", "arm_means")]
    before = [effect for effect in rows if effect.kind == "before_after"]
    if indirect:
        refs = tuple(f"effects:{effect.effect_id}" for effect in indirect)
        return Figure(say("cell-only-other"), "", refs, "headline", known=False), "", None, "not_studied"
    if before:
        refs = tuple(f"effects:{effect.effect_id}" for effect in before)
        rating = Rating("very_low", "ours", ("no_control",))
        return Figure(say("cell-only-before-after"), "", refs, "headline", known=False), "", rating, "not_studied"
    return Figure(say("cell-no-study"), known=False, rule="headline"), "", None, "not_studied"


def _also(evidence: Evidence, concern: Concern, treatment_id: str) -> Statement | None:
    """What the same treatment did against nothing or usual care, where the headline is against sham."""
    line = and_against_nothing(evidence, concern.concern_id, treatment_id)
    return None if line is None else statement(evidence, line, subject=say("it"))


def best_head_to_head(evidence: Evidence, concern: Concern, treatment_id: str) -> Headline | None:
    """Against needling first; without that, against the other option of the page with the most people in the finding."""
    if treatment_id != concern.needling_id:
        line = head_to_head(evidence, concern.concern_id, treatment_id, concern.needling_id)
        if line is not None:
            return line
    others = [
        option.treatment_id for option in evidence.options(concern.concern_id) if option.treatment_id != treatment_id
    ]
    lines = [found for other in others if (found := head_to_head(evidence, concern.concern_id, treatment_id, other))]
    return max(lines, key=lambda line: (line.effect.n_people or 0, line.effect.effect_id), default=None)


def _option(evidence: Evidence, concern: Concern, treatment_id: str, role: Role) -> OptionRow:
    treatment = evidence.treatments[treatment_id]
    effect, in_figures, rating, blank = _effect_cell(evidence, concern, treatment_id, role)
    if role == "nothing":
        zero = Figure("0", rule="stated")
        none = Figure(say("cell-none"), rule="stated")
        return OptionRow(
            treatment, role, effect, in_figures, None, rating, blank, zero, zero, zero, none, none, None, None, None
        )
    usual = course(evidence, concern.concern_id, treatment_id)
    time_out = downtime(evidence, treatment_id, concern.group)
    whole = whole_course(usual, time_out)
    return OptionRow(
        treatment,
        role,
        effect,
        in_figures,
        _also(evidence, concern, treatment_id),
        rating,
        blank,
        _visits(usual),
        _days(evidence, concern, treatment_id, time_out),
        _whole(whole),
        _discomfort(evidence, treatment_id),
        _main_harm(evidence, concern.group, rates(evidence, treatment_id, concern.concern_id)),
        usual,
        time_out,
        whole,
    )


def _order(row: OptionRow, group: str) -> tuple[float, float, str]:
    """Skin: days off for the whole course, then visits. Pain: visits. Unknown last, then by name."""
    far = float("inf")
    if row.role == "nothing":
        return (0, 0, "")
    visits = far
    if row.course is not None and row.course.visits is not None:
        visits = row.course.visits.typical
    elif row.course is not None and row.course.home_sessions is not None:
        visits = 0
    first = visits if group == "pain" else (row.whole.typical if row.whole is not None else far)
    return (first, visits, row.treatment.name)


def _rivals(evidence: Evidence, concern: Concern, options: tuple[OptionRow, ...]) -> list[tuple[Treatment, Headline]]:
    """Needling's headline against each alternative, most people studied first."""
    found = []
    for row in options:
        if row.role != "alternative":
            continue
        line = head_to_head(evidence, concern.concern_id, concern.needling_id, row.treatment.treatment_id)
        if line is not None and not line.effect.add_on_to:
            found.append((row.treatment, line))
    return sorted(found, key=lambda item: (-(item[1].effect.n_people or 0), item[0].treatment_id))


def _against_rivals(evidence: Evidence, rivals: list[tuple[Treatment, Headline]]) -> Statement | Figure:
    if not rivals:
        return Figure(say("answer-rivals-none"), rule="headline", known=False)
    groups: dict[tuple[str, str, str], list[str]] = {}
    apart: list[str] = []
    refs: list[str] = []
    weakest = min((line.rating for _, line in rivals), key=lambda rating: rating.dots)
    for treatment, line in rivals:
        said = statement(evidence, line)
        refs += said.refs
        if said.direction == "disagree" and (sides := _by_time(line)):
            apart.append(say("answer-rivals-times", name=treatment.mid_sentence, sides=sides))
            continue
        key = {"better": "better", "worse": "worse", "disagree": "disagree"}.get(said.direction, "same")
        level = line.rating.level if key in ("better", "worse") else ""
        slight = "yes" if size(evidence, line.effect) in ("hardly", "little") else "no"
        how = say(f"answer-rivals-how-{key}", slight=slight) if level not in ("", "very_low") else ""
        about = [part for part in (line.effect.subgroup, line.effect.time_words) if part]
        name = (
            say("answer-rival-about", name=treatment.mid_sentence, about=", ".join(about))
            if about
            else treatment.mid_sentence
        )
        groups.setdefault((key, level, how), []).append(name)
    parts = [
        say(
            f"answer-rivals-{key}",
            names=listed(names, word=say("or") if key == "same" else say("and")),
            **({"level": level, "how": how} if level else {}),
        )
        for (key, level, how), names in groups.items()
    ]
    text = sentence(say("answer-rivals", parts="; ".join((*parts, *apart))))
    return Statement(text, "no_clear", weakest, tuple(refs))


def _by_time(line: Headline) -> str:
    """What each study found and when, if each looked at a time of its own; else empty."""
    voices = (line.effect, *line.against)
    if not all(voice.time_words for voice in voices) or len({voice.time_words for voice in voices}) < len(voices):
        return ""
    return listed([say(f"answer-rivals-side-{voice.favours}", time=voice.time_words) for voice in voices])


def _course_sentence(
    concern: Concern, needling: OptionRow, options: tuple[OptionRow, ...], counts: dict[str, int]
) -> Figure | None:
    """Days of the whole course beside the alternative with the most controlled findings whose course is known.

    An alternative known from clinic sheets only stands beside needling only where needling is known no better: the
    sentence says so of both or of neither.
    """
    if needling.whole is None:
        return None
    weak = needling.whole.basis == "clinics"
    others = [
        row
        for row in options
        if row.role == "alternative" and row.whole is not None and (weak or row.whole.basis != "clinics")
    ]
    rival = max(
        others, key=lambda row: (counts.get(row.treatment.treatment_id, 0), row.treatment.treatment_id), default=None
    )
    refs = needling.whole.refs
    values: dict[str, str] = {"days": number(round_half_up(needling.whole.typical)), "rival": "none", "rivaldays": ""}
    values["weak"] = "no"
    if weak:
        values["weak"] = (
            "all" if rival is None or (rival.whole is not None and rival.whole.basis == "clinics") else "needling"
        )
    if rival is not None and rival.whole is not None:
        values |= {"rival": rival.treatment.mid_sentence, "rivaldays": number(round_half_up(rival.whole.typical))}
        refs = (*refs, *rival.whole.refs)
    return Figure(say(f"answer-course-{concern.group}", **values), refs=tuple(dict.fromkeys(refs)), rule="course")


def _results(found: Course | None) -> Figure:
    if found is None or (found.weeks_to_result is None and not found.followed):
        return Figure(say("figure-unknown"), say("figure-unknown-why"), known=False, rule="results")
    last = lasting(found)
    if found.weeks_to_result is None:
        return Figure(say("figure-unknown"), last.text, last.refs, "results", known=False)
    when = found.weeks_to_result
    return Figure(weeks_text(when.low, when.high), last.text, (*when.refs, *last.refs), "results")


def lasting(found: Course) -> Figure:
    """Whether the result was still there: what the longest follow-up that says so found, and one that found otherwise.

    Only where none says so, how long people were followed at all.
    """

    def words(row: Protocol) -> str:
        weeks = row.followed_weeks or 0
        if not weeks and row.lasting is None:
            return say("figure-followed-to-end")
        when = weeks_text(weeks, weeks) if weeks else say("figure-followed-end")
        return say(f"figure-followed-{row.lasting or 'unknown'}", time=when)

    if not found.followed:
        return Figure(say("figure-followed-none"), rule="results", known=False)
    told = [row for row in found.followed if row.lasting] or [found.followed[0]]
    first = told[0]
    other = next((row for row in told if row.lasting != first.lasting), None)
    text, shown = words(first), [first]
    if other is not None:
        text, shown = say("figure-followed-other", first=text, other=words(other)), [first, other]
    return Figure(text, refs=tuple(f"protocols:{row.protocol_id}" for row in shown), rule="results")


def _oriented(evidence: Evidence, effect: Effect) -> Finding | None:
    """A finding turned so that more is better for its treatment; None without a size and a range."""
    if not effect.has_size or effect.ci_low is None or effect.ci_high is None or effect.estimate is None:
        return None
    values = (effect.estimate, effect.ci_low, effect.ci_high)
    sign = -1 if effect.better == "lower" else 1
    panel: Panel
    if effect.measure == "SMD":
        panel, scaled = "smd", tuple(sign * value for value in values)
    elif points_of_100(effect) is not None and effect.scale_points:
        panel, scaled = "points", tuple(sign * 100 * value / effect.scale_points for value in values)
    elif effect.measure in ("RR", "OR") and min(values) > 0 and sign == 1:
        # How much likelier a bad result is turns round into no number that a study gave; the table tells it.
        panel, scaled = ("ratio" if effect.measure == "RR" else "odds"), values
    else:
        return None
    estimate, *ends = scaled
    return Finding(
        evidence.treatments[effect.treatment_id].short_name,
        comparator_name(evidence, effect),
        evidence.treatments[effect.treatment_id].family,
        effect.outcome,
        panel,
        estimate,
        min(ends),
        max(ends),
        effect,
    )


def _findings(evidence: Evidence, concern: Concern, options: tuple[OptionRow, ...]) -> tuple[Finding, ...]:
    """The headline findings that can be drawn: each option against nothing-like comparators, and needling against each rival."""
    mine = evidence.of(concern.concern_id)
    chosen: dict[str, Effect] = {}
    for row in options:
        if row.role == "nothing":
            continue
        name = row.treatment.treatment_id
        for outcome in concern.outcomes:
            for other in (*NOTHING, concern.needling_id):
                rows = [
                    effect
                    for effect in mine.effects_against(name, other, outcome)
                    if can_speak(evidence, effect) and _oriented(evidence, effect) is not None
                ]
                line = speak(evidence, rows)
                if line is not None:
                    chosen.setdefault(line.effect.effect_id, line.effect)
    needling = [
        effect
        for effect in mine.effects_of(concern.needling_id)
        if effect.outcome in concern.outcomes and can_speak(evidence, effect)
    ]
    for effect in needling:
        chosen.setdefault(effect.effect_id, effect)
    drawn = [finding for effect in chosen.values() if (finding := _oriented(evidence, effect)) is not None]
    order = get_args(Panel)
    return tuple(
        sorted(
            drawn,
            key=lambda found: (
                order.index(found.panel),
                found.effect.treatment_id != concern.needling_id,
                found.first,
                concern.outcomes.index(found.effect.outcome),
                found.effect.effect_id,
            ),
        )
    )


def _finding_row(evidence: Evidence, effect: Effect) -> FindingRow:
    size_text = figures(evidence, effect) or ("" if effect.estimate is None else published(effect))
    verdict = say(f"found-{effect.favours}")
    return FindingRow(
        evidence.treatments[effect.treatment_id].name,
        comparator_name(evidence, effect),
        say(f"outcome-{effect.outcome}") + (f" ({effect.subgroup})" if effect.subgroup else ""),
        f"{verdict}: {size_text}" if size_text else verdict,
        effect.time_words or say("shares-time-unknown"),
        number(effect.n_people) if effect.n_people else say("not-given"),
        effect,
    )


def _shares(evidence: Evidence, concern: Concern, options: tuple[OptionRow, ...]) -> tuple[SharePair, ...]:
    """Trials that count people on both sides, needling first; one per pair of options, the headline rule decides."""
    wanted = {row.treatment.treatment_id for row in options}
    pairs: dict[tuple[str, str], list[Effect]] = {}
    for effect in evidence.of(concern.concern_id).effects:
        if (
            effect.measure == "proportion"
            and effect.comparator_estimate is not None
            and can_speak(evidence, effect)
            and effect.treatment_id in wanted
            and evidence.outcomes[effect.outcome].role == "benefit"
        ):
            pairs.setdefault((effect.treatment_id, effect.comparator_id), []).append(effect)
    found = []
    for rows in pairs.values():
        line = speak(evidence, rows)
        if line is None or line.effect.estimate is None or line.effect.comparator_estimate is None:
            continue
        effect, first, second = line.effect, line.effect.estimate, line.effect.comparator_estimate
        other = evidence.treatments[effect.comparator_id]
        time = effect.time_words or say("shares-time-unknown")
        found.append(
            SharePair(
                Share(
                    evidence.treatments[effect.treatment_id].name,
                    evidence.treatments[effect.treatment_id].family,
                    first,
                ),
                Share(sentence(comparator_name(evidence, effect)).rstrip("."), other.family, second),
                effect.event_words,
                time,
                effect,
            )
        )
    return tuple(
        sorted(
            found,
            key=lambda pair: (
                concern.needling_id not in (pair.effect.treatment_id, pair.effect.comparator_id),
                -(pair.effect.n_people or 0),
                pair.effect.effect_id,
            ),
        )
    )


def _harms(evidence: Evidence, concern: Concern, options: tuple[OptionRow, ...]) -> tuple[HarmGroup, ...]:
    groups = []
    on_page = {row.treatment.mid_sentence for row in options}
    for row in options:
        if row.role == "nothing":
            continue
        name = row.treatment.treatment_id
        found = rates(evidence, name, concern.concern_id)
        # Serious and seen in fewer than 1 of 100: shown apart, with its own denominator.
        serious = tuple(item for item in found if item.rows[0].seriousness == "serious" and item.high < 1)
        plain, milder = shortened(tuple(item for item in found if item not in serious), _HARMS_SHOWN)
        # A harm that no one had in some trial may have been reported elsewhere: then both are told.
        known = {item.harm for item in found if item.high > 0}
        without_rate: dict[str, Risk] = {}
        for risk in evidence.about(name).risks:
            if (
                risk.relation == "listed"
                and risk.concern_id in ("", concern.concern_id)
                and risk.harm not in known
                and not risk.duplicate_of
                and risk.checked
                and can_happen(evidence, concern.concern_id, risk.harm)
            ):
                without_rate.setdefault(risk.harm, risk)
        unrated = tuple(risk for risk in without_rate.values() if risk.seriousness == "serious")
        listed_only = tuple(risk for risk in without_rate.values() if risk not in unrated)
        # What was said of a treatment inside this one stands beside that treatment, where it is on the page.
        warned = tuple(
            warning for warning in regulator_warnings(evidence, name) if not warning.part or warning.part not in on_page
        )
        groups.append(HarmGroup(row.treatment, plain, milder, serious, unrated, listed_only, warned))
    return tuple(groups)


def shortened(found: tuple[Rate, ...], most: int) -> tuple[tuple[Rate, ...], tuple[Rate, ...]]:
    """The rates that are shown, most frequent first, and the mild ones that are left out so that about `most` stand there.

    Whatever is more than mild always stays, however rare.
    """
    room = most - sum(item.rows[0].seriousness != "minor" for item in found)
    shown: list[Rate] = []
    left: list[Rate] = []
    for item in found:
        if item.rows[0].seriousness != "minor":
            shown.append(item)
        elif room > 0:
            room -= 1
            shown.append(item)
        else:
            left.append(item)
    return tuple(shown), tuple(left)


def _verdicts(evidence: Evidence, concern_id: str) -> tuple[Verdict, ...]:
    """One verdict per promise that touches the concern, in the brochure's order."""
    found: dict[str, Claim] = {}
    for link in evidence.of(concern_id).benefit_links:
        claim = evidence.claims[link.verdict_id]
        found.setdefault(claim.claim_id, claim)
    return tuple(
        Verdict(benefit.name, benefit.promise, found[benefit.claim_id])
        for benefit in evidence.benefits.values()
        if benefit.claim_id in found
    )


def _shown_days(evidence: Evidence, concern: Concern, treatment_id: str) -> Range | None:
    if concern.group == "skin":
        return visible(evidence, treatment_id)
    return milestone(evidence, treatment_id, "soreness_gone")


def _marker(evidence: Evidence, concern: Concern, treatment_id: str) -> Range | None:
    return milestone(evidence, treatment_id, "makeup_ok" if concern.group == "skin" else "exercise_ok")


def _cautions(evidence: Evidence, concern: Concern, answer: Answer) -> tuple[Reason, ...]:
    """The conditions of a person for which the needling's cautions give this answer, in the order of Right for me?.

    None is left out. What is true of everyone (how, where and by whom it is done) is no condition of a person, and the
    colour of the skin counts for concerns of the skin, as on Right for me?.
    """
    known = cautions(evidence, concern.needling_id).reasons
    ticked = [name for names in checklist(evidence).values() for name in names]
    asked = [*([DARK_SKIN] if concern.group == "skin" else []), *ticked]
    return tuple(known[name] for name in asked if name in known and known[name].answer == answer)


def build(evidence: Evidence, concern_id: str) -> Explore:
    """The page of one concern. Pure: the same evidence and id give the same value.

    Raises:
        KeyError: for an unknown concern.
    """
    concern = evidence.concerns[concern_id]
    options = tuple(
        sorted(
            (_option(evidence, concern, option.treatment_id, option.role) for option in evidence.options(concern_id)),
            key=lambda row: _order(row, concern.group),
        )
    )
    needling = next(row for row in options if row.role == "needling")
    line = helps_at_all(evidence, concern_id, concern.needling_id)
    answer: list[Statement | Figure] = []
    if line is not None:
        answer.append(statement(evidence, line))
    else:
        subject = treatment_name(evidence, concern.needling_id)
        answer.append(
            Figure(
                say("effect-none-nothing", group=concern.group, subject=subject, noun=concern.noun),
                known=False,
                rule="headline",
            )
        )
    rivals = _rivals(evidence, concern, options)
    answer.append(_against_rivals(evidence, rivals[:_RIVALS_NAMED]))
    course_figure = _course_sentence(concern, needling, options, controlled_findings(evidence, concern_id))
    if course_figure is not None:
        answer.append(course_figure)
    # The badge belongs to the first sentence: how sure a comparison with another option is, stands beside that option.
    rating = None if line is None else rate(evidence, line.effect, disagreement=line.studies_disagree)
    timelines = tuple(
        Timeline(row.treatment, days, _marker(evidence, concern, row.treatment.treatment_id), row.days.refs)
        for row in options
        if row.role != "nothing" and (days := _shown_days(evidence, concern, row.treatment.treatment_id)) is not None
    )
    names = {row.treatment.treatment_id for row in options} | set(NOTHING)
    return Explore(
        concern=concern,
        needling=needling.treatment,
        answer=tuple(answer),
        rating=rating,
        studies=None if line is None else line.effect.n_studies,
        people=None if line is None else line.effect.n_people,
        counts_whole_review=line is not None and line.effect.counts_of != "finding",
        headline_refs=() if line is None else line.refs,
        pause=Figure(concern.pause, refs=concern.pause_refs),
        visits=_big_visits(needling),
        downtime=_big_downtime(evidence, concern, needling),
        whole_course=_big_course(needling),
        results=_results(needling.course),
        options=options,
        timelines=timelines,
        findings=_findings(evidence, concern, options),
        all_findings=tuple(
            _finding_row(evidence, effect)
            for effect in evidence.of(concern_id).effects
            if effect.treatment_id in names
            and effect.comparator_id in names
            and effect.outcome in concern.outcomes
            and can_speak(evidence, effect)
        ),
        shares=_shares(evidence, concern, options),
        verdicts=_verdicts(evidence, concern_id),
        harms=_harms(evidence, concern, options),
        red_flags=evidence.of(concern_id).red_flags,
        not_now=_cautions(evidence, concern, "not_now"),
        ask_first=_cautions(evidence, concern, "ask_first"),
    )


def interval_text(found: Range | None) -> str:
    """How far apart visits are: days below two weeks, weeks beyond."""
    if found is None:
        return say("interval-unknown")
    if found.typical < 2:
        days = round_half_up(found.typical * 7)
        return say("interval-days", days=say("figure-days", number=number(days), count=int(days)))
    weeks = found.typical
    return say("interval-weeks", weeks=say("figure-weeks", number=number(weeks), count=1 if weeks == 1 else 2))


def _big_visits(row: OptionRow) -> Figure:
    if row.course is None or row.course.visits is None:
        return Figure(say("figure-unknown"), say("figure-unknown-why"), known=False, rule="sessions")
    visits, apart = row.course.visits, row.course.interval_weeks
    spread = (
        ""
        if visits.low == visits.high
        else say("figure-range", low=number(visits.low), high=number(visits.high), basis=visits.basis)
    )
    note = " · ".join(part for part in (interval_text(apart), spread) if part)
    return Figure(number(visits.typical), note, row.course.visit_refs, "sessions")


def _big_downtime(evidence: Evidence, concern: Concern, row: OptionRow) -> Figure:
    if row.downtime is None:
        return Figure(say("figure-unknown"), say("figure-unknown-why"), known=False, rule="downtime")
    days = row.downtime.days
    notes = _downtime_notes(evidence, row.treatment.treatment_id, row.downtime)
    first = (
        say(f"lexicon-{lexicon_word(evidence, days.typical)}")
        if concern.group == "skin"
        else say("figure-counted-soreness")
    )
    return Figure(span_days(days), " · ".join([first, *notes]), row.days.refs, "downtime")


def _big_course(row: OptionRow) -> Figure:
    if row.whole is None:
        return Figure(say("figure-unknown"), say("figure-unknown-why"), known=False, rule="course")
    return _whole(row.whole)
