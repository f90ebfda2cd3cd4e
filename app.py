"""How Needlewise is served: `streamlit run app.py` or `uvicorn app:app`.

The Streamlit script lives elsewhere on purpose: with a folder named `pages` beside it, the first visitor of a fresh
server who opens a deep link would get a page without its frame.
"""

from pathlib import Path

import streamlit as st

from needlewise import ui
from needlewise.server import headers, routes, warming

app = st.App(
    Path(ui.__file__).with_name("frame.py"),
    routes=routes.routes(),
    middleware=headers.middleware(),
    lifespan=warming.lifespan,
)
