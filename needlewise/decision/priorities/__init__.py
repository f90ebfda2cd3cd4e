"""What matters to a person, and how the options fit it."""
