"""What every test may ask for."""

from __future__ import annotations

import pytest

from needlewise.evidence.load import Evidence, load


@pytest.fixture(scope="session")
def evidence() -> Evidence:
    """The real evidence of `data/`, read once."""
    return load()
