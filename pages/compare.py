"""Compare: two to four options side by side."""

import streamlit as st

from needlewise.evidence.load import load
from needlewise.ui import choices

concern_id = choices.concern(load())
choices.pick_options(load(), concern_id)
st.write(choices.options(load(), concern_id), choices.options_note())
