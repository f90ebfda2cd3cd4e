"""Starts the pages under test, one Streamlit process each on a free loopback port, and ends them whatever happens."""

import json
import os
import shutil
import socket
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from time import monotonic, sleep

ROOT = Path(__file__).resolve().parent.parent
SUBJECTS = Path(__file__).resolve().parent / "subjects"
CONFIG = ROOT / ".streamlit" / "config.toml"
FONTS = ROOT / "needlewise" / "ui" / "static"
APP = ROOT / "app.py"
# Every Streamlit page says that it answers; this app says too when it is warm, and people are sent to it no earlier.
_ANSWERS, _READY = "/_stcore/health", "/api/ready"
START_TIMEOUT = 120.0
"""Longest wait for a server to answer, seconds."""
STOP_TIMEOUT = 5.0
"""Time a server has to end by itself before it is killed, seconds."""


class ServerFaultError(RuntimeError):
    """A server did not start, or ended by itself."""


@dataclass(frozen=True)
class Server:
    """A running page."""

    name: str
    port: int
    pid: int
    answer_selector: str
    """CSS selector of the text that answers the choice."""

    @property
    def url(self) -> str:
        """Address of the page, without a trailing slash."""
        return f"http://127.0.0.1:{self.port}"

    def memory(self) -> float:
        """Resident memory of the server's process in MB; raises FileNotFoundError where there is no /proc."""
        return self._status("VmRSS:")

    def peak_memory(self) -> float:
        """The most resident memory it has had since its start in MB.

        Raises FileNotFoundError where there is no /proc.
        """
        return self._status("VmHWM:")

    def _status(self, name: str) -> float:
        status = Path(f"/proc/{self.pid}/status").read_text(encoding="ascii")
        line = next(line for line in status.splitlines() if line.startswith(name))
        return int(line.split()[1]) / 1024

    def processor_time(self) -> float:
        """Processor time the server has used so far in seconds; raises FileNotFoundError where there is no /proc."""
        after_name = Path(f"/proc/{self.pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
        user, system = int(after_name[11]), int(after_name[12])
        return (user + system) / os.sysconf("SC_CLK_TCK")


def free_port() -> int:
    """A port of loopback that nothing listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _environment(home: Path, options: Sequence[str]) -> dict[str, str]:
    """Return the environment of a server: none of this machine's own Streamlit settings, no proxy."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("STREAMLIT_")}
    return kept | {"HOME": str(home), "NEEDLEWISE_BENCH_OPTIONS": json.dumps(list(options))}


def _wait_until_up(process: subprocess.Popen[bytes], port: int, ready: str, log: Path) -> None:
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    deadline = monotonic() + START_TIMEOUT
    while monotonic() < deadline:
        if process.poll() is not None:
            break
        try:
            with opener.open(f"http://127.0.0.1:{port}{ready}", timeout=2) as answer:
                if answer.status == 200:
                    return
        except (urllib.error.URLError, OSError):
            sleep(0.1)
    raise ServerFaultError(
        f"no answer on port {port}; its output:\n{log.read_text(encoding='utf-8', errors='replace')}"
    )


@contextmanager
def _serve(
    name: str,
    script: Path,
    folder: Path,
    answer: str,
    options: Sequence[str],
    scratch: Path,
    *flags: str,
    ready: str = _ANSWERS,
) -> Iterator[Server]:
    port = free_port()
    log = scratch / f"{name}.log"
    home = scratch / f"home-{name}"
    home.mkdir()
    streamlit = Path(sys.executable).with_name("streamlit")
    command = [str(streamlit), "run", str(script), f"--server.port={port}", "--server.address=127.0.0.1", *flags]
    with log.open("wb") as output:
        process = subprocess.Popen(  # noqa: S603 -- our own command, no shell
            command, cwd=folder, env=_environment(home, options), stdin=subprocess.DEVNULL, stdout=output, stderr=output
        )
    try:
        _wait_until_up(process, port, ready, log)
        yield Server(name, port, process.pid, answer)
        if process.poll() is not None:
            raise ServerFaultError(f"{name} ended by itself:\n{log.read_text(encoding='utf-8', errors='replace')}")
    finally:
        process.terminate()
        try:
            process.wait(STOP_TIMEOUT)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


@contextmanager
def serve_app(script: Path, scratch: Path) -> Iterator[Server]:
    """Serve the app as it is served to people: `streamlit run app.py` in its folder with its own settings."""
    ready = _READY if script == APP else _ANSWERS
    flags = "--server.headless=true"
    with _serve("app", script, script.parent, ".nw-answer", (), scratch, flags, ready=ready) as server:
        yield server


def _copy_subject(name: str, scratch: Path) -> Path:
    folder = scratch / name
    folder.mkdir()
    return Path(shutil.copy(SUBJECTS / f"{name}.py", folder))


WRITTEN_TEXT = '[data-testid="stMarkdown"] p'


@contextmanager
def serve_bare(options: Sequence[str], scratch: Path) -> Iterator[Server]:
    """Serve the bare page with a copy of the app's settings and fonts, offering `options`."""
    script = _copy_subject("bare", scratch)
    shutil.copytree(CONFIG.parent, script.parent / ".streamlit")
    shutil.copytree(FONTS, script.parent / "static")
    with _serve("bare", script, script.parent, WRITTEN_TEXT, options, scratch) as server:
        yield server


@contextmanager
def serve_naive(options: Sequence[str], scratch: Path) -> Iterator[Server]:
    """Serve the naive page with Streamlit's default settings, offering `options`.

    Only two flags differ from a plain `streamlit run`: no browser is opened and nothing is sent to Streamlit's makers.
    """
    script = _copy_subject("naive", scratch)
    quiet = ("--server.headless=true", "--browser.gatherUsageStats=false")
    with _serve("naive", script, script.parent, '[data-testid="stPlotlyChart"]', options, scratch, *quiet) as server:
        yield server
