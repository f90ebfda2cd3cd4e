"""What stands beside the finding that speaks, in words: the same words wherever an option is told of.

`told` is the finding beside it with what it is for: worse, later, another part of the people. `turn` says in one short
sentence that not all findings point the same way, so that a short answer is never surer than the long one.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from needlewise.evidence.model.rows import Effect
from needlewise.evidence.model.store import Evidence
from needlewise.evidence.rules.headline import headline_against_control
from needlewise.evidence.rules.second_voice import Kind, Voice, rival_voices, second_voice
from needlewise.evidence.sentences.statements import Statement, in_sentence, of_100, statement
from needlewise.words import number, round_half_up, say, sentence, thousands

# The voices that point another way than the headline. What was found against nothing, or against a mix of treatments,
# answers another question.
TURNS: tuple[Kind, ...] = ("worse", "later", "pool", "part", "outcome", "study", "measure")

# What people saw who were followed without a comparison group: never sure, and never left out.
LOSSES: tuple[Kind, ...] = ("back", "faded")


@dataclass(frozen=True)
class Beside:
    """A finding told beside the headline: why it is told, and the sentence with that in front."""

    kind: Kind
    said: Statement


def beside(evidence: Evidence, concern_id: str, treatment_id: str) -> tuple[Beside, ...]:
    """Everything that must be told beside an option's headline, in the order of `second_voice`."""
    return tuple(
        Beside(voice.kind, told(evidence, voice)) for voice in second_voice(evidence, concern_id, treatment_id)
    )


def told(evidence: Evidence, voice: Voice) -> Statement:
    """The sentence of one voice, by name, as it may be read alone, with why it is told in front."""
    said = _followed(evidence, voice) if voice.kind in LOSSES else statement(evidence, voice.line)
    lead = say(f"beside-{voice.kind}")
    return replace(said, text=say("beside-lead", lead=lead, text=in_sentence(said.text)))


def _few(evidence: Evidence, effect: Effect) -> int | None:
    """How many of fewer than `people_very_few` people had it; None for more people, or where no whole number fits."""
    people, share = effect.people, effect.estimate
    if people is None or share is None or effect.shares_of or people >= evidence.threshold("people_very_few"):
        return None
    events = round(share * people / 100)
    return events if round_half_up(100 * events / people) == round_half_up(share) else None


def _followed(evidence: Evidence, voice: Voice) -> Statement:
    """What people followed without a comparison group saw: a share of them, or that the gain could not be shown.

    Of few people the people themselves, never of 100.
    """
    effect = voice.line.effect
    few = _few(evidence, effect) if voice.kind == "back" else None
    text = say(
        f"followed-{voice.kind}" if few is None else "followed-back-few",
        events="" if few is None else number(few),
        people="none" if effect.people is None else thousands(effect.people),
        unit=effect.shares_of or "person",
        share="" if effect.estimate is None else of_100(effect.estimate),
        event=effect.event_words,
        thing=say(f"outcome-{effect.outcome}"),
    )
    if effect.time_words:
        text = say("effect-time", statement=text, time=effect.time_words)
    else:
        text = say("effect-notes", statement=text, notes=say("effect-time-unknown"))
    if effect.subgroup:
        text = say("effect-subgroup", subgroup=effect.subgroup, statement=in_sentence(text))
    return Statement(sentence(text), "worse", voice.line.rating, voice.line.refs)


def turn(evidence: Evidence, concern_id: str, treatment_id: str) -> str:
    """That not all findings about an option point the same way, and in what; empty where they do.

    A very low finding turns nothing, unless it tells of a loss: it is told beside the headline, in full. Where it
    depends on who (`depends`), the other part is told in full here.
    """
    voices = second_voice(evidence, concern_id, treatment_id)
    other = _depends(evidence, concern_id, treatment_id, voices)
    if other is None:
        return _turned(evidence, concern_id, voices)
    before = _turned(evidence, concern_id, voices[: voices.index(other)])
    both = say("turn-depends", text=statement(evidence, other.line).text)
    return f"{before} {both}" if before else both


def depends(evidence: Evidence, concern_id: str, treatment_id: str) -> Voice | None:
    """The finding in another part of the people, where the one that speaks holds for one part only and this turns it.

    The two are told in one line: neither part is hidden behind the other. Not where both are very low, for then nobody
    knows that it depends.
    """
    return _depends(evidence, concern_id, treatment_id, second_voice(evidence, concern_id, treatment_id))


def _depends(evidence: Evidence, concern_id: str, treatment_id: str, voices: tuple[Voice, ...]) -> Voice | None:
    first = headline_against_control(evidence, concern_id, treatment_id)
    if first is None or not first.effect.subgroup:
        return None
    return next(
        (
            one
            for one in voices
            if one.kind == "part"
            and one.line.effect.subgroup
            and {first.rating.level, one.line.rating.level} != {"very_low"}
        ),
        None,
    )


def rival_turn(evidence: Evidence, concern_id: str, first_id: str, second_id: str) -> str:
    """The same about two options set against each other."""
    return _turned(evidence, concern_id, rival_voices(evidence, concern_id, first_id, second_id))


def rival_beside(evidence: Evidence, concern_id: str, first_id: str, second_id: str) -> tuple[Beside, ...]:
    """Everything that must be told beside the headline of two options against each other."""
    voices = rival_voices(evidence, concern_id, first_id, second_id)
    return tuple(Beside(voice.kind, told(evidence, voice)) for voice in voices)


def _turns(voice: Voice) -> bool:
    """Whether a voice stands behind the line itself: a loss always, for a short answer would hide it."""
    return voice.kind in LOSSES or (voice.kind in TURNS and voice.line.rating.level != "very_low")


def _turned(evidence: Evidence, concern_id: str, voices: tuple[Voice, ...]) -> str:
    voice = next((one for one in voices if _turns(one)), None)
    if voice is None:
        return ""
    effect = voice.line.effect
    named = next((part.name for part in evidence.of(concern_id).parts if effect.subgroup in part.subgroups), "")
    part = named or in_sentence(effect.subgroup) or say("turn-everyone")
    return say(f"turn-{voice.kind}", thing=say(f"outcome-{effect.outcome}"), part=part)
