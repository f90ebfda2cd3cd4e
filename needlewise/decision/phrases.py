"""Short phrases that several pages say alike."""

from __future__ import annotations

# Skin types 1 to 6 as Fitzpatrick numbered them.
ROMAN = ("I", "II", "III", "IV", "V", "VI")


def skin_types(low: int, high: int) -> str:
    """`II–IV`, or `III` where both are the same. Types run from 1 to 6."""
    first, last = ROMAN[low - 1], ROMAN[high - 1]
    return first if first == last else f"{first}–{last}"
