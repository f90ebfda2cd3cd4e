"""What every test may ask for, and what the quick tier leaves to the full one."""

from __future__ import annotations

import os

import pytest
from hypothesis import settings

from needlewise.evidence.model.store import Evidence
from needlewise.evidence.reading.load import load

# A settings file of whoever runs the tests must not change what is tested.
os.environ["NEEDLEWISE_CLINIC"] = ""
# The same examples on every machine, and no clock: a busy machine is not a fault.
settings.register_profile("steady", derandomize=True, deadline=None)
settings.register_profile("quick", settings.get_profile("steady"), max_examples=20)

# One of skin and one of pain, those with the most rows: each kind of page, fold and figure is on them.
_QUICK_CONCERNS = ("acne_scars", "low_back_pain")


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--quick`: the tier of `make check`."""
    parser.addoption(
        "--quick",
        action="store_true",
        help="two concerns in place of all, and none of the tests marked `full`",
    )


def pytest_configure(config: pytest.Config) -> None:
    """The marker, and how many examples Hypothesis tries."""
    config.addinivalue_line("markers", "full: dear, and for the full tier only (make test)")
    settings.load_profile("quick" if config.getoption("--quick") else "steady")


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """A test that asks for `concern_id`, and names no concerns of its own, runs once for each concern of its tier."""
    own = any("concern_id" in str(mark.args[0]) for mark in metafunc.definition.iter_markers("parametrize"))
    if "concern_id" in metafunc.fixturenames and not own:
        every = list(load().concerns)
        metafunc.parametrize(
            "concern_id",
            [name for name in every if name in _QUICK_CONCERNS or not metafunc.config.getoption("--quick")],
        )


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Those marked `full` leave the quick tier."""
    if config.getoption("--quick"):
        dear = [item for item in items if item.get_closest_marker("full")]
        config.hook.pytest_deselected(items=dear)
        items[:] = [item for item in items if item not in dear]


@pytest.fixture(scope="session")
def evidence() -> Evidence:
    """The real evidence of `data/`, read once."""
    return load()
