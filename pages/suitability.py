"""Right for me?: what to ask about, to wait with or to leave, for one person and each option."""

from needlewise.evidence.reading.load import load
from needlewise.ui.state import concern as concern_state
from needlewise.ui.views.suitability import view as suitability

suitability.draw(concern_state.concern(load()))
