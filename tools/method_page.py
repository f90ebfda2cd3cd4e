"""Writes `docs/method.md`: what the answers rest on, counted. `python -m tools.method_page`."""

from __future__ import annotations

from pathlib import Path

from needlewise.decision.method_counts import method_table
from needlewise.evidence.reading.load import load

PAGE = Path(__file__).resolve().parents[1] / "docs" / "method.md"

_HEAD = """\
# What the answers rest on

The questions a sceptic would ask first, counted. `python -m needlewise count` prints the table,
`python -m tools.method_page` writes this page.
"""

_READ = """\
How to read it. Most of what is known about these options comes from small trials, and often from summaries that leave
out a number. Less than half of the lines have an interval, and many give direction only: the sentence then says "more"
and no size. Where neither the people nor an interval is known, the certainty is *not rated*, and the reason is said; it
is never called low for a gap in what we read.

Six lines must be nought, and tests hold them there: low only because people are unknown, studies that disagree without
opposite findings, "never tested", single trials ranked as pooled, superseded rows that speak, dummies that the row does
not name.

The last line counts references that lack who, when, or a DOI or PubMed number. They are shown as far as they are known.
"""


def page() -> str:
    """The whole page."""
    return f"{_HEAD}\n{method_table(load())}\n\n{_READ}"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
