"""The link and the code that open the same comparison: concern and options as ids, and never a health answer."""

from __future__ import annotations

import io
from itertools import groupby
from urllib.parse import quote, urlsplit, urlunsplit

import segno

_PATH = "compare"
# Light modules all round, as ISO/IEC 18004 asks.
BORDER = 4


def address(base: str, concern_id: str, option_ids: tuple[str, ...], version: str = "", also: str = "") -> str:
    """The lasting link of a comparison: `https://host/compare?concern=acne_scars&options=a,b&version=0.2.0`.

    `also` is the id of a second concern held beside the first.

    The version of the evidence lets whoever opens it later be told first what has changed since.

    `base` is any page of this product; of it only the host and the folder it is served in are kept, so nothing that
    stands in a visitor's own address can come along.
    """
    parts = urlsplit(base)
    folder = parts.path.rsplit("/", 1)[0]
    query = f"concern={quote(concern_id, safe='')}"
    if option_ids:
        query += f"&options={','.join(quote(name, safe='') for name in option_ids)}"
    if also:
        query += f"&also={quote(also, safe='')}"
    if version:
        query += f"&version={quote(version, safe='')}"
    # A name and a password before the host are nobody's business on paper.
    host = parts.netloc.rpartition("@")[2]
    return urlunsplit((parts.scheme, host, f"{folder}/{_PATH}", query, ""))


def _code(link: str) -> segno.QRCode:
    """At least level M: a sixth of the code may be creased or stained and it still reads."""
    return segno.make_qr(link, error="m", boost_error=True)


def runs(link: str) -> tuple[int, tuple[tuple[int, int, int], ...]]:
    """The code for drawing: modules on each side, quiet zone included, and its dark runs as column, row, length."""
    rows = tuple(_code(link).matrix_iter(border=BORDER))
    found = []
    for y, row in enumerate(rows):
        x = 0
        for dark, cells in groupby(row):
            length = len(list(cells))
            if dark:
                found.append((x, y, length))
            x += length
    return len(rows), tuple(found)


def picture(link: str, scale: int = 8) -> bytes:
    """The code as a PNG, each module `scale` pixels wide; black on white in both themes, as scanners need it."""
    file = io.BytesIO()
    _code(link).save(file, kind="png", scale=scale, border=BORDER)
    return file.getvalue()
