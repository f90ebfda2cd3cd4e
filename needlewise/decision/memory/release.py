"""What a version's file holds: the tables as a data package, how to cite them, what changed, and what was said."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from needlewise.decision.memory import cite
from needlewise.decision.memory.snapshot import as_json, take
from needlewise.evidence.model.record import Release
from needlewise.evidence.model.rows import TABLES
from needlewise.evidence.model.store import Evidence
from needlewise.evidence.reading.datapackage import DESCRIPTOR, package
from needlewise.words import say

# What lies beside the tables of a version, besides what is made for it.
_BESIDE = ("README.md", "LICENSE")


def members(evidence: Evidence, release: Release, folder: Path) -> dict[str, bytes]:
    """The files of a version by name, made from the tables of `folder`, which `evidence` was read from."""
    said = {name: as_json(take(evidence, name)) for name in evidence.concerns}
    tables = {f"{name}.csv": (folder / f"{name}.csv").read_bytes() for name in TABLES}
    beside = {name: (folder / name).read_bytes() for name in _BESIDE}
    changes = Counter(row.table for row in evidence.changes.values() if row.version == release.version)
    return together(tables | beside, package(folder, release.version), said, release, changes)


def together(
    files: Mapping[str, bytes],
    described: dict[str, Any],
    said: Mapping[str, dict[str, Any]],
    release: Release,
    changes: Mapping[str, int],
) -> dict[str, bytes]:
    """The files, with those that are made for a version."""
    cited = cite.whole(release)
    made = {
        DESCRIPTOR: json.dumps(described, ensure_ascii=False, indent=2) + "\n",
        "CHANGES.md": changelog(release, changes),
        "CITATION.cff": cite.cff(release),
        "citation.bib": cite.bibtex(cited),
        "citation.json": cite.csl_json(cited),
    }
    texts = made | {
        f"answers/{name}.json": json.dumps(answer, ensure_ascii=False, separators=(",", ":"))
        for name, answer in said.items()
    }
    return {**files, **{name: text.encode() for name, text in texts.items()}}


def changelog(release: Release, changes: Mapping[str, int]) -> str:
    """What is new in a version, as Markdown: its sentence, and how many lines of `changes.csv` came with it."""
    lines = [f"# {say('cite-title-tables')} {release.version}", "", f"{release.released}. {release.what}", ""]
    lines += [say("version-changelog", count=sum(changes.values())), ""]
    lines += [f"- `{table}`: {count}" for table, count in sorted(changes.items(), key=lambda item: (-item[1], item[0]))]
    return "\n".join(lines).rstrip() + "\n"
