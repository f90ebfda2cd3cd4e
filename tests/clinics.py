"""Settings files made in a test, and a product that serves one of them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import streamlit as st

from needlewise.clinic import settings

PLAIN = 'name = "Northgate Clinic"\nwho_pays = "Northgate Clinic pays for this page."\n'
# A picture of one dot.
LOGO = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><circle r="1"/></svg>'


def _forget() -> None:
    settings._read.cache_clear()
    settings.fingerprint.cache_clear()
    st.cache_data.clear()


@contextmanager
def serving(text: str, folder: Path) -> Iterator[Path]:
    """While it lasts, this process serves a clinic with these settings; yields the file."""
    path = folder / "clinic.toml"
    path.write_text(text, encoding="utf-8")
    with serving_file(str(path)):
        yield path


@contextmanager
def serving_file(path: str) -> Iterator[None]:
    """While it lasts, this process serves the clinic of this file; an empty name means none."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(settings.VARIABLE, path)
        _forget()
        yield
    _forget()
