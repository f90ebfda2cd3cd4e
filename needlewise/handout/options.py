"""The options on paper: how well each works, its facts, recovery strips, serious harms, people of 100."""

from __future__ import annotations

import re
from dataclasses import replace

from needlewise.clinic.clinic_note import clinic_note as clinics_own
from needlewise.clinic.settings import Clinic
from needlewise.decision.compare.comparison import shown
from needlewise.decision.concern.page import ConcernPage
from needlewise.decision.shared.counted import Share, SharePair
from needlewise.decision.shared.course import lasting
from needlewise.decision.shared.figure import Figure
from needlewise.decision.shared.harms import HarmGroup, same_list
from needlewise.decision.shared.options import OptionRow
from needlewise.decision.shared.phrases import interval_text, weeks_text
from needlewise.decision.shared.rates import main_harm, rate_text, seen_elsewhere, sure_words
from needlewise.decision.shared.recovery import LineName, line_text, named
from needlewise.decision.shared.warned import warning_figures
from needlewise.evidence.model.rows import Concern
from needlewise.evidence.rules.rates import rates
from needlewise.evidence.sentences.statements import in_sentence
from needlewise.handout.citations import Citations
from needlewise.handout.model import PaperLine, PaperOption, PaperPair, PaperSide, PaperStrip
from needlewise.words import join_list, say, sentence

_CONTRASTS = 2
_HARMS = 4
# What is told in words beside a strip: when it is allowed again.
_ON_STRIP: dict[str, tuple[LineName, ...]] = {"skin": ("makeup", "exercise"), "pain": ("off", "exercise")}


def option_heads(group: str) -> tuple[str, ...]:
    """What the facts of each option are called."""
    return (
        say("column-visits"),
        say(f"column-days-{group}"),
        say(f"column-course-{group}"),
        say("figure-results"),
        say("column-discomfort"),
        say(f"column-harm-{group}"),
    )


def paper_option(sources: Citations, page: ConcernPage, row: OptionRow, clinic: Clinic) -> PaperOption:
    """One option on paper: how well it works, how sure, its facts and what the clinic adds."""
    says = clinics_own(clinic, page.concern.concern_id, row.treatment.treatment_id, row.course)
    works = [sources.figure(row.effect, sentence(row.effect_figures) if row.effect_figures else "")]
    answered = {part.refs for part in page.answer}
    works += [
        sources.line(
            f"{said.text} ({say(f'certainty-{said.rating.level}').lower()})",
            said.refs,
            "headline",
            sentence(said.figures) if said.figures else "",
        )
        # The paper holds two pages: the first that the answer does not tell, where it points another way. What answers
        # another question (against nothing or a mix) stands on the screen, which shows all.
        for said in [one for one in row.also if row.turn and one.refs not in answered][:1]
    ]
    if row.role == "nothing":
        certainty, dots = sources.line(say("certainty-not-rated"), rule="certainty"), None
    elif row.rating is None:
        certainty, dots = sources.line(say("certainty-short-none"), rule="certainty"), 0
    else:
        certainty, dots = (
            sources.line(say(f"certainty-short-{row.rating.level}"), row.effect.refs, "certainty"),
            row.rating.dots,
        )
    return PaperOption(
        row.treatment.treatment_id,
        row.treatment.name,
        row.treatment.family,
        tuple(works),
        row.rating,
        certainty,
        dots,
        (
            sources.figure(row.visits, _visits_note(row)),
            _days(sources, row),
            _course_days(sources, row),
            _results(sources, row),
            sources.figure(row.discomfort),
            sources.figure(_harm(sources, page.concern, row)),
        ),
        tuple(text for text in (says.not_offered, says.usual, says.fee, says.course_cost) if text),
        _what(sources, row),
    )


def _what(sources: Citations, row: OptionRow) -> PaperLine:
    """What happens when it is done; for doing nothing, that nothing does."""
    if row.role == "nothing":
        return PaperLine(say("compare-nothing-what"))
    told = row.treatment.what_happens
    if not told:
        return PaperLine(say("cell-unknown"), known=False)
    # The first sentence says what it is; how it feels and what follows stand in rows of their own.
    first = re.split(r"(?<=[.!?]) ", told, maxsplit=1)[0]
    return sources.line(sentence(first), (f"treatments:{row.treatment.treatment_id}",))


def _harm(sources: Citations, concern: Concern, row: OptionRow) -> Figure:
    """The harm that stands for the option, as on the page, without all that the page tells below it."""
    evidence = sources.evidence
    found = rates(evidence, row.treatment.treatment_id, concern.concern_id) if row.harm.known else ()
    main = None if row.role == "nothing" else main_harm(evidence, concern.group, found)
    if main is None:
        return row.harm
    name = "" if concern.group == "skin" else say(f"harm-{main.harm}")
    notes = (name, seen_elsewhere(evidence, main), sure_words(evidence, main))
    return replace(row.harm, note="; ".join(note for note in notes if note))


def serious_harms(sources: Citations, page: ConcernPage, rows: tuple[OptionRow, ...]) -> PaperLine:
    """All harms that are rare but serious, each with its rate where a study gives one.

    Without any text where there are none.
    """
    groups = {group.treatment: group for group in page.harms}
    told, rated, unrated = [], list[str](), False
    for row in rows:
        group = groups.get(row.treatment)
        if group is None:
            continue
        seen = {
            item.harm: say(
                "take_home-serious-rate",
                name=in_sentence(say(f"harm-{item.harm}")),
                rate=rate_text(sources.evidence, item),
            )
            for item in group.serious
            if item.high
        }
        for risk in group.unrated:
            seen.setdefault(risk.harm, in_sentence(say(f"harm-{risk.harm}")))
        if seen:
            told.append(
                say("take_home-serious-of", name=row.treatment.short_name, names=join_list(list(seen.values())))
            )
            rated += [ref for item in group.serious if item.high for ref in item.refs]
            unrated |= bool(group.unrated)
    if not told:
        return PaperLine("")
    mixed = "yes" if rated and unrated else "no"
    text = say("take_home-serious", told=" ".join(sentence(text) for text in told), mixed=mixed)
    # The numbers have their sources; those of mere names are behind the code.
    return sources.line(text, tuple(rated), "rates")


def _days(sources: Citations, row: OptionRow) -> PaperLine:
    """Days off with the days it shows below them, each by its name; or days sore."""
    shows = line_text(row.recovery, "shows")
    refs = tuple(dict.fromkeys((*row.days.refs, *(row.shows.refs if shows else ()))))
    note = " · ".join(part for part in (row.days.note, shows) if part)
    return sources.line(row.days.text, refs, row.days.rule, note, known=row.days.known)


def _course_days(sources: Citations, row: OptionRow) -> PaperLine:
    """Days of the whole course; how many people get sore stands in the row above and is not told again."""
    note = row.course_days.note
    if row.days.note:
        note = note.replace(f"; {row.days.note}", "")
    return sources.figure(replace(row.course_days, note=note))


def weighed_harms(sources: Citations, page: ConcernPage, rows: tuple[OptionRow, ...]) -> tuple[PaperLine, ...]:
    """The harms of the options against each other, then what authorities warn of, each with its option."""
    names = tuple(row.treatment.treatment_id for row in rows)
    lines = [
        sources.line(one.said.text, one.said.refs, "headline") for one in shown(page, names).contrasts[:_CONTRASTS]
    ]
    groups = {group.treatment: group for group in page.harms}
    for row in rows:
        group = groups.get(row.treatment)
        # The newest of each; the others stand on the page.
        for figure in () if group is None else warning_figures(group.warnings)[:1]:
            text = say("take_home-warned", name=row.treatment.name, text=figure.text)
            lines.append(sources.line(text, figure.refs, "stated"))
    return tuple(lines)


def harm_lists(sources: Citations, page: ConcernPage, rows: tuple[OptionRow, ...]) -> tuple[PaperLine, ...]:
    """The same first harms for every option that can have any."""
    names = tuple(row.treatment.treatment_id for row in rows)
    shown_groups = same_list(one for one in page.harms if one.treatment.treatment_id in names)
    return tuple(_same_harms(sources, group) for group in shown_groups if group.answers)


def _same_harms(sources: Citations, group: HarmGroup) -> PaperLine:
    """The first harms of the list, the same for every option: how often, reported, or not counted."""
    told, refs, uncounted = [], list[str](), list[str]()
    for answer in group.answers[:_HARMS]:
        name = in_sentence(say(f"harm-{answer.harm}"))
        found = [rate_text(sources.evidence, item) for item in answer.rates]
        if answer.reported is not None:
            found.append(say("harms-reported"))
            refs.append(f"risks:{answer.reported.risk_id}")
        refs += [ref for item in answer.rates for ref in item.refs]
        if found:
            told.append(say("take_home-harm", name=name, rate=join_list(found)))
        else:
            uncounted.append(name)
    if uncounted:
        # Told once for all of them.
        told.append(say("take_home-harm", name=say("harms-not-counted"), rate=join_list(uncounted)))
    text = say("take_home-harms-of", name=group.treatment.short_name, told="; ".join(told))
    return sources.line(sentence(text), tuple(dict.fromkeys(refs)), "rates")


def _visits_note(row: OptionRow) -> str:
    parts = [row.visits.note]
    if row.course is not None and row.course.visits is not None and row.course.visits.high > 1:
        parts.insert(0, interval_text(row.course.interval_weeks))
    return " · ".join(part for part in parts if part)


def _results(sources: Citations, row: OptionRow) -> PaperLine:
    """When studies measured a result, and the longest anyone looked."""
    if row.role == "nothing":
        return sources.line(say("cell-none"))
    found = row.course
    last = lasting(found) if found is not None and found.followed else Figure("")
    if found is None or found.weeks_to_result is None:
        return sources.line(say("cell-unknown"), last.refs, "results", last.text, known=False)
    when = found.weeks_to_result
    return sources.line(weeks_text(when.low, when.high), (*when.refs, *last.refs), "results", last.text)


def recovery_strips(sources: Citations, page: ConcernPage, rows: tuple[OptionRow, ...]) -> tuple[PaperStrip, ...]:
    """The days it shows or is sore after one visit, for the options with any; what else is allowed when, in words."""
    group = page.concern.group
    found = []
    for row in rows:
        item = named(row.recovery, "shows" if group == "skin" else "sore")
        if item is None or item.days is None:
            continue
        allowed = (line_text(row.recovery, name) for name in _ON_STRIP[group])
        notes = " · ".join(part for part in (item.figure.note, *allowed) if part)
        also = (named(row.recovery, name) for name in _ON_STRIP[group])
        refs = dict.fromkeys(ref for one in (item, *also) if one is not None and one.days for ref in one.figure.refs)
        text = sources.line(item.figure.text, tuple(refs), "downtime", notes)
        usual = 0.0 if item.days.ceiling else item.days.typical
        found.append(PaperStrip(row.treatment.name, row.treatment.family, usual, item.days.high, text))
    return tuple(found)


def without_strip(group: str, rows: tuple[OptionRow, ...], strips: tuple[PaperStrip, ...]) -> str:
    """A sentence that names the options without a strip; empty when all have one."""
    drawn = {strip.name for strip in strips}
    missing = [row.treatment.name for row in rows if row.role != "nothing" and row.treatment.name not in drawn]
    return say(f"downtime-none-{group}", names=join_list(missing)) if missing else ""


def paper_pairs(sources: Citations, page: ConcernPage) -> tuple[PaperPair, ...]:
    """The one count of people that stands for the concern, with in whom, how many, which study and how sure."""
    pair = page.yardstick
    if pair is None:
        return ()
    lead = sources.line(sentence(pair.face), pair.refs)
    return (PaperPair(lead, tuple(_side(share, pair) for share in (pair.first, pair.second))),)


def _side(share: Share, pair: SharePair) -> PaperSide:
    return PaperSide(share.name, share.family, share.filled, share.total, share.caption, drawn=bool(pair.drawn))
