"""Compare: two to four options side by side, in the order of the questions people ask."""

from needlewise.evidence.reading.load import load
from needlewise.ui.state import concern as concern_state
from needlewise.ui.views.compare import view as compare

compare.draw(concern_state.chosen(load()))
