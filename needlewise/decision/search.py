"""What a word leads to: brand, everyday and medical names, forgiving of slips, and honest where nothing is here.

What is typed may tell of someone's health, so it is an argument and never kept. The names themselves are the same for
everyone and are put in order once.

Vocabulary
    name    a name something is known by: of a concern, an option, a promise, a thing asked on Right for me?
    hit     one name that fits what was typed, and what it leads to
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Literal

from rapidfuzz import fuzz, process

from needlewise.caching import shared
from needlewise.evidence.model.advice import Alias
from needlewise.evidence.model.rows import Concern, Effect, Treatment
from needlewise.evidence.model.store import Evidence
from needlewise.evidence.reading.load import load
from needlewise.evidence.sentences.rows import row_words
from needlewise.words import say

LeadsTo = Literal["concern", "option", "promise", "condition", "word", "nothing"]
# How alike two names must be, of 100 (rapidfuzz.fuzz.ratio), to take one for a slip of the other: one wrong letter in
# six passes, another word does not. Ours, tried on the names of the table; it decides no figure.
ALIKE = 82
# Shorter names are taken as written only: PRP and PRF differ in one letter and in what they are.
_SHORTEST_GUESS = 5
# Inside a question every word could be a slip of some name: only long ones that are all but the same are taken.
ALIKE_INSIDE = 88
_LONG = 7
MOST_HITS = 4
MOST_TEXT = 80


@dataclass(frozen=True)
class Target:
    """One place that a name leads to: what it is called, and the ids its address is made of."""

    text: str
    kind: LeadsTo
    concern_id: str = ""
    option_ids: tuple[str, ...] = ()
    row_id: str = ""


@dataclass(frozen=True)
class Hit:
    """One name that fits.

    Attributes:
        text: what is said of it: another name, a brand, or that nothing here is about it.
        targets: where to read on; for a name that is not here, what is nearest.
        found: what rows of the tables say of it by itself, each with its reference.
        is_near: nothing here is about it.
        kind, named: what the name is of, by id.
    """

    text: str
    targets: tuple[Target, ...]
    found: tuple[tuple[str, str], ...] = ()
    is_near: bool = False
    kind: LeadsTo = "nothing"
    named: tuple[str, ...] = ()


@dataclass(frozen=True)
class Answer:
    """What a search gives: names as written, else the likeliest slips, else nothing."""

    hits: tuple[Hit, ...]
    is_guess: bool = False


@dataclass(frozen=True)
class _Name:
    """One name with what it leads to."""

    name: str
    means: Literal["name", "brand", "near", "own"]
    kind: LeadsTo
    target_ids: tuple[str, ...]
    no_study: bool = False
    refs: tuple[str, ...] = ()


def search(evidence: Evidence, text: str) -> Answer:
    """What the words lead to.

    A name counts as written where it stands as whole words in what was typed, longer names first; else the names most
    like it are offered as a guess.
    """
    wanted = plain(text[:MOST_TEXT])
    if not wanted:
        return Answer(())
    names = _names() if evidence is load() else _names_of(evidence)
    written = [name for name in names if f" {name} " in f" {wanted} " or f" {name}s " in f" {wanted} "]
    # "Heel pain" is in "plantar heel pain": the longer name says more.
    written = [name for name in written if not any(name != other and name in other for other in written)]
    if written:
        return Answer(_hits(evidence, [names[name] for name in written]))
    if len(wanted) < _SHORTEST_GUESS:
        return Answer(())
    offered = [name for name in names if len(name) >= _SHORTEST_GUESS]
    close = [
        name for name, _, _ in process.extract(wanted, offered, scorer=fuzz.ratio, score_cutoff=ALIKE, limit=MOST_HITS)
    ]
    return Answer(_hits(evidence, [names[name] for name in close or _within(wanted, offered)]), is_guess=True)


def _within(wanted: str, offered: list[str]) -> list[str]:
    """Long names with a slip in them that stand inside a question, best first."""
    words = wanted.split()
    parts = [" ".join(words[start:end]) for start in range(len(words)) for end in range(start + 1, start + 5)]
    found: dict[str, float] = {}
    for part in dict.fromkeys(part for part in parts if len(part) >= _LONG):
        for name, alike, _ in process.extract(part, offered, scorer=fuzz.ratio, score_cutoff=ALIKE_INSIDE, limit=1):
            found[name] = max(alike, found.get(name, 0))
    return sorted(found, key=lambda name: -found[name])[:MOST_HITS]


def plain(text: str) -> str:
    """Small letters without accents, and single spaces for all that is no letter, number, `%` or `&`."""
    bare = "".join(sign for sign in unicodedata.normalize("NFKD", text.lower()) if not unicodedata.combining(sign))
    return " ".join(re.sub(r"[^\w%&]+", " ", bare.replace("'", "").replace("’", "")).split())


@shared(size=1)
def _names() -> dict[str, _Name]:
    return _names_of(load())


def _names_of(evidence: Evidence) -> dict[str, _Name]:
    """Every name as it is compared, and what it leads to. Our own names come first: no alias hides one."""
    found: dict[str, _Name] = {}

    def add(name: str, entry: _Name) -> None:
        found.setdefault(plain(name), entry)

    for concern in evidence.concerns.values():
        for name in (concern.name, concern.noun):
            add(name, _Name(concern.name, "own", "concern", (concern.concern_id,)))
    for option_id in dict.fromkeys(option.treatment_id for option in evidence.concern_options.values()):
        treatment = evidence.treatments[option_id]
        for name in (treatment.name, treatment.short_name):
            add(name, _Name(treatment.name, "own", "option", (option_id,)))
    for alias in evidence.aliases.values():
        add(alias.alias, _named(alias))
    for promise in evidence.benefits.values():
        add(promise.name, _Name(promise.name, "own", "promise", (promise.claim_id,)))
    return found


def _named(alias: Alias) -> _Name:
    return _Name(alias.alias, alias.means, alias.leads_to, alias.target_ids, alias.no_study, alias.refs)


def _hits(evidence: Evidence, names: list[_Name]) -> tuple[Hit, ...]:
    """One hit for each thing named; two names of the same thing are told once."""
    kept: dict[tuple[object, ...], _Name] = {}
    for name in names:
        kept.setdefault((name.kind, name.target_ids, name.refs, name.means == "near"), name)
    return tuple(_hit(evidence, name) for name in list(kept.values())[:MOST_HITS])


def _hit(evidence: Evidence, name: _Name) -> Hit:
    targets = tuple(target for row_id in name.target_ids for target in _targets(evidence, name.kind, row_id))
    said = say(f"search-{name.means}", name=name.name) if targets else say("search-nothing", name=name.name)
    if name.kind == "word":
        said = say("search-word", name=name.name, text=say(f"rule-short-{name.target_ids[0]}"))
    if name.no_study:
        said = f"{said} {say('search-no-study', name=name.name)}"
    found = tuple((found_words(evidence, ref), ref) for ref in name.refs)
    return Hit(said, targets, found, name.means == "near", name.kind, name.target_ids)


def found_words(evidence: Evidence, ref: str) -> str:
    """What a row says by itself; of a finding without a figure, which side it favours and how many people it had."""
    row = evidence.find(ref)
    if isinstance(row, Effect) and row.estimate is None and row.n_people and row.favours in ("treatment", "comparator"):
        winner = row.treatment_id if row.favours == "treatment" else row.comparator_id
        name = evidence.treatments[winner].mid_sentence
        return say("search-study", people=row.n_people, what=row.outcome_label, winner=name)
    return row_words(row)


def _targets(evidence: Evidence, kind: LeadsTo, row_id: str) -> list[Target]:
    if kind == "concern":
        return [_of_concern(evidence.concerns[row_id])]
    if kind == "option":
        return _of_option(evidence, evidence.treatments[row_id])
    if kind == "promise":
        return [Target(evidence.benefits[row_id].name, kind, row_id=row_id)]
    if kind == "word":
        return [Target(say("search-word-more"), kind, row_id=row_id)]
    return [Target(say(f"condition-{row_id}"), "condition", row_id=row_id)]


def _of_concern(concern: Concern) -> Target:
    return Target(concern.name, "concern", concern.concern_id)


def _of_option(evidence: Evidence, treatment: Treatment) -> list[Target]:
    """The option beside needling and doing nothing, for each concern that has it."""
    found = []
    for concern in evidence.concerns.values():
        ids = [option.treatment_id for option in evidence.options(concern.concern_id)]
        if treatment.treatment_id in ids:
            wanted = (concern.needling_id, treatment.treatment_id, ids[-1])
            text = say("search-option", option=treatment.name, concern=concern.name)
            # All that is said of the needling stands on the concern's own page.
            kind: LeadsTo = "concern" if treatment.treatment_id == concern.needling_id else "option"
            found.append(Target(text, kind, concern.concern_id, tuple(dict.fromkeys(wanted)), treatment.treatment_id))
    return found
