"""Two to four options side by side."""
