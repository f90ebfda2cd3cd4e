"""Builds the take-home: which parts go in, in which order."""

from __future__ import annotations

from dataclasses import replace

from needlewise.clinic.funding import funding
from needlewise.decision.concern.page import ConcernPage
from needlewise.decision.concern.pause import pause
from needlewise.decision.concern.people_of_100 import yardstick_lead
from needlewise.decision.memory.makers import in_short
from needlewise.decision.shared.bases import bases_words
from needlewise.decision.shared.figure import Figure
from needlewise.decision.suitability import Advice, combined
from needlewise.evidence.model.store import Evidence
from needlewise.evidence.rules import review
from needlewise.evidence.rules.versions import label
from needlewise.evidence.sentences.statements import Statement
from needlewise.handout.afterwards import after_lines, unseen
from needlewise.handout.citations import Citations
from needlewise.handout.model import Found, Handout, Issue, PaperLine, Wanted
from needlewise.handout.options import (
    harm_lists,
    option_heads,
    paper_option,
    paper_pairs,
    recovery_strips,
    serious_harms,
    weighed_harms,
    without_strip,
)
from needlewise.handout.person import (
    contact_lines,
    paper_cautions,
    paper_plan,
    paper_priorities,
    paper_stops,
    skin_lines,
)
from needlewise.handout.questions import questions
from needlewise.words import dates, join_list, say, sentence
from needlewise.words.paper import is_printable

# What fits on two pages beside everything else.
MOST_NAME, MOST_OWN, MOST_NOTE = 60, 400, 500


_MOST_LINES = 12


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


def _answer(page: ConcernPage) -> list[Statement | Figure]:
    """The sentences of the answer. What was tested against other options is one paragraph: the paper has two pages."""
    first, *more = page.rivals
    paragraph = replace(
        first,
        text=" ".join(part.text for part in page.rivals),
        refs=tuple(dict.fromkeys(ref for part in page.rivals for ref in part.refs)),
    )
    return [paragraph if part is first else part for part in page.answer if part not in more]


def build(
    evidence: Evidence,
    page: ConcernPage,
    option_ids: tuple[str, ...],
    wanted: Wanted,
    found: Found,
    issue: Issue,
) -> Handout:
    """The take-home of a concern. Pure: the day and the link are arguments.

    `option_ids` are options of the concern; they come in this order, as on Compare. Parts that were left out, or for
    which `found` holds nothing, are empty. The answer, the signs that need a doctor, who pays and the version always
    stay.
    """
    # Dates in the paper's own language where its fonts cannot print the visitor's.
    locale = dates.where(is_printable, wanted.locale)
    sources = Citations(evidence)
    concern, clinic = page.concern, issue.clinic
    by_id = {row.treatment.treatment_id: row for row in page.options}
    rows = tuple(by_id[name] for name in option_ids)
    kept = set(wanted.parts)
    answer = tuple(
        sources.line(
            part.text,
            part.refs,
            getattr(part, "rule", "headline"),
            getattr(part, "figures", ""),
            known=getattr(part, "known", True),
        )
        for part in _answer(page)
    )
    rating = page.rating
    level = say("certainty-none") if rating is None else say(f"certainty-{rating.level}")
    certainty = sources.line(
        level, page.headline_refs, "certainty", "" if rating is None else say(f"certainty-means-{rating.level}")
    )
    beside_nothing = "options" in kept and any(row.role == "nothing" for row in rows)
    told_once = pause(evidence, concern, nothing_told=beside_nothing)
    warned = sources.line(told_once.text, told_once.refs, "stated")
    options = tuple(paper_option(sources, page, row, clinic) for row in rows) if "options" in kept else ()
    strips = recovery_strips(sources, page, rows) if "options" in kept else ()
    told = found.cautions if "cautions" in kept else ()
    return Handout(
        title=say("take_home-doc-title", noun=concern.noun),
        stops=paper_stops(told, locale),
        made=dates.day(issue.made, locale),
        name=" ".join(clean(wanted.name, MOST_NAME).split()),
        clinic=clinic,
        contact=contact_lines(clinic),
        concern=concern.name,
        decision=sources.line(concern.decision, tuple(f"sources:{name}" for name in concern.source_ids)),
        answer=answer,
        rating=rating,
        certainty=certainty,
        pause=warned,
        heads=option_heads(concern.group),
        bases=bases_words(rows, concern.group) if options else "",
        options=options,
        serious=serious_harms(sources, page, rows) if options else PaperLine(""),
        harms=weighed_harms(sources, page, rows) if options else (),
        harm_lists=harm_lists(sources, page, rows) if options else (),
        strips=strips,
        strips_title=say(f"downtime-title-{concern.group}"),
        strips_lead=say(f"downtime-lead-{concern.group}") if strips else "",
        strips_note=without_strip(concern.group, rows, strips) if options else "",
        pairs=paper_pairs(sources, page) if "options" in kept else (),
        pairs_lead=yardstick_lead(page) if "options" in kept else "",
        plan=paper_plan(sources, found.plan, locale) if "plan" in kept and found.plan is not None else None,
        priorities=paper_priorities(concern.group, found.weighed)
        if "priorities" in kept and found.weighed is not None
        else None,
        cautions=paper_cautions(
            sources,
            told,
            skin_lines(sources, concern.concern_id, rows, found.skin_type) if told and concern.group == "skin" else (),
            locale,
        ),
        signs=tuple(
            sources.line(f"{say(f'action-{flag.action}')}: {sentence(flag.sign)}", (f"red_flags:{flag.red_flag_id}",))
            for flag in sorted(page.red_flags, key=lambda flag: flag.urgency)
        ),
        after=after_lines(sources, rows, concern.concern_id),
        after_ring=say("plan-ics-ring", name=clinic.name, phone=clinic.contact.phone) if clinic.contact.phone else "",
        unseen=unseen(page, option_ids, found),
        questions=questions(evidence, page, rows, told, found.skin_type if "cautions" in kept else None, locale)
        if "questions" in kept
        else (),
        own=_lines(wanted.own, MOST_OWN) if "own" in kept else (),
        note=_lines(wanted.note, MOST_NOTE) if "note" in kept else (),
        sources=sources.listed(),
        funding=funding(clinic),
        makers=in_short(evidence),
        version=say("reviewed", date=review.month_words(review.evidence_date(evidence)), version=label(evidence)),
        link=issue.link,
    )


def together(
    first: Handout,
    second: Handout,
    nouns: tuple[str, ...],
    advised: tuple[tuple[Advice, ...], ...],
    beside: tuple[str, ...],
    locale: str,
) -> tuple[Handout, Handout]:
    """Two concerns taken home in one paper: contents, stops and own words once, on the first; nothing over both.

    The heading of the first names both, by their `nouns`. Each keeps its own answer, options, dates, cautions, sources
    and code. `advised` holds the advice of each, for what has to wait; `beside` is what to know of the two together.
    """
    by_name: dict[str, list[Advice]] = {}
    for advice in (one for mine in advised for one in mine):
        by_name.setdefault(advice.treatment.treatment_id, []).append(advice.told)
    both = tuple(combined(found) for found in by_name.values())
    stops = paper_stops(both, dates.where(is_printable, locale)) if first.stops or second.stops else ()
    title = say("take_home-doc-title", noun=join_list(nouns))
    front = replace(first, title=title, contents=(first.concern, second.concern), beside=beside, stops=stops)
    return front, replace(second, stops=(), own=(), note=(), name="")
