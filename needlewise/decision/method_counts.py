"""What the answers rest on, counted: the questions a sceptic would ask first, so that nobody has to take our word.

`needlewise count` prints the list; `docs/method.md` holds it, and a test holds the page to the tables.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from needlewise.decision.concern.build import build_concern_page
from needlewise.decision.shared.options import OptionRow
from needlewise.evidence.model.rows import Effect, Source
from needlewise.evidence.model.store import Evidence
from needlewise.evidence.rules.disagreement import contradict
from needlewise.evidence.rules.headline import Headline, best_head_to_head, headline_against_control
from needlewise.evidence.rules.second_voice import second_voice
from needlewise.evidence.rules.window import is_pooled, studies
from needlewise.evidence.sentences.statements import direction

# Findings of sources older than this are counted apart.
_OLD = 2015


@dataclass(frozen=True)
class _Speaking:
    """An option's line of a concern, and the finding that speaks in it."""

    row: OptionRow
    line: Headline
    against_nothing: bool


def _speaking(evidence: Evidence) -> Iterator[_Speaking]:
    for concern in evidence.concerns.values():
        for row in build_concern_page(evidence, concern.concern_id).options:
            if row.role == "nothing":
                continue
            name = row.treatment.treatment_id
            line = headline_against_control(evidence, concern.concern_id, name)
            other = best_head_to_head(evidence, concern, name) if line is None else None
            found = line or other
            if found is not None:
                yield _Speaking(row, found, line is not None)


def _lacks(source: Source) -> bool:
    """True when a part of a reference is missing: who, when, or a number that leads to it for good."""
    named = bool(source.authors) and source.year is not None
    lasting = bool(source.doi or source.pmid) or source.basis not in ("study", "preprint")
    return not (named and lasting)


def method_counts(evidence: Evidence) -> tuple[tuple[str, int], ...]:
    """What is counted, and how many; each name a line of the table in `docs/method.md`."""
    lines = list(_speaking(evidence))
    plain = [one for one in lines if one.against_nothing]
    effects = [one.line.effect for one in plain]
    every = [(one.line, direction(evidence, one.line)) for one in lines]
    options = sum(option.role != "nothing" for option in evidence.concern_options.values())

    def rows(holds: Callable[[Effect], bool]) -> int:
        return sum(holds(effect) for effect in effects)

    disagree = [line for line, way in every if way == "disagree"]
    shown = {source for one in lines for ref in one.line.refs for source in evidence.source_ids(ref)}
    words = [one.row.effect.text.lower() for one in lines]
    return (
        ("options of all concerns, doing nothing left out", options),
        ("… with a finding that speaks", len(lines)),
        ("… against a dummy, nothing or usual care", len(plain)),
        ("of these: without an interval", rows(lambda effect: effect.ci_low is None)),
        ("of these: words only, no size", rows(lambda effect: not effect.has_size)),
        ("of these: people of the finding unknown", rows(lambda effect: effect.people is None)),
        ("of these: fewer than 50 people", rows(lambda effect: effect.people is not None and effect.people < 50)),
        ("of these: not rated, for neither people nor interval is known", sum(_unrated(one.line) for one in plain)),
        ("of these: low only because people are unknown", sum(_low_by_gap(one.line) for one in plain)),
        ("of these: time not stated", rows(lambda effect: not effect.time_words)),
        ("of these: from a source before 2015", rows(lambda effect: _year(evidence, effect, before=_OLD))),
        ("of these: from a source without a year", rows(lambda effect: _year(evidence, effect, before=None))),
        ("findings told as no clear difference", sum(way == "no_clear" for _, way in every)),
        ("findings told as little or no difference", sum(way == "same" for _, way in every)),
        ("findings told as studies disagree", len(disagree)),
        ("… without opposite findings or intervals apart", sum(not _opposed(evidence, line) for line in disagree)),
        ("options whose line says that findings turn", sum(bool(one.row.turn) for one in lines)),
        ("results against a mix told beside an option", sum(_has_mix(evidence, one) for one in lines)),
        ("lines that say never tested", sum("never tested" in text for text in words)),
        (
            "single trials ranked as pooled",
            sum(is_pooled(evidence, line.effect) and studies(line.effect) == 1 for line, _ in every),
        ),
        ("superseded rows that speak", sum(bool(row.superseded_by) for line, _ in every for row in _rows(line))),
        ("dummies named though the row does not name them", rows(lambda effect: _named_by_us(evidence, effect))),
        ("sources behind what speaks", len(shown)),
        ("… of which a part of the reference is missing", sum(_lacks(evidence.sources[name]) for name in shown)),
    )


def _rows(line: Headline) -> tuple[Effect, ...]:
    return (line.effect, *line.conflicting, *line.at_other_times)


def _unrated(line: Headline) -> bool:
    return line.rating.level == "not_rated"


def _low_by_gap(line: Headline) -> bool:
    return line.rating.level == "low" and "people_unknown" in line.rating.reasons


def _year(evidence: Evidence, effect: Effect, *, before: int | None) -> bool:
    year = evidence.sources[effect.source_id].year
    return year is None if before is None else year is not None and year < before


def _opposed(evidence: Evidence, line: Headline) -> bool:
    return any(contradict(evidence, line.effect, other) for other in line.conflicting)


def _has_mix(evidence: Evidence, one: _Speaking) -> bool:
    voices = second_voice(evidence, one.line.effect.concern_id, one.row.treatment.treatment_id)
    return any(voice.kind == "mix" for voice in voices)


def _named_by_us(evidence: Evidence, effect: Effect) -> bool:
    """True where the sentence would name a kind of dummy that the row itself does not name."""
    return (
        effect.comparator_id == "sham"
        and not effect.comparator_words
        and evidence.treatments[effect.treatment_id].dummy is not None
    )


def method_table(evidence: Evidence) -> str:
    """The counts as a Markdown table."""
    lines = ["| what | how many |", "|---|---:|", *(f"| {name} | {count} |" for name, count in method_counts(evidence))]
    return "\n".join(lines)
