"""A second reader's look at rows drawn at random: what is asked without the values, and how well the answers agree.

Agreement is the share of cells that are the same, and for cells with a closed list Cohen's kappa as well (Cohen 1960,
doi 10.1177/001316446002000104): the share above what chance alone would give.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from needlewise.evidence.model.store import Evidence

# What a reader is asked of a row; of columns with a closed list kappa is reckoned.
_FIGURES = {
    "effects": ("estimate", "ci_low", "ci_high", "comparator_estimate", "n_people"),
    "protocols": ("sessions_low", "sessions_typical", "sessions_high"),
    "recovery": ("day_low", "day_typical", "day_high"),
    "risks": ("per_100", "events", "n"),
}
_CHOICES = {
    "effects": {
        "favours": ("treatment", "comparator", "neither", ""),
        "kind": ("controlled", "arm_means", "before_after", "rank", "natural_course", "recommendation"),
    },
    "risks": {"per": ("person", "session", "side", "unknown"), "how_asked": ("asked", "recorded", "unknown")},
}
# What tells a reader which figure of the source is meant, without telling the figure.
_ABOUT = (
    "concern_id",
    "treatment_id",
    "comparator_id",
    "outcome_label",
    "timepoint",
    "harm_label",
    "population",
    "milestone",
)
SHEET = ("ref", "source", "address", "about", "column", "allowed", "answer")


@dataclass(frozen=True)
class Score:
    """How well the answers agree with the tables."""

    rows: int
    rows_same: int
    cells: int
    cells_same: int
    kappa: float | None

    @property
    def share(self) -> float:
        """Cells that are the same, of 100."""
        return 100 * self.cells_same / self.cells


def draw(evidence: Evidence, shown: Iterable[str], count: int, seed: int) -> list[dict[str, str]]:
    """The lines of a sheet for so many rows drawn at random from those that are shown; no value stands in it."""
    refs = sorted(ref for ref in set(shown) if ref.partition(":")[0] in _FIGURES)
    chosen = random.Random(seed).sample(refs, min(count, len(refs)))  # noqa: S311  a fair draw, no secret
    return [line for ref in chosen for line in _lines(evidence, ref)]


def _lines(evidence: Evidence, ref: str) -> list[dict[str, str]]:
    row, table = evidence.find(ref), ref.partition(":")[0]
    sources = [evidence.sources[name] for name in evidence.source_ids(ref)]
    about = "; ".join(str(text) for column in _ABOUT if (text := getattr(row, column, "")))
    asked = dict.fromkeys(_FIGURES[table], ()) | _CHOICES.get(table, {})
    return [
        {
            "ref": ref,
            "source": "; ".join(source.title for source in sources),
            "address": "; ".join(source.link for source in sources),
            "about": about,
            "column": column,
            "allowed": " / ".join(word or "blank" for word in allowed),
            "answer": "",
        }
        for column, allowed in asked.items()
    ]


def score(evidence: Evidence, sheet: Sequence[Mapping[str, str]]) -> tuple[Score, tuple[str, ...]]:
    """How well a sheet agrees, and each cell that differs. A row without any answer was not read and does not count.

    Raises:
        ValueError: where no row was answered, or a row is not one of the tables.
    """
    by_row: dict[str, list[Mapping[str, str]]] = {}
    for line in sheet:
        by_row.setdefault(line["ref"], []).append(line)
    read = {ref: lines for ref, lines in by_row.items() if any(line["answer"].strip() for line in lines)}
    if not read:
        raise ValueError("no row of the sheet has an answer")
    same: list[bool] = []
    rows_same = 0
    pairs: list[tuple[str, str]] = []
    differ: list[str] = []
    for ref, lines in read.items():
        row = _found(evidence, ref)
        found = []
        for line in lines:
            held, answer = _text(getattr(row, line["column"])), line["answer"].strip()
            found.append(_agree(held, answer))
            if line["allowed"]:
                pairs.append((held, "" if answer == "blank" else answer))
            if not found[-1]:
                differ.append(f"{ref} {line['column']}: here {held or 'blank'}, read {answer or 'blank'}")
        same += found
        rows_same += all(found)
    return Score(len(read), rows_same, len(same), sum(same), kappa(pairs)), tuple(differ)


def _found(evidence: Evidence, ref: str) -> object:
    try:
        return evidence.find(ref)
    except KeyError as error:
        raise ValueError(f"{ref} is no row of these tables") from error


def _text(value: object) -> str:
    return "" if value is None else f"{value:g}" if isinstance(value, float) else str(value)


def _agree(held: str, answer: str) -> bool:
    """The same number however it is written, the same word, or both blank."""
    answer = "" if answer == "blank" else answer
    try:
        return float(held) == float(answer)
    except ValueError:
        return held == answer


def kappa(pairs: Sequence[tuple[str, str]]) -> float | None:
    """Cohen's kappa of two readers; None without pairs, or where chance alone would agree on all."""
    if not pairs:
        return None
    agreed = sum(first == second for first, second in pairs) / len(pairs)
    ones, others = Counter(first for first, _ in pairs), Counter(second for _, second in pairs)
    chance = sum(count * others[name] for name, count in ones.items()) / len(pairs) ** 2
    return None if chance == 1 else (agreed - chance) / (1 - chance)
