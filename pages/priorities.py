"""What matters to me: which options fit what a person says counts, and how firmly."""

from needlewise.evidence.reading.load import load
from needlewise.ui.state import concern as concern_state
from needlewise.ui.state import visitor
from needlewise.ui.views.priorities import view as priorities

priorities.draw(concern_state.chosen(load()), visitor.mode())
