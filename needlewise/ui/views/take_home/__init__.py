"""The take home page."""
