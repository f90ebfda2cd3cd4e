"""After: for someone already treated: what is normal, when to ring, when it is an emergency."""

from needlewise.evidence.reading.load import load
from needlewise.ui.state import concern as concern_state
from needlewise.ui.views.after import view as after

after.draw(concern_state.concern(load()))
