"""Serves the page of examples: `make examples`.

For those who build components; the product has no address that leads to it.

    python -m streamlit run tools/examples.py

With the settings of `clinic.example.toml`, unless NEEDLEWISE_CLINIC says otherwise.
"""

from __future__ import annotations

import os

import streamlit as st

from needlewise import ROOT
from needlewise.clinic.settings import VARIABLE

os.environ.setdefault(VARIABLE, str(ROOT / "clinic.example.toml"))

from needlewise.server import headers, routes

# The script lies in the product's folder, for Streamlit looks for the fonts beside it. Readiness and source cards are
# the product's own.
app = st.App(
    ROOT / "needlewise" / "ui" / "examples.py",
    routes=routes.routes(),
    middleware=headers.middleware(answers=False),
)
