"""How Needlewise is served: `streamlit run app.py` or `uvicorn app:app`.

The Streamlit script lives elsewhere on purpose: with a folder named `pages` beside it, the first visitor of a fresh
server who opens a deep link would get a page without its frame.
"""

from pathlib import Path

import streamlit as st

from needlewise.ui import serving
from needlewise.ui.warming import lifespan

app = st.App(
    Path(serving.__file__).with_name("frame.py"),
    routes=serving.routes(),
    middleware=serving.middleware(),
    lifespan=lifespan,
)
