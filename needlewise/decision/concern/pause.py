"""What should make one pause: made by rule from the second voice and from what happens by itself, never typed.

In this order: that nobody has shown the needling to do more than nothing, or that the comparison that speaks for it
found no gain, or that it was never set beside a dummy; that the findings on it do not all point the same way; an option
a person sees first that was worse at some time, so that a good start hides nothing; what happens if nothing is done.
"""

from __future__ import annotations

from needlewise.decision.shared.figure import Figure
from needlewise.decision.shared.option_order import option_order
from needlewise.decision.shared.phrases import first_sentences
from needlewise.evidence.model.rows import Concern
from needlewise.evidence.model.store import Evidence
from needlewise.evidence.rules.headline import NOTHING, headline_against_control, is_eligible
from needlewise.evidence.rules.second_voice import MIX, second_voice
from needlewise.evidence.sentences.beside import turn
from needlewise.evidence.sentences.statements import statement, treatment_name
from needlewise.words import say

# How much of what happens by itself is told here; the whole stands in the line of doing nothing.
_SENTENCES = 2


def pause(evidence: Evidence, concern: Concern, *, nothing_told: bool = False) -> Figure:
    """What should make one pause about a concern, with the rows behind it.

    What happens by itself is left out where the line of doing nothing stands close by (`nothing_told`) and something
    else is there to say.
    """
    parts, refs = [], list[str]()
    turned = turn(evidence, concern.concern_id, concern.needling_id)
    name = treatment_name(evidence, concern.needling_id)
    line = headline_against_control(evidence, concern.concern_id, concern.needling_id)
    if line is None or line.rating.level == "very_low":
        seen = "yes" if _gain_seen(evidence, concern) else "no"
        parts.append(say("pause-gap", group=concern.group, name=name, noun=concern.noun, seen=seen))
    elif line.effect.favours != "treatment" and not line.conflicting:
        # A comparison that found no gain weighs no less than one nobody made.
        told = statement(evidence, line)
        parts.append(told.text)
        refs += told.refs
    elif not _dummy_tried(evidence, concern):
        parts.append(say("pause-no-dummy", name=name, noun=concern.noun))
    if turned:
        parts.append(say("pause-turn", name=name, turn=turned))
        refs += [
            ref for voice in second_voice(evidence, concern.concern_id, concern.needling_id) for ref in voice.line.refs
        ]
    warned = _worse_option(evidence, concern)
    if warned is not None:
        parts.append(warned.text)
        refs += warned.refs
    if nothing_told and parts:
        return Figure(" ".join(parts), refs=tuple(dict.fromkeys(refs)), rule="stated", known=bool(refs))
    parts.append(say("pause-nothing", nothing=first_sentences(concern.nothing, _SENTENCES)))
    return Figure(" ".join(parts), refs=tuple(dict.fromkeys((*refs, *concern.nothing_refs))), rule="stated")


def _gain_seen(evidence: Evidence, concern: Concern) -> bool:
    """Whether any finding that may be told has the needling do more than a dummy, nothing, usual care or a mix."""
    return any(
        row.favours == "treatment"
        and row.comparator_id in (*NOTHING, MIX)
        and row.outcome in concern.outcomes
        and is_eligible(evidence, row, pools=True)
        for row in evidence.of(concern.concern_id).effects_of(concern.needling_id)
    )


def _dummy_tried(evidence: Evidence, concern: Concern) -> bool:
    """Whether the needling was ever set beside a dummy for what people come for."""
    return any(
        row.comparator_id == "sham" and row.outcome in concern.outcomes and is_eligible(evidence, row)
        for row in evidence.of(concern.concern_id).effects_of(concern.needling_id)
    )


def _worse_option(evidence: Evidence, concern: Concern) -> Figure | None:
    """The first of the options seen first, other than the needling, that was worse at some time or in some way."""
    for name in option_order(evidence, concern.concern_id).first:
        if name in (concern.needling_id, "no_treatment"):
            continue
        for voice in second_voice(evidence, concern.concern_id, name):
            # A finding at one dose, or in a part of the people, is not the option.
            if voice.kind == "worse" and not voice.line.effect.subgroup:
                said = statement(evidence, voice.line)
                return Figure(said.text, refs=said.refs)
        line = headline_against_control(evidence, concern.concern_id, name)
        if line is not None and any(row.favours == "comparator" for row in line.at_other_times):
            said = statement(evidence, line)
            return Figure(said.text, refs=said.refs)
    return None
