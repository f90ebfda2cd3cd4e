"""Write what the product is made of: `python -m tools.sbom FOLDER` (`make sbom`).

`needlewise.cdx.json` is a software bill of materials (CycloneDX 1.6) of every locked package, with its hashes, and
`licences.md` lists their licences. Both come from `requirements.txt` and from what is installed; nothing is asked of
any other host.
"""

from __future__ import annotations

import json
import re
import sys
from dataclasses import dataclass
from email.message import Message
from importlib import metadata
from pathlib import Path
from typing import Any, cast

from needlewise import ROOT, __version__

LOCKED = ROOT / "requirements.txt"
_PIN = re.compile(r"^([A-Za-z0-9][A-Za-z0-9._-]*)==([^\s;\\]+)(?:\s*;\s*([^\\]+))?", re.MULTILINE)
_HASH = re.compile(r"--hash=sha256:([0-9a-f]{64})")
_CLASSIFIER = "License :: OSI Approved :: "
NOT_HERE = "not installed on this system"


@dataclass(frozen=True)
class Package:
    """One locked package.

    Attributes:
        name: as the registry spells it.
        version: the locked one.
        only_where: the marker of the systems that need it; empty for all.
        hashes: SHA-256 of each file that may be installed.
        licence: as its own notes say.
    """

    name: str
    version: str
    only_where: str
    hashes: tuple[str, ...]
    licence: str


def _licence(name: str) -> str:
    """The licence as the installed package tells it: an expression, else a classifier, else the first line of it."""
    try:
        notes = cast("Message", metadata.metadata(name))
    except metadata.PackageNotFoundError:
        return NOT_HERE
    if expression := notes.get("License-Expression"):
        return str(expression)
    classified = [
        text.removeprefix(_CLASSIFIER) for text in notes.get_all("Classifier", []) if text.startswith(_CLASSIFIER)
    ]
    if classified:
        return " / ".join(classified)
    written = str(notes.get("License") or "").strip()
    return written.splitlines()[0][:80] if written else "not stated"


def packages(locked: str) -> tuple[Package, ...]:
    """Every package of a locked list, in its order."""
    starts = list(_PIN.finditer(locked))
    ends = [match.start() for match in starts[1:]] + [len(locked)]
    return tuple(
        Package(
            match[1],
            match[2],
            (match[3] or "").strip(),
            tuple(_HASH.findall(locked[match.start() : end])),
            _licence(match[1]),
        )
        for match, end in zip(starts, ends, strict=True)
    )


def bill(found: tuple[Package, ...]) -> dict[str, Any]:
    """The bill of materials. It holds no time and no random number: the same list gives the same bill."""
    return {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {
            "component": {
                "type": "application",
                "bom-ref": "needlewise",
                "name": "needlewise",
                "version": __version__,
                "licenses": [{"license": {"id": "MIT"}}],
            }
        },
        "components": [_component(package) for package in found],
    }


def _component(package: Package) -> dict[str, Any]:
    address = f"pkg:pypi/{package.name.lower()}@{package.version}"
    component: dict[str, Any] = {
        "type": "library",
        "bom-ref": address,
        "name": package.name,
        "version": package.version,
        "purl": address,
        "licenses": [{"license": {"name": package.licence}}],
        "hashes": [{"alg": "SHA-256", "content": content} for content in package.hashes],
    }
    if package.only_where:
        component["properties"] = [{"name": "needlewise:only_where", "value": package.only_where}]
    return component


def table(found: tuple[Package, ...]) -> str:
    """The licences as a table of Markdown."""
    rows = "".join(f"| {package.name} | {package.version} | {package.licence} |\n" for package in found)
    return f"# Licences of what Needlewise is made of\n\n| package | version | licence |\n| --- | --- | --- |\n{rows}"


def main() -> int:
    """Write both files into the folder that is named."""
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    found = packages(LOCKED.read_text(encoding="utf-8"))
    (folder / "needlewise.cdx.json").write_text(f"{json.dumps(bill(found), indent=2)}\n", encoding="utf-8")
    (folder / "licences.md").write_text(table(found), encoding="utf-8")
    sys.stdout.write(f"{len(found)} packages in {folder}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
