"""The priorities page."""
