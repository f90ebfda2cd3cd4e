"""What the evidence said before, what has changed since and why, and how to cite it."""
