"""The Streamlit script that `app.py` serves: page settings, navigation, the shared picker, the page, the footer."""

import sys
from pathlib import Path

import streamlit as st

# Hosts that only know `streamlit run needlewise/ui/frame.py` start without the project's folder on the path.
_ROOT = Path(__file__).absolute().parents[2]
if str(_ROOT) not in sys.path:
    sys.path.insert(0, str(_ROOT))

from needlewise.evidence.faults import EvidenceError  # noqa: E402
from needlewise.evidence.load import load  # noqa: E402
from needlewise.ui import choices, connection, files, layout, room  # noqa: E402
from needlewise.words import say  # noqa: E402

st.set_page_config(page_title=say("page-title"), page_icon=layout.icon(), layout="wide")
layout.style()
try:
    evidence = load()
except EvidenceError as error:
    layout.faults(error)
    st.stop()
if choices.forgotten():
    # Run to its end, not stopped: only then does Streamlit drop what it keeps of widgets that are no longer drawn.
    layout.navigation(hidden=True)
    room.cleared()
else:
    page = layout.navigation(hidden=choices.in_room())
    choices.canonical_address(evidence, page)
    files.only_of(page.url_path)
    if choices.in_room():
        room.draw(evidence, page)
    else:
        layout.header(evidence)
        choices.pick_concern(evidence)
        page.run()
        layout.onward(page.url_path)
    layout.footer(evidence)
    connection.watch()
