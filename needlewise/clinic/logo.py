"""Whether a file is a picture that can stand on every page and every paper: whole, of a sensible size, and at rest.

A drawing (SVG) is a program's text. On the page the browser runs none of it, but a logo has no need of any, so one that
holds a script, asks for something outside its own file, or defines words of its own is refused.
"""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

KINDS = {".png": "image/png", ".jpg": "image/jpeg", ".jpeg": "image/jpeg", ".svg": "image/svg+xml"}
MOST_BYTES = 200_000
# A picture of so many pixels a side is sharp on a wall; a larger one only costs memory.
_MOST_PIXELS = 4000
_PNG, _PNG_END = b"\x89PNG\r\n\x1a\n", b"IEND\xaeB`\x82"
_JPEG, _JPEG_END = b"\xff\xd8\xff", b"\xff\xd9"
# JPEG's frame headers (SOF0 to SOF15 without the tables between them) hold height and width.
_JPEG_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_RUNS = frozenset({"script", "foreignobject", "iframe", "handler"})
_OUTSIDE = re.compile(r"@import|url\(\s*['\"]?(?!#|data:image/)", re.IGNORECASE)


def fault(content: bytes, suffix: str) -> str:
    """What was expected of a file with this ending; empty when it is a picture that can be used."""
    if len(content) > MOST_BYTES:
        return f"expected a picture of {MOST_BYTES // 1000} kB or less; this one has {len(content) // 1000} kB"
    if suffix == ".svg":
        return _drawing_fault(content)
    start, end = (_PNG, _PNG_END) if suffix == ".png" else (_JPEG, _JPEG_END)
    if not content.startswith(start):
        return f"expected a picture; what is in this file is no {suffix[1:]}"
    sides = _png_sides(content) if suffix == ".png" else _jpeg_sides(content)
    if sides is None or end not in content:
        return "expected a whole picture; this file breaks off"
    if not all(0 < side <= _MOST_PIXELS for side in sides):
        return f"expected {_MOST_PIXELS} pixels a side or fewer; this one has {sides[0]} by {sides[1]}"
    return ""


def _png_sides(content: bytes) -> tuple[int, int] | None:
    """Width and height from the first chunk; None when it is not there."""
    if content[12:16] != b"IHDR":
        return None
    return int.from_bytes(content[16:20], "big"), int.from_bytes(content[20:24], "big")


def _jpeg_sides(content: bytes) -> tuple[int, int] | None:
    """Width and height from the frame header; None when no such header is found."""
    place = 2
    while place + 9 <= len(content) and content[place] == 0xFF:
        if content[place + 1] in _JPEG_FRAMES:
            height, width = (int.from_bytes(content[place + at : place + at + 2], "big") for at in (5, 7))
            return width, height
        place += 2 + int.from_bytes(content[place + 2 : place + 4], "big")
    return None


def _drawing_fault(content: bytes) -> str:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return "expected a drawing saved as UTF-8"
    if "<!ENTITY" in text:
        return "expected a drawing without definitions of its own (ENTITY); save it again as plain SVG"
    try:
        # Definitions, which could swell or read another file, were refused above.
        root = ET.fromstring(content)  # noqa: S314
    except (ET.ParseError, ValueError, LookupError):
        return "expected a picture; what is in this file is no svg, or it breaks off"
    if _plain(root.tag) != "svg":
        return "expected a picture; what is in this file is no svg"
    for part in root.iter():
        if _plain(part.tag) in _RUNS or any(_plain(name).startswith("on") for name in part.attrib):
            return "expected a drawing at rest; this one holds a script"
        links = [value for name, value in part.attrib.items() if _plain(name) in ("href", "src")]
        if any(not value.strip().startswith(("#", "data:image/")) for value in links) or any(
            _OUTSIDE.search(value) for value in (part.text or "", *part.attrib.values())
        ):
            return "expected a drawing that needs no other file; this one links to something outside"
    return ""


def _plain(name: object) -> str:
    """A name of XML without its namespace, in small letters."""
    return str(name).rpartition("}")[2].lower()
