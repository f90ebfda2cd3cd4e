"""The sentences of the answer on top: needling beside its rivals, and the days of a whole course."""

from __future__ import annotations

from dataclasses import replace

from needlewise.decision.shared.figure import Figure
from needlewise.decision.shared.options import OptionRow
from needlewise.decision.shared.recovery import share_words
from needlewise.evidence.model.rows import Concern, Treatment
from needlewise.evidence.model.store import Evidence
from needlewise.evidence.rules.headline import Headline, head_to_head, headline_against_control
from needlewise.evidence.rules.size import size
from needlewise.evidence.rules.window import time_place
from needlewise.evidence.sentences.beside import LOSSES, beside, rival_turn
from needlewise.evidence.sentences.statements import Statement, in_sentence, statement, treatment_name
from needlewise.words import join_list, number, round_half_up, say, sentence

# How many rivals the answer names; PRODUCT: "the two or three most studied".
RIVALS_NAMED = 3


def beside_headline(evidence: Evidence, concern: Concern) -> tuple[Statement, ...]:
    """The first thing that must be told beside needling's own answer, with how sure it is; none where there is none.

    What people also get from doing nothing stands with the options.
    """
    voices = beside(evidence, concern.concern_id, concern.needling_id)
    told = [voice for voice in voices if voice.kind != "nothing"]
    if headline_against_control(evidence, concern.concern_id, concern.needling_id) is None:
        # What was found beside a rival belongs behind the sentence on the rivals: it stands in the row and on Compare.
        told = [voice for voice in told if voice.kind in ("mix", *LOSSES)]
    # An open gain is never told without the pretend treatment that found none.
    count = 2 if [voice.kind for voice in told[1:2]] == ["blinded"] else 1
    said = [voice.said for voice in told[:count]]
    return tuple(replace(one, text=with_certainty(one)) for one in said)


def with_certainty(said: Statement) -> str:
    """The sentence with how sure it is in brackets, in its own where it ends in some."""
    text = said.text.removesuffix(".")
    ends = text.endswith(")")
    return say(
        "answer-beside", text=text[:-1] if ends else text, bracket="yes" if ends else "no", level=said.rating.level
    )


def rivals_by_people(
    evidence: Evidence, concern: Concern, options: tuple[OptionRow, ...]
) -> list[tuple[Treatment, Headline]]:
    """Needling's headline against each alternative, most people studied first."""
    found = []
    for row in options:
        if row.role != "alternative":
            continue
        line = head_to_head(evidence, concern.concern_id, concern.needling_id, row.treatment.treatment_id)
        if line is not None and not line.effect.add_on_to:
            found.append((row.treatment, line))
    return sorted(found, key=lambda item: (-(item[1].effect.people or 0), item[0].treatment_id))


def rival_sentences(evidence: Evidence, rivals: list[tuple[Treatment, Headline]]) -> tuple[Statement | Figure, ...]:
    """How needling did beside each rival: one sentence each, with the verb that its certainty allows."""
    if not rivals:
        return (Figure(say("answer-rivals-none"), rule="headline", known=False),)
    return tuple(_beside_rival(evidence, treatment, line) for treatment, line in rivals)


def _beside_rival(evidence: Evidence, treatment: Treatment, line: Headline) -> Statement:
    """What was found, then in brackets in whom, when, what the verb does not say of how sure, and what turns it."""
    effect, level = line.effect, line.rating.level
    said = statement(evidence, line)
    name, rival = treatment_name(evidence, effect.treatment_id), treatment.mid_sentence
    certainty = in_sentence(say(f"certainty-{level}"))
    sides = _by_time(evidence, line, name) if said.direction == "disagree" or line.at_other_times else ""
    if sides:
        text, about = say("answer-rival-times", rival=rival, sides=sides), [certainty]
    else:
        slight = "yes" if size(evidence, effect) in ("hardly", "little") else "no"
        has_size = said.direction in ("better", "worse")
        how = say(f"answer-rival-how-{said.direction}", slight=slight) if has_size else ""
        text = say(f"answer-rival-{said.direction}", rival=rival, name=name, level=level, how=how)
        time = effect.time_words or say("effect-time-unknown")
        about = [effect.subgroup, time, "" if has_size else certainty]
    turned = rival_turn(evidence, effect.concern_id, effect.treatment_id, treatment.treatment_id)
    notes = [", ".join(part for part in about if part), in_sentence(turned.removesuffix("."))]
    if any(notes):
        text = say("answer-rival-about", statement=text, about="; ".join(note for note in notes if note))
    return Statement(sentence(text), said.direction, line.rating, said.refs)


def _by_time(evidence: Evidence, line: Headline, name: str) -> str:
    """What was found and when, if each finding has a time of its own; else empty."""
    voices = sorted(
        (line.effect, *line.conflicting, *line.at_other_times),
        key=lambda voice: (time_place(evidence, voice), voice.weeks or 0),
    )
    if not all(voice.time_words for voice in voices) or len({voice.time_words for voice in voices}) < len(voices):
        return ""
    told = []
    for voice in voices:
        told.append(say(f"answer-rival-side-{voice.favours}", name=name, time=voice.time_words))
        name = name if voice.favours == "neither" else say("it")
    return join_list(told)


def _rival_days(days: float) -> str:
    """`about 7`, `under a day`, `none`: as in the table, so that less than a day is never told as one."""
    told = number(round_half_up(days)) if days >= 1 else "under" if days else "none"
    return say("answer-rival-days", days=told)


def course_sentence(
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
    if needling.downtime is not None and needling.downtime.counted == "soreness":
        values["share"] = share_words(needling.downtime.share)
    values["weak"] = "no"
    if weak:
        values["weak"] = (
            "all" if rival is None or (rival.whole is not None and rival.whole.basis == "clinics") else "needling"
        )
        if needling.downtime is not None and needling.downtime.days.single:
            values["weak"] = "leaflet_all" if rival is not None and values["weak"] == "all" else "leaflet"
    if rival is not None and rival.whole is not None:
        values |= {"rival": rival.treatment.mid_sentence, "rivaldays": _rival_days(rival.whole.typical)}
        refs = (*refs, *rival.whole.refs)
    return Figure(say(f"answer-course-{concern.group}", **values), refs=tuple(dict.fromkeys(refs)), rule="course")
