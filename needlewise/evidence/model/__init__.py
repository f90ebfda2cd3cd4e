"""The tables as typed rows, their vocabulary, and all of them together with indexes."""
