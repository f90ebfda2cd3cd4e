"""How to cite the tables, an answer, a table or a single row: as text, as BibTeX and as CSL-JSON.

Each names the version, so that what is cited can be found again as it stood, and the licence.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import Any

from needlewise.evidence.model.record import Release
from needlewise.evidence.reading.datapackage import LICENCE
from needlewise.words import dates, say

# BibTeX reads these as its own signs.
_SIGNS = re.compile(r"([\\{}$&#%_^~])")


@dataclass(frozen=True)
class Cited:
    """One thing that can be cited.

    Attributes:
        key: its name in a list of references: letters, digits and `-` only.
        title: what it is called.
        kind: what CSL calls its kind.
        url: its lasting address; empty inside a file that lies anywhere.
        release: the version it is cited from.
    """

    key: str
    title: str
    kind: str
    url: str
    release: Release


def whole(release: Release, url: str = "") -> Cited:
    """All tables of a version."""
    return Cited("needlewise-evidence", say("cite-title-tables"), "dataset", url, release)


def answer(release: Release, concern_id: str, name: str, url: str) -> Cited:
    """What a version says of one concern."""
    return Cited(f"needlewise-{_key(concern_id)}", say("cite-title-answer", concern=name), "webpage", url, release)


def table(release: Release, name: str, url: str) -> Cited:
    """One table of a version."""
    return Cited(f"needlewise-table-{_key(name)}", say("cite-title-table", table=name), "dataset", url, release)


def row(release: Release, ref: str, url: str) -> Cited:
    """One row of a version, by its `table:row_id`: a single figure with its sources."""
    return Cited(f"needlewise-{_key(ref)}", say("cite-title-row", ref=ref), "dataset", url, release)


def _key(text: str) -> str:
    return re.sub(r"[^A-Za-z0-9]+", "-", text).strip("-").lower()


def text(cited: Cited) -> str:
    """As a reader writes it: who, when, what, which version, licence and address."""
    found = say(
        "cite-text",
        author=say("cite-author"),
        year=str(cited.release.day.year),
        title=cited.title,
        version=cited.release.version,
        date=dates.day(cited.release.day),
        licence=LICENCE["name"],
    )
    return f"{found} {cited.url}".strip()


def bibtex(cited: Cited) -> str:
    """As a BibTeX entry, `@misc`, which every style knows."""
    released = cited.release.day
    fields = {
        "author": f"{{{_tex(say('cite-author'))}}}",
        "title": f"{{{_tex(cited.title)}}}",
        "year": str(released.year),
        "month": str(released.month),
        "version": cited.release.version,
        "note": _tex(say("cite-note", version=cited.release.version, licence=LICENCE["name"])),
        "url": cited.url,
    }
    lines = [f"  {name} = {{{value}}}" for name, value in fields.items() if value]
    return f"@misc{{{cited.key}-{cited.release.version},\n" + ",\n".join(lines) + "\n}\n"


def _tex(value: str) -> str:
    return _SIGNS.sub(r"\\\1", value)


def csl(cited: Cited) -> list[dict[str, Any]]:
    """As CSL-JSON: a list of one item, which reference managers read."""
    released = cited.release.day
    item: dict[str, Any] = {
        "id": f"{cited.key}-{cited.release.version}",
        "type": cited.kind,
        "title": cited.title,
        "author": [{"literal": say("cite-author")}],
        "issued": {"date-parts": [[released.year, released.month, released.day]]},
        "version": cited.release.version,
        "publisher": say("product-name"),
        "note": say("cite-note", version=cited.release.version, licence=LICENCE["name"]),
    }
    return [item | ({"URL": cited.url} if cited.url else {})]


def csl_json(cited: Cited) -> str:
    """The same, ready to be written."""
    return json.dumps(csl(cited), ensure_ascii=False, indent=2) + "\n"


def cff(release: Release) -> str:
    """As a Citation File Format file that stands beside the tables (cff-version 1.2.0)."""
    lines = (
        "cff-version: 1.2.0",
        "type: dataset",
        f"title: {json.dumps(say('cite-title-tables'))}",
        f"message: {json.dumps(say('cite-message'))}",
        "authors:",
        f"  - name: {say('cite-author')}",
        f"version: {release.version}",
        f"date-released: {release.released}",
        f"license: {LICENCE['name']}",
    )
    return "\n".join(lines) + "\n"
