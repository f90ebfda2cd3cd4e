"""The rules from rows to an answer, as pure functions."""
