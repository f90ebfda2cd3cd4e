"""What every test may ask for."""

from __future__ import annotations

import os

import pytest
from hypothesis import settings

from needlewise.evidence.load import load
from needlewise.evidence.store import Evidence

# A settings file of whoever runs the tests must not change what is tested.
os.environ["NEEDLEWISE_CLINIC"] = ""
# The same examples on every machine, and no clock: a busy machine is not a fault.
settings.register_profile("steady", derandomize=True, deadline=None)
settings.load_profile("steady")


@pytest.fixture(scope="session")
def evidence() -> Evidence:
    """The real evidence of `data/`, read once."""
    return load()
