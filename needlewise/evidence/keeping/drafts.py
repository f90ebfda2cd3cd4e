"""Answers about a study that is not in the tables yet, kept beside them until it is, so that nobody types twice."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field
from pathlib import Path

from needlewise.evidence.keeping.references import Reference

FOLDER = ".drafts"


@dataclass
class Draft:
    """What was answered so far: `answers` holds each cell by `table.column`, in the order in which they came."""

    path: Path
    answers: dict[str, str] = field(default_factory=dict)

    def put(self, table: str, column: str, value: str) -> None:
        """Keep one answer, at once."""
        self.answers[f"{table}.{column}"] = value
        self.path.parent.mkdir(exist_ok=True)
        self.path.write_text(json.dumps(self.answers, ensure_ascii=False, indent=1), encoding="utf-8")

    def forget(self) -> None:
        """Throw the answers away."""
        self.answers.clear()
        self.path.unlink(missing_ok=True)
        if self.path.parent.is_dir() and not any(self.path.parent.iterdir()):
            self.path.parent.rmdir()


def draft(folder: Path, table: str, reference: Reference) -> Draft:
    """The answers kept for one study and one table; none where there are none, or what is kept cannot be read."""
    named = reference.doi or reference.pmid or f"{reference.first} {reference.year} {reference.title}"
    path = folder / FOLDER / f"{table}-{hashlib.sha256(named.lower().encode()).hexdigest()[:12]}.json"
    try:
        kept = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        kept = {}
    sound = isinstance(kept, dict) and all(isinstance(value, str) for value in kept.values())
    return Draft(path, kept if sound else {})
