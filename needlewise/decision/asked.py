"""A question typed as people ask it, answered: what cannot wait first, then what the rows say, then names.

What is typed may tell of someone's health, so it is an argument and never kept. What answers a question is the same for
everyone and is worked out once: as a saying answers on Evidence, as a condition does on Right for me?, or by rows that
speak for themselves. So an answer here is the one that stands elsewhere.

Vocabulary
    asked     a row of `asked`: a question, the ways to type it, what answers it, and where more stands
    way       words that must all be typed for a question to be meant; each may have a slip in it
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace

from rapidfuzz.distance import OSA

from needlewise.caching import shared
from needlewise.decision.after_signs import afterwards
from needlewise.decision.claims import Judgement, check
from needlewise.decision.concern.build import build_concern_page
from needlewise.decision.concern.people_of_100 import people_in_words
from needlewise.decision.sayings import Reply, reply, words_of_row
from needlewise.decision.search import MOST_TEXT, Answer, Hit, plain, search
from needlewise.decision.shared.options import OptionRow
from needlewise.decision.shared.skin_tone import least_dark, least_dark_counts, least_dark_figure, least_dark_plain
from needlewise.decision.shared.worked import how_to_know
from needlewise.decision.suitability import advise
from needlewise.decision.suitability_words import longest_wait, wait_words
from needlewise.decision.told import Answers, Detail
from needlewise.evidence.model.advice import AfterSign, Asked, DatedCaution, Question
from needlewise.evidence.model.rows import Caution, Claim, Cost, RedFlag
from needlewise.evidence.model.store import Evidence
from needlewise.evidence.reading.load import load
from needlewise.evidence.rules.headline import head_to_head
from needlewise.evidence.rules.verdicts import VERDICTS
from needlewise.evidence.sentences.statements import statement, treatment_name
from needlewise.words import has, say, sentence, thousands

# A way to type a question: words that must all be there, each as those that will do.
_Way = tuple[tuple[str, ...], ...]
MOST_TOLD = 2
# More places than these are a list, not a way on.
_FEW = 3
# A word this short is taken as written; from `_LONG` letters on two slips are forgiven, below it one. Ours, tried on
# the words of the table; it decides no figure.
_SHORT = 5
_LONG = 9
_SURE = 8


@dataclass(frozen=True)
class Line:
    """One thing that answers: what it is about or what to do, in words; then what is said, with its rows.

    `more` holds what waits for a tap: the figures behind it, or what else was found, from the same rows.
    """

    lead: str
    text: str
    refs: tuple[str, ...]
    more: tuple[str, ...] = ()


@dataclass(frozen=True)
class Told:
    """One question with its answer.

    Attributes:
        row: the question, and where more stands.
        lines: what answers it at once; empty where only the place does.
        concern_id, option_ids: the concern and the options, or the treatment, that its place is opened for.
        scope: for which concern all of it is told, where the question names none; empty where the lines name theirs.
        choices: the concerns to choose from, where each has its own answer.
    """

    row: Asked
    lines: tuple[Line, ...]
    concern_id: str = ""
    option_ids: tuple[str, ...] = ()
    scope: str = ""
    choices: tuple[str, ...] = ()


@dataclass(frozen=True)
class Found:
    """What a search gives: what cannot wait, questions with their answers, then names and where they stand."""

    urgent: tuple[Told, ...]
    asked: tuple[Told, ...]
    names: Answer

    @property
    def is_empty(self) -> bool:
        """True where nothing here is about what was typed."""
        return not (self.urgent or self.asked or self.names.hits)

    @property
    def both(self) -> tuple[str, ...]:
        """The two concerns that were named, as written and no more than two; empty for any other number."""
        named = [hit.named for hit in self.names.hits if hit.kind == "concern" and not hit.is_near]
        two = len(named) == 2 and all(len(ids) == 1 for ids in named) and not self.names.is_guess
        return (named[0][0], named[1][0]) if two else ()


def find(evidence: Evidence, text: str) -> Found:
    """What the words lead to."""
    words = _words(text)
    names = search(evidence, text)
    every = _named(evidence, words, frozenset())
    concerns = () if names.is_guess else _concerns(evidence, names)
    places, ways = _places(words), _ways()
    meant = [(row, used) for row in evidence.asked.values() if (used := _used(ways[row.asked_id], places)) is not None]
    urgent = [row for row, _ in sorted(meant, key=lambda found: -len(found[1])) if row.urgent]
    fitting = []
    for row, used in meant:
        # A treatment named by the very words that a question is known by counts as well.
        if row.urgent or (concerns and _of_another(evidence, row, concerns)):
            continue
        named = tuple(name for name in every if name in row.treatment_ids)
        if not named and every and row.treatment_ids:
            named = _named(evidence, words, used)
        if _fits(row, named):
            fitting.append((row, used, named))
    # The way with most words says most; among equals one that answers at once, about the treatment named.
    fitting.sort(
        key=lambda found: (
            _is_last(found[0]),
            -len(found[1]),
            _only_leads(found[0]),
            not (set(found[2]) & set(found[0].treatment_ids)),
        )
    )
    if fitting:
        first, most, _ = fitting[0]
        # Beside it what was asked just as well, or with other words.
        fitting = [
            found
            for found in fitting
            if (not found[1] & most or len(found[1]) == len(most)) and (_only_leads(first) or not _only_leads(found[0]))
        ]
    if urgent:
        # What cannot wait stands alone.
        fitting, names = [], Answer(())
    elif names.is_guess and fitting:
        names = Answer(())
    elif fitting or any(hit.is_near for hit in names.hits):
        hits = [hit for hit in names.hits if _adds(hit)]
        # That it is not here comes before what is.
        names = Answer(tuple(sorted(hits, key=lambda hit: not hit.is_near)), names.is_guess)
    concern_id = next((hit.named[0] for hit in names.hits if hit.kind == "concern" and not hit.is_near), "")
    return Found(
        tuple(_told(row.asked_id, ()) for row in urgent[:MOST_TOLD]),
        tuple(
            _placed(_told(row.asked_id, _narrowed(row, named)), concern_id, every)
            for row, _, named in fitting[:MOST_TOLD]
        ),
        names,
    )


# Pages that say more once they know what it is about.
_ASK_CONCERN = ("plan", "compare", "suitability")


def _placed(told: Told, concern_id: str, named: tuple[str, ...]) -> Told:
    """With the concern that was named, where its place would ask for one; After with the treatment named."""
    if told.row.page == "after" and not told.row.option_ids:
        return replace(told, option_ids=named[:1])
    if told.choices and concern_id:
        evidence = load()
        lines = tuple(_of_place(evidence, told.row, concern_id))
        scope = say("asked-for-concern", concern=evidence.concerns[concern_id].noun)
        return replace(told, lines=lines, concern_id=concern_id, scope=scope, choices=())
    if told.row.page == "plan" and told.concern_id and concern_id not in ("", told.concern_id):
        # Visits and results of the concern that was named; what to do stays.
        todo = [line for line in told.lines if not line.refs]
        return replace(told, lines=(*_of_place(load(), told.row, concern_id), *todo), concern_id=concern_id)
    return replace(told, concern_id=concern_id) if told.row.page in _ASK_CONCERN and not told.concern_id else told


def _is_last(row: Asked) -> bool:
    """True for the question that anything after a treatment could be: it stands only where no other was meant."""
    return row.page == "after" and _only_leads(row)


def _only_leads(row: Asked) -> bool:
    """True for a question that nothing answers here: it only leads on."""
    return not (row.row_refs or row.condition or row.worked or row.skin_type or row.no_source)


def _adds(hit: Hit) -> bool:
    """True for a name worth telling beside an answer: not a list of all that has an option, nor what was answered."""
    return hit.is_near or (hit.kind != "condition" and len(hit.targets) <= _FEW)


def _words(text: str) -> tuple[str, ...]:
    """What was typed, word by word. Two words that are one name with us are one: `dry needling`, `make up`."""
    joined = plain(text[:MOST_TEXT])
    for apart, together in _TOGETHER:
        joined = re.sub(apart, together, joined)
    return tuple(joined.split())


_TOGETHER = (
    (r"\bdry needl\w*", "dryneedling"),
    (r"\bmicro needl\w*", "microneedling"),
    (r"\bderma (roller|pen|stamp)", r"derma\1"),
    (r"\bmake up\b", "makeup"),
    (r"\bblood thin\w*", "bloodthinners"),
    (r"\bbreast fe\w*", "breastfeeding"),
    (r"\bjewel?l?ery\b|\bjewelry\b", "jewellery"),
)


def _used(ways: tuple[_Way, ...], places: dict[str, int]) -> frozenset[int] | None:
    """The places of the words that a question was known by; None where it is not meant. The fullest way counts."""
    found = [used for way in ways if (used := _places_of(way, places)) is not None]
    return max(found, key=len, default=None)


def _places_of(way: _Way, places: dict[str, int]) -> frozenset[int] | None:
    found = []
    for part in way:
        # As written before a slip: those stand behind all that are written. One word says all only as it is written,
        # unless it is too long to be another: "doing" is no slip of "dying".
        here = [
            place
            for word in part
            if (place := places.get(word)) is not None and (len(way) > 1 or place < _SLIPPED or len(word) >= _SURE)
        ]
        if not here:
            return None
        found.append(min(here))
    return frozenset(place % _SLIPPED for place in found)


# Added to the place of a word that is taken with a slip in it; more than any text has words.
_SLIPPED = 1000


def _places(words: tuple[str, ...]) -> dict[str, int]:
    """Where each of the words by which questions are known stands: as written if it does, else with a slip in it."""
    found: dict[str, int] = {}
    for wanted in _wanted():
        place = next((place for place, word in enumerate(words) if _is(wanted, word)), None)
        if place is None:
            place = next((_SLIPPED + place for place, word in enumerate(words) if _is_nearly(wanted, word)), None)
        if place is not None:
            found[wanted] = place
    return found


def _is(wanted: str, word: str) -> bool:
    if wanted.endswith("*"):
        return word.startswith(wanted[:-1])
    return word in (wanted, f"{wanted}s")


def _is_nearly(wanted: str, word: str) -> bool:
    """True for a letter too many, too few, wrong or swapped (in a short word: swapped).

    A word that we know is never a slip of another.
    """
    stem = wanted.rstrip("*")
    if word[:1] != stem[:1] or word in _known():
        return False
    if len(stem) < _SHORT:
        return len(stem) == _SHORT - 1 and sorted(word) == sorted(stem) and OSA.distance(stem, word) == 1
    slips = 2 if len(stem) >= _LONG else 1
    ends = range(len(stem) - slips, len(stem) + slips + 1) if wanted.endswith("*") else (len(word),)
    return any(OSA.distance(stem, word[:end], score_cutoff=slips) <= slips for end in ends)


@shared(size=1)
def _ways() -> dict[str, tuple[_Way, ...]]:
    """Of each question the ways to type it: words that must all be there, each as those that will do."""
    return {
        row.asked_id: tuple(tuple(tuple(part.split("/")) for part in way.split()) for way in row.typed)
        for row in load().asked.values()
    }


@shared(size=1)
def _wanted() -> frozenset[str]:
    """Every word by which a question is known, as it stands in the table."""
    return frozenset(word for ways in _ways().values() for way in ways for part in way for word in part)


@shared(size=1)
def _known() -> frozenset[str]:
    """The same words without their open endings, each also as more than one."""
    words = [word.rstrip("*") for word in _wanted()]
    return frozenset((*words, *(f"{word}s" for word in words)))


def _named(evidence: Evidence, words: tuple[str, ...], used: frozenset[int]) -> tuple[str, ...]:
    """The treatments named beside the words that a question was known by; of a concern alone its needling."""
    rest = " ".join(word for place, word in enumerate(words) if place not in used)
    rest = rest.replace("dryneedling", "dry needling")
    found = search(evidence, rest) if rest else Answer(())
    hits = [] if found.is_guess else [hit for hit in found.hits if not hit.is_near]
    options = [name for hit in hits if hit.kind == "option" for name in hit.named]
    concerns = [evidence.concerns[name].needling_id for hit in hits if hit.kind == "concern" for name in hit.named]
    return tuple(dict.fromkeys(options or concerns))


def _concerns(evidence: Evidence, names: Answer) -> tuple[str, ...]:
    """The concerns named, those that are only near what was named among them."""
    return tuple(
        name for hit in names.hits for name in hit.named if hit.kind == "concern" and name in evidence.concerns
    )


def _of_another(evidence: Evidence, row: Asked, concerns: tuple[str, ...]) -> bool:
    """True for an answer that is worked out for a concern, where another was named.

    What comes after a treatment, and what is true of a person, holds for every concern.
    """
    if _only_leads(row) and row.page in ("explore", "compare") and row.concern_id:
        return row.concern_id not in concerns
    sayings = [ref.partition(":")[2] for ref in row.row_refs if ref.startswith("sayings:")]
    if row.page == "after" or not (sayings or row.worked or row.skin_type):
        return False
    return not set(concerns) & {row.concern_id, *(evidence.sayings[name].concern_id for name in sayings)}


def _fits(row: Asked, named: tuple[str, ...]) -> bool:
    """True unless a question about one treatment was asked of another."""
    return not row.treatment_ids or not named or bool(set(named) & set(row.treatment_ids))


def _narrowed(row: Asked, named: tuple[str, ...]) -> tuple[str, ...]:
    """The treatments to answer for: those named, else all that the question is about."""
    return tuple(name for name in row.treatment_ids if name in named) or row.treatment_ids


@shared(size=256)
def _told(asked_id: str, treatment_ids: tuple[str, ...]) -> Told:
    evidence = load()
    row = evidence.asked[asked_id]
    lines: list[Line] = []
    if row.condition:
        lines += [_of_condition(evidence, row, name) for name in treatment_ids]
    if row.skin_type is not None:
        options = [option.treatment_id for option in evidence.options(row.concern_id)]
        least = least_dark(evidence, row.concern_id, options, row.skin_type)
        text, refs = least_dark_plain(evidence, row.concern_id, least), least_dark_figure(evidence, least).refs
        lead = say(f"suitability-skin-{row.skin_type}").partition(".")[0]
        lines.append(Line(lead, text, refs, least_dark_counts(evidence, least)))
    if row.worked:
        figures = [figure for name in row.treatment_ids for figure in how_to_know(evidence, row.concern_id, name)]
        lines += [Line("", sentence(figure.text), figure.refs) for figure in figures]
    for ref in row.row_refs:
        table, _, row_id = ref.partition(":")
        lines += _of_saying(reply(row_id)) if table == "sayings" else [_of_row(evidence, row, ref)]
    if _only_leads(row):
        lines += _of_place(evidence, row, row.concern_id)
    if row.no_source:
        lines.insert(0, Line("", say("asked-no-source"), ()))
    if has(f"asked-note-{asked_id}"):
        note = Line(say("after-title-emergency") if row.urgent else "", say(f"asked-note-{asked_id}"), ())
        lines = [note, *lines] if row.urgent else [*lines, note]
    # Pain before skin, as in the picker.
    every = sorted(evidence.concerns.values(), key=lambda concern: concern.group)
    choices = tuple(one.concern_id for one in every) if row.place == _COUNTED and not row.concern_id else ()
    return Told(row, tuple(lines), row.concern_id, row.option_ids, _scope(evidence, row), choices)


# Places of a concern's page that answer by themselves.
_COUNTED, _FIGURES, _OPTION = "shares", "figures", "option-"


def _of_place(evidence: Evidence, row: Asked, concern_id: str) -> list[Line]:
    """What the place that a question leads to answers, where no row was named: the same words, in short."""
    if row.page == "evidence" and not row.place:
        return [_of_promises(evidence)]
    if not concern_id or row.page not in ("explore", "compare", "plan"):
        return []
    page = build_concern_page(evidence, concern_id)
    options = {one.treatment.treatment_id: one for one in page.options}
    if row.page == "compare":
        told = [_of_option(options[name]) for name in row.option_ids]
        return [*_between(evidence, concern_id, row.option_ids[:2]), *told]
    if row.page == "plan" or row.place == _FIGURES:
        titles = ((say("figure-visits"), page.visits), (say("figure-results"), page.results))
        about = say("search-option", option=page.needling.name, concern=page.concern.name)
        return [
            Line(f"{about}. {title}", " ".join(sentence(part) for part in (one.text, one.note) if part), one.refs)
            for title, one in titles
        ]
    if row.place == _COUNTED:
        counted = people_in_words(page)
        if counted.pair is None:
            return [Line("", counted.lead, tuple(ref for one in counted.others for ref in one.refs))]
        text = say("shares-other", text=counted.pair.text, time=counted.pair.time)
        return [Line(sentence(counted.pair.face), text, counted.pair.refs)]
    name = row.place.removeprefix(_OPTION)
    return [_of_option(options[name])] if row.place.startswith(_OPTION) and name in options else []


def _of_option(row: OptionRow) -> Line:
    """What was found of one option, how sure it is, and behind it what else was found."""
    lead = row.treatment.name
    if row.rating is not None:
        lead = say("asked-how-sure", name=lead, sure=say(f"certainty-{row.rating.level}"))
    refs = (*row.effect.refs, *(ref for one in row.also for ref in one.refs))
    also = (row.turn, *(one.text for one in row.also))
    return Line(lead, row.effect.text, tuple(dict.fromkeys(refs)), tuple(sentence(text) for text in also if text))


def _between(evidence: Evidence, concern_id: str, pair: tuple[str, ...]) -> list[Line]:
    """What studies that set two options against each other found, or that there is none."""
    first, second = pair
    line = head_to_head(evidence, concern_id, first, second)
    if line is None:
        subject, other = (treatment_name(evidence, name) for name in pair)
        return [Line("", say("saying-no-rival", subject=subject, other=other), ())]
    said = statement(evidence, line)
    return [Line(say(f"certainty-{said.rating.level}"), said.text, said.refs)]


def _of_promises(evidence: Evidence) -> Line:
    """How the promises came out, counted over all topics, the best kept first."""
    promises = check(evidence)
    claims = [one.claim for promise in promises for one in promise.judgements]
    counts = Counter(claim.verdict for claim in claims)
    told = [
        say("asked-promises-part", count=counts[name], verdict=say(f"verdict-{name}").lower())
        for name in reversed(VERDICTS)
        if counts[name]
    ]
    text = say("asked-promises", promises=len(promises), count=len(claims), list="; ".join(told))
    return Line("", text, tuple(f"claims:{claim.verdict_id}" for claim in claims))


def _scope(evidence: Evidence, row: Asked) -> str:
    """`For acne scars:` where the whole answer is about a concern that the question does not name."""
    if row.urgent or not row.concern_id:
        return ""
    concern = evidence.concerns[row.concern_id]
    if any(name.lower() in row.question.lower() for name in (concern.name, concern.noun)):
        return ""
    of_it = [
        getattr(evidence.find(ref), "concern_id", getattr(evidence.find(ref), "topic", "")) == row.concern_id
        for ref in row.row_refs
        if ref.startswith(("sayings:", "claims:"))
    ]
    of_place = _only_leads(row) and row.page in ("explore", "compare", "plan")
    whole = len(of_it) == len(row.row_refs) and all(of_it)
    told = bool(of_it or row.worked or row.skin_type is not None or of_place)
    return say("asked-for-concern", concern=concern.noun) if whole and told and not row.condition else ""


def told(asked_id: str) -> Told:
    """One question of the table with its whole answer."""
    return _told(asked_id, load().asked[asked_id].treatment_ids)


def _of_saying(found: Reply) -> list[Line]:
    """What answers a saying, in the same words as where the sayings stand."""
    lines = [
        Line(
            f"{one.name} · {say(f'evidence-topic-{one.judgement.claim.topic}')}. {_verdict(one.judgement)}",
            one.judgement.short,
            (f"claims:{one.judgement.claim.verdict_id}",),
        )
        for one in found.judged
    ]
    if found.saying.no_study:
        lines.append(Line("", say("saying-no-study", sources=thousands(len(load().sources))), ()))
    if found.compared is not None:
        said, blank = found.compared.said, found.compared.blank
        if said is not None:
            lines.append(Line(f"{found.about}: {found.compared.text}", said.text, said.refs))
        elif blank is not None:
            lines.append(Line(found.about, blank.text, blank.refs))
        lines += [Line("", one.text, one.refs) for one in found.compared.also]
    lines += [
        Line(
            f"{found.about}. {found.lead}",
            " ".join(sentence(part) for part in (figure.text, figure.note) if part),
            figure.refs,
        )
        for figure in found.figures
    ]
    return lines + [Line("", words, (ref,)) for words, ref in found.rows]


def _of_condition(evidence: Evidence, row: Asked, treatment_id: str) -> Line:
    """What Right for me? answers for one treatment to someone who told only this."""
    chosen = (row.situation,) if row.situation else ()
    answers = Answers(skin_type=1, conditions=(row.condition,), details=(Detail(row.condition, chosen),))
    advice = advise(evidence, treatment_id, answers, skin=False)
    name = advice.treatment.name
    if not advice.reasons:
        return Line(f"{name}: {say('suitability-go_ahead')}", say("suitability-clean"), ())
    reason = advice.reasons[0]
    if reason.answer == "unknown":
        return Line(f"{name}: {say('suitability-unknown-title')}", say("suitability-unknown-lead"), ())
    wait = longest_wait(reason) or wait_words(reason)
    text = " ".join(part for part in (wait, reason.words) if part)
    return Line(f"{name}: {say(f'suitability-{reason.answer}')}", text, reason.refs)


def _of_row(evidence: Evidence, asked: Asked, ref: str) -> Line:
    """What a row says; of a sign what to do about it comes first, of a caution what it means for which treatment."""
    row = evidence.find(ref)
    if isinstance(row, RedFlag):
        return Line(say(f"action-{row.action}"), sentence(row.sign), (ref,))
    if isinstance(row, AfterSign):
        sign = next(one for one in afterwards(evidence, row.treatment_id).signs if ref in one.refs)
        # What cannot wait holds whatever was done, unless the question names one treatment.
        of_one = asked.urgent and row.treatment_id in asked.treatment_ids
        text = f"{evidence.treatments[row.treatment_id].name}: {sign.line()}" if of_one else sign.line()
        return Line(say(f"after-title-{row.action}"), text, (ref,))
    if isinstance(row, Caution | DatedCaution):
        lead = evidence.treatments[row.treatment_id].name
        # What holds for everyone is a rule, and no answer to something told.
        if evidence.conditions[row.condition].group != "everyone":
            lead = f"{lead}: {say(f'caution-advice-{row.advice}')}"
        return Line(lead, sentence(row.reason), (ref,))
    if isinstance(row, Claim):
        name, judgement = next(
            (promise.benefit.name, one) for promise in check(evidence) for one in promise.judgements if one.claim == row
        )
        return Line(f"{name}. {_verdict(judgement)}", judgement.short, (ref,))
    if isinstance(row, Question):
        return Line(say("asked-ask"), row.question, (ref,))
    name = getattr(row, "treatment_id", "")
    lead = evidence.treatments[name].name if name and not isinstance(row, Cost) else ""
    return Line(lead, words_of_row(evidence, ref), (ref,))


def _verdict(judgement: Judgement) -> str:
    return say(f"verdict-{judgement.claim.verdict}")
