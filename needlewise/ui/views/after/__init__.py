"""The after page."""
