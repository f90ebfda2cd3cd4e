"""The suitability page."""
