"""Findings and rows in words."""
