"""The evidence as checked tables, and the rules that turn rows into findings and sentences."""
