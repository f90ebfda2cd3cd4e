"""Explore: what needling can do for one concern, next to every real option."""

from needlewise.evidence.reading.load import load
from needlewise.ui.components import stops
from needlewise.ui.state import case as case_state
from needlewise.ui.state import concern as concern_state
from needlewise.ui.state import visitor
from needlewise.ui.views.explore import view as explore

concern_id, mode = concern_state.chosen(load()), visitor.mode()
stops.draw(load(), case_state.current(load()), visitor.locale())
explore.draw(concern_id, mode)
