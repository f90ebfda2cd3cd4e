"""How sure: four dots and the words beside them."""

from __future__ import annotations

from markupsafe import Markup

from needlewise.evidence.model.store import Evidence
from needlewise.evidence.rules.certainty import Rating
from needlewise.evidence.sentences.statements import why
from needlewise.ui.templates import macro
from needlewise.words import say


def sure_words(evidence: Evidence, rating: Rating) -> str:
    """What a certainty means, who rated it and why."""
    return f"{say(f'certainty-means-{rating.level}')} {why(evidence, rating)}"


def dots(filled: int) -> Markup:
    """Four dots, so many of them filled; decoration beside a word."""
    return macro("components/certainty/template.html", "dots", filled)
