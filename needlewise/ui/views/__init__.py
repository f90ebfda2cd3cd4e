"""One folder a page: choose, ask, draw."""
