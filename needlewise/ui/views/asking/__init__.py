"""What stands in the place of a page while nobody has picked a concern."""
