"""Writing a released version as one file."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from datetime import date
from pathlib import Path


def write(target: Path, members: Mapping[str, bytes], day: date) -> None:
    """Write a version's file. The same members and day give the same bytes.

    Raises:
        FileExistsError: for a version that was released already: it never changes.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    with target.open("xb") as file, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as kept:
        for name, content in members.items():
            info = zipfile.ZipInfo(name, (day.year, day.month, day.day, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o644 << 16
            kept.writestr(info, content)
