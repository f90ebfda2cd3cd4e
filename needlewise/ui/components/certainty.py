"""How sure: four dots and the words beside them."""

from __future__ import annotations

from needlewise.evidence.model.store import Evidence
from needlewise.evidence.rules.certainty import Rating
from needlewise.evidence.sentences.statements import why
from needlewise.words import say


def sure_words(evidence: Evidence, rating: Rating) -> str:
    """What a certainty means, who rated it and why."""
    return f"{say(f'certainty-means-{rating.level}')} {why(evidence, rating)}"


def dots(filled: int) -> str:
    """Four dots, so many of them filled; decoration beside a word."""
    return f'<span class="nw-dots" aria-hidden="true">{"".join("<i class=on></i>" if place < filled else "<i></i>" for place in range(4))}</span>'
