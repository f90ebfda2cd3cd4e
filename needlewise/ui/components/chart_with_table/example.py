"""The picture of visits for one concern, with its table, and the cards that its rows open."""

from __future__ import annotations

from needlewise.charts.sessions import sessions
from needlewise.evidence.model.store import Evidence
from needlewise.ui import built
from needlewise.ui.components.chart_with_table import chart_with_table
from needlewise.ui.components.source_cards import SourceCards
from needlewise.ui.state import visitor
from needlewise.words import say


def draw(evidence: Evidence) -> None:
    """Visits and how long each course takes, for one concern."""
    cards = SourceCards(evidence)
    picture = sessions(built.page("acne_scars"), visitor.mode())
    chart_with_table(picture, cards, key="chart-example", title=say("sessions-title"), lead=say("sessions-lead"))
