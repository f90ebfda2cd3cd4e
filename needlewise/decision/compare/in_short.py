"""Two to four options in short: one word or figure each for the questions that decide most, before the full table.

Nothing here is found anew. Each cell is the short form of what the full table says in a sentence, from the same rows;
the
sentence goes along, to be read with the sources.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from needlewise.decision.compare.choice import FEWEST
from needlewise.decision.compare.comparison import shown
from needlewise.decision.compare.questions import Question
from needlewise.decision.concern.page import ConcernPage
from needlewise.decision.shared.bases import bases_words
from needlewise.decision.shared.figure import Figure
from needlewise.decision.shared.options import OptionRow
from needlewise.decision.shared.phrases import skin_types
from needlewise.decision.shared.rates import main_harm, rate_text, sure_words
from needlewise.decision.suitability import SkinRate, skin_rates
from needlewise.evidence.model.rows import Concern
from needlewise.evidence.model.store import Evidence
from needlewise.evidence.model.vocabulary import DARK_MARKS
from needlewise.evidence.rules.bases import base
from needlewise.evidence.rules.certainty import Rating
from needlewise.evidence.rules.headline import Headline, head_to_head, headline_against_control
from needlewise.evidence.rules.rates import rates
from needlewise.evidence.sentences.beside import depends, rival_turn
from needlewise.evidence.sentences.statements import direction, in_sentence, statement, treatment_name
from needlewise.words import join_list, say

LineId = Literal["helps", "against", "better", "visits", "days", "hurts", "marks", "harm"]


@dataclass(frozen=True)
class Short:
    """One option in one line: a word or figure, how sure where that applies, and the sentence it is short for."""

    figure: Figure
    rating: Rating | None = None
    sentence: str = ""

    @property
    def sure(self) -> str:
        """`low certainty`; empty where nothing is rated."""
        if self.rating is None:
            return ""
        if self.rating.level == "not_rated":
            return say("certainty-not_rated").lower()
        return say("glance-sure", level=say(f"certainty-short-{self.rating.level}").lower())


@dataclass(frozen=True)
class ShortColumn:
    """One option in short, whichever options stand beside it; the line on 100 people is not among its cells.

    `marks` are dark marks by skin type (None: not told), each with what was counted (`person`, `session`, `unknown`,
    or nothing); `harm_unit` is that of the main unwanted effect.
    """

    cells: Mapping[LineId, Short]
    marks: Mapping[int | None, tuple[Short, str]]
    harm_unit: str = ""


@dataclass(frozen=True)
class ShortLine:
    """One question with one cell an option; `about` says what its figures are about."""

    line_id: LineId
    question: str
    about: str
    cells: tuple[Short, ...]


def _word(evidence: Evidence, line: Headline) -> str:
    """The end of the name of the word a finding is short for."""
    way = direction(evidence, line)
    level = line.rating.level
    sure = "unsure" if level == "very_low" else f"{way}-{level}"
    return sure if way in ("better", "worse") else way


def _depends(evidence: Evidence, line: Headline, other: Headline, text: str) -> Short:
    """One part of the people and the other that turns it: neither word stands for both."""
    notes = [
        say(
            "glance-depends-part",
            part=one.effect.subgroup,
            word=in_sentence(say(f"glance-helps-{_word(evidence, one)}")),
            sure=say(f"certainty-{one.rating.level}").lower(),
        )
        for one in (line, other)
    ]
    refs = tuple(dict.fromkeys((*statement(evidence, line).refs, *statement(evidence, other).refs)))
    return Short(Figure(say("glance-helps-depends"), "; ".join(notes), refs, "headline"), None, text)


def verdict(evidence: Evidence, line: Headline, kind: Literal["helps", "against"]) -> Short:
    """A finding in one or two words: the way it points, by the verb that its certainty allows.

    Very low certainty says "not sure" whichever way the finding points; what could not be rated is only reported.
    That it holds for a part of the people, on top of other care, or at one time only, is said below.
    """
    word = _word(evidence, line)
    effect = line.effect
    note = ""
    if effect.add_on_to:
        note = say("glance-added", other=treatment_name(evidence, effect.add_on_to))
    elif effect.subgroup:
        note = say("glance-part", part=effect.subgroup)
    elif kind == "helps" and base(effect) in ("sham", "no_treatment", "usual_care"):
        note = say(f"bases-short-{base(effect)}", group=evidence.concerns[effect.concern_id].group)
    if line.at_other_times and word != "unsure":
        when = say("glance-time", time=effect.time_words)
        note = f"{note}; {when}" if note else when
    said = statement(evidence, line)
    text = say(f"glance-helps-{word}") if kind == "helps" else say(f"glance-against-{word}")
    return Short(Figure(text, note, said.refs, "headline"), line.rating, said.text)


def _blank(message: str) -> Short:
    return Short(Figure(say(message), known=False))


def _plain(figure: Figure) -> Short:
    """A figure of the full table without its note, which stands there."""
    return Short(replace(figure, note=""))


def _helps(evidence: Evidence, concern_id: str, row: OptionRow) -> Short:
    if row.role == "nothing":
        return Short(Figure(say("glance-nothing"), refs=row.effect.refs, rule="stated"), None, row.effect.text)
    line = headline_against_control(evidence, concern_id, row.treatment.treatment_id)
    if line is None:
        return _blank("glance-not-tested")
    other = depends(evidence, concern_id, row.treatment.treatment_id)
    if other is not None:
        return _depends(evidence, line, other.line, row.effect.text)
    return _turned(verdict(evidence, line, "helps"), row.turn)


def _against(evidence: Evidence, concern: Concern, row: OptionRow) -> Short:
    """Against needling; what was found on top of other care is not said of doing nothing."""
    if row.role == "needling":
        return Short(Figure(say("glance-no-cell"), rule="stated"))
    line = head_to_head(evidence, concern.concern_id, row.treatment.treatment_id, concern.needling_id)
    if line is None or (row.role == "nothing" and line.effect.add_on_to):
        return _blank("glance-not-compared")
    short = verdict(evidence, line, "against")
    return _turned(short, rival_turn(evidence, concern.concern_id, row.treatment.treatment_id, concern.needling_id))


def _turned(short: Short, turn: str) -> Short:
    """With the short sentence that not all findings point the same way, below the word and behind the sentence."""
    note = "; ".join(part for part in (short.figure.note, in_sentence(turn.removesuffix("."))) if part)
    text = f"{short.sentence} {turn}" if turn else short.sentence
    return replace(short, figure=replace(short.figure, note=note), sentence=text)


def _better(people: Question) -> ShortLine | None:
    """Of 100 people, how many got there: only where one study counted people with two or more of these options."""
    counted = [cell.people for cell in people.cells if cell.people is not None]
    refs = [found.ref for found in counted]
    shared = next((ref for ref in refs if refs.count(ref) >= FEWEST), None)
    if shared is None:
        return None
    cells = []
    for cell in people.cells:
        found = cell.people
        if found is None or found.ref != shared:
            cells.append(_blank("glance-not-in-study"))
        else:
            cells.append(Short(Figure(found.share.count, refs=found.refs, rule="stated")))
    first = next(found for found in counted if found.ref == shared)
    return ShortLine(
        "better",
        say("glance-q-better"),
        say("glance-about-better", event=first.pair.event, time=first.pair.time, face=first.pair.face),
        tuple(cells),
    )


def _types(found: SkinRate) -> str:
    """Which skin types a rate was seen in, whether the person's own is among them, and for what people were treated."""
    if found.low is None or found.high is None:
        words = say("glance-types-untold")
    else:
        types = skin_types(found.low, found.high)
        words = say(f"glance-types-{found.fits}", types=types, some="yes" if found.unstated else "no")
    return f"{words}; {say('skin-elsewhere', nouns=join_list(list(found.elsewhere)))}" if found.elsewhere else words


def _marks(evidence: Evidence, concern_id: str, row: OptionRow, skin_type: int | None) -> tuple[Short, str]:
    if row.role == "nothing":
        return _plain(row.harm), ""
    found = skin_rates(evidence, row.treatment.treatment_id, concern_id, skin_type)
    dark = next((item for item in found if item.rate.harm == DARK_MARKS), None)
    if dark is None:
        return _blank("cell-no-rate"), ""
    note = f"{_types(dark)}; {sure_words(evidence, dark.rate)}"
    figure = Figure(rate_text(evidence, dark.rate), note, dark.rate.refs, "rates")
    if dark.fits == "other":
        # A figure of other people's skin is told below, never as the person's own.
        text = say("glance-not-your-skin", some="yes" if dark.unstated else "no")
        figure = replace(figure, text=text, note=f"{figure.text}, {figure.note}", known=False)
    return Short(figure), dark.rate.unit


def _harm_unit(evidence: Evidence, concern: Concern, row: OptionRow) -> str:
    """What the main unwanted effect was counted among; empty without a rate."""
    if row.role == "nothing":
        return ""
    found = main_harm(evidence, concern.group, rates(evidence, row.treatment.treatment_id, concern.concern_id))
    return "" if found is None else found.unit


def short_column(evidence: Evidence, page: ConcernPage, option_id: str) -> ShortColumn:
    """One option of a page in short, for every skin type.

    Raises:
        KeyError: for an option the concern does not have.
    """
    concern = page.concern
    (row,) = shown(page, (option_id,)).options
    cells: dict[LineId, Short] = {
        "helps": _helps(evidence, concern.concern_id, row),
        "against": _against(evidence, concern, row),
        "visits": _plain(row.visits),
        "days": Short(row.course_days),
        "hurts": _plain(row.discomfort),
        "harm": Short(row.harm),
    }
    tones = (None, *range(1, 7)) if concern.group == "skin" else ()
    marks = {tone: _marks(evidence, concern.concern_id, row, tone) for tone in tones}
    return ShortColumn(cells, marks, _harm_unit(evidence, concern, row))


def _are_mixed(units: Iterable[str]) -> bool:
    """True where figures that stand side by side were counted in different units."""
    return len({unit for unit in units if unit}) > 1


def in_short(
    cut: ConcernPage, columns: Sequence[ShortColumn], people: Question, skin_type: int | None = None
) -> tuple[ShortLine, ...]:
    """The options of a page cut down to them, in short, in one order for every concern.

    `people` is the row of the full table on 100 people. `skin_type` is 1 to 6 (Fitzpatrick I to VI), or None when not
    told.
    """
    concern, group = cut.concern, cut.concern.group
    needling = next((row.treatment for row in cut.options if row.role == "needling"), None)

    def line(line_id: LineId, question: str, about: str = "") -> ShortLine:
        return ShortLine(line_id, question, about, tuple(column.cells[line_id] for column in columns))

    about = bases_words(cut.options, group) or say(f"glance-about-helps-{group}")
    lines: list[ShortLine | None] = [line("helps", say("glance-q-helps"), about)]
    if needling is not None:
        lines.append(line("against", say("glance-q-against", other=needling.mid_sentence)))
    lines += [
        _better(people),
        line("visits", say("glance-q-visits")),
        line("days", say(f"glance-q-days-{group}")),
        line("hurts", say("glance-q-hurts")),
    ]
    if concern.group == "skin":
        found = [column.marks[skin_type] for column in columns]
        about = say(f"glance-about-marks-{'told' if skin_type else 'untold'}")
        if _are_mixed(per for _, per in found):
            about += f" {say('glance-mixed')}"
        lines.append(ShortLine("marks", say("glance-q-marks"), about, tuple(cell for cell, _ in found)))
    else:
        mixed = _are_mixed(column.harm_unit for column in columns)
        lines.append(line("harm", say("glance-q-harm"), say("glance-mixed") if mixed else ""))
    return tuple(one for one in lines if one is not None)
