"""A person's question answered from the evidence. Pure: no Streamlit, no Plotly."""
