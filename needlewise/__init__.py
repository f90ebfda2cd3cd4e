"""Needlewise: what needling can do for a concern, next to the real alternatives, with a source for every number."""

from pathlib import Path

# The only place the version is typed; the package and the data package read it here.
__version__ = "0.1.0"

_PACKAGE = Path(__file__).resolve().parent
# A wheel carries app.py, pages/, data/ and the settings of Streamlit here; in a checkout they stand beside the package.
_BUNDLED = _PACKAGE / "_bundled"

IS_INSTALLED = _BUNDLED.is_dir()
"""Whether this is an installed package; False in a checkout."""
ROOT = _BUNDLED if IS_INSTALLED else _PACKAGE.parent
"""The folder with app.py, pages/, data/ and .streamlit/ in it."""
DATA_FOLDER = ROOT / "data"
"""The tables."""
