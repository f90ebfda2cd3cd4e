"""People of 100 as one block of marks."""

from __future__ import annotations

from html import escape

from needlewise.words import round_half_up


def marks(percent: float, family: str, alt: str) -> str:
    """100 marks in one block, filled from the top left: the same place for every option. No SVG: `st.html` drops it."""
    filled = int(round_half_up(percent))
    full, rest = divmod(filled, 10)
    return (
        f'<div class="nw-marks nw-{escape(family)}" role="img" aria-label="{escape(alt)}">'
        f'<span class="nw-full" style="clip-path:inset(0 0 {100 - full * 10}% 0)"></span>'
        f'<span class="nw-rest" style="clip-path:inset({full * 10}% {100 - rest * 10}% {90 - full * 10}% 0)"></span></div>'
    )
