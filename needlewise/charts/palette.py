"""One colour per treatment family, in both themes, and the other inks of the product.

Every mark is also labelled, so colour never carries meaning alone. Contrast on its paper: marks at least 3:1
(WCAG 2.2, 1.4.11), text at least 4.5:1 (1.4.3); a test computes both.
"""

from __future__ import annotations

from typing import Literal

Mode = Literal["light", "dark"]

PAPER = {"light": "#FBFAF6", "dark": "#10191A"}
SECOND_PAPER = {"light": "#F1EEE6", "dark": "#192526"}
INK = {"light": "#10201E", "dark": "#F2F5F3"}
QUIET = {"light": "#3D4F4C", "dark": "#B9C7C4"}
HAIRLINE = {"light": "#D9D4C7", "dark": "#34474A"}

FAMILY = {
    "needling": {"light": "#0B6B63", "dark": "#4CC2B4"},
    "laser": {"light": "#B93A0B", "dark": "#F08A5D"},
    "peel": {"light": "#9A5F07", "dark": "#E0A84A"},
    "energy": {"light": "#6B3FA0", "dark": "#B79AE0"},
    "movement": {"light": "#1F5FBF", "dark": "#84B0F0"},
    "medicine": {"light": "#7A5646", "dark": "#C9A694"},
    "nothing": {"light": "#5E6B6A", "dark": "#A9B7B4"},
    "group": {"light": "#5E6B6A", "dark": "#A9B7B4"},
}
# A shape for each family, for eyes that do not tell the colours apart.
SYMBOL = {
    "needling": "circle",
    "laser": "square",
    "peel": "diamond",
    "energy": "triangle-up",
    "movement": "pentagon",
    "medicine": "hexagon",
    "nothing": "x",
    "group": "x",
}


def colour(family: str, mode: Mode) -> str:
    """The colour of a treatment family in a theme, as #RRGGBB."""
    return FAMILY[family][mode]


def pale(family: str, mode: Mode, strength: float = 0.32) -> str:
    """The family's colour laid thinly on the paper (0 = paper, 1 = full), as #RRGGBB."""
    return mix(PAPER[mode], colour(family, mode), strength)


def mix(first: str, second: str, share: float) -> str:
    """Two #RRGGBB colours mixed; `share` of the second, 0 to 1."""
    pairs = zip(_channels(first), _channels(second), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02X}" for a, b in pairs)


def _channels(colour_code: str) -> tuple[int, int, int]:
    return int(colour_code[1:3], 16), int(colour_code[3:5], 16), int(colour_code[5:7], 16)


def contrast(first: str, second: str) -> float:
    """The contrast ratio of two colours, 1 to 21 (WCAG 2.2, definition of relative luminance)."""

    def luminance(code: str) -> float:
        linear = [
            channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4
            for channel in (value / 255 for value in _channels(code))
        ]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    high, low = sorted((luminance(first), luminance(second)), reverse=True)
    return (high + 0.05) / (low + 0.05)
