"""The page of examples, served as `make examples` does."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from needlewise.clinic.settings import VARIABLE
from tests.browser.conftest import running_server


def as_make_examples(port: int) -> list[str]:
    """The command of `make examples`, without its file watcher."""
    return [
        sys.executable,
        "-m",
        "streamlit",
        "run",
        "tools/examples.py",
        f"--server.port={port}",
        "--server.address=127.0.0.1",
    ]


@contextmanager
def examples_server(log: Path) -> Iterator[str]:
    """Its address; with the settings of `clinic.example.toml`, as no others are named."""
    environment = {name: value for name, value in os.environ.items() if name != VARIABLE}
    with running_server(log, command=as_make_examples, environment=environment) as address:
        yield address
