"""The one place where findings become sentences. Every sentence is put together from `words/en.ftl` by rule.

The verb says how sure the studies are (GRADE wording: high "does", moderate "probably", low "may", very low "we are not
sure whether"), the comparison is always named, the time (of each study, where they disagree) or that none was stated is
always named, and nothing praises an option by hand.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from needlewise.evidence.model.rows import Effect
from needlewise.evidence.model.store import Evidence
from needlewise.evidence.model.vocabulary import Level
from needlewise.evidence.rules.certainty import Rating
from needlewise.evidence.rules.headline import Headline
from needlewise.evidence.rules.main_outcome import main_outcome
from needlewise.evidence.rules.precision import interval
from needlewise.evidence.rules.size import SizeWord, is_believable, is_below_own_limit, points_of_100, size, size_range
from needlewise.evidence.rules.window import POOLED_FROM, is_pooled, studies
from needlewise.words import has, join_list, number, round_half_up, say, sentence, thousands

Direction = Literal["better", "worse", "same", "no_clear", "disagree", "untested"]


@dataclass(frozen=True)
class Statement:
    """A sentence about one comparison, with the figures in it and the rows it rests on (`table:row_id`)."""

    text: str
    direction: Direction
    rating: Rating
    refs: tuple[str, ...]
    figures: str = ""


def treatment_name(evidence: Evidence, treatment_id: str) -> str:
    """The name as it reads inside a sentence."""
    return evidence.treatments[treatment_id].mid_sentence


def comparator_name(evidence: Evidence, effect: Effect) -> str:
    """What the treatment was compared with, in words: which dummy, doing nothing, or the other care alone."""
    if effect.comparator_words:
        return effect.comparator_words
    group = evidence.concerns[effect.concern_id].group
    if effect.comparator_id == "sham":
        dummy = evidence.treatments[effect.treatment_id].dummy
        return say(f"comparator-sham-{dummy}") if dummy else say("comparator-sham")
    if effect.comparator_id == "no_treatment":
        if effect.add_on_to:
            return say("comparator-added-alone", other=treatment_name(evidence, effect.add_on_to))
        return say(f"comparator-no_treatment-{group}")
    if effect.comparator_id == "usual_care":
        return say("comparator-usual_care")
    return treatment_name(evidence, effect.comparator_id)


def is_equal(evidence: Evidence, line: Headline) -> bool:
    """True when a finding of no difference is firm enough to call it little or no difference.

    Needs high or moderate certainty, and an interval that lies wholly inside the smallest difference that matters
    (`precision`). Where there is no interval, or nobody says what matters on its scale, the authors' own rating of high
    or moderate stands for it, with at least 400 people in the finding, or two or more studies where the people are not
    known. Never a missing difference alone.
    """
    if line.rating.level not in ("high", "moderate"):
        return False
    found = interval(evidence, line.effect)
    if found is not None and found.matters is not None:
        return found.is_inside
    people = line.effect.people
    enough = (
        (studies(line.effect) or 0) >= POOLED_FROM if people is None else people >= evidence.threshold("people_enough")
    )
    return line.rating.by == "source" and enough


def direction(evidence: Evidence, line: Headline) -> Direction:
    """Which way a headline points, seen from its treatment; `untested` where the sides were never set side by side."""
    if line.effect.between_group_test == "no":
        return "untested"
    if line.studies_disagree:
        return "disagree"
    if line.effect.favours == "treatment":
        return "better"
    if line.effect.favours == "comparator":
        return "worse"
    return "same" if is_equal(evidence, line) else "no_clear"


def pronoun(evidence: Evidence, treatment_id: str) -> str:
    """`it`, or `they` for a name in the plural: what stands for an option in its own row."""
    return say("they" if is_plural(evidence, treatment_id) else "it")


def is_plural(evidence: Evidence, treatment_id: str) -> bool:
    """True for a name in the plural, so that its verb follows."""
    return treatment_name(evidence, treatment_id).endswith(_PLURAL)


def statement(evidence: Evidence, line: Headline, *, subject: str = "") -> Statement:
    """The sentence for one headline, seen from its treatment.

    `subject` stands in for its name (in its own table row: `pronoun`).
    """
    effect = line.effect
    way = direction(evidence, line)
    adding = bool(effect.add_on_to) and effect.comparator_id == "no_treatment"
    subject = _subject(evidence, effect, subject)
    if adding:
        # Adding it is one thing, and what is added stands behind the verb.
        it = say("them") if subject == say("they") else subject
        other = treatment_name(evidence, effect.add_on_to)
        subject = say("subject-adding", subject=it, other=other)
    text = _compared(evidence, line, way, subject, plural=not adding and is_plural(evidence, effect.treatment_id))
    if effect.add_on_to and not adding:
        text = say("effect-added", other=treatment_name(evidence, effect.add_on_to), statement=text)
    text = _with_time_and_notes(evidence, line, text)
    if effect.subgroup:
        text = say("effect-subgroup", subgroup=effect.subgroup, statement=in_sentence(text))
    beside = beside_words(evidence, line)
    size_words = "; ".join(part for part in (_all_figures(evidence, line, beside), beside) if part)
    # What is counted beside it can be opened too.
    alike = tuple(f"effects:{one.effect_id}" for one in line.alike) if beside else ()
    differing = tuple(f"effects:{one.effect_id}" for one in line.differing)
    told = main_outcome(evidence, effect)
    main = () if told is None else (f"effects:{told.effect_id}",)
    refs = tuple(dict.fromkeys((*line.refs, *alike, *differing, *main)))
    return Statement(sentence(text), way, line.rating, refs, size_words)


def _subject(evidence: Evidence, effect: Effect, subject: str) -> str:
    """What stands for the treatment: its name, or `subject`.

    Seen from the comparator's side it is what the source says that side had: 2% hydroquinone cream, not any.
    """
    written = evidence.effects.get(effect.effect_id)
    turned = written is not None and written.treatment_id != effect.treatment_id
    words = written.comparator_words if written is not None and turned else ""
    if subject and words:
        return say("subject-form", subject=subject, words=words)
    return subject or words or treatment_name(evidence, effect.treatment_id)


def _compared(evidence: Evidence, line: Headline, way: Direction, subject: str, *, plural: bool) -> str:
    """Which side did better for what, by the verb that its certainty allows."""
    effect = line.effect
    level: Level = line.rating.level
    outcome = f"outcome-{effect.outcome}"
    said = {"subject": subject, "comparator": comparator_name(evidence, effect)}
    noun = evidence.concerns[effect.concern_id].noun
    if way == "no_clear":
        own = subject in (say("it"), say("they"))
        return say("effect-no-clear-own" if own else "effect-no-clear", thing=say(outcome), **said)
    if way == "same":
        return say("effect-little-difference", **said, level=level, plural=_yes(plural), thing=say(outcome))
    names = _noun(effect.outcome, noun)
    third, bare = say(f"outcome-{effect.outcome}.third", **names), say(f"outcome-{effect.outcome}.bare", **names)
    if way == "untested":
        return say("effect-untested", **said, third=bare if plural else third)
    if way == "disagree":
        return _disagreement((effect, *line.conflicting), **said, third=bare if plural else third)
    # Where we are not sure whether, or others found another size, a size would sound surer than the sentence.
    word = "unknown" if level == "very_low" or line.differing else size(evidence, effect)
    sizes = {end: _size_word(evidence, line, word, end) for end in ("more", "less")}
    # Some verbs cannot be turned: nothing "improves it less", it does less for it.
    if way == "better" and has(f"better-{effect.outcome}"):
        third, bare = say(f"better-{effect.outcome}", **names), say(f"better-{effect.outcome}.bare", **names)
    elif way == "worse" and has(f"worse-{effect.outcome}"):
        values = names | sizes
        third, bare = say(f"worse-{effect.outcome}", **values), say(f"worse-{effect.outcome}.bare", **values)
    else:
        third, bare = (f"{verb} {sizes['more' if way == 'better' else 'less']}" for verb in (third, bare))
    return say("effect-compared", **said, level=level, plural=_yes(plural), third=bare if plural else third, bare=bare)


def _size_word(evidence: Evidence, line: Headline, word: SizeWord, end: str) -> str:
    """`much more`; `moderately to much more` where the pooled studies differ considerably."""
    if word != "unknown" and "studies_differ" in line.rating.reasons:
        ends = size_range(evidence, line.effect)
        if ends is not None and ends[0] != ends[1]:
            low, high = (say(f"size-word-{one}") for one in ends)
            return say(f"size-{end}-between", low=low, high=high)
    return say(f"size-{end}-{word}")


def _yes(value: bool) -> str:  # noqa: FBT001
    return "yes" if value else "no"


def _noun(outcome: str, noun: str) -> dict[str, str]:
    """The concern's noun for the outcomes that name it."""
    return {"noun": noun} if outcome in ("improvement", "recurrence") else {}


def _with_time_and_notes(evidence: Evidence, line: Headline, text: str) -> str:
    """The sentence with its time; then, in brackets, what else must be said of it: other times, and too few people."""
    effect = line.effect
    notes = []
    if len({voice.time_words for voice in (effect, *line.conflicting)}) == 1:
        if effect.time_words:
            text = say("effect-time", statement=text, time=effect.time_words)
        else:
            notes.append(say("effect-time-unknown"))
    if effect.between_group_test == "no":
        text = say("effect-untested-why", statement=text)
    if line.at_other_times:
        notes.append(_other_times(line.at_other_times))
    if line.rating.level != "very_low" and not line.conflicting and is_below_own_limit(evidence, effect):
        notes.append(say("effect-below-own"))
    told = main_outcome(evidence, effect)
    if told is not None:
        thing = say(f"outcome-{told.outcome}")
        notes.append(say("effect-main-outcome", thing=thing, way=told.favours or "neither"))
    if any(one.favours == effect.favours for one in line.differing):
        notes.append(say("effect-sizes-differ"))
    if any(one in line.alike and one.favours != effect.favours for one in line.differing):
        notes.append(say("effect-reviews-differ"))
    notes += _doubts(evidence, line)
    people = effect.people
    if line.rating.level == "very_low":
        seen = direction(evidence, line) in ("better", "worse")
        if people is not None and people < evidence.threshold("people_very_few"):
            notes.append(say("effect-too-few", people=number(people), seen=_yes(seen)))
        elif seen:
            notes.append(say("effect-too-weak"))
    if notes:
        text = say("effect-notes", statement=text, notes="; ".join(notes))
    return text


def _doubts(evidence: Evidence, line: Headline) -> list[str]:
    """That a printed size cannot be true; that the source itself doubts the trials behind a gain."""
    effect = line.effect
    notes = [] if is_believable(evidence, effect) else [say("effect-not-believable")]
    if effect.bias_stated and effect.favours == "treatment" and line.rating.level != "very_low":
        notes.append(say("effect-bias-stated"))
    return notes


# How the names of treatments end that stand in the plural.
_PLURAL = ("inserts", "tablets")


def _other_times(others: tuple[Effect, ...]) -> str:
    """`but worse at 6 months and at 1 year`: what the same study found at its other times, each side once."""
    sides: dict[str, list[str]] = {}
    for other in others:
        sides.setdefault(other.favours or "neither", []).append(other.time_words)
    return join_list(
        [say(f"effect-elsewhen-{side}", times=join_list(list(dict.fromkeys(times)))) for side, times in sides.items()]
    )


def _disagreement(voices: tuple[Effect, ...], *, subject: str, third: str, comparator: str) -> str:
    """How many found what; and when, beside each, unless all looked at the same time."""
    sides = {"yes": "treatment", "no": "neither", "worse": "comparator"}
    apart = len({voice.time_words for voice in voices}) > 1
    values: dict[str, str | int] = {}
    for side, favours in sides.items():
        mine = [voice.time_words or say("shares-time-unknown") for voice in voices if voice.favours == favours]
        times = "; ".join(dict.fromkeys(mine))
        values[side] = len(mine)
        # The message is trimmed, but here the space in front belongs to it.
        values[f"{side}times"] = f" {say('effect-voice-times', times=times)}" if apart and mine else ""
    return say("effect-disagree", subject=subject, third=third, comparator=comparator, **values)


def in_sentence(text: str) -> str:
    """The text with a small first letter, unless it begins with an abbreviation."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


def _needs_noun(outcome: str) -> bool:
    return outcome in ("improvement", "recurrence")


def _all_figures(evidence: Evidence, line: Headline, beside: str) -> str:
    """The size of a finding in figures; where others found it otherwise, of all of them, never of one side alone.

    `beside` is what is told of the others already.
    """
    others = (*line.conflicting, *line.differing)
    if not others:
        return figures(evidence, line.effect)
    points = [_better_points(effect) for effect in (line.effect, *others)]
    known = [value for value in points if value is not None]
    if len(known) == len(points):
        if beside and set(others) <= set(line.alike):
            return ""
        low, high = (
            say("points-signed", points=number(abs(end)), direction=_way(end)) for end in (min(known), max(known))
        )
        return say("voices-range", thing=say(f"outcome-{line.effect.outcome}"), low=low, high=high)
    return say("voices-unsized") if figures(evidence, line.effect) and not beside else ""


def _are_few(evidence: Evidence, effect: Effect) -> bool:
    return 0 < (effect.people or 0) < evidence.threshold("people_very_few")


def _few_people(evidence: Evidence, effect: Effect) -> str:
    """The people themselves where few were counted (`people_very_few`) and each side is known; else empty."""
    row = evidence.people_counts.get(effect.effect_id)
    if row is None or not row.checked or effect.shares_of or not _are_few(evidence, effect):
        return ""
    return say(
        "cell-people",
        events=number(row.events),
        people=number(row.people),
        others=number(row.comparator_events),
        otherpeople=number(row.comparator_people),
        event=effect.event_words,
        comparator=comparator_name(evidence, effect),
    )


def figures(evidence: Evidence, effect: Effect) -> str:
    """The size of a finding in figures people can read: shares of 100 people on both sides, or points of 100.

    Of two sides of which only the means are known: both, on their scale. Else empty.

    A ratio or a standardised difference is not shown here: the published number stands with the source.
    """
    if effect.kind == "arm_means":
        return _arm_figures(evidence, effect)
    if effect.kind != "controlled" or effect.estimate is None or not is_believable(evidence, effect):
        return ""
    if effect.measure == "proportion" and effect.comparator_estimate is not None:
        return _few_people(evidence, effect) or say(
            "cell-shares",
            people=number(effect.people or 0) if _are_few(evidence, effect) else "none",
            first=of_100(effect.estimate),
            second=of_100(effect.comparator_estimate),
            unit=effect.shares_of or "person",
            event=effect.event_words,
            comparator=comparator_name(evidence, effect),
        )
    points = points_of_100(effect)
    if points is None or not effect.scale_points:
        return ""
    # Better or worse by the study's own scale: on one that counts improvement, or on which more is better, a lower
    # number is worse.
    sign = -1 if effect.better == "lower" else 1
    points *= sign
    thing, way = say(f"outcome-{effect.outcome}"), _way(points)
    if effect.ci_low is None or effect.ci_high is None:
        return say("cell-points", thing=thing, points=number(abs(points)), direction=way)
    scale = sign * 100 / effect.scale_points
    ends = sorted((effect.ci_low * scale, effect.ci_high * scale), key=abs)
    if ends[0] * ends[1] < 0:
        low, high = (say("points-signed", points=number(abs(end)), direction=_way(end)) for end in sorted(ends))
        return say("cell-points-crossing", thing=thing, points=number(abs(points)), direction=way, low=low, high=high)
    return say(
        "cell-points-range",
        thing=thing,
        points=number(abs(points)),
        direction=way,
        low=number(abs(ends[0])),
        high=number(abs(ends[1])),
    )


def _arm_figures(evidence: Evidence, effect: Effect) -> str:
    """Both means on a scale of known length; empty for any other."""
    mine, other = effect.estimate, effect.comparator_estimate
    if effect.measure != "MD" or effect.scale_points is None or mine is None or other is None:
        return ""
    return say(
        "cell-arms",
        thing=say(f"outcome-{effect.outcome}"),
        first=number(mine),
        second=number(other),
        points=number(effect.scale_points),
        better=effect.better,
        comparator=comparator_name(evidence, effect),
    )


def beside_words(evidence: Evidence, line: Headline) -> str:
    """What stands beside the finding that speaks and answers the same question; empty where nothing does.

    Several pools: the range of their estimates, never added up, for they share trials. Several single trials that came
    out differently, or of which none can be put in figures: how many found what (direction only; Cochrane Handbook,
    chapter 12).
    """
    effects = (line.effect, *line.alike)
    if len(effects) < _SEVERAL:
        return ""
    tally = _tally(effects)
    if is_pooled(evidence, line.effect):
        points = [_better_points(effect) for effect in effects]
        known = [value for value in points if value is not None]
        if len(known) < _SEVERAL:
            return say("pools-share", count=len(effects), tally=tally)
        low, high = (
            say("points-signed", points=number(abs(end)), direction=_way(end)) for end in (min(known), max(known))
        )
        return say("pools-range", count=len(known), low=low, high=high)
    if tally == "none" and any(effect.has_size for effect in effects):
        return ""
    people = [effect.people for effect in effects]
    total = thousands(sum(count or 0 for count in people)) if all(people) else "none"
    return say("trials-share", count=len(effects), people=total, tally=tally)


def _tally(effects: tuple[Effect, ...]) -> str:
    """How many found what; `none` where all found the same as the first."""
    sides = ("treatment", "neither", "comparator")
    counts = {side: sum(effect.favours == side for effect in effects) for side in sides}
    if len(effects) in counts.values():
        return "none"
    return join_list([say(f"tally-{side}", count=count) for side, count in counts.items() if count])


# From here on there is more than one voice.
_SEVERAL = 2


def _better_points(effect: Effect) -> float | None:
    """A difference in points of 100, above nought where it is better; None where it cannot be put on that scale."""
    points = points_of_100(effect)
    return None if points is None else points * (-1 if effect.better == "lower" else 1)


def _way(points: float) -> str:
    return "worse" if points < 0 else "better"


def of_100(percent: float) -> str:
    """A share of people as whole people of 100; below one it keeps its decimals, so that few never become none."""
    return number(percent if 0 < percent < 1 else round_half_up(percent))


def published(effect: Effect) -> str:
    """The numbers as the source printed them, for the reader who checks."""
    if effect.measure == "qualitative" or effect.estimate is None:
        return effect.finding or say("not-given")
    against = "none" if effect.comparator_estimate is None else number(effect.comparator_estimate)
    text = say(f"published-{effect.measure}", value=number(effect.estimate), against=against)
    if effect.ci_low is None or effect.ci_high is None:
        return text
    return say("published-range", text=text, low=number(effect.ci_low), high=number(effect.ci_high))


def why(evidence: Evidence, rating: Rating) -> str:
    """Who rated the certainty and why it is not higher, as one or two sentences."""
    if rating.level == "not_rated":
        return say("certainty-not-rated-why", reasons=join_list([say(f"reason-{reason}") for reason in rating.reasons]))
    text = say(f"certainty-by-{rating.by}")
    if rating.by == "ours" and rating.reasons:
        enough = number(evidence.threshold("people_enough"))
        few = number(evidence.threshold("people_very_few"))
        reasons = [
            say(f"reason-{reason}", enough=enough)
            if reason == "few_people"
            else say(f"reason-{reason}", few=few)
            if reason == "very_few_people"
            else say(f"reason-{reason}")
            for reason in rating.reasons
        ]
        text += " " + say("certainty-lowered", reasons=join_list(reasons))
    elif rating.reasons:
        text += " " + say(
            "certainty-source-lowered", reasons=join_list([say(f"reason-{one}") for one in rating.reasons])
        )
    return text
