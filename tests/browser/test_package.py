"""The wheel, installed into a new environment and started far from this checkout, is the whole product."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import sysconfig
import time
import urllib.request
import venv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from needlewise import ROOT, __version__
from tests.browser.conftest import _free_port, _paper, running_server, visit


@dataclass(frozen=True)
class Installed:
    """A new environment with nothing but the wheel in it.

    What the wheel needs is lent by the environment of the tests.
    """

    folder: Path
    elsewhere: Path
    """An empty folder outside the checkout, where everything is started and where the home folder is, too."""

    @property
    def environment(self) -> dict[str, str]:
        """What its commands see: none of the settings of whoever runs the tests, and an empty home folder."""
        ours = ("NEEDLEWISE_", "PYTHON", "STREAMLIT_")
        kept = {name: value for name, value in os.environ.items() if not name.startswith(ours)}
        return kept | {"HOME": str(self.elsewhere)}

    @property
    def commands(self) -> Path:
        """Where its commands lie."""
        return Path(sysconfig.get_path("scripts", "venv", {"base": str(self.folder)}))

    def run(self, command: str, *arguments: str, folder: Path | None = None) -> str:
        """What a command of the new environment prints, started in a folder; raises when it fails."""
        done = subprocess.run(
            [str(self.commands / command), *arguments],
            cwd=folder or self.elsewhere,
            env=self.environment,
            check=True,
            capture_output=True,
            text=True,
        )
        return done.stdout


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Installed:
    """The wheel of this checkout, built and installed without asking any registry."""
    place = tmp_path_factory.mktemp("package")
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check"]
    quiet = ["--quiet", "--no-deps", "--no-index"]
    built = ["wheel", *quiet, "--no-build-isolation", "--wheel-dir", str(place / "wheel"), str(ROOT)]
    subprocess.run([*pip, *built], check=True)
    (wheel,) = (place / "wheel").glob("needlewise-*.whl")
    new = Installed(place / "venv", place / "elsewhere")
    new.elsewhere.mkdir()
    venv.create(new.folder, with_pip=False)
    packages = Path(sysconfig.get_path("purelib", "venv", {"base": str(new.folder)}))
    (packages / "lent.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")
    python = new.commands / "python"
    subprocess.run([*pip, "--python", str(python), "install", *quiet, str(wheel)], check=True)
    return new


@pytest.fixture(scope="module")
def address(installed: Installed, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of `needlewise serve`, started in the empty folder."""
    serve = str(installed.commands / "needlewise")
    log = tmp_path_factory.mktemp("log") / "log.txt"
    with running_server(
        log,
        command=lambda port: [serve, "serve", f"--port={port}"],
        folder=installed.elsewhere,
        environment=installed.environment,
    ) as running:
        yield running


def _asked(address: str) -> tuple[str, bytes]:
    """Kind and body of an answer; raises when it is not 200."""
    with urllib.request.urlopen(address, timeout=60) as answer:  # noqa: S310 - our own server
        return answer.headers["content-type"], answer.read()


def _wait_until_up(address: str) -> None:
    """Waits until the server answers; raises when it has not within a minute."""
    end = time.monotonic() + 60
    while True:
        try:
            _asked(address)
        except OSError:
            if time.monotonic() > end:
                raise
            time.sleep(0.2)
        else:
            return


def test_what_is_imported_is_the_wheel(installed: Installed):
    """Not this checkout, which the tests themselves import."""
    told = installed.run("python", "-c", "import needlewise; print(needlewise.__file__); print(needlewise.__version__)")
    place, version = told.splitlines()
    assert Path(place).is_relative_to(installed.folder)
    assert version == __version__


def test_its_tables_are_sound(installed: Installed):
    """The installed command finds the tables it came with; they are as many as those of this checkout."""
    here = subprocess.run(
        [sys.executable, "-m", "needlewise", "check"], cwd=ROOT, check=True, capture_output=True, text=True
    )
    assert installed.run("needlewise", "check") == here.stdout
    assert here.stdout.endswith("no faults\n")


def test_a_clinics_file_is_found_where_it_is_started(installed: Installed, tmp_path: Path):
    """The installed package is no place for it."""
    example = (ROOT / "clinic.example.toml").read_text(encoding="utf-8")
    (tmp_path / "clinic.toml").write_text("\n".join(line for line in example.splitlines() if "logo =" not in line))
    code = "from needlewise.clinic.settings import current; print(current().name)"
    assert installed.run("python", "-c", code, folder=tmp_path) == "Northgate Clinic\n"
    assert installed.run("needlewise", "clinic-check", "clinic.toml", folder=tmp_path).endswith("No faults.\n")


def test_it_serves_the_answer_the_routes_and_the_fonts(address: str):
    """Words, styles, tables, scripts, headers.

    And fonts, which Streamlit serves only with the product's own settings.
    """
    assert b'"status":"ok"' in _asked(f"{address}/api/health")[1]
    first = _asked(f"{address}/?concern=acne_scars")[1].decode()
    assert "microneedling" in first.partition('class="nw-answer"')[2]
    kind, font = _asked(f"{address}/app/static/inter.woff2")
    assert (kind, font[:4]) == ("font/woff2", b"wOF2")
    assert _asked(f"{address}/data/effects.csv")[1] == (ROOT / "data" / "effects.csv").read_bytes()


def test_it_ends_quietly_when_a_person_stops_it(installed: Installed):
    """Ctrl-C in the terminal, once it serves: no page of code."""
    serve, port = installed.commands / "needlewise", _free_port()
    # Whoever runs the tests in the background has Ctrl-C ignored for all that starts from there.
    listen = "import os, signal, sys; signal.signal(signal.SIGINT, signal.SIG_DFL); os.execv(sys.argv[1], sys.argv[1:])"
    with subprocess.Popen(
        [sys.executable, "-c", listen, serve, "serve", f"--port={port}"],
        cwd=installed.elsewhere,
        env=installed.environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    ) as served:
        assert served.stdout is not None
        try:
            assert any("http://" in line for line in served.stdout)
            _wait_until_up(f"http://localhost:{port}/api/health")
            served.send_signal(signal.SIGINT)
            told, _ = served.communicate(timeout=60)
        finally:
            served.kill()
        assert "Traceback" not in told


@pytest.mark.parametrize("path", ["", "about"])
def test_it_draws_its_pages_in_its_own_look(address: str, window: Page, path: str):
    """The first page and a deep link, each drawn to its foot on the paper of the product's theme."""
    page = visit(window, f"{address}/{path}?concern=acne_scars")
    expect(page.locator("[data-testid=stApp]")).to_have_css("background-color", _paper("light"))
    assert page.locator("[data-testid=stException]").count() == 0
