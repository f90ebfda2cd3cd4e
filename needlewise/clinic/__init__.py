"""A clinic's own settings, and what they add beside the evidence. Nothing here knows the screen."""
