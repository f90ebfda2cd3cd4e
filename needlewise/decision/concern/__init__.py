"""What is said of one concern, on every page."""
