"""Take home: a dated page or two of what was looked at, as a PDF, a link and a code."""

from needlewise.evidence.reading.load import load
from needlewise.ui.state import concern as concern_state
from needlewise.ui.views.take_home import view as take_home

take_home.draw(concern_state.chosen(load()))
