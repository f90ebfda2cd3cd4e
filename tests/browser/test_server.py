"""The running server: what another website can do to it, and when it says that it is ready."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from websockets.exceptions import InvalidStatus
from websockets.sync.client import connect
from websockets.typing import Origin, Subprotocol

from tests.browser.conftest import running_server

# Python runs this before the server: what would leave the machine is written down and refused.
_SHUT_IN = """
import os, socket
asked = os.environ["NEEDLEWISE_TEST_ASKED"]

def refuse(name, where):
    with open(asked, "a") as file:
        file.write(f"{name} {where}\\n")
    raise OSError("no way out")

class ShutIn(socket.socket):
    def connect(self, where):
        return super().connect(where) if where[0] in ("127.0.0.1", "::1") else refuse("connect", where)
    def connect_ex(self, where):
        return super().connect_ex(where) if where[0] in ("127.0.0.1", "::1") else refuse("connect", where)

known = socket.getaddrinfo
def getaddrinfo(host, *rest, **more):
    local = host in (None, "", "localhost", "127.0.0.1", "::", "::1", "0.0.0.0")
    return known(host, *rest, **more) if local else refuse("lookup", host)

socket.socket, socket.getaddrinfo = ShutIn, getaddrinfo
"""
CROWD = 10


def _handshake(address: str, origin: str | None) -> int:
    """Open a websocket as a page of this origin would; the status it is answered with."""
    try:
        with connect(
            address.replace("http://", "ws://") + "/_stcore/stream",
            origin=None if origin is None else Origin(origin),
            subprotocols=[Subprotocol("streamlit")],
            proxy=None,
        ):
            return 101
    except InvalidStatus as refused:
        return refused.response.status_code


@pytest.fixture(scope="module")
def shut_in(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, str]]:
    """Where a server writes down what it asked of other hosts, and the environment that makes it do so."""
    folder = tmp_path_factory.mktemp("shut_in")
    (folder / "sitecustomize.py").write_text(_SHUT_IN, encoding="utf-8")
    asked = folder / "asked.txt"
    return asked, os.environ | {"PYTHONPATH": str(folder), "NEEDLEWISE_TEST_ASKED": str(asked)}


def test_another_website_is_refused_and_nobody_is_asked(shut_in: tuple[Path, dict[str, str]], tmp_path: Path):
    """Ten pages of other websites at once.

    Our own page is let in, and the whole time no other host is asked anything.
    """
    asked, environment = shut_in
    with running_server(tmp_path / "log.txt", environment=environment) as address, ThreadPoolExecutor(CROWD) as crowd:
        origins = [f"https://evil{number}.example" for number in range(CROWD - 1)] + ["null"]
        assert list(crowd.map(lambda origin: _handshake(address, origin), origins)) == [403] * CROWD
        assert _handshake(address, address) == 101
        assert _handshake(address, None) == 101
        with urllib.request.urlopen(f"{address}/api/health") as answer:  # noqa: S310 - our own server
            assert json.load(answer)["status"] == "ok"
    assert not asked.exists(), asked.read_text(encoding="utf-8")
    assert "evil" not in (tmp_path / "log.txt").read_text(encoding="utf-8")


def test_the_way_out_is_really_watched(shut_in: tuple[Path, dict[str, str]], tmp_path: Path):
    """So the test above can fail: a program in the same environment that looks for a host is seen."""
    asked, environment = shut_in
    own = environment | {"NEEDLEWISE_TEST_ASKED": str(tmp_path / "asked.txt")}
    code = "import socket; socket.create_connection(('checkip.example', 80))"
    done = subprocess.run([sys.executable, "-c", code], env=own, capture_output=True, check=False)
    assert done.returncode != 0
    assert "checkip.example" in (tmp_path / "asked.txt").read_text(encoding="utf-8")
    assert not asked.exists()
