"""The naive page: what a first tutorial gives, a Plotly Express chart and a data grid redrawn at every choice."""

import json
import os

import pandas as pd
import plotly.express as px
import streamlit as st

OPTIONS: list[str] = json.loads(os.environ["NEEDLEWISE_BENCH_OPTIONS"])
ROWS = 8

concern = st.selectbox("Concern", OPTIONS, key="concern")
start = OPTIONS.index(concern)
frame = pd.DataFrame(
    {
        "option": [f"Option {row + 1}" for row in range(ROWS)],
        "size": [(start + row) % ROWS + 1 for row in range(ROWS)],
        "family": [f"Family {row % 3 + 1}" for row in range(ROWS)],
    }
)
st.plotly_chart(px.bar(frame, x="option", y="size", color="family", title=concern))
st.dataframe(frame)
