"""Evidence: the promises checked, the map, all findings and all sources."""

from needlewise.evidence.reading.load import load
from needlewise.ui.state import concern as concern_state
from needlewise.ui.views.evidence import view as evidence

evidence.page(concern_state.concern(load()))
