"""What is said otherwise in one version than in another, line by line, and why: by the rows and the changes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from needlewise.decision.memory.snapshot import Line, Snapshot
from needlewise.evidence.model import rows as r
from needlewise.evidence.model.record import Release
from needlewise.evidence.model.store import Evidence
from needlewise.evidence.reading import archive
from needlewise.evidence.rules.versions import changes_since
from needlewise.words import join_list, say

# What is otherwise about a line, the weightiest first. `words`: said otherwise, with the same figures.
Kind = Literal["direction", "figure", "certainty", "added", "gone", "words"]

# Counted as a change of the answer; other words for the same are not.
WEIGHTY: tuple[Kind, ...] = ("direction", "figure", "certainty", "added", "gone")

_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
# A line of the list of changes that only spreads out what a row already said (data/README.md).
BOOKKEEPING = ("New columns filled",)
# So many reasons are told of one line; the list of changes holds all.
_MOST_REASONS = 3


@dataclass(frozen=True)
class Difference:
    """One line as it was and as it is; None where there was or is none.

    `name` is the option it is about, empty for the answer.
    """

    kind: Kind
    option: str
    name: str
    place: str
    before: Line | None
    now: Line | None

    @property
    def refs(self) -> tuple[str, ...]:
        """The rows behind both."""
        lines = [line for line in (self.before, self.now) if line is not None]
        return tuple(dict.fromkeys(ref for line in lines for ref in line.refs))


def compare(before: Snapshot, now: Snapshot, option_ids: Iterable[str] = ()) -> tuple[Difference, ...]:
    """All that is said otherwise of a concern, in the order of the page; of some options only where they are named.

    With options named the large figures of the page are left out (they are those of the needling, told with it), and so
    are the sentences of the answer after the first, which are about the others. An
    option that came or went is one difference, not one for each of its figures.
    """
    wanted = set(option_ids)
    found = [item for item in _answers(before, now) if not wanted or item.place == "answer"]
    if not wanted:
        found += _pairs(before, now, "", "", skip="answer-")
    for option in dict.fromkeys((*before.options, *now.options)):
        if wanted and option not in wanted:
            continue
        name = now.options.get(option) or before.options[option]
        if option not in now.options or option not in before.options:
            kind: Kind = "added" if option in now.options else "gone"
            lines = (before.line(option, "effect"), now.line(option, "effect"))
            found.append(Difference(kind, option, name, "option", *lines))
            continue
        found += _pairs(before, now, option, name)
    return tuple(found)


def _answers(before: Snapshot, now: Snapshot) -> Iterator[Difference]:
    """The sentences of the answer: the first against the first, the others by what they rest on."""
    old = [line for line in before.lines if line.place.startswith("answer-")]
    new = [line for line in now.lines if line.place.startswith("answer-")]
    if old and new and (kind := _kind(old[0], new[0])):
        yield Difference(kind, "", "", "answer", old[0], new[0])
    said, left = {line.text for line in new[1:]}, {line.text for line in old[1:]}
    old = [line for line in old[1:] if line.text not in said]
    new = [line for line in new[1:] if line.text not in left]
    for line in old:
        match = next((other for other in new if set(other.refs) & set(line.refs)), None)
        if match is None:
            yield Difference("gone", "", "", "answer-more", line, None)
            continue
        new.remove(match)
        if kind := _kind(line, match):
            yield Difference(kind, "", "", "answer-more", line, match)
    for line in new:
        yield Difference("added", "", "", "answer-more", None, line)


def _pairs(before: Snapshot, now: Snapshot, option: str, name: str, skip: str = "\0") -> Iterator[Difference]:
    old = {line.place: line for line in before.lines if line.option == option and not line.place.startswith(skip)}
    new = {line.place: line for line in now.lines if line.option == option and not line.place.startswith(skip)}
    for place in dict.fromkeys((*old, *new)):
        was, is_now = old.get(place), new.get(place)
        if _is_new_column(before, now, place):
            continue
        if was is None or is_now is None:
            yield Difference("added" if was is None else "gone", option, name, place, was, is_now)
        elif kind := _kind(was, is_now):
            yield Difference(kind, option, name, place, was, is_now)


def _is_new_column(before: Snapshot, now: Snapshot, place: str) -> bool:
    """True where one of the two told this of no option at all: then nothing about an option is otherwise."""
    return not place.startswith(("harm", "also")) and any(
        all(line.place != place for line in snapshot.lines) for snapshot in (before, now)
    )


def _kind(before: Line, now: Line) -> Kind | None:
    """The weightiest thing that is otherwise; None where both say the same."""
    if before.state != now.state:
        return "direction"
    if _numbers(before) != _numbers(now):
        return "figure"
    if before.level != now.level:
        return "certainty"
    return "words" if (before.text, before.note) != (now.text, now.note) else None


def _numbers(line: Line) -> list[str]:
    # Two figures of one line may change places when it is put into other words.
    return sorted(_NUMBER.findall(f"{line.text} {line.note}"))


def reasons(evidence: Evidence, since: Release, difference: Difference) -> tuple[str, ...]:
    """Why a line is otherwise than in a version: cells mended, sources added, rows set aside; else the rule.

    Each reason of the list of changes is given as it stands there. Never empty.
    """
    before = difference.before.refs if difference.before else ()
    now = difference.now.refs if difference.now else ()
    mended = [
        change for change in changes_since(evidence, since, difference.refs) if not change.why.startswith(BOOKKEEPING)
    ]
    found = [say("why-mended", why=why) for why in Counter(change.why for change in mended)]
    added = [ref for ref in now if ref not in before and not _was_there(since, ref)]
    titles = dict.fromkeys(title for ref in added for title in _titles(evidence, ref))
    found += [say("why-added", title=title) for title in titles]
    aside = [ref for ref in before if ref not in now and _is_aside(evidence, ref)]
    found += [say("why-aside", title=title) for ref in aside for title in _titles(evidence, ref)]
    if not found and any(_is_changed(since, ref) for ref in difference.refs):
        found = [say("why-unsaid")]
    if not found:
        same = set(before) == set(now)
        found = [say("why-other-rows" if not same else "why-words" if difference.kind == "words" else "why-rule")]
    more = len(found) - _MOST_REASONS
    return (*found[:_MOST_REASONS], *([say("why-more", count=more)] if more > 0 else []))


def _is_changed(since: Release, ref: str) -> bool:
    table, _, row_id = ref.partition(":")
    return row_id in archive.changed_rows(since.version, table)


def _was_there(since: Release, ref: str) -> bool:
    table, _, row_id = ref.partition(":")
    return row_id in archive.row_ids(since.version, table)


def _row(evidence: Evidence, ref: str) -> object:
    try:
        return evidence.find(ref)
    except KeyError:
        return None


def _is_aside(evidence: Evidence, ref: str) -> bool:
    """A finding that a newer source or another row took the place of, or a row that is gone."""
    row = _row(evidence, ref)
    return row is None or (isinstance(row, r.Effect) and row.is_set_aside) or bool(getattr(row, "duplicate_of", ""))


def _titles(evidence: Evidence, ref: str) -> tuple[str, ...]:
    """The sources of a row, each with its year; its own reference where it is no longer there."""
    if _row(evidence, ref) is None:
        return (ref,)
    sources = [evidence.sources[name] for name in evidence.source_ids(ref)]
    return tuple(f"{source.title} ({source.year})" if source.year else source.title for source in sources)


def place_words(difference: Difference) -> str:
    """What a line is, in words: `visits`, `how well it works`, the name of a harm."""
    kind, _, name = difference.place.partition(":")
    if name:
        return say("place-harm-of", name=re.sub(r"-[0-9]+$", "", name))
    return say("place-answer-more") if kind == "answer-more" else say(f"place-{re.sub(r'-[0-9]+$', '', kind)}")


def line_words(line: Line | None) -> str:
    """A line as it is or was said, with its note and how sure it was."""
    if line is None:
        return say("line-none")
    level = say(f"certainty-{line.level}") if line.level else ""
    return " · ".join(part for part in (line.text, line.note, level) if part)


# Where a line is seen besides Explore, by the beginning of its place.
_PAGES = {
    "answer": ("explore", "take_home"),
    "effect": ("explore", "compare", "take_home"),
    "also": ("explore", "compare", "take_home"),
    "visits": ("explore", "compare", "plan", "take_home"),
    "days": ("explore", "compare", "plan", "take_home"),
    "shows": ("explore", "compare", "plan", "take_home"),
    "course": ("explore", "compare", "take_home"),
    "discomfort": ("explore", "compare", "take_home"),
    "harm": ("explore", "compare", "take_home"),
    "option": ("explore", "compare", "plan", "take_home"),
}


def pages(difference: Difference) -> str:
    """The pages that tell this line, by name."""
    names = next((pages for start, pages in _PAGES.items() if difference.place.startswith(start)), ("explore",))
    return join_list([say(f"nav-{name}") for name in names])
