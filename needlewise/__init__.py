"""Needlewise: what needling can do for a concern, next to the real alternatives, with a source for every number."""

from pathlib import Path

__version__ = "0.1.0"

ROOT = Path(__file__).resolve().parent.parent
DATA_FOLDER = ROOT / "data"
