"""A short check of what was understood, made from the person's own options; nothing of it is kept."""
