"""The bare page: one picker and one written line, the least a Streamlit page can do for a choice."""

import json
import os

import streamlit as st

OPTIONS: list[str] = json.loads(os.environ["NEEDLEWISE_BENCH_OPTIONS"])

st.write(st.selectbox("Concern", OPTIONS, key="concern"))
