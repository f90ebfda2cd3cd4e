"""The Streamlit script that `app.py` serves: page settings, navigation, the shared picker, the page, the footer."""

import sys
from pathlib import Path

import streamlit as st
from markupsafe import Markup

# Hosts that only know `streamlit run needlewise/ui/frame.py` start without the project's folder on the path.
_ROOT = Path(__file__).absolute().parents[2]
if str(_ROOT) not in sys.path:
    sys.path.insert(0, str(_ROOT))

from needlewise.evidence.reading.faults import EvidenceError  # noqa: E402
from needlewise.evidence.reading.load import load  # noqa: E402
from needlewise.ui import layout  # noqa: E402
from needlewise.ui.components import connection  # noqa: E402
from needlewise.ui.state import address as address_state  # noqa: E402
from needlewise.ui.state import concern as concern_state  # noqa: E402
from needlewise.ui.state import files  # noqa: E402
from needlewise.ui.state import options as options_state  # noqa: E402
from needlewise.ui.state import room as room_state  # noqa: E402
from needlewise.ui.state import session as session_state  # noqa: E402
from needlewise.ui.views.room import view as room  # noqa: E402

layout.style()
try:
    evidence = load()
except EvidenceError as error:
    layout.window()
    layout.faults(error)
    st.stop()
if session_state.forgotten():
    # Run to its end, not stopped: only then does Streamlit drop what it keeps of widgets that are no longer drawn.
    layout.window()
    layout.navigation(hidden=True)
    room.cleared()
else:
    page = layout.navigation(hidden=room_state.in_room())
    address_state.canonical_address(evidence, page)
    files.only_of(page.url_path)
    above = below = Markup()
    if room_state.in_room():
        layout.window()
        room.draw(evidence, page)
    else:
        layout.window(evidence, page)
        asking = layout.asking(evidence, page)
        layout.header(evidence, page.url_path, asking=asking)
        concern_state.pick_concern(evidence)
        if asking:
            layout.most_asked(asking)
        else:
            layout.between(evidence)
            page.run()
            above = layout.onward(evidence, page.url_path)
    watch = connection.watch(options_state.labels_compared(evidence, concern_state.concern(evidence)))
    # A message costs the same whatever its size, so neighbours share one; in the room the foot has a place of its own.
    if room_state.in_room():
        st.html(watch)
    else:
        below = watch
    layout.foot(evidence, above=above, below=below)
