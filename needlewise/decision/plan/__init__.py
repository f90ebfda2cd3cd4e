"""A course of treatment on real dates."""
