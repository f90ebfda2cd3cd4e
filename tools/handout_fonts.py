"""Make the fonts of the take-home from the typefaces' web files: `python tools/handout_fonts.py FOLDER`.

FOLDER holds the npm packages `inter` and `fraunces` of `@fontsource-variable`. Typst reads neither woff2 nor the
parts that
web pages load one by one, so each weight becomes one static TrueType file with every script the typeface has. Needed
again only when a typeface is renewed; the results are kept in `needlewise/handout/fonts`, and the signs they can
print in
`needlewise/words/paper_signs.txt`.
"""

from __future__ import annotations

import sys
import tempfile
from itertools import pairwise
from pathlib import Path

from fontTools.merge import Merger
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

_PRODUCT = Path(__file__).resolve().parents[1] / "needlewise"
_TO = _PRODUCT / "handout" / "fonts"
_SIGNS = _PRODUCT / "words" / "paper_signs.txt"
# File, family, weight drawn, weight as named.
_FACES = (
    ("Inter-Regular", "Inter", 400, 400, "Regular"),
    ("Inter-SemiBold", "Inter", 600, 600, "SemiBold"),
    ("Fraunces-SemiBold", "Fraunces", 560, 600, "SemiBold"),
)
_PARTS = ("latin", "latin-ext", "vietnamese", "greek", "greek-ext", "cyrillic", "cyrillic-ext")


def _static(folder: Path, family: str, weight: int, scratch: Path) -> list[str]:
    made = []
    for part in _PARTS:
        source = folder / family.lower() / "files" / f"{family.lower()}-{part}-wght-normal.woff2"
        if source.is_file():
            font = instantiateVariableFont(TTFont(source), {"wght": weight}, inplace=False)
            font.flavor = None
            made.append(str(scratch / f"{part}.ttf"))
            font.save(made[-1])
    return made


def _name(font: TTFont, family: str, style: str, weight: int) -> None:
    """Family and style as Typst looks them up."""
    table = font["name"]
    licence = {number: table.getDebugName(number) for number in (0, 13, 14)}
    table.names = []
    for number, text in (
        licence
        | {1: f"{family} {style}", 2: "Regular", 4: f"{family} {style}", 6: f"{family}-{style}", 16: family, 17: style}
    ).items():
        if text:
            table.setName(text, number, 3, 1, 0x409)
    font["OS/2"].usWeightClass = weight


def _ranges(codes: list[int]) -> str:
    """`0020-007E` a line."""
    starts = [codes[0], *(after for before, after in pairwise(codes) if after != before + 1)]
    ends = [*(before for before, after in pairwise(codes) if after != before + 1), codes[-1]]
    return "".join(f"{first:04X}-{last:04X}\n" for first, last in zip(starts, ends, strict=True))


def main(folder: Path) -> None:
    """Write the fonts and the list of signs."""
    for file, family, drawn, named, style in _FACES:
        with tempfile.TemporaryDirectory() as scratch:
            font = Merger().merge(_static(folder, family, drawn, Path(scratch)))
        _name(font, family, style, named)
        font.save(_TO / f"{file}.ttf")
    both = [set(TTFont(_TO / f"{file}.ttf").getBestCmap()) for file, family, *_ in _FACES if family == "Inter"]
    _SIGNS.write_text(_ranges(sorted(set.intersection(*both))), encoding="ascii")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
