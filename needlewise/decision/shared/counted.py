"""People counted on both sides of a study, in words: what a picture of people shows, and what stands on its face."""

from __future__ import annotations

from dataclasses import dataclass

from needlewise.decision.bibliography import authors
from needlewise.decision.shared.options import OptionRow
from needlewise.evidence.model.rows import Concern, Effect, Source
from needlewise.evidence.model.store import Evidence
from needlewise.evidence.rules.certainty import Rating, rate
from needlewise.evidence.rules.headline import choose_headline
from needlewise.evidence.rules.yardstick import (
    Drawn,
    counts_people,
    drawn,
    is_randomised,
    people_counted,
    yardstick,
)
from needlewise.evidence.sentences.statements import comparator_name, in_sentence, of_100
from needlewise.words import number, round_half_up, say, sentence, thousands

# Below this, shares of 100 are more than were counted: where the people on each side are not known, that is said.
_HUNDRED = 100


@dataclass(frozen=True)
class Share:
    """How many people reached an outcome in one group of a study: `filled` of `total`.

    `total` is the people themselves where they are known and the study is drawn so; else 100.
    """

    name: str
    inside: str
    family: str
    percent: float
    total: int = 100
    events: int | None = None

    @property
    def filled(self) -> int:
        """Marks that are filled."""
        return int(round_half_up(self.percent)) if self.events is None else self.events

    @property
    def count(self) -> str:
        """`22 of 30`, or of 100; below one of 100 with its decimals, so that few never become none."""
        return say("shares-of", events=self._events, people=thousands(self.total))

    @property
    def rest(self) -> str:
        """How many did not get there."""
        return number(self.total - self.filled) if self.events is not None else number(100 - float(self._events))

    @property
    def caption(self) -> str:
        """How many did and how many did not."""
        return say("shares-caption", count=self.count, rest=self.rest)

    @property
    def _events(self) -> str:
        return of_100(self.percent) if self.events is None else number(self.events)


@dataclass(frozen=True)
class SharePair:
    """Two groups of one study side by side.

    Attributes:
        event, time: what was counted, and when.
        rating: how sure.
        drawn: how it is drawn; empty where it is told in words only.
        face: in whom, how many people, which study, how sure: what stands on the picture.
    """

    first: Share
    second: Share
    event: str
    time: str
    effect: Effect
    rating: Rating
    drawn: Drawn
    face: str

    @property
    def ref(self) -> str:
        """The row behind it, as `table:row_id`."""
        return f"effects:{self.effect.effect_id}"

    @property
    def refs(self) -> tuple[str, ...]:
        """The finding and, where the people themselves are told, the row that counts them."""
        counts = (f"people_counts:{self.effect.effect_id}",) if self.first.events is not None else ()
        return (self.ref, *counts)

    @property
    def text(self) -> str:
        """Both sides in plain words, how many did not among them."""
        return say(
            "shares-line",
            first=self.first.count,
            event=self.event,
            name=self.first.inside,
            rest=self.first.rest,
            second=self.second.count,
            other=self.second.inside,
            otherrest=self.second.rest,
        )

    def alt(self, share: Share) -> str:
        """What one side's marks show, for whoever cannot see them."""
        return say("shares-alt", name=share.name, count=share.count, event=self.event, rest=share.rest)


def concern_yardstick(evidence: Evidence, concern: Concern, options: tuple[OptionRow, ...]) -> SharePair | None:
    """The one count that stands for a concern on every page; None where lots were drawn in none that counts people."""
    found = yardstick(evidence, concern, _counting(evidence, concern, options))
    return None if found is None else _pair(evidence, found)


def share_pairs(evidence: Evidence, concern: Concern, options: tuple[OptionRow, ...]) -> tuple[SharePair, ...]:
    """All counts of people on both sides, one for each pair of options; the headline rule decides, needling first.

    Satisfaction is a measure of its own: it never takes the place of a count of people who improved.
    """
    pairs: dict[tuple[str, str, bool], list[Effect]] = {}
    for effect in _counting(evidence, concern, options):
        pairs.setdefault((effect.treatment_id, effect.comparator_id, effect.outcome == "satisfaction"), []).append(
            effect
        )
    lines = [line for rows in pairs.values() if (line := choose_headline(evidence, rows)) is not None]
    found = [_pair(evidence, line.effect) for line in lines]
    return tuple(
        sorted(
            found,
            key=lambda pair: (
                pair.effect.outcome == "satisfaction",
                concern.needling_id not in (pair.effect.treatment_id, pair.effect.comparator_id),
                -(pair.effect.people or 0),
                pair.effect.effect_id,
            ),
        )
    )


def _counting(evidence: Evidence, concern: Concern, options: tuple[OptionRow, ...]) -> list[Effect]:
    wanted = {row.treatment.treatment_id for row in options}
    return [
        effect
        for effect in evidence.of(concern.concern_id).effects
        if effect.treatment_id in wanted and counts_people(evidence, effect)
    ]


def _pair(evidence: Evidence, effect: Effect) -> SharePair:
    first, second = evidence.treatments[effect.treatment_id], evidence.treatments[effect.comparator_id]
    counted = evidence.people_counts.get(effect.effect_id)
    how = drawn(evidence, effect)
    known = counted is not None and counted.checked and how != "hundred"
    other = comparator_name(evidence, effect)
    added = evidence.treatments[effect.add_on_to].mid_sentence if effect.add_on_to else ""
    rating = rate(evidence, effect)
    return SharePair(
        Share(
            say("shares-added", name=first.name, other=added) if added else first.name,
            say("shares-added", name=first.mid_sentence, other=added) if added else first.mid_sentence,
            first.family,
            effect.estimate or 0.0,
            counted.people if counted is not None and known else 100,
            counted.events if counted is not None and known else None,
        ),
        Share(
            sentence(other).rstrip("."),
            in_sentence(other),
            second.family,
            effect.comparator_estimate or 0.0,
            counted.comparator_people if counted is not None and known else 100,
            counted.comparator_events if counted is not None and known else None,
        ),
        effect.event_words,
        effect.time_words or say("shares-time-unknown"),
        effect,
        rating,
        how,
        _face(evidence, effect, rating),
    )


def _face(evidence: Evidence, effect: Effect, rating: Rating) -> str:
    """In whom, how many, which study, how sure; and that lots were not drawn where they were not."""
    people = people_counted(evidence, effect)
    if people is not None:
        counted = say("answer-people", people=thousands(people), count=people)
        if people < _HUNDRED and effect.effect_id not in evidence.people_counts:
            counted = f"{counted}, {say('shares-sides-unknown')}"
    elif effect.n_people:
        whole = say("answer-people", people=thousands(effect.n_people), count=effect.n_people)
        counted = say("answer-whole-review", counts=whole)
    else:
        counted = say("pain-people-unknown")
    parts = (
        effect.subgroup,
        counted,
        _study(evidence.sources[effect.source_id]),
        "" if is_randomised(evidence, effect) else say("shares-not-randomised"),
        say("shares-sure", level=rating.level, words=say(f"certainty-short-{rating.level}").lower()),
    )
    return sentence(" · ".join(part for part in parts if part)).rstrip(".")


def _study(source: Source) -> str:
    """First author and year, as much of it as the source gives."""
    names = [part.strip() for part in authors(source).split(",") if part.strip()]
    who = names[0] if names else ""
    return " ".join(part for part in (who, str(source.year or "")) if part)
